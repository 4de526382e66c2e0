"""The platform's clipboard, beside the terminal's (OSC 52, which Textual writes and which also works over ssh).

The platform's own programs are run, with a time limit: a library such as pyperclip runs the same ones and would wait
for them without end.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Command = tuple[str, ...]

LONGEST = 74_994
"""Bytes of UTF-8 beyond which terminals are known that cut what OSC 52 brings (100,000 characters of base64)."""

_PATIENCE = 3.0  # seconds
_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
# Which variable says that a program of this platform can reach a clipboard, and the program with its options.
_PROGRAMS: tuple[tuple[str, Command], ...] = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard", "-in")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("TERMUX_VERSION", ("termux-clipboard-set",)),
    ("WSL_DISTRO_NAME", ("clip.exe",)),
)
_OF_PLATFORM: dict[str, Command] = {"darwin": ("pbcopy",), "win32": ("clip.exe",)}
# tmux hands on what its own programs copy (OSC 52) only where `set-clipboard` is `on`; asked so, it does by default.
_TMUX: Command = ("tmux", "load-buffer", "-w", "-")


def commands(
    env: Mapping[str, str] = os.environ, platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which
) -> tuple[Command, ...]:
    """The programs that take a text from their standard input to where the user pastes from.

    Over ssh none but tmux: the display would be that of the other machine.
    """
    found = [_TMUX] if env.get("TMUX") and which(_TMUX[0]) else []
    if not any(env.get(name) for name in _REMOTE):
        own = [_OF_PLATFORM[platform]] if platform in _OF_PLATFORM else []
        own += [command for name, command in _PROGRAMS if env.get(name)]
        found += [command for command in own if which(command[0])][:1]
    return tuple(found)


def fill(text: str, command: Command) -> str:
    """Give a text to one of `commands`.

    Returns:
        '' when it took it, else in a few words why not.
    """
    # Windows' clip.exe takes bytes for those of an old code page, unless they begin as UTF-16 does.
    data = text.encode("utf-16") if command[0] == "clip.exe" else text.encode("utf-8", "replace")
    try:
        # xclip and wl-copy stay behind to serve the text: waiting for the end of their output would never end.
        done = subprocess.run(  # noqa: S603 - one of the programs above, without a shell
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
            env={**os.environ, "LC_CTYPE": "UTF-8"} if command[0] == "pbcopy" else None,
        )
    except subprocess.TimeoutExpired:
        return "timed out"
    except OSError as error:
        return error.strerror or str(error)
    return f"exit code {done.returncode}" if done.returncode else ""
