"""A hall's certificates: what they say, how long they are good, what is kept of them, and what goes wrong in words."""

import stat
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from broker_config import NEAR_END, Pki, PkiError

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def pki(tmp_path: Path) -> Pki:
    made = Pki(tmp_path / "pki")
    made.create("h", NOW)
    return made


def certificate(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def revoked(pki: Pki) -> set[int]:
    return {entry.serial_number for entry in x509.load_pem_x509_crl(pki.crl.read_bytes())}


def test_a_device_is_its_common_name_and_a_client_only(pki: Pki) -> None:
    pki.issue("pad-1", NOW)
    found = certificate(pki.device("pad-1"))
    assert found.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value == "pad-1"
    uses = found.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(uses) == [ExtendedKeyUsageOID.CLIENT_AUTH]
    found.verify_directly_issued_by(certificate(pki.ca))


def test_the_broker_is_known_by_its_names_and_addresses(pki: Pki) -> None:
    pki.issue_broker(["hall.example", "10.0.0.2"], NOW)
    found = certificate(pki.broker)
    names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["hall.example"]
    assert names.get_values_for_type(x509.IPAddress) == [ip_address("10.0.0.2")]
    uses = found.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(uses) == [ExtendedKeyUsageOID.SERVER_AUTH]
    assert pki.broker_hosts() == ("hall.example", "10.0.0.2")


def test_lives(pki: Pki) -> None:
    """A clock somewhat behind must do; nothing outlives the authority; the list of revoked ones never runs out."""
    one = pki.issue("pad-1", NOW)
    assert one.until == NOW + timedelta(days=730)
    assert certificate(pki.device("pad-1")).not_valid_before_utc == NOW - DAY
    end = certificate(pki.ca).not_valid_after_utc
    assert end == NOW + timedelta(days=3653)
    assert pki.issue("pad-1", NOW + timedelta(days=3600)).until == end
    assert x509.load_pem_x509_crl(pki.crl.read_bytes()).next_update_utc == end


def test_good_ending_soon_over(pki: Pki) -> None:
    one = pki.issue("pad-1", NOW)
    near = one.until - NEAR_END
    assert (one.is_good(near), one.ends_soon(near)) == (True, False)
    assert one.ends_soon(near + DAY)
    assert not one.is_good(one.until)
    assert not one.ends_soon(one.until)


def test_revoking_hits_every_certificate_the_device_has(pki: Pki) -> None:
    first, second = pki.issue("pad-1", NOW), pki.issue("pad-1", NOW + DAY)
    other = pki.issue("pad-2", NOW)
    assert pki.revoke("pad-1", NOW + 2 * DAY) == 2
    assert revoked(pki) == {first.serial, second.serial}
    assert pki.revoked_devices() == {"pad-1"}
    assert not pki.device("pad-1").exists()
    again = pki.issue("pad-1", NOW + 3 * DAY)
    assert pki.revoked_devices() == frozenset()
    assert revoked(pki) == {first.serial, second.serial}
    assert {key[0]: one.serial for key, one in pki.newest().items()} == {
        "pad-1": again.serial,
        "pad-2": other.serial,
    }


def test_a_device_called_broker_is_not_the_broker(pki: Pki) -> None:
    pki.issue_broker(["h"], NOW)
    with pytest.raises(PkiError, match="has no certificate that is still good"):
        pki.revoke("broker", NOW)
    pki.issue("broker", NOW)
    assert pki.revoke("broker", NOW) == 1
    assert pki.newest()["broker", True].is_good(NOW)


def test_everything_is_for_its_owner_only(pki: Pki) -> None:
    pki.issue("pad-1", NOW)
    pki.issue_broker(["h"], NOW)
    for path in pki.folder.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_an_authority_is_never_replaced(pki: Pki) -> None:
    before = pki.ca.read_bytes()
    with pytest.raises(PkiError, match="is there already"):
        pki.create("h", NOW)
    assert pki.ca.read_bytes() == before


def test_an_authority_half_made_is_made_anew(tmp_path: Path) -> None:
    pki = Pki(tmp_path / "pki")
    pki.create("h", NOW)
    pki.ca.unlink()
    assert not pki.exists()
    pki.create("h", NOW)
    pki.issue("pad-1", NOW)
    certificate(pki.device("pad-1")).verify_directly_issued_by(certificate(pki.ca))


def test_what_is_missing_or_damaged_is_one_line(pki: Pki, tmp_path: Path) -> None:
    none = Pki(tmp_path / "none")
    for act in (lambda: none.issue("a", NOW), none.issued, lambda: none.revoke("a", NOW)):
        with pytest.raises(PkiError, match="`greenwindow pki init`"):
            act()
    with pytest.raises(PkiError, match="give a host name or an address"):
        pki.issue_broker(["大厅"], NOW)
    key = pki.folder / "ca.key"
    kept = key.read_bytes()
    key.write_text("?")
    with pytest.raises(PkiError, match=r"ca.key: can't be used with ca.pem"):
        pki.issue("a", NOW)
    key.unlink()
    with pytest.raises(PkiError, match=r"ca.key: is not there; put it back"):
        pki.issue("a", NOW)
    assert not pki.has_key()
    other = Pki(tmp_path / "other")
    other.create("h", NOW)
    key.write_bytes((other.folder / "ca.key").read_bytes())
    with pytest.raises(PkiError, match="don't belong together"):
        pki.issue("a", NOW)
    key.write_bytes(kept)
    (pki.folder / "issued.json").write_text("[{")
    with pytest.raises(PkiError, match=r"issued.json: is damaged"):
        pki.issue("a", NOW)
    pki.broker.write_text("?")
    with pytest.raises(PkiError, match=r"broker.pem: is damaged"):
        pki.broker_hosts()
