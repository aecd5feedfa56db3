"""What the claims that a paper makes of a round are worth against the lines that were read.

Lines are read, not entered: how many projects or recipients one pays is often left open, so a count is accused only
where no way of counting bears it out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.counting import ways_of
from pcp_reports.audit.weighing.causes import cause_beside, explained, is_slip
from pcp_reports.audit.weighing.doubts import is_whole, not_to_be_held_against
from pcp_reports.audit.weighing.near import as_near, may_be_of_the_list
from pcp_reports.audit.weighing.weighed import Weighed, unjudged
from pcp_reports.audit.weighing.wording import disagreement
from pcp_reports.audit.words.doubt import is_of_another_time
from pcp_reports.claims import Kind
from pcp_reports.explaining.parts import CauseKind
from pcp_reports.judging import Judgement, Verdict, judge
from pcp_reports.records import dataclass
from pcp_reports.stated.judged import Judged, is_slip_of, weighed
from pcp_reports.stated.words import Counts, is_awarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.claims.telling import Telling
    from pcp_reports.audit.found import Award, Round
    from pcp_reports.claims import Claim
    from pcp_reports.ledger import Sum
    from pcp_reports.stated.assertion import Assertion

    Wider = Callable[[], Iterable[Sum]]

_CANNOT = Judgement(Verdict.CANNOT_CHECK)
# Two bodies may stand in one name; “and District” names no second one, and “a” is “and” in a Welsh name alone.
_JOINT = re.compile(
    r"(?i)(?:\s+and\s+(?!districts?\b|surrounding\b)|&|/|\bwith\b|\bpartnership\b|,|;|"
    r"\b(?:y|yr|yn|clwb|cyngor|cymdeithas|canolfan|menter|grŵp|ysgol|neuadd)\b.*\sa\s)"
)
_TWO_PURPOSES = re.compile(r"(?:&|\band\b)[^–—-]{3,60}\s[–—-]\s")
_TWO_PROJECTS = re.compile(
    r";\s+\w|, and, |[A-Z]\w+ (?:&|and) (?:[A-Z]\w+ )+|\w & \w|\b(?:two|both|several) (?:\w+ )?projects\b"
)
_LEAST_LIKE, _MOST_LIKE = Decimal("0.5"), Decimal(2)
_FAR, _CLOSE = 3, 20  # parts of a sum: more than a third off, within a twentieth


@dataclass(frozen=True, slots=True)
class _Around:
    """What else a figure may give: sums over other lists as well, and over other columns, in pence with their headings."""

    wider: Wider
    beside: Mapping[int, str]


def weighed_claims(
    one: Round, told: Telling, wider: Wider = tuple, beside: Mapping[int, str] = MappingProxyType({})
) -> tuple[Weighed, ...]:
    """Return the claims of a round with what each is worth, in order.

    ``wider`` gives the sums over this round and others told of with it, any of which a claim may be about; ``beside`` what
    other columns of its table come to, in pence, with the words over each.
    """
    made = []
    for heard in told.heard:
        for found in weighed(told.summed.whole, [_vouched(_asked(heard, told), beside)]):
            judged = _made(one, heard, found, told, _Around(wider, beside))
            if judged is not None:
                made.append(judged)
    kept = [row for row in made if not _outdone(row, _beside(row, made, one), told)]
    wrong = [row.judged for row in kept if row.judged.is_wrong]
    return tuple(
        replace(
            row,
            words=disagreement(told, row.judged, row=row.heard.row, why=cause_beside(row.judged, wrong, beside)),
        )
        if row.judged.is_wrong
        else row
        for row in kept
    )


def _beside(row: Weighed, made: Sequence[Weighed], one: Round) -> Sequence[Weighed]:
    """Return the claims that one may give way to: where a list is printed twice, what leads to a printing stands on its own."""
    if not (one.again and row.heard.leading and row.judged.claim.firm and not row.judged.covers):
        return made
    again = row.heard.passage in one.again
    return [other for other in made if not other.heard.leading or (other.heard.passage in one.again) == again]


def _outdone(row: Weighed, made: Sequence[Weighed], told: Telling) -> bool:
    """Return whether a wrong total of the text stands beside another of the same grants that agrees: which is meant is open.

    A heading, a row of totals, and a sentence that sums the list up stand on their own; so does a slip of the right figure. A
    sum alone in another part of the paper does not.
    """
    one = row.judged
    if not one.is_wrong or row.heard.row or row.heard.heading or one.claim.total is None:
        return False
    if row.heard.back and (not row.heard.afar or one.claim.count is not None or is_slip(told, one)):
        return False
    if row.heard.holds or is_slip_of(one.claim.total, one.over.total.pence):
        return False
    return any(
        other.judged.total is not None
        and not (other.heard.row or other.heard.heading or other.heard.bare)
        and other.judged.total.verdict.is_sound
        and other.judged.covers == one.covers
        and (not row.heard.whole or (other.judged.claim.firm and other.heard.tied))
        for other in made
        if other is not row
    )


def _asked(heard: Heard, told: Telling) -> Assertion:
    """Return the claim as it is put to the engine: without a total that runs over an amount that cannot be read."""
    claim = heard.claim
    if claim.total is not None and told.summed.unread_in(claim.covers):
        claim = replace(claim, total=None, total_said=None)
    return replace(claim, total_said=None, count_said=None) if heard.row or heard.heading else claim


def _vouched(claim: Assertion, beside: Mapping[int, str]) -> Assertion:
    """Return a claim as firm whose total is that of another column, or of what was asked for, and is said to be awarded."""
    said = claim.total_said
    if claim.firm or said is None or said.claim.value is None or int(said.claim.value * 100) not in beside:
        return claim
    return replace(claim, firm=is_awarded(said) and not is_of_another_time(said.sentence.text))


def _made(one: Round, heard: Heard, found: Judged, told: Telling, around: _Around) -> Weighed | None:
    """Return a claim with what it is worth; None where it may speak of something else."""
    if heard.claim.total is not None and found.claim.total is None:
        return _unread(heard, found, told)
    better = as_near(_lenient(found, one), heard)
    if not better.is_wrong:
        several = better.count is _CANNOT and found.count is not _CANNOT
        return Weighed(heard, better, "a line may pay more than one" if several else "")
    if one.partial and is_whole(one, told):
        one = replace(one, partial="")
    if one.partial and not heard.row and not _is_more_than_whole(heard, better):
        return Weighed(heard, unjudged(better), one.partial)
    doubt = not_to_be_held_against(one, heard, better, told)
    if doubt:
        return Weighed(heard, unjudged(better), doubt) if _is_about_the_list(heard, better) else None
    if heard.row:
        return Weighed(heard, better) if _is_plausible(heard, better, told) else None
    if one.partial:
        return Weighed(heard, replace(better, claim=replace(better.claim, count=None), count=None))
    of_more = not heard.holds and (
        _is_wider(better, around.wider) or (heard.back and _is_nearly_wider(better, around.wider))
    )
    tied = heard.tied or may_be_of_the_list(heard, better, told, around.beside)
    plausible = _is_plausible(heard, better, told) or _is_of_a_column(better, around.beside)
    return Weighed(heard, better) if tied and not of_more and plausible else None


def _is_of_a_column(found: Judged, beside: Mapping[int, str]) -> bool:
    """Return whether a total is what another column of the list comes to, or what was asked for in all."""
    value = found.claim.total.value if found.claim.total is not None else None
    return value is not None and int(value * 100) in beside


def _is_about_the_list(heard: Heard, found: Judged) -> bool:
    """Return whether a figure is tied to the list by its words, or its size, so that it is said that it was not checked."""
    return heard.tied or found.claim.total is None or _is_like(found)


def _is_like(found: Judged) -> bool:
    """Return whether a total is of the size of what the lines come to."""
    value = found.claim.total.value if found.claim.total is not None else None
    actual = Decimal(found.over.total.pence) / 100
    return value is not None and bool(actual) and _LEAST_LIKE <= value / actual <= _MOST_LIKE


def _is_more_than_whole(heard: Heard, found: Judged) -> bool:
    """Return whether a part of a list comes to more than is said of the whole, which cannot be."""
    claim, over = found.claim, Decimal(found.over.total.pence) / 100
    if not (heard.leading and claim.firm and not found.covers) or claim.total is None or claim.total.value is None:
        return False
    return claim.total.kind in (Kind.EXACT, Kind.AT_MOST) and over - claim.total.value > 1


def _unread(heard: Heard, found: Judged, told: Telling) -> Weighed:
    """Return a claim whose total runs over an amount that cannot be read: its count is judged, its total is not."""
    missing = told.summed.unread_in(heard.claim.covers)
    many = f"the amounts of {len(missing)} lines cannot be read"
    why = many if len(missing) > 1 else f"the amount of {missing[0].recipient or 'one line'} cannot be read"
    judged = replace(found, claim=heard.claim, total=_CANNOT)
    count = judged.count
    return Weighed(
        heard, judged if count is None or not count.verdict.is_wrong else replace(judged, count=_CANNOT), why
    )


def _lenient(found: Judged, one: Round) -> Judged:
    """Return the claim with its count judged by every way of counting the lines."""
    claim = found.claim
    if claim.count is None or found.count is None:
        return found
    awards = _within(one, found.covers)
    numbers = ways_of(awards)
    if found.count.verdict.is_wrong:
        sound = [made for number in numbers if not (made := judge(claim.count, Decimal(number))).verdict.is_wrong]
        if not sound and _may_be_more(claim.count, awards, numbers):
            return replace(found, count=_CANNOT)
        return replace(found, count=sound[0]) if sound else found
    if found.count.verdict is Verdict.CANNOT_CHECK and claim.counts is Counts.RECIPIENTS and claim.firm:
        return replace(found, count=_recipients(claim.count, awards, numbers) or found.count)
    return found


def _may_be_more(count: Claim, awards: Sequence[Award], numbers: Sequence[int]) -> bool:
    """Return whether a number may count two projects in a line whose purpose tells of two: “a & b – c”."""
    of_projects = count.noun.split()[-1:] in (["projects"], ["schemes"], ["initiatives"])
    joint = sum(
        _TWO_PURPOSES.search(award.purpose) is not None
        or (of_projects and _TWO_PROJECTS.search(award.purpose) is not None)
        for award in awards
    )
    return count.value is not None and max(numbers) < count.value <= max(numbers) + joint


def _recipients(count: Claim, awards: Sequence[Award], numbers: Sequence[int]) -> Judgement | None:
    """Return what a number of recipients is worth where it is plain how many they are."""
    if count.kind is not Kind.EXACT or count.value is None:
        return None
    joint = sum(bool(_JOINT.search(award.recipient)) for award in awards)
    if min(numbers) <= count.value <= max(numbers) + joint:
        return None
    return judge(count, Decimal(len(awards)))


def _within(one: Round, covers: tuple[str, ...]) -> tuple[Award, ...]:
    return tuple(
        award for group in one.groups for award in group.awards if award.counts and (not covers or group.name in covers)
    )


def _is_wider(found: Judged, wider: Wider) -> bool:
    """Return whether a claim that disagrees is right of this round and others together."""
    claim = found.claim
    if claim.total is not None and claim.total.kind in (Kind.AT_LEAST, Kind.AT_MOST):
        return False  # an open bound is soon met by something
    for over in wider():
        total = claim.total is None or _fits(judge(claim.total, Decimal(over.total.pence) / 100))
        count = claim.count is None or any(
            not judge(claim.count, Decimal(number)).verdict.is_wrong for number in (over.grants, over.projects)
        )
        if total and count:
            return True
    return False


def _is_nearly_wider(found: Judged, wider: Wider) -> bool:
    """Return whether a total behind a list is far from what that comes to, and close to what it and others together do.

    “The round was worth £12,500” behind the second of its lists is no total of that one, if it is right or not.
    """
    total, own = found.claim.total, found.over.total.pence
    if total is None or total.value is None or found.covers:
        return False
    pence = int(total.value * 100)
    if abs(pence - own) * _FAR <= own:
        return False
    return any(
        over.total.pence > own and abs(pence - over.total.pence) * _CLOSE <= over.total.pence for over in wider()
    )


def _fits(made: Judgement) -> bool:
    return not made.verdict.is_wrong and not made.misleading


def _is_plausible(heard: Heard, found: Judged, told: Telling) -> bool:
    """Return whether a figure that does not lead to the list can be meant for it: near it, or off by a known slip."""
    if heard.leading or heard.heading or found.claim.total is None or found.total is None:
        return True
    if not found.total.verdict.is_wrong:
        return True
    if heard.running:
        return is_slip(told, found)
    if _is_like(found):
        return True
    return any(cause.kind is not CauseKind.POINT or not cause.lines for cause in explained(told, found).causes)
