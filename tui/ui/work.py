"""What workers do: one question to the library, one message with the answer. No widget is touched here."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Literal

from textual.worker import get_current_worker

from tui.arabic.direction import isolate
from tui.errors import FileError, Interrupted, QueryError
from tui.i18n import _
from tui.query import parse
from tui.ui import browser, clipboard, keyboards, narrowing, words
from tui.ui.messages import (
    Acted,
    ArticleLoaded,
    BrowserFound,
    ClipboardFilled,
    CompletionsFound,
    EntitiesFound,
    Exporting,
    FacetsLoaded,
    FacetsNarrowed,
    FactsLoaded,
    FileThere,
    FileWritten,
    FormCounted,
    ListLoaded,
    Looked,
    Marked,
    MeantFound,
    RowsLoaded,
    Seeding,
    TakenUp,
    UnreadFound,
    ViewsFound,
)
from tui.ui.state import Arrangement, View
from tui.ui.windows import ListWindow, of_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from textual.message import Message

    from tui.library import Library
    from tui.model import ArticleView, Change, QueryPart
    from tui.query.complete import Typed
    from tui.ui.changes import Changes
    from tui.ui.entity_messages import EntityPinned
    from tui.ui.narrowing import Counted

# Articles between two words of progress.
_TOLD = 200
# Of a line typed on the wrong keyboard.
_READINGS = 4


def load_list(
    library: Library, view: View, arrangement: Arrangement, token: int, tell: Callable[[Message], object]
) -> Message:
    """All articles that match, and the first page of rows.

    Of a search for texts, the page is told first where it can be had without all that match, which may take as long as
    a second among a million articles; and last why its articles were found.
    """
    searching = bool(view.needles.texts)
    loaded = _begin_list(library, view, token) if searching and arrangement == Arrangement() else None
    if loaded:
        tell(loaded)
    if not loaded or not loaded.complete:
        listing = library.listing(view.query, arrangement.order, arrangement.grouping)
        loaded = ListLoaded(token, listing, library.rows(listing.ids[: ListWindow.PAGE]))
        if searching:
            tell(loaded)
    return _find_snippets(library, loaded.listing.ids[: ListWindow.PAGE], view, token) if searching else loaded


def _begin_list(library: Library, view: View, token: int) -> ListLoaded:
    rows = library.page(view.query, limit=ListWindow.PAGE)
    return ListLoaded(token, of_rows(rows), rows, len(rows) < ListWindow.PAGE)


def _find_snippets(library: Library, ids: Sequence[int], view: View, token: int) -> RowsLoaded:
    return RowsLoaded(token, snippets=library.snippets(ids, view.query))


def find_unread(library: Library, ids: Sequence[int], token: int) -> UnreadFound:
    """The first of these articles that is not read."""
    return UnreadFound(token, library.first_unread(ids))


def look(library: Library, query: QueryPart, shown: Iterable[int], token: int, revision: int) -> Looked:
    """Whether articles came that the list does not show; nothing is counted while the library is as it was."""
    now = library.revision()
    return Looked(token, now, library.arrived(query, shown) if now != revision else 0)


def find_meant(library: Library, view: View, token: int) -> MeantFound:
    """What a query without articles was meant to say on another keyboard, if there are articles then."""
    for text in islice(keyboards.readings(view.text), _READINGS):
        with suppress(QueryError):
            if count := library.count(View(text, parse(text), view.chosen).query):
                return MeantFound(token, text, count)
    return MeantFound(token)


def complete(library: Library, typed: Typed) -> CompletionsFound:
    """What something that is typed may become."""
    from tui.ui.completing import completions  # not needed before one types

    return CompletionsFound(typed, completions(library, typed))


def count_form(library: Library, text: str) -> FormCounted:
    """Count the articles of a query that a form wrote."""
    return FormCounted(text, library.count(parse(text)))


def list_views(
    library: Library, change: Callable[[Library], object] | None, tell: Callable[[ViewsFound], object]
) -> ViewsFound:
    """Do something to the saved searches, tell which views there are, then count their articles."""
    from tui.ui import views  # not needed before they are opened

    if change:
        change(library)
    found = views.listed(library)
    tell(ViewsFound(found))
    return ViewsFound(tuple(views.counted(library, found)))


def load_rows(
    library: Library, ids: Sequence[int], view: View, token: int, tell: Callable[[Message], object]
) -> RowsLoaded:
    """The rows of a page, and then why a search found them."""
    rows = RowsLoaded(token, library.rows(ids))
    if not view.needles.texts:
        return rows
    tell(rows)
    return _find_snippets(library, ids, view, token)


def load_article(library: Library, article: int, *, again: bool = False) -> ArticleLoaded:
    """One article with the names in it, `again` if it is shown already."""
    return ArticleLoaded(library.text(article), again)


def load_facts(library: Library, view: ArticleView) -> FactsLoaded:
    """The facts of an article that is on the screen already."""
    return FactsLoaded(library.with_facts(view))


def load_facets(library: Library, view: View, text: str, token: int) -> FacetsLoaded:
    """All entities of the articles in view with their counts, and those of them with names like what is typed."""
    return FacetsLoaded(token, narrowing.narrow(library, narrowing.count(library, view), text))


def pin(library: Library, wanted: EntityPinned, view: View, text: str, token: int) -> FacetsLoaded:
    """Let an entity stand first in the filter, or no longer; gives the entities of the articles in view after that."""
    library.pin(wanted.entity.id, on=wanted.on)
    return load_facets(library, view, text, token)


def narrow_facets(library: Library, counted: Counted, text: str) -> FacetsNarrowed:
    """Those of the entities in view with names like what is typed."""
    return FacetsNarrowed(narrowing.narrow(library, counted, text))


def load_entities(library: Library, numbers: Sequence[int]) -> EntitiesFound:
    """The entities of some rows of the filter."""
    return EntitiesFound(library.numbered(numbers))


def mark_read(library: Library, article: int) -> Marked:
    """An article was opened: mark it as read, and read its row anew."""
    library.mark([article], read=True)
    return Marked(library.rows([article]))


def toggle(library: Library, changes: Changes, ids: Sequence[int], name: Literal["read", "starred"]) -> Acted:
    """Give all articles a mark; where all have it already, take it away."""

    def mark(*, on: bool) -> Change:
        return library.mark(ids, read=on) if name == "read" else library.mark(ids, starred=on)

    return Acted(changes.do(lambda: mark(on=True) or mark(on=False)))


def tag(library: Library, changes: Changes, ids: Sequence[int], name: str, *, on: bool) -> Acted:
    """Give all articles a tag, or take it off."""
    return Acted(changes.do(lambda: library.mark(ids, tag=(name, on))))


def delete(library: Library, changes: Changes, ids: Sequence[int]) -> Acted:
    """Delete articles."""
    return Acted(changes.do(lambda: library.mark(ids, deleted=True)))


def undo(library: Library, changes: Changes, tell: Callable[[Message], object]) -> Acted:
    """Take back what was done last, telling of the articles that are analysed again for it."""
    return _settled(library, changes.undo(library.undo), "undone", tell)


def redo(library: Library, changes: Changes, tell: Callable[[Message], object]) -> Acted:
    """Do again what was undone last; see `undo`."""
    return _settled(library, changes.redo(library.undo), "redone", tell)


def _settled(
    library: Library, change: Change, how: Literal["undone", "redone"], tell: Callable[[Message], object]
) -> Acted:
    if not change.corrections:
        return Acted(change, how)
    from tui.ui import correcting  # not needed before entities are corrected

    return correcting.settled(library, change, how, tell)


def export(
    library: Library, ids: Sequence[int], tell: Callable[[Exporting], object], path: Path, *, overwrite: bool
) -> FileWritten | FileThere:
    """Write articles to a file as lines of JSON, telling now and then how many are in it."""
    from tui.library.exchange import write  # it knows how libraries are read, which a start does without

    if path.is_file() and not overwrite:
        return FileThere(path)
    failed: list[int] = []
    worker = get_current_worker()

    def advance(done: int) -> None:
        if worker.is_cancelled:
            raise Interrupted
        if not done % _TOLD:
            tell(Exporting(done, len(ids)))

    records = library.export(ids, failed=lambda article, _: failed.append(article))
    done = write(records, path, overwrite=overwrite, advance=advance)
    said = _("Exported {articles} to {path}").format(articles=isolate(words.articles(done)), path=isolate(str(path)))
    lost = _("{count:,} cannot be read").format(count=len(failed)) if failed else ""
    return FileWritten(" · ".join(filter(None, (said, lost))))


def seed(library: Library, folder: Path, tell: Callable[[Seeding], object]) -> Seeding:
    """Import the sample library, telling of each article."""
    count = 0
    for count, _article in enumerate(library.seed(folder), start=1):
        tell(Seeding(count))
    return Seeding(count, done=True)


def take_up(library: Library, folder: Path) -> TakenUp:
    """Take up the knowledge packs of the reader's folder that changed."""
    taken = list(library.take_up(folder))
    problems = [one.problem for one in taken if one.problem]
    if problems:
        return TakenUp(problems[0])
    names = words.listed(one.name for one in taken)
    return TakenUp(_("Knowledge packs that changed: {names}").format(names=names) if names else "")


def copy(text: str) -> ClipboardFilled:
    """Give a text to the platform's clipboard, where there is one."""
    failed = [(command[0], why) for command in clipboard.commands() if (why := clipboard.fill(text, command))]
    return ClipboardFilled("; ".join(f"{name}: {why}" for name, why in failed))


def save(text: str, path: Path, *, overwrite: bool) -> FileWritten | FileThere:
    """Write a text to a file, UTF-8; one that is there already is left alone unless told otherwise."""
    try:
        if overwrite and not path.is_file():  # a device or a pipe would take the text, or never end
            overwrite = False
        with path.open("w" if overwrite else "x", encoding="utf-8", newline="\n") as file:
            file.write(text.rstrip("\n") + "\n")
    except FileExistsError as error:
        if not path.is_file():
            raise FileError(_("{path}: not a file").format(path=isolate(str(path)))) from error
        return FileThere(path)
    except OSError as error:
        raise FileError(
            _("{path}: cannot be written ({why})").format(path=isolate(str(path)), why=isolate(error.strerror or ""))
        ) from error
    return FileWritten(_("Saved to {path}").format(path=isolate(str(path))))


def browse(url: str) -> BrowserFound:
    """Open a link, unless the browser wants the terminal to itself."""
    takes_terminal = browser.takes_terminal()
    if not takes_terminal:
        browser.start(url)
    return BrowserFound(url, takes_terminal)
