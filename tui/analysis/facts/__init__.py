"""Facts: what an article claims, each with the words that prove it, and how claims of several articles agree.

`extract` reads one article; `link` compares the facts of several; `numbers` and `dates` read figures and times.

Kinds: quantity, statement, denial, accusation, commitment, proposal, no_comment, capability (what a product makes
possible, and a rule with its exception), meeting, call, visit, obtain, publication, org_fact (with Wikidata's
property), role (whose object is the office as worded) and event (a harmful deed, something of one's own changed).
Subject, predicate and object read as a phrase. The subject of a quantity is the organisation, product or event that its
clause begins with; its object is what is counted. The rules stand in `tables/rules.tsv`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Draft, Entity, Fact, Mention


def extract(draft: Draft, mentions: Sequence[Mention], entities: Sequence[Entity]) -> tuple[Fact, ...]:
    """The facts that an article claims, in the order of their evidence.

    Args:
        draft: the article; its title and body are read, its date anchors أمس and 18 تموز.
        mentions: the names in it, as offsets into its text.
        entities: what the names stand for; a fact speaks only of these.
    """
    from tui.analysis.facts import article

    return article.extract(draft, mentions, entities)


def sure(fact: Fact) -> bool:
    """Whether a fact is sure enough for its kind to be shown where not all are."""
    from tui.analysis.facts.lexicon import table

    least = table("kinds").get(fact.kind)
    return least is None or fact.confidence >= float(least[0])
