"""The reader's one screen: what keys, clicks and panes make it do."""

from __future__ import annotations

from functools import partial

from textual import on

from tui.ui import entity_messages, messages, work
from tui.ui.keys import KEYS
from tui.ui.screens.judging import JudgingScreen
from tui.ui.state import Chosen, Needles, View
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.rows import Rows


class MainScreen(JudgingScreen):
    """Keys are `KEYS`; each action here is one of theirs."""

    BINDINGS = [key.binding() for key in KEYS]  # noqa: RUF012 - Textual's name and type

    # ---------------------------------------------------------------- reading

    @on(messages.ArticleChosen)
    def _chosen(self, event: messages.ArticleChosen) -> None:
        self.open(event.id)

    def open(self, article: int) -> None:
        """Read an article: show it, give it the keys, mark it."""
        self.add_class("-reading")
        self.set_focus(self.reader)
        self.load(article)
        self.ask("mark", partial(work.mark_read, self.library, article), exclusive=False)

    @on(messages.ParagraphShown)
    def _paragraph(self, event: messages.ParagraphShown) -> None:
        self.facts.follow(event.article, event.start, event.end)

    @on(messages.FactChosen)
    def _fact_chosen(self, event: messages.FactChosen) -> None:
        self.add_class("-reading")
        self.reader.show_evidence(event.fact.evidence)

    @on(messages.EndReached)
    def _end_reached(self) -> None:
        self.action_next_unread()

    @on(messages.HitsExhausted)
    def _hits_exhausted(self, event: messages.HitsExhausted) -> None:
        """Go on with the hits of the next article."""
        if self.view.needles == Needles():
            return
        place = self.list.cursor + event.direction
        if 0 <= place < self.list.count:
            self.after_load = partial(self._first_hit, event.direction)
            self.action_article(event.direction)

    def _first_hit(self, direction: int) -> None:
        if len(self.reader.hits):
            self.reader.hit(direction)

    # ---------------------------------------------------------------- finding

    @on(messages.EntityToggled)
    def _entity_toggled(self, event: messages.EntityToggled) -> None:
        self._choose(self.view.chosen.toggled(event.entity, event.how))

    @on(messages.JoinToggled)
    def _join_toggled(self) -> None:
        self._choose(self.view.chosen.joined())

    @on(messages.EntityClicked)
    def _entity_clicked(self, event: messages.EntityClicked) -> None:
        for entity in self.reader.view.entities if self.reader.view else ():
            if entity.id == event.id:
                self._choose(self.view.chosen.toggled(entity, "include"))

    @on(entity_messages.PartDropped)
    def _part_dropped(self, event: entity_messages.PartDropped) -> None:
        if event.id:
            self._choose(self.view.chosen.without(event.id))
        else:
            self.search.set_value("")
            self.view = View(chosen=self.view.chosen)
            self.reload()

    @on(entity_messages.EntityPinned)
    def _entity_pinned(self, event: entity_messages.EntityPinned) -> None:
        job = partial(work.pin, self.library, event, self.view, self.filter.text, self._token)
        self.ask("facets", job)

    def _choose(self, chosen: Chosen) -> None:
        self.view = View(self.view.text, self.view.parsed, chosen)
        self.reload()

    @on(messages.FilterClosed)
    def _filter_closed(self) -> None:
        self.remove_class("-filtering")
        self.set_focus(self.list)

    @on(messages.ActionWanted)
    async def _action_wanted(self, event: messages.ActionWanted) -> None:
        await self.run_action(event.action)

    # ---------------------------------------------------------------- keys

    @property
    def pane(self) -> Rows | Reader:
        """The pane that has the keys; the list where none has."""
        return self.focused if isinstance(self.focused, Rows | Reader) else self.list

    def action_move(self, delta: int) -> None:
        """A row or a line."""
        self.pane.move(delta)

    def action_page(self, delta: int) -> None:
        """A screen."""
        self.pane.page(delta)

    def action_ends(self, direction: int) -> None:
        """First or last."""
        self.pane.ends(direction)

    def action_choose(self) -> None:
        """Enter; an article is opened at once, so that the keys typed behind it meet it open."""
        if self.pane is self.list and self.list.count:
            self.open(self.list.current)
        else:
            self.pane.choose()

    def action_read_on(self) -> None:
        """Space: open what the list shows, then page through it, then the next unread."""
        if self.pane is self.list and self.list.count and not self.has_class("-reading"):
            self.open(self.list.current)
        else:
            self.reader.read_on()

    def action_next_unread(self) -> None:
        """Open the next article below that is not read."""
        below = self.list.window.ids[self.list.cursor + 1 :]
        self.ask("unread", partial(work.find_unread, self.library, below, self.list.window.token))

    @on(messages.UnreadFound)
    def _unread_found(self, event: messages.UnreadFound) -> None:
        if event.id and event.token == self.list.window.token:
            self.list.cursor = self.list.window.place(event.id)
            self.open(event.id)

    def action_article(self, delta: int) -> None:
        """The article after or before this one."""
        self.list.move(delta)
        if self.list.count:
            self.open(self.list.current)

    def action_back(self) -> None:
        """Close one thing."""
        if self.reader.has_selection:
            self.reader.let_go()
            return
        if self.reader.finding:
            self.leave_line()
            return
        if self.choosing is not None:
            self.show_page()
            return
        if self.has_class("-entity") and not self.has_class("-quiet", "-filtering"):
            self.leave_page()
            return
        for name in ("-quiet", "-filtering"):
            if self.has_class(name):
                self.remove_class(name)
                self.set_focus(self.reader) if name == "-quiet" else self.set_focus(self.list)
                return
        if self.pane is self.list and self.let_go():
            return
        self.status.error = ""
        self.remove_class("-reading")
        self.set_focus(self.list)

    def action_pane(self, delta: int) -> None:
        """The next pane that is on the screen, from right to left; where there is no article, what is offered."""
        if delta > 0 and self.search.offer and not self.list.count:
            self.search.take_offer()
            self.search_for(self.search.value)
            return
        panes = [pane for pane in (self.list, self.reader, self.facts, self.about) if pane.region.area]
        if panes:
            at = panes.index(self.pane) if self.pane in panes else -1
            self.set_focus(panes[(at + delta) % len(panes)])

    def action_filter(self) -> None:
        """Open the entity filter."""
        self.remove_class("-quiet")
        self.add_class("-filtering")
        self.filter.open()
        self.ask_facets()

    def action_clear(self) -> None:
        """All articles again."""
        self.search.set_value("")
        self.view = View()
        self.status.error = self.status.work = ""
        self.reload()

    def action_drop(self) -> None:
        """The filter without its last part; all articles again where only a search was left."""
        if self.view.chosen:
            self._choose(self.view.chosen.shorter())
        elif self.view.text:
            self.action_clear()

    def action_facts(self) -> None:
        """Go to the facts; hide them when they have the keys already."""
        if self.has_class("-no-facts") or not self.facts.has_focus:
            self.remove_class("-no-facts", "-quiet")
            self.set_focus(self.facts)
        else:
            self.add_class("-no-facts")
            self.set_focus(self.reader)

    def action_quiet(self) -> None:
        """The text alone, or everything again."""
        self.toggle_class("-quiet")
        self.set_focus(self.reader) if self.has_class("-quiet") else self.set_focus(self.list)

    def action_harakat(self) -> None:
        """Vowel marks shown or hidden."""
        self.reader.show_harakat(not self.reader.options.harakat)

    def action_palette(self) -> None:
        """Find an action by name."""
        from tui.ui.screens.palette import Palette  # not needed before

        def run(action: str | None) -> None:
            if action:
                self.post_message(messages.ActionWanted(action))

        self.app.push_screen(Palette(self.mode), run)

    def action_calibrate(self) -> None:
        """Leave the screen to the calibration, and come back."""
        from tui.ui.launch import CALIBRATE

        self.app.exit(CALIBRATE)

    def action_help(self) -> None:
        """All keys."""
        from tui.ui.screens.help import HelpScreen  # its tables are not needed before

        self.app.push_screen(HelpScreen(self.mode))

    def action_suspend(self) -> None:
        """To the shell and back; here and not the application's action, since in a line ctrl+z undoes."""
        self.app.action_suspend_process()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit(0)
