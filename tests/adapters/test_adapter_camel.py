"""CAMeL Tools on a tiny BERT, whose weights are random or told what to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.adapters.bert import bert
from tests.adapters.conftest import broken, named, need

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore")  # of packages to their programmers


@pytest.fixture(autouse=True)
def _installed() -> None:
    need("camel_tools", extra="camel")


def test_random_weights_yield_names_that_can_be(tmp_path: Path, analysed: Callable[..., dict[str, Any]]) -> None:
    document = analysed("camel", bert(tmp_path / "model", room=512))
    assert named(document, "camel")
    assert {one["type"] for one in document["mentions"]} <= {"person", "place", "organisation", "nationality"}


def test_tags_of_words_become_names(tmp_path: Path, analysed: Callable[..., dict[str, Any]]) -> None:
    tags = {"إيمانويل": "B-PERS", "ماكرون": "I-PERS", "رينو": "B-ORG", "مُحمد": "B-PERS", "الرباط": "B-LOC"}
    found = named(analysed("camel", bert(tmp_path / "model", tags, room=512)), "camel")
    wanted = {("person", "إيمانويل ماكرون"), ("organisation", "رينو"), ("person", "مُحمد"), ("place", "الرباط")}
    assert wanted <= set(found)


def test_words_of_which_nothing_is_kept_shift_no_tag(tmp_path: Path) -> None:
    from tui.analysis.recognise.adapters.camel import Camel

    made = Camel({"path": bert(tmp_path / "model", {"رينو": "B-ORG"}, room=512)})
    text = "\u200e \u0301 كلمة \ufffd \u200f رينو كلمة"
    start = text.index("رينو")
    assert made.tag(["", text, " "]) == [[], [(start, start + 4, "ORG", 1.0)], []]


def test_a_folder_without_a_model(tmp_path: Path) -> None:
    assert "recogniser camel: cannot be loaded (" in broken("camel", tmp_path)
