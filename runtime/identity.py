"""Ids of commands: made once per press, in the order of time."""

import secrets

from runtime.clock import Clock


def command_id(clock: Clock) -> str:
    """A new id of 26 characters: eleven digits of milliseconds in hex, then 60 random bits."""
    return f"{clock.now_ms():011x}{secrets.token_hex(8)[:15]}"
