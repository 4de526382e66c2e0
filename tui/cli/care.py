"""`warraq check`, `stats`, `backup`, `compact`: the care of the library's file."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from tui.arabic.direction import isolate
from tui.cli.working import progress
from tui.i18n import N_, _, direction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.cli.output import Call, Output
    from tui.model import Finding, Stats

_STEPS = 1000  # of a check whose length is told while it runs


def check(call: Call) -> int:
    """Look whether the library is whole; with --repair make anew what can be."""
    from tui.library import Library

    call.out.edge = direction()
    with Library.open(call.config.library, create=False, recogniser=call.config.chosen) as library:
        with progress(call.out, _("Checking the library"), _STEPS) as advance:
            found = library.care.check(advance, thorough=call.options.thorough)
        left = found
        if found and call.options.repair:
            _print_findings(call.out, found)
            with progress(call.out, _("Repairing the library"), _STEPS) as advance:
                left = library.care.repair(found, advance)
            if not call.out.json:
                call.out.row("repaired", len({finding.part for finding in found} - {finding.part for finding in left}))
        articles = 0 if left else library.count()
    if call.out.json:
        call.out.record({"clean": not left, "found": [*map(_form, found)], "left": [*map(_form, left)]})
    elif left:
        _print_findings(call.out, left)
    else:
        call.out.row("clean", articles)
    return 1 if left else 0


def _print_findings(out: Output, found: Iterable[Finding]) -> None:
    if out.json:
        return
    for finding in found:
        said = _(finding.what).format(count=f"{finding.count:,}")
        out.row(finding.part, said, finding.where, least=(12,))


def _form(finding: Finding) -> dict[str, object]:
    return {**asdict(finding), "what": finding.what.format(count=finding.count)}


def stats(call: Call) -> int:
    """Print the library in figures."""
    from tui.cli.shelf import reading

    call.out.edge = direction()
    with reading(call.config) as library:
        found = library.care.stats()
    if call.out.json:
        call.out.record({**asdict(found), "tags": {tag.name: tag.count for tag in found.tags}})
    else:
        _print_stats(call.out, found)
    return 0


_FIGURES = (
    ("articles", N_("articles")),
    ("unread", N_("unread")),
    ("starred", N_("starred")),
    ("deleted", N_("deleted, until compacted")),
    ("unanalysed", N_("not analysed")),
    ("copies", N_("near copies of others")),
    ("outlets", N_("outlets")),
    ("links", N_("links between facts")),
    ("statements", N_("statements of knowledge packs")),
)


def _print_stats(out: Output, found: Stats) -> None:
    from tui.ui import words

    for name, said in _FIGURES:
        if (figure := getattr(found, name)) or name == "articles":
            out.row(f"{figure:,}", _(said), least=(9,))
    if found.first:
        out.phrase(
            _("Published from {first} to {last}").format(first=isolate(found.first[:10]), last=isolate(found.last[:10]))
        )
    entities = {words.heading(kind): count for kind, count in found.entities.items()}
    _table(out, _("Entities"), entities)
    _table(out, _("Articles with facts"), found.facts)
    _table(out, _("Tags"), {tag.name: tag.count for tag in found.tags})
    out.heading(_("Size: {size}").format(size=megabytes(found.size)))
    for name, size in found.tables.items():
        out.row(megabytes(size), name, least=(9,))


def _table(out: Output, heading: str, figures: dict[str, int]) -> None:
    if figures:
        out.heading(heading)
    for name, count in figures.items():
        out.row(f"{count:,}", name, least=(9,))


def backup(call: Call) -> int:
    """Copy the library into a file while it is in use."""
    from tui.library import Library

    target = call.options.path
    call.out.edge = direction()
    with (
        Library.open(call.config.library, create=False) as library,
        progress(call.out, _("Copying the library"), library.path.stat().st_size) as advance,
    ):
        size = library.care.backup(target, advance, overwrite=call.options.force)
    if call.out.json:
        call.out.record({"path": str(target), "bytes": size})
    else:
        call.out.row("copied", megabytes(size), target)
    return 0


def compact(call: Call) -> int:
    """Take deleted articles away for good and make the file small."""
    from tui.library import Library

    call.out.edge = direction()
    with (
        Library.open(call.config.library, create=False) as library,
        progress(call.out, _("Taking deleted articles away"), _STEPS) as advance,
    ):
        before, after = library.care.compact(advance)
    if call.out.json:
        call.out.record({"before": before, "after": after})
    else:
        call.out.row("compacted", megabytes(before), megabytes(after))
    return 0


def megabytes(size: int) -> str:
    """A size in bytes for people: `1.4 MB`, as disks are sold (10^6)."""
    return f"{size / 1_000_000:,.1f} MB"
