"""What is packed comes back equal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.model import Draft, Fact, Mention
from tui.store import codec

# Surrogates are replaced before anything is stored.
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
st.register_type_strategy(str, _TEXT)
st.register_type_strategy(float, st.floats(allow_nan=False))


@given(st.from_type(Draft))
def test_a_draft(draft: Draft) -> None:
    assert codec.unpack_draft(codec.pack_draft(draft)) == draft


@given(st.lists(st.from_type(Mention), max_size=5).map(tuple))
def test_mentions(mentions: tuple[Mention, ...]) -> None:
    assert codec.unpack_mentions(codec.pack_mentions(mentions)) == mentions


@given(st.lists(st.from_type(Fact), max_size=3).map(tuple), st.integers(-(1 << 63), (1 << 63) - 1))
def test_facts_and_their_keys(facts: tuple[Fact, ...], key: int) -> None:
    packed = codec.pack_facts(facts, [(key,) for _ in facts])
    assert codec.unpack_facts(packed) == facts
    assert codec.unpack_keys(packed) == tuple((key,) for _ in facts)


def test_joined_lists_of_ids_are_one() -> None:
    assert list(codec.unpack_ids(codec.pack_ids([1, 2]) + codec.pack_ids([(1 << 32) - 1]))) == [1, 2, (1 << 32) - 1]
