"""The folder of a hall's broker: configuration, ACL, passwords, and a URL for each device."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlencode, urlsplit

from pydantic import TypeAdapter

from broker_config.acl import OWN_NAMES, acl_text
from broker_config.conf import Place, conf_text
from broker_config.passwords import password_file
from broker_config.pki import Pki
from broker_config.private import make_private, write_private
from hall.plan import Plan

_PASSWORD_BYTES = 20


@dataclass(frozen=True)
class BrokerFolder:
    """Where things were written."""

    conf: Path
    credentials: Path
    added: tuple[str, ...]
    removed: tuple[str, ...]


_PLACE = TypeAdapter(Place)


def write_broker(
    plan: Plan,
    folder: Path,
    *,
    port: int,
    address: str,
    host: str,
    user: str,
    random_bytes: Callable[[int], bytes],
    tls_port: int | None = None,
    also_plain: bool = False,
) -> BrokerFolder:
    """Writes all that mosquitto needs below `folder`. A device that has a password keeps it; the URLs of devices
    that are no longer in the hall file, or were revoked, are removed. Raises OSError and PkiError."""
    return write_again(
        plan, folder, Place(port, address, host, user, tls_port, also_plain), random_bytes=random_bytes
    )


def last_place(folder: Path) -> Place | None:
    """Where the broker of this folder listened last; None if there never was one."""
    try:
        return _PLACE.validate_json((folder / "broker" / "place.json").read_bytes())
    except (OSError, ValueError):
        return None


def write_again(
    plan: Plan, folder: Path, place: Place, *, random_bytes: Callable[[int], bytes]
) -> BrokerFolder:
    """As `write_broker`, for a broker at that place. Raises OSError and PkiError."""
    credentials, broker, pki = folder / "credentials", folder / "broker", Pki((folder / "pki").resolve())
    for one in (folder, credentials, broker):
        make_private(one)
    revoked = pki.revoked_devices() if place.tls_port else frozenset()
    names = [n for n in (*OWN_NAMES, *(device.id for device in plan.devices)) if n not in revoked]
    known = _known_passwords(credentials)
    passwords = {name: known.get(name) or _new_password(random_bytes) for name in names}
    for name, password in passwords.items():
        write_private(credentials / f"{name}.url", _url(plan.hall.id, name, password, place, pki) + "\n")
    gone = tuple(sorted(set(known) - set(names)))
    for name in gone:
        (credentials / f"{name}.url").unlink()
    write_private(broker / "passwords", password_file(passwords, random_bytes))
    write_private(broker / "acl", acl_text(plan, without=revoked))
    conf = broker / "mosquitto.conf"
    write_private(conf, conf_text(broker.resolve(), place, pki))
    write_private(broker / "place.json", _PLACE.dump_json(place))
    return BrokerFolder(conf, credentials, tuple(n for n in names if n not in known), gone)


def _url(hall: str, name: str, password: str, place: Place, pki: Pki) -> str:
    who = f"{quote(name)}:{quote(password)}"
    host = f"[{place.host}]" if ":" in place.host else place.host
    if place.tls_port is None:
        return f"mqtt://{who}@{host}:{place.port}/{hall}"
    own = str(pki.device(name))
    files = urlencode({"ca": str(pki.ca), "cert": own, "key": own}, safe="/")
    return f"mqtts://{who}@{host}:{place.tls_port}/{hall}?{files}"


def _known_passwords(credentials: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in credentials.glob("*.url"):
        try:
            password = urlsplit(path.read_text(encoding="utf-8").strip()).password
        except ValueError:
            password = None
        found[path.stem] = unquote(password or "")
    return found


def _new_password(random_bytes: Callable[[int], bytes]) -> str:
    return base64.b32encode(random_bytes(_PASSWORD_BYTES)).decode().lower()
