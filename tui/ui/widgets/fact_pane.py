"""What the article claims, on whose word and how surely; the facts of the paragraph in view come first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.arabic.direction import isolate
from tui.i18n import N_, _
from tui.ui import words
from tui.ui.messages import FactChosen
from tui.ui.painting import phrase, phrases, strip, wrap
from tui.ui.widgets.rows import BlockRows

if TYPE_CHECKING:
    from rich.style import Style

    from tui.arabic.layout import Line
    from tui.arabic.paint import Mode
    from tui.model import ArticleView, Fact

_HERE = N_("In this paragraph")
_ELSEWHERE = N_("In the rest of the article")
_NONE = N_("No facts were found in this article")
# A paragraph that is all figures would push the rest out of sight.
_MOST_HERE = 5
# Of a very long article those are listed that come after the paragraph in view; scrolling the text brings the others.
_MOST_ELSEWHERE = 40
# Evidence and links are cut after so many lines; the text itself is a key away.
_LINES = 3


@dataclass(frozen=True, slots=True)
class _Block:
    """A row: lines, each with the name of its style; `fact` is None for a heading."""

    lines: tuple[tuple[Line | None, str], ...]
    fact: Fact | None = None


class FactPane(BlockRows):
    """Posts `FactChosen`; is given an article's facts and the paragraph in view."""

    COMPONENT_CLASSES = {  # noqa: RUF012 - Textual's name and type
        "facts--heading",
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
        self._blocks: list[_Block] = []
        self._made: dict[str, _Block] = {}
        self._paragraph = (0, 0)

    def show(self, view: ArticleView | None, paragraph: tuple[int, int] = (0, 0)) -> None:
        """Show the facts of an article, first those of the paragraph in view."""
        self._view = view
        self._paragraph = paragraph
        self._made.clear()
        self._arrange()

    def follow(self, article: int, start: int, end: int) -> None:
        """Bring the facts of the paragraph in view to the top, unless the reader is at work in this pane."""
        here = self._view is not None and self._view.article.id == article
        if here and (start, end) != self._paragraph and not self.has_focus:
            self._paragraph = (start, end)
            self._arrange()

    def on_resize(self) -> None:
        """Another width wraps otherwise."""
        self._made.clear()
        self._arrange()

    @property
    def current(self) -> Fact | None:
        """The fact under the cursor."""
        return self._blocks[self.cursor].fact if self._blocks else None

    def selectable(self, row: int) -> bool:
        """Headings hold no cursor."""
        return self._blocks[row].fact is not None

    def choose(self) -> None:
        """Show the evidence of the fact under the cursor."""
        if fact := self.current:
            self.post_message(FactChosen(fact))

    def _arrange(self) -> None:
        width = self.scrollable_content_region.width - 2
        if width < 1:
            return
        here, rest = self._chosen()
        self._blocks = []
        elsewhere = len(self._view.facts) - len(here) if self._view else 0
        for heading, count, group in ((_HERE, len(here), here), (_ELSEWHERE, elsewhere, rest)):
            if group:
                over = phrase(f"{_(heading)} · {words.facts(count)}", width, self.mode)
                self._blocks.append(_Block(((over, "heading"),)))
                self._blocks += [self._block(fact, width) for fact in group]
        if not self._blocks and self._view:
            why = _NONE if self._view.analysed else words.NOT_ANALYSED
            self._blocks = [_Block(tuple((line, "heading") for line in phrases(_(why), width, self.mode)))]
        self.set_heights([len(block.lines) for block in self._blocks])
        self.set_reactive(FactPane.cursor, next((i for i in range(self.count) if self.selectable(i)), 0))
        self.scroll_to(y=0, animate=False, immediate=True)

    def _chosen(self) -> tuple[list[Fact], list[Fact]]:
        """The facts of the paragraph in view, and others of the article, as many as a pane can be read through."""
        facts = self._view.facts if self._view else ()
        start, end = self._paragraph
        here = [fact for fact in facts if start <= fact.evidence.start < end][:_MOST_HERE]
        chosen = {id(fact) for fact in here}
        rest = [fact for fact in facts if id(fact) not in chosen]
        if len(rest) > _MOST_ELSEWHERE:
            after = [fact for fact in rest if fact.evidence.start >= start]
            rest = after[:_MOST_ELSEWHERE] or rest[-_MOST_ELSEWHERE:]
        return here, rest

    def _block(self, fact: Fact, width: int) -> _Block:
        if fact.id not in self._made:
            self._made[fact.id] = self._make(fact, width)
        return self._made[fact.id]

    def _make(self, fact: Fact, width: int) -> _Block:
        links = self._view.links.get(fact.id, ()) if self._view else ()
        summary = words.summary(fact)
        head = f"{words.certainty(fact)} · {words.kind(fact.kind)}"
        lines: list[tuple[Line | None, str]] = [(line, _sureness(fact)) for line in phrases(head, width, self.mode)]
        lines += [(line, "summary") for line in phrases(summary, width, self.mode)]
        if fact.time is not None and fact.time.text:
            label = _("when")
            when = f"{isolate(label)}: {isolate(fact.time.text)}"
            lines.append((phrase(when, width, self.mode), "evidence"))
        evidence = " ".join(self._proof(fact).split())
        if len(summary) < len(evidence) * 2 // 3:
            lines += [(line, "evidence") for line in wrap(f"«{evidence}»", width, self.mode, most=_LINES)]
        for relation, text in words.links(fact, links):
            name = "agrees" if relation == "same" else "differs"
            lines += [(line, name) for line in phrases(text, width, self.mode, most=_LINES)]
        return _Block((*lines, (None, "")), fact)

    def _proof(self, fact: Fact) -> str:
        """The sentence that proves a fact, as it is read."""
        if self._view is None:
            return fact.evidence.exact
        return words.paragraph(self._view.article.draft, fact.evidence.start, fact.evidence.end)

    def paint(self, row: int, part: int, width: int, *, current: bool) -> Strip:
        """One line of a fact."""
        block = self._blocks[row]
        fill = self.cursor_style(current=current and self.has_focus and block.fact is not None)
        line, name = block.lines[part]
        if line is None:
            return Strip.blank(width, self.rich_style)
        style: Style = fill + self.get_component_rich_style(f"facts--{name}", partial=True)
        return strip(line, width, lambda _: style, fill, mode=self.mode, margin=1)


def _sureness(fact: Fact) -> str:
    if fact.kind == "denial":
        return "denied"
    return "sure" if fact.modality in {"asserted", "established"} and not fact.attribution else "unsure"
