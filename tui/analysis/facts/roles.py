"""Who holds which office, where a text puts the two side by side (وزير الدفاع فلان; فلان، رئيس الحزب؛ عين فلان وزيرا).

A name beside an office need not be its holder's (محامي فلان, مستشار الرئيس فلان), and a wrong office is a false
statement about a real person; so whatever reads in two ways is no fact.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import nominal
from tui.analysis.facts.lexicon import words
from tui.analysis.facts.offices import head_of, is_post, office
from tui.analysis.facts.scene import QUOTES, Filler, Finding, base, is_head
from tui.analysis.recognise import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Named, Scene

_LONGEST = 14  # words of an office
_SHORT = 4  # letters of a word that may only look as if it had و before it
_REACH = 60  # letters back from a name in which a verb still appoints its bearer
_FOR = frozenset(("نايب", "نايبه", "عضو", "عضوه", "ممثل", "ممثله", "مرشح", "مرشحه", "نوابا"))  # عن may follow
_MEMBER = frozenset(
    ("قيادي", "قياديه", "نايب", "نايبه", "عضو", "عضوه", "ناشط", "ناشطه", "باحث", "باحثه", "خبير", "خبيره", "محلل")
)
_UNDER = frozenset(
    ("نايب", "نايبه", "عضو", "عضوه", "كاتب", "كاتبه", "وكيل", "وكيله", "مساعد", "مساعده", "كاهيه", "معاون", "معاونه")
)
_ONE_WORD = frozenset(("رييس", "رييسه", "وزير", "وزيره", "مستشاره", "ملك", "امير", "زعيم", "مدرب"))  # ... ترامب
_APPOINTS = frozenset(("عين", "عينت", "كلف", "كلفت", "نصب", "نصبت", "سمي", "سمت"))
_MEN = frozenset(("عمده", "العمده"))  # though they end in ة
_UPON = ("accusation", "meet", "receive", "visit", "call", "demand", "judging")
_WARNS = frozenset(("حذر", "حذرت", "هنا", "هنات", "اقال", "اقالت", "طرد", "طردت", "هاجم", "هاجمت", "سال", "سالت"))
_WITHIN = frozenset(("باسم", "لدي"))
_HELD = re.compile(r"\s?(?:[،,(–-]|الذي يشغل منصب)\s?(?=\w)")
_OWN = re.compile(r"\w(?:ه|ها|هم)$")  # of the surface: ه is not ة
_LISTED = re.compile(r"\s?:")
_CLOSED = re.compile(r"\s?(?:[،,.)؛–-]|$)")
_NEXT = re.compile(r"\s?[،,]?\s")
_MAYBE = re.compile(
    r"(?<!\w)[وفلب]?(?:ال)?(?:مقترح|اقتراح|اقترحت?|[يت]قترح|[اي]عتزم|[يت]عتزم|مطالب[هت]?|طالبت?|[يت]طالب|رفضت?|[يت]رفض|نفيت?|نفي|"
    r"[يت]نفي|امكانيه|احتمال|ترشيح|رشحت?|دعتا?|دعا|[يت]دعو|شايعات|اشاعه|عدم|لم|لن|قبل|يمكن|قد\s[يت]\w+|ينتظر|منتظر|الغاء|رغبه|طلبت?|سيتم)(?!\w)"
)  # an appointment that may not come to be
_ADJECTIVES = frozenset(("اعلامي", "اعلاميه", "صحفي", "صحفيه", "صحافي", "صحافيه", "قيادي", "قياديه"))  # or offices
_APPOINTED = re.compile(
    r"(?<!\w)[وف]?(?:عين|عينت|تعيين|انتخب|انتخاب|انتخبت|كلف|كلفت|تكليف|سمي|تسميه|تنصيب|نصب|اصبح|بات|خلفا)(?!\w)"
)


def find(scene: Scene) -> Iterator[Finding]:
    """The offices of the persons that a sentence names; each once in an article."""
    for name in scene.names:
        if not name.is_person or name.mention.kind != "name" or scene.fold[name.start - 1 : name.start].isalpha():
            continue
        before, after = _before(scene, name), _after(scene, name)
        if before is not None and "،" in scene.fold[before.end : name.start]:
            after = None  # أقال الوزير، فلان، المدير
        for rule, held in (("role.before", before), ("role.after", after), ("role.appointed", _appointed(scene, name))):
            if held is not None and scene.speaker.holds(name.mention.entity, scene.fold[held.start : held.end]):
                yield _finding(scene, rule, name, held)


def _finding(scene: Scene, rule: str, name: Named, held: Filler) -> Finding:
    first = scene.fold[held.start : held.end].split()[0]
    start, end = min(name.start, held.start), max(name.end, held.end)
    copula = Filler(start, start, text="هي" if first.endswith("ه") and first not in _MEN else "هو")
    person = name.filler
    return Finding("role", rule, start, end, copula, person, held, property="P39")


# ---------------------------------------------------------------- an office before its holder


def _before(scene: Scene, name: Named) -> Filler | None:
    """The office whose noun phrase ends right before a name and is definite: رئيس الحكومة فلان, الرئيس الفرنسي فلان."""
    end = name.start
    while end > scene.start and scene.fold[end - 1] in " ،," + QUOTES:
        end -= 1
    parts = [part for part in scene.tokens(scene.start, end) if part.fold not in QUOTES][-_LONGEST:]
    held = any(office(part.fold)[0] for part in parts)
    if not held or not _definite(scene, parts[-1]) or parts[-1].fold == "الشهيد":
        return None  # كتائب الشهيد فلان is named after him
    titled = 0
    while len(parts) > 1 and parts[-1].fold in words("cues", "honorific"):
        end, titled = parts.pop().start, titled + 1  # وزير الدفاع السيد فلان
    unnamed = not parts[-1].fold.startswith("ال") and _in_bodies(parts[-1].fold)  # رئيس مجلس محافظة (صلاح الدين)
    first = None if unnamed else _opening(scene, parts)
    if first is None or _of_another(scene, parts, first):
        return None
    head, cut = office(parts[first].fold)
    start = parts[first].start
    appoints = titled and next(iter(scene.before(start)), "").lstrip("وف") in _APPOINTS  # عين الملك الشيخ فلانا
    if appoints or _parted(scene, name, start, cut, parts[-1]) or _named_after(scene, parts, first):
        return None
    whole = parts[first].fold in words("offices")  # والي فلان, though it begins as الوالي does
    bare = len(parts) - first == 1 and (whole or not parts[first].fold.startswith(("ال", "لل", "بال", "وال", "فال")))
    single = " " not in scene.fold[name.start : name.end]
    listed = _LISTED.match(scene.fold, name.end, scene.end) and _LISTED.search(scene.fold[scene.start : start])
    heir = head == "ولي" and not any(part.fold in ("العهد", "عهد") for part in parts[first + 1 :])
    own = _OWN.search(scene.surface(parts[first].start, parts[first].end))  # كاتبه المفضل فلان
    quoted = single and scene.fold[name.start - 1] in QUOTES  # رئيس جمعية كذا «عتيد»: its short name
    objected = single and _acts(next(iter(scene.before(start)), ""))  # حذر الوزير فلانا
    if (
        bare
        or objected
        or heir
        or own
        or (single and head not in _ONE_WORD)
        or listed
        or quoted
        or not is_post(scene, parts[first:])
    ):
        return None  # نائب فلان; طالب الصحفي الأمريكي فلانا; فلان: المدرب فلان: المساعد
    return Filler(start + cut, scene.balanced(start + cut, parts[-1].end))


def _acts(word: str) -> bool:
    """Whether a word is a verb that a person's name may be the object of, behind an office that is its subject."""
    known = any(word.lstrip("وفس") in words("cues", group) for group in _UPON)
    return known or word.lstrip("وفس") in _WARNS


def _of_another(scene: Scene, parts: list[Piece], first: int) -> bool:
    """Whether the name may be another's than the first office's: مستشار الرئيس فلان, زوجة الوزير فلان."""
    inner = [part.fold for part in parts[first + 1 :]]
    attached = base(parts[first].fold) != parts[first].fold  # الملحق الإعلامي
    offices = [word for word in inner if office(word)[0] and not _is_body(inner, word)]
    others = [word for word in offices if not (attached and base(word) in _ADJECTIVES)]
    under = office(parts[first].fold)[0] in _UNDER
    return bool(others and not under and not _apart(inner, others[-1])) or _of_kin(scene, parts, first)


def _parted(scene: Scene, name: Named, start: int, cut: int, last: Piece) -> bool:
    """Whether the office is somebody else's than the name's: لام فلان، رئيس الحزب، علانا; فلان رئيس كذا وعلان."""
    first = scene.fold[name.start : name.end].split()[0]
    swallowed = first[0] in "ول" and not _known(first)
    if swallowed and (_after_person(scene, start + cut) or (len(first) > _SHORT and _known(first[1:]))):
        return True  # the recogniser took و or ل for the name's
    if last.fold[0] == "و" and scene.of_nation(last.start + 1):
        return True  # مدرب كذا والالماني فلان
    if not re.search(r"[،,]", scene.fold[last.end : name.start]):
        return False
    return _after_person(scene, start + cut) or (cut > 0 and scene.fold[start] in "لب")


def _in_bodies(word: str) -> bool:
    return any(word in words("bodies", group) for group in ("area", "body", "kind"))


def _known(word: str) -> bool:
    """Whether a word stands in names of persons."""
    row = lexicon.word(word)
    return row.given > 0 or row.surname > 0


def _after_person(scene: Scene, start: int) -> bool:
    """Whether a person's name, of more than one word, ends right before a place."""
    return any(
        one.is_person and " " in scene.fold[one.start : one.end] and _NEXT.fullmatch(scene.fold, one.end, start)
        for one in scene.names
    )


def _named_after(scene: Scene, parts: list[Piece], first: int) -> bool:
    """Whether a place or prize bears the name (مركز الملك فلان), or a title goes on (كاتب الدولة، مكلف بكذا، فلان)."""
    ahead, word = next(iter(scene.before(parts[first].start)), ""), parts[first].fold
    goes_on = ahead in ("،", ",") and word in ("مكلف", "مكلفه")
    dated = any(hit.end == parts[first].start - 1 for hit in scene.dates)
    adjective = base(word) in _ADJECTIVES and ahead.startswith("ال") and not dated and not office(ahead)[0]
    return goes_on or adjective or (len(parts) - first == 1 and ahead.lstrip("بلو") in words("bodies", "bearing"))


def _apart(inner: list[str], other: str) -> bool:
    """Whether what a head of state's adviser is for keeps the two apart (مستشار الرئيس الفرنسي للأمن فلان)."""
    after = inner[inner.index(other) + 1 :]
    return other in ("الرييس", "الملك", "الامير") and any(word.startswith("لل") for word in after)


def _opening(scene: Scene, parts: list[Piece]) -> int | None:
    """Where the noun phrase that ends with the last part begins, if an office does: the first not closed off."""
    found, index = None, len(parts)
    while index > 0:
        index -= 1
        part = parts[index]
        inside = any(one.is_name and not one.is_person for one in scene.over(part.start))
        if not inside and not _belongs(scene, parts, index):
            break
        head, cut = head_of(scene, part)
        if head and not inside:
            found = index
            if cut:
                break  # بوزير, ووزير: another phrase than what stands before
        if index and _closes(scene, parts[index - 1], part, inside=inside):
            break
    return found


def _belongs(scene: Scene, parts: list[Piece], index: int) -> bool:
    """Whether a word can stand within the phrase of an office."""
    part, word = parts[index], parts[index].fold
    if not word[0].isalpha() or any(one.is_person for one in scene.over(part.start)):
        return False
    if scene.fold[part.end : part.end + 1] in ("،", ",", ".", "؛", ":", "(", ")") and index < len(parts) - 1:
        return False
    if scene.dated(part.start) is not None or _of_next(word, last=index == len(parts) - 1):
        return False  # والدكتور فلان: another person
    before = base(parts[index - 1].fold) if index else ""
    if word in _WITHIN or (word == "عن" and before in _FOR) or (word == "في" and before in _MEMBER):
        return True
    if word in _strange() or word.lstrip("وف") in words("cues", "speech"):
        return False
    return bool(office(word)[0]) or nominal(word) or word.startswith(("ال", "لل", "بال", "وال")) or _joined(scene, part)


@cache
def _strange() -> frozenset[str]:
    """Words that stand in no office."""
    return words("cues", "stop") | words("cues", "speech") | words("cues", "that")


def _of_next(word: str, *, last: bool) -> bool:
    """Whether a word is the title of another person than the one before (رئيس كذا والدكتور فلان)."""
    return word[0] == "و" and word[1:] in words("cues", "honorific") and not (last and office(word)[0])


def _joined(scene: Scene, part: Piece) -> bool:
    """Whether a word is a name or noun with ل or ب before it (لنقابة, بصفاقس)."""
    if part.fold[0] not in "لبو":
        return False
    named = any(one.start == part.start + 1 and not one.is_person for one in scene.names)
    return named or (nominal(part.fold[1:]) if part.fold[0] == "ل" else is_head(part.fold[1:], "org"))


def _closes(scene: Scene, before: Piece, part: Piece, *, inside: bool) -> bool:
    """Whether a phrase ends between two words: an indefinite noun after a definite one begins another."""
    if inside and not any(one.start == part.start for one in scene.names):
        return False  # within a name
    word = part.fold
    goes_on = word.startswith(("ال", "لل", "بال", "وال")) or (word[0] in "لب" and not nominal(word)) or word in _WITHIN
    return _definite(scene, before) and not goes_on and word != "عن" and not scene.of_nation(part.start)


def _definite(scene: Scene, part: Piece) -> bool:
    word = part.fold
    named = any(not one.is_person for one in scene.over(part.start + 1))
    return named or word.startswith(("ال", "لل", "بال", "وال"))


def _is_body(inner: list[str], word: str) -> bool:
    """Whether an office within an office stands for a body (مجلس الوزراء, ديوان الوزير) rather than for a person."""
    at = inner.index(word)
    return at > 0 and inner[at - 1] in words("cues", "org")


def _of_kin(scene: Scene, parts: list[Piece], first: int) -> bool:
    """Whether a word before the office makes the name somebody else's (زوجة الرئيس, نجل وزير كذا)."""
    word, kin = next(iter(scene.before(parts[first].start)), ""), words("cues", "kin")
    return word == "لدي" or word in kin or word.lstrip("وفبل") in kin


# ---------------------------------------------------------------- an office after its holder


def _after(scene: Scene, name: Named) -> Filler | None:
    """The office in apposition behind a comma or in brackets, closed as it was opened: فلان، رئيس الحزب، ..."""
    opening = _HELD.match(scene.fold, name.end, scene.end)
    if opening is None:
        return None
    held = _phrase(scene, opening.end())
    if held is None or not _CLOSED.match(scene.fold, held.end, scene.end):
        return None
    if any(
        one.is_person and scene.fold[held.end : one.start].strip(" ،," + QUOTES) == ""
        for one in scene.names
        if one.start >= held.end
    ):
        return None  # فلان، رئيس الحزب، علان: whose office is it?
    return held if _definite(scene, list(scene.tokens(held.start, held.end))[-1]) else None


def _phrase(scene: Scene, start: int) -> Filler | None:
    """The office that begins at a place, to the end of its noun phrase; None where a person is named in it."""
    parts: list[Piece] = []
    for part in scene.tokens(start):
        if part.fold in QUOTES:
            continue
        inside = any(one.is_name and not one.is_person for one in scene.over(part.start))
        if len(parts) == _LONGEST or any(one.is_person for one in scene.over(part.start)):
            return None
        trial = [*parts, part]
        if not part.fold[0].isalpha() or (not inside and not _belongs(scene, trial, len(parts))):
            break
        if parts and _closes(scene, parts[-1], part, inside=inside):
            break
        parts = trial
    if not parts or not office(parts[0].fold)[0] or office(parts[0].fold)[1]:
        return None
    others = [part.fold for part in parts[1:] if office(part.fold)[0]]
    if not is_post(scene, parts):
        return None
    return None if others and base(parts[0].fold) not in _UNDER else Filler(parts[0].start, parts[-1].end)


def _appointed(scene: Scene, name: Named) -> Filler | None:
    """The office that somebody is given: عين فلان وزيرا للخارجية."""
    first = next(scene.tokens(name.end), None)
    if first is None or not first.fold.endswith("ا") or office(first.fold[:-1])[0] != first.fold[:-1]:
        return None
    start = max(scene.start, name.start - _REACH)
    if not _APPOINTED.search(scene.fold, start, name.start) or _MAYBE.search(scene.fold, start, name.start):
        return None
    last = first
    for part in scene.tokens(first.end):
        inside = any(one.is_name and not one.is_person for one in scene.over(part.start))
        if not inside and (not _belongs(scene, [first, part], 1) or part.fold == "خلفا"):
            break
        if scene.count(first.start, part.start) > _LONGEST:
            break
        if last is not first and _closes(scene, last, part, inside=inside):
            break
        last = part
    return Filler(first.start, last.end) if last is not first and _whole(scene, last) else None


def _whole(scene: Scene, last: Piece) -> bool:
    """Whether an office ends with its last word: not مديرا لمكتبه, مستشارا لدى, رئيسا للوكالة (وتجهيزات كذا)."""
    after = next(scene.tokens(last.end), None)
    definite = _definite(scene, last) or any(one.start == last.start + 1 for one in scene.names)
    person = after is not None and any(one.is_person for one in scene.over(after.start + 1))
    more = after is not None and after.fold[0] == "و" and len(after.fold) > _SHORT and nominal(after.fold[1:])
    return last.fold not in _WITHIN and (person or not more) and (definite or last.fold[0] not in "لب")
