"""`python -m tui.i18n`: gather the code's texts into each catalogue, and compile them. Needs Babel (extra `dev`)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tui.i18n import CATALOGUES, DOMAIN, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from babel.messages.catalog import Message

_PACKAGE = Path(__file__).parent.parent
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def template(package: Path = _PACKAGE) -> Catalog:
    """All texts that the code marks, without translations."""
    found = Catalog(domain=DOMAIN)
    for file, _, text, _, context in extract_from_dir(package, [("**.py", "python")], keywords=_KEYWORDS):
        found.add(text, locations=[(f"tui/{file}", 0)], context=context)
    return found


def path(language: str, suffix: str) -> Path:
    """Where a catalogue lies: `po` is written by people, `mo` is what is read."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.{suffix}"


def load(language: str) -> Catalog:
    """A catalogue as people wrote it; empty where there is none yet."""
    if not path(language, "po").exists():
        return Catalog(locale=language, domain=DOMAIN)
    with path(language, "po").open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def update(languages: Iterable[str] = LANGUAGES[1:]) -> None:
    """Write each catalogue anew: new texts without a translation, those that are gone left out."""
    texts = template()
    for language in languages:
        catalogue = load(language)
        catalogue.update(texts, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        _head(catalogue)
        path(language, "po").parent.mkdir(parents=True, exist_ok=True)
        with path(language, "po").open("wb") as po, path(language, "mo").open("wb") as mo:
            write_po(po, catalogue, width=0, sort_output=True, include_lineno=False)
            write_mo(mo, catalogue)
        missing = [message.id for message in catalogue if message.id and not all(_strings(message))]
        print(f"{language}: {len(catalogue)} texts, {len(missing)} without a translation", *missing, sep="\n  ")  # noqa: T201


def _strings(message: Message) -> tuple[str, ...]:
    """Its translation, in each plural form."""
    return tuple(message.string) if isinstance(message.string, tuple | list) else (message.string or "",)


def _head(catalogue: Catalog) -> None:
    """A header that says what it must and changes with nothing but that: no dates, no names."""
    catalogue.header_comment = f"# The words of Warraq's interface ({catalogue.locale}). MIT, as the program is."
    catalogue.project, catalogue.version, catalogue.fuzzy = DOMAIN, "", False
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = ""
    catalogue.creation_date = catalogue.revision_date = datetime(2000, 1, 1, tzinfo=UTC)


if __name__ == "__main__":
    update()
