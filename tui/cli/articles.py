"""`warraq list` and `warraq show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.i18n import _

if TYPE_CHECKING:
    from tui.cli.output import Call, Output
    from tui.model import ArticleView

_CHUNK = 200  # articles read at a time, so that a list of a million begins at once
_MARKS = {(False, False): "●", (False, True): "●★", (True, True): "★"}


def listing(call: Call) -> int:
    """List the articles that match, newest first."""
    from tui import query
    from tui.cli.shelf import reading
    from tui.ui.formats import forms

    wanted = query.parse(call.options.query)
    with reading(call.config) as library:
        ids = library.ids(wanted)[: call.options.limit]
        for start in range(0, len(ids), _CHUNK):
            part = ids[start : start + _CHUNK]
            rows = library.rows(part)
            if call.out.json:
                entities = library.entities_of(part)
                for row in rows:
                    call.out.record(forms.row(row, entities.get(row.id, ())))
            else:
                for row in rows:
                    marks = _MARKS.get((row.read, row.starred), "")
                    call.out.row(row.id, row.published[:10], marks, row.title, row.source, least=(10, 10, 2))
    return 0


def show(call: Call) -> int:
    """Print one article, laid out."""
    from tui.cli.shelf import reading
    from tui.ui.formats import forms

    with reading(call.config) as library:
        view = library.article(call.options.id)
    if call.out.json:
        article = view.article
        links = {fact: [forms.linked(part) for part in parts] for fact, parts in view.links.items()}
        call.out.record(
            {
                "id": article.id,
                "read": article.read,
                "starred": article.starred,
                "text": article.draft.text,
                "article": {**forms.article(article.draft), "title": article.draft.title},
                "mentions": [forms.mention(mention) for mention in view.mentions],
                "entities": [forms.entity(entity) for entity in view.entities],
                "analysed": view.analysed,
                "copies": [row.id for row in view.copies],
                "facts": [{**forms.fact(fact), "links": links.get(fact.id, [])} for fact in view.facts],
            }
        )
        return 0
    call.out.use(call.options.width, call.options.text)
    _print(call.out, view, call.options.width or call.config.measure)
    return 0


def _print(out: Output, view: ArticleView, measure: int) -> None:
    from tui.ui import words

    draft = view.article.draft
    out.paragraph(draft.title, "strong", measure)
    out.phrase(words.joined((draft.source, words.day(draft.published))), "faint", measure)
    for line in (words.also_in(view.copies), "" if view.analysed else _(words.NOT_ANALYSED)):
        if line:
            out.phrase(line, "faint", measure)
    for span in draft.body:
        out.blank()
        out.paragraph(words.paragraph(draft, span.start, span.end).replace("\u2060", ""), width=measure)
