"""`warraq corrections`: the log is listed, and a line of it taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.library import Library
from tui.model import Correction

if TYPE_CHECKING:
    from pathlib import Path

Cli = Callable[..., tuple[int, str, str]]


def test_the_log_is_listed_and_a_line_taken_back(cli: Cli, files: Path, library: Path) -> None:
    cli("add", files)
    with Library.open(library) as opened:
        entity = opened.entity("باريس").entity
        opened.correct(Correction("rename", entity.id, value="مدينة باريس"))
    code, out, err = cli("corrections")
    assert (code, err) == (0, "")
    number, _made, said, state = out.rstrip("\n").split("\t")
    assert (code, said, state) == (0, "باريس is called مدينة باريس", "")
    assert json.loads(cli("entity", "باريس", "--json")[1])["name"] == "مدينة باريس"
    assert cli("corrections", "--undo", number)[1].endswith("\ttaken back\n")
    assert json.loads(cli("entity", "باريس", "--json")[1])["name"] == "باريس"
    records = [json.loads(line) for line in cli("corrections", "--json")[1].splitlines()]
    assert [(record["kind"], record["holds"]) for record in records] == [("rename", False), ("undo", False)]
    assert cli("corrections", "--undo", "0" * 16)[::2] == (
        1,
        f"warraq: {'0' * 16}: no correction has this id; `warraq corrections` lists them\n",
    )
