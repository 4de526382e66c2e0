"""What a terminal answers late must not be taken for keys.

`terminal.ask` waits a moment for the answers to its questions; over a slow line they come when the reader runs already,
where Textual would hand an answer that it does not know (`CSI ? 62 ; 22 c`) to the program letter by letter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual import events
from textual._xterm_parser import XTermParser  # no public parser of keys; Textual is pinned
from textual.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message import Message

_ANSWER = re.compile(r"\x1b\[(?:[?>=][0-9;]*c|[0-9;]+\$y)")

_NAME = re.compile(r"\x1bP>\|[^\x1b\x07]*(?:\x1b\\|\x07)")


class Parser(XTermParser):
    """Textual's parser of terminal input, with answers to `terminal.ask` passed over."""

    def feed(self, data: str) -> Iterable[Message]:
        """Parse what came; a late name of the terminal (XTVERSION), which Textual would take letter by letter, goes."""
        return super().feed(_NAME.sub("", data))

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if _ANSWER.fullmatch(sequence):
            yield events.Key(Keys.Ignore, sequence)
        else:
            yield from super()._sequence_to_key_events(sequence, alt=alt)


def pass_over() -> None:
    """Have Textual's driver use this parser. Windows has a driver of its own, and is asked nothing."""
    try:
        from textual.drivers import linux_driver
    except ImportError:
        return
    vars(linux_driver)["XTermParser"] = Parser
