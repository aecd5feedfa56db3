"""Exempt matter: what is kept out of everything public, said so that nobody wonders where it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.ledger import ROUND
from pcp_reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.placing import Survey


def kept_out(survey: Survey) -> Iterator[Finding]:
    """Every exempt entry, and every round with exempt grants, is named in a note."""
    for filed in survey.register.entries:
        if filed.model is None:
            continue
        if filed.model.exempt is not None:
            yield Finding(
                "P122",
                f"{filed.name}: the entry is exempt and stays out of everything public.",
                filed.place(filed.model.node, "exempt"),
            )
        elif filed.kind == ROUND:
            grants = [grant for strand in filed.model.grants for grant in strand.grants if grant.exempt is not None]
            if grants:
                verb = "is" if len(grants) == 1 else "are"
                yield Finding(
                    "P122",
                    f"{filed.name}: {counted(len(grants), 'grant')} {verb} exempt and {'stays' if len(grants) == 1 else 'stay'} out of everything public, totals included.",
                    filed.place(grants[0].node, "exempt"),
                    "“totals --internal” counts what is exempt.",
                )
