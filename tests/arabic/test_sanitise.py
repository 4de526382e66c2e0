"""Holds what becomes of harmful characters in stored text and in painted text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from tests.arabic.arabic_text import HOSTILE, anything
from tui.arabic.sanitise import neutralise, prepare


@given(anything)
def test_neutral_text_keeps_its_length(text: str) -> None:
    clean = neutralise(text)
    assert len(clean) == len(text)
    assert not re.search("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", clean)
    assert neutralise(clean) == clean
    clean.encode("utf-8")


def test_neutralise() -> None:
    assert neutralise("a\x00\x1b[\x9b\x85\ud800") == "a\ufffd\ufffd[\ufffd\ufffd\ufffd"
    assert neutralise("a\f\vb") == "a  b"
    assert neutralise("\u202eab\u2067\u2069") == "\u2060ab\u2060\u2060"
    kept = "أ\n\r\t\u200e\u200f\u061c\u200d\u200c\ufeff😀"
    assert neutralise(kept) is kept


@given(anything)
def test_prepared_text_knows_its_origins(text: str) -> None:
    clean, origins = prepare(text)
    assert not set(clean) & (set(HOSTILE) - {"\ufffd"})
    if origins is None:
        assert len(clean) == len(text)
    else:
        assert len(origins) == len(clean)
        assert origins == sorted(origins)


@pytest.mark.parametrize(
    ("text", "clean", "origins"),
    [
        ("سلام abc", "سلام abc", None),
        ("a\tb\n\u2003", "a b  ", None),
        ("\ufefb!", "لا!", [0, 0, 1]),
        ("a\u0600b\u06dd", "ab", [0, 2]),
        ("\u202f\u2007", "\xa0\xa0", None),
        ("\x1b\ud800\uffff", "\ufffd" * 3, None),
    ],
)
def test_prepare(text: str, clean: str, origins: list[int] | None) -> None:
    assert prepare(text) == (clean, origins)
