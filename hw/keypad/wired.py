"""Serial lines as pads need them: settings beyond the usual only where the address asks for them."""

import termios
from dataclasses import dataclass

import serial
from serial.rs485 import RS485Settings

from hw.link import Deadline, LinkUnavailableError
from hw.link.serial_line import SerialEndpoint, SerialLink

PARITIES = {"none": serial.PARITY_NONE, "even": serial.PARITY_EVEN, "odd": serial.PARITY_ODD}


@dataclass(frozen=True)
class WiredEndpoint(SerialEndpoint):
    """serial:///dev/ttyS1?rs485=1&parity=even. `rs485`: the port itself switches its driver on while it sends; USB
    adapters do that by themselves and refuse the setting, as pseudo-terminals do."""

    rs485: bool = False
    parity: str = "none"

    def open(self, deadline: Deadline) -> SerialLink:
        """Raises LinkUnavailableError, also where the port knows no such setting."""
        link = super().open(deadline)
        try:
            if self.parity != "none":
                link.port.parity = PARITIES[self.parity]
            if self.rs485:
                link.port.rs485_mode = RS485Settings()
        except (serial.SerialException, OSError, ValueError, termios.error) as fault:
            link.close()
            words = (
                f"{self}: takes no rs485=1 or parity={self.parity} ({fault}); leave them out of the address"
            )
            raise LinkUnavailableError(words) from fault
        return link
