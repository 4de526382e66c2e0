"""The interface's words in the reader's language: English in the code, others in gettext catalogues beside this file.

What is known when a module is imported is marked with `N_` and translated where it is shown, since the language is
chosen later. `python -m tui.i18n` brings the catalogues up to date with the code.
"""

from __future__ import annotations

import gettext as _gettext
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LANGUAGES", "N_", "_", "direction", "forms", "language", "ngettext", "pgettext", "resolve", "use"]

CATALOGUES = Path(__file__).with_name("catalogues")
DOMAIN = "warraq"
LANGUAGES = ("en", "ar")
"""What the interface speaks; the code's own language first."""

# In the order in which gettext asks them.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

_spoken = LANGUAGES[0]
_words = _gettext.NullTranslations()


def resolve(wanted: str = "auto", env: Mapping[str, str] = os.environ) -> str:
    """The language to speak: the one wanted, or for `auto` the first one of the locale that there is, else English."""
    if wanted != "auto":
        return wanted
    asked = next((env[name] for name in _VARIABLES if env.get(name)), "")
    if not asked and sys.platform == "win32":
        import locale

        asked = "ar" if (locale.getlocale()[0] or "").startswith("Arabic") else ""
    found = (part[:2].lower() for part in asked.split(":"))
    return next((code for code in found if code in LANGUAGES), LANGUAGES[0])


def use(wanted: str = "auto", env: Mapping[str, str] = os.environ) -> None:
    """Speak a language from now on, in the whole process: `en`, `ar`, or `auto` by the locale."""
    global _spoken, _words  # noqa: PLW0603 - a process has one interface
    _spoken = resolve(wanted, env)
    _words = _gettext.translation(DOMAIN, CATALOGUES, [_spoken], fallback=True)


def language() -> str:
    """The language spoken now, one of `LANGUAGES`."""
    return _spoken


def direction() -> Literal["R", "L"]:
    """How the language spoken now is read: "R" from right to left, "L" from left to right."""
    return "R" if _spoken == "ar" else "L"


def _(text: str) -> str:
    """A text of the interface in the reader's language."""
    return _words.gettext(text)


def pgettext(context: str, text: str) -> str:
    """The same for a text that means several things; `context` says which."""
    return _words.pgettext(context, text)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a text for a number of things (six in Arabic); it holds `{count}` for the caller to fill in."""
    return _words.ngettext(one, many, count)


@cache
def forms(text: str) -> tuple[str, ...]:
    """A text in each of `LANGUAGES`, to be found by whatever of them a reader thinks of; without doubles."""
    spoken = (_gettext.translation(DOMAIN, CATALOGUES, [code], fallback=True) for code in LANGUAGES)
    return tuple(dict.fromkeys(words.gettext(text) for words in spoken))


def N_(text: str) -> str:  # noqa: N802 - gettext's name for it
    """Mark a text for the catalogues without translating it yet."""
    return text
