"""Everything that is checked once the entries are read: a tuple of plain functions over the same survey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.checks import (
    changes,
    copies,
    counts,
    dates,
    evidence,
    exempt,
    figures,
    fund_rules,
    garbled,
    identifiers,
    insertions,
    misprints,
    parts,
    placement,
    prompts,
    prose,
    recipients,
    references,
    starts,
    totals,
)
from pcp_reports.checks.acceptance import accept
from pcp_reports.findings import Severity, by_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pcp_reports.findings import Finding
    from pcp_reports.placing import Survey

CHECKS: tuple[Callable[[Survey], Iterable[Finding]], ...] = (
    references.office,
    references.schema,
    references.items,
    references.people,
    references.priorities,
    references.funds,
    references.templates,
    placement.unplaced,
    placement.twice,
    placement.carriers,
    placement.wordless,
    copies.files,
    copies.rounds,
    copies.meetings,
    garbled.letters,
    dates.after_meeting,
    dates.folder_name,
    prompts.leftover,
    prose.written,
    figures.wholes,
    parts.itemised,
    parts.subsets,
    changes.moves,
    changes.compared,
    starts.started,
    starts.doubled,
    misprints.figures,
    evidence.proved,
    counts.counted,
    insertions.put_in,
    totals.stated,
    fund_rules.rules,
    recipients.recipients,
    identifiers.written,
    exempt.kept_out,
)


def check(survey: Survey) -> list[Finding]:
    """Return everything found in a workspace, reading it included, in place order, with accepted warnings marked."""
    found = [*survey.register.findings]
    for one in CHECKS:
        found += one(survey)
    return by_place(accept(survey, _said_once(found)))


def _said_once(found: list[Finding]) -> list[Finding]:
    """Return the findings without the prompts of lines on which an error says already what to type."""
    wrong = {
        (one.place.path, one.place.line) for one in found if one.code[0] in "GM" and one.severity is Severity.ERROR
    }
    return [one for one in found if one.code != "P121" or (one.place.path, one.place.line) not in wrong]


def concerning(survey: Survey, papers: tuple[str, ...], findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that concern the papers named: their own files, what they place, the office, the templates."""
    register = survey.register
    if not papers:
        return list(findings)
    paths = {filed.path for name in papers for filed in survey.placements[name].filed}
    paths |= {filed.path for name in papers for filed in (register.papers[name].filed, *register.papers[name].own)}
    paths |= {register.office_file.path if register.office_file is not None else "entries/office.yaml"}
    folders = tuple(register.papers[name].filed.path.rpartition("/")[0] + "/" for name in papers)
    return [finding for finding in findings if finding.place.path in paths or finding.place.path.startswith(folders)]
