"""Adding, listing, reading and marking through the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tui.errors import UnknownItem
from tui.model import ALL, EntityTerm, FactTerm, MarkTerm, Phrase, SourceTerm, Span, Statement, Word
from tui.query import parse

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.simple_library import MakeDraft
    from tui.library import Analyser, Library

_LONG = " ".join(f"كلمة{number} تصف الجسر" for number in range(120))


@pytest.fixture
def filled(library: Library, make_draft: MakeDraft) -> Library:
    for draft in (
        make_draft("ماكرون في باريس", "التقى وزيرها في باريس.", source="الجزيرة نت", published="2021-07-20"),
        make_draft("الرياض تستضيف القمة", "وصل بماكرون الوفد إلى الرياض.", source="رويترز", published="2021-07-22"),
        make_draft("طقس بلا تاريخ", "مطر خفيف.", source="الجزيرة نت"),
        make_draft("بيغاسوس", "قال الوزير كلمة.", "أخرى عن القمة.", source="رويترز", published="2021-07"),
    ):
        library.add(draft)
    return library


def _titles(library: Library, query: str) -> list[str]:
    return [row.title for row in library.rows(library.ids(parse(query)))]


def test_articles_are_listed_newest_first_and_undated_ones_before_them(filled: Library) -> None:
    assert _titles(filled, "") == ["طقس بلا تاريخ", "الرياض تستضيف القمة", "ماكرون في باريس", "بيغاسوس"]
    assert filled.count() == len(filled.ids()) == 4


def test_pages_follow_one_another_without_gap_or_overlap(filled: Library) -> None:
    pages = [filled.page(limit=3)]
    while page := filled.page(before=pages[-1][-1].id, limit=3):
        pages.append(page)
    assert [row.id for page in pages for row in page] == list(filled.ids())


def test_rows_come_in_the_order_asked_for(filled: Library) -> None:
    ids = list(filled.ids())
    assert [row.id for row in filled.rows([ids[2], 12345, ids[0]])] == [ids[2], ids[0]]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("وزير", ["ماكرون في باريس", "بيغاسوس"]),
        ("ماكرون", ["الرياض تستضيف القمة", "ماكرون في باريس"]),  # بماكرون too
        ('"قال الوزير"', ["بيغاسوس"]),
        ('"كلمة أخرى"', []),  # no phrase runs from one paragraph into the next
        ('"ماكرون في"', ["ماكرون في باريس"]),
        ("@macron", ["الرياض تستضيف القمة", "ماكرون في باريس"]),
        ("person:باريس", []),
        ("place:par", ["ماكرون في باريس"]),
        ("@رياض", ["الرياض تستضيف القمة"]),
        ("@لاأحد", []),
        ("source:رويترز", ["الرياض تستضيف القمة", "بيغاسوس"]),
        ("source:جزيرة", ["طقس بلا تاريخ", "ماكرون في باريس"]),
        ("on:2021-07", ["الرياض تستضيف القمة", "ماكرون في باريس", "بيغاسوس"]),
        ("after:2021-07-20", ["الرياض تستضيف القمة", "ماكرون في باريس"]),
        ("before:2021-07-20", ["بيغاسوس"]),
        ("-source:رويترز -@باريس", ["طقس بلا تاريخ"]),
        ("@ماكرون -@باريس", ["الرياض تستضيف القمة"]),
        ("@باريس OR مطر", ["طقس بلا تاريخ", "ماكرون في باريس"]),
        ("(@باريس OR مطر) source:الجزيرة -مطر", ["ماكرون في باريس"]),
    ],
)
def test_a_query_finds(filled: Library, query: str, titles: list[str]) -> None:
    assert _titles(filled, query) == titles
    assert filled.count(parse(query)) == len(titles)
    assert [row.title for row in filled.page(parse(query))] == titles


def test_marks_are_set_found_and_taken_away(filled: Library) -> None:
    first, second, *_ = filled.ids()
    filled.mark([first, 999], read=True)
    filled.mark([first, second], starred=True)
    assert filled.rows([first])[0].read
    assert list(filled.ids(MarkTerm("read"))) == [first]
    assert list(filled.ids(MarkTerm("starred"))) == [first, second]
    assert first not in filled.ids(MarkTerm("unread"))
    filled.mark([first], read=False)
    assert not filled.article(first).article.read
    assert filled.article(first).article.starred


def test_an_article_comes_back_as_it_was(library: Library, make_draft: MakeDraft) -> None:
    draft = replace(
        make_draft("عنوان", "نص 5 جسور", source="س", published="2021"), tags=("أ", "ب"), author="ك", url="u:"
    )
    added = library.add(draft)
    view = library.article(added.id)
    assert (added.status, added.title) == ("added", "عنوان")
    assert view.article.draft == draft
    assert [fact.evidence.exact for fact in view.facts] == ["5 جسور"]
    with pytest.raises(UnknownItem, match="article 7"):
        library.article(7)


def test_mentions_carry_entities_with_their_number_in_the_article(filled: Library) -> None:
    article = filled.ids(parse("@باريس"))[0]
    view = filled.article(article)
    assert [entity.name for entity in view.entities] == ["ماكرون", "باريس"]
    assert [entity.mentions for entity in view.entities] == [1, 2]
    assert filled.entities_of([article]) == {article: view.entities}


@pytest.mark.parametrize("number", [0, -1, 1 << 32, 1 << 64])
def test_a_number_that_is_no_id_is_unknown(filled: Library, number: int) -> None:
    with pytest.raises(UnknownItem):
        filled.article(number)
    assert filled.rows([number]) == ()
    assert filled.entities_of([number]) == {number: ()}
    filled.mark([number], read=True)
    assert filled.count(MarkTerm("read")) == 0
    assert len(filled.page(before=number)) == (4 if number > 0 else 0)


# ---------------------------------------------------------------- copies


def test_the_same_article_is_known(filled: Library) -> None:
    draft = filled.article(filled.ids()[0]).article.draft
    assert filled.add(draft).status == "known"
    assert filled.add(replace(draft, source="وكالة أخرى")).id == filled.ids()[0]
    assert filled.count() == 4


def test_a_near_copy_is_known_unless_another_outlet_has_it(library: Library, make_draft: MakeDraft) -> None:
    first = library.add(make_draft("الجسر", _LONG, source="الجزيرة نت"))
    mended = _LONG.replace("كلمة7 ", "كلمه7، ")
    assert library.add(make_draft("الجسر", mended, source="الجزيرة نت")) == replace(first, status="known")
    assert library.add(make_draft("الجسر", mended)).status == "known"
    assert library.add(make_draft("الجسر", mended, source="رويترز")).status == "added"


def test_text_that_hurts_never_gets_in(library: Library, make_draft: MakeDraft) -> None:
    bad = "\x00\x1b[31m\ud800\u202e"
    draft = make_draft(f"عنوان{bad}", f"نص{bad}نهاية", source=bad + "س", published="2021")
    view = library.article(library.add(replace(draft, tags=(bad,), author=bad, url=bad, origin=bad)).id)
    stored = view.article.draft
    whole = "".join((stored.text, stored.title, stored.source, *stored.tags, stored.author, stored.url, stored.origin))
    assert not set(bad.replace("[31m", "")) & set(whole)
    assert len(stored.text) == len(draft.text)
    assert stored.body == draft.body
    assert library.add(draft).status == "known"
    assert library.ids(Word(bad)) == library.ids(ALL)
    assert not library.find_entities(bad)
    assert not library.ids(EntityTerm(bad))
    assert not library.ids(SourceTerm("\ud800"))
    assert not library.ids(EntityTerm("", id="\ud800"))
    assert not library.ids(FactTerm("\ud800"))
    with pytest.raises(UnknownItem):
        library.entity("\udcff")


def test_a_title_from_elsewhere_is_searched_too(library: Library, make_draft: MakeDraft) -> None:
    draft = replace(make_draft("الأصل", "متن"), title="العنوان الآخر", caption=Span(0, 5))
    article = library.add(draft).id
    for query in (Phrase("العنوان الاخر"), Word("متن"), Word("اصل")):
        assert list(library.ids(query)) == [article]


# ---------------------------------------------------------------- entities


def test_an_entity_is_shown_with_all_that_is_known_of_it(filled: Library, make_draft: MakeDraft) -> None:
    filled.add(make_draft("باريس", "ماكرون: 5 جسور في باريس", published="2021-08-01"))
    filled.add_statements(
        [
            Statement("person:ماكرون", "", "P39", "رئيس", pack="أ"),
            Statement("Q1", "ماكرون", "P19", "أميان", pack="أ"),
            Statement("Q2", "غيره", "P19", "نيس", pack="أ"),
        ]
    )
    view = filled.entity("ماكرون")
    assert (view.entity.id, view.articles, len(view.rows), view.entity.mentions) == ("person:ماكرون", 3, 3, 3)
    assert [(facet.entity.name, facet.count) for facet in view.related] == [("باريس", 2), ("الرياض", 1)]
    assert [statement.value for statement in view.statements] == ["رئيس", "أميان"]
    assert filled.entity("person:ماكرون") == view
    with pytest.raises(UnknownItem, match="لاأحد"):
        filled.entity("لاأحد")


def test_facts_of_an_entity_are_those_that_name_it(filled: Library, make_draft: MakeDraft) -> None:
    filled.add(make_draft("باريس", "5 جسور", published="2021-08-01"))
    filled.add(make_draft("باريس أيضا", "6 جسور", published="2021-08-02"))
    found = filled.entity("باريس").facts
    assert [stored.fact.evidence.exact for stored in found] == ["6 جسور", "5 جسور"]
    assert [linked.article.id for stored in found for linked in stored.links] == [
        found[1].article.id,
        found[0].article.id,
    ]
    assert filled.entity("ماكرون").facts == ()


@pytest.mark.parametrize("text", ["باري", "Par", "PARIS", "باريس", "بارِيس"])
def test_an_entity_is_found_by_the_beginning_of_a_word_of_its_names(filled: Library, text: str) -> None:
    (facet,) = filled.find_entities(text)
    assert (facet.entity.name, facet.count) == ("باريس", 1)
    assert filled.find_entities(text, type="person") == ()


def test_every_word_of_what_is_looked_for_must_be_there(library: Library, make_draft: MakeDraft) -> None:
    library.add(make_draft("إيمانويل ماكرون", "باريس"))
    assert [facet.entity.name for facet in library.find_entities("مانو ايما macr")] == []
    assert [facet.entity.name for facet in library.find_entities("ماكر ايما macr")] == ["إيمانويل ماكرون"]
    assert library.find_entities(" ") == ()


def test_a_pack_is_replaced_by_its_name(filled: Library) -> None:
    filled.add_statements(
        [Statement("person:ماكرون", "", "P1", "قديم", pack="أ"), Statement("Q", "", "P", "ج", pack="ب")]
    )
    filled.add_statements([Statement("person:ماكرون", "", "P1", "جديد", pack="أ")])
    assert [statement.value for statement in filled.entity("ماكرون").statements] == ["جديد"]


# ---------------------------------------------------------------- facts


def test_facts_are_linked_both_ways_within_a_month(library: Library, make_draft: MakeDraft) -> None:
    one = library.add(make_draft("أ", "5 جسور", published="2021-07-01")).id
    two = library.add(make_draft("ب", "5 جسور و 3 سدود", published="2021-07-20")).id
    far = library.add(make_draft("ج", "6 جسور", published="2021-08-15")).id
    links = {article: library.article(article).links for article in (one, two, far)}
    ((to_two,),) = links[one].values()
    assert (to_two.link.relation, to_two.article.id, to_two.fact.evidence.exact) == ("same", two, "5 جسور")
    ((to_one, to_far),) = links[two].values()
    assert [(linked.link.relation, linked.article.id) for linked in (to_one, to_far)] == [
        ("same", one),
        ("differs", far),
    ]
    ((back,),) = links[far].values()
    assert back.article.id == two


def test_facts_are_given_newest_first_with_links_and_by_kind(library: Library, make_draft: MakeDraft) -> None:
    library.add(make_draft("أ", "5 جسور", published="2021-07-01"))
    library.add(make_draft("ب", "5 جسور و 3 سدود", published="2021-07-20"))
    found = list(library.facts())
    assert [stored.fact.evidence.exact for stored in found] == ["5 جسور", "3 سدود", "5 جسور"]
    assert [len(stored.links) for stored in found] == [1, 0, 1]
    assert list(library.facts(limit=2)) == found[:2]
    assert list(library.facts(limit=0)) == []
    assert list(library.facts(parse("fact:quantity سدود"))) == found[:2]
    assert list(library.facts(parse("fact:denial"))) == []


def test_a_common_key_is_compared_with_the_nearest_only(
    library: Library, make_draft: MakeDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.facts.PER_KEY", 2)
    for number in range(4):
        library.add(make_draft(f"مقال {'أبجد'[number]}", f"{number} جسور", published=f"2021-07-0{number + 1}"))
    ((*linked,),) = library.article(library.ids()[0]).links.values()
    assert [library.rows([other.article.id])[0].published for other in linked] == ["2021-07-02", "2021-07-03"]


def test_the_library_says_where_it_is(tmp_path: Path, analyser: Analyser, make_draft: MakeDraft) -> None:
    from tui.library import Library

    with Library.open(tmp_path / "new" / "folder" / "library.db", analyser=analyser) as library:
        assert library.path == tmp_path / "new" / "folder" / "library.db"
        assert not library.readonly
        assert library.add(make_draft("أ")).status == "added"


def test_a_pack_gives_entities_their_wikidata_ids(library: Library, make_draft: MakeDraft) -> None:
    library.add(make_draft("باريس مدينة"))
    library.add_statements([Statement("Q90", "باريس", "P31", "مدينة", pack="cities")])
    assert library.entity("باريس").entity.wikidata == "Q90"
    library.rebuild()
    assert library.entity("باريس").entity.wikidata == "Q90"
    library.add_statements([Statement("Q1", "باريس", "P31", "مدينة", pack="others")])  # which of them?
    assert library.entity("باريس").entity.wikidata == ""


def test_what_packs_say_of_others_of_the_same_name_is_left_out(filled: Library) -> None:
    def known(*said: Statement) -> list[str]:
        filled.add_statements([replace(one, pack="أ") for one in said])
        return [one.value for one in filled.entity("باريس").statements]

    city, other = Statement("Q90", "باريس", "P31", "مدينة"), Statement("Q1", "باريس", "P31", "شخص")
    assert known(city) == ["مدينة"]
    assert known(city, other) == []  # which of them?
    assert known(Statement("person:باريس", "باريس", "P31", "شخص"), Statement("x", "باريس", "P31", "أخرى")) == ["أخرى"]
    assert known(Statement("place:باريس", "", "P31", "مدينة"), city, other) == ["مدينة"]
