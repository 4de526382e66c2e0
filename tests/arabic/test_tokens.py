"""Holds which stretches read left to right inside Arabic, and which do not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from tests.arabic.arabic_text import anything
from tui.arabic import tokens


@pytest.mark.parametrize(
    "written",
    [
        "https://www.example.com/a-b/?x=1&y=2#z",
        "https://ar.wikipedia.org/wiki/مصر/تاريخ",
        "www.example.com",
        "example.com/path/",
        "name.surname@mail.example.org",
        "@emmanuel_macron",
        "#KeepItOn",
        "#2021InReview",
        "+962-6-5551234",
        "+962 6 555 1234",
        "+٩٦٢-٦-٥٥٥١٢٣٤",
        "+1 (555) 123-4567",
        "00962-6-5551234",
        "(06) 555-1234",
        "555-123-4567",
        "CVE-2021-30860",
        "2.0-beta",
        "v1.2.3-rc.1",
        "/usr/bin/python3",
        "~/notes.txt",
        "C:\\Users\\x.txt",
        "C++",
        "C#",
        "Disney+",
        "A+",
        "U.S.",
        ".NET",
    ],
)
def test_tokens(written: str) -> None:
    for before, after in (("", ""), ("كلمة ", " كلمة"), ("«", "»"), ("(", ")،"), ("انظر: ", ".")):
        text = before + written + after
        if written.startswith("(") and before == "(":
            continue  # the token begins at the second
        if written == "U.S." and after == ".":
            continue  # one full stop is written for both
        assert [text[start:end] for start, end in tokens.ltr(text)] == [written]


@pytest.mark.parametrize(
    "text",
    [
        "2020-2021",
        "12-03-2024",
        "12/03/2024",
        "2024-03-12",
        "37.5%",
        "14:30",
        "10-15",
        "3.14",
        "1,000,000",
        "$100",
        "كوفيد-19",
        "#ليبيا",
        "@أحمد",
        "NSO Group",
        "F-35",
        "و/أو",
        "24/7",
        "+5",
        "قال.",
        "A",
    ],
)
def test_no_tokens(text: str) -> None:
    assert tokens.ltr(text) == []
    assert tokens.ltr(f"كلمة {text} كلمة") == []


@given(anything)
def test_spans_are_in_order_and_disjoint(text: str) -> None:
    at = 0
    for start, end in tokens.ltr(text):
        assert at <= start < end <= len(text)
        at = end


def test_hostile_text_takes_linear_time() -> None:
    for piece in ("+1-", "a.", "1.", "@", "00 1", "(0", "/a", "a@", "http://", "C+"):
        tokens.ltr(piece * (20_000 // len(piece)))


def test_url_breaks() -> None:
    url = "https://a.example/b?c=d&e"
    pieces = [0, *tokens.url_breaks("x " + url, 2, 2 + len(url)), len(url) + 2]
    assert [("x " + url)[i:j] for i, j in pairwise(pieces)] == ["x https://a.", "example/", "b?", "c=", "d&", "e"]
    assert tokens.url_breaks("+962-6-5551234", 0, 14) == []
