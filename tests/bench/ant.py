"""Whether the library finds in real news what a plain scan finds: `python tests/bench/ant.py --data ARCHIVE`.

ARCHIVE is the ANT corpus 1.1 (`ant_corpus_v1.1.tar.gz`: 10,161 articles of Tunisian radio news). They are added without
analysis, through the library's own door, and asked with the queries of `data/ant_queries.txt`. The scan reads the texts
one after the other, knows no index and no SQL, and cuts its words itself. Then an order by relevance is held against an
order by date, by looking for articles again with words of their titles and of their first paragraphs.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tarfile
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold
from tui.arabic.stem import stem, stems
from tui.library import Library
from tui.model import (
    ALL,
    Added,
    And,
    DateTerm,
    Draft,
    MarkTerm,
    Not,
    Or,
    Phrase,
    Prefix,
    QueryPart,
    SourceTerm,
    Span,
    Word,
)
from tui.query import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

QUERIES = Path(__file__).parent / "data" / "ant_queries.txt"
SECTIONS = {
    "culture": "ثقافة",
    "diverse": "متفرقات",
    "economy": "اقتصاد",
    "internationalNews": "دولي",
    "localNews": "وطني",
    "politic": "سياسة",
    "society": "مجتمع",
    "sport": "رياضة",
    "technology": "تكنولوجيا",
}
LEADS = ("", "و", "ال", "لل", "وال", "بال", "كال", "فال", "ولل", "فلل", "وبال", "وكال")
CLITICS = (*LEADS, "ف", "ب", "ل", "ك", "وب", "ول", "وك")


def drafts(archive: Path) -> Iterator[Draft]:
    """The articles; their section stands for an outlet, since all are of one station."""
    with tarfile.open(archive) as files:
        for member in files:
            file = files.extractfile(member) if member.name.count("/") == 2 else None
            if file is not None:
                yield draft_of(member.name.split("/")[1], file.read().decode("utf-8", "replace"))


def chosen(archive: Path, files: Iterable[str]) -> Iterator[tuple[str, Draft]]:
    """Some articles with the names of their files in the archive, as `data/ant_facts.tsv` has them."""
    wanted = set(files)
    with tarfile.open(archive) as members:
        for member in members:
            name = member.name.split("/", 1)[-1]
            file = members.extractfile(member) if name in wanted else None
            if file is not None:
                yield name, draft_of(name.split("/")[0], file.read().decode("utf-8", "replace"))


def draft_of(section: str, markup: str) -> Draft:
    fields = {name: text.strip() for name, text in re.findall(r"<(\w+)>(.*?)</\1>", inner(markup), re.DOTALL)}
    title, text, spans = fields.get("TITLE", ""), fields.get("TITLE", ""), []
    for line in fields.get("TEXT", "").splitlines():
        if line.strip():
            spans.append(Span(len(text) + 2, len(text) + 2 + len(line)))
            text += f"\n\n{line}"
    day = fields.get("TIME", "")[:10]
    if "/" in day:
        day = "-".join(reversed(day.split("/")))
    source = SECTIONS.get(section, section)
    return Draft(text, title, Span(0, len(title)), body=tuple(spans), source=source, published=day)


def inner(markup: str) -> str:
    return markup.replace("<DOC>", "").replace("</DOC>", "")


# ---------------------------------------------------------------- the plain scan


@dataclass(frozen=True, slots=True)
class Told:
    """An article as the scan reads it: the folded words of each part, title first."""

    id: int
    draft: Draft
    parts: tuple[tuple[str, ...], ...]


def told(article: int, draft: Draft) -> Told:
    texts = [draft.title, *(draft.text[span.start : span.end] for span in draft.body)]
    return Told(article, draft, tuple(tuple(cut(text)) for text in texts))


def cut(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def scan(query: QueryPart, article: Told) -> bool:
    match query:
        case And(parts):
            return all(scan(part, article) for part in parts)
        case Or(parts):
            return any(scan(part, article) for part in parts)
        case Not(part):
            return not scan(part, article)
    return scan_one(query, article)


def scan_one(query: QueryPart, article: Told) -> bool:
    match query:
        case Word(text) | Phrase(text) | Prefix(text):
            wanted = cut(text)
            fits = _fits(query, wanted)
            return any(fits(part[at : at + len(wanted)]) for part in article.parts for at in range(len(part)))
        case DateTerm(start, end):
            day = article.draft.published
            return bool(day) and start <= day and (not end or day < end)
        case SourceTerm(name):
            return fold(article.draft.source) == name
        case MarkTerm(mark):
            return mark == "unread"
    raise ValueError(query)


def _fits(query: Word | Phrase | Prefix, wanted: list[str]) -> Callable[[tuple[str, ...]], bool]:
    """Whether some words in a row are those that are wanted."""
    if isinstance(query, Word) and len(wanted) == 1:
        key = stem(wanted[0])
        return lambda words: bool(words) and key in stems(words[0])
    leads = LEADS if isinstance(query, Prefix) else CLITICS if isinstance(query, Word) else ("",)
    if isinstance(query, Prefix) and len(wanted) == 1:
        starts = tuple(lead + wanted[0] for lead in leads)
        return lambda words: bool(words) and words[0].startswith(starts)
    firsts = {lead + wanted[0] for lead in leads}
    rest = tuple(wanted[1:])
    return lambda words: bool(words) and words[0] in firsts and words[1:] == rest


# ---------------------------------------------------------------- measuring


def fill(library: Library, archive: Path) -> list[Told]:
    given = list(drafts(archive))
    start = time.perf_counter()
    answers = list(library.add_many(given, analysed=False, exact=True))
    spent = time.perf_counter() - start
    found = zip(answers, given, strict=True)
    added = [
        told(answer.id, draft) for answer, draft in found if isinstance(answer, Added) and answer.status == "added"
    ]
    print(f"{len(added)} of {len(given)} articles added in {spent:.0f} s ({len(added) / spent:.0f} a second)")
    return added


def timed(ask: Callable[[], object]) -> float:
    """Milliseconds, the median of five."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        ask()
        times.append(1000 * (time.perf_counter() - start))
    return median(times)


def compare(library: Library, added: list[Told]) -> int:
    """Ask every query both ways.

    Returns:
        How many queries have different answers.
    """
    wrong = number = 0
    print(f"{'':3}{'answers':>8}{'scan ms':>9}{'ids ms':>8}{'page ms':>8}{'snippets':>9}")
    for line in QUERIES.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        number += 1
        query = parse(line)
        start = time.perf_counter()
        expected = sorted((article.id for article in added if scan(query, article)), reverse=True)
        spent = 1000 * (time.perf_counter() - start)
        page = [row.id for row in library.page(query, limit=50)]
        same = list(library.ids(query)) == expected and library.count(query) == len(expected) and page == expected[:50]
        shown = library.snippets(page, query)
        fits = all(part.hits or part.title for part in shown.values()) or not _one_text(query)
        wrong += not (same and fits)
        times = (timed(lambda: library.ids(query)), timed(lambda: library.page(query, limit=50)))  # noqa: B023
        snippets = timed(lambda: library.snippets(page, query))  # noqa: B023
        mark = "=" if same and fits else "≠"
        print(f"{mark:3}{len(expected):8}{spent:9.0f}{times[0]:8.2f}{times[1]:8.2f}{snippets:9.2f}  {line}")
    print(f"{number} queries, {wrong} with other answers than the scan")
    return wrong


def _one_text(query: QueryPart) -> bool:
    return isinstance(query, Word | Phrase | Prefix)


def relevance(library: Library, added: list[Told], count: int = 250) -> None:
    """How near the beginning an article stands that is looked for with words of its own: the mean of 1 / place."""
    chance = random.Random(7)  # noqa: S311 - test data
    for name, source in (("title", 0), ("first paragraph, not the title", 1)):
        places: dict[str, list[float]] = {"newest": [], "relevance": []}
        while len(places["newest"]) < count:
            article = chance.choice(added)
            own = list(_words(article, source))
            size = chance.choice((2, 3))
            if len(own) < size:
                continue
            at = chance.randrange(len(own) - size + 1)
            query = And(tuple(Word(word) for word in own[at : at + size]))
            for order, found in places.items():
                ids = list(library.ids(query, order))  # type: ignore[arg-type]
                if len(ids) > 1:
                    found.append(1 / (ids.index(article.id) + 1))
        means = {order: sum(found) / len(found) for order, found in places.items()}
        print(f"words of the {name}: " + ", ".join(f"{order} {mean:.2f}" for order, mean in means.items()))


def _words(article: Told, part: int) -> Iterable[str]:
    """Words of four letters and more, each once, of the title or of the first paragraph's beginning without these."""
    if len(article.parts) <= part:
        return ()
    title = {stem(word) for word in article.parts[0]} if part else set()
    return (word for word in dict.fromkeys(article.parts[part][:25]) if len(word) > 3 and stem(word) not in title)


def main(archive: Path) -> int:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "ant.db") as library:
        added = fill(library, archive)
        assert library.count(ALL) == len(added)
        wrong = compare(library, added)
        relevance(library, added)
    return int(wrong > 0)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="Hold the library against a plain scan of real news")
    options.add_argument("--data", type=Path, required=True)
    sys.exit(main(options.parse_args().data))
