"""What a round's ``stated`` total and count of projects are worth against its grants.

Only exact figures are judged: £53,879, 53,879.00, 6. Rounded and hedged ones, and words, are `cannot_check`.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.money import Money, MoneyError
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.model.funding_round import Stated


class Verdict(Enum):
    """What a claim is worth, from sound to unsound."""

    AGREES = "agrees"
    AGREES_ROUNDED = "agrees_rounded"
    WITHIN_BOUND = "within_bound"
    CANNOT_CHECK = "cannot_check"
    EXCEEDS = "exceeds"
    DISAGREES = "disagrees"


_WORSE = {verdict: rank for rank, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with its verdicts: on the total, on the count, and the worse of the two."""

    stated: Stated
    total: Verdict | None
    projects: Verdict | None

    @property
    def verdict(self) -> Verdict:
        """Return the worse of total and count; a claim that names neither cannot be checked."""
        given = [verdict for verdict in (self.total, self.projects) if verdict is not None]
        return max(given, key=_WORSE.__getitem__) if given else Verdict.CANNOT_CHECK


def judge(stated: Stated, total: Money, projects: int, *, hidden: bool, sound: bool) -> Judged:
    """Return what the claim is worth against ``total`` and ``projects``; nothing can be told over ``hidden`` or unsound grants."""
    unsure = hidden or not sound
    money = exact_total(stated.total) if stated.total else None
    count = exact_count(stated.projects) if stated.projects else None
    return Judged(
        stated,
        None if not stated.total else _verdict(unsure or money is None, money == total),
        None if not stated.projects else _verdict(unsure or count is None, count == projects),
    )


def _verdict(unsure: bool, same: bool) -> Verdict:
    if unsure:
        return Verdict.CANNOT_CHECK
    return Verdict.AGREES if same else Verdict.DISAGREES


def exact_total(words: str) -> Money | None:
    """Return the amount where the words are one full figure, else None."""
    try:
        return Money.parse(words)
    except MoneyError:
        return None


def exact_count(words: str) -> int | None:
    """Return the number where the words are one in figures, thousands set off rightly or not at all; else None."""
    plain = words.strip()
    if re.fullmatch(r"[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2}", plain, re.ASCII):
        return int(plain.replace(",", ""))
    return None
