"""A pin_hash that can't be one is a named fault; whatever argon2 itself can't read is among them."""

from contextlib import suppress

import pytest
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from hypothesis import given, settings
from hypothesis import strategies as st

from hall.plan import PlanError, load_plan
from hall.plan.pin_hash import parse_pin_hash
from tests.support.hall_days import hall_file

_WHOLE = "$argon2id$v=19$m=8,t=1,p=1$seL4l0Zm1dS0lxP5qsFzWw$YM6v2oYiW+hgpEgaBVSdiQ"
_NOT_WHOLE = "is not a whole argon2id hash: "


@pytest.mark.parametrize("length", [16, 17, 18, 32])
@pytest.mark.parametrize(("memory", "lanes"), [(8, 1), (100, 2)])
def test_what_argon2_makes_is_taken(length: int, memory: int, lanes: int) -> None:
    made = PasswordHasher(1, memory, lanes, hash_len=length, salt_len=length).hash("0472")
    assert parse_pin_hash(made) == made


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (_WHOLE, "0472", "is not an argon2id hash; make one with `greenwindow pin`"),
        ("argon2id", "argon2i", "is not an argon2id hash; "),
        ("$v=19", "", _NOT_WHOLE + "after $argon2id$ it has v=19, costs, salt and hash"),
        ("VSdiQ", "VSdiQ$", _NOT_WHOLE + "after $argon2id$ it has"),
        ("v=19", "v=16", _NOT_WHOLE + "its version is 19, written v=19, not v=16"),
        ("seL4l0Zm1dS0lxP5qsFzWw", "seL4l0Z", _NOT_WHOLE + "its salt is cut short"),
        ("seL4l0", "seL4-0", _NOT_WHOLE + "its salt is cut short or mistyped"),
        ("VSdiQ", "VSdi", _NOT_WHOLE + "its end is cut short"),
        ("VSdiQ", "VSdiR", _NOT_WHOLE + "its end is cut short or mistyped"),
        ("VSdiQ", "VSdiQ==", _NOT_WHOLE + "its end is cut short or mistyped"),
        ("VSdiQ", "VSdi李", _NOT_WHOLE + "its end is cut short or mistyped"),
        (",p=1", "", _NOT_WHOLE + "its costs are written m=47104,t=2,p=1, not m=8,t=1"),
        ("m=8", "m=²", _NOT_WHOLE + "its costs are written"),
        ("t=1", "t=01", _NOT_WHOLE + "its costs are written"),
        ("m=8", "m=7", _NOT_WHOLE + "its costs are m=7,t=1,p=1; allowed is m from 8 times p to 1048576"),
        ("m=8", "m=1048577", _NOT_WHOLE + "its costs are m=1048577,t=1,p=1; allowed is"),
        ("t=1", "t=0", _NOT_WHOLE + "its costs are m=8,t=0,p=1; allowed is"),
        ("p=1", "p=0", _NOT_WHOLE + "its costs are m=8,t=1,p=0; allowed is"),
    ],
)
def test_what_is_none_is_named(old: str, new: str, words: str) -> None:
    text = _WHOLE.replace(old, new)
    with pytest.raises(ValueError, match="greenwindow pin") as fault:
        parse_pin_hash(text)
    assert str(fault.value).startswith(words)


def test_check_names_the_clerk_and_never_the_pin() -> None:
    with pytest.raises(PlanError) as error:
        load_plan(hall_file(clerks={"li": {"pin_hash": "0472"}, "wang": {"pin_hash": 1234}}))
    assert [str(fault) for fault in error.value.faults] == [
        f'clerk[{i}].pin_hash: is not an argon2id hash; make one with `greenwindow pin` (in clerk "{name}")'
        for i, name in ((1, "li"), (2, "wang"))
    ]


@given(
    cut=st.tuples(st.integers(0, len(_WHOLE)), st.integers(0, 3)),
    put=st.text(alphabet="$=,+/aQ019vmtp-é ", max_size=3),
)
@settings(max_examples=300)
def test_what_argon2_can_not_read_is_never_taken(cut: tuple[int, int], put: str) -> None:
    start, length = cut
    text = _WHOLE[:start] + put + _WHOLE[start + length :]
    try:
        parse_pin_hash(text)
    except ValueError:
        return
    with suppress(VerifyMismatchError):  # another hash, but one
        PasswordHasher().verify(text, "0472")
