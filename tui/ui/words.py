"""Facts, dates and counts in words, as the panes show them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.model import Draft, EntityType, Fact, LinkedFact, Quantity, Relation

# CLDR's Arabic months (the Egyptian and international tradition).
_MONTHS = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)

TYPE_HEADINGS: dict[EntityType, str] = {
    "person": "أشخاص",
    "organisation": "جهات",
    "place": "أماكن",
    "product": "منتجات",
    "event": "أحداث",
}

# WORD JOINER: no cells, and no place to break a line.
_NOTHING = "\u2060"

_KINDS = {
    "quantity": "عدد",
    "statement": "قول",
    "denial": "نفي",
    "accusation": "اتهام",
    "commitment": "تعهد",
    "proposal": "اقتراح",
    "demand": "مطالبة",
    "refusal": "رفض",
    "agreement": "اتفاق",
    "meeting": "لقاء",
    "visit": "زيارة",
    "call": "اتصال",
    "publication": "نشر",
    "obtain": "حصول",
    "attack": "هجوم",
    "arrest": "توقيف",
    "no_comment": "لا تعليق",
    "capability": "قدرة",
    "event": "حدث",
    "role": "منصب",
    "org_fact": "عن الجهة",
}

_CERTAINTY = {
    "established": "ثابت",
    "alleged": "مزعوم",
    "believed": "يُعتقد",
    "reported": "تقارير",
    "considered": "قيد النظر",
    "planned": "مقرر",
}

_SURE = ("asserted", "established")

_COMPARATORS = {">=": "{} على الأقل", ">": "أكثر من {}", "<=": "{} على الأكثر", "<": "أقل من {}", "~": "نحو {}"}

_RELATIONS: dict[Relation, str] = {
    "same": "= يوافقه",
    "weaker": "≈ أضعف يقينا",
    "differs": "≠ يخالفه",
    "conflicts": "≠ يناقضه",
    "updates": "← يتابعه",
    "denies": "✗ ينفيه",
    "related": "~ يتصل به",
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


def day(published: str) -> str:
    """A date in words: `28 يوليو 2021`, `يوليو 2021`, `2021`, or `بلا تاريخ`."""
    year, _, rest = published[:10].partition("-")
    month, _, date = rest.partition("-")
    if not year:
        return "بلا تاريخ"
    parts = [str(int(date))] if date else []
    if month:
        parts.append(_MONTHS[int(month) - 1])
    return " ".join([*parts, year])


def articles(count: int) -> str:
    """A number of articles with the noun in its right form (CLDR's plural rules for Arabic)."""
    if count == 0:
        return "لا مقالات"
    if count == 1:
        return "مقال واحد"
    if count == 2:
        return "مقالان"
    rest = count % 100
    if 3 <= rest <= 10:
        return f"{count:,} مقالات"
    return f"{count:,} مقالا" if rest > 10 else f"{count:,} مقال"


def kind(name: str) -> str:
    """The kind of a fact in a word."""
    return _KINDS.get(name, name)


def certainty(fact: Fact) -> str:
    """How sure the article is of it, and on whose word: ثابت، نفى، مزعوم، بحسب فلان."""
    if fact.kind == "denial":
        return "نفى"
    if fact.kind == "no_comment":
        return "لم يعلّق"
    word = "" if fact.modality == "reported" else _CERTAINTY.get(fact.modality, "")
    said_by = f"بحسب {sources(fact)}" if sources(fact) else ""
    return "، ".join(filter(None, (word, said_by))) or _CERTAINTY.get(fact.modality, "يذكر المقال")


def summary(fact: Fact) -> str:
    """A fact in one line: who, what, how many, without its evidence."""
    if fact.quantity is not None:
        return quantity(fact.quantity)
    parts = [fact.subject.text if fact.subject else "", fact.predicate.text, fact.object.text if fact.object else ""]
    text = " ".join(" ".join(parts).split())
    # The predicate «قال:» comes apart from its colon, and «اتصل بـ» from its object.
    return text.replace(" :", ":").replace("لـ ال", "لل").replace("بـ ", "ب").replace("لـ ", "ل")


def quantity(value: Quantity) -> str:
    """A quantity in words: `180 صحفيا على الأقل`, `نحو 20% من الناخبين`, `كلفة: أكثر من 30,000 دينار`."""
    if value.low is not None and value.high is not None and value.comparator == "between":
        figure = f"بين {number(value.low)} و{number(value.high)}"
    else:
        figure = number(next((v for v in (value.value, value.low, value.high) if v is not None), 0))
    form = _COMPARATORS.get(value.comparator, "{}")
    if value.unit == "%":
        return form.format(f"{figure}% من {value.what}" if value.what else f"{figure}%")
    if value.unit and value.what:
        return f"{value.what}: {form.format(f'{figure} {value.unit}')}"
    return form.format(" ".join(part for part in (figure, value.what or value.unit) if part))


def number(value: float) -> str:
    """A figure with its thousands apart: 50,000."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def sources(fact: Fact) -> str:
    """On whose word, the chain from the article to the origin; '' when the article itself says so."""
    return " ← ".join(part.source for part in fact.attribution if part.source)


def links(fact: Fact, found: tuple[LinkedFact, ...]) -> tuple[tuple[Relation, str], ...]:
    """What other articles say to a fact, a line each: how many say the same, and each that says otherwise."""
    same = {linked.article.id for linked in found if linked.link.relation == "same"}
    lines: list[tuple[Relation, str]] = [("same", f"{_RELATIONS['same']} {articles(len(same))}")] if same else []
    for linked in found:
        if linked.link.relation != "same":
            other = f"{summary(linked.fact)} — {linked.article.title} ({day(linked.article.published)})"
            lines.append((linked.link.relation, f"{_relation(fact, linked)}: {other}"))
    return tuple(lines)


def _relation(fact: Fact, linked: LinkedFact) -> str:
    """The relation as seen from this fact: what it denies does not deny it, and the surer of two is not the weaker."""
    if linked.link.relation == "denies" and fact.kind == "denial":
        return "✗ ينفي"
    if linked.link.relation == "weaker" and linked.fact.modality in _SURE:
        return "≈ أقوى يقينا"
    return _RELATIONS[linked.link.relation]
