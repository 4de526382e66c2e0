"""`warraq analyse`: entities and facts of files, without storing anything."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.complaint import complain
from tui.errors import SourceError, TaggingError
from tui.model import Corrections

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tui.analysis.recognise.plugins import Recognise
    from tui.cli.output import Call, Output
    from tui.model import Analysis, Argument, Draft, Entity, Fact, FactLink


@dataclass(slots=True)
class Former:
    """The entities of the files before, for the resolver to find (`analysis.resolve.Known`)."""

    found: dict[str, dict[str, Entity]]

    def find(self, key: str) -> tuple[Entity, ...]:
        """The entities known under a folded key."""
        return tuple(self.found[key].values()) if key in self.found else ()

    def corrections(self) -> Corrections:
        """None: nothing is stored."""
        return Corrections()

    def learn(self, analysis: Analysis) -> None:
        """Remember the entities of one more file."""
        from tui.analysis.resolve import keys

        for old, _ in analysis.merged:
            for entities in self.found.values():
                entities.pop(old, None)
        for entity in analysis.entities:
            for key in keys(entity):
                self.found[key][entity.id] = entity


def analyse(call: Call) -> int:
    """Print what analysis finds: one document for one file, an object a line with links across for several."""
    from tui.analysis.recognise.plugins import recogniser
    from tui.sources.lines import named

    given = call.options.paths
    done: list[tuple[Draft, Analysis]] = []
    former = Former(defaultdict(dict))
    recognise = recogniser(call.config.chosen)
    failed = False
    for path in given:
        try:
            draft = _draft(path, call.options.published)
            done.append((draft, _analysis(draft, former, recognise)))
        except SourceError as error:
            complain(str(error))
            failed = True
        except TaggingError as error:
            complain(f"{named('' if path == '-' else path)}: {error}")
            failed = True
    renamed = _renamed(analysis for _, analysis in done)
    done = [(draft, _rename(analysis, renamed)) for draft, analysis in done]
    links = _links(analysis.facts for _, analysis in done) if len(given) > 1 else None
    for draft, analysis in done:
        if call.out.json:
            call.out.record(_document(draft, analysis, links))
        else:
            _print(call.out, draft, analysis)
    return 1 if failed else 0


def _draft(path: str, published: str) -> Draft:
    from tui.cli.adding import standard_input
    from tui.sources import read, read_bytes

    draft = read_bytes(standard_input(), "") if path == "-" else read(Path(path))
    return replace(draft, published=published) if published else draft


def _analysis(draft: Draft, former: Former, recognise: Recognise) -> Analysis:
    from tui.analysis.analyse import analyse

    analysis = analyse(draft, former, recognise)
    former.learn(analysis)
    return analysis


# ---------------------------------------------------------------- one entity, one id


def _renamed(analyses: Iterable[Analysis]) -> dict[str, str]:
    """Ids that a later file showed to be another's, each with the id that holds in the end."""
    pairs = dict(pair for analysis in analyses for pair in analysis.merged)
    return {old: _last(old, pairs) for old in pairs}


def _last(id: str, pairs: Mapping[str, str]) -> str:  # noqa: A002 - the word of the model
    seen: set[str] = set()
    while id in pairs and id not in seen:
        seen.add(id)
        id = pairs[id]  # noqa: A001 - the same
    return id


def _rename(analysis: Analysis, to: Mapping[str, str]) -> Analysis:
    if not to:
        return analysis

    def name(id: str) -> str:  # noqa: A002 - the word of the model
        return to.get(id, id)

    def argument(value: Argument | None) -> Argument | None:
        return replace(value, entity=name(value.entity)) if value else None

    def fact(value: Fact) -> Fact:
        heard = tuple(replace(part, entity=name(part.entity)) for part in value.attribution)
        return replace(
            value,
            subject=argument(value.subject),
            object=argument(value.object),
            place=name(value.place),
            attribution=heard,
        )

    entities: dict[str, Entity] = {}
    for entity in analysis.entities:
        same = entities.get(name(entity.id))
        names = tuple(dict.fromkeys((*(same.names if same else ()), *entity.names)))
        count = entity.mentions + (same.mentions if same else 0)
        entities[name(entity.id)] = replace(same or entity, id=name(entity.id), names=names, mentions=count)
    return replace(
        analysis,
        mentions=tuple(replace(mention, entity=name(mention.entity)) for mention in analysis.mentions),
        entities=tuple(entities.values()),
        facts=tuple(fact(value) for value in analysis.facts),
    )


def _links(facts: Iterable[tuple[Fact, ...]]) -> dict[str, tuple[FactLink, ...]]:
    from tui.analysis.facts.link import link_all

    return link_all(enumerate(facts))


# ---------------------------------------------------------------- what is printed


def _document(draft: Draft, analysis: Analysis, links: Mapping[str, tuple[FactLink, ...]] | None) -> dict[str, object]:
    from tui.ui.formats import forms

    facts = [forms.fact(fact) for fact in analysis.facts]
    if links is not None:
        for fact in facts:
            fact["links"] = [forms.link(link) for link in links.get(fact["id"], ())]
    return {
        "article": forms.article(draft),
        "mentions": [forms.mention(mention) for mention in analysis.mentions],
        "entities": [forms.entity(entity) for entity in analysis.entities],
        "facts": facts,
    }


def _print(out: Output, draft: Draft, analysis: Analysis) -> None:
    from tui.cli.facts import headline
    from tui.i18n import _
    from tui.model import ENTITY_TYPES
    from tui.ui import words

    out.paragraph(draft.title or draft.origin, "strong")
    out.phrase(words.joined((draft.source, words.day(draft.published))), "faint")
    for kind in ENTITY_TYPES:
        named = [entity for entity in analysis.entities if entity.type == kind]
        if named:
            out.heading(words.heading(kind))
        for entity in sorted(named, key=lambda entity: -entity.mentions):
            out.row(entity.mentions, _(", ").join(entity.names or (entity.name,)), entity.latin, least=(3,))
    if analysis.facts:
        out.heading(_("Facts"))
    for fact in analysis.facts:
        out.phrase(headline(fact))
    out.blank()
