"""What is new on a board, and what never is."""

from display.board import News
from tests.support.display import START, board, call
from wire.states import Announcement, Board, BoardCall

NOW = START + 10_000


def seqs(news: News, what: Board, now: int = NOW) -> list[int]:
    return [c.seq for c in news.take(what, now)[0]]


def test_what_was_there_before_us_is_old() -> None:
    assert seqs(News(), board(call(1), call(2))) == []


def test_what_comes_later_is_told_once_in_its_order() -> None:
    news = News()
    assert seqs(news, board(call(1))) == []
    assert seqs(news, board(call(1), call(2), call(5))) == [2, 5]
    assert seqs(news, board(call(1), call(2), call(5))) == []
    assert seqs(news, board(call(2), call(5), call(6))) == [6]


def test_the_first_call_of_a_hall_is_news() -> None:
    news = News()
    assert seqs(news, board()) == []
    assert seqs(news, board(call(3))) == [3]


def test_an_event_before_our_time_does_not_become_news_later() -> None:
    news = News()
    news.take(board(seq=9), NOW)
    assert seqs(news, board(call(8), seq=10)) == []


def test_a_call_that_is_first_seen_after_a_minute_is_old() -> None:
    news = News()
    news.take(board(), NOW)
    assert seqs(news, board(call(1), call(2)), START + 1000 + 60_001) == [2]


def test_an_older_board_is_not_taken() -> None:
    news = News()
    news.take(board(call(1), epoch=2, seq=5), NOW)
    for older in (board(call(9), epoch=1, seq=9), board(call(4), epoch=2, seq=4)):
        assert not news.accepts(older)
        assert seqs(news, older) == []


def test_another_database_starts_anew_and_announces_nothing() -> None:
    news = News()
    news.take(board(call(900), epoch=1), NOW)
    assert seqs(news, board(call(3), epoch=2)) == []
    assert seqs(news, board(call(3), call(4), epoch=2)) == [4]


def test_a_dispatcher_that_came_back_makes_nothing_new_of_the_old() -> None:
    news = News()
    news.take(board(call(1)), NOW)
    news.take(board(call(1), call(2)), NOW)
    assert seqs(news, board(call(1), call(2), epoch=2)) == []
    assert seqs(news, board(call(2), call(3), epoch=2)) == [3]


def test_what_was_unseen_is_news_again() -> None:
    news = News()
    news.take(board(), NOW)
    news.take(board(call(1), call(2), call(3)), NOW)
    news.unsee(2)
    assert seqs(news, board(call(1), call(2), call(3))) == [2, 3]


def words(number: int, at: int = NOW) -> Announcement:
    return Announcement(number=number, at=at, text="…")


def told(news: News, *said: Announcement, calls: tuple[BoardCall, ...] = ()) -> list[int]:
    return [a.number for a in news.take(board(*calls, seq=50, announcements=said), NOW)[1]]


def test_words_for_the_loudspeaker_are_told_once_and_only_when_young() -> None:
    news = News()
    assert told(news, words(1)) == []
    assert told(news, words(1), words(2), words(3, NOW - 60_001)) == [2]
    assert told(news, words(1), words(2)) == []
