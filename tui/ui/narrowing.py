"""Which entities the filter shows: all of the articles in view, the chosen ones first, narrowed by what is typed."""

from __future__ import annotations

from array import array
from contextlib import suppress
from dataclasses import field
from itertools import islice
from typing import TYPE_CHECKING

from tui.frozen import frozen
from tui.model import ENTITY_TYPES, Ranking
from tui.ui import keyboards
from tui.ui.filter_window import FilterWindow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.library import Library
    from tui.model import Entity, EntityType
    from tui.ui.state import View

# Of a line typed on the wrong keyboard.
_READINGS = 4


@frozen
class Counted:
    """All entities of the articles in view.

    Attributes:
        rankings: those that are pinned, then all by type, the chosen ones before the others.
        chosen: the chosen ones by their numbers in the library.
        pinned: the numbers of the pinned ones.
    """

    rankings: tuple[Ranking, ...] = ()
    chosen: Mapping[int, Entity] = field(default_factory=dict)
    pinned: frozenset[int] = frozenset()


@frozen
class Narrowed:
    """Those of them that have a name like what was typed.

    Attributes:
        counted: among which they were looked for.
        text: as typed.
        meant: what it means on another keyboard, '' where it means what it says.
        rankings: what was found.
        entities: the first of them by number.
    """

    counted: Counted
    text: str = ""
    meant: str = ""
    rankings: tuple[Ranking, ...] = ()
    entities: Mapping[int, Entity] = field(default_factory=dict)


def count(library: Library, view: View) -> Counted:
    """Count the entities of the articles in view; a chosen one that none of them names can still be taken back."""
    rankings: dict[EntityType | None, Ranking] = {ranking.type: ranking for ranking in library.rankings(view.query)}
    chosen = {library.number_of(entity.id): entity for entity in (*view.chosen.included, *view.chosen.excluded)}
    for number, entity in reversed(chosen.items()):
        own = rankings.get(entity.type, Ranking(entity.type, array("I"), array("I")))
        rankings[entity.type] = _with_first(own, number)
    by_type = tuple(rankings[kind] for kind in ENTITY_TYPES if kind in rankings)
    pinned = library.pinned()
    return Counted((*_pinned(pinned, by_type), *by_type), chosen, frozenset(pinned))


def _pinned(numbers: Sequence[int], rankings: Iterable[Ranking]) -> tuple[Ranking, ...]:
    """The pinned entities as a ranking, counted as they are among all; those that no article names have 0."""
    if not numbers:
        return ()
    wanted, counted = set(numbers), dict.fromkeys(numbers, 0)
    for ranking in rankings:
        if not wanted.isdisjoint(ranking.numbers):
            counted |= {
                number: count for number, count in zip(ranking.numbers, ranking.counts, strict=True) if number in wanted
            }
    return (Ranking(None, array("I", counted), array("I", counted.values())),)


def _with_first(ranking: Ranking, number: int) -> Ranking:
    numbers, counts, count = ranking.numbers[:], ranking.counts[:], 0
    with suppress(ValueError):
        at = numbers.index(number)
        numbers.pop(at)
        count = counts.pop(at)
    return Ranking(ranking.type, array("I", [number]) + numbers, array("I", [count]) + counts)


def narrow(library: Library, counted: Counted, text: str) -> Narrowed:
    """Those with names like what is typed, else like what that says on another keyboard, else with a slip in it."""
    found, meant = library.named(counted.rankings, text), ""
    for reading in () if found else islice(keyboards.readings(text), _READINGS):
        if found := library.named(counted.rankings, reading):
            meant = reading
            break
    found = found or library.named(counted.rankings, text, mistyped=True)
    first = FilterWindow(found, counted.chosen).missing(0, 0)
    return Narrowed(counted, text, meant, found, {**counted.chosen, **library.numbered(first)})
