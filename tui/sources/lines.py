"""A page as blocks of text, and what can be seen of each by its form alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from tui.arabic.normalise import fold
from tui.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Kind = Literal["text", "title", "heading", "item"]

_LINE = re.compile(r"[^\n\r\u2028\u2029\ufffd\ufeff]*[^\s\ufffd\ufeff\u200b-\u200f\u2060][^\n\r\u2028\u2029]*")
_EDGE = " \t\xa0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u3000\u202f\u2007"
_QUOTES = "\"'»”’″)]} "
_STOP = re.compile(r"[.!؟?…]$")
_FULL_STOP = re.compile(r"(?<![.…])\.$")
_CREDITED_STOP = re.compile(r"\w[\"”»]?\. *[(\[][^()\[\]]{2,40}[)\]]$")
_INNER_STOP = re.compile(r"[^\W\d][\"”»]?\. +[^\W\d]")
_WIDE = re.compile(r"[^\s.:،؛] {3,}(?=\S)")
_TICKER = 6  # wide spaces that no sentence has
# Letters of a line that was broken by width.
_WRAP_MIN, _WRAP_MAX = 40, 100


@frozen
class Block:
    """One paragraph, heading or item as a stretch of the text, without white space at its ends."""

    start: int
    end: int
    kind: Kind = "text"


@frozen
class Line:
    """A block and its form.

    Attributes:
        folded: its folded text.
        words: how many words it has.
        stop: whether it ends as a sentence does, or holds the end of one.
        gap: whether an empty line stands before it.
        ticker: whether it is many headlines on one line, with wide spaces between them.
    """

    start: int
    end: int
    kind: Kind
    folded: str
    words: int
    stop: bool
    gap: bool
    ticker: bool

    @property
    def prose(self) -> bool:
        """Whether it can only be a paragraph of the article: long, or of some length and ended as a sentence."""
        return self.kind == "text" and (self.words >= 24 or (self.words >= 9 and self.stop))


def named(origin: str | Path) -> str:
    """What to call a file or address in a message: escaped where it has characters that could break the line."""
    name = str(origin) or "standard input"
    return name if name.isprintable() else repr(name)


def see(text: str, blocks: list[Block]) -> list[Line]:
    """Describe the form of each block."""
    found = []
    last = 0
    for block in blocks:
        raw = text[block.start : block.end]
        folded = fold(raw)
        gap = len(re.findall(r"\r\n|[\n\r]", text[last : block.start])) > 1
        stop = bool(
            _FULL_STOP.search(raw.rstrip(_QUOTES + _EDGE)) or _INNER_STOP.search(raw) or _CREDITED_STOP.search(raw)
        )
        ticker = len(_WIDE.findall(raw)) >= _TICKER
        found.append(Line(block.start, block.end, block.kind, folded, len(folded.split()), stop, gap, ticker))
        last = block.end
    return found


def plain(text: str, start: int = 0) -> list[Block]:
    """The paragraphs of plain text: its lines, or the lines of a block together where they were wrapped by width."""
    blocks: list[Block] = []
    for group in _groups(text, start):
        if _wrapped(text, group):
            blocks.append(Block(group[0].start, group[-1].end))
        else:
            blocks += group
    return blocks


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without white space and unseen characters at its ends."""
    while start < end and (text[start].isspace() or text[start] in _EDGE):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _EDGE):
        end -= 1
    return start, end


def _groups(text: str, start: int) -> Iterator[list[Block]]:
    group: list[Block] = []
    for match in _LINE.finditer(text, start):
        block = Block(*trim(text, match.start(), match.end()))
        if group and len(re.findall(r"\r\n|[\n\r]", text[group[-1].end : block.start])) > 1:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _wrapped(text: str, group: list[Block]) -> bool:
    """Whether the lines are one paragraph broken by width: of much the same length, and not ended as sentences."""
    if len(group) < 2:
        return False
    lengths = [block.end - block.start for block in group[:-1]]
    if not all(_WRAP_MIN <= length <= _WRAP_MAX for length in lengths):
        return False
    widest = max(lengths)
    if min(lengths) < widest - 16 or group[-1].end - group[-1].start > widest:
        return False
    stops = sum(bool(_STOP.search(text[block.start : block.end].rstrip(_QUOTES))) for block in group[:-1])
    return stops * 3 <= len(lengths) and bool(_STOP.search(text[group[-1].start : group[-1].end].rstrip(_QUOTES)))
