"""A plug-in chosen in the configuration reaches every command, and what is wrong with it is one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.distribution import CAPITALS, install
from tui.config import load
from tui.errors import ConfigError
from tui.recognisers import Chosen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Cli

    Configure = Callable[[str], Path]


@pytest.fixture
def configure(tmp_path: Path) -> Configure:
    def write(text: str) -> Path:
        path = tmp_path / "config" / "warraq" / "config.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plug-in in it, on the import path."""
    folder = tmp_path / "site"
    install(folder, "capitals", CAPITALS)
    monkeypatch.syspath_prepend(str(folder))
    return folder


ARTICLE = "وصل إيمانويل ماكرون إلى تندوف والقاهرة.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.md"
    path.write_text(f"# خبر\n\n{ARTICLE}", encoding="utf-8")
    return path


def names(document: dict[str, list[dict[str, str]]]) -> list[tuple[str, str]]:
    return [(entity["type"], entity["name"]) for entity in document["entities"]]


FOUND = [("person", "إيمانويل ماكرون"), ("place", "تندوف")]


@pytest.mark.usefixtures("site")
def test_analyse_add_and_rebuild_use_the_plugin(cli: Cli, configure: Configure, article: Path) -> None:
    code, out, _ = cli("analyse", "--json", article)
    assert code == 0
    assert ("place", "القاهرة") in names(json.loads(out))
    configure('recogniser = "capitals"\n')
    code, out, _ = cli("analyse", "--json", article)
    document = json.loads(out)
    assert (code, names(document)) == (0, FOUND)
    assert document["mentions"][0]["reason"] == "found by capitals (HEAD); full name"
    assert cli("add", article)[0] == 0
    shown = [json.loads(line) for line in cli("entities", "--json")[1].splitlines()]
    assert sorted((one["type"], one["name"]) for one in shown) == FOUND
    configure("")
    assert cli("rebuild")[0] == 0
    assert "القاهرة" in cli("entities", "--json")[1]


@pytest.mark.usefixtures("site")
def test_labels_and_threshold_of_the_configuration(cli: Cli, configure: Configure, article: Path) -> None:
    configure('recogniser = "capitals"\n[recognisers.capitals.labels]\nCITY = ""\nHEAD = "organisation"\n')
    assert names(json.loads(cli("analyse", "--json", article)[1])) == [("organisation", "إيمانويل ماكرون")]
    configure('recogniser = "capitals"\n[recognisers.capitals]\nlabels = {CITY = "", HEAD = "", BODY = ""}\n')
    code, out, err = cli("analyse", "--json", article)
    assert (code, out) == (1, "")
    assert "what its labels mean is not known" in err


@pytest.mark.usefixtures("site")
def test_doctor_lists_them_and_tells_what_is_wrong(cli: Cli, configure: Configure, tmp_path: Path) -> None:
    report = json.loads(cli("doctor", "--json")[1])["recognisers"]
    assert (report["chosen"], report["fault"]) == ("builtin", None)
    offered = {one["name"]: one for one in report["offered"]}
    assert list(offered) == ["builtin", "camel", "gliner", "spacy", "stanza", "transformers", "capitals"]
    assert offered["capitals"]["from"] == "warraq-capitals"
    assert offered["builtin"] == {"name": "builtin", "from": "warraq", "lacking": None, "chosen": True}
    configure(f'recogniser = "capitals"\n[recognisers.capitals]\npath = "{tmp_path}"\nleast = 3\n')
    report = json.loads(cli("doctor", "--json")[1])
    assert (report["recognisers"]["chosen"], report["recognisers"]["fault"]) == ("capitals", None)
    assert report["configuration"]["recogniser"] == "capitals"
    assert report["configuration"]["recognisers"] == {"capitals": {"least": 3, "path": str(tmp_path)}}
    configure('recogniser = "nobody"\n')
    code, out, _ = cli("doctor")
    assert code == 0
    assert "recogniser nobody: there is none of this name; `recogniser` in config.toml can be builtin, camel," in out
    assert "a plug-in of warraq-capitals" in out


@pytest.mark.parametrize("name", ["camel", "gliner", "spacy", "stanza", "transformers"])
def test_an_adapter_says_what_it_needs(cli: Cli, configure: Configure, article: Path, name: str) -> None:
    for written, complaint in (
        ("", f'write path = "..." under [recognisers.{name}] in config.toml'),
        ('path = "/nowhere/at/all"', "/nowhere/at/all: no such folder; models are never fetched"),
    ):
        configure(f'recogniser = "{name}"\n[recognisers.{name}]\n{written}\n')
        code, out, err = cli("analyse", article)
        assert (code, out) == (1, "")
        assert err.startswith(f"warraq: recogniser {name}: ")
        assert complaint in err
        assert err.count("\n") == 1


def test_a_package_that_is_missing_is_named_with_how_to_get_it(
    cli: Cli, configure: Configure, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)  # as if it were not installed, where it is
    configure(f'recogniser = "spacy"\n[recognisers.spacy]\npath = "{tmp_path}"\n')
    code, out, err = cli("add", article)
    assert (code, out) == (1, "")
    assert err.startswith("warraq: recogniser spacy: needs the package spacy (")
    assert err.endswith("pip install 'warraq[spacy]'\n")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('recogniser = ""', "recogniser must be a name"),
        ("recogniser = 3", "recogniser must be text in quotes"),
        ("recognisers = 3", "recognisers must be tables such as [recognisers.spacy]"),
        ("[recognisers.builtin]\n", "the built-in recogniser has no settings"),
        ("[recognisers.spacy]\npath = 3", "path must be a local folder in quotes, not 3"),
        ("[recognisers.spacy]\nthreshold = 7", "threshold must be a number from 0 to 1, not 7"),
        ("[recognisers.spacy]\nthreshold = true", "threshold must be a number from 0 to 1, not True"),
        ('[recognisers.spacy.labels]\nPER = "human"', "labels must say for each label one of person, "),
        ("[recognisers.spacy]\nlabels = {PER = [1]}", "labels must say for each label one of person, "),
        ("[recognisers.spacy]\nlabels = 3", "labels must say for each label one of person, "),
        ("[recognisers.spacy]\nsize = [1]", "size must be text, a number, true or false, not [1]"),
    ],
)
def test_a_configuration_that_cannot_be(configure: Configure, text: str, complaint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(configure(text))
    assert complaint in str(caught.value)


def test_a_configuration_as_it_can_be(configure: Configure) -> None:
    config = load(
        configure(
            'recogniser = "gliner"\n[recognisers.gliner]\npath = "/m"\nthreshold = 1\nlanguage = "ar"\n'
            'labels = {city = "place", bus = ""}\n[recognisers.spacy]\npath = "/s"\n'
        )
    )
    labels = (("city", "place"), ("bus", ""))
    assert config.chosen == Chosen("gliner", "/m", labels, 1.0, (("language", "ar"),))
    assert load(configure("")).chosen.own


def test_a_plugin_found_by_the_installed_program(site: Path, configure: Configure, article: Path) -> None:
    """Nothing of this process: entry points are found by a program that has the distribution on its path."""
    configure('recogniser = "capitals"\n')
    done = subprocess.run(
        [sys.executable, "-m", "tui", "analyse", "--json", str(article)],
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        check=True,
    )
    assert names(json.loads(done.stdout)) == FOUND
    assert done.stderr == b""


LOADED = """
import sys
from tui.cli import run
assert run(sys.argv[1:]) == 0
heavy = {"spacy", "stanza", "torch", "transformers", "gliner", "camel_tools", "importlib.metadata"}
print(sorted(heavy & set(sys.modules)), sorted(name for name in sys.modules if "recognise.adapters." in name))
"""


def test_without_a_plugin_nothing_of_any_is_imported(article: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, "add", str(article)], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[] []"
