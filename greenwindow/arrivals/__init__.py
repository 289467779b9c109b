"""A morning of residents, written down: who comes when, for what, and what befalls them (docs/arrivals.md)."""

from greenwindow.arrivals.check import check_arrivals
from greenwindow.arrivals.file import ArrivalsError, read_arrivals
from greenwindow.arrivals.model import (
    Arrival,
    Hold,
    Need,
    NoShow,
    Oddity,
    TransferToCounter,
    TransferToService,
)

__all__ = [
    "Arrival",
    "ArrivalsError",
    "Hold",
    "Need",
    "NoShow",
    "Oddity",
    "TransferToCounter",
    "TransferToService",
    "check_arrivals",
    "read_arrivals",
]
