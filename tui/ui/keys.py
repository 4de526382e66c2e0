"""Every key of the reader, once: bindings, footer, help and the README's table are made from this list.

The Arabic letters are those of the same physical keys on the standard Arabic layout (xkb `ara`); shifted lam-alef keys
arrive as one ligature (U+FEF7, U+FEF9) or as two letters, of which the second is bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.i18n import N_

if TYPE_CHECKING:
    from textual.binding import Binding


# Where Textual has a name for a sign.
_SIGNS = {"arabic_comma": "،", "arabic_question_mark": "؟"}


@dataclass(frozen=True, slots=True)
class Key:
    """One thing a key does.

    Attributes:
        id: stable name, for keymaps.
        keys: Textual's key names, comma-separated, the first of which is shown.
        arabic: the same physical keys on an Arabic keyboard, likewise.
        action: the action of the main screen.
        shown: how the keys are written in footer and help.
        label: a word or two for the footer; in English, as `help` and `group`: translate them where they are shown.
        help: a sentence for help, palette and tooltip.
        group: the heading it stands under.
        footer: whether it is worth a place in the footer.
    """

    id: str
    keys: str
    arabic: str
    action: str
    shown: str
    label: str
    help: str
    group: str
    footer: bool = False

    @property
    def letters(self) -> str:
        """The keys of an Arabic keyboard as they are written on it."""
        return " ".join(_SIGNS.get(name, name) for name in self.arabic.split(","))

    def binding(self) -> Binding:
        """Textual's form of this key."""
        from textual.binding import Binding

        keys = f"{self.keys},{self.arabic}" if self.arabic else self.keys
        # With priority an action runs before the next key is looked at, so that quick typing behind `/` reaches the
        # search line; `MainScreen.check_action` leaves the keys to a line that is being typed in.
        return Binding(
            keys,
            self.action,
            self.label,
            show=self.footer,
            key_display=self.shown,
            priority=True,
            tooltip=self.help,
            id=self.id,
        )


_Row = tuple[str, str, str, str, str, str, str, str, str]


def _key(row: _Row) -> Key:
    id_, keys, arabic, action, shown, label, group, footer, help_ = row
    return Key(id_, keys, arabic, action, shown, label, help_, group, bool(footer))


# A table is read by its columns. The words are translated where they are shown.
# fmt: off
_TABLE: tuple[_Row, ...] = (
    ("down",             "j,down",           "ت",                    "move(1)",     "j ↓",       N_("down"),             N_("Move"),   "",       N_("Move down: next article, line, fact or name")),
    ("up",               "k,up",             "ن",                    "move(-1)",    "k ↑",       N_("up"),               N_("Move"),   "",       N_("Move up")),
    ("top",              "g,home",           "ل",                    "ends(-1)",    "g",         N_("top"),              N_("Move"),   "",       N_("Go to the beginning")),
    ("bottom",           "G,end",            "ﻷ,أ",                  "ends(1)",     "G",         N_("bottom"),           N_("Move"),   "",       N_("Go to the end")),
    ("read_on",          "space",            "",                     "read_on",     N_("space"), N_("read on"),          N_("Move"),   "",       N_("A page on; at the end, the next unread article")),
    ("page_down",        "pagedown,ctrl+d",  "",                     "page(1)",     "PgDn",      N_("page on"),          N_("Move"),   "",       N_("A page on")),
    ("page_up",          "pageup,ctrl+u",    "",                     "page(-1)",    "PgUp",      N_("page back"),        N_("Move"),   "",       N_("A page back")),
    ("next_pane",        "tab",              "",                     "pane(1)",     "tab",       N_("pane"),             N_("Move"),   "footer", N_("Go to the next pane")),
    ("previous_pane",    "shift+tab",        "",                     "pane(-1)",    "⇧tab",      N_("pane back"),        N_("Move"),   "",       N_("Go to the pane before")),
    ("choose",           "enter",            "",                     "choose",      "enter",     N_("open"),             N_("Read"),   "footer", N_("Open the article; show the fact's evidence")),
    ("back",             "escape",           "",                     "back",        "esc",       N_("back"),             N_("Read"),   "footer", N_("Go back: close, leave, return to the list")),
    ("facts",            "f",                "ب",                    "facts",       "f",         N_("facts"),            N_("Read"),   "footer", N_("Show or hide the facts; go to them")),
    ("next_article",     "J",                "ـ",                    "article(1)",  "J",         N_("next article"),     N_("Read"),   "",       N_("Next article")),
    ("previous_article", "K",                "arabic_comma",         "article(-1)", "K",         N_("previous article"), N_("Read"),   "",       N_("Previous article")),
    ("quiet",            "z",                "ئ",                    "quiet",       "z",         N_("quiet"),            N_("Read"),   "footer", N_("Quiet reading: the text alone")),
    ("harakat",          "T",                "ﻹ,إ",                  "harakat",     "T",         N_("harakat"),          N_("Read"),   "",       N_("Show or hide vowel marks")),
    ("search",           "slash",            "ظ",                    "search",      "/",         N_("search"),           N_("Find"),   "footer", N_("Search: words, phrases, @entity, source:, dates")),
    ("next_hit",         "n",                "ى",                    "hit(1)",      "n",         N_("next hit"),         N_("Find"),   "",       N_("Next place where the search matches")),
    ("previous_hit",     "N",                "آ",                    "hit(-1)",     "N",         N_("previous hit"),     N_("Find"),   "",       N_("Previous place where the search matches")),
    ("filter",           "e",                "ث",                    "filter",      "e",         N_("entities"),         N_("Find"),   "footer", N_("Filter by people, organisations, places")),
    ("clear",            "x",                "ء",                    "clear",       "x",         N_("clear"),            N_("Find"),   "footer", N_("Clear search and filter")),
    ("read",             "r",                "ق",                    "toggle_read", "r",         N_("read"),             N_("Mark"),   "footer", N_("Mark as read or unread")),
    ("star",             "s",                "س",                    "toggle_star", "s",         N_("star"),             N_("Mark"),   "footer", N_("Star, or take the star off")),
    ("palette",          "colon,ctrl+p",     "",                     "palette",     ":",         N_("commands"),         N_("Warraq"), "",       N_("Find any action by name")),
    ("suspend",          "ctrl+z",           "",                     "suspend",     "^z",        N_("suspend"),          N_("Warraq"), "",       N_("Go back to the shell for a while (fg returns)")),
    ("calibrate",        "f2",               "",                     "calibrate",   "F2",        N_("calibrate"),        N_("Warraq"), "",       N_("Calibrate: choose what reads right in this terminal")),
    ("help",             "question_mark,f1", "arabic_question_mark", "help",        "?",         N_("help"),             N_("Warraq"), "footer", N_("Show all keys")),
    ("quit",             "q",                "ض",                    "quit",        "q",         N_("quit"),             N_("Warraq"), "footer", N_("Leave Warraq")),
)

# While a line is typed in, its own keys alone work; they are handled where they are typed.
_SEARCH_TABLE: tuple[_Row, ...] = (
    ("submit", "enter",  "", "app.simulate_key('enter')",  "enter", N_("search"), N_("Search"), "", N_("Search for what is typed")),
    ("earlier", "up",    "", "app.simulate_key('up')",     "↑",     N_("earlier"), N_("Search"), "", N_("What was searched for before")),
    ("leave",  "escape", "", "app.simulate_key('escape')", "esc",   N_("leave"),  N_("Search"), "", N_("Leave the line as it was")),
)
_FILTER_TABLE: tuple[_Row, ...] = (
    ("include",  "enter",        "", "app.simulate_key('enter')",  "enter", N_("include"), N_("Filter"), "", N_("Include the entity, or take it back")),
    ("exclude",  "ctrl+x,minus", "", "app.simulate_key('ctrl+x')", "^x -",  N_("exclude"), N_("Filter"), "", N_("Exclude the entity, or take it back")),
    ("next",     "down",         "", "app.simulate_key('down')",   "↓",     N_("next"),    N_("Filter"), "", N_("Next entity")),
    ("previous", "up",           "", "app.simulate_key('up')",     "↑",     N_("previous"), N_("Filter"), "", N_("Entity before")),
    ("close",    "escape",       "", "app.simulate_key('escape')", "esc",   N_("close"),   N_("Filter"), "", N_("Empty the line; close the filter")),
)
# In any line; what does it is `tui.ui.widgets.line_keys`, and for the last ones the line itself.
_LINE_TABLE: tuple[_Row, ...] = (
    ("walk",   "left,right",           "", "", "← →",       N_("move"),   N_("Typing"), "", N_("Move as one sees it; with ctrl or alt by words; with shift select")),
    ("edges",  "home,end",             "", "", "home end",  N_("edges"),  N_("Typing"), "", N_("Go to the beginning or the end; with shift select")),
    ("erase",  "backspace,delete",     "", "", "⌫ del",     N_("erase"),  N_("Typing"), "", N_("Erase the mark or letter before; the letter behind with its marks")),
    ("cut",    "ctrl+w,ctrl+u,ctrl+k", "", "", "^w ^u ^k",  N_("cut"),    N_("Typing"), "", N_("Erase the word before; all before; all behind")),
    ("undo",   "ctrl+z,ctrl+y",        "", "", "^z ^y",     N_("undo"),   N_("Typing"), "", N_("Undo; redo")),
    ("copy",   "ctrl+a,ctrl+c,ctrl+x,ctrl+v", "", "", "^a ^c ^x ^v", N_("copy"), N_("Typing"), "", N_("Select all; copy; cut; paste")),
    ("recall", "up,down",              "", "", "↑ ↓",       N_("earlier"), N_("Typing"), "", N_("What was searched for before")),
    ("take",   "tab",                  "", "", "tab",       N_("take"),   N_("Typing"), "", N_("Take what was meant, where it is offered")),
)
# fmt: on

KEYS = tuple(map(_key, _TABLE))
SEARCH_KEYS = tuple(map(_key, _SEARCH_TABLE))
FILTER_KEYS = tuple(map(_key, _FILTER_TABLE))
LINE_KEYS = tuple(map(_key, _LINE_TABLE))
