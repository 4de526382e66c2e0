"""The flat file of forward lists against the articles' own lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.i18n import N_
from tui.model import Finding
from tui.store import forward
from tui.store.checking.scope import Scope, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "forward file"


def look(scope: Scope) -> Iterator[Finding]:
    """Lists in the file that are not the articles'; a file that does not count is as good as none."""
    if wrong := forward.wrong(scope.connection, scope.path):
        yield Finding(NAME, N_("articles whose list in the flat file is wrong: {count}"), len(wrong), shown(wrong))


def mend(scope: Scope) -> None:
    """Let the file count for nothing; it is made anew when the library is next tended."""
    forward.forget(scope.connection)
