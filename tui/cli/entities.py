"""`warraq entities` and `warraq entity`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.cli.output import Call, Output
    from tui.library import Library
    from tui.model import EntityView, Facet, QueryPart

_ALL = 1_000_000  # facets are asked for by number; this is more than there are
_SHOWN = 20  # articles, facts and related entities of one entity on the screen


def entities(call: Call) -> int:
    """List entities with the number of articles that name them."""
    from tui import query
    from tui.cli.shelf import reading
    from tui.ui import words
    from tui.ui.formats import forms

    wanted = query.parse(call.options.query)
    with reading(call.config) as library:
        for facet in _facets(library, call, wanted):
            if call.out.json:
                call.out.record(forms.facet(facet))
            else:
                entity = facet.entity
                kind = words.type_name(entity.type) if call.out.screen else entity.type
                call.out.row(facet.count, kind, entity.name, entity.latin, entity.id, least=(5, 12))
    return 0


def _facets(library: Library, call: Call, wanted: QueryPart) -> tuple[Facet, ...]:
    kind, name, limit = call.options.type, call.options.name, call.options.limit
    types = (kind,) if kind else ()
    if not name:
        return library.facets(wanted, types=types, limit=limit or _ALL)
    named = {facet.entity.id for facet in library.find_entities(name, type=kind, limit=_ALL)}
    found = library.facets(wanted, types=types, limit=_ALL)
    return tuple(facet for facet in found if facet.entity.id in named)[:limit]


def entity(call: Call) -> int:
    """All that is known of one entity."""
    from tui.cli.shelf import reading
    from tui.ui.formats import forms

    with reading(call.config) as library:
        view = library.entity(" ".join(call.options.name))
    if not call.options.all:
        view = view.without_unsure()
    if call.options.format == "markdown":
        from tui.ui.formats.markdown import dossier

        for line in dossier(view):
            call.out.line(line)
        return 0
    if not call.out.json:
        _print(call.out, view)
        return 0
    call.out.record(
        {
            **forms.entity(view.entity),
            "count": view.articles,
            "articles": [forms.row(row) for row in view.rows],
            "facts": [forms.stored(fact) for fact in view.facts],
            "related": [forms.facet(facet) for facet in view.related],
            "seen": [{"name": one.surface, "count": one.count, "reasons": dict(one.reasons)} for one in view.seen],
            "periods": {one.start: one.count for one in view.periods},
            "statements": [forms.statement(statement) for statement in view.statements],
        }
    )
    return 0


def _print(out: Output, view: EntityView) -> None:
    from tui.arabic.direction import unisolated
    from tui.cli.facts import print_fact
    from tui.i18n import _
    from tui.ui import entity_words, words

    entity = view.entity
    out.phrase(words.joined((entity.name, entity.latin)), "strong")
    out.phrase(words.listed(entity.names or (entity.name,)))
    out.phrase(words.joined((words.articles(view.articles), entity.id)), "faint")
    _print_names(out, view)
    for pack in dict.fromkeys(one.pack for one in view.statements):
        out.heading(entity_words.known_from(pack, view.packs.get(pack, "")))
        for one in view.statements:
            if one.pack == pack:
                out.row(
                    entity_words.property_name(one.property), one.value, unisolated(entity_words.when(one)), one.source
                )
    if view.facts:
        out.heading(_("Facts"))
        for fact in view.facts[:_SHOWN]:
            print_fact(out, fact)
    if view.related:
        out.heading(_("Named with it"))
        for facet in view.related[:_SHOWN]:
            out.row(facet.count, facet.entity.name, facet.entity.id, least=(3,))
    if view.rows:
        out.heading(_("Articles"))
        for row in view.rows[:_SHOWN]:
            out.row(row.id, row.published[:10], row.title, row.source, least=(10, 10))


def _print_names(out: Output, view: EntityView) -> None:
    from tui.arabic.direction import unisolated
    from tui.i18n import _
    from tui.ui import entity_words

    if view.seen:
        out.heading(_("Names"))
    for seen in view.seen[:_SHOWN]:
        why = entity_words.reason(seen.reasons[0][0])
        out.row(seen.count, seen.surface, why if out.screen else unisolated(why), least=(3,))
