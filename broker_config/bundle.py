"""All that one device needs on another machine, in one file: its URL, its key and certificate, the authority's."""

from pathlib import Path

from broker_config.pki import Pki, PkiError


def bundle_text(folder: Path, name: str) -> str:
    """The URL without its file names in the first line, then the PEM blocks, the authority's certificate last.
    Raises PkiError and OSError."""
    url = folder / "credentials" / f"{name}.url"
    pki = Pki(folder / "pki")
    try:
        line = url.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise PkiError(
            f"{url}: is not there; start `greenwindow broker` once: it knows its address"
        ) from None
    if not line.startswith("mqtts://"):
        raise PkiError(
            f"{url}: is without TLS; start `greenwindow broker` again: it takes up the certificates"
        )
    try:
        own = pki.device(name).read_text(encoding="ascii")
    except FileNotFoundError:
        raise PkiError(
            f"{name}: has no certificate; `greenwindow pki issue HALL.toml {name}` makes one"
        ) from None
    return line.partition("?")[0] + "\n" + own + pki.ca.read_text(encoding="ascii")
