"""Figures typed in prose that data prove, disprove or give a source to: the ties of all checks, brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.checks.scope import is_unsaid
from pcp_reports.judging import Verdict
from pcp_reports.labels import label
from pcp_reports.ledger import ROUND, sum_round
from pcp_reports.money import format_money
from pcp_reports.reconciling import tied, tied_in, used_in_evidence
from pcp_reports.standing import Proof, Standing
from pcp_reports.stated.judged import judged
from pcp_reports.stated.lines import line_claims
from pcp_reports.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.judging import Judgement
    from pcp_reports.nodes import Text
    from pcp_reports.reconciling import Tied
    from pcp_reports.stated.judged import Judged
    from pcp_reports.workspace import Filed

"""The verdicts on a figure that holds."""

Proofs = dict[tuple[str, int], Proof]
"""What typed figures rest on, by the key of their text and where they begin in it, in characters."""


def proofs_of(filed: Filed, locale: str, tongue: str) -> Proofs:
    """Return what the typed figures of an entry rest on, where anything at all can be said of them.

    What a round says of itself is held against its grants first; then come evidence and the entry's own data.
    """
    made: Proofs = {}
    if filed.kind == ROUND:
        made |= dict(_of_round(filed, locale, tongue))
    for one in tied(filed, locale):
        made.setdefault((one.key, one.said.claim.start), _of_tie(one, tongue))
    for used in used_in_evidence(filed, locale):
        words = label("used_in", tongue).format(used.words)
        made.setdefault((used.key, used.said.claim.start), Proof(Standing.UNSUPPORTED, words))
    return made


def proofs_in(text: Text, key: str, locale: str, tongue: str) -> Proofs:
    """Return the same of a text that belongs to no entry: a paper's own, or a standing paragraph."""
    return {(key, one.said.claim.start): _of_tie(one, tongue) for one in tied_in(text, key, locale)}


def _of_tie(one: Tied, tongue: str) -> Proof:
    if one.sourced:
        return Proof(Standing.SOURCED, one.basis)
    if one.kept:
        return Proof(Standing.UNSUPPORTED, label("equals_unsourced", tongue).format(one.kept))
    if one.verdict.is_sound:
        return Proof(Standing.RECONCILED, one.basis)
    why = "not_checked" if one.verdict is Verdict.CANNOT_CHECK else "not_so"
    return Proof(Standing.UNSUPPORTED, label(why, tongue).format(one.basis))


def _of_round(filed: Filed, locale: str, tongue: str) -> Iterator[tuple[tuple[str, int], Proof]]:
    """Yield what the figures rest on that a round's text gives for its grants.

    Of one that runs over exempt money nothing can be judged, and so nothing is told.
    """
    whole = sum_round(filed)
    for one in judged(whole, locale):
        for said, judgement in ((one.claim.total_said, one.total), (one.claim.count_said, one.count)):
            if said is not None and judgement is not None:
                proof = _of_grants(one, judgement, locale, tongue, unsaid=is_unsaid(whole, one))
                if proof is not None:
                    yield ("text", said.claim.start), proof
    for line in line_claims(whole, locale):
        sound = line.made.verdict.is_sound
        told = label("by_line" if sound else "not_by_line", tongue)
        words = told.format(recipient=line.grant.recipient, amount=format_money(line.grant.amount, locale))
        yield (
            ("text", line.said.claim.start),
            Proof(Standing.RECONCILED if sound else Standing.UNSUPPORTED, words),
        )


def _of_grants(one: Judged, judgement: Judgement, locale: str, tongue: str, *, unsaid: bool) -> Proof | None:
    if judgement.verdict is Verdict.CANNOT_CHECK:
        return None
    sound = judgement.verdict.is_sound
    words = label(("by" if sound else "not_by") + ("_strand" if one.covers else "_grants"), tongue)
    many = label("one_project" if one.over.projects == 1 else "projects", tongue).format(f"{one.over.projects:,}")
    strands = listed(one.covers, label("and", tongue))
    told = words.format(strand=strands, total=format_money(one.over.total, locale), projects=many)
    told += f"; {label('unsaid', tongue)}" if unsaid else ""
    return Proof(Standing.RECONCILED if sound else Standing.UNSUPPORTED, told)
