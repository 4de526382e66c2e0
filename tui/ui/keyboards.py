"""What a line was meant to say that was typed on the wrong keyboard, with the keyboard that the locale lets expect."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["meant", "readings"]

_VARIABLES = ("LC_ALL", "LC_CTYPE", "LANG")


def meant(text: str) -> str:
    """See `tui.arabic.keyboard.meant`; '' where nothing is offered."""
    from tui.arabic import keyboard  # its tables are not needed before one types

    return keyboard.meant(text, _layouts())


def readings(text: str) -> Iterator[str]:
    """See `tui.arabic.keyboard.readings`: all that may have been meant, for one who can look which of them is there."""
    from tui.arabic import keyboard

    return (reading.text for reading in keyboard.readings(text, _layouts()))


@cache
def _layouts() -> tuple[str, ...]:
    from tui.arabic import keyboard

    return keyboard.expected(next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), ""))
