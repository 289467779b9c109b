"""A second implementation of CONTRACT §3, written to be read: lists, sorting, no memory of what could be counted anew.

It shares no code with `hall`; only `wire` decides what a well-formed command is. Slow on purpose.
"""

import json
from typing import Any

from tests.support.naive_rules import NaiveRules
from wire.codec import command_from_fields
from wire.commands import COMMANDS
from wire.errors import WireError
from wire.instant import format_instant, parse_instant

PAD_COUNTER = {
    "open_counter", "close_counter", "pause_counter", "resume_counter", "next", "call", "recall", "start", "done",
    "no_show", "transfer", "hold",
}  # fmt: skip
PAD_TICKET = {"resume", "requeue", "cancel_ticket"}
MAY = {
    "kiosk": {"issue_ticket", "check_in", "report_print", "ask_help"},
    "pad": PAD_COUNTER | PAD_TICKET,
    "evaluator": {"rate"},
    "display": {"report_shown"},
    "strip": {"report_shown"},
    "guide": {"issue_ticket", "check_in", "cancel_ticket", "requeue", "reprint"},
    "console": set(COMMANDS),
}


class EndOfReplayError(Exception):
    """The line that ends it."""


class NoError(Exception):
    """A refusal's code."""


class NaiveHall(NaiveRules):
    # --- lines -------------------------------------------------------------------------------------------------

    def line(self, number: int, raw: bytes) -> list[str]:
        self.out = []
        self.command = None
        if not raw.strip():
            return []
        try:
            fields = json.loads(raw)
        except ValueError:
            raise EndOfReplayError from None
        if not isinstance(fields, dict) or any(fields.get(k) is None for k in ("at", "type", "device")):
            raise EndOfReplayError
        if fields["type"] not in COMMANDS:
            raise EndOfReplayError
        device = fields.pop("device")
        key = (device, fields.get("id"))
        try:
            at = parse_instant(fields["at"])
        except (ValueError, TypeError):
            at = None
        if at is not None:
            if self.now is not None and at < self.now:
                if key not in self.seen:
                    raise EndOfReplayError
            else:
                self.pass_time(at)
        try:
            self.follow(fields, device, key)
        except NoError as no:
            self.out.append(json.dumps({"refused": str(no), "line": number}, separators=(",", ":")))
        return self.out

    def follow(self, fields: dict[str, Any], device: str, key: tuple[str, Any]) -> None:
        try:
            command = command_from_fields(fields)
        except WireError:
            raise NoError("bad_message") from None
        self.check_right(device, command)
        if key[1] is not None and key in self.seen:
            return
        self.command = key[1]
        self.device = device
        try:
            getattr(self, "do_" + command.type)(command)
        except NoError as no:
            if str(no) != "bad_message" and key[1] is not None:
                self.seen.add(key)
            raise
        if key[1] is not None:
            self.seen.add(key)

    def check_right(self, device: str, command: Any) -> None:
        known = self.devices.get(device)
        code = None
        if known is None:
            code = "unknown_device"
        elif command.type != "sync" and command.type not in MAY[known["kind"]]:
            code = "not_allowed"
        elif known["kind"] == "pad":
            own = [known["counter"]] if "counter" in known else list(known["addresses"].values())
            if command.type in PAD_COUNTER and command.counter not in own:
                code = "not_allowed"
            if command.type in PAD_TICKET:
                ticket = self.find(command.ticket)
                if ticket is not None and ticket["last"] not in own:
                    code = "not_allowed"
        if code is not None:
            if command.id is not None:
                self.seen.add((device, command.id))
            raise NoError(code)

    # --- what commands need ------------------------------------------------------------------------------------

    def find(self, number: str) -> dict[str, Any] | None:
        return next((t for t in self.tickets if t["number"] == number), None)

    def ticket(self, number: str) -> dict[str, Any]:
        found = self.find(number)
        if found is None:
            raise NoError("unknown_ticket")
        return found

    def counter(self, name: str) -> dict[str, Any]:
        if name not in self.counters:
            raise NoError("unknown_counter")
        return self.counters[name]

    def working(self, name: str) -> dict[str, Any]:
        counter = self.counter(name)
        if counter["state"] in ("closed", "paused"):
            raise NoError("counter_" + counter["state"])
        return counter

    def current(self, name: str) -> dict[str, Any]:
        counter = self.working(name)
        if counter["ticket"] is None:
            raise NoError("no_current_ticket")
        found: dict[str, Any] = counter["ticket"]
        return found

    def free(self, name: str) -> None:
        self.counters[name].update(state="idle", ticket=None)

    def here(self, name: str, ticket: dict[str, Any]) -> list[str]:
        return [n for n in ticket["needs"] if n in self.served(name)] or list(ticket["needs"])

    def finish(self, name: str) -> None:
        ticket = self.counters[name]["ticket"]
        if ticket is None:
            return
        here = self.here(name, ticket)
        ticket["needs"] = [n for n in ticket["needs"] if n not in here]
        ticket["state"] = "waiting" if ticket["needs"] else "finished"
        self.free(name)
        self.emit("service_finished", ticket=ticket["number"], counter=name, services=here)

    def call(self, name: str, ticket: dict[str, Any], reason: str, rule: str | None = None) -> None:
        ticket.update(state="called", pin=None, last=name, calls=1)
        self.counters[name].update(state="called", ticket=ticket)
        self.emit(
            "ticket_called", ticket=ticket["number"], counter=name, services=ticket["needs"], reason=reason, rule=rule,
            call=1, waited_s=((self.now or 0) - ticket["issued"]) // 1000,
        )  # fmt: skip

    def issue(self, needs: list[str], priority: str, language: str | None, ready: int) -> None:
        prefix = self.services[needs[0]]["prefix"]
        taken = [t for t in self.tickets if t["prefix"] == prefix]
        number = f"{prefix}{len(taken) + 1:03d}"
        self.tickets.append(
            {
                "number": number, "prefix": prefix, "services": needs, "needs": needs, "priority": priority,
                "issued": self.now, "ready": ready, "order": len(self.tickets), "state": "waiting", "pin": None,
                "last": None, "calls": 0, "rated": False,
            }
        )  # fmt: skip
        self.emit(
            "ticket_issued", ticket=number, services=needs, language=language or self.hall["languages"][0]
        )

    def known_services(self, services: tuple[str, ...]) -> list[str]:
        for service in services:
            if service not in self.services:
                raise NoError("unknown_service")
        return [s for i, s in enumerate(services) if s not in services[:i]]

    # --- the commands ------------------------------------------------------------------------------------------

    def do_issue_ticket(self, c: Any) -> None:
        needs = self.known_services(c.services)
        if not self.open:
            raise NoError("hall_closed")
        for need in needs:
            limit = self.services[need].get("daily_limit")
            if limit is not None and sum(need in t["services"] for t in self.tickets) >= limit:
                raise NoError("service_full")
        self.issue(needs, c.priority, c.language, self.now or 0)

    def do_book_appointment(self, c: Any) -> None:
        needs = self.known_services(c.services)
        if c.appointment in self.bookings:
            raise NoError("wrong_state")
        self.bookings[c.appointment] = {"booking": c, "needs": needs, "ticket": None}
        slot = format_instant(c.slot)
        self.emit("appointment_booked", appointment=c.appointment, services=needs, slot=slot)

    def do_check_in(self, c: Any) -> None:
        booking = self.bookings.get(c.appointment)
        if booking is None:
            raise NoError("unknown_appointment")
        mine = booking["ticket"]
        if any(ticket is mine for ticket in self.tickets):
            if mine["state"] == "cancelled":
                raise NoError("wrong_state")
            return
        if mine is not None and mine["state"] != "expired":
            raise NoError("wrong_state")
        if not self.open:
            raise NoError("hall_closed")
        b, now = booking["booking"], self.now or 0
        ready = b.slot - self.minutes(self.queue, "appointment_head_start_minutes", 15)
        if now - b.slot > self.minutes(self.queue, "appointment_grace_minutes", 15):
            ready = now
        self.issue(booking["needs"], b.priority, b.language, ready)
        booking["ticket"] = self.tickets[-1]

    def do_cancel_ticket(self, c: Any) -> None:
        ticket = self.ticket(c.ticket)
        if ticket["state"] not in ("waiting", "held", "no_show"):
            raise NoError("wrong_state")
        ticket["state"] = "cancelled"
        self.emit("ticket_cancelled", ticket=c.ticket)

    def do_open_counter(self, c: Any) -> None:
        counter = self.counter(c.counter)
        if c.clerk is not None and c.clerk not in self.clerks:
            raise NoError("unknown_clerk")
        if counter["state"] != "closed":
            raise NoError("wrong_state")
        counter.update(state="idle", clerk=c.clerk)
        self.emit("counter_opened", counter=c.counter, clerk=c.clerk)

    def do_close_counter(self, c: Any) -> None:
        counter = self.counter(c.counter)
        if counter["state"] == "closed":
            raise NoError("wrong_state")
        if counter["ticket"] is not None:
            raise NoError("counter_busy")
        counter.update(state="closed", clerk=None)
        for ticket in self.tickets:
            if ticket["pin"] == c.counter:
                ticket["pin"] = None
        self.emit("counter_closed", counter=c.counter)

    def do_pause_counter(self, c: Any) -> None:
        counter = self.counter(c.counter)
        if counter["state"] in ("closed", "paused"):
            raise NoError("wrong_state")
        if counter["ticket"] is not None:
            raise NoError("counter_busy")
        counter["state"] = "paused"
        self.emit("counter_paused", counter=c.counter, reason=c.reason)

    def do_resume_counter(self, c: Any) -> None:
        counter = self.counter(c.counter)
        if counter["state"] != "paused":
            raise NoError("wrong_state")
        counter["state"] = "idle"
        self.emit("counter_resumed", counter=c.counter)

    def do_next(self, c: Any) -> None:
        self.working(c.counter)
        self.finish(c.counter)
        choice = self.choose(c.counter)
        if choice is not None:
            self.call(c.counter, *choice)

    def do_call(self, c: Any) -> None:
        self.counter(c.counter)
        ticket = self.ticket(c.ticket)
        self.working(c.counter)
        if ticket["state"] != "waiting":
            raise NoError("wrong_state")
        self.finish(c.counter)
        self.call(c.counter, ticket, "manual")

    def do_recall(self, c: Any) -> None:
        ticket = self.current(c.counter)
        ticket["calls"] += 1
        self.emit("ticket_recalled", ticket=ticket["number"], counter=c.counter, call=ticket["calls"])

    def do_start(self, c: Any) -> None:
        ticket = self.current(c.counter)
        if ticket["state"] != "called":
            raise NoError("wrong_state")
        ticket["state"] = "serving"
        self.counters[c.counter]["state"] = "serving"
        self.emit("service_started", ticket=ticket["number"], counter=c.counter)

    def do_done(self, c: Any) -> None:
        self.current(c.counter)
        self.finish(c.counter)

    def do_no_show(self, c: Any) -> None:
        ticket = self.current(c.counter)
        if ticket["state"] != "called":
            raise NoError("wrong_state")
        ticket["state"] = "no_show"
        self.free(c.counter)
        self.emit("ticket_no_show", ticket=ticket["number"], counter=c.counter)

    def do_requeue(self, c: Any) -> None:
        ticket = self.ticket(c.ticket)
        if ticket["state"] != "no_show":
            raise NoError("wrong_state")
        ticket["state"] = "waiting"
        if c.position == "back":
            ticket["ready"] = self.now
        self.emit("ticket_requeued", ticket=c.ticket, position=c.position)

    def do_transfer(self, c: Any) -> None:
        self.counter(c.counter)
        if c.to_service is not None and c.to_service not in self.services:
            raise NoError("unknown_service")
        if c.to_counter is not None:
            self.counter(c.to_counter)
        self.working(c.counter)
        if c.to_counter is not None and self.counters[c.to_counter]["state"] == "closed":
            raise NoError("counter_closed")
        ticket = self.current(c.counter)
        position = None
        if c.to_counter is not None:
            ticket.update(pin=c.to_counter, ready=self.now)
        else:
            here, needs, position = self.here(c.counter, ticket), [], c.position
            for need in ticket["needs"]:
                goal = c.to_service if need in here else need
                if goal not in needs:
                    needs.append(goal)
            ticket["needs"] = needs
            if position == "back":
                ticket["ready"] = self.now
        ticket["state"] = "waiting"
        self.free(c.counter)
        self.emit(
            "ticket_transferred", ticket=ticket["number"], counter=c.counter, services=ticket["needs"],
            to_service=c.to_service, to_counter=c.to_counter, position=position,
        )  # fmt: skip

    def do_hold(self, c: Any) -> None:
        ticket = self.current(c.counter)
        ticket["state"] = "held"
        self.free(c.counter)
        self.emit("ticket_held", ticket=ticket["number"], counter=c.counter)

    def do_resume(self, c: Any) -> None:
        ticket = self.ticket(c.ticket)
        if ticket["state"] != "held":
            raise NoError("wrong_state")
        pin = ticket["last"] if self.counters[ticket["last"]]["state"] != "closed" else None
        ticket.update(state="waiting", ready=self.now, pin=pin)
        self.emit("ticket_resumed", ticket=c.ticket, counter=pin)

    def do_rate(self, c: Any) -> None:
        ticket = self.ticket(c.ticket)
        if ticket["state"] != "finished":
            raise NoError("wrong_state")
        if ticket["rated"]:
            raise NoError("already_rated")
        ticket["rated"] = True
        self.emit("rated", ticket=c.ticket, score=c.score)

    def do_set_green(self, c: Any) -> None:
        if c.rule not in self.windows:
            raise NoError("bad_message")
        self.greens[c.rule]["mode"] = c.mode
        self.count_green(c.rule, was=False)

    def do_report_print(self, c: Any) -> None:
        self.ticket(c.ticket)
        if c.result == "printed":
            self.emit("ticket_printed", ticket=c.ticket, device=self.device)
        else:
            self.emit("print_failed", ticket=c.ticket, device=self.device, result=c.result, detail=c.detail)

    def do_reprint(self, c: Any) -> None:
        self.ticket(c.ticket)
        if c.kiosk is not None and c.kiosk not in self.devices:
            raise NoError("unknown_device")

    def do_report_shown(self, c: Any) -> None:
        pass

    do_ask_help = do_announce = do_sync = do_report_shown
