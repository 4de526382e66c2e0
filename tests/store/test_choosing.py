"""What there is to ask for: outlets, the time of the articles, saved searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.errors import LibraryError
from tui.model import Outlet, SavedSearch

if TYPE_CHECKING:
    from tests.store.simple_library import MakeDraft
    from tui.library import Library


def test_outlets_and_period_leave_out_what_is_not_there(library: Library, make_draft: MakeDraft) -> None:
    assert library.period() == ("", "")
    assert library.sources() == ()
    for number, (published, source) in enumerate(
        [("2021-07-28", "ب"), ("2019", "ب"), ("", "أ"), ("2020-02-03", ""), ("2022-01-01", "ج")]
    ):
        body = f"فقرة رقم {number} عن أمر آخر تماما " * (number + 1)
        last = library.add(make_draft(f"عنوان {number}", body, source=source, published=published))
    library.mark([last.id], deleted=True)
    assert library.sources() == (Outlet("ب", 2), Outlet("أ", 1))
    assert library.period() == ("2019-01-01", "2021-07-28")


def test_searches_are_saved_renamed_and_forgotten(library: Library) -> None:
    library.save_search("  مصر  اليوم ", "مصر في:اليوم")
    library.save_search("Starred", "is:starred")
    library.save_search("مِصر اليوم", "مصر\nfrom:\u202e")
    assert library.searches() == (SavedSearch("مِصر اليوم", "مصر from:\u2060"), SavedSearch("Starred", "is:starred"))
    library.rename_search("starred", "مصر اليوم")
    assert library.searches() == (SavedSearch("مصر اليوم", "is:starred"),)
    library.rename_search("مصر اليوم", "مِصر اليوم")
    library.rename_search("nothing", "something")
    assert library.searches() == (SavedSearch("مِصر اليوم", "is:starred"),)
    for blank in ("", " \u202e"):
        with pytest.raises(LibraryError, match="needs a name"):
            library.save_search(blank, "x")
        with pytest.raises(LibraryError, match="needs a name"):
            library.rename_search("مصر اليوم", blank)
    library.forget_search("مصر اليوم")
    library.forget_search("مصر اليوم")
    assert library.searches() == ()
