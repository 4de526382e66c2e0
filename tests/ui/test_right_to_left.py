"""The interface in Arabic: from right to left, every word translated, shaped and in visual order."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

import tui.ui
from tests.ui.test_reader import MEDIUM, NARROW, WIDE, picture, settled
from tests.visual import said
from tui import i18n
from tui.i18n import _
from tui.ui import keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.ui.app import WarraqApp

LATIN = re.compile("[A-Za-z]{3,}")
# What is written on keys, and what is read.
KEPT = {"tab", "enter", "esc", "PgDn", "PgUp", "home", "end", "del", "ctrl", "alt", "shift", "NSO"}
RAW = re.compile("[\u0621-\u063f\u0641-\u064a]")
# Strings with Arabic letters that are no words of the interface: letters on keys, parts of Arabic words, samples.
NO_WORDS = {
    "keys.py": r".{1,3}(,.)?",
    "words.py": r"(لـ ال|لل|بـ |ب|لـ |ل)",
    "commands.py": "ال",
    "entity_filter.py": " ال",
    "calibrate.py": ".*",
}


EVERY_KEY = [
    key for name, table in vars(keys).items() if name.endswith("KEYS") for key in table if isinstance(key, keys.Key)
]


@pytest.fixture(autouse=True)
def _arabic() -> None:
    i18n.use("ar")


async def test_the_keys_begin_at_the_right_edge_and_are_hit(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)

        async def click(label: str, at: int) -> None:
            bar = picture(pilot).splitlines()[-1]
            await pilot.click(offset=(bar.index(said(label)) + at, WIDE[1] - 1))
            await settled(pilot)

        assert picture(pilot).splitlines()[-1].rstrip().endswith(f"{said('اللوح التالي')} tab")
        await click("الكيانات", 0)
        assert screen.has_class("-filtering")
        await click("إغلاق", len(said("إغلاق esc")) - 1)
        assert not screen.has_class("-filtering")
        await click("بحث", 0)
        assert screen.search.has_focus


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW, (39, 12)])
async def test_nothing_on_the_screen_is_english_raw_or_too_wide(
    reader: Callable[..., WarraqApp], size: tuple[int, int]
) -> None:
    async with reader().run_test(size=size) as pilot:
        await settled(pilot)
        for keys in (("G",), ("e",), ("escape", "slash"), ("escape", "question_mark"), ("pagedown",), ("q", "colon")):
            await pilot.press(*keys)
            await settled(pilot)
            for line in picture(pilot).splitlines():
                english = set(LATIN.findall(line)) - KEPT
                assert not english, line
                assert not RAW.search(line), line
                assert cell_len(line) == size[0]


async def test_notes_are_laid_out_from_the_right(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=MEDIUM, notifications=True) as pilot:
        await settled(pilot)
        pilot.app.notify("رسالة طويلة لا تتسع لها السطور القصيرة [وفيها قوسان]", title=_("Warraq"))
        await settled(pilot)
        lines = picture(pilot).splitlines()
        first = next((index for index, line in enumerate(lines) if f"{said('ورّاق')} ▐" in line), -9)
        assert f"{said('رسالة طويلة لا تتسع لها السطور القصيرة [وفيها')} ▐" in lines[first + 1]
        assert f"{said('قوسان]')} ▐" in lines[first + 2]


def test_every_word_of_the_keys_is_translated() -> None:
    for key in EVERY_KEY:
        for text in (key.label, key.help, key.group):
            assert _(text) != text, text


def test_arabic_stands_in_the_catalogue_alone() -> None:
    for path in Path(tui.ui.__file__).parent.rglob("*.py"):
        allowed = re.compile(NO_WORDS.get(path.name, "(?!)"))
        for text in _strings(path):
            assert not RAW.search(text) or allowed.fullmatch(text), f"{path.name}: {text}"


def _strings(path: Path) -> Iterator[str]:
    """The strings of a file, without docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs:
            yield node.value


async def test_brackets_on_keys_are_not_turned(reader: Callable[..., WarraqApp]) -> None:
    bracketed = [key for key in EVERY_KEY if set("(){}[]<>") & set(key.shown)]
    async with reader().run_test(size=(110, 200)) as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        seen = picture(pilot)
        assert bracketed
        for key in bracketed:
            assert f" {key.shown} " in seen
