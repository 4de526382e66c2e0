"""Names that the teacher marks: in plain news, and in the corpora as our own articles would mark them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tui.analysis.recognise.train import marked
from tui.analysis.recognise.train.marked import Marked
from tui.arabic.normalise import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tui.analysis.recognise.train.marked import Mark
    from tui.analysis.recognise.train.teacher import Teacher
    from tui.model import Draft

ARTICLES = 7_000
_REPEATS = 0.4  # share of words in common from which one article repeats another


def news(teacher: Teacher, archive: Path, marks: Path) -> Iterator[Marked]:
    """Articles of plain news with the teacher's names; none that is marked by hand or repeats one that is measured."""
    rows = [line.split("\t") for line in marks.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    by_hand = {f"ant/{article}" for _, article, _ in rows}
    kept = {f"ant/{article}" for split, article, _ in rows if split != "train"}
    every = dict(marked.texts(archive))
    measured = [_words(marked.draft(every[name])) for name in kept]
    names = sorted(every.keys() - by_hand)
    for name in random.Random(5).sample(names, min(ARTICLES, len(names))):  # noqa: S311 - no secret
        draft = marked.draft(every[name])
        own = _words(draft)
        if all(len(own & other) < _REPEATS * len(own | other) for other in measured):
            yield Marked(draft, tuple(teacher.mark(draft)))


def _words(draft: Draft) -> set[str]:
    return {token.fold for span in draft.body for token in words(draft.text[span.start : span.end])}


def as_ours(teacher: Teacher, article: Marked, *, places: bool) -> Marked:
    """An article of a corpus as ours are marked.

    Its persons stand, and with `places` its places and organisations. What else we mark (ministries, products, events,
    the whole name of a place or body) is the teacher's.
    """
    found = teacher.mark(article.draft)
    names: list[Mark] = []
    for name in article.names:
        if name[2] != "person" and (not places or name[2] not in {"place", "organisation"}):
            continue
        around = [one for one in found if _holds(one, name) and one[2] != "person"]
        if (
            name[2] == "place"
            and around
            and not any(_meet(around[0], other) for other in article.names if other != name)
        ):
            names += [one for one in around[:1] if one not in names]
        elif not any(_meet(name, other) for other in names):
            names.append(name)
    kinds = {"organisation", "product", "event"} | (set() if places else {"place"})
    names += [one for one in found if one[2] in kinds and not any(_meet(one, other) for other in names)]
    return Marked(article.draft, tuple(sorted(names)), article.part)


def _holds(one: Mark, other: Mark) -> bool:
    return one[0] <= other[0] and other[1] <= one[1] and one[:2] != other[:2]


def _meet(one: Mark, other: Mark) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def without(articles: Sequence[Marked], *, measured: bool) -> list[Marked]:
    """The articles of ANERcorp without the fifth that is measured on, if one measures."""
    return [one for one in articles if not measured or one.part % 5 != 4]
