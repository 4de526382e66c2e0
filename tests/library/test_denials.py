"""A denial leads to what it denies in its own article, and to nothing else of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.simple_library import draft_of
from tui.library import Library

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "وتحدثت تقارير عن أن المغرب قام بالتجسس على فرنسا في الشتاء، وهو ما نفته الحكومة المغربية أمس. والتقى 3 أشخاص."


def test_a_denial_is_linked_to_what_it_denies_in_its_article(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        library.add(draft_of("خبر", TEXT, source="أ", published="2021-07-20"))
        for _ in range(2):
            (article,) = (library.article(number) for number in library.ids())
            kinds = {fact.id: fact.kind for fact in article.facts}
            links = {
                (kinds[fact], link.link.relation, kinds[link.fact.id])
                for fact, linked in article.links.items()
                for link in linked
            }
            assert links == {("denial", "denies", "event"), ("event", "denies", "denial")}
            library.rebuild()
        assert library.care.check() == ()
