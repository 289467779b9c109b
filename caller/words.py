"""The pad's words in the clerk's language, for everything that comes as a code."""

from collections.abc import Iterable, Mapping

from caller.actions import PAPERS, Action
from caller.notes import Accepted, NoAnswer, Note, NotSent, Refused
from caller.refusals import refusal
from ui.languages import Texts, pick
from wire.base import Texts as Names
from wire.errors import ErrorCode
from wire.states import NextTicket
from wire.terms import CallReason, CounterState, Priority

_OWN_NAMES = {
    "zh": "中文",
    "en": "English",
    "ug": "ئۇيغۇرچە",
    "bo": "བོད་ཡིག",
    "yue": "粤语",
    "ja": "日本語",
    "ko": "한국어",
    "ru": "Русский",
}

_OF_PAPERS = (ErrorCode.UNKNOWN_DEVICE, ErrorCode.UNKNOWN_CLERK, ErrorCode.NO_CURRENT_TICKET)


class Words:
    """Everything the pad says, in one language."""

    def __init__(self, texts: Texts, language: str, default: str = "zh") -> None:
        """`default` is the hall's first language: names in the hall file always have it."""
        self._t = texts
        self.language = language
        self._default = default

    def named(self, names: Names) -> str:
        return pick(names, self.language, self._default)

    def language_name(self, code: str) -> str:
        return _OWN_NAMES.get(code.split("-", maxsplit=1)[0], code)

    def counter(self, counter: str) -> str:
        return self._t.get(self.language, "Words", "Counter {counter}", counter=counter)

    def state(self, state: CounterState) -> str:
        t, lang = self._t, self.language
        words: Mapping[CounterState, str] = {
            CounterState.CLOSED: t.get(lang, "Words", "Closed"),
            CounterState.IDLE: t.get(lang, "Words", "Idle"),
            CounterState.CALLED: t.get(lang, "Words", "Called, not here yet"),
            CounterState.SERVING: t.get(lang, "Words", "Serving"),
            CounterState.PAUSED: t.get(lang, "Words", "Paused"),
        }
        return words[state]

    def busy(self) -> str:
        """Of another counter: somebody is there."""
        return self._t.get(self.language, "Words", "Busy")

    def help_wanted(self, calls: Iterable[tuple[str, str]]) -> str:
        """Device and time of each call for staff."""
        places = self.joined(f"{device} {time}" for device, time in calls)
        return self._t.get(self.language, "Words", "Help at {places}", places=places) if places else ""

    def joined(self, names: Iterable[str]) -> str:
        return ("、" if self.language.startswith("zh") else ", ").join(names)

    def priority(self, priority: Priority) -> str:
        t, lang = self._t, self.language
        words: Mapping[Priority, str] = {
            Priority.NONE: "",
            Priority.ELDERLY: t.get(lang, "Words", "Elderly"),
            Priority.ILL: t.get(lang, "Words", "Ill"),
            Priority.DISABLED: t.get(lang, "Words", "Disabled"),
            Priority.PREGNANT: t.get(lang, "Words", "Pregnant"),
            Priority.MILITARY: t.get(lang, "Words", "Military"),
            Priority.INFANT: t.get(lang, "Words", "With an infant"),
        }
        return words[priority]

    def help(self, need: str) -> str:
        """A need for help: a known one by its code, any other in the words that the kiosk or guide wrote."""
        t, lang = self._t, self.language
        words = {
            "sign_language": t.get(lang, "Words", "Sign language"),
            "wheelchair": t.get(lang, "Words", "Wheelchair"),
            "interpreter": t.get(lang, "Words", "Interpreter"),
        }
        return words.get(need, need)

    def reason(self, reason: CallReason) -> str:
        """Why a ticket comes now, in words that a clerk can repeat to a resident who asks."""
        t, lang = self._t, self.language
        words: Mapping[CallReason, str] = {
            CallReason.PINNED: t.get(lang, "Words", "Meant for this counter"),
            CallReason.OVERDUE: t.get(lang, "Words", "Has waited longer than the limit"),
            CallReason.PRIORITY: t.get(lang, "Words", "Priority goes first here"),
            CallReason.GREEN: t.get(lang, "Words", "Quick errands first (green window)"),
            CallReason.ORDER: t.get(lang, "Words", "Next in the order"),
            CallReason.MANUAL: t.get(lang, "Words", "Called by hand"),
        }
        return words[reason]

    def why(self, ticket: NextTicket) -> str:
        """The reason, and with priority which."""
        words = self.reason(ticket.reason)
        who = self.priority(ticket.priority)
        return f"{words} · {who}" if ticket.reason is CallReason.PRIORITY and who else words

    def nobody(self) -> str:
        return self._t.get(self.language, "Words", "Nobody is waiting for this counter")

    def press_next(self) -> str:
        return self._t.get(self.language, "Words", "Press Next to call")

    def press_open(self) -> str:
        return self._t.get(self.language, "Words", "Press Open to begin")

    def waited(self, seconds: int) -> str:
        minutes = seconds // 60
        if minutes == 0:
            return self._t.get(self.language, "Words", "Waited under a minute")
        return self._t.get(self.language, "Words", "Waited {minutes} min", minutes=minutes)

    def minutes(self, seconds: int) -> str:
        return self._t.get(self.language, "Words", "{minutes} min", minutes=max(0, seconds) // 60)

    def call_count(self, call: int) -> str:
        return self._t.get(self.language, "Words", "Call {call}", call=call)

    def pinned(self) -> str:
        return self._t.get(self.language, "Words", "For this counter")

    def overdue(self) -> str:
        return self._t.get(self.language, "Words", "Overdue")

    def offline(self, since: str) -> str:
        return self._t.get(self.language, "Words", "Offline since {time} · only Lists opens", time=since)

    def cannot_save(self) -> str:
        return self._t.get(
            self.language, "Words", "Nothing can be saved just now · press again when this is gone"
        )

    def clock_behind(self) -> str:
        return self._t.get(
            self.language,
            "Words",
            "Times and waits are off: the hall's clock was put back · tell who looks after it",
        )

    def not_saved(self) -> str:
        """Of a press while `cannot_save` stands: no other advice than that."""
        return self._t.get(self.language, "Words", "Not saved · press again when the notice above is gone")

    def not_in_hall_file(self) -> str:
        return self._t.get(
            self.language,
            "Words",
            "This pad is no longer in the hall file · tell whoever looks after the hall",
        )

    def twice(self) -> str:
        return self._t.get(
            self.language, "Words", "Another machine goes by this pad's name too · stop one of the two"
        )

    def keypad_away(self) -> str:
        return self._t.get(self.language, "Words", "The keypad is unplugged · this window goes on working")

    def closes(self, time: str, waiting: int) -> str:
        """Before the hall closes; `waiting` for this counter."""
        if not waiting:
            return self._t.get(self.language, "Words", "Closes at {time}; nobody waits here", time=time)
        return self._t.get(
            self.language, "Words", "Closes at {time}; {waiting} wait here", time=time, waiting=waiting
        )

    def closed_but(self, waiting: int) -> str:
        """The hall has closed, this counter hasn't."""
        return self._t.get(
            self.language, "Words", "The hall is closed; {waiting} still wait here", waiting=waiting
        )

    def connecting(self) -> str:
        return self._t.get(self.language, "Words", "Connecting to the hall")

    def unknown(self) -> str:
        return self._t.get(self.language, "Words", "Waiting for the state of this counter")

    def without_name(self) -> str:
        return self._t.get(self.language, "Words", "Without a name")

    def serves_nothing_here(self) -> str:
        return self._t.get(self.language, "Words", "Serves none of this counter's errands")

    def signed_in_last(self) -> str:
        return self._t.get(self.language, "Words", "Here last")

    def wrong_pin(self, left: int) -> str:
        return self._t.get(self.language, "Words", "Wrong PIN. Tries left: {left}", left=left)

    def pin_must_wait(self, seconds: int) -> str:
        return self._t.get(
            self.language, "Words", "Wrong too often. Type the PIN again in {seconds} s", seconds=seconds
        )

    def wait(self, seconds: int) -> str:
        """At a clerk's name, while that PIN is not looked at."""
        return self._t.get(self.language, "Words", "Wait {seconds} s", seconds=seconds)

    def pin_again(self) -> str:
        return self._t.get(self.language, "Words", "Type the PIN again now")

    def pause_reasons(self) -> tuple[str, ...]:
        """The usual ones; residents read them at the counter."""
        t, lang = self._t, self.language
        return (
            t.get(lang, "Words", "Lunch break"),
            t.get(lang, "Words", "Meeting"),
            t.get(lang, "Words", "Back in 10 minutes"),
            t.get(lang, "Words", "Sorting papers"),
            t.get(lang, "Words", "System trouble"),
        )

    def paper(self, action: Action) -> str:
        """What a kiosk prints for the resident who is here, or was last."""
        t, lang = self._t, self.language
        words = {
            Action.FOLLOW_UP: t.get(lang, "Words", "Follow-up sheet: what comes next"),
            Action.CONTACT: t.get(lang, "Words", "Contact card: your name and telephone"),
            Action.CHECKLIST: t.get(lang, "Words", "Checklist: what to bring"),
        }
        return words[action]

    def needs_name(self) -> str:
        """At the contact card, while nobody is signed in."""
        return self._t.get(self.language, "Words", "Open with your name first")

    def note(self, note: Note) -> tuple[str, bool]:
        """What became of a press, and whether it is trouble."""
        match note:
            case Accepted():
                return self._accepted(note), False
            case Refused(press, code) if press.action in PAPERS and code in _OF_PAPERS:
                return self._no_paper(code), True
            case Refused(_, code):
                return refusal(self._t, self.language, code), True
            case NoAnswer():
                return self._t.get(self.language, "Words", "No answer – press again if nothing happens"), True
            case NotSent():
                return self._t.get(self.language, "Words", "Not sent: the hall is offline"), True

    def _no_paper(self, code: ErrorCode) -> str:
        """What a code means where a paper was asked for."""
        t, lang = self._t, self.language
        words = {
            ErrorCode.UNKNOWN_DEVICE: t.get(
                lang, "Words", "No ticket machine can print now. Look after one."
            ),
            ErrorCode.UNKNOWN_CLERK: t.get(
                lang, "Words", "Nobody is signed in: close, and open with a name."
            ),
            ErrorCode.NO_CURRENT_TICKET: t.get(
                lang, "Words", "Nobody has been here today: press Next first."
            ),
        }
        return words[code]

    def _accepted(self, note: Accepted) -> str:
        t, lang, number = self._t, self.language, note.ticket or ""
        action = note.press.action
        if action is Action.NEXT and note.ticket is None:
            return self.nobody()
        if note.kiosk is not None:
            return t.get(lang, "Words", "It comes out at {kiosk}", kiosk=note.kiosk)
        words = {
            Action.RECALL: t.get(lang, "Words", "{number} called again", number=number),
            Action.NO_SHOW: t.get(lang, "Words", "{number} did not come", number=number),
            Action.HOLD: t.get(lang, "Words", "{number} is held here", number=number),
            Action.TRANSFER: t.get(lang, "Words", "{number} handed on", number=number),
            Action.RESUME: t.get(lang, "Words", "{number} waits for this counter again", number=number),
            Action.BRING_BACK: t.get(lang, "Words", "{number} waits again", number=number),
        }
        return words.get(action, "")
