"""A line of text being typed, with caret and selection, as a value: each key makes another one of it.

The text is logical; what moves to the left or the right does so on the screen (`caret`). Nothing comes in that could
change the order of its neighbours or talk to a terminal.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from tui.arabic.caret import Stop, track
from tui.arabic.direction import reading_base
from tui.arabic.ucd import MARKS
from tui.frozen import frozen

if TYPE_CHECKING:
    from tui.arabic.caret import Track

__all__ = ["LONGEST", "Edit", "clean"]

LONGEST = 10_000
"""Code points that a line holds at most; what is typed or pasted beyond that is left out."""

_BEGINNING = Stop(0)

Unit = Literal["character", "word", "all"]

_ZWNJ, _ZWJ = "\u200c\u200d"
_BREAKS = re.compile("[\t-\r\x1c-\x1e\x85\u2028\u2029]+")
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff"
_WORD = re.compile(rf"[\w{_MARKS}{_ZWNJ}{_ZWJ}]+")
# They say how a sign is drawn, so that they go with it.
_DRAWN_WITH = re.compile("[\ufe00-\ufe0f\u20e3]")


def clean(text: str) -> str:
    """What of a typed or pasted text comes into a line.

    Line breaks and tabs become one space; presentation forms become letters (a keyboard's lam-alef is one); ZWNJ and
    ZWJ stay; other controls, bidi controls among them, and lone surrogates go.
    """
    text = _BREAKS.sub(" ", text)
    return "".join([char for char in _FORMS.sub(_letters, text) if _belongs(char)])


def _letters(form: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFKC", form[0])
    return letters.lstrip() if len(letters) == 2 else letters  # a mark alone is shown on a space


def _belongs(char: str) -> bool:
    category = unicodedata.category(char)
    if category == "Cn":  # a letter of a newer Unicode, perhaps, but no noncharacter
        return ord(char) & 0xFFFE != 0xFFFE and not "\ufdd0" <= char <= "\ufdef"
    return category not in {"Cc", "Cs", "Cf"} or char in {_ZWNJ, _ZWJ}


@frozen
class Edit:
    """A line being typed.

    Attributes:
        text: what is typed, in logical order.
        caret: where the next character goes.
        anchor: the gap at the other end of the selection; that of the caret where nothing is selected.
    """

    text: str = ""
    caret: Stop = _BEGINNING
    anchor: int = 0

    @classmethod
    def of(cls, text: str) -> Edit:
        """A text with the caret behind it."""
        return cls().typed(text)

    @property
    def track(self) -> Track:
        """The places of the caret."""
        return track(self.text, reading_base(self.text))

    @property
    def selection(self) -> tuple[int, int]:
        """The selected code points, half-open; empty at the caret where nothing is selected."""
        return min(self.anchor, self.caret.gap), max(self.anchor, self.caret.gap)

    @property
    def selected(self) -> str:
        """The selected text, in logical order."""
        return self.text[slice(*self.selection)]

    # ---------------------------------------------------------------- changing the text

    def typed(self, text: str) -> Edit:
        """Type or paste, in place of what is selected; what makes the line longer than `LONGEST` is left out."""
        start, end = self.selection
        fresh = clean(text)[: max(0, LONGEST - len(self.text) + end - start)]
        if not fresh:
            return self
        edit = Edit(self.text[:start] + fresh + self.text[end:])
        # A letter that came before a mark has taken it: the caret goes behind both.
        return edit.put(Stop(edit.track.snap(start + len(fresh)), behind=True))

    def erased(self, unit: Unit, direction: int) -> Edit:
        """Take out what is selected or, where nothing is, what stands before (-1) or behind (1) the caret.

        Args:
            unit: of a `character` its last mark goes first, before the caret; behind it the whole cluster goes. A
                `word` ends at a space. `all` is all that there is on that side.
            direction: -1 or 1.
        """
        start, end = self.selection
        if start == end:
            start, end = self._stretch(unit, direction)
        if start == end:
            return self
        edit = Edit(self.text[:start] + self.text[end:])
        gap = edit.track.snap(start)
        # The caret stays in the run of what is gone.
        rtl = self._rtl(end - 1 if direction < 0 else start)
        places = (Stop(gap, behind=direction < 0), Stop(gap, behind=direction > 0))
        return edit.put(next((place for place in places if edit.track.seat(place).rtl == rtl), places[0]))

    def _rtl(self, index: int) -> bool:
        """The direction of the cluster that a code point is in."""
        return self.track.seat(Stop(self.track.before(index + 1))).rtl

    def _stretch(self, unit: Unit, direction: int) -> tuple[int, int]:
        gap = self.caret.gap
        if unit == "all":
            return (0, gap) if direction < 0 else (gap, len(self.text))
        if unit == "word":
            if direction < 0:
                return self.text[:gap].rstrip(" ").rfind(" ") + 1, gap
            return gap, self._word_end(gap)
        if direction > 0:
            return gap, self.track.after(gap)
        head = self.track.before(gap)
        last = self.text[gap - 1 : gap]
        stands_on = last in {_ZWNJ, _ZWJ} or (MARKS[last] == "M" and not _DRAWN_WITH.match(last)) if last else False
        return (gap - 1 if stands_on else head), gap

    def _word_end(self, gap: int) -> int:
        return next((match.end() for match in _WORD.finditer(self.text) if match.end() > gap), len(self.text))

    # ---------------------------------------------------------------- moving

    def put(self, stop: Stop, *, select: bool = False) -> Edit:
        """Place the caret; what is between it and where it stood is selected if `select`."""
        known = self.track
        stop = known.stops[known.place(stop)]
        return replace(self, caret=stop, anchor=self.anchor if select else stop.gap)

    def moved(self, direction: int, unit: Unit = "character", *, select: bool = False) -> Edit:
        """Move the caret on the screen: to the right (1) or to the left (-1), by a place or to the next word.

        Without `select` a selection is left at its end on that side.
        """
        known = self.track
        if not select and self.anchor != self.caret.gap and unit == "character":
            ends = [known.place(Stop(self.selection[0])), known.place(Stop(self.selection[1], behind=True))]
            return self.put(known.stops[max(ends) if direction > 0 else min(ends)])
        place = known.place(self.caret) + direction
        if unit == "word":
            marked = {0, len(self.text), *(known.snap(word.start()) for word in _WORD.finditer(self.text))}
            marked.discard(self.caret.gap)
            while 0 <= place < len(known.stops) and known.stops[place].gap not in marked:
                place += direction
        return self.put(known.stops[max(0, min(place, len(known.stops) - 1))], select=select)

    def to_start(self, *, select: bool = False) -> Edit:
        """Go to the beginning: the right edge of a line that reads from there."""
        return self.put(Stop(0, behind=True), select=select)

    def to_end(self, *, select: bool = False) -> Edit:
        """Go to the end."""
        return self.put(Stop(len(self.text)), select=select)

    # ---------------------------------------------------------------- selecting

    def all_selected(self) -> Edit:
        """Select everything."""
        return self.between(0, len(self.text))

    def word_selected(self, gap: int) -> Edit:
        """Select the word, or the run of spaces and signs, of the character behind a gap, at the end of the last."""
        start, end = 0, len(self.text)
        gap = min(gap, end - 1)
        for word in _WORD.finditer(self.text):
            if word.start() > gap:
                end = word.start()
                break
            if gap < word.end():
                start, end = word.span()
                break
            start = word.end()
        return self.between(start, end)

    def between(self, anchor: int, gap: int) -> Edit:
        """Select from one gap to another, at which the caret stands."""
        anchored = replace(self, anchor=self.track.snap(anchor))
        return anchored.put(Stop(gap, behind=gap > anchor), select=True)
