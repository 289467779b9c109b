"""What the voice says: each new call once, in order, while it is true; nothing old, nothing unsure."""

from display.announcer import CallSaying, Sayings, WordsSaying
from runtime import Online
from tests.support.display import ONLINE, START, board, call, catalog, hall, summary
from wire.states import Announcement

NOW = START + 20_000
OFFLINE = Online(False, NOW)


def queue(device: str = "all", *deliveries: object) -> Sayings:
    sayings = Sayings(device)
    for delivery in (catalog(), ONLINE, *deliveries):
        sayings.take(delivery, NOW)  # type: ignore[arg-type]
    return sayings


def said(sayings: Sayings, now: int = NOW) -> list[str]:
    """The tickets called, until nothing is left."""
    tickets = []
    while (saying := sayings.next(now)) is not None:
        tickets.append(saying.ticket if isinstance(saying, CallSaying) else saying.text)
    return tickets


def test_a_new_call_is_said_once_in_the_residents_languages() -> None:
    sayings = queue("all", board())
    sayings.take(board(call(1, languages=("en", "zh"))), NOW)
    assert sayings.next(NOW) == CallSaying((1,), "A001", "1", ("en", "zh"))
    assert sayings.next(NOW) is None


def test_without_a_language_the_halls_first_is_spoken() -> None:
    sayings = queue("all", board())
    sayings.take(board(call(1, languages=())), NOW)
    assert sayings.next(NOW) == CallSaying((1,), "A001", "1", ("zh",))


def test_at_the_start_nothing_old_is_said() -> None:
    assert said(queue("all", board(call(1), call(2)))) == []


def test_calls_keep_their_order() -> None:
    sayings = queue("all", board())
    sayings.take(board(call(1), call(2)), NOW)
    sayings.take(board(call(1), call(2), call(3)), NOW)
    assert (said(sayings), sayings.waiting) == (["A001", "A002", "A003"], 0)


def test_a_call_that_is_no_longer_true_is_not_said() -> None:
    sayings = queue("all", board())
    sayings.take(board(call(1), call(2)), NOW)
    sayings.take(board(call(1, live=False), call(2), seq=3), NOW)
    assert said(sayings) == ["A002"]


def test_a_recall_is_said_again() -> None:
    sayings = queue("all", board())
    sayings.take(board(call(1)), NOW)
    assert said(sayings) == ["A001"]
    sayings.take(board(call(2, "A001", call=2)), NOW)
    assert said(sayings) == ["A001"]


def test_a_recall_of_a_call_that_still_waits_is_said_once_at_its_place_and_answers_both() -> None:
    sayings = queue("all", board())
    sayings.take(board(call(1), call(2)), NOW)
    sayings.take(board(call(2), call(3, "A001", call=2)), NOW)
    assert sayings.next(NOW) == CallSaying((1, 3), "A001", "1", ("zh", "en"))
    assert said(sayings) == ["A002"]


def test_thirty_calls_at_once_are_all_said_though_the_board_has_room_for_twelve() -> None:
    sayings = queue("all", board())
    calls = [call(n, counter=str(n)) for n in range(1, 31)]
    for n in range(1, 31):
        sayings.take(board(*calls[max(0, n - 12) : n]), NOW)
    counters = {str(n): summary("called", f"A{n:03d}") for n in range(1, 31)}
    sayings.take(hall().model_copy(update={"counters": counters}), NOW)
    assert said(sayings, NOW + 90_000) == [f"A{n:03d}" for n in range(1, 31)]


def test_a_call_that_left_the_board_is_not_said_when_its_counter_went_on() -> None:
    sayings = queue("all", board())
    sayings.take(board(call(1), call(2)), NOW)
    sayings.take(board(call(3, counter="2")), NOW)
    sayings.take(hall(c1=summary("called", "A002"), c2=summary("called", "A003")), NOW)
    assert said(sayings) == ["A002", "A003"]


def test_offline_nobody_knows_what_is_true_and_nothing_is_said() -> None:
    sayings = queue("all", board())
    sayings.take(board(call(1)), NOW)
    sayings.take(OFFLINE, NOW)
    assert said(sayings) == []


def test_online_again_what_was_not_said_and_is_true_and_young_is_said() -> None:
    sayings = queue("all", board())
    sayings.take(board(call(1), call(2), call(3)), NOW)
    sayings.next(NOW)
    sayings.take(OFFLINE, NOW)
    sayings.take(ONLINE, NOW)
    later = START + 62_500
    sayings.take(board(call(1), call(2), call(3), epoch=2), later)
    assert said(sayings, later) == ["A003"]


def test_before_the_first_heartbeat_nothing_is_said() -> None:
    sayings = Sayings("all")
    for delivery in (catalog(), board(), board(call(1))):
        sayings.take(delivery, NOW)
    assert said(sayings) == []


def test_an_area_has_its_own_voice() -> None:
    sayings = queue("north", board())
    said_b = Announcement(number=1, at=NOW, text="B", zone="B")
    said_a = Announcement(number=2, at=NOW, text="A", zone="A")
    sayings.take(board(call(1), call(2, counter="3"), announcements=(said_a, said_b)), NOW)
    assert said(sayings) == ["A001", "A"]


def test_words_for_the_hall_wait_for_their_turn_but_not_longer_than_a_minute() -> None:
    sayings = queue("all", board())
    sayings.take(board(call(1), announcements=(Announcement(number=1, at=NOW, text="请注意"),)), NOW)
    sayings.next(NOW)
    assert sayings.next(NOW) == WordsSaying("请注意", "zh", NOW)
    sayings.take(board(seq=9, announcements=(Announcement(number=2, at=NOW, text="late"),)), NOW)
    assert sayings.next(NOW + 60_000) is None


def test_an_older_board_changes_nothing() -> None:
    sayings = queue("all", board(seq=5, epoch=2))
    sayings.take(board(call(9), epoch=1), NOW)
    assert said(sayings) == []
