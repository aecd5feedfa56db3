"""The fund's own rules in office.yaml: how little and how much a grant may be, who may apply, and the year's budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.checks.public_grants import public_grants
from pcp_reports.dates import FinancialYear
from pcp_reports.findings import Finding, Related
from pcp_reports.money import Money
from pcp_reports.nodes import Items, Text
from pcp_reports.records import dataclass
from pcp_reports.words import listed, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.checks.public_grants import Row
    from pcp_reports.findings import Place
    from pcp_reports.model.office import Strand as Rules
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed

MOST_RELATED = 12
"""How many rounds are named beneath a budget that is passed."""


@dataclass(frozen=True, slots=True)
class _Ruled:
    """The rules of a strand of a fund, and where in office.yaml they stand."""

    fund: str
    strand: str
    rules: Rules
    office: Filed

    def place(self, key: str) -> Place:
        return self.office.place(self.rules.node, key)

    def related(self, key: str) -> Related:
        return Related(f"the rule of {self.strand}", self.place(key))

    @property
    def contradictory(self) -> bool:
        """Return whether the least is above the most, so that no grant could keep both."""
        least, most = self.rules.least, self.rules.most
        return least is not None and most is not None and least > most

    @property
    def size(self) -> str:
        """Return the rule of a grant's size as it is quoted."""
        least, most = self.rules.least, self.rules.most
        if least is not None and most is not None:
            return f"“{self.strand}: from {least} to {most} a grant” (office.yaml)"
        return f"“{self.strand}: {f'at least {least}' if most is None else f'up to {most}'} a grant” (office.yaml)"


def rules(survey: Survey) -> Iterator[Finding]:
    """No grant breaks a rule of its strand, and no strand gives more in a financial year than it has."""
    ruled = _ruled(survey)
    if not ruled:
        return
    yield from (_contradiction(rule) for rule in ruled.values() if rule.contradictory)
    given: dict[tuple[str, str, int], list[Row]] = {}
    barred: dict[tuple[str, str, str | None], str] = {}
    for row in public_grants(survey):
        one = ruled.get((row.filed.model.fund, row.strand or ""))
        if one is None or not row.grant.counts:
            continue
        size = _size(row, one)
        if size is not None:
            yield size
        if one.rules.open_to:
            applicant = (one.strand, row.grant.recipient, row.grant.recipient_id)
            if applicant not in barred:
                barred[applicant] = _barred(survey, row, one)
            if barred[applicant]:
                yield _applicant(row, one, barred[applicant])
        if one.rules.budget is not None:
            given.setdefault((one.fund, one.strand, FinancialYear.of(row.day).start), []).append(row)
    for (fund, name, start), rows in given.items():
        yield from _budget(ruled[fund, name], FinancialYear(start), rows)


def _ruled(survey: Survey) -> dict[tuple[str, str], _Ruled]:
    """Return the strands that have rules, by the names of their fund and their own."""
    register = survey.register
    if register.office is None or register.office_file is None:
        return {}
    return {
        (fund, name): _Ruled(fund, name, strand, register.office_file)
        for fund, behind in (register.office.funds or {}).items()
        for name, strand in (behind.strands or {}).items()
        if strand.least or strand.most or strand.budget or strand.open_to
    }


def _contradiction(one: _Ruled) -> Finding:
    return Finding(
        "G305",
        f"office, {one.strand}: the least that a grant may be, {one.rules.least}, is more than the most, {one.rules.most}; grants are held against neither.",
        one.place("least"),
        "Correct one of the two.",
        (Related("the most", one.place("most")),),
    )


def _size(row: Row, one: _Ruled) -> Finding | None:
    """Return how the grant breaks the rule of size, if it does; a line that pays several projects may be several grants."""
    least, most, amount, projects = one.rules.least, one.rules.most, row.grant.amount, row.grant.projects
    several = ""
    if least is not None and amount < least:
        code, key, gap = "G301", "least", f"{least - amount} less"
    elif most is not None and amount.pence > most.pence * projects:
        code, key, gap = "G302", "most", f"{Money(amount.pence - most.pence * projects)} more"
        several = f" for {projects:,} projects" if projects > 1 else ""
    else:
        return None
    if one.contradictory:
        return None
    return Finding(
        code,
        f"{_led(row)}: {amount}{several} is {gap} than the rule allows: {one.size}.",
        row.place("amount"),
        "Correct the amount, or the strand; if the rule was waived, accept the warning with the reason.",
        (one.related(key),),
    )


def _led(row: Row) -> str:
    return f"{row.filed.name}, {shortened(row.grant.recipient, 50)}"


def _barred(survey: Survey, row: Row, one: _Ruled) -> str:
    """Return what the recipient certainly is, as a clause, if that is none of those to whom the strand is open."""
    from pcp_reports.recipients.organisations import certainty_of  # noqa: PLC0415 - only for strands that say who may apply

    typed = one.rules.node.get(Text("open_to"))
    if isinstance(typed, Items) and len(typed) > len(one.rules.open_to):
        return ""  # a word of the rule cannot be read, and may be the very one
    force = survey.register.office.force if survey.register.office is not None else None
    certain = certainty_of(row.grant.recipient, row.grant.recipient_id, force)
    return certain.what if certain is not None and certain.kinds.isdisjoint(one.rules.open_to) else ""


def _applicant(row: Row, one: _Ruled, what: str) -> Finding:
    from pcp_reports.recipients.organisations import many  # noqa: PLC0415 - as above

    return Finding(
        "G304",
        f"{_led(row)}: {what}, and the rule is “{one.strand}: open to {listed([many(kind) for kind in one.rules.open_to])}” (office.yaml).",
        row.place("recipient"),
        "Look at the strand and the recipient; if the rule was waived, accept the warning with the reason.",
        (one.related("open_to"),),
    )


def _budget(one: _Ruled, year: FinancialYear, grants: list[Row]) -> Iterator[Finding]:
    """Yield the grant with which a year's budget is passed, in the order in which the money was given."""
    budget = one.rules.budget
    total = Money.total(row.grant.amount for row in grants)
    if budget is None or total <= budget:
        return
    rows = sorted(grants, key=lambda row: row.day.first)  # of one day, in the order of the files
    spent = 0
    last = rows[0]
    for last in rows:
        spent += last.grant.amount.pence
        if spent > budget.pence:
            break
    yield Finding(
        "G303",
        f"{_led(last)}: with this grant {one.strand} is over its budget; its grants of {year} come to {total}, which is {total - budget} more than the rule: “{one.strand}: {budget} a financial year” (office.yaml).",
        last.place("amount"),
        "Correct the amounts, the strand or the budget; if more was made available, accept the warning with the reason.",
        (one.related("budget"), *_rounds(rows)),
    )


def _rounds(rows: list[Row]) -> tuple[Related, ...]:
    """Return what each round gave, in the order in which the money was given; of many, the latest."""
    by_round: dict[str, list[Row]] = {}
    for row in rows:
        by_round.setdefault(row.filed.path, []).append(row)
    shown = [
        Related(f"{own[0].filed.name}: {Money.total(row.grant.amount for row in own)}", own[0].place("amount"))
        for own in by_round.values()
    ]
    return tuple(shown[-MOST_RELATED:])
