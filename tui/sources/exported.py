"""Exports: a library as lines of JSON, each a record, and the way back; the README tells other programs of the form.

The first record says what the file is (`library`, with the format's number); `article`, `statement`, `search`,
`correction` and `verdict` follow in any number. Another program's file may leave out what it does not know: an article
needs its text alone, and where no spans are given they are found as in a text file.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NoReturn

from tui.arabic.sanitise import neutralise
from tui.errors import SourceError
from tui.frozen import frozen
from tui.model import CORRECTION_KINDS, ENTITY_TYPES, Correction, Draft, Dropped, SavedSearch, Span, Statement, Verdict
from tui.sources.files import LIMIT, LINES
from tui.sources.lines import named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from tui.model import Article

    Json = dict[str, Any]

FORMAT = 1
"""Of the records; a reader of this number reads all of it, and leaves out kinds of records that it does not know."""

LINE = 8 * LIMIT
"""Most bytes of a line: an article of full length with each letter escaped, and what goes with it."""

_TEXTS = ("title", "source", "published", "author", "url", "language", "origin")
_SINGLE = ("section", "dateline", "caption")
_SEVERAL = ("credits", "body")
_PATIENCE = 20  # lines that are no records before the first one that is: the file is something else
_STATEMENT = tuple(field.name for field in fields(Statement))
_VERDICT = tuple(field.name for field in fields(Verdict))
_CORRECTION = tuple(field.name for field in fields(Correction))
_DIGEST = re.compile(r"[0-9a-f]{16}")  # of an article, and the id of a correction
_ENTITY = re.compile(rf"(?:{'|'.join(ENTITY_TYPES)}):\S.*")


@frozen
class ArticleRecord:
    """An article with the reader's marks; `tags` is None where nothing is said of them."""

    draft: Draft
    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] | None = None


Record = ArticleRecord | SavedSearch | Statement | Correction | Verdict


# ---------------------------------------------------------------- writing


def header() -> Json:
    """The first record of an export."""
    return {"record": "library", "format": FORMAT}


def article(value: Article, digest: str, tags: tuple[str, ...] = ()) -> Json:
    """The record of an article.

    Args:
        value: the article.
        digest: 16 hexadecimal digits that name it in other records.
        tags: the reader's own.
    """
    draft = value.draft
    return {
        "record": "article",
        "digest": digest,
        **{name: getattr(draft, name) for name in _TEXTS},
        "tags": list(draft.tags),
        "text": draft.text,
        "spans": {
            "title": _pair(draft.title_span),
            **{name: _pair(getattr(draft, name)) for name in _SINGLE},
            **{name: [_pair(span) for span in getattr(draft, name)] for name in _SEVERAL},
        },
        "dropped": [[part.start, part.end, part.why] for part in draft.dropped],
        "marks": {"read": value.read, "starred": value.starred, "tags": list(tags)},
    }


def statement(value: Statement) -> Json:
    """The record of a statement of a knowledge pack."""
    return {"record": "statement", **{name: getattr(value, name) for name in _STATEMENT}}


def search(value: SavedSearch) -> Json:
    """The record of a saved search."""
    return {"record": "search", "name": value.name, "query": value.text}


def correction(value: Correction) -> Json:
    """The record of a line of the log of corrections."""
    return {"record": "correction", **{name: getattr(value, name) for name in _CORRECTION}, "was": list(value.was)}


def verdict(value: Verdict) -> Json:
    """The record of what the reader said of a fact."""
    return {"record": "verdict", **{name: getattr(value, name) for name in _VERDICT}}


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


# ---------------------------------------------------------------- reading


def records(file: IO[bytes], origin: str) -> Iterator[Record | SourceError]:
    """Read an export line by line.

    Args:
        file: open for reading bytes.
        origin: its name for messages; '' for standard input.

    Yields:
        A line's record, or what is wrong with it.

    Raises:
        SourceError: a newer program wrote it, or it is no export at all.
    """
    name, good, unknown = named(origin), False, set[str]()
    for number, line in _lines(file):
        where = f"{name}:{number}"
        try:
            given = _parse(line)
            kind = _text(given, "record", needed=True)
            if kind == "library":
                _check_format(given, where)
            elif kind not in _READERS:
                if kind not in unknown:
                    unknown.add(kind)
                    _wrong(f"records of the kind {kind[:40]!r} are not known here; they are left out")
            else:
                yield _READERS[kind](given)
            good = True
        except _WrongError as error:
            yield SourceError(f"{where}: {error}")
            if not good and number >= _PATIENCE:
                raise SourceError(f"{name}: is no export of a library; `warraq add` imports articles") from error


class _WrongError(ValueError):
    """What is wrong with a line."""


def _wrong(what: str) -> NoReturn:
    raise _WrongError(what)


def _lines(file: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, with their numbers; None for one that is too long."""
    number = 0
    while line := file.readline(LINE + 1):
        number += 1
        if len(line) <= LINE:
            if line.strip():
                yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LINE)
        yield number, None


def _parse(line: bytes | None) -> Json:
    if line is None:
        _wrong(f"longer than {LINE // 1024**2} MB, which is no single record; left out")
    try:
        given = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _WrongError(f"not UTF-8 (byte {error.start}); left out") from error
    except (ValueError, RecursionError) as error:  # also numbers of too many digits
        why = error.msg if isinstance(error, json.JSONDecodeError) else "too deep or too large"
        raise _WrongError(f"broken JSON ({why}); left out") from error
    if not isinstance(given, dict):
        _wrong("no JSON object; left out")
    return given


def _check_format(given: Json, where: str) -> None:
    found = given.get("format")
    if type(found) is not int or found < 1:
        _wrong("`format` must be a whole number; left out")
    if found > FORMAT:
        raise SourceError(f"{where}: was exported by a newer Warraq (format {found}); update Warraq")


def _article(given: Json) -> ArticleRecord:
    if "text" not in given:
        _wrong("`text` is missing; left out")
    text = _text(given, "text")
    if len(text) > LIMIT or text.count("\n") + text.count("\r") > LINES:
        _wrong(f"a text of more than {LIMIT:,} letters or {LINES:,} lines, which is no single article; left out")
    values: Json = {name: _text(given, name) for name in _TEXTS if name in given}
    tags = _texts(given, "tags")
    if given.get("spans") is None:
        draft = replace(_found(text, values.get("origin", "")), tags=tags)
        draft = replace(draft, **{name: value for name, value in values.items() if value})
        draft = replace(draft, title_span=None) if values.get("title") else draft
    else:
        draft = Draft(text=text, tags=tags, dropped=_dropped(given, len(text)), **values, **_spans(given, len(text)))
    marks = _object(given, "marks")
    tags_of_reader = _texts(marks, "tags") if "tags" in marks else None
    return ArticleRecord(draft, _flag(marks, "read"), _flag(marks, "starred"), tags_of_reader)


def _found(text: str, origin: str) -> Draft:
    from tui.sources.page import draft

    try:
        return draft(text, origin, markdown=False)
    except SourceError as error:
        raise _WrongError("no article in its text; left out") from error


def _spans(given: Json, length: int) -> Json:
    spans = _object(given, "spans")
    single = {name: _span(spans.get(name), name, length) for name in ("title", *_SINGLE)}
    several = {}
    for name in _SEVERAL:
        found = [_span(value, name, length) for value in _list(spans, name)]
        if any(span is None for span in found):
            _wrong(f"`{name}` holds what is no span; left out")
        several[name] = tuple(span for span in found if span)
    body = several["body"]
    if any(one.end > two.start for one, two in pairwise(body)):
        _wrong("`body` must be in order, each paragraph once; left out")
    single["title_span"] = single.pop("title")
    return {**single, **several}


def _dropped(given: Json, length: int) -> tuple[Dropped, ...]:
    found = []
    for value in _list(given, "dropped"):
        if not isinstance(value, list) or len(value) != 3 or not isinstance(value[2], str):
            _wrong("`dropped` holds what is no span with a reason; left out")
        span = _span(value[:2], "dropped", length)
        assert span is not None
        found.append(Dropped(span.start, span.end, neutralise(value[2])))
    return tuple(found)


def _span(value: object, name: str, length: int) -> Span | None:
    if value is None:
        return None
    if isinstance(value, list) and len(value) == 2 and all(type(end) is int for end in value):
        start, end = value
        if 0 <= start <= end <= length:
            return Span(start, end)
    _wrong(f"`{name}` is no span of the text; left out")


def _statement(given: Json) -> Statement:
    return Statement(**{name: _text(given, name, needed=name in ("subject", "property")) for name in _STATEMENT})


def _search(given: Json) -> SavedSearch:
    return SavedSearch(_text(given, "name", needed=True), _text(given, "query", needed=True))


def _correction(given: Json) -> Correction:
    values: Json = {name: _text(given, name) for name in _CORRECTION if name != "was"}
    line = Correction(**values, was=_texts(given, "was"))
    if line.kind not in CORRECTION_KINDS:
        _wrong(f"{line.kind[:40]!r} is no kind of correction; left out")
    if not _DIGEST.fullmatch(line.id):
        _wrong("`id` must be 16 hexadecimal digits; left out")
    if not _ENTITY.fullmatch(line.entity) or (line.kind in _TWO and not _ENTITY.fullmatch(line.other)):
        _wrong("`entity` and `other` must be ids of entities, such as `person:...`; left out")
    if line.kind in _VALUED and not line.value.strip():
        _wrong("`value` is missing; left out")
    if line.kind == "retype" and line.value not in ENTITY_TYPES:
        _wrong("`value` is no type of entity; left out")
    if line.kind == "split" and not (_DIGEST.fullmatch(line.article) and line.surface):
        _wrong("`article` and `surface` say what is split off; left out")
    return line


def _verdict(given: Json) -> Verdict:
    said = Verdict(**{name: _text(given, name) for name in _VERDICT})
    if said.verdict not in ({"apart"} if said.other else {"right", "wrong"}):
        _wrong("`verdict` must be right or wrong, or with an `other` apart; left out")
    if not said.fact or not _DIGEST.fullmatch(said.article):
        _wrong("`fact` and `article` say which fact is meant; left out")
    return said


_TWO, _VALUED = {"merge", "split", "apart"}, {"rename", "retype", "split", "undo"}
_READERS: dict[str, Callable[[Json], Record]] = {
    "article": _article,
    "statement": _statement,
    "search": _search,
    "correction": _correction,
    "verdict": _verdict,
}


def _text(given: Json, name: str, *, needed: bool = False) -> str:
    value = given.get(name, "")
    if not isinstance(value, str):
        _wrong(f"`{name}` is no text; left out")
    if needed and not value.strip():
        _wrong(f"`{name}` is missing; left out")
    return neutralise(value)


def _texts(given: Json, name: str) -> tuple[str, ...]:
    found = _list(given, name)
    if not all(isinstance(value, str) for value in found):
        _wrong(f"`{name}` holds what is no text; left out")
    return tuple(map(neutralise, found))


def _list(given: Json, name: str) -> list[Any]:
    value = given.get(name)
    if value is None:
        return []
    return value if isinstance(value, list) else _wrong(f"`{name}` is no list; left out")


def _object(given: Json, name: str) -> Json:
    value = given.get(name)
    if value is None:
        return {}
    return value if isinstance(value, dict) else _wrong(f"`{name}` is no JSON object; left out")


def _flag(given: Json, name: str) -> bool:
    value = given.get(name, False)
    return value if isinstance(value, bool) else _wrong(f"`{name}` is neither true nor false; left out")
