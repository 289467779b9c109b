"""A clerk's PIN and its argon2id hash. Slow on purpose: never on the dispatcher's own thread."""

_PASSES = 2
_MEMORY_KIB = 47_104
"""50 to 100 ms on a small PC. Of OWASP's recommendations the one with the most memory, 46 MiB, and one pass more: PINs
are short."""


def make_pin_hash(pin: str) -> str:
    """What goes into the hall file as `pin_hash`."""
    from argon2 import PasswordHasher  # noqa: PLC0415 - most processes never need it

    return PasswordHasher(time_cost=_PASSES, memory_cost=_MEMORY_KIB, parallelism=1).hash(pin)


def pin_is_right(pin_hash: str, pin: str) -> bool:
    """Whether that hash was made of that PIN; a hash that can't be read was made of none."""
    from argon2 import PasswordHasher  # noqa: PLC0415
    from argon2.exceptions import Argon2Error, InvalidHashError  # noqa: PLC0415

    try:
        return PasswordHasher().verify(pin_hash, pin)
    except (Argon2Error, InvalidHashError):
        return False
