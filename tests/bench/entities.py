"""Exact-span F1 of the recogniser on corpora with marked names, and its speed.

    PYTHONPATH=. python tests/bench/entities.py --data DIR [--names FILE]

DIR is the folder that the table of names is built from. The held-out fifth of ANERcorp is measured only with a table
that was built with `--hold-out`, given as FILE; any other table holds those names and would flatter.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from tui.analysis.recognise import lexicon, recognise
from tui.analysis.recognise.lists.corpora import TYPES, held_out, sentences
from tui.analysis.recognise.train.marked import Split
from tui.analysis.recognise.train.marked import own as marked_articles
from tui.model import Draft, Span

MARKS = Path(__file__).parent / "data" / "ant_names.tsv"
BLOCK = 10  # sentences read as one article, since the corpora do not mark articles
Name = tuple[int, int, str]


def gold(sentence: list[tuple[str, str]]) -> set[Name]:
    """The marked names as (first word, one past the last, type)."""
    found: set[Name] = set()
    start, kind = 0, ""
    for index, (_, label) in enumerate([*sentence, ("", "O")]):
        prefix, _, name = label.partition("-")
        if prefix == "I" and kind:
            continue
        if kind:
            found.add((start, index, kind))
        start, kind = index, TYPES.get(name, "") if prefix in "BI" and name else ""
    return {name for name in found if name[2]}


def article(block: list[list[tuple[str, str]]]) -> tuple[Draft, list[list[int]]]:
    """A block of sentences as a draft, a paragraph each, and where each word begins."""
    text, starts, spans = "", [], []
    for sentence in block:
        begin = len(text)
        row = []
        for word, _ in sentence:
            row.append(len(text))
            text += word + " "
        starts.append(row)
        spans.append(Span(begin, len(text) - 1))
        text += "\n"
    return Draft(text=text, body=tuple(spans)), starts


def found(draft: Draft, starts: list[list[int]]) -> list[set[Name]]:
    """The recogniser's names in words of the corpus, whose tokens keep their proclitics."""
    names: list[set[Name]] = [set() for _ in starts]
    words = [(start, number, index) for number, row in enumerate(starts) for index, start in enumerate(row)]
    for one in recognise(draft):
        covered = [(number, index) for start, number, index in words if one.start - 4 < start < one.end]
        inside = [
            (n, i) for n, i in covered if starts[n][i] + len(draft.text[starts[n][i] :].split(" ", 1)[0]) > one.start
        ]
        if inside and one.type in {"person", "place", "organisation"}:
            names[inside[0][0]].add((inside[0][1], inside[-1][1] + 1, one.type))
    return names


def measure(
    corpus: list[list[tuple[str, str]]], errors: Counter[str] | None = None
) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 by type and over all."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for begin in range(0, len(corpus), BLOCK):
        block = corpus[begin : begin + BLOCK]
        draft, starts = article(block)
        for sentence, names in zip(block, found(draft, starts), strict=True):
            truth = gold(sentence)
            for kind, names_of in (("right", names & truth), ("given", names), ("wanted", truth)):
                counter = {"right": right, "given": given, "wanted": wanted}[kind]
                counter.update(name[2] for name in names_of)
                counter["all"] += len(names_of)
            if errors is not None:
                for sign, missed in (("+", names - truth), ("-", truth - names)):
                    for start, end, name in missed:
                        errors[f"{sign}{name} {' '.join(word for word, _ in sentence[start:end])}"] += 1
    scores = {}
    for kind in ("person", "place", "organisation", "all"):
        precision = right[kind] / given[kind] if given[kind] else 0.0
        recall = right[kind] / wanted[kind] if wanted[kind] else 0.0
        both = precision + recall
        scores[kind] = (precision, recall, 2 * precision * recall / both if both else 0.0)
    return scores


def own(archive: Path, split: Split) -> dict[str, Counter[str]]:
    """Right, given and wanted names by type in the project's own articles, to the exact code point."""
    counts: dict[str, Counter[str]] = {"right": Counter(), "given": Counter(), "wanted": Counter()}
    for article in marked_articles(archive, MARKS, split):
        wanted = {*article.names}
        given = {
            (one.start, one.end, one.type)
            for one in recognise(article.draft)
            if one.type != "nationality" and one.kind == "name"
        }
        for name, some in (("right", given & wanted), ("given", given), ("wanted", wanted)):
            counts[name].update(kind for _, _, kind in some)
            counts[name]["all"] += len(some)
    return counts


def show_own(archive: Path) -> None:
    """Print what is found in development and test articles; the test's errors are not shown anywhere."""
    for split in ("dev", "test"):
        counts = own(archive, split)
        print(f"own {split} articles: {counts['wanted']['all']} names")
        for kind in ("person", "place", "organisation", "product", "event", "all"):
            right, given, wanted = (counts[name][kind] for name in ("right", "given", "wanted"))
            both = f"F1 {2 * right / (given + wanted):.3f}" if given + wanted else ""
            print(f"  {kind:13} P {right / max(given, 1):.3f}  R {right / max(wanted, 1):.3f}  {both} ({wanted})")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--names", type=Path, help="a table built with --hold-out")
    parser.add_argument("--errors", type=int, default=0, help="print the most frequent errors")
    arguments = parser.parse_args()
    if arguments.names:
        lexicon.use(arguments.names)
    show_own(arguments.data / "text" / "ant_corpus_v1.1.tar.gz")
    ner = arguments.data / "ner"
    corpora = {
        "AQMAR dev": list(sentences(ner / "AQMAR_dev.txt")),
        "Wojood val": list(sentences(ner / "Wojood_sample_val.txt")),
    }
    if arguments.names:
        train = sentences(ner / "ANERCorp_CamelLab_train.txt")
        corpora["ANERcorp held out"] = [sentence for index, sentence in enumerate(train) if held_out(index)]
    for name, corpus in corpora.items():
        errors: Counter[str] = Counter()
        begin = time.process_time()
        scores = measure(corpus, errors)
        words = sum(len(sentence) for sentence in corpus)
        speed = words / 350 / (time.process_time() - begin) * 60
        print(name, f"{words} words, {speed:,.0f} articles of 350 words a minute")
        for kind, (precision, recall, both) in scores.items():
            print(f"  {kind:13} P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}")
        for error, count in errors.most_common(arguments.errors):
            print("   ", count, error)


if __name__ == "__main__":
    main()
