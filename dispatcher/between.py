"""What is done between rounds: sign of life, states, the hall file, snapshots, and trying again after a failure."""

import structlog

from dispatcher.backlog import Backlog
from dispatcher.care.keeping import bounds
from dispatcher.care.pruner import Pruner
from dispatcher.clock_watch import ClockWatch
from dispatcher.heart import Heart
from dispatcher.life import Life
from dispatcher.outbox import Outbox
from dispatcher.planfile import PlanText
from dispatcher.reload import Reloader
from dispatcher.restart import take_over
from dispatcher.rounds import Rounds
from dispatcher.showcase import Showcase
from dispatcher.store import Batch
from dispatcher.timeline import Timeline
from dispatcher.timers import Every
from hall import next_wake
from runtime import Clock

_LONGEST_S = 1.0


class Between:
    """Holds the timers. Each duty is short: the loop must not sleep past its heartbeat."""

    def __init__(
        self,
        *,
        clock: Clock,
        timeline: Timeline,
        rounds: Rounds,
        outbox: Outbox,
        showcase: Showcase,
        backlog: Backlog,
        reloader: Reloader,
        pruner: Pruner,
        life: Life,
        watch: ClockWatch,
    ) -> None:
        self._clock = clock
        self._timeline = timeline
        self._rounds = rounds
        self._outbox = outbox
        self._showcase = showcase
        self._backlog = backlog
        self._reloader = reloader
        self._pruner = pruner
        self._life = life
        self._watch = watch
        self._wake: int | None = 0
        self._said_busy = False
        self._heartbeat, self._sync, self._mark = Every(1.0), Every(1.0), Every(1.0)
        self._file, self._retry, self._pulse = Every(1.0), Every(0.5), Every(0.5)
        self._ageing = Every(10.0)
        self.sync_asked = False
        self.reload_asked = False
        self._log = structlog.get_logger("dispatcher")

    def heartbeat_if_due(self) -> None:
        """Once a second, also while nothing can be written; at once when that has begun or is over."""
        if self._heartbeat.due(self._clock.monotonic()) or self._said_busy != self._busy:
            self._say_alive(alive=True)

    def keep(self) -> None:
        """Each half second: that we are still there. If it turns out that we are not, at once what to do about it.
        Raises TermOver."""
        now = self._clock.monotonic()
        if self._pulse.due(now) and not self._rounds.keep() and self._clock.monotonic() - now < _LONGEST_S:
            self._try_again(now)  # after an answer; after silence the heartbeat comes first

    def spoken_over(self) -> None:
        """A dispatcher that was replaced has said something: what we had said may be overwritten."""
        self._say_alive(alive=True)
        self.sync_asked = True

    def woken(self) -> bool:
        """Whether time alone may have brought something, or the clock was put back."""
        back = self._watch.turned_back()
        due = self._wake is not None and self._timeline.wall() >= self._wake
        return self._rounds.heart is not None and (back or due)

    def patience_s(self) -> float:
        """How long the loop may wait for messages."""
        now = self._clock.monotonic()
        left = [_LONGEST_S, self._heartbeat.left(now), self._pulse.left(now)]
        if self._rounds.heart is None:
            left += [self._retry.left(now), self._showcase.devices_left(now)]
        else:
            left.append(self._showcase.left(now))
            if self._wake is not None:
                left.append((self._wake - self._timeline.wall()) / 1000)
        return max(0.0, min(left))

    def duties(self, *, idle: bool) -> None:
        """All that is due; some of it rather when nobody waits for an answer."""
        now = self._clock.monotonic()
        self._watch.look()
        heart = self._rounds.heart
        if heart is None:
            self.heartbeat_if_due()
            heart = self._try_again(now)
        if heart is not None:
            self._keep_house(heart, now, idle=idle)
        if self._rounds.heart is not None:
            self._rounds.heart.behind = self._timeline.behind_ms()
            self._tell(self._rounds.heart, now)
            self._wake = next_wake(self._rounds.heart.state, self._timeline.wall())
        else:
            self._showcase.devices(self._timeline.now())
        self.heartbeat_if_due()

    def say_everything_again(self) -> None:
        """On every connect: what is alive, what was perhaps not said, and the whole state."""
        self._say_alive(alive=True)
        heart = self._rounds.heart
        if heart is None:
            return
        self._backlog.publish()
        self._showcase.everything(heart, self._timeline.now())

    def end(self) -> None:
        """Everything in order: the next start is quick, and nobody waits for a heartbeat."""
        if self._rounds.heart is not None:
            self._rounds.take_snapshot()
        self._outbox.finish(1.0)
        self._backlog.mark()
        self._say_alive(alive=False)
        self._outbox.finish(1.0)

    def _try_again(self, now: float) -> Heart | None:
        if not self._retry.due(now) or not self._rounds.recover():
            return None
        self._log.info("the database can be written again")
        self.say_everything_again()
        return self._rounds.heart

    def _tell(self, heart: Heart, now: float) -> None:
        if self._ageing.due(now):
            self._showcase.age()
            if heart.extras.forget_words(bounds(heart.state, self._timeline.now()).personal_at):
                self._showcase.everything(heart, self._timeline.now())
        if self.sync_asked and self._sync.due(now):
            self.sync_asked = False
            self._showcase.everything(heart, self._timeline.now())
        self._showcase.catch_up(heart, self._timeline.now())

    def _keep_house(self, heart: Heart, now: float, *, idle: bool) -> None:
        if self._mark.due(now):
            self._backlog.mark()
            self._end_help(heart)
        if self.reload_asked or self._file.due(now):
            plan = self._reloader.look(heart, asked=self.reload_asked)
            self.reload_asked = False
            if plan is not None:
                self._go_on_by(heart, plan)
        if self._rounds.snapshot_due(idle=idle):
            self._rounds.take_snapshot()
        if idle:
            self._pruner.step(heart.state, self._timeline.now())

    def _end_help(self, heart: Heart) -> None:
        over = heart.extras.end_help(self._timeline.now())
        if over:
            self._rounds.write(Batch(help=dict.fromkeys(over)))
            self._showcase.age()

    def _go_on_by(self, heart: Heart, plan: PlanText) -> None:
        gone = {c.id for c in heart.plan.plan.counters} - {c.id for c in plan.plan.counters}
        batch = take_over(heart, plan, self._timeline.now())
        self._timeline.day_ends = heart.state.rules.days.ends_after
        if self._rounds.write(batch):
            self._log.info("the hall file is taken over", version=plan.version)
            self._showcase.take_away(gone)
            self._showcase.everything(heart, self._timeline.now())

    @property
    def _busy(self) -> bool:
        return self._rounds.heart is None

    def _say_alive(self, *, alive: bool) -> None:
        self._said_busy = self._busy
        at, behind_s = self._timeline.now(), self._watch.behind_s()
        self._outbox.heartbeat(self._life.payload(at, alive=alive, busy=self._busy, behind_s=behind_s))
