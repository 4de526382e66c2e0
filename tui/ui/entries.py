"""View model: what a page beside the text is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.frozen import frozen

if TYPE_CHECKING:
    from tui.model import Period

Look = Literal[
    "name",
    "heading",
    "plain",
    "faint",
    "box",
    "chart",
    "quote",
    "agrees",
    "differs",
    "person",
    "organisation",
    "place",
    "product",
    "event",
]
Kind = Literal["", "article", "entity", "fact", "name", "statement", "times", "timeline", "correction", "choice"]


@frozen
class Entry:
    """A paragraph of the page.

    Attributes:
        text: a phrase.
        look: how it is painted.
        notes: phrases below it, each from a line of its own on.
        kind: what it stands for, and so what choosing it does; '' holds no cursor.
        id: an entity's, a correction's, a choice's; a name as written.
        article: of an article or a fact.
        span: of a fact, in its article's text.
        fact: the id of a fact.
        periods: what a chart shows.
        marks: stretches of the text that stand out, half-open.
    """

    text: str
    look: Look = "plain"
    kind: Kind = ""
    id: str = ""
    article: int = 0
    span: tuple[int, int] = (0, 0)
    fact: str = ""
    periods: tuple[Period, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()
