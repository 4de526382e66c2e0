"""Names are found though a finger slipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.simple_library import draft_of
from tui.library import Library
from tui.store.slips import FEWEST, slips

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = "ابتجحدرسعفقكلمنهوي"


@given(st.text(LETTERS, min_size=FEWEST, max_size=8), st.data())
def test_every_slip_of_a_finger_is_one_of_them(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from(LETTERS))
    for typed in (
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + letter + word[at + 1 :],
        word[:at] + letter + word[at:],
    ):
        if len(typed) >= FEWEST:
            assert word in slips(typed)


def test_short_words_are_what_they_are() -> None:
    assert slips("عمر") == ("عمر",)


@pytest.mark.parametrize("typed", ["ماكورن", "مكرون", "ماكزون", "ماكررون", "Macrn"])
def test_the_library_finds_a_name_that_was_mistyped(tmp_path: Path, typed: str) -> None:
    with Library.open(tmp_path / "library.db") as library:
        library.add(draft_of("خبر", "قال الرئيس الفرنسي إيمانويل ماكرون إن باريس ترفض ذلك."))
        rankings = library.rankings()
        assert not library.named(rankings, typed)
        (found,) = library.named(rankings, typed, mistyped=True)
        assert found.type == "person"
