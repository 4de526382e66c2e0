"""The training of the tagger: what it reads, what it makes of the corpora, and that both networks reckon alike."""

from pathlib import Path

import numpy as np
import pytest

from tui.analysis.recognise.tagger import network
from tui.analysis.recognise.tagger.features import BUCKETS, FLAGS, SIGNS, Features
from tui.analysis.recognise.train import marked, silver
from tui.analysis.recognise.train.marked import Mark, Marked
from tui.model import Draft, Span


class Teacher:
    """Marks what it was told to mark."""

    def __init__(self, *names: Mark) -> None:
        self.names = names

    def mark(self, draft: Draft) -> list[Mark]:
        assert draft.text
        return [*self.names]


def article(text: str, *names: tuple[str, str]) -> Marked:
    return Marked(Draft(text=text, body=(Span(0, len(text)),)), tuple(place(text, *name) for name in names))


def place(text: str, words: str, kind: str) -> Mark:
    return text.index(words), text.index(words) + len(words), kind


def test_a_corpus_is_read_in_articles_of_ten_sentences(tmp_path: Path) -> None:
    file = tmp_path / "corpus.txt"
    file.write_text("قال O\nجورج B-PERS\nبوش I-PERS\nفي O\nباريس B-LOC\n\n" * 12, encoding="utf-8")
    first, second = marked.corpus(file)
    assert len(first.draft.body) == 10
    assert len(second.draft.body) == 2
    start, end, kind = first.names[0]
    assert (first.draft.text[start:end], kind) == ("جورج بوش", "person")
    assert len(first.names) == 20


def test_names_that_touch_stay_two(tmp_path: Path) -> None:
    file = tmp_path / "corpus.txt"
    file.write_text("باريس B-LOC\nلندن B-LOC\n", encoding="utf-8")
    (block,) = marked.corpus(file)
    assert len(block.names) == 2


def test_our_own_marks_are_within_the_splits() -> None:
    rows = Path("tests/bench/data/ant_names.tsv").read_text(encoding="utf-8").splitlines()
    files = [row.split("\t")[1] for row in rows if not row.startswith("#")]
    assert len(files) == len({*files})  # no article is in two splits


def test_a_corpus_is_made_ours_by_its_persons_and_what_only_we_mark() -> None:
    text = "زار جورج بوش وزارة الصحة في ملعب باريس"
    gold = article(text, ("جورج بوش", "person"), ("باريس", "place"))
    teacher = Teacher(
        place(text, "بوش", "person"), place(text, "وزارة الصحة", "organisation"), place(text, "ملعب باريس", "place")
    )
    ours = silver.as_ours(teacher, gold, places=True)  # type: ignore[arg-type]
    names = [(text[start:end], kind) for start, end, kind in ours.names]
    assert names == [("جورج بوش", "person"), ("وزارة الصحة", "organisation"), ("ملعب باريس", "place")]


def test_a_corpus_whose_places_are_marked_otherwise_keeps_its_persons_alone() -> None:
    text = "قال جورج بوش في روسيا"
    gold = article(text, ("جورج بوش", "person"), ("روسيا", "organisation"))
    ours = silver.as_ours(Teacher(place(text, "روسيا", "place")), gold, places=False)  # type: ignore[arg-type]
    assert [kind for _, _, kind in ours.names] == ["person", "place"]


def test_the_network_that_is_trained_and_the_one_that_runs_reckon_alike(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="needs the extra `train`")
    from tui.analysis.recognise.train import student

    chance = np.random.default_rng(1)
    vectors = chance.normal(size=(30, 40)).astype(np.float32)
    learnt = student.Student(vectors, {student.OWN: network.LABELS}).eval()
    with torch.no_grad():
        for weight in learnt.parameters():
            weight.copy_(torch.tensor(chance.normal(scale=0.2, size=tuple(weight.shape)).astype(np.float32)))
    ids = np.hstack((chance.integers(0, 30, (12, 2)), chance.integers(0, BUCKETS, (12, 4)))).astype(np.uint32)
    flags = chance.integers(0, 10, (12, FLAGS)).astype(np.float32) / np.float32(9)
    signs = chance.integers(0, 2, (12, SIGNS)).astype(np.float32)
    student.write(learnt, tmp_path / "weights.npz")
    labels, shares, cuts = network.tag(
        Features(ids, flags, signs), network.read((tmp_path / "weights.npz").read_bytes())
    )
    batch = student.Batch(
        torch.tensor(ids.astype(np.int64))[None],
        torch.tensor(flags)[None],
        torch.tensor(signs)[None],
        torch.zeros(1, 12, dtype=torch.long),
        torch.zeros(1, 12, dtype=torch.long),
        torch.ones(1, 12),
    )
    with torch.no_grad():
        hidden = learnt.hidden(batch)
        expected = learnt.out[student.OWN](hidden).softmax(-1)[0].numpy()
        assert (learnt.cut(hidden)[0].argmax(-1).numpy() == cuts).mean() > 0.9
    assert np.abs(shares - expected).max() < 0.05  # bytes and halves against floats
    assert len(labels) == 12
