"""The broker URL: what it may look like, and the words when it doesn't."""

from pathlib import Path

import pytest

from runtime.url import BrokerUrl, UrlError, find_broker_url, parse_broker_url


def test_parts() -> None:
    assert parse_broker_url("mqtt://pad-1:p%40ss@10.0.0.1:1884/baoshan\n") == BrokerUrl(
        "pad-1", "p@ss", "10.0.0.1", 1884, "baoshan"
    )
    secure = parse_broker_url("mqtts://k:p@h/b?ca=/c.pem&cert=/d.pem&key=/k.pem")
    assert (secure.port, secure.tls, secure.ca, secure.cert, secure.key) == (
        8883,
        True,
        "/c.pem",
        "/d.pem",
        "/k.pem",
    )


def test_is_shown_without_its_password() -> None:
    assert str(parse_broker_url("mqtt://pad-1:secret@h/b")) == "mqtt://pad-1@h:1883/b"


def test_a_silence_with_certificates_may_be_a_revocation() -> None:
    plain, secure = parse_broker_url("mqtt://pad-1:x@h/b"), parse_broker_url("mqtts://pad-1:x@h/b")
    assert plain.silence("nothing heard") == "nothing heard"
    assert secure.silence("nothing heard").startswith("nothing heard; if it lasts: was pad-1 revoked?")


@pytest.mark.parametrize(
    "text", ["", "h:1883", "http://a:b@h/x", "mqtt://h/x", "mqtt://a:b@h", "mqtt://a:b@h:99999/x"]
)
def test_anything_else_is_one_line(text: str) -> None:
    with pytest.raises(UrlError, match=r"^broker URL: .*mqtt://DEVICE"):
        parse_broker_url(text)


def test_found_where_the_broker_left_it(tmp_path: Path) -> None:
    (tmp_path / "credentials").mkdir()
    (tmp_path / "credentials" / "pad-1.url").write_text("mqtt://pad-1:x@h/b\n")
    assert find_broker_url(tmp_path, "pad-1", None).device == "pad-1"
    assert find_broker_url(tmp_path, "pad-1", "mqtt://other:x@h/b").device == "other"
    with pytest.raises(UrlError, match=r"pad-2.url: not there"):
        find_broker_url(tmp_path, "pad-2", None)
    with pytest.raises(UrlError, match="give --dir DIR and --device ID"):
        find_broker_url(tmp_path, None, None)
