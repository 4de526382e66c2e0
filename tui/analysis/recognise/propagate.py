"""One sense in a document: a name found once by strong evidence is found wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.persons import piece
from tui.analysis.recognise.spelling import skeleton
from tui.analysis.recognise.tokens import joined, readings, start_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.recognise.tokens import Token

_STRONG = 75  # score from which a name is believed elsewhere in the document


def find(text: str, tokens: Sequence[Token], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Candidates for further mentions of names found: persons by surname, the others by the same words."""
    names = _names(found)
    if not names:
        return
    longest = {}
    for name in names:
        first, count = name.split(" ")[0], name.count(" ") + 1
        longest[first] = max(longest.get(first, 0), count)
    for index, token in enumerate(tokens):
        for cut, rest in readings(token.fold):
            if rest not in longest or (cut and token.fold in longest):
                continue
            candidate = _match(text, tokens, index, cut, rest, longest[rest], names)
            if candidate:
                yield (_widened(text, tokens, index, candidate, names[candidate.key].key) if not cut else None) or candidate
                break


def _match(
    text: str, tokens: Sequence[Token], index: int, cut: int, rest: str, longest: int, names: dict[str, Candidate]
) -> Candidate | None:
    for end in range(min(len(tokens), index + longest), index, -1):
        name = " ".join([rest, *(token.fold for token in tokens[index + 1 : end])])
        if name in names and joined(tokens, index, end):
            model = names[name]
            start = start_after(text, tokens[index], cut)
            reason = "surname of a person in this article" if model.type == "person" and name != model.key else ""
            reason = reason or "name found elsewhere in this article"
            shown, latin = (model.name, model.latin) if name == model.key else ("", "")
            score = 68 + end - index
            return Candidate(start, tokens[end - 1].end, model.type, "name", score, reason, name, shown, latin)
    return None


def _widened(text: str, tokens: Sequence[Token], index: int, found: Candidate, full: str) -> Candidate | None:
    """A surname known from this article with a given name before it that the lists do not make sure of."""
    if found.type != "person" or " " in found.key or not index or tokens[index].gap:
        return None
    for cut, rest in readings(tokens[index - 1].fold):
        kind = piece(rest).kind
        alike = skeleton(rest) == skeleton(full.split(" ")[0])
        if kind in {"given", "surname"} or (kind == "foreign" and len(rest) > 3) or (alike and full != found.key):
            start = start_after(text, tokens[index - 1], cut)
            key = f"{rest} {found.key}"
            return found._replace(start=start, score=76, key=key, reason="name before a surname in this article")
    return None


def _names(found: Sequence[Candidate]) -> dict[str, Candidate]:
    names: dict[str, Candidate] = {}
    for candidate in found:
        if candidate.kind != "name" or candidate.score < _STRONG or candidate.reason == "body of a state":
            continue
        if candidate.type != "person":
            first = candidate.key
            if " " in first or not lexicon.word(first).common:
                names.setdefault(first, candidate)
            continue
        names.setdefault(candidate.key, candidate)
        for surname in surnames(candidate.key):
            names.setdefault(surname, candidate)
    return names


def surnames(key: str) -> tuple[str, ...]:
    """The forms by which a person of this folded full name is named alone: the last word, with its link words."""
    words = key.split(" ")
    if len(words) < 2:
        return ()
    last = words[-1]
    if last in {"الله", "الدين"}:
        return (f"{words[-2]} {last}",) if len(words) > 2 else ()
    linked = len(words) > 2 and piece(words[-2]).kind == "link"
    alone = last if not linked or words[-2] in {"دي", "ال"} else ""
    forms = [f"{words[-2]} {last}"] if linked else []
    row = lexicon.word(last)
    named = bool(set("LO") & set(row.types)) and row.evidence < 4
    if alone and len(alone) > 2 and not row.common and not named and piece(alone).kind not in {"", "ordinal", "ambiguous"}:
        forms.append(alone)
    return tuple(forms)
