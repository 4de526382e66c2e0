"""Bytes to text, without loss and without guessing: an encoding is taken only when it is certain."""

from __future__ import annotations

import codecs
import re

from tui.errors import EncodingError

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive (or an office document, which is one)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TRIED = "tried UTF-8, UTF-16, Windows-1256"

_LETTERS = "ء-غف-ْ"
# Any running text holds one of these in every few words; text in another encoding does not by chance.
_COMMON = re.compile(
    rf"(?<![{_LETTERS}])[وف]?(?:في|من|على|إلى|الى|أن|ان|إن|عن|مع|هذا|هذه|التي|الذي|بعد|قبل|كان|كانت|قال|بين|لا|ما|لم|هو|هي|خلال|كما|أو)"
    rf"(?![{_LETTERS}])"
)
_ARTICLE = re.compile(rf"(?<![{_LETTERS}])[وفبك]?ال[{_LETTERS}]{{3}}")
_MISPLACED = re.compile(rf"[ةى][{_LETTERS}]*[ء-غف-ي]")  # these two letters only end words
_ARABIC = re.compile(rf"[{_LETTERS}]")
_FITTING = re.compile(rf"[{_LETTERS}ـ٠-٩\x20-\x7e\s،؛؟«»“”‘’–—…•·©®°±×÷\u200c-\u200f\xa0\xadپچژگکڤیھۀ٪٫٬\ufeff]")
_WORD = re.compile(rf"[{_LETTERS}]+")
_SAMPLE = 100_000


def decode(data: bytes, name: str) -> str:
    """Decode an article's bytes; a byte order mark stays in the text as its code point.

    Args:
        data: the bytes.
        name: what to call them in messages.

    Raises:
        EncodingError: they are a picture, archive or the like, or text in no encoding known here.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise EncodingError(f"{name}: {what}, not text; save the article as text or Markdown first")
    if b"\0" in data or b"\x06" in data:  # Arabic letters in UTF-16 have the byte 06, spaces and Latin have 00
        return _utf16(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, name, error.start)


def is_arabic(text: str) -> bool:
    """Whether text read in a supposed one-byte encoding is certainly Arabic, judged by its letters and its words."""
    sample = text[:_SAMPLE]
    words = len(_WORD.findall(sample))
    known = len(_COMMON.findall(sample)) + len(_ARTICLE.findall(sample))
    return _is_dense(sample) and known * 8 >= max(8, words) and len(_MISPLACED.findall(sample)) * 25 <= words


def _is_dense(sample: str) -> bool:
    """Whether a third of a text are Arabic letters, and next to all of the rest what stands among them."""
    fitting = len(_FITTING.findall(sample)) >= 0.985 * len(sample)
    return fitting and len(_ARABIC.findall(sample)) >= 0.3 * len(sample)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"{name}: marked as {encoding.upper()} but broken at byte {error.start}; save it again as UTF-8"
        ) from error


def _utf16(data: bytes, name: str) -> str:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_dense(text[:_SAMPLE]):  # which the other byte order never gives
            return text
    if b"\0" in data:
        raise EncodingError(f"{name}: binary data, not text ({_TRIED}); save the article as text or Markdown first")
    return data.decode("utf-8") if _is_utf8(data) else _legacy(data, name, 0)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _legacy(data: bytes, name: str, broken: int) -> str:
    text = data.decode("cp1256")  # which gives every byte a meaning, so only the result can be judged
    if is_arabic(text):
        return text
    guess = "ISO-8859-6" if is_arabic(data.decode("iso-8859-6", "replace")) else "ENCODING"
    raise EncodingError(
        f"{name}: not UTF-8 (byte {broken}) and not certainly another encoding ({_TRIED}); "
        f"convert it with: iconv -f {guess} -t UTF-8"
    )
