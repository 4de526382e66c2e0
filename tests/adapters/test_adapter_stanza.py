"""Stanza: its tokeniser and its recogniser, trained here on two sentences with its own training programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.adapters.conftest import broken, named, need

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore")  # of packages to their programmers

SENTENCES = [
    sentence.split(" ")
    for sentence in (
        "وصل الرئيس الفرنسي إيمانويل ماكرون إلى باريس أمس ، والتقى وفدا من شركة رينو .",
        "وقال ماكرون إن « رينو » باقية ، وإن محمد السادس اتصل به من الرباط .",
    )
]
TAGS = {"إيمانويل": "B-PER", "ماكرون": "I-PER", "باريس": "B-LOC", "شركة": "B-ORG", "رينو": "I-ORG", "الرباط": "B-LOC"}


def _arguments(**options: object) -> list[str]:
    return [part for name, value in options.items() for part in (f"--{name}", str(value))]


def _tokeniser(folder: Path) -> None:
    from stanza.models import tokenizer

    ends = [" ".join("0" * (len(word) - 1) + "1" for word in words) for words in SENTENCES]
    files = {
        "text.txt": "\n\n".join(map(" ".join, SENTENCES)) + "\n\n",
        "labels.txt": "\n\n".join(end[:-1].replace(" ", "0") + "2" for end in ends) + "\n\n",
        "text.conllu": "\n".join(map(_conllu, SENTENCES)) + "\n",
        "mwt.json": "[]",
    }
    for name, written in files.items():
        (folder / name).write_text(written, encoding="utf-8")
    text, labels, gold, mwt = (folder / name for name in files)
    given = _arguments(txt_file=text, label_file=labels, dev_txt_file=text, dev_label_file=labels, mwt_json_file=mwt)
    given += _arguments(dev_conll_gold=gold, conll_file=folder / "out.conllu", lang="ar", shorthand="ar_tiny")
    given += _arguments(max_seqlen=300, steps=150, eval_steps=150, dropout=0, hidden_dim=16)
    tokenizer.main([*given, "--cpu", "--no_use_mwt", *_arguments(save_dir=folder, save_name="tokenize.pt")])


def _conllu(words: list[str]) -> str:
    rows = (f"{at}\t{word}\t_\t_\t_\t_\t{at - 1}\troot\t_\t_\n" for at, word in enumerate(words, 1))
    return "".join(rows)


def _recogniser(folder: Path) -> None:
    from stanza.models import ner_tagger

    names = folder / "names.json"
    words = [[{"text": word, "ner": TAGS.get(word, "O")} for word in words] for words in SENTENCES]
    names.write_text(
        json.dumps([[{"id": at, **one} for at, one in enumerate(row, 1)] for row in words]), encoding="utf-8"
    )
    given = _arguments(train_file=names, eval_file=names, shorthand="ar_tiny", word_emb_dim=0, hidden_dim=32)
    given += _arguments(char_hidden_dim=32, char_emb_dim=16, optim="adam", lr=0.01, dropout=0)
    given += _arguments(max_steps=60, eval_interval=20, save_dir=folder, save_name="ner.pt")
    ner_tagger.main([*given, "--no_pretrain", "--cpu"])


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder as `stanza.download` fills it."""
    need("stanza", extra="stanza")
    import torch

    torch.set_num_threads(1)  # several that wait for each other on a busy machine take ten times as long
    made, folder = tmp_path / "made", tmp_path / "stanza_resources"
    made.mkdir()
    _tokeniser(made)
    _recogniser(made)
    parts = ("tokenize", "ner")
    for part in parts:
        (folder / "ar" / part).mkdir(parents=True)
        (made / f"{part}.pt").rename(folder / "ar" / part / "tiny.pt")
    listed = {"lang_name": "Arabic", "packages": {"default": dict.fromkeys(parts, "tiny")}}
    resources = {"ar": {**listed, **{part: {"tiny": {}} for part in parts}}}
    (folder / "resources.json").write_text(json.dumps(resources), encoding="utf-8")
    return folder


def test_a_trained_pipeline_finds_what_it_has_learnt(model: Path, analysed: Callable[..., dict[str, Any]]) -> None:
    found = named(analysed("stanza", model), "stanza")
    for one in (("person", "إيمانويل ماكرون"), ("place", "باريس"), ("organisation", "شركة رينو"), ("place", "الرباط")):
        assert one in found


def test_a_folder_without_models(tmp_path: Path) -> None:
    need("stanza", extra="stanza")
    assert "recogniser stanza: cannot be loaded (ResourcesFileNotFoundError" in broken("stanza", tmp_path)
