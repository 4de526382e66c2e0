"""Facts and entities in the forms of other programs and of people: CSV, Markdown, FollowTheMoney, Web Annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.model import StoredFact

FORMATS = ("csv", "markdown", "ftm", "webannotation")


def lines(form: str, facts: Iterable[StoredFact]) -> Iterator[str]:
    """Facts in one of `FORMATS`, line by line, as they come."""
    from tui.ui.formats import annotation, ftm, markdown, table

    made = {"csv": table.lines, "markdown": markdown.facts, "ftm": ftm.lines, "webannotation": annotation.lines}
    yield from made[form](facts)
