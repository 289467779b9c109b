"""ESC/POS bytes taken apart for tests, by a table of its own: nothing of the encoder's or the simulated printer's."""

from dataclasses import dataclass, field

_LENGTHS = {  # whole command, in bytes
    b"\x1b@": 2, b"\x1ba": 3, b"\x1b3": 3, b"\x1bE": 3, b"\x1bJ": 3, b"\x1d!": 3, b"\x1dB": 3, b"\x1da": 3,
    b"\x1dr": 3, b"\x1dV": 4, b"\x1c&": 2, b"\x1c.": 2,
}  # fmt: skip


@dataclass
class Job:
    """One ticket's bytes: its picture rows, its lines of text, its codes, and every command's name in order."""

    commands: list[bytes] = field(default_factory=list)
    rows: list[bytes] = field(default_factory=list)
    pictures: list[tuple[int, int]] = field(default_factory=list)
    """Bytes a row and rows of each."""
    lines: list[str] = field(default_factory=list)
    eaten: list[str] = field(default_factory=list)
    """Chinese that stands where Chinese letters were off: a Japanese printer prints rubbish there."""
    codes: list[bytes] = field(default_factory=list)
    sizes: list[tuple[str, int]] = field(default_factory=list)
    """Each stretch of text and the GS ! it stands under."""


def take_apart(data: bytes) -> Job:
    """Raises AssertionError at a byte that begins nothing it knows."""
    job, at, line, chinese, size = Job(), 0, "", False, 0
    while at < len(data):
        head = data[at : at + 2]
        if data[at : at + 3] == b"\x1dv0":
            wide, high = (
                int.from_bytes(data[at + 4 : at + 6], "little"),
                int.from_bytes(data[at + 6 : at + 8], "little"),
            )
            assert line == "", "a picture in the middle of a line"
            job.pictures.append((wide, high))
            job.rows += [data[at + 8 + n * wide : at + 8 + (n + 1) * wide] for n in range(high)]
            at += 8 + wide * high
        elif head == b"\x1d(":
            length = int.from_bytes(data[at + 3 : at + 5], "little")
            body = data[at + 5 : at + 5 + length]
            if data[at + 2 : at + 3] == b"k" and body[1:2] == b"P":
                job.codes.append(body[3:])
            job.commands.append(data[at : at + 3])
            at += 5 + length
        elif head in _LENGTHS:
            chinese = head == b"\x1c&" or (chinese and head not in (b"\x1c.", b"\x1b@"))
            size = data[at + 2] if head == b"\x1d!" else size
            job.commands.append(head)
            at += _LENGTHS[head]
        elif data[at] == 0:  # between commands: a filler, for a picture that was broken off
            at += 1
        elif data[at] == 0x0A:
            job.lines.append(line)
            line, at = "", at + 1
        else:
            wide = 1 if data[at] < 0x80 else 2
            assert 0x20 <= data[at] <= 0x7E or wide == 2, f"byte {data[at]:#x} at {at}"
            letter = data[at : at + wide].decode("gb18030")
            assert len(letter) == 1
            if wide == 2 and not chinese:
                job.eaten.append(letter)
            line += letter
            job.sizes.append((letter, size))
            at += wide
    assert line == "", "a line without an end"
    return job


def pixels(job: Job, width: int) -> list[str]:
    """Every row of the pictures as 0 and 1, bit by bit."""
    return ["".join(f"{byte:08b}" for byte in row)[:width] for row in job.rows]
