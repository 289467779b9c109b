"""The database, its backups, and the disk below."""

import errno
import os
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dispatcher.care.looking import reading
from dispatcher.care.shelf import last_backup
from dispatcher.errors import DatabaseError
from dispatcher.store.address import DatabaseAddress, SqliteFile
from greenwindow.doctor.cures import cure
from greenwindow.doctor.finding import Check, Finding, Words
from greenwindow.doctor.patient import Patient
from greenwindow.words import size

DATABASE = Check(Words("数据库", "database"))
BACKUP = Check(Words("备份", "backup"))
DISK = Check(Words("磁盘", "disk"))
_DAY_MS = 86_400_000
_OLD_DAYS = 2
_LITTLE, _LOW = 100_000_000, 1_000_000_000
_SLOW_MS = 50.0
_WRITES = 20
_FULL = (errno.ENOSPC, errno.EDQUOT)
_MAKE_ROOM = Words("清理磁盘：旧日志、旧备份", "make room: old logs, old backups")


def database(patient: Patient) -> Iterator[Finding]:
    """Whole, ours, of this version."""
    address = patient.database
    if address is None:
        return
    if isinstance(address, SqliteFile) and not address.path.exists():
        seen = Words(f"{address} 不存在", f"{address}: is not there")
        todo = Words(
            "第一次启动调度程序时会建立；若在别处请用 --database，若已丢失请 greenwindow restore",
            "the dispatcher's first start makes it; elsewhere: --database; lost: greenwindow restore",
        )
        yield DATABASE.fault(seen, todo)
        return
    try:
        yield _whole(address, patient)
    except DatabaseError as fault:
        yield DATABASE.fault(Words(str(fault), str(fault)), cure(fault, address))


def _whole(address: DatabaseAddress, patient: Patient) -> Finding:
    with reading(address) as connection:
        found = connection.exec_driver_sql("SELECT value FROM meta WHERE name = 'hall'").scalar()
        entries = connection.exec_driver_sql("SELECT COALESCE(MAX(id), 0) FROM journal").scalar()
    if patient.plan is not None and found != patient.plan.hall.id:
        seen = Words(f"{address} 属于另一个厅：{found}", f"{address}: belongs to another hall, {found}")
        return DATABASE.fault(seen, Words("用 --database 指定", "name the right one with --database"))
    large = f"，{size(address.path.stat().st_size)}" if isinstance(address, SqliteFile) else ""
    return DATABASE.ok(
        f"{address} 完好{large}，{entries} 条记录",
        f"{address}: whole{large.replace('，', ', ')}, {entries} entries",
    )


def backup(patient: Patient) -> Iterator[Finding]:
    """How old the last one is."""
    if patient.folder is None:
        return
    last, todo = last_backup(patient.folder), f"greenwindow backup {patient.hall_file}"
    do = Words(
        f"运行 {todo}，每天一次（cron），并另存一份到别的机器",
        f"run {todo}, daily (cron); keep a copy elsewhere",
    )
    if last is None:
        yield BACKUP.warning(Words("从未备份", "there never was one"), do)
        return
    days = (patient.clock.now_ms() - last.at) / _DAY_MS
    seen = Words(
        f"最近一次在 {days:.1f} 天前，{size(last.size)}",
        f"the last one {days:.1f} days ago, {size(last.size)}",
    )
    gone = not Path(last.file).exists()
    if days > _OLD_DAYS or gone:
        missing = Words("；文件已不在原处", "; its file is no longer there") if gone else Words("", "")
        yield BACKUP.warning(Words(seen.zh + missing.zh, seen.en + missing.en), do)
    else:
        yield BACKUP.ok(seen.zh, seen.en)


def disk(patient: Patient) -> Iterator[Finding]:
    """Room, and how long it takes until something is safe on it."""
    for folder in _folders(patient):
        yield _room(folder)
        yield _speed(folder, patient)


def _folders(patient: Patient) -> list[Path]:
    """One on each disk that the hall writes to on this machine; the database's comes first."""
    wanted = [] if patient.folder is None else [patient.folder]
    if isinstance(patient.database, SqliteFile):
        wanted.insert(0, patient.database.path.resolve().parent)
    disks: dict[int, Path] = {}
    for folder in wanted:
        if folder.is_dir():
            disks.setdefault(folder.stat().st_dev, folder)
    return list(disks.values())


def _room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    seen = Words(f"剩余 {size(free)}（{folder.absolute()}）", f"{size(free)} free at {folder.absolute()}")
    todo = _MAKE_ROOM
    if free < _LITTLE:
        return DISK.fault(seen, todo)
    return DISK.warning(seen, todo) if free < _LOW else DISK.ok(seen.zh, seen.en)


def _speed(folder: Path, patient: Patient) -> Finding:
    try:
        took = statistics.median(_synced_writes(folder, patient))
    except OSError as fault:
        words = fault.strerror or str(fault)
        seen = Words(f"{folder} 写不进去：{words}", f"{folder}: can't be written: {words}")
        rights = Words("检查权限与磁盘", "look at its rights and at the disk")
        return DISK.fault(seen, _MAKE_ROOM if fault.errno in _FULL else rights)
    seen = Words(f"同步写入 {took:.1f} 毫秒", f"a synced write takes {took:.1f} ms")
    if took > _SLOW_MS:
        todo = Words(
            "磁盘太慢，按键会迟钝：换固态硬盘", "slow: every press waits for it; a solid-state disk helps"
        )
        return DISK.warning(seen, todo)
    return DISK.ok(seen.zh, seen.en)


def _synced_writes(folder: Path, patient: Patient) -> list[float]:
    """Milliseconds of each."""
    times = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _ in range(_WRITES):
            begun = patient.clock.monotonic()
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())
            times.append((patient.clock.monotonic() - begun) * 1000)
    return times
