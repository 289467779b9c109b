"""A small hall and its moments, for the gallery and the tests: states as a dispatcher would publish them."""

from wire.states import (
    AsideTicket,
    Catalog,
    ClerkInfo,
    CounterInfo,
    CounterSummary,
    CounterView,
    CurrentTicket,
    DeviceInfo,
    HallInfo,
    HallState,
    HelpCall,
    NextTicket,
    QueuedTicket,
    ServiceInfo,
)
from wire.terms import CallReason, CounterState, DeviceKind, Priority, TicketState

NOW = 1_795_226_523_000
"""Saturday 2026-11-21, 10:02:03 in Shanghai."""
PAD = "pad-1"
MINUTE = 60_000

_SERVICES = (
    ("med-register", "A", "医保大病登记", "Major-illness registration"),
    ("med-booklet", "A", "门急诊就医记录册补领", "Replacing the medical record booklet"),
    ("med-refund", "B", "医疗费用零星报销", "Refund of medical expenses"),
    ("residence", "C", "居住证签注", "Residence permit endorsement"),
    ("residence-points", "C", "居住证积分申请与续办", "Residence points: application and renewal"),
    ("pension", "D", "城乡居民养老保险参保登记", "Residents' pension insurance: enrolment"),
    ("pension-stop", "D", "养老金领取资格认证", "Pension eligibility confirmation"),
    ("work-register", "E", "灵活就业登记", "Flexible employment registration"),
    ("sim-card", "E", "听障人士资费套餐", "SIM-card package for the hard of hearing"),
    ("housing", "F", "公共租赁住房申请", "Public rental housing application"),
    ("disability", "G", "残疾人证办理", "Disability certificate"),
    ("veterans", "G", "退役军人优待证申领", "Veterans' card"),
)
_CLERKS = (
    ClerkInfo(id="chen", name={"zh": "陈静", "en": "Chen Jing"}, services=("housing", "veterans"), pin=True),
    ClerkInfo(id="wang", name={"zh": "王敏", "en": "Wang Min"}, services=("med-register",), pin=True),
    ClerkInfo(id="li", name={"zh": "李志强", "en": "Li Zhiqiang"}),
    ClerkInfo(id="maimaiti", name={"zh": "买买提·阿卜杜热合曼", "en": "Memet Abdurahman"}, pin=True),
    ClerkInfo(id="zhou", name={"zh": "周建国", "en": "Zhou Jianguo"}, pin=True),
    ClerkInfo(id="sun", name={"zh": "孙晓燕", "en": "Sun Xiaoyan"}, pin=True),
)


def catalog() -> Catalog:
    """Five counters, twelve services, six clerks: one without a PIN, one who serves nothing at counter 1."""
    return Catalog(
        epoch=1,
        version="sample",
        hall=HallInfo(
            id="baoshan",
            name={"zh": "宝山路街道社区事务受理服务中心", "en": "Baoshan Road Community Affairs Centre"},
            languages=("zh", "en"),
            timezone="Asia/Shanghai",
        ),
        services=tuple(ServiceInfo(id=i, prefix=p, name={"zh": zh, "en": en}) for i, p, zh, en in _SERVICES),
        counters=tuple(
            CounterInfo(id=str(n), zone="A", services=("med-register", "pension") if n == 1 else None)
            for n in range(1, 6)
        ),
        devices=(DeviceInfo(id=PAD, kind=DeviceKind.PAD, counter="1"),),
        clerks=_CLERKS,
    )


def hall() -> HallState:
    """Counter 3 paused, 4 busy, 5 closed."""
    states = (
        CounterState.IDLE,
        CounterState.SERVING,
        CounterState.PAUSED,
        CounterState.CALLED,
        CounterState.CLOSED,
    )
    return HallState(
        seq=9,
        open=True,
        counters={str(n): CounterSummary(state=state) for n, state in enumerate(states, 1)},
    )


def closing() -> HallState:
    """Eighteen minutes before it closes."""
    return hall().model_copy(update={"until": NOW + 18 * MINUTE})


def wanted() -> HallState:
    """Residents call for staff at two kiosks."""
    calls = (
        HelpCall(device="kiosk-2", since=NOW - 3 * MINUTE),
        HelpCall(device="kiosk-1", since=NOW - MINUTE),
    )
    return hall().model_copy(update={"help": calls})


def closed() -> CounterView:
    return CounterView(seq=1, counter="1", state=CounterState.CLOSED)


def idle() -> CounterView:
    """Somebody waits; the green window is engaged."""
    return _view(CounterState.IDLE, next_=_green())


def empty() -> CounterView:
    return CounterView(seq=2, counter="1", state=CounterState.IDLE, clerk="wang")


def called() -> CounterView:
    """An elderly resident with a wheelchair who speaks English, called twice."""
    return _view(CounterState.CALLED, _current(TicketState.CALLED), _green())


def serving() -> CounterView:
    """Several needs, one of them elsewhere; next is a priority ticket."""
    many = ("med-register", "med-booklet", "residence-points")
    ticket = _current(TicketState.SERVING).model_copy(
        update={"services": many, "here": many[:2], "call": 1, "language": "zh", "help": None}
    )
    upcoming = NextTicket(
        number="D012",
        reason=CallReason.PRIORITY,
        services=("pension",),
        priority=Priority.PREGNANT,
    )
    return _view(CounterState.SERVING, ticket, upcoming)


def crowded() -> CounterView:
    """The most that can come at once."""
    words = "听力不便，请面对面慢慢说；带着一位坐轮椅的母亲，需要有人帮忙填写三张表格并复印身份证"
    ids = tuple(id_ for id_, *_ in _SERVICES)
    ticket = _current(TicketState.SERVING).model_copy(
        update={"number": "AB1000", "services": ids, "here": ids[:5], "help": words}
    )
    upcoming = NextTicket(
        number="GH1234",
        reason=CallReason.PRIORITY,
        services=ids,
        priority=Priority.MILITARY,
        help=words,
    )
    return _view(CounterState.SERVING, ticket, upcoming)


def guided() -> CounterView:
    """Next is somebody whose need for help a guide wrote down in words."""
    words = "听力不便，请面对面慢慢说，需要人帮忙填表"
    upcoming = _green().model_copy(update={"help": words, "priority": Priority.DISABLED})
    return _view(CounterState.CALLED, _current(TicketState.CALLED), upcoming)


def paused() -> CounterView:
    return _view(CounterState.PAUSED, next_=_green()).model_copy(update={"reason": "午休"})


def _green() -> NextTicket:
    return NextTicket(number="B005", reason=CallReason.GREEN, rule="short", services=("med-refund",))


def _current(state: TicketState) -> CurrentTicket:
    return CurrentTicket(
        number="A012",
        state=state,
        services=("med-register",),
        here=("med-register",),
        priority=Priority.ELDERLY,
        help="wheelchair",
        language="en",
        reason=CallReason.GREEN,
        rule="short",
        call=2,
        called_at=NOW - 98_000,
        waited_s=421,
    )


def _view(
    state: CounterState, current: CurrentTicket | None = None, next_: NextTicket | None = None
) -> CounterView:
    return CounterView(
        epoch=1,
        seq=9,
        counter="1",
        state=state,
        clerk="wang",
        current=current,
        next=next_,
        waiting=27,
        queue=_queue(),
        held=(AsideTicket(number="C004", services=("residence",), since=NOW - 12 * MINUTE),),
        missed=(
            AsideTicket(number="A009", services=("med-booklet",), since=NOW - 4 * MINUTE),
            AsideTicket(number="F002", services=("housing",), since=NOW - 35 * MINUTE),
        ),
    )


def _queue() -> tuple[QueuedTicket, ...]:
    rows = [
        QueuedTicket(
            number="C007", services=("residence",), since=NOW - 66 * MINUTE, overdue=True, pinned=True
        ),
        QueuedTicket(
            number="D012", services=("pension",), since=NOW - 31 * MINUTE, priority=Priority.PREGNANT
        ),
        QueuedTicket(
            number="E003",
            services=("sim-card", "work-register", "disability"),
            since=NOW - 20 * MINUTE,
            priority=Priority.DISABLED,
            help="sign_language",
        ),
    ]
    more = [
        QueuedTicket(number=f"B{5 + n:03d}", services=("med-refund",), since=NOW - (18 - n) * MINUTE)
        for n in range(17)
    ]
    return (*rows, *more)
