"""Open an installed warraq once in a pseudo-terminal, with a fresh library, and quit: `open_once.py PATH/TO/warraq`."""

from __future__ import annotations

import os
import pty
import select
import struct
import sys
import tempfile
import time
from fcntl import ioctl
from termios import TIOCSWINSZ

PATIENCE = 60.0


def main(program: str) -> int:
    """Exit code 0 when the list was painted and `q` ended the program tidily."""
    with tempfile.TemporaryDirectory() as folder:
        pid, fd = pty.fork()
        if not pid:
            os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, TERM="xterm-256color")
            os.execv(program, [program])  # noqa: S606 - the program under test
        ioctl(fd, TIOCSWINSZ, struct.pack("HHHH", 40, 140, 0, 0))
        output, end, asked = b"", time.monotonic() + PATIENCE, False
        while time.monotonic() < end:
            if select.select([fd], [], [], 0.2)[0]:
                try:
                    output += os.read(fd, 65536)
                except OSError:
                    break
            # "●" marks an unread article: the list is there.
            if "●".encode() in output and not asked:
                os.write(fd, b"q")
                asked = True
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    painted, restored = "●".encode() in output, b"\x1b[?1049l" in output
    print(f"painted: {painted}, terminal given back: {restored}, exit code {code}")  # noqa: T201
    return 0 if painted and restored and code == 0 else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
