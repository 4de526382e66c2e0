"""Which stretches of news are one text."""

from __future__ import annotations

import pytest

from tui.arabic.repeats import repeats

ONE = "غرقت سفينة كبيرة قبالة الميناء الشرقي بعد العاصفة وعلى متنها 17 بحارا من صور"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (ONE, True),
        (f"وكانت {ONE}، وفق ما ذكرت الصحيفة في عدد سابق", True),
        (ONE.replace("كبيرة", "ضخمة"), True),
        ("على متن السفينة التي غرقت بعد العاصفة 17 بحارا، قبالة الميناء الشرقي", False),
        ("17 بحارا من صور", False),  # too short to tell
        ("", False),
    ],
)
def test_one_text_used_again(other: str, same: bool) -> None:
    assert repeats(ONE, other) == same
    assert repeats(other, ONE) == same
