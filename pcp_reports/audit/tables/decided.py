"""What a column of decisions says of a sum that was asked for: “Approved”, “£1,000 and £2,500, £3,500 in all, be approved”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines.amounts.outcomes import standing_of
from pcp_reports.audit.tables.cells import Paid, paid
from pcp_reports.audit.tables.grid import has_pounds, looks_like_money
from pcp_reports.audit.tables.tallies import comes_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.audit.tables.columns import Columns
    from pcp_reports.audit.tables.grid import Row
    from pcp_reports.audit.tables.tallies import Line

_GIVES = re.compile(
    r"(?i)\b(?:approv\w+|award\w*|grant\w*|agree\w*|offer\w*|give\w*|fund(?:ed)?|part[- ]funded|support\w*|success\w*|resolved|yes|pay|paid|reduced|capped|up to)\b"
)
_OTHER = re.compile(
    r"(?i)\b(?:less|already|match\w*|subject to|conditional|provided|return\w*|instead|rather|not|last|previous\w*|earlier|balance|remain\w*|rest|other|find|raise\w*|cost\w*|budget|limit|maximum|requested|asked|sought|quote\w*|defer\w*|up to)\b"
)
_SUM = re.compile(r"£\s?[0-9][0-9,]*(?:\.[0-9]{2})?")
_TOTAL = re.compile(r"(?i)\b(?:total\w*|in all|altogether|mak(?:es|ing))\b|=")
_FEWEST = 2
_IN_PRINCIPLE = re.compile(r"(?i)\bin principle\b")
_LOWERED = re.compile(r"(?i)\b(?:part|partial(?:ly)?|reduced|some|lower|revised)\b")


def decided(row: Row, columns: Columns, asked: Paid) -> Paid:
    """Return what was given of what was asked for, as the decision of a row says; what was asked for where it tells no sum.

    A decision that tells a sum which may be another, or gives a part without saying which, leaves the sum unknown.
    """
    words = row.words(columns.decision) if columns.requested_only and columns.decision is not None else ""
    if not words:
        return asked
    told = standing_of(words)
    if told in (Standing.DECLINED, Standing.WITHDRAWN, Standing.REQUESTED):
        return replace(asked, standing=told)
    if _IN_PRINCIPLE.search(words):
        return replace(asked, standing=Standing.REQUESTED)
    if has_pounds(words) or looks_like_money(words):
        return _given(words, asked)
    if told is Standing.AWARDED and _LOWERED.search(words):
        return replace(asked, pence=None, claim=None, standing=told)
    return replace(asked, standing=told or asked.standing)


def is_lowered(award: Award, row: Row, columns: Columns) -> bool:
    """Return whether a row gives what was asked for, and not all of that was awarded."""
    if not columns.requested_only:
        return False
    asked = paid(row.words(columns.amounts[0])).pence
    return not award.counts or award.amount is None or award.amount.pence != asked


def is_of_asked(said: Paid, lines: Sequence[Line], columns: Columns) -> bool:
    """Return whether a row of totals gives what was asked for, by those too who got less or nothing: it is none of the awards."""
    if not columns.requested_only or said.standing is Standing.AWARDED or said.pence == comes_to(lines):
        return False
    return bool(lines) and lines[-1].lowered > 0


def _given(words: str, asked: Paid) -> Paid:
    """Return the sum that a decision gives, as far as it is plainly the one given, and no more than was asked for."""
    said = _in_all(words) or paid(words)
    fits = said.pence is not None and (asked.pence is None or said.pence <= asked.pence)
    plain = looks_like_money(words) or (_GIVES.search(words) is not None and _OTHER.search(words) is None)
    if fits and said.pence and plain:
        return replace(said, standing=Standing.AWARDED)
    if said.standing is Standing.DECLINED:
        return said
    return Paid(standing=Standing.AWARDED if _GIVES.search(words) else Standing.REQUESTED)


def _in_all(words: str) -> Paid | None:
    """Return the sum that a decision gives in all, where the sums before come to it: “£1,000 (Hill) and £500 (Vale), totalling £1,500”."""
    sums = [match[0] for match in _SUM.finditer(words)]
    if len(sums) <= _FEWEST or _TOTAL.search(words) is None:
        return None
    *parts, whole = map(paid, sums)
    come_to = sum(part.pence or 0 for part in parts)
    return whole if whole.pence is not None and whole.pence == come_to else None
