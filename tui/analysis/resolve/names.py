"""Names as keys: ids, surnames, spelling variants, Latin spellings."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.pieces import piece
from tui.analysis.recognise.spelling import skeleton
from tui.arabic.entity_id import name_in
from tui.arabic.normalise import fold, key

if TYPE_CHECKING:
    from tui.model import Entity

_CLITIC_LINKS = {"ال", "دي", "دا", "دو", "دير", "فان", "فون", "لو", "لا"}  # a surname is told without them too


def split(full: str) -> tuple[str, str]:
    """The given part and the surname of a folded full name; link words belong to what follows them."""
    parts = full.split(" ")
    if len(parts) < 2:
        return "", full
    start = len(parts) - 1
    while start > 1 and piece(parts[start - 1]).kind == "link":
        start -= 1
    if start > 1 and parts[start] in {"الله", "الدين"}:  # فضل الله, صلاح الدين are one name
        start -= 1
    return " ".join(parts[:start]), " ".join(parts[start:])


def surname_keys(full: str) -> tuple[str, ...]:
    """The surname of a folded full name, with and without its link word."""
    given, surname = split(full)
    if not given:
        return ()
    parts = surname.split(" ")
    bare = " ".join(parts[1:]) if len(parts) > 1 and parts[0] in _CLITIC_LINKS else ""
    return (surname, bare) if bare else (surname,)


@cache
def _nicknames() -> dict[str, str]:
    return {fold(row[0]): fold(row[1]) for row in lexicon.table("nicknames")}


def same_given(one: str, other: str) -> bool:
    """Whether two given names may be one person's: equal, spelled alike, one a prefix of the other, or a nickname."""
    if not one or not other:
        return True
    if one == other or skeleton(one) == skeleton(other):
        return True
    first, second = one.split(" "), other.split(" ")
    if len(first) != len(second):
        short, long = sorted((first, second), key=len)
        return all(word in long for word in short) and short[0] == long[0]
    names = _nicknames()
    return names.get(one, one) == names.get(other, other)


@lru_cache(maxsize=4096)
def latin(full: str) -> str:
    """The Latin spelling of a folded name of a person where the name lists attest each of its parts, else ''.

    Transliteration pairs alone do not count: بون may be Bonn, Boone or Bon.
    """
    known = lexicon.known().get(full)
    whole = known.latin if known else lexicon.word(full).latin if " " in full else ""
    if whole:
        return whole
    parts: list[str] = []
    left = full.split(" ")
    while left:
        for many in (3, 2, 1):
            row = lexicon.word(" ".join(left[:many])) if len(left) >= many else lexicon.UNKNOWN
            if row.latin and (row.given > 1 or row.surname):
                parts.append(row.latin)
                left = left[many:]
                break
        else:
            return ""
    return " ".join(parts)


def entity_keys(entity: Entity) -> tuple[str, ...]:
    """See `tui.analysis.resolve.keys`."""
    found: dict[str, None] = {name_in(entity.id): None}
    for name in (entity.name, *entity.names):
        full = key(name)
        found[full] = None
        if entity.type == "person":
            found.update(dict.fromkeys(surname_keys(full)))
    if entity.latin:
        whole = key(entity.latin)
        found[whole] = None
        found.update(dict.fromkeys(word for word in whole.split(" ") if len(word) > 1))
    found.pop("", None)
    return tuple(found)
