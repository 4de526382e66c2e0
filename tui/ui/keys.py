"""Every key of the reader, once: bindings, footer, help and the README's table are made from this list.

The Arabic letters are those of the same physical keys on the standard Arabic layout (xkb `ara`); shifted lam-alef keys
arrive as one ligature (U+FEF7, U+FEF9) or as two letters, of which the second is bound.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.frozen import frozen
from tui.i18n import N_

if TYPE_CHECKING:
    from textual.binding import Binding


# Where Textual has a name for a sign.
_SIGNS = {
    "arabic_comma": "،",
    "arabic_question_mark": "؟",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "apostrophe": "'",
    "grave_accent": "`",
    "arabic_damma": "ـُ",
    "multiplication_sign": "×",
    "greater_than_sign": ">",
}


@frozen
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

    def extending(self) -> Binding | None:
        """For a key that moves the caret: the same with Shift, which selects on the way."""
        names = [name for name in self.keys.split(",") if name.rpartition("+")[2] in _WITH_SHIFT]
        if not names or not self.action.startswith("focused.caret("):
            return None
        keys = ",".join(f"ctrl+shift+{name[5:]}" if name.startswith("ctrl+") else f"shift+{name}" for name in names)
        return replace(self, id=f"{self.id}_select", keys=keys, arabic="", action=f"{self.action[:-1]},True)").binding()

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


# Keys whose Shift the terminal reports.
_WITH_SHIFT = {"left", "right", "up", "down", "home", "end", "pageup", "pagedown"}

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
    ("next_group",       "right_curly_bracket", "greater_than_sign", "group(1)", "}",         N_("next group"),       N_("Move"),   "",       N_("The next group: day or source")),
    ("previous_group",   "left_curly_bracket", "less_than_sign", "group(-1)",   "{",         N_("group back"),       N_("Move"),   "",       N_("The group before")),
    ("read_on",          "space",            "",                     "read_on",     N_("space"), N_("read on"),          N_("Move"),   "",       N_("A page on; at the end, the next unread article")),
    ("page_down",        "pagedown,ctrl+d",  "",                     "page(1)",     "PgDn",      N_("page on"),          N_("Move"),   "",       N_("A page on")),
    ("page_up",          "pageup,ctrl+u",    "",                     "page(-1)",    "PgUp",      N_("page back"),        N_("Move"),   "",       N_("A page back")),
    ("next_pane",        "tab",              "",                     "pane(1)",     "tab",       N_("pane"),             N_("Move"),   "footer", N_("Go to the next pane")),
    ("previous_pane",    "shift+tab",        "",                     "pane(-1)",    "⇧tab",      N_("pane back"),        N_("Move"),   "",       N_("Go to the pane before")),
    ("choose",           "enter",            "",                     "choose",      "enter",     N_("open"),             N_("Read"),   "footer", N_("Open the article; show the fact's evidence")),
    ("back",             "escape",           "",                     "back",        "esc",       N_("back"),             N_("Read"),   "footer", N_("Go back: close, leave, return to the list")),
    ("next_name",        "full_stop",        "ز",                    "name(1)",     ".",         N_("next name"),        N_("Read"),   "",       N_("The next coloured name; enter opens its page")),
    ("previous_name",    "comma",            "و",                    "name(-1)",    ",",         N_("name before"),      N_("Read"),   "",       N_("The coloured name before")),
    ("came_from",        "ctrl+o",           "",                     "came_from",   "^o",        N_("came from"),        N_("Read"),   "",       N_("Back to the article from which a fact led to this one")),
    ("timeline",         "D",                "right_square_bracket", "timeline",    "D",         N_("timeline"),         N_("Read"),   "",       N_("What the articles in view say, in the order of time")),
    ("facts",            "f",                "ب",                    "facts",       "f",         N_("facts"),            N_("Read"),   "footer", N_("Show or hide the facts; go to them")),
    ("next_article",     "J",                "ـ",                    "article(1)",  "J",         N_("next article"),     N_("Read"),   "",       N_("Next article")),
    ("previous_article", "K",                "arabic_comma",         "article(-1)", "K",         N_("previous article"), N_("Read"),   "",       N_("Previous article")),
    ("quiet",            "z",                "ئ",                    "quiet",       "z",         N_("quiet"),            N_("Read"),   "footer", N_("Quiet reading: the text alone")),
    ("harakat",          "T",                "ﻹ,إ",                  "harakat",     "T",         N_("harakat"),          N_("Read"),   "",       N_("Show or hide vowel marks")),
    ("search",           "slash",            "ظ",                    "search",      "/",         N_("search"),           N_("Find"),   "footer", N_("Search: words, phrases, @entity, source:, dates")),
    ("next_hit",         "n",                "ى",                    "hit(1)",      "n",         N_("next hit"),         N_("Find"),   "",       N_("Next place where the search matches")),
    ("previous_hit",     "N",                "آ",                    "hit(-1)",     "N",         N_("previous hit"),     N_("Find"),   "",       N_("Previous place where the search matches")),
    ("find",             "ctrl+f,F",         "left_square_bracket",  "find",        "^f F",      N_("find"),             N_("Find"),   "footer", N_("Find in this article, inside words too")),
    ("filter",           "e",                "ث",                    "filter",      "e",         N_("entities"),         N_("Find"),   "footer", N_("Filter by people, organisations, places")),
    ("form",             "a",                "ش",                    "form",        "a",         N_("ask"),              N_("Find"),   "",       N_("Ask by a form that writes the search; ^f in the search line")),
    ("views",            "i",                "ه",                    "views",       "i",         N_("views"),            N_("Find"),   "footer", N_("Views: all, unread, starred, saved searches")),
    ("save_search",      "ctrl+s",           "",                     "save_search", "^s",        N_("save search"),      N_("Find"),   "",       N_("Save the search with its filter under a name")),
    ("order",            "O",                "multiplication_sign",  "order",       "O",         N_("order"),            N_("Find"),   "",       N_("Sort by date, source, title or relevance")),
    ("group",            "p",                "ح",                    "grouping",    "p",         N_("group"),            N_("Find"),   "",       N_("Group by day, by source, or not at all")),
    ("clear",            "x",                "ء",                    "clear",       "x",         N_("clear"),            N_("Find"),   "footer", N_("Clear search and filter")),
    ("drop",             "backspace",            "",                     "drop",        "⌫",         N_("drop part"),        N_("Find"),   "",       N_("Drop the last part of the filter; where there is none, the search")),
    ("select",           "v",                "ر",                    "select",      "v",         N_("select"),           N_("Copy"),   "footer", N_("Select text with a caret; so does ⇧ with an arrow")),
    ("copy",             "y",                "غ",                    "copy",        "y",         N_("copy"),             N_("Copy"),   "footer", N_("Copy what is selected, else the paragraph in view")),
    ("copy_article",     "c",                "ؤ",                    "copy_article", "c",         N_("copy article"),     N_("Copy"),   "",       N_("Copy the article with title, source, date and link")),
    ("copy_link",        "u",                "ع",                    "copy_link",   "u",         N_("copy link"),        N_("Copy"),   "",       N_("Copy the article's link")),
    ("browse",           "o",                "خ",                    "browse",      "o",         N_("open link"),        N_("Copy"),   "",       N_("Open the article's link in the browser")),
    ("save",             "w",                "ص",                    "save",        "w",         N_("save"),             N_("Copy"),   "",       N_("Save the article with source, date and link to a file")),
    ("read",             "r",                "ق",                    "toggle_read", "r",         N_("read"),             N_("Mark"),   "footer", N_("Mark as read or unread")),
    ("star",             "s",                "س",                    "toggle_star", "s",         N_("star"),             N_("Mark"),   "footer", N_("Star, or take the star off")),
    ("tag",              "t",                "ف",                    "tag",         "t",         N_("tag"),              N_("Mark"),   "footer", N_("Tag; -tag takes it off")),
    ("delete",           "d",                "ي",                    "delete",      "d",         N_("delete"),           N_("Mark"),   "",       N_("Delete, once you say yes")),
    ("undo",             "U",                "grave_accent",         "undo",        "U",         N_("undo"),             N_("Mark"),   "",       N_("Undo what was done to articles")),
    ("redo",             "ctrl+y",           "",                     "redo",        "^y",        N_("redo"),             N_("Mark"),   "",       N_("Do again what was undone")),
    ("pick",             "m",                "ة",                    "pick",        "m",         N_("pick"),             N_("Pick"),   "",       N_("Pick the article or let it go: r s t d E act on what is picked")),
    ("pick_to",          "M",                "apostrophe",           "pick_to",     "M",         N_("pick to here"),     N_("Pick"),   "",       N_("Pick from the last one picked to here")),
    ("pick_all",         "ctrl+a",           "",                     "pick_all",    "^a",        N_("pick all"),         N_("Pick"),   "",       N_("Pick all in view; again, none")),
    ("export",           "E",                "arabic_damma",         "export",      "E",         N_("export"),           N_("Pick"),   "",       N_("Export to a file, an article a line of JSON")),
    ("palette",          "colon,ctrl+p",     "",                     "palette",     ":",         N_("commands"),         N_("Warraq"), "",       N_("Find any action by name")),
    ("suspend",          "ctrl+z",           "",                     "suspend",     "^z",        N_("suspend"),          N_("Warraq"), "",       N_("Go back to the shell for a while (fg returns)")),
    ("calibrate",        "f2",               "",                     "calibrate",   "F2",        N_("calibrate"),        N_("Warraq"), "",       N_("Calibrate: choose what reads right in this terminal")),
    ("refresh",          "f5",               "",                     "refresh_list", "F5",        N_("refresh"),          N_("Warraq"), "",       N_("Show articles that came since the list was made")),
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
    ("join",     "ctrl+o",       "", "app.simulate_key('ctrl+o')", "^o",    N_("any / all"), N_("Filter"), "", N_("Ask for any of the entities included, or for all of them")),
    ("pin",      "ctrl+t",       "", "app.simulate_key('ctrl+t')", "^t",    N_("pin"),     N_("Filter"), "", N_("Pin the entity to the top, or let it go")),
    ("about",    "ctrl+e",       "", "app.simulate_key('ctrl+e')", "^e",    N_("page"),    N_("Filter"), "", N_("Open the entity's page")),
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
    ("take",   "tab",                  "", "", "tab",       N_("take"),   N_("Typing"), "", N_("Take what was meant, or the first completion, where it is offered")),
    ("complete", "down,up",            "", "", "↓ ↑ enter", N_("complete"), N_("Typing"), "", N_("Choose from the completions below the search line; esc closes them")),
)
_FIND_TABLE: tuple[_Row, ...] = (
    ("next_found",     "enter,down",     "", "app.simulate_key('enter')",  "enter", N_("next"),  N_("Find"), "", N_("Next place")),
    ("previous_found", "shift+enter,up", "", "app.simulate_key('up')",     "↑",     N_("back"),  N_("Find"), "", N_("Place before")),
    ("to_text",        "tab",            "", "app.simulate_key('tab')",    "tab",   N_("text"),  N_("Find"), "", N_("Go to the text, where n and N go on")),
    ("leave_find",     "escape",         "", "app.simulate_key('escape')", "esc",   N_("leave"), N_("Find"), "", N_("Find no more; stay at this place")),
)
_FORM_TABLE: tuple[_Row, ...] = (
    ("form_search", "enter",  "", "app.simulate_key('enter')",  "enter", N_("search"), N_("Form"), "", N_("Search for what the form writes")),
    ("form_next",   "down",   "", "app.simulate_key('down')",   "↓ ↑",   N_("field"),  N_("Form"), "", N_("Next field; the one before; in a list its rows")),
    ("form_other",  "right",  "", "app.simulate_key('right')",  "← →",   N_("other"),  N_("Form"), "", N_("Another choice; in a text move")),
    ("form_take",   "tab",    "", "app.simulate_key('tab')",    "tab",   N_("take"),   N_("Form"), "", N_("Take the first completion, else go to the next field")),
    ("form_leave",  "escape", "", "app.simulate_key('escape')", "esc",   N_("leave"),  N_("Form"), "", N_("Leave the form, and the search as it was")),
)
_VIEW_TABLE: tuple[_Row, ...] = (
    ("view_open",   "enter",    "",  "app.simulate_key('enter')",  "enter", N_("open"),        N_("Views"), "", N_("Open the view")),
    ("view_down",   "down,j",   "ت", "app.simulate_key('down')",   "j ↓",   N_("down"),        N_("Views"), "", N_("Next view")),
    ("view_up",     "up,k",     "ن", "app.simulate_key('up')",     "k ↑",   N_("up"),          N_("Views"), "", N_("View before")),
    ("view_save",   "w,ctrl+s", "ص", "app.simulate_key('w')",      "w",     N_("save search"), N_("Views"), "", N_("Save the search in view under a name")),
    ("view_rename", "r",        "ق", "app.simulate_key('r')",      "r",     N_("rename"),      N_("Views"), "", N_("Rename the saved search")),
    ("view_delete", "d,delete", "ي", "app.simulate_key('d')",      "d",     N_("delete"),      N_("Views"), "", N_("Delete the saved search")),
    ("view_undo",   "u,ctrl+z", "ع", "app.simulate_key('u')",      "u",     N_("undo"),        N_("Views"), "", N_("Bring back what was deleted")),
    ("view_leave",  "escape,q", "ض", "app.simulate_key('escape')", "esc",   N_("leave"),       N_("Views"), "", N_("Leave the views")),
)
_TAG_TABLE: tuple[_Row, ...] = (
    ("tag_set",   "enter",  "", "app.simulate_key('enter')",  "enter", N_("tag"),      N_("Tag"), "", N_("Tag, or with - take the tag off")),
    ("tag_take",  "tab",    "", "app.simulate_key('tab')",    "tab",   N_("complete"), N_("Tag"), "", N_("Take the first completion")),
    ("tag_leave", "escape", "", "app.simulate_key('escape')", "esc",   N_("leave"),    N_("Tag"), "", N_("Leave the tags as they are")),
)
_ASK_TABLE: tuple[_Row, ...] = (
    ("ask_yes", "enter,y",  "غ", "app.simulate_key('enter')",  "enter", N_("yes"), N_("Question"), "", N_("Do it")),
    ("ask_no",  "escape,n,q", "ى,ض", "app.simulate_key('escape')", "esc",   N_("no"),  N_("Question"), "", N_("Do nothing")),
)
_ENTITY_TABLE: tuple[_Row, ...] = (
    ("entity_include", "e", "ث", "screen.filter_by('include')", "e", N_("filter"),        N_("Entity"), "footer", N_("Filter by the entity, or take it back")),
    ("entity_exclude", "x", "ء", "screen.filter_by('exclude')", "x", N_("exclude"),       N_("Entity"), "",       N_("Leave articles with the entity out")),
    ("merge",          "m", "ة", "screen.correct('merge')",     "m", N_("the same as"),   N_("Entity"), "footer", N_("Say which entity it is the same as")),
    ("split",          "s", "س", "screen.correct('split')",     "s", N_("not this"),      N_("Entity"), "footer", N_("Say whom the name means in this article")),
    ("apart",          "n", "ى", "screen.correct('apart')",     "n", N_("never"),         N_("Entity"), "footer", N_("It is never the name under the cursor, or another entity")),
    ("rename",         "r", "ق", "screen.correct('rename')",    "r", N_("rename"),        N_("Entity"), "footer", N_("Call it otherwise")),
    ("retype",         "t", "ف", "screen.correct('retype')",    "t", N_("type"),          N_("Entity"), "footer", N_("Say which type it is of")),
    ("dossier",        "w", "ص", "screen.dossier",              "w", N_("dossier"),       N_("Entity"), "",       N_("Save what is known of it with evidence and sources, as Markdown")),
    ("ignore",         "d", "ي", "screen.correct('ignore')",    "d", N_("not an entity"), N_("Entity"), "footer", N_("Say that it is not an entity, once you say yes")),
)
_FACT_TABLE: tuple[_Row, ...] = (
    ("compare",     "v", "ر", "screen.fact('compare')",     "v", N_("compare"),          N_("Fact"), "footer", N_("Compare with other articles; there enter goes to them, n parts them")),
    ("right",       "r", "ق", "screen.fact('right')",       "r", N_("right"),            N_("Fact"), "footer", N_("Say that it is right, or take that back")),
    ("wrong",       "w", "ص", "screen.fact('wrong')",       "w", N_("wrong"),            N_("Fact"), "footer", N_("Say that it is wrong, or take that back")),
    ("cite",        "y", "غ", "screen.fact('cite')",        "y", N_("cite"),             N_("Fact"), "footer", N_("Copy a citation: the evidence, on whose word, where and when")),
    ("fact_filter", "e", "ث", "screen.fact('filter')",      "e", N_("filter"),           N_("Fact"), "footer", N_("Filter by the entities that it names")),
    ("timeline",    "t", "ف", "screen.fact('timeline')",    "t", N_("timeline"),         N_("Fact"), "footer", N_("What is said of its first entity, in the order of time")),
    ("differences", "d", "ي", "screen.fact('differences')", "d", N_("differences"),      N_("Fact"), "footer", N_("Show only what other articles say otherwise; again, all")),
    ("everything",  "a", "ش", "screen.fact('everything')",  "a", N_("all"),              N_("Fact"), "",       N_("Show what may be misread too; again, only what is sure")),
    ("fact_export", "E", "arabic_damma", "screen.fact('export')", "E", N_("export"),     N_("Fact"), "footer",       N_("Export the facts shown: .md .csv .jsonl .ftm .jsonld")),
)
# What keys of an entity's page do on others.
_COMPARISON_TABLE: tuple[_Row, ...] = (
    ("part", "n", "ى", "screen.correct('apart')", "n", N_("not the same"), N_("Fact"), "footer", N_("Say that the two facts are not the same")),
)
_TIMELINE_TABLE: tuple[_Row, ...] = (
    ("timeline_export", "w", "ص", "screen.dossier", "w", N_("export"), N_("Fact"), "footer", N_("Export the facts of the timeline")),
)
_CORRECT_TABLE: tuple[_Row, ...] = (
    ("do_correct",    "enter",  "", "app.simulate_key('enter')",  "enter", N_("take"),  N_("Correct"), "", N_("Take the name, or the entity that is marked")),
    ("next_choice",   "down",   "", "app.simulate_key('down')",   "↓",     N_("next"),  N_("Correct"), "", N_("The next entity to choose")),
    ("leave_correct", "escape", "", "app.simulate_key('escape')", "esc",   N_("leave"), N_("Correct"), "", N_("Correct nothing")),
)
_SAVE_TABLE: tuple[_Row, ...] = (
    ("do_save",    "enter",  "", "app.simulate_key('enter')",  "enter", N_("save"),  N_("Save"), "", N_("Save to this file")),
    ("leave_save", "escape", "", "app.simulate_key('escape')", "esc",   N_("leave"), N_("Save"), "", N_("Save nothing")),
)
# The letter b of an Arabic keyboard may arrive as lam and alef, of which lam must then do nothing: it is not bound to the
# article's beginning here.
_SELECT_TABLE: tuple[_Row, ...] = (
    ("step_left",       "left,h",                        "ا",                 "focused.caret('cluster',-1)",     "← h",    N_("left"),            N_("Select"), "",       N_("A letter to the left")),
    ("step_right",      "right,l",                       "م",                 "focused.caret('cluster',1)",      "→ l",    N_("right"),           N_("Select"), "",       N_("A letter to the right")),
    ("line_down",       "down,j",                        "ت",                 "focused.caret('line',1)",         "↓ j",    N_("line"),            N_("Select"), "",       N_("A line down")),
    ("line_up",         "up,k",                          "ن",                 "focused.caret('line',-1)",        "↑ k",    N_("line back"),       N_("Select"), "",       N_("A line up")),
    ("word",            "w",                             "ص",                 "focused.caret('word',1)",         "w",      N_("word"),            N_("Select"), "",       N_("The next word")),
    ("word_back",       "b",                             "ﻻ",                 "focused.caret('word',-1)",        "b",      N_("word back"),       N_("Select"), "",       N_("The word before")),
    ("word_end",        "e",                             "ث",                 "focused.caret('word_end',1)",     "e",      N_("word's end"),      N_("Select"), "",       N_("The word's last letter")),
    ("word_left",       "ctrl+left",                     "",                  "focused.caret('word_beside',-1)", "^←",     N_("word left"),       N_("Select"), "",       N_("The word on the left")),
    ("word_right",      "ctrl+right",                    "",                  "focused.caret('word_beside',1)",  "^→",     N_("word right"),      N_("Select"), "",       N_("The word on the right")),
    ("line_start",      "home,0",                        "٠",                 "focused.caret('edge',-1)",        "home 0", N_("line's start"),    N_("Select"), "",       N_("The line's first letter")),
    ("line_end",        "end,dollar_sign",               "",                  "focused.caret('edge',1)",         "end $",  N_("line's end"),      N_("Select"), "",       N_("The line's last letter")),
    ("paragraph",       "right_curly_bracket,ctrl+down", "greater_than_sign", "focused.caret('paragraph',1)",    "} ^↓",   N_("paragraph"),       N_("Select"), "",       N_("The paragraph's end")),
    ("paragraph_back",  "left_curly_bracket,ctrl+up",    "less_than_sign",    "focused.caret('paragraph',-1)",   "{ ^↑",   N_("paragraph back"),  N_("Select"), "",       N_("The paragraph's beginning")),
    ("screen_down",     "pagedown,ctrl+d",               "",                  "focused.caret('screen',1)",       "PgDn",   N_("page on"),         N_("Select"), "",       N_("A page on")),
    ("screen_up",       "pageup,ctrl+u",                 "",                  "focused.caret('screen',-1)",      "PgUp",   N_("page back"),       N_("Select"), "",       N_("A page back")),
    ("article_start",   "g,ctrl+home",                   "",                  "focused.caret('article',-1)",     "g",      N_("article's start"), N_("Select"), "",       N_("The article's beginning")),
    ("article_end",     "G,ctrl+end",                    "ﻷ,أ",               "focused.caret('article',1)",      "G",      N_("article's end"),   N_("Select"), "",       N_("The article's end")),
    ("anchor",          "v",                             "ر",                 "focused.anchor",                  "v",      N_("anchor"),          N_("Select"), "footer", N_("Select from here; or walk on without selecting")),
    ("swap",            "o",                             "خ",                 "focused.swap",                    "o",      N_("other end"),       N_("Select"), "footer", N_("Go on from the other end")),
    ("whole_paragraph", "p",                             "ح",                 "focused.select_paragraph",        "p",      N_("all paragraph"),   N_("Select"), "footer", N_("Select the whole paragraph")),
    ("all",             "ctrl+a",                        "",                  "focused.select_all",              "^a",     N_("all"),             N_("Select"), "footer", N_("Select the whole article")),
    ("copy_selected",   "y,enter,ctrl+c",                "غ",                 "focused.copy",                    "y",      N_("copy"),            N_("Select"), "footer", N_("Copy what is selected")),
    ("let_go",          "escape,q",                      "ض",                 "focused.let_go",                  "esc",    N_("leave"),           N_("Select"), "footer", N_("Select nothing; read on")),
)
# fmt: on

KEYS = tuple(map(_key, _TABLE))
SEARCH_KEYS = tuple(map(_key, _SEARCH_TABLE))
FILTER_KEYS = tuple(map(_key, _FILTER_TABLE))
LINE_KEYS = tuple(map(_key, _LINE_TABLE))
FIND_KEYS = tuple(map(_key, _FIND_TABLE))
VIEW_KEYS = tuple(map(_key, _VIEW_TABLE))
FORM_KEYS = tuple(map(_key, _FORM_TABLE))
SAVE_KEYS = tuple(map(_key, _SAVE_TABLE))
TAG_KEYS = tuple(map(_key, _TAG_TABLE))
ENTITY_KEYS = tuple(map(_key, _ENTITY_TABLE))
FACT_KEYS = tuple(map(_key, _FACT_TABLE))
PAGE_KEYS = {"compare": tuple(map(_key, _COMPARISON_TABLE)), "timeline": tuple(map(_key, _TIMELINE_TABLE))}
CORRECT_KEYS = tuple(map(_key, _CORRECT_TABLE))
ASK_KEYS = tuple(map(_key, _ASK_TABLE))
SELECT_KEYS = tuple(map(_key, _SELECT_TABLE))
