"""Exempt grants that a tracker has no row for any more, held against its new rows.

A row whose recipient was respelt, or whose date moved it to another round, would come in as a new grant, and in public: the
mark `exempt` stands on the old one. So what could be the same grant is asked about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.dates import FinancialYear
from pcp_reports.findings import Finding
from pcp_reports.importing.funds import bare
from pcp_reports.importing.likeness import may_be_one
from pcp_reports.importing.sheets.cell_words import NO_PURPOSE
from pcp_reports.importing.trackers.against.came_from import was_imported
from pcp_reports.importing.trackers.against.filed_rounds import months_apart, other_reference, same_name, same_reference
from pcp_reports.nodes import Block
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pcp_reports.dates import PartialDate
    from pcp_reports.importing.trackers.against.filed_rounds import FiledGrant, FiledRound
    from pcp_reports.importing.trackers.against.gone import NoAwards
    from pcp_reports.importing.trackers.tracked import Tracked


def unmarked(
    new: Sequence[Tracked],
    rounds: Sequence[FiledRound],
    found: Sequence[FiledGrant],
    unit: str,
    references: Collection[str] = (),
    declined: NoAwards | None = None,
) -> list[Finding]:
    """Return a finding for each exempt grant that no row was found for and that a new row could be.

    ``new`` are the rows that would come in as new grants, with fund and date; ``found`` the grants that rows were found for;
    ``references`` those that the tracker has, award or not, as `same_reference` has them; ``declined`` its rows that are
    no awards. An exempt grant with such a row of its own has not left the tracker: then only a row of the same body, or
    of the same purpose and amount, is asked about. One in a round that was typed by hand, and has nothing of the tracker, was
    never in that: of such, a row of another body and purpose is only told.
    """
    have = {id(one) for one in found}
    findings = []
    for known in rounds:
        tracked = was_imported(known) or any(id(one) in have for one in known.grants)
        for grant in known.grants:
            if id(grant) in have or not grant.exempt:
                continue
            own = declined is not None and bool(declined.of(grant))
            could = [award for award in new if _could_be(award, grant, known, references)]
            like = [award for award in could if not own or _shares_most(award, grant)]
            near = [award for award in like if tracked or _body(award, grant) or _work(award, grant)]
            if near:
                findings.append(_asked(near[0], grant, unit, own=own))
            elif like:
                findings.append(_told(like[0], grant, unit))
    return findings


def _could_be(award: Tracked, known: FiledGrant, held: FiledRound, references: Collection[str]) -> bool:
    """Return whether a row may be an exempt grant: to be asked once too often is the lesser harm.

    Near in time, one sign is enough: the body, the purpose, or the amount with its day or strand; under another fund, the
    body and one more. Where body, purpose and amount are all the same, it may be wherever and whenever.
    A reference that differs may have been retyped: it tells the two apart only where the tracker still has the grant's own,
    which is among ``references``.
    """
    if other_reference(award, known) and same_reference(known.grant.reference) in references:
        return False
    grant = known.grant
    body, work = _body(award, known), _work(award, known)
    money = award.amount == grant.amount
    if body and work and money:
        return True
    when, then = award.awarded or award.announced, grant.awarded or held.model.announced
    if when is None or not _near(when, then):
        return False
    if bare(award.fund) != bare(str(held.model.fund)):
        return body and (work or money)
    strand = bool(award.strand) and known.strand is not None and bare(award.strand) == bare(known.strand)
    return body or work or (money and (strand or _may_be_one_day(when, then)))


def _shares_most(award: Tracked, known: FiledGrant) -> bool:
    return _body(award, known) or (_work(award, known) and award.amount == known.grant.amount)


def _body(award: Tracked, known: FiledGrant) -> bool:
    return may_be_one(award.recipient, str(known.grant.recipient))


def _work(award: Tracked, known: FiledGrant) -> bool:
    return same_name(award.purpose) == same_name(str(known.grant.purpose)) and award.purpose != NO_PURPOSE


_MONTHS = 6
"""How many months apart two dates of one grant may lie, where a financial year ends between them."""


def _near(when: PartialDate, then: PartialDate) -> bool:
    return FinancialYear.of(when) == FinancialYear.of(then) or months_apart(when, then) <= _MONTHS


def _may_be_one_day(when: PartialDate, then: PartialDate) -> bool:
    return when.first <= then.last and then.first <= when.last


def _asked(award: Tracked, known: FiledGrant, unit: str, *, own: bool) -> Finding:
    message = (
        f"{award.recipient} ({award.amount}, {unit} {award.row}) would come in as a new grant, in public; it could be "
        f"{known.grant.recipient} ({known.grant.amount}) in {quoted(known.filed.name)}, which is exempt."
    )
    hint = (
        "If it is the same grant, give both the same reference, in the tracker and in the entry (reference: …). If it is "
        "another, give the exempt grant a row of its own in the tracker, with the reference of its entry. Then import again."
    )
    if own:
        hint = (
            "If it is the same grant, give both the same reference, in the tracker and in the entry (reference: …). If it is "
            "another, give each row in the tracker a reference of its own, and the exempt grant that of its row. Then import again."
        )
    return Finding("G531", message, known.filed.source.place(known.grant.node), hint)


def _told(award: Tracked, known: FiledGrant, unit: str) -> Finding:
    message = (
        f"{award.recipient} ({award.amount}, {unit} {award.row}) comes in as a new grant, in public. Of the same amount is "
        f"{known.grant.recipient} in {quoted(known.filed.name)}, which is exempt; recipient and purpose are others."
    )
    hint = "Nothing needs doing if they are two. If it is the exempt grant, take it out of the entries again, and out of the tracker."
    return Finding("G533", message, known.filed.source.place(known.grant.node), hint)


def into_exempt(award: Tracked, known: FiledRound, unit: str) -> Finding:
    """Return the finding that a new row belongs to a round that is exempt as a whole: nobody but the office knows whether it is too."""
    message = (
        f"{award.recipient} ({award.amount}, {unit} {award.row}) is new, and its round, {quoted(known.filed.name)}, is exempt as a "
        "whole: the public would not see it, nor any total with it."
    )
    hint = (
        "If it is exempt too, type it into that round by hand, with the tracker's recipient and purpose, or its reference. If it "
        "is public, take the mark exempt from the round, and give it to each of its grants that is exempt. If it is one of these, "
        "changed, give both the same reference. Then import again."
    )
    source = known.filed.source
    return Finding("G531", message, source.place_of(source.root or Block(), "exempt"), hint)
