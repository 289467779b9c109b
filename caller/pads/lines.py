"""From the URLs of `--pad` to lines of pads: here the drivers meet the network client that only runtime has."""

from collections.abc import Callable, Sequence

from hw.keypad import PadLine, open_pads
from hw.keypad.button_line import Ear, Heard, Lost
from hw.link import LinkUnavailableError
from runtime.ear import Deaf, ForeignEar
from runtime.messages import Arrived, BrokerError


def open_lines(urls: Sequence[str]) -> tuple[PadLine, ...]:
    """One line for each URL, not opened yet. Raises BadAddressError."""
    return tuple(open_pads(url, connect=hear_buttons) for url in urls)


def hear_buttons(url: str, topics: Sequence[str], put: Callable[[Heard | Lost], None]) -> Ear:
    """As `hw.keypad.button_line.Connect` wants it. Raises LinkUnavailableError."""

    def take(message: Arrived | Deaf) -> None:
        match message:
            case Arrived(topic, payload, retained):
                put(Heard(topic, payload, retained))
            case Deaf(reason):
                put(Lost(reason))

    try:
        return ForeignEar(url, topics, take)
    except BrokerError as fault:
        raise LinkUnavailableError(f"the buttons' broker: {fault}") from None
