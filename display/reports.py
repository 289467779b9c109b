"""What a display tells the hall: which calls were shown or spoken, and what is wrong with its parts."""

import threading

from runtime import Station
from wire.commands import ReportShown
from wire.states import Fault
from wire.terms import ShownPart


class Reports:
    """May be used from any thread."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._lock = threading.Lock()
        self._faults: dict[ShownPart, tuple[Fault, ...]] = {}

    def shown(self, part: ShownPart, seq: int) -> None:
        """This call has been shown or spoken here. Offline it is not told: it would come too late."""
        self._station.send(lambda id_, at: ReportShown(id=id_, at=at, seq=seq, part=part))

    def faults(self, part: ShownPart, faults: tuple[Fault, ...]) -> None:
        """All that is wrong with this part now; an empty tuple says that nothing is."""
        with self._lock:
            self._faults[part] = faults
            self._station.report_faults(tuple(fault for known in self._faults.values() for fault in known))
