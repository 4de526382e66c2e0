"""Facts as Markdown, and the dossier of an entity: for people to read, with the evidence and where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.arabic.direction import unisolated
from tui.i18n import _
from tui.ui import entity_words, fact_page, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.model import EntityView, StoredFact

# What Markdown would take for its own signs within a line, and at its beginning.
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_BEGINNING = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def facts(found: Iterable[StoredFact]) -> Iterator[str]:
    """A point a fact: what, how surely and on whose word; its evidence as a quotation; what other articles say."""
    for stored in found:
        yield from _fact(stored)


def _fact(stored: StoredFact) -> Iterator[str]:
    fact, row = stored.fact, stored.article
    about = ", ".join(filter(None, (words.kind(fact.kind), words.certainty(fact), stored.verdict)))
    yield f"- **{_plain(words.summary(fact))}** ({_plain(about)})"
    yield ""
    yield f"  > {_plain(fact.evidence.exact)}"
    yield ""
    where = words.joined((row.title, row.source, words.day(row.published)))
    yield f"  {_plain(where)}"
    for _relation, text in words.links(fact, stored.links, row.id):
        yield f"  {_plain(text)}".replace("  =", "  \\=", 1)
    yield ""


def dossier(view: EntityView) -> Iterator[str]:
    """All that is known of an entity: names, time, company, facts with evidence and sources, statements, articles."""
    entity = view.entity
    yield f"# {_plain(entity.name)}"
    yield ""
    about = (words.type_name(entity.type), entity.latin, entity.wikidata, words.articles(view.articles))
    yield _plain(words.joined(about))
    yield from _section(_("Names"), (_name(seen.surface, seen.count, seen.reasons[0][0]) for seen in view.seen))
    counted = [f"- {_plain(words.day(one.start))}: {one.count}" for one in view.periods if one.count]
    yield from _section(_("Over time"), counted)
    yield from _section(_("Named with it"), (f"- {_plain(one.entity.name)} ({one.count})" for one in view.related))
    told = sorted(view.facts, key=fact_page.when)
    yield from _section(_("Facts"), facts(told))
    for pack in dict.fromkeys(one.pack for one in view.statements):
        heading = unisolated(entity_words.known_from(pack, view.packs.get(pack, "")))
        of_pack = (one for one in view.statements if one.pack == pack)
        lines = (
            words.joined((entity_words.property_name(one.property), one.value, one.start, one.end, one.source))
            for one in of_pack
        )
        yield from _section(heading, (f"- {_plain(line)}" for line in lines))
    rows = (words.joined((row.title, row.source, words.day(row.published))) for row in view.rows)
    yield from _section(_("Articles"), (f"- {_plain(row)}" for row in rows))


def _name(surface: str, count: int, reason: str) -> str:
    return f"- {_plain(surface)} ({count}): {_plain(entity_words.reason(reason))}"


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield from ("", f"## {_plain(heading)}", "", *listed)


def _plain(text: str) -> str:
    """Words of others on one line, none of whose signs is Markdown's."""
    flat = _SIGNS.sub(r"\\\1", " ".join(unisolated(text).split()))
    return _BEGINNING.sub(r"\1\\\2", flat)
