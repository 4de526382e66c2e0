"""The search line in the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.test_reader import WIDE, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.ui.app import WarraqApp


async def test_control_keys_belong_to_the_line_that_is_typed_in(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        suspended = False

        def suspend() -> None:
            nonlocal suspended
            suspended = True

        screen.action_suspend = suspend  # type: ignore[method-assign]
        await pilot.press("slash", *"النيل نهر", "ctrl+z")
        assert screen.search.value == "النيل "
        assert not suspended
        await pilot.press("escape", "ctrl+z")
        assert suspended
