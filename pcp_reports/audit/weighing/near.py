"""Whether a sentence beside a list, which does not lead to it, speaks of it: its figures must be near those of the list.

“£25,000 was awarded to three projects at the last meeting. The following grants were awarded:” gives two figures, neither of
which is the list's: another round is told of. Where one of the two is the list's, or both nearly are, the other is a slip.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.weighing.causes import is_slip
from pcp_reports.audit.words.doubt import is_of_another_time
from pcp_reports.audit.words.figures import numbers_of, pence_of, sums_of, unit_of
from pcp_reports.audit.words.givers import names_another
from pcp_reports.audit.words.pairs import is_near, is_near_count, is_near_sum
from pcp_reports.checks.claim_words import is_wrong
from pcp_reports.claims import Kind
from pcp_reports.judging import Verdict
from pcp_reports.stated.words import what_it_counts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.claims.telling import Telling
    from pcp_reports.said import Said
    from pcp_reports.stated.judged import Judged

_FEWEST = 3
_TWENTIETH = 20
_THIRD = 3  # right above a list a sum alone may be off by a third


def may_be_of_the_list(heard: Heard, found: Judged, told: Telling, beside: Mapping[int, str]) -> bool:
    """Return whether a claim that the lines do not bear out speaks of them all the same.

    ``beside`` are the sums of other columns of the list's table: what was asked for, given as what was awarded.
    """
    claim = found.claim
    value = claim.total.value if claim.total is not None else None
    if value is not None and int(value * 100) in beside:
        return claim.said is not None and not is_of_another_time(claim.said.sentence.text)
    if found.covers and claim.said is not None and not is_of_another_time(claim.said.sentence.text):
        return True  # it names a strand of this very list
    if claim.total_said is not None and claim.count_said is not None and claim.total is not None:
        if not (is_wrong(found.total) and is_wrong(found.count)):
            return True
        return _is_near(found) and not names_other_giver(claim.total_said, told)
    if claim.total_said is not None:
        number = _number_beside(claim.total_said)
        if number is not None:
            return number in (found.over.grants, found.over.projects)
        slip = is_slip(told, found) and not is_of_another_time(claim.total_said.sentence.text)
        near = is_near_sum(claim.total_said.sentence, found.over.total.pence, _THIRD)
        return heard.plain or slip or (near and not names_other_giver(claim.total_said, told))
    if claim.count_said is None:
        return False
    near = is_near_count(claim.count_said.sentence, found.over.grants, _FEWEST)
    return heard.plain or near or _sum_agrees(claim.count_said, found)


def as_near(found: Judged, heard: Heard) -> Judged:
    """Return the claim, as wrong where the sentence that leads to a list gives “almost £23,000” and it comes to far less.

    Far is more than one and a half units of the last digit printed, and a twentieth: nobody calls £21,000 “nearly £23,000”.
    “Just over £22,000” of £22,000 to the penny is loosely said, and deserves a note.
    """
    total, made = found.claim.total, found.total
    if total is not None and made is not None and total.open and made.verdict.is_wrong and not made.gap:
        return replace(found, total=replace(made, looks_rounded=True))
    if total is None or made is None or total.value is None or not (heard.leading and found.claim.firm):
        return found
    if total.kind is not Kind.AT_MOST or not total.open or made.verdict is not Verdict.WITHIN_BOUND:
        return found
    unit = unit_of(total.value)
    short = total.value - Decimal(found.over.total.pence) / 100
    far = 2 * short > 3 * unit and short * _TWENTIETH > total.value
    return replace(found, total=replace(made, verdict=Verdict.DISAGREES, misleading=False)) if far else found


def names_other_giver(said: Said, told: Telling) -> bool:
    """Return whether a sentence names a giver or a fund that the other words about the list do not."""
    rest = told.text.text.replace(said.sentence.text, " ")
    return names_another(said.sentence.text, (rest, *(grant.recipient for grant in told.summed.whole.within(()))))


def _is_near(found: Judged) -> bool:
    """Return whether a number is near that of the lines, and a sum beside it near theirs: where more are said, no less is."""
    count, total, lines = found.claim.count, found.claim.total, found.over.grants
    if count is None or count.value is None or lines < _FEWEST:
        return False
    over = 0
    if total is not None and total.value is not None:
        over = pence_of(total) - found.over.total.pence
    return is_near(int(count.value) - lines, over, lines, found.over.total.pence)


def _number_beside(said: Said) -> Decimal | None:
    """Return the number of grants or of those who got them that stands in the sentence of a sum; None where there is none."""
    numbers = [one for one in numbers_of(said.sentence) if one.value is not None]
    counted = [one for one in numbers if what_it_counts(one) is not None] or numbers
    return counted[0].value if counted else None


def _sum_agrees(said: Said, found: Judged) -> bool:
    """Return whether the sentence of a number, or the one beside it, gives what the lines come to."""
    sums = sums_of(said.sentence)
    return any(one.value is not None and pence_of(one) == found.over.total.pence for one in sums)
