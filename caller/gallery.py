"""`python -m caller.gallery OUTDIR [NAME …]`: pictures of the pad in each of its moments, to be looked at."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PyQt6.QtCore import QUrl
from PyQt6.QtQuick import QQuickView

from caller import samples
from caller.actions import Action, MakeCommand
from caller.app import LANGUAGES, SCREENS
from caller.backend import Pad
from caller.presses import Presses
from runtime.deliveries import Alarm, Alarms, Answered, Online, Unanswered
from ui.gallery import save_pictures, settle
from ui.languages import Texts
from ui.translator import Translator
from ui.window import open_window, parse_size
from wire.commands import Command
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyError, ReplyTicket
from wire.states import CounterView
from wire.terms import TicketState

SIZES = ("1024x768", "1920x1080", "480x800")
ZH_EN = ("zh", "en")


class Stage:
    """A pad with everything behind it but the hall, which this plays."""

    def __init__(self, texts: Texts, language: str) -> None:
        self.seconds = 0.0
        self.sent: list[Command] = []
        self.presses = Presses(samples.PAD, self._send)
        self.pad = Pad(
            self.presses,
            texts,
            language,
            monotonic=lambda: self.seconds,
            now_ms=lambda: samples.NOW + int(self.seconds * 1000),
        )
        for delivery in (samples.catalog(), samples.hall(), Online(True, samples.NOW)):
            self.pad.take(delivery)

    def _send(self, make: MakeCommand) -> str:
        self.sent.append(make(f"g-{len(self.sent)}", samples.NOW))
        return f"g-{len(self.sent) - 1}"

    def show(self, view: CounterView) -> None:
        self.pad.take(view)

    def press(self, action: Action) -> Command:
        assert self.pad.press(action.value)
        return self.sent[-1]

    def refuse(self, action: Action, code: ErrorCode) -> None:
        self.press(action)
        self.refuse_last(code)

    def refuse_last(self, code: ErrorCode, **figures: int) -> None:
        """What was pressed last is not done."""
        self._reply(self.sent[-1], ok=False, seq=9, error=ReplyError(code=code, message="", **figures))

    def type_pin(self, clerk: str, pin: str) -> None:
        """Up to the press of OK."""
        self.pad.chooseClerk(clerk)
        for character in pin:
            self.pad.typePin(character)

    def sign_in(self, clerk: str, pin: str) -> None:
        self.type_pin(clerk, pin)
        assert self.pad.enterPin()

    def answer(self, ticket: str, seq: int) -> None:
        """What was pressed last is done."""
        found = ReplyTicket(number=ticket, state=TicketState.CALLED)
        self._reply(self.sent[-1], ok=True, seq=seq, ticket=found)

    def _reply(self, command: Command, **fields: Any) -> None:
        reply = Reply(command=command.id or "", at=samples.NOW, epoch=1, **fields)
        self.pad.take(Answered(command, reply))

    def ignore(self, action: Action) -> None:
        self.pad.take(Unanswered(self.press(action), "no_answer"))

    def warn(self, *alarms: Alarm) -> None:
        self.pad.take(Alarms(frozenset(alarms)))

    def lose(self) -> None:
        self.pad.take(Online(False, samples.NOW, "gone"))

    def lose_keypad(self) -> None:
        self.presses.keypad_away = True
        self.pad.refresh()


@dataclass(frozen=True)
class Moment:
    """A picture to take: what the hall said, and the panel that is open."""

    name: str
    play: Callable[[Stage], None]
    panel: str = ""
    tab: str = ""


def _shows(view: Callable[[], CounterView]) -> Callable[[Stage], None]:
    return lambda stage: stage.show(view())


def _called_then(more: Callable[[Stage], object]) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        stage.show(samples.called())
        more(stage)

    return play


def _signing(more: Callable[[Stage], object]) -> Callable[[Stage], None]:
    """On the way to an open counter, where clerk wang was last."""

    def play(stage: Stage) -> None:
        stage.show(samples.idle())
        stage.show(samples.closed())
        more(stage)

    return play


def _wrong_pin(**figures: int) -> Callable[[Stage], None]:
    return _wrong_pin_then(lambda stage: None, **figures)


def _wrong_pin_then(more: Callable[[Stage], object], **figures: int) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        stage.sign_in("wang", "1234")
        stage.refuse_last(ErrorCode.WRONG_PIN, **figures)
        more(stage)

    return _signing(play)


MOMENTS = (
    Moment("connecting", lambda stage: None),
    Moment("closed", _shows(samples.closed)),
    Moment("idle", _shows(samples.idle)),
    Moment("empty", _shows(samples.empty)),
    Moment("called", _shows(samples.called)),
    Moment("serving", _shows(samples.serving)),
    Moment("crowded", _shows(samples.crowded)),
    Moment("guided", _shows(samples.guided)),
    Moment("help-wanted", _called_then(lambda s: s.pad.take(samples.wanted()))),
    Moment("closing", _called_then(lambda s: s.pad.take(samples.closing()))),
    Moment("paused", _shows(samples.paused)),
    Moment("refused", _called_then(lambda s: s.refuse(Action.RECALL, ErrorCode.WRONG_STATE))),
    Moment("no-answer", _called_then(lambda s: s.ignore(Action.DONE))),
    Moment("waiting-answer", _called_then(lambda s: s.press(Action.DONE))),
    Moment("offline", _called_then(lambda s: s.lose())),
    Moment("not-saving", _called_then(lambda s: s.warn(Alarm.CANNOT_SAVE))),
    Moment("clock-behind", _called_then(lambda s: s.warn(Alarm.CLOCK_BEHIND))),
    Moment("twice", _called_then(lambda s: s.warn(Alarm.DUPLICATE_ID))),
    Moment("not-in-hall-file", _called_then(lambda s: s.warn(Alarm.NOT_IN_HALL_FILE))),
    Moment("keypad-away", _called_then(lambda s: s.lose_keypad())),
    Moment("who", _signing(lambda s: None), "sign-in"),
    Moment("pin", _signing(lambda s: s.type_pin("maimaiti", "1234")), "sign-in"),
    Moment("pin-wrong", _wrong_pin(tries_left=3), "sign-in"),
    Moment("pin-wait", _wrong_pin(wait_s=60), "sign-in"),
    Moment("who-waits", _wrong_pin_then(lambda s: s.pad.leavePin(), wait_s=60), "sign-in"),
    Moment("transfer", _shows(samples.serving), "transfer"),
    Moment("pause", _shows(samples.idle), "pause"),
    Moment("queue", _shows(samples.idle), "lists", "waiting"),
    Moment("held", _shows(samples.idle), "lists", "held"),
    Moment("missed", _shows(samples.idle), "lists", "missed"),
    Moment("papers", _shows(samples.serving), "lists", "papers"),
)


def pictures(texts: Texts, names: Sequence[str], settle_ms: int = 400) -> Iterator[tuple[str, QQuickView]]:
    """Each moment in each size and language, as a living window."""
    for moment in MOMENTS:
        if names and moment.name not in names:
            continue
        for size in SIZES:
            for language in ZH_EN:
                translator = Translator(texts, language)
                translator.install()
                stage = Stage(texts, language)
                moment.play(stage)
                stage.seconds += 1
                stage.pad.refresh()
                view = open_window(SCREENS / "Main.qml", {"pad": stage.pad}, size=parse_size(size))
                _open(view, moment)
                settle(settle_ms)
                draw(view)
                yield f"{moment.name}-{size}-{language}", view
                view.close()
                view.setSource(QUrl())  # the window goes before the pad that it shows
                translator.remove()


def draw(view: QQuickView) -> None:
    """Lays out and draws all of it now: on a busy machine no frame may have come in the time it was given."""
    for _ in range(2):  # what the first lays out may move what the second does
        view.grabWindow()


def _open(view: QQuickView, moment: Moment) -> None:
    root = view.rootObject()
    assert root is not None
    root.setProperty("panel", moment.panel)
    settle(20)
    sheet = root.property("sheet")
    if moment.tab and sheet is not None:
        sheet.setProperty("tab", moment.tab)


def main(arguments: Sequence[str]) -> int:
    return save_pictures(arguments, lambda names: pictures(Texts.load(LANGUAGES), names))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
