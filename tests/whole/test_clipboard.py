"""Copying out of the program in a pseudo-terminal: what the terminal is given is the text of the file."""

from __future__ import annotations

import base64
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.visual import shown
from tests.whole.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

WARRAQ = shutil.which("warraq", path=str(Path(sys.executable).parent)) or ""

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on Windows"),
    pytest.mark.skipif(not WARRAQ, reason="warraq is not installed in this environment: pip install -e '.[dev]'"),
]

PARAGRAPHS = (
    "قالت شركة NSO Group (الإسرائيلية) لأحد الناس إن المُنْتَزَهَ مفتوحٌ، وكتبت على https://example.org/a?b=1 ثم سكتت.",
    "می\u200cخواهم أن أقرأ عن C++ و%37.5 من المدارس، وبالمدرسةِ القريبة تلاميذ.",
)
FRONT_MATTER = (
    '+++\ntitle = "عنوان الخبر"\nsource = "صحيفة"\npublished = 2021-07-09\nurl = "https://example.org/خبر"\n+++\n\n'
)


def copies(terminal: Terminal) -> list[str]:
    """The texts that the terminal was given for its clipboard, OSC 52."""
    found = re.findall(rb"\x1b\]52;c?;([A-Za-z0-9+/=]*)\x07", terminal.output)
    return [base64.b64decode(data).decode("utf-8") for data in found]


def cell(terminal: Terminal, word: str) -> tuple[int, int]:
    """The column and the row, from 1, of a word's first letter: on the right of Arabic, on the left of Latin."""
    for y in range(terminal.screen.lines):
        cells = [terminal.screen.buffer[y][x].data[:1] for x in range(terminal.screen.columns)]
        if (x := "".join(cells).find(shown(word))) >= 0:
            return x + (1 if word.isascii() else len(shown(word))), y + 1
    raise AssertionError(f"{word} is not on the screen:\n{terminal.text}")


def mouse(terminal: Terminal, button: int, at: tuple[int, int], *, up: bool = False) -> None:
    """An event of the mouse as terminals report it (SGR, mode 1006)."""
    terminal.send(f"\x1b[<{button};{at[0]};{at[1]}{'m' if up else 'M'}")


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A home of its own, with a library of one file; no clipboard of the machine's."""
    article = tmp_path / "article.md"
    article.write_text(FRONT_MATTER + "\n\n".join(PARAGRAPHS) + "\n", encoding="utf-8")
    return {
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "WARRAQ_LIBRARY": str(tmp_path / "library.db"),
        "ARTICLE": str(article),
        **dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "WSL_DISTRO_NAME", "TERMUX_VERSION"), ""),
    }


@pytest.fixture
def terminal(env: dict[str, str]) -> Iterator[Terminal]:
    """The article open."""
    with Terminal([WARRAQ, "add", env["ARTICLE"]], env=env) as adding:
        assert adding.wait() == 0
    with Terminal([WARRAQ], cols=110, rows=30, env=env) as reading:
        reading.see(shown("تلاميذ."))
        reading.send("enter")
        reading.until(lambda: "copy" in reading.screen.display[-1], "the keys of the text")
        yield reading
        reading.send("q")
        assert reading.wait() == 0


def test_a_drag_over_both_directions_copies_the_files_text(terminal: Terminal) -> None:
    mouse(terminal, 0, cell(terminal, "NSO"))
    mouse(terminal, 32, cell(terminal, "سكتت"))
    mouse(terminal, 32, cell(terminal, "C++"))
    mouse(terminal, 0, cell(terminal, "C++"), up=True)
    terminal.settle()
    terminal.send("y")
    terminal.until(lambda: bool(copies(terminal)), "the clipboard")
    whole = "\n\n".join(PARAGRAPHS)
    assert copies(terminal) == [whole[whole.index("NSO") : whole.index("++")]]
    terminal.see("Copied:")


def test_a_caret_copies_whole_paragraphs_on_either_keyboard(terminal: Terminal) -> None:
    for keys in (("v", "}", "}", "y"), ("ر", ">", ">", "غ")):
        before = len(copies(terminal))
        terminal.send(*keys)
        terminal.until(lambda wanted=before + 1: len(copies(terminal)) == wanted, "the clipboard")  # type: ignore[misc]
    assert copies(terminal) == ["\n\n".join(PARAGRAPHS)] * 2


def test_the_paragraph_the_article_and_its_link(terminal: Terminal) -> None:
    for number, key in enumerate("ycu", start=1):
        terminal.send(key)
        terminal.until(lambda wanted=number: len(copies(terminal)) == wanted, "the clipboard")  # type: ignore[misc]
    link = "https://example.org/%D8%AE%D8%A8%D8%B1"
    article = "\n".join(["عنوان الخبر", "صحيفة · 9 July 2021", link, "", "\n\n".join(PARAGRAPHS)])
    assert copies(terminal) == [PARAGRAPHS[0], article, link]


def test_what_is_found_is_counted_and_marked(terminal: Terminal) -> None:
    terminal.send("\x06", "المدرسه")
    terminal.see("(1 of 1)")
    terminal.send("escape")
    terminal.until(lambda: "(1 of 1)" not in terminal.text, "an end of finding")
    terminal.send("y")
    terminal.until(lambda: bool(copies(terminal)), "the clipboard")
    assert copies(terminal) == [PARAGRAPHS[0]]


def test_an_address_is_a_link_of_the_terminal(terminal: Terminal) -> None:
    terminal.settle()
    linked = re.findall(rb"\x1b\]8;id=([^;]+);([^\x1b]*)\x1b\\(.*?)\x1b\]8;;\x1b\\", terminal.output)
    assert {target for _, target, _ in linked} == {b"https://example.org/a?b=1"}
    assert len({name for name, _, _ in linked}) == 1
    assert all(re.sub(rb"\x1b\[[0-9;]*m", b"", text) in b"https://example.org/a?b=1" for _, _, text in linked)


def test_a_link_opens_in_a_browser_that_takes_the_terminal(env: dict[str, str], tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "browsing $1"\nprintf %s "$1" > {tmp_path}/visited\n', encoding="utf-8")
    browser.chmod(0o755)
    with Terminal([WARRAQ, "add", env["ARTICLE"]], env=env) as adding:
        assert adding.wait() == 0
    for command in (str(browser), f"{browser} %s &"):
        with Terminal([WARRAQ], env={**env, "BROWSER": command}) as terminal:
            terminal.see(shown("تلاميذ."))
            terminal.send("o")
            terminal.until((tmp_path / "visited").exists, "the browser")
            terminal.settle()
            # One beside the program says nothing into its screen; the other had the terminal and gave it back.
            assert (b"browsing" in terminal.output) == (not command.endswith("&"))
            assert "browsing" not in terminal.text
            terminal.see(shown("عنوان الخبر"))
            terminal.send("q")
            assert terminal.wait() == 0
        assert (tmp_path / "visited").read_text(encoding="utf-8") == "https://example.org/%D8%AE%D8%A8%D8%B1"
        (tmp_path / "visited").unlink()


def test_inside_tmux_its_own_buffer_and_the_terminal_outside_get_the_text(env: dict[str, str], tmp_path: Path) -> None:
    tmux = shutil.which("tmux")
    if not tmux:
        pytest.skip("tmux is not installed (Debian: apt-get install tmux)")
    with Terminal([WARRAQ, "add", env["ARTICLE"]], env=env) as adding:
        assert adding.wait() == 0
    server = [tmux, "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    with Terminal([*server, "new-session", WARRAQ], env={**env, "TERM": "xterm-256color"}) as terminal:
        terminal.see(shown("تلاميذ."))
        terminal.send("y")
        terminal.see("Copied the paragraph")
        terminal.until(lambda: PARAGRAPHS[0] in copies(terminal), "the terminal outside")
        terminal.send("q")
        terminal.wait()
