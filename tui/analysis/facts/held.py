"""Whether two articles tell of one office: the same words for it, that name what it is of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import words as known_words
from tui.analysis.facts.offices import with_article
from tui.analysis.facts.scene import base
from tui.arabic.normalise import fold, words

if TYPE_CHECKING:
    from tui.model import Fact

_LEAST = 2  # words of an office that says of what
_SELF = frozenset(fold(word) for word in ("بلاد", "مدينة", "نادي", "جهة", "ولاية", "هيكل", "منظمة", "جامعة", "اتحاد"))


def one_office(a: Fact, b: Fact) -> bool:
    """Whether two facts give one person the same office of the same body.

    A former minister is no minister, and رئيس الجمعية says only in its own article of which; so all words must agree,
    and one of them must tell of what.
    """
    if a.subject is None or b.subject is None or not a.subject.entity or a.subject.entity != b.subject.entity:
        return False
    return a.polarity == b.polarity and _office(a) == _office(b) != ()


def _office(fact: Fact) -> tuple[str, ...]:
    return () if fact.object is None else _told(fact.object.text)


@lru_cache(maxsize=1024)
def _told(text: str) -> tuple[str, ...]:
    """The folded words of an office as they stand before a name; () for one that does not say of what."""
    told = [word.fold for word in words(text)]
    if len(told) < _LEAST:  # الرئيس
        return ()
    first, *rest = told
    given = first.endswith("ا") and first[:-1] in known_words("offices")
    office = [first[:-1] if given else first]  # وزيرا للدفاع
    office += [with_article(word) if given else word for word in rest]
    last = base(office[-1])
    plain = last in _SELF or last in known_words("bodies", "body") or last in known_words("bodies", "kind")
    return () if plain and len(office) == _LEAST else tuple(office)
