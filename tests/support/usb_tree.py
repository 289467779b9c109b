"""A machine's USB ports as the kernel shows them, in a folder: printers come and go, ttys are their wires."""

import shutil
from pathlib import Path

from hw.link.usb import UsbEndpoint


class UsbTree:
    """`sys` and `dev` stand for /sys/class/usbmisc and /dev/usb."""

    def __init__(self, folder: Path) -> None:
        self.sys, self.dev = folder / "sys" / "class" / "usbmisc", folder / "dev" / "usb"
        self._devices = folder / "sys" / "devices" / "usb1"
        for made in (self.sys, self.dev, self._devices):
            made.mkdir(parents=True)

    def plug(self, node: str, ids: str, wire: str | Path, serial: str = "") -> None:
        """`ids`: "04b8:0e15"; `wire`: the file that /dev/usb/`node` is."""
        port = self._devices / f"1-{node}"
        interface = port / f"1-{node}:1.0"
        (interface / "usbmisc" / node).mkdir(parents=True)
        vendor, _, product = ids.partition(":")
        for name, text in (("idVendor", vendor), ("idProduct", product), ("serial", serial)):
            if text:
                (port / name).write_text(f"{text}\n", encoding="utf-8")
        (interface / "usbmisc" / node / "device").symlink_to(interface)
        (self.sys / node).symlink_to(interface / "usbmisc" / node)
        (self.dev / node).symlink_to(wire)

    def unplug(self, node: str) -> None:
        (self.dev / node).unlink()
        (self.sys / node).unlink()
        shutil.rmtree(self._devices / f"1-{node}")

    def place(self, ids: str = "04b8:0e15", serial: str = "") -> UsbEndpoint:
        """Where that printer is looked for."""
        vendor, _, product = ids.partition(":")
        return UsbEndpoint(vendor, product, serial, self.sys, self.dev)
