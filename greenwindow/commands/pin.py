"""`greenwindow pin`: a clerk's PIN as the hash that the hall file keeps."""

import sys

import typer

from greenwindow.problems import stop

_LONGEST = 32


def pin() -> None:
    """Prints a clerk's `pin_hash` to paste into the hall file. Asks twice for the PIN, or reads it from a pipe."""
    from dispatcher.pin_hash import make_pin_hash  # noqa: PLC0415

    found = _asked() if sys.stdin.isatty() else _piped()
    if not 1 <= len(found) <= _LONGEST or not found.isprintable():
        stop(f"standard input: a PIN has 1 to {_LONGEST} printable characters in one line; type another")
    typer.echo(f'pin_hash = "{make_pin_hash(found)}"')


def _asked() -> str:
    first = typer.prompt("PIN", hide_input=True, err=True)
    second = typer.prompt("再输一次 · once more", hide_input=True, err=True)
    if first != second:
        stop("standard input: the two are not the same; start again")
    return str(first)


def _piped() -> str:
    try:
        return sys.stdin.read().rstrip("\r\n")
    except UnicodeDecodeError:
        stop("standard input: is not UTF-8; a PIN is best made of digits")
