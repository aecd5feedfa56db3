"""Findings for an officer's eyes, and the same as JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from pcp_reports.findings import Severity, by_place, by_weight
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pcp_reports.findings import Finding
    from pcp_reports.workspace import Register

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
WIDTH = 100
"""How many characters of an officer's line are shown."""
LONGEST = 300
"""How many characters are shown of words that come from a file."""
LONGEST_MESSAGE = 2_000
"""How many characters are shown of a message, or of what to type: what it quotes of a file is short already."""
MOST_RELATED = 10
"""How many of the places that a finding speaks of are shown."""
MOST_ALIKE = 50
"""How many findings of one code in one file are shown in full."""

_JOINERS = "\u200c\u200d"  # within letters of some scripts, and within emoji
_UNSAFE = "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"


def shown(words: str) -> str:
    """Return words on one line as a terminal may show them: whatever steers a screen or breaks a line becomes ``\ufffd``."""
    if words.isprintable():
        return words
    return "".join(
        sign if sign.isprintable() or sign in _JOINERS else " " if sign.isspace() and sign not in _BREAKS else "\ufffd"
        for sign in words
    )


_BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"


def in_short(words: str, most: int = LONGEST) -> str:
    """Return words as `shown`, cut where they are longer than ``most`` characters."""
    clean = shown(words)
    return clean if len(clean) <= most else f"{clean[:most].rstrip()}…"


def in_full(message: str) -> str:
    """Return a message of ours, or what to type, as `shown`; cut only where no message can be as long."""
    return in_short(message, LONGEST_MESSAGE)


def as_json(findings: Iterable[Finding], register: Register) -> dict[str, Any]:
    """Return the findings in place order with their summary, as `check --format json` prints them."""
    rows = by_place(findings)
    return {
        "findings": [one.as_row() for one in rows],
        "summary": {
            "files": register.files,
            "entries": len(register.entries),
            "errors": _count(rows, Severity.ERROR),
            "warnings": _count(rows, Severity.WARNING),
            "notes": _count(rows, Severity.NOTE),
        },
    }


def dump(data: object) -> str:
    """Return data as JSON for people and programs: indented, letters as they are, what steers a screen as escapes."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return re.sub(_UNSAFE, lambda sign: f"\\u{ord(sign[0]):04x}", text)  # they stand nowhere but within strings


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(one.severity is severity for one in findings)


def as_text(findings: Sequence[Finding], register: Register, *, notes: bool = False) -> str:
    """Return the findings as paragraphs, the most embarrassing first; notes are counted unless asked for."""
    told = [one for one in by_weight(findings) if notes or one.severity is not Severity.NOTE]
    sources = register.sources()
    parts: list[str] = []
    alike: Counter[tuple[str, str]] = Counter()
    for one in told:
        alike[one.code, one.place.path] += 1
        if alike[one.code, one.place.path] <= MOST_ALIKE:
            parts.append(_paragraph(one, sources))
    parts += [
        f"… and {count - MOST_ALIKE:,} more of these ({code}, {shown(path)})"
        for (code, path), count in alike.items()
        if count > MOST_ALIKE
    ]
    parts.append(summary(findings, register, notes=notes))
    return "\n\n".join(parts)


def refused(finding: Finding) -> int:
    """Say on the error stream why a file was not written, and return the exit code of that."""
    click.echo(f"{shown(finding.message)} ({finding.code})\n    → {shown(finding.hint)}", err=True)
    return 1


def _paragraph(one: Finding, sources: Mapping[str, Sequence[str]]) -> str:
    colour = _COLOUR[one.severity]
    label = "accepted" if one.accepted is not None else one.severity.value
    lines = [
        f"{click.style(label, fg=colour, bold=True)}: {in_full(one.message)} {click.style(f'({one.code}, {shown(str(one.place))})', dim=True)}"
    ]
    typed = sources.get(one.place.path, ())
    if (
        0 < one.place.line <= len(typed)
        and typed[one.place.line - 1].strip()
        and (one.place.line, one.place.column) != (1, 1)
    ):
        lines += _excerpt(typed[one.place.line - 1], one.place.line, one.place.column)
    if one.hint:
        lines.append(f"    → {in_full(one.hint)}")
    lines += [f"    · {in_full(near.message)} ({shown(str(near.place))})" for near in one.related[:MOST_RELATED]]
    if len(one.related) > MOST_RELATED:
        lines.append(f"    · … and {len(one.related) - MOST_RELATED:,} more")
    if one.accepted is not None:
        lines.append(f"    Accepted: {in_short(one.accepted)}")
    return "\n".join(lines)


def _excerpt(line: str, number: int, column: int) -> list[str]:
    """Return the line with a mark under the column, cut to a width that fits a window."""
    text = line.replace("\t", " ").rstrip()
    start = 0
    if len(text) > WIDTH:
        start = max(0, min(column - 1 - WIDTH // 2, len(text) - WIDTH))
        text = ("…" if start else "") + text[start : start + WIDTH] + ("…" if start + WIDTH < len(text) else "")
    gutter = f"    {number} | "
    mark = " " * (len(gutter) + column - 1 - start + bool(start)) + "^"
    printable = "".join(character if character.isprintable() else "·" for character in text)
    return [gutter + printable, mark]


def summary(findings: Sequence[Finding], register: Register, *, notes: bool = False) -> str:
    """Return the closing line: how much was read, and how much was found."""
    errors, warnings, small = (_count(findings, severity) for severity in Severity)
    accepted = sum(one.accepted is not None for one in findings)
    read = f"{counted(register.files, 'file')} read"
    if not findings:
        return f"{read}: nothing to mend."
    told = [counted(errors, "error")] if errors else []
    if warnings:
        told.append(counted(warnings, "warning") + (f" ({accepted} accepted)" if accepted else ""))
    if small:
        told.append(counted(small, "note") + ("" if notes else " (shown with --notes)"))
    fixable = sum(one.fix is not None for one in findings)
    mend = f" “pcp-reports check --fix” can mend {fixable} of them." if fixable else ""
    return f"{read}: {listed(told)}.{mend}"
