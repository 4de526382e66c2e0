"""Picking, and undoing in any order of steps, against a plain account of what every article was."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tui.errors import LibraryError
from tui.model import Change, MarkChange
from tui.ui import changes
from tui.ui.changes import Changes

_IDS = st.sets(st.integers(1, 6))


class _Shelf:
    """Marks of articles as the library keeps them."""

    def __init__(self) -> None:
        self.read: set[int] = set()

    def mark(self, ids: set[int], *, on: bool) -> Change:
        changed = ids - self.read if on else ids & self.read
        self.read ^= changed
        return Change((MarkChange("read", on, sorted(changed)),)) if changed else Change()

    def undo(self, change: Change) -> Change:
        (part,) = change.parts
        return self.mark(set(part.ids), on=not part.on)


class Undoing(RuleBasedStateMachine):
    """States before each step that changed anything, as one would write them down."""

    def __init__(self) -> None:
        super().__init__()
        self.shelf, self.changes = _Shelf(), Changes()
        self.past: list[set[int]] = []
        self.future: list[set[int]] = []
        self.expected: set[int] = set()

    @rule(ids=_IDS, on=st.booleans())
    def act(self, ids: set[int], *, on: bool) -> None:
        if self.changes.do(lambda: self.shelf.mark(ids, on=on)):
            self.past.append(self.expected)
            self.future.clear()
        self.expected = self.expected | ids if on else self.expected - ids

    @rule()
    def undo(self) -> None:
        assert bool(self.changes.undo(self.shelf.undo)) == bool(self.past)
        if self.past:
            self.future.append(self.expected)
            self.expected = self.past.pop()

    @rule()
    def redo(self) -> None:
        assert bool(self.changes.redo(self.shelf.undo)) == bool(self.future)
        if self.future:
            self.past.append(self.expected)
            self.expected = self.future.pop()

    @rule()
    def fail(self) -> None:
        def refuse(_change: Change) -> Change:
            raise LibraryError("no room")

        if self.past:
            with pytest.raises(LibraryError):
                self.changes.undo(refuse)

    @invariant()
    def articles_are_as_written_down(self) -> None:
        assert self.shelf.read == self.expected


TestUndoing = Undoing.TestCase
TestUndoing.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)


def test_what_other_programs_changed_meanwhile_is_not_undone_twice() -> None:
    shelf, steps = _Shelf(), Changes()
    steps.do(lambda: shelf.mark({1}, on=True))
    shelf.mark({1}, on=False)
    assert not steps.undo(shelf.undo)
    assert not steps.redo(shelf.undo)
    assert shelf.read == set()


def test_the_oldest_steps_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MOST", 3)
    monkeypatch.setattr(changes, "MOST_ARTICLES", 5)
    shelf, steps = _Shelf(), Changes()
    for number in range(1, 5):
        steps.do(lambda number=number: shelf.mark({number}, on=True))  # type: ignore[misc]
    steps.do(lambda: shelf.mark({5, 6, 7, 8}, on=True))
    for left in ({1, 2, 3, 4}, {1, 2, 3}):
        assert steps.undo(shelf.undo)
        assert shelf.read == left
    assert not steps.undo(shelf.undo)
