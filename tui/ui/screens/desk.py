"""The panes around one view of the library: this screen alone holds it, starts work, and hands answers down."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from tui.arabic.direction import isolate
from tui.errors import Interrupted, WarraqError
from tui.i18n import _
from tui.ui import messages, painting, words, work
from tui.ui.keys import (
    ASK_KEYS,
    CORRECT_KEYS,
    ENTITY_KEYS,
    FACT_KEYS,
    FILTER_KEYS,
    FIND_KEYS,
    KEYS,
    SAVE_KEYS,
    SEARCH_KEYS,
    SELECT_KEYS,
    TAG_KEYS,
)
from tui.ui.state import View
from tui.ui.superseding import Running
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.bars import KeyBar, Notice, StatusBar
from tui.ui.widgets.completion_list import CompletionList
from tui.ui.widgets.entity_filter import EntityFilter
from tui.ui.widgets.entity_pane import EntityPane
from tui.ui.widgets.fact_pane import FactPane
from tui.ui.widgets.line_edit import LineEdit
from tui.ui.widgets.question import Question
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_line import SearchLine
from tui.ui.widgets.tag_line import TagLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.message import Message
    from textual.timer import Timer

    from tui.arabic.paint import Mode
    from tui.config import Config
    from tui.library import Library
    from tui.model import ArticleView
    from tui.ui.keys import Key

# What a key did stays on the screen for so long, in seconds.
_SAID = 6.0
# Moving on within this time skips the article between; in seconds.
_GLANCE = 0.05
_SMALLEST = (40, 12)
# Keys that are shown in an entity's page with its own.
_ABOUT = {"back", "next_name", "help"}  # besides Enter, which comes first
_IN_FACTS = {"back", "help"}
# From this width on there is room for three panes.
_WIDE = 120


class Desk(Screen[None]):
    """List, reader, facts and filter around one `View` of the library; what the keys do is `MainScreen`'s."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (_WIDE, "-wide")]  # noqa: RUF012 - Textual's name and type
    AUTO_FOCUS = "#articles"

    def __init__(self, library: Library, config: Config, mode: Mode) -> None:
        super().__init__()
        self.library = library
        self.config = config
        self.mode = mode
        self.view = View()
        self.ready = False
        self._token = 0
        self._at_work = Running(library.interrupt)
        self._wide: bool | None = None
        self._glance: Timer | None = None
        self.after_load: Callable[[], object] | None = None

    # ---------------------------------------------------------------- building

    def compose(self) -> ComposeResult:
        """Search and status on top, the panes from right to left, the keys below."""
        mode, given = self.mode, self.config
        options = replace(painting.options(mode), justify=given.justify)
        hint = _("press / and type words or @name")
        yield SearchLine(mode, prompt=_("Search"), hint=hint, id="search", remembers=True, offers=True)
        yield TagLine(mode, prompt="", hint=_("a tag, or - and a tag to take it off"), id="tag")
        yield CompletionList(mode, id="completions")
        yield StatusBar(mode, id="status")
        with Horizontal(id="panes"):
            yield FactPane(mode, id="facts")
            yield EntityPane(mode, id="entity")
            with Vertical(id="middle"):
                yield Reader(mode, given.measure, options, spacing=given.spacing, id="reader")
                yield LineEdit(mode, prompt=_("Find"), hint="", id="find")
            with Vertical(id="side"):
                yield EntityFilter(mode, id="filter")
                yield ArticleList(mode, id="articles")
        yield LineEdit(mode, prompt="", hint="", id="save")
        yield LineEdit(mode, prompt="", hint="", id="correct")
        yield Question(mode, id="question")
        yield KeyBar(mode, id="keys")
        columns, rows = _SMALLEST
        yield Notice(mode, _("{columns}x{rows} cells at least").format(columns=columns, rows=rows), id="tiny")

    def on_mount(self) -> None:
        """Show the library, or fill it with the sample articles first."""
        self.list, self.reader = self.query_one(ArticleList), self.query_one(Reader)
        self.facts, self.filter = self.query_one(FactPane), self.query_one(EntityFilter)
        self.status, self.search = self.query_one(StatusBar), self.query_one(SearchLine)
        self.find_line, self.save_line = self.query_one("#find", LineEdit), self.query_one("#save", LineEdit)
        self.about, self.correct_line = self.query_one(EntityPane), self.query_one("#correct", LineEdit)
        self.tag_line, self.question = self.query_one(TagLine), self.query_one(Question)
        self.ready = True
        self.show_keys()
        try:
            self.begin()
        except WarraqError as error:
            self.status.error = words.error(error)

    def begin(self) -> None:
        """Show what there is to see at first."""

    def on_resize(self, event: events.Resize) -> None:
        """Three panes where there is room; too small a terminal gets one line."""
        wide = event.size.width >= _WIDE
        if wide != self._wide:
            self._wide = wide
            self.set_class(not wide, "-no-facts")
        self.set_class(event.size.width < _SMALLEST[0] or event.size.height < _SMALLEST[1], "-tiny")

    # ---------------------------------------------------------------- work

    def ask(self, group: str, job: Callable[[], Message], *, exclusive: bool = True) -> None:
        """Run a job in a thread; its answer, or its failure in one line, comes as a message.

        Args:
            group: what it is about.
            job: asks the library.
            exclusive: the job takes the place of the one that runs for the group, whose queries are ended.
        """

        def run() -> None:
            worker = get_current_worker()
            try:
                with self._at_work.work(group) if exclusive else nullcontext():
                    answer = job()
            except Interrupted:
                return
            except WarraqError as error:
                answer = messages.WorkFailed(words.error(error))
            if not worker.is_cancelled:
                self.post_message(answer)

        if exclusive:
            self._at_work.end(group)
        self.run_worker(run, group=group, exclusive=exclusive, exit_on_error=False, thread=True)

    @on(Worker.StateChanged)
    def _worker_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            fault = isolate(f"{event.worker.group}: {type(error).__name__}: {error}")
            self.status.error = _("An error of Warraq's own: {error}").format(error=fault)

    def ask_facets(self) -> None:
        """Ask for the entities of the current view."""
        self.ask("facets", partial(work.load_facets, self.library, self.view, self.filter.text, self._token))

    @on(messages.WorkFailed)
    def _failed(self, event: messages.WorkFailed) -> None:
        self.status.work, self.status.error = "", event.text
        self.add_class("-said")

    def say(self, text: str) -> None:
        """Say what a key did, for a while, where the number of articles stands."""
        self.status.error, self.status.work = "", text
        self.add_class("-said")
        self.set_timer(_SAID, partial(self._said, text))

    def _said(self, text: str) -> None:
        if self.status.work == text:
            self.status.work = ""
            self.remove_class("-said")

    @on(messages.FacetsLoaded)
    def _facets_loaded(self, event: messages.FacetsLoaded) -> None:
        if event.token == self._token:
            self.filter.show(event.narrowed, self.view.chosen)

    @on(messages.NameTyped)
    def _name_typed(self, event: messages.NameTyped) -> None:
        self.ask("narrow", partial(work.narrow_facets, self.library, event.counted, event.text))

    @on(messages.FacetsNarrowed)
    def _facets_narrowed(self, event: messages.FacetsNarrowed) -> None:
        self.filter.narrow(event.narrowed)

    @on(messages.EntitiesWanted)
    def _entities_wanted(self, event: messages.EntitiesWanted) -> None:
        self.ask("entities", partial(work.load_entities, self.library, event.numbers), exclusive=False)

    @on(messages.EntitiesFound)
    def _entities_found(self, event: messages.EntitiesFound) -> None:
        self.filter.fill(event.entities)

    @on(messages.ArticleLoaded)
    def _article_loaded(self, event: messages.ArticleLoaded) -> None:
        if event.view.article.id != self.list.current:
            return
        if event.again:
            if self.reader.view is not None and self.reader.view.article.id == event.view.article.id:
                self.reader.renew(event.view)
                self.call_after_refresh(self._ask_facts, event.view)
            return
        # Asked for twice (the cursor came to rest, Enter opened), it must not be shown anew from its beginning.
        if self.reader.view is None or self.reader.view.article.id != event.view.article.id:
            self.reader.show(event.view, self.view.needles)
            self.call_after_refresh(self._ask_facts, event.view)
        if self.after_load:
            self.after_load()
            self.after_load = None
        self.count_hits()
        self.show_keys()

    def _ask_facts(self, view: ArticleView) -> None:
        """The text is on the screen: now its facts."""
        if self.reader.view is view:
            self.ask("facts", partial(work.load_facts, self.library, view))

    @on(messages.FactsLoaded)
    def _facts_loaded(self, event: messages.FactsLoaded) -> None:
        if self.reader.view and self.reader.view.article.id == event.view.article.id:
            self.facts.show(event.view, self.reader.paragraph_in_view())

    def count_hits(self) -> None:
        """Which hit of how many the reader is at, in place of the number of articles."""
        at = self.reader.hit_number
        self.status.work = _("Hit {at} of {count}").format(at=at, count=len(self.reader.hits)) if at else ""

    @on(messages.ArticleHighlighted)
    def _highlighted(self, event: messages.ArticleHighlighted) -> None:
        """Show the article once the cursor rests."""
        if self._glance is not None:
            self._glance.stop()
        self._glance = self.set_timer(_GLANCE, partial(self.load, event.id))

    def load(self, article: int) -> None:
        """Show an article in the reader, reading it from the library where it is another one."""
        if self._glance is not None:
            self._glance.stop()
        view = self.reader.view
        if view is None or view.article.id != article:
            self.ask("article", partial(work.load_article, self.library, article))
        else:
            self.reader.mark(self.view.needles)

    def load_again(self) -> None:
        """Read the article that is shown from the library anew: other names are in it."""
        if self.reader.view is not None:
            job = partial(work.load_article, self.library, self.reader.view.article.id, again=True)
            self.ask("again", job)

    # ---------------------------------------------------------------- the key bar

    def on_descendant_focus(self) -> None:
        """Other keys work in another pane."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that work now."""
        lines = {
            self.search: SEARCH_KEYS,
            self.find_line: FIND_KEYS,
            self.save_line: SAVE_KEYS,
            self.tag_line: TAG_KEYS,
            self.correct_line: CORRECT_KEYS,
        }
        if self.focused is self.question:
            keys = ASK_KEYS
        elif isinstance(self.focused, LineEdit):
            keys = lines.get(self.focused, FILTER_KEYS)
        elif self.focused is self.about or self.focused is self.facts:
            there = self.focused is self.about or self.facts.facts
            own, others = (self.page_keys, _ABOUT) if self.focused is self.about else (FACT_KEYS, _IN_FACTS)
            first = {"choose", "came_from"} if self.way_back else {"choose"}
            keys = tuple(key for key in KEYS if key.id in first) if there else ()
            keys += tuple(key for key in own if key.footer and there)
            keys += tuple(key for key in KEYS if key.id in others)
        elif self.focused is self.reader and self.reader.selecting:
            keys = tuple(key for key in SELECT_KEYS if key.footer)
        else:
            in_text = self.focused is self.reader
            elsewhere = {"choose"} if in_text else {"find", "select", "copy"}
            back = {"came_from"} if self.way_back else set()
            shown = (key for key in KEYS if (key.footer and key.id not in elsewhere) or key.id in back)
            keys = tuple(key for key in shown if self.works(key.action))
            if len(self.list.picked):  # what it was picked for comes first
                keys = tuple(sorted(keys, key=lambda key: key.group not in {"Pick", "Mark"}))
        self.query_one(KeyBar).keys = keys

    @property
    def way_back(self) -> bool:
        """Whether there is an article from which a fact led to this one."""
        return False

    @property
    def page_keys(self) -> tuple[Key, ...]:
        """The keys of the page beside the text."""
        return ENTITY_KEYS

    def works(self, action: str) -> bool:
        """Whether an action does something now."""
        name = action.partition("(")[0]
        if name == "clear":
            return bool(self.view.text or self.view.chosen)
        if name in {"toggle_read", "toggle_star", "tag", "delete", "export"}:
            return bool(self.list.count)
        if name == "group":
            return bool(self.list.window.grouping) and self.focused is self.list
        if name == "name":
            return self.reader.view is not None
        return True
