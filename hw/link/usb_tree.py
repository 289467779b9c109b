"""Which USB printers are plugged in, read from the kernel's tree of files (sysfs); docs/devices.md shows it by hand."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class UsbPrinter:
    """One that the kernel's driver usblp has taken: `node` is its file's name in /dev/usb."""

    node: str
    vendor: str
    """Four hexadecimal digits, small letters, as `product`."""
    product: str
    serial: str

    def __str__(self) -> str:
        return f"{self.vendor}:{self.product}" + (f" (serial {self.serial})" if self.serial else "")


def usb_printers(sys: Path) -> list[UsbPrinter]:
    """All of them, in the order of their names. `sys`: /sys/class/usbmisc. What is just being unplugged is left out."""
    found = (_printer(node) for node in sorted(sys.glob("lp*")))
    return [printer for printer in found if printer is not None]


def _printer(node: Path) -> UsbPrinter | None:
    """`device` points at the printer's interface; vendor, product and serial stand one folder above it."""
    device = (node / "device").resolve().parent
    vendor, product = _text(device / "idVendor"), _text(device / "idProduct")
    if not vendor or not product:
        return None
    return UsbPrinter(node.name, vendor.lower(), product.lower(), _text(device / "serial"))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
