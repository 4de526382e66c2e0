"""Who and what articles name."""

from __future__ import annotations

from typing import Literal

from tui.frozen import frozen

EntityType = Literal["person", "organisation", "place", "product", "event"]
MentionType = Literal["person", "organisation", "place", "product", "event", "nationality"]
MentionKind = Literal["name", "title", "nominal", "demonym"]

ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organisation", "place", "product", "event")


@frozen
class Mention:
    """A name (or title, noun, adjective) that stands for an entity, without its proclitics.

    Attributes:
        entity: the entity's id, '' when it could not be told.
        reason: the rule that made the link, for the reader to judge.
    """

    start: int
    end: int
    surface: str
    type: MentionType
    kind: MentionKind
    entity: str
    reason: str


@frozen
class Entity:
    """A person, organisation, place, product or event.

    Attributes:
        id: stable text made of type and folded name (`person:ايمانويل-ماكرون`).
        name: the name to show.
        names: all names seen, `name` among them.
        mentions: how many there are where the entity was asked for (in the article, in the library).
    """

    id: str
    type: EntityType
    name: str
    names: tuple[str, ...] = ()
    latin: str = ""
    wikidata: str = ""
    mentions: int = 0


@frozen
class Pack:
    """A knowledge pack.

    Attributes:
        name: of its file, without suffix.
        count: how many statements it holds.
        day: that of the file, ISO 8601; '' where it came without one.
        file: where it lies in the reader's folder of packs; '' for one that was added by hand, or ships.
        stamp: what tells that file from what it was when it was taken up.
        problem: why the file cannot be read; the statements are those of before.
    """

    name: str
    count: int = 0
    day: str = ""
    file: str = ""
    stamp: str = ""
    problem: str = ""


@frozen
class Statement:
    """Outside knowledge from a pack: `subject` is an entity's id or a Wikidata id, `name` its name in Arabic."""

    subject: str
    name: str
    property: str
    value: str
    start: str = ""
    end: str = ""
    source: str = ""
    pack: str = ""
