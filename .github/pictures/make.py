"""Make the README's pictures from the running program: `python .github/pictures/make.py [NAME ...]`.

Drives the installed `warraq` in a pseudo-terminal on a fresh sample library, turns each screen into HTML cell by cell,
and has headless Chromium draw it in DejaVu Sans Mono (Debian: chromium, fonts-dejavu-core).
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from tests.whole.terminal import Terminal  # noqa: E402 - the tests' terminal serves here too

_ENGLISH, _ARABIC = "C.UTF-8", "ar_EG.UTF-8"
# The locale, the size of the terminal, and keys to type, each run after the one before has settled.
SCREENS: dict[str, tuple[str, tuple[int, int], tuple[str, ...]]] = {
    "reader": (_ENGLISH, (150, 40), ("j", "j", "j", "j", "enter", "f", "j", "enter")),
    "filter": (_ENGLISH, (150, 40), ("e", "ماكرون", "enter", "\x15", "nso")),
    "list": (_ENGLISH, (150, 30), ("/", "التجسس", "enter", "p", "m", "m")),
    "entity": (_ENGLISH, (150, 40), ("j", "j", "j", "j", "enter", ".", ".", ".", "enter")),
    "narrow": (_ENGLISH, (60, 30), ("j", "enter")),
    "arabic": (_ARABIC, (150, 40), ("j", "j", "j", "j", "enter", "f", "j", "enter")),
}
CHROMIUM = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1.5")
_CELL = (7.826, 17)  # of DejaVu Sans Mono at 13 px
_ANSI = {"default": "", "black": "000000", "red": "cd0000", "green": "00cd00", "brown": "cdcd00", "blue": "0000ee"}


def page(terminal: Terminal) -> str:
    """The screen as HTML; direction is forced, since what is on the screen is in visual order already."""
    lines = []
    for y in range(terminal.screen.lines):
        row = terminal.screen.buffer[y]
        cells = [row[x] for x in range(terminal.screen.columns)]
        spans = []
        for (fg, bg, bold, reverse), group in groupby(cells, key=lambda c: (c.fg, c.bg, c.bold, c.reverse)):
            ink, ground = (bg, fg) if reverse else (fg, bg)
            style = "".join(
                f"{name}:#{_ANSI.get(value, value)};"
                for name, value in (("color", ink), ("background", ground))
                if _ANSI.get(value, value)
            ) + ("font-weight:bold;" if bold else "")
            spans.append(f'<span style="{style}">{html.escape("".join(cell.data for cell in group))}</span>')
        lines.append("".join(spans))
    body = "\n".join(lines)
    return (
        "<meta charset='utf-8'><style>body{margin:0;background:#17181c}pre{margin:12px;color:#ddd5c5;"
        f"font:13px/{_CELL[1]}px 'DejaVu Sans Mono';unicode-bidi:bidi-override;direction:ltr}}"
        "span{unicode-bidi:bidi-override}</style>"
        f"<pre>{body}</pre>"
    )


def draw(terminal: Terminal, target: Path) -> None:
    """Have Chromium make a PNG of the screen."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "screen.html"
        source.write_text(page(terminal), encoding="utf-8")
        width = int(terminal.screen.columns * _CELL[0]) + 26
        height = terminal.screen.lines * _CELL[1] + 24
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        if not chromium:
            raise SystemExit("make.py: Chromium is needed to draw the pictures (Debian: apt-get install chromium)")
        subprocess.run(
            [
                chromium, *CHROMIUM, f"--user-data-dir={folder}/profile", "--disable-background-networking",
                f"--window-size={width},{height}", f"--screenshot={target}", source.as_uri(),
            ],
            check=True, capture_output=True,
        )  # fmt: skip


def main(names: list[str]) -> None:
    """Draw the named pictures, or all."""
    for name in names or SCREENS:
        locale, (cols, rows), keys = SCREENS[name]
        with tempfile.TemporaryDirectory() as folder:
            # A terminal that is known, so that no note offers to calibrate it.
            known = {"XTERM_VERSION": "XTerm(379)", "LC_ALL": locale, "LANGUAGE": ""}
            env = {"XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, **known}
            subprocess.run(["warraq", "list"], env={**os.environ, **env}, check=True, capture_output=True)
            with Terminal(["warraq"], cols=cols, rows=rows, env=env) as terminal:
                terminal.see("●")
                terminal.settle()
                for key in keys:
                    terminal.send(key)
                    terminal.settle()
                draw(terminal, HERE / f"{name}.png")
                terminal.send("q")


if __name__ == "__main__":
    main(sys.argv[1:])
