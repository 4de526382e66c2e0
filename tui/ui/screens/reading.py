"""What is done with the article that is read: selecting, copying, saving, opening its link, finding in it."""

from __future__ import annotations

import subprocess
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from tui.arabic.direction import isolate
from tui.errors import WarraqError
from tui.i18n import _, ngettext
from tui.ui import browser, clipboard, copying, messages, work
from tui.ui.screens.returning import ReturningScreen
from tui.ui.widgets.line_edit import LineEdit
from tui.ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.message import Message
    from textual.widget import Widget

    from tui.ui.text import Place, Text

# Actions that work while keys move the caret.
_WHILE_SELECTING = {"help", "palette", "suspend", "calibrate", "pane"}


class ReadingScreen(ReturningScreen):
    """The actions on one article; those on the library are `MainScreen`'s."""

    # Where the reader was when the find line was opened: what is typed is looked for from there on.
    _found_from: Place | None = None
    # What is asked a file for: see `ask_where`.
    _saving: tuple[str, str, Callable[..., Message], Widget]
    # The file that Enter overwrites, since it was pressed before.
    _overwritten: Path | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """While a line is typed in, keys are text; while text is selected, they move the caret."""
        if not self.ready or isinstance(self.focused, LineEdit | Question):
            return False
        if self.reader.selecting and self.focused is self.reader:
            return action in _WHILE_SELECTING
        return self.works(action)

    @property
    def _text(self) -> Text | None:
        return self.reader.text

    # ---------------------------------------------------------------- selecting and copying

    @on(messages.SelectionChanged)
    def _selection_changed(self) -> None:
        self.show_keys()

    def action_select(self) -> None:
        """Select with a caret."""
        self.add_class("-reading")
        self.set_focus(self.reader)
        self.reader.start_selecting()

    @on(messages.CopyWanted)
    def action_copy(self) -> None:
        """What is selected, else the paragraph in view."""
        if self._text is None:
            return
        if selected := self.reader.selected:
            said = ngettext("Copied: {count:,} character", "Copied: {count:,} characters", len(selected))
            self.copy(selected, said)
            self.reader.let_go()
        elif (number := self.reader.block_in_view()) >= 0:
            paragraph = copying.block(self._text, number)
            said = ngettext(
                "Copied the paragraph: {count:,} character",
                "Copied the paragraph: {count:,} characters",
                len(paragraph),
            )
            self.copy(paragraph, said)

    def action_copy_article(self) -> None:
        """The article with its citation."""
        if self._text is not None:
            article = copying.article(self._text)
            said = ngettext(
                "Copied the article: {count:,} character", "Copied the article: {count:,} characters", len(article)
            )
            self.copy(article, said)

    def action_copy_link(self) -> None:
        """The article's link."""
        if link := self._link():
            self.copy(link, _("Copied the link"))

    def copy(self, text: str, said: str) -> None:
        """Copy a text and say so; `{count}` is for its characters."""
        self.app.copy_to_clipboard(text)
        said = said.format(count=len(text))
        if len(text.encode("utf-8", "replace")) > clipboard.LONGEST and not clipboard.commands():
            said += " · " + _("some terminals cut what is so long; w saves it to a file")
        self.say(said)

    def fill_clipboard(self, text: str) -> None:
        """Give a text to the platform's clipboard, without waiting for it."""
        self.ask("clipboard", partial(work.copy, text))

    @on(messages.ClipboardFilled)
    def _clipboard_filled(self, event: messages.ClipboardFilled) -> None:
        if event.problem:
            self.say(_("Copied for terminals that allow it; {problem}").format(problem=isolate(event.problem)))

    # ---------------------------------------------------------------- the link

    def _link(self) -> str:
        link = copying.link(self._text.draft) if self._text else ""
        if not link:
            self.say(_("This article has no link"))
        return link

    def action_browse(self) -> None:
        """Open the article's link."""
        if link := self._link():
            try:
                browser.command(link)
            except WarraqError as error:
                self.say(str(error))
            else:
                self.ask("browse", partial(work.browse, link))

    @on(messages.BrowserFound)
    def _browser_found(self, event: messages.BrowserFound) -> None:
        if event.takes_terminal:
            with self.app.suspend():
                subprocess.call(browser.command(event.url))  # noqa: S603 - an address of the web, without a shell
        else:
            self.say(_("Opened {link}").format(link=isolate(event.url)))

    # ---------------------------------------------------------------- saving

    def action_save(self) -> None:
        """Ask where to save the article."""
        if self._text is not None:
            path = Path.cwd() / copying.file_name(self._text.draft)
            self.ask_where(_("Save to"), path, partial(work.save, copying.article(self._text)), self.reader)

    def ask_where(self, prompt: str, path: Path, job: Callable[..., Message], back: Widget) -> None:
        """Ask for a file.

        Args:
            prompt: what it is for.
            path: where it is written unless another place is typed; its name is taken in a folder that is typed.
            job: writes it, given a path and whether it may be overwritten.
            back: has the keys when the line is left.
        """
        self.remove_class("-quiet")
        self.add_class("-saving")
        self._saving = (prompt, path.name, job, back)
        self._overwrite()
        self.save_line.set_value(str(path))
        self.set_focus(self.save_line)

    def _overwrite(self, there: Path | None = None) -> None:
        self._overwritten = there
        self.save_line.prompt = _("It is there: enter again overwrites it") if there else self._saving[0]
        self.save_line.refresh()

    @on(LineEdit.Changed, "#save")
    def _another_path(self) -> None:
        self._overwrite()

    def _save(self) -> None:
        _prompt, name, job, _back = self._saving
        if self.save_line.value.strip():
            path = Path(self.save_line.value.strip()).expanduser()
            path = path / name if path.is_dir() else path
            self.ask("save", partial(job, path, overwrite=path == self._overwritten))

    @on(messages.FileThere)
    def _file_there(self, event: messages.FileThere) -> None:
        self._overwrite(event.path)

    @on(messages.FileWritten)
    def _written(self, event: messages.FileWritten) -> None:
        self.leave_line()
        self.say(event.said)

    # ---------------------------------------------------------------- finding

    def action_find(self) -> None:
        """Look for letters in this article."""
        if self._text is None:
            return
        self.add_class("-reading", "-finding")
        self._found_from = self.reader.first_place()
        selected = self.reader.selected
        self.reader.let_go()
        if selected and "\n" not in selected:
            self.find_line.set_value(selected)
        self.find_line.select_all()
        self.set_focus(self.find_line)
        self._find(self.find_line.value)

    @on(LineEdit.Changed, "#find")
    def _typed_to_find(self, event: LineEdit.Changed) -> None:
        self._find(event.value)

    def _find(self, typed: str) -> None:
        self.reader.find(typed, self._found_from)
        self.count_hits()

    def count_hits(self) -> None:
        """Which hit of how many: of the article's own in the find line, of the search's in the status line."""
        if not self.reader.finding:
            super().count_hits()
            return
        at, count = self.reader.hit_number, len(self.reader.hits)
        self.find_line.prompt = _("Find")
        if self.find_line.value.strip():
            self.find_line.prompt = _("Find ({at} of {count})").format(at=at, count=count)
        self.find_line.refresh()

    def action_hit(self, direction: int) -> None:
        """The next or the previous hit."""
        self.reader.hit(direction)
        self.count_hits()

    # ---------------------------------------------------------------- the lines below the text

    def on_key(self, event: events.Key) -> None:
        """Keys of the find line and of the save line that are not text."""
        if self.focused is self.save_line and event.key in {"enter", "escape"}:
            event.stop()
            self._save() if event.key == "enter" else self.leave_line()
        elif self.focused is self.find_line and event.key in {"enter", "down", "shift+enter", "up", "tab", "escape"}:
            event.stop()
            if event.key in {"enter", "down"}:
                self.action_hit(1)
            elif event.key in {"shift+enter", "up"}:
                self.action_hit(-1)
            elif event.key == "tab":
                self.set_focus(self.reader)
            else:
                self.leave_line()

    def leave_line(self) -> None:
        """Close the find line or the save line; the place in the text stays."""
        back = self._saving[-1] if self.has_class("-saving") else self.reader
        self.remove_class("-finding", "-saving")
        self.reader.find(None)
        super().count_hits()
        self.set_focus(back)
