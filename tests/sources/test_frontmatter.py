"""Front matter: its values, where its title stands, and what is said when it is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.errors import SourceError
from tui.sources import read_bytes

if TYPE_CHECKING:
    from tui.model import Draft

BODY = "\n\nعاد الطريق الجبلي إلى العمل بعد إصلاح استمر شهرين كاملين.\n"


def draft(block: str, end: str = "\n") -> Draft:
    return read_bytes((f"+++\n{block}\n+++{BODY}").replace("\n", end).encode(), "road.md", markdown=True)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_values(end: str) -> None:
    found = draft(
        'title = "عودة الطريق"\nsource = "عيّنات"\npublished = 2021-07-28\nauthor = "التحرير"\n'
        'url = "https://example.org/1"\ntags = ["طرق", "جبال"]\nlayout = "wide"',
        end,
    )
    assert found.title == "عودة الطريق"
    assert found.title_span
    assert found.text[found.title_span.start : found.title_span.end] == "عودة الطريق"
    assert (found.source, found.published, found.author) == ("عيّنات", "2021-07-28", "التحرير")
    assert (found.url, found.tags) == ("https://example.org/1", ("طرق", "جبال"))
    assert {piece.why for piece in found.dropped} == {"front matter"}
    assert len(found.body) == 1


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2021-07-28", "2021-07-28"),
        ("2021-07-28T14:30:59+03:00", "2021-07-28T11:30Z"),
        ("2021-07-28T14:30:00Z", "2021-07-28T14:30Z"),
        ("2021-07-28T14:30:00", "2021-07-28T14:30"),
        ('"2021"', "2021"),
        ('"2021-07"', "2021-07"),
        ('"2021-07-28"', "2021-07-28"),
        ('"2021-07-28T14:30+03:00"', "2021-07-28T11:30Z"),
        ('"28 تموز/ يوليو 2021"', "2021-07-28"),
        ('""', ""),
    ],
)
def test_published(value: str, published: str) -> None:
    assert draft(f"published = {value}").published == published


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ('title = "عودة الطريق"', True),
        ("title='عودة الطريق'", True),
        ('"title" = """عودة الطريق"""', True),
        (r'title = "عودة \u0627لطريق"', False),
        (r'title = "عودة \"الطريق\""', False),
    ],
)
def test_the_title_points_into_the_text_where_it_stands_there(line: str, stands: bool) -> None:
    found = draft(f'source = "x"\n{line}')
    assert (found.title_span is not None) is stands
    if found.title_span:
        assert found.text[found.title_span.start : found.title_span.end] == found.title


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('+++\ntitle = "جسر"\n\nنص المقال.', ":1: the front matter is not closed"),
        ("+++\ntitle = جسر\n+++\nنص", ":2: broken front matter"),
        ('+++\nsource = "x"\ntitle = "x\n+++\nنص', ":3: broken front matter"),
        ("+++\ntitle = 5\n+++\nنص", ":2: title in the front matter must be text"),
        ('+++\ntitle = "x"\ntags = "طرق"\n+++\nنص', ":3: tags in the front matter must be a list"),
        ('+++\npublished = "أمس"\n+++\nنص', ":2: published in the front matter must be a date"),
        ("+++\npublished = true\n+++\nنص", ":2: published in the front matter must be a date"),
        ("+++\npublished = 2021-02-30\n+++\nنص", ":2: broken front matter"),
        ('+++\npublished = "2021-02-30"\n+++\nنص', ":2: published in the front matter must be a date"),
        ("+++\npublished = 0001-01-01T00:00:00+05:00\n+++\nنص", ":2: published in the front matter must be a date"),
    ],
)
def test_broken_front_matter_is_said_with_its_line(text: str, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_bytes(text.encode(), "road.md", markdown=True)
    assert str(caught.value).startswith(f"road.md{says}")
    assert "\n" not in str(caught.value)


def test_plus_signs_elsewhere_are_text() -> None:
    found = read_bytes(f"جسر جديد فوق النهر{BODY}\n+++\n".encode(), "a.txt")
    assert found.title == "جسر جديد فوق النهر"


def test_a_heading_that_repeats_the_title_is_no_paragraph() -> None:
    text = f'+++\ntitle = "عودة الطريق"\n+++\n\n# عودة الطريق{BODY}'
    found = read_bytes(text.encode(), "a.md", markdown=True)
    assert len(found.body) == 1
    assert "repeats the title" in {piece.why for piece in found.dropped}


def test_escapes_of_toml_bring_no_control_characters_in() -> None:
    found = draft(r'title = "جسر\u001b[31m جديد"' + "\n" + r'source = "a\u202eb\nc"')
    assert found.title == "جسر\ufffd[31m جديد"
    assert found.source == "a\u2060b c"
