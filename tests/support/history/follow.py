"""Follows a journal with the naive rules: what each call should have been, and how every ticket and counter ends.

It shares no code with `hall`. Green windows are taken as the journal has them: that they count rightly is judged
elsewhere (tests/unit/hall); here they are the recorded rule that lets one go before another.
"""

import tomllib
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from tests.support.history.faults import Fault, Found
from tests.support.history.records import JournalLine, Rows
from tests.support.naive_rules import NaiveRules
from wire.instant import parse_instant

_OVER = ("finished", "cancelled", "expired")


class Follower(NaiveRules):
    """`tickets` are today's that are not over yet; `known` are all, by day and number."""

    def __init__(self, hall_file: str) -> None:
        super().__init__(hall_file.encode())
        self.known: dict[tuple[str, str], dict[str, Any]] = {}
        self.day = ""
        self.handled = 0
        self.calls: list[str] = []
        """Numbers called, latest first."""
        self.found: list[Found] = []

    def go_by(self, hall_file: str) -> None:
        """Another hall file from here on; what is open and who waits stays."""
        file = tomllib.loads(hall_file, parse_float=Fraction)
        self.hall, self.queue = file["hall"], file.get("queue", {})
        self.services = {s["id"]: s for s in file.get("service", [])}
        self.places = {c["id"]: c for c in file.get("counter", [])}
        self.windows = {g["id"]: g for g in file.get("green_window", [])}
        self.clerks = {c["id"]: c for c in file.get("clerk", [])}
        for name in self.places:
            self.counters.setdefault(name, {"state": "closed", "clerk": None, "ticket": None})
        for name in self.windows:
            self.greens.setdefault(name, {"mode": "auto", "on": False})

    def take(self, line: JournalLine) -> None:
        """One entry, in order."""
        self.now, self.day = parse_instant(line.body["at"]), line.day
        step: Callable[[JournalLine], None] = getattr(self, "on_" + line.kind, self.nothing)
        step(line)

    def nothing(self, line: JournalLine) -> None:
        """Changes neither tickets nor counters."""

    def wrong(self, line: JournalLine, words: str, fault: Fault = Fault.CALLED_TWICE) -> None:
        self.found.append(Found(fault, f"entry {line.id}, {line.kind} of {line.body.get('ticket')}: {words}"))

    def of(self, line: JournalLine, *states: str) -> dict[str, Any]:
        """The ticket it is about, which must be in one of these states."""
        number = line.body["ticket"]
        ticket = self.known.get((line.day, number))
        if ticket is None:
            self.wrong(line, "was never issued that day", Fault.LOST)
            ticket = self.known[line.day, number] = _ticket(line, len(self.known))
        elif ticket["state"] not in states:
            self.wrong(line, f"is {ticket['state']}")
        return ticket

    def ended(self, ticket: dict[str, Any], state: str) -> None:
        ticket.update(state=state, pin=None)
        self.tickets = [other for other in self.tickets if other is not ticket]

    def leaves(self, line: JournalLine, ticket: dict[str, Any]) -> None:
        """Its counter is free; it must have been there."""
        counter = self.counters[line.body["counter"]]
        if counter["ticket"] is not ticket:
            self.wrong(line, f"was not at counter {line.body['counter']}")
        counter.update(state="idle", ticket=None)

    # --- tickets -----------------------------------------------------------------------------------------------

    def on_day_began(self, line: JournalLine) -> None:
        self.tickets, self.calls, self.handled = [], [], 0

    def on_ticket_issued(self, line: JournalLine) -> None:
        ticket = _ticket(line, len(self.known))
        self.known[line.day, ticket["number"]] = ticket
        self.tickets.append(ticket)

    def on_ticket_called(self, line: JournalLine) -> None:
        body, place = line.body, line.body["counter"]
        ticket, counter = self.of(line, "waiting"), self.counters[place]
        if counter["state"] != "idle":
            self.wrong(line, f"counter {place} was {counter['state']}")
        if body["reason"] != "manual" and ticket["state"] == "waiting":
            self.check_turn(line)
        ticket.update(state="called", pin=None, last=place, calls=1)
        counter.update(state="called", ticket=ticket)
        self.calls = [body["ticket"], *(number for number in self.calls if number != body["ticket"])]

    def check_turn(self, line: JournalLine) -> None:
        """First come, first served within a class, unless the recorded rule says otherwise: by the same rule the
        naive hall must come to the same ticket."""
        body = line.body
        choice = self.choose(body["counter"])
        told = (body["ticket"], body["reason"], body.get("rule"))
        wanted = None if choice is None else (choice[0]["number"], *choice[1:])
        if told != wanted:
            self.wrong(line, f"by rule {told[1:]}, but the turn was {wanted}", Fault.OUT_OF_TURN)

    def on_ticket_recalled(self, line: JournalLine) -> None:
        ticket = self.of(line, "called", "serving")
        if self.counters[line.body["counter"]]["ticket"] is not ticket:
            self.wrong(line, f"was not at counter {line.body['counter']}")
        self.calls = [ticket["number"], *(number for number in self.calls if number != ticket["number"])]

    def on_service_started(self, line: JournalLine) -> None:
        self.of(line, "called")["state"] = "serving"
        self.counters[line.body["counter"]]["state"] = "serving"

    def on_service_finished(self, line: JournalLine) -> None:
        ticket = self.of(line, "called", "serving")
        self.leaves(line, ticket)
        ticket["needs"] = [need for need in ticket["needs"] if need not in line.body["services"]]
        if ticket["needs"]:
            ticket["state"] = "waiting"
        else:
            self.ended(ticket, "finished")
            self.handled += 1

    def on_ticket_no_show(self, line: JournalLine) -> None:
        ticket = self.of(line, "called")
        self.leaves(line, ticket)
        ticket["state"] = "no_show"

    def on_ticket_requeued(self, line: JournalLine) -> None:
        ticket = self.of(line, "no_show")
        ticket["state"] = "waiting"
        if line.body["position"] == "back":
            ticket["ready"] = self.now

    def on_ticket_transferred(self, line: JournalLine) -> None:
        ticket, body = self.of(line, "called", "serving"), line.body
        self.leaves(line, ticket)
        ticket.update(state="waiting", needs=list(body["services"]), pin=body.get("to_counter"))
        if body.get("to_counter") or body.get("position") == "back":
            ticket["ready"] = self.now

    def on_ticket_held(self, line: JournalLine) -> None:
        ticket = self.of(line, "called", "serving")
        self.leaves(line, ticket)
        ticket["state"] = "held"

    def on_ticket_resumed(self, line: JournalLine) -> None:
        self.of(line, "held").update(state="waiting", pin=line.body.get("counter"), ready=self.now)

    def on_ticket_cancelled(self, line: JournalLine) -> None:
        self.ended(self.of(line, "waiting", "held", "no_show"), "cancelled")

    def on_ticket_expired(self, line: JournalLine) -> None:
        self.ended(self.of(line, "waiting", "called", "serving", "held", "no_show"), "expired")

    # --- counters and green windows ----------------------------------------------------------------------------

    def on_counter_opened(self, line: JournalLine) -> None:
        self.counters[line.body["counter"]].update(state="idle", clerk=line.body.get("clerk"))

    def on_counter_closed(self, line: JournalLine) -> None:
        name = line.body["counter"]
        self.counters[name].update(state="closed", clerk=None, ticket=None)
        for ticket in self.tickets:
            if ticket["pin"] == name:
                ticket["pin"] = None

    def on_counter_paused(self, line: JournalLine) -> None:
        self.counters[line.body["counter"]]["state"] = "paused"

    def on_counter_resumed(self, line: JournalLine) -> None:
        self.counters[line.body["counter"]]["state"] = "idle"

    def on_green_entered(self, line: JournalLine) -> None:
        self.greens[line.body["rule"]]["on"] = True

    def on_green_left(self, line: JournalLine) -> None:
        self.greens[line.body["rule"]]["on"] = False


def _ticket(line: JournalLine, order: int) -> dict[str, Any]:
    body = line.body
    ready = body.get("ready")
    return {
        "number": body["ticket"], "needs": list(body.get("services", ())), "order": order, "pin": None, "last": None,
        "priority": body.get("priority", "none"), "state": "waiting", "calls": 0,
        "issued": parse_instant(body["at"]), "ready": parse_instant(ready or body["at"]),
    }  # fmt: skip


def follow(rows: Rows) -> Follower:
    """The whole journal, each entry by the hall file of its time."""
    plans = list(rows.plans)
    follower = Follower(plans.pop(0)[1])
    for line in rows.journal:
        while plans and line.id > plans[0][0]:
            follower.go_by(plans.pop(0)[1])
        follower.take(line)
    return follower
