"""Power cuts, replayed: what a process wrote and synced is traced, and every instant of it can be lived through."""

from tests.support.power.disk import Disk
from tests.support.power.said import Said
from tests.support.power.trace import Call, Traced, read_trace, traced_command, why_not

__all__ = ["Call", "Disk", "Said", "Traced", "read_trace", "traced_command", "why_not"]
