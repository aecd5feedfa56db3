"""A 360Giving package -> its awards. A grant's month of award makes the round of its programme."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.exports.reading360 import read_360giving
from pcp_reports.findings import Finding, Place
from pcp_reports.importing.made import Tally
from pcp_reports.importing.sheets.cell_words import NO_PURPOSE, clean
from pcp_reports.importing.trackers.giving.besides import left_out, other_funders, passed_over
from pcp_reports.importing.trackers.giving.quality import shortfalls_in
from pcp_reports.importing.trackers.tracked import Tracked, Tracker
from pcp_reports.money import Money
from pcp_reports.recipients.registers import slip_in
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from pcp_reports.exports.reading360 import Grant360
    from pcp_reports.exports.rows import GrantRow
    from pcp_reports.importing.funds import Funds
    from pcp_reports.model.office import Office

_MOST_SAID = 12
_MOST_NAMED = 8
_HALF = re.compile("[\ud800-\udfff]")
_REFUSED = ("not-json", "not-a-package", "too-large", "too-deep")


def read_giving(
    data: bytes,
    path: str,
    funds: Funds,
    own: Mapping[str, GrantRow],
    today: date | None = None,
    office: Office | None = None,
) -> Tracker:
    """Return the awards of a package. The programme is the fund (else the funder's name), the grant's id the reference.

    ``own`` are grants of the entries by the identifiers under which an export publishes them: what it supplied, as the
    standard asks, does not come back into the entries. What the package falls short of is told for a ``today`` alone, as it
    says which dates lie ahead; grants that name another funder than the ``office`` are told where it is given.
    """
    read = read_360giving(data)
    findings = []
    for one in read.told[:_MOST_SAID]:
        fatal = one.code in _REFUSED or not read.grants
        findings.append(Finding("G501" if fatal else "G539", _where(one.grant) + one.message, Place(path)))
    if len(read.told) > _MOST_SAID:
        findings.append(
            Finding("G539", f"{counted(len(read.told) - _MOST_SAID, 'more fault')} of this kind.", Place(path))
        )
    findings += shortfalls_in(read, path, today) if today is not None else ()
    findings += _halves(read.grants, path)
    awards: list[Tracked] = []
    lacking: list[Grant360] = []
    for at, grant in enumerate(read.grants, 1):
        if not grant.recipient.strip() or grant.amount.pence <= 0:
            lacking.append(grant)
            continue
        award = _award(grant, at, funds)
        row = own.get(grant.id)
        awards.append(award if row is None else _as_typed(award, row))
    if lacking:
        findings.append(_lacking(lacking, path))
    findings += other_funders(read.grants, office, path)
    notes = ["It is a 360Giving package: a round is made of the grants that one programme awarded in one month."]
    notes += [besides] if (besides := passed_over(read.grants)) else []
    awarded = Tally("awarded", len(awards), Money.total(award.amount for award in awards))
    tallies = (awarded, *left_out(read, len(lacking))) if read.grants else ()
    return Tracker(
        path, tuple(awards), tallies, tuple(notes), tuple(findings), path.replace("\\", "/").rpartition("/")[2], "grant"
    )


def _lacking(grants: Sequence[Grant360], path: str) -> Finding:
    """Return the finding that grants are left out, as nobody is said to have got them, or as they are of no money."""
    one = len(grants) == 1
    why = (
        [f"{'it has' if one else 'they have'} no recipient"] if any(not one.recipient.strip() for one in grants) else []
    )
    if any(one.amount.pence <= 0 for one in grants):
        why.append(f"{'its amount is' if one else 'their amounts are'} £0 or less")
    named = [f"{quoted(one.id or one.title or '(no name)')} ({one.amount})" for one in grants[:_MOST_NAMED]]
    more = [f"{len(grants) - _MOST_NAMED} more"] if len(grants) > _MOST_NAMED else []
    message = f"{counted(len(grants), 'grant')} cannot be taken over, as {listed(why, 'and' if one else 'or')}: {listed([*named, *more])}."
    return Finding("G524", message, Place(path))


def _where(grant: str) -> str:
    return f"{quoted(grant)}: " if grant else ""


def _as_typed(award: Tracked, row: GrantRow) -> Tracked:
    """Return an award of our own with what the standard's form gives otherwise, or besides, as it stands in the entry."""
    return replace(
        award,
        fund=row.fund,
        strand=row.strand or "",
        announced=row.announced,
        awarded=row.awarded,
        reference=row.reference or "",
        recipient_id=row.recipient_id or "",
        district=row.district or "",
    )


def _award(grant: Grant360, at: int, funds: Funds) -> Tracked:
    fund, strand = _programme(_line(grant.programme) or _line(grant.funder), funds)
    identifier = grant.recipient_id.strip()
    return Tracked(
        at,
        _line(grant.recipient),
        _line(grant.description) or _line(grant.title) or NO_PURPOSE,
        grant.amount,
        fund=fund,
        strand=strand,
        awarded=grant.awarded,
        no_day="" if grant.awarded is not None else _line(str(grant.source.get("awardDate") or "")),
        district=_line(grant.place),
        reference=_line(grant.id),
        recipient_id=identifier if slip_in(identifier) is None else _line(identifier),
    )


def _programme(title: str, funds: Funds) -> tuple[str, str]:
    """Return fund and strand: of “Safer Streets Fund: Community Fund” both, where the office has them so."""
    fund, _, strand = title.partition(": ")
    known = funds.fund(fund) if strand else None
    if known is not None and (not funds.strands[known] or funds.strand(known, strand) is not None):
        return known, strand
    return title, ""


def _halves(grants: Sequence[Grant360], path: str) -> Iterator[Finding]:
    """Yield a finding for each grant with half of a character in its words, which no file can hold."""
    for at, grant in enumerate(grants, 1):
        held = (grant.recipient, grant.description, grant.title, grant.programme, grant.funder, grant.place, grant.id)
        if any(_HALF.search(text) for text in held):
            message = f"grant {at} ({quoted(shortened(_line(grant.id or grant.recipient), 60))}): half of a character stands in its words; � stands there now."
            yield Finding("G539", message, Place(path, at), "Look what it should be, and correct it in the entry.")


def _line(text: str) -> str:
    """Return words on one line, without what nobody sees; � for half of a character."""
    return _HALF.sub("\ufffd", clean(text))
