"""mosquitto's password file, hashed as mosquitto 2 does it: PBKDF2 with SHA-512."""

import base64
import hashlib
from collections.abc import Callable, Mapping

_ROUNDS = 101  # mosquitto_passwd's own figure; the passwords are 160 random bits, not words to be guessed


def password_line(user: str, password: str, salt: bytes) -> str:
    """`user:$7$rounds$salt$hash`; salt: 12 bytes."""
    digest = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, _ROUNDS)
    return f"{user}:$7${_ROUNDS}${base64.b64encode(salt).decode()}${base64.b64encode(digest).decode()}"


def password_file(passwords: Mapping[str, str], random_bytes: Callable[[int], bytes]) -> str:
    """The whole file, a line a user."""
    return "".join(password_line(user, word, random_bytes(12)) + "\n" for user, word in passwords.items())
