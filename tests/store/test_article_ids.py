"""Article ids are in date order, fit 32 bits and have room."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.store import ids


@given(st.dates(), st.dates())
def test_ids_are_in_date_order(one: date, two: date) -> None:
    low, high = sorted((one, two))
    assert ids.slot(low.isoformat()) <= ids.slot(high.isoformat())
    assert 0 < ids.slot(low.isoformat()) << 16 < 1 << 32


def test_a_month_and_a_year_count_as_their_first_day() -> None:
    assert ids.slot("2021") == ids.slot("2021-01") == ids.slot("2021-01-01") == ids.slot("2021-01-01T23:00Z")


def test_what_has_no_date_comes_before_the_newest_and_has_much_room() -> None:
    assert {ids.slot(text) for text in ("", "yesterday", "2021-13", "2021-07-2x")} == {min(ids.slots_of(""))}
    assert ids.slot("1850-01-01") < ids.slot("1900-01-01") < ids.slot("1900-01-02")
    assert ids.slot("9999-12-31") < min(ids.slots_of(""))
    assert len(ids.slots_of("")) * ids.PER_SLOT > 4_000_000


@given(st.dates(date(1901, 1, 1), date(2078, 1, 1)), st.dates(date(1901, 1, 1), date(2078, 1, 1)))
def test_bounds_hold_the_days_between_them(start: date, day: date) -> None:
    article = ids.slot(day.isoformat()) << 16
    low, high = ids.bounds(start.isoformat(), "")
    assert (low <= article < high) == (start <= day)
    low, high = ids.bounds("", start.isoformat())
    assert (low <= article < high) == (day < start)


def test_open_bounds_leave_out_what_has_no_date() -> None:
    low, high = ids.bounds("", "")
    assert low <= ids.slot("0001-01-01") << 16
    assert ids.slot("9999-12-31") << 16 < high <= min(ids.slots_of("")) << 16
