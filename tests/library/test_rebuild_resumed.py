"""Analysing anew goes on where it was cut short; what was never analysed can be analysed alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.library.test_adding_many import drafts, everything
from tests.store.simple_library import make_analyser
from tui.errors import LibraryError
from tui.library import Library
from tui.query import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.model import Analysis, Draft
    from tui.store.analyser import Known

COUNT = 12


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", analyser=make_analyser()) as opened:
        yield opened


class Stopping:
    """Counts what is analysed, and stops at one article."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.done: list[str] = []

    def __call__(self, draft: Draft, known: Known) -> Analysis:
        if len(self.done) == self.at:
            raise LibraryError("stopped")
        self.done.append(draft.title)
        return make_analyser().analyse(draft, known)


def test_it_goes_on_where_it_was(library: Library) -> None:
    list(library.add_many(drafts(COUNT)))
    before = everything(library)
    first = Stopping(5)
    library._analyser = replace(make_analyser(), analyse=first)
    with pytest.raises(LibraryError, match="stopped"):
        library.rebuild()
    assert everything(library) == before
    steps: list[tuple[int, int]] = []
    second = Stopping(COUNT)
    library._analyser = replace(make_analyser(), analyse=second)
    assert library.rebuild(lambda done, whole: steps.append((done, whole))) == COUNT
    assert sorted(first.done + second.done) == sorted(draft.title for draft in drafts(COUNT))
    assert steps[0] == (6, COUNT)
    assert everything(library) == before
    assert library.count(parse("جسور")) == COUNT


def test_after_a_whole_one_the_next_begins_anew(library: Library) -> None:
    list(library.add_many(drafts(COUNT)))
    for _ in range(2):
        counting = Stopping(COUNT)
        library._analyser = replace(make_analyser(), analyse=counting)
        library.rebuild()
        assert len(counting.done) == COUNT


def test_what_another_version_began_is_begun_anew(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    list(library.add_many(drafts(COUNT)))
    library._analyser = replace(make_analyser(), analyse=Stopping(5))
    with pytest.raises(LibraryError, match="stopped"):
        library.rebuild()
    monkeypatch.setattr("tui.library.rebuilding.__version__", "later")
    counting = Stopping(COUNT)
    library._analyser = replace(make_analyser(), analyse=counting)
    library.rebuild()
    assert len(counting.done) == COUNT


def test_only_what_is_missing(library: Library, tmp_path: Path) -> None:
    given = drafts(COUNT)
    list(library.add_many(given[:4]))
    list(library.add_many(given[4:], analysed=False))
    assert [library.text(article).analysed for article in sorted(library.ids())] == [True] * 4 + [False] * 8
    counting = Stopping(COUNT)
    library._analyser = replace(make_analyser(), analyse=counting)
    assert library.rebuild(missing=True) == len(counting.done) == 8
    assert library.rebuild(missing=True) == 0
    with Library.open(tmp_path / "other.db", analyser=make_analyser()) as other:
        list(other.add_many(given))
        assert everything(library) == everything(other)


def test_an_article_that_cannot_be_analysed_stays_as_it_was(library: Library) -> None:
    list(library.add_many(drafts(COUNT)))
    before = everything(library)

    def analyse(draft: Draft, known: Known) -> Analysis:
        if draft.title == "خبر 7":
            raise ZeroDivisionError("no such number")
        return make_analyser().analyse(draft, known)

    library._analyser = replace(make_analyser(), analyse=analyse)
    failed: list[tuple[int, str]] = []
    library.rebuild(failed=lambda article, reason: failed.append((article, reason)))
    assert [(library.rows([article])[0].title, reason) for article, reason in failed] == [
        ("خبر 7", "ZeroDivisionError: no such number")
    ]
    assert everything(library) == before
