"""How well stems join the forms of a word and keep words apart, and what they cost.

`PYTHONPATH=. python tests/bench/stemming.py [--ant ARCHIVE [--lemmas CONLLU]] [--misses development]`

Word pairs are those of `data/word_pairs.tsv`. ARCHIVE is the ANT corpus 1.1 (`ant_corpus_v1.1.tar.gz`), whose
vocabulary shows cost and size; CONLLU is a treebank with lemmas (Arabic-PUD), of whose words those of the vocabulary
are taken. The peers are Snowball, where `snowballstemmer` is installed, and no stemming. Two words count as joined by
one half when the query of the one finds the other, and whole when that holds both ways.
"""

from __future__ import annotations

import argparse
import re
import tarfile
import time
import zlib
from collections import Counter, defaultdict
from itertools import chain, product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic import stem as ours
from tui.arabic.normalise import fold, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PAIRS = Path(__file__).parent / "data" / "word_pairs.tsv"
HALVES = ("development", "test")
CLITICS = {"ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET", "AUX"}
CONTENT = {"NOUN", "VERB", "ADJ", "PROPN"}


class Stemmer(NamedTuple):
    """What a folded word of a query is looked up as, and what a word of a text is found under."""

    asked: Callable[[str], str]
    read: Callable[[str], tuple[str, ...]]

    def joined(self, a: str, b: str) -> float:
        """1 where each of two words finds the other, one half where one does."""
        a, b = fold(a), fold(b)
        return ((self.asked(a) in self.read(b)) + (self.asked(b) in self.read(a))) / 2


def stemmers() -> dict[str, Stemmer]:
    found = {"no stemming": Stemmer(lambda word: word, lambda word: (word,))}
    try:
        import snowballstemmer  # type: ignore[import-untyped,import-not-found,unused-ignore]  # optional, untyped
    except ImportError:
        print("snowballstemmer is not installed")
    else:
        snowball = snowballstemmer.stemmer("arabic").stemWord
        found["Snowball"] = Stemmer(snowball, lambda word: (snowball(word),))
    found["Warraq"] = Stemmer(ours.stem, ours.stems)
    return found


def pairs() -> Iterator[tuple[str, str, str, str]]:
    """Half, kind (same or different lemma) and two words."""
    for line in PAIRS.read_text(encoding="utf-8").splitlines()[1:]:
        half, kind, a, b = line.split("\t")
        yield half, kind, a, b


def measure_pairs(misses: str) -> None:
    given = list(pairs())
    for name, stemmer in stemmers().items():
        for half in HALVES:
            shares = []
            for kind in ("same", "different"):
                own = [stemmer.joined(a, b) for which, what, a, b in given if (which, what) == (half, kind)]
                shares.append(sum(own) / len(own))
            print(f"pairs, {half:12}{name:12} joined: same lemma {shares[0]:6.1%}  different {shares[1]:6.1%}")
    for half, kind, a, b in given:
        if half == misses and stemmer.joined(a, b) != (kind == "same"):
            print(kind, a, b, ours.stems(fold(a)), ours.stems(fold(b)))


def vocabulary(archive: Path) -> tuple[Counter[str], list[list[str]]]:
    """How often each folded word is in the corpus, and the words of each article."""
    articles = []
    with tarfile.open(archive) as files:
        for member in files:
            if (file := files.extractfile(member)) is not None:
                text = file.read().decode("utf-8", "replace")
                parts = re.findall(r"<(?:TITLE|TEXT)>(.*?)</", text, re.DOTALL)
                articles.append([token.fold for token in words("\n".join(parts))])
    return Counter(chain.from_iterable(articles)), articles


def measure_vocabulary(counts: Counter[str], articles: list[list[str]]) -> None:
    forms = list(counts)
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for form in forms:
        groups[ours.stem(form)].add(form)
    read = sum(len(ours.stems(form)) for form in forms) / len(forms)
    print(f"vocabulary: {len(forms)} forms, {len(groups)} stems, {read:.2f} readings a form")
    distinct = [set(article) for article in articles]
    for name in ("first", "again"):
        start = time.perf_counter()
        size = sum(len(set(chain.from_iterable(map(ours.stems, article)))) for article in distinct)
        spent = time.perf_counter() - start
        print(f"stems of {len(articles)} articles, {name}: {1e6 * spent / len(articles):.0f} us an article")
    print(f"{sum(map(len, distinct)) / len(articles):.0f} forms and {size / len(articles):.0f} stems an article")


def lemmas(conllu: Path) -> set[tuple[str, str]]:
    """Words as written, clitics rejoined, with their lemma."""
    found = set()
    for sentence in conllu.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in sentence.splitlines() if line and not line.startswith("#")]
        written, last = "", True
        kinds: list[tuple[str, str]] = []
        for row in (row for row in rows if row[0].isdecimal()):
            written, kinds = ("", []) if last else (written, kinds)
            written += row[1]
            kinds.append((row[3], row[9].partition("|")[0] if row[9].startswith("LId") else row[2]))
            last = "SpaceAfter=No" not in row[9]
            own = [lemma for kind, lemma in kinds if kind in CONTENT]
            whole = all(kind in CLITICS | CONTENT for kind, _ in kinds)
            if last and whole and len(own) == 1 and fold(written).isalpha():
                found.add((fold(written), own[0]))
    return found


def measure_lemmas(known: Iterable[tuple[str, str]]) -> None:
    """Of all pairs of forms: how many of one lemma are joined, and how many joined are of one lemma."""
    of_form: defaultdict[str, set[str]] = defaultdict(set)
    for form, lemma in known:
        of_form[form].add(lemma)
    for half, (name, stemmer) in product(HALVES, stemmers().items()):
        forms = [form for form in of_form if zlib.crc32(min(of_form[form]).encode()) % 2 == HALVES.index(half)]
        under: defaultdict[str, set[str]] = defaultdict(set)
        of_lemma: defaultdict[str, set[str]] = defaultdict(set)
        for form in forms:
            for key in stemmer.read(form):
                under[key].add(form)
            for lemma in of_form[form]:
                of_lemma[lemma].add(form)
        same = joined = right = 0
        for form in forms:
            found = under[stemmer.asked(form)] - {form}
            others = set().union(*(of_lemma[lemma] for lemma in of_form[form])) - {form}
            same, joined, right = same + len(others), joined + len(found), right + len(found & others)
        share = f"{right / same:6.1%} of one lemma joined, {right / max(1, joined):6.1%} of the joined of one lemma"
        print(f"lemmas, {half:12}{name:12} {len(forms)} forms: {share}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure the stemmer")
    parser.add_argument("--ant", type=Path)
    parser.add_argument("--lemmas", type=Path)
    parser.add_argument("--misses", choices=HALVES, default="")
    options = parser.parse_args()
    measure_pairs(options.misses)
    if options.ant:
        found, texts = vocabulary(options.ant)
        measure_vocabulary(found, texts)
        if options.lemmas:
            measure_lemmas((form, lemma) for form, lemma in sorted(lemmas(options.lemmas)) if form in found)
