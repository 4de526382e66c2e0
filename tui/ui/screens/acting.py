"""What is done to articles of the list, one or many: picked, marked, tagged, deleted, exported, undone."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pyroaring import BitMap
from textual import on

from tui.arabic.direction import isolate
from tui.i18n import _
from tui.ui import messages, words, work
from tui.ui.changes import Changes
from tui.ui.screens.searching import SearchingScreen
from tui.ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.widget import Widget

    from tui.arabic.paint import Mode
    from tui.config import Config
    from tui.library import Library

_EXPORT = "warraq.jsonl"


class ActingScreen(SearchingScreen):
    """Acts on the articles that are picked, and where none is on the one under the cursor."""

    # What is done when the question is answered with yes, and who has the keys then.
    _on_yes: Callable[[], object]
    _back: Widget | None = None

    def __init__(self, library: Library, config: Config, mode: Mode) -> None:
        super().__init__(library, config, mode)
        self.changes = Changes()

    # ---------------------------------------------------------------- picking

    @on(messages.ArticlePicked)
    def _picked(self, event: messages.ArticlePicked) -> None:
        self.list.picked.toggle(event.id)
        self.show_picked()

    def action_pick(self) -> None:
        """Pick the article under the cursor, or let it go, and go on to the next."""
        if self.list.count:
            self.list.picked.toggle(self.list.current)
            self.list.move(1)
            self.show_picked()

    def action_pick_to(self) -> None:
        """Pick all from the article that was picked last to the one under the cursor."""
        if self.list.count:
            window, here = self.list.window, self.list.cursor
            last = window.place(self.list.picked.last)
            first, end = sorted((here, last if last >= 0 else here))
            self.list.picked.add(window.ids[first : end + 1])
            self.list.picked.last = self.list.current
            self.show_picked()

    def action_pick_all(self) -> None:
        """Pick all articles in view, or let all go; while they are still being found, none."""
        if self.list.window.complete:
            self.list.picked.toggle_all(self.list.window.every)
            self.show_picked()

    def let_go(self) -> bool:
        """Let go of what is picked; whether anything was."""
        picked = bool(len(self.list.picked))
        if picked:
            self.list.picked.clear()
            self.show_picked()
        return picked

    @property
    def _wanted(self) -> Sequence[int]:
        """The articles to act on, oldest first."""
        return self.list.picked.ids.to_array() if len(self.list.picked) else [self.list.current][: self.list.count]

    # ---------------------------------------------------------------- marks

    def action_toggle_read(self) -> None:
        """Read; unread where all are read already."""
        self._act(partial(work.toggle, self.library, self.changes, self._wanted, "read"))

    def action_toggle_star(self) -> None:
        """Starred; not starred where all are."""
        self._act(partial(work.toggle, self.library, self.changes, self._wanted, "starred"))

    def action_undo(self) -> None:
        """Take back what was done last."""
        self._act(partial(work.undo, self.library, self.changes, self.post_message))

    def action_redo(self) -> None:
        """Do again what was undone last."""
        self._act(partial(work.redo, self.library, self.changes, self.post_message))

    def _act(self, job: Callable[[], messages.Acted]) -> None:
        self.ask("act", job, exclusive=False)

    def corrected(self) -> None:
        """Entities are others than they were."""

    def judged(self) -> None:
        """Something else is said of facts."""

    @on(messages.Acted)
    def _acted(self, event: messages.Acted) -> None:
        """Say what was done, and show it."""
        if event.change.verdicts:
            self.say(event.said or {"undone": _("Undone"), "redone": _("Done again")}.get(event.how, ""))
            self.judged()
            return
        said = event.said or words.acted(event.change, event.how)
        if event.change.corrections:
            self.news = said
            self.reload()
            self.corrected()
            return
        deleted = next((part for part in event.change.parts if part.mark == "deleted"), None)
        if deleted is None:
            self.say(said)
            self.list.window.outdate()
            self.list.want()
        else:
            self.keep = self._neighbour(deleted.ids) if deleted.on else deleted.ids[0]
            self.news = said
            self.reload()

    def _neighbour(self, gone: Sequence[int]) -> int:
        """The article on which the cursor stands when some have gone: itself, else the next one below, else above."""
        leaving = BitMap(gone[::-1])  # they come newest first, and a set is made more quickly of rising numbers
        ids, cursor = self.list.window.ids, self.list.cursor
        below = (ids[place] for place in range(cursor, len(ids)))
        above = (ids[place] for place in range(cursor - 1, -1, -1))
        return next((one for some in (below, above) for one in some if one not in leaving), 0)

    # ---------------------------------------------------------------- tags

    def action_tag(self) -> None:
        """Ask for a tag."""
        if self._wanted:
            self.remove_class("-quiet")
            self.add_class("-tagging")
            self.tag_line.prompt = _("Tag for {articles}").format(articles=words.articles(len(self._wanted)))
            self.tag_line.set_value("")
            self.set_focus(self.tag_line)

    def on_key(self, event: events.Key) -> None:
        """Enter and Escape in the tag line."""
        if self.focused is self.tag_line and event.key in {"enter", "escape"}:
            event.stop()
            name, on = self.tag_line.tag
            self._close_line()
            if event.key == "enter" and name:
                self._act(partial(work.tag, self.library, self.changes, self._wanted, name, on=on))

    def _close_line(self) -> None:
        self.remove_class("-tagging", "-asking")
        self.set_focus(self._back or self.list)
        self._back = None

    # ---------------------------------------------------------------- deleting

    def action_delete(self) -> None:
        """Ask before anything is deleted."""
        if wanted := self._wanted:
            self.remove_class("-quiet")
            articles = isolate(words.articles(len(wanted)))
            question = _("Delete {articles}? enter: yes, esc: no").format(articles=articles)
            self.ask_whether(question, partial(self._act, partial(work.delete, self.library, self.changes, wanted)))

    def ask_whether(self, question: str, on_yes: Callable[[], object], back: Widget | None = None) -> None:
        """Ask a question in one line.

        Args:
            question: with the keys that answer it.
            on_yes: is done when the answer is yes.
            back: has the keys then; the list, if it is None.
        """
        self._on_yes, self._back = on_yes, back
        self.add_class("-asking")
        self.question.text = question
        self.set_focus(self.question)

    @on(Question.Answered)
    def _answered(self, event: Question.Answered) -> None:
        if self.has_class("-asking"):
            self._close_line()
            if event.yes:
                self._on_yes()

    # ---------------------------------------------------------------- exporting

    def action_export(self) -> None:
        """Ask where to write the articles to."""
        if wanted := self._wanted:
            prompt = _("Export {articles} to").format(articles=words.articles(len(wanted)))
            job = partial(work.export, self.library, wanted, self.post_message)
            self.ask_where(prompt, Path.cwd() / _EXPORT, job, self.list)

    @on(messages.Exporting)
    def _exporting(self, event: messages.Exporting) -> None:
        self.status.work = _("Exporting… {done:,} of {count:,}").format(done=event.done, count=event.count)
