"""Markdown: its blocks as stretches of the text, without the signs at their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.sources import read_bytes

if TYPE_CHECKING:
    from tui.model import Draft

PAGE = """# عنوان المقال الأول

فقرة أولى فيها كلام
يمتد على سطرين ثم ينتهي.

## عنوان فرعي ##

- بند أول
- بند ثان
  1. بند داخلي

> اقتباس في سطر.

عنوان بخط تحته
--------------

```python
print("ليس من المقال")
```

<div>ليس من المقال</div>

![جسر](bridge.jpg)

| أ | ب |
|---|---|
| ١ | ٢ |

***

فقرة أخيرة **بارزة**.
"""


def parts(text: str, *, markdown: bool = True) -> tuple[Draft, list[str]]:
    draft = read_bytes(text.encode(), "a.md", markdown=markdown)
    return draft, [draft.text[span.start : span.end] for span in draft.body]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_blocks(end: str) -> None:
    draft, body = parts(PAGE.replace("\n", end))
    assert draft.title == "عنوان المقال الأول"
    assert body == [
        f"فقرة أولى فيها كلام{end}يمتد على سطرين ثم ينتهي.",
        "عنوان فرعي",
        "بند أول",
        "بند ثان",
        "بند داخلي",
        "اقتباس في سطر.",
        "عنوان بخط تحته",
        "فقرة أخيرة **بارزة**.",
    ]
    dropped = {piece.why: draft.text[piece.start : piece.end] for piece in draft.dropped if piece.why != "markup"}
    assert set(dropped) == {"code", "HTML", "table", "rule", "image"}
    assert "print" in dropped["code"]
    assert dropped["HTML"] == "<div>ليس من المقال</div>"


def test_a_setext_heading_is_the_title() -> None:
    draft, body = parts("عنوان المقال\n============\n\nفقرة.\n")
    assert (draft.title, body) == ("عنوان المقال", ["فقرة."])


def test_plain_text_has_no_markup() -> None:
    draft, body = parts("عنوان المقال الأول\n\n- بند أول فيه كلام طويل ينتهي هنا بعد عدة كلمات.\n", markdown=False)
    assert body == ["- بند أول فيه كلام طويل ينتهي هنا بعد عدة كلمات."]
    assert draft.title == "عنوان المقال الأول"


def test_only_the_first_heading_is_the_title() -> None:
    draft, body = parts("# عنوان أول\n\nفقرة.\n\n# عنوان ثان\n\nفقرة.\n")
    assert (draft.title, body) == ("عنوان أول", ["فقرة.", "عنوان ثان", "فقرة."])


def test_a_heading_that_comes_first_is_the_title_whatever_its_level() -> None:
    draft, body = parts("## عنوان\n\nفقرة.\n\n## عنوان فرعي\n")
    assert (draft.title, body) == ("عنوان", ["فقرة.", "عنوان فرعي"])


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("قال **الجسر** ثم *عاد* ثم `رمز`.", "قال الجسر ثم عاد ثم رمز."),
        ("انظر [الموقع](https://example.org/a) هنا", "انظر الموقع هنا"),
        ("__مهم__ و_مائل_ لكن snake_case_name يبقى", "مهم و_مائل_ لكن snake_case_name يبقى"),
        ("٢ * ٣ * ٤ و 5*6", "٢ * ٣ * ٤ و 5*6"),
    ],
)
def test_signs_within_a_paragraph_are_dropped_and_the_words_stay(line: str, read: str) -> None:
    draft = read_bytes(f"# عنوان\n\n{line}\n".encode(), "x.md", markdown=True)
    (body,) = draft.body
    assert draft.text[body.start : body.end] == line
    signs = {at for sign in draft.dropped for at in range(sign.start, sign.end)}
    assert "".join(draft.text[at] for at in range(body.start, body.end) if at not in signs) == read


def test_a_title_is_shown_without_its_signs() -> None:
    draft = read_bytes("# عنوان **مهم** جدا\n\nفقرة.\n".encode(), "x.md", markdown=True)
    assert draft.title == "عنوان مهم جدا"
    assert draft.title_span is not None
    assert draft.text[draft.title_span.start : draft.title_span.end] == "عنوان **مهم** جدا"
