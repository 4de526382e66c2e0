"""The commands: what they do, which exit code they end with, and that no mistake shows a traceback."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tui.cli.parser import FACT_FORMATS, TYPES
from tui.config import seeds
from tui.library import Library
from tui.model import ENTITY_TYPES
from tui.ui.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

Cli = Callable[..., tuple[int, str, str]]
COMMANDS = "read add list show entities entity facts analyse render rebuild export import backup check stats compact"


def _type(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Let the program find `data` on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def _records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


# ---------------------------------------------------------------- usage


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["nonsense"], "nonsense"),
        (["list", "--limit", "0"], "--limit"),
        (["list", "--limit", "٣"], "--limit"),
        (["list", "--bogus"], "--bogus"),
        (["list", "--lim", "3"], "--lim"),
        (["show"], "ID"),
        (["show", "abc"], "abc"),
        (["add"], "PATH"),
        (["add", "x", "--published", "yesterday"], "yesterday"),
        (["add", "x", "--published", "2021-02-30"], "2021-02-30"),
        (["entities", "--type", "animal"], "animal"),
        (["render", "x", "--width", "-3"], "--width"),
        (["list", "after:never"], "character 7"),
        (["facts", "ماكرون", ")"], "character 8"),
        (["read", "«open"], "character 1"),
        (["read"], "terminal"),
    ],
)
def test_wrong_usage_is_one_line_and_2(argv: list[str], said: str, cli: Cli) -> None:
    code, out, err = cli(*argv)
    assert (code, out) == (2, "")
    assert err.startswith("warraq: ")
    assert err.count("\n") == 1
    assert said in err


def test_what_was_typed_cannot_act_on_the_terminal(cli: Cli) -> None:
    code, _, err = cli("list", "--x\x1b[2J\n\u202e\udcff")
    assert code == 2
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e\udcff]", err)


@pytest.mark.parametrize("argv", [["--version"], ["list", "--version"]])
def test_version(argv: list[str], cli: Cli) -> None:
    code, out, _ = cli(*argv)
    assert code == 0
    assert re.fullmatch(r"warraq \d+\.\d+\.\d+\S*\n", out)


@pytest.mark.parametrize("command", COMMANDS.split())
def test_every_command_has_help(command: str, cli: Cli) -> None:
    code, out, _ = cli(command, "--help")
    assert code == 0
    assert out.startswith(f"usage: warraq {command}")


def test_types_and_formats_are_those_of_the_model_and_the_screen() -> None:
    assert TYPES == ENTITY_TYPES
    assert FACT_FORMATS == FORMATS


def test_global_options_stand_before_or_after_the_command(cli: Cli, files: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    assert cli("--library", elsewhere, "add", files / "a.md")[0] == 0
    _, after, _ = cli("list", "--library", elsewhere)
    _, before, _ = cli("--library", elsewhere, "list")
    assert before == after
    assert after.count("\n") == 1


def test_a_broken_configuration_is_one_line_and_1(cli: Cli, tmp_path: Path) -> None:
    broken = tmp_path / "config.toml"
    broken.write_text("text = [", encoding="utf-8")
    code, _, err = cli("list", "--config", broken)
    assert code == 1
    assert err.count("\n") == 1
    assert str(broken) in err


# ---------------------------------------------------------------- the library


def test_reading_commands_bring_the_samples_the_first_time(cli: Cli, library: Path) -> None:
    samples = len(list(seeds().glob("*.md")))
    code, out, _ = cli("list")
    assert code == 0
    assert out.count("\n") == samples
    assert library.exists()
    assert cli("list")[1] == out


def test_add_does_not_bring_the_samples(cli: Cli, files: Path) -> None:
    code, out, err = cli("add", files)
    assert (code, err) == (0, "")
    assert [line.split("\t")[0] for line in out.splitlines()] == ["added", "added"]
    assert cli("list")[1].count("\n") == 2


def test_add_says_known_of_what_is_there(cli: Cli, files: Path) -> None:
    cli("add", files / "a.md")
    code, out, _ = cli("add", files / "a.md")
    assert code == 0
    assert out.startswith("known\t")


def test_add_goes_on_after_a_failure_and_ends_with_1(cli: Cli, files: Path, tmp_path: Path) -> None:
    code, out, err = cli("add", tmp_path / "none.md", "https://example.org/a", files / "b.md")
    assert code == 1
    assert out.startswith("added\t")
    first, second = err.splitlines()
    assert first.startswith(f"failed {tmp_path / 'none.md'}: no such file")
    assert second.startswith("failed https://example.org/a: ")


def test_a_failure_is_an_object_too_where_json_is_asked_for(cli: Cli, files: Path, tmp_path: Path) -> None:
    code, out, _ = cli("add", "--json", files / "a.md", tmp_path / "none.md")
    added, failed = sorted(_records(out), key=lambda record: str(record["status"]))
    assert code == 1
    assert added["title"] == "الوزيرة تصل إلى باريس"
    assert (failed["status"], failed["path"]) == ("failed", str(tmp_path / "none.md"))


def test_add_takes_standard_input_and_overrides(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    _type(monkeypatch, "نص قصير عن زيارة.\n".encode())
    assert cli("add", "-", "--title", "عنوان", "--source", "جريدة", "--published", "2020-02")[0] == 0
    (record,) = _records(cli("list", "--json")[1])
    assert (record["title"], record["source"], record["published"]) == ("عنوان", "جريدة", "2020-02")


def test_one_title_does_not_fit_two_articles(cli: Cli, files: Path) -> None:
    code, out, err = cli("add", files, "--title", "عنوان")
    assert (code, out) == (2, "")
    assert "--title" in err


def test_list_filters_limits_and_sorts(cli: Cli, files: Path) -> None:
    cli("add", files)
    titles = [line.split("\t")[3] for line in cli("list")[1].splitlines()]
    assert titles == ["مؤتمر في عمّان", "الوزيرة تصل إلى باريس"]
    assert "مؤتمر" in cli("list", "--limit", 1)[1]
    assert cli("list", "source:أخرى")[1].count("\n") == 1
    assert cli("list", "الوزيرة", "باريس")[1].count("\n") == 1
    assert cli("list", "لاشيءكهذا") == (0, "", "")


@pytest.mark.parametrize(
    "query", [["-باريس"], ["-hotel", "-باريس"], ["--json", "-باريس"], ["الوزير", "-باريس", "--limit", "5"]]
)
def test_a_query_may_begin_with_a_minus(query: list[str], cli: Cli, files: Path) -> None:
    cli("add", files)
    code, out, _ = cli("list", *query)
    assert code == 0
    assert "مؤتمر" in out
    assert "باريس" not in out.replace("جريدة", "")


def test_show_prints_the_article(cli: Cli, files: Path) -> None:
    cli("add", files / "a.md")
    (record,) = _records(cli("list", "--json")[1])
    code, out, _ = cli("show", record["id"])
    assert code == 0
    assert out.splitlines()[0] == "الوزيرة تصل إلى باريس"
    assert "جريدة التجربة · 28 July 2021" in out
    assert "والتقت هناك 12 صحفيا" in out
    assert "+++" not in out


def test_unknown_articles_and_entities_are_one_line_and_1(cli: Cli) -> None:
    for argv in (("show", 12), ("entity", "لا أحد بهذا الاسم")):
        code, out, err = cli(*argv)
        assert (code, out) == (1, "")
        assert err.count("\n") == 1


def test_rebuild_wants_a_library(cli: Cli, library: Path) -> None:
    code, _, err = cli("rebuild")
    assert code == 1
    assert str(library) in err
    assert not library.exists()


def test_rebuild_keeps_the_marks(cli: Cli, files: Path, library: Path) -> None:
    cli("add", files)
    with Library.open(library) as opened:
        opened.mark(opened.ids(), starred=True)
    assert cli("rebuild") == (0, "rebuilt\t2\n", "")
    assert cli("list", "is:starred")[1].count("\n") == 2


def test_a_file_that_is_no_library_is_one_line_and_1(cli: Cli, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"not a library at all" * 100)
    code, _, err = cli("list", "--library", other)
    assert code == 1
    assert err.count("\n") == 1
    assert other.read_bytes().startswith(b"not a library")


# ---------------------------------------------------------------- entities and facts


def test_entities_are_counted_by_type_and_by_name(cli: Cli) -> None:
    rows = [line.split("\t") for line in cli("entities", "--type", "place")[1].splitlines()]
    counts = [int(row[0]) for row in rows]
    assert {row[1] for row in rows} == {"place"}
    assert counts == sorted(counts, reverse=True)
    (named,) = [line.split("\t") for line in cli("entities", "--name", "باري", "--type", "place")[1].splitlines()]
    assert named[2] == "باريس"
    assert cli("entities", "--limit", 3)[1].count("\n") == 3
    within = cli("entities", "on:2021-07-27", "--name", "باري", "--type", "place")[1]
    assert within.split("\t")[:3] == ["1", "place", "باريس"]


def test_an_entity_tells_its_articles_and_what_packs_say(cli: Cli) -> None:
    code, out, _ = cli("entity", "منظمة", "العفو", "الدولية")
    assert code == 0
    assert "Known" in out
    record = json.loads(cli("entity", "فوربيدن ستوريز", "--json")[1])
    assert record["count"] == len(record["articles"])
    assert {"P31", "P159"} <= {statement["property"] for statement in record["statements"]}


def test_facts_come_with_evidence_and_article(cli: Cli) -> None:
    code, out, _ = cli("facts", "--json", "--limit", 5)
    assert code == 0
    for record in _records(out):
        assert record["evidence"]
        assert record["article"]
        assert isinstance(record["links"], list)
    assert cli("facts", "--limit", 2)[1].count("«") >= 2


def test_facts_say_what_other_articles_say(cli: Cli) -> None:
    code, out, _ = cli("facts")
    assert code == 0
    assert "says the same" in out
    linked = [record for record in _records(cli("facts", "--json")[1]) if record["links"]]
    assert linked
    for record in linked:
        assert all(list(link) == ["fact", "relation", "why", "article", "copied", "source"] for link in record["links"])
