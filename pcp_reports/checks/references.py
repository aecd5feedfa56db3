"""Every name resolves: items, people, priorities, funds, strands, standing paragraphs, templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.ledger import ROUND
from pcp_reports.meant import instead, what_was_meant
from pcp_reports.model import SCHEMA_SUM
from pcp_reports.words import listed, quoted, shortened
from pcp_reports.workspace import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.model.funding_round import FundingRound
    from pcp_reports.model.office import Fund
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed


def items(survey: Survey) -> Iterator[Finding]:
    """Every item of every section names one entry or standing paragraph."""
    for placement in survey.placements.values():
        yield from placement.findings


def office(survey: Survey) -> Iterator[Finding]:
    """There is an office file where there are papers."""
    register = survey.register
    if register.office_file is None and (register.papers or register.shared):
        yield Finding(
            "P114",
            "The office's file is missing: names, people and funds are kept in it.",
            Place("entries/office.yaml"),
            "Make the file entries/office.yaml; “pcp-reports init” in an empty folder shows one.",
        )
    if not register.papers and not any(finding.code == "P144" for finding in register.findings):
        message = "There is no paper yet: no folder under entries/ holds a file paper.yaml."
        yield Finding("P116", message, Place("entries"), "Type: pcp-reports new meeting, and the day of the meeting.")


def schema(survey: Survey) -> Iterator[Finding]:
    """The schema that editors use is the one this version makes."""
    held = survey.register.schema
    if held is not None and held != SCHEMA_SUM:
        yield Finding(
            "P123",
            "The schema that editors use is not this version's; keys may be offered wrongly as you type.",
            Place(f"entries/{SCHEMA}"),
            "Type: pcp-reports schema --write",
        )


def people(survey: Survey) -> Iterator[Finding]:
    """Contact and signatory are people of the office; an owner that is nearly one is asked about."""
    register = survey.register
    if register.office is None:
        return
    known = list(register.office.people or {})
    for folder, paper, _ in survey.papers():
        for key, name in (("contact", paper.contact), ("signatory", paper.signatory)):
            if name is not None and name not in known:
                place = folder.filed.place(paper.node, key)
                yield _unknown(
                    "P102",
                    f"{folder.name}, {key}: {quoted(shortened(name, 50))} is not among the people of office.yaml",
                    name,
                    known,
                    folder.filed,
                    place,
                )
    for filed in register.entries:
        name = filed.partly.owner if filed.partly is not None else None
        if name is not None and name not in known and what_was_meant(name, known).names:
            yield _unknown(
                "P102",
                f"{filed.name}, owner: {quoted(shortened(name, 50))} is not among the people of office.yaml",
                name,
                known,
                filed,
                filed.place(filed.partly.node, "owner"),
            )


def priorities(survey: Survey) -> Iterator[Finding]:
    """An entry's priority is one of the plan's."""
    office = survey.register.office
    if office is None:
        return
    known = list(office.plan.priorities) if office.plan is not None else []
    for filed in survey.register.entries:
        name = filed.partly.priority if filed.partly is not None else None
        if name is not None and name not in known:
            yield _unknown(
                "P103",
                f"{filed.name}, priority: {quoted(shortened(name, 50))} is not among the plan's priorities in office.yaml",
                name,
                known,
                filed,
                filed.place(filed.partly.node, "priority"),
            )


def funds(survey: Survey) -> Iterator[Finding]:
    """A round's fund is one of the office's, its strands are the fund's, and a claim covers strands of the round."""
    office = survey.register.office
    for filed in survey.register.entries:
        if filed.kind != ROUND or filed.partly is None:
            continue
        model: FundingRound = filed.partly
        known = (office.funds or {}) if office is not None else {}
        if office is None or model.fund is None:
            pass  # the missing file, or the missing fund, is named already
        elif model.fund.startswith("["):
            pass  # a prompt left in place is named as one, and is no fund's name
        elif model.fund not in known:
            yield _unknown(
                "G111",
                f"{filed.name}, fund: {quoted(shortened(model.fund, 60))} is not among the funds of office.yaml",
                model.fund,
                known,
                filed,
                filed.place(model.node, "fund"),
            )
            meant = what_was_meant(model.fund, known).names
            if len(meant) == 1:
                yield from _strands(filed, model, meant[0], known[meant[0]])
        else:
            yield from _strands(filed, model, model.fund, known[model.fund])
        own = [strand.name for strand in model.grants if strand.name is not None]
        for stated in model.stated:
            for name in stated.covers:
                if name not in own:
                    yield _unknown(
                        "G112",
                        f"{filed.name}, stated: {quoted(shortened(name, 50))} is not a strand of this round",
                        name,
                        own,
                        filed,
                        filed.place(stated.node, "covers"),
                    )


def _strands(filed: Filed, model: FundingRound, name: str, fund: Fund) -> Iterator[Finding]:
    known = list(fund.strands or {})
    for strand in model.grants:
        if strand.name is None:
            if known:
                yield Finding(
                    "G113",
                    f"{filed.name}: the grants stand without a strand, but {name} has {listed(known)}.",
                    filed.place(model.node, "grants"),
                    "Put each grant under its strand, so that totals by strand are right.",
                )
        elif strand.name not in known:
            place = filed.source.place(strand.name)
            yield _unknown(
                "G110",
                f"{filed.name}: {quoted(shortened(strand.name, 50))} is not a strand of {name}",
                strand.name,
                known,
                filed,
                place,
            )


def templates(survey: Survey) -> Iterator[Finding]:
    """A paper's template is a Word file in templates/."""
    known = survey.register.templates
    for folder, paper, _ in survey.papers():
        if paper.template not in known:
            yield _unknown(
                "P113",
                f"{folder.name}, template: there is no templates/{shortened(paper.template, 60)}.docx",
                paper.template,
                known,
                folder.filed,
                folder.filed.place(paper.node, "template"),
            )


def _unknown(code: str, what: str, name: str, known: Iterable[str], filed: Filed, place: Place) -> Finding:
    options = list(known)
    meant = what_was_meant(name, options)
    if not meant.names:
        return Finding(
            code,
            f"{what}.",
            place,
            f"The names there are: {listed([quoted(option) for option in options])}."
            if options
            else "There are none yet.",
        )
    hint, new = instead(filed.source.line(place.line), place.column - 1, name, meant)
    fix = filed.source.fix(place.line, new) if new is not None else None
    return Finding(code, f"{what}.{meant.question}", place, hint, fix=fix)
