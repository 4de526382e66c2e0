"""Recognisers to choose from: Warraq's own, its adapters, and plug-ins that other distributions bring.

A plug-in is an entry point of the group `warraq.recognisers`, by whose name the configuration chooses it::

    # pyproject.toml of the plug-in
    [project.entry-points."warraq.recognisers"]
    capitals = "warraq_capitals:Capitals"

    # warraq_capitals.py
    class Capitals:
        labels = {"CITY": "place"}

        def __init__(self, settings):
            self.names = (settings["path"] / "capitals.txt").read_text(encoding="utf-8").split()

        def tag(self, texts):
            return [
                [(text.find(name), text.find(name) + len(name), "CITY", 1.0) for name in self.names if name in text]
                for text in texts
            ]

    # config.toml
    recogniser = "capitals"

    [recognisers.capitals]
    path = "~/names"

The entry point is called with the settings, a dict: `path` (a `Path`), `labels` (a dict) and `threshold` (a float)
where the reader wrote them, and whatever else stands in the table. What it gives is a `Recogniser`. It is loaded when
the first article is analysed, once in each process that analyses. What it says is checked (`plugged`), and resolved as
the names of Warraq's own recogniser are.
"""

from __future__ import annotations

import threading
import warnings
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol, cast

from tui.errors import RecogniserError, WarraqError
from tui.frozen import frozen
from tui.model import ENTITY_TYPES
from tui.recognisers import OWN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from importlib.metadata import EntryPoint

    from tui.analysis.recognise.candidate import Candidate
    from tui.model import Draft, EntityType
    from tui.recognisers import Chosen

    Recognise = Callable[[Draft], tuple[Candidate, ...]]

GROUP = "warraq.recognisers"

_ADAPTERS = {
    "camel": ("camel_tools", "Camel"),
    "gliner": ("gliner", "Gliner"),
    "spacy": ("spacy", "Spacy"),
    "stanza": ("stanza", "Stanza"),
    "transformers": ("transformers", "Transformers"),
}
"""Name in the configuration -> the package needed, and the class in the module of that name in `adapters`.

They are no entry points: reading the metadata of all that is installed takes longer than an article does."""


class Recogniser(Protocol):
    """What a plug-in gives."""

    @property
    def labels(self) -> Mapping[str, EntityType]:
        """What its labels mean here: person, organisation, place, product or event.

        The reader's own `[recognisers.NAME.labels]` go before them; names of other labels are left out.
        """
        ...

    def tag(self, texts: Sequence[str]) -> Sequence[Sequence[tuple[int, int, str, float]]]:
        """Find names.

        Args:
            texts: the title and the paragraphs of one article.

        Returns:
            For each text its names: start and end in code points (half-open), label, score from 0 to 1.
        """
        ...


@frozen
class Offer:
    """A recogniser that can be chosen.

    Attributes:
        name: in the configuration.
        origin: `warraq`, or the distribution that brings it.
        lacking: the package that must be installed first; '' where nothing is missing.
    """

    name: str
    origin: str
    lacking: str = ""


def offers() -> tuple[Offer, ...]:
    """All recognisers that can be chosen; nothing of them is imported."""
    found = [Offer(OWN, "warraq")]
    for name, (package, _) in _ADAPTERS.items():
        found.append(Offer(name, "warraq", "" if find_spec(package) else package))
    for point in _points():
        if point.name not in {one.name for one in found}:
            found.append(Offer(point.name, point.dist.name if point.dist else point.value))
    return tuple(found)


def fault(chosen: Chosen) -> str:
    """Why the chosen recogniser cannot be used, as far as is seen without importing it; '' where nothing is seen."""
    from tui.analysis.recognise.adapters import local

    offer = next((one for one in offers() if one.name == chosen.name), None)
    if offer is None:
        return str(_unknown(chosen.name))
    if offer.lacking:
        return str(local.lacking(chosen.name, offer.lacking))
    try:
        if chosen.name in _ADAPTERS:
            local.folder(chosen.name, chosen.settings())
    except RecogniserError as error:
        return str(error)
    return ""


def recogniser(chosen: Chosen) -> Recognise:
    """The chosen recogniser, which is loaded at its first draft."""
    if chosen.own:
        from tui.analysis.recognise import recognise

        return recognise
    loaded: list[Recognise] = []
    one_at_a_time = threading.Lock()

    def find(draft: Draft) -> tuple[Candidate, ...]:
        with one_at_a_time:
            if not loaded:
                loaded.append(load(chosen))
        return loaded[0](draft)

    return find


def load(chosen: Chosen) -> Recognise:
    """Load a recogniser from outside.

    Raises:
        RecogniserError: there is none of this name, its package or its model is missing, or it cannot be loaded.
    """
    from tui.analysis.recognise.plugged import Plugged, said

    make = _maker(chosen.name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of packages to their programmers
            made = make(chosen.settings())
            types = {**made.labels, **dict(chosen.labels)}
            made.tag  # noqa: B018 - whether it has one
    except WarraqError:
        raise
    except Exception as error:  # foreign code: whatever it raises, it cannot be used
        raise RecogniserError(f"recogniser {chosen.name}: cannot be loaded ({said(error)})") from error
    return Plugged(chosen.name, made, _meant(chosen.name, made, types), chosen.threshold)


def _maker(name: str) -> Callable[[Mapping[str, object]], Recogniser]:
    if name in _ADAPTERS:
        module = import_module(f"tui.analysis.recognise.adapters.{name}")
        return cast("Callable[[Mapping[str, object]], Recogniser]", getattr(module, _ADAPTERS[name][1]))
    for point in _points():
        if point.name == name:
            return _entry(point)
    raise _unknown(name)


def _unknown(name: str) -> RecogniserError:
    known = ", ".join(one.name for one in offers())
    return RecogniserError(f"recogniser {name}: there is none of this name; `recogniser` in config.toml can be {known}")


def _entry(point: EntryPoint) -> Callable[[Mapping[str, object]], Recogniser]:
    from tui.analysis.recognise.plugged import said

    try:
        return cast("Callable[[Mapping[str, object]], Recogniser]", point.load())
    except Exception as error:  # the same
        brought = point.dist.name if point.dist else point.value
        raise RecogniserError(
            f"recogniser {point.name}: {brought} cannot be imported ({said(error)}); install it anew or choose another"
        ) from error


def _points() -> tuple[EntryPoint, ...]:
    from importlib.metadata import entry_points

    return tuple(entry_points(group=GROUP))


def _meant(name: str, made: Recogniser, types: Mapping[str, str]) -> dict[str, EntityType]:
    """The labels that mean something here.

    Raises:
        RecogniserError: none does, or one means what there is not.
    """
    wrong = sorted({str(kind) for kind in types.values() if kind and kind not in ENTITY_TYPES})
    if wrong:
        raise RecogniserError(f"recogniser {name}: its labels mean {wrong[0]!r}, not {', '.join(ENTITY_TYPES)}")
    meant = {str(label): cast("EntityType", kind) for label, kind in types.items() if kind}
    if not meant:
        own = ", ".join(map(str, getattr(made, "own", ()))) or "none"
        raise RecogniserError(
            f"recogniser {name}: what its labels mean is not known ({own}); "
            f"say it under [recognisers.{name}.labels] in config.toml"
        )
    return meant
