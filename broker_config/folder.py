"""The folder of a hall's broker: configuration, ACL, passwords, and a URL for each device."""

import base64
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from broker_config.acl import DISPATCHERS, acl_text
from broker_config.conf import conf_text
from broker_config.passwords import password_file
from hall.plan import Plan

_PASSWORD_BYTES = 20


@dataclass(frozen=True)
class BrokerFolder:
    """Where things were written."""

    conf: Path
    credentials: Path
    added: tuple[str, ...]
    removed: tuple[str, ...]


def write_broker(
    plan: Plan,
    folder: Path,
    *,
    port: int,
    address: str,
    host: str,
    user: str,
    random_bytes: Callable[[int], bytes],
) -> BrokerFolder:
    """Writes all that mosquitto needs below `folder`. A device that has a password keeps it; the URLs of devices
    that are no longer in the hall file are removed. Raises OSError."""
    credentials = folder / "credentials"
    broker = folder / "broker"
    for place in (folder, credentials, broker):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    names = [*DISPATCHERS, *(device.id for device in plan.devices)]
    known = _known_passwords(credentials)
    passwords = {name: known.get(name) or _new_password(random_bytes) for name in names}
    for name, password in passwords.items():
        url = f"mqtt://{quote(name)}:{quote(password)}@{host}:{port}/{plan.hall.id}\n"
        _write_private(credentials / f"{name}.url", url)
    gone = tuple(sorted(set(known) - set(names)))
    for name in gone:
        (credentials / f"{name}.url").unlink()
    _write_private(broker / "passwords", password_file(passwords, random_bytes))
    _write_private(broker / "acl", acl_text(plan))
    conf = broker / "mosquitto.conf"
    _write_private(conf, conf_text(broker.resolve(), port=port, address=address, user=user))
    return BrokerFolder(conf, credentials, tuple(n for n in names if n not in known), gone)


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


def _write_private(path: Path, text: str) -> None:
    """Whole or not at all, and for the owner only: a broker killed while writing must start again."""
    draft = path.with_name(path.name + ".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)
