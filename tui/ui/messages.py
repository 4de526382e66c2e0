"""What the panes say to the screen. Messages go up; values come down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tui.model import ArticleRow, ArticleView, Change, Entity, Fact, Listing, Snippet
    from tui.query.complete import Typed
    from tui.ui.completing import Completion
    from tui.ui.narrowing import Counted, Narrowed
    from tui.ui.views import Listed


@dataclass(eq=False, repr=False)
class ArticleHighlighted(Message):
    """The list's cursor stands on another article."""

    id: int

    def can_replace(self, message: Message) -> bool:
        """Only the last of a run of moves counts."""
        return isinstance(message, ArticleHighlighted)


@dataclass(eq=False, repr=False)
class ArticleChosen(Message):
    """The reader wants to read this article now."""

    id: int


@dataclass(eq=False, repr=False)
class ArticlePicked(Message):
    """The reader wants to pick this article, or to let it go."""

    id: int


@dataclass(eq=False, repr=False)
class PageWanted(Message):
    """The list is about to show rows that it does not hold."""

    first: int
    token: int

    def can_replace(self, message: Message) -> bool:
        """Asking twice for one page is asking once."""
        return message == self


@dataclass(eq=False, repr=False)
class ParagraphShown(Message):
    """The reader's first visible paragraph covers this stretch of the article's text."""

    article: int
    start: int
    end: int

    def can_replace(self, message: Message) -> bool:
        """Only where scrolling comes to rest counts."""
        return isinstance(message, ParagraphShown)


@dataclass(eq=False, repr=False)
class HitsExhausted(Message):
    """There is no further hit in this article in this direction (1 or -1)."""

    direction: int


@dataclass(eq=False, repr=False)
class SelectionChanged(Message):
    """Something is selected in the text, or nothing any more; a caret has come or gone."""


@dataclass(eq=False, repr=False)
class CopyWanted(Message):
    """Copy what is selected."""


@dataclass(eq=False, repr=False)
class EndReached(Message):
    """Reading on from the article's last line."""


@dataclass(eq=False, repr=False)
class FactChosen(Message):
    """Show the evidence of this fact in the text."""

    fact: Fact


@dataclass(eq=False, repr=False)
class EntityToggled(Message):
    """The filter shall include, exclude or drop this entity."""

    entity: Entity
    how: Literal["include", "exclude"]


@dataclass(eq=False, repr=False)
class JoinToggled(Message):
    """The filter shall ask for any of the entities that it includes in place of all of them, or the other way round."""


@dataclass(eq=False, repr=False)
class EntityClicked(Message):
    """A coloured name in the text was clicked with control held: filter by it."""

    id: str


@dataclass(eq=False, repr=False)
class NameTyped(Message):
    """The filter is to show the entities with names like this."""

    counted: Counted
    text: str

    def can_replace(self, message: Message) -> bool:
        """What was typed last counts."""
        return isinstance(message, NameTyped)


@dataclass(eq=False, repr=False)
class EntitiesWanted(Message):
    """The filter is about to show rows that it does not hold."""

    numbers: tuple[int, ...]


@dataclass(eq=False, repr=False)
class FilterClosed(Message):
    """The entity filter is done with."""


@dataclass(eq=False, repr=False)
class ViewChosen(Message):
    """Open a view with this query."""

    text: str


@dataclass(eq=False, repr=False)
class ActionWanted(Message):
    """A click on the key bar: run this action."""

    action: str


# ---------------------------------------------------------------- answers of workers to the main screen


@dataclass(eq=False, repr=False)
class ListLoaded(Message):
    """The articles that match and the rows of the first page; at first perhaps no more than the beginning of them."""

    token: int
    listing: Listing
    rows: tuple[ArticleRow, ...]
    complete: bool = True


@dataclass(eq=False, repr=False)
class Looked(Message):
    """The library at a revision: how many articles match by now that the list of this token does not show."""

    token: int
    revision: int
    arrived: int


@dataclass(eq=False, repr=False)
class MeantFound(Message):
    """What a query without articles was meant to say on another keyboard, '' for nothing, and how many have that."""

    token: int
    text: str = ""
    count: int = 0


@dataclass(eq=False, repr=False)
class ViewsFound(Message):
    """The views of the library: at first their names, then with their numbers."""

    views: tuple[Listed, ...]


@dataclass(eq=False, repr=False)
class FormCounted(Message):
    """How many articles a query has that a form wrote."""

    text: str
    count: int


@dataclass(eq=False, repr=False)
class CompletionsFound(Message):
    """What something that is typed into the search line may become."""

    typed: Typed
    completions: Sequence[Completion]


@dataclass(eq=False, repr=False)
class RowsLoaded(Message):
    """Rows that the list asked for, and why a search found their articles: either may come before the other."""

    token: int
    rows: tuple[ArticleRow, ...] = ()
    snippets: Mapping[int, Snippet] = field(default_factory=dict)


@dataclass(eq=False, repr=False)
class UnreadFound(Message):
    """The next article of the list that is not read; 0 for none."""

    token: int
    id: int


@dataclass(eq=False, repr=False)
class ArticleLoaded(Message):
    """An article to show in the reader; `again`: it is shown already, and has other names in it now."""

    view: ArticleView
    again: bool = False


@dataclass(eq=False, repr=False)
class FactsLoaded(Message):
    """The article that is shown, with its facts."""

    view: ArticleView


@dataclass(eq=False, repr=False)
class FacetsLoaded(Message):
    """The entities of the articles in view, and those that the filter is to show."""

    token: int
    narrowed: Narrowed


@dataclass(eq=False, repr=False)
class FacetsNarrowed(Message):
    """Those that the filter is to show."""

    narrowed: Narrowed


@dataclass(eq=False, repr=False)
class EntitiesFound(Message):
    """Entities by their numbers, for the filter's rows."""

    entities: Mapping[int, Entity]


@dataclass(eq=False, repr=False)
class Marked(Message):
    """Marks were written; these are the rows now."""

    rows: tuple[ArticleRow, ...]


@dataclass(eq=False, repr=False)
class Seeding(Message):
    """Articles of the sample library imported so far; `done` when it was the last."""

    count: int
    done: bool = False


@dataclass(eq=False, repr=False)
class TakenUp(Message):
    """The reader's knowledge packs were looked at; what is to be said of it, '' for nothing."""

    said: str


@dataclass(eq=False, repr=False)
class ClipboardFilled(Message):
    """The platform's clipboard was given a text; `problem` says which program did not take it, and why."""

    problem: str


@dataclass(eq=False, repr=False)
class FileWritten(Message):
    """A file was written; what is to be said of it."""

    said: str


@dataclass(eq=False, repr=False)
class Exporting(Message):
    """So many articles of all are in the file."""

    done: int
    count: int


@dataclass(eq=False, repr=False)
class Acted(Message):
    """Something was done to articles, undone or done again: what was changed by it, nothing perhaps."""

    change: Change
    how: Literal["done", "undone", "redone"] = "done"
    said: str = ""


@dataclass(eq=False, repr=False)
class FileThere(Message):
    """There is a file of this name already, and it was left alone."""

    path: Path


@dataclass(eq=False, repr=False)
class BrowserFound(Message):
    """A link was opened; or is to be opened by a browser that takes the terminal meanwhile."""

    url: str
    takes_terminal: bool


@dataclass(eq=False, repr=False)
class WorkFailed(Message):
    """Something could not be done, in one line."""

    text: str
