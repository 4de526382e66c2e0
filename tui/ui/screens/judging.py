"""What is done with a fact: compared, quoted, judged, followed to other articles and back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from tui.i18n import _
from tui.ui import copying, fact_page, judging, messages
from tui.ui.keys import PAGE_KEYS
from tui.ui.screens.about import EVERYWHERE
from tui.ui.screens.correcting import CorrectingScreen
from tui.ui.state import Chosen, View

if TYPE_CHECKING:
    from tui.model import CorrectionKind
    from tui.ui.keys import Key
    from tui.ui.text import Place

_HERE = EVERYWHERE | {"article", "find", "copy_article", "fact"}
_VISITED = 100
_TIMELINE = "timeline "


class JudgingScreen(CorrectingScreen):
    """What the keys of the pane of facts do; and the way back to the articles that one came from."""

    # The articles that one went away from to another one's evidence, with the place in each.
    _visited: list[tuple[int, Place | None]]

    def on_mount(self) -> None:
        """Nothing was left yet."""
        self._visited = []
        super().on_mount()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the pane of facts its own keys work, with those that move and leave."""
        if self.ready and self.focused is self.facts and action not in _HERE:
            return False
        return super().check_action(action, parameters)

    def action_fact(self, what: str) -> None:
        """Do something with the fact under the cursor, or with the whole pane."""
        fact, view = self.facts.current, self.reader.view
        if what in {"differences", "everything"}:
            self.facts.toggle(what)
            if what == "everything" and view is not None and not self.facts.unsure:
                self.say(_("All facts are shown already"))
            return
        if fact is None or view is None:
            return
        match what:
            case "compare":
                job = partial(judging.load_comparison, self.library, view.article.id, fact.id)
                self.open_page(f"compare {fact.id}", job)
            case "cite":
                draft = view.article.draft
                self.copy(fact_page.citation(fact, draft, copying.link(draft)), _("Copied the citation"))
            case "filter":
                wanted = fact_page.entities_of((fact,))
                chosen = tuple(one for one in view.entities if one.id in wanted)
                if chosen:
                    self.view = View(self.view.text, self.view.parsed, Chosen(chosen))
                    self.reload()
                else:
                    self.say(_("It names nobody and nothing to filter by"))
            case "timeline":
                self.open_timeline(next(iter(fact_page.entities_of((fact,))), ""))
            case "export":
                path = Path.cwd() / copying.file_name(view.article.draft, ".md")
                shown = partial(judging.of_article, self.library, *self.facts.shown)
                self.ask_where(judging.prompt(), path, partial(judging.save_facts, shown), self.facts)
            case _:
                said = "" if self.facts.verdict(fact) == what else what
                self._act(partial(judging.judge, self.library, self.changes, view.article.id, fact, said))

    def action_dossier(self) -> None:
        """On a timeline, ask where to export its facts; see `AboutScreen`."""
        name = self._opened[-1].name if self._opened else ""
        if self.entity is not None or not name.startswith(_TIMELINE):
            super().action_dossier()
            return
        found = partial(judging.of_timeline, self.library, name.removeprefix(_TIMELINE), self.view)
        self.ask_where(judging.prompt(), Path.cwd() / "timeline.md", partial(judging.save_facts, found), self.about)

    def action_timeline(self) -> None:
        """What the articles in view say, in the order of time."""
        self.open_timeline("")

    def open_timeline(self, entity: str) -> None:
        """See `AboutScreen`."""
        job = partial(judging.load_timeline, self.library, entity, self.view)
        self.open_page(f"{_TIMELINE}{entity}", job)

    def action_correct(self, kind: CorrectionKind) -> None:
        """On a comparison, say that two facts are not the same; see `CorrectingScreen`."""
        entry, view = self.about.current, self.reader.view
        if self.entity is not None or kind != "apart" or entry is None or view is None:
            super().action_correct(kind)
            return
        fact = next((one for one in view.facts if one.id == self._compared), None) or self.facts.current
        if fact is not None and entry.fact and entry.fact != fact.id:
            job = partial(judging.part, self.library, self.changes, view.article.id, fact, entry.fact)
            self._act(job)

    @property
    def _compared(self) -> str:
        """The id of the fact that is compared on the page that is open; '' for none."""
        name = self._opened[-1].name if self._opened else ""
        return name.partition("compare ")[2]

    @property
    def page_keys(self) -> tuple[Key, ...]:
        """Those of an entity where the page is of one; those of a comparison, of a timeline."""
        if self.entity is not None:
            return super().page_keys
        name = self._opened[-1].name if self._opened else ""
        return PAGE_KEYS.get(name.partition(" ")[0], ())

    def judged(self) -> None:
        """Show what was said of facts."""
        if self.reader.view is not None:
            self._ask_facts(self.reader.view)
        if self._opened:
            self.corrected()

    # ---------------------------------------------------------------- to other articles and back

    def left_article(self) -> None:
        """Remember the article that is left."""
        if self.list.current:
            self._visited.append((self.list.current, self.reader.first_place()))
            del self._visited[:-_VISITED]

    @property
    def way_back(self) -> bool:
        """See `Desk`."""
        return bool(self._visited)

    def action_came_from(self) -> None:
        """Back to the article, and the place in it, that one came from."""
        while self._visited:
            article, place = self._visited.pop()
            at = self.list.window.place(article)
            if at >= 0:
                if place is not None:
                    self.after_load = partial(self.call_after_refresh, self.reader.return_to, place)
                self.list.cursor = at
                self.load(article)
                if self.reader.view is not None and self.reader.view.article.id == article and place is not None:
                    self.reader.return_to(place)
                return
        self.say(_("There is no article before"))

    @on(messages.FactsLoaded)
    def _facts_came_again(self) -> None:
        self.show_keys()
