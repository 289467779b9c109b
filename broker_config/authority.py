"""A hall's own certificate authority: what it signs, and for how long. No files, no clock: `pki.py` has both."""

import ipaddress
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_LIFE = timedelta(days=3653)
LIFE = timedelta(days=730)
"""Of a device's certificate and the broker's; none outlives its authority."""
_BACKDATED = timedelta(days=1)
"""A station's clock may be somewhat behind."""
_NO_USE = {
    "content_commitment": False, "key_encipherment": False, "data_encipherment": False, "key_agreement": False,
    "encipher_only": False, "decipher_only": False,
}  # fmt: skip


@dataclass(frozen=True)
class Signed:
    """A certificate and its private key, in PEM, and what one wants to know of it."""

    pem: bytes
    key_pem: bytes
    serial: int
    until: datetime


class Authority:
    """A certificate and the key that signs with it."""

    def __init__(self, certificate_pem: bytes, key_pem: bytes) -> None:
        """Raises ValueError when one can't be read or they don't belong together."""
        self._certificate = x509.load_pem_x509_certificate(certificate_pem)
        key = serialization.load_pem_private_key(key_pem, password=None)
        if (
            not isinstance(key, ec.EllipticCurvePrivateKey)
            or key.public_key() != self._certificate.public_key()
        ):
            raise ValueError("key and certificate don't belong together")
        self._key = key

    def device(self, name: str, now: datetime) -> Signed:
        """For a client; the broker takes its common name as who it is."""
        return self._signed(name, now, (), ExtendedKeyUsageOID.CLIENT_AUTH)

    def broker(self, hosts: Sequence[str], now: datetime) -> Signed:
        """For the server that is reached by any of these names and addresses."""
        return self._signed(hosts[0][:64], now, hosts, ExtendedKeyUsageOID.SERVER_AUTH)

    def revocations(self, revoked: Iterable[tuple[int, datetime]], now: datetime) -> bytes:
        """The list of serial numbers that are no longer good, in PEM. It says that the next one comes when the
        authority ends: mosquitto turns everybody away once that day is past."""
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self._certificate.subject)
            .last_update(now)
            .next_update(self._certificate.not_valid_after_utc)
        )
        for serial, at in revoked:
            entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(at).build()
            builder = builder.add_revoked_certificate(entry)
        return builder.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    def _signed(self, name: str, now: datetime, hosts: Sequence[str], use: x509.ObjectIdentifier) -> Signed:
        key = ec.generate_private_key(ec.SECP256R1())
        until = min(now + LIFE, self._certificate.not_valid_after_utc)
        builder = _builder(_name(name), self._certificate.subject, key, now, until).add_extension(
            x509.BasicConstraints(ca=False, path_length=None), critical=True
        )
        builder = builder.add_extension(
            x509.KeyUsage(digital_signature=True, key_cert_sign=False, crl_sign=False, **_NO_USE),
            critical=True,
        ).add_extension(x509.ExtendedKeyUsage([use]), critical=False)
        if hosts:
            names = x509.SubjectAlternativeName([_general_name(host) for host in hosts])
            builder = builder.add_extension(names, critical=False)
        signer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        certificate = builder.add_extension(signer, critical=False).sign(self._key, hashes.SHA256())
        return _result(certificate, key)


def new_authority(hall: str, now: datetime) -> Signed:
    """An authority that signs itself, good for this hall only."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(f"Green Window {hall}")
    builder = _builder(name, name, key, now, now + AUTHORITY_LIFE)
    builder = builder.add_extension(
        x509.BasicConstraints(ca=True, path_length=0), critical=True
    ).add_extension(
        x509.KeyUsage(digital_signature=False, key_cert_sign=True, crl_sign=True, **_NO_USE), critical=True
    )
    return _result(builder.sign(key, hashes.SHA256()), key)


def hosts_of(certificate_pem: bytes) -> tuple[str, ...]:
    """The names and addresses a broker's certificate is good for. Raises ValueError."""
    found = x509.load_pem_x509_certificate(certificate_pem).extensions.get_extension_for_class(
        x509.SubjectAlternativeName
    )
    return tuple(str(general.value) for general in found.value)


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, until: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BACKDATED)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _result(certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> Signed:
    key_pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    return Signed(pem, key_pem, certificate.serial_number, certificate.not_valid_after_utc)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _general_name(host: str) -> x509.GeneralName:
    """Raises ValueError for what no certificate can hold."""
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
