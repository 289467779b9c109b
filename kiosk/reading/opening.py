"""From the option `--speech` to a voice: the one place that knows which there are."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hw.link import BadAddressError
from hw.speech import Espeak, Studio, find_player
from kiosk.reading.voice import KeptVoice, LoudVoice, Voice

LOUD, NONE, KEPT = "loud:", "none", "sim:"


def check_address(address: str) -> None:
    """BadAddressError says what is allowed."""
    if address not in (LOUD, NONE) and not (address.startswith(KEPT) and address != KEPT):
        raise BadAddressError(
            f"{address}: is no voice; {LOUD} reads aloud, {KEPT}FOLDER keeps what is read, {NONE} reads nothing"
        )


@contextmanager
def open_voice(address: str) -> Iterator[Voice | None]:
    """The voice of `loud:` or `sim:FOLDER`, None for `none`; its sounds are kept while it is open.

    BadAddressError for anything else, OSError when the folder can't be made.
    """
    check_address(address)
    if address == NONE:
        yield None
        return
    engine = Espeak()
    with TemporaryDirectory(prefix="greenwindow-reading-") as cache:
        studio = Studio(engine, Path(cache), most=40)
        if address == LOUD:
            yield LoudVoice(engine, studio, find_player)
        else:
            yield KeptVoice(engine, studio, Path(address.removeprefix(KEPT)))
