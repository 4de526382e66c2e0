"""Joins the name lists and the counts of the corpora into one table: folded name, codes, Latin spelling.

The codes of a row are letters, some with a level from 1 to 9 (about the binary logarithm of a count):
g given name, s surname, n word within names of persons, f word of foreign names (from transliteration pairs),
c ordinary word, P person, L place, l place whose name alone is weak evidence, O organisation,
m the longest name that begins with this word, in words.
"""

from __future__ import annotations

import csv
import re
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.lists import corpora
from tui.arabic.normalise import fold, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LONGEST = 6
_ARABIC = re.compile("[ء-ي]{2,}")


@dataclass
class Entry:
    """What is known of one folded name; the counts become levels."""

    given: int = 0
    surname: int = 0
    person: int = 0
    foreign: bool = False
    common: int = 0
    types: set[str] = field(default_factory=set)
    latin: str = ""
    place_latin: str = ""


def rows(data: Path, *, keep: Callable[[int], bool] | None = None) -> list[str]:
    """The lines of the table, sorted by name; `keep` as in `corpora.count`."""
    table: dict[str, Entry] = defaultdict(Entry)
    _units(table, data / "names")
    _translit(table, data / "names")
    counts = corpora.count(data, keep=keep)
    given = {
        name
        for name, entry in table.items()
        if entry.given >= 3 and counts.plain[name] < max(3, counts.person_tokens[name])
    }
    corpora.news(counts, data, given)
    _places(table, data / "names", counts)
    _lists(table, data / "names")
    _spans(table, counts)
    _common(table, counts)
    for name in lexicon.not_names() & table.keys():
        table[name].types.clear()
    longest: dict[str, int] = defaultdict(int)
    for name, entry in table.items():
        parts = name.split(" ")
        if len(parts) > 1 and (entry.types or entry.given):
            longest[parts[0]] = max(longest[parts[0]], len(parts))
    for word in longest:
        table[word]
    lines = (_line(name, entry, longest.get(name, 0)) for name, entry in table.items())
    return sorted(line for line in lines if line)


def write(lines: list[str], path: Path) -> int:
    """Write the table, compressed; the size in bytes."""
    packed = zlib.compress("\n".join(lines).encode(), 9)
    path.write_bytes(packed)
    return len(packed)


def _level(count: int) -> str:
    return str(min(9, count.bit_length())) if count else ""


def _line(name: str, entry: Entry, longest: int) -> str:
    if len(name.split(" ")) > LONGEST:
        return ""
    codes = ""
    for letter, count in (("g", entry.given), ("s", entry.surname), ("n", entry.person), ("c", entry.common)):
        codes += letter + _level(count) if count else ""
    codes += "f" if entry.foreign else ""
    codes += "".join(sorted(entry.types))
    codes += f"m{min(longest, LONGEST)}" if longest else ""
    attested = entry.given or entry.surname or entry.person or entry.foreign
    latin = "" if entry.common > 8 else entry.latin or ("" if attested else entry.place_latin)
    return f"{name}\t{codes}\t{latin}" if codes else ""


def _read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _units(table: dict[str, Entry], names: Path) -> None:
    for row in _read(names / "person_units_wikidata.tsv"):
        name = fold(row["arabic_key"])
        if not _ARABIC.search(name) or re.search("[0-9a-z]", name):
            continue
        roles = {role: int(count) for role, count in (part.split(":") for part in row["roles"].split(",") if part)}
        entry = table[name]
        entry.given += roles.get("given", 0)
        entry.surname += roles.get("surname", 0)
        entry.person += roles.get("unknown", 0)
        entry.latin = entry.latin or row["latin_top3"].split("|")[0].title()


def _translit(table: dict[str, Entry], names: Path) -> None:
    pairs = [(row["arabic"], row["latin"]) for row in _read(names / "translit_pairs_wd.tsv")]
    lines = (names / "translit_pairs_google_ar2en.txt").read_text(encoding="utf-8").splitlines()
    pairs += [(parts[0], parts[1]) for parts in (line.split("\t") for line in lines) if len(parts) == 2]
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for arabic, latin in pairs:
        name = fold(arabic)
        if len(name) >= 3 and _ARABIC.fullmatch(name):
            spellings[name][latin.title()] += 1
    for name, found in spellings.items():
        entry = table[name]
        entry.foreign = True
        if len(found) == 1 and not entry.latin:  # one of several spellings would often be the wrong one
            entry.latin = next(iter(found))


def _places(table: dict[str, Entry], names: Path, counts: corpora.Counts) -> None:
    found: list[tuple[str, str, int]] = [
        (row["arabic"], re.sub(r",.*", "", row["en_or_code"]).title(), 0) for row in _read(names / "places_ar.tsv")
    ]
    for row in _read(names / "cities15000_ar_geonames.tsv"):
        found += [(alias, row["name"], int(row["population"])) for alias in row["arabic_alternates"].split("|")]
    for arabic, latin, people in sorted(found, key=lambda place: -place[2]):
        name = re.sub("^مدينه ", "", fold(arabic))
        if len(name) < 3 or re.search(r"[^ء-ي \-]|جغرافيا|بلديات|كانتون", name):
            continue
        name = " ".join(token.fold for token in words(name))
        entry = table[name]
        known = counts.spans[name, "place"]
        ordinary = counts.plain[name] + counts.spans[name, "person"] + counts.spans[name, "organisation"]
        unusual = any(counts.plain[part] < 3 and counts.news[part] < 200 for part in name.split(" "))
        if (" " in name and (unusual or known)) or known > ordinary or (people >= 200_000 and not ordinary):
            entry.types.add("L")
        elif not entry.types & {"L"}:
            entry.types.add("l")
        entry.place_latin = entry.place_latin or latin


def _lists(table: dict[str, Entry], names: Path) -> None:
    for file, letter in (("orgs_sport_ar.tsv", "O"), ("people_misc_ar.tsv", "P")):
        for row in _read(names / file):
            name = " ".join(token.fold for token in words(row["arabic"]))
            latin = re.sub(r"\s*\(.*", "", row["en"]).title()
            if " " not in name or re.search("[0-9]", name):
                continue
            table[name].types.add(letter)
            table[name].latin = table[name].latin or latin
            parts, spelled = name.split(" "), latin.split(" ")
            for index, part in enumerate(parts if letter == "P" else ()):
                table[part].person += 1
                if len(parts) == len(spelled) and not table[part].latin:
                    table[part].latin = spelled[index]


def _spans(table: dict[str, Entry], counts: corpora.Counts) -> None:
    for word in {*counts.person_tokens, *counts.titles}:
        count = counts.person_tokens[word] + counts.titles[word] // 2
        if _ARABIC.fullmatch(word) and count > counts.plain[word]:
            table[word].person += count
    for (name, kind), count in counts.spans.items():
        letter = {"person": "P", "place": "L", "organisation": "O"}.get(kind)
        parts = name.split(" ")
        if letter is None or not all(_ARABIC.fullmatch(part) for part in parts):
            continue
        if {parts[0], parts[-1]} & lexicon.stops() or name in lexicon.not_names():
            continue
        others = counts.plain[name] + sum(
            counts.spans[name, other] for other in ("person", "place", "organisation", "other") if other != kind
        )
        if _cliticised(name, kind, table, counts):
            continue
        unusual = any(counts.plain[part] < 3 for part in parts)
        if (len(parts) == 1 and count >= 2 and count > 3 * others) or (
            1 < len(parts) <= LONGEST and count > others and (count >= 3 or unusual)
        ):
            table[name].types.add(letter)


def _cliticised(name: str, kind: str, table: dict[str, Entry], counts: corpora.Counts) -> bool:
    """Whether a name of the corpora begins with a proclitic, which they do not split off."""
    if name.startswith("لل"):
        return True
    rest = name[1:]
    listed = rest in table and bool(table[rest].types)
    return name[0] in "وبلكف" and (listed or counts.spans[rest, kind] > counts.spans[name, kind])


def _common(table: dict[str, Entry], counts: corpora.Counts) -> None:
    for word, count in counts.plain.items():
        if _ARABIC.fullmatch(word) and count > counts.person_tokens[word] // 3:
            table[word].common += count
    for word, count in counts.news.items():
        if not _ARABIC.fullmatch(word) or count < 6:
            continue
        entry = table[word]
        beside = counts.beside_given[word] / count
        if "l" in entry.types and counts.after_place[word] >= 3 and counts.after_place[word] > count / 60:
            entry.types.add("L")  # news speaks of the town so
            entry.common = 0
        if counts.after_given[word] / count >= 0.2 and word[0] not in "وبلفك":
            entry.person += 2 if count >= 12 else 0  # a surname, whatever the lists say
        elif beside >= 0.08 or entry.types & {"L", "O"} or counts.person_tokens[word] > counts.plain[word]:
            continue
        elif _inflected(word, counts) if count >= 20 and beside < 0.08 and entry.foreign else _unlisted(entry, count):
            entry.common += count // 5 + 1


def _unlisted(entry: Entry, count: int) -> bool:
    listed = entry.given or entry.surname or entry.person or entry.foreign
    return not listed or (count >= 20 and not entry.foreign)


def _inflected(word: str, counts: corpora.Counts) -> bool:
    """Whether the news writes a word with the article or a pronoun, as it writes no foreign name."""
    forms = [word[2:], word[3:]] if word.startswith("ال") else ["ال" + word, *(word + end for end in ("ها", "هم", "ه"))]
    return max(counts.news[form] for form in forms if form) >= max(2, counts.news[word] // 100)
