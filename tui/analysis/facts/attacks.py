"""Attacks: what was struck and by whom; of people, of places and vehicles, and of what has a name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import pattern, words
from tui.analysis.facts.parties import party
from tui.analysis.facts.scene import QUOTES, Filler, Finding, base
from tui.analysis.facts.victims import people, target
from tui.analysis.facts.wording import modality, unreal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Scene

_STEMS = (
    "هجوم",
    "هجم",
    "تفجير",
    "عتدا",
    "عتدي",
    "عتدت",
    "قصف",
    "غار",
    "طعن",
    "دهس",
    "هاجم",
    "تعرض",
    "النار",
    "كمين",
    "نفجار",
    "ارهابيه",
    "انتحاريه",
)
_STRUCK = re.compile(
    r"(?<!\w)[وفبل]?((?:ال)?(?:هجوم|هجوما|هجومين|تفجير|تفجيرا|تفجيرين|اعتداء|قصف|غاره|غارات))((?:\s(?:ال)?(?:\w+(?:ي|يه|يا|يين|يان)|مسلح\w?|مزدوج\w*|عنيف\w?|جديد\w?))*)"
    r"(?:\sب(?:ال)?(?:حجار|مدفعي|سلاح|اسلح|سيار|شاحن|زجاجات|قناب|قنبل|صواريخ|غازات|سكين|عبو|حزام|طاير|ال)\w*"
    r"(?:\s(?!علي|ضد)\w+(?:ه|ي|يه))?)?\s(?:(?:الذي|التي|قد)\s)?(?:استهدفت?|استهدفا|طالت?|(?<!اعتداء\s)(?:علي|ضد))\s"
)
_AIMED = re.compile(  # استهدف تفجيران انتحاريان كذا
    r"(?<!\w)[وف]?(استهدفت?|طالت?)\s((?:ال)?(?:هجوم|هجومان|تفجير|تفجيران|قصف|غاره|غارتان|غارات)((?:\s(?:ال)?(?:\w{2,}(?:يه|يا|يان)|\w{3,}ي|مسلح\w?|مزدوج\w*|عنيف\w?))*))\s"
)
_WHOSE = re.compile(r"\w+\sل\w")  # مقرا لكذا
_STRIKER = re.compile(r"(?<!\w)[وف]?(?:شنت?|نفذت?)\s")
_BLOODY = re.compile(r"تفجير|قصف|غار|ارهاب|انتحار|مسلح|صاروخ|جوي|دموي")
_HOW = (
    r"(?:ب(?:ال)?(?:عنف|ضرب|فاحشه|سكين|سلاح|وحشيه|شده|اله|حجاره|عصي)\w*\s(?:ال(?:شديد|مبرح|ابيض|بيضاء|لفظي|مادي|جسدي)\s)?"
    r"(?:واللفظي\s|حاده\s|ابيض\s|والجرح\s)*)?"
)
_ASSAULT = re.compile(rf"(?<!\w)[وف]?((?:[يت]عتدي|اعتدي|اعتدت|اعتدوا)\s{_HOW}علي)\s")
_ASSAULTED = re.compile(rf"(?<!\w)(?:ال|ب|بال)?(اعتداء\s{_HOW}علي)\s")
_BY_WHOM = re.compile(r"(?<!\w)(?:ال|ب|ل)?(اعتداء)\s(?!علي\s|استهدف)")
_LEADS = re.compile(
    r"(?<!\w)[وف]?(?:(?P<does>تعمدت?|عمدت?|اقدمت?|قامت?|قام)\s(?P<who>.{0,80}?)(?:(?:علي|الي)\s)?|(?:تم|وقع|جري|اثر|عقب|بعد|حادثه|واقعه|عمليه)\s)$"
)
_SUFFERED = re.compile(r"(?<!\w)[وف]?(تعرضت?|تعرضوا)\s(?!ل|الي)")
_TO = re.compile(
    r"(?:الي\s(?:ال)?|لل?)((?:اعتداء|عمليه\s(?:طعن|دهس|اعتداء|سلب|براكاج|اختطاف|تعنيف)|هجوم|طعن|طعنه|اطلاق\s(?:ال)?نار|قصف|كمين|براكاج|محاوله\s(?:اغتيال|قتل)|تعنيف|ضرب)"
    r"(?:\s(?:ال)?\w+(?:ي|يه|يف|يد))?)(?!\w)"
)
_BY = re.compile(r"\s(?:\S+\s){0,3}?من\s(?:قبل|طرف|جانب)\s")
_FELL = re.compile(r"(?<!\w)[وف]?(?:(مقتل|استشهاد|قتل|قتلت|استشهدت?)|(اصابه|اصيبت?|جرحت?|جرح))\s")
_IN = re.compile(
    r"\s(?:\S+\s){0,9}?(?:في|جراء|اثر|خلال)\s(?:(?:هذا|هذه|ذلك|تلك)\s)?(?=(?:ال)?(?:هجوم|هجومين|تفجير|تفجيرين|قصف|غار|كمين|عمليه|اطلاق|اعتداء|انفجار))"
)
# What a blow led to: its toll, as it stands between the verb and whom it hit.
_TOLLED = r"(?:اسفرت?|ادي|ادت|تسببت?|خلفت?|اودي|اودت)"
_TOLL = r"\s(?:عن|الي|في|ب)\s?(?:(?:سقوط\s)?(?P<dead>مقتل|استشهاد|قتل)|(?P<hurt>اصابه|جرح)|(?P<lives>حياه))\s"
_TOLL_FIRST = re.compile(rf"(?<!\w)[وف]?{_TOLLED}\s")
_TOLL_THEN = re.compile(
    rf"(?P<gap>(?:\s[^\s.؛:!{QUOTES}]+){{0,14}}?)\s[وف]?{_TOLLED}(?P<far>(?:\s[^\s.؛:!{QUOTES}]+){{0,4}}?){_TOLL}"
)
_TOLL_NEAR = re.compile(rf"(?P<gap>(?:\s[^\s.؛:!{QUOTES}]+){{0,16}}?){_TOLL}")
_OTHERS = re.compile(  # what may have led to it instead, or denies it
    r"(?<!\w)(?:و?ب?(?:ال)?(?:مواجه|اشتباك|حادث|حريق|انهيار|اصطدام|زلزال|ملاحق|مداهم|عمليه|عمليات|رد)\w*|دون|لم|لا|لن|كاد|كادت|قد\s[يت]\w+|احبط\w*|محاوله)(?!\w)"
)
_PART = re.compile(r"(?<!\w)(?:ضلوع\w*|تورط\w*|[يت]شتبه|مشتبه|متهم\w*|متورط\w*|منفذ\w*|مدبر\w*)\s(?:\S+\s){0,4}$")
_MAYBE = re.compile(r"(?<!\w)(?:ال)?(?:احتمال|امكانيه|فرضيه|مخاوف)\s(?:\S+\s)?$")
_STRIKES = re.compile(r"(?<!\w)[وف]?(هاجمت?|[يت]هاجم|هاجموا|قصفت?|طعنت?|[يت]طعن|[يت]قصف)\s")
_FIRES = re.compile(r"(?<!\w)[وف]?((?:اطلقت?|اطلقوا|[يت]طلق|فتحت?|فتحوا|[يت]فتح)\s(?:\S+\s){0,6}?(?:ال)?نار\sعلي)\s")
_FIRE = re.compile(r"\s(?:ال)?نار\s")
_BLEW = re.compile(
    r"(?<!\w)[وف]?(فجرت?|[يت]فجر)\s(?:\S+\s){1,5}?(نفسه|نفسها)\s(?:\S+\s){0,4}?(?:في|وسط|امام|داخل|قرب|مستهدفا|عند|ب)\s"
)
_ELSE = re.compile(rf"[.؛:({QUOTES}]|مشتبه|متهم|متورط|ضالع|منفذ|محاوله")  # مقتل المشتبه به في الهجوم
_ON = re.compile(r"\s(?:ب\S+\s(?:\S+\s){0,2}?)?علي\s")
_GENERAL = re.compile(r"ال\w+")
_HEARSAY = re.compile(
    r"(?<!\w)(?:احباط|افشال|التصدي|التخطيط|خطه|خطط|مخطط|مخططات|سيناريو|محاكاه|يخطط|لتنفيذ|تنفيذ|مفاد\w*|تهمه|بتهمه|بشبهه|شبهه|شكايه|اجل|كل|ان\sي\w+|حاول|حاولت|محاوله|يحاول)\s(?:\S+\s){0,2}$"
)
_ARMED = re.compile(
    r"(?:ال)?(?:مسلح|مسلحون|مسلحين|مجهول|مجهولون|مجهولين|ارهابي|ارهابيون|انتحاري|عناصر|مجموعه|عصابه|منحرف|منحرفون|ملثمون|متطرف|متطرفون|"
    r"مستوطن|مستوطنون|جيش|قوات|طيران|طايرات|مقاتلات|مروحيات|متشددون|شاب|شبان|رجل|مهاجم|جنود|جندي|تلميذ|حارس|مواطن|شخص|اشخاص|تنظيم)(?!\w)"
)


@cache
def _blow() -> re.Pattern[str]:
    return re.compile(
        rf"(?:ال)?(?:{pattern('victims', 'blow')})(?:\s(?!علي\s|الي\s|التي\s|الذي\s)(?:ال)?\w{{2,}}(?:ي|يه|يين))*(?!\w)"
    )


def find(scene: Scene) -> Iterator[Finding]:
    """The attacks of a sentence."""
    if not any(stem in scene.fold[scene.start : scene.end] for stem in _STEMS):
        return
    found = [
        *_strikes(scene),
        *_aimed(scene),
        *_assaults(scene),
        *_of_somebody(scene),
        *_sufferings(scene),
        *_armed(scene),
        *_falls(scene),
        *_tolls(scene),
    ]
    told: set[int] = set()  # what is struck is told once in a sentence
    for one in found:
        if one.object is not None and one.object.start not in told:
            told.add(one.object.start)
            yield one


def _attack(scene: Scene, rule: str, at: int, verb: Filler, *, who: Filler | None, whom: Filler) -> Finding:
    fillers = [verb, whom, *([] if who is None else [who])]
    begin, end = min(at, *(one.start for one in fillers)), max(one.end for one in fillers)
    return Finding("attack", rule, begin, end, verb, who, whom, modality=modality(scene, at))


def _strikes(scene: Scene) -> Iterator[Finding]:
    """هجوم على كذا, تفجير استهدف كذا."""
    for match in _STRUCK.finditer(scene.fold, scene.start, scene.end):
        if unreal(scene, match.start(), 3) or _HEARSAY.search(scene.fold, scene.start, match.start()):
            continue
        if match.group(1).endswith("اعتداء") and "هدف" not in match.group():
            continue  # told by its own rules
        struck = target(scene, match.end())
        bloody = _BLOODY.search(match.group()) is not None
        verbal = (
            not bloody
            and struck is not None
            and not _is_thing(scene, struck)
            and not scene.fold[struck.start].isdigit()
        )
        rule = "force.attack" if verbal else "force.strike"
        if struck is not None and not struck.entity and _GENERAL.fullmatch(scene.fold, struck.start, struck.end):
            continue  # الهجوم على الأطفال
        if struck is None or (struck.entity and not bloody):
            struck, rule = party(scene, match.end()), "force.strike" if bloody else "force.attack"
            if struck is None or not struck.entity or struck.entity.startswith("product:"):
                continue
        striker = _STRIKER.search(scene.fold, scene.start, match.start())
        who = party(scene, striker.end(), match.start()) if striker is not None else None
        yield _attack(scene, rule, match.start(), Filler(match.start(1), match.end() - 1), who=who, whom=struck)


def _aimed(scene: Scene) -> Iterator[Finding]:
    """استهدف تفجير انتحاري أمس مركز كذا: the blow before what it struck."""
    for match in _AIMED.finditer(scene.fold, scene.start, scene.end):
        struck = target(scene, match.end())
        bare = struck is not None and not struck.entity and _WHOSE.match(scene.fold, struck.start, scene.end)
        if struck is not None and not bare and not unreal(scene, match.start(), 3):
            two = match.group(2).split()[0].endswith("ان")
            struck_by = "استهدفا" if two else "استهدفت" if match.group(1).endswith("ت") else "استهدف"
            verb = Filler(*match.span(2), text=f"{scene.surface(*match.span(2))} {struck_by}")
            yield _attack(scene, "force.strike", match.start(), verb, who=None, whom=struck)


def _assaults(scene: Scene) -> Iterator[Finding]:
    """اعتدى فلان على فلان, أقدم فلان على الاعتداء على فلان, إثر الاعتداء على فلان."""
    for match in _ASSAULT.finditer(scene.fold, scene.start, scene.end):
        struck = target(scene, match.end())
        before = scene.before(match.start())
        if struck is None or unreal(scene, match.start(), 3) or before in (["من"], ["ان"]):
            continue
        who = _doer(scene, match.start(), match.end())
        yield _attack(scene, "force.assault", match.start(), Filler(*match.span(1)), who=who, whom=struck)
    for match in _ASSAULTED.finditer(scene.fold, scene.start, scene.end):
        struck = target(scene, match.end())
        lead = _LEADS.search(scene.fold, scene.start, match.start())
        if struck is None or lead is None or unreal(scene, lead.start(), 3) or re.search("[.؛:]", lead.group()):
            continue
        who = None
        if lead.group("does"):
            who = _someone(scene, scene.past_dates(lead.start("who")), lead.end("who"))
            who = who or _doer(scene, lead.start(), lead.end())
        yield _attack(scene, "force.assault", match.start(), Filler(*match.span(1)), who=who, whom=struck)


def _of_somebody(scene: Scene) -> Iterator[Finding]:
    """اعتداء فلان على فلان: with who did it between the noun and على."""
    for match in _BY_WHOM.finditer(scene.fold, scene.start, scene.end):
        who = people(scene, match.end())
        on = None if who is None else _ON.match(scene.fold, who.end, scene.end)
        if who is None or on is None or unreal(scene, match.start(), 3):
            continue
        struck = target(scene, on.end())
        if struck is not None and not _HEARSAY.search(scene.fold, scene.start, match.start()):
            verb = Filler(*match.span(1), text="اعتدى على")
            yield _attack(scene, "force.assault", match.start(1), verb, who=who, whom=struck)


def _sufferings(scene: Scene) -> Iterator[Finding]:
    """تعرض فلان لاعتداء, تعرضت دورية إلى هجوم."""
    for match in _SUFFERED.finditer(scene.fold, scene.start, scene.end):
        if unreal(scene, match.start(), 3) or _HEARSAY.search(scene.fold, scene.start, match.start()):
            continue
        whom = _victim(scene, scene.past_dates(match.end()))
        to = None if whom is None else _TO.search(scene.fold, whom.end, scene.end)
        if whom is None or to is None or scene.count(whom.end, to.start()) > 12:
            continue
        gap = scene.fold[whom.end : to.start()]
        if re.search(r"[.؛:]|\s(?:التي|الذي|الذين|ان)\s", gap):
            continue
        if to.group(1) == "هجوم" and not _is_thing(scene, whom):
            continue
        by = _BY.match(scene.fold, to.end(), scene.end)
        who = None if by is None else _someone(scene, by.end(), scene.end)
        she = match.group(1).endswith("ت")
        verb = Filler(match.start(1), to.end(), text=f"{scene.surface(*to.span(1))} {'تعرضت' if she else 'تعرض'} له")
        yield _attack(scene, "force.suffered", match.start(), verb, who=who, whom=whom)


def _is_thing(scene: Scene, whom: Filler) -> bool:
    """Whether a place or vehicle is struck: هجوم on a person may be of words."""
    return base(scene.fold[whom.start : whom.end].split()[0]) in words("victims", "thing")


def _victim(scene: Scene, position: int) -> Filler | None:
    return target(scene, position) or party(scene, position)


def _armed(scene: Scene) -> Iterator[Finding]:
    """هاجم مسلحون كذا, أطلق رجل النار على كذا, فجر انتحاري نفسه في كذا."""
    for match in _STRIKES.finditer(scene.fold, scene.start, scene.end):
        who = _doer(scene, match.start(), match.end(), armed=True)
        if who is None or unreal(scene, match.start(), 3):
            continue
        struck = target(scene, who.end if who.start >= match.end() else match.end())
        if struck is not None:
            yield _attack(scene, "force.armed", match.start(), Filler(*match.span(1)), who=who, whom=struck)
    for shape in (_FIRES, _BLEW):
        for match in shape.finditer(scene.fold, scene.start, scene.end):
            struck = target(scene, match.end())
            if struck is None or unreal(scene, match.start(), 3) or re.search("[.؛:]", match.group()):
                continue
            first = match.start(1) + len(match.group(1).split()[0]) + 1
            fire = _FIRE.search(scene.fold, first, match.end(1))
            who = _someone(scene, scene.past_dates(first), match.end(1) if fire is None else fire.start())
            text = "أطلق النار على" if shape is _FIRES else "فجر نفسه قرب"
            verb = Filler(*match.span(1), text=text)
            yield _attack(scene, "force.armed", match.start(), verb, who=who, whom=struck)


def _falls(scene: Scene) -> Iterator[Finding]:
    """مقتل 3 جنود في هجوم انتحاري."""
    for match in _FELL.finditer(scene.fold, scene.start, scene.end):
        whom = people(scene, match.end())
        if whom is None or unreal(scene, match.start(), 3) or _MAYBE.search(scene.fold, scene.start, match.start()):
            continue
        into = _IN.match(scene.fold, whom.end, scene.end)
        blow = None if into is None else _blow().match(scene.fold, into.end(), scene.end)
        if into is None or blow is None or _ELSE.search(into.group()):
            continue
        verb = _blow_that(scene, blow, "قتل في" if match.group(1) else "أصيب في")
        yield _attack(scene, "force.fell", match.start(), verb, who=None, whom=whom)


def _tolls(scene: Scene) -> Iterator[Finding]:
    """أسفر هجوم على كذا عن مقتل 3 جنود, غارة أدت إلى إصابة مدنيين."""
    for blow in _blow().finditer(scene.fold, scene.start, scene.end):
        if scene.fold[blow.start() - 1 : blow.start()].strip() or _HEARSAY.search(
            scene.fold, scene.start, blow.start()
        ):
            continue
        first = [
            one for one in _TOLL_FIRST.finditer(scene.fold, scene.start, blow.start()) if one.end() == blow.start()
        ]
        toll = (_TOLL_NEAR if first else _TOLL_THEN).match(scene.fold, blow.end(), scene.end)
        begin = first[0].start() if first else blow.start()
        if toll is None or unreal(scene, begin, 3) or _OTHERS.search(toll.group()):
            continue
        whom = people(scene, toll.end())
        if whom is None or scene.fold.endswith(" عناصر", whom.start, whom.end):
            continue
        if _PART.search(scene.fold, scene.start, begin) or _other_day(scene, begin, whom.end):
            continue
        if not (first and _TOLL_FIRST.search(toll.group())):
            verb = _blow_that(scene, blow, "أصيب في" if toll.group("hurt") else "قتل في")
            yield _attack(scene, "force.fell", begin, verb, who=None, whom=whom)


def _other_day(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence has a date well before what it tells as known, and none with it: another event's."""
    own = any(start <= hit.start < end or 0 <= start - hit.end <= len(" ، ") for hit in scene.dates)
    return not own and any(hit.end < start for hit in scene.dates)


def _blow_that(scene: Scene, blow: re.Match[str], done: str) -> Filler:
    """An attack as what reads before whom it hit: هجوم قتل فيه."""
    first = blow.group().split()[0]
    she = re.match("(?:ال)?(?:غار|عمليه|هجمات|تفجيرات)", first) is not None
    two = "هما" if first.endswith(("ين", "ان")) else "ها" if she else "ه"
    return Filler(*blow.span(), text=f"{scene.surface(*blow.span())} {done}{two}")


def _doer(scene: Scene, verb: int, after: int, *, armed: bool = False) -> Filler | None:
    """Who does it: right behind the verb, or what stands before it from the start of a title or of its second part."""
    behind = _someone(scene, scene.past_dates(after), scene.end) if armed else None
    if behind is not None and armed and _ARMED.match(scene.fold, behind.start):
        return behind
    ahead = scene.fold[scene.start : verb]
    begin = scene.start + (max(ahead.rfind(sign) for sign in ":،" + QUOTES) + 1)
    while scene.fold[begin : begin + 1] == " ":
        begin += 1
    who = _someone(scene, begin, verb)
    if who is None or scene.count(who.end, verb) > 0 or (armed and not _ARMED.match(scene.fold, who.start)):
        return None
    return who


def _someone(scene: Scene, start: int, end: int) -> Filler | None:
    """A person or body, named or not (منحرف, الشخص المذكور, مجهولون)."""
    who = people(scene, start) or party(scene, start, end)
    if who is None and _ARMED.match(scene.fold, start):
        token = next(scene.tokens(start))
        after = next(scene.tokens(token.end), None)
        bound = (
            after is not None
            and after.start < end
            and after.fold.startswith("ال")
            and token.fold not in ("مسلحون", "مجهولون")
        )
        who = Filler(start, after.end if bound and after is not None else token.end)
    if who is not None and who.end > end:
        who = Filler(who.start, len(scene.fold[:end].rstrip(" ،")), who.entity)
    return None if who is None or who.end <= who.start else who
