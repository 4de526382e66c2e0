"""The optional TOML between two +++ lines at the head of an article file."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, date, datetime

from tui.arabic.sanitise import neutralise
from tui.errors import SourceError
from tui.frozen import frozen
from tui.model import Span
from tui.sources.when import find_date

_OPEN = re.compile(r"\ufeff?(\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"(?<![^\r\n])\+\+\+[ \t]*(?=[\r\n]|\Z)")
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}.*)?)?)?")
_TITLE = re.compile(r"""(?<![^\r\n])[ \t]*(?:title|"title"|'title')[ \t]*=[ \t]*(?P<quote>\"{3}|'{3}|["'])\r?\n?""")
_TEXTS = ("title", "source", "author", "url")


@frozen
class FrontMatter:
    """What stands above an article; `end` is where the article's text begins, 0 without front matter."""

    start: int = 0
    end: int = 0
    title: str = ""
    title_span: Span | None = None
    source: str = ""
    published: str = ""
    author: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()


def parse(text: str, name: str) -> FrontMatter:
    """Read the front matter at the head of a text, if there is one; keys not known here are left alone.

    Args:
        text: the whole text of the file.
        name: what to call the file in messages.

    Raises:
        SourceError: it is not closed, no TOML, or holds a value of a wrong type or an impossible date.
    """
    opening = _OPEN.match(text)
    if not opening:
        return FrontMatter()
    closing = _CLOSE.search(text, opening.end())
    if not closing:
        raise SourceError(f"{name}:1: the front matter is not closed; end it with a line +++")
    block = text[opening.end() : closing.start()]
    try:
        values = tomllib.loads(re.sub(r"\r\n?", "\n", block))
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"{name}:{_line_of_error(error, block)}: broken front matter ({error}); mend it") from error
    except (ValueError, RecursionError) as error:  # tomllib lets through what Python makes of a number or of nesting
        raise SourceError(f"{name}:1: broken front matter (a number too long, or lists too deep); mend it") from error

    def wrong(key: str, wanted: str) -> SourceError:
        line = next((n for n, row in enumerate(block.splitlines(), 2) if re.match(rf"\s*[\"']?{key}\b", row)), 1)
        return SourceError(f"{name}:{line}: {key} in the front matter must be {wanted}, not {values[key]!r}")

    for key in _TEXTS:
        if not isinstance(values.get(key, ""), str):
            raise wrong(key, "text in quotes")
    tags = values.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise wrong("tags", "a list of texts")
    published = _published(values.get("published", ""))
    if published is None:
        raise wrong("published", "a date such as 2021-07-28")
    title, source, author, url = (_clean(str(values.get(key, ""))) for key in _TEXTS)
    return FrontMatter(
        start=opening.start(1),
        end=closing.end(),
        title=title,
        title_span=_title_span(text, title, opening.end(), closing.start()),
        source=source,
        published=published,
        author=author,
        url=url,
        tags=tuple(_clean(tag) for tag in tags),
    )


def _clean(value: str) -> str:
    """A value on one line, without what an escape sequence of TOML may have put into it."""
    return neutralise(" ".join(value.split()))


def iso(value: date) -> str:
    """A date, or a date with a time, as the ISO string that drafts hold: UTC minutes where the offset is known."""
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return value.strftime("%Y-%m-%dT%H:%M")
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def _published(value: object) -> str | None:
    """The ISO form of a value of `published`, '' for an empty one, None for one that is no date."""
    try:
        if isinstance(value, date):
            return iso(value)
        if not isinstance(value, str):
            return None
        value = value.strip()
        if not _ISO.fullmatch(value):
            return (find_date(value) or None) if value else ""
        if len(value) > len("2021-07-28"):
            return iso(datetime.fromisoformat(value))
        date.fromisoformat((value + "-01-01")[: len("2021-07-28")])
    except (ValueError, OverflowError):  # an impossible day; an offset that leads out of the years 1 to 9999
        return None
    return value


def _title_span(text: str, title: str, start: int, end: int) -> Span | None:
    found = _TITLE.search(text, start, end)
    if not title or not found:
        return None
    at = found.end() + len(text[found.end() : end]) - len(text[found.end() : end].lstrip())
    if not text.startswith(title, at) or at + len(title) > end:
        return None
    return Span(at, at + len(title))


def _line_of_error(error: tomllib.TOMLDecodeError, block: str) -> int:
    found = re.search(r"at line (\d+)", str(error))
    return 1 + (int(found[1]) if found else len(block.splitlines()))
