"""What the reader did to articles, so that it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.facts import Verdict


@frozen
class MarkChange:
    """One mark set or taken away.

    Attributes:
        mark: `read`, `starred`, `deleted`, or `tag:` and a tag's name.
        on: whether it was set.
        ids: the articles that were changed by it, and no others: newest first.
    """

    mark: str
    on: bool
    ids: Sequence[int]


@frozen
class Change:
    """What one call changed; `Library.undo` takes exactly this back.

    Attributes:
        parts: of marks.
        corrections: the ids of the lines that were added to the log of corrections.
        verdicts: what was said of facts before.
    """

    parts: tuple[MarkChange, ...] = ()
    corrections: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was changed."""
        return bool(self.parts or self.corrections or self.verdicts)


@frozen
class Tag:
    """A tag and how many articles have it."""

    name: str
    count: int
