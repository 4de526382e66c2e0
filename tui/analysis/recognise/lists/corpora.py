"""Counts names and other words in the corpora with marked names, and in plain news."""

from __future__ import annotations

import re
import tarfile
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Sentence = list[tuple[str, str]]

# Labels of all corpora -> the types told apart here; labels that are missing (dates, roles, languages) count as O.
TYPES = {
    "PER": "person",
    "PERS": "person",
    "LOC": "place",
    "GPE": "place",
    "ORG": "organisation",
    "Nation": "place",
    "Population-Center": "place",
    "State-or-Province": "place",
    "GPE-Cluster": "place",
    "Continent": "place",
    "Water-Body": "place",
    "Land": "place",
    "County-or-District": "place",
    "Land-Region-Natural": "place",
    **dict.fromkeys(
        ("Politician", "Athlete", "Artist", "Other_PER", "Religious_PER", "Scientist", "Businessperson", "Police_PER"),
        "person",
    ),
    **dict.fromkeys(
        ("Non-Governmental", "Sports", "Media", "Government", "Commercial", "Educational", "Medical-Science"),
        "organisation",
    ),
}
# Named but of no type used here: neither a name of ours nor an ordinary word.
_OTHER = {
    "MISC",
    "MIS",
    "Group",
    "Book",
    "Movie",
    "Building-Grounds",
    "Police",
    "Air",
    "Path",
    "Entertainment",
    "Airport",
}
_OTHER |= {"EVENT", "FAC", "PRODUCT", "NORP", "WEBSITE", "LAW", "Celestial", "Plant", "Software", "Sound"}
_PLACE_NOUNS = {
    "مدينه",
    "بمدينه",
    "ولايه",
    "بولايه",
    "بلده",
    "ببلده",
    "معتمديه",
    "بمعتمديه",
    "محافظه",
    "بمحافظه",
    "قريه",
}
HELD_OUT = 5  # every fifth block of 50 sentences


@dataclass
class Counts:
    """What the corpora say: spans by type, tokens within names of persons, other words, words of plain news."""

    spans: Counter[tuple[str, str]] = field(default_factory=Counter)
    person_tokens: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)  # the same in WikiANN, whose text is titles
    plain: Counter[str] = field(default_factory=Counter)
    news: Counter[str] = field(default_factory=Counter)
    beside_given: Counter[str] = field(default_factory=Counter)
    after_given: Counter[str] = field(default_factory=Counter)
    after_place: Counter[str] = field(default_factory=Counter)


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a file in CoNLL form: word, white space, label; blank lines between sentences."""
    sentence: Sentence = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) < 2:
            if sentence:
                yield sentence
            sentence = []
            continue
        word = re.sub("^[a-z]{2}:", "", parts[0])
        sentence.append((word, parts[-1]))
    if sentence:
        yield sentence


def held_out(index: int) -> bool:
    """Whether a sentence of ANERcorp, by its number, belongs to the part kept for measuring."""
    return index // 50 % HELD_OUT == HELD_OUT - 1


def spans(sentence: Sentence) -> Iterator[tuple[str, list[str]]]:
    """The names of a sentence as (type, folded words); other words one by one with the type ''."""
    current: list[str] = []
    kind = ""
    for word, label in [*sentence, ("", "O")]:
        prefix, _, name = label.partition("-")
        folded = fold(word)
        if prefix == "I" and current:
            current.append(folded)
            continue
        if current:
            yield kind, current
        current = []
        if prefix in "BI" and name:
            kind = TYPES.get(name, "other" if name in _OTHER else "")
            if kind:
                current = [folded]
                continue
        if folded:
            yield "", [folded]


def count(data: Path, *, keep: Callable[[int], bool] | None = None) -> Counts:
    """Count all corpora; see `NOTICE` for what they are.

    Args:
        data: the folder that holds `ner/`.
        keep: which sentences of the corpora of marked text are counted, by their number, so that the others can be
            measured or trained on; without NewsFANE then, which repeats ANERcorp. None counts everything.
    """
    counts = Counts()
    ner = data / "ner"
    for name in ("ANERCorp_CamelLab_train.txt", "AQMAR_train.txt", "Wojood_sample_train.txt"):
        for index, sentence in enumerate(sentences(ner / name)):
            if keep is None or keep(index):
                _add(counts, sentence, plain=True)
    for name in ("WikiANN_ar_train.txt", "WikiANN_ar_dev.txt", *(() if keep else ("NewsFANE_Gold_2014_170K.txt",))):
        for sentence in sentences(ner / name):
            _add(counts, sentence, plain="WikiANN" not in name)
    return counts


def _add(counts: Counts, sentence: Sentence, *, plain: bool) -> None:
    for kind, span in spans(sentence):
        if not kind:
            if plain:
                counts.plain[span[0]] += 1
            continue
        counts.spans[" ".join(span), kind] += 1
        if kind == "person":
            (counts.person_tokens if plain else counts.titles).update(span)


def news(counts: Counts, data: Path, given: set[str]) -> None:
    """Count the words of plain news, and how often each stands beside a given name."""
    with tarfile.open(data / "text" / "ant_corpus_v1.1.tar.gz") as archive:
        for member in archive:
            source = archive.extractfile(member) if member.name.endswith(".txt") else None
            if source is None:
                continue
            text = source.read().decode("utf-8", "replace")
            body = text[text.find("<TEXT>") + 6 : text.find("</TEXT>")]
            before = ""
            for token in words(body):
                counts.news[token.fold] += 1
                if before in given:
                    counts.beside_given[token.fold] += 1
                    counts.after_given[token.fold] += 1
                if before in _PLACE_NOUNS:
                    counts.after_place[token.fold] += 1
                if token.fold in given:
                    counts.beside_given[before] += 1
                before = token.fold
