"""An audit for an officer's eyes: each paper's rounds in short, then what disagrees, then what was read in all."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from pcp_reports.audit.report import closing, disagreements, is_unread, lines_unread
from pcp_reports.cli.report import MOST_ALIKE, in_full, shown
from pcp_reports.findings import Severity, by_weight
from pcp_reports.judging import Verdict
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.audit.verdicts import Audited, JudgedClaim, JudgedRound
    from pcp_reports.findings import Finding

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_VERDICTS = {
    Verdict.AGREES: "agrees",
    Verdict.AGREES_ROUNDED: "agrees when rounded",
    Verdict.WITHIN_BOUND: "agrees as far as it goes",
    Verdict.DISAGREES: "disagrees",
    Verdict.EXCEEDS: "is less than the list comes to",
    Verdict.CANNOT_CHECK: "not checked",
}
_CANNOT = "It cannot be checked: "
_LONGEST_LEAD = 90
_LONGEST_NAME = 44
_TELLING = 30  # characters of a lead that tell it from another
_MOST_CLAIMS = 12
_MOST_LISTED = 50
_NOTHING = "No list of grants found; nothing was checked."
_NO_LIST = "No list of grants found."
_LIMITS = (
    "Only lists of grants were checked, with the totals and counts stated of them, and sums told with all of their parts; "
    "no other figure was."
)


def as_text(audits: Sequence[Audited], *, notes: bool = False) -> str:
    """Return the audits as text; notes are counted unless asked for."""
    names = _names([one.paper.path for one in audits])
    parts = [part for one in audits for part in _paper(one, names, notes=notes)]
    if any(one.rounds for one in audits):
        parts.append(_LIMITS)
    if len(audits) > 1 and (listing := list(_to_look_at(audits))):
        parts.append("\n".join(["To look at:", *listing]))
    parts.append(closing(audits, notes=notes))
    return "\n\n".join(parts)


def _to_look_at(audits: Sequence[Audited]) -> Iterator[str]:
    """Yield a line for each paper in which a figure disagrees, or that could not be read: among many they drown."""
    told = [(one, why) for one in audits if (why := _why_look(one))]
    yield from (f"  {shown(one.paper.path)}: {why}" for one, why in told[:_MOST_LISTED])
    if len(told) > _MOST_LISTED:
        yield f"  … and {len(told) - _MOST_LISTED:,} more papers"


def _why_look(one: Audited) -> str:
    if is_unread(one):
        return "could not be read"
    partly = any(finding.severity is Severity.WARNING for finding in one.paper.findings)
    return "; ".join(
        part for part in (disagreements([one]), "a part of it could not be read" if partly else "") if part
    )


def _names(paths: Sequence[str]) -> dict[str, str]:
    """Return the name of each paper, by its path, with as many of its folders as tell it from another of that name."""
    parts = {path: path.split("/") for path in dict.fromkeys(paths)}
    taken = dict.fromkeys(parts, 1)
    while True:
        shared: dict[str, list[str]] = {}
        for path, own in parts.items():
            shared.setdefault("/".join(own[-taken[path] :]), []).append(path)
        longer = [path for same in shared.values() if len(same) > 1 for path in same if taken[path] < len(parts[path])]
        if not longer:
            return {path: name for name, same in shared.items() for path in same}
        for path in longer:
            taken[path] += 1


def _paper(one: Audited, names: Mapping[str, str], *, notes: bool) -> Iterator[str]:
    yield click.style(shown(one.paper.path), bold=True)
    if one.paper.passages and not one.rounds:
        yield f"  {_NO_LIST if disagreements([one]) else _NOTHING}"
    for each in one.rounds:
        yield _round(each)
    told = [finding for finding in by_weight(one.findings) if notes or finding.severity is not Severity.NOTE]
    for code, alike in groupby(told, key=lambda finding: finding.code):
        rows = list(alike)
        yield from (_finding(finding, one.paper.form, names) for finding in rows[:MOST_ALIKE])
        if len(rows) > MOST_ALIKE:
            yield f"  … and {len(rows) - MOST_ALIKE:,} more of these ({code})"


def _round(one: JudgedRound) -> str:
    lead = "" if _is_told(one) else shortened(one.lead, _LONGEST_LEAD)
    where = shown(one.where[:1].upper() + one.where[1:])
    lines = [f"  {click.style(where, bold=True)}" + (f": {shown(quoted(lead))}" if lead else "")]
    lines += _sums(one)
    missing = lines_unread(one)
    if missing:
        lines.append(f"    These sums are without {counted(missing, 'amount')} that cannot be read.")
    lines += list(_claims(one.claims))[:_MOST_CLAIMS]
    if one.partial and not any(one.partial in claim.explanation for claim in one.claims):
        lines.append(f"    Not the whole list: {shown(one.partial)}.")
    if not one.claims:
        lines.append("    No total or count of these was found.")
    return "\n".join(lines)


def _is_told(one: JudgedRound) -> bool:
    """Return whether the words that lead to a list are its place in words already."""
    start = one.lead.rstrip(" :.")[:_TELLING]
    return bool(start) and start in one.where


def _sums(one: JudgedRound) -> Iterator[str]:
    """Yield a line for each strand, and one for the whole where there are several."""
    strands = [strand for strand in one.strands if strand.grants]
    named = len(strands) > 1 or any(strand.name for strand in strands)
    rows = [(shortened(shown(strand.name or "Without a strand"), _LONGEST_NAME), strand) for strand in strands if named]
    width = max((len(name) for name, _ in rows), default=0)
    width = max(width, len("In all"))
    money = max(len(str(amount)) for amount in (one.total, *(strand.total for _, strand in rows)))
    for name, strand in rows:
        yield f"    {name:<{width}}  {strand.total!s:>{money}}  {_numbers(strand.grants, strand.projects)}"
    if len(rows) > 1:
        yield "    " + "─" * (width + 2 + money)
    if len(rows) != 1:
        yield f"    {'In all':<{width}}  {one.total!s:>{money}}  {_numbers(one.grants, one.projects)}"


def _numbers(grants: int, projects: int) -> str:
    return counted(grants, "grant") + (f", {counted(projects, 'project')}" if projects != grants else "")


def _claims(claims: Sequence[JudgedClaim]) -> Iterator[str]:
    """Yield a line for each thing stated: figures of one place and one fate together."""
    for (_, covers, verdict), alike in groupby(claims, key=lambda one: (one.where, one.covers, one.verdict)):
        rows = list(alike)
        said = listed(list(dict.fromkeys(shown(one.text) for one in rows)))
        scope = f" for {listed([shown(name) for name in covers])}" if covers else ""
        verb = (
            _VERDICTS[verdict]
            if len(rows) == 1
            else _VERDICTS[verdict].replace("agrees", "agree").replace("is less", "are less")
        )
        colour = "yellow" if verdict.is_wrong else None
        why = ""
        if verdict is Verdict.CANNOT_CHECK:
            why = next((one.explanation for one in rows if one.explanation), "").removeprefix(_CANNOT).rstrip(".")
        yield f"    Stated{scope}: {said} – {click.style(verb, fg=colour)}" + (f": {shown(why)}" if why else "")


def _finding(one: Finding, form: str, names: Mapping[str, str]) -> str:
    label = click.style(one.severity.value, fg=_COLOUR[one.severity], bold=True)
    # The paper's path stands above, and what each strand comes to as well.
    name = names.get(one.place.path) or one.place.path.rpartition("/")[2]
    # Lines are lines only where an editor shows them; elsewhere the message says where it is.
    place = f"{shown(name)}:{one.place.line}:{one.place.column}" if form in ("txt", "md") else shown(name)
    lines = [f"  {label}: {in_full(one.message)} {click.style(f'({one.code}, {place})', dim=True)}"]
    if one.hint:
        lines.append(f"    → {in_full(one.hint)}")
    return "\n".join(lines)
