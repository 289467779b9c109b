"""What worker threads put arrives on Qt's thread, in order."""

import threading

from tests.support.qml import settle
from ui.bridge import Inbox


def test_items_of_another_thread_arrive_on_this_one_in_order() -> None:
    inbox = Inbox()
    got: list[tuple[object, bool]] = []
    here = threading.get_ident()
    inbox.arrived.connect(lambda thing: got.append((thing, threading.get_ident() == here)))

    def work() -> None:
        for n in range(100):
            inbox.put(n)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert got == []
    settle(20)
    assert got == [(n, True) for n in range(100)]
