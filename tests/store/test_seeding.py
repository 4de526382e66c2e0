"""The sample library goes into an empty library, with the real analysis, and shows what a library can show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tui.errors import SourceError
from tui.library import Library
from tui.model import FactTerm
from tui.query import parse
from tui.sources import read_bytes

ROOT = Path(__file__).parents[2]


def test_seeds_go_in_once_oldest_first(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        added = list(library.seed(ROOT / "seeds"))
        assert len(added) > 5
        assert {each.status for each in added} == {"added"}
        assert [each.id for each in added] == list(reversed(library.ids()))
        assert list(library.seed(ROOT / "seeds")) == []
        assert library.count(FactTerm("quantity")) > 0
        assert any(stored.links for stored in library.facts())
        assert library.ids(parse("entity:macron")) == library.ids(parse("@ماكرون"))
        macron = library.entity("ماكرون")
        assert macron.articles == library.count(parse("@ماكرون")) > 1
        assert macron.statements
        before = library.facets()
        library.rebuild()
        assert library.facets() == before


def test_a_first_start_that_was_cut_short_goes_on(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        added = library.seed(ROOT / "seeds")
        first = [next(added).title for _ in range(3)]
        del added
        assert library.unseeded(ROOT / "seeds")
        rest = [each.title for each in library.seed(ROOT / "seeds") if each.status == "added"]
        assert len(first + rest) == library.count() == len(list((ROOT / "seeds").glob("*.md")))
        assert not library.unseeded(ROOT / "seeds")


def test_samples_that_were_deleted_stay_so(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        added = [each.id for each in library.seed(ROOT / "seeds")]
        for some in (added[:2], added):
            library.mark(some, deleted=True)
            assert not library.unseeded(ROOT / "seeds")
            assert list(library.seed(ROOT / "seeds")) == []
        library.mark(added[3:], deleted=False)
        library.care.compact()
        assert not library.unseeded(ROOT / "seeds")


def test_a_library_with_an_article_of_its_own_gets_no_samples(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        library.add(read_bytes("عنوان من عندي\n\nفقرة واحدة عن الجسر.".encode(), "mine.txt"))
        assert not library.unseeded(ROOT / "seeds")
        assert list(library.seed(ROOT / "seeds")) == []


def test_kinds_of_facts_that_queries_name_are_those_that_analysis_finds(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        list(library.seed(ROOT / "seeds"))
        for kind in {stored.fact.kind for stored in library.facts()}:
            assert parse(f"fact:{kind}") == FactTerm(kind)


def test_a_folder_of_seeds_is_read_with_its_pack(tmp_path: Path) -> None:
    (tmp_path / "later.md").write_text('+++\npublished = "2021-07-02"\n+++\n# عنوان ثان\n\nنص ثان عن الجسور.\n')
    (tmp_path / "sooner.md").write_text('+++\npublished = "2021-07-01"\n+++\n# عنوان أول\n\nنص أول عن الأنهار.\n')
    (tmp_path / "knowledge.csv").write_text("subject,name,property,value,start,end,source\nQ90,باريس,P31,مدينة,,,\n")
    with Library.open(tmp_path / "data" / "library.db") as library:
        assert [each.title for each in library.seed(tmp_path)] == ["عنوان أول", "عنوان ثان"]


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library, pytest.raises(SourceError):
        list(library.seed(tmp_path / "missing"))


def test_importing_the_library_loads_neither_sql_nor_analysis() -> None:
    code = "import sys, tui.library; print(*sorted({'sqlite3', 'tui.sources', 'tui.analysis'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
