"""Bytes become text without loss, and only in an encoding that is certain."""

from __future__ import annotations

import random

import pytest

from tui.errors import EncodingError
from tui.sources.decode import decode

LONG = (
    "افتُتح الجسر الجديد فوق النهر يوم الأحد، بعد عامين من العمل الذي توقف مرتين. وقالت البلدية إن العبور عليه مجاني، "
    "وإن طوله 400 متر؛ فهل يخفف الازدحام؟"
)
SHORT = "سجلت محطات الرصد أدفأ شتاء منذ بدء القياس، وفق ما أعلنته هيئة الأرصاد"
LATIN = "La préfecture a annoncé hier que le pont serait fermé jusqu'à la fin de l'été, à cause des travaux."
RUSSIAN = "Мост через реку открыт для движения после двух лет работы, сообщили в мэрии города."
CHINESE = "大桥经过两年的施工后于星期日正式通车，新桥将把两岸之间的通行时间缩短到五分钟。"


@pytest.mark.parametrize("text", [LONG, SHORT])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16-le", "utf-16-be"])
def test_certain_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_stays_as_its_code_point(encoding: str) -> None:
    assert decode(("\ufeff" + LONG).encode(encoding), "x") == "\ufeff" + LONG


def test_line_ends_and_unusual_characters_stay() -> None:
    text = "سطر\r\nسطر\rسطر\n\u2028\xa0\u200f"
    assert decode(text.encode(), "x") == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(LATIN.encode("cp1252"), id="french"),
        pytest.param(RUSSIAN.encode("cp1251"), id="russian"),
        pytest.param(RUSSIAN.encode("koi8-r"), id="koi8"),
        pytest.param(CHINESE.encode("gbk"), id="gbk"),
        pytest.param(CHINESE.encode("big5", "ignore"), id="big5"),
        pytest.param(LONG.encode("iso-8859-6", "ignore"), id="iso-8859-6"),
        pytest.param(LONG.encode("mac_arabic", "ignore"), id="mac"),
        pytest.param(LONG.encode()[:-1], id="utf-8 cut in a letter"),
        pytest.param(LONG.encode() + b"\xff", id="utf-8 with a stray byte"),
        pytest.param(LONG.encode("utf-16-le")[1:], id="utf-16 out of step"),
        pytest.param(b"\xff\xfe\x00\xd8" + LONG.encode("utf-16-le"), id="utf-16 with half a pair"),
    ],
)
def test_uncertain_bytes_are_refused_with_advice(data: bytes) -> None:
    with pytest.raises(EncodingError) as caught:
        decode(data, "page.txt")
    message = str(caught.value)
    assert message.startswith("page.txt: ")
    assert "UTF-8" in message or "as text" in message
    assert "\n" not in message


def test_noise_is_refused() -> None:
    noise = random.Random(1)  # noqa: S311 - the same noise each time
    for size in (60, 300, 3000):
        high = bytes(noise.choice((32, *range(0xC0, 0x100))) for _ in range(size))
        for data in (noise.randbytes(size), high):
            with pytest.raises(EncodingError):
                decode(data, "x")


def test_the_advice_names_iso_8859_6_where_it_is_that() -> None:
    with pytest.raises(EncodingError, match="iconv -f ISO-8859-6 -t UTF-8"):
        decode((LONG * 3).encode("iso-8859-6", "ignore"), "x")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"PK\x03\x04\x14", "archive"),
        (b"SQLite format 3\0", "database"),
        (b"text\0text and more", "binary"),
        ("نص\0نص".encode(), "binary"),
    ],
)
def test_what_is_no_text_is_said_to_be_none(data: bytes, what: str) -> None:
    with pytest.raises(EncodingError, match=what):
        decode(data, "x")
