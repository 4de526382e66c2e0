"""Where the words and phrases of a query, or the letters that were typed, stand in a text, to mark them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold, fold_map
from tui.arabic.normalise import words as tokens
from tui.arabic.stem import stem, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.arabic.normalise import Token


def hits(text: str, words: Iterable[str], phrases: Iterable[str] = ()) -> tuple[tuple[int, int], ...]:
    """Find a query's words and phrases in a text.

    Args:
        text: the text, as stored.
        words: words that match by their stem, with proclitics allowed; one that holds several (`كوفيد-19`) matches them
            in order.
        phrases: words that match in order by their folded form, whole.

    Returns:
        Half-open spans of code points in `text`, sorted and disjoint.
    """
    found: list[tuple[int, int]] = []
    here = tokens(text)
    exact = [[token.fold for token in tokens(phrase)] for phrase in phrases]
    loose = [[stem(token.fold) for token in tokens(word)] for word in words]
    single = {parts[0] for parts in loose if len(parts) == 1}
    if single:
        found += [(token.start, token.end) for token in here if not single.isdisjoint(stems(token.fold))]
    for parts in exact:
        found += _runs(here, [(token.fold,) for token in here], parts)
    for parts in loose:
        if len(parts) > 1:
            found += _runs(here, [stems(token.fold) for token in here], parts)
    return tuple(_disjoint(sorted(found)))


def find(text: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Find what was typed, as text is compared: without marks and tatweel, forms of alef, ya and ta marbuta alike.

    It may stand inside a word, so that a word is found behind whatever is written on to it; one that begins with the
    article is found behind the preposition ل too (المدرسة in للمدرسة).

    Args:
        text: the text, as stored.
        typed: anything; blank text stands nowhere.

    Returns:
        Half-open spans of code points in `text`, sorted, each with the marks on its last letter; two of them share a
        code point only where it stands for several letters.
    """
    wanted = pattern(typed)
    if wanted is None:
        return ()
    folded, origins = fold_map(text)
    return tuple(
        [(origins[at.start()], _with_marks(text, origins[at.end() - 1] + 1)) for at in wanted.finditer(folded)]
    )


def pattern(typed: str) -> re.Pattern[str] | None:
    """What `find` looks for in the folded form of a text; None for blank text."""
    words = fold(typed).split()
    return re.compile(" ".join([_WITH_ARTICLE.sub("[ال]ل", re.escape(word)) for word in words])) if words else None


# Behind ل the article's alef is not written. Of fewer letters than these nothing could be told from any other word.
_WITH_ARTICLE = re.compile("^ال(?=...)")


def _with_marks(text: str, end: int) -> int:
    while end < len(text) and not text[end].isspace() and not fold(text[end]):
        end += 1
    return end


def _runs(here: Sequence[Token], forms: Sequence[tuple[str, ...]], wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    if not wanted:
        return
    for first in range(len(here) - len(wanted) + 1):
        if all(part in forms[first + place] for place, part in enumerate(wanted)):
            yield here[first].start, here[first + len(wanted) - 1].end


def _disjoint(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for left, right in spans:
        if left < end:
            end = max(end, right)
            continue
        if start >= 0:
            yield start, end
        start, end = left, right
    if start >= 0:
        yield start, end
