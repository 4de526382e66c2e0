"""Whatever the text, mentions are disjoint stretches of it, in order, and each has its entity."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.recognise import recognise
from tui.analysis.resolve import resolve
from tui.model import Draft, Span

PIECES = """
الرئيس وزير وزارة الدفاع الفرنسية شركة " ” « » ( ) ، . - و ب ل محمد بن عبد الله للمغرب وبماكرون إن إس أو في NSO صحيفة
لوموند حكومة الاحتلال مجلس الأمن القومي مـحـمّـد علي على ﷲ ١٢ 3 كوري جنوبي ى ة 😀
"""
WORDS = st.sampled_from([*PIECES.split(), "\u200f", "\u0301"])
TEXT = st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=25)


@settings(max_examples=150, deadline=None)
@given(TEXT, st.sampled_from(["", " "]))
def test_mentions_of_any_text(words: list[str], glue: str) -> None:
    text = glue.join(words)
    draft = Draft(text=text, body=(Span(0, len(text)),))
    mentions, entities, merged = resolve(draft, recognise(draft))
    assert all(0 <= one.start < one.end <= len(text) and text[one.start : one.end] == one.surface for one in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    assert {one.entity for one in mentions} == {entity.id for entity in entities}
    assert sum(entity.mentions for entity in entities) == len(mentions)
    assert merged == ()
