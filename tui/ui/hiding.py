"""How many facts are shown and how many are not, in the words of the interface; see `words` for how those are made."""

from __future__ import annotations

from tui.arabic.direction import isolate
from tui.i18n import _, ngettext
from tui.ui import words


def hidden(count: int, shows: str) -> str:
    """How many facts are not shown since they may be misread, and what shows them: a key, an option."""
    form = ngettext(
        "{count} fact that may be misread is hidden; {shows} shows it",
        "{count} facts that may be misread are hidden; {shows} shows them",
        count,
    )
    return form.format(count=f"{count:,}", shows=isolate(shows))


def unhidden(count: int, hides: str) -> str:
    """How many facts are shown though they may be misread, and which key hides them."""
    form = ngettext(
        "{count} fact here may be misread; {hides} hides it",
        "{count} facts here may be misread; {hides} hides them",
        count,
    )
    return form.format(count=f"{count:,}", hides=isolate(hides))


def facts_of(shown: int, count: int) -> str:
    """A number of facts, or how many of them are shown in one place: `5 of 12 facts`."""
    return (
        words.facts(count)
        if shown == count
        else _("{shown} of {facts}").format(shown=shown, facts=isolate(words.facts(count)))
    )
