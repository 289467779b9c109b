"""The devices of the hall: who is there, what they complain of, and who is there twice."""

from collections.abc import Iterator, Mapping

from greenwindow.doctor.finding import Check, Finding, Words
from greenwindow.doctor.patient import Patient
from wire.states import DeviceState, Fault

CHECK = Check(Words("设备", "devices"))
_OFFSET_MS = 2_000


def devices(patient: Patient) -> Iterator[Finding]:
    """By the dispatcher's roll; while it is away, by what the devices themselves say."""
    if patient.plan is None or patient.heard.trouble is not None:
        return
    states = _states(patient)
    names = [device.id for device in patient.plan.devices]
    away = [name for name in names if not states.get(name, DeviceState()).online]
    yield _presence(len(names), away)
    for name in names:
        state = states.get(name)
        if state is not None and name not in away:
            yield from _one(name, state)


def _states(patient: Patient) -> Mapping[str, DeviceState]:
    heard = patient.heard
    if heard.alive and heard.hall is not None and heard.hall.devices is not None:
        return heard.hall.devices
    return {
        name: DeviceState(online=said.online, faults=said.faults or None)
        for name, said in heard.presences.items()
    }


def _presence(count: int, away: list[str]) -> Finding:
    there = count - len(away)
    if not away:
        return CHECK.ok(f"{count} 台全部在线", f"all {count} are there")
    names = ", ".join(away[:12]) + (" …" if len(away) > 12 else "")
    seen = Words(f"{there}/{count} 在线；不在线：{names}", f"{there} of {count} are there; away: {names}")
    todo = Words(
        "到现场看：电源、网线、程序是否启动", "look on the spot: power, cable, is its program started"
    )
    return CHECK.warning(seen, todo)


def _one(name: str, state: DeviceState) -> Iterator[Finding]:
    check = Check(Words(f"· {name}", f"· {name}"))
    if state.twice:
        seen = Words(
            "两台机器用同一个名字，互相挤掉", "two machines go by this name and throw each other out"
        )
        yield check.fault(
            seen,
            Words("停掉其中一台，或给它自己的凭据", "stop one of them, or give it a credential of its own"),
        )
    for fault in state.faults or ():
        yield check.fault(Words(f"{fault.text}", f"{fault.text} ({fault.code})"), _cure(fault))
    offset = state.clock_offset_ms or 0
    if abs(offset) >= _OFFSET_MS:
        seen = Words(f"时钟差 {offset / 1000:+.1f} 秒", f"its clock is {offset / 1000:+.1f} s off")
        yield check.warning(seen, Words("在那台机器上对时", "set the clock of that machine"))


def _cure(fault: Fault) -> Words:
    for part, words in _CURES.items():
        if part in fault.code:
            return words
    return Words("到现场看这台设备，按上面的文字处理", "go there, and do what the words say")


_CURES = {
    "paper": Words("装纸，合上盖子", "put paper in and close the cover"),
    "cover": Words("合上打印机盖子", "close the printer's cover"),
    "cutter": Words("断电，清除卡纸，再开机", "switch it off, take jammed paper out, switch it on"),
    "offline": Words("检查电源与数据线", "look at its power and its cable"),
    "printer": Words("检查打印机电源与数据线", "look at the printer's power and cable"),
    "audio": Words(
        "检查扬声器与声卡；装 alsa-utils", "look at loudspeaker and sound card; install alsa-utils"
    ),
    "speech": Words("安装 espeak-ng", "install espeak-ng"),
    "voice": Words("安装 espeak-ng 的语言数据", "install espeak-ng's data for that language"),
    "duplicate": Words("停掉同名的另一台", "stop the other machine of that name"),
    "clock": Words("在那台机器上对时", "set the clock of that machine"),
}
"""Part of a fault's code → what to do."""
