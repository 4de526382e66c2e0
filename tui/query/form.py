"""The fields of a form that writes a query, and the queries that it can show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold
from tui.frozen import frozen
from tui.model import And, DateTerm, EntityTerm, FactTerm, MarkTerm, Not, Phrase, Prefix, SourceTerm, TagTerm, Word
from tui.query.lexer import tokens
from tui.query.parser import parse
from tui.query.periods import begins, ends
from tui.query.tables import ARABIC_KINDS
from tui.query.write import keyword, quoted, value, word, write

if TYPE_CHECKING:
    from datetime import date

    from tui.model import EntityType, QueryPart
    from tui.query.write import Language


@frozen
class Form:
    """What is filled in, as it is typed.

    Attributes:
        words: all of them must be there.
        phrase: exact words.
        without: none of these words may be there.
        entity: a name of it.
        type: of the entity.
        source: the outlet.
        first: the first day, or a period that begins with it.
        last: the last day, or a period that ends with it.
        unread: whether only unread articles are wanted.
        starred: whether only starred articles are wanted.
        tag: its name.
        kind: of a fact.
    """

    words: str = ""
    phrase: str = ""
    without: str = ""
    entity: str = ""
    type: EntityType | None = None
    source: str = ""
    first: str = ""
    last: str = ""
    unread: bool = False
    starred: bool = False
    tag: str = ""
    kind: str = ""

    def query(self, language: Language = "en") -> str:
        """The query that this is, its keywords in a language; `parse` tells of mistakes in it."""
        parts = [
            *map(word, self.words.split()),
            quoted(self.phrase.strip()) if self.phrase.strip() else "",
            *(f"-{word(each)}" for each in self.without.split()),
            self._entity(language),
            *(
                f"{keyword(name, language)}:{value(text.strip())}"
                for name, text in (("source", self.source), ("tag", self.tag), ("on", self._dates()))
                if text.strip()
            ),
            write(MarkTerm("unread"), language) if self.unread else "",
            write(MarkTerm("starred"), language) if self.starred else "",
            write(FactTerm(self.kind), language) if self.kind else "",
        ]
        return " ".join(filter(None, parts))

    def _entity(self, language: Language) -> str:
        name = self.entity.strip()
        if not name:
            return ""
        return f"{keyword(self.type, language)}:{value(name)}" if self.type else f"@{value(name)}"

    def _dates(self) -> str:
        first, last = self.first.strip(), self.last.strip()
        return f"{first}..{last}" if first or last else ""


def form_of(query: str, today: date | None = None) -> Form | None:
    """The form filled in as a query says.

    Returns:
        None for a query that says more than the form can.

    Raises:
        QueryError: it cannot be read.
    """
    part = parse(query, today)
    # The fields show what was typed, not its folded form.
    spelled = {fold(token.text.rstrip("*")): token.text.rstrip("*") for token in tokens(query)}
    form: Form | None = Form()
    for each in part.parts if isinstance(part, And) else (part,):
        form = form and _with(form, each, spelled)
    return form


def _with(form: Form, part: QueryPart, spelled: dict[str, str]) -> Form | None:
    """The form with one more condition; None where there is no field for it, or no more."""
    match part:
        case Word(text) | Prefix(text):
            last = spelled.get(text, text) + "*" * isinstance(part, Prefix)
            return replace(form, words=f"{form.words} {last}".strip())
        case Not(Word(text)):
            return replace(form, without=f"{form.without} {spelled.get(text, text)}".strip())
        case MarkTerm("unread"):
            return replace(form, unread=True)
        case MarkTerm("starred"):
            return replace(form, starred=True)
        case DateTerm(start, end) if not form.first and not form.last:
            return replace(form, first=begins(start) if start else "", last=ends(end) if end else "")
    return _named(form, part, spelled)


def _named(form: Form, part: QueryPart, spelled: dict[str, str]) -> Form | None:
    match part:
        case Phrase(text) if not form.phrase:
            return replace(form, phrase=spelled.get(text, text))
        case EntityTerm(name, kind) if not form.entity:
            return replace(form, entity=spelled.get(name, name), type=kind)
        case SourceTerm(name) if not form.source:
            return replace(form, source=spelled.get(name, name))
        case TagTerm(name) if not form.tag:
            return replace(form, tag=spelled.get(name, name))
        case FactTerm(kind) if not form.kind and kind in ARABIC_KINDS:
            return replace(form, kind=kind)
    return None
