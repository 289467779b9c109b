"""Where every process of the hall writes what it has to say: plain lines on standard error."""

import sys

import structlog


def log_to_stderr() -> None:
    """Once, by the program; not on import. Tracebacks show no values: they could be a resident's or a password."""
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
