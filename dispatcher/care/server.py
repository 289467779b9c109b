"""`/metrics` and `/healthz` on the machine's own loopback: beside the loop, and never in its way."""

import json
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import structlog
from prometheus_client import CONTENT_TYPE_LATEST

from dispatcher.care.exposition import Exposition
from dispatcher.care.figures import Figures
from dispatcher.care.health import Health, health
from dispatcher.care.surroundings import Surroundings

_HOST = "127.0.0.1"
_PATIENCE_S = 5.0


class MetricsServer:
    """Runs from its making until `stop`."""

    def __init__(
        self, port: int, figures: Figures, around: Callable[[], Surroundings], monotonic: Callable[[], float]
    ) -> None:
        """Port 0: any. Raises OSError."""
        self._figures = figures
        self._around = around
        self._monotonic = monotonic
        self._exposition = Exposition(lambda: figures.picture, around)
        self._server = _Server((_HOST, port), _handler(self._answer))
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, name="metrics", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Nobody is served any more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(_PATIENCE_S)

    def health(self) -> Health:
        """Of this moment."""
        return health(self._figures.picture, self._monotonic(), self._around().free)

    def _answer(self, path: str) -> tuple[HTTPStatus, str, bytes] | None:
        if path == "/metrics":
            return HTTPStatus.OK, CONTENT_TYPE_LATEST, self._exposition.text()
        if path == "/healthz":
            found = self.health()
            status = HTTPStatus.OK if found.ok else HTTPStatus.SERVICE_UNAVAILABLE
            return status, "application/json", json.dumps({"ok": found.ok, "reasons": found.reasons}).encode()
        return None


def serve_metrics(
    port: int, figures: Figures, around: Callable[[], Surroundings], monotonic: Callable[[], float]
) -> MetricsServer | None:
    """None, and one line in the log, if that port can't be had: the hall goes on without."""
    try:
        return MetricsServer(port, figures, around, monotonic)
    except OSError as fault:
        words = "no metrics: the port can't be had; give another with --metrics"
        structlog.get_logger("dispatcher").error(words, port=port, why=fault.strerror or str(fault))
        return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever hangs up in the middle is no news."""


def _handler(answer: Callable[[str], tuple[HTTPStatus, str, bytes] | None]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = _PATIENCE_S

        def do_GET(self) -> None:
            found = answer(self.path.partition("?")[0])
            if found is None:
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            status, kind, body = found
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            """Scrapes are no news."""

    return Handler
