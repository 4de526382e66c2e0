"""Entities and what was put right about them, in the words of the interface; see `words` for how phrases are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.direction import isolate
from tui.arabic.entity_id import name_in
from tui.i18n import N_, _, ngettext
from tui.ui import words

if TYPE_CHECKING:
    from tui.model import Correction, CorrectionKind, Statement

_CORRECTIONS: dict[CorrectionKind, str] = {
    "merge": N_("{entity} is {other}"),
    "split": N_("{value} is not {entity} in one article"),
    "apart": N_("{entity} is never {other}"),
    "rename": N_("{entity} is called {value}"),
    "retype": N_("{entity}: {value}"),
    "ignore": N_("{entity} is not an entity"),
    "undo": N_("taken back"),
}


def correction(line: Correction) -> str:
    """A line of the log."""
    called = name_in(line.entity)
    entity = called if line.kind == "retype" or not line.was else line.was[0]
    other = line.value if line.kind == "merge" and line.value else name_in(line.other)
    value = words.type_name(line.value) if line.kind == "retype" else line.value  # type: ignore[arg-type] # is a type
    template = _(_CORRECTIONS[line.kind])
    return template.format(entity=isolate(entity), other=isolate(other), value=isolate(value))


_REASONS = {
    "learnt from marked news": N_("learnt from marked news"),
    "name in the table": N_("name in the table"),
    "listed name": N_("listed name"),
    "epithet in the table": N_("epithet in the table"),
    "nationality adjective": N_("nationality adjective"),
    "body of a state": N_("body of a state"),
    "letter names": N_("letter names"),
    "quoted name": N_("quoted name"),
    "given name and surname": N_("given name and surname"),
    "given name and foreign surname": N_("given name and foreign surname"),
    "given name and an unknown word": N_("given name and an unknown word"),
    "kunya or family name": N_("kunya or family name"),
    "words of known names": N_("words of known names"),
    "name after an office": N_("name after an office"),
    "name after a title": N_("name after a title"),
    "name with an office or a verb of saying": N_("name with an office or a verb of saying"),
    "name before a known surname": N_("name before a known surname"),
    "name before a surname in this article": N_("name before a surname of the article"),
    "name found elsewhere in this article": N_("name found elsewhere in the article"),
    "surname of a person in this article": N_("surname of a person of the article"),
    "surname of the one candidate in this article": N_("surname of the one candidate in the article"),
    "surname of the one candidate in the library": N_("surname of the one candidate in the library"),
    "surname alone": N_("surname alone"),
    "full name": N_("full name"),
    "spelled like a full name in this article": N_("spelled like a full name of the article"),
    "part of the one full name in this article": N_("part of the one full name in the article"),
    "country of whom the sentence is about": N_("country of whom the sentence is about"),
    "holder of the office on that day, by the table": N_("holder of the office on that day, by the table"),
    "put right by the reader": N_("put right by the reader"),
}
_BEGINNINGS = {
    "title of ": N_("title of whom the article names so"),
    "quoted name": N_("quoted name"),
    "noun ": N_("noun and its name"),
}


def reason(text: str) -> str:
    """Why a mention was taken for an entity; what no table has stands as the rule or the recogniser wrote it."""
    return _(", ").join([_reason(part) for part in text.split("; ")])


def _reason(part: str) -> str:
    known = _REASONS.get(part) or next((said for start, said in _BEGINNINGS.items() if part.startswith(start)), "")
    return _(known) if known else part


_PROPERTIES = {
    "P6": N_("head of government"),
    "P17": N_("country"),
    "P19": N_("born in"),
    "P20": N_("died in"),
    "P27": N_("citizenship"),
    "P31": N_("is a"),
    "P35": N_("head of state"),
    "P36": N_("capital"),
    "P37": N_("official language"),
    "P38": N_("currency"),
    "P39": N_("office"),
    "P102": N_("party"),
    "P106": N_("occupation"),
    "P108": N_("employer"),
    "P112": N_("founded by"),
    "P127": N_("owned by"),
    "P159": N_("seat"),
    "P169": N_("chief executive"),
    "P178": N_("developer"),
    "P297": N_("ISO code"),
    "P452": N_("industry"),
    "P463": N_("member of"),
    "P569": N_("born"),
    "P570": N_("died"),
    "P571": N_("founded"),
    "P576": N_("dissolved"),
    "P749": N_("parent organisation"),
    "P856": N_("website"),
    "P1056": N_("product"),
    "P1454": N_("legal form"),
}


def statement(one: Statement) -> str:
    """What a pack says, without of whom and when: `office · وزيرة الجيوش`."""
    return words.joined((property_name(one.property), one.value))


def when(one: Statement) -> str:
    """From when to when it holds, '' where the pack does not say."""
    days = " – ".join(isolate(words.day(day)) if day else "…" for day in (one.start, one.end))
    return days if one.start or one.end else ""


def holds(one: Statement, day: str) -> bool:
    """Whether a statement holds on an ISO day, as far as both are known."""
    begun = not one.start or day[: len(one.start)] >= one.start[: len(day)]
    return not day or (begun and (not one.end or day[: len(one.end)] <= one.end[: len(day)]))


def at_other_times(count: int, day: str) -> str:
    """How many statements do not hold on a day."""
    form = ngettext("{count} more, but not on {day}", "{count} more, but not on {day}", count)
    return form.format(count=f"{count:,}", day=isolate(words.day(day)))


def known_from(pack: str, day: str) -> str:
    """The heading over what a pack says: its name and the day of its file."""
    named = words.joined((pack, _("of {day}").format(day=isolate(words.day(day))) if day else ""))
    return _("Known from {pack}, not from the articles").format(pack=isolate(named))


OFFICES = frozenset({"P6", "P35", "P39", "P102", "P108", "P127", "P169", "P463", "P749"})
"""What of outside knowledge stands beside the facts: who holds or held what, since a text takes it for known."""


def property_name(given: str) -> str:
    """What a property of Wikidata says; another one stands as the pack has it."""
    return _(_PROPERTIES[given]) if given in _PROPERTIES else given
