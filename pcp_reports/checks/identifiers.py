"""Identifiers of recipients: charity and company numbers have the form that their register gives out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.checks.public_grants import public_grants
from pcp_reports.findings import Finding
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.checks.public_grants import Row
    from pcp_reports.placing import Survey
    from pcp_reports.recipients.registers import Slip

MOST_OF_A_FILE = 20
"""How many identifiers of one file are told at once: a sheet of bare numbers is one mistake."""


def written(survey: Survey) -> Iterator[Finding]:
    """Every identifier is a register and a number of its form, so that the published data can be joined to others."""
    judged: dict[str, Slip | None] = {}
    told: dict[str, int] = {}
    for row in public_grants(survey):
        typed = row.grant.recipient_id
        if not typed or typed.startswith("["):  # a prompt left in place is named as one
            continue
        if typed not in judged:
            from pcp_reports.recipients.registers import slip_in  # noqa: PLC0415 - many an office gives none

            judged[typed] = slip_in(typed)
        slip = judged[typed]
        if slip is not None:
            told[row.filed.path] = told.get(row.filed.path, 0) + 1
            if told[row.filed.path] <= MOST_OF_A_FILE:
                yield _told(row, typed, slip)


def _told(row: Row, typed: str, slip: Slip) -> Finding:
    lead = f"{row.filed.name}, {shortened(row.grant.recipient, 50)}, recipient_id"
    place = row.place("recipient_id")
    if slip.unknown:
        meant = f" Did you mean {quoted(slip.instead[0])}?" if slip.instead else ""
        hint = f"Type: recipient_id: {slip.instead[0]}" if slip.instead else "Look the register up at org-id.guide."
        return Finding("G315", f"{lead}: {slip.reason}.{meant}", place, hint)
    line = row.filed.source.line(place.line)
    mended = line[: place.column - 1] + line[place.column - 1 :].replace(typed, slip.mended, 1)
    fix = row.filed.source.fix(place.line, mended) if slip.mended and mended != line else None
    hint = (
        f"Type {listed(list(slip.instead), 'or')}."
        if slip.instead
        else "Look it up, or leave the line out until it is known."
    )
    named = "" if slip.reason.startswith("“") else f"{quoted(shortened(typed, 40))} is no identifier: "
    return Finding("G314", f"{lead}: {named}{slip.reason}.", place, hint, fix=fix)
