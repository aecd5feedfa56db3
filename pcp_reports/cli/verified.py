"""What `verify` found, for officers' eyes and as JSON."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from pcp_reports.cli.report import MOST_ALIKE, in_full, shown
from pcp_reports.findings import Severity, by_place, by_weight, has_errors
from pcp_reports.words import counted, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.archive.proving.verified_paper import VerifiedPaper
    from pcp_reports.archive.proving.verifying import Verified
    from pcp_reports.findings import Finding

NOTHING = "Nothing has been archived yet. “pcp-reports archive --help” says how."
_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_UNITS = ("bytes", "KB", "MB", "GB", "TB")
_STEP = 1000


def in_bytes(size: int) -> str:
    """Return a number of bytes as drives give it: ``75 KB``, ``1.2 GB``."""
    number, unit = float(size), 0
    while number >= _STEP and unit < len(_UNITS) - 1:
        number, unit = number / _STEP, unit + 1
    shown_number = f"{number:.1f}" if unit > 1 and number < 10 else f"{number:,.0f}"  # noqa: PLR2004 - 1.2 GB, 12 GB
    return f"{shown_number} {_UNITS[unit]}"


def as_json(found: Verified) -> dict[str, Any]:
    """Return the result as `verify --format json` prints it: the findings in place order, as `check` gives them."""
    rows = by_place(found.findings)
    return {
        "papers": [
            {
                "paper": one.paper,
                "path": one.path,
                "versions": one.versions,
                "files": one.files,
                "bytes": one.size,
                "valid": one.valid,
            }
            for one in found.papers
        ],
        "findings": [one.as_row() for one in rows],
        "summary": {
            "errors": _count(rows, Severity.ERROR),
            "warnings": _count(rows, Severity.WARNING),
            "notes": _count(rows, Severity.NOTE),
        },
        "head": found.head or None,
        "anchor": {
            "event": found.anchored.number,
            "paper": found.anchored.paper,
            "version": f"v{found.anchored.version}",
            "created": found.anchored.created,
            "digest": found.anchored.digest,
        }
        if found.anchored is not None
        else None,
    }


def as_text(found: Verified, *, notes: bool = False, all_papers: bool = True) -> str:
    """Return the result for officers: a line a paper, what is wrong, what it comes to, and the digest to note."""
    told = [one for one in by_weight(found.findings) if notes or one.severity is not Severity.NOTE]
    if not found.papers and not told and not found.head:
        return NOTHING
    parts = ["\n".join(_lines(found))] if found.papers else []
    alike: Counter[str] = Counter()
    for one in told:
        alike[one.code] += 1
        if alike[one.code] <= MOST_ALIKE:
            parts.append(_paragraph(one))
    parts += [
        f"… and {count - MOST_ALIKE:,} more of these ({code})" for code, count in alike.items() if count > MOST_ALIKE
    ]
    parts.append(_closing(found, notes=notes, all_papers=all_papers))
    parts += [*_anchor(found, all_papers=all_papers), *_head(found, all_papers=all_papers)]
    return "\n\n".join(parts)


def _lines(found: Verified) -> list[str]:
    rows = [
        (
            shown(one.paper),
            counted(one.versions, "version"),
            counted(one.files, "file"),
            in_bytes(one.size),
            _state(one),
        )
        for one in found.papers
    ]
    widths = [max(len(row[at]) for row in rows) for at in range(4)]
    return [
        f"{name:<{widths[0]}}  {versions:>{widths[1]}}  {files:>{widths[2]}}  {size:>{widths[3]}}  {state}"
        for name, versions, files, size, state in rows
    ]


def _state(one: VerifiedPaper) -> str:
    if one.altered:
        return click.style("NOT as archived", fg="red", bold=True)
    return click.style("as archived", fg="green") if one.proved else click.style("not proved", fg="yellow", bold=True)


def _paragraph(one: Finding) -> str:
    label = click.style(one.severity.value, fg=_COLOUR[one.severity], bold=True)
    where = click.style(f"({one.code}, {shown(one.place.path)})", dim=True)
    lines = [f"{label}: {in_full(one.message)} {where}"]
    if one.hint:
        lines.append(f"    → {in_full(one.hint)}")
    lines += [f"    · {in_full(near.message)} ({shown(near.place.path)})" for near in one.related]
    return "\n".join(lines)


def _closing(found: Verified, *, notes: bool, all_papers: bool) -> str:
    """Return the line that says how much was read, and what it comes to."""
    read = f"{counted(sum(one.files for one in found.papers), 'file')} of {counted(len(found.papers), 'paper')} read"
    errors, warnings, small = (_count(found.findings, severity) for severity in Severity)
    told = [counted(errors, "error")] if errors else []
    told += [counted(warnings, "warning")] if warnings else []
    told += [counted(small, "note") + ("" if notes else " (shown with --notes)")] if small else []
    what = "everything" if all_papers else f"all of {listed([quoted(one.paper) for one in found.papers])}"
    verdict = f"{what} is as it was archived" if not errors and not warnings else ""
    return f"{read}: {'; '.join(filter(None, (verdict, listed(told))))}."


def _anchor(found: Verified, *, all_papers: bool) -> Iterator[str]:
    from pcp_reports.dates import moment_in_words  # noqa: PLC0415 - only where a digest was given

    event = found.anchored
    if event is None:
        return
    then = f"event {event.number} ({shown(event.paper)}, v{event.version}, archived {moment_in_words(event.created)})"
    rest = "The ledger up to it stands as it did then" if found.valid else "The errors above tell what is wrong besides"
    which = "every version that it names" if all_papers else "every version of what was read"
    versions = f", and so does {which}." if found.valid else "."
    yield f"The digest that was noted is that of {then}. {rest}{versions}"


def _head(found: Verified, *, all_papers: bool) -> Iterator[str]:
    if found.last is None:
        return
    of = f"event {found.last.number}, {shown(found.last.paper)} v{found.last.version}"
    if has_errors(found.findings):
        yield f"The digest of the ledger is {found.head[:16]}… ({of}). Do not note it anywhere while an error stands."
        return
    yield (
        f"The digest of the ledger ({of}):\n    {found.head}\n"
        "Put it into the minutes, or e-mail it to somebody outside the office: given to “pcp-reports verify --anchor” years\n"
        "from now, it proves that nothing archived up to today was changed since."
    )
    if not all_papers:
        yield "It stands for all papers; only those named were looked at. “pcp-reports verify” looks at all."


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(one.severity is severity for one in findings)
