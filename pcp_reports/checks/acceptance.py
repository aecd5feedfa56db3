"""Warnings that somebody accepted with a reason: still listed, with the reason, and kept with the archived version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.catalogue import RULES
from pcp_reports.findings import Finding, Severity
from pcp_reports.nodes import Text
from pcp_reports.words import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed


def accept(survey: Survey, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with accepted warnings marked, and what is wrong with the acceptances themselves."""
    register = survey.register
    reasons: dict[tuple[str, str], str] = {}
    givers: dict[tuple[str, str], Filed] = {}
    for filed in (*(folder.filed for folder in register.papers.values()), *register.entries):
        for code, reason in ((filed.model.accept if filed.model is not None else None) or {}).items():
            reasons[filed.path, code.strip().upper()] = reason
            givers[filed.path, code.strip().upper()] = filed
    marked = []
    covered: set[tuple[str, str]] = set()
    for finding in findings:
        key = (finding.place.path, finding.code)
        if key in reasons and finding.severity is Severity.WARNING:
            covered.add(key)
            marked.append(finding.accept(reasons[key]))
        else:
            marked.append(finding)
    marked += [_idle(givers[key], key[1]) for key in reasons if key not in covered]
    return marked


def _idle(filed: Filed, code: str) -> Finding:
    place = filed.place(filed.model.node, "accept")
    own = filed.model.accept
    typed = next((key for key in own if key.strip().upper() == code), code)
    if isinstance(typed, Text):
        place = filed.source.place(typed)
    rule = RULES.get(code)
    if rule is not None and rule.severity == "error":
        return Finding(
            "M121",
            f"{filed.name}, accept: {code} is an error ({rule.title.lower()}), and errors cannot be accepted, only mended.",
            place,
            "Delete the line once it is mended.",
        )
    if rule is None:
        meant = did_you_mean(code, list(RULES))
        return Finding(
            "M120",
            f"{filed.name}, accept: no finding has the code {quoted(code)}.",
            place,
            f"Did you mean {meant}?" if meant else "Delete the line.",
        )
    if rule.severity == "note":
        return Finding(
            "M120",
            f"{filed.name}, accept: {code} is a note ({rule.title.lower()}), and notes need no accepting.",
            place,
            "Delete the line.",
        )
    return Finding(
        "M120",
        f"{filed.name}, accept: nothing in this file bears the code {code} any more ({rule.title.lower()}).",
        place,
        "Delete the line.",
    )
