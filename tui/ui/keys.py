"""Every key of the reader, once: bindings, footer, help and the README's table are made from this list.

The Arabic letters are those of the same physical keys on the standard Arabic layout (xkb `ara`); shifted lam-alef keys
arrive as one ligature (U+FEF7, U+FEF9) or as two letters, of which the second is bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Key:
    """One thing a key does.

    Attributes:
        id: stable name, for keymaps.
        keys: Textual's key names, comma-separated, the first of which is shown.
        arabic: the same physical keys on an Arabic keyboard, likewise.
        action: the action of the main screen.
        shown: how the keys are written in footer and help.
        label: a word or two for the footer.
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


_TABLE = """
down             | j,down          | ت                    | move(1)     | j ↓   | down             | Move   |        | Move down: next article, line, fact or name
up               | k,up            | ن                    | move(-1)    | k ↑   | up               | Move   |        | Move up
top              | g,home          | ل                    | ends(-1)    | g     | top              | Move   |        | Go to the beginning
bottom           | G,end           | ﻷ,أ                  | ends(1)     | G     | bottom           | Move   |        | Go to the end
read_on          | space           |                      | read_on     | space | read on          | Move   |        | A page on; at the end, the next unread article
page_down        | pagedown,ctrl+d |                      | page(1)     | PgDn  | page on          | Move   |        | A page on
page_up          | pageup,ctrl+u   |                      | page(-1)    | PgUp  | page back        | Move   |        | A page back
next_pane        | tab             |                      | pane(1)     | tab   | pane             | Move   | footer | Go to the next pane
previous_pane    | shift+tab       |                      | pane(-1)    | ⇧tab  | pane back        | Move   |        | Go to the pane before
choose           | enter           |                      | choose      | enter | open             | Read   | footer | Open the article; show the fact's evidence
back             | escape          |                      | back        | esc   | back             | Read   | footer | Go back: close, leave, return to the list
facts            | f               | ب                    | facts       | f     | facts            | Read   | footer | Show or hide the facts; go to them
next_article     | J               | ـ                    | article(1)  | J     | next article     | Read   |        | Next article
previous_article | K               | arabic_comma         | article(-1) | K     | previous article | Read   |        | Previous article
quiet            | z               | ئ                    | quiet       | z     | quiet            | Read   | footer | Quiet reading: the text alone
harakat          | T               | ﻹ,إ                  | harakat     | T     | harakat          | Read   |        | Show or hide vowel marks
search           | slash           | ظ                    | search      | /     | search           | Find   | footer | Search: words, phrases, @entity, source:, dates
next_hit         | n               | ى                    | hit(1)      | n     | next hit         | Find   |        | Next place where the search matches
previous_hit     | N               | آ                    | hit(-1)     | N     | previous hit     | Find   |        | Previous place where the search matches
filter           | e               | ث                    | filter      | e     | entities         | Find   | footer | Filter by people, organisations, places
clear            | x               | ء                    | clear       | x     | clear            | Find   | footer | Clear search and filter
read             | r               | ق                    | toggle_read | r     | read             | Mark   | footer | Mark as read or unread
star             | s               | س                    | toggle_star | s     | star             | Mark   | footer | Star, or take the star off
palette          | colon,ctrl+p    |                      | palette     | :     | commands         | Warraq |        | Find any action by name
suspend          | ctrl+z          |                      | suspend     | ^z    | suspend       | Warraq |        | Go back to the shell for a while (fg returns)
calibrate        | f2              |                      | calibrate   | F2    | calibrate        | Warraq |        | Calibrate: choose what reads right in this terminal
help             | question_mark,f1| arabic_question_mark | help        | ?     | help             | Warraq | footer | Show all keys
quit             | q               | ض                    | quit        | q     | quit             | Warraq | footer | Leave Warraq
"""  # noqa: E501 - a table is read by its columns


# While a line is typed in, its own keys alone work; they are handled where they are typed.
_SEARCH_TABLE = """
submit           | enter           |                      | app.simulate_key('enter')  | enter | search  | Search |        | Search for what is typed
leave            | escape          |                      | app.simulate_key('escape') | esc   | leave   | Search |        | Leave the line as it was
"""  # noqa: E501
_FILTER_TABLE = """
include          | enter           |                      | app.simulate_key('enter')  | enter | include | Filter |        | Include the entity, or take it back
exclude          | ctrl+x,minus    |                      | app.simulate_key('ctrl+x') | ^x -  | exclude | Filter |        | Exclude the entity, or take it back
next             | down            |                      | app.simulate_key('down')   | ↓     | next    | Filter |        | Next entity
previous         | up              |                      | app.simulate_key('up')     | ↑     | back    | Filter |        | Entity before
close            | escape          |                      | app.simulate_key('escape') | esc   | close   | Filter |        | Empty the line; close the filter
"""  # noqa: E501


def _key(row: str) -> Key:
    id_, keys, arabic, action, shown, label, group, footer, help_ = (cell.strip() for cell in row.split("|"))
    return Key(id_, keys, arabic, action, shown, label, help_, group, bool(footer))


def _keys(table: str) -> tuple[Key, ...]:
    return tuple(_key(row) for row in table.strip().splitlines())


KEYS = _keys(_TABLE)
SEARCH_KEYS = _keys(_SEARCH_TABLE)
FILTER_KEYS = _keys(_FILTER_TABLE)
