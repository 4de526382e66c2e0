"""What readers saw in their terminals (`warraq doctor`), kept in config.toml under `[terminals."NAME"]`."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Literal, get_args

from tui.errors import ConfigError
from tui.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

TextMode = Literal["auto", "visual", "explicit", "mlterm", "lrm", "runs", "words", "logical"]
"""`auto`, or how lines are sent to a terminal: the names of `tui.arabic.terminal.Mode`."""
Shown = bool | Literal["auto"]


@frozen
class Calibration:
    """What the reader saw in a terminal.

    Attributes:
        terminal: the terminal's name, or its TERM where it has none.
        text: the mode that read right; `auto` when none was chosen.
        harakat: whether marks stood on their letters; `auto` when that was not seen.
        lacking: groups of letters that were boxes, by their names in `tui.arabic.terminal.letters`.
    """

    terminal: str
    text: TextMode = "auto"
    harakat: Shown = "auto"
    lacking: tuple[str, ...] = ()


def read(table: object, path: Path) -> tuple[Calibration, ...]:
    """Read the `terminals` table of a configuration.

    Raises:
        ConfigError: it is no table of tables, or holds an unknown key or a wrong value.
    """
    if not isinstance(table, dict) or not all(isinstance(entry, dict) for entry in table.values()):
        raise ConfigError(f'{path}: terminals must be tables such as [terminals."xterm"]')
    return tuple(_entry(name, entry, path) for name, entry in table.items())


def _entry(name: str, entry: dict[str, object], path: Path) -> Calibration:
    where = f'{path}: [terminals."{name}"]'
    if unknown := sorted(set(entry) - {f.name for f in fields(Calibration)[1:]}):
        raise ConfigError(f"{where} has an unknown key {unknown[0]!r}; known are harakat, lacking, text")
    text, harakat, lacking = entry.get("text", "auto"), entry.get("harakat", "auto"), entry.get("lacking", [])
    if text not in get_args(TextMode):
        raise ConfigError(f"{where} text must be one of {', '.join(get_args(TextMode))}, not {text!r}")
    if not isinstance(harakat, bool) and harakat != "auto":
        raise ConfigError(f"{where} harakat must be one of auto, true, false, not {harakat!r}")
    if not isinstance(lacking, list) or not all(isinstance(group, str) for group in lacking):
        raise ConfigError(f"{where} lacking must be a list of names in quotes, not {lacking!r}")
    return Calibration(name, text, harakat, tuple(lacking))  # type: ignore[arg-type]  # checked above


def keep(seen: Calibration, path: Path) -> None:
    """Write what was seen in a terminal into the configuration, in place of what was there of it; all else stays.

    Raises:
        ConfigError: the file cannot be read or written.
    """
    import tomlkit  # 40 ms, which only the calibration needs
    from tomlkit.exceptions import TOMLKitError

    entry = {"text": seen.text, "harakat": seen.harakat, "lacking": list(seen.lacking)}
    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8") if path.exists() else "")
        terminals = document.setdefault("terminals", tomlkit.table(is_super_table=True))
        terminals[seen.terminal] = {name: value for name, value in entry.items() if value not in ("auto", [])}
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(path.name + ".new")  # so that a full disk leaves the old file whole
        draft.write_text(tomlkit.dumps(document), encoding="utf-8")
        draft.replace(path)
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ConfigError(f"{path}: cannot be written ({reason}); the answer is not kept") from error
