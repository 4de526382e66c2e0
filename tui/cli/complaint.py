"""Complaints: one line each on stderr, whatever is in them."""

from __future__ import annotations

import re
import sys

from tui import firstpaint
from tui.errors import QueryError

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]+")
_NEAR = 20  # code points of a query shown from where its mistake begins


def complain(line: str) -> None:
    """Print one line on stderr; control characters, bidi controls and line ends in it become spaces.

    A terminal that shows a first screen is given back before.
    """
    firstpaint.take_down()
    print(f"warraq: {one_line(line).removeprefix('warraq ')}", file=sys.stderr)


def one_line(text: str) -> str:
    """Text from outside as part of one line: nothing in it moves a cursor, ends a line or turns its neighbours."""
    return _CONTROLS.sub(" ", text).strip()


def worded(error: Exception) -> str:
    """An error's message; one of a query points at the place."""
    if not isinstance(error, QueryError):
        return str(error)
    rest = error.query[error.start :]
    place = f"at «{rest[:_NEAR]}{'…' if len(rest) > _NEAR else ''}»" if rest.strip() else "at the end"
    return f"query, character {error.start + 1}: {error} ({place})"
