"""Facts, dates and counts in the words of the interface, as the panes show them.

What comes from articles stands in isolates (`tui.arabic.direction.isolate`), so that a phrase orders well whatever is
in it: paint phrases with `painting.phrase` and `phrases`.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from tui.arabic.direction import isolate, phrase_base
from tui.i18n import N_, _, direction, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.errors import WarraqError
    from tui.model import ArticleRow, Change, Draft, EntityType, Fact, Grouping, LinkedFact, Quantity, Relation

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)

_TYPES: dict[EntityType, str] = {
    "person": N_("People"),
    "organisation": N_("Organisations"),
    "place": N_("Places"),
    "product": N_("Products"),
    "event": N_("Events"),
}

_TYPE_NAMES: dict[EntityType, str] = {
    "person": N_("person"),
    "organisation": N_("organisation"),
    "place": N_("place"),
    "product": N_("product"),
    "event": N_("event"),
}

NOT_ANALYSED = N_("added without analysis; `warraq rebuild --missing` finds its names and facts")

_DEEDS = {
    ("read", True): N_("marked as read"),
    ("read", False): N_("marked as unread"),
    ("starred", True): N_("starred"),
    ("starred", False): N_("star taken off"),
    ("deleted", True): N_("deleted"),
    ("deleted", False): N_("brought back"),
    ("tag", True): N_("tagged {tag}"),
    ("tag", False): N_("tag {tag} taken off"),
}

# WORD JOINER: no cells, and no place to break a line.
_NOTHING = "\u2060"

_KINDS = {
    "quantity": N_("quantity"),
    "statement": N_("statement"),
    "denial": N_("denial"),
    "accusation": N_("accusation"),
    "commitment": N_("commitment"),
    "proposal": N_("proposal"),
    "demand": N_("demand"),
    "refusal": N_("refusal"),
    "agreement": N_("agreement"),
    "meeting": N_("meeting"),
    "visit": N_("visit"),
    "call": N_("call"),
    "publication": N_("publication"),
    "obtain": N_("acquisition"),
    "attack": N_("attack"),
    "arrest": N_("arrest"),
    "no_comment": N_("silence"),
    "capability": N_("capability"),
    "event": N_("event"),
    "role": N_("post"),
    "org_fact": N_("about an organisation"),
}

_CERTAINTY = {
    "established": N_("established"),
    "alleged": N_("alleged"),
    "believed": N_("believed"),
    "reported": N_("reported"),
    "considered": N_("under consideration"),
    "planned": N_("planned"),
}

_SURE = ("asserted", "established")

_COMPARATORS = {
    ">=": N_("at least {quantity}"),
    ">": N_("more than {quantity}"),
    "<=": N_("at most {quantity}"),
    "<": N_("less than {quantity}"),
    "~": N_("about {quantity}"),
}

# Each with its sign, which begins the line in any language.
_RELATIONS: dict[Relation, tuple[str, str]] = {
    "weaker": ("≈", N_("less certain")),
    "differs": ("≠", N_("differs")),
    "conflicts": ("≠", N_("contradicts it")),
    "updates": ("←", N_("follows it up")),
    "denies": ("✗", N_("denies it")),
    "related": ("~", N_("related")),
}


def paragraph(draft: Draft, start: int, end: int) -> str:
    """A stretch of the text as it is read: what was dropped within it (signs of Markdown) takes no room.

    Of the same length as the stretch, so that offsets hold.
    """
    pieces, at = [], start
    for sign in draft.dropped[bisect_left(draft.dropped, start, key=lambda sign: sign.start) :]:
        if sign.start >= end:
            break
        if at <= sign.start and sign.end <= end:
            pieces += [draft.text[at : sign.start], _NOTHING * (sign.end - sign.start)]
            at = sign.end
    return "".join([*pieces, draft.text[at:end]])


def error(error: WarraqError) -> str:
    """An error's line in the interface's language; in English where the catalogue does not have it."""
    line = _(error.template)
    return line.format(**{name: _field(value) for name, value in error.fields.items()}) if error.fields else line


def _field(value: object) -> str:
    if isinstance(value, tuple):  # names in both languages
        return listed(name for name in value if name.isascii() == (direction() == "L"))
    return isolate(str(value))


def day(published: str) -> str:
    """A date in words: `28 July 2021`, `July 2021`, `2021`, or `no date`."""
    year, _rest, rest = published[:10].partition("-")
    month, _rest, date = rest.partition("-")
    if not year:
        return _("no date")
    if not month:
        return year
    name = _(_MONTHS[int(month) - 1])
    if not date:
        return _("{month} {year}").format(month=name, year=year)
    return _("{day} {month} {year}").format(day=int(date), month=name, year=year)


def type_name(kind: EntityType) -> str:
    """The type of an entity in a word."""
    return _(_TYPE_NAMES[kind])


def heading(kind: EntityType | None) -> str:
    """The heading over entities of a type, or over pinned ones."""
    return _(_TYPES[kind]) if kind else _("Pinned")


def articles(count: int) -> str:
    """A number of articles."""
    return ngettext("{count} article", "{count} articles", count).format(count=f"{count:,}")


def picked(count: int) -> str:
    """How many articles are picked, '' for none."""
    return ngettext("{count} picked", "{count} picked", count).format(count=f"{count:,}") if count else ""


def acted(change: Change, how: Literal["done", "undone", "redone"]) -> str:
    """What was done to articles, undone, or done again: `Undone: deleted, 3 articles`."""
    if not change:
        return {"done": _("Nothing to change"), "undone": _("Nothing to undo"), "redone": _("Nothing to do again")}[how]
    part = change.parts[0]
    on = part.on != (how == "undone")  # to undo is to do the contrary
    name, _colon, tag = part.mark.partition(":")
    what = _(_DEEDS[name, on]).format(tag=isolate(tag))
    done = _(", ").join([what, isolate(articles(len(part.ids)))])
    return {"done": "{what}", "undone": _("Undone: {what}"), "redone": _("Done again: {what}")}[how].format(what=done)


def facts(count: int) -> str:
    """A number of facts."""
    return ngettext("{count} fact", "{count} facts", count).format(count=f"{count:,}")


def joined(parts: Iterable[str]) -> str:
    """What is known of one thing, each part for itself: `Reuters · 28 July 2021`."""
    return " · ".join(isolate(part) for part in parts if part)


def listed(parts: Iterable[str]) -> str:
    """Several of a kind: `a, b`."""
    return _(", ").join(isolate(part) for part in parts)


def copies(count: int) -> str:
    """How many other outlets have the same report, `+2 copies`; '' for none."""
    return ngettext("+{count} copy", "+{count} copies", count).format(count=f"{count:,}") if count else ""


def group(grouping: Grouping, label: str, count: int) -> str:
    """The heading over articles of a day or an outlet: `28 July 2021 · 12 articles`."""
    return joined((day(label) if grouping == "day" else label or _("an unknown outlet"), articles(count)))


def also_in(copies: Sequence[ArticleRow]) -> str:
    """Which other outlets have the same report: `also in: a, b (3)`; '' for none."""
    if not copies:
        return ""
    outlets = list(dict.fromkeys(row.source or _("an unknown outlet") for row in copies))
    return _("also in: {outlets} ({number})").format(outlets=listed(outlets), number=len(copies))


def embedded(phrase: str) -> str:
    """A phrase as a part of another one."""
    return isolate(phrase, phrase_base(phrase, direction()))


def kind(name: str) -> str:
    """The kind of a fact in a word."""
    return _(_KINDS.get(name, name))


def certainty(fact: Fact) -> str:
    """How sure the article is of it, and on whose word: established, denied, alleged, according to somebody."""
    if fact.kind == "denial":
        return _("denied")
    if fact.kind == "no_comment":
        return _("did not comment")
    word = modality(fact) if fact.modality in _CERTAINTY else ""
    said_by = _("according to {source}").format(source=sources(fact)) if any(p.source for p in fact.attribution) else ""
    if said_by:
        return _(", ").join([word, said_by]) if word and fact.modality != "reported" else said_by
    return word or modality(fact)


def modality(fact: Fact) -> str:
    """How sure the wording is, whoever says it."""
    return _(_CERTAINTY[fact.modality]) if fact.modality in _CERTAINTY else _("the article says")


def summary(fact: Fact) -> str:
    """A fact in one line: who, what, how many, without its evidence."""
    if fact.quantity is not None:
        return quantity(fact.quantity)
    parts = [fact.subject.text if fact.subject else "", fact.predicate.text, fact.object.text if fact.object else ""]
    text = " ".join(" ".join(parts).split())
    # The predicate «قال:» comes apart from its colon, and «اتصل بـ» from its object.
    return isolate(text.replace(" :", ":").replace("لـ ال", "لل").replace("بـ ", "ب").replace("لـ ", "ل"))


def quantity(value: Quantity) -> str:
    """A quantity in words: `at least 180 صحفيا`, `about 20% of الناخبين`, `كلفة: more than 30,000 دينار`."""
    if value.low is not None and value.high is not None and value.comparator == "between":
        figure = _("between {low} and {high}").format(low=number(value.low), high=number(value.high))
    else:
        figure = number(next((v for v in (value.value, value.low, value.high) if v is not None), 0))
    form = _(_COMPARATORS.get(value.comparator, "{quantity}"))
    what, unit = isolate(value.what), isolate(value.unit)
    if value.unit == "%":
        share = f"{figure}%"
        return form.format(quantity=_("{share} of {whole}").format(share=share, whole=what) if what else share)
    if unit and what:
        return _("{what}: {quantity}").format(what=what, quantity=form.format(quantity=f"{figure} {unit}"))
    return form.format(quantity=" ".join(part for part in (figure, what or unit) if part))


def number(value: float) -> str:
    """A figure with its thousands apart: 50,000."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def sources(fact: Fact) -> str:
    """On whose word, the chain from the article to the origin; '' when the article itself says so."""
    arrow = " ← " if direction() == "R" else " → "
    return arrow.join(isolate(part.source) for part in fact.attribution if part.source)


def links(fact: Fact, found: tuple[LinkedFact, ...], here: int = 0) -> tuple[tuple[Relation, str], ...]:
    """What other articles say to a fact, a line each: how many say the same, and each that says otherwise.

    Args:
        fact: of the article `here`, which is not named where another fact of its own is meant.
        found: its links.
        here: the article's id.
    """
    same = len({linked.article.id for linked in found if linked.link.relation == "same"})
    independent = len({linked.source for linked in found if linked.link.relation == "same"} - {0})
    lines: list[tuple[Relation, str]] = [("same", f"= {embedded(_agreeing(same, independent))}")] if same else []
    return (
        *lines,
        *((link.link.relation, _otherwise(fact, link, here)) for link in found if link.link.relation != "same"),
    )


def _agreeing(count: int, independent: int) -> str:
    """How many articles say the same; where some carry one text or are of one outlet, how many other sources."""
    form = ngettext("{count} article says the same", "{count} articles say the same", count)
    said = form.format(count=f"{count:,}")
    if independent == count:
        return said
    if not independent:
        return _("{agreeing}; same source").format(agreeing=said)
    return _("{agreeing}; other sources: {count}").format(agreeing=said, count=f"{independent:,}")


def relation(fact: Fact, linked: LinkedFact) -> str:
    """How another fact stands to one, with its sign: `≠ contradicts it`."""
    if linked.link.relation == "same":
        return f"= {embedded(_('says the same'))}"
    sign, said = _relation(fact, linked)
    return f"{sign} {embedded(_(said))}"


def _otherwise(fact: Fact, linked: LinkedFact, here: int) -> str:
    """What comes after the relation is Arabic and long, so the line reads from right to left in any language."""
    sign, relation = _relation(fact, linked)
    article = linked.article
    where = f" — {isolate(article.title)} ({isolate(day(article.published))})" if article.id != here else ""
    what = f"{embedded(summary(linked.fact))}{where}"
    return f"{sign} {isolate(_(relation))}: {what}"


def _relation(fact: Fact, linked: LinkedFact) -> tuple[str, str]:
    """The relation as seen from this fact: what it denies does not deny it, nor do earlier counts follow it up."""
    if linked.link.relation == "denies" and fact.kind == "denial":
        return "✗", N_("denied here")
    if linked.link.relation == "weaker" and linked.fact.modality in _SURE:
        return "≈", N_("more certain")
    mine, theirs = fact.quantity, linked.fact.quantity
    if linked.link.relation == "updates" and mine is not None and theirs is not None and mine.size > theirs.size:
        return "→", N_("an earlier count")
    return _RELATIONS[linked.link.relation]
