"""The Textual application: themes, palette, the terminal's state, and one line instead of a traceback."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import traceback
from collections import deque
from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import App

from tui.arabic.layout import Options
from tui.i18n import _, direction
from tui.ui import painting
from tui.ui.answers import Parser
from tui.ui.driver import Patient, patient
from tui.ui.left import Left
from tui.ui.screens.main import MainScreen
from tui.ui.themes import themes

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.message import Message
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from tui.arabic.paint import Mode
    from tui.config import Config
    from tui.firstpaint import Shown
    from tui.library import Library

# The exit code of a program that a signal ended is 128 + its number; these two mean "leave now, tidily".
_TIDY_SIGNALS = ("SIGTERM", "SIGHUP")


# Cells of a toast, as app.tcss has them, and of those its edge and padding; it takes half of a small screen.
_TOAST = 60
_TOAST_FRAME = 3


class WarraqApp(App[int]):
    """Opens the main screen on a library.

    Args:
        library: open for as long as the application runs.
        typed: what the reader typed while the terminal was asked; handled as keys.
        lacking: presentation forms that the terminal's font has not.
        hint: what would make the terminal show Arabic better; shown once.
        leave, enter: take the terminal out of our mode and back into it, around a suspension.
        left: where the reader was left: the view to begin with.
        shown: the first screen that the terminal shows already.

    Attributes:
        left: where the reader was left, when the application has ended.
        last_screen: what was on the screen then, as it is written to the terminal; '' where that is not to be kept.
    """

    CSS_PATH = "app.tcss"
    TITLE = "Warraq"
    # Ours is a screen of its own: Textual's knows no direction.
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        library: Library,
        config: Config,
        mode: Mode,
        *,
        typed: str = "",
        lacking: frozenset[str] = frozenset(),
        hint: str = "",
        leave: Callable[[], None] = lambda: None,
        enter: Callable[[], None] = lambda: None,
        left: Left = Left(),  # noqa: B008 - it is frozen
        shown: Shown | None = None,
    ) -> None:
        self._themes = themes()
        self._shown = shown
        super().__init__()
        for theme in self._themes.values():
            self.register_theme(theme)
        # Before the stylesheet is read for the first time: a theme that comes later has it read again.
        wanted = config.theme or next(iter(self._themes))
        self.set_reactive(WarraqApp.theme, wanted if wanted in self.available_themes else next(iter(self._themes)))
        self.set_class(direction() == "R", "-rtl")
        self.stylesheet.set_variables(self.get_css_variables())
        painting.use(Options(harakat=config.harakat is not False, digits=config.digits, lacking=lacking))
        self._main = MainScreen(library, config, mode)
        self.left, self.last_screen = left, ""
        self._main.left, self._main.settled, self._main.begun = self.left, self.lift, self._type
        self._main.patient = shown is not None
        self._config = config
        self._typed = typed
        self._early: deque[Message] = deque()
        self._hint = hint
        self._leave, self._enter = leave, enter

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of the types of entities, for themes that have none."""
        return next(iter(self._themes.values())).variables

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, which keeps keys for us, and takes a first screen over as it stands."""
        return patient(super().get_driver_class(), self._shown)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Paint, unless the first screen still stands for what is being put together."""
        if self._shown is None:
            super()._display(screen, renderable)

    def lift(self) -> None:
        """Paint all that has come in place of the first screen; from now on, look for what has become garbage."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        if self._shown:
            self._shown = None
            self._display(self.screen, self.screen._compositor.render_full_update())  # noqa: SLF001 - see `_display`

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End; what the next start needs is kept for it."""
        if self._main.ready:
            self.left = self._main.where()
            # Notes pass; a screen with one on it is not what the next start will show.
            if not self._notifications:
                update = self._main._compositor.render_full_update()  # noqa: SLF001 - as in `lift`
                self.last_screen = update.render_segments(self.console)
        super().exit(result, return_code, message)

    def get_default_screen(self) -> MainScreen:
        """The reader."""
        return self._main

    def on_mount(self) -> None:
        """Signals, and the keys typed while we started."""
        if self._shown:
            self._shown.hand_over()
        self.app_suspend_signal.subscribe(self, lambda _: self._leave())
        self.app_resume_signal.subscribe(self, lambda _: self._enter())
        self._wrap_signal("SIGTSTP", before=self._leave)
        self._wrap_signal("SIGCONT", after=self._enter)  # one who was stopped by SIGSTOP is told of nothing else
        loop = asyncio.get_running_loop()
        for name in _TIDY_SIGNALS:
            if number := getattr(signal, name, None):
                with contextlib.suppress(NotImplementedError, RuntimeError):  # Windows; a loop outside the main thread
                    loop.add_signal_handler(number, self.exit, None, 128 + number)
        if self._hint:
            self.notify(self._hint, title=_("Warraq"), severity="warning", timeout=20)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002 - Textual's; brackets are brackets here
    ) -> None:
        """Show a note for a while, laid out here: Textual's toasts know no direction."""
        width = max(1, min(_TOAST, self.size.width // 2) - _TOAST_FRAME)
        lines, over = (painting.drawn(text, width, self._main.mode) for text in (message, title))
        super().notify(lines, title=over, severity=severity, timeout=timeout, markup=False)

    def _wrap_signal(
        self, name: str, *, before: Callable[[], None] = lambda: None, after: Callable[[], None] = lambda: None
    ) -> None:
        """Do something around what Textual's driver does at a signal, which tells the application too late or never."""
        number = getattr(signal, name, None)
        driver = signal.getsignal(number) if number else None
        if number is None or not callable(driver):  # Windows; a test without a driver
            return

        def handle(received: int, frame: FrameType | None) -> None:
            before()
            driver(received, frame)
            after()

        signal.signal(number, handle)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by the terminal and, where there is one, to the platform's clipboard."""
        super().copy_to_clipboard(text)
        self._main.fill_clipboard(text)

    def _type(self) -> None:
        """Hand on what was typed while we started, one by one: a key may give another pane the next one."""
        if self._typed:
            events, self._typed = list(Parser().feed(self._typed)), ""
            self._early.extend(events)
        event = self._early.popleft() if self._early else self._kept_key()
        if event is not None:
            self.post_message(event)
            self.call_after_refresh(self._type)

    def _kept_key(self) -> Message | None:
        return self._driver.release() if isinstance(self._driver, Patient) else None

    def _fatal_error(self) -> None:
        """Leave with one line; the traceback goes into a file beside the library, for a report."""
        log = self._config.library.with_suffix(".crash.log")
        error = self._exception
        with contextlib.suppress(OSError):
            log.write_text("".join(traceback.format_exception(error)) if error else "", encoding="utf-8")
        line = f"warraq: stopped by an error of its own ({type(error).__name__}); details are in {log}"
        self._exit_renderables.append(Text(line))
        self._close_messages_no_wait()
