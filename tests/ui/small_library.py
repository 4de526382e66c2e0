"""Five articles whose every name and fact is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.library import Analyser
from tui.model import (
    Analysis,
    Attribution,
    Draft,
    Entity,
    EntityType,
    Evidence,
    Fact,
    FactLink,
    Mention,
    Predicate,
    Quantity,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

# Neutral text of our own: bridges and rivers, no persons but the river's namesakes.
NAMES: dict[str, tuple[EntityType, str]] = {
    "النيل": ("place", "Nile"),
    "القاهرة": ("place", "Cairo"),
    "أسوان": ("place", "Aswan"),
    "وزارة الري": ("organisation", ""),
    "جسر الروضة": ("product", ""),
}
ARTICLES = (
    (
        "2021-07-01",
        "جسر الروضة يعود",
        "أعلنت وزارة الري أن جسر الروضة في القاهرة عاد إلى العمل.\n\nمرّت فوقه 180 سيارة.",
    ),
    ("2021-07-02", "منسوب النيل يرتفع", "ارتفع منسوب النيل في أسوان.\n\nوقالت وزارة الري إن الأمر طبيعي."),
    ("2021-07-03", "NSO: عنوان يبدأ باللاتينية", "فقرة عن القاهرة وحدها، وفيها 190 سيارة على النيل."),
    ("2021-07-04", "مُنْتَزَهٌ جديد", "في أسوان حديقة جديدة على النيل.\n\n" + "شجرة ونخلة وماء وظل. " * 120),
    ("2021-07-05", "لا خبر هنا", "لا شيء."),
)


def _entity(name: str) -> Entity:
    kind, latin = NAMES[name]
    return Entity(f"{kind}:{name.replace(' ', '-')}", kind, name, (name,), latin)


def _analyse(draft: Draft, _known: object) -> Analysis:
    mentions = [
        Mention(found.start(), found.end(), name, _entity(name).type, "name", _entity(name).id, "test")
        for name in NAMES
        for found in re.finditer(name, draft.text)
    ]
    facts = [_fact(draft, found) for found in re.finditer(r"(\d+) سيارة", draft.text)]
    named = {mention.surface for mention in mentions}
    entities = tuple(_entity(name) for name in NAMES if name in named)
    return Analysis(tuple(sorted(mentions, key=lambda m: m.start)), entities, tuple(facts))


def _fact(draft: Draft, found: re.Match[str]) -> Fact:
    value = float(found[1])
    evidence = Evidence(found.start(), found.end(), found[0])
    quantity = Quantity(value, None, None, "=", "", "سيارة")
    said = (Attribution("وزارة الري", "", "قالت", quoted=False),)
    return Fact(
        f"{draft.published}-{found.start()}", "quantity", None, Predicate("مرّت"), None, quantity, None, "",
        "affirmed", "asserted", said, evidence, 0.9, "test",
    )  # fmt: skip


def _compare(fact: Fact, other: Fact, _: Sequence[Fact], __: Sequence[Fact]) -> FactLink | None:
    a, b = fact.quantity, other.quantity
    return FactLink(other.id, "same" if a and b and a.value == b.value else "differs", "180 / 190")


ANALYSER = Analyser(_analyse, lambda entity: (entity.name,), lambda _: (1,), _compare)

# An article of both directions with a link, for selecting and copying.
MIXED = "قالت NSO Group (الإسرائيلية) في أسوان إن المُنْتَزَهَ لأحد، وكتبت 14:30 على https://example.org/a ثم سكتت."
SECOND = "English words with القاهرة inside."
LINK = "https://example.org/news?id=1"
