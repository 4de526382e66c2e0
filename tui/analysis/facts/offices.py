"""The words of an office: what heads one, and whether it is one or only a trade."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import words
from tui.analysis.facts.scene import base

if TYPE_CHECKING:
    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Scene

_PRAISE = frozenset(("زعيم", "زعيمه", "قايد", "قايده"))  # which by themselves praise: الزعيم الراحل
_PRAISED = frozenset(("الراحل", "الراحله", "الوطني", "الوطنيه"))
_POSTS = frozenset(("عام", "عامه", "دوله", "اول"))  # كاتب عام, كاتب الدولة, المحامي العام: a trade's word, yet a post


@lru_cache(maxsize=4096)
def office(word: str) -> tuple[str, int]:
    """The head of an office that a word is, without its article, and the letters before it that are not its own."""
    known = words("offices")
    for cut in (0, 1):
        if cut and word[:1] not in ("ب", "ل", "و", "ف"):
            break
        bare = with_article(word) if cut and word.startswith("لل") else word[cut:]  # للوزير
        if bare in known or (bare.startswith("ال") and bare[2:] in known):
            return bare.removeprefix("ال"), cut
    return "", 0


def head_of(scene: Scene, part: Piece) -> tuple[str, int]:
    """As `office`, of a word in its place: وإلى is no والي."""
    if part.fold == "والي" and scene.page.letter(part.start + 1) == "إ":
        return "", 0
    return office(part.fold)


def is_post(scene: Scene, parts: list[Piece]) -> bool:
    """Whether an office is one: a trade (الصحفي) is none without the body that gives it, nor is what epithets make."""
    rest = [part.fold for part in parts[1:]]
    head = office(parts[0].fold)[0]
    own = list(takewhile(lambda word: word.startswith("ال"), rest))  # not of the office's body: نادي الأسير
    if not words("cues", "epithet").isdisjoint(own) or (head in _PRAISE and _PRAISED.issuperset(rest)):
        return False  # القائد الأسير
    if head not in words("offices", "trade"):
        return True
    return base(rest[0] if rest else "") in _POSTS or any(_gives(scene, part) for part in parts[1:])


def _gives(scene: Scene, part: Piece) -> bool:
    """Whether a word is a body, or begins the name of one, that may give a post."""
    near = (*scene.over(part.start), *scene.over(part.start + 1))
    if any(one.mention.type == "organisation" and one.is_name for one in near):
        return True
    forms = (part.fold, part.fold[1:]) if part.fold[0] in "لب" else (part.fold,)
    return any(base(with_article(form)) in _bodies() for form in forms)


def with_article(word: str) -> str:
    """A word behind ل with the article that it cost a letter (للدفاع is الدفاع); others as they are."""
    return "ا" + word[1:] if word.startswith("لل") else word


@cache
def _bodies() -> frozenset[str]:
    """Nouns for a body that may give a post."""
    groups = frozenset[str]().union(*(words("bodies", group) for group in ("kind", "body", "local")))
    return (groups | words("cues", "org")) - words("bodies", "area")
