"""What the reader put right about entities."""

from __future__ import annotations

from typing import Literal

from tui.frozen import frozen

CorrectionKind = Literal["merge", "split", "apart", "rename", "retype", "ignore", "undo"]
CORRECTION_KINDS: tuple[CorrectionKind, ...] = ("merge", "split", "apart", "rename", "retype", "ignore", "undo")


@frozen
class Correction:
    """One line of the log of corrections, which is only added to.

    Attributes:
        kind: `merge`: `other` takes the place of `entity`; `split`: in one article a name of `entity` means `other`;
            `apart`: `entity` and `other` are never the same, whatever a rule says; `rename` and `retype`: `entity` is
            called `value`, is of the type `value`; `ignore`: `entity` is none; `undo`: takes another correction back.
        entity: an entity's id; it need not exist any more, or yet.
        other: another's.
        value: a name or a type; of `merge` and `split` the name of `other`; of `undo` the id of what is taken back.
        article: the digest of the article of a `split`, 16 hexadecimal digits.
        surface: the name that a `split` takes off, folded.
        was: what `entity` was called, or its type, before; of `merge` and `ignore` all its names.
        made: ISO 8601, UTC.
        id: 16 hexadecimal digits, the same in every library that it was brought to.
    """

    kind: CorrectionKind
    entity: str
    other: str = ""
    value: str = ""
    article: str = ""
    surface: str = ""
    was: tuple[str, ...] = ()
    made: str = ""
    id: str = ""


@frozen
class Corrections:
    """What of the log holds now.

    Attributes:
        number: another one whenever the log was added to.
        made: the corrections that were not taken back, in order; none of them is an `undo`.
    """

    number: int = 0
    made: tuple[Correction, ...] = ()
