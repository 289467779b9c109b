"""What PostgreSQL says of a fault, as one line that says what to do. A server may speak any language: its codes come
first, its words where there is no code, and whatever isn't known is told as it is."""

from dispatcher.errors import AwayError, DatabaseError

_BY_CODE = {
    "28P01": "refuses the password; look at the URL's user and password",
    "28000": "refuses this user; look at the URL, and at the server's pg_hba.conf",
    "3D000": "there is no such database; make it: createdb --encoding=UTF8 NAME",
    "42501": "this user may not use it; make it its owner: ALTER DATABASE NAME OWNER TO USER",
    "3F000": "there is no schema to write to; make one, or set this user's search_path",
    "25006": "can't be written now (read-only)",
    "53100": "the server's disk is full; make room there",
    "53300": "the server has too many connections; end some, or raise max_connections",
    "55P03": "is locked by another program; end that one and start again",
    "42P01": "a table is missing; put a backup in its place",
    "42703": "a table is not as it should be; put a backup in its place",
}  # fmt: skip
_BY_WORDS = {
    "password authentication failed": _BY_CODE["28P01"],
    "no password supplied": "asks for a password; write it in the URL",
    "no pg_hba.conf entry": _BY_CODE["28000"],
    "permission denied": _BY_CODE["42501"],
    "role ": "there is no such user; look at the URL, or make it: createuser NAME",
    "database ": _BY_CODE["3D000"],
}
_AWAY_CODES = ("57P", "53300", "08")
_AWAY_WORDS = {
    "refused": "nobody answers there; is PostgreSQL running?",
    "timeout": "doesn't answer; is PostgreSQL running, and the way to it open?",
    "no answer": "doesn't answer; is PostgreSQL running, and the way to it open?",
    "timed out": "doesn't answer; is PostgreSQL running, and the way to it open?",
    "resolve": "there is no machine of that name",
    "unreachable": "there is no way to that machine",
    "starting up": "PostgreSQL is just starting",
    "shutting down": "PostgreSQL is just stopping",
    "closed the connection": "the connection was lost",
    "connection is lost": "the connection was lost",
    "too many": _BY_CODE["53300"],
}
_LONGEST = 160


def problem(name: str, fault: BaseException | None, password: str) -> DatabaseError:
    """The error for it, with the database's name; never with the password."""
    code = getattr(fault, "sqlstate", None) or ""
    words = said(fault, password)
    if code in _BY_CODE and not code.startswith(_AWAY_CODES):
        return DatabaseError(f"{name}: {_BY_CODE[code]}")
    if code.startswith(_AWAY_CODES):
        return AwayError(f"{name}: {_BY_CODE.get(code, 'the connection was lost')} ({words})")
    plain = words.lower()
    for part, told in _AWAY_WORDS.items():
        if part in plain:
            return AwayError(f"{name}: {told}")
    for part, told in _BY_WORDS.items():
        if part in plain:
            return DatabaseError(f"{name}: {told}")
    return DatabaseError(f"{name}: cannot be used ({words})")


def said(fault: BaseException | None, password: str) -> str:
    """The server's own words: one line, without the password should a server repeat it."""
    line = " ".join(str(fault).split("\n")[0].split())
    if len(password) > 3:
        line = line.replace(password, "***")
    return line[:_LONGEST]


def lost_words() -> str:
    """Of a session that is no more."""
    return "the connection is lost, and with it the right to write"
