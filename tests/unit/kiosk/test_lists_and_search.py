"""What to bring, before the number and without one; and the errand that was searched for."""

import pytest

from kiosk.flow import (
    CatalogCame,
    ChecklistCame,
    Effect,
    Flow,
    HallCame,
    IndexCame,
    Input,
    OnlineChanged,
    Paper,
    PrintChecklist,
    PrinterChanged,
    Screen,
    Touch,
)
from kiosk.flow.lists import checklist_view, search_view
from kiosk.spelling import spelled
from tests.support.kiosk_halls import catalog, hall_state, with_lists
from wire.terms import PrintResult


class Kiosk:
    """In a hall where two errands want papers."""

    def __init__(self, *touches: str, categories: int = 8) -> None:
        self.flow = Flow(lambda: "id", lambda: 0)
        known = with_lists(catalog(categories))
        self.hear(
            CatalogCame(known),
            IndexCame(known.version, spelled(known)),
            HallCame(hall_state()),
            OnlineChanged(True),
        )
        self.touch("language:zh", *touches)

    def hear(self, *inputs: Input) -> list[Effect]:
        effects: list[Effect] = []
        for given in inputs:
            effects = list(self.flow.take(given, 0.0))
        return effects

    def touch(self, *touches: str) -> list[Effect]:
        return self.hear(*(Touch(*t.split(":")) for t in touches))

    def at(self) -> Screen:
        return self.flow.state.screen

    def paper(self) -> Paper | None:
        return self.flow.state.list_paper

    def shown(self) -> list[str]:
        return list(checklist_view(self.flow.state, self.flow.known)["things"])


def test_an_errand_that_wants_papers_says_so_before_the_next_question() -> None:
    kiosk = Kiosk("category:c1", "service:c1-2")
    assert (kiosk.at(), kiosk.shown()) == (Screen.CHECKLIST, ["材料1", "材料2"])
    kiosk.touch("go-on")
    assert kiosk.at() is Screen.PRIORITY
    kiosk.touch("back")
    assert (kiosk.at(), kiosk.shown()) == (Screen.CHECKLIST, ["材料1", "材料2"])
    kiosk.touch("back")
    assert (kiosk.at(), kiosk.flow.state.basket, kiosk.flow.state.category) == (Screen.SERVICES, (), "c1")


def test_each_errand_has_its_own_and_the_last_question_all_of_them_each_thing_once() -> None:
    kiosk = Kiosk("category:c1", "service:c1-2", "go-on", "priority:none")
    kiosk.touch("add-need", "category:c2", "service:c2-1")
    assert (kiosk.at(), kiosk.shown()[0]) == (Screen.CHECKLIST, "材料2")
    kiosk.touch("go-on")
    assert kiosk.at() is Screen.CONFIRM
    kiosk.touch("checklist")
    assert (kiosk.at(), kiosk.shown()) == (Screen.CHECKLIST, [f"材料{n}" for n in range(1, 6)])
    kiosk.touch("next-page", "next-page")
    assert kiosk.shown() == ["材料6", "材料7", "材料8"]
    kiosk.touch("back")
    assert (kiosk.at(), len(kiosk.flow.state.basket)) == (Screen.CONFIRM, 2)
    kiosk.touch("add-need", "category:c1", "service:c1-2")
    assert kiosk.at() is Screen.CONFIRM


def test_without_papers_there_is_no_such_screen() -> None:
    kiosk = Kiosk("category:c1", "service:c1-1", "priority:none", "checklist")
    assert kiosk.at() is Screen.CONFIRM
    assert not checklist_view(kiosk.flow.state, kiosk.flow.known)["there"]


def test_the_list_is_printed_without_a_ticket_and_said_what_became_of_it() -> None:
    kiosk = Kiosk("category:c1", "service:c1-2")
    assert kiosk.touch("print-list") == [PrintChecklist(("c1-2",), "zh")]
    assert kiosk.touch("print-list") == []
    kiosk.hear(ChecklistCame(PrintResult.FAILED, "paper out"))
    assert kiosk.paper() is Paper.FAILED
    assert kiosk.touch("print-list") == [PrintChecklist(("c1-2",), "zh")]
    kiosk.hear(ChecklistCame(PrintResult.PRINTED))
    assert kiosk.touch("print-list") == []
    assert kiosk.paper() is Paper.PRINTED


def test_all_lists_are_printed_on_one_paper() -> None:
    kiosk = Kiosk("category:c1", "service:c1-2", "go-on", "priority:none")
    kiosk.touch("add-need", "category:c1", "service:c1-1", "checklist")
    assert kiosk.touch("print-list") == [PrintChecklist(("c1-2", "c1-1"), "zh")]


def test_a_stopped_printer_is_not_asked_and_news_for_who_has_gone_disturb_nobody() -> None:
    kiosk = Kiosk("category:c1", "service:c1-2")
    kiosk.hear(PrinterChanged(stopped=True))
    assert kiosk.touch("print-list") == []
    kiosk.hear(PrinterChanged(stopped=False))
    kiosk.touch("print-list", "go-on")
    kiosk.hear(ChecklistCame(PrintResult.FAILED))
    assert kiosk.at() is Screen.PRIORITY
    kiosk.touch("back")
    assert kiosk.paper() is None
    kiosk.hear(ChecklistCame(PrintResult.PRINTED))
    assert kiosk.paper() is None


def _hits(kiosk: Kiosk) -> list[str]:
    return [hit["id"] for hit in search_view(kiosk.flow.state, kiosk.flow.known)["hits"]]


def test_what_is_typed_finds_the_errand_and_back_returns_to_what_was_found() -> None:
    kiosk = Kiosk("search")
    assert (kiosk.at(), _hits(kiosk)) == (Screen.SEARCH, [])
    kiosk.touch(*(f"key:{letter}" for letter in "SX1"))
    assert _hits(kiosk) == [f"c{n}-1" for n in range(1, 5)]
    kiosk.touch("next-page", "next-page")
    assert _hits(kiosk) == [f"c{n}-1" for n in range(5, 9)]
    kiosk.touch("service:c5-1")
    assert kiosk.at() is Screen.PRIORITY
    kiosk.touch("back")
    assert (kiosk.at(), kiosk.flow.state.typed, kiosk.flow.state.basket) == (Screen.SEARCH, "SX1", ())
    kiosk.touch("rub-out", "rub-out")
    assert (kiosk.flow.state.typed, kiosk.flow.state.page) == ("S", 0)
    kiosk.touch("rub-out-all", "back")
    assert kiosk.at() is Screen.CATEGORIES


@pytest.mark.parametrize(("categories", "screen"), [(8, Screen.SERVICES), (0, Screen.SERVICES)])
def test_from_a_list_of_errands_back_leads_there(categories: int, screen: Screen) -> None:
    kiosk = Kiosk(*(["category:c1"] if categories else []), "search", "key:x", "back", categories=categories)
    assert kiosk.at() is screen


def test_words_are_separated_and_nothing_else_is_typed() -> None:
    kiosk = Kiosk("search", "key: ", "key:l", "key: ", "key:9", "key:!", "key:务", "key:", "key:ab")
    assert kiosk.flow.state.typed == "l 9"
    kiosk.touch(*["key:x"] * 50)
    assert len(kiosk.flow.state.typed) == 24


def test_where_nothing_is_spelled_yet_there_is_no_search() -> None:
    flow = Flow(lambda: "id", lambda: 0)
    for given in (CatalogCame(catalog()), HallCame(hall_state()), OnlineChanged(True)):
        flow.take(given, 0)
    for touch in ("language:zh", "search"):
        flow.take(Touch(*touch.split(":")), 0)
    assert flow.state.screen is Screen.CATEGORIES


def test_an_errand_that_the_hall_has_given_up_since_is_not_found() -> None:
    kiosk = Kiosk("search", *(f"key:{letter}" for letter in "sx1"))
    fewer = with_lists(catalog(3))
    kiosk.hear(CatalogCame(fewer))
    assert _hits(kiosk) == ["c1-1", "c2-1", "c3-1"]
