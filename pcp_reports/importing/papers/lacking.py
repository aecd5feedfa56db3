"""What office.yaml lacks of what a paper names: its people, and the funds and strands of its rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.funds import Funds
from pcp_reports.importing.papers.funds import UNKNOWN
from pcp_reports.importing.papers.office import people_of, person_lines, unfilled
from pcp_reports.words import did_you_mean, listed, quoted, yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pcp_reports.importing.papers.entries import MadeRound
    from pcp_reports.importing.papers.front import Front
    from pcp_reports.passage import Paper
    from pcp_reports.workspace import Register


def people_named(paper: Paper, front: Front, register: Register | None) -> tuple[dict[str, str], list[Finding]]:
    """Return contact and signatory as the paper may name them, and what office.yaml lacks for that."""
    contact = front.contact.name if front.contact is not None else ""
    named = {key: name for key, name in (("contact", contact), ("signatory", front.signatory)) if name}
    office = register.office if register is not None else None
    if register is None or register.office_file is None or unfilled(register) is not None:
        return named, []
    known = list(map(str, (office.people or {}) if office is not None else {}))
    found: dict[str, str] = {}
    missing: list[Finding] = []
    rows = people_of(front)
    for key, name in named.items():
        there = name if name in known else did_you_mean(name, known)
        if there is not None:
            found[key] = there
            continue
        typed = "; ".join([f"{yaml_quoted(name)}:", *person_lines(rows.get(name, []))])
        message = (
            f"{quoted(name)}, the paper's {key}, is not among the people of office.yaml, so the entries name none."
        )
        hint = f"Type it there under “people:” ({typed}), and “{key}: {name}” in paper.yaml."
        missing.append(Finding("G549", message, Place(paper.path), hint))
    return found, missing


def funds_of(rounds: Iterable[MadeRound]) -> dict[str, list[str]]:
    """Return the funds of the rounds that were made, each with its strands."""
    funds: dict[str, list[str]] = {}
    for one in rounds:
        if one.placed.fund == UNKNOWN:
            continue
        strands = funds.setdefault(one.placed.fund, [])
        strands += [name for name, _ in one.placed.strands if name is not None and name not in strands]
    return funds


def new_funds(found: Mapping[str, Sequence[str]], register: Register | None) -> dict[str, list[str]]:
    """Return the funds that office.yaml does not have, or of which it lacks strands, with those strands."""
    office = register.office if register is not None else None
    known = Funds.of(office).strands
    lacking = {fund: [name for name in strands if name not in known.get(fund, ())] for fund, strands in found.items()}
    # A fund without strands in office.yaml may have any.
    return {fund: new for fund, new in lacking.items() if fund not in known or (new and known[fund])}


def funds_missing(paper: Paper, new: Mapping[str, Sequence[str]], register: Register | None) -> Iterator[Finding]:
    """Give each fund and strand that the rounds are of and office.yaml does not have."""
    office = register.office if register is not None else None
    known = Funds.of(office).strands
    for fund, strands in new.items():
        what = quoted(fund) if fund not in known else f"{listed([quoted(name) for name in strands])} of {fund}"
        many = len(strands) > 1 and fund in known
        message = f"{what}, of which the paper has grants, {'are' if many else 'is'} not in office.yaml."
        hint = "Import with --add-funds, or add it there under “funds:”; or, if it is another name for one of them, correct it in the round."
        yield Finding("G549", message, Place(paper.path), hint)
