"""What is being typed at a place of a query, and the words of the language that it may become.

Pure: names of entities, outlets and tags are the library's (`tui.ui.completing`).
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Literal

from tui.arabic.normalise import fold
from tui.frozen import frozen
from tui.query.lexer import QUOTES, UNSEEN, Token, tokens
from tui.query.periods import period
from tui.query.tables import ARABIC_KINDS, FIELDS, MARK_NAMES, MONTH_NAMES, RELATIVE_NAMES
from tui.query.write import Language, keyword

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.model import EntityType

TypedKind = Literal["word", "entity", "source", "tag", "mark", "fact", "date"]

_ARABIC = re.compile("[\u0621-\u064a]")
_KINDS: dict[str, TypedKind] = {
    "entity": "entity",
    "source": "source",
    "tag": "tag",
    "fact": "fact",
    "is": "mark",
    "not": "mark",
    **dict.fromkeys(("after", "before", "on"), "date"),
}
_ARTICLE = "ال"
_NEGATED = "غير"
_ISO = re.compile(r"\d{1,4}|\d{4}-\d{0,2}|\d{4}-\d{2}-\d{0,2}")


@frozen
class Typed:
    """What is being typed.

    Attributes:
        kind: of what.
        start: where in the query what a completion replaces begins, quotes included.
        end: one past its end.
        text: what is typed of it before the caret, without quotes.
        keyword: what stands before the value, without a colon; '' for a word.
        type: of the entity, where the keyword says it.
    """

    kind: TypedKind
    start: int
    end: int
    text: str
    keyword: str = ""
    type: EntityType | None = None

    @property
    def language(self) -> Language:
        """In whose letters: those of the text, else those of the keyword."""
        return "ar" if _ARABIC.search(self.text or self.keyword) else "en"


def typed_at(query: str, caret: int) -> Typed | None:
    """What is being typed at the caret; None where a completion would not help (between words, in a quotation).

    Args:
        query: as typed, mistakes and all.
        caret: code points before it.
    """
    while caret and UNSEEN.match(query[caret - 1]):
        caret -= 1
    before: Token | None = None
    for token in tokens(query):
        if token.kind == "value" and before and token.start <= caret <= token.end:
            return _value(query, caret, before, token)
        if token.kind == "word" and token.start < caret <= token.end:
            return Typed("word", token.start, token.end, _seen(query[token.start : caret]))
        before = token
    return None


def _value(query: str, caret: int, before: Token, token: Token) -> Typed | None:
    field = "entity" if before.kind == "at" else FIELDS.get(fold(before.text))
    typed = query[token.start : caret]
    if field is None or (caret == token.end and typed[:1] in QUOTES and token.closed):
        return None  # no keyword, or the value is there
    of_type = field[1] if isinstance(field, tuple) else None
    kind = "entity" if isinstance(field, tuple) else _KINDS[field]
    return Typed(kind, token.start, token.end, _seen(typed.lstrip("".join(QUOTES))), before.text, of_type)


def _seen(text: str) -> str:
    return UNSEEN.sub("", text)


def taken(query: str, typed: Typed, text: str) -> tuple[str, int]:
    """Put a completion in place of what is typed.

    Returns:
        The query, and the place of the caret behind the completion, and behind a blank unless a value is to follow.
    """
    rest = query[typed.end :]
    if text.endswith(":"):
        return query[: typed.start] + text + rest, typed.start + len(text)
    return f"{query[: typed.start]}{text} {rest.removeprefix(' ')}", typed.start + len(text) + 1


# ---------------------------------------------------------------- words of the language


def keywords(typed: Typed) -> tuple[tuple[str, str], ...]:
    """The keywords that begin so: as they are typed, and the condition or type of entities that each is for."""
    wanted = fold(typed.text)
    found: dict[str, str] = {}
    for name, field in FIELDS.items() if wanted else ():
        if name.startswith(wanted):
            condition = field[1] if isinstance(field, tuple) else field
            language: Language = "ar" if _ARABIC.search(name) else "en"
            found[f"{_NEGATED if condition == 'not' else keyword(condition, language)}:"] = condition
    either = keyword("or", typed.language)
    if wanted and either.startswith(typed.text.upper()):
        found[either] = "or"
    return tuple(found.items())


def marks(typed: Typed) -> tuple[str, ...]:
    """The marks that begin so, in the language of the keyword; `غير:` makes its own of those that are set."""
    negated = fold(typed.keyword) == _NEGATED
    names = [name for name in MARK_NAMES if bool(_ARABIC.search(name)) == bool(_ARABIC.search(typed.keyword))]
    return _beginning(typed.text, (name for name in names if not (negated and name.startswith(_NEGATED))))


def kinds(typed: Typed) -> tuple[str, ...]:
    """The kinds of facts that begin so, in the language of what is typed."""
    return _beginning(typed.text, ARABIC_KINDS.values() if typed.language == "ar" else ARABIC_KINDS)


def dates(typed: Typed, oldest: str, newest: str, today: date) -> tuple[str, ...]:
    """The dates that begin so: words, months by name, and what there are articles of between two days (ISO 8601).

    Of a year the months are given too, of a month the days.
    """
    first, dots, last = typed.text.rpartition("..")
    wanted = fold(last)
    before = f"{first}{dots}"
    names = (*RELATIVE_NAMES, *MONTH_NAMES) if wanted else RELATIVE_NAMES
    spoken = [name for name in names if bool(_ARABIC.search(name)) == (typed.language == "ar")]
    found = [*_beginning(wanted, spoken), *_periods(wanted, oldest, newest)]
    return tuple(before + text for text in found if period(fold(text), today))


def _periods(wanted: str, oldest: str, newest: str) -> Iterator[str]:
    if not oldest or (wanted and not _ISO.fullmatch(wanted)):
        return
    if len(wanted) <= 4:
        years = (str(year) for year in range(int(newest[:4]), int(oldest[:4]) - 1, -1))
        yield from (year for year in years if year.startswith(wanted))
    for size, most in ((4, 12), (7, 31)):
        parent, rest = wanted[:size], wanted[size:]
        if len(parent) == size and len(rest) <= 3:
            for number in range(most, 0, -1):
                text = f"{parent}-{number:02}"
                there = oldest[: len(text)] <= text <= newest[: len(text)]
                if there and text.startswith(wanted) and period(text, date.max):
                    yield text


def begins(name: str, typed: str) -> bool:
    """Whether words of a name, with or without the article, begin with each word typed."""
    own = f" {fold(name)}"
    return all(f" {word}" in own or f" {_ARTICLE}{word}" in own for word in fold(typed).split())


def _beginning(typed: str, names: Iterable[str]) -> tuple[str, ...]:
    """Names of which a word begins so."""
    wanted = fold(typed)
    return tuple(name for name in names if f" {wanted}" in f" {fold(name)}")
