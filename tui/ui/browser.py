"""Opening a link in the reader's browser, which may be one that takes the terminal for itself."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tui.arabic.direction import isolate
from tui.errors import BrowserError
from tui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence


def command(url: str) -> Sequence[str]:
    """The program that opens a link: Python's own, which knows `$BROWSER` and the platforms' browsers.

    Raises:
        BrowserError: it is no link of the web.
    """
    if not url.lower().startswith(("http://", "https://")):
        raise BrowserError(_("Not a web link: {link}").format(link=isolate(url)))
    return (sys.executable, "-m", "webbrowser", url)


def takes_terminal() -> bool:
    """Whether the browser is one that runs in the terminal (w3m, lynx, a `$BROWSER` that does not end in `&`).

    Raises:
        BrowserError: there is none.
    """
    import webbrowser  # looks for browsers in every folder of PATH: not before one is wanted

    try:
        browser = webbrowser.get()
    except webbrowser.Error as error:
        raise BrowserError(_("No browser found: set BROWSER, or copy the link with u")) from error
    if isinstance(browser, webbrowser.BackgroundBrowser):
        return False
    return isinstance(browser, webbrowser.GenericBrowser) or getattr(browser, "background", True) is False


def start(url: str) -> None:
    """Open a link beside the terminal, which the browser's own words must not reach."""
    subprocess.Popen(  # noqa: S603 - the command above, without a shell
        command(url),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
