"""How a figure is meant: more than, at least, about.

The table has what stands before a number, what stands after it, and verbs, which may have their subject between them
and the number (لا يتجاوز عمرها 13 سنة) and are turned round by a negation; `verb+` ones need عن or على.
"""

from __future__ import annotations

import re
from functools import cache

from tui.analysis.facts.lexicon import rows
from tui.arabic.normalise import fold

_REACH = 48
_NEGATED = {"gt": "le", "lt": "ge", "approx": "approx"}
_STOP = "في|من|الي|خلال|بين|منذ|عبر|ان|عن|علي|عند|بعد|قبل|مع|لدي|ثم|الذي|التي|الذين"  # a subject ends before them
_STEM = re.compile("جاوز|تعد|تخط|فاق|فوق|زيد|زاد|ربو|نيف|قل|ناهز|قارب")  # a cheap look: every verb of the table has one
_DIRECT = frozenset(("قارب", "قاربت", "متجاوزا", "متجاوزه", "مناهزا", "مناهزه"))
_TO_FIGURE = r"\s?(?:من\s|عن\s|علي\s|ال\s?|[بل]\s?)?[(\"“«$€]?\s?$"


def comparator(text: str, start: int, end: int) -> str:
    """eq, gt, lt, ge, le or approx for the number at a stretch of folded text."""
    found = _found(text, start)
    if found is not None:
        return found[1]
    after = _after().match(text, end, end + _REACH)
    return "eq" if after is None else _values("after")[after.group(1)]


def comparator_span(text: str, start: int) -> tuple[int, int] | None:
    """Where in folded text the comparator before a number stands, None without one."""
    found = _found(text, start)
    return None if found is None else found[0]


def _found(text: str, start: int) -> tuple[tuple[int, int], str] | None:
    first = max(0, start - _REACH)
    phrase = _before().search(text, first, start)
    if phrase is not None:
        return phrase.span(1), _values("before")[phrase.group(1)]
    verb = _verb().search(text, first, start) if _STEM.search(text, first, start) else None
    if verb is None:
        return None
    said = {name.removeprefix("far_"): word for name, word in verb.groupdict().items() if word is not None}
    if said.get("verb") in _DIRECT and verb["far_verb"]:
        return None  # a boat; a participle, whose object is another
    value = _values("verb")[said["verb"]] if "verb" in said else _values("verb+")[said["more"]]
    place = verb.span("far_verb") if verb["far_verb"] else verb.span("far_more") if verb["far_more"] else verb.span(1)
    place = (verb.start("far_no"), place[1]) if verb["far_no"] else place
    return place, _NEGATED[value] if said.get("no") else value


@cache
def _values(place: str) -> dict[str, str]:
    return {fold(form): value for form, one, value in rows("comparators") if one == place}


def _some(place: str) -> str:
    return "|".join(sorted(_values(place), key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وفبلك]?({_some('before')}){_TO_FIGURE}")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:\s(?!و)[^\W\d]+){{0,3}}?\s?[،,]?\s({_some('after')})(?!\w)")


@cache
def _verb() -> re.Pattern[str]:
    subject = rf"\s(?!(?:{_STOP})\s)[^\W\d]+(?:\s(?!(?:{_STOP})\s)[^\W\d]+){{0,5}}"
    level = r"(?:\s(?:نسبه|حدود|مبلغ|عتبه|سقف|مستوي|معدل|حاجز))?"
    negation = r"(?:ما\s?|م(?=لا))?(?P<no>(?:لا|لم|لن|الا)\s?)?س?"
    direct = rf"{negation}(?:(?P<verb>{_some('verb')})|(?P<more>{_some('verb+')})\s(?:عن|علي))(?!\w)"
    apart = rf"{negation}(?:(?P<verb>{_some('verb')}){subject}|(?P<more>{_some('verb+')}){subject}\s(?:عن|علي))(?!\w)"
    apart = apart.replace("P<", "P<far_")
    told = rf"(?:({direct}){level}{_TO_FIGURE}|({apart}){level}\s(?:ال\s?)?$)"
    return re.compile(rf"(?<!\w)[وفبل]?{told}")
