"""The grammar of the query language, with a place for each mistake.

::

    query  = both { OR both }           OR or أو
    both   = one { one }                all must match
    one    = "-" one | "(" query ")" | "quoted" | @value | keyword:value | word | word*

Keywords and values are in `tables`, in English and Arabic, and compared after folding. Text that only looks
like a keyword stays text: `https://...`, `10:30`, and a word before a colon and a space that is no keyword.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NoReturn

from tui.arabic.normalise import fold, words
from tui.errors import QueryError
from tui.i18n import N_
from tui.model import (
    ALL,
    And,
    DateTerm,
    EntityTerm,
    FactTerm,
    MarkTerm,
    Not,
    Or,
    Phrase,
    Prefix,
    SourceTerm,
    TagTerm,
    Word,
)
from tui.query.lexer import tokens
from tui.query.periods import span
from tui.query.tables import BARE, FIELDS, KIND_NAMES, KINDS, MARK_NAMES, MARKS, OR, READ

if TYPE_CHECKING:
    from tui.model import EntityType, QueryPart
    from tui.query.lexer import Token

DEEPEST = 32
"""How far parentheses and minus signs may be nested."""

LONGEST = 200
"""How many words and conditions a query may have; the store's expressions have limits too."""

_SHOWN = 40  # letters of a value in a message
_ANY_PREFIX = "*"


def parse(text: str, today: date | None = None) -> QueryPart:
    """Read a query.

    Args:
        text: as typed or pasted; bidi marks in it are passed over. Blank is everything.
        today: what `on:today` (اليوم) means; None for the clock's day.

    Returns:
        The query, words and names folded.

    Raises:
        QueryError: what is wrong in one line, and the code point of `text` at which it begins.
    """
    return _Parser(text, today).parse()


class _Parser:
    """Recursive descent over tokens; parts that ask for nothing (a lone dash or comma) are None."""

    def __init__(self, text: str, today: date | None) -> None:
        self._typed = text
        self._today = today
        self._tokens = tokens(text)
        self._next = 0
        self._terms = 0

    def parse(self) -> QueryPart:
        for quotation in self._tokens:
            if not quotation.closed:
                self._fail(N_("the quotation is not closed"), quotation.start)
        part = self._query(0)
        if token := self._peek():
            self._fail(N_("there is no parenthesis for this one to close"), token.start)
        return part or ALL

    # ------------------------------------------------------------ tokens

    def _peek(self) -> Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self) -> Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _fail(self, template: str, start: int, **fields: object) -> NoReturn:
        raise QueryError(template, self._typed, start, **fields)

    # ------------------------------------------------------------ grammar

    def _query(self, depth: int) -> QueryPart | None:
        parts = [self._both(depth)]
        ors = []
        while (token := self._peek()) and _is_or(token):
            ors.append(self._take())
            parts.append(self._both(depth))
        for place, token in enumerate(ors):
            if parts[place] is None or parts[place + 1] is None:
                line = N_("{word} needs something on both sides; to look for the word, put it in quotes")
                self._fail(line, token.start, word=token.text)
        whole = [part for part in parts if part is not None]
        return Or(tuple(whole)) if ors else parts[0]

    def _both(self, depth: int) -> QueryPart | None:
        parts: list[QueryPart] = []
        while (token := self._peek()) and token.kind != "close" and not _is_or(token):
            part = self._one(depth)
            if isinstance(part, And):
                parts.extend(part.parts)
            elif part is not None:
                parts.append(part)
        return And(tuple(parts)) if len(parts) > 1 else next(iter(parts), None)

    def _one(self, depth: int) -> QueryPart | None:
        token = self._take()
        self._terms += 1
        if self._terms > LONGEST:
            line = N_("the query is too long; {most} words and conditions are the most")
            self._fail(line, token.start, most=LONGEST)
        if depth >= DEEPEST:
            line = N_("too many parentheses or minus signs in one another; {most} are the most")
            self._fail(line, token.start, most=DEEPEST)
        match token.kind:
            case "minus":
                return self._negated(depth)
            case "open":
                return self._group(token, depth)
            case "quote":
                return self._phrase(token)
            case "at":
                return self._entity(token, None)
            case "field":
                return self._field(token)
        return self._word(token.text)

    def _negated(self, depth: int) -> QueryPart | None:
        part = self._one(depth + 1)
        return None if part is None else Not(part)

    def _group(self, token: Token, depth: int) -> QueryPart | None:
        inner = self._peek()
        if inner and inner.kind == "close":
            self._fail(N_("there is nothing in these parentheses"), token.start)
        part = self._query(depth + 1)
        if not self._peek():
            self._fail(N_("the parenthesis is not closed"), token.start)
        self._take()
        return part

    def _phrase(self, token: Token) -> QueryPart | None:
        if not token.text.strip():
            self._fail(N_("there is nothing in these quotes"), token.start)
        folded = fold(token.text)
        return Phrase(folded) if words(folded) else None

    def _word(self, text: str) -> QueryPart | None:
        folded = fold(text.rstrip(_ANY_PREFIX))
        if folded == BARE:
            return MARKS[folded]
        if not words(folded):
            return None
        if " " in folded:  # one code point may stand for several words (U+FDFA)
            return Phrase(folded)
        return Prefix(folded) if text.endswith(_ANY_PREFIX) else Word(folded)

    # ------------------------------------------------------------ keyword:value

    def _field(self, token: Token) -> QueryPart | None:
        field = FIELDS.get(fold(token.text))
        if field is None:
            return self._no_field(token)
        if field == "entity" or isinstance(field, tuple):
            return self._entity(token, field[1] if isinstance(field, tuple) else None)
        value = self._take()
        name = fold(value.text)
        if not name:
            self._fail(N_("{keyword}: needs a value right after the colon"), token.start, keyword=token.text)
        if field in {"source", "tag"}:
            return SourceTerm(name) if field == "source" else TagTerm(name)
        if field == "fact":
            line = N_("{value} is no kind of fact; there are {names}")
            return FactTerm(KINDS.get(name) or self._no_value(value, line, KIND_NAMES))
        if field in {"is", "not"}:
            return self._mark(value, negated=field == "not")
        return self._date(value, field)

    def _no_field(self, token: Token) -> QueryPart | None:
        """A mark with a colon (`مميز:`), or a word that has one behind it."""
        if self._take().text:
            self._fail(N_("{word}: is no keyword; put text with a colon in quotes"), token.start, word=token.text)
        name = fold(token.text)
        return MARKS[name] if name in map(fold, MARK_NAMES) else self._word(token.text)

    def _entity(self, token: Token, kind: EntityType | None) -> QueryPart:
        value = self._take()
        name = fold(value.text)
        found = words(name)
        if not found:
            keyword = f"{token.text}:" if token.kind == "field" else token.text
            self._fail(N_("{keyword} needs a name right after it"), token.start, keyword=keyword)
        return EntityTerm(name[found[0].start : found[-1].end], kind)

    def _mark(self, value: Token, *, negated: bool) -> QueryPart:
        line = N_("{value} is no mark; there are {names}")
        found = MARKS.get(fold(value.text)) or self._no_value(value, line, MARK_NAMES)
        if not negated:
            return found
        return MarkTerm("unread") if found == READ else Not(found)

    def _no_value(self, value: Token, template: str, names: tuple[str, ...]) -> NoReturn:
        self._fail(template, value.start, value=_shown(value), names=names)

    def _date(self, value: Token, field: str) -> DateTerm:
        """`on:` is the whole period named; `before:` ends where it begins, `after:` begins where it begins."""
        found = span(fold(value.text), self._today or date.today())  # noqa: DTZ011 - the reader's own day
        if found is None:
            line = N_("{value} is no date; write 2021, 2021-07, 2021-07-28, a month's name or today")
            self._fail(line, value.start, value=_shown(value))
        start, end, several = found
        if several and field != "on":
            self._fail(N_("{value} is from one date to another, which goes with on:"), value.start, value=_shown(value))
        if start and end and start >= end:
            self._fail(N_("{value} ends before it begins"), value.start, value=_shown(value))
        match field:
            case "after":
                return DateTerm(start, "")
            case "before":
                return DateTerm("", start)
        return DateTerm(start, end)


def _shown(token: Token) -> str:
    """A value in a message of one line; it may come from quotes around anything."""
    text = " ".join(token.text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _is_or(token: Token) -> bool:
    return token.kind == "word" and (token.text == "OR" or fold(token.text) == OR)
