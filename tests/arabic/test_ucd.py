"""Holds the generated tables: that they are what Unicode's files say, and some values that the engine leans on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.arabic import ucd
from tui.arabic.ucd import generate

_FOLDER = Path(os.environ.get("UNICODE_DATA", "/usr/share/unicode"))


def test_tables_are_as_generated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = ucd.PATH.read_text(encoding="ascii").split(";")[0].removeprefix("# Unicode ")
    source = _FOLDER / "EastAsianWidth.txt"
    if not source.exists() or version not in source.read_text(encoding="utf-8")[:100]:
        pytest.skip(f"no Unicode {version} data in {_FOLDER}")
    monkeypatch.setattr(generate, "PATH", tmp_path / "tables.txt")
    generate.main(_FOLDER)
    assert (tmp_path / "tables.txt").read_bytes() == ucd.PATH.read_bytes()


def test_classes_of_unassigned_code_points() -> None:
    assert [ucd.BIDI[char] for char in "\u05ff\u07bf\u08ff\U00010fff\U0001eeff\u20cf\ufdd0\ufffe\U00050000"] == list(
        "RAmRA%bbL"
    )


def test_properties() -> None:
    assert [ucd.JOINING[char] for char in "ابـ\u200d\u200c\u064eەaێ"] == list("RDC" + "C.TR.D")
    assert [ucd.MARKS[char] for char in "\u064eاa\u0301\u1160"] == list("M..MM")
    assert [ucd.WIDE[char] for char in "漢a😀\u2764ب"] == list("W.W..")
    assert ucd.PICTURES["👨"] == "E"


def test_pairs() -> None:
    assert ucd.mirrors()["«"] == "»"
    assert ucd.mirrors()["»"] == "«"
    assert "“" not in ucd.mirrors()
    assert ucd.brackets()["("] == (")", True)
    assert ucd.brackets()["\u232a"] == ("\u3009", False)
    assert "«" not in ucd.brackets()
