"""The form that each letter of a word takes between its neighbours, in any language written with Arabic letters.

Which letters join is Unicode's ArabicShaping.txt; their forms are arabic-reshaper's table, which has all that Unicode
has. Its own joining is not used: it knows the letters that have forms alone, so that a Pashto ښ or a Sorani ێ would
part its neighbours, and it takes more than twice the time. The tests hold that both agree on what it knows.

A letter without presentation forms stays as it is. One has them all the same: ە of Sorani and Uyghur takes those of ه,
as fonts draw it. In DejaVu Sans and in the Noto Sans, Naskh, Kufi and Nastaliq fonts both have one outline alone, and
one at the end of a word (but for Noto Kufi, which does not join ە); DejaVu Sans Mono has no ە at all.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tui.arabic import ucd

NOTHING: frozenset[str] = frozenset()

_LAM_ALEF = {"آ": "\ufef5\ufef6", "أ": "\ufef7\ufef8", "إ": "\ufef9\ufefa", "ا": "\ufefb\ufefc"}
_PAIRS = re.compile("ل[آأإا]")
_AE, _HEH = "ە", "ه"
_JOINERS = "\u200c\u200d"
# Joining types as bytes: 1 for what joins the letter after it, and the one before it.
_ONWARD = bytes([chr(code) in "DLC" for code in range(256)])
_BACK = bytes([chr(code) in "DRC" for code in range(256)])


class _Forms(dict[str, tuple[str, ...]]):
    """Letter -> its forms: alone, joined to the letter before it (1), to the one after it (2), to both (3)."""

    def __missing__(self, char: str) -> tuple[str, ...]:
        forms = self[char] = (char,) * 4
        return forms


def forms(bases: str, lacking: frozenset[str] = NOTHING) -> list[str]:
    """Join the letters of a word, or of a text.

    Args:
        bases: the text without marks; ZWNJ and ZWJ in it tell their neighbours how to join.
        lacking: presentation forms that the terminal's font has not; their letters stay as they are.

    Returns:
        What is drawn for each character: '' for ZWNJ and ZWJ, and for the alef of a lam-alef, which its lam includes.
    """
    letters, ligatures = _tables(lacking)
    kinds = "".join(map(ucd.JOINING.__getitem__, bases)).encode("ascii")
    # A byte a character, so that all are compared with their neighbours at once.
    onward, back = int.from_bytes(kinds.translate(_ONWARD)), int.from_bytes(kinds.translate(_BACK))
    joined = (back & onward >> 8 | (onward & back << 8) << 1).to_bytes(len(bases))
    found = [letters[char][sides] for char, sides in zip(bases, joined, strict=True)]
    if "ل" in bases:
        for match in _PAIRS.finditer(bases):
            at = match.start()
            if ligature := ligatures[bases[at + 1]][joined[at] & 1]:
                found[at : at + 2] = ligature, ""
    return found


@cache
def joining() -> tuple[frozenset[str], frozenset[str]]:
    """The forms that join the letter after them, and those that join the letter before them."""
    letters, ligatures = _tables(NOTHING)
    after = {form for char, forms in letters.items() for form in forms[2:] if form != char}
    before = {form for char, forms in letters.items() for form in forms[1::2] if form != char}
    before.update([final for _, final in ligatures.values()])
    return frozenset(after - {""}), frozenset(before - {""})


@lru_cache(maxsize=4)
def _tables(lacking: frozenset[str]) -> tuple[_Forms, dict[str, tuple[str, ...]]]:
    """Letters' forms, and for each alef its ligature with a lam alone and with a joined one, '' where it is lacking."""
    from arabic_reshaper.letters import LETTERS_ARABIC  # costs 10 ms, which most commands need not pay

    letters = _Forms(dict.fromkeys(_JOINERS, ("",) * 4))
    for char, (alone, initial, medial, final) in {**LETTERS_ARABIC, _AE: LETTERS_ARABIC[_HEH]}.items():
        if char not in _JOINERS:
            has = (alone, final, initial, medial)
            letters[char] = tuple([form if form and form not in lacking else char for form in has])
    ligatures = {alef: tuple("" if form in lacking else form for form in both) for alef, both in _LAM_ALEF.items()}
    return letters, ligatures
