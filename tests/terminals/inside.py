"""What a terminal of these tests starts: shows its cells, says what it is, then becomes the program.

Talks with the stage through two named pipes in a folder, so that neither waits for time to pass: a line to `said` when
something is on the screen, a character from `told` when it may go on.
"""

from __future__ import annotations

import os
import subprocess
import sys
import termios
import tty
from pathlib import Path

QUESTION = b"\x1b[c"  # every terminal answers it, after it has taken in what came before


def painted(text: str) -> None:
    """Write to the terminal and wait until it has taken it in."""
    before = termios.tcgetattr(0)
    tty.setraw(0)
    os.write(1, text.encode() + QUESTION)
    while not os.read(0, 1).endswith(b"c"):
        pass
    termios.tcsetattr(0, termios.TCSANOW, before)


def main() -> None:
    """What the program knows of the terminal, both corners marked, nothing, then the program."""
    folder = Path(sys.argv[1])
    said = os.open(folder / "said", os.O_RDWR)
    told = os.open(folder / "told", os.O_RDWR)

    def tell(line: str) -> None:
        os.write(said, line.encode() + b"\n")
        os.read(told, 1)

    doctor = subprocess.run([sys.argv[2], "doctor", "--json"], stdin=0, capture_output=True, text=True, check=False)
    (folder / "doctor.json").write_text(doctor.stdout if doctor.returncode == 0 else "{}", encoding="utf-8")
    cols, rows = os.get_terminal_size(0)
    painted(f"\x1b[?25l\x1b[2J\x1b[H\x1b[7m \x1b[{rows};{cols}H \x1b[m")
    tell(f"{cols} {rows} {os.getpid()}")  # which the program keeps
    painted("\x1b[2J\x1b[H")
    tell("blank")
    os.execv(sys.argv[2], [sys.argv[2], "read"])  # noqa: S606 - the program is the terminal's own from here on


if __name__ == "__main__":
    main()
