"""What a device trusts: the authority its URL names and nobody else; of a bundle, not its own certificate."""

import ssl
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509

from broker_config import Pki
from runtime.messages import BrokerError
from runtime.tls import tls_context, tls_words
from runtime.url import parse_broker_url

NOW = datetime.now(UTC)
URL = parse_broker_url("mqtts://pad-1@h/b")


@pytest.fixture
def pki(tmp_path: Path) -> Pki:
    made = Pki(tmp_path / "pki")
    made.create("h", NOW)
    made.issue("pad-1", NOW)
    return made


def trusted(context: ssl.SSLContext) -> list[str]:
    found = [x509.load_der_x509_certificate(der) for der in context.get_ca_certs(binary_form=True)]
    return [one.subject.rfc4514_string() for one in found]


def test_only_the_named_authority_is_trusted(pki: Pki) -> None:
    own = str(pki.device("pad-1"))
    context = tls_context(replace(URL, ca=str(pki.ca), cert=own, key=own))
    assert trusted(context) == ["CN=Green Window h"]
    assert context.check_hostname
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_of_a_bundle_the_last_certificate_is_the_authority(pki: Pki, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    bundle.write_bytes(b"mqtts://pad-1@h/b\n" + pki.device("pad-1").read_bytes() + pki.ca.read_bytes())
    one = str(bundle)
    assert trusted(tls_context(replace(URL, ca=one, cert=one, key=one))) == ["CN=Green Window h"]


def test_files_that_are_no_good(tmp_path: Path, pki: Pki) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\0")
    for path in (str(binary), str(tmp_path), str(tmp_path / "none")):
        with pytest.raises(BrokerError, match=f"^{path}: "):
            tls_context(replace(URL, ca=path))
        with pytest.raises(BrokerError, match=f"^{path}: "):
            tls_context(replace(URL, cert=path))
    with pytest.raises(BrokerError, match="holds no certificate with the key"):
        tls_context(replace(URL, cert=str(pki.ca)))


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (
            "Hostname mismatch, certificate is not valid for 'h'.",
            "is not for h; there: `greenwindow broker --host h`",
        ),
        ("IP address mismatch, certificate is not valid for 'h'.", "is not for h"),
        ("certificate has expired", "its certificate has expired by this machine's clock; set the clock"),
        ("certificate is not yet valid", "is not yet valid by this machine's clock"),
        ("unable to get local issuer certificate", "is of another authority (unable"),
    ],
)
def test_words_for_a_broker_that_is_not_trusted(message: str, words: str) -> None:
    fault = ssl.SSLCertVerificationError(1, "x")
    fault.verify_message = message
    assert words in tls_words(fault, "h")


def test_words_for_what_is_no_tls() -> None:
    fault = ssl.SSLError(1, "x")
    fault.reason = "WRONG_VERSION_NUMBER"
    assert "(wrong version number); is it the port for TLS?" in tls_words(fault, "h")
