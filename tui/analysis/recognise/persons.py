"""Names of persons: a given name with what follows it, or a title with a name behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.pieces import STRONG, Piece, piece
from tui.analysis.recognise.tokens import Spot, readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.recognise.tokens import Passage

_SERVANT = Piece("given", 5)  # عبد with what follows it
_FATHER = {"ابو", "ابي", "ابا"}
LONGEST = 9  # words of a name, بن and the like among them
_REACH = 7  # words from an office to its holder (رئيس لجنة ... فلان)


def find(passage: Passage) -> Iterator[Candidate]:
    """Candidates for persons."""
    index = 0
    while index < len(passage.tokens):
        found = _at(passage, index)
        if found and not _named_after(passage, index):
            yield _with_kunya(passage, index, found[0])
        index = found[1] if found else index + 1


def _named_after(passage: Passage, index: int) -> bool:
    """Whether a thing bears the name (جامعة الملك فلان, مستشفى فلان): nobody is spoken of."""
    before = index - 1
    if before > 0 and lexicon.titles().get(passage.word(before)) == "d":
        before -= 1
    if before < 0 or not passage.joined(before, index):
        return False
    return any(rest in lexicon.words("named after") for _, rest in readings(passage.word(before)))


def _with_kunya(passage: Passage, index: int, found: Candidate) -> Candidate:
    """أبو before the name belongs to it."""
    before = index - 1
    if before < 0 or passage.word(before) not in _FATHER or not passage.joined(before, index + 1):
        return found
    start = passage.span(Spot(before, 0, passage.word(before)), index)[0]
    return found._replace(start=start, key=f"{passage.word(before)} {found.key}")


def _at(passage: Passage, index: int) -> tuple[Candidate, int] | None:
    """The person that begins at a word, and one past its last word."""
    if _before_surname(passage, index):
        spot = Spot(index, 0, passage.word(index))
        name = passage.name(spot, index + 2)
        span = passage.span(spot, index + 2)
        return Candidate(*span, "person", "name", 80, "name before a known surname", name), index + 2
    for spot in passage.spots(index):
        first = piece(spot.rest)
        place = lexicon.known().get(spot.rest)
        body = spot.rest in lexicon.states()
        if body or (place and place.type == "place" and first.kind != "given"):
            continue  # حكومة فلان, الخطوط التونسية فرنسا فلان
        if first.kind in {"", "ordinal", "rare"} or (spot.cut and not _attested(first, spot.rest)):
            continue
        if not spot.cut and first.kind in {"unknown", "foreign"} and _better_cut(spot.rest):
            continue
        if not spot.cut and (_for_another(spot.rest, first) or (spot.rest[0] == "و" and _conjoined(spot.rest, first))):
            continue
        if not _opens(first, spot) or (spot.cut and _whole(passage.word(index), first)):
            break
        end = _end(passage, spot, first)
        titled = _title(passage, index)
        reason = _reason(passage, spot, end, titled)
        if reason:
            score = 75 + end - index + (8 if titled == "direct" else 0)
            name = passage.name(spot, end)
            return Candidate(*passage.span(spot, end), "person", "name", score, reason, name), end
        if not spot.cut and first.kind in STRONG:
            break  # a known name is not cut (باراك, وائل)
    return None


def _better_cut(folded: str) -> bool:
    """Whether an unlisted word is a proclitic before a sure given name (بإيمانويل)."""
    row = lexicon.word(folded)
    if row.types or row.evidence:
        return False
    cut = [piece(rest) for _, rest in readings(folded)[1:]]
    return any(one.kind == "given" and one.strength > 2 for one in cut)


def _for_another(folded: str, first: Piece) -> bool:
    """Whether an unknown word is a proclitic before the name of a place or body (المدير التنفيذي لغوغل)."""
    rest = folded[1:]
    named = rest in lexicon.known() or set("LO") & set(lexicon.word(rest).types)
    return folded[0] in "لب" and first.kind in {"unknown", "foreign"} and bool(named)


def _before_surname(passage: Passage, index: int) -> bool:
    """A place of the long lists before a surname of the news is a given name (فلورانس بارلي)."""
    word = passage.word(index)
    place = set("Ll") & set(lexicon.word(word).types) and not lexicon.word(word).common
    return bool(place) and passage.next(index + 1) in lexicon.surnames() and word not in lexicon.known()


def _opens(first: Piece, spot: Spot) -> bool:
    return first.kind != "link" or spot.rest in lexicon.words("opening links")


def _whole(folded: str, rest: Piece) -> bool:
    """Whether a word that could be cut is better left whole: an ordinary word, or itself a name (فلورانس)."""
    if folded[0] == "ك":
        return True  # as a proclitic it hardly ever stands before a person
    row = lexicon.word(folded)
    return bool(row.common or set("PLO") & set(row.types) or row.evidence > rest.strength)


def _attested(first: Piece, rest: str) -> bool:
    return first.kind in STRONG or first.kind == "link" or (first.kind in {"foreign", "ambiguous"} and len(rest) > 3)


def _title(passage: Passage, index: int) -> str:
    """What title stands before a word: direct (الرئيس, الرئيس الفرنسي), office (some words before) or ''."""
    if not index or passage.tokens[index].gap not in {"", "،", ","}:
        return ""
    comma = bool(passage.tokens[index].gap)  # ووزير الخزانة، فلان
    for back in range(index - 1, max(-1, index - _REACH), -1):
        for _, rest in readings(passage.word(back)):
            how = lexicon.titles().get(rest)
            between = passage.tokens[back + 1 : index]
            if (
                not comma
                and how == "d"
                and all(token.fold.startswith("ال") and not piece(token.fold).kind for token in between)
            ):
                return "direct"
            if how or (back == index - 1 and _compatriot(passage.word(back))):
                return "office"
        if not passage.next(back):
            break
    return ""


def _end(passage: Passage, spot: Spot, first: Piece) -> int:
    """One past the last word of the name that begins at a spot."""
    if spot.rest in lexicon.surnames():
        return spot.at + 1
    end = _unit(passage, spot)
    names, unknown, last = 1, first.kind in {"unknown", "foreign"}, end
    sure = (first.kind == "given" and first.strength >= 4) or spot.rest == "عبد"
    while end < len(passage.tokens) and end - spot.at < LONGEST and passage.joined(end - 1, end + 1):
        folded, before = passage.word(end), passage.word(end - 1)
        following = Piece("surname", 1) if before == "عبد" and folded.startswith("ال") else piece(folded)
        unit = _unit(passage, Spot(end, 0, folded))
        if unit > end + 1:  # خلف الله
            names, last, end = names + 1, unit, unit
            continue
        if _conjoined(folded, following) or (folded in lexicon.surnames() and before in lexicon.surnames()):
            break
        end += 1
        if following.kind == "link":
            continue
        linked = end - 1 > last
        if not (linked and following.kind in {"foreign", "unknown", "ambiguous"}) and not _continues(
            folded, following, names, unknown=unknown, sure=sure
        ):
            break
        unknown = unknown or following.kind in {"unknown", "rare"}
        names, last = names + 1, end
    return last


def _compatriot(folded: str) -> bool:
    """البرازيلي فلان: an adjective of nationality with the article."""
    demonym = lexicon.demonyms().get(folded)
    return demonym is not None and demonym.definite


def _unit(passage: Passage, spot: Spot) -> int:
    """One past a given name of several words (عبد الله, صلاح الدين) that begins at a spot, or past its one word."""
    units = passage.names(spot, lexicon.word(spot.rest).longest)
    return next((end for end, name in units if end > spot.at + 1 and lexicon.word(name).given), spot.at + 1)


def _conjoined(folded: str, following: Piece) -> bool:
    """Whether a word rather is a proclitic and the beginning of another name (محمد وعلي)."""
    if folded[0] not in "وفبل" or following.kind in {"link", "ordinal"} or len(folded) < 4:
        return False
    rest = piece(folded[1:])
    if folded[0] == "و" and folded[1:] in lexicon.words("opening links"):
        return True
    return rest.kind in STRONG and rest.strength > following.strength + 1


def _continues(folded: str, following: Piece, names: int, *, unknown: bool, sure: bool) -> bool:
    """Whether a word goes on with a name of so many words."""
    match following.kind:
        case "given" | "surname":
            return True
        case "ambiguous":
            return following.strength >= 0 or names == 1
        case "foreign" | "unknown":
            place = folded[0] in "بلف" and set("LO") & set(lexicon.word(folded[1:]).types)
            clitic = following.kind == "unknown" and len(folded) > 4 and (folded[0] == "و" or place)
            return not clitic and not (unknown and names > 1)
        case "rare" | "ordinal":
            return names == 1 and (sure or following.kind == "ordinal")
    demonym = folded in lexicon.demonyms() and folded.startswith("ال")  # المصري is a surname as well
    return demonym and names == 1 and lexicon.word(folded).surname > 0


def _office_after(passage: Passage, end: int) -> bool:
    """فلان، المدير التنفيذي: a title behind a comma."""
    return end < len(passage.tokens) and passage.tokens[end].gap in {"،", ","} and passage.word(end) in lexicon.titles()


def _said(passage: Passage, index: int) -> bool:
    return bool(passage.next(index)) and passage.word(index - 1).removeprefix("و") in lexicon.words("saying")


def _reason(passage: Passage, spot: Spot, end: int, titled: str) -> str:
    """Which rule makes a person of these words; '' when none does."""
    found = [piece(word) for word in passage.name(spot, end).split(" ")]
    if spot.rest == "عبد" and len(found) > 1:
        found[:2] = [_SERVANT]
    first = found[0]
    pieces = [one for one in found if one.kind != "link"]
    article = passage.word(spot.at).startswith("ال")
    if len(pieces) == 1 and spot.rest in lexicon.known():
        return ""  # نظيره برشلونة
    if titled == "direct" and first.kind != "link" and (len(pieces) > 1 or first.kind != "ambiguous"):
        return "name after a title"
    if len(pieces) < 2:
        return ""
    named = first.kind in {"given", "surname", "foreign", "unknown"} and not article
    if named and (_office_after(passage, end) or _said(passage, spot.at)):
        return "name with an office or a verb of saying"
    if named and titled == "office" and first.kind != "unknown":
        return "name after an office"
    return _reason_by_lists(spot, first, pieces, article=article)


def _reason_by_lists(spot: Spot, first: Piece, pieces: list[Piece], *, article: bool) -> str:
    strong = [one.strength for one in pieces if one.kind in STRONG]
    sure = sum(strong) > 5
    if first.kind == "given" and (first.strength > 2 or sure) and (not article or len(strong) > 1):
        return "given name and surname"
    certain = all(one.kind not in {"ambiguous", "rare"} for one in pieces)
    if first.kind == "given" and certain and not article and len(spot.rest) > 2:
        return "given name and foreign surname"
    given = first.kind == "ambiguous" and first.strength > -1 and lexicon.word(spot.rest).given > 4
    if given and pieces[1].kind == "unknown":
        return "given name and an unknown word"
    if first.kind == "link":
        return "kunya or family name" if strong else ""
    led = first.kind in STRONG or lexicon.word(spot.rest).given > 4
    most = len(strong) >= len(pieces) - (first.kind == "ambiguous")
    return "words of known names" if sure and most and led and not article else ""
