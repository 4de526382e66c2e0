"""Picking, tagging, deleting and undoing in the whole program, while another one adds; the library says the same."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.visual import said
from tests.whole.terminal import Terminal, inherited
from tests.whole.test_program import WARRAQ, env, pytestmark

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["env", "pytestmark"]


def _warraq(home: dict[str, str], *arguments: str) -> str:
    command = (sys.executable, "-m", "tui", *arguments)
    return subprocess.run(
        command, env=inherited() | home, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout


def _listed(home: dict[str, str], query: str) -> set[int]:
    return {json.loads(line)["id"] for line in _warraq(home, "list", query, "--json").splitlines()}


def test_all_that_match_are_tagged_deleted_and_brought_back(env: dict[str, str], tmp_path: Path) -> None:
    with Terminal([WARRAQ], cols=120, rows=30, env=env) as terminal:
        terminal.see("14 articles", "●")
        found = _listed(env, "ماكرون")
        terminal.send("/", "ماكرون", "enter")
        terminal.see(f"{len(found)} articles", said("Search: "))
        terminal.send("\x01")
        terminal.see(f"{len(found)} picked")
        terminal.send("t", "لاحقا", "enter")
        terminal.see(f"tagged {said('لاحقا')}, {len(found)} articles")
        assert _listed(env, "tag:لاحقا") == found
        article = tmp_path / "new.md"
        article.write_text(
            "+++\ntitle = 'جسر جديد'\nsource = 'تجربة'\n+++\n\nعبر ماكرون الجسر الجديد.\n", encoding="utf-8"
        )
        _warraq(env, "add", str(article))
        terminal.see("New: 1 article (F5)")
        terminal.send("d", "y")
        terminal.see(f"deleted, {len(found)} articles")
        assert _listed(env, "ماكرون").isdisjoint(found)
        assert len(_listed(env, "ماكرون")) == 1
        terminal.send("U")
        terminal.see(f"Undone: deleted, {len(found)} articles")
        assert len(_listed(env, "ماكرون") - found) == 1
        assert _listed(env, "tag:لاحقا") == found
        terminal.send("U")
        terminal.see("Undone: tagged")
        assert not _listed(env, "tag:لاحقا")
        terminal.send("q")
        assert terminal.wait() == 0
