"""What the rules see: a sentence with its words, its entities and times, and what the sentences before it left."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import pattern, words
from tui.analysis.recognise import lexicon
from tui.frozen import frozen
from tui.model import Argument, Attribution, Evidence, Predicate, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.dates import Hit
    from tui.analysis.facts.numbers import Number
    from tui.analysis.facts.page import Page, Piece
    from tui.model import Mention, Modality, Polarity

QUOTES = '"“”«»″′„‟‹›'  # ″ folds to two ′
_SIGNS = "*_`"  # of Markdown, which the reader does not see
_GLUED = r"(?<=[ء-ي]{3})\.(?=و[ء-ي]{3})"  # إيطاليا.وقال
_END = re.compile(rf"[.!؟?؛](?:(?=[\s{QUOTES}){_SIGNS}])|$)|{_GLUED}")
_BREAK = re.compile(r"(?:(?<!\d)،|،(?!\d)|؛)\s?|:(?!\d)\s?|\s(?=(?:وقد|فيما|بينما|لكن|ولكن|وذلك|كما)\s)")
_ARTICLE = re.compile(r"^(?:[وف](?=ال))?ال")


@frozen
class Named:
    """A mention with its place in the folded form of the page."""

    start: int
    end: int
    mention: Mention

    @property
    def is_name(self) -> bool:
        """Whether it names an entity, rather than a nation or a kind."""
        return bool(self.mention.entity) and self.mention.type != "nationality" and self.mention.kind != "demonym"

    @property
    def is_person(self) -> bool:
        """Whether it names a person, by name or by title."""
        return self.is_name and self.mention.type == "person"

    @property
    def filler(self) -> Filler:
        """The stretch of the mention, to fill a slot."""
        return Filler(self.start, self.end, self.mention.entity)


@frozen
class Filler:
    """A stretch of the folded page that fills a slot; `start` < 0 for one that only an earlier sentence spells."""

    start: int
    end: int
    entity: str = ""
    text: str = ""


@dataclass(slots=True)
class Finding:
    """What a rule found, in offsets of the folded page: all a fact needs but its document."""

    kind: str
    rule: str
    start: int
    end: int
    predicate: Filler
    subject: Filler | None = None
    object: Filler | None = None
    quantity: Quantity | None = None
    proof: tuple[int, int] | None = None  # the stretch that proves it, where that is more than the finding
    property: str = ""
    place: str = ""
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    attribution: tuple[Attribution, ...] = ()


@dataclass(slots=True)
class Speaker:
    """Who spoke and who met last, for sentences that go on without naming them (وأضافت أن, جمع بينهما)."""

    argument: Filler | None = None
    feminine: bool = False
    age: int = 0  # sentences since
    people: dict[str, Filler] = field(default_factory=dict)  # named so far
    pair: tuple[Filler, Filler] | None = None  # who met last
    offices: set[tuple[str, str]] = field(default_factory=set)  # told so far, with their holders

    def holds(self, person: str, office: str) -> bool:
        """Remember an office in folded words; whether it was not told of the person before."""
        known = (person, office) in self.offices
        self.offices.add((person, office))
        return not known


@frozen
class Scene:
    """One sentence of a page: where it is, and what is known of it."""

    page: Page
    start: int
    end: int
    names: list[Named]
    dates: list[Hit]
    numbers: list[Number]
    is_title: bool
    speaker: Speaker = field(repr=False)
    forms: frozenset[str]  # its words, with and without و or ف before them: what can be in it at all

    @property
    def fold(self) -> str:
        """The folded page; offsets of rules point into it."""
        return self.page.fold

    def tokens(self, start: int, end: int | None = None) -> Iterator[Piece]:
        """The tokens from `start` on, to the end of the sentence or to `end`."""
        index = self.page.piece_from(start)
        stop = self.end if end is None else min(end, self.end)
        while index < len(self.page.pieces) and self.page.pieces[index].start < stop:
            yield self.page.pieces[index]
            index += 1

    def before(self, position: int, most: int = 1) -> list[str]:
        """Up to so many folded tokens of the sentence that stand right before a place, in order."""
        last = self.page.piece_from(min(position, self.end))
        first = max(self.page.piece_from(self.start), last - most)
        return [piece.fold for piece in self.page.pieces[first:last]]

    def count(self, start: int, end: int) -> int:
        """How many tokens lie between two places."""
        return self.page.piece_from(end) - self.page.piece_from(start)

    def named(self, start: int, end: int) -> list[Named]:
        """The mentions that lie within a stretch, in order."""
        return [name for name in self.names if start <= name.start and name.end <= end]

    def of_nation(self, position: int) -> bool:
        """Whether a nation is named at a place (الفرنسي)."""
        return any(name.mention.type == "nationality" for name in self.over(position))

    def over(self, position: int) -> list[Named]:
        """The mentions that hold a place."""
        return [name for name in self.names if name.start <= position < name.end]

    def surface(self, start: int, end: int) -> str:
        """The words of the article at a stretch of the folded page."""
        first, last = self.page.span(start, end)
        return self.page.text[first - self.page.base : last - self.page.base]

    def balanced(self, start: int, end: int) -> int:
        """The end of a stretch, with the closing quote after it when one is open within."""
        opened = sum(sign in QUOTES for sign in self.fold[start:end]) % 2
        return end + 1 if opened and end < self.end and self.fold[end] in QUOTES else end

    def clause(self, position: int) -> int:
        """Where the clause that holds a place begins: after the last comma, colon or وقد before it."""
        breaks = [match.end() for match in _BREAK.finditer(self.fold, self.start, position)]
        return breaks[-1] if breaks else self.start

    def rest(self, start: int) -> int:
        """Where the clause that begins at a place ends, blanks and signs before the end left out."""
        match = _aside().search(self.fold, start, self.end)
        end = self.end if match is None else match.start()
        while end > start and self.fold[end - 1] in " .،؛" + QUOTES:
            end -= 1
        return self.balanced(start, end)

    def wording(self, verb: Filler, content: int) -> str:
        """A verb with what binds it to its content: قال إن, شدد على أن, and a colon before a quotation."""
        text = self.surface(verb.start, verb.end)
        between = [token for token in self.tokens(verb.end, content) if token.fold not in QUOTES]
        said = between[-1].fold if between else ""
        if said == ":" or (content and self.fold[content - 1] in QUOTES):
            return text + ":"
        bound = between[-1:] if said in ("ان", "بان") else []
        before = between[: len(between) - len(bound)][-1:]
        if before and before[0].fold in ("علي", "الي", "عن"):
            bound = before + bound
        return " ".join([text, *(self.surface(token.start, token.end) for token in bound)])

    def past_dates(self, position: int) -> int:
        """The place after the time between a verb and its subject (قال اليوم الخميس وزير)."""
        while self.fold[position : position + 1] in (" ", "،") and position < self.end:
            position += 1
        end = self.dated(position)
        return position if end is None else self.past_dates(end)

    def dated(self, position: int) -> int | None:
        """The end of the date that begins at a position, None where none does."""
        return next((hit.end for hit in self.dates if hit.start == position), None)


@cache
def _aside() -> re.Pattern[str]:
    """What ends a clause: a sign, a time, a source, a reason, or another act of whom it tells (مشددا على كذا, وقال)."""
    after = r"(?:ب?ان(?:ه|ها|هم)?|ب?انهم|الي|علي|عن|من|في|ضروره|اهميه|وجوب|ال\w+)\s"
    reason = r"حيث|مما|نظرا|علما|باعتبار\w*|لان\w{0,3}|و?لكن\w{0,3}"
    other = r"\s(?:(?:الا|غير)\sان\w{0,3}|الامر\sالذي|وهو\sما|علي\sحد\s(?:قول|تعبير|وصف)\w{1,3})(?!\w)|\sوانه[ام]?\s"
    return re.compile(
        rf"[،؛؟!:]|[.](?!\d)|(?<!\sما)(?<!\sمن)\s(?:بعد|قبل)(?!\w)|\s(?:بحسب|وفق|وفقا|حسب|فيما|بينما|وذلك|{reason})(?!\w)|{other}"
        rf"|\sو?\s?(?:{pattern('cues', 'aside')}|محملا(?!\sب))(?!\w)"
        rf"|\sو?\s?(?:{pattern('cues', 'aside_she')})\s(?={after})"
        rf"|\sو(?:{pattern('cues', 'narrating')})(?!\w)|\sوي\w{{3,}}\sب?ان(?!\w)"
        r"|\sكما\s(?!هو|هي|كان|يجب|ينبغي|سبق)"
    )


def sentences(fold: str) -> Iterator[tuple[int, int]]:
    """The sentences of a folded paragraph, without the blanks between them."""
    start = 0
    for match in _END.finditer(fold):
        if re.fullmatch(r"[\s.]*", fold[start : match.end()]) or re.search(r"(?<!\w)\w\.$", fold[start : match.end()]):
            continue
        if match.group() == "؛" and sum(sign in QUOTES for sign in fold[start : match.start()]) % 2:
            continue  # of a quotation that goes on
        yield start, match.end()
        start = match.end()
        while start < len(fold) and (fold[start].isspace() or fold[start] in QUOTES + ")" + _SIGNS):
            start += 1
    if start < len(fold):
        yield start, len(fold)


def base(word: str) -> str:
    """A word without و/ف before an article, and without the article."""
    return _ARTICLE.sub("", word)


def is_head(word: str, group: str) -> bool:
    """Whether a word heads a role or an organisation (`role`, `org`), with or without article and و/ف."""
    known = words("cues", group)
    return base(word) in known or (word[:1] in ("و", "ف") and word not in known and base(word[1:]) in known)


def argument(scene: Scene, filler: Filler | None) -> Argument | None:
    """The slot's filler as the article has it."""
    if filler is None:
        return None
    if filler.start < 0:
        return Argument(filler.text, None, None, filler.entity)
    start, end = scene.page.span(filler.start, filler.end)
    article = lost_article(scene, filler.start)
    return Argument(article + scene.surface(filler.start, filler.end), start, end, filler.entity)


def lost_article(scene: Scene, start: int) -> str:
    """What ل before a word has swallowed of its article (للجامعة, للجنة; not لليبيا)."""
    if start <= scene.start or not scene.fold.startswith("لل", start - 1):
        return ""
    word = scene.fold[start : scene.end].split(maxsplit=1)[0]
    if word in words("cues", "org"):
        return "ال"  # للجنة: اللجنة, not الجنة
    return "ا" if lexicon.word(f"ا{word}").common > 0 or word[1:] in words("offices") else ""  # للمخرجة


def predicate(scene: Scene, finding: Finding) -> Predicate:
    """The relation as worded."""
    filler = finding.predicate
    return Predicate(filler.text or scene.surface(filler.start, filler.end), finding.property)


def evidence(scene: Scene, finding: Finding, text: str) -> Evidence:
    """The stretch that proves a finding, with 32 code points of the article on either side."""
    start, end = scene.page.span(*(finding.proof or (finding.start, finding.end)))
    return Evidence(start, end, text[start:end], text[max(0, start - 32) : start], text[end : end + 32])
