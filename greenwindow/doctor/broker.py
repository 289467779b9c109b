"""The broker: reachable, ours, and how long its certificates are good."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from broker_config import Pki, PkiError
from greenwindow.doctor.finding import Check, Finding, Words
from greenwindow.doctor.patient import Patient

BROKER = Check(Words("消息服务", "broker"))
CERTIFICATES = Check(Words("证书", "certificates"))
_SLOW_MS = 500


def broker(patient: Patient) -> Iterator[Finding]:
    """By what was heard over it."""
    heard, start = patient.heard, f"greenwindow broker {patient.hall_file}"
    if patient.plan is None:
        seen = Words("不知道是哪个厅，无从检查", "can't be looked at without knowing which hall this is")
        yield BROKER.warning(seen, Words("先改正厅配置", "put the hall file right first"))
    elif heard.no_credential:
        seen = Words("本机没有此厅的凭据", "this machine has no credential of this hall")
        todo = Words(
            f"启动一次 {start}；数据在别处请用 --dir",
            f"start {start} once; if its folder is elsewhere, give --dir",
        )
        yield BROKER.fault(seen, todo)
    elif heard.trouble is not None:
        seen = Words(f"连接不上 {heard.where}：{heard.trouble}", heard.trouble)
        refused = "refuses" in heard.trouble
        yield BROKER.fault(seen, _refused(start) if refused else _away(start))
    elif (
        heard.catalog is not None
        and patient.plan is not None
        and heard.catalog.hall.id != patient.plan.hall.id
    ):
        other = heard.catalog.hall.id
        seen = Words(f"{heard.where} 上是另一个厅：{other}", f"{heard.where} serves another hall, {other}")
        yield BROKER.fault(seen, _refused(start))
    else:
        yield _reached(heard.where, heard.took_ms)


def _reached(where: str, took_ms: int) -> Finding:
    seen = Words(
        f"{where} 正常，凭据有效，{took_ms} 毫秒", f"{where} takes our credential, within {took_ms} ms"
    )
    if took_ms > _SLOW_MS:
        return BROKER.warning(
            seen, Words("连接偏慢：检查网络与机器负荷", "slow: look at the network and the load")
        )
    return BROKER.ok(seen.zh, seen.en)


def _away(start: str) -> Words:
    return Words(
        f"启动 {start}；若在别的机器上，检查网线与防火墙",
        f"start {start}; if it is another machine's, look at cable and firewall",
    )


def _refused(start: str) -> Words:
    return Words(
        f"用同一个 --dir 重新启动 {start}，并停掉占用该端口的其他程序",
        f"start {start} again with the same --dir, and stop whatever else has that port",
    )


def certificates(patient: Patient) -> Iterator[Finding]:
    """Only where a hall has some."""
    folder = patient.folder
    if folder is None or not Pki(folder / "pki").exists():
        return
    now = datetime.fromtimestamp(patient.clock.now_ms() / 1000, UTC)
    try:
        yield _certificates(patient.hall_file, Pki(folder / "pki"), now)
    except PkiError as fault:
        yield CERTIFICATES.fault(
            Words(str(fault), str(fault)),
            Words("从备份恢复 pki 文件夹", "bring the pki folder back from a backup"),
        )


def _certificates(hall_file: Path, pki: Pki, now: datetime) -> Finding:
    newest = [one for one in pki.newest().values() if one.revoked is None]
    over = sorted(one.name for one in newest if now >= one.until)
    soon = sorted(one.name for one in newest if one.ends_soon(now))
    todo = f"greenwindow pki renew {hall_file}"
    do = Words(f"运行 {todo}，再更新各终端", f"run {todo}, then bring the new ones to the stations")
    if over:
        names = ", ".join(over)
        return CERTIFICATES.fault(Words(f"已过期：{names}", f"past their end: {names}"), do)
    days = min(((one.until - now).days for one in newest), default=0)
    if soon:
        names = ", ".join(soon)
        return CERTIFICATES.warning(Words(f"{days} 天后到期：{names}", f"{days} days left: {names}"), do)
    return CERTIFICATES.ok(
        f"{len(newest)} 张有效，最早 {days} 天后到期", f"{len(newest)} good, the first for {days} days"
    )
