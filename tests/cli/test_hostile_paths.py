"""Paths and settings made to break or hang a command: each gets one line and its exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Cli

needs_pipes = pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders on Windows")


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("a = " + "9" * 10_000, "not valid TOML"),
        ("a = " + "[" * 5_000, "not valid TOML"),
        ("measure = 0", "measure must be 1 or more"),
        ('measure = "wide"', "measure must be a whole number, not 'wide'"),
        ('library = ""', "library must name a file"),
        ('digits = "latin"', "digits must be one of written, arabic, european, not 'latin'"),
        ("spacing = 3", "spacing must be one of 1, 2, not 3"),
        ("spacing = true", "spacing must be one of 1, 2, not True"),
        ("justify = 1", "justify must be true or false, not 1"),
    ],
    ids=["number", "nesting", "zero", "type", "library", "digits", "spacing", "spacing type", "justify"],
)
def test_a_broken_configuration_is_one_line(cli: Cli, tmp_path: Path, setting: str, said: str) -> None:
    config = tmp_path / "config.toml"
    config.write_text(setting, encoding="utf-8")
    code, out, err = cli("--config", config, "list")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"warraq: {config}: {said}")


@needs_pipes
def test_nothing_waits_for_a_pipe(cli: Cli, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    code, _, err = cli("--library", pipe, "list")
    assert (code, err) == (1, f"warraq: {pipe}: is no regular file; choose another place with --library\n")
    code, _, err = cli("add", pipe)
    assert (code, err.count("\n")) == (1, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="no /dev/zero on Windows")
def test_an_endless_configuration_is_not_read_to_its_end(cli: Cli) -> None:
    code, out, err = cli("--config", "/dev/zero", "list")
    assert (code, out) == (1, "")
    assert err.startswith("warraq: /dev/zero: larger than 256 kB")


def test_a_name_that_no_file_can_have(cli: Cli) -> None:
    code, out, err = cli("--library", "a\0b", "list")
    assert (code, out, err.count("\n")) == (1, "", 1)


@needs_pipes
def test_a_name_that_would_break_the_line_is_escaped_once(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a\nb\x1b[31m\u202e.txt"
    path.touch()
    code, _, err = cli("add", path)
    assert (code, err) == (1, f"failed {str(path)!r}: empty; there is no text to read in it\n")


def test_a_failure_names_the_line(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("+++\ntitle = 5\n+++\n\nخبر.\n", encoding="utf-8")
    assert cli("add", path)[2].startswith(f"failed {path}:2: title in the front matter ")


@pytest.mark.parametrize("argv", [("entity", ""), ("entity", " "), ("add", ""), ("analyse", ""), ("render", "")])
def test_nothing_is_no_name(cli: Cli, argv: tuple[str, ...]) -> None:
    code, out, err = cli(*argv)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "empty" in err


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("library.db", "cannot be reached (Permission denied); choose another place with --library"),
        ("config.toml", "cannot be read (Permission denied); name another with --config"),
    ],
)
def test_what_cannot_be_looked_at(cli: Cli, monkeypatch: pytest.MonkeyPatch, name: str, hint: str) -> None:
    # As in a folder of another user; tests may run as one to whom nothing is forbidden.
    def refuse(call: Callable[..., object]) -> Callable[..., object]:
        def refused(path: Path, *given: object, **named: object) -> object:
            if path.name == name:
                raise PermissionError(13, "Permission denied", str(path))
            return call(path, *given, **named)

        return refused

    for method in ("stat", "exists", "is_dir", "open"):
        monkeypatch.setattr(Path, method, refuse(getattr(Path, method)))
    code, out, err = cli("list")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.endswith(f"{name}: {hint}\n")
