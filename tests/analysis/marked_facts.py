"""Names and looks that the tests of facts share."""

from __future__ import annotations

from collections.abc import Callable

from tui.model import Fact

Marked = Callable[..., tuple[Fact, ...]]

HANNIBAL = "{حنبعل=person:حنبعل}"
SCIPIO = "{سكيبيو=person:سكيبيو}"
CARTHAGE = "{قرطاج=place:قرطاج}"
SENATE = "{مجلس الشيوخ=organisation:مجلس-الشيوخ}"


def kinds(facts: tuple[Fact, ...], kind: str) -> list[Fact]:
    return [fact for fact in facts if fact.kind == kind]


def subject_of(fact: Fact) -> str:
    assert fact.subject is not None
    return fact.subject.entity or fact.subject.text


def object_of(fact: Fact) -> str:
    assert fact.object is not None
    return fact.object.text
