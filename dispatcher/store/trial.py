"""What is written to find out whether a disk has room: it takes its whole length there."""

import base64
import hashlib

_LONG = 64 * 1024


def large_text() -> str:
    """64 kB that can't be packed: PostgreSQL makes long texts shorter where it can. The same each time."""
    return base64.b64encode(hashlib.shake_256(b"greenwindow").digest(_LONG * 3 // 4)).decode()
