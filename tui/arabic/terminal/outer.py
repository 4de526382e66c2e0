"""What surrounds this process: the terminal behind tmux, and settings that no terminal tells.

tmux hides the terminal it is shown in, and the variables of its shells are those of the terminal it was started in,
which may be gone. Konsole and kitty order text by themselves unless their user switched that off, and cannot be asked.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FORMAT = "#{client_pid} #{allow-passthrough} #{client_termname} #{client_termtype}"
# tmux answers in 3 to 8 ms; a server that hangs must not hold the reader up.
_PATIENCE = 0.1
_OWN = ("TMUX", "TMUX_PANE", "STY", "TERM", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
_OFF = {
    "kitty": re.compile(r"^\s*force_ltr[\s=]+(?:y|yes|true)\s*$", re.MULTILINE),
    "konsole": re.compile(r"^\s*BidiRenderingEnabled\s*=\s*(?:false|0)\s*$", re.MULTILINE),
}
_PROFILE = re.compile(r"^DefaultProfile=(.+)$", re.MULTILINE)


def surroundings(env: Mapping[str, str], proc: Path = Path("/proc")) -> dict[str, str]:
    """The environment, with what can be known of the terminal from outside of it.

    Args:
        env: this process's environment.
        proc: where the system shows processes (Linux).

    Returns:
        `env`; within tmux the variables of its client where they can be read, with `OUTER`: what the terminal told tmux
        of itself, or its TERM, and `PASSTHROUGH` where tmux passes sequences on to it. `ORDERING` is `off` where the
        terminal runs on this machine and was told not to order.
    """
    found, pid = dict(env), "self"
    if env.get("TMUX"):
        pid, passing, term, kind = (*_client().split(" ", 3), "", "", "", "")[:4]
        own = {name: env[name] for name in _OWN if name in env}
        client = _environment(proc / pid / "environ") if pid.isdecimal() else {}
        found = {**(client or env), **own, "OUTER": kind or term, "PASSTHROUGH": passing.replace("0", "")}
    if any(name in found for name in ("KITTY_WINDOW_ID", "KONSOLE_VERSION")) and not any(map(found.get, _REMOTE)):
        ordering = "off" if pid and _ordering_off(found, pid, proc) else ""
        found["ORDERING"] = ordering
    return found


def _client() -> str:
    import subprocess  # 10 ms that a reader outside of tmux need not wait for

    command = ["tmux", "display-message", "-p", _FORMAT]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace").strip()


def _environment(path: Path) -> dict[str, str]:
    pairs = (entry.partition("=") for entry in _text(path).split("\0"))
    return {name: value for name, _, value in pairs if name}


def _ordering_off(env: Mapping[str, str], pid: str, proc: Path) -> bool:
    """Whether the kitty or Konsole that runs a process was told, on its command line or in its files, not to order."""
    for name, words in _ancestors(pid, proc):
        if name in _OFF:
            said = "\n".join(word.removeprefix("--override=").removeprefix("-o") for word in words)
            texts = [said, *(_kitty_files(env) if name == "kitty" else _konsole_files(env, words))]
            return any(_OFF[name].search(text) for text in texts)
    return False


def _ancestors(pid: str, proc: Path) -> Iterator[tuple[str, list[str]]]:
    """The name and the words of the command line of a process and of those that started it."""
    while pid and pid != "0":
        # The name is in parentheses and may hold anything; the state and the parent's number come after it.
        name, _, rest = _text(proc / pid / "stat").partition("(")[2].rpartition(")")
        yield name, _text(proc / pid / "cmdline").split("\0")
        pid = [*rest.split(), "", ""][1]


def _kitty_files(env: Mapping[str, str]) -> list[str]:
    folder = env.get("KITTY_CONFIG_DIRECTORY") or str(_folder(env, "XDG_CONFIG_HOME", ".config") / "kitty")
    return [_text(Path(folder) / "kitty.conf")]


def _konsole_files(env: Mapping[str, str], words: list[str]) -> list[str]:
    """The profile that Konsole was started with, or else its default one."""
    named = next((after for word, after in pairwise(words) if word == "--profile"), "")
    default = _PROFILE.search(_text(_folder(env, "XDG_CONFIG_HOME", ".config") / "konsolerc"))
    profile = f"{named}.profile" if named else default[1].strip() if default else ""
    return [_text(_folder(env, "XDG_DATA_HOME", ".local/share") / "konsole" / profile)] if profile else []


def _folder(env: Mapping[str, str], variable: str, default: str) -> Path:
    return Path(env.get(variable) or Path(env.get("HOME") or "~").expanduser() / default)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:  # no such system, file, or right
        return ""
