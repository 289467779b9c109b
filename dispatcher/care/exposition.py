"""The figures in Prometheus' words, in a registry of their own."""

from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from dispatcher.care.figures import BOUNDS_S, Picture, Spread
from dispatcher.care.surroundings import Surroundings

_P = "greenwindow_"


class Exposition(Collector):
    """Asked at each scrape, by whatever thread."""

    def __init__(self, picture: Callable[[], Picture | None], around: Callable[[], Surroundings]) -> None:
        self._picture = picture
        self._around = around
        self._registry = CollectorRegistry()
        self._registry.register(self)

    def text(self) -> bytes:
        """As it is served."""
        return generate_latest(self._registry)

    def describe(self) -> Iterator[Metric]:
        """None: what there is follows from the figures."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """All of it."""
        picture = self._picture()
        yield _gauge("working", "1 while this process dispatches, 0 while it stands by", picture is not None)
        yield from self._surroundings()
        if picture is not None:
            yield from _counts(picture)
            yield from _moment(picture)

    def _surroundings(self) -> Iterator[Metric]:
        around = self._around()
        known = (
            ("last_backup_age_seconds", "Since the last `greenwindow backup`", around.backup_age_s),
            ("disk_free_bytes", "On the disk of the database", around.free),
            ("database_bytes", "Of the database's file and its -wal", around.database),
        )
        for name, words, value in known:
            if value is not None:
                yield _gauge(name, words, value)


def _counts(picture: Picture) -> Iterator[Metric]:
    commands = CounterMetricFamily(
        _P + "commands", "Commands by type and outcome", labels=("type", "outcome")
    )
    for (kind, outcome), count in picture.commands.items():
        commands.add_metric((kind, outcome), count)
    yield commands
    events = CounterMetricFamily(_P + "events", "Events on disk, by type", labels=("type",))
    for kind, count in picture.events.items():
        events.add_metric((kind,), count)
    yield events
    yield _spread(
        "round_seconds", "From taking a round's messages to having said what came of it", picture.rounds
    )
    yield _spread("commit_seconds", "One transaction, synced", picture.commits)


def _moment(picture: Picture) -> Iterator[Metric]:
    moment = picture.moment
    yield _gauge("epoch", "Of this dispatcher", moment.epoch)
    yield _gauge(
        "saving", "1 while what is promised can be kept, 0 while every command is answered busy", moment.heart
    )
    since = moment.monotonic - picture.round_trip_at
    yield _gauge("round_trip_age_seconds", "Since the broker had everything that was said", since)
    yield _gauge("inbox_messages", "Arrived and not yet taken", moment.inbox)
    yield _gauge("waiting_tickets", "Tickets that wait in the hall", moment.waiting)
    yield _gauge("devices", "Devices of the hall file", moment.devices)
    yield _gauge("devices_online", "Of these, those that are heard", moment.online)
    messages = CounterMetricFamily(
        _P + "refused_messages", "Messages that were no command to be done", labels=("why",)
    )
    for why in ("dropped", "unreadable", "too_many"):
        messages.add_metric((why,), getattr(moment, why))
    yield messages


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(_P + name, words, value=float(value))


def _spread(name: str, words: str, spread: Spread) -> Metric:
    buckets, sofar = [], 0
    for bound, count in zip([*map(str, BOUNDS_S), "+Inf"], spread.counts, strict=True):
        sofar += count
        buckets.append((bound, sofar))
    return HistogramMetricFamily(_P + name, words, buckets=buckets, sum_value=spread.total_s)
