"""Two readers, an import and a backup at the same time on one library, each a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tui.library import Library

ROOT = Path(__file__).parents[2]
ARTICLES = 60
TEXT = "زار إيمانويل ماكرون باريس بعد {number} أيام، والتقى هناك {number} صحفيا. {words}"
READER = """
    import sys
    from pathlib import Path
    from tui.library import Library
    from tui.query import parse

    asked = ("", "@ماكرون", "ماكرون", "«ماكرون باريس»", "source:باء", "fact:quantity -is:read")
    queries = [parse(text) for text in asked]
    over, seen, looks = Path(sys.argv[2]), 0, 0
    with Library.open(Path(sys.argv[1])) as library:
        while True:
            last = over.exists()
            for query in queries:
                low, ids, high = library.count(query), library.ids(query), library.count(query)
                assert low <= len(ids) <= high, (query, low, len(ids), high)
                assert list(ids) == sorted(set(ids), reverse=True)
                facets = {facet.entity.id: facet.count for facet in library.facets(query)}
                assert all(count <= library.count() for count in facets.values())
                if ids:  # each article names him
                    assert low <= max(facets.values()) <= library.count(query), (query, low, facets)
                assert [row.id for row in library.rows(ids[:20])] == list(ids[:20])
            for article in library.ids()[:3]:
                view = library.article(article)
                assert view.entities and view.facts and view.article.draft.text
            assert library.count() >= seen
            seen, looks = library.count(), looks + 1
            if last:
                break
    print(seen, looks)
"""


def _start(*arguments: str | Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _export(file: Path) -> None:
    lines: list[dict[str, object]] = [{"record": "library", "format": 1}]
    for number in range(ARTICLES):
        words = " ".join(f"كلمة{number}و{place}" for place in range(40))
        text = f"خبر رقم {number}\n\n" + TEXT.format(number=number + 2, words=words)
        source, day = "ألف باء"[number % 2 * 4 :][:3], f"2021-07-{number % 28 + 1:02}"
        lines.append({"record": "article", "text": text, "source": source, "published": day})
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")


@pytest.mark.whole
def test_two_readers_an_import_and_a_backup_share_a_library(tmp_path: Path) -> None:
    path, over, file = tmp_path / "library.db", tmp_path / "over", tmp_path / "all.jsonl"
    _export(file)
    Library.open(path).close()
    readers = [_start("-c", textwrap.dedent(READER), path, over) for _ in range(2)]
    importing = _start("-m", "tui", "import", file, "--library", path, "--json")
    copies: list[Path] = []
    while importing.poll() is None:
        copy = tmp_path / f"copy{len(copies)}.db"
        backup = _start("-m", "tui", "backup", copy, "--library", path)
        assert backup.communicate()[1] == ""
        copies.append(copy)
    out, err = importing.communicate()
    assert (json.loads(out)["added"], err) == (ARTICLES, "")
    over.touch()
    for reader in readers:
        out, err = reader.communicate()
        assert (reader.returncode, err) == (0, "")
        seen, looks = map(int, out.split())
        assert seen == ARTICLES
        assert looks > 1
    counts = []
    for copy in copies:
        with Library.open(copy) as library:
            counts.append(library.count())
            assert len(library.ids()) == counts[-1]
            assert max((facet.count for facet in library.facets()), default=0) == counts[-1]
    assert counts == sorted(counts)
