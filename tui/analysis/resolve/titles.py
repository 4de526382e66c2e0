"""Titles in a text (وزيرة الدفاع الفرنسية, نظيره الإسرائيلي, الوزيرة): where they stand, and which office they name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.tokens import readings
from tui.arabic.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.analysis.recognise.tokens import Passage
    from tui.model import Mention

_LONGEST = 6  # words of what an office rules
_COUNTERPART = {"نظيره": "m", "نظيرها": "f", "نظيرته": "m", "نظيرتها": "f"}
_FORMER = {"السابق", "السابقه", "الاسبق", "الراحل", "الراحله", "المخلوع", "المنتخب", "المنتخبه", "القادم", "المحتمل"}

_OFFICE = {"بين", "اول", "منذ", "منصب", "لمنصب", "خطه", "مهام", "صفه", "بصفته", "بصفتها", "تعيين", "انتخاب", "نايب"}
"""Words before a title that is the office, not who holds it: أول لقاء بين وزير ونظيره, منصب رئيس الحكومة."""


class Office(NamedTuple):
    """What a title says: the office, what it rules (folded, '' when unsaid), country as shown, gender (m, f)."""

    role: str
    rules: str
    country: str
    gender: str


class Title(NamedTuple):
    """A title in a passage: words `at` to `end` (half-open), letters of proclitics before it.

    Attributes:
        counterpart: it copies the office of somebody named before (نظيره); `office` has country and gender alone.
        office_only: it speaks of the office, not of who holds it.
    """

    at: int
    end: int
    cut: int
    office: Office
    counterpart: bool = False
    office_only: bool = False


@cache
def _offices() -> Mapping[str, tuple[str, str]]:
    found = {}
    for forms, role, gender in table("offices"):
        for form in forms.split():
            found[fold(form)] = (fold(role), gender)
    return found


def table(name: str) -> list[list[str]]:
    """The rows of a table in `tables/`, comments left out."""
    text = files("tui.analysis.resolve").joinpath("tables", f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


def find(passage: Passage, names: Mapping[int, Mention]) -> Iterator[Title]:
    """The titles of a passage in order, with or without a name after them.

    Args:
        passage: the words.
        names: the mention that each word belongs to, by the word's number.
    """
    index = 0
    while index < len(passage.tokens):
        title = _at(passage, index, names)
        if title:
            yield title
        index = title.end if title else index + 1


def _at(passage: Passage, index: int, names: Mapping[int, Mention]) -> Title | None:
    if index in names and names[index].type != "nationality":
        return None
    for cut, rest in readings(passage.tokens[index].fold):
        if rest in _COUNTERPART:
            country, end = _country(passage, index + 1, names)
            gender = "f" if rest.startswith("نظيرت") else "m"
            return _title(passage, index, end, cut, Office("", "", country, gender), counterpart=True)
        if rest in _offices():
            return _of_office(passage, index, cut, rest, names)
    return None


def _of_office(passage: Passage, index: int, cut: int, word: str, names: Mapping[int, Mention]) -> Title | None:
    role, gender = _offices()[word]
    rules, end = _ruled(passage, index + 1, names)  # also of a title with the article: الرئيس التنفيذي
    country, end = _country(passage, end, names)
    if not (rules or country or word.startswith("ال")):
        return None
    return _title(passage, index, end, cut, Office(role, rules, country, gender))


def _title(passage: Passage, at: int, end: int, cut: int, office: Office, *, counterpart: bool = False) -> Title | None:
    if passage.next(end) in _FORMER:
        return None
    before = {passage.word(at - 1), passage.word(at - 2)} if at and not passage.tokens[at].gap else set()
    first = next(iter(readings(passage.word(at - 1)))).rest if at and passage.word(at - 1) else ""
    only = passage.word(at - 1) in _OFFICE or bool(before & {"بين", "اول", "منذ"}) or first in _OFFICE
    return Title(at, end, cut, office, counterpart, only)


def _ruled(passage: Passage, index: int, names: Mapping[int, Mention]) -> tuple[str, int]:
    """What an office rules, folded, and one past its last word: a body's name, or words with the article."""
    body = names.get(index)
    if body and body.type == "organisation" and passage.next(index):
        end = index
        while names.get(end) is body:
            end += 1
        return fold(body.surface), end
    end = index
    words = []
    while end < index + _LONGEST and passage.next(end) and end not in names:
        word = passage.tokens[end].fold
        article = word.startswith(("ال", "وال", "لل"))
        bare = end == index and f"ال{word}" in _portfolios()
        if not (article or bare) or word in lexicon.demonyms() or word in _FORMER:
            break
        words.append(f"ال{word}" if bare else word)
        end += 1
    return " ".join(words), end


@cache
def _portfolios() -> frozenset[str]:
    """What ministers rule, with the article, also where news leaves it out (وزير خارجية فرنسا)."""
    return frozenset(word.removeprefix("و") for word in lexicon.portfolios()) | {"الخارجيه", "الدفاع", "الداخليه"}


def _country(passage: Passage, index: int, names: Mapping[int, Mention]) -> tuple[str, int]:
    """The country of an adjective or a name at a word, as shown, and one past it; ('', index) for none."""
    for many in (2, 1):
        words = [passage.next(at) for at in range(index, index + many)]
        if not all(words):
            continue
        demonym = lexicon.demonyms().get(" ".join(words))
        if demonym and demonym.definite:
            return demonym.country, index + many
    place = names.get(index)
    if place and place.type == "place" and passage.next(index):
        known = lexicon.known().get(lexicon.key(place.surface))
        if known and known.name in lexicon.countries():
            end = index
            while names.get(end) is place:
                end += 1
            return known.name, end
    return "", index
