"""One device that asks as fast as it can: `python -m tests.support.flooder URL SECONDS`; says how often it did."""

import queue
import sys
import time

from runtime import Session, SystemClock, parse_broker_url
from runtime.session import SessionMessage, Will
from wire.instant import format_instant
from wire.topics import Topics

_AT_ONCE = 200


def main(url_text: str, seconds: str) -> None:
    """Commands that are right, each with an id of its own; never more under way than the broker has taken."""
    url = parse_broker_url(url_text)
    topics, inbox = Topics(url.hall), queue.SimpleQueue[SessionMessage]()
    session = Session(url, inbox, subscriptions=[], will=Will(topics.device(url.device), '{"online":false}'))
    session.start()
    number, until = 0, time.monotonic() + float(seconds)
    while time.monotonic() < until:
        at = format_instant(SystemClock().now_ms())
        for _ in range(_AT_ONCE):
            number += 1
            text = f'{{"id":"f{number}","at":"{at}","type":"issue_ticket","services":["card"]}}'
            session.publish(topics.command(url.device), text)
        session.flush(5)
    print(number, flush=True)
    session.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
