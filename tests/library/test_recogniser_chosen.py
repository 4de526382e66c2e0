"""The chosen recogniser is the one that is used: here, in worker processes, when adding and when rebuilding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.distribution import CAPITALS, install
from tests.store.simple_library import draft_of
from tui.errors import RecogniserError
from tui.library import Library, batches
from tui.model import Added, Failed
from tui.recognisers import BUILTIN, Chosen

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Draft

MANY = batches.FEW + 8
NAMES = ("إيمانويل ماكرون", "باريس", "تندوف", "حزب النخلة", "الرياض", "القاهرة", "بيروت")
FOUND = {"إيمانويل ماكرون", "باريس", "تندوف", "حزب النخلة"}


def drafts(count: int) -> list[Draft]:
    """No two are near copies, and each names what the plug-in knows and what Warraq alone would find."""
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    return [
        draft_of(
            f"خبر {number}",
            f"كان الاجتماع في {NAMES[number % 7]} مع {NAMES[(number + 3) % 7]}",
            " ".join(
                letters[number % 28] + letters[number // 28 % 28] + one + other for one in letters for other in "ابت"
            ),
        )
        for number in range(count)
    ]


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Chosen:
    install(tmp_path / "site", "capitals", CAPITALS)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    return Chosen("capitals")


def named(library: Library) -> set[str]:
    return {facet.entity.name for facet in library.facets()}


@pytest.mark.parametrize("jobs", [1, 2])
def test_adding_and_rebuilding_use_it_in_every_process(tmp_path: Path, plugin: Chosen, jobs: int) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, recogniser=plugin) as library:
        results = list(library.add_many(drafts(MANY), jobs=jobs))
        assert all(isinstance(result, Added) for result in results)
        assert named(library) == FOUND
    with Library.open(path) as library:
        library.rebuild(jobs=jobs)
        assert {"الرياض", "القاهرة", "بيروت"} <= named(library)
    with Library.open(path, recogniser=plugin) as library:
        library.rebuild(jobs=jobs)
        assert named(library) == FOUND


def test_processes_find_what_one_finds(tmp_path: Path, plugin: Chosen) -> None:
    found = []
    for jobs in (1, 2):
        with Library.open(tmp_path / f"{jobs}.db", recogniser=plugin) as library:
            list(library.add_many(drafts(MANY), jobs=jobs))
            found.append([library.article(article) for article in library.ids()])
    assert found[0] == found[1]


def test_a_rebuild_that_another_recogniser_began_is_begun_anew(tmp_path: Path, plugin: Chosen) -> None:
    class Stop(Exception):  # noqa: N818 - it is none
        pass

    def stop(done: int, _all: int) -> None:
        if done >= 3:
            raise Stop

    with Library.open(tmp_path / "library.db") as library:
        list(library.add_many(drafts(7), jobs=1))
        with pytest.raises(Stop):
            library.rebuild(stop, jobs=1)
    with Library.open(tmp_path / "library.db", recogniser=plugin) as library:
        seen: list[int] = []
        library.rebuild(lambda done, _all: seen.append(done), jobs=1)
        assert seen[0] == 1
        assert named(library) == FOUND


FAILING = """
class Capitals:
    labels = {"CITY": "place"}

    def __init__(self, settings):
        pass

    def tag(self, texts):
        if texts[0].endswith("5"):
            raise ValueError("five is too many\\nand more")
        return [[] for _ in texts]
"""


@pytest.mark.usefixtures("plugin")
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_on_which_it_fails_fails_alone(tmp_path: Path, jobs: int) -> None:
    install(tmp_path / "site", "failing", FAILING)
    given = drafts(MANY)
    with Library.open(tmp_path / "library.db", recogniser=Chosen("failing")) as library:
        results = list(library.add_many(given, jobs=jobs))
        assert [isinstance(result, Failed) for result in results] == [draft.title.endswith("5") for draft in given]
        reason = next(result.reason for result in results if isinstance(result, Failed))
        assert "recogniser failing: ValueError: five is too many; add it with --no-analysis" in reason
        list(library.add_many(given, analysed=False))
        failed: list[tuple[int, str]] = []
        library.rebuild(failed=lambda article, why: failed.append((article, why)), jobs=jobs)
        assert [why for _, why in failed] == ["recogniser failing: ValueError: five is too many"] * 5


@pytest.mark.usefixtures("plugin")
@pytest.mark.parametrize("jobs", [1, 2])
def test_one_that_cannot_be_loaded_ends_the_work_before_it_begins(tmp_path: Path, jobs: int) -> None:
    install(tmp_path / "site", "absent", "import nothing_of_this_name")
    install(tmp_path / "site", "raising", "class Capitals:\n    def __init__(self, settings): 1 // 0")
    with Library.open(tmp_path / "library.db") as library:
        list(library.add_many(drafts(2)))
    for name, complaint in (
        ("absent", "cannot be imported"),
        ("raising", "ZeroDivisionError"),
        ("none", "there is none"),
    ):
        with Library.open(tmp_path / "library.db", recogniser=Chosen(name)) as library:
            with pytest.raises(RecogniserError, match=complaint):
                list(library.add_many(drafts(MANY), jobs=jobs))
            with pytest.raises(RecogniserError, match=complaint):
                library.rebuild(jobs=jobs)
            assert library.count() == 2


def test_a_library_that_is_only_read_or_checked_needs_no_recogniser(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        list(library.add_many(drafts(3)))
        before = named(library)
    with Library.open(tmp_path / "library.db", recogniser=Chosen("none")) as library:
        assert named(library) == before
        assert library.care.check(thorough=True) == ()


def test_what_is_chosen_can_be_sent_to_another_process() -> None:
    import pickle

    whole = Chosen("gliner", "~/m", (("city", "place"),), 0.4, (("language", "ar"),))
    assert pickle.loads(pickle.dumps(whole)) == whole  # noqa: S301 - our own
    assert pickle.loads(pickle.dumps(BUILTIN)).own  # noqa: S301 - the same
