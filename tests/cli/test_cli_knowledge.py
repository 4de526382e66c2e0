"""`warraq knowledge`: packs come, are named, and go; a broken one changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Cli = Callable[..., tuple[int, str, str]]

HEADER = "subject,name,property,value,start,end,source\n"


def test_packs_come_are_listed_and_go(cli: Cli, files: Path, tmp_path: Path) -> None:
    cli("add", files)
    pack = tmp_path / "cities.csv"
    pack.write_text(HEADER + "Q90,باريس,P17,فرنسا,,,أطلس\n", encoding="utf-8")
    assert cli("knowledge", "add", pack) == (0, "added\tcities\t1\n", "")
    assert json.loads(cli("knowledge", "list", "--json")[1]) == {"pack": "cities", "statements": 1}
    found = json.loads(cli("entity", "باريس", "--json")[1])
    assert (found["wikidata"], found["statements"][0]["value"]) == ("Q90", "فرنسا")
    pack.write_text(HEADER + "Q90,باريس,P17,\n", encoding="utf-8")
    code, out, err = cli("knowledge", "add", pack)
    assert (code, out, "cities.csv:2" in err) == (1, "", True)
    assert cli("knowledge", "list")[1] == "cities\t1\n"
    assert cli("knowledge", "remove", "cities") == (0, "removed\tcities\t1\n", "")
    assert json.loads(cli("entity", "باريس", "--json")[1])["wikidata"] is None
    code, _out, err = cli("knowledge", "remove", "cities")
    assert (code, "no knowledge pack has this name" in err) == (1, True)


def test_what_is_wanted_must_be_said(cli: Cli) -> None:
    assert cli("knowledge", "add")[0] == 2
    assert cli("knowledge", "list", "x")[0] == 2
