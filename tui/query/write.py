"""A query as text: what `parse` reads again as the same query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.arabic.normalise import fold
from tui.model import And, DateTerm, EntityTerm, FactTerm, MarkTerm, Not, Or, Phrase, Prefix, SourceTerm, TagTerm, Word
from tui.query.lexer import QUOTES, tokens
from tui.query.periods import begins, days
from tui.query.tables import ARABIC_KINDS, BARE, OR, STARRED

if TYPE_CHECKING:
    from tui.model import NamedPart, QueryPart, TextPart

Language = Literal["en", "ar"]

# Keyword in English and Arabic.
_WORDS = {
    "entity": ("entity", "كيان"),
    "person": ("person", "شخص"),
    "organisation": ("org", "جهة"),
    "place": ("place", "مكان"),
    "product": ("product", "منتج"),
    "event": ("event", "حدث"),
    "source": ("source", "مصدر"),
    "after": ("after", "بعد"),
    "before": ("before", "قبل"),
    "on": ("on", "في"),
    "is": ("is", "حالة"),
    "fact": ("fact", "حقيقة"),
    "tag": ("tag", "وسم"),
    "or": ("OR", "أو"),
}
# What a mark is called, with and without `-` before it.
_MARKS = {"unread": ("is:unread", "غير:مقروء"), "read": ("is:read", "حالة:مقروء"), "starred": ("is:starred", "مميز")}
_WIDE = 0xFEE0  # from a sign of ASCII to its wide form, which folds to it and is no sign of the language


def write(part: QueryPart, language: Language = "en") -> str:
    """Write a query.

    Args:
        part: as `parse` gives it; an entity known by its id alone is written by its name and type.
        language: of the keywords.

    Returns:
        The text, '' for everything.
    """
    return _Writer(language).whole(part)


def keyword(name: str, language: Language = "en") -> str:
    """A keyword as it is typed, without its colon: of a condition, or of a type of entities."""
    return _WORDS[name][language == "ar"]


def quoted(text: str) -> str:
    """A text in such quotes as are not in it."""
    for opening, closing in QUOTES.items():
        if closing not in text:
            return f"{opening}{text}{closing}"
    return f'"{_widened(text, chr(34))}"'


def value(text: str) -> str:
    """A value behind a keyword's colon or an @, in quotes where it needs them."""
    found = tokens(f"@{text}")
    return text if text and [token.text for token in found] == ["@", text] and text[0] not in QUOTES else quoted(text)


def word(text: str) -> str:
    """A word of a text, or the beginning of one with a `*`: in quotes where the language would read something else."""
    found = tokens(text)
    alone = [(token.kind, token.text) for token in found] == [("word", text)]
    return text if alone and fold(text) not in {BARE, OR} and text != "OR" else quoted(text)


class _Writer:
    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._second = language == "ar"

    def whole(self, part: QueryPart) -> str:
        if isinstance(part, Or):
            between = f" {self._key('or')} "
            return between.join(self._operand(each) for each in part.parts)
        return self._operand(part)

    def _operand(self, part: QueryPart) -> str:
        """A part of an `or`."""
        if isinstance(part, And):
            return " ".join(filter(None, map(self._one, part.parts)))
        return self._one(part)

    def _one(self, part: QueryPart) -> str:
        match part:
            case And() | Or():
                inner = self.whole(part)
                return f"({inner})" if inner else ""
            case Not(inner):
                return self._not(inner)
            case MarkTerm(mark):
                return _MARKS[mark][self._second]
            case DateTerm(start, end):
                return self._date(start, end)
            case Word() | Prefix() | Phrase():
                return _text(part)
        return self._named(part)

    def _not(self, part: QueryPart) -> str:
        if part == STARRED and self._second:
            return "غير:مميز"
        inner = self._one(part)
        return f"-{inner}" if inner else ""

    def _named(self, part: NamedPart) -> str:
        match part:
            case EntityTerm(name, kind):
                return f"{self._key(kind)}:{value(name)}" if kind else f"@{value(name)}"
            case SourceTerm(name):
                return f"{self._key('source')}:{value(name)}"
            case TagTerm(name):
                return f"{self._key('tag')}:{value(name)}"
            case FactTerm(kind):
                return f"{self._key('fact')}:{value(ARABIC_KINDS.get(kind, kind) if self._second else kind)}"

    def _date(self, start: str, end: str) -> str:
        if start and end:
            return f"{self._key('on')}:{days(start, end)}"
        if start or end:
            return f"{self._key('after' if start else 'before')}:{begins(start or end)}"
        return ""

    def _key(self, name: str) -> str:
        return keyword(name, self._language)


def _text(part: TextPart) -> str:
    if isinstance(part, Phrase):
        return quoted(part.text)
    return _plain(part.text) + "*" * isinstance(part, Prefix)


def _plain(text: str) -> str:
    """A word of a text as one of the query: no sign in it is one of the language, and neither is it."""
    if text in {BARE, OR}:
        return quoted(text)
    found = tokens(text)
    if [(token.kind, token.text) for token in found] == [("word", text)] and not text.endswith("*"):
        return text
    return _widened(text, '()"-@*:')


def _widened(text: str, signs: str) -> str:
    return text.translate({ord(sign): ord(sign) + _WIDE for sign in signs})
