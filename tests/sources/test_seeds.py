"""The sample library is well-formed and varied, in words of its own, and true to the two reports it follows."""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from tui.arabic.normalise import fold, words
from tui.model import ENTITY_TYPES

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
REPORTS = ROOT.parent / "shared/articles"
SOURCE = "عيّنات ورّاق"
FIGURES = {4, 14, 17, 18, 50, 65, 85, 180, 600, 2013, 2016, 2021}
LATIN = {"NSO", "Pegasus", "Axios", "Le", "Monde", "The", "Guardian", "Washington", "Post"}
COPIED = 8  # a run of so many equal words is a sentence taken over


@dataclass(frozen=True, slots=True)
class Seed:
    name: str
    title: str
    source: str
    published: date
    body: str

    @property
    def text(self) -> str:
        return f"{self.title}\n\n{self.body}"


def _seed(path: Path) -> Seed:
    _, front, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    meta = tomllib.loads(front)
    return Seed(path.name, meta["title"], meta["source"], meta["published"], body)


ALL = [_seed(path) for path in sorted(SEEDS.glob("*.md"))]
EVERYTHING = "\n\n".join(seed.text for seed in ALL)
each_seed = pytest.mark.parametrize("seed", ALL, ids=lambda seed: seed.name)


def _folded(text: str) -> list[str]:
    return [token.fold for token in words(text)]


# ---------------------------------------------------------------- form


def test_there_are_enough_articles_in_the_order_of_their_days() -> None:
    assert len(ALL) >= 12
    days = [seed.published for seed in ALL]
    assert days == sorted(set(days))
    assert len({fold(seed.title) for seed in ALL}) == len(ALL)


@each_seed
def test_an_article_has_a_source_a_day_and_a_fair_length(seed: Seed) -> None:
    assert seed.source == SOURCE
    assert type(seed.published) is date
    assert 150 <= len(_folded(seed.body)) <= 500


def test_some_articles_are_long_and_one_has_a_long_paragraph() -> None:
    assert sum(len(_folded(seed.body)) >= 400 for seed in ALL) >= 2
    paragraphs = [part for part in re.split(r"\n\s*\n", EVERYTHING) if not part.startswith("- ")]
    assert max(len(_folded(part)) for part in paragraphs) >= 120


@each_seed
def test_the_typography_is_arabic_and_tidy(seed: Seed) -> None:
    assert not re.search(r"[ \t]$|  |\t", seed.text, re.MULTILINE)
    assert not re.search(r"(?<=[\u0621-\u0652»])\s*[,;?]", seed.text), "Latin punctuation after an Arabic word"
    assert not re.search(r"\s[،؛؟.:]", seed.text), "a space before a mark"
    assert not re.search("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u0640]", seed.text)
    for opening, closing in ("«»", "()"):
        assert seed.text.count(opening) == seed.text.count(closing)
    assert seed.text.count('"') % 2 == 0


# ---------------------------------------------------------------- true to the reports


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the two reports are not beside this checkout")
@each_seed
def test_no_sentence_is_copied(seed: Seed) -> None:
    taken = set()
    for path in REPORTS.glob("*.txt"):
        report = _folded(path.read_text(encoding="utf-8"))
        taken |= {tuple(report[i : i + COPIED]) for i in range(len(report) - COPIED + 1)}
    mine = _folded(seed.text)
    copied = [
        " ".join(mine[i : i + COPIED]) for i in range(len(mine) - COPIED + 1) if tuple(mine[i : i + COPIED]) in taken
    ]
    assert not copied


@each_seed
def test_no_figure_is_new(seed: Seed) -> None:
    text = re.sub(r"https?://\S+|\+1-202-555-01\d\d", "", seed.text)
    figures = {int(digits) for digits in re.findall(r"\d+", text)}
    assert figures <= FIGURES


@each_seed
def test_no_latin_word_is_new(seed: Seed) -> None:
    text = re.sub(r"https?://\S+", "", seed.text)
    assert set(re.findall(r"[A-Za-z]+", text)) <= LATIN


@each_seed
def test_addresses_and_telephone_numbers_are_reserved_for_examples(seed: Seed) -> None:
    assert all(url.startswith("https://example.org") for url in re.findall(r"https?://\S+", seed.text))
    assert all(re.fullmatch(r"\+1-202-555-01\d\d", number) for number in re.findall(r"\+[\d-]+", seed.text))


# The days that the reports name by their weekday; Friday's is not told by them and only has to be past.
DAYS = {
    "الأحد": date(2021, 7, 18),
    "الثلاثاء": date(2021, 7, 27),
    "الأربعاء": date(2021, 7, 28),
    "الخميس": date(2021, 7, 29),
}
COMING = {("05-before-the-meeting.md", "الأربعاء")}


@each_seed
def test_weekdays_agree_with_the_day_of_publication(seed: Seed) -> None:
    assert "الاثنين" not in seed.body
    assert "السبت" not in seed.body
    for name, day in DAYS.items():
        if re.search(rf"\b{name}\b", seed.body):
            weekday = (seed.published.weekday() - day.weekday()) % 7
            latest = seed.published - timedelta(days=weekday)
            assert day == (latest + timedelta(days=7) if (seed.name, name) in COMING else latest)


# ---------------------------------------------------------------- variety


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a phrase with its vowel marks", r"(?:(?:[\u0621-\u064a]+[\u064b-\u0652]+){3,}[\u0621-\u064a]* ){4}"),
        ("lam-alef", "لا"),
        ("lam-alef under a mark", "لَا|لِا"),
        ("lam-alef with hamza", "لأ|لإ"),
        ("Arabic-Indic digits", "[٠-٩]{4}"),
        ("Latin digits", r"\b2021\b"),
        ("Latin in quotes", '"NSO"'),
        ("Latin in brackets", r"\(Pegasus\)"),
        ("Latin words in brackets", r"\(Washington Post\)"),
        ("a range of years", "2013-2021"),
        ("an address", "https://example.org/"),
        ("a telephone number", r"\+1-202-555-0123"),
        ("a quotation in a quotation", '«[^»"]*"[^"»]*"[^«]*»'),
        ("two names of one month", "تموز/ يوليو"),
        ("a proclitic on a name", r"\bوبماكرون\b"),
        ("a list", r"(?m)^- "),
        ("a heading", r"(?m)^## "),
    ],
)
def test_the_texts_exercise_the_engine(what: str, pattern: str) -> None:
    assert re.search(pattern, EVERYTHING), what


def test_a_title_begins_with_latin() -> None:
    assert any(re.match("[A-Z]", seed.title) for seed in ALL)


@pytest.mark.parametrize(
    "name",
    [
        *("إيمانويل ماكرون", "ماكرون", "الرئيس الفرنسي", "وزيرة الجيوش", "فلورنس بارلي", "فلورانس بارلي", "بيني غانتس"),
        *(
            "بنيامين غانتس",
            "نظيرها الإسرائيلي",
            "إيال حولاتا",
            "إيمانويل بون",
            "NSO",
            '"إن إس أو"',
            "«إن إس أو»",
            "لوموند",
        ),
        *("ذي غارديان", "واشنطن بوست", "فوربيدن ستوريز", "منظمة العفو الدولية", "أكسيوس", "المغرب", "بيغاسوس"),
    ],
)
def test_a_name_recurs(name: str) -> None:
    assert sum(name in seed.text for seed in ALL) >= 2


@pytest.mark.parametrize(
    "forms",
    [
        ("50 ألف", "٥٠ ألف", "خمسين ألف", "خمسون ألف"),
        ("17 وسيلة", "١٧ وسيلة", "سبع عشرة وسيلة"),
        ("ما لا يقل عن 180", "180 صحفيا", "مئة وثمانين"),
        ("14 من رؤساء", "أربعة عشر رئيس"),
        ("ثبت", "يُعتقد", "تحدثت تقارير", "المزاعم", "الاتهامات", "نفت"),
    ],
)
def test_a_figure_or_a_certainty_is_worded_in_several_ways(forms: tuple[str, ...]) -> None:
    assert [form for form in forms if form not in EVERYTHING] == []


# ---------------------------------------------------------------- knowledge


def _statements() -> list[dict[str, str]]:
    with (SEEDS / "knowledge.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_pack_has_the_header_of_the_interface() -> None:
    first = (SEEDS / "knowledge.csv").read_text(encoding="utf-8").splitlines()[0]
    assert first == "subject,name,property,value,start,end,source"
    assert len({(row["subject"], row["property"], row["value"]) for row in _statements()}) == len(_statements())


@pytest.mark.parametrize("row", _statements(), ids=lambda row: f"{row['subject']} {row['property']}")
def test_a_statement_names_its_entity_its_day_and_the_article_that_says_so(row: dict[str, str]) -> None:
    kind, _, key = row["subject"].partition(":")
    assert kind in ENTITY_TYPES
    assert key == fold(row["name"]).replace(" ", "-")
    assert re.fullmatch(r"P\d+", row["property"])
    basis = next(seed for seed in ALL if row["source"] == f"{seed.source}: {seed.title}")
    assert row["start"] == basis.published.isoformat()
    said = fold(basis.text)
    assert fold(row["name"]) in said
    # A country may be told by its adjective (الفرنسية): the stem is what both share.
    assert all(_stem(word) in said for word in fold(row["value"]).split())


def _stem(word: str) -> str:
    return word.removeprefix("ال").rstrip("اه")
