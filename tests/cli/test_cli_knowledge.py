"""`warraq knowledge`: packs come, are named, and go; a broken one changes nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

Cli = Callable[..., tuple[int, str, str]]

HEADER = "subject,name,property,value,start,end,source\n"


def test_packs_come_are_listed_and_go(cli: Cli, files: Path, tmp_path: Path) -> None:
    cli("add", files)
    pack = tmp_path / "cities.csv"
    pack.write_text(HEADER + "Q90,باريس,P17,فرنسا,,,أطلس\n", encoding="utf-8")
    assert cli("knowledge", "add", pack) == (0, "added\tcities\t1\n", "")
    os.utime(pack, (1_600_000_000, 1_600_000_000))
    assert cli("knowledge", "add", pack)[0] == 0
    listed = {"pack": "cities", "statements": 1, "day": "2020-09-13", "file": None, "problem": None}
    assert json.loads(cli("knowledge", "list", "--json")[1]) == listed
    found = json.loads(cli("entity", "باريس", "--json")[1])
    assert (found["wikidata"], found["statements"][0]["value"]) == ("Q90", "فرنسا")
    pack.write_text(HEADER + "Q90,باريس,P17,\n", encoding="utf-8")
    code, out, err = cli("knowledge", "add", pack)
    assert (code, out, "cities.csv:2" in err) == (1, "", True)
    assert cli("knowledge", "list")[1] == "cities\t1\t2020-09-13\t\n"
    assert cli("knowledge", "remove", "cities") == (0, "removed\tcities\t1\n", "")
    assert json.loads(cli("entity", "باريس", "--json")[1])["wikidata"] is None
    code, _out, err = cli("knowledge", "remove", "cities")
    assert (code, "no knowledge pack has this name" in err) == (1, True)


def test_packs_in_the_readers_folder_are_taken_up(
    cli: Cli, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "data" / "warraq" / "knowledge"
    folder.mkdir(parents=True)
    (folder / "cities.csv").write_text(HEADER + "Q90,باريس,P17,فرنسا,,,أطلس\n", encoding="utf-8")
    (folder / "broken.jsonl").write_text('{"schema": "Person"}\n{"schema"\n', encoding="utf-8")
    cli("add", files)
    code, out, err = cli("entity", "باريس", "--json")
    assert (code, json.loads(out)["statements"][0]["value"]) == (0, "فرنسا")
    assert err.startswith("warraq: ")
    assert (err.count("\n"), "broken.jsonl:2: broken JSON" in err) == (1, True)
    assert cli("entity", "باريس", "--json")[2] == ""  # told once
    listed = [json.loads(line) for line in cli("knowledge", "list", "--json")[1].splitlines()]
    assert [(pack["pack"], pack["statements"]) for pack in listed] == [("broken", 0), ("cities", 1)]
    assert "broken JSON" in listed[0]["problem"]
    code, _out, err = cli("knowledge", "remove", "cities")
    assert (code, "lies in" in err) == (1, True)
    config = tmp_path / "config" / "warraq" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(f"knowledge = '{tmp_path / 'elsewhere'}'\n", encoding="utf-8")
    assert cli("knowledge", "list")[1] == ""


def test_what_is_wanted_must_be_said(cli: Cli) -> None:
    assert cli("knowledge", "add")[0] == 2
    assert cli("knowledge", "list", "x")[0] == 2
