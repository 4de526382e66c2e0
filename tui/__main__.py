"""`warraq` and `python -m tui`."""

import os
import sys

# numpy multiplies small matrices here, for which a second thread costs more than it brings; read when it is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main() -> int:
    """Run the command line.

    Returns:
        The exit code: 0 done, 1 some of the work failed, 2 wrong usage, 130 interrupted.
    """
    from tui import firstpaint

    firstpaint.show(sys.argv[1:])
    try:
        from tui.cli import run

        return run(sys.argv[1:])
    finally:
        firstpaint.take_down()


if __name__ == "__main__":
    raise SystemExit(main())
