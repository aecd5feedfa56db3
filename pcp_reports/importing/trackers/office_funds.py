"""Funds and strands that a tracker has and office.yaml has not: said, or written into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.editing import digest
from pcp_reports.findings import Finding, Place
from pcp_reports.importing.made import EditedFile
from pcp_reports.rewriting import Refused, Setting, rewritten
from pcp_reports.words import did_you_mean, listed, quoted, yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.importing.funds import Funds
    from pcp_reports.importing.trackers.rounds import Plan
    from pcp_reports.rewriting import Edit, Written
    from pcp_reports.workspace import Register


def unknown_funds(plan: Plan, funds: Funds, path: str, *, no_office: bool = False) -> Iterator[Finding]:
    """Yield a finding for each fund and strand that office.yaml does not have; ``no_office``: there is no such file yet."""
    if no_office and plan.unknown:
        names = list(dict.fromkeys(quoted(fund) for fund, _, _ in plan.unknown))
        one = len(names) == 1
        message = (
            f"There is no entries/office.yaml yet, so the {'fund' if one else 'funds'} {listed(names)} {'is' if one else 'are'} "
            "kept nowhere; the grants are taken over as typed."
        )
        hint = (
            "Make the file entries/office.yaml; “pcp-reports init” in an empty folder shows one. Then import again with "
            f"--add-funds, which writes the {'fund' if one else 'funds'} into it."
        )
        yield Finding("G519", message, Place(path, plan.unknown[0][2]), hint)
        return
    for fund, strand, row in plan.unknown:
        if strand:
            message = f"The strand {quoted(strand)} is not one of the {quoted(fund)} in office.yaml; it is taken over as typed."
            meant = did_you_mean(strand, funds.strands.get(fund, ()))
            hint = f"Did you mean {quoted(meant)}? " if meant else ""
            hint += f"Correct the tracker, or add {quoted(strand)} to the fund's strands in office.yaml; --add-funds does it."
        else:
            message = f"The fund {quoted(fund)} is not in office.yaml; it is taken over as typed."
            meant = did_you_mean(fund, funds.strands)
            hint = f'Did you mean --fund "{meant}"? ' if meant else ""
            hint += f'Say which it is: --fund "Its name". Or add {quoted(fund)} to funds in office.yaml; --add-funds does it.'
        yield Finding("G519", message, Place(path, row), hint)


def with_funds(plan: Plan, funds: Funds, register: Register) -> EditedFile | Finding | None:
    """Return the office's file with the funds and strands of a plan that it lacks; None where there is no such file.

    A new fund gets the strands that the tracker has of it.
    """
    filed = register.office_file
    if filed is None or filed.source.data is None or filed.source.root is None:
        return None
    edits: list[Edit] = []
    fresh: dict[str, Written] = {}
    for fund, strand, _ in plan.unknown:
        if strand:
            edits.append(Setting(("funds", fund, "strands", strand), None))
        else:
            names = dict.fromkeys(
                name for one in plan.rounds if one.fund == fund for name, _ in one.strands if name is not None
            )
            fresh[fund] = {"strands": dict.fromkeys(names)} if names else None
    if funds.strands:
        edits += [Setting(("funds", fund), value) for fund, value in fresh.items()]
    elif fresh:
        edits.append(Setting(("funds",), fresh))
    new = rewritten(filed.source.data.decode("utf-8", errors="surrogateescape"), tuple(edits))
    if isinstance(new, Refused):
        message = f"office.yaml cannot be edited: {new.why}."
        return Finding(
            "G530", message, Place(filed.path), "Add these to funds by hand: " + ", ".join(map(yaml_quoted, fresh))
        )
    said = tuple(
        f"new: {quoted(strand or fund)}" + (f", a strand of {quoted(fund)}" if strand else ", a fund")
        for fund, strand, _ in plan.unknown
    )
    return EditedFile(filed.path, digest(filed.source.data), new.encode("utf-8", errors="surrogateescape"), said)
