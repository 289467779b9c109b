"""The search among two hundred services: pinyin, initials, words, the readings of 行 and 长; quick enough."""

import time

import pytest

from kiosk import sample
from kiosk.flow import CatalogCame, IndexCame
from kiosk.flow.search import Index, find
from kiosk.spelling import Speller, sounds, spelled
from tests.support.kiosk_halls import catalog
from wire.states import Catalog, ServiceInfo


def _hall(*names: str) -> Index:
    services = tuple(ServiceInfo(id=name, prefix="A", name={"zh": name, "en": "x"}) for name in names)
    return spelled(catalog().model_copy(update={"services": services, "categories": ()}))


@pytest.fixture(scope="module")
def large() -> Catalog:
    return sample.large_catalog()


@pytest.fixture(scope="module")
def index(large: Catalog) -> Index:
    return spelled(large)


def test_the_large_hall_is_large(large: Catalog) -> None:
    assert (len(large.services), len({s.id for s in large.services}), len(large.categories)) == (200, 200, 12)


@pytest.mark.parametrize(
    "typed", ["ybdb", "YBDB", "yibao", "yibaodabing", "yibdb", "yibaodb", "医保大病", "yb djk", "major"]
)
def test_one_errand_has_many_ways_to_be_typed(typed: str) -> None:
    index = _hall("医保大病登记", "养老金申领", "居住证")
    wanted = {"yb djk": (), "major": ()}.get(typed, ("医保大病登记",))
    assert find(index, typed, "zh") == wanted


def test_the_first_of_all_is_the_one_whose_name_begins_so(large: Catalog, index: Index) -> None:
    found = find(index, "ybdb", "zh")
    assert found[0] == "medical-register"
    assert len(found) > 20
    assert find(index, "major ill", "en")[0] == "medical-register"
    assert find(index, "tax first card", "en") == ("tax-card-new",)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("银行卡签约", "yinhangka"), ("行驶证换领", "xingshizheng"), ("长期护理保险", "changqihuli"),
        ("校长信箱", "xiaozhang"), ("重庆户籍迁移", "chongqing"), ("重大疾病救助", "zhongdajibing"),
        ("旅游签证", "lvyou"), ("旅游签证", "luyou"), ("补办SIM卡", "bbsimk"), ("2号表格", "2hbg"),
        ("Café 许可", "cafexuke"),
    ],
)  # fmt: skip
def test_characters_with_several_readings_are_read_by_their_words(name: str, typed: str) -> None:
    assert find(_hall(name), typed, "zh") == (name,)


def test_what_people_say_for_short_is_found_where_nothing_fits_better() -> None:
    index = _hall("社会保障卡申领", "居住证")
    assert find(index, "sbk", "zh") == ("社会保障卡申领",)
    assert find(index, "hbk", "zh") == ()
    assert find(index, "sbx", "zh") == ()
    assert find(index, "  ", "zh") == ()


def test_a_line_of_business_finds_its_errands_after_those_of_that_name(index: Index) -> None:
    found = find(index, "swfw", "zh")
    assert len([service for service in found if service.startswith("tax-")]) == len(found)
    small = sample.catalog()
    assert find(spelled(small), "yiliaobaoxian", "zh")[-1] == "medical-elder"


def test_rare_characters_break_nothing() -> None:
    assert sounds("㐀㐁卡")[-1] == ("ka", "卡")
    assert sounds("！！") == ()
    assert find(_hall("！！"), "abc", "zh") == ()


def test_a_key_is_answered_in_half_of_what_a_finger_notices(index: Index) -> None:
    for typed in ("y", "yb", "ybdbd", "shehuibaozhangka", "z", "aaaaaaaaaaaaaaaaaaaaaaaa", "reg car new"):
        took = []
        for _ in range(3):  # another program may come in between once
            begun = time.thread_time()
            find(index, typed, "zh")
            took.append(time.thread_time() - begun)
        assert min(took) < 0.05, typed


def test_the_speller_tells_of_the_catalog_it_spelled() -> None:
    import queue

    told: queue.SimpleQueue[IndexCame] = queue.SimpleQueue()
    Speller(told.put).spell(sample.catalog())
    came = told.get(timeout=20)
    assert (came.version, came.index) == ("sample", spelled(sample.catalog()))


def test_an_index_of_another_catalog_is_not_used() -> None:
    from kiosk.flow import Flow

    flow = Flow(lambda: "x", lambda: 0)
    known = sample.catalog()
    flow.take(IndexCame(known.version, spelled(known)), 0)
    assert flow.known.index == ()
    flow.take(CatalogCame(known), 0)
    flow.take(IndexCame("older", spelled(known)), 0)
    assert flow.known.index == ()
    flow.take(IndexCame(known.version, spelled(known)), 0)
    assert len(flow.known.index) == len(known.services)
