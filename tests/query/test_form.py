"""The form writes queries, and shows those that it can write."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.errors import QueryError
from tui.model import And, QueryPart
from tui.query import parse
from tui.query.form import Form, form_of

TODAY = date(2021, 7, 28)
FULL = Form(
    words="قمة الحكوم*",
    phrase="قال «كذا»",
    without="رياضة -x",
    entity="وزارة الري",
    type="organisation",
    source="رويترز",
    first="2021-07",
    last="today",
    unread=True,
    starred=True,
    tag="لاحقا",
    kind="denial",
)


def test_each_field_is_a_condition() -> None:
    assert Form().query() == ""
    assert FULL.query() == (
        'قمة الحكوم* "قال «كذا»" -رياضة -"-x" org:"وزارة الري" source:رويترز tag:لاحقا on:2021-07..today'
        " is:unread is:starred fact:denial"
    )
    assert FULL.query("ar") == (
        'قمة الحكوم* "قال «كذا»" -رياضة -"-x" جهة:"وزارة الري" مصدر:رويترز وسم:لاحقا في:2021-07..today'
        " غير:مقروء مميز حقيقة:نفي"
    )
    assert parse(FULL.query(), TODAY) == parse(FULL.query("ar"), TODAY)
    assert Form(entity="ماكرون", last="2021").query() == "@ماكرون on:..2021"
    assert Form(words="OR أو مميز source:x (").query() == '"OR" "أو" "مميز" "source:x" "("'


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("", Form()),
        ("الحكومة كلم* -رياضة", Form(words="الحكومة كلم*", without="رياضة")),
        ("«قمة المناخ» شخص:ماكرون", Form(phrase="قمة المناخ", entity="ماكرون", type="person")),
        ("source:رويترز after:2021-07", Form(source="رويترز", first="2021-07")),
        ("before:2021-07", Form(last="2021-06")),
        ("on:2021-07-03..2021-09", Form(first="2021-07-03", last="2021-09")),
        ("tag:x is:unread مميز حقيقة:نفي", Form(unread=True, starred=True, tag="x", kind="denial")),
        ("a OR b", None),
        ("is:read", None),
        ("@a @b", None),
        ('-"a b"', None),
        ("(a OR b) c", None),
        ("after:2021 before:2022", None),
    ],
)
def test_a_query_fills_the_form_in(query: str, form: Form | None) -> None:
    assert form_of(query, TODAY) == form
    if form:
        assert parse(form.query(), TODAY) == parse(query, TODAY)


def test_a_mistake_stays_one() -> None:
    with pytest.raises(QueryError):
        form_of("(")
    with pytest.raises(QueryError, match="soon"):
        parse(Form(first="soon").query())


_TEXTS = st.text(alphabet='اب ةx-@"«»:*()', max_size=8)


@given(st.builds(Form, words=_TEXTS, phrase=_TEXTS, without=_TEXTS, source=_TEXTS, unread=st.booleans()))
@example(Form(phrase="-"))
@example(Form(words="x: ا"))
def test_whatever_is_typed_the_query_can_be_read_and_fills_the_form_in_again(form: Form) -> None:
    query = form.query()
    try:
        part = parse(query, TODAY)
    except QueryError as error:
        assert "needs a value" in str(error) or "nothing in these quotes" in str(error)  # noqa: PT017 - punctuation alone
        return
    again = form_of(query, TODAY)
    if again:
        assert _conditions(parse(again.query(), TODAY)) == _conditions(part)


def _conditions(part: QueryPart) -> Counter[QueryPart]:
    """What must hold, in whatever order."""
    return Counter(part.parts if isinstance(part, And) else (part,))
