"""What a word being typed into the search line may become: the language's own words, and what the library has."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tui.arabic.normalise import words
from tui.frozen import frozen
from tui.i18n import N_, _
from tui.query import complete, parse
from tui.query.write import value
from tui.ui.words import type_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.library import Library
    from tui.model import Facet
    from tui.query.complete import Typed

MOST = 8
"""Completions shown at once."""

# Letters of a plain word from which on entities are offered for it, and completions that the keywords may take then.
_LEAST_NAME = 2
_FEW_KEYWORDS = 4

_MEANINGS = {
    "entity": N_("names this entity"),
    "source": N_("the outlet"),
    "after": N_("from this date on"),
    "before": N_("before this date"),
    "on": N_("in this year, month or day"),
    "is": N_("has this mark"),
    "not": N_("has not this mark"),
    "fact": N_("has a fact of this kind"),
    "tag": N_("has this tag"),
    "or": N_("either of two"),
}


@frozen
class Completion:
    """One thing that what is typed may become.

    Attributes:
        text: what is put into the line.
        name: what it is called.
        note: what it means, or its name in other letters.
        count: articles that have it; -1 where that is not known.
    """

    text: str
    name: str
    note: str = ""
    count: int = -1


def completions(library: Library, typed: Typed, today: date | None = None) -> tuple[Completion, ...]:
    """The likeliest completions, at most `MOST`; those that are typed whole already are none."""
    found = {
        "word": _of_word,
        "entity": _entities,
        "source": _sources,
        "tag": _tags,
        "mark": _marks,
        "fact": _facts,
        "date": _dates,
    }[typed.kind](library, typed, today or date.today())  # noqa: DTZ011 - the reader's own day
    return tuple(each for each in found if each.text != typed.text)[:MOST]


def _of_word(library: Library, typed: Typed, _today: date) -> list[Completion]:
    found = [
        Completion(text, text, _(_MEANINGS[name]) if name in _MEANINGS else type_name(name))  # type: ignore[arg-type]
        for text, name in complete.keywords(typed)
    ][:_FEW_KEYWORDS]
    if sum(len(token.fold) for token in words(typed.text)) >= _LEAST_NAME:
        found += map(_named, library.find_entities(typed.text, limit=MOST))
    return found


def _named(facet: Facet) -> Completion:
    entity = facet.entity
    return Completion(f"@{value(entity.name)}", f"@{entity.name}", entity.latin, facet.count)


def _entities(library: Library, typed: Typed, _today: date) -> list[Completion]:
    found = library.find_entities(typed.text, type=typed.type, limit=MOST)
    return [Completion(value(each.entity.name), each.entity.name, each.entity.latin, each.count) for each in found]


def _sources(library: Library, typed: Typed, _today: date) -> list[Completion]:
    return [
        Completion(value(outlet.name), outlet.name, count=outlet.count)
        for outlet in library.sources()
        if complete.begins(outlet.name, typed.text)
    ]


def _tags(library: Library, typed: Typed, _today: date) -> list[Completion]:
    tags = sorted(library.tags(), key=lambda tag: -tag.count)
    return [
        Completion(value(tag.name), tag.name, count=tag.count) for tag in tags if complete.begins(tag.name, typed.text)
    ]


def _marks(library: Library, typed: Typed, _today: date) -> list[Completion]:
    return list(_counted(library, typed, complete.marks(typed)))


def _facts(library: Library, typed: Typed, _today: date) -> list[Completion]:
    return sorted(_counted(library, typed, complete.kinds(typed)), key=lambda found: -found.count)


def _dates(library: Library, typed: Typed, today: date) -> list[Completion]:
    oldest, newest = library.period()
    found = _counted(library, typed, complete.dates(typed, oldest, newest, today)[: 2 * MOST], today)
    return [date for date in found if date.count or not date.name[0].isdigit()]


def _counted(library: Library, typed: Typed, names: Iterable[str], today: date | None = None) -> Iterator[Completion]:
    """Values of a keyword with the number of articles that each finds."""
    for name in names:
        count = library.count(parse(f"{typed.keyword}:{value(name)}", today)) if ".." not in name else -1
        yield Completion(value(name), name, count=count)
