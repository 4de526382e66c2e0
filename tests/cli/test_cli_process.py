"""The program as a process: exit codes, a reader that leaves, an interrupt, and what starting it imports."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("textual", "rich", "sqlite3", "arabic_reshaper", "bidi", "markdown_it", "hijridate", "platformdirs", "tomllib")


def _environment(tmp_path: Path) -> dict[str, str]:
    home = {"WARRAQ_LIBRARY": str(tmp_path / "library.db"), "XDG_CONFIG_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    return {**os.environ, **home}


def _warraq(tmp_path: Path, *argv: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tui", *argv]
    return subprocess.run(command, env=_environment(tmp_path), input=data, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize("code", ["import tui.cli", "from tui.cli import run; run(['--help'])", "import tui.ui"])
def test_starting_loads_nothing_heavy(code: str) -> None:
    report = "import sys; print(sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    found = subprocess.run(
        [sys.executable, "-c", f"{code}; {report}"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert not [name for name in HEAVY if f"'{name}'" in found.stderr]


def test_a_command_loads_no_screen(tmp_path: Path) -> None:
    code = "import sys; from tui.cli import run; run(['list']); print({'textual', 'rich'} & set(sys.modules))"
    command = [sys.executable, "-c", code]
    found = subprocess.run(command, env=_environment(tmp_path), capture_output=True, timeout=60, check=True)
    assert found.stdout.splitlines()[-1] == b"set()"


def test_the_reader_loads_nothing_that_only_adds_and_analyses() -> None:
    names = "{'tui.sources', 'tui.analysis', 'tui.store.adding', 'tui.store.checking', 'multiprocessing', 'numpy'}"
    code = f"import sys, tui.ui.launch, tui.ui.app; print(*({names} & set(sys.modules)))"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert not found.stdout.strip()


def test_exit_codes(tmp_path: Path) -> None:
    assert _warraq(tmp_path, "list").returncode == 0
    assert _warraq(tmp_path, "show", "5").returncode == 1
    assert _warraq(tmp_path, "list", "after:x").returncode == 2


def test_output_is_utf8_whatever_the_locale_says(tmp_path: Path) -> None:
    environment = {**_environment(tmp_path), "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-m", "tui", "list", "--json"]
    found = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=True)
    assert "بيغاسوس" in found.stdout.decode("utf-8")


def test_a_reader_that_leaves_is_no_complaint(tmp_path: Path) -> None:
    _warraq(tmp_path, "list")
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "tui", "entities", "--json"]
    with os.fdopen(writer, "wb") as closed:
        found = subprocess.run(
            command, env=_environment(tmp_path), stdout=closed, stderr=subprocess.PIPE, timeout=60, check=False
        )
    assert (found.returncode, found.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="shells differ on Windows")
@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("list >&-", 0, b""),
        ("--help >&-", 0, b""),
        ("add - <&-", 1, b"failed standard input: empty; there is no text to read in it\n"),
        ("show 5 2>&-", 1, b""),
        ("list <&- >&- 2>&-", 0, b""),
    ],
)
def test_closed_streams(tmp_path: Path, command: str, code: int, said: bytes) -> None:
    line = f'"{sys.executable}" -m tui {command}'
    found = subprocess.run(["sh", "-c", line], env=_environment(tmp_path), capture_output=True, timeout=60, check=False)
    assert (found.returncode, found.stderr) == (code, said)


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or sys.platform == "win32", reason="signals differ on Windows")
def test_an_interrupt_while_waiting_for_input(tmp_path: Path) -> None:
    # The child says when it waits; only then is it interrupted.
    code = (
        "import sys, io; from tui.cli import run\n"
        "class Typing(io.RawIOBase):\n"
        "    def readable(self): return True\n"
        "    def readinto(self, into): print('waiting', flush=True); return sys.__stdin__.buffer.readinto(into)\n"
        "sys.stdin = io.TextIOWrapper(io.BufferedReader(Typing()))\n"
        "sys.exit(run(['add', '-']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        env=_environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"waiting\n"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")


def test_standard_input_is_read_as_bytes(tmp_path: Path) -> None:
    text = "خبر قصير\n\nوصل الوزير إلى باريس في زيارة رسمية، والتقى من كان هناك.\n"
    found = _warraq(tmp_path, "analyse", "-", data=text.encode("cp1256"))
    assert (found.returncode, found.stderr) == (0, b"")
    assert "باريس" in found.stdout.decode("utf-8")


def _on_pty(command: list[str], environment: dict[str, str], *, stdout: bool) -> tuple[int, bytes, bytes]:
    """Run a program with stderr, and stdout if asked for, on a terminal: its exit code, stdout, and what was shown."""
    import pty  # there is none on Windows

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command,
        env={**environment, "TERM": "xterm", "COLUMNS": "70"},
        stdin=subprocess.DEVNULL,
        stdout=theirs if stdout else subprocess.PIPE,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # how Linux says that nobody holds the other end any more
                break
            if not part:
                break
            shown += part
        out = process.stdout.read() if process.stdout else b""
        code = process.wait(timeout=60)
    os.close(ours)
    return code, out, shown


def _many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(25):
        words = " ".join(f"كلمة{number}{word}" for word in "ابتثجحخدذر")
        (folder / f"{number:02}.txt").write_text(f"عنوان رقم {number}\n\nوصل الوزير إلى {words}.\n", encoding="utf-8")
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on Windows")
def test_progress_is_shown_on_the_terminal_and_stays_out_of_the_pipe(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui", "add", str(_many(tmp_path))]
    code, out, shown = _on_pty(command, _environment(tmp_path), stdout=False)
    assert code == 0
    assert out.count(b"added\t") == out.count(b"\n") == 25
    assert b"100%" in shown
    assert b"added\t" not in shown


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on Windows")
def test_lines_and_progress_share_a_terminal(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui", "add", str(_many(tmp_path))]
    code, _, shown = _on_pty(command, _environment(tmp_path), stdout=True)
    assert code == 0
    assert shown.count(b"added") == 25
