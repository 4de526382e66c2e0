"""The peer: newsboat with generated articles in its cache, read offline. Only where it is installed."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

from tests.bench.generated import World
from tests.bench.painted import Painted

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Draft

PROGRAM = shutil.which("newsboat") or ""
"""Where it is, '' where it is not."""

_FEED = "file:///articles.xml"
_ITEM = (
    "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)"
    " VALUES (?, ?, '', ?, ?, ?, ?, 1)"
)


OPENED = 3
"""How often the article that is opened is there: after each, newsboat goes on to the next."""


def cache(folder: Path, size: int, extra: Draft) -> None:
    """Make what newsboat needs, with so many articles in one feed, and an article that is opened before them."""
    folder.mkdir(parents=True)
    (folder / "urls").write_text(f"{_FEED}\n", encoding="utf-8")
    (folder / "config").write_text("auto-reload no\nbind-key j down\n", encoding="utf-8")
    subprocess.run([*command(folder), "-x", "print-unread"], check=False, stdout=subprocess.DEVNULL)  # makes the tables
    with closing(sqlite3.connect(folder / "cache.db")) as connection, connection:
        connection.execute(
            "INSERT INTO rss_feed (rssurl, url, title, lastmodified) VALUES (?, ?, 'articles', 0)", (_FEED, _FEED)
        )
        rows = ((number, draft) for number, draft in enumerate(World().drafts(size), 1))
        connection.executemany(_ITEM, (_row(number, draft) for number, draft in rows))
        connection.executemany(_ITEM, (_row(size + number, extra) for number in range(1, OPENED + 1)))


def _row(number: int, draft: Draft) -> tuple[object, ...]:
    body = "".join([f"<p>{draft.text[span.start : span.end]}</p>" for span in draft.body])
    return (f"article {number}", draft.title, f"http://localhost/{number}", _FEED, 1_400_000_000 + number * 600, body)


def command(folder: Path) -> list[str]:
    """How it is started on what `cache` made."""
    return [PROGRAM, "-u", f"{folder / 'urls'}", "-c", f"{folder / 'cache.db'}", "-C", f"{folder / 'config'}"]


def started(folder: Path) -> Painted:
    """It, with its list of articles open; nothing is read yet, since it begins with what is not."""
    with closing(sqlite3.connect(folder / "cache.db")) as connection, connection:
        connection.execute("UPDATE rss_item SET unread = 1 WHERE NOT unread")
    program = Painted(
        command(folder), lambda screen: "articles" in screen.text, {"HOME": str(folder), "LC_ALL": "C.UTF-8"}
    )
    program.key("\r", lambda screen: "Articles in feed" in screen.text)
    return program
