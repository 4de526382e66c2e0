"""The pieces of a query: words, quotations, signs, and keywords with their values.

What only looks like a keyword is a word: `https://...`, `10:30`. Nothing is a mistake here: a quotation
that is not closed reaches to the end.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.arabic.sanitise import neutralise

QUOTES = {'"': '"', "«": "»", "“": "”"}
"""What opens a quotation, and what closes it."""

UNSEEN = re.compile("[\u061c\u200b\u200e\u200f\u2060\ufeff]")
_TOKEN = re.compile(
    r"""(?P<space>\s+)
    | (?P<open>\()
    | (?P<close>\))
    | (?P<minus>-(?=[^\s)]))
    | (?P<at>@)
    | (?P<quote>["«“])
    | (?P<field>(?:[^\W\d_][\u064b-\u065f\u0670]*)+):(?!//)
    | (?P<word>[^\s()"«“]+)
    """,
    re.VERBOSE,
)
_VALUE = re.compile(r'[^\s()"«“]*')


class Token(NamedTuple):
    """A piece of a query.

    Attributes:
        kind: open, close, minus, at, quote, field, value or word; a value, if need be an empty one, follows each at and
            each field.
        text: without quotes, colon and characters that are not seen.
        start: where it begins in the query as typed, quotes included.
        end: one past its last code point there.
        closed: False for a quotation without its end.
    """

    kind: str
    text: str
    start: int
    end: int
    closed: bool = True


def tokens(typed: str) -> list[Token]:
    """The pieces in order; bidi marks and other characters that are not seen are passed over."""
    return _Lexer(typed).run()


class _Lexer:
    def __init__(self, typed: str) -> None:
        seen = [(char, place) for place, char in enumerate(neutralise(typed)) if not UNSEEN.match(char)]
        self._text = "".join(char for char, _ in seen)
        self._places = [place for _, place in seen] + [len(typed)]
        self._found: list[Token] = []

    def run(self) -> list[Token]:
        place = 0
        while place < len(self._text):
            match = _TOKEN.match(self._text, place)
            assert match is not None
            assert match.lastgroup is not None
            kind = match.lastgroup
            if kind == "quote":
                place = self._quoted("quote", place)
                continue
            if kind != "space":
                self._keep(kind, match[kind], place, match.end())
            place = match.end()
            if kind in {"at", "field"}:
                place = self._value(place)
        return self._found

    def _value(self, start: int) -> int:
        if self._text[start : start + 1] in QUOTES:
            return self._quoted("value", start)
        match = _VALUE.match(self._text, start)
        assert match is not None
        self._keep("value", match[0], start, match.end())
        return match.end()

    def _quoted(self, kind: str, start: int) -> int:
        end = self._text.find(QUOTES[self._text[start]], start + 1)
        closed = end >= 0
        end = end if closed else len(self._text)
        self._keep(kind, self._text[start + 1 : end].strip(), start, end + closed, closed=closed)
        return end + closed

    def _keep(self, kind: str, text: str, start: int, end: int, *, closed: bool = True) -> None:
        last = self._places[end - 1] + 1 if end > start else self._places[start]
        self._found.append(Token(kind, text, self._places[start], last, closed))
