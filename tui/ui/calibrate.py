"""The calibration screen: the same sentence in each mode, which line reads right? Plain lines, no Textual.

It runs before or between runs of the reader, since each line must be sent under its own mode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from tui.arabic import paint
from tui.arabic.layout import layout
from tui.arabic.terminal import Mode, enter, leave, letters
from tui.calibration import Calibration
from tui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.arabic.terminal import Terminal

_SENTENCE = "قرأت الصحفية 3 مقالات (عن «النيل») في BBC عام ٢٠٢١"
_MARKED = "وُلِدَ الكَاتِبُ في بَيْتٍ قَدِيمٍ، ثُمَّ سَافَرَ"
# mlterm's switch works on the whole screen at once, so it can't stand beside others; mlterm is known by its answers.
_MODES = (Mode.VISUAL, Mode.EXPLICIT, Mode.RUNS, Mode.WORDS, Mode.LRM, Mode.LOGICAL)
_ALTERNATE, _NORMAL = "\x1b[?1049h\x1b[2J\x1b[H", "\x1b[?1049l"


def calibrate(found: Terminal, screen: TextIO, read: Callable[[], str], width: int) -> Calibration | None:
    """Ask the reader what reads right in this terminal.

    Args:
        found: what is known of it.
        screen: where to write.
        read: gives the next line that the reader types; '' at the end of input.
        width: cells of a line.

    Returns:
        What they saw, None when they left without an answer.
    """
    ask = _Questions(screen, read, width, found.through)
    screen.write(_ALTERNATE)
    try:
        chosen = ask.which(
            N_("Which of these lines reads right: letters joined, words from right to left, 3 and ٢٠٢١ as here?"),
            [(_SENTENCE, mode) for mode in _MODES],
            N_("Its number, the smallest if several do; Enter leaves everything as it is:"),
        )
        if not chosen:
            return None
        mode = _MODES[chosen[0]]
        spoilt = ask.which(
            N_("Here the vowel marks should stand over and under their letters, and every letter be seen."),
            [(_MARKED, mode)],
            N_("1 if they do not; Enter if they do:"),
        )
        groups = letters.samples()
        boxes = ask.which(
            N_("Which of these lines hold boxes or question marks in place of letters?"),
            [(sample, mode) for sample in groups.values()],
            N_("Their numbers, apart by spaces; Enter if none does:"),
        )
    finally:
        screen.write(_NORMAL)
        screen.flush()
    names = list(groups)
    return Calibration(found.key, mode.value, not spoilt, tuple(names[place] for place in boxes))


class _Questions:
    """Numbered lines of text, each in a mode, and what the reader types under them."""

    def __init__(self, screen: TextIO, read: Callable[[], str], width: int, through: str) -> None:
        self._screen, self._read, self._width, self._through = screen, read, max(width, 40), through

    def which(self, question: str, lines: Sequence[tuple[str, Mode]], prompt: str) -> list[int]:
        """The places, from 0, of the lines that the reader named; asks again what is no answer."""
        self._say(question)
        for number, (text, mode) in enumerate(lines, start=1):
            line = layout(text, self._width - 5, base="R", options=paint.options(mode))[0]
            before, after = enter(mode, through=self._through), leave(mode, through=self._through)
            self._screen.write(f"{before}{number:>3}  {paint.encode(line.cells, mode)}\n\n{after}")
        while True:
            self._say(prompt, end=" ")
            self._screen.flush()
            words = self._read().replace(",", " ").split()
            if all(word.isdecimal() and 1 <= int(word) <= len(lines) for word in words):
                self._screen.write("\n")
                return [int(word) - 1 for word in words]

    def _say(self, text: str, end: str = "\n\n") -> None:
        """A text of the interface: in English, which every terminal shows, and in the reader's language below."""
        self._screen.write(text + end)
        if (translated := _(text)) != text:
            for line in layout(translated, self._width):
                self._screen.write(f"\n{paint.text(line, self._width)}")
            self._screen.write(end)
