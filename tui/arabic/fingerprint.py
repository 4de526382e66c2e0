"""Near-identical copies: the same report with another credit, a mended typo or other debris around it.

MinHash (Broder 1997) with one permutation (Li, Owen and Zhang 2012) over two-word shingles of the folded text: the
hashes of a text's shingles are cut into ranges, and the lowest in each tells the text apart. Two texts agree in a range
as often as they share shingles.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Sequence

RANGES = 32
"""Bytes of a sketch; the share in which two sketches agree is the share of common shingles, give or take 0.07."""

SAME = 26
"""Ranges from which on two texts of one outlet are one report.

Measured on the 10,128 articles of the ANT corpus (median 105 words): of copies with one word changed 99 % agree in so
many, with three 86 %, with a sentence added 77 %. Different articles on one affair share up to three quarters of their
shingles where one repeats the other's programme of matches on another day.
"""

ALIKE = 19
"""Ranges from which on texts of two outlets come from one: 99 % with three words changed or a third of text added, 94 %
with six words changed; of pairs of different articles, one in a million."""

_KEYS = 4
_BITS = 32
_MASK = (1 << _BITS) - 1
# Odd numbers that spread bits (Steele and Vigna 2021), since the lowest of plain checksums is not drawn evenly.
_FIRST, _SECOND, _LAST = 0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35
_PRIME = (1 << _BITS) - 5


class Fingerprint(NamedTuple):
    """What near-identical texts have in common.

    Attributes:
        keys: unsigned 32-bit numbers; near copies share one at least.
        sketch: tells how near two texts are that share one (`likeness`).
    """

    keys: tuple[int, ...]
    sketch: bytes


NOTHING = Fingerprint((), b"")
"""Of a text without words: near to nothing."""


def fingerprint(folded: Sequence[str]) -> Fingerprint:
    """The fingerprint of a text's folded words in order.

    It is equal for texts that differ only in marks, spelling or layout. Each of its four keys is made of two ranges, so
    that two words which many articles have in common make no key; of copies with a tenth of their shingles changed 99 %
    share one at least, with a quarter changed 97 %, of any others few.
    """
    if not folded:
        return NOTHING
    hashes = _hashes(folded)
    eight = _lowest(hashes, 2 * _KEYS)
    keys = (crc32(b"%d %d %d" % (place, *eight[place : place + 2])) for place in range(0, 2 * _KEYS, 2))
    return Fingerprint(tuple(keys), bytes(value & 0xFF for value in _lowest(hashes, RANGES)))


def _hashes(folded: Sequence[str]) -> list[int]:
    """The hashes of the shingles, each once, by size; of a single word, the word's."""
    single = [crc32(word.encode("utf-8", "surrogatepass")) for word in folded]
    pairs = zip(single, single[1:] or single, strict=False)
    mixed = {((first * _FIRST ^ second) * _SECOND & _MASK) * _LAST % _PRIME for first, second in pairs}
    return sorted(mixed)


def _lowest(hashes: list[int], ranges: int) -> list[int]:
    """The lowest hash of each range; an empty range has that of the next."""
    width = (1 << _BITS) // ranges
    return [hashes[bisect_left(hashes, place * width) % len(hashes)] for place in range(ranges)]


def likeness(one: bytes, other: bytes) -> int:
    """In how many ranges two sketches agree; 0 for that of nothing."""
    return sum(map(int.__eq__, one, other))


def digest_name(title: str, text: str) -> str:
    """What names an article in exports and corrections: a 64-bit hash of exactly this, as 16 hexadecimal digits."""
    from hashlib import blake2b

    return blake2b(f"{title}\0{text}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def digest_number(name: str) -> int:
    """The signed 64-bit number of a `digest_name`, as the library stores it."""
    return int.from_bytes(bytes.fromhex(name), signed=True)
