"""States as they are published."""

import json

from wire.base import state_json
from wire.states import Board, BoardCall, Catalog, HallInfo, NoticeInfo, Presence


def test_a_state_is_written_compact_without_what_is_not_there() -> None:
    board = Board(
        epoch=3, at=0, seq=7, calls=(BoardCall(seq=7, at=0, ticket="A001", counter="1", call=1, live=True),)
    )
    assert state_json(board) == (
        '{"epoch":3,"at":"1970-01-01T00:00:00.000Z","seq":7,"calls":[{"seq":7,"at":"1970-01-01T00:00:00.000Z",'
        '"ticket":"A001","counter":"1","call":1,"languages":[],"live":true}],"missed":[],"announcements":[]}'
    )


def test_a_notice_keeps_its_days() -> None:
    notice = NoticeInfo.model_validate({"text": {"zh": "通知"}, "from": "2026-11-21"})
    hall = HallInfo(id="h", name={"zh": "厅"}, languages=("zh",), timezone="Asia/Shanghai")
    written = json.loads(state_json(Catalog(version="1", hall=hall, notices=(notice,))))
    assert written["notices"] == [{"text": {"zh": "通知"}, "from": "2026-11-21"}]
    assert Catalog.model_validate(written).notices == (notice,)


def test_what_a_receiver_does_not_know_is_ignored() -> None:
    assert Presence.model_validate({"online": True, "colour": "red"}) == Presence(online=True)
