"""A fixed hall and fixed situations, for the gallery and for the checks of every screen."""

from functools import cache

from kiosk.flow import (
    AlarmsChanged,
    Answered,
    CatalogCame,
    ChecklistCame,
    HallCame,
    IndexCame,
    Input,
    OnlineChanged,
    PaperCame,
    Pending,
    PrinterChanged,
    Restarted,
    Tick,
    Touch,
    Unanswered,
)
from kiosk.flow.search import Index
from kiosk.sample_names import names
from kiosk.spelling import spelled
from wire.commands import IssueTicket
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyAppointment, ReplyError, ReplyTicket, WaitRange
from wire.states import (
    BookingsInfo,
    Catalog,
    CategoryInfo,
    HallInfo,
    HallState,
    ServiceInfo,
    ServiceLoad,
)
from wire.terms import PrintResult, Priority, TicketState

AT = 1_763_687_400_000
UNTIL = AT + 5 * 3_600_000
_DAY = 86_400_000
REQUEST = "sample-1"

_LINES = [
    ("medical", "医疗保险", "Medical insurance"),
    ("pension", "社会保险与养老", "Social insurance and pension"),
    ("household", "户籍与居住证", "Household registration and residence permit"),
    ("family", "计生与家庭", "Family and childbirth"),
    ("housing", "住房保障", "Housing support"),
    ("work", "就业与创业", "Work and starting a business"),
    ("aid", "社会救助", "Social aid"),
    ("disabled", "残疾人服务", "Services for people with disabilities"),
    ("veterans", "退役军人", "Veterans"),
    ("talk", "综合咨询", "General advice"),
]
_ERRANDS = [
    ("register", "医保大病登记", "Major-illness registration"),
    ("booklet", "补办《门急诊就医记录册》", "Replacement of the outpatient medical record booklet"),
    ("refund", "医疗费用零星报销", "Refund of medical expenses paid out of pocket"),
    ("move", "异地就医备案", "Registration for treatment in another city"),
    ("card", "社会保障卡申领与挂失", "Social security card: apply, report lost"),
    ("child", "少儿居民医保参保", "Residents' insurance for children"),
    ("elder", "老年人综合津贴", "Allowance for the elderly"),
]
_THINGS = {
    "medical-booklet": [("身份证", "ID card"), ("旧的记录册（如有）", "The old booklet, if there is one")],
    "medical-refund": [
        ("身份证", "ID card"),
        ("社会保障卡", "Social security card"),
        ("医疗费用收据原件", "Receipts for the medical expenses, the originals"),
        ("门急诊病历或出院小结", "Outpatient record, or the summary written at discharge from the hospital"),
        ("本人银行卡", "A bank card of your own"),
        (
            "委托他人办理的，另需委托书和受托人身份证",
            "If somebody comes for you: a letter of authority and their ID card",
        ),
        ("异地就医的，另需备案证明", "If you were treated in another city: the registration for it"),
    ],
}
"""What to bring, by service."""


def catalog(language: str = "zh") -> Catalog:
    """Ten lines of business, the first with seven errands, one errand of no line; in Chinese, English and this one."""
    services = [
        ServiceInfo(
            id=f"{line}-{errand}",
            prefix="A",
            name=names(zh, en),
            category=line,
            checklist=tuple({"zh": zh, "en": en} for zh, en in _THINGS.get(f"{line}-{errand}", ())),
        )
        for line, *_ in _LINES
        for errand, zh, en in _ERRANDS[: 7 if line == "medical" else 3]
    ]
    services.append(
        ServiceInfo(
            id="guide", prefix="Z", name=names("不知道该办什么，请工作人员帮忙", "Not sure: ask staff")
        )
    )
    hall = HallInfo(
        id="baoshan",
        name=names("宝山路街道社区事务受理服务中心", "Baoshan Road Community Affairs Centre"),
        languages=tuple(dict.fromkeys(("zh", "en", language))),
        timezone="Asia/Shanghai",
        public_url="https://hall.example",
    )
    lines = tuple(CategoryInfo(id=line, name=names(zh, en)) for line, zh, en in _LINES)
    return Catalog(version="sample", hall=hall, categories=lines, services=tuple(services))


def large_catalog() -> Catalog:
    """Two hundred services in twelve lines, as the largest halls have: the same errands for several occasions."""
    whole = catalog()
    more = (("market", "市场主体登记", "Business registration"), ("tax", "税务服务", "Tax services"))
    lines = (*whole.categories, *(CategoryInfo(id=i, name={"zh": zh, "en": en}) for i, zh, en in more))
    plain = {service.id: service for service in whole.services}
    made = [service for line in lines for service in _errands_of(line)[:17]][:200]
    services = tuple(plain.get(s.id, s) if s.category == "medical" else s for s in made)
    return whole.model_copy(update={"categories": lines, "services": services})


def _errands_of(line: CategoryInfo) -> list[ServiceInfo]:
    occasions = (("", "", ""), ("-new", "（首次）", " (first time)"), ("-change", "（变更）", " (change)"))
    return [
        ServiceInfo(
            id=f"{line.id}-{errand}{ending}",
            prefix="A",
            name={"zh": f"{line.name['zh']}：{zh}{of_zh}", "en": f"{line.name['en']}: {en}{of_en}"},
            category=line.id,
        )
        for ending, of_zh, of_en in occasions
        for errand, zh, en in _ERRANDS
    ]


def hall(
    *,
    is_open: bool = True,
    until: int = UNTIL,
    full: tuple[str, ...] = (),
    bookings: BookingsInfo | None = None,
) -> HallState:
    """Its figures; `until` is when it closes or opens; the numbers of the `full` ones are all given out."""
    figures = [(3, 300, 780), (0, 0, 240), (12, 1500, 3000), (1, 60, 360), (25, 3300, 6600), (5, 600, 1500)]
    loads = {
        f"medical-{errand}": ServiceLoad(waiting=n, expected=WaitRange(low_s=low, high_s=high))
        for (errand, *_), (n, low, high) in zip(_ERRANDS, figures, strict=False)
    }
    loads["medical-elder"] = ServiceLoad(waiting=0)
    loads |= {service: ServiceLoad(waiting=4, full=True) for service in full}
    return HallState(seq=1, open=is_open, until=until, services=loads, bookings=bookings)


def request(language: str, services: tuple[str, ...] = ("medical-register", "medical-card")) -> IssueTicket:
    return IssueTicket(id=REQUEST, at=AT, services=services, priority=Priority.NONE, language=language)


def ticket(number: str = "A012", ahead: int = 3, wait: WaitRange | None = None) -> Reply:
    issued = ReplyTicket(
        number=number,
        state=TicketState.WAITING,
        services=("medical-register", "medical-card"),
        issued_at=AT,
        ahead=ahead,
        wait=wait or WaitRange(low_s=300, high_s=780),
    )
    return Reply(command=REQUEST, ok=True, at=AT, epoch=1, seq=9, ticket=issued, token="0123456789abcdef" * 2)


def refusal(code: ErrorCode, **figures: int) -> Reply:
    error = ReplyError(code=code, message="sample", **figures)
    return Reply(command=REQUEST, ok=False, at=AT, epoch=1, seq=9, error=error)


def booking(
    slot: int = AT + 12 * 60_000, services: tuple[str, ...] = ("medical-refund",), number: str | None = None
) -> Reply:
    """The answer to a look at an appointment."""
    found = ReplyAppointment(id="2026-1147", services=services, slot=slot, ticket=number)
    there = ticket(number).ticket if number is not None else None
    return Reply(command=REQUEST, ok=True, at=AT, epoch=1, seq=9, appointment=found, ticket=there)


def situations(language: str) -> dict[str, list[Input]]:
    """Every screen by name, and what happened to the kiosk to bring it there."""
    known = catalog(language)
    ready: list[Input] = [
        CatalogCame(known),
        IndexCame(known.version, _index()),
        HallCame(hall(bookings=BookingsInfo(phones=True))),
        OnlineChanged(True),
    ]
    menu = [*ready, Touch("language", language)]
    services = [*menu, Touch("category", "medical")]
    errand = [*services, Touch("service", "medical-register")]
    confirm = [*errand, Touch("priority", "none")]
    asked = [*ready, Restarted(Pending(request(language)))]
    printing = [*asked, Answered(REQUEST, ticket())]
    return {
        "starting": [],
        "offline": [*ready, OnlineChanged(False)],
        "not-saving": [*ready, AlarmsChanged(not_saving=True, twice=False)],
        "unlisted": [*ready, AlarmsChanged(not_saving=False, twice=False, unlisted=True)],
        "twice": [*ready, AlarmsChanged(not_saving=False, twice=True)],
        "times-off": [*ready, AlarmsChanged(not_saving=False, twice=False, times_off=True)],
        "closed": [*ready, HallCame(hall(is_open=False))],
        "closed-long": [*ready, HallCame(hall(is_open=False, until=AT + 3 * _DAY))],
        "welcome": ready,
        "welcome-closing": [*ready, HallCame(hall(until=AT + 12 * 60_000)), PrinterChanged(stopped=True)],
        "welcome-paperless": [*ready, PrinterChanged(stopped=True)],
        "attract": [*ready, Tick()],
        "attract-closed": [*ready, HallCame(hall(is_open=False)), Tick()],
        "still-there": [*confirm, Tick()],
        "categories": menu,
        "categories-last": [*menu, Touch("next-page")],
        "services": services,
        "services-full": [*services, HallCame(hall(full=("medical-booklet", "medical-card")))],
        "services-last": [*services, Touch("next-page")],
        "services-offline": [*services, OnlineChanged(False)],
        "services-not-saving": [*services, AlarmsChanged(not_saving=True, twice=False)],
        "services-twice": [*services, AlarmsChanged(not_saving=False, twice=True)],
        "priority": errand,
        "confirm": confirm,
        "confirm-many": [*errand, Touch("priority", "elderly"), *_more()],
        "issuing": asked,
        "issuing-stuck": asked,
        "issuing-busy-stuck": [*asked, Answered(REQUEST, refusal(ErrorCode.BUSY))],
        "ticket-printing": printing,
        "ticket-printed": [*printing, PaperCame("A012", PrintResult.PRINTED)],
        "ticket-next": [*asked, Answered(REQUEST, ticket("A1000", 0, WaitRange(low_s=0, high_s=120)))],
        "ticket-unconfirmed": [*printing, PaperCame("A012", PrintResult.UNCONFIRMED)],
        "ticket-failed": [*printing, PaperCame("A012", PrintResult.FAILED)],
        "ticket-unknown": [*ready, Restarted(Pending(request(language), ticket(), copies=1))],
        "trouble-one-full": [
            *asked,
            Answered(REQUEST, refusal(ErrorCode.SERVICE_FULL)),
            HallCame(hall(full=("medical-card",))),
        ],
        **_lists(menu, services),
        **_check_ins(ready, language),
        **{f"trouble-{code}": [*asked, Answered(REQUEST, refusal(code))] for code in _REFUSALS},
    }


_REFUSALS = (
    ErrorCode.HALL_CLOSED,
    ErrorCode.SERVICE_FULL,
    ErrorCode.UNKNOWN_SERVICE,
    ErrorCode.EXPIRED,
    ErrorCode.NOT_ALLOWED,
)


def _more() -> list[Input]:
    inputs: list[Input] = []
    for service in ("medical-booklet", "medical-refund", "medical-move", "medical-card"):
        inputs += [Touch("add-need"), Touch("category", "medical"), Touch("service", service), Touch("go-on")]
    return inputs


def typing(text: str) -> list[Input]:
    return [Touch("key", letter) for letter in text]


@cache
def _index() -> Index:
    return spelled(catalog())


def _lists(menu: list[Input], services: list[Input]) -> dict[str, list[Input]]:
    """Search and checklists."""
    search = [*menu, Touch("search")]
    bring = [*services, Touch("service", "medical-refund")]
    confirm = [*bring, Touch("go-on"), Touch("priority", "none")]
    printed = [*bring, Touch("print-list")]
    return {
        "search": search,
        "search-found": [*search, *typing("yb")],
        "search-one": [*search, *typing("sbk")],
        "search-words": [*search, *typing("med reg")],
        "search-nothing": [*search, *typing("xylophone")],
        "checklist": [*services, Touch("service", "medical-booklet")],
        "checklist-long": bring,
        "checklist-long-last": [*bring, Touch("next-page")],
        "checklist-printing": printed,
        "checklist-printed": [*printed, ChecklistCame(PrintResult.PRINTED)],
        "checklist-unconfirmed": [*printed, ChecklistCame(PrintResult.UNCONFIRMED)],
        "checklist-failed": [*printed, ChecklistCame(PrintResult.FAILED)],
        "checklist-paperless": [*bring, PrinterChanged(stopped=True)],
        "checklist-all": [
            *confirm,
            *(Touch("add-need"), Touch("category", "medical"), Touch("service", "medical-booklet")),
            *(Touch("go-on"), Touch("checklist")),
        ],
        "confirm-list": confirm,
    }


def _check_ins(ready: list[Input], language: str) -> dict[str, list[Input]]:
    keypad = [*ready, Touch("appointment"), Touch("language", language)]
    letters = [
        *ready,
        HallCame(hall(bookings=BookingsInfo(letters=True, phones=True))),
        *keypad[len(ready) :],
    ]
    no_phones = [*ready, HallCame(hall(bookings=BookingsInfo())), *keypad[len(ready) :]]
    phone = [*keypad, Touch("by", "phone"), *typing("4321")]
    asked = [*keypad, *typing("2026-1147"), Touch("enter")]
    by_phone = [*phone, Touch("enter")]
    found = [*asked, Answered(REQUEST, booking())]
    unknown = ErrorCode.UNKNOWN_APPOINTMENT
    refused = {
        "unknown-code": [*asked, Answered(REQUEST, refusal(unknown))],
        "unknown-phone": [*by_phone, Answered(REQUEST, refusal(unknown, bookings=0))],
        "several": [*by_phone, Answered(REQUEST, refusal(unknown, bookings=2))],
        "guessed": [*by_phone, Answered(REQUEST, refusal(ErrorCode.BUSY, wait_s=40))],
        "another-day": [*asked, Answered(REQUEST, booking(AT + 2 * _DAY))],
        "day-over": [*asked, Answered(REQUEST, booking(AT - 2 * _DAY))],
        "used": [*asked, Answered(REQUEST, refusal(ErrorCode.WRONG_STATE))],
        "no-answer": [*asked, Unanswered(REQUEST)],
    }
    checked_in = [*found, Touch("confirm"), Answered(REQUEST, ticket(wait=WaitRange(low_s=0, high_s=240)))]
    many = ("medical-refund", "medical-card", "medical-booklet")
    return {
        "appointment": keypad,
        "appointment-typed": [*keypad, *typing("2026-1147")],
        "appointment-phone": [*keypad, Touch("by", "phone")],
        "appointment-phone-typed": phone,
        "appointment-looking": asked,
        "appointment-letters": [*letters, *typing("BS-2026.11_47")],
        "appointment-long": [*letters, *typing("0123456789ABCDEF" * 4)],
        "appointment-codes-only": no_phones,
        "booking": found,
        "booking-early": [*asked, Answered(REQUEST, booking(AT + 3 * 3_600_000, many))],
        "booking-again": [*asked, Answered(REQUEST, booking(number="A012"))],
        "booking-ticket": [*checked_in, PaperCame("A012", PrintResult.PRINTED)],
        **{f"no-check-in-{name}": inputs for name, inputs in refused.items()},
    }
