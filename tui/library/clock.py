"""The time at which the reader did something."""

from __future__ import annotations


def now() -> str:
    """This second: ISO 8601, UTC, with a `Z`."""
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
