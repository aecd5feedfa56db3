"""The sums of a passage in pounds, found cheaply: most passages have none that are parts of another.

What a figure commits its writer to is read only where a whole and its parts seem to disagree: `firmly`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit, find
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper, Passage

_SUM = re.compile(
    r"£[ \xa0]?(?P<pounds>\d{1,3}(?:,\d{3})+(?!\d)|\d{1,12})(?P<rest>\.\d{1,9})?(?P<unit>[ \xa0]?(?:k|m|bn|million|billion|thousand)\b)?",
    re.IGNORECASE,
)
_UNITS = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_PENCE = 2
_END = re.compile(r"[.?!][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9£])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|no|nos|approx|ca?|st|mr|mrs|ms|dr|cllr|incl?|est|para|viz|p|e\.g|i\.e)|^)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum as printed: its passage, where it stands in the text of that, what it is in pence, whether in full.

    “£1.6m” is not in full: it is good to half a unit of its last digit.
    """

    passage: int
    start: int
    end: int
    pence: int
    full: bool


def figures_of(passage: Passage, index: int) -> tuple[Figure, ...]:
    """Return the sums of a passage in order."""
    if "£" not in passage.text:
        return ()
    return tuple(_figure(match, index) for match in _SUM.finditer(passage.text))


def _figure(match: re.Match[str], index: int) -> Figure:
    digits = match["rest"][1:] if match["rest"] else ""
    unit = (match["unit"] or "").strip().casefold()
    places = _UNITS.get(unit, 0) + _PENCE
    pence = int(match["pounds"].replace(",", "") + digits.ljust(places, "0")[:places])
    return Figure(index, match.start(), match.end(), pence, full=not unit)


def sentence_ends(text: str) -> list[int]:
    """Return where the sentences of a text end, the last with the text."""
    ends = [
        match.end()
        for match in _END.finditer(text)
        if text[match.start()] != "." or _ABBREVIATED.search(text[max(0, match.start() - 12) : match.start()]) is None
    ]
    return [*ends, len(text)]


def firmly(
    paper: Paper, figures: Sequence[Figure], locale: str, *, bounded: bool = False, capped: bool = False
) -> list[Claim] | None:
    """Return the figures as read; None where one is hedged, multiplies, or is none that can be read.

    ``bounded``: the first may be a bound (“funding totalling up to £5,000”); ``capped``: the others may be (“up to £3,000”).
    """
    read: dict[int, list[Claim]] = {}
    made: list[Claim] = []
    for number, one in enumerate(figures):
        if one.passage not in read:
            read[one.passage] = find(paper.passages[one.passage].text, locale)
        claim = next((each for each in read[one.passage] if each.start < one.end and one.start < each.end), None)
        if claim is None or claim.unit is not Unit.MONEY or claim.value is None or claim.each:
            return None
        if (claim.kind not in (Kind.EXACT, Kind.ROUNDED) or claim.hedge) and not (
            (capped if number else bounded) and claim.kind is Kind.AT_MOST
        ):
            return None
        if claim.value * 100 != one.pence:
            return None
        made.append(claim)
    return made
