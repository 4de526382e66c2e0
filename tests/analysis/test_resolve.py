"""The resolver makes one entity of the names of one, and of the names of two never one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui import sources
from tui.analysis.analyse import analyse
from tui.analysis.recognise import recognise
from tui.analysis.resolve import keys, resolve
from tui.model import Analysis, Corrections, Draft, Entity, Span

ARTICLES = Path(__file__).parents[2].parent / "shared/articles"


def read(text: str, known: tuple[Entity, ...] = ()) -> Analysis:
    draft = Draft(text=text, body=(Span(0, len(text)),))
    mentions, entities, merged = resolve(draft, recognise(draft), Library(known))
    return Analysis(mentions, entities, (), merged)


class Library:
    """Known entities, found as the library finds them."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self.entities = entities

    def find(self, key: str) -> tuple[Entity, ...]:
        return tuple(entity for entity in self.entities if key in keys(entity))

    def corrections(self) -> Corrections:
        return Corrections()


def people(analysis: Analysis) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in analysis.mentions:
        if one.type == "person":
            found.setdefault(one.entity, []).append(one.surface)
    return found


def test_surname_joins_the_full_name_before_and_after_it() -> None:
    analysis = read("هاجم نتنياهو القرار. وكان بنيامين نتنياهو قد رفضه، فرد وزير على نتنياهو.")
    assert list(people(analysis).values()) == [["نتنياهو", "بنيامين نتنياهو", "نتنياهو"]]
    assert all(one.reason for one in analysis.mentions)


def test_variants_of_a_given_name_are_one_person() -> None:
    nickname = read("وصل الوزير بيني كورفيلد. ثم غادر الوزير بنيامين كورفيلد.")
    spelling = read("وصلت الوزيرة فلورنس كورفيلد. ثم غادرت الوزيرة فلورانس كورفيلد.")
    assert len(people(nickname)) == len(people(spelling)) == 1


def test_one_given_name_makes_no_person() -> None:
    analysis = read("التقى الرئيس إيمانويل ماكرون المستشار إيمانويل كورفيلد. وقال ماكرون ذلك.")
    assert sorted(map(len, people(analysis).values())) == [1, 2]


def test_a_surname_of_two_people_stays_alone() -> None:
    analysis = read("حضر الوزير سامر كورفيلد والوزيرة ليلى كورفيلد. وقال كورفيلد كلمة.")
    assert len(people(analysis)) == 3


def test_country_and_adjective_are_one_entity() -> None:
    analysis = read("وصل الوفد الإسباني من إسبانيا مع إسبان آخرين")
    assert {one.entity for one in analysis.mentions} == {"place:اسبانيا"}
    assert [(one.name, one.latin, one.mentions) for one in analysis.entities] == [("إسبانيا", "Spain", 3)]


def test_state_bodies_have_one_key() -> None:
    analysis = read(
        "أعلنت وزارة الدفاع الإيطالية أمرا. وقالت الدفاع الإيطالية غيره. ونفته حكومة إيطاليا والحكومة الإيطالية."
    )
    assert [entity.mentions for entity in analysis.entities] == [2, 2]
    assert analysis.entities[0].name == "وزارة الدفاع الإيطالية"


def test_the_article_swallowed_by_lam_is_shown() -> None:
    assert [entity.name for entity in read("تعهدت للحكومة الكينية وللمغرب وللبنان").entities] == [
        "الحكومة الكينية",
        "المغرب",
        "لبنان",
    ]


def test_letter_names_and_latin_acronym_are_one() -> None:
    analysis = read('باعت شركة "FDK" برنامجا. وقالت شركة “إف دي كيه” إنها راضية.')
    assert len({one.entity for one in analysis.mentions}) == 1


def test_ids_are_stable_text() -> None:
    assert read("قال الرئيس إيمانويل ماكرون").entities[0].id == "person:ايمانويل-ماكرون"


def test_latin_names_are_keys() -> None:
    entity = read("قال الرئيس إيمانويل ماكرون").entities[0]
    assert entity.latin == "Emmanuel Macron"
    assert {"ماكرون", "ايمانويل ماكرون", "macron", "emmanuel macron"} <= set(keys(entity))


def test_a_person_known_before_keeps_the_id() -> None:
    before = read("قال الوزير سامر كورفيلد كلمة").entities
    later = read("وعاد الوزير كورفيلد اليوم", before)
    assert [entity.id for entity in later.entities] == ["person:سامر-كورفيلد"]
    assert later.merged == ()


def test_a_surname_known_before_is_merged_when_its_full_name_comes() -> None:
    before = read("وعاد الوزير كورفيلد اليوم").entities
    later = read("قال الوزير سامر كورفيلد كلمة", before)
    assert later.merged == (("person:كورفيلد", "person:سامر-كورفيلد"),)


def test_a_second_full_name_never_takes_the_surname() -> None:
    alone = read("وعاد الوزير كورفيلد اليوم").entities
    first = read("قال الوزير سامر كورفيلد كلمة").entities
    later = read("قالت الوزيرة ليلى كورفيلد كلمة", alone + first)
    assert later.merged == ()
    assert later.entities[0].id == "person:ليلى-كورفيلد".replace("ى", "ي")


def test_epithets_follow_the_table_and_its_switch(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "رفض جيش الاحتلال الطلب"
    assert [entity.name for entity in read(text).entities] == ["الجيش الإسرائيلي"]
    monkeypatch.setattr("tui.analysis.resolve.article.EPITHETS", False)
    assert read(text).entities == ()


def test_mentions_count_and_point_into_the_text() -> None:
    text = "سافر من ألمانيا إلى بولندا ثم عاد إلى ألمانيا"
    analysis = read(text)
    assert all(text[one.start : one.end] == one.surface for one in analysis.mentions)
    assert {entity.name: entity.mentions for entity in analysis.entities} == {"ألمانيا": 2, "بولندا": 1}


def test_an_empty_draft_has_no_entities() -> None:
    assert analyse(Draft(text="")) == Analysis()


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the development articles are not beside this checkout")
def test_the_development_articles() -> None:
    found: dict[str, set[str]] = {}
    for path in sorted(ARTICLES.glob("*.txt")):
        analysis = analyse(sources.read(path))
        for entity in analysis.entities:
            found.setdefault(entity.type, set()).add(entity.name)
        heads = people(analysis)
        assert len([one for one in heads if "ماكرون" in one]) == 1
        assert len([one for one in heads if "غانتس" in one]) <= 1
        assert len([one for one in heads if "بارلي" in one]) <= 1
    assert {"إيمانويل ماكرون", "إيمانويل بون", "إيال حولاتا", "بيني غانتس", "فلورنس بارلي"} == found["person"]
    assert found["product"] == {"بيغاسوس"}
    assert {"فرنسا", "إسرائيل", "المغرب", "المجر", "الهند", "المكسيك", "السعودية", "باريس"} <= found["place"]
    outlets = {"أكسيوس", "لوموند", "واشنطن بوست", "ذي غارديان", "فوربيدن ستوريز", "منظمة العفو الدولية", "إن إس أو"}
    bodies = {"وزارة الدفاع الفرنسية", "وزارة الدفاع الإسرائيلية", "الحكومة المغربية", "الرئاسة الفرنسية"}
    assert outlets | bodies <= found["organisation"]
