"""Facts: what an article claims, each with the words that prove it, and how claims of several articles agree.

`extract` reads one article; `link` compares the facts of several; `numbers` and `dates` read figures and times.
"""

from __future__ import annotations

from tui.analysis.facts.article import extract

__all__ = ["extract"]
