"""What the article claims, on whose word and how surely; the facts of the paragraph in view come first."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from textual.strip import Strip

from tui.arabic.direction import isolate
from tui.arabic.entity_id import name_in
from tui.i18n import N_, _
from tui.model import Fact
from tui.ui import entity_words, hiding, words
from tui.ui.blocks import Blocks
from tui.ui.entity_messages import EntityOpened
from tui.ui.keys import FACT_KEYS, Key
from tui.ui.messages import ActionWanted, FactChosen
from tui.ui.painting import phrase, phrases, strip, wrap
from tui.ui.widgets.rows import BlockRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from tui.arabic.layout import Line
    from tui.arabic.paint import Mode
    from tui.model import ArticleView, Entity, Statement

_HERE = N_("In this paragraph")
_ELSEWHERE = N_("In the rest of the article")
_BEFORE = N_("Earlier in the article")
_DIFFERENCES = N_("Only what other articles say otherwise; d shows all facts")
_OTHERWISE = N_("≠ {facts} that other articles tell otherwise; d shows these alone")
_NO_DIFFERENCE = N_("No other article says otherwise; d shows all facts")
_NONE = N_("No facts were found in this article")
_VERDICTS = {"": "", "right": " · ✓", "wrong": " · ✗"}
# What is no difference: a reader who looks for one has no use for it.
_ALIKE = {"same", "related"}
# A paragraph that is all figures would push the rest out of sight.
_MOST_HERE = 5
_MOST_KNOWN = 6
# Evidence and links are cut after so many lines; the text itself is a key away.
_LINES = 3
# What a fact takes until it is looked at.
_GUESS = 6


_Line = tuple["Line | None", str]
"""A line, and the name of its style."""


class _Notice(NamedTuple):
    """A line that says what is not shown; choosing it does the key's action, which shows it."""

    text: str
    does: str


class _Known(NamedTuple):
    """What a pack says of somebody whom the paragraph names; choosing it opens the page of whom it is about."""

    entity: Entity
    said: Statement


class FactPane(BlockRows):
    """Posts `FactChosen`; is given an article's facts and the paragraph in view."""

    BINDINGS = [*map(Key.binding, FACT_KEYS)]  # noqa: RUF012 - Textual's name and type
    COMPONENT_CLASSES = {  # noqa: RUF012 - Textual's name and type
        "facts--heading",
        "facts--notice",
        "facts--known",
        "facts--source",
        "facts--sure",
        "facts--unsure",
        "facts--denied",
        "facts--summary",
        "facts--evidence",
        "facts--agrees",
        "facts--differs",
    }

    def __init__(self, mode: Mode, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(mode, id=id)
        self._view: ArticleView | None = None
        self._facts: list[Fact] = []
        self._everything = self._differences = False
        self._rows: list[str | _Notice | _Known | Fact] = []
        self._made: dict[str, list[_Line]] = {}
        self._paragraph = (0, 0)

    def show(self, view: ArticleView | None, paragraph: tuple[int, int] = (0, 0)) -> None:
        """Show the facts of an article, first those of the paragraph in view."""
        kept = self.current if self._view and view and self._view.article.id == view.article.id else None
        self._view = view
        self._paragraph = paragraph
        self._made.clear()
        self._choose_facts()
        self._go_to(kept)

    def toggle(self, what: str) -> None:
        """Show only `differences`, what others say otherwise, or `everything`, what is less sure too; or no longer."""
        if what == "differences":
            self._differences = not self._differences
        else:
            self._everything = not self._everything
        kept = self.current
        self._choose_facts()
        self._go_to(kept)

    def verdict(self, fact: Fact) -> str:
        """What the reader said of a fact: right, wrong, or nothing."""
        return self._view.verdicts.get(fact.id, "") if self._view else ""

    @property
    def facts(self) -> Sequence[Fact]:
        """Those that are shown, in the order of the article."""
        return self._facts

    @property
    def shown(self) -> tuple[ArticleView, Sequence[Fact]]:
        """The article, and those of its facts that are shown, in its order; there must be one."""
        assert self._view is not None
        return self._view, tuple(self._facts)

    @property
    def unsure(self) -> int:
        """How many facts are shown only where all are."""
        return len(self._view.unsure) if self._view else 0

    def _choose_facts(self) -> None:
        """Which facts are shown."""
        view = self._view
        found = sorted(view.facts, key=_place) if view else []
        if view and not self._everything:
            found = [fact for fact in found if fact.id not in view.unsure]
        if view and self._differences:
            found = list(filter(self._differs, found))
        self._facts = found
        self._arrange()

    def _differs(self, fact: Fact) -> bool:
        """Whether an article says otherwise."""
        if self._view is None:
            return False
        others = (one for one in self._view.links.get(fact.id, ()) if one.article.id != self._view.article.id)
        return any(one.link.relation not in _ALIKE for one in others)

    def _go_to(self, fact: Fact | None) -> None:
        """Put the cursor on a fact again, if it is shown."""
        for row, shown in enumerate(self._rows):
            if fact is not None and isinstance(shown, Fact) and shown.id == fact.id:
                self.cursor = row

    def follow(self, article: int, start: int, end: int) -> None:
        """Bring the facts of the paragraph in view to the top, unless the reader is at work in this pane."""
        here = self._view is not None and self._view.article.id == article
        if here and (start, end) != self._paragraph and not self.has_focus:
            self._paragraph = (start, end)
            self._arrange()

    def rewrap(self) -> None:
        """See `BlockRows.rewrap`."""
        self._made.clear()
        self._arrange()

    @property
    def current(self) -> Fact | None:
        """The fact under the cursor."""
        row = self._rows[self.cursor] if self._rows else ""
        return row if isinstance(row, Fact) else None

    def selectable(self, row: int) -> bool:
        """Headings hold no cursor."""
        return not isinstance(self._rows[row], str)

    def choose(self) -> None:
        """Show the evidence of the fact under the cursor, what a notice says is not shown, or whom a pack speaks of."""
        row = self._rows[self.cursor] if self._rows else ""
        if isinstance(row, _Notice):
            self.post_message(ActionWanted(row.does))
        elif isinstance(row, _Known):
            self.post_message(EntityOpened(row.entity.id))
        elif not isinstance(row, str):
            self.post_message(FactChosen(row))

    def clicked(self, row: int, line: int, *, again: bool) -> None:
        """One on a notice does what it says, one on what other articles say compares; else see `Rows`."""
        _line, name = (self._page and self._page.at(line)) or (None, "")
        if name not in {"notice", "agrees", "differs"}:
            super().clicked(row, line, again=again)
        elif not again:  # a second click would fall on what has come there meanwhile
            self.cursor = row
            self.choose() if name == "notice" else self.post_message(ActionWanted("fact('compare')"))

    def _arrange(self) -> None:
        self._width = width = self.room
        if width < 1:
            return
        self._rows = [*self._notices()]
        guesses, first = [1] * len(self._rows), len(self._rows)
        for heading, group, count in self._groups():
            if group:
                self._rows += [f"{_(heading)} · {hiding.facts_of(len(group), count)}", *group]
                guesses += [1, *[_GUESS] * len(group)]
            if heading == _HERE:
                self._rows += (known := self._known())
                guesses += [2] * len(known)
        if not self._rows and self._view:
            self._rows, guesses = [_(_NONE if self._view.analysed else words.NOT_ANALYSED)], [1]
        self.show_blocks(Blocks(guesses, self._lines), first + 1 if self._facts else 0)

    def _notices(self) -> list[_Notice]:
        """What is not shown, or what is shown beyond the usual, and how to change that."""
        notices = []
        if self._differences and self._view:
            notices.append(_Notice(_(_DIFFERENCES if self._facts else _NO_DIFFERENCE), "fact('differences')"))
        elif 0 < (count := sum(map(self._differs, self._facts))) < len(self._facts):
            said = _(_OTHERWISE).format(facts=isolate(words.facts(count)))
            notices.append(_Notice(said, "fact('differences')"))
        if count := self.unsure:
            said = hiding.unhidden(count, "a") if self._everything else hiding.hidden(count, "a")
            notices.append(_Notice(said, "fact('everything')"))
        return notices

    def _known(self) -> list[str | _Known]:
        """What packs say of whom the paragraph names, as of the article's day, under the packs' names."""
        view, (start, end) = self._view, self._paragraph
        if not (view and view.known):
            return []
        named = dict.fromkeys(one.entity for one in view.mentions if start <= one.start < end)
        day = view.article.draft.published[:10]
        packs: dict[str, list[str | _Known]] = {}
        for entity in sorted((one for one in view.entities if one.id in named), key=lambda one: [*named].index(one.id)):
            for said in view.known.get(entity.id, ()):
                if said.property in entity_words.OFFICES and entity_words.holds(said, day):
                    packs.setdefault(said.pack, []).append(_Known(entity, said))
        return [
            row
            for pack, rows in packs.items()
            for row in (entity_words.known_from(pack, view.packs.get(pack, "")), *rows[:_MOST_KNOWN], " ")
        ]

    def _groups(self) -> tuple[tuple[str, list[Fact], int], ...]:
        """The facts of the paragraph in view, those that follow, and those before, in the order of the article.

        Each with its heading and the number of facts that it is about.
        """
        start, end = (bisect_left(self._facts, place, key=_place) for place in self._paragraph)
        most = max(start, min(end, start + _MOST_HERE))
        here, after, before = self._facts[start:most], self._facts[most:], self._facts[:start]
        return (_HERE, here, end - start), (_ELSEWHERE, after, len(after)), (_BEFORE, before, start)

    def _lines(self, row: int) -> list[_Line]:
        shown, width = self._rows[row], self._width
        if isinstance(shown, str | _Notice):
            text, name = (shown, "heading") if isinstance(shown, str) else (shown.text, "notice")
            return [(line, name) for line in phrases(text, width, self.mode)]
        if isinstance(shown, _Known):
            return self._know(shown)
        if shown.id not in self._made:
            self._made[shown.id] = self._make(shown, width)
        return self._made[shown.id]

    def _make(self, fact: Fact, width: int) -> list[_Line]:
        links = self._view.links.get(fact.id, ()) if self._view else ()
        summary = words.summary(fact)
        doubt = _(" · may be misread") if self._view and fact.id in self._view.unsure else ""
        head = f"{words.certainty(fact)} · {words.kind(fact.kind)}{doubt}{_VERDICTS.get(self.verdict(fact), '')}"
        lines: list[_Line] = [(line, _sureness(fact)) for line in phrases(head, width, self.mode)]
        lines += [(line, "summary") for line in phrases(summary, width, self.mode)]
        told = ((_("when"), fact.time.text if fact.time else ""), (_("where"), self._where(fact)))
        lines += [
            (phrase(f"{isolate(label)}: {isolate(text)}", width, self.mode), "evidence") for label, text in told if text
        ]
        evidence = " ".join(self._proof(fact).split())
        if len(summary) < len(evidence) * 2 // 3:
            lines += [(line, "evidence") for line in wrap(f"«{evidence}»", width, self.mode, most=_LINES)]
        for relation, text in words.links(fact, links, self._view.article.id if self._view else 0):
            name = "agrees" if relation == "same" else "differs"
            lines += [(line, name) for line in phrases(text, width, self.mode, most=_LINES)]
        return [*lines, (None, "")]

    def _know(self, known: _Known) -> list[_Line]:
        """What a pack says, and from when to when by which source."""
        said = words.joined((known.entity.name, entity_words.statement(known.said)))
        notes = words.joined((entity_words.when(known.said), known.said.source))
        lines: list[_Line] = [(line, "known") for line in phrases(said, self._width, self.mode)]
        return lines + [(line, "source") for line in phrases(notes, self._width, self.mode) if notes]

    def _where(self, fact: Fact) -> str:
        """The place of a fact by its name."""
        entities = self._view.entities if self._view else ()
        named = next((entity.name for entity in entities if entity.id == fact.place), "")
        return named or name_in(fact.place) or fact.place

    def _proof(self, fact: Fact) -> str:
        """The sentence that proves a fact, as it is read."""
        if self._view is None:
            return fact.evidence.exact
        return words.paragraph(self._view.article.draft, fact.evidence.start, fact.evidence.end)

    def paint(self, row: int, part: int, width: int, *, current: bool) -> Strip:
        """One line of a fact."""
        fill = self.cursor_style(current=current and self.has_focus and self.selectable(row))
        if isinstance(self._rows[row], _Known) and not (current and self.has_focus):
            fill += self.get_component_rich_style("facts--known", partial=True)
        line, name = (self._page and self._page.at(self.top(row) + part)) or (None, "")
        if line is None:
            return Strip.blank(width, self.rich_style)
        style: Style = fill + self.get_component_rich_style(f"facts--{name}", partial=True)
        return strip(line, width, lambda _: style, fill, mode=self.mode, margin=1)


def _place(fact: Fact) -> int:
    return fact.evidence.start


def _sureness(fact: Fact) -> str:
    if fact.kind == "denial":
        return "denied"
    return "sure" if fact.modality in {"asserted", "established"} and not fact.attribution else "unsure"
