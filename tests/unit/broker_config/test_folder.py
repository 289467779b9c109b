"""What is written for mosquitto: with and without certificates, and after a device was revoked."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from broker_config import Pki, PkiError, Place, bundle_text, last_place, reread, write_again
from hall.plan import load_plan
from runtime import find_broker_url

NOW = datetime(2026, 11, 21, tzinfo=UTC)
PLAN = load_plan(b"""
[hall]
id = "h"
name = { zh = "\xe5\x8e\x85" }
timezone = "Asia/Shanghai"
languages = ["zh"]
[[service]]
id = "a"
prefix = "A"
name = { zh = "\xe7\x94\xb2" }
expected_minutes = 4
[[counter]]
id = "1"
[[device]]
id = "kiosk"
kind = "kiosk"
[[device]]
id = "pad-1"
kind = "pad"
counter = "1"
""")
PLAIN = Place(1883, "127.0.0.1", "10.0.0.2", "root")
SECURE = Place(1883, "0.0.0.0", "10.0.0.2", "root", 8883)


def zeros(size: int) -> bytes:
    return bytes(size)


def write(folder: Path, place: Place) -> str:
    return write_again(PLAN, folder, place, random_bytes=zeros).conf.read_text()


@pytest.fixture
def pki(tmp_path: Path) -> Pki:
    made = Pki(tmp_path / "pki")
    made.create("h", NOW)
    for name in ("dispatcher", "dispatcher-standby", "kiosk", "pad-1"):
        made.issue(name, NOW)
    made.issue_broker(["10.0.0.2"], NOW)
    return made


def test_without_certificates_one_plain_listener(tmp_path: Path) -> None:
    conf = write(tmp_path, PLAIN)
    assert conf.count("\nlistener ") == 1
    assert "listener 1883 127.0.0.1\n" in conf
    assert "certfile" not in conf
    url = find_broker_url(tmp_path, "pad-1", None)
    assert (url.tls, url.host, url.port) == (False, "10.0.0.2", 1883)
    assert last_place(tmp_path) == PLAIN


def test_with_certificates_only_tls(tmp_path: Path, pki: Pki) -> None:
    conf = write(tmp_path, SECURE)
    assert conf.count("\nlistener ") == 1
    assert "listener 8883 0.0.0.0\n" in conf
    for line in ("require_certificate true", "use_identity_as_username true", f"crlfile {pki.crl}"):
        assert line in conf
    url = find_broker_url(tmp_path, "pad-1", None)
    own = str(pki.device("pad-1"))
    assert (url.tls, url.port, url.ca, url.cert, url.key) == (True, 8883, str(pki.ca), own, own)


def test_both_while_stations_move(tmp_path: Path, pki: Pki) -> None:
    plain = write(tmp_path, PLAIN)
    before = find_broker_url(tmp_path, "pad-1", None)
    both = write(tmp_path, Place(1883, "0.0.0.0", "10.0.0.2", "root", 8883, also_plain=True))
    assert (plain.count("\nlistener "), both.count("\nlistener ")) == (1, 2)
    assert both.index("listener 1883") < both.index("listener 8883") < both.index("require_certificate")
    assert find_broker_url(tmp_path, "pad-1", None).password == before.password


def test_a_revoked_device_has_no_rights_and_no_password(tmp_path: Path, pki: Pki) -> None:
    write(tmp_path, SECURE)
    pki.revoke("pad-1", NOW)
    write(tmp_path, SECURE)
    for name in ("acl", "passwords"):
        text = (tmp_path / "broker" / name).read_text()
        assert "pad-1" not in text
        assert "kiosk" in text
    assert not (tmp_path / "credentials" / "pad-1.url").exists()
    pki.issue("pad-1", NOW)
    write(tmp_path, SECURE)
    assert (tmp_path / "credentials" / "pad-1.url").exists()


def test_an_ipv6_address_stands_in_brackets(tmp_path: Path) -> None:
    write(tmp_path, Place(1883, "::1", "::1", "root"))
    url = find_broker_url(tmp_path, "pad-1", None)
    assert (url.host, url.port) == ("::1", 1883)
    assert str(url) == "mqtt://pad-1@[::1]:1883/h"


def test_a_bundle_is_all_a_device_needs_elsewhere(tmp_path: Path, pki: Pki) -> None:
    write(tmp_path, SECURE)
    path = tmp_path / "elsewhere.bundle"
    path.write_text(bundle_text(tmp_path, "pad-1"))
    url = find_broker_url(None, None, str(path))
    assert (url.device, url.hall, url.host, url.port, url.tls) == ("pad-1", "h", "10.0.0.2", 8883, True)
    assert url.ca == url.cert == url.key == str(path)
    (tmp_path / "other" / "credentials").mkdir(parents=True)
    path.rename(tmp_path / "other" / "credentials" / "pad-1.url")
    assert find_broker_url(tmp_path / "other", "pad-1", None).tls


def test_no_bundle_without_address_or_certificate(tmp_path: Path, pki: Pki) -> None:
    with pytest.raises(PkiError, match="start `greenwindow broker` once"):
        bundle_text(tmp_path, "pad-1")
    write(tmp_path, PLAIN)
    with pytest.raises(PkiError, match="is without TLS"):
        bundle_text(tmp_path, "pad-1")
    write(tmp_path, SECURE)
    pki.device("pad-1").unlink()
    with pytest.raises(PkiError, match="has no certificate"):
        bundle_text(tmp_path, "pad-1")


def test_nobody_to_tell(tmp_path: Path) -> None:
    assert not reread(tmp_path)
    (tmp_path / "broker.lock").write_text("1")
    assert not reread(tmp_path)
    assert last_place(tmp_path) is None


def test_all_of_it_is_private(tmp_path: Path) -> None:
    write(tmp_path, PLAIN)
    for path in [*(tmp_path / "broker").iterdir(), *(tmp_path / "credentials").iterdir()]:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
