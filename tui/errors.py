"""The errors that Warraq raises on purpose; each message is one line: what, where, what to do.

::

    WarraqError                     shown as one line, exit code 1
    ├── UsageError                  wrong usage, exit code 2
    │   └── QueryError              a query that cannot be read; knows the place
    ├── ConfigError                 config.toml cannot be used
    ├── BrowserError                a link cannot be opened
    ├── FileError                   an article cannot be saved to a file
    ├── RecogniserError             the chosen recogniser cannot be used at all
    ├── TaggingError                the chosen recogniser failed on an article
    ├── SourceError                 an article cannot be read from where it is
    │   └── EncodingError           bytes that are no text in an encoding known here
    └── LibraryError                the library file cannot be used
        ├── LibraryBusy             another Warraq holds the library for longer than we wait
        ├── DayFull                 no more articles fit into a day
        ├── Interrupted             a query that a newer one replaced (`Library.interrupt`)
        └── UnknownItem             no such article or entity
"""


def _english(value: object) -> object:
    return ", ".join(name for name in value if name.isascii()) if isinstance(value, tuple) else value


class WarraqError(Exception):
    """Base of all errors that a user may see. Its text is one line of English, as the command line prints it.

    Attributes:
        template: the line before its fields were filled in, as the catalogues know it (`N_`).
        fields: what differs; a tuple holds names in English and Arabic, of which a reader of one wants no other.
    """

    def __init__(self, template: str = "", **fields: object) -> None:
        english = {name: _english(value) for name, value in fields.items()}
        super().__init__(template.format(**english) if fields else template)
        self.template = template
        self.fields = fields


class UsageError(WarraqError):
    """The command line or a value in it is wrong."""


class QueryError(UsageError):
    """A query that cannot be read.

    Attributes:
        query: the query as typed.
        start: code point at which the mistake begins.
    """

    def __init__(self, template: str, query: str, start: int, **fields: object) -> None:
        super().__init__(template, **fields)
        self.query = query
        self.start = start


class ConfigError(WarraqError):
    """The configuration cannot be used."""


class BrowserError(WarraqError):
    """A link cannot be opened."""


class FileError(WarraqError):
    """An article cannot be saved to a file."""


class RecogniserError(WarraqError):
    """The chosen recogniser cannot be used: it is not installed, its model is not there or cannot be loaded."""


class TaggingError(WarraqError):
    """The chosen recogniser failed on an article; another article may be well."""


class SourceError(WarraqError):
    """An article cannot be read from its source."""


class EncodingError(SourceError):
    """Bytes that are no text in any encoding that was tried."""


class LibraryError(WarraqError):
    """The library file cannot be used."""


class LibraryBusy(LibraryError):  # noqa: N818 - it is a state of the library; "Error" says nothing more
    """Another process holds the library for writing for longer than we wait."""


class DayFull(LibraryError):  # noqa: N818 - it is a state of the library
    """As many articles of a day are there as ids have room for."""


class Interrupted(LibraryError):  # noqa: N818 - it is what was asked for
    """A running query was ended because its answer is no longer wanted."""


class UnknownItem(LibraryError):  # noqa: N818 - names what is asked for and not there
    """No article or entity has this id or name."""
