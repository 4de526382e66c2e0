"""The pack of countries that ships: `python -m tui.analysis.knowledge.countries > seeds/countries.csv`. Needs Babel.

From Unicode CLDR (Unicode-3.0), by Babel: Arabic names, ISO 3166-1 codes, official languages, and currencies with the
days on which they were introduced and given up.
"""

from __future__ import annotations

import csv
import sys
from datetime import date
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import get_cldr_version
from babel.languages import get_official_languages
from babel.numbers import get_territory_currencies

from tui.analysis.knowledge import HEADER
from tui.arabic.entity_id import entity_id

if TYPE_CHECKING:
    from collections.abc import Iterator

# Codes of CLDR that are no countries: unions, outlying groups, the unknown.
_NONE = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
_SINCE = date(1945, 1, 1)


def rows() -> Iterator[tuple[str, ...]]:
    """The rows of the pack below its header, by code."""
    arabic, source = Locale("ar"), f"Unicode CLDR {get_cldr_version()}"
    for code in sorted(arabic.territories):
        if len(code) != 2 or code in _NONE:
            continue
        name = arabic.territories[code]
        subject = entity_id("place", name)
        yield (subject, name, "P297", code, "", "", source)
        for language in get_official_languages(code):
            if called := arabic.languages.get(language):
                yield (subject, name, "P37", called, "", "", source)
        currencies = get_territory_currencies(code, _SINCE, date.max, tender=True, include_details=True)
        for found in currencies:
            called = arabic.currencies.get(found["currency"], found["currency"])
            days = (str(found["from"] or ""), str(found["to"] or ""))
            yield (subject, name, "P38", called, *days, source)


def main() -> None:
    """Write the pack to stdout."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(rows())


if __name__ == "__main__":
    main()
