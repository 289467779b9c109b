"""What the screens show: plain lists and texts made from the state and the hall. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kiosk.flow import choosing, menu
from kiosk.flow.appointments import appointment_view, booking_view, slot_words, ways_on
from kiosk.flow.help import Help
from kiosk.flow.hours import closes_in, open_words, opens_again
from kiosk.flow.lists import checklist_view, search_view
from kiosk.flow.names import default_language, service_name
from kiosk.flow.state import Known, Paper, Screen, State
from kiosk.words import trouble_words
from ui.languages import Texts, pick
from wire.replies import WaitRange

View = dict[str, Any]


@dataclass(frozen=True)
class Teller:
    """Tells a state as the screens show it. `address` gives a ticket's page on the phone, None where there is none."""

    texts: Texts
    qr: Callable[[State, Known], str]

    def view(self, state: State, known: Known, now_ms: int = 0, help_: Help | None = None) -> View:
        """Every key is always there, so that a screen never meets an undefined one. `now_ms`: the hall's time, by
        which it is told when it closes and opens; 0 where that isn't known."""
        screen = shown(state, known)
        return {
            "screen": screen,
            "asking": state.asking,
            "picture": self._picture(screen, known, now_ms),
            "language": state.language,
            "modes": asdict(state.modes),
            "canRead": known.reading != "none",
            "readingFault": known.reading if state.modes.speech and known.reading != "none" else "",
            "help": (help_ or Help()).told.value,
            "online": known.online,
            "busy": known.online and (state.busy or known.not_saving),
            "alarm": _alarm(known),
            "printerStopped": known.printer_stopped,
            "hallName": self._hall_name(state.language, known),
            "hours": open_words(self.texts, self._two_languages(state, known), known, now_ms),
            "closesSoon": closes_in(known, now_ms) > 0,
            "languages": [self._language(code, known) for code in known.languages],
            "notices": self._notices(screen, known, now_ms),
            "categories": self._categories(state, known),
            "services": self._services(state, known),
            "category": self._category(state, known),
            "loads": _loads(known),
            "page": state.page,
            "pages": choosing.page_count(state, known),
            "basket": self._basket(state, known),
            "several": len(state.basket) > 1,
            "canAdd": len(state.basket) < choosing.most_needs(state),
            "search": search_view(state, known),
            "checklist": checklist_view(state, known),
            "appointment": appointment_view(state, known),
            "booking": booking_view(state, known),
            "priorities": [p.value for p in choosing.PRIORITIES[_shown_of(state)]],
            "priority": state.priority.value if state.priority is not None else "",
            "ticket": self._ticket(state, known),
            "paper": state.paper.value,
            "canReprint": state.paper not in (Paper.PRINTING, Paper.PRINTED) and state.copies < 3,
            "trouble": self._trouble(state, known, now_ms),
        }

    def _hall_name(self, language: str, known: Known) -> str:
        return (
            pick(known.catalog.hall.name, language, default_language(known))
            if known.catalog is not None
            else ""
        )

    def _two_languages(self, state: State, known: Known) -> tuple[str, ...]:
        """The screen's and the hall's next: on the welcome nobody has chosen one yet."""
        return (state.language, *[code for code in known.languages if code != state.language][:1])

    def _language(self, code: str, known: Known) -> View:
        """A language names itself: its file translates 'English' as its own name."""
        own = self.texts.find(code, "Language", "English") or ("English" if code == "en" else code)
        prompt = self.texts.get(code, "Language", "Take a number")
        booked = self.texts.get(code, "Language", "I have an appointment")
        hall = self._hall_name(code, known)
        return {"code": code, "name": own, "prompt": prompt, "booked": booked, "hall": hall}

    def _notices(self, screen: str, known: Known, now_ms: int) -> list[View]:
        """Nobody has chosen a language yet: the first three of the hall's speak at once."""
        if screen not in ("starting", "offline", "closed", "not-saving", "twice", "unlisted"):
            return []
        codes = known.languages[:3] or ("zh", "en")
        words = {code: self._words(screen, code, known, now_ms) for code in codes}
        return [{"code": code, "title": title, "text": text} for code, (title, text) in words.items()]

    def _picture(self, screen: str, known: Known, now_ms: int) -> View:
        """What the moving picture says: the hall, whether it is open, and how to begin, in its languages."""
        if screen != "attract":
            return {"open": False, "halls": [], "states": [], "prompts": []}
        is_open = known.hall is None or known.hall.open
        told = [
            open_words(self.texts, [code], known, now_ms)
            if is_open
            else self._words("closed", code, known, now_ms)
            for code in known.languages
        ]
        prompts = [self.texts.get(code, "Attract", "Touch to begin") for code in known.languages if is_open]
        halls = [self._hall_name(code, known) for code in known.languages]
        return {
            "open": is_open,
            "halls": list(dict.fromkeys(halls)),
            "states": [" · ".join(words) for words in told if words],
            "prompts": list(dict.fromkeys(prompts)),
        }

    def _words(
        self,
        trouble: str,
        language: str,
        known: Known,
        now_ms: int,
        full: str = "",
        slot: str = "",
    ) -> tuple[str, str]:
        opens = opens_again(self.texts, language, known, now_ms)
        return trouble_words(self.texts, language, trouble, opens=opens, full=full, slot=slot)

    def _categories(self, state: State, known: Known) -> list[View]:
        """This page's; none on other screens."""
        if known.catalog is None or state.screen is not Screen.CATEGORIES:
            return []
        found = menu.categories(known.catalog)[_shown_of(state)]
        return [self._category_choice(c.id, c.name, state, known) for c in found]

    def _services(self, state: State, known: Known) -> list[View]:
        if known.catalog is None or state.screen is not Screen.SERVICES:
            return []
        found = menu.services(known.catalog, state.category)[_shown_of(state)]
        return [{"id": s.id, "name": service_name(s.id, state.language, known)} for s in found]

    def _basket(self, state: State, known: Known) -> list[View]:
        """This page's on the screen that asks whether it is right, all of them elsewhere; `place` counts from 1."""
        page = _shown_of(state) if state.screen is Screen.CONFIRM else slice(None)
        needs = list(enumerate(state.basket, start=1))[page]
        return [
            {"id": s, "name": service_name(s, state.language, known), "place": place} for place, s in needs
        ]

    def _category_choice(self, category: str, names: Mapping[str, str], state: State, known: Known) -> View:
        assert known.catalog is not None
        name = pick(names, state.language, default_language(known)) or self._other(state.language)
        inside = [service_name(s.id, state.language, known) for s in menu.services(known.catalog, category)]
        return {"id": category, "name": name, "mark": name[:1], "inside": inside[:3], "count": len(inside)}

    def _category(self, state: State, known: Known) -> str:
        if known.catalog is None or state.category is None:
            return ""
        names = next((c.name for c in menu.categories(known.catalog) if c.id == state.category), {})
        return pick(names, state.language, default_language(known)) or self._other(state.language)

    def _other(self, language: str) -> str:
        return self.texts.get(language, "Menu", "Other errands")

    def _ticket(self, state: State, known: Known) -> View:
        ticket = state.ticket
        if ticket is None:
            return {"number": "", "ahead": -1, "wait": _wait(None), "services": [], "qr": ""}
        return {
            "number": ticket.number,
            "ahead": ticket.ahead if ticket.ahead is not None else -1,
            "wait": _wait(ticket.wait),
            "services": [service_name(s, state.language, known) for s in ticket.services or state.basket],
            "qr": self.qr(state, known),
        }

    def _trouble(self, state: State, known: Known, now_ms: int) -> View:
        if state.trouble is None:
            return {"code": "", "title": "", "text": "", **ways_on(state, known)}
        full, slot = self._full(state, known), slot_words(self.texts, state, known, now_ms)
        title, text = self._words(state.trouble.value, state.language, known, now_ms, full, slot)
        return {"code": state.trouble.value, "title": title, "text": text, **ways_on(state, known)}

    def _full(self, state: State, known: Known) -> str:
        """Which of several errands have no numbers left today; whoever chose a single one knows it."""
        loads = known.hall.services if known.hall is not None else {}
        full = [s for s in state.basket if s in loads and loads[s].full]
        names = [service_name(s, state.language, known) for s in full]
        return _COMMAS.get(state.language, ", ").join(names) if 0 < len(full) < len(state.basket) else ""


_COMMAS = {"zh": "、", "ug": "، "}


def shown(state: State, known: Known) -> str:
    """The screen's name: an idle kiosk that can't give tickets says why instead of inviting."""
    if state.screen is not Screen.WELCOME:
        return state.screen.value
    if known.catalog is None:
        return "starting"
    if known.twice:
        return "twice"  # also in the moments when it is offline: each of the two is, by turns
    if not known.online:
        return "offline"
    if known.unlisted:
        return "unlisted"
    if known.hall is not None and not known.hall.open:
        return "attract" if state.resting else "closed"
    if known.not_saving:
        return "not-saving"
    return "attract" if state.resting else state.screen.value


def _alarm(known: Known) -> str:
    """The worst."""
    if known.twice or known.unlisted:
        return "twice"  # out of order, either way
    if known.not_saving:
        return "not-saving"
    return "times-off" if known.times_off else ""


def _shown_of(state: State) -> slice:
    return menu.on_page(state.page, choosing.page_size(state))


def _loads(known: Known) -> View:
    """By service: how many wait, and the expected wait."""
    if known.hall is None:
        return {}
    return {
        s: {"waiting": load.waiting, "wait": _wait(load.expected), "full": load.full is True}
        for s, load in known.hall.services.items()
    }


def _wait(wait: WaitRange | None) -> View:
    """Whole minutes, the low end rounded down and the high end up, as on the slip; no low end says `under`."""
    if wait is None:
        return {"known": False, "low": 0, "high": 0}
    low, high = wait.low_s // 60, max(1, -(-wait.high_s // 60))
    return {"known": True, "low": low if low < high else 0, "high": high}
