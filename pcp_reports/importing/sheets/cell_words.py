"""Cells of a tracker as an entry may hold them: words on one line, and the month that the name of a round gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS, DateError, PartialDate
from pcp_reports.importing.sheets.sheet import words

if TYPE_CHECKING:
    from pcp_reports.importing.sheets.sheet import Value

NO_PURPOSE = "[What the grant is for]"
"""What stands for a purpose that a tracker does not give: `check` asks for it."""
MONTH_IN = re.compile(
    rf"(?i)\b(?:({'|'.join(MONTHS)})|({'|'.join(month[:3] for month in MONTHS)}|sept))\.? '?((?:20)?[0-9]{{2}})\b"
)


def clean(value: Value) -> str:
    """Return the words of a cell as an entry may hold them: on one line, without what nobody sees."""
    return words(value)


def month_in(named: str) -> PartialDate | None:
    """Return the month that the name of a round gives: “Round 3 – September 2023”."""
    found = MONTH_IN.findall(named)
    if len(found) != 1:
        try:
            return PartialDate.parse(named)
        except DateError:
            return None
    full, short, year = found[0]
    name = (full or short)[:3].casefold()
    month = next(number for number, one in enumerate(MONTHS, 1) if one[:3].casefold() == name)
    return PartialDate(int(year) if len(year) > 2 else 2000 + int(year), month)  # noqa: PLR2004 - 23 for 2023
