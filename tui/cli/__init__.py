"""The command line. `run` is the one boundary at which errors become a line on stderr and an exit code.

Nothing is imported here, nor for `--help`, that a command may not need: no screen, no database, no shaping.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys

DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130


def run(argv: list[str]) -> int:
    """Run one command.

    Args:
        argv: the arguments, without the program's name.

    Returns:
        The exit code: 0 done, 1 some of the work failed, 2 wrong usage, 130 interrupted.
    """
    from tui.cli.complaint import complain

    _fill_gaps()
    code = _guarded(argv)
    try:
        sys.stdout.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # a full disk
            complain(f"output: {error.strerror or error}")
            code = FAILED
        _drop_output()
    return code


def _guarded(argv: list[str]) -> int:
    from tui.cli.complaint import complain, worded
    from tui.errors import UsageError, WarraqError

    try:
        _speak_utf8()
        return _command(argv)
    except WarraqError as error:
        complain(worded(error))
        return MISUSED if isinstance(error, UsageError) else FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # `warraq list | head` has what it wanted
        return DONE
    except OSError as error:  # a full disk, a terminal that went away
        complain(f"{error.filename or 'output'}: {error.strerror or error}")
        return FAILED


def _command(argv: list[str]) -> int:
    from tui.cli.parser import parse

    try:
        options = parse(argv)
    except SystemExit as stop:  # --help and --version have printed what was asked for
        return int(stop.code or DONE)

    from importlib import import_module

    from tui import i18n
    from tui.cli.output import Call, Output
    from tui.config import load

    config = load(options.config, options.library)
    i18n.use(config.language)
    command = getattr(import_module(f"tui.cli.{options.module}"), options.function)
    with Output(config, json=options.json) as out:
        return int(command(Call(options, config, out)))


def _fill_gaps() -> None:
    """Put an empty file where a stream was closed (`>&-`), or the library would get its number and what is printed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - as long as we run


def _speak_utf8() -> None:
    """Make stdout take all of Unicode; what a terminal of another encoding lacks becomes a question mark."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")


def _drop_output() -> None:
    """Let what is still to be written go nowhere, so that the interpreter's last flush does not complain again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
