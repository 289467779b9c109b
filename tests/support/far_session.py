"""A session run as a process of its own, at the far end of a cable: `python -m tests.support.far_session URL TOPIC…`.

Prints a line for all it hears: `up`, `down REASON`, `heard TOPIC PAYLOAD`. Reads lines `TOPIC PAYLOAD` and says them;
ends with its input.
"""

import queue
import sys
import threading

from runtime.session import Arrived, LinkDown, LinkUp, Session, SessionMessage, Will
from runtime.url import parse_broker_url


def main(url: str, topics: list[str]) -> None:
    """Until standard input ends."""
    inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
    broker = parse_broker_url(url)
    session = Session(broker, inbox, subscriptions=topics, will=Will(f"will/{broker.device}", "gone"))
    threading.Thread(target=_tell, args=(inbox,), daemon=True).start()
    session.start()
    for line in sys.stdin:
        topic, _, payload = line.rstrip("\n").partition(" ")
        session.publish(topic, payload)
    session.stop()


def _tell(inbox: "queue.SimpleQueue[SessionMessage]") -> None:
    while True:
        match inbox.get():
            case LinkUp():
                print("up", flush=True)
            case LinkDown(reason):
                print("down", reason, flush=True)
            case Arrived(topic, payload):
                print("heard", topic, payload.decode(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
