"""Facts and entities in the forms of other programs and of people.

JSON lines, CSV, Markdown, FollowTheMoney, Web Annotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.model import StoredFact

FORMATS = ("jsonl", "csv", "markdown", "ftm", "webannotation")


def lines(form: str, facts: Iterable[StoredFact]) -> Iterator[str]:
    """Facts in one of `FORMATS`, line by line, as they come."""
    from tui.files import json_line
    from tui.ui.formats import annotation, forms, ftm, markdown, table

    made = {"csv": table.lines, "markdown": markdown.facts, "ftm": ftm.lines, "webannotation": annotation.lines}
    yield from map(json_line, map(forms.stored, facts)) if form == "jsonl" else made[form](facts)
