"""A recogniser from outside: what it says becomes candidates where it can be true, and never more."""

from __future__ import annotations

import math
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.any_draft import drafts
from tests.store.simple_library import draft_of
from tui.analysis.analyse import analyse
from tui.analysis.recognise.plugged import Plugged
from tui.analysis.recognise.tokens import tokenise
from tui.errors import TaggingError
from tui.model import Draft, Dropped, EntityType, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TYPES: dict[str, EntityType] = {"PER": "person", "LOC": "place", "ORG": "organisation"}


class Saying:
    """Says what a function of each text says."""

    labels = TYPES

    def __init__(self, names: Callable[[str], Any]) -> None:
        self._names = names

    def tag(self, texts: Sequence[str]) -> Any:
        return [self._names(text) for text in texts]


def naming(**names: str) -> Saying:
    """Finds each of these names, given by label, wherever it stands."""

    def said(text: str) -> list[tuple[int, int, str, float]]:
        found = []
        for label, name in names.items():
            start = text.find(name)
            while start >= 0:
                found.append((start, start + len(name), label, 1.0))
                start = text.find(name, start + 1)
        return found

    return Saying(said)


def article(text: str) -> Draft:
    return Draft(text, body=(Span(0, len(text)),))


def found(text: str, recogniser: Saying, threshold: float | None = None) -> list[tuple[str, str]]:
    candidates = Plugged("test", recogniser, TYPES, threshold)(article(text))
    return [(one.type, text[one.start : one.end]) for one in candidates]


# ---------------------------------------------------------------- what becomes of names


def test_names_are_the_recognisers_and_not_those_of_the_tables() -> None:
    text = "زار وزير من باريس بلدة تندوف"
    assert found(text, naming(LOC="تندوف")) == [("place", "تندوف")]
    assert [one.reason for one in Plugged("test", naming(LOC="تندوف"), TYPES)(article(text))] == ["found by test (LOC)"]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("وباريس", "باريس"),  # a listed name behind a conjunction
        ("للرياض", "لرياض"),  # the article behind ل is part of the name
        ("باراك", "باراك"),  # a name that begins like a preposition
        ("بمدريد", "مدريد"),
        ("وائل", "وائل"),
    ],
)
def test_proclitics_are_left_out_where_the_rest_is_attested(word: str, name: str) -> None:
    assert found(f"تحدث {word} أمس", naming(LOC=word)) == [("place", name)]


def test_a_rest_that_stands_elsewhere_in_the_article_is_attested() -> None:
    assert found("تحدث وبنفشة عن دار", naming(PER="وبنفشة")) == [("person", "وبنفشة")]
    assert ("person", "بنفشة") in found("كانت بنفشة هنا، تحدث وبنفشة عن دار", naming(PER="وبنفشة"))


def test_a_cut_that_the_recogniser_made_itself_stands() -> None:
    assert found("التقى بزعطوط هناك", naming(PER="زعطوط")) == [("person", "زعطوط")]


def test_words_at_the_edge_belong_to_the_name_by_half() -> None:
    text = "زار إيمانويل ماكرون البلاد"
    start = text.index("إيمانويل")
    pieces = Saying(lambda _: [(start, start + len("إيمانويل ماكر"), "PER", 1.0)])
    assert found(text, pieces) == [("person", "إيمانويل ماكرون")]
    assert found(text, Saying(lambda _: [(start - 2, start + 11, "PER", 1.0)])) == [("person", "إيمانويل")]


def test_a_surname_alone_is_found_beside_the_full_name_and_is_one_entity_with_it() -> None:
    text = "وصل إيمانويل ماكرون أمس. وقال ماكرون إن الرئيس الفرنسي باق."
    plugged = Plugged("test", naming(PER="إيمانويل ماكرون"), TYPES)
    analysis = analyse(article(text), recognise=plugged)
    assert [(one.surface, one.type, one.kind) for one in analysis.mentions] == [
        ("إيمانويل ماكرون", "person", "name"),
        ("ماكرون", "person", "name"),
        ("الفرنسي", "nationality", "demonym"),
    ]
    assert len({one.entity for one in analysis.mentions if one.type == "person"}) == 1


def test_a_name_that_the_recogniser_is_not_sure_of_is_believed_where_it_stands_alone() -> None:
    text = "قرب زعطوط حقول، وفي زعطوط سوق"
    at = text.index("زعطوط")
    assert found(text, Saying(lambda _: [(at, at + 5, "LOC", 0.4)])) == [("place", "زعطوط")]
    assert found(text, Saying(lambda _: [(at, at + 5, "LOC", 0.9)])) == [("place", "زعطوط"), ("place", "زعطوط")]


def test_the_body_of_a_state_is_one_whatever_the_recogniser_calls_it() -> None:
    text = "أعلنت الحكومة المغربية ذلك، ونفت حكومة المغرب غيره"
    bodies = ("الحكومة المغربية", "حكومة المغرب")
    said = [(text.rindex(body), text.rindex(body) + len(body), "ORG", 1.0) for body in bodies]
    analysis = analyse(article(text), recognise=Plugged("test", Saying(lambda _: said), TYPES))
    assert [one.surface for one in analysis.mentions] == list(bodies)
    assert len(analysis.entities) == 1


def test_a_threshold_leaves_out_what_is_below() -> None:
    unsure = Saying(lambda text: [(0, len(text), "LOC", 0.6)])
    assert found("باريس", unsure, 0.5) == [("place", "باريس")]
    assert found("باريس", unsure, 0.7) == []


# ---------------------------------------------------------------- hostile answers


@pytest.mark.parametrize(
    "said",
    [
        [(-5, 5, "LOC", 1.0)],
        [(3, 3, "LOC", 1.0)],
        [(9, 4, "LOC", 1.0)],
        [(0, 10**30, "LOC", 1.0)],
        [(0, 5, "CITY", 1.0)],
        [(0, 5, "LOC", math.nan)],
        [(5, 6, "LOC", 1.0)],  # a space
        [(0, 1, "LOC", 1.0)],  # less than half a word
        [],
    ],
)
def test_what_cannot_be_a_name_is_left_out(said: list[object]) -> None:
    assert found("باريس في 2021", Saying(lambda _: said)) == []


def test_numbers_and_words_like_in_are_no_names() -> None:
    text = "باريس في 2021"
    assert found(text, Saying(lambda _: [(9, 13, "LOC", 1.0)])) == []
    assert found(text, Saying(lambda _: [(6, 8, "LOC", 1.0)])) == []


def test_of_names_that_overlap_the_surer_stands() -> None:
    text = "مدينة باريس الكبرى"
    both = [(0, 11, "LOC", 0.6), (6, 18, "ORG", 0.9), (6, 11, "PER", 0.2)]
    assert found(text, Saying(lambda _: both)) == [("organisation", "باريس الكبرى")]


def test_a_whole_paragraph_is_no_name() -> None:
    text = "كلمة" + " كلمة" * 40
    assert found(text, Saying(lambda text: [(0, len(text), "ORG", 1.0)])) == []


def test_a_recogniser_that_does_not_stop_is_stopped() -> None:
    endless = Saying(lambda _: ((6, 11, "LOC", 1.0) for _ in count()))
    assert found("مدينة باريس", endless) == [("place", "باريس")]


def test_debris_yields_nothing_and_is_not_even_seen() -> None:
    text = "قال **ماكرون** في [باريس](باريس) شيئا"
    dropped = tuple(Dropped(start, end, "sign") for start, end in ((4, 6), (12, 14), (18, 19), (24, 32)))
    draft = Draft(text, body=(Span(0, len(text)),), dropped=dropped)
    seen: list[str] = []

    def said(given: str) -> list[tuple[int, int, str, float]]:
        seen.append(given)
        return [(6, 12, "PER", 1.0), (18, 32, "LOC", 1.0), (26, 31, "LOC", 1.0)]

    candidates = Plugged("test", Saying(said), TYPES)(draft)
    assert seen == ["قال   ماكرون   في  باريس" + 9 * " " + "شيئا"]
    assert [text[one.start : one.end] for one in candidates] == ["ماكرون"]


def test_only_title_and_body_are_shown_to_a_recogniser() -> None:
    draft = draft_of("عنوان", "فقرة\nأولى", "فقرة ثانية")
    outside = Draft(draft.text + "\n\nتعليق", draft.title, draft.title_span, body=draft.body)
    seen: list[str] = []

    def said(text: str) -> list[object]:
        seen.append(text)
        return []

    Plugged("test", Saying(said), TYPES)(outside)
    assert seen == ["عنوان", "فقرة أولى", "فقرة ثانية"]


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (lambda texts: [[] for _ in texts][1:], "ValueError"),
        (lambda texts: [[]] * (len(texts) + 1), "ValueError"),
        (lambda _: None, "TypeError"),
        (lambda _: [[{"start": 0}]], r"gave \{'start': 0\} and not \(start, end, label, score\)"),
        (lambda _: [[("0", 5, "LOC", 1.0)]], "and not"),
        (lambda _: [[(0, 5, "LOC", None)]], "and not"),
        (lambda _: 1 // 0, "recogniser test: ZeroDivisionError"),
    ],
)
def test_what_is_no_answer_at_all_is_an_error_of_one_line(answer: Callable[..., Any], complaint: str) -> None:
    class Broken:
        labels = TYPES
        tag = staticmethod(answer)

    with pytest.raises(TaggingError, match=complaint) as caught:
        Plugged("test", Broken(), TYPES)(article("باريس"))
    assert "\n" not in str(caught.value)


OFFSETS = st.integers(-3, 40) | st.integers()
NAMES = st.lists(st.tuples(OFFSETS, OFFSETS, st.sampled_from([*TYPES, "X"]), st.floats()), max_size=8)


@given(drafts(), NAMES)
def test_of_any_answer_names_are_disjoint_words_of_title_and_body(draft: Draft, names: list[Any]) -> None:
    candidates = Plugged("test", Saying(lambda _: names), TYPES)(draft)
    passage = tokenise(draft)
    ends = {token.end for token in passage.tokens}
    spots = ((spot, index) for index in range(len(passage.tokens)) for spot in passage.spots(index))
    starts = {passage.span(spot, index + 1)[0] for spot, index in spots}
    assert all(one.start < one.end and one.start in starts and one.end in ends for one in candidates)
    assert all(one.end <= other.start for one, other in pairwise(candidates))
    analyse(draft, recognise=lambda _: candidates)
