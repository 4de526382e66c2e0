"""The grammar of the query language, with a place for each mistake.

::

    query  = both { OR both }           OR or أو
    both   = one { one }                all must match
    one    = "-" one | "(" query ")" | "quoted" | @value | keyword:value | word

Keywords and values are in `tables`, in English and Arabic, and compared after folding. Text that only looks
like a keyword stays text: `https://...`, `10:30`, and a word before a colon and a space that is no keyword.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from tui.arabic.normalise import fold, words
from tui.arabic.sanitise import neutralise
from tui.errors import QueryError
from tui.i18n import N_
from tui.model import ALL, And, DateTerm, EntityTerm, FactTerm, MarkTerm, Not, Or, Phrase, SourceTerm, Word
from tui.query.periods import period
from tui.query.tables import BARE, DAYS_AGO, FIELDS, KIND_NAMES, KINDS, MARKS, READ

if TYPE_CHECKING:
    from tui.model import EntityType, QueryPart

DEEPEST = 32
"""How far parentheses and minus signs may be nested."""

LONGEST = 200
"""How many words and conditions a query may have; the store's expressions have limits too."""

_SHOWN = 40  # letters of a value in a message
_UNSEEN = re.compile("[\u061c\u200b\u200e\u200f\u2060\ufeff]")
_QUOTES = {'"': '"', "«": "»", "“": "”"}
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


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


class _Parser:
    """Recursive descent over tokens; parts that ask for nothing (a lone dash or comma) are None."""

    def __init__(self, text: str, today: date | None) -> None:
        self._typed = text
        self._today = today
        seen = [(char, place) for place, char in enumerate(neutralise(text)) if not _UNSEEN.match(char)]
        self._text = "".join(char for char, _ in seen)
        self._places = [place for _, place in seen] + [len(text)]
        self._tokens = self._tokenise()
        self._next = 0
        self._terms = 0

    def parse(self) -> QueryPart:
        part = self._query(0)
        if token := self._peek():
            self._fail(N_("there is no parenthesis for this one to close"), token.start)
        return part or ALL

    # ------------------------------------------------------------ tokens

    def _tokenise(self) -> list[_Token]:
        tokens, place = [], 0
        while place < len(self._text):
            found = _TOKEN.match(self._text, place)
            assert found is not None
            assert found.lastgroup is not None
            kind, text, start, place = found.lastgroup, found[found.lastgroup], place, found.end()
            if kind == "quote":
                text, place = self._quoted(start)
            if kind != "space":
                tokens.append(_Token(kind, text, start))
            if kind in {"at", "field"}:
                value, place = self._value(place)
                tokens.append(value)
        return tokens

    def _quoted(self, start: int) -> tuple[str, int]:
        end = self._text.find(_QUOTES[self._text[start]], start + 1)
        if end < 0:
            self._fail(N_("the quotation is not closed"), start)
        return self._text[start + 1 : end], end + 1

    def _value(self, start: int) -> tuple[_Token, int]:
        if self._text[start : start + 1] in _QUOTES:
            text, end = self._quoted(start)
        else:
            found = _VALUE.match(self._text, start)
            assert found is not None
            text, end = found[0], found.end()
        return _Token("value", text.strip(), start), end

    def _peek(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self) -> _Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _fail(self, template: str, start: int, **fields: object) -> NoReturn:
        raise QueryError(template, self._typed, self._places[start], **fields)

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

    def _group(self, token: _Token, depth: int) -> QueryPart | None:
        inner = self._peek()
        if inner and inner.kind == "close":
            self._fail(N_("there is nothing in these parentheses"), token.start)
        part = self._query(depth + 1)
        if not self._peek():
            self._fail(N_("the parenthesis is not closed"), token.start)
        self._take()
        return part

    def _phrase(self, token: _Token) -> QueryPart | None:
        if not token.text.strip():
            self._fail(N_("there is nothing in these quotes"), token.start)
        return Phrase(fold(token.text)) if words(token.text) else None

    def _word(self, text: str) -> QueryPart | None:
        folded = fold(text)
        if folded == BARE:
            return MARKS[folded]
        return Word(folded) if words(text) else None

    # ------------------------------------------------------------ keyword:value

    def _field(self, token: _Token) -> QueryPart | None:
        field = FIELDS.get(fold(token.text))
        if field is None:
            return self._no_field(token)
        if field == "entity" or isinstance(field, tuple):
            return self._entity(token, field[1] if isinstance(field, tuple) else None)
        value = self._take()
        if not value.text:
            self._fail(N_("{keyword}: needs a value right after the colon"), token.start, keyword=token.text)
        if field == "source":
            return SourceTerm(fold(value.text))
        if field == "fact":
            line = N_("{value} is no kind of fact; there are {names}")
            return FactTerm(KINDS.get(fold(value.text)) or self._no_value(value, line, KIND_NAMES))
        if field in {"is", "not"}:
            return self._mark(value, negated=field == "not")
        return self._date(value, field)

    def _no_field(self, token: _Token) -> QueryPart | None:
        """A mark with a colon (`مميز:`), or a word that has one behind it."""
        if self._take().text:
            self._fail(N_("{word}: is no keyword; put text with a colon in quotes"), token.start, word=token.text)
        return MARKS.get(fold(token.text)) or self._word(token.text)

    def _entity(self, token: _Token, kind: EntityType | None) -> QueryPart:
        value = self._take()
        found = words(value.text)
        if not found:
            keyword = f"{token.text}:" if token.kind == "field" else token.text
            self._fail(N_("{keyword} needs a name right after it"), token.start, keyword=keyword)
        return EntityTerm(fold(value.text[found[0].start : found[-1].end]), kind)

    def _mark(self, value: _Token, *, negated: bool) -> QueryPart:
        line = N_("{value} is no mark; there are {names}")
        found = MARKS.get(fold(value.text)) or self._no_value(value, line, tuple(MARKS))
        if not negated:
            return found
        return MarkTerm("unread") if found == READ else Not(found)

    def _no_value(self, value: _Token, template: str, names: tuple[str, ...]) -> NoReturn:
        self._fail(template, value.start, value=_shown(value), names=names)

    def _date(self, value: _Token, field: str) -> DateTerm:
        """`on:` is the whole period named; `before:` ends where it begins, `after:` begins where it begins."""
        folded = fold(value.text)
        if folded in DAYS_AGO:
            first = (self._today or date.today()) - timedelta(DAYS_AGO[folded])  # noqa: DTZ011 - the reader's own day
            bounds = (first.isoformat(), (first + timedelta(1)).isoformat())
        else:
            line = N_("{value} is no date; write 2021, 2021-07 or 2021-07-28")
            bounds = period(folded) or self._fail(line, value.start, value=_shown(value))
        match field:
            case "after":
                return DateTerm(bounds[0], "")
            case "before":
                return DateTerm("", bounds[0])
        return DateTerm(*bounds)


def _shown(token: _Token) -> str:
    """A value in a message of one line; it may come from quotes around anything."""
    text = " ".join(token.text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _is_or(token: _Token) -> bool:
    return token.kind == "word" and (token.text == "OR" or fold(token.text) == "او")
