"""The broker's URL: all that a station needs to know to be one."""

from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

_PORTS = {"mqtt": 1883, "mqtts": 8883}
_FORM = "mqtt://DEVICE:PASSWORD@HOST:1883/HALL"


class UrlError(Exception):
    """A broker URL that is missing or wrong, in one line."""


@dataclass(frozen=True)
class BrokerUrl:
    """A device's credential and where it is good for."""

    device: str
    password: str
    host: str
    port: int
    hall: str
    tls: bool = False
    ca: str | None = None
    cert: str | None = None
    key: str | None = None

    def __str__(self) -> str:
        """Without the password, for logs and errors."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"mqtt{'s' if self.tls else ''}://{self.device}@{host}:{self.port}/{self.hall}"

    def silence(self, reason: str) -> str:
        """Why this device is offline, for its log: with TLS a device that was revoked stays connected, says and hears
        nothing any more, and no broker tells it why."""
        if not self.tls:
            return reason
        return f"{reason}; if it lasts: was {self.device} revoked? On the broker's machine `greenwindow pki list`"


def parse_broker_url(text: str) -> BrokerUrl:
    """`mqtt://device:password@host:port/hall` or `mqtts://…?ca=…&cert=…&key=…`. Raises UrlError."""
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as fault:
        raise UrlError(f"broker URL: {fault}; it looks like {_FORM}") from None
    hall = parts.path.strip("/")
    if parts.scheme not in _PORTS or not (parts.hostname and parts.username and hall):
        raise UrlError(f"broker URL: it must look like {_FORM}")
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return BrokerUrl(
        device=unquote(parts.username), password=unquote(parts.password or ""), host=parts.hostname,
        port=port or _PORTS[parts.scheme], hall=hall, tls=parts.scheme == "mqtts",
        ca=query.get("ca"), cert=query.get("cert"), key=query.get("key"),
    )  # fmt: skip


def find_broker_url(directory: Path | None, device: str | None, url: str | None) -> BrokerUrl:
    """The URL itself if given, or the file that it names, else the one at `DIR/credentials/<device>.url`. A file holds
    a URL, or a bundle: the URL with the certificates below it. Raises UrlError."""
    if url and "://" in url:
        return parse_broker_url(url)
    if url:
        return _read(Path(url), f"give a URL ({_FORM}) or a file made by `greenwindow pki bundle`")
    if directory is None or device is None:
        raise UrlError("broker: give --dir DIR and --device ID, or --broker URL, or set GREENWINDOW_BROKER")
    path = directory / "credentials" / f"{device}.url"
    return _read(path, "`greenwindow broker` makes it for each device of the hall file")


def _read(path: Path, otherwise: str) -> BrokerUrl:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UrlError(f"{path}: not there; {otherwise}") from None
    except (OSError, UnicodeDecodeError) as fault:
        raise UrlError(f"{path}: cannot be read: {fault}") from None
    line, _, rest = text.strip().partition("\n")
    found = parse_broker_url(line)
    if "-----BEGIN" not in rest:
        return found
    own = str(path)
    return replace(found, ca=own, cert=own, key=own)
