"""What leaves Warraq: an article with where it is from, and the file it is saved to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold
from tui.ui.links import safe
from tui.ui.selection import copied
from tui.ui.text import Place

if TYPE_CHECKING:
    from tui.model import Draft, Entity
    from tui.ui.text import Text

# What a file's name may not hold on one platform or another, and what makes it awkward in a shell.
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
# Bytes: names may have 255 in most file systems, and Arabic takes two for a letter.
_LONGEST_NAME = 160


def block(text: Text, number: int) -> str:
    """One block of an article as it is copied."""
    return copied(text, Place(number, 0), Place(number, text.blocks[number].size))


def article(text: Text) -> str:
    """An article with its citation: title; source, author and date; link; then the text."""
    head = [block(text, 0), block(text, 1), link(text.draft)]
    last = len(text.blocks) - 1
    first = text.first_paragraph
    body = copied(text, Place(first, 0), Place(last, text.blocks[last].size)) if first <= last else ""
    return "\n".join([line for line in head if line] + (["", body] if body else []))


def link(draft: Draft) -> str:
    """The article's address, without what could harm where it is pasted; '' where it has none."""
    return safe(draft.url)


def file_name(draft: Draft, ending: str = ".txt") -> str:
    """A name for the file of an article: its date and title, without marks, as every file system takes it."""
    title = _NOT_IN_NAMES.sub("-", _plain(draft.title)).strip("-.")
    name = "-".join(part for part in (draft.published[:10], title) if part) or "article"
    return _short(name) + ending


def dossier_name(entity: Entity) -> str:
    """A name for the file of an entity's dossier."""
    name = _NOT_IN_NAMES.sub("-", _plain(entity.name)).strip("-.") or "entity"
    return _short(name) + ".md"


def _short(name: str) -> str:
    """As much of a name as every file system takes."""
    return name.encode()[:_LONGEST_NAME].decode(errors="ignore").rstrip("-.")


def _plain(title: str) -> str:
    """A title without characters that are not seen or stand on letters."""
    return "".join(char for char in title if char.isspace() or fold(char))
