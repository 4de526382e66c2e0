"""The page's lines as Pango and HarfBuzz draw them: run by the system's Python, which has Debian's python3-gi.

Reads from standard input `{"font": "DejaVu Sans Mono", "px": 20, "lines": [...]}`, writes to standard output, for each
line, `{"rows": [...], "width": pixels, "cells": [[x, first character], ...]}`: rows of pixels as hexadecimal figures,
the left pixel highest; clusters from left to right. Nothing of Warraq is used here.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

ABOVE = 10  # rows of pixels above and below the line, so that it can be moved
INK = 100  # of 255: what counts as ink
# What a reader expects to stay in one piece from left to right; plain UAX #9 would turn its parts round.
WHOLE = re.compile(r"https?://\S+|\S+@\S+\.\w+|\+[\d-]+|[A-Za-z]\+\+")
ISOLATES = "\u2066\u2069"


def draw(line: str, description: Any, options: Any) -> dict[str, object]:
    """One line's pixels and cells."""
    import cairo
    from gi.repository import Pango, PangoCairo

    context = PangoCairo.FontMap.get_default().create_context()
    PangoCairo.context_set_font_options(context, options)
    layout = Pango.Layout.new(context)
    layout.set_font_description(description)
    layout.set_auto_dir(True)
    layout.set_text(WHOLE.sub("\u2066\\g<0>\u2069", line), -1)
    width, height = layout.get_pixel_size()
    surface = cairo.ImageSurface(cairo.FORMAT_A8, width, height + 2 * ABOVE)
    target = cairo.Context(surface)
    target.move_to(0, ABOVE)
    PangoCairo.show_layout(target, layout)
    surface.flush()
    pixels, stride = bytes(surface.get_data()), surface.get_stride()
    rows = [pixels[start : start + width] for start in range(0, len(pixels), stride)]
    bits = [f"{int(''.join('1' if value >= INK else '0' for value in row), 2):x}" for row in rows]
    return {"rows": bits, "width": width, "cells": clusters(layout, Pango.SCALE)}


def clusters(layout: Any, scale: int) -> list[tuple[int, str]]:
    """A line's clusters from left to right: where they begin, in pixels, and their first character."""
    text = layout.get_text().encode()
    found = []
    walk = layout.get_iter()
    while True:
        extents = walk.get_cluster_extents()[1]
        first = text[walk.get_index() :].decode()[:1]
        if extents.width and first not in ISOLATES:
            found.append((extents.x // scale, first))
        if not walk.next_cluster():
            return found


def main() -> None:
    """Read lines, write pictures."""
    import cairo
    import gi

    gi.require_version("Pango", "1.0")
    gi.require_version("PangoCairo", "1.0")
    from gi.repository import Pango

    asked = json.load(sys.stdin)
    options = cairo.FontOptions()
    options.set_antialias(cairo.ANTIALIAS_GRAY)
    options.set_hint_style(cairo.HINT_STYLE_NONE)
    options.set_hint_metrics(cairo.HINT_METRICS_ON)
    description = Pango.FontDescription(asked["font"])
    description.set_absolute_size(asked["px"] * Pango.SCALE)
    json.dump([draw(line, description, options) for line in asked["lines"]], sys.stdout)


if __name__ == "__main__":
    main()
