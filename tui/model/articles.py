"""Articles and the drafts they come from."""

from __future__ import annotations

from tui.frozen import frozen


@frozen
class Span:
    """A stretch of an article's text."""

    start: int
    end: int


@frozen
class Dropped:
    """A stretch that is not part of the article, and which rule said so (`comment form`, `related links`, ...)."""

    start: int
    end: int
    why: str


@frozen
class Draft:
    """An article as a source gives it: the text as it came, and where its parts are.

    Attributes:
        text: the decoded text; every offset points into it. Control characters were replaced one for one.
        title: what to show; the text of `title_span` without what is dropped in it, where that is given.
        title_span: None when the title came from elsewhere (an option, a feed, a file's name).
        dropped: in order; what lies inside a paragraph (signs of Markdown) is skipped when it is read.
        body: the paragraphs; title, section, dateline, caption and credits are not among them.
        credits: stretches that name where the text came from (`المصدر: وكالات`).
        origin: the file or URL it was read from, for messages; '' for standard input.
    """

    text: str
    title: str = ""
    title_span: Span | None = None
    section: Span | None = None
    dateline: Span | None = None
    caption: Span | None = None
    credits: tuple[Span, ...] = ()
    body: tuple[Span, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    source: str = ""
    published: str = ""
    author: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    language: str = "ar"
    origin: str = ""


@frozen
class Article:
    """An article of the library: a draft with its id and the reader's marks."""

    id: int
    draft: Draft
    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()


@frozen
class ArticleRow:
    """What the list shows of an article; `copies` is how many others have the same report in other outlets."""

    id: int
    title: str
    source: str
    published: str
    read: bool
    starred: bool
    tags: tuple[str, ...] = ()
    copies: int = 0
