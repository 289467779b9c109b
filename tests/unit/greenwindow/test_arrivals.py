from pathlib import Path

import pytest

from greenwindow.arrivals import (
    Arrival,
    ArrivalsError,
    Hold,
    Need,
    NoShow,
    Oddity,
    TransferToCounter,
    TransferToService,
    check_arrivals,
    read_arrivals,
)
from wire.terms import Priority

_HEADER = "arrival,needs,priority,language,minutes,event\n"
_GOOD = "08:31:05,med-register,none,zh,4,\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "morning.csv"


def faults_of(file: Path) -> list[str]:
    with pytest.raises(ArrivalsError) as error:
        read_arrivals(file)
    assert str(error.value) == "\n".join(error.value.faults)
    return [fault.removeprefix(str(file)) for fault in error.value.faults]


def test_a_resident_is_read_whole(file: Path) -> None:
    file.write_text(_HEADER + "08:31:05,med-register+id-card,elderly,en,4+12.5,hold:5\n")
    needs = (Need("med-register", 4.0), Need("id-card", 12.5))
    assert read_arrivals(file) == (Arrival(30665, needs, Priority.ELDERLY, "en", Hold(5.0), line=2),)


def test_only_three_columns_are_needed_and_their_order_is_free(file: Path) -> None:
    file.write_text("minutes,arrival,needs\n4,00:00:01,a\n")
    assert read_arrivals(file) == (Arrival(1, (Need("a", 4.0),), line=2),)


def test_what_spreadsheets_write_is_read(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbf# a note\r\n\r\narrival,needs,minutes\r\n"08:00:00", a + b ,"1 + 2"\r\n')
    assert read_arrivals(file) == (Arrival(28800, (Need("a", 1.0), Need("b", 2.0)), line=4),)


def test_residents_come_in_the_order_of_time_and_else_of_the_file(file: Path) -> None:
    file.write_text("arrival,needs,minutes\n09:00:00,c,1\n08:00:00,a,1\n08:00:00,b,1\n")
    assert [arrival.needs[0].service for arrival in read_arrivals(file)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("cell", "event"),
    [
        ("", None),
        ("transfer:id-card", TransferToService("id-card")),
        ("transfer-counter:3", TransferToCounter("3")),
        ("hold:2.5", Hold(2.5)),
        ("no-show", NoShow()),
        ("no-show-returns:3", NoShow(3.0)),
    ],
)
def test_every_oddity(file: Path, cell: str, event: Oddity | None) -> None:
    file.write_text(f"{_HEADER}08:31:05,a,none,zh,4,{cell}\n")
    assert read_arrivals(file)[0].event == event


def test_a_missing_file(file: Path) -> None:
    assert faults_of(file) == [": there is no such file; check the path"]


def test_a_folder(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == [": is a folder; name the file in it"]


def test_a_file_that_cannot_be_read() -> None:
    assert faults_of(Path("/proc/self/mem")) == [": cannot be read: Input/output error"]


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\xff", b"arrival\0needs"])
def test_a_binary_file(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert faults_of(file) == [": is not a text file in UTF-8; save it as CSV in UTF-8"]


@pytest.mark.parametrize("content", ["", "\n \n", "# only a note\n"])
def test_an_empty_file(file: Path, content: str) -> None:
    file.write_text(content)
    (fault,) = faults_of(file)
    assert (
        fault == ": is empty; its first line names the columns: arrival,needs,minutes,priority,language,event"
    )


def test_a_file_without_residents(file: Path) -> None:
    file.write_text(_HEADER)
    assert faults_of(file) == [": names no resident; each is one line below the columns"]


def test_every_fault_of_the_columns(file: Path) -> None:
    file.write_text("arrival,Needs,arrival\n08:00:00,a,4\n")
    columns = "; the columns are arrival, needs, minutes, priority, language, event"
    assert faults_of(file) == [
        f":1: column `needs` is missing{columns}",
        f":1: column `minutes` is missing{columns}",
        ":1: column `arrival` is there twice; once is allowed",
        f":1: column `Needs` is unknown{columns}",
    ]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("8:31:05,a,none,zh,4,", "arrival: `8:31:05` is not a time; allowed is HH:MM:SS, as in 08:31:05"),
        ("24:00:00,a,none,zh,4,", "arrival: `24:00:00` is not a time; allowed is HH:MM:SS, as in 08:31:05"),
        (",a,none,zh,4,", "arrival: `` is not a time; allowed is HH:MM:SS, as in 08:31:05"),
        ("08:31:05,a+a,none,zh,4+4,", "needs: `a+a` names a service twice; once is allowed"),
        ("08:31:05,a+b,none,zh,4,", "minutes: there are 1 for 2 needs; one each, joined by +"),
        ("08:31:05,a,vip,zh,4,", "priority: `vip` is not a priority class; allowed are none, elderly, ill, "
         "disabled, pregnant, military, infant"),
        ("08:31:05,a,none,中文,4,", "language: `中文` is not a language's code; allowed are those of the hall "
         "file, as in zh"),
        ("08:31:05,a,none,zh", "has 4 cells where the first line names 6 columns"),
        ('08:31:05,"a,none,zh,4,', "is not CSV (unexpected end of data); a resident is one line"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named(file: Path, row: str, fault: str) -> None:
    file.write_text(f"{_HEADER}{_GOOD}{row}\n{_GOOD}")
    assert f":3: {fault}" in faults_of(file)


@pytest.mark.parametrize("minutes", ["0", "-1", "481", "1e2", "nan", "x", "", "4+", "٤"])
def test_minutes_are_more_than_none_and_at_most_a_day_of_work(file: Path, minutes: str) -> None:
    file.write_text(f"{_HEADER}08:31:05,a,none,zh,{minutes},\n")
    (fault,) = faults_of(file)
    assert fault.startswith(":2: minutes: ")
    assert fault.endswith("is not a number of minutes; allowed is more than 0, up to 480")


@pytest.mark.parametrize("service", ["", "a b", "a_b", "x" * 33, "办证"])
def test_a_service_is_an_id(file: Path, service: str) -> None:
    file.write_text(f"{_HEADER}08:31:05,{service},none,zh,4,\n")
    (fault,) = faults_of(file)
    assert fault.startswith(f":2: needs: `{service}` is not a service's id; allowed are ")


@pytest.mark.parametrize(
    "event", ["leave", "transfer", "transfer-counter", "hold", "no-show:3", "no-show-returns", ":", "Hold:3"]
)
def test_an_unknown_event_is_told_what_is_allowed(file: Path, event: str) -> None:
    file.write_text(f"{_HEADER}08:31:05,a,none,zh,4,{event}\n")
    (fault,) = faults_of(file)
    assert fault.startswith(f":2: event: `{event}` is unknown; allowed are transfer:SERVICE, ")


@pytest.mark.parametrize("event", ["transfer:", "transfer-counter:窗口", "hold:soon", "no-show-returns:0"])
def test_an_event_says_what_its_value_should_be(file: Path, event: str) -> None:
    file.write_text(f"{_HEADER}08:31:05,a,none,zh,4,{event}\n")
    (fault,) = faults_of(file)
    assert f"`{event.partition(':')[2]}` is not a " in fault


def test_every_fault_of_every_line_is_named_in_order(file: Path) -> None:
    file.write_text(f"{_HEADER}x,a b,vip,z,0,leave\n{_GOOD}08:31:05,a,none,zh,4\n")
    found = faults_of(file)
    assert [fault.split(":")[1:3] for fault in found[:6]] == [
        ["2", f" {column}"] for column in ("arrival", "needs", "minutes", "priority", "language", "event")
    ]
    assert found[6:] == [":4: has 5 cells where the first line names 6 columns"]


def test_a_hall_that_has_everything(file: Path) -> None:
    file.write_text(
        _HEADER + _GOOD + "08:31:05,a,none,,4,transfer:b\n08:31:05,a,none,,4,transfer-counter:1\n"
    )
    arrivals = read_arrivals(file)
    check_arrivals(arrivals, file, services={"med-register", "a", "b"}, languages=["zh"], counters={"1"})


def test_everything_a_hall_lacks_is_named_in_the_order_of_the_file(file: Path) -> None:
    file.write_text(
        _HEADER + "09:00:00,a+c,none,ug,4+4,transfer:d\n08:00:00,a,none,zh,4,transfer-counter:9\n" + _GOOD
    )
    with pytest.raises(ArrivalsError) as error:
        check_arrivals(
            read_arrivals(file), file, services={"b", "a"}, languages=("zh", "en"), counters={"2", "1"}
        )
    assert error.value.faults == (
        f"{file}:2: service `c` is not in the hall file; it has a, b",
        f"{file}:2: language `ug` is not in the hall file; it has en, zh",
        f"{file}:2: service `d` is not in the hall file; it has a, b",
        f"{file}:3: counter `9` is not in the hall file; it has 1, 2",
        f"{file}:4: service `med-register` is not in the hall file; it has a, b",
    )
