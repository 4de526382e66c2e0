"""Facts of every kind in every form: nothing is lost, nothing is claimed that the article does not, nothing fails."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.ftm_lines import checked
from tui import i18n
from tui.model import Argument, ArticleRow, Attribution, Evidence, Fact, FactTime, Predicate, Quantity, StoredFact
from tui.ui import fact_page, words
from tui.ui.formats import FORMATS, lines

ROW = ArticleRow(7, "عنوان", "جريدة", "2021-07-28", read=False, starred=False)
PERSON = Argument("فلورنس بارلي", 0, 12, "person:فلورنس-بارلي")
STATE = Argument("المغرب", 0, 6, "place:المغرب")
COMPANY = Argument("إن إس أو", 0, 8, "organisation:ان-اس-او")
PRODUCT = Argument("بيغاسوس", 0, 7, "product:بيغاسوس")
OFFICE = Argument("وزيرة الجيوش", 0, 12)
KINDS = (
    *("quantity", "statement", "denial", "accusation", "commitment", "proposal", "demand", "refusal", "agreement"),
    *("meeting", "visit", "call", "publication", "obtain", "attack", "arrest", "no_comment", "capability", "event"),
    *("role", "org_fact", "rumour"),
)


def _stored(kind: str, **said: Any) -> StoredFact:
    made = Fact(
        f"id-{kind}", kind, PERSON, Predicate("مع"), PRODUCT, None, None, "place:القاهره", "affirmed", "asserted",
        (), Evidence(3, 20, "في اجتماع بالقاهرة أمس"), 0.9, "test",
    )  # fmt: skip
    return StoredFact(replace(made, **said), ROW)


def _ftm(*facts: StoredFact) -> dict[str, list[dict[str, list[str]]]]:
    found: dict[str, list[dict[str, list[str]]]] = {}
    for one in checked(lines("ftm", facts)):
        found.setdefault(one["schema"], []).append(one["properties"])
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("subject", [PERSON, STATE, COMPANY, PRODUCT, None])
@pytest.mark.parametrize("form", FORMATS)
def test_no_kind_fails_in_any_form(kind: str, subject: Argument | None, form: str) -> None:
    fillers = (PERSON, STATE, COMPANY, PRODUCT, OFFICE, None)
    quantity = Quantity(180, None, None, ">=", "", "صحفيا") if kind == "quantity" else None
    said = (Attribution("الوزارة", "organisation:الوزاره", "قالت", quoted=False), Attribution("", "", "", quoted=False))
    facts = [
        replace(stored, fact=replace(stored.fact, id=f"id-{number}"))
        for number, filler in enumerate(fillers)
        for stored in [_stored(kind, subject=subject, object=filler, quantity=quantity, attribution=said)]
    ]
    made = list(lines(form, facts))
    assert made
    if form == "ftm":
        checked(made)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_kind_has_a_name_and_a_place_in_time(language: str) -> None:
    i18n.use(language)
    facts = [_stored(kind) for kind in KINDS]
    names = {kind: words.kind(kind) for kind in KINDS}
    assert names["rumour"] == "rumour"
    if language == "ar":
        assert all(not name.isascii() for kind, name in names.items() if kind != "rumour")
    entries = fact_page.timeline("عنوان", facts)
    assert sum(entry.kind == "fact" for entry in entries) == len(KINDS)


def test_an_office_is_an_occupancy_with_its_position() -> None:
    role = Predicate("هي", "P39")
    found = _ftm(_stored("role", predicate=role, object=OFFICE, place=""))
    (occupancy,), (position,), (person,) = found["Occupancy"], found["Position"], found["Person"]
    assert position == {"name": ["وزيرة الجيوش"]}
    assert person["name"] == ["فلورنس بارلي"]
    assert (occupancy["date"], occupancy["summary"]) == (["2021-07-28"], ["في اجتماع بالقاهرة أمس"])
    assert "Event" not in found
    of = _ftm(_stored("role", predicate=role, object=replace(OFFICE, entity=COMPANY.entity), place=""))
    assert of["Position"][0]["organization"]


@pytest.mark.parametrize(
    "said", [{"polarity": "negated"}, {"modality": "alleged"}, {"modality": "planned"}, {"subject": STATE}]
)
def test_what_is_not_certain_is_no_link(said: dict[str, Any]) -> None:
    for kind, other in (("role", OFFICE), ("org_fact", COMPANY)):
        found = _ftm(_stored(kind, **{"object": other, "subject": PRODUCT if kind == "org_fact" else PERSON, **said}))
        if kind == "role" or "subject" not in said:
            assert set(found) & {"Event", "Occupancy", "UnknownLink"} == {"Event"}


def test_what_the_reader_calls_wrong_is_no_link() -> None:
    found = _ftm(replace(_stored("role", object=OFFICE), verdict="wrong"))
    assert (len(found["Event"]), found["Event"][0]["notes"]) == (1, ["wrong"])


def test_who_owns_what_is_an_ownership_and_a_seat_a_link() -> None:
    owned = _stored("org_fact", subject=PRODUCT, predicate=Predicate("الخاص بـ", "P127"), object=COMPANY, place="")
    assert _ftm(owned)["Ownership"][0]["role"] == ["الخاص بـ"]
    member = _stored("org_fact", subject=COMPANY, predicate=Predicate("عضو في", "P463"), object=COMPANY, place="")
    assert "Membership" in _ftm(member)
    seat = _stored("org_fact", subject=COMPANY, predicate=Predicate("مقرها", "P159"), object=STATE, place="")
    assert _ftm(seat)["UnknownLink"][0]["role"] == ["مقرها"]


def test_an_event_says_where_and_whom_it_names() -> None:
    time = FactTime("2021-03-04", "2021-03-05", "day", "4 مارس", "text")
    found = _ftm(_stored("meeting", object=STATE, time=time))
    (event,) = found["Event"]
    assert event["location"] == ["القاهرة"]  # as the text writes it
    assert {one["full"][0] for one in found["Address"]} == {"القاهرة", "المغرب"}
    assert len(event["addressEntity"]) == 1  # the state that acts is not where it happened
    assert event["locationMentioned"] == ["المغرب"]
    assert (event["startDate"], event["endDate"], event.get("date")) == (["2021-03-04"], ["2021-03-05"], None)
    assert _ftm(_stored("event", object=PRODUCT, place="المقر"))["Event"][0]["location"] == ["المقر"]
    (named,) = _ftm(_stored("event", object=PRODUCT))["Event"]
    assert (len(named["involved"]), named["namesMentioned"]) == (1, ["بيغاسوس"])


def test_a_time_that_is_not_understood_gives_no_date() -> None:
    time = FactTime("XXXX-05-08", "", "day", "8 مايو", "unresolved")
    assert "date" not in _ftm(_stored("event", time=time))["Event"][0]


def test_csv_says_where_and_how_sure() -> None:
    unsure = replace(_stored("meeting"), sure=False)
    (row,) = csv.DictReader(io.StringIO("\n".join(lines("csv", [unsure]))))
    assert (row["place"], row["sure"], row["kind"]) == ("place:القاهره", "no", "meeting")


def test_lines_of_json_are_read_back() -> None:
    (line,) = lines("jsonl", [_stored("role")])
    assert json.loads(line)["place"] == "place:القاهره"


def test_markdown_of_an_unknown_kind_is_a_point() -> None:
    tokens = MarkdownIt().parse("\n".join(lines("markdown", [_stored("rumour")])))
    assert tokens[0].type == "bullet_list_open"
