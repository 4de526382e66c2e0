"""From the outside world to drafts: files, standard input and folders."""

from __future__ import annotations

from tui.sources.files import LIMIT, read, read_bytes, walk

__all__ = ["LIMIT", "read", "read_bytes", "walk"]
