"""The words of the query language, English and Arabic, by their folded form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.arabic.normalise import fold
from tui.model import MarkTerm

if TYPE_CHECKING:
    from tui.model import EntityType, QueryPart

Field = (
    Literal["entity", "source", "after", "before", "on", "is", "not", "fact", "tag"]
    | tuple[Literal["type"], "EntityType"]
)

_NAMES: dict[str, Field] = {
    "entity كيان": "entity",
    "person شخص": ("type", "person"),
    "org organisation organization جهة منظمة": ("type", "organisation"),
    "place مكان": ("type", "place"),
    "product منتج": ("type", "product"),
    "event حدث": ("type", "event"),
    "source مصدر": "source",
    "after بعد": "after",
    "before قبل": "before",
    "on في": "on",
    "is حالة": "is",
    "غير": "not",
    "fact حقيقة": "fact",
    "tag وسم": "tag",
}
FIELDS = {fold(name): field for names, field in _NAMES.items() for name in names.split()}
READ, UNREAD, STARRED = MarkTerm("read"), MarkTerm("unread"), MarkTerm("starred")
_MARKS: dict[MarkTerm, str] = {
    UNREAD: "unread new غير_مقروء جديد",
    READ: "read مقروء",
    STARRED: "starred star مميز مميزة",
}
MARKS: dict[str, QueryPart] = {
    fold(name.replace("_", " ")): mark for mark, names in _MARKS.items() for name in names.split()
}
MARK_NAMES = ("unread", "read", "starred", "غير مقروء", "مقروء", "مميز")
"""The marks as messages name them, and as they may stand with a colon alone."""
BARE = "مميز"
"""The mark that is one without a keyword too."""

OR = "او"
"""What stands between two of which either will do; in English it is `OR`, since "or" may be a word of the text."""

_KINDS = {
    "role": "منصب صفة post",
    "org_fact": "مؤسسة جهة عن_الجهة organisation about_an_organisation",
    "quantity": "كمية عدد رقم",
    "statement": "تصريح قول",
    "denial": "نفي",
    "accusation": "اتهام",
    "commitment": "تعهد",
    "proposal": "اقتراح",
    "demand": "مطالبة طلب",
    "refusal": "رفض",
    "agreement": "اتفاق",
    "meeting": "لقاء اجتماع",
    "visit": "زيارة",
    "call": "اتصال",
    "publication": "نشر",
    "obtain": "حصول acquisition",
    "attack": "هجوم",
    "arrest": "توقيف اعتقال",
    "no_comment": "امتناع لا_تعليق silence",
    "capability": "قدرة",
    "event": "حدث",
}
_KIND_NAMES = {kind: (kind, *(name.replace("_", " ") for name in names.split())) for kind, names in _KINDS.items()}
KIND_NAMES = tuple(name for names in _KIND_NAMES.values() for name in names)
"""The kinds of facts as they are written, in English and Arabic; the words in which they are shown are among them."""
ARABIC_KINDS = {kind: names.split()[0] for kind, names in _KINDS.items()}
"""What each kind of fact is called in Arabic."""
KINDS = {fold(name): kind for kind, names in _KIND_NAMES.items() for name in names}

Unit = Literal["day", "week", "month", "year"]
_RELATIVE: dict[tuple[Unit, int], str] = {
    ("day", 0): "today اليوم",
    ("day", 1): "yesterday أمس البارحة",
    ("week", 0): "this_week week هذا_الأسبوع الأسبوع",
    ("week", 1): "last_week الأسبوع_الماضي",
    ("month", 0): "this_month month هذا_الشهر الشهر",
    ("month", 1): "last_month الشهر_الماضي",
    ("year", 0): "this_year year هذا_العام هذه_السنة العام السنة",
    ("year", 1): "last_year العام_الماضي السنة_الماضية",
}
RELATIVE_NAMES = tuple(
    next(name.replace("_", "-") for name in names.split() if name.isascii() == english)
    for english in (True, False)
    for names in _RELATIVE.values()
)
"""One name of each in English, then in Arabic."""
RELATIVE = {fold(name.replace("_", " ")): when for when, names in _RELATIVE.items() for name in names.split()}
"""Periods by how far back they are, as they are typed."""

_MONTHS = (
    "january jan يناير كانون_الثاني جانفي",
    "february feb فبراير شباط فيفري",
    "march mar مارس آذار",
    "april apr أبريل إبريل نيسان أفريل",
    "may مايو أيار ماي",
    "june jun يونيو يونيه حزيران جوان",
    "july jul يوليو يوليه تموز جويلية",
    "august aug أغسطس آب أوت غشت",
    "september sep sept سبتمبر أيلول شتنبر",
    "october oct أكتوبر تشرين_الأول",
    "november nov نوفمبر تشرين_الثاني نونبر",
    "december dec ديسمبر كانون_الأول دجنبر",
)
MONTH_NAMES = tuple(name.replace("_", "-") for names in _MONTHS for name in names.split())
MONTHS = {fold(name.replace("_", " ")): month for month, names in enumerate(_MONTHS, 1) for name in names.split()}
"""The months in English and as they are called in Egypt and the Gulf, the Levant and Iraq, and the Maghreb."""
