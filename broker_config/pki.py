"""A hall's certificates on disk: its authority, one certificate a device, one for the broker, and who was revoked.

    pki/ca.key, ca.pem      the authority; whoever has ca.key can be any device
    pki/crl.pem             the revoked ones, as mosquitto reads it
    pki/broker.pem          the broker's key and certificate in one file
    pki/devices/ID.pem      a device's key and certificate in one file
    pki/issued.json         every certificate that was ever made; the truth from which crl.pem is written

Each file is written whole or not at all, and the list before what it lists: nothing is ever good that isn't in it.
"""

import dataclasses
import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from pydantic import TypeAdapter

from broker_config.authority import Authority, Signed, hosts_of, new_authority
from broker_config.private import make_private, write_private

NEAR_END = timedelta(days=60)
"""What ends sooner is renewed by `renew`, and told of when the broker starts."""


class PkiError(Exception):
    """A certificate or its authority is missing or wrong, in one line."""


@dataclass(frozen=True)
class Issued:
    """One certificate that was made. `server`: the broker's."""

    name: str
    server: bool
    serial: int
    until: datetime
    revoked: datetime | None = None

    def is_good(self, now: datetime) -> bool:
        """Neither revoked nor past its end."""
        return self.revoked is None and now < self.until

    def ends_soon(self, now: datetime) -> bool:
        """Good, but not for much longer."""
        return self.is_good(now) and self.until - now < NEAR_END


_LIST = TypeAdapter(tuple[Issued, ...])


class Pki:
    """The certificates in a folder. Every method that writes needs `now`, and raises PkiError or OSError."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ca = folder / "ca.pem"
        self.crl = folder / "crl.pem"
        self.broker = folder / "broker.pem"

    def device(self, name: str) -> Path:
        """Where that device's key and certificate are, or will be."""
        return self.folder / "devices" / f"{name}.pem"

    def exists(self) -> bool:
        """Whether there is an authority."""
        return self.ca.exists()

    def create(self, hall: str, now: datetime) -> None:
        """An authority; one that is there is never replaced: all that it signed would be worth nothing."""
        if self.exists():
            raise PkiError(f"{self.ca}: is there already; go on with `greenwindow pki issue`")
        make_private(self.folder)
        make_private(self.folder / "devices")
        made = new_authority(hall, now)
        write_private(self.folder / "ca.key", made.key_pem)
        self._keep((), Authority(made.pem, made.key_pem), now)
        write_private(self.ca, made.pem)

    def issued(self) -> tuple[Issued, ...]:
        """All that were ever made, oldest first."""
        path = self.folder / "issued.json"
        try:
            return _LIST.validate_json(path.read_bytes())
        except FileNotFoundError:
            raise PkiError(f"{path}: is not there; `greenwindow pki init` makes an authority first") from None
        except ValueError:
            raise PkiError(f"{path}: is damaged; bring it back from a backup of {self.folder}") from None

    def newest(self) -> dict[tuple[str, bool], Issued]:
        """The certificate made last, by name and whether it is the broker's."""
        return {(one.name, one.server): one for one in self.issued()}

    def revoked_devices(self) -> frozenset[str]:
        """Devices that were revoked and got no new certificate since."""
        return frozenset(
            one.name for one in self.newest().values() if one.revoked is not None and not one.server
        )

    def issue(self, name: str, now: datetime) -> Issued:
        """A new key and certificate for a device; one it had stays good until its end."""
        authority = self._authority()
        made = authority.device(name, now)
        return self._add(
            Issued(name, False, made.serial, made.until), made, self.device(name), authority, now
        )

    def issue_broker(self, hosts: Sequence[str], now: datetime) -> Issued:
        """A new key and certificate for the broker at these names and addresses."""
        authority = self._authority()
        try:
            made = authority.broker(hosts, now)
        except ValueError as fault:
            raise PkiError(f"--host: {fault}; give a host name or an address") from None
        entry = Issued("broker", True, made.serial, made.until)
        return self._add(entry, made, self.broker, authority, now)

    def revoke(self, name: str, now: datetime) -> int:
        """Makes every certificate that device ever got worthless, and takes its key away here; how many."""
        authority = self._authority()
        with self._alone():
            before = self.issued()
            hit = {one.serial for one in before if one.name == name and not one.server and one.is_good(now)}
            if not hit:
                raise PkiError(f"{name}: has no certificate that is still good; see `greenwindow pki list`")
            after = [dataclasses.replace(one, revoked=now) if one.serial in hit else one for one in before]
            self._keep(after, authority, now)
            self.device(name).unlink(missing_ok=True)
        return len(hit)

    def broker_hosts(self) -> tuple[str, ...]:
        """The names and addresses the broker's certificate is good for; none where there is none."""
        try:
            return hosts_of(self.broker.read_bytes())
        except FileNotFoundError:
            return ()
        except ValueError:
            raise PkiError(f"{self.broker}: is damaged; `greenwindow pki renew HALL.toml broker`") from None

    def has_key(self) -> bool:
        """Whether this machine can sign: `ca.key` may be kept elsewhere."""
        return (self.folder / "ca.key").exists()

    def _add(self, entry: Issued, made: Signed, path: Path, authority: Authority, now: datetime) -> Issued:
        with self._alone():
            self._keep([*self.issued(), entry], authority, now)
            make_private(path.parent)
            write_private(path, made.key_pem + made.pem)
        return entry

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Two commands at once wait for each other: none may forget what the other one made."""
        lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _keep(self, issued: Sequence[Issued], authority: Authority, now: datetime) -> None:
        write_private(self.folder / "issued.json", _LIST.dump_json(tuple(issued), indent=1))
        revoked = [(one.serial, one.revoked) for one in issued if one.revoked is not None]
        write_private(self.crl, authority.revocations(revoked, now))

    def _authority(self) -> Authority:
        key = self.folder / "ca.key"
        if not self.exists():
            raise PkiError(f"{self.ca}: is not there; `greenwindow pki init` makes an authority first")
        try:
            return Authority(self.ca.read_bytes(), key.read_bytes())
        except FileNotFoundError:
            raise PkiError(f"{key}: is not there; put it back for as long as certificates are made") from None
        except ValueError as fault:
            raise PkiError(f"{key}: can't be used with {self.ca.name} ({fault}); bring both back") from None
