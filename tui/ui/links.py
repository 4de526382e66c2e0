"""Addresses in a text as links of the terminal (OSC 8)."""

from __future__ import annotations

import unicodedata

from tui.arabic import tokens

# RFC 3986: what may stand in an address as it is; anything else is written as %XX, lest it end the sequence.
_AS_IS = ":/?#[]@!$&'()*+,;=%~-._"


def links(text: str) -> list[tuple[int, int, str]]:
    """The addresses in a text, half-open, with where each leads: pages (http, https) and mail, nothing else."""
    found = [(start, end, _target(kind, text[start:end])) for start, end, kind in tokens.found(text)]
    return [(start, end, target) for start, end, target in found if target]


def _target(kind: str, written: str) -> str:
    if kind == "email":
        return safe(f"mailto:{written}")
    if kind == "domain" or (kind == "url" and written[:4].lower() == "www."):
        return safe(f"https://{written}")
    return safe(written) if kind == "url" and written.lower().startswith(("http://", "https://")) else ""


def safe(address: str) -> str:
    """An address of plain ASCII without control characters."""
    from urllib.parse import quote

    return quote("".join(char for char in address if unicodedata.category(char)[0] not in "CZ"), safe=_AS_IS)
