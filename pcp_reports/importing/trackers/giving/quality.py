"""What a 360Giving package that is imported falls short of, told as notes: it is somebody's file, and nothing stands in the way."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.exports.quality import quality_of
from pcp_reports.findings import Finding, Place
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pcp_reports.exports.quality_shape import Quality
    from pcp_reports.exports.reading360 import Read

_MOST_APART = 3
_MOST_NAMED = 4
_SEVERAL = {
    "id-missing": "have no identifier",
    "id-newline": "have an identifier with a line break in it",
    "id-slash": "have an identifier, of their own or of a body, with a slash or a line break in it",
    "id-prefix": "have an identifier that does not begin with a publisher's prefix, such as 360G-",
    "id-repeated": "have an identifier that another grant has too",
    "amount-zero": "are of £0",
    "amount-negative": "are of less than nothing",
    "title-long": "have a title of more than 140 characters",
    "title-description": "have the same words as title and as description",
    "title-missing": "have no title",
    "description-missing": "have no description",
    "prefix-unknown": "name a body whose identifier begins with no known register",
    "charity-number": "have a charity's number that is not of its form",
    "company-number": "have a company's number that is not of its form",
    "email": "have an e-mail address in their words",
    "no-programme": "name no grant programme",
    "no-location": "do not say where they are spent (beneficiaryLocation)",
    "no-modified": "do not say when their data were last changed (dateModified)",
    "date-missing": "lack a date",
    "date-impossible": "have a date that is no day of the calendar",
    "date-future": "have a date that is still to come, or far ahead",
    "date-old": "have a date of more than 25 years ago",
    "date-reversed": "have planned or actual dates that end before they begin",
}


def shortfalls_in(read: Read, path: str, today: date) -> Iterator[Finding]:
    """Yield a note for each rule of the standard that grants of a package break: a few one by one, many as a number."""
    rows = [{**grant.source, "amountAwarded": Decimal(grant.amount.decimal)} for grant in read.grants]
    kinds: dict[str, list[Quality]] = {}
    for one in quality_of({"grants": rows}, today) if rows else ():
        kinds.setdefault(one.code, []).append(one)
    for code, told in kinds.items():
        names = list(dict.fromkeys(one.grant or one.path.split("/")[1] for one in told))
        if len(names) <= _MOST_APART:
            for one in told[: 2 * _MOST_APART]:
                where = f"{quoted(shortened(one.grant, 60))}: " if one.grant else ""
                yield Finding("G540", where + one.message, Place(path))
            continue
        shown = listed([*(quoted(shortened(name, 40)) for name in names[:_MOST_NAMED]), *_more(len(names))])
        what = _SEVERAL.get(code, "fall short of the standard")
        yield Finding("G540", f"{counted(len(names), 'grant')} {what}: {shown}.", Place(path))


def _more(number: int) -> list[str]:
    return [f"{number - _MOST_NAMED} more"] if number > _MOST_NAMED else []
