"""Knowledge packs of other forms than our CSV: what is taken from FollowTheMoney and Wikidata, what is refused."""

from __future__ import annotations

import csv
import json
import tracemalloc
from pathlib import Path

import pytest

from tui.analysis.knowledge import HEADER, countries, read
from tui.errors import SourceError
from tui.model import Statement

SEEDS = Path(__file__).parents[2] / "seeds"

PERSON = {
    "id": "x",
    "schema": "Person",
    "properties": {
        "name": ["Florence Parly", "فلورنس بارلي"],
        "position": ["وزيرة الجيوش\x1b"],
        "wikidataId": ["Q3073923"],
        "notes": ["x"],
    },
}
FRANCE = {
    "type": "item",
    "id": "Q142",
    "labels": {"ar": {"value": "فرنسا"}, "en": {"value": "France"}},
    "claims": {
        "P36": [{"rank": "normal", "mainsnak": {"datavalue": {"value": {"id": "Q90"}}}}],
        "P35": [
            {
                "rank": "preferred",
                "mainsnak": {"datavalue": {"value": {"id": "Q3052772"}}},
                "qualifiers": {"P580": [{"datavalue": {"value": {"time": "+2017-05-14T00:00:00Z", "precision": 11}}}]},
            },
            {"rank": "deprecated", "mainsnak": {"datavalue": {"value": {"id": "Q1"}}}},
            {"rank": "normal", "mainsnak": {"snaktype": "somevalue"}},
        ],
        "P571": [{"mainsnak": {"datavalue": {"value": {"time": "+0843-00-00T00:00:00Z", "precision": 9}}}}],
        "P18": [{"mainsnak": {"datavalue": {"value": "picture.jpg"}}}],
    },
}
PARIS = {"id": "Q90", "labels": {"ar": {"value": "باريس"}}, "claims": {}}


def _pack(tmp_path: Path, *entities: object, name: str = "pack.jsonl") -> Path:
    path = tmp_path / name
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in entities), encoding="utf-8")
    return path


def test_followthemoney_tells_of_offices(tmp_path: Path) -> None:
    vague = {"schema": "Interval", "properties": {}}
    nameless = {"schema": "Person", "properties": {"position": ["وزير"]}}
    organisation = {"schema": "Company", "properties": {"name": ["إن إس أو"], "country": ["il"], "publisher": ["سجل"]}}
    assert list(read(_pack(tmp_path, PERSON, vague, nameless, organisation))) == [
        Statement("Q3073923", "فلورنس بارلي", "P39", "وزيرة الجيوش\ufffd", pack="pack"),
        Statement("organisation:ان-اس-او", "إن إس أو", "P17", "il", source="سجل", pack="pack"),
    ]


@pytest.mark.parametrize("form", ["lines", "dump"])
def test_wikidata_tells_with_its_days_and_names(tmp_path: Path, form: str) -> None:
    path = _pack(tmp_path, FRANCE, PARIS)
    if form == "dump":
        path.write_text("[\n" + path.read_text(encoding="utf-8").replace("\n", ",\n") + "\n]\n", encoding="utf-8")
    assert sorted(read(path), key=lambda one: one.property) == [
        Statement("Q142", "فرنسا", "P35", "Q3052772", "2017-05-14", "", "Wikidata", "pack"),
        Statement("Q142", "فرنسا", "P36", "باريس", "", "", "Wikidata", "pack"),
        Statement("Q142", "فرنسا", "P571", "0843", "", "", "Wikidata", "pack"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1}', "neither FollowTheMoney nor Wikidata"),
        ("", "neither FollowTheMoney nor Wikidata"),
        ('{"schema": "Person"}\n{"schema":', ":2: broken JSON"),
        ("[1]", "no JSON object"),
        ('{"schema": "\udcff"}', "not UTF-8"),
    ],
)
def test_what_is_no_pack_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "pack.json"
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(SourceError, match=said):
        list(read(path))
    with pytest.raises(SourceError, match="cannot be read"):
        list(read(tmp_path / "missing.json"))


def test_the_pack_of_countries_is_what_is_made_from_cldr() -> None:
    with (SEEDS / "countries.csv").open(encoding="utf-8", newline="") as file:
        header, *shipped = map(tuple, csv.reader(file))
    assert header == HEADER
    made = [row[:-1] for row in countries.rows()]  # another CLDR has another number
    assert len({row[0] for row in shipped} & {row[0] for row in made}) > 0.95 * len({row[0] for row in made})
    assert ("place:فرنسا", "فرنسا", "P38", "يورو", "1999-01-01", "") in [row[:-1] for row in shipped]
    assert sum(row[2] == "P297" for row in shipped) > 240


def test_followthemoney_tells_who_held_which_office_and_when(tmp_path: Path) -> None:
    def held(post: str, start: str, end: str) -> dict[str, object]:
        given = {"holder": ["x"], "post": [post], "startDate": [start], "endDate": [end], "publisher": ["سجل"]}
        return {"id": f"o-{post}", "schema": "Occupancy", "properties": given}

    post = {"id": "p", "schema": "Position", "properties": {"name": ["وزيرة الجيوش"]}}
    union = {"id": "u", "schema": "Organization", "properties": {"name": ["اتحاد"]}}
    member = {"schema": "Membership", "properties": {"member": ["x"], "organization": ["u"], "startDate": ["soon"]}}
    pack = _pack(tmp_path, held("p", "2017-06-21T00:00:00", "2022"), held("gone", "", ""), post, PERSON, union, member)
    assert list(read(pack)) == [
        Statement("Q3073923", "فلورنس بارلي", "P39", "وزيرة الجيوش", "2017-06-21", "2022", "سجل", "pack"),
        Statement("Q3073923", "فلورنس بارلي", "P39", "وزيرة الجيوش\ufffd", pack="pack"),
        Statement("Q3073923", "فلورنس بارلي", "P463", "اتحاد", pack="pack"),
    ]


def test_of_a_large_file_only_the_names_that_are_meant_are_kept(tmp_path: Path) -> None:
    """Memory does not grow with the file: entities that nobody speaks of are read and let go."""
    path = tmp_path / "large.json"
    with path.open("w", encoding="utf-8") as file:
        for number in range(5_000_000, 5_030_000):
            label = {"ar": {"value": f"اسم طويل لشيء لا يسأل عنه أحد {number}"}}
            file.write(json.dumps({"id": f"Q{number}", "labels": label, "claims": {}}) + "\n")
        for one in (FRANCE, PARIS):
            file.write(json.dumps(one) + "\n")
    tracemalloc.start()
    found = list(read(path))
    _size, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert {one.value for one in found} >= {"باريس"}
    assert peak < 1_000_000
