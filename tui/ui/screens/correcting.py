"""Putting an entity right from its page: what is typed or chosen becomes a line of the log."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui.arabic.direction import isolate
from tui.arabic.entity_id import entity_id
from tui.arabic.fingerprint import digest_name
from tui.arabic.normalise import key
from tui.i18n import _
from tui.model import ENTITY_TYPES, Correction
from tui.ui import correcting, entity_messages, entity_page, words
from tui.ui.screens.about import AboutScreen
from tui.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from tui.model import CorrectionKind, Mention
    from tui.ui.entries import Entry


class CorrectingScreen(AboutScreen):
    """What the keys of an entity's page put right."""

    # What is to be chosen: the question, and what stands for an entity that there is not yet.
    _asked: tuple[str, str] = ("", "")
    # Takes the name that is typed, where no entity is to be chosen.
    _naming: Callable[[str], object] | None = None

    def action_correct(self, kind: CorrectionKind) -> None:
        """Begin to put something right."""
        if self.entity is None:
            return
        name = isolate(self.entity.entity.name)
        match kind:
            case "rename":
                self._type(_("Name"), self.entity.entity.name, self._rename)
            case "retype":
                self.choosing = partial(self._take, "retype")
                self.about.show(entity_page.types(_("What is {name}?").format(name=name), ENTITY_TYPES), 1)
            case "merge":
                self._choose_entity(_("{name} is the same as").format(name=name), partial(self._take, "merge"))
            case "apart":
                self._apart(name)
            case "split":
                self._split(name)
            case _:
                articles = isolate(words.articles(self.entity.articles))
                question = _("{name} is not an entity, in {articles}? enter: yes, esc: no")
                job = partial(self._correct, Correction("ignore", self.entity.entity.id))
                self.ask_whether(question.format(name=name, articles=articles), job, self.about)

    def _correct(self, line: Correction) -> None:
        self.close_correction()
        self._act(partial(correcting.correct, self.library, self.changes, line, self.post_message))

    def _rename(self, name: str) -> None:
        if self.entity is not None and name.strip():
            self._correct(Correction("rename", self.entity.entity.id, value=name))

    def _take(self, kind: CorrectionKind, entry: Entry) -> None:
        """Merge into what was chosen, keep it apart, or take it for the type."""
        if self.entity is not None:
            value = entry.id if kind == "retype" else ""
            other = "" if kind == "retype" else entry.id
            self._correct(Correction(kind, self.entity.entity.id, other, value))

    def _apart(self, name: str) -> None:
        """From the name under the cursor, where that is not the entity's own; else from an entity to be chosen."""
        assert self.entity is not None
        entity, entry = self.entity.entity, self.about.current
        name_here = entry.id if entry and entry.kind == "name" else entity.name
        own = entity_id(entity.type, name_here)
        if key(name_here) != key(entity.name) and own != entity.id:
            self._correct(Correction("apart", entity.id, own))
        else:
            self._choose_entity(_("{name} is never").format(name=name), partial(self._take, "apart"))

    def _split(self, name: str) -> None:
        """Say whom a name of the article that is shown means."""
        mention = self._mention()
        if mention is None or self.reader.view is None:
            self.say(_("This article does not name it"))
            return
        draft, surface = self.reader.view.article.draft, " ".join(mention.surface.split())
        line = partial(Correction, "split", mention.entity, value=surface, article=digest_name(draft.title, draft.text))

        def split(entry: Entry) -> None:
            self._correct(line(other="" if entry.id == entity_page.NEW else entry.id))

        prompt = _("In this article {surface} is not {name} but").format(surface=isolate(surface), name=name)
        self._choose_entity(prompt, split, new=_("another one of this name"))

    def _mention(self) -> Mention | None:
        """The name of the entity that was come to in the text, else its first one there."""
        if self.entity is None or self.reader.view is None:
            return None
        here, entity = self.reader.name_here, self.entity.entity.id
        if here is not None and here.entity == entity:
            return here
        return next((one for one in self.reader.view.mentions if one.entity == entity), None)

    # ---------------------------------------------------------------- typing and choosing

    def _type(self, prompt: str, value: str, take: Callable[[str], object] | None) -> None:
        self._naming = take
        self.correct_line.prompt = prompt
        self.add_class("-correcting")
        self.correct_line.set_value(value)
        self.correct_line.select_all()
        self.set_focus(self.correct_line)

    def _choose_entity(self, prompt: str, take: Callable[[Entry], object], *, new: str = "") -> None:
        self.choosing, self._asked = take, (prompt, new)
        self._type(_("Entity"), "", None)
        self._find_choices("")

    def _find_choices(self, text: str) -> None:
        if self.entity is not None:
            self.ask("choices", partial(correcting.find_choices, self.library, text.strip(), self.entity.entity))

    @on(LineEdit.Changed, "#correct")
    def _typed_to_correct(self, event: LineEdit.Changed) -> None:
        if self._naming is None and self.choosing is not None:
            self._find_choices(event.value)

    @on(entity_messages.ChoicesFound)
    def _choices_found(self, event: entity_messages.ChoicesFound) -> None:
        if self.choosing is not None and self._naming is None and self.entity is not None:
            prompt, new = self._asked
            self.about.show(entity_page.choices(prompt, event.facets, new=new), 1)

    def on_key(self, event: events.Key) -> None:
        """Keys of the line that are not text."""
        if self.focused is not self.correct_line or event.key not in {"enter", "escape", "up", "down"}:
            return
        event.stop()
        if event.key == "escape":
            self.close_correction()
        elif event.key in {"up", "down"}:
            self.about.move(1 if event.key == "down" else -1)
        elif self._naming is not None:
            self._naming(self.correct_line.value)
        else:
            self.about.choose()

    def close_correction(self) -> None:
        """Put nothing right; show the page again."""
        self.remove_class("-correcting")
        self._naming = None
        self.show_page()
        self.set_focus(self.about)

    @on(entity_messages.Renewing)
    def _renewing(self, event: entity_messages.Renewing) -> None:
        said = _("Analysing again… {done:,} of {count:,}")
        self.status.work = said.format(done=event.done, count=event.count)
