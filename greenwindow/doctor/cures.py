"""What to do about a database that can't be used, by what is said of it. A backup is put back only over damage."""

from dispatcher.errors import AwayError, DatabaseError
from dispatcher.store.address import DatabaseAddress
from greenwindow.doctor.finding import Words

_RESTORE = "greenwindow restore FILE --replace"
_ANOTHER = Words("用 --database 指定正确的数据库", "name the right one with --database")
_BACK = Words(
    f"停止调度程序，用最近的备份恢复：{_RESTORE}",
    f"stop the dispatcher; put the last backup in its place: {_RESTORE}",
)
_START = Words("启动数据库服务，检查网络", "start the database server; look at the network")
_AS_TOLD = Words(
    "按左边的说明处理；数据库服务的日志里有详情", "do as it says; the database server's log has more of it"
)
_BY_WORDS = {
    "is damaged": _BACK,
    "a table is missing": _BACK,
    "a table is not as it should be": _BACK,
    "not a database of green window": Words(
        f"{_ANOTHER.zh}；若正是这一个，则已损坏：停止调度程序，{_RESTORE}",
        f"{_ANOTHER.en}; if it is this one it is damaged: stop the dispatcher, {_RESTORE}",
    ),
    "of another program": _ANOTHER,
    "is a folder": _ANOTHER,
    "no machine of that name": Words("改正 --database 中的主机名", "put the host in --database right"),
    "refuses the password": Words(
        "改正 --database 中的用户名和密码（密码里的 @ 写作 %40）",
        "put user and password in --database right (an @ of the password is written %40)",
    ),
    "asks for a password": Words("在 --database 中写上密码", "write the password in --database"),
    "refuses this user": Words(
        "检查 --database 的用户，以及服务器的 pg_hba.conf",
        "look at the user in --database and at the server's pg_hba.conf",
    ),
    "no such user": Words(
        "改正 --database 中的用户，或建立它：createuser",
        "put the user in --database right, or make it: createuser",
    ),
    "no such database": Words(
        "改正 --database 中的库名，或建立它：createdb --encoding=UTF8",
        "put the name in --database right, or make it: createdb --encoding=UTF8",
    ),
    "may not use it": Words(
        "把数据库交给该用户：ALTER DATABASE … OWNER TO …",
        "make the user its owner: ALTER DATABASE … OWNER TO …",
    ),
    "no schema": Words(
        "建立 schema，或设置该用户的 search_path", "make a schema, or set the user's search_path"
    ),
    "encoding": Words("以 ENCODING 'UTF8' 重建该库", "make it anew with ENCODING 'UTF8' TEMPLATE template0"),
    "or newer is needed": Words("升级 PostgreSQL", "install a newer PostgreSQL"),
    "replica": Words("在 --database 中写主服务器", "name the server that is written to in --database"),
    "read-only": Words(
        "让数据库可写（default_transaction_read_only）",
        "let it be written to again (default_transaction_read_only)",
    ),
    "too many connections": Words(
        "结束多余的连接，或提高 max_connections", "end some connections, or raise max_connections"
    ),
    "disk is full": Words("在数据库服务器上清理磁盘", "make room on the server's disk"),
    "no room": Words("清理磁盘：旧日志、旧备份", "make room: old logs, old backups"),
    "look at its disk": Words(
        "检查磁盘与接线；备份数据", "look at the disk and its cables; copy what is on it"
    ),
    "is locked": Words("结束占用它的程序", "end the program that has locked it"),
    "cannot be read": Words(
        "检查权限：以运行调度程序的用户运行", "look at its rights: run this as the dispatcher's user"
    ),
    "cannot be written": Words("清理磁盘，或改正文件权限", "make room for it, or give the right to write it"),
    "has no hall in it": Words(
        "启动一次调度程序；若数据已丢失：greenwindow restore",
        "start the dispatcher, which makes it; lost: greenwindow restore",
    ),
    "older version": Words(
        "启动一次调度程序，即可升级", "start the dispatcher once, which brings it up to date"
    ),
    "newer version": Words("安装那个版本的 Green Window", "install that version of Green Window"),
}


def cure(fault: DatabaseError, address: DatabaseAddress) -> Words:
    """By its own words; the database's name says nothing of its trouble."""
    said = str(fault).replace(str(address), "").lower()
    for part, todo in _BY_WORDS.items():
        if part in said:
            return todo
    return _START if isinstance(fault, AwayError) else _AS_TOLD
