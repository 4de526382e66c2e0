"""Copies of articles for `altered.py`: another outlet's of the next day, a figure or a verb changed in it, or neither.

All texts are real ones with a few words changed, so that nothing has to be invented. Choices are drawn from the chance
that is given, so that a copy is the same in every run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import tui.arabic.stem
from tui.analysis.facts.numbers import find_numbers
from tui.arabic.normalise import fold
from tui.model import Draft, Span

if TYPE_CHECKING:
    from random import Random

    from tui.model import Fact

WORD = re.compile(r"[^\W\d_]+")
# What says the same, for light edits; each stands for itself alone, so that grammar holds.
ALIKE = {
    "خلال": "أثناء",
    "حوالي": "نحو",
    "بسبب": "جراء",
    "إثر": "عقب",
    "حيث": "إذ",
    "عقب": "بعد",
    "لكن": "غير أن",
    "مؤكدا": "مشددا",
    "مضيفا": "مردفا",
    "أيضا": "كذلك",
    "عبر": "من خلال",
    "كذلك": "أيضا",
    "قصد": "بهدف",
    "اليوم": "أمس",  # the copy is of the next day
    "أمس": "أول أمس",
}
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
# Number words that agree with the same nouns, so that one stands in for another.
WORDS = (
    ("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"),
    ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"),
    ("عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"),
    ("عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"),
)
NEGATIONS = ("لم", "لا", "لن", "ما", "ليس", "ليست", "غير", "دون", "عدم")
BEFORE = (*NEGATIONS, "قد", "سوف", "التي", "الذي", "الذين", "من", "كان", "كانت", "لو", "إذا", "ان", "بعد", "قبل")
NEAR = 5  # words into what is said within which its verb is looked for


@dataclass(frozen=True, slots=True)
class Altered:
    """A copy, and the words in it that say something else than the article does; '' where it says the same."""

    draft: Draft
    words: str = ""


def parts(draft: Draft) -> list[str]:
    return [draft.title, *(draft.text[span.start : span.end] for span in draft.body)]


def copy(draft: Draft, paragraphs: list[str], chance: Random, keep: str = "") -> Draft:
    """A draft of the next day by another outlet: another headline, a sentence less, a few words put otherwise.

    Args:
        draft: the article.
        paragraphs: its title and body, altered or not.
        chance: what is drawn from.
        keep: words of the sentence that must stay.
    """
    _, *body = paragraphs
    body = [_shorter(part, chance, keep) if place == len(body) - 1 else part for place, part in enumerate(body)]
    body = [WORD.sub(lambda found: ALIKE.get(found[0], found[0]), part) for part in body]
    headline = " ".join(body[0].split()[:7]) if body else paragraphs[0]
    text, spans = headline, []
    for part in body:
        spans.append(Span(len(text) + 2, len(text) + 2 + len(part)))
        text += f"\n\n{part}"
    day = (date.fromisoformat(draft.published) + timedelta(days=1)).isoformat()
    span = Span(0, len(headline))
    return replace(
        draft, text=text, title=headline, title_span=span, body=tuple(spans), source="صحيفة أخرى", published=day
    )


def _shorter(part: str, chance: Random, keep: str) -> str:
    """A paragraph without one of its sentences, where it has several."""
    sentences = re.split(r"(?<=[.؟!])\s+(?=\S)", part)
    spare = [place for place, one in enumerate(sentences) if not keep or keep not in one]
    if len(sentences) < 2 or not spare:
        return part
    del sentences[chance.choice(spare)]
    return " ".join(sentences)


# ---------------------------------------------------------------- figures


def other_figure(draft: Draft, fact: Fact, chance: Random) -> Altered | None:
    """The article with another figure in the place of a fact's, wherever it stands before the same word."""
    quantity, where = fact.quantity, place(draft, fact)
    if quantity is None or where is None or not quantity.what:
        return None
    text = fact.evidence.exact
    wanted = (quantity.value, quantity.low)
    for number in find_numbers(text):
        if number.kind not in ("cardinal", "percent", "money", "range") or (number.value, number.low) != wanted:
            continue
        old = text[number.start : number.end]
        new = changed(old, chance)
        after = text[number.end :].split()[:1]
        if new is None or not after:
            return None
        follows = re.compile(rf"(?<!\w){re.escape(old)}(?=\s?{re.escape(after[0])})")
        paragraphs = [follows.sub(new, part) for part in parts(draft)]
        if new not in paragraphs[where]:
            return None
        return Altered(copy(draft, paragraphs, chance, keep=new), new)
    return None


def changed(expression: str, chance: Random) -> str | None:
    """Another plausible figure in the same form; None where there is none that fits the same noun."""
    found = re.search(r"\d+", expression)
    if found is not None:
        new = _other(int(found[0]), chance)
        if new is None:
            return None
        text = str(new).zfill(len(found[0])) if expression[found.start()] == "0" else str(new)
        eastern = "٠" <= found[0][0] <= "٩"
        return expression[: found.start()] + (text.translate(DIGITS) if eastern else text) + expression[found.end() :]
    for word in WORD.finditer(expression):
        for row in WORDS:
            if word[0] in row:
                new_word = chance.choice([one for one in row if one != word[0]])
                return expression[: word.start()] + new_word + expression[word.end() :]
    return None


def _other(value: int, chance: Random) -> int | None:
    if value < 3:  # one and two take other forms of the noun
        return None
    if value <= 10:
        return chance.choice([one for one in range(3, 11) if one != value])
    share = chance.choice((0.6, 0.75, 0.9, 1.1, 1.25, 1.5, 1.8))
    size: int = 10 ** max(0, len(str(value)) - 3)
    new = max(11, round(value * share / size) * size)
    new = min(new, 99) if value < 100 else max(new, 103)
    return new if new != value else value + size * 7


# ---------------------------------------------------------------- negations


@cache
def verbs() -> dict[str, tuple[str, str]]:
    """Verbs of the news: a folded form, perfect or imperfect, to (`لم` + jussive, perfect), for him and for her."""
    found: dict[str, tuple[str, str]] = {}
    lines = (Path(tui.arabic.stem.__file__).parent / "verbs.txt").read_text(encoding="utf-8").splitlines()
    for word in " ".join(line for line in lines if not line.startswith("#")).split():
        perfect, _, core = word.partition("/")
        core = core or re.sub("^[اأ]", "", perfect)
        if perfect in ("ليس", "ينبغي", "كان", "قل", "حل", "مر", "قدر", "مثل", "علم", "حكم", "حمل", "طلب", "عمل"):
            continue  # nouns as often
        short = re.sub("[يوى]$", "", core)
        short = re.sub("(?<=.)[اوي](?=.$)", "", short) if len(core) < 5 else short
        for letter, ending in (("ي", ""), ("ت", "ت")):
            told = _feminine(perfect) if ending else perfect
            found.setdefault(fold(told), (letter + short, told))
            found.setdefault(fold(letter + core), (letter + short, told))
    return found


def _feminine(perfect: str) -> str:
    return re.sub("[اى]$", "", perfect) + "ت"


def negated(draft: Draft, fact: Fact, chance: Random) -> Altered | None:
    """The article with the verb of a fact's clause denied, or no longer denied."""
    where = place(draft, fact)
    if where is None:
        return None
    found = _verb(fact)
    if found is None:
        return None
    old, new = found
    exact = fact.evidence.exact
    if exact.count(old) != 1:
        return None
    paragraphs = [part.replace(exact, exact.replace(old, new)) for part in parts(draft)]
    return Altered(copy(draft, paragraphs, chance, keep=new), new)


def _verb(fact: Fact) -> tuple[str, str] | None:
    """The words of a fact's evidence to be replaced, and by what."""
    exact = fact.evidence.exact
    if fact.kind == "denial":
        found = re.search(r"(?<!\w)([وف]?)(نفى|نفت)(?!\w)", exact)
        return (
            None
            if found is None or " أن" not in exact
            else (found[0], found[1] + ("أكد" if found[2] == "نفى" else "أكدت"))
        )
    if fact.kind == "statement" and fact.id[0] in "01234567":  # every other one
        found = re.match(r"([وف]?)(أكد|قال|أعلن|أوضح|أفاد)(ت?)(?!\w)(?=.{3,60}\s[إأ]ن)", exact)
        if found is not None:
            verb = "نفت" if found[3] else "نفى"
            said = re.search(r"\s([إأ]ن\w*)", exact)
            if said is not None:
                return exact[: said.end()], found[1] + verb + exact[found.end() : said.start()] + " أ" + said[1][1:]
        return None
    tokens = list(WORD.finditer(exact))
    for place_, token in _candidates(fact, tokens):
        before = tokens[place_ - 1][0] if place_ else ""
        then = _negation(token[0], before)
        if then is not None:
            start = token.start() - (len(before) + 1 if before in ("لم", "لا", "لن") else 0)
            rest = exact[token.end() :].split(" ")
            tail = " ".join(rest[:2])  # with the next word, so that it is found once
            return exact[start : token.end()] + tail, then + tail
    return None


def _candidates(fact: Fact, tokens: list[re.Match[str]]) -> list[tuple[int, re.Match[str]]]:
    numbered = list(enumerate(tokens))
    start = fact.evidence.start
    if fact.kind == "statement" and fact.object is not None and fact.object.start is not None:
        return [one for one in numbered if one[1].start() + start >= fact.object.start][:NEAR]
    if fact.quantity is not None and fact.object is not None and fact.object.start is not None:
        nearest = [one for one in numbered if one[1].end() + start <= fact.object.start][::-1]
        return list(takewhile(lambda one: fold(one[1][0]).lstrip("وفب") not in ("ان", "انه", "انها"), nearest))
    verb = fact.predicate.text.split()[:1]
    return [one for one in numbered if [one[1][0]] == verb or one[1][0][1:] in verb]


def _negation(word: str, before: str) -> str | None:
    lead = word[0] if word[0] in "وف" and len(word) > 2 and fold(word) not in verbs() else ""
    bare = word.removeprefix(lead)
    soon = bare[0] == "س" and fold(bare) not in verbs()
    known = verbs().get(fold(bare[1:] if soon else bare))
    if known is None and before in ("لم", "لا", "لن"):
        known = next((one for one in verbs().values() if one[0] == bare), None)
    if known is None or fold(bare).startswith("ال"):
        return None
    jussive, perfect = known
    imperfect = bare[0] in "يت" and fold(bare) != fold(perfect)
    if before in ("لم", "لا", "لن"):
        return {"لم": perfect, "لا": bare, "لن": "س" + bare}[before]
    if fold(before) in {fold(one) for one in BEFORE}:
        return None
    return lead + (f"لن {bare[1:]}" if soon else f"لا {bare}" if imperfect else f"لم {jussive}")


def place(draft: Draft, fact: Fact) -> int | None:
    """Which paragraph of the body a fact stands in, counted from 1; None for the title."""
    inside = [span.start <= fact.evidence.start and fact.evidence.end <= span.end for span in draft.body]
    return inside.index(True) + 1 if True in inside else None
