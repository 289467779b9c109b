"""The demo's copy of a hall file: what the demo needs and the hall doesn't have is added, hours are left out."""

from dataclasses import dataclass
from pathlib import Path

import tomlkit
from tomlkit import TOMLDocument

from hall.plan import Plan, load_plan
from wire.terms import DeviceKind

LISTENER = "demo-listener"
_HOURS = {"hall": ("open", "closed", "extra"), "green_window": ("when",), "service": ("daily_limit",)}


@dataclass(frozen=True)
class Stage:
    """What the demo plays on."""

    plan: Plan
    hall_file: Path
    out: Path
    kiosks: tuple[str, ...]
    pads: dict[str, str]
    """Counter → its pad."""
    displays: tuple[str, ...]
    strips: tuple[str, ...]
    changes: tuple[str, ...]
    """What differs from the hall file, in words."""

    @property
    def var(self) -> Path:
        """The hall's folder: credentials, database."""
        return self.out / "hall"

    def socket(self, device: str) -> Path:
        """Where a station's window can be touched."""
        return self.out / "sockets" / f"{device}.sock"

    def log(self, name: str) -> Path:
        """Where a process writes what it says."""
        return self.out / "logs" / f"{name}.log"


def arrange(data: bytes, out: Path, home: Path = Path()) -> Stage:
    """Writes the copy below `out` and says what is on the stage. The hall file must be without fault.

    `home`: the folder it was in, where its logo is.
    """
    document = tomlkit.parse(data.decode("utf-8-sig"))
    if "logo" in document.get("paper", {}):
        document["paper"]["logo"] = str((home / document["paper"]["logo"]).resolve())
    changes = [*_leave_out_hours(document), *_add_devices(document, load_plan(data))]
    for name in ("hall", "sockets", "logs", "tickets", "sound", "strips", "screenshots"):
        (out / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    copy = out / "hall.toml"
    copy.write_text(tomlkit.dumps(document), encoding="utf-8")
    plan = load_plan(copy.read_bytes())
    return Stage(
        plan=plan, hall_file=copy, out=out, kiosks=_ids(plan, DeviceKind.KIOSK), pads=_pads(plan),
        displays=_ids(plan, DeviceKind.DISPLAY), strips=_ids(plan, DeviceKind.STRIP), changes=tuple(changes),
    )  # fmt: skip


def _leave_out_hours(document: TOMLDocument) -> list[str]:
    left_out: list[str] = []
    for section, keys in _HOURS.items():
        tables = document.get(section, [])
        for table in tables if isinstance(tables, list) else [tables]:
            left_out += [key for key in keys if table.pop(key, None) is not None]
    names = ", ".join(sorted(set(left_out)))
    return [f"left out of the demo's copy, so that it runs at any hour: {names}"] if names else []


def _add_devices(document: TOMLDocument, plan: Plan) -> list[str]:
    wanted: list[dict[str, str]] = [{"id": LISTENER, "kind": "console"}]
    if not _ids(plan, DeviceKind.KIOSK):
        wanted.append({"id": "demo-kiosk", "kind": "kiosk"})
    if not _ids(plan, DeviceKind.DISPLAY):
        wanted.append({"id": "demo-display", "kind": "display"})
    padded = _pads(plan)
    wanted += [
        {"id": f"demo-pad-{counter.id}"[:32], "kind": "pad", "counter": counter.id}
        for counter in plan.counters
        if counter.id not in padded
    ]
    devices = document.setdefault("device", tomlkit.aot())
    for device in wanted:
        devices.append(tomlkit.item(device))
    return [f"added to the demo's copy: {', '.join(d['id'] for d in wanted)}"]


def _ids(plan: Plan, kind: DeviceKind) -> tuple[str, ...]:
    return tuple(device.id for device in plan.devices if device.kind == kind)


def _pads(plan: Plan) -> dict[str, str]:
    pads: dict[str, str] = {}
    for device in plan.devices:
        if device.kind == DeviceKind.PAD and device.counter:
            pads.setdefault(device.counter, device.id)
    return pads
