"""`warraq verdicts`: marks on facts are listed, and those whose evidence is gone are not dropped."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.library import Library

if TYPE_CHECKING:
    from pathlib import Path

Cli = Callable[..., tuple[int, str, str]]


def test_marks_are_listed_and_one_whose_evidence_is_gone_too(cli: Cli, files: Path, library: Path) -> None:
    cli("add", files)
    assert cli("verdicts") == (0, "", "")
    with Library.open(library) as opened:
        article, fact = next((stored.article.id, stored.fact) for stored in opened.facts())
        opened.judge(article, fact, "right")
        gone = replace(fact, id="gone", evidence=replace(fact.evidence, exact="دليل لم يعد في النص"))
        opened.judge(article, gone, "wrong")
    code, out, err = cli("rebuild")
    assert (code, err) == (0, "")
    assert "lost\t1\t" in out
    rows = {line.split("\t")[1]: line.split("\t")[3:] for line in cli("verdicts")[1].splitlines()}
    assert rows["right"] == [f"«{fact.evidence.exact}»", ""]
    assert rows["wrong"] == ["«دليل لم يعد في النص»", "found no more"]
    records = [json.loads(line) for line in cli("verdicts", "--json")[1].splitlines()]
    assert {record["verdict"]: record["found"] for record in records} == {"right": True, "wrong": False}
    with Library.open(library) as opened:
        opened.judge(article, gone, "")
    assert cli("rebuild")[1].count("\n") == 1
