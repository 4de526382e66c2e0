"""Drafts of any text with spans anywhere in it, harmless as the library keeps them."""

from __future__ import annotations

from hypothesis import strategies as st

from tui.arabic.sanitise import neutralise
from tui.model import Draft, Dropped, Span

words = st.text(st.sampled_from('ابجد هوز\n\t"\\{}\u200f\u2060٣é😀') | st.characters(exclude_categories=[])).map(
    neutralise
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    text = draw(words)
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    spans = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    single = st.none() | st.sampled_from(spans) if spans else st.none()
    return Draft(
        text=text,
        title=draw(words),
        title_span=draw(single),
        section=draw(single),
        dateline=draw(single),
        caption=draw(single),
        credits=tuple(spans[:1]),
        body=tuple(spans[1:]),
        dropped=tuple(Dropped(span.start, span.end, draw(words)) for span in spans[::2]),
        source=draw(words),
        published=draw(st.sampled_from(["", "2021", "2021-07-28", "2021-07-28T10:00Z", "1492-01-02", "x"])),
        author=draw(words),
        url=draw(words),
        tags=tuple(draw(st.lists(words, max_size=2))),
        language=draw(words),
        origin=draw(words),
    )
