"""What the tables say about a word or a name; everything is read at the first question, once."""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple, cast

from tui.arabic import normalise
from tui.arabic.normalise import fold

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import EntityType

_CODE = re.compile("([a-zA-Z])([1-9]?)")


class Word(NamedTuple):
    """The row of a name or word: levels from 0 to 9 (about the binary logarithm of a count).

    Attributes:
        person: how often it stands within names of persons.
        common: how often it is an ordinary word.
        types: letters P, L, O for names that stand alone; l for places that are weak evidence.
        longest: words of the longest name that begins with this word.
    """

    given: int = 0
    surname: int = 0
    person: int = 0
    common: int = 0
    foreign: bool = False
    types: str = ""
    longest: int = 1
    latin: str = ""

    @property
    def evidence(self) -> int:
        """The strongest evidence that it is part of a person's name."""
        return max(self.given, self.surname, self.person)


class Known(NamedTuple):
    """A name of the hand-made tables: type, name shown, Latin name."""

    type: EntityType
    name: str
    latin: str


class Head(NamedTuple):
    """A noun that heads names; `how` is described in `tables/heads.tsv`."""

    type: EntityType
    how: str


UNKNOWN = Word()


def table(name: str) -> list[list[str]]:
    """The rows of a table in `tables/`, comments left out."""
    text = files("tui.analysis.recognise").joinpath("tables", f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


_files: list[Path] = []


def use(path: Path) -> None:
    """Read another table of names than the one shipped, before anything was asked: for measuring."""
    _files.append(path)


@cache
def _table() -> list[bytes]:
    """The table's lines, sorted: a third of the memory that a dict of it takes."""
    shipped = files("tui.analysis.recognise").joinpath("names.bin")
    return zlib.decompress(_files[-1].read_bytes() if _files else shipped.read_bytes()).split(b"\n")


def _row(name: str) -> str:
    """Codes and Latin spelling of a folded name, with a tab between them; '' where the table lacks it."""
    lines, key = _table(), f"{name}\t".encode()
    place = bisect_left(lines, key)
    if place == len(lines) or not lines[place].startswith(key):
        return ""
    return lines[place][len(key) :].decode()


@lru_cache(maxsize=65536)
def word(folded: str) -> Word:
    """What the table of names says about a folded word or name; `UNKNOWN` when it says nothing."""
    row = _row(folded)
    if folded in surnames():
        row = "s5n5P\t" + surnames()[folded]
    elif not row:
        return UNKNOWN
    codes, _, latin = row.partition("\t")
    levels = {letter: int(level or 1) for letter, level in _CODE.findall(codes)}
    types = "".join(letter for letter in "PLOl" if letter in levels)
    return Word(
        levels.get("g", 0),
        levels.get("s", 0),
        levels.get("n", 0),
        levels.get("c", 0),
        "f" in levels,
        types,
        levels.get("m", 1),
        latin,
    )


def key(name: str) -> str:
    """The form under which a name stands in the tables: its folded words."""
    return " ".join(token.fold for token in normalise.words(name))


@cache
def heads() -> dict[str, Head]:
    """Nouns that head a name, by folded form."""
    return {fold(row[0]): Head(cast("EntityType", row[1]), row[2]) for row in table("heads")}


@cache
def titles() -> dict[str, str]:
    """Words before a person's name: folded form -> how (see the table)."""
    return {fold(row[0]): row[1] for row in table("titles")}


@cache
def stops() -> frozenset[str]:
    """Words that are never part of a name."""
    return frozenset(fold(part) for row in table("stops") for part in row[0].split()) | {"على", "وعلى"}


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {name: frozenset(fold(part) for part in parts.split()) for name, parts in table("words")}


def words(name: str) -> frozenset[str]:
    """A small set of words by its name in `tables/words.tsv`."""
    return _sets()[name]


@cache
def complements() -> frozenset[str]:
    """Words with ل that continue a body's name."""
    return frozenset(fold(part) for row in table("complements") for part in row[0].split())


@cache
def portfolios() -> frozenset[str]:
    """Words with وال that continue a ministry's name."""
    return frozenset(fold("وال" + part) for row in table("portfolios") for part in row[0].split())


@cache
def not_names() -> frozenset[str]:
    """Phrases that look like names and are none."""
    return frozenset(key(row[0]) for row in table("not_names"))


@cache
def states() -> dict[str, tuple[str, bool]]:
    """State bodies: folded word -> key of the body, whether the adjective after it must be feminine."""
    return {fold(row[0]): (row[1], row[2] == "f") for row in table("states")}


@cache
def letters() -> dict[str, str]:
    """Arabic names of Latin letters."""
    return {fold(row[0]): row[1] for row in table("letters")}


def spelled(key: str) -> str:
    """The Latin letters that a folded name spells (ان اس او: NSO), '' when it does not."""
    parts = key.split(" ")
    return "".join(letters()[part] for part in parts) if len(parts) > 1 and set(parts) <= letters().keys() else ""


@cache
def epithets() -> dict[str, Known]:
    """Epithets and whom they mean."""
    return {key(row[0]): Known(cast("EntityType", row[1]), row[2], "") for row in table("epithets")}


@cache
def known() -> dict[str, Known]:
    """Countries and names that matter, by each folded form."""
    found: dict[str, Known] = {}
    for name, kind, latin, others in table("known"):
        for form in (name, *others.split("|")):
            if form:
                found[key(form)] = Known(cast("EntityType", kind), name, latin)
    for _, name, latin in table("people"):
        if name != "-":
            found[key(name)] = Known("person", name, latin)
    for name, _, latin, others, *_rest in table("countries"):
        for form in (name, *others.split("|")):
            if form:
                found[key(form)] = Known("place", name, latin)
    return found


@cache
def by_latin() -> dict[str, Known]:
    """The names of `known` by their folded Latin name (le monde), where one alone has it."""
    found: dict[str, Known | None] = {}
    for one in known().values():
        latin = key(one.latin)
        found[latin] = one if found.get(latin, one) == one else None
    return {latin: one for latin, one in found.items() if one and latin}


@cache
def surnames() -> dict[str, str]:
    """Surnames that are told alone: folded -> Latin."""
    return {fold(row[0]): row[2].split(" ")[-1] for row in table("people") if row[0] != "-"}


@cache
def countries() -> frozenset[str]:
    """Names of countries as shown."""
    return frozenset(row[0] for row in table("countries"))


@cache
def longest() -> dict[str, int]:
    """First word -> words of the longest name in the hand-made tables that begins with it."""
    lengths: dict[str, int] = {}
    for form in (*known(), *epithets()):
        parts = form.split(" ")
        lengths[parts[0]] = max(lengths.get(parts[0], 1), len(parts))
    return lengths


class Demonym(NamedTuple):
    """An adjective of nationality: its country, and whether this form is feminine and definite."""

    country: str
    feminine: bool
    definite: bool


@cache
def demonyms() -> dict[str, Demonym]:
    """All forms of the nationality adjectives, folded; of two words (كوري جنوبي) too."""
    found: dict[str, Demonym] = {}
    for name, _, _, _, adjectives, plurals in table("countries"):
        for adjective in filter(None, adjectives.split("|")):
            parts = adjective.split(" ")
            for ending in ("", "ة", "ون", "ين", "ان", "تين", "تان", "ات"):
                form = " ".join(part + ending for part in parts)
                _add(found, form, Demonym(name, ending == "ة", definite=False))
        for plural in filter(None, plurals.split("|")):
            _add(found, plural, Demonym(name, feminine=False, definite=False))
    return found


@cache
def _adjectives() -> dict[str, str]:
    """Countries as shown and their nationality adjective, masculine and indefinite."""
    return {row[0]: row[4].split("|")[0] for row in table("countries") if row[4]}


def state_body(body: str, country: str) -> str:
    """The usual name of a state's body: of حكومة and المغرب it is الحكومة المغربية."""
    adjective = _adjectives().get(country)
    if adjective is None:
        return f"{body} {country}"
    feminine = body.partition(" ")[0].endswith(("ة", "ات"))
    of = " ".join("ال" + part + "ة" * feminine for part in adjective.split(" "))
    return f"{body} {of}" if body.startswith("وزارة ") else f"ال{body} {of}"


def _add(found: dict[str, Demonym], form: str, demonym: Demonym) -> None:
    found.setdefault(fold(form), demonym)
    definite = " ".join("ال" + part for part in form.split(" "))
    found.setdefault(fold(definite), demonym._replace(definite=True))


_SUFFIXES = ("هما", "ها", "هم", "ات", "ون", "ين", "ان", "نا", "وا", "ه", "ا", "ي", "ت")
_PREFIXES = ("وال", "بال", "فال", "لل", "ال", "وس", "و", "ف", "ب", "ل", "ك", "س", "ي", "ت", "ن", "ا")


@cache
def _common() -> frozenset[str]:
    """The ordinary words of the table: asked by the hundred for each new word, so not looked up one by one."""
    return frozenset(re.findall("^([^\t]+)\t[a-bd-zA-Z0-9]*c", b"\n".join(_table()).decode(), re.MULTILINE))


@lru_cache(maxsize=65536)
def ordinary(folded: str) -> bool:
    """Whether an unlisted word is an ordinary one once its affixes are cut off."""
    common = _common()
    if folded in common:
        return True
    bare = [folded] + [folded[len(prefix) :] for prefix in _PREFIXES if folded.startswith(prefix)]
    cut = [part[: -len(suffix)] for part in bare for suffix in _SUFFIXES if part.endswith(suffix)]
    forms = [*bare, *cut, *(part + "ه" for part in cut)]
    return any(len(part) > 2 and part in common for part in forms)
