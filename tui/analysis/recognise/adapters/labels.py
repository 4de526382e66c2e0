"""What the labels of the usual annotated corpora mean here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model import EntityType

_LABELS: dict[str, EntityType] = {
    # CoNLL, ANERcorp, WikiANN, AQMAR: three types; MISC mixes products, events and nationalities and is left out.
    "PER": "person",
    "PERS": "person",
    "LOC": "place",
    "ORG": "organisation",
    # OntoNotes 5 and ACE; NORP (nationalities, religions) is left out, since demonyms are Warraq's own business.
    "PERSON": "person",
    "GPE": "place",
    "FAC": "place",
    "FACILITY": "place",
    "LOCATION": "place",
    "ORGANIZATION": "organisation",
    "ORGANISATION": "organisation",
    "PRODUCT": "product",
    "EVENT": "event",
    "WORK_OF_ART": "product",
    "VEH": "product",
    "WEA": "product",
    # Wojood adds nothing that is shown but EVENT and PRODUCT; OCC (offices), DATE and numbers are left out.
    "PROD": "product",
    "EVE": "event",
    "PLACE": "place",
}


def bare(tag: str) -> str:
    """A tag of the schemes BIO, IOBES, BILOU without its prefix."""
    return tag[2:] if len(tag) > 2 and tag[1] in "-_" and tag[0] in "BIESLU" else tag


def known(labels: Iterable[str]) -> dict[str, EntityType]:
    """Those of a model's labels whose meaning is plain, whatever their case."""
    return {label: _LABELS[label.upper()] for label in labels if label.upper() in _LABELS}
