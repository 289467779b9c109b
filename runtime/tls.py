"""TLS to the broker: which authority is trusted, who this device is, and what went wrong, in words."""

import re
import ssl
from pathlib import Path

from runtime.messages import BrokerError
from runtime.url import BrokerUrl

_CERTIFICATE = re.compile("-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----\n?", re.DOTALL)
_AGAIN = "bring this device's certificate again (`greenwindow pki bundle`)"


class _Socket(ssl.SSLSocket):
    """paho forgets the socket of a handshake that failed."""

    def do_handshake(self, block: bool = False) -> None:
        try:
            super().do_handshake(block)
        except OSError:
            self.close()
            raise


def tls_context(url: BrokerUrl) -> ssl.SSLContext:
    """Trusts the URL's `ca`, or what the machine trusts where it names none; the server's name is always checked.
    The files are read for each connection: a renewed certificate needs no restart. Raises BrokerError."""
    context = ssl.create_default_context(cadata=_authority(url.ca) if url.ca else None)
    context.sslsocket_class = _Socket
    if url.cert:
        _identify(context, url.cert, url.key)
    return context


def tls_words(fault: ssl.SSLError, host: str) -> str:
    """Why the broker can't be trusted, and what to do."""
    if not isinstance(fault, ssl.SSLCertVerificationError):
        words = (fault.reason or str(fault)).lower().replace("_", " ")
        return f"does not speak TLS as it should ({words}); is it the port for TLS?"
    words = fault.verify_message.rstrip(".")
    if "mismatch" in words:
        return f"its certificate is not for {host}; there: `greenwindow broker --host {host}`"
    if "expired" in words or "not yet valid" in words:
        return f"its {words} by this machine's clock; set the clock, or there: `greenwindow pki renew`"
    return f"its certificate is of another authority ({words}); {_AGAIN}"


def _authority(path: str) -> str:
    """A bundle holds the device's own certificate too, and that one must not be trusted: there it is the last."""
    text = _read(path)
    found = _CERTIFICATE.findall(text)
    if not found:
        raise BrokerError(f"{path}: holds no certificate; {_AGAIN}")
    chosen: list[str] = found[-1:] if "PRIVATE KEY" in text else found
    return "".join(chosen)


def _identify(context: ssl.SSLContext, cert: str, key: str | None) -> None:
    for path in (cert, key or cert):
        _read(path)
    try:
        context.load_cert_chain(cert, key, password=lambda: b"")
    except (ssl.SSLError, ValueError):
        raise BrokerError(f"{cert}: holds no certificate with the key that belongs to it; {_AGAIN}") from None


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="ascii")
    except FileNotFoundError:
        raise BrokerError(f"{path}: is not there; on the broker's machine `greenwindow pki issue`") from None
    except (OSError, ValueError) as fault:
        raise BrokerError(f"{path}: cannot be read: {getattr(fault, 'strerror', None) or fault}") from None
