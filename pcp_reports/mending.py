"""`check --fix`: what is certain is written into the officers' files, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.editing import FileChangedError, digest, edit_file
from pcp_reports.findings import Severity
from pcp_reports.model import KEYS
from pcp_reports.records import dataclass
from pcp_reports.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pcp_reports.findings import Finding, Fix


_ENDS = re.compile(r"(\r\n|\r|\n)")


MOST_TRIED = 40
"""How many fixes of one file are tried one by one where all together do harm."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was written: the fixes by file, and in plain words why any was not."""

    written: tuple[Fix, ...]
    left: tuple[str, ...]


def mend(root: Path, findings: Iterable[Finding]) -> Mended:
    """Write the fixes of the findings into the files below ``root``; each file whole or not at all."""
    by_path: dict[str, list[Fix]] = {}
    for finding in findings:
        if finding.fix is not None and finding.fix not in by_path.setdefault(finding.fix.path, []):
            by_path[finding.fix.path].append(finding.fix)
    written: list[Fix] = []
    left: list[str] = []
    for path, fixes in by_path.items():
        try:
            data = (root / path).read_bytes()
            done, new = _sound(data, fixes, path)
            if done:
                edit_file(root / path, digest(data), new)
                written += done
            else:  # where some are written, the others are tried again when the file is read anew
                left += [_refused(fix) for fix in fixes]
        except FileChangedError:
            left.append(f"{path} was changed by somebody else at the same moment, and was left alone; check again.")
        except PermissionError:
            left.append(f"{path} cannot be written: somebody may have it open, or it is protected. It was left alone.")
        except OSError as error:
            left.append(f"{path} cannot be written ({error.strerror}). It was left alone.")
    return Mended(tuple(written), tuple(left))


def _sound(data: bytes, fixes: list[Fix], path: str) -> tuple[list[Fix], bytes]:
    """Return the fixes that leave the file with no more errors than it has, and the bytes with them written.

    All together where they can be; else each is tried alone, so that one that does harm keeps back no other.
    """
    before = _errors(data, path)
    done, new = _applied(data, fixes)
    if not done or _errors(new, path) <= before:
        return done, new
    good: list[Fix] = []
    for fix in done[:MOST_TRIED] if len(done) > 1 else ():
        tried, alone = _applied(data, [fix])
        if tried and _errors(alone, path) <= before:
            good.append(fix)
    done, new = _applied(data, good)
    return (done, new) if _errors(new, path) <= before else _applied(data, good[:1])


def _refused(fix: Fix) -> str:
    return (
        f"{fix.path}, line {fix.first}: the mend was not written, because the line is not as it was read or other "
        "faults would come of it. Mend it by hand."
    )


def _applied(data: bytes, fixes: list[Fix]) -> tuple[list[Fix], bytes]:
    """Return the fixes whose lines still stand as they were read, and the bytes with them written.

    Every other line keeps its bytes, its own line end included; a new line ends as the one that it follows.
    """
    text = data.decode("utf-8", errors="surrogateescape")
    mark = text[:1] if text.startswith("\ufeff") else ""
    rows = _ENDS.split(text[len(mark) :])
    lines, ends = rows[::2], [*rows[1::2], ""]
    done: list[Fix] = []
    touched = len(lines) + 1
    for fix in sorted(fixes, key=lambda one: -one.first):
        first, last = fix.first - 1, fix.first - 1 + len(fix.old)
        if last < touched and tuple(lines[first:last]) == fix.old and last <= len(lines):
            usual = next((end for end in ends[first:last] if end), next((end for end in ends if end), "\n"))
            lines[first:last] = fix.new
            ends[first:last] = [*[usual] * (len(fix.new) - 1), ends[last - 1]]
            touched = fix.first
            done.append(fix)
    written = "".join(line + end for line, end in zip(lines, ends, strict=True))
    return done[::-1], (mark + written).encode("utf-8", errors="surrogateescape")


def _errors(data: bytes, path: str) -> int:
    return sum(finding.severity is Severity.ERROR for finding in read_source(data, path, KEYS).findings)
