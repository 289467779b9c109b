"""What goes wrong on purpose: the kiosk runs out of paper once, and the dispatcher is killed in the middle."""

from collections.abc import Callable

from greenwindow.demo.pictures import Photographer
from greenwindow.demo.processes import Processes
from greenwindow.demo.residents import Kiosk, Street
from runtime.clock import Clock

_PICTURE_AT = 0.25
_PAPER_AT = 0.35
_KILL_AT = 0.55
_OUTAGE_S = 3.4
"""Long enough for every window to say that it is offline."""


class Story:
    """Looks at how far the morning is, and does what is due."""

    def __init__(
        self, processes: Processes, street: Street, kiosk: Kiosk, photographer: Photographer,
        *, clock: Clock, say: Callable[[str, str], None],
    ) -> None:  # fmt: skip
        self._processes = processes
        self._street = street
        self._kiosk = kiosk
        self._photographer = photographer
        self._clock = clock
        self._say = say
        self._killed_at: float | None = None
        self._steps: list[tuple[float, Callable[[], None]]] = [
            (_PICTURE_AT, lambda: photographer.all("busy")),
            (_PAPER_AT, self._no_paper),
            (_KILL_AT, self._kill),
        ]

    @property
    def over(self) -> bool:
        """Whether all of it has happened."""
        return not self._steps and self._killed_at is None

    def tick(self) -> None:
        """Does what is due."""
        if self._steps and self._street.progress >= self._steps[0][0]:
            self._steps.pop(0)[1]()
        if self._killed_at is not None and self._clock.monotonic() - self._killed_at > _OUTAGE_S:
            self._killed_at = None
            self._photographer.all("offline")
            self._processes.restart("dispatcher")
            self._say("the dispatcher is started again", "red")

    def _no_paper(self) -> None:
        self._kiosk.run_out_of_paper()
        self._say(f"{self._kiosk.name} runs out of paper", "red")

    def _kill(self) -> None:
        self._say("kill -9 of the dispatcher", "bold red")
        self._processes.kill("dispatcher")
        self._killed_at = self._clock.monotonic()
