"""The README's tables say what the program's own tables say."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from tui.ui.keys import ENTITY_KEYS, FACT_KEYS, KEYS, SELECT_KEYS
from tui.ui.screens.help import QUERIES

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_every_key_is_in_the_readme() -> None:
    for group, keys in groupby((*KEYS, *FACT_KEYS, *ENTITY_KEYS, *SELECT_KEYS), lambda key: key.group):
        for key in keys:
            assert f"| `{key.shown}` | {key.letters} | {key.help} |" in README, f"{group}: {key.id}"


def test_every_form_of_a_query_is_in_the_readme() -> None:
    for form, meaning in QUERIES:
        assert f"| `{form}` | {meaning} |" in README
