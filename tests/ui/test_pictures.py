"""One picture a state of the screen; `pytest --snapshot-update` takes them anew. Look at them before you keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui import i18n

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.ui.app import WarraqApp

STATES = {
    "three_panes": ((140, 30), ("j", "j")),
    "search": ((140, 30), ("slash", *"النيل", "enter", "n")),
    "mistake": ((140, 30), ("slash", *"بعد:أمسا", "enter")),
    "filter": ((140, 30), ("e", *"nil", "enter")),
    "evidence": ((140, 30), ("G", "f", "enter")),
    "drawer": ((100, 26), ("G", "f")),
    "alone": ((60, 20), ("j", "enter")),
    "smallest": ((40, 12), ()),
    "too_small": ((39, 12), ()),
    "quiet": ((100, 24), ("j", "z")),
    "selecting": ((140, 30), ("j", "j", "enter", "v", "home", "v", "v", *["left"] * 5, "down")),
    "finding": ((100, 24), ("j", "enter", "ctrl+f", *"نخله")),
    "help": ((110, 40), ("question_mark",)),
    "selected": ((80, 12), ("slash", *"عن NSO قال", "home", *["shift+left"] * 6)),
    "wrong_keyboard": ((80, 12), ("slash", *"hgkdg")),
    "completions": ((110, 16), ("slash", *"النيل @", "down")),
    "views": ((100, 18), ("slash", *"النيل", "enter", "ctrl+s", *"Nile", "enter", "down")),
    "form": ((80, 24), ("a", *"سد", "down", "down", "down", *"asw")),
    "palette": ((110, 30), ("colon", "s", "down")),
}


IN_ARABIC = (
    *("three_panes", "mistake", "filter", "evidence", "alone", "too_small", "help", "wrong_keyboard", "palette"),
    *("selecting", "finding", "completions", "views", "form"),
)


@pytest.mark.parametrize("state", STATES)
def test_the_screen_looks_as_it_did(
    state: str, reader: Callable[..., WarraqApp], snap_compare: Callable[..., bool]
) -> None:
    _compare(state, reader, snap_compare)


@pytest.mark.parametrize("state", IN_ARABIC)
def test_the_screen_in_arabic_looks_as_it_did(
    state: str, reader: Callable[..., WarraqApp], snap_compare: Callable[..., bool]
) -> None:
    i18n.use("ar")
    _compare(state, reader, snap_compare)


def _compare(state: str, reader: Callable[..., WarraqApp], snap_compare: Callable[..., bool]) -> None:
    size, keys = STATES[state]

    async def drive(pilot: Pilot[int]) -> None:
        await calm(pilot)
        for key in keys:
            await pilot.press(key)
            await calm(pilot)

    assert snap_compare(reader(), terminal_size=size, run_before=drive)


async def calm(pilot: Pilot[int]) -> None:
    for _ in range(6):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
