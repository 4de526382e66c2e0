"""Where things are and how the reader likes them: one frozen value from config.toml and the environment."""

from __future__ import annotations

import os
import tomllib
from dataclasses import field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from tui import calibration, recognisers
from tui.calibration import Calibration, Shown, TextMode
from tui.errors import ConfigError
from tui.frozen import frozen
from tui.recognisers import OWN, Chosen

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["auto", "en", "ar"]
Digits = Literal["written", "arabic", "european"]
Spacing = Literal[1, 2]
_CHOICES: dict[str, tuple[object, ...]] = {
    "text": get_args(TextMode),
    "harakat": ("auto", True, False),
    "language": get_args(Language),
    "digits": get_args(Digits),
    "spacing": get_args(Spacing),
}


_LIMIT = 256 * 1024  # bytes of a configuration: a device may never end
_WANTED = {str: "text in quotes", int: "a whole number", bool: "true or false"}


@frozen
class Config:
    """Every setting with its default.

    Attributes:
        library: the library file.
        text: how Arabic is sent to the terminal; `auto` asks the terminal.
        harakat: whether vowel marks are shown; `auto` where the terminal can draw them.
        measure: widest line of the article's text, in cells.
        theme: a Textual theme's name; '' for Warraq's own.
        language: what the interface speaks; `auto` follows the locale.
        digits: as written, or all Arabic-Indic in Arabic text, or all European.
        justify: whether an article's lines are filled to their width, letters stretched where that is good style.
        spacing: lines from one line of a paragraph to the next.
        recogniser: what finds names: `builtin`, an adapter, or a plug-in; `warraq doctor` lists them.
        recognisers: their settings.
        knowledge: a folder of knowledge packs that are taken up; None for none.
        terminals: what was seen in terminals, one entry each.
        path: the file that this was read from, or would be.
    """

    library: Path
    text: TextMode = "auto"
    harakat: Shown = "auto"
    measure: int = 76
    theme: str = ""
    language: Language = "auto"
    digits: Digits = "written"
    justify: bool = False
    spacing: Spacing = 1
    recogniser: str = OWN
    recognisers: tuple[Chosen, ...] = ()
    knowledge: Path | None = None
    terminals: tuple[Calibration, ...] = ()
    path: Path = field(default=Path("config.toml"), compare=False)

    @property
    def chosen(self) -> Chosen:
        """The recogniser that finds names, with its settings."""
        return recognisers.chosen(self.recogniser, self.recognisers)


def load(path: Path | None = None, library: Path | None = None, env: Mapping[str, str] = os.environ) -> Config:
    """Read the configuration.

    Args:
        path: the configuration file; None for the platform's, which may be absent.
        library: the library file, above the environment (`WARRAQ_LIBRARY`) and the file.
        env: the environment.

    Raises:
        ConfigError: the file is missing though named, is no TOML, or holds an unknown key or a wrong value.
    """
    found = path or default_path(env)
    config = Config(library=default_library(env), knowledge=default_knowledge(env), path=found)
    if path or _there(found):
        config = _merge(config, _read(found), found)
    if named := library or env.get("WARRAQ_LIBRARY"):
        config = replace(config, library=Path(named).expanduser())
    return config


def default_path(env: Mapping[str, str] = os.environ) -> Path:
    """The platform's configuration file (`$XDG_CONFIG_HOME/warraq/config.toml` on Linux)."""
    return _folder("config", env) / "config.toml"


def default_library(env: Mapping[str, str] = os.environ) -> Path:
    """The platform's library file (`$XDG_DATA_HOME/warraq/library.db` on Linux)."""
    return _folder("data", env) / "library.db"


def default_knowledge(env: Mapping[str, str] = os.environ) -> Path:
    """The platform's folder of knowledge packs (`$XDG_DATA_HOME/warraq/knowledge` on Linux)."""
    return _folder("data", env) / "knowledge"


def seeds() -> Path:
    """The folder of the sample library: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    shipped = package / "seeds"
    return shipped if shipped.is_dir() else package.parent / "seeds"


def _folder(kind: Literal["config", "data"], env: Mapping[str, str]) -> Path:
    if xdg := env.get(f"XDG_{kind.upper()}_HOME"):
        return Path(xdg) / "warraq"
    import platformdirs  # reads the registry on Windows; not needed where XDG says it

    find = platformdirs.user_config_path if kind == "config" else platformdirs.user_data_path
    return find("warraq", appauthor=False)


def _there(path: Path) -> bool:
    """Whether the file exists; one in a folder that cannot be entered does, so that reading it complains."""
    try:
        return path.exists()
    except OSError:
        return True


def _read(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            data = file.read(_LIMIT + 1)
        if len(data) > _LIMIT:
            raise ConfigError(
                f"{path}: larger than {_LIMIT // 1024} kB, so no configuration; name another with --config"
            )
        return tomllib.loads(data.decode("utf-8").replace("\r\n", "\n"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); name another with --config") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML ({error}); mend or remove it") from error
    except (ValueError, RecursionError) as error:  # tomllib lets through what Python makes of a number or of nesting
        raise ConfigError(
            f"{path}: not valid TOML (a number too long, or lists too deep); mend or remove it"
        ) from error


def _merge(config: Config, values: dict[str, object], path: Path) -> Config:
    known = {f.name for f in fields(Config)} - {"path"}
    for key, value in values.items():
        if key not in known:
            raise ConfigError(f"{path}: unknown key {key!r}; known are {', '.join(sorted(known))}")
        checked = _checked(key, value, getattr(config, key), path)
        config = replace(config, **{key: checked})  # type: ignore[arg-type]  # the type was checked
    return config


def _checked(key: str, value: object, default: object, path: Path) -> object:
    """A setting's value in its own type.

    Raises:
        ConfigError: it is none that this key can have.
    """
    if key == "terminals":
        return calibration.read(value, path)
    if key == "recognisers":
        return recognisers.read(value, path)
    if key in _CHOICES:
        if not any(value == choice and type(value) is type(choice) for choice in _CHOICES[key]):
            choices = ", ".join(str(choice).lower() for choice in _CHOICES[key])
            raise ConfigError(f"{path}: {key} must be one of {choices}, not {value!r}")
        return value
    wanted = str if isinstance(default, Path) else type(default)
    if type(value) is not wanted:
        raise ConfigError(f"{path}: {key} must be {_WANTED[wanted]}, not {value!r}")
    if key == "measure" and int(str(value)) < 1:
        raise ConfigError(f"{path}: measure must be 1 or more cells, not {value!r}")
    if key == "recogniser" and not value:
        raise ConfigError(f"{path}: recogniser must be a name; remove the line for the built-in one")
    if key in {"library", "knowledge"} and not value:
        what = "file" if key == "library" else "folder"
        raise ConfigError(f"{path}: {key} must name a {what}; remove the line for the default")
    return Path(str(value)).expanduser() if isinstance(default, Path) else value
