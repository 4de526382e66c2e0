"""Real packages with tiny real models, made here; no network. What is not installed is skipped and named."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from tui.analysis.recognise.plugins import load
from tui.cli import run
from tui.recognisers import Chosen

if TYPE_CHECKING:
    from pathlib import Path

Analyse = Callable[..., list[tuple[str, str]]]

ARTICLE = """# ماكرون في باريس

وصل الرئيس الفرنسي إيمانويل ماكرون إلى باريس أمس، والتقى وفدا من شركة رينو.

وقال ماكرون إن «رينو» باقية، وإن مُحمد السادس اتصل به 😀 من الرباط.
"""


def need(*packages: str, extra: str) -> None:
    """Skip a test whose package is not installed."""
    for package in packages:
        if not find_spec(package):
            pytest.skip(f"{package} is not installed: pip install 'warraq[{extra}]'")


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """No connection is made and no name is looked up; whoever tries is found out, though it may catch the error."""
    tried: list[object] = []

    def refuse(*arguments: object, **_: object) -> Any:
        tried.append(arguments[-1])
        raise OSError("no network in this test")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):  # the adapter sets them, not the machine
        monkeypatch.delenv(name, raising=False)
    yield tried
    assert tried == []


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def analysed(
    tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., dict[str, Any]]:
    """Runs `warraq analyse --json` with a recogniser and a folder in config.toml; nothing else is printed."""

    def call(name: str, folder: Path, more: str = "") -> dict[str, Any]:
        config = tmp_path / "config.toml"
        config.write_text(f'recogniser = "{name}"\n[recognisers.{name}]\npath = "{folder}"\n{more}\n', encoding="utf-8")
        monkeypatch.setenv("WARRAQ_LIBRARY", str(tmp_path / "never.db"))
        capsys.readouterr()  # what packages printed when the model was made
        code = run(["--config", str(config), "analyse", "--json", str(article)])
        out, err = capsys.readouterr()
        assert (code, err) == (0, "")
        document: dict[str, Any] = json.loads(out)
        text = article.read_bytes().decode("utf-8")
        for mention in document["mentions"]:
            assert text[mention["start"] : mention["end"]] == mention["surface"]
        return document

    return call


def named(document: dict[str, Any], name: str) -> list[tuple[str, str]]:
    """Type and surface of the mentions that rest on the recogniser's own word."""
    return [
        (one["type"], one["surface"]) for one in document["mentions"] if one["reason"].startswith(f"found by {name} (")
    ]


def broken(name: str, folder: Path) -> str:
    """What loading from a folder that holds no model ends with: one line."""
    from tui.errors import RecogniserError

    with pytest.raises(RecogniserError) as caught:
        load(Chosen(name, str(folder)))
    assert "\n" not in str(caught.value)
    return str(caught.value)
