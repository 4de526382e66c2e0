"""The blocks of Markdown as stretches of the text, through markdown-it's line numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.model import Dropped, Span
from tui.sources.lines import Block, trim

if TYPE_CHECKING:
    from markdown_it.token import Token

    from tui.sources.lines import Kind

_LEAD = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t])))*[ \t]*")
_TAIL = re.compile(r"[ \t]+#+[ \t]*$|[ \t]*[\r\n]+[ \t>]*(?:=+|-+)[ \t]*$")
# Commonmark's rule in short: a sign opens before what is no space and closes behind it; `_` not within a word.
_INLINE = re.compile(
    r"(\*{1,3})(?=[^\s*])[^*\n]+?(?<=[^\s*])(\*{1,3})"
    r"|(?<!\w)(_{1,3})(?=[^\s_])[^_\n]+?(?<=[^\s_])(_{1,3})(?!\w)"
    r"|(`+)[^`\n]+?(`+)"
    r"|(!?\[)[^\]\n]+(\]\([^()\s]*\))"
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_PICTURE = {"image", "softbreak", "html_inline"}
_DROPPED = {"fence": "code", "code_block": "code", "html_block": "HTML", "hr": "rule", "table_open": "table"}


def blocks(text: str, start: int) -> tuple[list[Block], list[Dropped]]:
    """The headings, paragraphs and items of Markdown, and what is neither.

    Args:
        text: the whole text of the file.
        start: where the Markdown begins, after the front matter.

    Returns:
        Blocks without the signs at their ends (`# `, `> `, `- `), and code, HTML, tables and rules as dropped.
    """
    from markdown_it import MarkdownIt

    edges = [match.start() for match in _LINE.finditer(text, start)] + [len(text)]
    source = re.sub(r"\r\n?", "\n", text[start:].replace("\ufeff", " "))
    found: list[Block] = []
    dropped: list[Dropped] = []
    kind: Kind = "text"
    inside = 0
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        inside += token.nesting if token.type.startswith(("table_", "list_item_")) else 0
        if token.type in _DROPPED and token.map:
            dropped.append(Dropped(*_stretch(text, edges, token), _DROPPED[token.type]))
        elif token.type == "heading_open":
            kind = "title" if token.tag == "h1" else "heading"
        elif token.type == "paragraph_open":
            kind = "item" if inside else "text"
        elif token.type == "inline" and token.map and not _within(dropped, edges[token.map[0]]):
            if all(child.type in _PICTURE or not child.content for child in token.children or ()):
                begin, end = _stretch(text, edges, token)
                dropped += [Dropped(begin, end, "image")] if begin < end else []
                continue
            begin, end = _bare(text, *_stretch(text, edges, token))
            if begin < end:
                found.append(Block(begin, end, kind))
    return found, dropped + _rest(text, start, [*found, *dropped])


def signs(text: str, part: Span) -> list[Dropped]:
    """The signs within a title or paragraph: those of emphasis and code, brackets and address of a link."""
    return [
        Dropped(*match.span(group), "markup")
        for match in _INLINE.finditer(text, part.start, part.end)
        for group, found in enumerate(match.groups(), 1)
        if found
    ]


def _rest(text: str, start: int, known: list[Block | Dropped]) -> list[Dropped]:
    """What lies between the blocks: signs of headings, items and quotations."""
    found = []
    for piece in [*sorted(known, key=lambda piece: piece.start), Block(len(text), len(text))]:
        begin, end = trim(text, start, piece.start)
        if begin < end:
            found.append(Dropped(begin, end, "markup"))
        start = piece.end
    return found


def _stretch(text: str, edges: list[int], token: Token) -> tuple[int, int]:
    first, last = token.map or (0, 0)
    return trim(text, edges[first], edges[min(last, len(edges) - 1)])


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    tail = _TAIL.search(text, start, end)
    return trim(text, start, tail.start() if tail else end)


def _within(dropped: list[Dropped], at: int) -> bool:
    return any(stretch.start <= at < stretch.end for stretch in dropped)
