"""What adapters need alike: their package, their model's folder, and the promise that nothing is fetched."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.errors import RecogniserError

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUIET = {
    "HF_HUB_OFFLINE": "1",  # the hub's own switch; also stops its telemetry
    "TRANSFORMERS_OFFLINE": "1",
    "HF_DATASETS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",  # they would be drawn into the reader's screen
    "TRANSFORMERS_VERBOSITY": "error",
    "TOKENIZERS_PARALLELISM": "false",  # articles are shared out among processes already
}


def package(recogniser: str, name: str) -> Any:
    """Import the package of a recogniser, told to stay offline and quiet.

    Args:
        recogniser: its name in the configuration, which is also that of Warraq's extra.
        name: what is imported.

    Raises:
        RecogniserError: it is not installed, or lacks what it needs itself.
    """
    os.environ.update(_QUIET)
    try:
        found = import_module(name)
    except ImportError as error:
        wanted = error.name.partition(".")[0] if error.name else name
        raise lacking(recogniser, wanted, f" ({error})") from error
    if logs := sys.modules.get("transformers.utils.logging"):  # where it was imported before it was told
        logs.set_verbosity_error()
        logs.disable_progress_bar()
    return found


def lacking(recogniser: str, name: str, why: str = "") -> RecogniserError:
    """The error for a package that is not installed."""
    return RecogniserError(
        f"recogniser {recogniser}: needs the package {name}{why}; pip install 'warraq[{recogniser}]'"
    )


def folder(recogniser: str, settings: Mapping[str, object]) -> Path:
    """The folder of the model.

    Raises:
        RecogniserError: none is named, or there is none.
    """
    path = settings.get("path")
    if not isinstance(path, Path):
        raise RecogniserError(
            f"recogniser {recogniser}: needs the folder of a model; "
            f'write path = "..." under [recognisers.{recogniser}] in config.toml'
        )
    try:
        if path.is_dir():
            return path.resolve()
    except OSError as error:
        raise RecogniserError(f"recogniser {recogniser}: {path}: cannot be read ({error.strerror})") from error
    raise RecogniserError(
        f"recogniser {recogniser}: {path}: no such folder; models are never fetched, so put one there"
    )
