"""What the reader can do in terminals that order Arabic by themselves and cannot be told not to."""

from __future__ import annotations

from tui.i18n import N_

HINTS = {
    "kitty": N_("kitty orders Arabic words by itself. Set `force_ltr yes` in kitty.conf: then all of it is right."),
    "konsole": N_(
        "Konsole orders Arabic by itself. Start it with `konsole -p BidiRenderingEnabled=false` or set that in its"
        " profile: then it is right."
    ),
    "mlterm": N_(
        "mlterm orders Arabic by itself, and tmux hides its switch. Say `set -g allow-passthrough on` in tmux.conf."
    ),
    "macos": N_("Versions of this terminal differ in how they order Arabic."),
    "qterminal": N_("QTerminal orders Arabic words by itself and cannot be told not to; other terminals can."),
}
"""By the name in `terminals.tsv`; each is shown with the advice to run `warraq doctor` where the text looks wrong."""
