"""Article files: which are found, how they are read, and what is said of those that cannot be."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tui.errors import SourceError
from tui.sources import LIMIT, LINES, read, read_bytes, walk

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "عودة الطريق الجبلي إلى العمل\n\nعاد الطريق الجبلي إلى العمل بعد إصلاح استمر شهرين كاملين."
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def exhaust(found: object) -> None:
    if isinstance(found, Iterator):
        list(found)


def complaint(call: Callable[..., object], *args: object) -> str:
    with pytest.raises(SourceError) as caught:
        exhaust(call(*args))
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_offsets_are_those_of_the_decoded_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    text = "\ufeff" + ARTICLE.replace("\n", "\r\n") + "\x1b\u202e!"
    file.write_bytes(text.encode())
    draft = read(file)
    assert len(draft.text) == len(text)
    assert "\x1b" not in draft.text
    assert draft.title_span
    assert text[draft.title_span.start : draft.title_span.end] == draft.title == "عودة الطريق الجبلي إلى العمل"
    assert text[draft.body[0].start :].startswith("عاد الطريق")
    assert draft.origin == str(file)


@posix
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "regular file" in complaint(read, pipe)
    assert "folder" in complaint(read, tmp_path)
    assert "no such file" in complaint(read, tmp_path / "none.txt")
    assert "cannot be read" in complaint(read, tmp_path / "a\0b.txt")


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    file.chmod(0)
    assert "permission" in complaint(read, file)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff\n".encode(), "\u200f\u2060\n".encode()])
def test_nothing_to_read(data: bytes) -> None:
    assert "empty" in complaint(read_bytes, data, "a.txt")


def test_a_page_of_labels_is_no_article() -> None:
    assert "no article" in complaint(read_bytes, "الرئيسية\nاتصل بنا\nجميع الحقوق محفوظة".encode(), "a.txt")


def test_front_matter_without_an_article() -> None:
    assert "no article" in complaint(read_bytes, '+++\ntitle = "جسر"\n+++\n'.encode(), "a.md")


def test_a_dump_is_refused_and_not_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "dump.txt"
    with file.open("wb") as big:
        big.truncate(50 * 1024**2)
    assert "larger than 4 MB" in complaint(read, file)
    assert "larger than" in complaint(read_bytes, b"x" * (LIMIT + 1), "")
    assert "lines" in complaint(read_bytes, b"x\n" * (LINES + 1), "")


def test_standard_input_is_named_in_messages() -> None:
    assert complaint(read_bytes, b"", "").startswith("standard input: ")


def test_a_title_is_found_for_texts_without_one() -> None:
    sentence = "عاد الطريق الجبلي إلى العمل بعد إصلاح استمر شهرين كاملين."
    assert read_bytes(sentence.encode(), "folder/road.txt").title == "road"
    draft = read_bytes(sentence.encode(), "")
    assert draft.title == sentence
    assert draft.title_span is None
    assert len(draft.body) == 1


def test_walk_finds_articles_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.markdown", "d.text", "e.TXT", ".hidden.md", "f.pdf", "g", "sub/z.md", ".git/y.md"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(ARTICLE, encoding="utf-8")
    names = [path.relative_to(tmp_path).as_posix() for path in walk(tmp_path)]
    assert names == ["a.md", "b.txt", "c.markdown", "d.text", "e.TXT", "sub/z.md"]
    assert list(walk(tmp_path / "g")) == [tmp_path / "g"]


@posix
def test_walk_ends_though_folders_link_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "sub/up").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(walk(tmp_path))) == 1


def test_walk_says_what_is_missing(tmp_path: Path) -> None:
    assert "no articles" in complaint(walk, tmp_path)
    assert "no such" in complaint(walk, tmp_path / "none")


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may read everything")
def test_walk_reads_the_rest_before_it_complains(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0)
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    found = walk(tmp_path)
    assert next(found) == tmp_path / "b.txt"
    with pytest.raises(SourceError, match="permission"):
        next(found)
    (tmp_path / "a").chmod(0o700)


def test_messages_stay_on_one_line_whatever_the_name(tmp_path: Path) -> None:
    assert "\\x1b" in complaint(read, tmp_path / "a\n\x1b[31m.txt")
    assert "\\u202e" in complaint(read_bytes, b"", "a\u202e.txt")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_lines_are_one_paragraph(end: str) -> None:
    wrapped = (
        "افتُتح الجسر الجديد فوق النهر يوم الأحد، بعد عامين من العمل\n"
        "الذي توقف مرتين، وقالت البلدية إن العبور عليه مجاني للجميع\n"
        "وإن طوله أربعمئة متر."
    )
    text = f"جسر جديد فوق النهر\n\n{wrapped}\n\n{wrapped}\n".replace("\n", end)
    draft = read_bytes(text.encode(), "")
    assert [text[span.start : span.end] for span in draft.body] == [wrapped.replace("\n", end)] * 2


def test_lines_that_end_as_sentences_are_paragraphs_of_their_own() -> None:
    lines = [
        "يبلغ طول الجسر الجديد أربعمئة متر، ويربط بين الضفتين.",
        "وقالت البلدية إن العبور عليه مجاني لكل السيارات.",
    ]
    draft = read_bytes("\n".join(["جسر جديد فوق النهر", "", *lines]).encode(), "")
    assert [draft.text[span.start : span.end] for span in draft.body] == lines
