"""The words of screen and strip: each in the hall's first language, with its second below."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ui.languages import Texts, pick
from wire.base import Texts as Names
from wire.states import Catalog


class Pair(NamedTuple):
    """The same words twice: `main` in the language read first, `sub` in the one below it, or empty."""

    main: str = ""
    sub: str = ""


NOTHING = Pair()


class Words:
    """Everything a screen or strip says, in the one or two languages it speaks."""

    def __init__(self, texts: Texts, main: str = "zh", sub: str | None = "en") -> None:
        self._texts, self._main, self._sub = texts, main, sub

    @classmethod
    def of(cls, texts: Texts, catalog: Catalog, device: str) -> "Words":
        """As the hall file has it: the device's own language first, else the hall's, then the hall's next."""
        own = next((d.language for d in catalog.devices if d.id == device), None)
        order = list(dict.fromkeys([*([own] if own else []), *catalog.hall.languages]))
        return cls(texts, order[0], order[1] if len(order) > 1 else None)

    def both(self, say: Callable[[str], str]) -> Pair:
        """What `say` makes of each language; the same words are not said twice."""
        main, sub = say(self._main), say(self._sub) if self._sub else ""
        return Pair(main, sub if sub != main else "")

    def named(self, names: Names) -> Pair:
        """A name or text of the hall file."""
        return Pair(pick(names, self._main, self._main), names.get(self._sub, "") if self._sub else "")

    def counter(self, counter: str) -> Pair:
        return self.both(lambda code: self._texts.get(code, "Words", "Counter {counter}", counter=counter))

    def go_to(self, counter: str) -> Pair:
        return self.both(
            lambda code: self._texts.get(code, "Words", "Please go to counter {counter}", counter=counter)
        )

    def zone(self, zone: str) -> Pair:
        return self.both(lambda code: self._texts.get(code, "Words", "Area {zone}", zone=zone))

    def idle(self) -> Pair:
        return self.both(lambda code: self._texts.get(code, "Words", "Free"))

    def paused(self) -> Pair:
        return self.both(lambda code: self._texts.get(code, "Words", "Paused"))

    def closed(self) -> Pair:
        return self.both(lambda code: self._texts.get(code, "Words", "Closed"))

    def labels(self) -> dict[str, Pair]:
        """The headings of the screen, by the name QML knows them by."""
        t = self._texts
        return {
            "nowCalling": self.both(lambda code: t.get(code, "Words", "Now calling")),
            "lastCall": self.both(lambda code: t.get(code, "Words", "Last call")),
            "pleaseWait": self.both(lambda code: t.get(code, "Words", "Please wait for your number")),
            "counter": self.both(lambda code: t.get(code, "Words", "Counter")),
            "recent": self.both(lambda code: t.get(code, "Words", "Recent calls")),
            "missed": self.both(lambda code: t.get(code, "Words", "Missed numbers")),
            "missedHelp": self.both(lambda code: t.get(code, "Words", "Please ask our staff")),
            "waiting": self.both(lambda code: t.get(code, "Words", "Waiting")),
            "handled": self.both(lambda code: t.get(code, "Words", "Served today")),
        }

    def closes(self, time: str, minutes: int) -> Pair:
        return self.both(
            lambda code: self._texts.get(
                code, "Words", "The hall closes at {time}, in {minutes} min", time=time, minutes=str(minutes)
            )
        )

    def no_more_numbers(self) -> Pair:
        """The hall has closed; whoever holds a number is still served."""
        return self.both(
            lambda code: self._texts.get(
                code, "Words", "The hall is closed; those with a number are still served"
            )
        )

    def hall_closed(self) -> Pair:
        return self.both(lambda code: self._texts.get(code, "Words", "The hall is closed"))

    def come_back(self) -> Pair:
        """Where nobody knows when it opens."""
        return self.both(
            lambda code: self._texts.get(code, "Words", "Please come back during opening hours.")
        )

    def opens_at(self, time: str) -> Pair:
        return self.both(lambda code: self._texts.get(code, "Words", "It opens again at {time}.", time=time))

    def opens_tomorrow(self, time: str) -> Pair:
        return self.both(
            lambda code: self._texts.get(code, "Words", "It opens again tomorrow at {time}.", time=time)
        )

    def opens_on(self, time: str, month: int, day: int, weekday: int) -> Pair:
        """`weekday`: 0 is Monday."""
        return self.both(
            lambda code: self._texts.get(
                code, "Words", "It opens again at {time} on {weekday}, {day} {month}.",
                time=time, weekday=self._weekday(code, weekday), day=day, month=self._month(code, month),
            )
        )  # fmt: skip

    def green(self, counters: Sequence[str]) -> Pair:
        return self.both(
            lambda code: self._texts.get(
                code,
                "Words",
                "Green counters {counters}: short business goes first now",
                counters=_listed(counters, code),
            )
        )

    def connecting(self) -> Pair:
        return self.both(lambda code: self._texts.get(code, "Words", "Connecting to the hall"))

    def offline(self, since: str) -> Pair:
        """`since`: the local time as people read it."""
        return self.both(
            lambda code: self._texts.get(
                code, "Words", "No connection since {since}; the numbers here may be out of date", since=since
            )
        )

    def cannot_save(self) -> Pair:
        return self.both(
            lambda code: self._texts.get(
                code, "Words", "No numbers can be given or called just now; yours stays good. Please wait"
            )
        )

    def clock_behind(self) -> Pair:
        return self.both(
            lambda code: self._texts.get(
                code, "Words", "The times shown are not right just now; numbers are called as always"
            )
        )

    def not_in_hall_file(self) -> Pair:
        """For staff as well."""
        return self.both(
            lambda code: self._texts.get(
                code, "Words",
                "Staff: this screen is no longer in the hall file; please tell whoever looks after the hall",
            )
        )  # fmt: skip

    def strip_not_in_hall_file(self) -> Pair:
        """The same, in as few words as a strip has room for."""
        return self.both(lambda code: self._texts.get(code, "Words", "Not in the hall file"))

    def twice(self) -> Pair:
        """For staff: a screen that nobody's hand is near."""
        return self.both(
            lambda code: self._texts.get(
                code, "Words", "Staff: another machine goes by this screen's name; please stop one of the two"
            )
        )

    def come_here(self) -> Pair:
        return self.both(lambda code: self._texts.get(code, "Words", "Please come"))

    def being_served(self) -> Pair:
        return self.both(lambda code: self._texts.get(code, "Words", "Being served"))

    def counter_open(self, counter: str) -> Pair:
        return self.both(
            lambda code: self._texts.get(code, "Words", "Counter {counter} open", counter=counter)
        )

    def counter_closed(self, counter: str) -> Pair:
        return self.both(
            lambda code: self._texts.get(code, "Words", "Counter {counter} closed", counter=counter)
        )

    def counter_paused(self, counter: str, reason: str | None) -> Pair:
        """The reason stands in the clerk's own words, so only with the language read first."""
        pair = self.both(
            lambda code: self._texts.get(code, "Words", "Counter {counter} paused", counter=counter)
        )
        if not reason:
            return pair
        return Pair(
            self._texts.get(self._main, "Words", "{what}: {why}", what=pair.main, why=reason), pair.sub
        )

    def please_wait(self) -> Pair:
        return self.both(lambda code: self._texts.get(code, "Words", "No connection, please wait"))

    def date(self, month: int, day: int, weekday: int) -> Pair:
        """`weekday`: 0 is Monday."""
        return self.both(
            lambda code: self._texts.get(
                code, "Words", "{weekday}, {day} {month}",
                weekday=self._weekday(code, weekday), day=day, month=self._month(code, month),
            )
        )  # fmt: skip

    def _weekday(self, code: str, weekday: int) -> str:
        names = self._texts.get(code, "Words", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
        return names.split(" ")[weekday]

    def _month(self, code: str, month: int) -> str:
        months = self._texts.get(
            code, "Words",
            "January February March April May June July August September October November December",
        )  # fmt: skip
        return months.split(" ")[month - 1]


def _listed(things: Sequence[str], code: str) -> str:
    """As the language lists things: 1、2 in Chinese, 1, 2 in others."""
    return ("、" if code.split("-", maxsplit=1)[0] in ("zh", "yue", "ja") else ", ").join(things)
