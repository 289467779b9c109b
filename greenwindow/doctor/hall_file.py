"""The hall file: whether it is one, and what it warns of."""

from collections.abc import Iterator

from greenwindow.doctor.finding import Check, Finding, Words
from greenwindow.doctor.patient import Patient
from hall.plan import warnings_of

CHECK = Check(Words("厅配置", "hall file"))


def hall_file(patient: Patient) -> Iterator[Finding]:
    """Its faults stop a start; a running dispatcher keeps the last good one."""
    path, plan = patient.hall_file, patient.plan
    if patient.unreadable:
        seen = Words(f"{path} 读不出来：{patient.faults[0]}", f"{path}: can't be read: {patient.faults[0]}")
        yield CHECK.fault(seen, Words("检查路径与权限", "look at the path and at the rights of the file"))
        return
    if plan is None:
        first, count = patient.faults[0], len(patient.faults)
        seen = Words(
            f"{path}：{count} 处错误，第一处：{first}", f"{path}: {count} faults, the first: {first}"
        )
        todo = f"greenwindow check {path}"
        yield CHECK.fault(seen, Words(f"运行 {todo}，逐条改正", f"run {todo}, and put each right"))
        return
    said = f"{len(plan.services)}/{len(plan.counters)}/{len(plan.devices)}"
    warnings = warnings_of(plan)
    if warnings:
        todo = f"greenwindow check {path}"
        seen = Words(f"可用，但有 {len(warnings)} 条提醒", f"good, with {len(warnings)} warnings")
        yield CHECK.warning(seen, Words(f"运行 {todo} 查看", f"run {todo} to read them"))
    else:
        yield CHECK.ok(f"正确；业务/窗口/设备 {said}", f"good; services/counters/devices {said}")
