"""Addresses of devices as people write them on a command line: kind, place, options; checked before use."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from hw.link.errors import BadAddressError
from hw.link.file import FileEndpoint
from hw.link.link import Endpoint
from hw.link.serial_line import SerialEndpoint
from hw.link.tcp import TcpEndpoint
from hw.link.usb import UsbEndpoint

BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400)


@dataclass(frozen=True)
class Address:
    """A device's URL, taken apart. `text` is what was written, for messages."""

    text: str
    kind: str
    host: str
    port: int | None
    path: str
    options: dict[str, str] = field(default_factory=dict)

    def bad(self, what: str) -> BadAddressError:
        """The error to raise about this address."""
        return BadAddressError(f"{self.text}: {what}")

    def split_off(self, *names: str) -> "tuple[dict[str, str], Address]":
        """Those of the named options that are there, and the address without them."""
        mine = {k: v for k, v in self.options.items() if k in names}
        rest = {k: v for k, v in self.options.items() if k not in names}
        return mine, replace(self, options=rest)

    def number(self, options: dict[str, str], name: str, default: int, least: int, most: int) -> int:
        """That option as a whole number in its range. Raises BadAddressError."""
        text = options.get(name, str(default))
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise self.bad(f"{name} is {text!r}, must be a whole number from {least} to {most}")
        return int(text)

    def only(self, *names: str) -> None:
        """Raises BadAddressError if there is any other option."""
        for name in self.options:
            if name not in names:
                raise self.bad(f"unknown option {name!r}; {_allowed(names)}")


def parse_address(text: str) -> Address:
    """Take a device's URL apart. Raises BadAddressError."""
    try:
        url = urlsplit(text)
    except ValueError as e:
        raise BadAddressError(f"{text}: {e}") from e
    if not url.scheme:
        raise BadAddressError(f"{text or 'empty address'}: no kind; write e.g. tcp://10.0.0.9:9100")
    return Address(text, url.scheme, url.hostname or "", _port(url), unquote(url.path), _options(text, url))


def endpoint(address: Address | str) -> Endpoint:
    """The place an address of kind tcp, serial, usb or file names, still unopened. Raises BadAddressError."""
    at = parse_address(address) if isinstance(address, str) else address
    match at.kind:
        case "tcp":
            return _tcp(at)
        case "serial":
            return _serial(at)
        case "usb":
            return _usb(at)
        case "file":
            return _file(at)
    raise at.bad(
        f"unknown kind {at.kind!r}; known: tcp://HOST:PORT, serial:///dev/NAME?baud=N, usb://VVVV:PPPP, file:PATH"
    )


def _tcp(at: Address) -> TcpEndpoint:
    at.only()
    if not at.host or not at.port or at.path not in ("", "/"):
        raise at.bad("must be tcp://HOST:PORT")
    return TcpEndpoint(at.host, at.port)


def _serial(at: Address) -> SerialEndpoint:
    at.only("baud")
    if at.host or at.port or not at.path.startswith("/"):
        raise at.bad("must be serial:///dev/NAME (three slashes)")
    baud = at.number(at.options, "baud", 9600, BAUDS[0], BAUDS[-1])
    if baud not in BAUDS:
        raise at.bad(f"baud is {baud}, must be one of {', '.join(map(str, BAUDS))}")
    return SerialEndpoint(at.path, baud)


def _usb(at: Address) -> UsbEndpoint:
    """The ids are not a host and a port, though they stand where those do."""
    at.only("serial")
    found = re.fullmatch(r"usb://([0-9a-f]{4}):([0-9a-f]{4})/?", at.text.partition("?")[0].lower())
    if found is None:
        raise at.bad("must be usb://VVVV:PPPP, vendor and product as lsusb says them, like usb://04b8:0e15")
    return UsbEndpoint(found[1], found[2], at.options.get("serial", ""))


def _file(at: Address) -> FileEndpoint:
    at.only()
    if at.host or not at.path or Path(at.path).is_dir():
        raise at.bad("must be file:PATH of a file, not of a folder")
    return FileEndpoint(Path(at.path))


def _port(url: SplitResult) -> int | None:
    try:
        return url.port
    except ValueError:  # not a number, or too large; some kinds have other things there
        return None


def _options(text: str, url: SplitResult) -> dict[str, str]:
    try:
        pairs = parse_qsl(url.query, keep_blank_values=True, strict_parsing=True) if url.query else []
    except ValueError as e:
        raise BadAddressError(f"{text}: after '?' write options as name=value, joined by '&'") from e
    if len(pairs) != len(dict(pairs)):
        raise BadAddressError(f"{text}: an option is there twice")
    return dict(pairs)


def _allowed(names: tuple[str, ...]) -> str:
    return f"allowed: {', '.join(names)}" if names else "none is allowed here"
