"""A fixed hall and fixed situations, for the gallery and for the checks of every screen."""

from kiosk.flow import (
    AlarmsChanged,
    Answered,
    CatalogCame,
    HallCame,
    Input,
    OnlineChanged,
    PaperCame,
    Pending,
    PrinterChanged,
    Restarted,
    Tick,
    Touch,
)
from kiosk.sample_names import names
from wire.commands import IssueTicket
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyError, ReplyTicket, WaitRange
from wire.states import Catalog, CategoryInfo, HallInfo, HallState, ServiceInfo, ServiceLoad
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


def catalog(language: str = "zh") -> Catalog:
    """Ten lines of business, the first with seven errands, one errand of no line; in Chinese, English and this one."""
    services = [
        ServiceInfo(id=f"{line}-{errand}", prefix="A", name=names(zh, en), category=line)
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


def hall(*, is_open: bool = True, until: int = UNTIL, full: tuple[str, ...] = ()) -> HallState:
    """Its figures; `until` is when it closes or opens; the numbers of the `full` ones are all given out."""
    figures = [(3, 300, 780), (0, 0, 240), (12, 1500, 3000), (1, 60, 360), (25, 3300, 6600), (5, 600, 1500)]
    loads = {
        f"medical-{errand}": ServiceLoad(waiting=n, expected=WaitRange(low_s=low, high_s=high))
        for (errand, *_), (n, low, high) in zip(_ERRANDS, figures, strict=False)
    }
    loads["medical-elder"] = ServiceLoad(waiting=0)
    loads |= {service: ServiceLoad(waiting=4, full=True) for service in full}
    return HallState(seq=1, open=is_open, until=until, services=loads)


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


def refusal(code: ErrorCode) -> Reply:
    return Reply(
        command=REQUEST, ok=False, at=AT, epoch=1, seq=9, error=ReplyError(code=code, message="sample")
    )


def situations(language: str) -> dict[str, list[Input]]:
    """Every screen by name, and what happened to the kiosk to bring it there."""
    ready: list[Input] = [CatalogCame(catalog(language)), HallCame(hall()), OnlineChanged(True)]
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
        inputs += [Touch("add-need"), Touch("category", "medical"), Touch("service", service)]
    return inputs
