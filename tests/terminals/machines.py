"""The terminals: how each is started, in which packages of Debian it is, and what is expected of it."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FONT = "DejaVu Sans Mono"
PX = 20  # the font's advance is then 12.04 pixels, which every terminal takes for 12
COLS, ROWS = 100, 36
POINTS = PX * 72 // 96

# What every one of them needs: a screen, keys and pictures of it, the font, OpenGL by software, the reference.
COMMON = (
    "xvfb", "xdotool", "imagemagick", "fonts-dejavu-core", "libgl1-mesa-dri",
    "python3-gi", "python3-gi-cairo", "gir1.2-pango-1.0",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Machine:
    """A terminal, perhaps with a multiplexer in it.

    Attributes:
        name: what it is called in the report.
        packages: Debian's.
        start: the command before the program's words, which go in place of `PROGRAM` if that is in it.
        files: written into its home folder before it starts.
        text: the setting that forces a mode; `auto` lets the program find out.
        right: whether the page must come out right; the controls must not, or the comparison is worth nothing; None
            where the program can only say what would help.
        harakat: whether they must be there.
        hint: a word of what the program must say about a setting that would make the terminal right.
    """

    name: str
    packages: tuple[str, ...]
    start: tuple[str, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    text: str = "auto"
    right: bool | None = True
    harakat: bool = True
    hint: str = ""

    def command(self, program: Sequence[str]) -> list[str]:
        """The whole command that opens the terminal with a program in it."""
        if "PROGRAM" in self.start[-1]:
            return [*self.start[:-1], self.start[-1].replace("PROGRAM", shlex.join(program))]
        return [*self.start, *program]


def within(outer: Machine, multiplexer: str, words: str) -> Machine:
    """A multiplexer in a terminal."""
    packages, start = (*outer.packages, multiplexer), (*outer.start, multiplexer, *words.split())
    files = {**outer.files, "tmux.conf": "set -g status off\n", "passing.conf": "set -g allow-passthrough on\n"}
    return replace(outer, name=f"{multiplexer} in {outer.name}", packages=packages, start=start, files=files)


ALONE = ("dbus-run-session", "--")  # or an instance that runs already would open the window

XTERM = Machine(
    "xterm", ("xterm",), ("xterm", "-fa", FONT, "-fs", f"{POINTS}", "-geometry", f"{COLS}x{ROWS}", "-u8", "-e")
)
URXVT = Machine(
    "urxvt", ("rxvt-unicode",),
    ("urxvt", "-fn", f"xft:{FONT}:pixelsize={PX}", "-geometry", f"{COLS}x{ROWS}", "+sb", "-e"),
)  # fmt: skip
ALACRITTY = Machine(
    "alacritty", ("alacritty",),
    ("alacritty", "-o", f"font.normal.family={FONT}", "-o", f"font.size={POINTS}",
     "-o", f"window.dimensions.columns={COLS}", "-o", f"window.dimensions.lines={ROWS}", "-e"),
    harakat=False,
)  # fmt: skip
_WESTON = (
    "weston --backend=x11-backend.so --shell=kiosk-shell.so --no-config --socket=wayland"
    f" --width={COLS * 12} --height={ROWS * 24} & until [ -e $XDG_RUNTIME_DIR/wayland ]; do :; done"
)
_FOOT = f"WAYLAND_DISPLAY=wayland exec foot --font='{FONT}:pixelsize={PX}' PROGRAM"
FOOT = Machine("foot", ("foot", "weston"), ("sh", "-c", f"{_WESTON}; {_FOOT}"), harakat=False)
VTE = Machine(
    "VTE", ("xfce4-terminal", "dbus"),
    (*ALONE, "xfce4-terminal", "--disable-server", f"--font={FONT} {POINTS}", f"--geometry={COLS}x{ROWS}",
     "--hide-menubar", "--hide-scrollbar", "-x"),
)  # fmt: skip
MLTERM = Machine(
    "mlterm", ("mlterm",), ("mlterm", "-g", f"{COLS}x{ROWS}", "--sbmod=none", "-e"),
    files={".mlterm/aafont": f"DEFAULT={FONT} {PX}\nISO10646_UCS4_1={FONT} {PX}\n",
           ".mlterm/main": f"type_engine=cairo\nfontsize={PX}\nline_space=4\n"},
)  # fmt: skip
KITTY = Machine(
    "kitty", ("kitty",),
    ("kitty", "-o", f"font_family={FONT}", "-o", f"font_size={POINTS}", "-o", "remember_window_size=no",
     "-o", f"initial_window_width={COLS}c", "-o", f"initial_window_height={ROWS}c"),
    harakat=False, hint="force_ltr",
)  # fmt: skip
KONSOLE = Machine(
    "Konsole", ("konsole", "dbus"),
    (*ALONE, "konsole", "--separate", "--hide-menubar", "--hide-tabbar", "-p", f"TerminalColumns={COLS}",
     "-p", f"TerminalRows={ROWS}", "-p", "ScrollBarPosition=2", "-p", f"Font={FONT},{POINTS},-1,5,50,0,0,0,0,0", "-e"),
    hint="BidiRenderingEnabled",
)  # fmt: skip
KITTY_SET = replace(
    KITTY, name="kitty, force_ltr yes", start=(*KITTY.start, "-o", "force_ltr=yes"), harakat=True, hint=""
)
KONSOLE_SET = replace(
    KONSOLE, name="Konsole, BidiRenderingEnabled=false", hint="",
    start=(*KONSOLE.start[:-1], "-p", "BidiRenderingEnabled=false", "-e"),
)  # fmt: skip
_QTERMINAL = f"[General]\nfontFamily={FONT}\nfontSize={POINTS}\nScrollbarPosition=0\nMenuVisible=false\n"
QTERMINAL = Machine(
    "QTerminal", ("qterminal", "dbus"), (*ALONE, "qterminal", "-geometry", "1300x980", "-e", "PROGRAM"),
    files={"qterminal.org/qterminal.ini": _QTERMINAL}, right=None, hint="QTerminal",
)  # fmt: skip
TMUX = "-f tmux.conf new-session"
TMUX_IN_MLTERM = replace(within(MLTERM, "tmux", TMUX), right=None, hint="allow-passthrough")
TMUX_PASSING = replace(
    within(MLTERM, "tmux", "-f tmux.conf -f passing.conf new-session"), name="tmux in mlterm, allow-passthrough on"
)
CONTROLS = (
    replace(XTERM, name="control: logical in xterm", text="logical", right=False),
    replace(VTE, name="control: visual in VTE", text="visual", right=False),
    replace(KONSOLE, name="control: unjoined in Konsole", text="lrm", right=False, hint=""),
)
MACHINES = (
    XTERM, URXVT, ALACRITTY, FOOT, VTE, MLTERM, KITTY, KITTY_SET, KONSOLE, KONSOLE_SET, QTERMINAL,
    within(XTERM, "tmux", TMUX), within(VTE, "tmux", TMUX), TMUX_IN_MLTERM, TMUX_PASSING,
    within(XTERM, "screen", "-U"), within(VTE, "screen", "-U"), within(MLTERM, "screen", "-U"),
    *CONTROLS,
)  # fmt: skip
