"""The build of the table of names counts what the corpora mark, and what it writes is what the recogniser reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.lists import corpora, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SENTENCES = """وصل O
سامر B-PERS
كورفيلد I-PERS
إلى O
نانت B-GPE

ar:زار O
ar:وفد O
ar:2019 B-DATE
ar:المتحف B-ORG
"""


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    path = tmp_path / "marked.txt"
    path.write_text(SENTENCES, encoding="utf-8")
    return path


@pytest.fixture
def own_table(tmp_path: Path) -> Iterator[None]:
    lines = ["ابن زيدون\tg2\t", "زيدون\tc3g1s2\tZaydun", "زيدوني\tfl\t"]
    path = tmp_path / "names.bin"
    table.write(sorted(lines), path)
    lexicon.use(path)
    _forget()
    yield
    lexicon._files.clear()
    _forget()


def _forget() -> None:
    lexicon._table.cache_clear()
    lexicon.word.cache_clear()


def test_sentences_lose_language_prefixes(marked: Path) -> None:
    first, second = corpora.sentences(marked)
    assert first[1] == ("سامر", "B-PERS")
    assert second[0] == ("زار", "O")


def test_spans_by_type_and_dates_as_ordinary_words(marked: Path) -> None:
    first, second = corpora.sentences(marked)
    assert [span for span in corpora.spans(first) if span[0]] == [("person", ["سامر", "كورفيلد"]), ("place", ["نانت"])]
    assert list(corpora.spans(second)) == [("", ["زار"]), ("", ["وفد"]), ("", ["2019"]), ("organisation", ["المتحف"])]


def test_a_fifth_is_held_out_in_blocks() -> None:
    kept = [index for index in range(1000) if corpora.held_out(index)]
    assert len(kept) == 200
    assert kept[:50] == list(range(200, 250))


@pytest.mark.usefixtures("own_table")
def test_what_was_written_is_read() -> None:
    assert lexicon.word("زيدون") == lexicon.Word(given=1, surname=2, common=3, latin="Zaydun")
    assert lexicon.word("زيدوني") == lexicon.Word(foreign=True, types="l")
    assert lexicon.word("ابن زيدون").given == 2
    assert lexicon.word("زيد") is lexicon.word("") is lexicon.word("ي") is lexicon.UNKNOWN


def test_the_shipped_table_is_small_and_sorted() -> None:
    lines = lexicon._table()
    assert lines == sorted(lines)
    assert len(lines) > 100_000
