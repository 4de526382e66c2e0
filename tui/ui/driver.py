"""Textual's drivers, made patient: keys wait for the reader, and a first screen stays while it gets ready."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from textual import events
from textual.driver import Driver

if TYPE_CHECKING:
    from textual.message import Message

    from tui.firstpaint import Shown

_ALTERNATE = "\x1b[?1049h"


class Patient(Driver):
    """What `patient` puts before a driver: it keeps what is typed until it is asked to `release` it."""

    shown: Shown | None = None
    _guard = threading.Lock()
    _held: list[Message] | None = None
    _begun = _staying = False

    def start_application_mode(self) -> None:
        """See Textual's; after a suspension the terminal is as it then was, and keys wait no more."""
        first, self._begun = not self._begun, True
        if first:
            self._held = []
        self._staying = first and self.shown is not None
        super().start_application_mode()  # type: ignore[safe-super]  # the driver's behind this class
        self._staying = False
        if first and self.shown is not None:
            self.attrs_before = self.shown.before

    def write(self, data: str) -> None:
        """Write to the terminal."""
        if not (data == _ALTERNATE and self._staying):
            super().write(data)  # type: ignore[safe-super]  # as above

    def send_message(self, message: Message) -> None:
        """Send a message to the application; called by the thread that reads the terminal."""
        if isinstance(message, events.InputEvent):
            with self._guard:
                if self._held is not None:
                    self._held.append(message)
                    return
        super().send_message(message)

    def release(self) -> Message | None:
        """The next of what was kept; when all of it was given, nothing is kept any more."""
        with self._guard:
            if self._held:
                return self._held.pop(0)
            self._held = None
        return None


def patient(driver: type[Driver], shown: Shown | None) -> type[Driver]:
    """Make a driver patient.

    Args:
        driver: Textual's for this platform.
        shown: the screen that the terminal shows already: its alternate screen is not entered a second time, which
            would save another cursor, and its settings are given back in the end as they were before.
    """
    return type("PatientDriver", (Patient, driver), {"shown": shown})
