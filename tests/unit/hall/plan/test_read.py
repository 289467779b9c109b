"""CONTRACT §2: the hall file, its defaults and every one of its faults in words."""

from decimal import Decimal

import pytest

from hall.plan import DaySpan, PlanError, PlanFault, load_plan, plan_version
from tests.support.hall_days import hall_file, hall_plan
from wire.terms import TicketPart

_HALL = '[hall]\nid = "h"\nname = { zh = "厅" }\ntimezone = "Asia/Shanghai"\nlanguages = ["zh", "en"]\n'
_SERVICE = '[[service]]\nid = "a"\nprefix = "A"\nname = { zh = "a" }\n'
_HASH = "$argon2id$v=19$m=8,t=1,p=1$seL4l0Zm1dS0lxP5qsFzWw$YM6v2oYiW+hgpEgaBVSdiQ"
_COUNTER = '[[counter]]\nid = "1"\n'
_GREEN = '[[green_window]]\nid = "g"\nservices = ["a"]\ncounters = ["1"]\nenter_above = 2\nleave_below = 2\n'


def faults(text: str | bytes) -> list[str]:
    with pytest.raises(PlanError) as error:
        load_plan(text if isinstance(text, bytes) else text.encode())
    assert str(error.value) == "\n".join(map(str, error.value.faults))
    return [str(fault) for fault in error.value.faults]


def test_the_least_hall_and_its_defaults() -> None:
    plan = load_plan((_HALL + _SERVICE + _COUNTER).encode())
    assert (plan.hall.id, plan.default_language, plan.hall.open, plan.hall.hours) == ("h", "zh", None, None)
    queue, service, counter = plan.queue, plan.services[0], plan.counters[0]
    assert (queue.max_wait_minutes, queue.priority_head_start_minutes) == (None, Decimal(0))
    assert queue.appointment_head_start_minutes == queue.appointment_grace_minutes == Decimal(15)
    assert (service.weight, service.head_start_minutes) == (Decimal(1), Decimal(0))
    assert (service.daily_limit, service.checklist) == (None, ())
    assert (counter.services, counter.priority, counter.zone) == (None, False, None)
    assert not any((plan.green_windows, plan.clerks, plan.devices, plan.categories, plan.notices))


def test_everything_there_is() -> None:
    plan = load_plan(
        b"\xef\xbb\xbf"
        + (
            _HALL
            + 'open = ["Mon-Fri 08:30-16:30", "Sat,Sun 09:00-24:00", "00:00-08:30"]\n'
            + 'closed = ["2026-10-01", 2026-10-02]\nextra = ["2026-10-10 08:30-19:00"]\n'
            + 'public_url = "https://hall.example/x"\n[queue]\nmax_wait_minutes = 0.5\n'
            + _SERVICE.replace("zh =", '"zh" =')
            + 'category = "m"\nexpected_minutes = 4.5\nweight = 1.10\ndaily_limit = 0\n'
            + 'checklist = [{ zh = "x", en = "y" }]\nfollow_up = [{ zh = "z" }]\n'
            + _COUNTER
            + 'zone = "C"\nservices = ["a"]\npriority = true\n'
            + _GREEN
            + 'when = ["Mon 09:00-11:00"]\n'
            + '[[clerk]]\nid = "li"\nname = "李"\nphone = "1"\nservices = ["a"]\n'
            + f'pin_hash = "{_HASH}"\n'
            + '[[device]]\nid = "p"\nkind = "pad"\naddresses = { "3" = "1" }\n'
            + '[[device]]\nid = "k"\nkind = "kiosk"\nzone = "C"\nlanguage = "en"\n'
            + '[[category]]\nid = "m"\nname = { zh = "m" }\nzone = "C"\n'
            + '[[notice]]\ntext = { zh = "n" }\nfrom = 2026-10-01\nuntil = "2026-10-02 12:30"\n'
            + '[[notice]]\ntext = { zh = "n" }\nfrom = 2026-10-01T08:00:00\nuntil = "2026-10-02"\n'
        ).encode()
    )
    weekend = DaySpan(frozenset({5, 6}), 540, 1440)
    assert plan.hall.open is not None
    assert plan.hall.open[1] == weekend
    assert plan.services[0].weight == Decimal("1.10")
    assert (plan.clerks[0].name, plan.devices[0].counters, plan.devices[1].counters) == (
        {"zh": "李"},
        ("1",),
        (),
    )
    notices = [(notice.from_, notice.until) for notice in plan.notices]
    assert notices == [("2026-10-01", "2026-10-02T12:30"), ("2026-10-01T08:00", "2026-10-02")]
    found = [plan.service("a"), plan.counter("1"), plan.green_window("g"), plan.clerk("li"), plan.device("p")]
    assert None not in found
    assert [plan.service("z"), plan.green_window("z")] == [None, None]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\xff\xfe\x00", "is not a text in UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00", "is not a text in UTF-8"),
        (b"a\x00b", "is not a text in UTF-8"),
        (b"hello", "is not TOML: "),
        (b"a = 1\na = 2", "is not TOML: "),
        (b"x = " + b"[" * 50_000, "is not TOML that can be read: it is nested too deep"),
        (b"x = 1e999999999999999999999", "is not TOML: "),
    ],
)
def test_what_is_no_hall_file_at_all(data: bytes, words: str) -> None:
    (line,) = faults(data)
    assert line.startswith(words)
    assert "\n" not in line


CASES = [
    # where, what, the fault's path, part of the words
    (_HALL.replace('id = "h"', ""), "hall.id", "is missing; it is the hall's id"),
    (_HALL.replace('"h"', '"a b"'), "hall.id", '"a b" is not an id; 1 to 32 of A-Z, a-z, 0-9 and - are allowed'),
    (_HALL.replace('"h"', "5"), "hall.id", "5 is not a text"),
    (_HALL.replace('"h"', f'"{"x" * 70}"'), "hall.id", "xxx... is not an id"),
    (_HALL.replace('{ zh = "厅" }', '"x"'), "hall.name", "is not a table by language"),
    (_HALL.replace("zh = ", "en = "), "hall.name", 'has no text in "zh", the first of hall.languages'),
    (_HALL.replace('"厅"', '""'), "hall.name.zh", "has 0 characters; allowed is a text of 1 to 200"),
    (_HALL.replace("zh = ", '"z!" = 1, zh = '), "hall.name.z!", '"z!" is not a language'),
    (_HALL.replace("Asia/Shanghai", "Asia/Shangai"), "hall.timezone", 'did you mean "Asia/Shanghai"?'),
    (_HALL.replace("Asia/Shanghai", "../etc"), "hall.timezone", "is no time zone"),
    (_HALL.replace("Asia/Shanghai", "Asia"), "hall.timezone", "is no time zone"),
    (_HALL.replace('["zh", "en"]', "[]"), "hall.languages", "is an empty list"),
    (_HALL.replace('["zh", "en"]', '"zh"'), "hall.languages", '"zh" is not a list'),
    (_HALL.replace('"en"]', '"english!"]'), "hall.languages[2]", "is not a language"),
    (_HALL + 'open = "always"', "hall.open", "is not a list"),
    (_HALL + "open = [5]", "hall.open[1]", "5 is not a text; allowed is a text such as"),
    (_HALL + 'open = ["Mo 08:00-09:00"]', "hall.open[1]", "is not a stretch of time"),
    (_HALL + 'open = ["Mot 08:00-09:00"]', "hall.open[1]", "there is no day Mot; the days are Mon, Tue"),
    (_HALL + 'open = ["Mon-Tue-Wed 08:00-09:00"]', "hall.open[1]", "is not a stretch of time"),
    (_HALL + 'open = ["08:00-08:00"]', "hall.open[1]", "ends before it begins"),
    (_HALL + 'open = ["22:00-02:00"]', "hall.open[1]", "past midnight as two stretches"),
    (_HALL + 'open = ["08:60-09:00"]', "hall.open[1]", "has a time that does not exist"),
    (_HALL + 'open = ["08:00-24:01"]', "hall.open[1]", "times go from 00:00 to 24:00"),
    (_HALL + 'open = ["Mon-Fri 08:00-12:00", "Fri 11:00-13:00"]', "hall.open[2]", 'overlaps "Mon-Fri 08:00-12:00"'),
    (_HALL + 'closed = ["2026-02-30"]', "hall.closed[1]", "is not a date"),
    (_HALL + 'closed = ["20261001"]', "hall.closed[1]", "is not a date"),
    (_HALL + "closed = [2026-10-01T08:00:00]", "hall.closed[1]", "is not a text"),
    (_HALL + 'extra = ["Mon 08:00-09:00"]', "hall.extra[1]", "is not a stretch of a date"),
    (_HALL + 'extra = ["2026-02-30 08:00-09:00"]', "hall.extra[1]", "is not a date"),
    (_HALL + 'public_url = "ftp://x"', "hall.public_url", "is not a web address"),
    (_HALL + "opne = []", "hall.opne", 'there is no such key, did you mean "open"?; allowed are id, name'),
    (_HALL + "[queue]\nmax_wait_minutes = 0", "queue.max_wait_minutes", "a number above 0"),
    (_HALL + "[queue]\nmax_wait_minutes = inf", "queue.max_wait_minutes", "out of range"),
    (_HALL + "[queue]\nmax_wait_minutes = true", "queue.max_wait_minutes", "true is not a number"),
    (_HALL + "[keep]\npersonal_days = 0", "keep.personal_days", "a whole number from 1 to 36500 is"),
    (_HALL + "[keep]\njournal_days = 29", "keep.journal_days", "29 is less than personal_days, 30"),
    (_HALL + "[keep]\npersonal_days = 500", "keep.journal_days", "400 is less than personal_days, 500"),
    (_HALL + "[[keep]]", "keep", "is not a table; write [keep]"),
    (_HALL + "[queue]\nappointment_grace_minutes = -1", "queue.appointment_grace_minutes", "a number from 0"),
    (_HALL + "queue = 5", "hall.queue", "there is no such key"),
    ("queue = 5\n" + _HALL, "queue", "5 is not a table; write [queue]"),
    (_SERVICE, "hall", "is missing; a hall file has a [hall]"),
    ("hall = 5\n", "hall", "5 is not a table"),
    ("hall = { languages = 5, id = 3 }\n" + "[[clerk]]\nid = 'x'\nname = 'y'", "hall.languages", "is not a list"),
    ("[[hall]]\nid = 'x'\n", "hall", "is not a table"),
    (_HALL + "[service]\nid = 'x'", "service", "write [[service]] with two brackets each side"),
    (_HALL + "[[services]]\nid = 'x'", "services", 'did you mean "service"?; allowed are hall, queue, keep, paper'),
    (_HALL + _SERVICE.replace('"A"', '"ABC"'), "service[1].prefix", "1 or 2 capitals A-Z are allowed"),
    (_HALL + _SERVICE + "weight = 0", "service[1].weight", '(in service "a")'),
    (_HALL + _SERVICE + "weight = nan", "service[1].weight", "out of range"),
    (_HALL + _SERVICE + "weight = 1e-101", "service[1].weight", "too many digits"),
    (_HALL + _SERVICE + 'weight = "2"', "service[1].weight", "is not a number"),
    (_HALL + _SERVICE + "head_start_minutes = -0.5", "service[1].head_start_minutes", "out of range"),
    (_HALL + _SERVICE + "daily_limit = -1", "service[1].daily_limit", "a whole number from 0"),
    (_HALL + _SERVICE + "daily_limit = 1.5", "service[1].daily_limit", "a whole number from 0"),
    (_HALL + _SERVICE + "daily_limit = false", "service[1].daily_limit", "false is not allowed"),
    (_HALL + _SERVICE + "checklist = { zh = 'x' }", "service[1].checklist", "is not a list"),
    (_HALL + _SERVICE + "checklist = [{ en = 'x' }]", "service[1].checklist[1]", 'has no text in "zh"'),
    (_HALL + _SERVICE + 'category = "x"', "service[1].category", 'there is no category "x"; there are: none'),
    (_HALL + _SERVICE + _SERVICE, "service[2].id", '"a" is used twice, service[1] has it too'),
    (_HALL + _COUNTER + "services = []", "counter[1].services", "is an empty list"),
    (_HALL + _SERVICE + _COUNTER + 'services = ["b"]', "counter[1].services[1]", 'there is no service "b"'),
    (_HALL + _COUNTER + "priority = 1", "counter[1].priority", "1 is not allowed; true or false is"),
    (_HALL + _SERVICE + _COUNTER + _GREEN.replace("leave_below = 2", "leave_below = 4"), "green_window[1].leave_below",
     "4 is more than enter_above + 1 = 3; allowed is up to 3"),
    (_HALL + _SERVICE + _COUNTER + _GREEN.replace("enter_above = 2", "enter_above = -1"), "green_window[1].enter_above",
     "-1 is not allowed"),
    (_HALL + _SERVICE + _SERVICE.replace('"a"', '"b"') + _COUNTER + 'services = ["b"]\n' + _GREEN,
     "green_window[1].counters[1]", 'counter "1" can serve none of the services of this green window; it serves b'),
    (_HALL + _SERVICE + _COUNTER + _GREEN.replace('["1"]', '["1", "2"]'), "green_window[1].counters[2]",
     'there is no counter "2"; there are: 1'),
    (_HALL + _COUNTER + "[[device]]\nid = 'dispatcher-2'\nkind = 'console'", "device[1].id", "is reserved"),
    (_HALL + "[[device]]\nid = 'x'\nkind = 'kisok'", "device[1].kind", 'did you mean "kiosk"?; the kinds are'),
    (_HALL + "[[device]]\nid = 'x'\nkind = ['pad']", "device[1].kind", "is no kind of device"),
    (_HALL + "[[device]]\nid = 'x'\nkind = 'pad'", "device[1].counter", "a pad needs counter"),
    (_HALL + _COUNTER + "[[device]]\nid = 'x'\nkind = 'pad'\ncounter = '1'\naddresses = { 1 = '1' }",
     "device[1].addresses", "give either counter or addresses"),
    (_HALL + _COUNTER + "[[device]]\nid = 'x'\nkind = 'pad'\naddresses = { 1 = '7' }", "device[1].addresses.1",
     'there is no counter "7"'),
    (_HALL + "[[device]]\nid = 'x'\nkind = 'pad'\naddresses = 1", "device[1].addresses", "is not a table"),
    (_HALL + "[[clerk]]\nid = 'x'\nname = 'x'\npin_hash = '1234'", "clerk[1].pin_hash", "make one with `greenwindow"),
    (_HALL + "[[clerk]]\nid = 'x'\nname = 'x'\npin = '1234'", "clerk[1].pin", 'did you mean "pin_hash"?'),
    (_HALL + "[[counter]]\nid = []\nservices = []", "counter[1].id", "is not a text"),
    (_HALL + "[[notice]]\ntext = { zh = 'x' }\nfrom = 'today'", "notice[1].from", "is not a time; write 2026-10-01"),
    (_HALL + "[[notice]]\ntext = { zh = 'x' }\nfrom = '2026-10-01 25:00'", "notice[1].from", "is not a time"),
    (_HALL + "[[notice]]\ntext = { zh = 'x' }\nfrom = 2026-10-01T08:00:00Z", "notice[1].from", "has a zone"),
    (_HALL.replace('"en"]', '"en", "zh"]'), "hall.languages[3]", '"zh" is there twice; each may be there once'),
    (_HALL + _SERVICE + _COUNTER + 'services = ["a", "a"]', "counter[1].services[2]", '"a" is there twice'),
    (_HALL + _SERVICE + _COUNTER + _GREEN.replace('["1"]', '["1", "1"]'), "green_window[1].counters[2]",
     '"1" is there twice'),
    (_HALL + _SERVICE + _COUNTER + _GREEN.replace('["a"]', '["a", "a"]'), "green_window[1].services[2]",
     '"a" is there twice'),
    (_HALL + _SERVICE + "[[clerk]]\nid = 'x'\nname = 'x'\nservices = ['a', 'a']", "clerk[1].services[2]",
     '"a" is there twice'),
    (_HALL + "[[device]]\nid = 'x'\nkind = 'kiosk'\nlanguage = 'fr'", "device[1].language",
     '"fr" is not one of hall.languages; allowed are zh, en'),
    (_HALL + _COUNTER + "[[device]]\nid = 'x'\nkind = 'kiosk'\naddresses = { 3 = '1' }", "device[1].addresses",
     "a kiosk has none; they are for several pads on one line, leave them out"),
    (_HALL + "[[notice]]\ntext = { zh = 'x' }\nfrom = 2026-10-02\nuntil = 2026-10-01", "notice[1].until",
     "2026-10-01 is not after from, 2026-10-02; a later date or time is allowed"),
    (_HALL + "[[notice]]\ntext = { zh = 'x' }\nfrom = '2026-10-01 09:00'\nuntil = '2026-10-01 09:00'",
     "notice[1].until", '"2026-10-01 09:00" is not after from'),
    (_HALL + "[[notice]]\ntext = { zh = 'x' }\nfrom = 5\nuntil = 2026-10-01", "notice[1].from", "5 is not a text"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "path", "words"), CASES, ids=[f"{c[1]}-{i}" for i, c in enumerate(CASES)])
def test_a_fault_has_its_place_and_its_words(text: str, path: str, words: str) -> None:
    lines = faults(text)
    hits = [line for line in lines if line.startswith(f"{path}: ") and words in line]
    assert len(hits) == 1, lines


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("2026-10-01", "2026-10-01"),
        ("'2026-10-01 23:00'", "2026-10-01"),
        ("2026-10-01", "'2026-10-01 00:01'"),
    ],
)
def test_a_notice_may_last_a_day_or_less(begin: str, end: str) -> None:
    notice = f"[[notice]]\ntext = {{ zh = 'x' }}\nfrom = {begin}\nuntil = {end}\n"
    assert len(load_plan((_HALL + notice).encode()).notices) == 1


def test_every_fault_is_named_in_one_run() -> None:
    text = (
        _HALL.replace('"h"', '"h h"')
        + "open = ['x']\n"
        + "[queue]\nmax_wait = 3\n"
        + _SERVICE.replace('prefix = "A"\n', "").replace("zh", "en")
        + _COUNTER
        + 'services = ["z"]\n'
        + _COUNTER
        + _GREEN.replace('["a"]', '["y"]').replace("leave_below = 2", "leave_below = 9")
        + "[[device]]\nid = 'dispatcher'\nkind = 'pad'\n[[extra]]\n"
    )
    assert [line.split(":")[0] for line in faults(text)] == [
        "extra", "hall.id", "hall.open[1]", "queue.max_wait", "service[1].prefix", "counter[2].id", "device[1].id",
        "counter[1].services[1]", "green_window[1].services[1]", "service[1].name", "green_window[1].leave_below",
        "green_window[1].counters[1]", "device[1].counter",
    ]  # fmt: skip


def test_one_mistake_is_not_told_twice() -> None:
    """An id without quotes is wrong itself, not whoever refers to it; so with a single language without brackets."""
    text = (
        _HALL.replace('["zh", "en"]', '"zh"')
        + _SERVICE
        + "[[counter]]\nid = 1\n"
        + _GREEN
        + "[[clerk]]\nid = 'li'\nname = '李'\n"
    )
    assert faults(text) == [
        'hall.languages: "zh" is not a list; write it in [ ]',
        "counter[1].id: 1 is not a text; 1 to 32 of A-Z, a-z, 0-9 and - are allowed, in quotes",
    ]


def test_wrong_types_anywhere_raise_nothing_else() -> None:
    """The checks across keys pass over what is named already."""
    wrong = ["5", "[5]", "{ x = 5 }", '"x"', "[[5]]", "true", "2026-10-01"]
    keys = {
        "service": ("id", "prefix", "name", "category", "weight", "checklist"),
        "counter": ("id", "services", "zone"),
        "green_window": ("id", "services", "counters", "enter_above", "leave_below", "when"),
        "device": ("id", "kind", "counter", "addresses", "language"),
        "notice": ("text", "from", "until"),
        "clerk": ("id", "name", "services"),
    }
    for section, names in keys.items():
        for name in names:
            for value in wrong:
                lines = faults(f"{_HALL}[[{section}]]\n{name} = {value}\ncolour = 5\n")
                assert any(line.startswith(f"{section}[1].") for line in lines)
    for name in ("id", "name", "timezone", "languages", "open", "closed", "extra", "public_url"):
        for value in ("5", "[5]", "{ x = 5 }", "true"):
            lines = faults(
                "\n".join(r for r in _HALL.splitlines() if not r.startswith(name)) + f"\n{name} = {value}\n"
            )
            assert any(line.startswith(f"hall.{name}") for line in lines)


def test_a_paper_of_the_halls_own() -> None:
    plan = load_plan(
        (
            _HALL + '[paper]\nlogo = "logo.png"\ngreeting = { zh = "欢迎" }\nticket = ["number", "hall"]\n'
        ).encode()
    )
    assert (plan.paper.logo, plan.paper.greeting, plan.paper.footer) == ("logo.png", {"zh": "欢迎"}, None)
    assert plan.paper.ticket == ("number", "hall")
    assert load_plan(_HALL.encode()).paper.ticket == tuple(TicketPart)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("logo = 5", "paper.logo: 5 is not a text; allowed is a text of 1 to 200 characters"),
        (
            'greeting = { en = "x" }',
            'paper.greeting: has no text in "zh", the first of hall.languages; add zh = "…"',
        ),
        ('footer = "x"', 'paper.footer: "x" is not a table by language; write { zh = "…", en = "…" }'),
        ('ticket = ["hall"]', 'paper.ticket: "number" is missing; a ticket without its number is none'),
        (
            'ticket = ["number", "hall", "number"]',
            'paper.ticket: "number" is there twice; every part comes at most once',
        ),
        (
            'ticket = ["numbr"]',
            'paper.ticket[1]: "numbr" is no part of a ticket, did you mean "number"?; the parts are logo, hall, '
            "greeting, number, wait, services, code, checklist, missed, footer, issued",
        ),
        ("ticket = 5", "paper.ticket: 5 is not a list; write it in [ ]"),
        (
            'colour = "green"',
            "paper.colour: there is no such key; allowed are logo, greeting, footer, ticket",
        ),
    ],
)
def test_faults_of_the_paper(lines: str, fault: str) -> None:
    assert faults(f"{_HALL}[paper]\n{lines}\n") == [fault]


def test_a_fault_without_a_path_is_about_the_file() -> None:
    assert str(PlanFault("", "is empty")) == "is empty"


def test_a_fault_is_one_line_whatever_is_in_the_file() -> None:
    lines = faults(_HALL.replace('"h"', '"a\\nb"') + '"x\\ty\\u0000" = 1\n')
    assert [line.split("; ")[0] for line in lines] == [
        'hall.id: "a\\nb" is not an id',
        "hall.x\\ty\\x00: there is no such key",
    ]


def test_the_version_is_the_contents() -> None:
    assert plan_version(b"a") == plan_version(b"a") != plan_version(b"b")
    assert len(plan_version(b"")) == 12


def test_what_the_tests_stand_on_is_without_a_fault() -> None:
    assert len(hall_plan(green={"short": {}}, clerks={"li": {}}).devices) == 8
    assert load_plan(hall_file()) == hall_plan()
