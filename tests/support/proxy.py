"""A network that misbehaves on demand: a TCP proxy on loopback between a device and its broker.

    with proxy(broker.port) as line:
        session = Session(parse_broker_url(f"mqtt://a:a@127.0.0.1:{line.port}/h"), …)
        line.hold()              # a black hole: sockets stay open, nothing gets through in either direction
        line.hold(down=False)    # only what the device says is swallowed; it still hears
        line.release()           # what was held goes on, late, as TCP's own repeats would bring it
        line.reset()             # every connection ends with RST; what was under way is lost
        line.delay_s = 0.2       # each way; order is kept
        line.rule = Shuffled(Random(1), window=4)      # whole MQTT packets, reordered (not for TLS)

A rule gets each MQTT packet and whether it goes up (device → broker), and gives those that go on now. It is called
on the proxy's own thread. Everything may be changed while it runs; `start` and `stop` are for who wants no `with`.
"""

import asyncio
import socket
import struct
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from random import Random
from typing import Any

Rule = Callable[[bytes, bool], Sequence[bytes]]
_PUBLISH = 3
_RST = struct.pack("ii", 1, 0)


class Proxy:
    """One listening port; each connection to it gets one to `target`, a port of loopback."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = 0
        self.delay_s = 0.0
        self.rule: Rule | None = None
        self.accepted = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)
        self._may_pass: dict[bool, asyncio.Event] = {}
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    def start(self) -> None:
        """Listens, on a port that the system chose."""
        self._thread.start()
        self._do(self._listen())

    def stop(self) -> None:
        """Ends every connection, and the thread."""
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def hold(self, *, up: bool = True, down: bool = True) -> None:
        """From now on nothing passes; new connections are accepted and get no answer."""
        self._do(self._turn([way for way, held in ((True, up), (False, down)) if held], passing=False))

    def release(self) -> None:
        """Everything passes again, what was held first."""
        self._do(self._turn([True, False], passing=True))

    def reset(self) -> None:
        """Ends what is connected, as a router that forgot its connections does."""
        self._do(self._reset())

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _listen(self) -> None:
        self._may_pass = {True: asyncio.Event(), False: asyncio.Event()}
        await self._turn([True, False], passing=True)
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _turn(self, ways: list[bool], *, passing: bool) -> None:
        for way in ways:
            self._may_pass[way].set() if passing else self._may_pass[way].clear()

    async def _reset(self) -> None:
        for writer in list(self._writers):
            link = writer.get_extra_info("socket")
            with suppress(OSError):
                link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RST)
            writer.transport.abort()

    async def _end(self) -> None:
        if self._server is not None:
            self._server.close()
        await self._reset()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.accepted += 1
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._writers.add(writer)
        with suppress(OSError, asyncio.CancelledError):
            await self._may_pass[True].wait()
            there, back = await asyncio.open_connection("127.0.0.1", self.target)
            self._writers.add(back)
            await self._both(self._pump(reader, back, True), self._pump(there, writer, False))
            back.transport.abort()
            self._writers.discard(back)
        writer.transport.abort()
        self._writers.discard(writer)
        self._tasks.discard(task)

    async def _both(self, up: Coroutine[Any, Any, None], down: Coroutine[Any, Any, None]) -> None:
        """Until either side hangs up."""
        pumps = [asyncio.ensure_future(up), asyncio.ensure_future(down)]
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for pump in pumps:
                pump.cancel()
            await asyncio.gather(*pumps, return_exceptions=True)

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, up: bool) -> None:
        line: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        saying = asyncio.ensure_future(self._say(line, writer, up))
        rest = b""
        try:
            while data := await reader.read(65536):
                rule, rest = self.rule, rest + data
                packets, rest = _packets(rest) if rule is not None else ([rest], b"")
                for packet in packets:
                    for one in rule(packet, up) if rule is not None else (packet,):
                        line.put_nowait((self._loop.time() + self.delay_s, one))
        finally:
            saying.cancel()

    async def _say(
        self, line: "asyncio.Queue[tuple[float, bytes]]", writer: asyncio.StreamWriter, up: bool
    ) -> None:
        while True:
            due, data = await line.get()
            await asyncio.sleep(max(0.0, due - self._loop.time()))
            await self._may_pass[up].wait()
            writer.write(data)
            await writer.drain()


class Shuffled:
    """A rule: PUBLISH packets wait for each other until there are `window`, and go on in another order; so the last
    few may wait for ever. `again` is the share of them that goes on twice."""

    def __init__(self, chance: Random, window: int = 4, again: float = 0.0) -> None:
        self._chance = chance
        self._window = window
        self._again = again
        self._kept: dict[bool, list[bytes]] = {True: [], False: []}

    def __call__(self, packet: bytes, up: bool) -> Sequence[bytes]:
        if packet[0] >> 4 != _PUBLISH:
            return (packet,)
        kept = self._kept[up]
        kept += [packet] * (2 if self._chance.random() < self._again else 1)
        if len(kept) < self._window:
            return ()
        self._chance.shuffle(kept)
        self._kept[up] = []
        return kept


def _packets(data: bytes) -> tuple[list[bytes], bytes]:
    """Whole MQTT packets, and what is left: a byte of type, then the length, seven bits a byte."""
    found: list[bytes] = []
    while (size := _size(data)) is not None and len(data) >= size:
        found.append(data[:size])
        data = data[size:]
    return found, data


def _size(data: bytes) -> int | None:
    length = 0
    for index, byte in enumerate(data[1:5]):
        length |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return 2 + index + length
    return None


@contextmanager
def proxy(target: int) -> Iterator[Proxy]:
    """A proxy that runs."""
    found = Proxy(target)
    found.start()
    try:
        yield found
    finally:
        found.stop()
