"""Plain lines on standard error: time, level, what, and what more is known. Never a PIN, a token or a resident."""

import sys

import structlog


def log_to_stderr() -> None:
    """Once, by the program; not on import."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer(
                colors=False,
                pad_event_to=0,
                pad_level=False,
                exception_formatter=structlog.dev.plain_traceback,
            ),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
