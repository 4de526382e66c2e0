"""What can be typed: commands, their options, and which function runs each."""

from __future__ import annotations

import argparse
import re
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tui.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_QUERY_COMMANDS = frozenset({"read", "list", "entities", "facts", "export"})
_VALUED = frozenset(
    {
        *("--library", "--config", "--limit", "--type", "--name", "--width", "--text", "--out", "--jobs"),
        *("--undo", "--format"),
    }
)
_WIDEST = 10_000
_MOST_JOBS = 64
_NO_ANALYSIS = "keep the text alone, to be read and searched at once; `warraq rebuild --missing` analyses it later"
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
# As in the model and in `tui.ui.formats`, which take longer to import than all of this; a test holds them equal.
TYPES = ("person", "organisation", "place", "product", "event")
FACT_FORMATS = ("jsonl", "csv", "markdown", "ftm", "webannotation")
_MODES = ("visual", "lrm", "runs", "words", "logical")


class Parser(argparse.ArgumentParser):
    """A parser that complains in one line, as everything here does."""

    def error(self, message: str) -> NoReturn:
        """Raise the complaint for `run` to show."""
        raise UsageError(f"{message}; `{self.prog} --help` shows how")


def parse(argv: Iterable[str]) -> argparse.Namespace:
    """Read the command line.

    Returns:
        The options; `module` and `function` of `tui.cli` say what to run. Without a command it is `read`.

    Raises:
        UsageError: it cannot be read; one line.
        SystemExit: help or version were asked for, and printed.
    """
    defaults = {"library": None, "config": None, "json": False, "query": (), "module": "screen", "function": "read"}
    options = argparse.Namespace(**defaults)
    _parser().parse_args(_shield(argv), options)
    options.query = _harmless(" ".join(word.strip() for word in options.query))
    return options


def _shield(argv: Iterable[str]) -> list[str]:
    """Put a space before `-word` of a query ("not word"), which would otherwise be taken for an option."""
    shielded: list[str] = []
    command, valued = "", False
    for arg in argv:
        if not command and not valued and not arg.startswith("-"):
            command = arg
        minus = command in _QUERY_COMMANDS and not valued and re.match(r"-[^-h]|-h.", arg)
        shielded.append(f" {arg}" if minus else arg)
        valued = arg in _VALUED
    return shielded


def _parser() -> Parser:
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    options = common.add_argument_group("global options")
    options.add_argument("--library", type=Path, metavar="PATH", help="the library file")
    options.add_argument("--config", type=Path, metavar="PATH", help="the configuration file")
    options.add_argument("--version", action="version", version=_version(), help="print the version and exit")
    parser = Parser(
        prog="warraq",
        description="A terminal reader for Arabic news. Without a command it opens the reader.",
        parents=[common],
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, module: str, function: str, text: str) -> Parser:
        made: Parser = commands.add_parser(
            name, help=text, description=text, parents=[common], allow_abbrev=False, argument_default=argparse.SUPPRESS
        )
        made.set_defaults(module=module, function=function)
        return made

    for define in (_reading, _articles, _entities, _texts, _exchange, _knowledge, _upkeep):
        define(command)
    return parser


def _version() -> str:
    from tui import __version__

    return f"warraq {__version__}"


if TYPE_CHECKING:
    Define = Callable[[str, str, str, str], Parser]


def _reading(command: Define) -> None:
    read = command("read", "screen", "read", "open the reader, with QUERY as its filter")
    _query(read)

    show = command("show", "articles", "show", "print one article, laid out for the terminal")
    show.add_argument("id", type=partial(_number, least=0), metavar="ID", help="as `warraq list` prints it")
    _layout(show)
    _json(show)


def _articles(command: Define) -> None:
    add = command("add", "adding", "add", "import articles: files, folders, - for standard input")
    add.add_argument("paths", type=_given, nargs="+", metavar="PATH|URL|-")
    add.add_argument("--title", type=_harmless, default="", help="the title, instead of the one found; for one article")
    add.add_argument("--source", type=_harmless, default="", help="the outlet, instead of the one found")
    add.add_argument("--published", type=_day, default=None, metavar="DATE", help="2021-07-28, 2021-07 or 2021")
    add.add_argument("--no-analysis", dest="analysed", action="store_false", default=True, help=_NO_ANALYSIS)
    _jobs(add)
    _json(add)

    listing = command("list", "articles", "listing", "list articles, newest first")
    _query(listing)
    _limit(listing)
    _json(listing)

    rebuild = command("rebuild", "adding", "rebuild", "analyse the library anew, keeping the reader's marks")
    rebuild.add_argument("--missing", action="store_true", default=False, help="only what was added with --no-analysis")
    _jobs(rebuild)
    _json(rebuild)


def _entities(command: Define) -> None:
    entities = command("entities", "entities", "entities", "list the entities of the articles that match, with counts")
    _query(entities)
    entities.add_argument("--type", choices=TYPES, default=None, help="only entities of this type")
    entities.add_argument(
        "--name", type=_harmless, default="", metavar="TEXT", help="only entities with this in a name"
    )
    _limit(entities)
    _json(entities)

    entity = command("entity", "entities", "entity", "one entity: names, counts, articles, facts, related entities")
    entity.add_argument("name", type=_name, nargs="+", metavar="NAME|ID", help="any of its names, or its id")
    entity.add_argument("--format", choices=("markdown",), default=None, help="a dossier with evidence and sources")
    _every(entity)
    _json(entity)

    corrections = command("corrections", "corrections", "corrections", "list what was put right about entities")
    corrections.add_argument(
        "--undo", type=_name, default=None, metavar="ID", help="take the correction of this id back"
    )
    _json(corrections)

    verdicts = command(
        "verdicts", "verdicts", "verdicts", "list what was said of facts, and what of it is found no more"
    )
    _json(verdicts)

    facts = command("facts", "facts", "facts", "list facts with evidence, attribution and links")
    _query(facts)
    _limit(facts)
    facts.add_argument("--format", choices=FACT_FORMATS, default=None, help="for other programs, or for people")
    _every(facts)
    _json(facts)


def _every(command: Parser) -> None:
    command.add_argument("--all", action="store_true", default=False, help="facts that may be misread, too")


def _texts(command: Define) -> None:
    analyse = command("analyse", "analysing", "analyse", "find entities and facts without storing anything")
    analyse.add_argument("paths", type=_given, nargs="+", metavar="FILE|-")
    analyse.add_argument("--published", type=_day, default=None, metavar="DATE", help="anchors relative dates")
    _json(analyse)

    render = command("render", "rendering", "render", "lay text out for a terminal")
    render.add_argument("path", type=_given, metavar="FILE|-")
    _layout(render)
    render.add_argument("--base", choices=("auto", "rtl", "ltr"), default="auto", help="the direction of paragraphs")
    _json(render)


def _exchange(command: Define) -> None:
    export = command("export", "exchange", "export", "write the library, or what matches, as lines of JSON")
    _query(export)
    export.add_argument("--out", type=_path, default=None, metavar="FILE", help="write a file, whole or not at all")
    _force(export)

    bring_in = command("import", "exchange", "bring_in", "bring an export into this library; nothing comes twice")
    bring_in.add_argument("path", type=_given, metavar="FILE|-")
    bring_in.add_argument("--no-analysis", dest="analysed", action="store_false", default=True, help=_NO_ANALYSIS)
    _json(bring_in)


def _knowledge(command: Define) -> None:
    text = "packs of outside knowledge: add FILE ..., list, remove NAME ..."
    knowledge = command("knowledge", "knowledge", "knowledge", text)
    knowledge.epilog = (
        "What lies in the folder `knowledge` of the data folder (see `warraq doctor`) is taken up without this."
        " A pack is CSV with the header subject,name,property,value,start,end,source, or FollowTheMoney or Wikidata"
        " entities as lines of JSON (.json .jsonl .ndjson)."
    )
    knowledge.add_argument("what", choices=("add", "list", "remove"))
    text = "files of CSV or lines of JSON; names of packs"
    knowledge.add_argument("names", type=_name, nargs="*", default=(), metavar="FILE|NAME", help=text)
    _json(knowledge)


def _upkeep(command: Define) -> None:
    check = command("check", "care", "check", "look whether the library is whole, and mend it")
    check.add_argument("--repair", action="store_true", default=False, help="make anew what is not as it should be")
    check.add_argument("--all", dest="thorough", action="store_true", default=False, help="every word of every article")
    _json(check)

    stats = command("stats", "care", "stats", "the library in figures")
    _json(stats)

    backup = command("backup", "care", "backup", "copy the library into FILE, also while it is in use")
    backup.add_argument("path", type=_path, metavar="FILE")
    _force(backup)
    _json(backup)

    compact = command("compact", "care", "compact", "take deleted articles away for good and make the file small")
    _json(compact)

    doctor = command("doctor", "doctor", "doctor", "what the terminal is and does, and a screen to calibrate it")
    _json(doctor)


def _query(parser: Parser) -> None:
    parser.add_argument("query", nargs="*", default=(), metavar="QUERY", help="words, phrases, @names, after:2021 ...")


def _limit(parser: Parser) -> None:
    parser.add_argument("--limit", type=_number, default=None, metavar="N", help="at most N")


def _layout(parser: Parser) -> None:
    width = partial(_number, most=_WIDEST)
    parser.add_argument("--width", type=width, default=None, metavar="N", help="cells of a line")
    parser.add_argument("--text", choices=_MODES, default=None, help="how to send Arabic to the terminal")


def _jobs(parser: Parser) -> None:
    text = "processes that work side by side, instead of one a core; 1 works without"
    parser.add_argument("--jobs", type=partial(_number, most=_MOST_JOBS), default=None, metavar="N", help=text)


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", default=False, help="print JSON")


def _force(parser: Parser) -> None:
    parser.add_argument("--force", action="store_true", default=False, help="overwrite a file that is there")


def _path(text: str) -> Path:
    return Path(_given(text))


def _harmless(text: str) -> str:
    """An argument that is text, not a path: without the surrogates that stand for bytes in no encoding."""
    from tui.arabic.sanitise import neutralise

    return neutralise(text)


def _given(text: str) -> str:
    """A path or a name, which `""` is not; a shell makes it of a variable that is not set."""
    if not text.strip():
        raise argparse.ArgumentTypeError("must not be empty")
    return text


def _name(text: str) -> str:
    return _harmless(_given(text))


def _number(text: str, *, least: int = 1, most: int = 2**63 - 1) -> int:
    if not re.fullmatch(r"\s*\d{1,19}\s*", text, re.ASCII) or not least <= int(text) <= most:
        bound = f" of at most {most}" if most < 2**63 - 1 else ""
        raise argparse.ArgumentTypeError(f"must be a whole number{bound}, {least} or more, not {text.strip()!r}")
    return int(text)


def _day(text: str) -> str:
    from datetime import date

    with suppress(ValueError):
        if _DAY.fullmatch(text) and date.fromisoformat(text + "-01-01"[len(text) - 4 :]):
            return text
    raise argparse.ArgumentTypeError(f"must be a date such as 2021-07-28, 2021-07 or 2021, not {text!r}")
