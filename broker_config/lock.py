"""One broker a folder, and how to tell the one that runs that its files changed."""

import fcntl
import os
import signal
from pathlib import Path

from broker_config.private import make_private

_NAME = "broker.lock"


def hold(folder: Path) -> bool:
    """Takes the lock for this process and the program it becomes, until that ends. False: another broker has it.
    Raises OSError."""
    make_private(folder)
    lock = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return False
    os.ftruncate(lock, 0)
    os.write(lock, str(os.getpid()).encode())
    os.set_inheritable(lock, True)
    return True


def reread(folder: Path) -> bool:
    """Lets the running broker read rights, passwords, certificates and revocations anew. False: none runs."""
    try:
        with (folder / _NAME).open(encoding="ascii") as lock:
            process = _holder(lock.fileno(), lock.read())
    except (OSError, ValueError):
        return False
    if process is None:
        return False
    os.kill(process, signal.SIGHUP)
    return True


def _holder(lock: int, content: str) -> int | None:
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return int(content)
    return None
