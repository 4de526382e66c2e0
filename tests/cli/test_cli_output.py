"""What is printed: logical text in a pipe, laid-out lines on a terminal, JSON, and complaints in one line."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import combining

from tui.cli.output import Output
from tui.config import Config, load
from tui.errors import LibraryError
from tui.files import json_line
from tui.library import Library

if TYPE_CHECKING:
    import pytest

    from tui.model import Fact

Cli = Callable[..., tuple[int, str, str]]


def _type(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Let the program find `data` on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def _records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


# ---------------------------------------------------------------- printing


def test_json_lets_no_control_or_bidi_character_through() -> None:
    text = "سلام\u202e\u2066\u200f\u061c\x1b\x7f\x85\u2028\ud800\ufeff\u2060!"
    line = json_line({"text": text})
    assert "سلام" in line
    assert not re.search("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]", line)
    assert json.loads(line)["text"] == text


def test_a_title_cannot_break_its_line(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "odd.md"
    path.write_text(
        '+++\ntitle = "خبر\\t\\u001b[31m\\nثان \\u202e"\n+++\n\nوصل الوزير إلى باريس في زيارة رسمية.\n',
        encoding="utf-8",
    )
    assert cli("add", path)[0] == 0
    out = cli("list")[1]
    assert out.count("\n") == 1
    assert out.count("\t") == 4
    assert not re.search("[\x1b\u202e]", out)


def test_an_interrupt_ends_with_130_in_silence(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Library, "ids", interrupted)
    assert cli("list") == (130, "", "")


def test_a_library_that_fails_in_the_middle_is_one_line(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise LibraryError("the disk is full; make room")

    monkeypatch.setattr(Library, "rows", failing)
    assert cli("list") == (1, "", "warraq: the disk is full; make room\n")


def test_a_full_disk_under_the_output_is_one_line(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Output, "row", full)
    assert cli("list") == (1, "", "warraq: output: No space left on device\n")


# ---------------------------------------------------------------- a terminal


def _on_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")


def test_a_terminal_gets_lines_of_its_width(cli: Cli, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _on_terminal(monkeypatch)
    cli("add", files)
    for line in cli("list")[1].splitlines():
        assert sum(not combining(char) for char in line) == 60, "a right-to-left line ends at the right edge"
        assert "الوزيرة" not in line, "letters are joined and in visual order"


def test_colours_are_for_terminals_that_want_them(cli: Cli, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _on_terminal(monkeypatch)
    cli("add", files / "a.md")
    (record,) = _records(cli("list", "--json")[1])
    assert "\x1b[1m" in cli("show", record["id"])[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in cli("show", record["id"])[1]


def test_a_dumb_terminal_gets_logical_text(cli: Cli, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _on_terminal(monkeypatch)
    cli("add", files / "a.md")
    monkeypatch.setenv("TERM", "dumb")
    assert "الوزيرة تصل إلى باريس" in cli("list")[1]


def test_a_terminal_that_orders_text_itself_is_told_and_told_back(
    cli: Cli, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _on_terminal(monkeypatch)
    monkeypatch.setenv("VTE_VERSION", "7006")
    cli("add", files)
    out = cli("list")[1]
    assert out.startswith("\x1b[8l")
    assert out.endswith("\x1b[8h")


def test_show_lays_out_in_a_pipe_when_told_how(cli: Cli, files: Path) -> None:
    cli("add", files / "a.md")
    (record,) = _records(cli("list", "--json")[1])
    visual = cli("show", record["id"], "--width", 30)[1]
    assert max(map(len, visual.splitlines())) == 30
    logical = cli("show", record["id"], "--width", 30, "--text", "logical")[1]
    assert "الوزيرة" in logical
    assert "الوزيرة" not in visual


# ---------------------------------------------------------------- render


def test_render_prints_screen_lines(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("سلام\n\nabc\nلا\n", encoding="utf-8")
    code, out, _ = cli("render", path, "--width", 8)
    assert code == 0
    assert out == "     \ufee1\ufefc\ufeb3\n\nabc\n       \ufefb\n"
    assert cli("render", path, "--width", 8, "--base", "ltr")[1].splitlines()[0] == "\ufee1\ufefc\ufeb3"
    assert cli("render", path, "--width", 8, "--text", "logical")[1].splitlines()[0].strip() == "سلام"


def test_render_takes_standard_input_of_any_kind(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    _type(monkeypatch, "ن\x00ص\x1b[31m \u202eabc".encode())
    code, out, _ = cli("render", "-", "--width", 20)
    assert code == 0
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", out)
    _type(monkeypatch, b"")
    assert cli("render", "-") == (0, "", "")


def test_render_of_nothing_is_one_line_and_1(cli: Cli, tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        code, _, err = cli("render", path)
        assert code == 1
        assert err.count("\n") == 1


def test_the_configured_mode_holds_on_a_terminal(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('text = "logical"\nlibrary = "x.db"\n', encoding="utf-8")
    folder = {"XDG_DATA_HOME": "/data"}
    assert load(config, env=folder) == Config(
        library=Path("x.db"), text="logical", knowledge=Path("/data/warraq/knowledge")
    )


def test_what_may_be_misread_is_left_out_unless_all_is_wanted(
    cli: Cli, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sure(fact: Fact) -> bool:
        return fact.kind not in {"quantity", "statement"}

    monkeypatch.setattr("tui.analysis.facts.sure", sure)
    (files / "c.md").write_text("خطاب\n\nوقالت فلورنس بارلي إن التحقيق في القضية جار.\n", encoding="utf-8")
    cli("add", files)
    every = [json.loads(line) for line in cli("facts", "--all", "--json")[1].splitlines()]
    assert {fact["sure"] for fact in every if fact["kind"] == "quantity"} == {False}
    shown = [json.loads(line) for line in cli("facts", "--json")[1].splitlines()]
    assert shown == [fact for fact in every if fact["sure"]] != every
    assert "12 صحفيا" not in cli("facts", "--format", "csv")[1]
    assert "12 صحفيا" in cli("facts", "--format", "csv", "--all")[1]
    assert cli("facts", "fact:quantity")[1] == ""
    assert json.loads(cli("entity", "فلورنس بارلي", "--json", "--all")[1])["facts"]
    assert json.loads(cli("entity", "فلورنس بارلي", "--json")[1])["facts"] == []
