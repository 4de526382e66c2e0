"""Transformers: BERT of random weights with a WordPiece vocabulary; then the same weights told what to say."""

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
    need("torch", "transformers", extra="transformers")


def test_random_weights_yield_names_that_can_be(tmp_path: Path, analysed: Callable[..., dict[str, Any]]) -> None:
    document = analysed("transformers", bert(tmp_path / "model"))
    assert named(document, "transformers")
    kinds = {one["type"] for one in document["mentions"]}
    assert kinds <= {"person", "place", "organisation", "nationality"}


def test_pieces_become_words_and_words_names(tmp_path: Path, analysed: Callable[..., dict[str, Any]]) -> None:
    """Marks that the tokeniser drops and an emoji of four bytes move no offset."""
    tags = {
        "إيمانويل": "B-PERS",
        "ماكرون": "I-PERS",
        "باريس": "B-LOC",
        "رينو": "B-ORG",
        "مُحمد": "B-PERS",
        "الرباط": "B-LOC",
    }
    found = named(analysed("transformers", bert(tmp_path / "model", tags)), "transformers")
    for one in (
        ("person", "إيمانويل ماكرون"),
        ("place", "باريس"),
        ("organisation", "رينو"),
        ("person", "مُحمد"),
        ("place", "الرباط"),
    ):
        assert one in found


def test_a_paragraph_longer_than_the_model_is_read_to_its_end(tmp_path: Path) -> None:
    from tui.analysis.recognise.adapters.transformers import Transformers

    made = Transformers({"path": bert(tmp_path / "model", {"باريس": "B-LOC"}, room=24)})
    text = "كلمة " * 200 + "باريس" + " كلمة" * 9 + " باريس"
    (found, none, again) = made.tag([text, " ", text])
    assert [text[start:end] for start, end, *_ in found] == ["باريس", "باريس"]
    assert (none, again) == ([], found)
    assert all(label == "LOC" and 0.9 < score <= 1 for *_, label, score in found)


def test_labels_without_meaning_are_to_be_named(tmp_path: Path) -> None:
    folder = bert(tmp_path / "model", labels=["LABEL_0", "LABEL_1"])
    said = broken("transformers", folder)
    assert (
        "what its labels mean is not known (LABEL_0, LABEL_1); say it under [recognisers.transformers.labels]" in said
    )


def test_a_folder_without_a_model(tmp_path: Path) -> None:
    assert "recogniser transformers: cannot be loaded (" in broken("transformers", tmp_path)
    folder = bert(tmp_path / "model")
    (folder / "model.safetensors").write_bytes(b"no weights")
    assert "recogniser transformers: cannot be loaded (" in broken("transformers", folder)
