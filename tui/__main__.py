"""`warraq` and `python -m tui`."""

import sys


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
