"""Knowledge packs: statements from CSV, and the line that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.analysis.knowledge import read_pack as stream
from tui.errors import SourceError
from tui.model import Statement

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "subject,name,property,value,start,end,source\n"


def read_pack(path: Path) -> tuple[Statement, ...]:
    return tuple(stream(path))


def pack(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "bridges.csv"
    path.write_bytes((HEADER + text).encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_statements(tmp_path: Path, encoding: str) -> None:
    rows = 'place:الجسر,الجسر,P31,"جسر، معلق",2021-07,,"دليل ""الجسور"""\r\n\r\nQ42,جسر, P17 ,بلد,2020,2021-01-05,\r\n'
    assert read_pack(pack(tmp_path, rows, encoding)) == (
        Statement("place:الجسر", "الجسر", "P31", "جسر، معلق", "2021-07", "", 'دليل "الجسور"', "bridges"),
        Statement("Q42", "جسر", "P17", "بلد", "2020", "2021-01-05", "", "bridges"),
    )


def test_values_come_on_one_line_and_without_control_characters(tmp_path: Path) -> None:
    (found,) = read_pack(pack(tmp_path, 'a,b,P1,"two\nlines \x1b[31m",,,s\n'))
    assert found.value == "two lines \ufffd[31m"


def test_a_pack_may_hold_nothing(tmp_path: Path) -> None:
    assert read_pack(pack(tmp_path, "\n")) == ()


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("a,b,c\n", ":2: 3 fields instead of 7"),
        ("a,b,P1,v,,,s\na,b,P1,v,w,,,s\n", ":3: 8 fields instead of 7"),
        (",b,P1,v,,,s\n", ":2: no subject"),
        ("a,b,,v,,,s\n", ":2: no property"),
        ('a,b,P1,"two\nlines",,,s\na,b,P1,,,,s\n', ":4: no value"),
        ("a,b,P1,v,28/7/2021,,s\n", ":2: start must be a date"),
        ("a,b,P1,v,,2021-02-30,s\n", ":2: end must be a date"),
        ('a,b,P1,"v"x,,,s\n', ":2: broken CSV"),
        ('a,b,P1,"v,,,s\n', ": broken CSV"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, rows: str, says: str) -> None:
    path = pack(tmp_path, rows)
    with pytest.raises(SourceError) as caught:
        read_pack(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert says.lstrip(":") in message
    assert "\n" not in message


def test_files_that_are_no_pack(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    with pytest.raises(SourceError, match="no such file"):
        read_pack(path)
    with pytest.raises(SourceError, match="cannot be read"):
        read_pack(tmp_path)
    path.write_text("name,value\n", encoding="utf-8")
    with pytest.raises(SourceError, match=":1: the header must be"):
        read_pack(path)
    path.write_bytes(b"")
    with pytest.raises(SourceError, match=":1: the header must be"):
        read_pack(path)
    path.write_bytes((HEADER + "a,جسر,P1,v,,,s").encode("cp1256"))
    with pytest.raises(SourceError, match="not UTF-8"):
        read_pack(path)
