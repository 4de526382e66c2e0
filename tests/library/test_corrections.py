"""Corrections: what follows at once is what a rebuild makes, and what is taken back was never there."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tui.arabic.fingerprint import digest_name
from tui.cli.exchange import _Bringing
from tui.errors import LibraryError
from tui.files import json_line
from tui.library import Library
from tui.model import Correction, Draft, Entity, Span
from tui.sources.exported import records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MACRON, PARLY = "person:ايمانويل-ماكرون", "person:فلورنس-بارلي"

TEXTS = (
    "التقى إيمانويل ماكرون أمس في باريس وزيرة الجيوش فلورنس بارلي. وقالت بارلي إن ماكرون مهتم بالملف.",
    "أعلن إيمانويل ماكرون في باريس أن 12 صحفيا استهدفوا. وشدد ماكرون على التحقيق.",
    "قال ماكرون إن بلاده لن تقبل ذلك، ودعا الرئيس الفرنسي إلى تحقيق.",
    "أكدت فلورنس بارلي في لندن أنها ستزور باريس.",
)


def draft(number: int, text: str) -> Draft:
    return Draft(text=text, title=f"خبر {number}", body=(Span(0, len(text)),), published=f"2021-07-{number + 10}")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        for number, text in enumerate(TEXTS):
            opened.add(draft(number, text))
        yield opened


def told(library: Library) -> list[object]:
    """All that the library says of entities: their values and counts, and what each article says of them."""
    facets = sorted(
        (facet.count, one.id, one.type, one.name, sorted(one.names), one.mentions)
        for facet in library.facets(limit=1000)
        for one in [facet.entity]
    )
    views = [library.article(article) for article in library.ids()]
    mentions = [[(one.start, one.end, one.type, one.entity) for one in view.mentions] for view in views]
    facts = [
        [(fact.kind, fact.subject and fact.subject.entity, fact.evidence.start) for fact in view.facts]
        for view in views
    ]
    return [facets, mentions, facts]


def entity(library: Library, id_: str) -> Entity:
    return library.entity(id_).entity


CORRECTIONS = {
    "merge": Correction("merge", MACRON, PARLY),
    "apart": Correction("apart", MACRON, "person:ماكرون"),
    "rename": Correction("rename", MACRON, value="الرئيس ماكرون"),
    "retype": Correction("retype", MACRON, value="organisation"),
    "ignore": Correction("ignore", MACRON),
    "split": Correction("split", MACRON, value="ماكرون", article=digest_name("خبر 1", TEXTS[1])),
}


@pytest.mark.parametrize("kind", CORRECTIONS)
def test_what_follows_at_once_is_what_a_rebuild_makes(library: Library, kind: str) -> None:
    before = told(library)
    change = library.correct(CORRECTIONS[kind])
    library.renew()
    corrected = told(library)
    assert corrected != before
    library.rebuild()
    assert told(library) == corrected
    undone = library.undo(change)
    library.renew()
    assert told(library) == before
    library.rebuild()
    assert told(library) == before
    library.undo(undone)
    library.renew()
    assert told(library) == corrected
    assert not library.care.check(lambda _done, _all: None)


def test_a_merge_holds_in_articles_that_come_later(library: Library) -> None:
    library.correct(Correction("merge", MACRON, PARLY))
    library.renew()
    added = library.add(draft(5, "وصل إيمانويل ماكرون إلى برلين."))
    (person,) = [one for one in library.text(added.id).entities if one.type == "person"]
    assert (person.id, person.name) == (PARLY, "فلورنس بارلي")
    assert library.known_as(MACRON) == PARLY


def test_never_the_same_beats_a_surname(library: Library) -> None:
    library.correct(CORRECTIONS["apart"])
    library.renew()
    people = {one.id: one.names for one in library.text(library.ids()[2]).entities if one.type == "person"}
    assert people["person:ماكرون"] == ("ماكرون",)
    assert people[MACRON] == ("إيمانويل ماكرون",)


def test_a_mention_is_split_off_in_its_article_alone(library: Library) -> None:
    library.correct(CORRECTIONS["split"])
    library.renew()
    there, elsewhere = ({one.id for one in library.text(article).entities} for article in library.ids()[2:])
    assert {MACRON, "person:ماكرون-2"} <= there
    assert "person:ماكرون-2" not in elsewhere
    library.correct(replace(CORRECTIONS["split"], entity="person:ماكرون-2"))
    library.renew()
    assert {MACRON, "person:ماكرون-3"} <= {one.id for one in library.text(library.ids()[2]).entities}
    added = library.add(draft(7, "رفض ماكرون ذلك."))
    assert {one.id for one in library.text(added.id).entities} == {MACRON}


def test_a_mention_is_given_to_another_entity(library: Library) -> None:
    library.correct(replace(CORRECTIONS["split"], other=PARLY))
    library.renew()
    assert {MACRON, PARLY} <= {one.id for one in library.text(library.ids()[2]).entities}
    assert (entity(library, PARLY).name, "ماكرون" in entity(library, PARLY).names) == ("فلورنس بارلي", True)


def test_what_is_not_an_entity_is_not_one_in_articles_that_come_later(library: Library) -> None:
    change = library.correct(Correction("ignore", MACRON))
    library.renew()
    added = library.add(draft(6, "وصل إيمانويل ماكرون إلى برلين، وعاد ماكرون مساء."))
    assert {one.type for one in library.text(added.id).entities} == {"place"}
    library.undo(change)
    library.renew()
    assert MACRON in {one.id for one in library.text(added.id).entities}


def test_the_older_of_two_names_is_not_brought_back_by_taking_the_first_away(library: Library) -> None:
    first = library.correct(Correction("rename", MACRON, value="الأول"))
    second = library.correct(Correction("rename", MACRON, value="الثاني"))
    library.undo(first)
    assert entity(library, MACRON).name == "الثاني"
    library.undo(second)
    assert entity(library, MACRON).name == "إيمانويل ماكرون"
    assert entity(library, MACRON).names == ("إيمانويل ماكرون", "ماكرون")


def test_the_log_is_only_added_to(library: Library) -> None:
    change = library.correct(Correction("rename", MACRON, value="الرئيس"))
    library.undo(change)
    library.rebuild()
    rename, undo = library.corrections()
    assert (rename.kind, rename.was[0], undo.kind, undo.value) == ("rename", "إيمانويل ماكرون", "undo", rename.id)
    assert library.standing() == ()


@pytest.mark.parametrize("where", ["new", "filled"])
def test_the_log_goes_out_and_comes_in(library: Library, tmp_path: Path, where: str) -> None:
    library.undo(library.correct(Correction("ignore", PARLY)))
    for kind in ("merge", "rename", "split"):
        library.correct(CORRECTIONS[kind])
    library.renew()
    lines = [json_line(record) for record in library.export()]
    with Library.open(tmp_path / "other.db") as other:
        if where == "filled":
            for number, text in enumerate(TEXTS):
                other.add(draft(number, text))
        for _ in range(2):
            bringing = _Bringing(other)
            for _done in bringing.all(records(io.BytesIO("\n".join(lines).encode()), ""), analysed=True):
                pass
            other.renew()
            assert not bringing.counts["failed"]
        assert other.corrections() == library.corrections()
        assert told(other) == told(library)


def test_a_renewal_that_was_cut_short_is_gone_on_with(library: Library, tmp_path: Path) -> None:
    library.correct(CORRECTIONS["ignore"])  # and the program ends
    with Library.open(tmp_path / "library.db") as again:
        assert again.renew() == 3
        assert again.renew() == 0
        assert MACRON not in {facet.entity.id for facet in again.facets()}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (Correction("rename", MACRON, value=" \u200f "), "needs a name"),
        (Correction("rename", "person:لا-أحد", value="أحد"), "no such entity"),
        (Correction("merge", MACRON, MACRON), "the same entity"),
        (Correction("merge", MACRON, "person:لا-أحد"), "no such entity"),
        (Correction("retype", MACRON, value="ship"), "no type of entity"),
    ],
)
def test_what_cannot_be_is_refused_and_not_written_down(library: Library, line: Correction, said: str) -> None:
    with pytest.raises(LibraryError, match=said):
        library.correct(line)
    with pytest.raises(LibraryError, match="no correction has this id"):
        library.take_back(("0" * 16,))
    assert library.corrections() == ()


def _broken(change: Callable[[dict[str, object]], object]) -> str:
    record: dict[str, object] = {
        "record": "correction",
        "kind": "merge",
        "entity": MACRON,
        "other": PARLY,
        "id": "0123456789abcdef",
    }
    change(record)
    return json_line(record)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda record: record.update(kind="bless"), "no kind of correction"),
        (lambda record: record.update(id="x"), "16 hexadecimal digits"),
        (lambda record: record.update(other="ship:x"), "must be ids of entities"),
        (lambda record: record.update(kind="retype", value="ship"), "no type of entity"),
        (lambda record: record.update(kind="rename"), "`value` is missing"),
        (lambda record: record.update(kind="split", value="س", article="x"), "what is split off"),
        (lambda record: record.update(was="x"), "no list"),
    ],
)
def test_a_line_of_a_foreign_log_that_says_nothing_is_told(
    change: Callable[[dict[str, object]], object], said: str
) -> None:
    ((error,),) = [list(records(io.BytesIO(_broken(change).encode()), "log"))]
    assert said in str(error)


def test_a_retyped_entity_is_counted_among_its_new_type_at_once(library: Library) -> None:
    number = library.number_of(MACRON)
    assert number in next(one for one in library.rankings() if one.type == "person").numbers
    library.correct(CORRECTIONS["retype"])
    assert number in next(one for one in library.rankings() if one.type == "organisation").numbers
    assert number not in next(one for one in library.rankings() if one.type == "person").numbers


def test_what_was_pinned_stays_so_when_another_takes_its_place(library: Library) -> None:
    library.pin(MACRON, on=True)
    library.correct(CORRECTIONS["merge"])
    assert library.pinned() == (library.number_of(PARLY),)
    library.pin(PARLY, on=False)
    assert library.pinned() == ()
