"""Times and sizes as commands write them."""

from datetime import datetime, tzinfo


def local_time(zone: tzinfo, at: int) -> str:
    """A moment by the hall's own clock, to the second; a dash for none."""
    return f"{datetime.fromtimestamp(at / 1000, zone):%Y-%m-%d %H:%M:%S}" if at else "–"


def size(count: float) -> str:
    """Bytes, readable."""
    for unit in ("bytes", "kB", "MB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit != "MB" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} GB"
