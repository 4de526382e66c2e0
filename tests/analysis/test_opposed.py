"""Which verb one of two texts denies and the other does not."""

from __future__ import annotations

import pytest

from tui.analysis.facts.opposed import opposed


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("وصل القارب إلى الميناء", "لم يصل القارب إلى الميناء", "«وصل» here, «لم يصل» there"),
        ("ولم تنته الجلسة مساء", "انتهت الجلسة مساء", "«ولم تنته» here, «انتهت» there"),
        ("القارب سيعود إلى الميناء", "القارب لن يعود إلى الميناء", "«سيعود» here, «لن يعود» there"),
        ("زارت السفينة الميناء", "لم تزر السفينة الميناء", "«زارت» here, «لم تزر» there"),
        ("تمكن البحار من العودة", "لم يتمكن البحار من العودة", "«تمكن» here, «لم يتمكن» there"),
    ],
)
def test_a_verb_denied_by_one(one: str, two: str, found: str) -> None:
    assert opposed(one, two) == found


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("وصل القارب إلى الميناء", "وصل القارب إلى الميناء أمس"),
        ("لم يصل القارب إلى الميناء", "لم يصل القارب إلى الميناء"),
        ("لا يصل القارب إلى الميناء إلا ليلا", "يصل القارب إلى الميناء ليلا"),
        ("لا يزال القارب في الميناء", "يزال القارب في الميناء"),
        ("وليس من البحر", "من البحر"),
        ("لن نستطيع العودة اليوم ونأمل أن نستطيع العودة غدا",) * 2,
        ("لم يصل القارب إلى الميناء", "غادر الصياد وصل الشاطئ"),
    ],
)
def test_nothing_that_only_one_denies(one: str, two: str) -> None:
    assert opposed(one, two) == ""
    assert opposed(two, one) == ""
