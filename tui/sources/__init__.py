"""From the outside world to drafts: files, standard input and folders."""

from __future__ import annotations

from tui.sources.files import LIMIT, LINES, read, read_bytes, walk

__all__ = ["LIMIT", "LINES", "read", "read_bytes", "walk"]
