"""`Library.care.check` finds what is wrong in each table, and `repair` makes it as it was."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.store.simple_library import draft_of, make_analyser
from tui.config import seeds
from tui.library import Library
from tui.store import forward, forward_file

if TYPE_CHECKING:
    from pathlib import Path

# What is done to a table, and the part of the library in which that is to be found.
SPOILT = (
    ("articles", "UPDATE article SET title = 'x' WHERE id = (SELECT max(id) FROM article)"),
    ("articles", "UPDATE article SET published = '' WHERE id = (SELECT max(id) FROM article)"),
    ("articles", "UPDATE article SET digest = 1"),
    ("articles", "UPDATE article SET sort = ''"),
    ("articles", "UPDATE article SET outlet = 999 WHERE id = (SELECT min(id) FROM article)"),
    ("articles", "DELETE FROM article WHERE id = (SELECT min(id) FROM article)"),
    ("articles", "INSERT INTO article (id, title, outlet, published, digest, entities) VALUES (77, '', 0, '', 0, x'')"),
    ("articles", "UPDATE outlet SET key = 'x' || id"),
    ("articles", "DELETE FROM outlet"),
    (
        "analyses",
        "UPDATE article SET entities = x'01000000', counts = x'0100' WHERE id = (SELECT max(id) FROM article)",
    ),
    ("analyses", "UPDATE article SET counts = x'' WHERE entities != x''"),
    ("analyses", "UPDATE analysis SET facts = substr(facts, 1, 9) WHERE article = (SELECT min(article) FROM analysis)"),
    ("analyses", "UPDATE analysis SET mentions = x'00'"),
    ("analyses", "DELETE FROM fact_entity WHERE fact = (SELECT max(fact) FROM fact_entity)"),
    ("analyses", "INSERT INTO fact_entity VALUES (1, 77)"),
    ("analyses", "DELETE FROM fact_key"),
    ("analyses", "UPDATE fact_key SET key = key + 1"),
    ("analyses", "UPDATE fact_key SET day = 1"),
    ("analyses", "INSERT INTO fact_key VALUES (5, 1, 5000000000)"),
    ("analyses", "DELETE FROM posting WHERE id >> 42 = 2"),
    ("analyses", "DELETE FROM label WHERE kind = 2"),
    ("analyses", "DELETE FROM label WHERE kind = 4"),
    ("sets", "DELETE FROM posting WHERE id >> 42 = 0"),
    ("sets", "DELETE FROM posting WHERE id = (SELECT max(id) FROM posting WHERE id >> 42 = 0)"),
    ("sets", "DELETE FROM posting WHERE id >> 42 = 1"),
    ("sets", "DELETE FROM posting WHERE id >> 42 = 5"),
    ("sets", "UPDATE posting SET ids = x'00' WHERE id >> 42 = 0"),
    ("sets", "DELETE FROM posting WHERE (id >> 10) = (5 << 32) + 4"),
    ("sets", "UPDATE posting SET id = id + 1 WHERE id = (SELECT max(id) FROM posting WHERE id >> 42 = 0)"),
    ("sets", "UPDATE posting SET ids = x'00' WHERE id >> 42 > 2"),
    ("sets", "INSERT OR REPLACE INTO posting SELECT id + 1, ids FROM posting WHERE id >> 42 = 3"),
    ("sets", "UPDATE entity SET articles = articles + 1 WHERE id = 2"),
    ("sets", "UPDATE entity SET mentions = 0"),
    ("names", "DELETE FROM alias WHERE entity = 1"),
    ("names", "DELETE FROM entity_word WHERE word = (SELECT min(word) FROM entity_word)"),
    ("names", "INSERT INTO alias VALUES ('x', 999999)"),
    ("names", "INSERT INTO entity_word VALUES ('x', 999999)"),
    ("names", "INSERT INTO merged VALUES ('person:x', 'person:nobody')"),
    ("names", "UPDATE label SET key = 'x' || id"),
    ("links", "DELETE FROM fact_link WHERE fact < other"),
    ("links", "INSERT INTO fact_link VALUES (77, 78, 'same', '')"),
    ("links", "UPDATE fact_link SET other = other + 60000"),
    ("words", "DELETE FROM stems_data WHERE id > 10"),
    ("words", "INSERT INTO exact (rowid, words) VALUES (77, 'كلمة')"),
    ("words", "INSERT INTO stems (stems) VALUES ('delete-all')"),
    ("copies", "DELETE FROM near WHERE key % 2"),
    ("copies", "UPDATE body SET sketch = x'00'"),
    ("copies", "INSERT INTO near VALUES (1, 77)"),
    ("copies", "INSERT INTO copy VALUES (77, 77)"),
    ("copies", "DELETE FROM copy WHERE article = first"),
    ("indexes", "DROP INDEX article_digest"),
    ("indexes", "DROP INDEX merged_new"),
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library, with marks and a tag."""
    path = tmp_path_factory.mktemp("whole") / "library.db"
    with Library.open(path) as library:
        list(library.seed(seeds()))
        text = "عبر المركب النهر عند القنطرة القديمة، ونزل منه الصيادون مع الفجر إلى السوق يحملون ما جمعوه في الليل."
        for source in ("الأولى", "الثانية", "الثالثة"):
            library.add(draft_of(f"المركب يعبر النهر، {source}", text, source=source, published="2021-07-21"))
        ids = library.ids()
        library.mark(ids[::2], read=True)
        library.mark(ids[:3], starred=True, tag=("جسور", True))
        library.mark(ids[4:5], deleted=True)
    return path


@pytest.fixture
def library(whole: Path, tmp_path: Path) -> Any:
    shutil.copy(whole, tmp_path / "library.db")
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


def _answers(library: Library) -> list[Any]:
    """All that a library says."""
    ids = library.ids()
    return [
        list(ids),
        list(library.ids(order="source")),
        list(library.ids(order="title")),
        library.rows(ids),
        library.facets(limit=10_000),
        sorted((facet.entity.id, facet.count) for facet in library.find_entities("ا", limit=1000)),
        list(library.facts()),
        library.tags(),
        [library.article(article) for article in ids],
        list(library.export()),
    ]


def test_a_whole_library_is_clean(library: Library) -> None:
    assert library.care.check() == ()
    assert library.care.check(thorough=True) == ()


@pytest.mark.parametrize(("part", "sql"), SPOILT, ids=[sql[:60] for _, sql in SPOILT])
def test_what_is_spoilt_is_found_and_mended(library: Library, part: str, sql: str) -> None:
    before = _answers(library)
    with library._connections.write() as connection:
        connection.execute(sql)
    found = library.care.check()
    assert part in {finding.part for finding in found}
    assert all(finding.mendable and "\n" not in finding.where for finding in found)
    assert library.care.repair(found) == ()
    assert library.care.check(thorough=True) == ()
    after = _answers(library)
    if "kind = 4" in sql or "42 > 2" in sql:  # what tags were called, or which marks there were, is lost
        assert set(before[0]) <= set(after[0])
    else:
        assert after == before


def test_a_text_that_cannot_be_read_is_told_and_left(library: Library) -> None:
    bad = library.ids()[2]
    with library._connections.write() as connection:
        connection.execute("UPDATE body SET draft = substr(draft, 1, 20) WHERE article = ?", (bad,))
    found = library.care.check()
    (finding,) = [finding for finding in found if not finding.mendable]
    assert (finding.part, finding.count, finding.where) == ("articles", 1, str(bad))
    assert [left.where for left in library.care.repair(found)] == [str(bad)]
    failed: list[int] = []
    saved = list(library.export(failed=lambda article, _: failed.append(article)))
    assert failed == [bad]
    assert sum(record["record"] == "article" for record in saved) == library.count() - 1


@pytest.mark.parametrize("table", ["body", "article", "posting", "analysis"])
def test_a_damaged_file_says_what_can_be_saved(library: Library, tmp_path: Path, table: str) -> None:
    count = library.count()
    library.close()
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)
    with Library.open(path) as damaged:
        found = damaged.care.check()
        assert found[0].part == "file"
        assert not found[0].mendable
        assert "warraq export" in found[0].what
        readable = next(finding.count for finding in found if finding.what.startswith("articles that can be read"))
        assert readable == (0 if table == "body" else count + 1)
        records = list(damaged.export(failed=lambda *_: None))
        assert sum(record["record"] == "article" for record in records) >= (0 if table == "body" else count)


def test_an_empty_library_is_clean(tmp_path: Path) -> None:
    with Library.open(tmp_path / "new.db", analyser=make_analyser()) as library:
        assert library.care.check() == ()
        library.add(draft_of("باريس", "ماكرون"))
        assert library.care.check(thorough=True) == ()


def test_a_flat_file_with_a_wrong_list_counts_no_more(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forward, "WORTH", 1)
    monkeypatch.setattr(forward_file, "FREQUENT", 0)
    library.tend()
    before = library.facets()
    file = forward.place(library.path)
    whole = file.read_bytes()
    file.write_bytes(whole[:56] + b"\x05\x00\x00\x00" + whole[60:])
    (finding,) = library.care.check()
    assert (finding.part, finding.count) == ("forward file", 1)
    assert library.care.repair((finding,)) == ()
    assert library.facets() == before
    library.tend()
    assert library.care.check() == ()
    assert library.facets() == before
