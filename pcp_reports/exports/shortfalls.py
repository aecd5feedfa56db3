"""What a published package falls short of, told in the terms of the entries that it was made from.

The quality rules speak of a package's JSON. An officer has entries: so each shortcoming is given the round, the
recipient and the line, and what to type there. Many of one kind are told as one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.findings import Finding, Place, Related
from pcp_reports.words import counted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.exports.quality_shape import Quality
    from pcp_reports.exports.rows import GrantRow

MOST_APART = 3
"""How many shortcomings of one kind are told one by one; more are one finding that names their places."""


class _Rule(NamedTuple):
    """How a kind of shortcoming is told: its code, what several of it are, and what to type."""

    code: str
    several: str  # behind “12 grants”
    hint: str


_DAY = "Type the day with the grant: awarded: 2023-09-14"
_IDENTIFIER = "Type it with the grant, as in “recipient_id: GB-CHC-1234567”, or take the line out until it is known."
_PLACE = "Type “area:” under “publishing:” in office.yaml for all of them, or “district:” with each."
_TEXT = "Shorten it, or say it in other words."
_RULES = {
    "date-future": _Rule("G565", "have an award date that is still to come", _DAY),
    "date-old": _Rule("G565", "have an award date of more than 25 years ago", _DAY),
    "prefix-unknown": _Rule("G566", "have a recipient's identifier that begins with no known register", _IDENTIFIER),
    "charity-number": _Rule("G566", "have a charity's number that is not of its form", _IDENTIFIER),
    "company-number": _Rule("G566", "have a company's number that is not of its form", _IDENTIFIER),
    "recipient-identifier": _Rule("G566", "are published with another identifier than was typed", _IDENTIFIER),
    "email": _Rule(
        "G567", "have an e-mail address in their words, which would be published", "Take it out of the text."
    ),
    "no-location": _Rule("G567", "do not say where they are spent", _PLACE),
    "month-only": _Rule("G568", "are published as awarded on the first of the month, as only the month is known", _DAY),
    "left-out": _Rule("G568", "were withdrawn or returned, so they are not published", ""),
}
_ELSE = _Rule("G567", "fall short of the standard", _TEXT)


def shortfalls(quality: Iterable[Quality], rows: Sequence[GrantRow], office: str) -> tuple[Finding, ...]:
    """Return the shortcomings of a package as findings; ``rows`` are those it was made from, ``office`` the office's file."""
    counting = [row for row in rows if row.counts]
    apart = iter([row for row in rows if not row.counts])
    kinds: dict[str, list[tuple[Quality, GrantRow | None]]] = {}
    for one in quality:
        match = re.match(r"grants/([0-9]+)", one.path)
        row = next(apart, None) if one.code == "left-out" else counting[int(match[1])] if match else None
        if "fundingOrganization" in one.path:
            row = None  # of the office itself, and so of every grant
        known = kinds.setdefault(one.code, [])
        if row is not None or one.message not in [other.message for other, _ in known]:
            known.append((one, row))
    return tuple(finding for code, told in kinds.items() for finding in _told(code, told, office))


def _told(code: str, told: Sequence[tuple[Quality, GrantRow | None]], office: str) -> Iterable[Finding]:
    rule = _RULES.get(code, _ELSE)
    if len(told) <= MOST_APART:
        for one, row in told:
            place = Place(row.path, row.line) if row is not None else Place(office)
            yield Finding(rule.code, _sentence(one, row), place, rule.hint)
        return
    related = tuple(
        Related(f"{row.recipient}: {row.amount}", Place(row.path, row.line)) for _, row in told if row is not None
    )
    place = related[0].place if related else Place(office)
    yield Finding(rule.code, f"{counted(len(told), 'grant')} {rule.several}.", place, rule.hint, related)


def _sentence(one: Quality, row: GrantRow | None) -> str:
    """Return a shortcoming with the grant that it is of: “september, Guides: the title has 150 characters …”."""
    if row is None or one.message.startswith(row.recipient):
        return one.message
    return f"{row.round}, {shortened(row.recipient, 50)}: {one.message[0].lower()}{one.message[1:]}"
