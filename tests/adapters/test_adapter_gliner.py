"""GLiNER on a tiny BERT of random weights, saved whole, so that nothing of it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.adapters.bert import bert
from tests.adapters.conftest import broken, named, need

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore")  # of packages to their programmers


@pytest.fixture
def model(tmp_path: Path) -> Path:
    need("gliner", extra="gliner")
    import torch
    from gliner import GLiNER
    from transformers import BertConfig

    base = bert(tmp_path / "base")
    torch.manual_seed(2)
    config = {
        "model_name": str(base),
        "encoder_config": BertConfig.from_pretrained(base).to_dict(),
        "span_mode": "markerV0",
        "hidden_size": 32,
        "max_width": 6,
        "max_len": 96,
        "max_types": 10,
        "dropout": 0.0,
    }
    made = GLiNER.from_config(config, backbone_from_pretrained=False)
    made.save_pretrained(tmp_path / "model")
    return tmp_path / "model"


def test_it_is_asked_for_labels_and_answers_with_spans_of_words(
    model: Path, analysed: Callable[..., dict[str, Any]]
) -> None:
    document = analysed("gliner", model, "threshold = 0.05")
    found = named(document, "gliner")
    assert found
    assert {kind for kind, _ in found} <= {"person", "organisation", "place", "product", "event"}


def test_the_reader_can_ask_for_other_labels(model: Path, analysed: Callable[..., dict[str, Any]]) -> None:
    document = analysed("gliner", model, 'threshold = 0.05\nlabels = {"city" = "place", "car" = "product"}')
    assert {kind for kind, _ in named(document, "gliner")} <= {"place", "product"}
    assert all(
        one["reason"].startswith(
            ("found by gliner (city)", "found by gliner (car)", "name found", "nationality", "surname")
        )
        for one in document["mentions"]
    )


def test_a_folder_that_lacks_what_would_be_fetched(model: Path, tmp_path: Path) -> None:
    assert "lacks gliner_config.json" in broken("gliner", tmp_path)
    (model / "tokenizer_config.json").unlink()
    assert "lacks tokenizer_config.json" in broken("gliner", model)
