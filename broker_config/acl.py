"""Who may write and read which topic: CONTRACT §4, for each device of a hall."""

from collections.abc import Collection, Iterable

from hall.plan import Device, Plan
from wire.terms import DeviceKind
from wire.topics import Topics

DISPATCHERS = ("dispatcher", "dispatcher-standby")
DOCTOR = "dispatcher-doctor"
"""`greenwindow doctor`: hears how the hall is and says nothing. A name of its own, or it would throw somebody out."""
OWN_NAMES = (*DISPATCHERS, DOCTOR)
"""Who has a credential without being a device of the hall file."""


def acl_text(plan: Plan, without: Collection[str] = ()) -> str:
    """mosquitto's ACL file: what isn't named here is denied, and so is all to the devices `without`: one that was
    revoked while it was connected neither says nor hears anything more."""
    topics = Topics(plan.hall.id)
    blocks = [_block(name, _dispatcher_lines(topics, name)) for name in DISPATCHERS if name not in without]
    if DOCTOR not in without:
        blocks.append(_block(DOCTOR, _doctor_lines(topics)))
    blocks += [
        _block(device.id, _device_lines(topics, device))
        for device in plan.devices
        if device.id not in without
    ]
    return "# written by `greenwindow broker` from the hall file; changes here are lost\n\n" + "\n".join(
        blocks
    )


def _block(user: str, lines: Iterable[str]) -> str:
    return "\n".join([f"user {user}", *(f"topic {line}" for line in lines), ""])


def _dispatcher_lines(topics: Topics, name: str) -> list[str]:
    """Both hear the heartbeat too: by its epoch a dispatcher learns that another has taken over."""
    return [
        f"read {topics.command('+')}",
        f"read {topics.device('+')}",
        f"write {topics.device(name)}",
        f"write {topics.reply('+')}",
        f"write {topics.event('+')}",
        f"readwrite {topics.dispatcher}",
        f"write {topics.catalog}",
        f"write {topics.hall_state}",
        f"write {topics.board}",
        f"write {topics.counter('+')}",
    ]


def _doctor_lines(topics: Topics) -> list[str]:
    heard = (topics.dispatcher, topics.catalog, topics.hall_state, topics.device("+"))
    return [f"read {topic}" for topic in heard]


def _device_lines(topics: Topics, device: Device) -> list[str]:
    return [
        f"write {topics.command(device.id)}",
        f"write {topics.device(device.id)}",
        f"read {topics.reply(device.id)}",
        f"read {topics.event('+')}",
        f"read {topics.dispatcher}",
        f"read {topics.catalog}",
        f"read {topics.hall_state}",
        f"read {topics.board}",
        *(f"read {topics.counter(counter)}" for counter in _counters_of(device)),
        f"read {topics.device('+')}",
    ]


def _counters_of(device: Device) -> list[str]:
    """A console sees every counter, any other device the ones it stands at."""
    if device.kind == DeviceKind.CONSOLE:
        return ["+"]
    own = [device.counter] if device.counter else []
    return sorted({*own, *(device.addresses or {}).values()})
