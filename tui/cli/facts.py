"""`warraq facts`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.cli.output import Call, Output
    from tui.library import Library
    from tui.model import Fact, StoredFact


def facts(call: Call) -> int:
    """List facts with their evidence, attribution and links."""
    from tui import query
    from tui.cli.shelf import reading
    from tui.ui import hiding
    from tui.ui.formats import lines

    wanted, form = query.parse(call.options.query), call.options.format or ("jsonl" if call.out.json else "")
    hidden = 0

    def shown(library: Library) -> Iterator[StoredFact]:
        nonlocal hidden
        for stored in library.facts(wanted):
            if stored.sure or call.options.all:
                yield stored
            else:
                hidden += 1

    with reading(call.config) as library:
        found = islice(shown(library), call.options.limit)
        if form:
            for line in lines(form, found):
                call.out.line(line)
            return 0
        for fact in found:
            print_fact(call.out, fact)
        if hidden and call.out.screen:
            call.out.phrase(hiding.hidden(hidden, "--all"), "faint")
    return 0


def print_fact(out: Output, stored: StoredFact) -> None:
    """A fact in a line, its evidence, where it stands, and what other articles say; then a blank line."""
    from tui.ui import words

    fact, article = stored.fact, stored.article
    out.phrase(headline(fact), "strong")
    out.paragraph(f"«{fact.evidence.exact}»")
    out.phrase(words.joined((str(article.id), article.title, words.day(article.published))), "faint")
    for _, line in words.links(fact, stored.links, article.id):
        out.phrase(line)
    out.blank()


def headline(fact: Fact) -> str:
    """A fact in a line: its kind, what it says, how sure the article is and on whose word."""
    from tui.i18n import _
    from tui.ui import words

    return _("{kind}: {fact} ({certainty})").format(
        kind=words.kind(fact.kind), fact=words.embedded(words.summary(fact)), certainty=words.certainty(fact)
    )
