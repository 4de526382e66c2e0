"""A whole text to a draft: front matter, blocks, and which of them are the article."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from tui.arabic.sanitise import neutralise
from tui.errors import SourceError
from tui.model import Draft, Dropped
from tui.sources import frontmatter, markup
from tui.sources.clean import sort
from tui.sources.lines import named, plain, see

if TYPE_CHECKING:
    from tui.model import Span
    from tui.sources.frontmatter import FrontMatter

_BREAK = re.compile(r"\s*[\r\n\u2028\u2029]\s*")  # a heading of Markdown may go over several lines
_STAND_IN = 80  # letters of the first paragraph that stand in for a title where there is neither title nor file name


def draft(text: str, origin: str, *, markdown: bool) -> Draft:
    """Find the parts of an article in its text.

    Args:
        text: the decoded text; every offset of the draft points into it.
        origin: the file or address, '' for standard input.
        markdown: whether it is Markdown.

    Raises:
        SourceError: the front matter is broken, or nothing in the text is an article.
    """
    name = named(origin)
    front = frontmatter.parse(text, name)
    blocks, dropped = markup.blocks(text, front.end) if markdown else (plain(text, front.end), [])
    parts = sort(text, see(text, blocks), front.title)
    if not parts.body:
        raise SourceError(f"{name}: no article in it, only a page's labels and links; check what was saved")
    title_span = front.title_span if front.title else parts.title
    title = front.title or (text[title_span.start : title_span.end] if title_span else "")
    if markdown:
        heading = markup.signs(text, parts.title) if parts.title and not front.title else []
        title = _without(text, title_span, heading) if heading else title
        dropped += [*heading, *(sign for paragraph in parts.body for sign in markup.signs(text, paragraph))]
    opening = " ".join(text[parts.body[0].start : parts.body[0].end].split())
    stem = neutralise(PurePath(origin).stem) or opening[:_STAND_IN]
    return Draft(
        text=text,
        title=_BREAK.sub(" ", title) or stem,
        title_span=title_span,
        section=parts.section,
        dateline=parts.dateline,
        caption=parts.caption,
        credits=tuple(parts.credits),
        body=tuple(parts.body),
        dropped=tuple(sorted([*_front(text, front), *dropped, *parts.dropped], key=lambda d: d.start)),
        source=front.source or parts.source,
        published=front.published or parts.published,
        author=front.author or parts.author,
        url=front.url,
        tags=front.tags,
        origin=origin,
    )


def _without(text: str, span: Span | None, signs: list[Dropped]) -> str:
    if span is None:
        return ""
    edges = [span.start, *(edge for sign in signs for edge in (sign.start, sign.end)), span.end]
    return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _front(text: str, front: FrontMatter) -> list[Dropped]:
    """The front matter around its title, and the byte order mark, are not the article."""
    found = [Dropped(0, 1, "byte order mark")] if text.startswith("\ufeff") else []
    if not front.end:
        return found
    edges = (front.title_span.start, front.title_span.end) if front.title_span else (front.end, front.end)
    pairs = ((front.start, edges[0]), (edges[1], front.end))
    return found + [Dropped(start, end, "front matter") for start, end in pairs if end > start]
