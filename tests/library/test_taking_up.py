"""Knowledge packs in a folder of the reader's: taken up when they change, told of when broken, forgotten when gone."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from tui.errors import LibraryError
from tui.library import Library
from tui.library.knowing import Taken
from tui.sources import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER = "subject,name,property,value,start,end,source\n"
PARIS = "place:باريس,باريس,P17,فرنسا,,,أطلس\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as made:
        made.add(read_bytes("خبر\n\nزار الوزير باريس أمس.".encode(), "a.txt"))
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "knowledge"
    made.mkdir()
    return made


def _values(library: Library) -> list[str]:
    return [one.value for one in library.entity("باريس").statements]


def test_packs_of_all_forms_are_taken_up_once(library: Library, folder: Path) -> None:
    (folder / "atlas.csv").write_text(HEADER + PARIS, encoding="utf-8")
    ftm = {"id": "a", "schema": "Address", "properties": {"name": ["باريس"], "country": ["fr"]}}
    (folder / "register.jsonl").write_text(json.dumps(ftm), encoding="utf-8")
    item = {"id": "Q90", "labels": {"ar": {"value": "باريس"}}, "claims": {"P1313": []}}
    item["claims"] = {"P571": [{"mainsnak": {"datavalue": {"value": {"time": "+0300-00-00T", "precision": 9}}}}]}
    (folder / "items.ndjson").write_text(json.dumps(item), encoding="utf-8")
    (folder / "notes.txt").write_text("no pack", encoding="utf-8")
    os.utime(folder / "atlas.csv", (1_600_000_000, 1_600_000_000))
    taken = list(library.take_up(folder))
    assert taken == [Taken("atlas", 1), Taken("items", 1), Taken("register", 1)]
    assert sorted(_values(library)) == ["0300", "fr", "فرنسا"]
    assert library.entity("باريس").packs["atlas"] == "2020-09-13"
    assert list(library.take_up(folder)) == []


def test_what_changed_is_taken_up_again_and_what_is_gone_is_forgotten(library: Library, folder: Path) -> None:
    pack = folder / "atlas.csv"
    pack.write_text(HEADER + PARIS, encoding="utf-8")
    list(library.take_up(folder))
    pack.write_text(HEADER + PARIS.replace("فرنسا", "الجمهورية الفرنسية"), encoding="utf-8")
    assert list(library.take_up(folder)) == [Taken("atlas", 1)]
    assert _values(library) == ["الجمهورية الفرنسية"]
    pack.unlink()
    assert list(library.take_up(folder)) == [Taken("atlas")]
    assert _values(library) == []
    assert list(library.take_up(folder)) == []


def test_a_broken_file_is_told_once_and_what_it_said_before_stays(library: Library, folder: Path) -> None:
    pack = folder / "atlas.csv"
    pack.write_text(HEADER + PARIS, encoding="utf-8")
    list(library.take_up(folder))
    pack.write_text(HEADER + PARIS + "a,b\n", encoding="utf-8")
    (folder / "bad.json").write_bytes(b'{"schema": "Person"}\n{"schema": \xff')
    (folder / "empty.json").write_bytes(b"")
    (folder / "other.csv").write_text(HEADER + PARIS, encoding="utf-8")
    taken = {one.name: one for one in library.take_up(folder)}
    assert "atlas.csv:3: 2 fields" in taken["atlas"].problem
    assert "bad.json:2: not UTF-8" in taken["bad"].problem
    assert "neither FollowTheMoney nor Wikidata" in taken["empty"].problem
    assert taken["other"] == Taken("other", 1)
    assert all("\n" not in one.problem for one in taken.values())
    assert _values(library) == ["فرنسا", "فرنسا"]
    assert list(library.take_up(folder)) == []
    assert {pack.name for pack in library.packs() if pack.problem} == {"atlas", "bad", "empty"}


def test_two_files_of_one_name_are_told(library: Library, folder: Path) -> None:
    (folder / "atlas.csv").write_text(HEADER + PARIS, encoding="utf-8")
    (folder / "atlas.json").write_text("{}", encoding="utf-8")
    first, second = library.take_up(folder)
    assert first == Taken("atlas", 1)
    assert "atlas.csv is a pack of this name already" in second.problem
    assert list(library.take_up(folder)) == []


def test_packs_added_by_hand_stay_and_those_of_the_folder_are_changed_there(library: Library, folder: Path) -> None:
    by_hand = folder.parent / "by-hand.csv"
    by_hand.write_text(HEADER + PARIS, encoding="utf-8")
    library.add_pack(by_hand)
    (folder / "atlas.csv").write_text(HEADER + PARIS, encoding="utf-8")
    list(library.take_up(folder))
    assert [pack.name for pack in library.packs()] == ["atlas", "by-hand"]
    with pytest.raises(LibraryError, match="atlas: lies in"):
        library.remove_pack("atlas")
    assert list(library.take_up(folder.parent / "nowhere")) == [Taken("atlas")]
    assert list(library.take_up(None)) == []
    assert [pack.name for pack in library.packs()] == ["by-hand"]


def test_others_write_while_a_large_pack_is_read(library: Library, folder: Path) -> None:
    """A pack is read before the library is locked for it."""
    pack = folder / "atlas.csv"
    os.mkfifo(folder.parent / "pipe.csv")
    (folder / "pipe.csv").symlink_to(folder.parent / "pipe.csv")  # would never end
    pack.write_text(HEADER + PARIS * 20_000, encoding="utf-8")
    marked = []

    def read(path: Path) -> Iterator[object]:
        with Library.open(library.path) as other:
            marked.append(other.mark(other.ids(), starred=True))
        yield from original(path)

    from tui.analysis import knowledge

    original = knowledge.read
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(knowledge, "read", read)
        assert list(library.take_up(folder)) == [Taken("atlas", 20_000)]
    assert marked
