"""The pad as QML sees it: parts of the picture as properties, presses as slots. Lives on Qt's thread, never waits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import is_dataclass
from enum import Enum
from typing import Any

from PyQt6.QtCore import QObject, QTimer, pyqtSignal, pyqtSlot

from caller import picture
from caller.actions import Action, Press
from caller.presses import REBOUND_S, Presses
from caller.search import Findable, findable
from caller.sign_in import clerks, sign_in
from caller.words import Words
from runtime.deliveries import Alarms, Answered, Online, Unanswered
from ui.languages import SOURCE_LANGUAGE, Texts
from ui.properties import qproperty
from wire.states import Catalog, CounterView, HallState

TICK_MS = 1000


class Pad(QObject):
    """One counter's pad for its window."""

    headChanged = pyqtSignal()  # noqa: N815 - Qt's way
    currentChanged = pyqtSignal()  # noqa: N815
    elapsedChanged = pyqtSignal()  # noqa: N815
    upcomingChanged = pyqtSignal()  # noqa: N815
    buttonsChanged = pyqtSignal()  # noqa: N815
    listsChanged = pyqtSignal()  # noqa: N815
    goalsChanged = pyqtSignal()  # noqa: N815
    messageChanged = pyqtSignal()  # noqa: N815
    reasonsChanged = pyqtSignal()  # noqa: N815
    busyChanged = pyqtSignal()  # noqa: N815
    signInChanged = pyqtSignal()  # noqa: N815
    clerksChanged = pyqtSignal()  # noqa: N815
    languageChanged = pyqtSignal()  # noqa: N815

    def __init__(
        self,
        presses: Presses,
        texts: Texts,
        language: str,
        *,
        monotonic: Callable[[], float],
        now_ms: Callable[[], int],
    ) -> None:
        """`monotonic` in seconds; `now_ms` is the dispatcher's time as far as known."""
        super().__init__()
        self._presses = presses
        self._texts = texts
        self._language = language
        self._monotonic = monotonic
        self._now_ms = now_ms
        self._services: Sequence[Findable] = ()
        self._search = ""
        self._parts: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)
        self._rebound = QTimer(self)
        self._rebound.setSingleShot(True)
        self._rebound.timeout.connect(self.refresh)
        self.refresh()

    @property
    def is_online(self) -> bool:
        """Whether the dispatcher is heard."""
        return self._presses.link.online

    def take(self, delivery: object) -> None:
        """Something came from the hall. Raises WrongDeviceError for a catalog that has no such pad."""
        match delivery:
            case Online(online, since_ms):
                self._presses.linked(online, since_ms)
            case Alarms(standing):
                self._presses.warned(standing)
            case Catalog():
                self._presses.catalogued(delivery)
                self._services = [findable(service) for service in delivery.services]
            case HallState():
                self._presses.hall = delivery
            case CounterView():
                self._presses.viewed(delivery)
            case Answered(_, reply):
                self._presses.answered(reply, self._monotonic())
            case Unanswered(command, why):
                self._presses.unanswered(command.id, why, self._monotonic())
            case _:
                return
        self.refresh()

    @qproperty("QVariant", notify=headChanged)
    def head(self) -> object:
        return self._parts["head"]

    @qproperty("QVariant", notify=currentChanged)
    def current(self) -> object:
        return self._parts["current"]

    @qproperty(str, notify=elapsedChanged)
    def elapsed(self) -> object:
        return self._parts["elapsed"]

    @qproperty("QVariant", notify=upcomingChanged)
    def upcoming(self) -> object:
        return self._parts["upcoming"]

    @qproperty("QVariant", notify=buttonsChanged)
    def buttons(self) -> object:
        return self._parts["buttons"]

    @qproperty("QVariant", notify=listsChanged)
    def lists(self) -> object:
        return self._parts["lists"]

    @qproperty("QVariant", notify=goalsChanged)
    def goals(self) -> object:
        return self._parts["goals"]

    @qproperty("QVariant", notify=messageChanged)
    def message(self) -> object:
        return self._parts["message"]

    @qproperty("QVariant", notify=reasonsChanged)
    def reasons(self) -> object:
        return self._parts["reasons"]

    @qproperty(bool, notify=busyChanged)
    def busy(self) -> object:
        return self._parts["busy"]

    @qproperty("QVariant", notify=signInChanged)
    def signIn(self) -> object:  # noqa: N802 - QML's way
        return self._parts["signIn"]

    @qproperty("QVariant", notify=clerksChanged)
    def clerks(self) -> object:
        return self._parts["clerks"]

    @qproperty(str, notify=languageChanged)
    def language(self) -> object:
        return self._parts["language"]

    @pyqtSlot(str, result="bool")
    def press(self, action: str) -> bool:
        """A press of the button with this object name; False if it was inert."""
        return self._do(Press(Action(action)))

    @pyqtSlot(str, result="bool")
    def call(self, ticket: str) -> bool:
        return self._do(Press(Action.CALL, ticket=ticket))

    @pyqtSlot(str, result="bool")
    def resume(self, ticket: str) -> bool:
        return self._do(Press(Action.RESUME, ticket=ticket))

    @pyqtSlot(str, result="bool")
    def bringBack(self, ticket: str) -> bool:  # noqa: N802 - QML's way
        return self._do(Press(Action.BRING_BACK, ticket=ticket))

    @pyqtSlot(str, result="bool")
    def transferToService(self, service: str) -> bool:  # noqa: N802
        return self._do(Press(Action.TRANSFER, service=service))

    @pyqtSlot(str, result="bool")
    def transferToCounter(self, counter: str) -> bool:  # noqa: N802
        return self._do(Press(Action.TRANSFER, counter=counter))

    @pyqtSlot(str, result="bool")
    def pauseFor(self, reason: str) -> bool:  # noqa: N802
        return self._do(Press(Action.PAUSE, reason=reason))

    @pyqtSlot(str, result="bool")
    def chooseClerk(self, clerk: str) -> bool:  # noqa: N802
        """Opens the counter for this clerk (`""`: without a name), or asks for the PIN: True if something was sent."""
        return self._after(self._presses.choose_clerk(clerk, self._monotonic()))

    @pyqtSlot(str)
    def typePin(self, character: str) -> None:  # noqa: N802
        self._presses.type_pin(character, self._monotonic())
        self.refresh()

    @pyqtSlot()
    def deletePin(self) -> None:  # noqa: N802
        self._presses.signing.delete()
        self.refresh()

    @pyqtSlot(result="bool")
    def enterPin(self) -> bool:  # noqa: N802
        return self._after(self._presses.enter_pin(self._monotonic()))

    @pyqtSlot()
    def leavePin(self) -> None:  # noqa: N802
        """Back to the question who it is: what was typed is forgotten."""
        self._presses.leave_pin()
        self.refresh()

    @pyqtSlot(str)
    def search(self, text: str) -> None:
        self._search = text
        self.refresh()

    @pyqtSlot(str)
    def useLanguage(self, language: str) -> None:  # noqa: N802
        self._language = language
        self.refresh()

    def sent(self) -> None:
        """A pad beside this window has sent a press: the same as one here."""
        self._after(True)

    def _do(self, press: Press) -> bool:
        return self._after(self._presses.press(press, self._monotonic()))

    def _after(self, sent: bool) -> bool:
        """Draws what a press did; a bounce's time is over soon after it was sent."""
        if sent:
            self._rebound.start(int(REBOUND_S * 1000) + 20)
        self.refresh()
        return sent

    def _tick(self) -> None:
        self._presses.tick(self._monotonic())
        self.refresh()

    def refresh(self) -> None:
        """Draws all parts; a window is told only of those that changed."""
        before, self._parts = self._parts, self._draw()
        for name, part in self._parts.items():
            if before.get(name) != part:
                getattr(self, f"{name}Changed").emit()

    def _draw(self) -> dict[str, Any]:
        presses, now_ms, now = self._presses, self._now_ms(), self._monotonic()
        default = presses.catalog.hall.languages[0] if presses.catalog else SOURCE_LANGUAGE
        words = Words(self._texts, self._language, default)
        return {
            "head": plain(picture.head(presses, words, now_ms)),
            "current": plain(picture.current(presses, words)),
            "elapsed": picture.elapsed(presses, now_ms),
            "upcoming": plain(picture.upcoming(presses, words)),
            "buttons": plain(picture.buttons(presses, now)),
            "lists": plain(picture.lists(presses, words, now_ms)),
            "goals": plain(picture.goals(presses, words, self._services, self._search)),
            "message": plain(picture.message(presses, words)),
            "reasons": list(words.pause_reasons()),
            "busy": presses.busy(now),
            "clerks": plain(clerks(presses, words)),
            "signIn": plain(sign_in(presses, words, now)),
            "language": self._language,
        }


def plain(value: Any) -> Any:
    """Dataclasses and tuples as the dicts and lists that QML reads; names as QML writes them."""
    if is_dataclass(value) and not isinstance(value, type):
        return {_camel(name): plain(part) for name, part in vars(value).items()}
    if isinstance(value, Mapping):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value  # an enum that is a str would not be === to a text in QML
    return value


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.title() for part in rest)
