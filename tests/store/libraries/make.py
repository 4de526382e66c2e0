"""Makes `first.zip`: a library of format 1 and what that version answered; `python make.py CHECKOUT first.zip`.

CHECKOUT is a working copy of the version, here of commit 766dde8, the last of the first version. The library holds the
sample articles with their knowledge pack, two articles more, of which one has neither date nor outlet, and marks.
`answers.json` holds what its commands print, which `test_old_libraries.py` asks of today's program.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

QUERIES = (
    "",
    "@ماكرون",
    "entity:macron",
    "جهة:لوموند OR مكان:فرنسا",
    "-@ماكرون",
    "after:2021-07-21 before:2021-08",
    "on:2021-07-21",
    "source:ورّاق",
    "source:المرصد",
    "is:unread",
    "is:read",
    "is:starred",
    "-is:read @بيغاسوس",
    "fact:quantity",
    "fact:denial -is:starred",
    "بيغاسوس",
    "الجسر",
    "«الجسر الجديد»",
    "(@ماكرون OR fact:quantity) -is:read",
)
MARKS = """
import sys
from pathlib import Path
from tui.library import Library
with Library.open(Path(sys.argv[1])) as library:
    ids = library.ids()
    library.mark(ids[::2], read=True)
    library.mark(ids[::5], starred=True)
"""
MORE = {
    "undated.txt": "جسر على النهر\n\nافتتح الجسر الجديد في القرية بعد 12 عاما من العمل، وحضر 300 شخص.\n",
    "dated.md": '+++\ntitle = "الجسر الجديد في باريس"\nsource = "المرصد"\npublished = 2021-07-21\nauthor = "كاتب"\n'
    'tags = ["جسور"]\n+++\n\nزار إيمانويل ماكرون الجسر الجديد في باريس، وقال إن 500 عامل شاركوا في بنائه.\n',
}


def main(checkout: Path, target: Path) -> None:
    """Make the library in a temporary folder and pack it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "library.db"
        home = {key: str(folder) for key in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
        environment = {**os.environ, **home, "LC_ALL": "C.UTF-8", "WARRAQ_LIBRARY": str(library)}

        def run(*arguments: str) -> str:
            command = [sys.executable, *arguments]
            return subprocess.run(
                command, cwd=checkout, env=environment, capture_output=True, text=True, check=True
            ).stdout

        def records(*arguments: str) -> list[dict[str, object]]:
            return [json.loads(line) for line in run("-m", "tui", *arguments, "--json").splitlines()]

        run("-m", "tui", "list")  # imports the sample library
        for file, text in MORE.items():
            (folder / file).write_text(text, encoding="utf-8")
            run("-m", "tui", "add", str(folder / file))
        run("-c", MARKS, str(library))
        ids = [str(record["id"]) for record in records("list")]
        answers = [
            *([["list", query], records("list", query)] for query in QUERIES),
            *([["show", article], records("show", article)] for article in ids),
            [["entities"], records("entities")],
            [["entities", "@ماكرون", "--type", "person"], records("entities", "@ماكرون", "--type", "person")],
            [["entity", "ماكرون"], records("entity", "ماكرون")],
            [["facts"], records("facts")],
        ]
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            packed.write(library, "library.db")
            packed.writestr("answers.json", json.dumps(answers, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
