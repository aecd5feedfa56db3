"""What a 360Giving package holds besides the grants that are taken over: what is passed over, left out, or another funder's."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pcp_reports.exports.quality_shape import groups, words
from pcp_reports.findings import Finding, Place
from pcp_reports.importing.made import Tally
from pcp_reports.importing.sheets.cell_words import clean
from pcp_reports.money import Money
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.exports.reading360 import Grant360, Read
    from pcp_reports.model.office import Office

_TAKEN = {
    "id": (),
    "description": (),
    "currency": (),
    "amountAwarded": (),
    "awardDate": (),
    "fundingOrganization": ("id", "name"),
    "recipientOrganization": ("id", "name"),
    "grantProgramme": ("title",),
    "beneficiaryLocation": ("name",),
}
"""The fields of a grant that an import reads, and of groups their own."""
_MOST_NAMED = 12


def passed_over(grants: Sequence[Grant360]) -> str:
    """Return the note of what the grants say besides, which is not taken over, by the standard's names; empty for nothing."""
    found: dict[str, None] = {}
    for grant in grants:
        for key, value in grant.source.items():
            if key == "title" and not grant.description.strip():
                continue  # it is the purpose then
            if key not in _TAKEN and value not in (None, "", []):
                found.setdefault(key)
            for _, group in groups(value) if _TAKEN.get(key) else ():
                found |= dict.fromkeys(f"{key}: {one}" for one in group if one not in _TAKEN[key])
    names = [quoted(shortened(clean(name), 50)) for name in list(found)[:_MOST_NAMED]]
    more = len(found) - len(names)
    if not names:
        return ""
    return f"  not taken over: {listed([*names, f'{more} more'] if more else names)}"


def left_out(read: Read, lacking: int) -> tuple[Tally, ...]:
    """Return how many grants of a package were left out, by the reason; what they come to cannot be said.

    ``lacking`` are those without a recipient, or of nothing.
    """
    codes = Counter(one.code for one in read.told)
    rows = {
        "left out, as the amount cannot be read": codes["amount-unread"],
        "left out, as they are not said to be in pounds": codes["currency"],
        "left out, as they are no grants": codes["not-a-grant"],
        "left out, without a recipient or of nothing": lacking,
    }
    return tuple(Tally(what, number, Money(0)) for what, number in rows.items() if number)


def other_funders(grants: Sequence[Grant360], office: Office | None, path: str) -> Iterator[Finding]:
    """Yield the finding that grants of a package are another body's, which an export of the entries would give as the office's."""
    others: Counter[str] = Counter()
    first = 0
    for at, grant in enumerate(grants, 1):
        if office is not None and not _is_own(grant, office):
            first = first or at
            others[clean(grant.funder)] += 1
    if others:
        shown = listed([f"{quoted(shortened(name, 60))} ({number:,})" for name, number in others.most_common(4)])
        more = f", and {counted(len(others) - 4, 'other')}" if len(others) > 4 else ""  # noqa: PLR2004 - as are shown
        total = sum(others.values())
        message = (
            f"{counted(total, 'grant')} of the file {'names' if total == 1 else 'name'} another funder than your office: "
            f"{shown}{more}. In the entries, and in all that you publish from them, they would be your office's."
        )
        hint = "If they are not your office's grants, take them out of the file, and import it again."
        yield Finding("G539", message, Place(path, first), hint)


def _is_own(grant: Grant360, office: Office) -> bool:
    """Return whether a grant's funder is the office, or cannot be told from it.

    It is by its identifier; else by its police area, as offices are called in many ways. Where both give an identifier and
    these differ, the area tells an office alone: the community foundation of a county bears the county's name as well.
    """
    own = str(office.publishing.identifier or "") if office.publishing is not None else ""
    theirs = next((words(one.get("id")) for _, one in groups(grant.source.get("fundingOrganization"))), "").strip()
    if own and theirs.casefold() == own.strip().casefold():
        return True
    said, ours = _words(grant.funder), _words(f"{office.name} {office.force or ''}")
    if not said - _COMMON or not ours - _COMMON:
        return True
    same_area = said & _COMPASS == ours & _COMPASS and any(
        one.startswith(other) or other.startswith(one) for one in said - _COMMON for other in ours - _COMMON
    )
    return same_area and (not (own and theirs) or bool(said & _OFFICES))


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", name.casefold()) if len(word) >= _SHORTEST}


_SHORTEST = 3
_COMPASS = frozenset(("north", "south", "east", "west", "mid"))
_OFFICES = frozenset(("commissioner", "commissioners", "pcc", "opcc", "pfcc", "opfcc", "mayor", "police", "crime"))
_COMMON = _OFFICES.union(
    _COMPASS, ("office", "the", "and", "for", "fire", "rescue", "constabulary", "force", "service")
)
