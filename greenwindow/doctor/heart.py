"""The dispatcher, by its heartbeat, and this machine's clock against it."""

import ctypes
import os
from collections.abc import Iterator
from datetime import datetime

from greenwindow.doctor.finding import Check, Finding, Words
from greenwindow.doctor.patient import Patient

DISPATCHER = Check(Words("调度程序", "dispatcher"))
CLOCK = Check(Words("时钟", "clock"))
_OFFSET_MS = 2_000
_FAR_MS = 60_000
_UNSYNCHRONISED = 5
"""What adjtimex returns then: TIME_ERROR."""


def dispatcher(patient: Patient) -> Iterator[Finding]:
    """Nothing can be said of it while the broker is away."""
    heard = patient.heard
    start = f"greenwindow dispatcher {patient.hall_file}"
    if heard.trouble is not None:
        seen = Words("消息服务不通，无从得知", "can't be known while the broker is away")
        yield DISPATCHER.warning(seen, Words("先修好消息服务", "put the broker right first"))
    elif not heard.alive or heard.heartbeat is None:
        seen = Words("没有心跳", "no heartbeat")
        yield DISPATCHER.fault(seen, Words(f"启动 {start}", f"start {start}"))
    elif heard.busy or heard.heartbeat.busy:
        seen = Words(
            "在运行，但无法保存：一切操作被回绝", "runs, but can save nothing: every press is told busy"
        )
        todo = Words("见下面的数据库与磁盘两项", "look at database and disk below")
        yield DISPATCHER.fault(seen, todo)
    else:
        epoch = heard.heartbeat.epoch
        yield DISPATCHER.ok(f"在运行，第 {epoch} 任", f"runs, epoch {epoch}")


def clock(patient: Patient) -> Iterator[Finding]:
    """Against the dispatcher's, and whether somebody keeps it right."""
    if patient.heard.heartbeat is not None and patient.heard.heartbeat.behind_s is not None:
        yield _behind(patient.heard.heartbeat.behind_s, patient)
    yield _offset(patient.heard.offset_ms)
    yield _kept_right(synchronised())
    if patient.plan is not None:
        zone = patient.plan.hall.timezone
        there = datetime.fromtimestamp(patient.clock.now_ms() / 1000, patient.plan.hall.zone)
        shown = f"{zone} {there:%Y-%m-%d %H:%M %z}"
        yield CLOCK.ok(
            f"厅内时间 {shown}，请与墙上的钟对照", f"in the hall it is {shown}; compare with the wall"
        )


def _behind(seconds: int, patient: Patient) -> Finding:
    """The hall is ahead of its dispatcher's own clock; which of the two is right only people know."""
    order = f"greenwindow clock {patient.hall_file} --is-right"
    seen = Words(
        f"厅内记录的时间比调度机的时钟超前 {seconds} 秒：时钟曾经快过，或现在慢了",
        f"the hall's time is {seconds} s ahead of the dispatcher's clock: that had been ahead, or is behind now",
    )
    todo = Words(
        f"时钟现在正确：无人等候时停止调度程序，运行 {order}；时钟现在不对：校准它",
        f"is the clock right now: stop the dispatcher when nobody waits and run {order}; is it wrong: set it",
    )
    return CLOCK.fault(seen, todo)


def _offset(offset_ms: int | None) -> Finding:
    if offset_ms is None:
        seen = Words("没有心跳可对照", "no heartbeat to compare with")
        return CLOCK.warning(seen, Words("先启动调度程序", "start the dispatcher first"))
    seconds = f"{offset_ms / 1000:+.1f}"
    seen = Words(f"与调度程序相差 {seconds} 秒", f"{seconds} s against the dispatcher's")
    todo = Words(
        "校准本机或调度机的时钟（timedatectl set-ntp true）",
        "set this clock or that one (timedatectl set-ntp true)",
    )
    if abs(offset_ms) >= _FAR_MS:
        return CLOCK.fault(seen, todo)
    return CLOCK.warning(seen, todo) if abs(offset_ms) >= _OFFSET_MS else CLOCK.ok(seen.zh, seen.en)


def _kept_right(kept: bool | None) -> Finding:
    if kept is None:
        return CLOCK.ok("是否对时无从得知", "whether it is synchronised can't be known here")
    if kept:
        return CLOCK.ok("自动对时正常", "synchronised over the network")
    seen = Words("没有自动对时", "not synchronised over the network")
    todo = Words(
        "启用 timedatectl set-ntp true；没有外网时指定本地时间服务器",
        "timedatectl set-ntp true; without an internet name a time server of your own",
    )
    return CLOCK.warning(seen, todo)


def synchronised() -> bool | None:
    """What the kernel knows of it; None where it says nothing."""
    buffer = ctypes.create_string_buffer(512)  # struct timex with modes 0: only asks
    try:
        answer = ctypes.CDLL(None, use_errno=True).adjtimex(buffer)
    except (OSError, AttributeError):
        return None
    return None if answer < 0 or os.name != "posix" else answer != _UNSYNCHRONISED
