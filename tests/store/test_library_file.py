"""Which files are opened, which are refused and with what line, and what a killed or second program does to them."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.errors import Interrupted, LibraryBusy, LibraryError
from tui.library import Library
from tui.model import MarkTerm
from tui.store import schema

if TYPE_CHECKING:
    from tests.store.simple_library import MakeDraft
    from tui.library import Analyser

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def kept(path: Path, analyser: Analyser, make_draft: MakeDraft) -> Path:
    """The file of a closed library with one article."""
    with Library.open(path, analyser=analyser) as library:
        library.add(make_draft("باريس", "نص"))
    return path


def _refused(path: Path, *, create: bool = True) -> str:
    with pytest.raises(LibraryError) as caught:
        Library.open(path, create=create)
    line = str(caught.value)
    assert line.startswith(str(path))
    assert "\n" not in line
    return line


def _process(code: str, *arguments: str | Path) -> subprocess.Popen[str]:
    script = f"import sys\nsys.path[:0] = [{str(ROOT)!r}, {str(ROOT / 'tests/store')!r}]\n" + textwrap.dedent(code)
    return subprocess.Popen([sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, text=True)


# ---------------------------------------------------------------- refusing


def test_a_text_file_is_no_library(path: Path) -> None:
    path.write_text("not a database, but long enough to have a header of its own\n" * 20)
    assert "not a Warraq library" in _refused(path)
    assert path.read_text().startswith("not a database")


def test_another_programs_database_is_left_alone(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (x)")
    other.close()
    before = path.read_bytes()
    assert "another program's database" in _refused(path)
    assert path.read_bytes() == before


def test_a_newer_library_asks_for_a_newer_program(kept: Path) -> None:
    newer = sqlite3.connect(kept)
    newer.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    newer.close()
    assert "update Warraq" in _refused(kept)


def test_a_damaged_library_says_so(kept: Path) -> None:
    with kept.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (kept.stat().st_size - 4096))
    with pytest.raises(LibraryError, match="damaged") as caught, Library.open(kept) as library:
        library.page()
    assert "\n" not in str(caught.value)


def test_a_damaged_article_says_so(kept: Path) -> None:
    with Library.open(kept) as library:
        with library._connections.write() as connection:
            connection.execute("UPDATE body SET draft = substr(draft, 1, 20)")
        with pytest.raises(LibraryError, match="damaged"):
            library.article(library.ids()[0])


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    assert "is a folder" in _refused(tmp_path)


def test_a_missing_library_is_made_only_where_that_is_meant(path: Path) -> None:
    assert "no library is here" in _refused(path, create=False)
    assert not path.exists()


def test_a_place_below_a_file_cannot_be_reached(path: Path) -> None:
    path.write_text("")
    assert "cannot be reached" in _refused(path / "library.db")


def test_an_empty_file_is_a_new_library(path: Path) -> None:
    path.touch()
    with Library.open(path, create=False) as library:
        assert library.count() == 0


def test_a_closed_library_says_so(path: Path) -> None:
    library = Library.open(path)
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="is closed"):
        library.count()
    with pytest.raises(LibraryError, match="is closed"):
        library.mark([1], read=True)


# ---------------------------------------------------------------- write-protected


def _cannot_write(monkeypatch: pytest.MonkeyPatch, *, shared_memory: bool) -> None:
    """What SQLite says in a write-protected folder; these tests may run as root, whom permissions do not bind."""
    real = sqlite3.connect

    def connect(uri: str, options: dict[str, object]) -> sqlite3.Connection:
        if "mode=rw" in uri:
            uri = uri.replace("mode=rwc", "mode=ro").replace("mode=rw", "mode=ro")
        elif "mode=ro" in uri and not shared_memory:
            error = sqlite3.OperationalError("unable to open database file")
            error.sqlite_errorname = "SQLITE_CANTOPEN"
            raise error
        return real(uri, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", lambda place, **options: connect(place, options))


@pytest.mark.parametrize("shared_memory", [True, False])
def test_a_protected_library_can_be_read(kept: Path, monkeypatch: pytest.MonkeyPatch, *, shared_memory: bool) -> None:
    _cannot_write(monkeypatch, shared_memory=shared_memory)
    with Library.open(kept) as library:
        assert library.readonly
        assert library.page()[0].title == "باريس"
        with pytest.raises(LibraryError, match="cannot be changed"):
            library.mark(library.ids(), read=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not bind root")
def test_a_folder_without_permission_to_write(kept: Path) -> None:
    kept.chmod(0o400)
    kept.parent.chmod(0o500)
    try:
        with Library.open(kept) as library:
            assert library.readonly
            assert library.count() == 1
    finally:
        kept.parent.chmod(0o700)


# ---------------------------------------------------------------- several at once


def test_a_library_that_stays_locked_is_busy_not_broken(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.store.connection.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(kept, isolation_level=None)
    with Library.open(kept) as library:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy, match="another program is writing"):
            library.mark(library.ids(), read=True)
        assert library.count() == 1
        other.execute("ROLLBACK")
        library.mark(library.ids(), read=True)
        assert library.count(MarkTerm("read")) == 1
    other.close()


_ADD = """
    from pathlib import Path
    from tests.store import simple_library
    from tui.library import Library

    name = sys.argv[2]
    with Library.open(Path(sys.argv[1]), analyser=simple_library.make_analyser()) as library:
        for number in range(40):
            paragraph = " ".join(f"{name}{number}كلمة{place}" for place in range(30))
            paragraph += " ماكرون في باريس"
            library.add(simple_library.draft_of(f"{name} {number}", paragraph, published="2021-07-01"))
            print(number, flush=True)
"""


def test_two_programs_add_to_one_library(path: Path) -> None:
    """They even make it at the same moment."""
    running = [_process(_ADD, path, name) for name in ("ألف", "باء")]
    for process in running:
        process.communicate()
    assert [process.returncode for process in running] == [0, 0]
    with Library.open(path) as library:
        assert library.count() == 80
        assert [(facet.entity.name, facet.count) for facet in library.facets()] == [("ماكرون", 80), ("باريس", 80)]


def test_a_killed_program_loses_nothing_that_it_had_done(path: Path) -> None:
    process = _process(_ADD, path, "ألف")
    assert process.stdout is not None
    done = [int(process.stdout.readline()) for _ in range(10)][-1]
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with Library.open(path) as library:
        ids = library.ids()
        assert len(ids) > done
        assert library.facets()[0].count == len(ids)
        assert [library.article(article).article.draft.title for article in ids] == [
            f"ألف {number}" for number in reversed(range(len(ids)))
        ]


def test_threads_read_while_another_adds(path: Path, analyser: Analyser, make_draft: MakeDraft) -> None:
    failures: list[Exception] = []
    done = threading.Event()
    with Library.open(path, analyser=analyser) as library:

        def read() -> None:
            try:
                while not done.is_set():
                    library.facets()
                    for article in library.ids()[:3]:
                        assert library.article(article).entities
            except (LibraryError, AssertionError) as error:
                failures.append(error)

        threads = [threading.Thread(target=read) for _ in range(3)]
        for thread in threads:
            thread.start()
        for number in range(30):
            library.add(make_draft(f"باريس {number}", " ".join(f"ك{number}و{place}" for place in range(40))))
        done.set()
        for thread in threads:
            thread.join()
        assert not failures
        assert library.count() == 30


def test_a_query_of_another_thread_can_be_ended(library: Library) -> None:
    started, outcome = threading.Event(), []

    def ask() -> None:
        try:
            with library._connections.read() as connection:
                endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
                started.set()
                connection.execute(endless).fetchall()
        except Interrupted as error:
            outcome.append(str(error))

    thread = threading.Thread(target=ask)
    thread.start()
    started.wait()
    while thread.is_alive():
        library.interrupt()
        thread.join(0.01)
    assert "newer one" in outcome[0]
    assert library.count() == 0


def test_interrupting_spares_adding(path: Path, analyser: Analyser, make_draft: MakeDraft) -> None:
    with Library.open(path, analyser=analyser) as library:
        done = threading.Event()

        def interrupt() -> None:
            while not done.is_set():
                library.interrupt()

        thread = threading.Thread(target=interrupt)
        thread.start()
        try:
            for number in range(20):
                words = " ".join(f"ك{number}و{place}" for place in range(40))
                assert library.add(make_draft(f"ماكرون {number}", words)).status == "added"
        finally:
            done.set()
            thread.join()


def test_what_fails_in_the_middle_leaves_nothing(
    library: Library, make_draft: MakeDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("full")

    monkeypatch.setattr("tui.store.facts.link", fail)
    with pytest.raises(LibraryError, match="full"):
        library.add(make_draft("ماكرون", "باريس"))
    assert library.count() == 0
    assert library.facets() == library.find_entities("ماكرون") == ()


def test_a_full_day_says_so(library: Library, make_draft: MakeDraft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.store.ids.PER_SLOT", 1)
    library.add(make_draft("باريس", published="2021-07-01"))
    with pytest.raises(LibraryError, match="2021-07-01"):
        library.add(make_draft("الرياض", "ماكرون", published="2021-07-01"))
    assert library.add(make_draft("الرياض", "ماكرون")).status == "added"
    assert library.add(make_draft("رويترز", "بيغاسوس")).status == "added"


def test_a_library_that_is_deleted_while_open_takes_no_marks(
    path: Path, analyser: Analyser, make_draft: MakeDraft
) -> None:
    with Library.open(path, analyser=analyser) as library:
        added = library.add(make_draft("عنوان", "فقرة"))
        path.unlink()
        with pytest.raises(LibraryError, match="moved or deleted"):
            library.mark([added.id], starred=True)
