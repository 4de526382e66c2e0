"""The locale chooses the language of the interface: seen in a pseudo-terminal and in a pipe."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.visual import said, shown
from tests.whole.terminal import Terminal
from tests.whole.test_program import WARRAQ, env, pytestmark  # noqa: F401 - a fixture and the marks
from tui import i18n

ARABIC = {"LC_ALL": "", "LANG": "ar_EG.UTF-8"}
ENGLISH = {"LC_ALL": "", "LANG": "C.UTF-8"}


def test_an_arabic_locale_shows_arabic_joined_and_in_visual_order(env: dict[str, str]) -> None:  # noqa: F811
    with Terminal([WARRAQ], cols=140, rows=40, env={**env, **ARABIC}) as terminal:
        i18n.use("ar")
        terminal.reader()
        terminal.see(said("كل المقالات"), said("14 مقالا"))
        assert terminal.screen.display[-1].rstrip().endswith(said("اللوح التالي") + " tab")
        terminal.send("?")
        terminal.see(said("مساعدة"), said("إلى البداية"), shown("ئ"))
        assert "Go to" not in terminal.text
        terminal.send("q")
        terminal.until(lambda: said("إلى البداية") not in terminal.text, "the reader")
        terminal.send("q")
        assert terminal.wait() == 0


def test_another_locale_shows_english(env: dict[str, str]) -> None:  # noqa: F811
    with Terminal([WARRAQ], cols=140, rows=40, env={**env, **ENGLISH}) as terminal:
        terminal.reader()
        terminal.see("All articles", "14 articles")
        assert terminal.screen.display[-1].lstrip().startswith("tab pane")
        terminal.send("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize(("locale", "heading"), [(ARABIC, "\nالمقالات\n"), (ENGLISH, "\nArticles\n")])
def test_commands_print_logical_text_into_a_pipe(env: dict[str, str], locale: dict[str, str], heading: str) -> None:  # noqa: F811
    done = subprocess.run(
        [WARRAQ, "entity", "ماكرون"], env={**os.environ, **env, **locale}, capture_output=True, check=True, text=True
    )
    assert heading in done.stdout
    assert not set("\u2066\u2067\u2068\u2069") & set(done.stdout)
