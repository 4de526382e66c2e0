"""A recogniser from outside in the place of Warraq's own: what it says is checked before anything believes it.

It decides which stretches are names of persons, organisations, places, products and events. Warraq's rules for these do
not run, so that nothing stands in the article which it did not see. Beside it run

- the rules for adjectives of nationality, which no label set has: facts rest on them (`بلاده`, `الرئيس الفرنسي`), and a
  name of the recogniser's that covers one stands before it;
- one sense in a document, for names that it is sure of (half of the score or more): their other mentions, and a
  person's surname alone. It is worth two to three points of F1 to taggers of one sentence at a time (ANERcorp's
  test);
- the key of a state's body (`الدفاع الفرنسية` is `وزارة الدفاع الفرنسية`) where both found the same stretch: it says
  which body a name means, not that it is one.
"""

from __future__ import annotations

import threading
import warnings
from bisect import bisect_left
from itertools import islice
from math import isfinite
from operator import index
from typing import TYPE_CHECKING, NamedTuple, cast

from tui.analysis.recognise import demonyms, lexicon, propagate, states
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.persons import LONGEST
from tui.analysis.recognise.select import select
from tui.analysis.recognise.tokens import tokenise
from tui.errors import TaggingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.analysis.recognise.plugins import Recogniser
    from tui.analysis.recognise.tokens import Passage, Spot, Token
    from tui.model import Draft, EntityType, Span

_LOWEST, _RANGE = 60, 30
"""A score from 0 to 1 as the rules count: from below a demonym's (66) to a known name's (90); half is as sure as a name
that is believed elsewhere in the document (75)."""

_WORDS = 2 * LONGEST
"""Words of the longest name: twice a person's, since bodies have long ones; more is a sentence."""


class _Name(NamedTuple):
    """A name as a recogniser gave it, in code points of the stored text."""

    start: int
    end: int
    label: str
    score: float


class Plugged:
    """Calls a recogniser for a draft, and gives candidates as `tui.analysis.recognise.recognise` does."""

    def __init__(
        self, name: str, recogniser: Recogniser, types: Mapping[str, EntityType], threshold: float | None = None
    ) -> None:
        """Put a recogniser in.

        Args:
            name: its name in the configuration, for reasons and complaints.
            recogniser: what finds the names.
            types: what its labels mean; names of other labels are left out.
            threshold: the score, 0 to 1, below which a name is left out.
        """
        self._name = name
        self._recogniser = recogniser
        self._types = types
        self._threshold = threshold or 0.0
        self._one_at_a_time = threading.Lock()  # models promise nothing of threads

    def __call__(self, draft: Draft) -> tuple[Candidate, ...]:
        """See `tui.analysis.recognise.recognise`.

        Raises:
            TaggingError: the recogniser failed, or what it gave is no list of names for each text.
        """
        passage = tokenise(draft)
        bodies = {(one.start, one.end): one for one in states.find(passage)}
        found = [*self._candidates(draft, passage, bodies), *demonyms.find(passage)]
        return select((*found, *propagate.find(passage, select(found))))

    def _candidates(
        self, draft: Draft, passage: Passage, bodies: Mapping[tuple[int, int], Candidate]
    ) -> Iterator[Candidate]:
        clean = _clean(draft)
        words = _Words(passage, clean)
        for name in self._names(_read(draft), clean):
            place = words.of(name.start, name.end)
            if place is None:
                continue
            spot, end = place
            start, stop = passage.span(spot, end)
            kind = self._types[name.label]
            reason, score = f"found by {self._name} ({name.label})", _LOWEST + _RANGE * name.score
            body = bodies.get((start, stop))
            if body and kind == "organisation":
                yield body._replace(score=score)  # the resolver knows a body of a state by its reason
            else:
                yield Candidate(start, stop, kind, "name", score, reason, passage.name(spot, end))

    def _names(self, spans: Sequence[Span], text: str) -> Iterator[_Name]:
        """The names in title and body that are what a name can be: within their text, known by label, of a score."""
        texts = [text[span.start : span.end] for span in spans]
        for span, paragraph, names in zip(spans, texts, self._tagged(texts), strict=True):
            for given in names:
                name = self._name_of(given)
                inside = 0 <= name.start < name.end <= len(paragraph)
                if inside and name.label in self._types and self._threshold <= name.score:
                    yield name._replace(start=span.start + name.start, end=span.start + name.end)

    def _tagged(self, texts: list[str]) -> Sequence[Sequence[object]]:
        if not texts:
            return ()
        try:
            with self._one_at_a_time, warnings.catch_warnings():
                warnings.simplefilter("ignore")  # they would be written into the reader's screen
                tagged = self._recogniser.tag(texts)
                # So many disjoint names a text can have at most; whoever gives more may never end.
                return [list(islice(names, len(text))) for text, names in zip(texts, tagged, strict=True)]
        except Exception as error:  # foreign code: whatever it raises is its failure on this article
            raise TaggingError(f"recogniser {self._name}: {said(error)}") from error

    def _name_of(self, given: object) -> _Name:
        """A name of the promised form; the score is brought to 0 to 1, and is 0 where it is no number."""
        try:
            start, end, label, score = cast("tuple[int, int, str, float]", given)
            start, end, score = index(start), index(end), float(score)
        except (TypeError, ValueError, OverflowError) as error:
            shown = repr(given)[:80]
            raise TaggingError(f"recogniser {self._name}: gave {shown} and not (start, end, label, score)") from error
        return _Name(start, end, str(label), min(1.0, max(0.0, score)) if isfinite(score) else -1.0)


def said(error: BaseException) -> str:
    """What foreign code complained of, in one line of bearable length."""
    lines = str(error).split("\n")
    first = next((line.strip() for line in lines if line.strip()), "")
    return f"{type(error).__name__}: {first[:200]}" if first else type(error).__name__


def _read(draft: Draft) -> list[Span]:
    """What is given to a recogniser: the title and the paragraphs, as `tokenise` reads them."""
    spans = [draft.title_span] if draft.title_span else []
    return spans + [span for span in draft.body if span != draft.title_span]


def _clean(draft: Draft) -> str:
    """The text with white space of one kind, and in place of what is dropped (signs of Markdown); no offset moves."""
    letters = [" " if letter.isspace() else letter for letter in draft.text]
    for part in draft.dropped:
        letters[part.start : part.end] = " " * (part.end - part.start)
    return "".join(letters)


class _Words:
    """Names as words of the passage: none ends within a word, and proclitics stand outside."""

    def __init__(self, passage: Passage, clean: str) -> None:
        self._passage = passage
        self._starts = [token.start for token in passage.tokens]
        self._seen = frozenset(token.fold for token in passage.tokens)
        self._dropped = frozenset(number for number, start in enumerate(self._starts) if clean[start] == " ")

    def of(self, start: int, end: int) -> tuple[Spot, int] | None:
        """The first word in its reading, and one past the last; None where no name can be.

        A word at the edge belongs to the name where half of it or more does: models that cut words into pieces lose
        one now and then.
        """
        tokens = self._passage.tokens
        near = range(max(0, bisect_left(self._starts, start) - 1), bisect_left(self._starts, end))
        inside = [number for number in near if _half(tokens[number], start, end)]
        if not inside or len(inside) > _WORDS or not self._dropped.isdisjoint(inside):
            return None
        words = [tokens[number].fold for number in inside]
        if all(len(word) < 2 or word.isdigit() or word in lexicon.stops() for word in words):
            return None
        return self._reading(inside[0], inside[-1] + 1, start), inside[-1] + 1

    def _reading(self, at: int, end: int, start: int) -> Spot:
        """The first word as the recogniser cut it, or without a proclitic where the rest is attested and it is not."""
        passage = self._passage
        whole, *cut = passage.spots(at)
        given = [spot for spot in cut if passage.span(spot, end)[0] == start]
        if given:
            return next((spot for spot in given if self._attested(spot, end)), given[-1])
        if start > passage.tokens[at].start or _listed(passage.name(whole, end)) or _listed(whole.rest):
            return whole
        return next((spot for spot in cut if self._attested(spot, end)), whole)

    def _attested(self, spot: Spot, end: int) -> bool:
        return _listed(self._passage.name(spot, end)) or _listed(spot.rest) or spot.rest in self._seen


def _half(token: Token, start: int, end: int) -> bool:
    return 2 * (min(end, token.end) - max(start, token.start)) >= token.end - token.start


def _listed(name: str) -> bool:
    """Whether the tables know a folded name, or a word as part of names or as what heads them."""
    row = lexicon.word(name)
    return name in lexicon.known() or bool(row.types or row.evidence) or name in lexicon.heads()
