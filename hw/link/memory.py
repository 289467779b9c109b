"""Two ends joined in memory: for tests, and for stand-ins that live in the same process."""

from threading import Condition

from hw.link.deadline import Deadline
from hw.link.errors import LinkUnavailableError


class _Pipe:
    """Bytes one way, at most `capacity` of them unread."""

    def __init__(self, capacity: int) -> None:
        self.changed = Condition()
        self.bytes = bytearray()
        self.capacity = capacity
        self.closed = False


class MemoryLink:
    """One end of a pair. Each end may be used from a thread of its own."""

    two_way = True

    def __init__(self, incoming: _Pipe, outgoing: _Pipe) -> None:
        self._in = incoming
        self._out = outgoing

    def write(self, data: bytes, deadline: Deadline) -> int:
        pipe = self._out
        with pipe.changed:
            pipe.changed.wait_for(lambda: pipe.closed or len(pipe.bytes) < pipe.capacity, deadline.left())
            if pipe.closed:
                raise LinkUnavailableError("memory: the other side is closed")
            taken = data[: pipe.capacity - len(pipe.bytes)]
            pipe.bytes += taken
            pipe.changed.notify_all()
            return len(taken)

    def read(self, deadline: Deadline) -> bytes:
        pipe = self._in
        with pipe.changed:
            pipe.changed.wait_for(lambda: pipe.closed or bool(pipe.bytes), deadline.left())
            if pipe.closed and not pipe.bytes:
                raise LinkUnavailableError("memory: the other side is closed")
            got = bytes(pipe.bytes)
            pipe.bytes.clear()
            pipe.changed.notify_all()
            return got

    def close(self) -> None:
        for pipe in (self._in, self._out):
            with pipe.changed:
                pipe.closed = True
                pipe.changed.notify_all()


def memory_pair(capacity: int = 65536) -> tuple[MemoryLink, MemoryLink]:
    """Two ends; what is written to one is read from the other. A full way takes nothing until it is read."""
    there, back = _Pipe(capacity), _Pipe(capacity)
    return MemoryLink(back, there), MemoryLink(there, back)
