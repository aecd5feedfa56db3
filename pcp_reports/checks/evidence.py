"""The evidence of an entry: its words stand in the text once, and what is behind them bears them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.counts.count import is_kept_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.findings import Finding
    from pcp_reports.placing import Survey


def proved(survey: Survey) -> Iterator[Finding]:
    """Each evidence proves a figure that the text still holds."""
    office = survey.register.office
    locale = office.language if office is not None else "en_GB"
    for filed in survey.register.entries:
        if filed.partly is not None and filed.partly.evidence and not is_kept_out(filed):
            from pcp_reports.checks.unproven import of_evidence  # noqa: PLC0415 - most workspaces have no evidence

            yield from of_evidence(filed, locale)
