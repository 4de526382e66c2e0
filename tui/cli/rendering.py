"""`warraq render`: text laid out for a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import EncodingError, SourceError

if TYPE_CHECKING:
    from tui.cli.output import Call


def render(call: Call) -> int:
    """Print a text's paragraphs as screen lines, right-aligned where they are right to left."""
    from tui.arabic import paint
    from tui.cli.output import Screen, columns

    text, options = _text(call.options.path), call.options
    call.out.use(options.width, options.text)
    screen = call.out.screen or Screen(columns(), "visual")
    lines = paint.render(text, screen.width, screen.mode, options.base, how=screen.options)
    if call.out.json:
        call.out.record({"lines": lines.split("\n") if text else []})
    elif text:
        print(lines)
    return 0


def _text(path: str) -> str:
    from tui.cli.adding import standard_input
    from tui.sources import LIMIT
    from tui.sources.decode import decode

    name = "standard input" if path == "-" else path
    data = standard_input() if path == "-" else _bytes(Path(path), LIMIT + 1)
    if len(data) > LIMIT:
        raise SourceError(f"{name}: larger than {LIMIT // 1024**2} MB; split it")
    try:
        text = decode(data, name)
    except EncodingError:
        # Sources take no NUL for text; here it is one character more that must not reach the terminal.
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = ""
        if not text:
            raise
    return text.removeprefix("\ufeff")


def _bytes(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SourceError(f"{path}: cannot be read ({reason}); check the path") from error
