"""The words of the query language, English and Arabic, by their folded form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.arabic.normalise import fold
from tui.model import MarkTerm

if TYPE_CHECKING:
    from tui.model import EntityType, QueryPart

Field = Literal["entity", "source", "after", "before", "on", "is", "not", "fact"] | tuple[Literal["type"], "EntityType"]

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
    "is": "is",
    "غير": "not",
    "fact حقيقة": "fact",
}
FIELDS = {fold(name): field for names, field in _NAMES.items() for name in names.split()}
READ = MarkTerm("read")
MARKS: dict[str, QueryPart] = {
    "unread": MarkTerm("unread"),
    "غير مقروء": MarkTerm("unread"),
    "read": READ,
    "مقروء": READ,
    "starred": MarkTerm("starred"),
    "مميز": MarkTerm("starred"),
}
BARE = "مميز"
"""The mark that is one without a keyword too."""

_KINDS = {
    "role": "منصب صفة",
    "org_fact": "مؤسسة",
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
    "obtain": "حصول",
    "attack": "هجوم",
    "arrest": "اعتقال",
    "no_comment": "امتناع",
    "capability": "قدرة",
    "event": "حدث",
}
KIND_NAMES = tuple(name for kind, names in _KINDS.items() for name in (kind, *names.split()))
"""The kinds of facts as they are written, in English and Arabic."""
KINDS = {fold(name): kind for kind, names in _KINDS.items() for name in (kind, *names.split())}
DAYS_AGO = {fold(name): days for name, days in {"today": 0, "اليوم": 0, "yesterday": 1, "أمس": 1}.items()}
