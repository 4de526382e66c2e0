"""Where the words and phrases of a query, or the letters that were typed, stand in a text, to mark them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold, fold_map
from tui.arabic.normalise import words as tokens
from tui.arabic.stem import letters, stem, stems
from tui.model import Phrase, Prefix, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tui.arabic.normalise import Token
    from tui.model import TextPart

BEFORE_BEGINNING = ("", "و", "ال", "لل", "وال", "بال", "كال", "فال", "ولل", "فلل", "وبال", "وكال")
"""What may stand before the beginning of a word that is looked for by it."""

BEFORE_SEVERAL = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", *BEFORE_BEGINNING[2:])
"""What may stand before the first of several words that were typed as one (`كوفيد-19`)."""


def hits(
    text: str, words: Iterable[str], phrases: Iterable[str] = (), beginnings: Iterable[str] = ()
) -> tuple[tuple[int, int], ...]:
    """Find a query's words, phrases and beginnings of words in a text.

    Args:
        text: the text, as stored.
        words: words that match by their stem, with proclitics allowed; what holds several (`كوفيد-19`) matches them in
            order by their folded forms, with proclitics before the first.
        phrases: words that match in order by their folded form, whole; one alone is an exact form.
        beginnings: what words begin with, the article and و before it allowed; of several words the last is cut short
            and all match in order.

    Returns:
        Half-open spans of code points in `text`, sorted and disjoint.
    """
    return hits_of(text, [*map(Word, words), *map(Phrase, phrases), *map(Prefix, beginnings)])


def hits_of(text: str, parts: Iterable[TextPart]) -> tuple[tuple[int, int], ...]:
    """The same for parts of a query."""
    here = tokens(text)
    found: list[tuple[int, int]] = []
    for part in parts:
        if wanted := _TESTS[type(part)](part.text):
            found += _runs(here, wanted)
    return tuple(_disjoint(sorted(found)))


def _of_word(text: str) -> tuple[Callable[[str], bool], ...]:
    """What the words of a text match that are in order what was typed as one word; () for a text without words."""
    first, *rest = [token.fold for token in tokens(text)] or [""]
    if not first:
        return ()
    if not rest:
        wanted = stem(first)
        some = letters(wanted)
        return (lambda word: any(part in word for part in some) and wanted in stems(word),)
    starts = {before + first for before in BEFORE_SEVERAL}
    return (starts.__contains__, *map(_is, rest))


def _of_phrase(text: str) -> tuple[Callable[[str], bool], ...]:
    """The same for the words of a phrase."""
    return tuple(_is(token.fold) for token in tokens(text))


def _of_beginning(text: str) -> tuple[Callable[[str], bool], ...]:
    """The same for the beginning of a word."""
    *rest, last = [token.fold for token in tokens(text)] or [""]
    if not last:
        return ()
    if rest:
        return (*map(_is, rest), lambda word: word.startswith(last))
    starts = tuple(before + last for before in BEFORE_BEGINNING)
    return (lambda word: word.startswith(starts),)


_TESTS: dict[type[TextPart], Callable[[str], tuple[Callable[[str], bool], ...]]] = {
    Word: _of_word,
    Phrase: _of_phrase,
    Prefix: _of_beginning,
}


def _is(wanted: str) -> Callable[[str], bool]:
    return lambda word: word == wanted


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


def _runs(here: Sequence[Token], wanted: Sequence[Callable[[str], bool]]) -> Iterator[tuple[int, int]]:
    first, *rest = wanted
    for at in range(len(here) - len(rest)):
        if first(here[at].fold) and all(test(here[at + n].fold) for n, test in enumerate(rest, 1)):
            yield here[at].start, here[at + len(rest)].end


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
