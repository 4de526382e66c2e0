"""spaCy: a blank Arabic pipeline whose recogniser is trained here for some steps, and one of rules alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.adapters.conftest import ARTICLE, broken, named, need

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore")  # of packages to their programmers

NAMES = (("إيمانويل ماكرون", "PER"), ("باريس", "LOC"), ("شركة رينو", "ORG"))


@pytest.fixture
def trained(tmp_path: Path) -> Path:
    """A pipeline that has learnt the names of the article's first paragraph by heart."""
    need("spacy", extra="spacy")
    import spacy
    from spacy.training import Example

    nlp = spacy.blank("ar")
    recogniser = nlp.add_pipe("ner")
    text = ARTICLE.split("\n\n")[1]
    spans = [(text.index(name), text.index(name) + len(name), label) for name, label in NAMES]
    example = Example.from_dict(nlp.make_doc(text), {"entities": spans})
    nlp.initialize(lambda: [example])
    for _ in range(40):
        nlp.update([example])
    assert {label for _, label in NAMES} == set(recogniser.labels)
    nlp.to_disk(tmp_path / "model")
    return tmp_path / "model"


def test_a_trained_pipeline_finds_what_it_has_learnt(trained: Path, analysed: Callable[..., dict[str, Any]]) -> None:
    document = analysed("spacy", trained)
    found = named(document, "spacy")
    assert ("person", "إيمانويل ماكرون") in found
    assert ("place", "باريس") in found
    assert ("organisation", "شركة رينو") in found
    assert ("nationality", "الفرنسي") in [(one["type"], one["surface"]) for one in document["mentions"]]
    person = next(one["entity"] for one in document["mentions"] if one["surface"] == "إيمانويل ماكرون")
    assert [one["surface"] for one in document["mentions"] if one["entity"] == person].count("ماكرون") == 2


def test_rules_of_an_entity_ruler(tmp_path: Path, analysed: Callable[..., dict[str, Any]]) -> None:
    need("spacy", extra="spacy")
    import spacy

    nlp = spacy.blank("ar")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "CAR", "pattern": "رينو"}, {"label": "LOC", "pattern": "الرباط"}])
    nlp.to_disk(tmp_path / "rules")
    assert named(analysed("spacy", tmp_path / "rules"), "spacy") == [("place", "الرباط")]
    found = named(analysed("spacy", tmp_path / "rules", 'labels = {CAR = "product", LOC = ""}'), "spacy")
    assert found == [("product", "رينو"), ("product", "رينو")]


def test_a_folder_without_a_pipeline(tmp_path: Path) -> None:
    need("spacy", extra="spacy")
    import spacy

    assert "recogniser spacy: cannot be loaded (" in broken("spacy", tmp_path)
    spacy.blank("ar").to_disk(tmp_path / "blank")
    assert "what its labels mean is not known (none)" in broken("spacy", tmp_path / "blank")
