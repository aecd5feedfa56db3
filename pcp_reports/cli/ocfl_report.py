"""`verify --path DIR`: any OCFL object or storage root judged, for eyes or as JSON."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from pcp_reports.cli.report import dump, shown
from pcp_reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pcp_reports.archive.ocfl import Fault, Judged

MOST_ALIKE = 20
"""How many faults of one code are shown of an object."""


def report_on(path: Path, form: str) -> int:
    """Print the verdict on the object or storage root at ``path``, as ``text`` or ``json``; return the exit code.

    0 when all is valid, 1 when not. Raises UsageError where there is no such folder.
    """
    from pcp_reports.archive.ocfl import judge_path  # noqa: PLC0415 - no other command pays for the judge

    if not path.is_dir():
        what = "is not a folder" if path.exists() else "does not exist"
        raise click.UsageError(f"{path} {what}. Give a folder that holds an OCFL object or storage root.")
    with _progress(path) as step:
        judged = judge_path(path, step)
    if form == "json":
        click.echo(dump({"objects": [_row(one, path) for one in judged]}))
    else:
        click.echo("\n\n".join(_paragraph(one, path) for one in judged))
    return 0 if all(one.valid for one in judged) else 1


@contextmanager
def _progress(path: Path) -> Iterator[Callable[[int], None]]:
    """Give what hears of bytes hashed: a bar on the error stream if that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda _count: None
        return
    from pcp_reports.archive.ocfl.disk import bytes_under  # noqa: PLC0415 - as above

    left = size = max(bytes_under(path), 1)
    with click.progressbar(length=size, label="Verifying", file=sys.stderr) as bar:

        def step(count: int) -> None:
            nonlocal left
            count = min(count, left)
            left -= count
            bar.update(count)

        yield step
        bar.update(left)  # lists, and what is no content of an object, are read without a word


def _place(one: Judged, path: Path) -> str:
    return shown(one.path.relative_to(path).as_posix())


def _row(one: Judged, path: Path) -> dict[str, object]:
    return {
        "path": _place(one, path),
        "valid": one.valid,
        "errors": sorted({fault.code for fault in one.errors}),
        "warnings": sorted({fault.code for fault in one.warnings}),
    }


def _paragraph(one: Judged, path: Path) -> str:
    said = "valid" if one.valid else "not valid"
    numbers = [
        counted(len(faults), word) for faults, word in ((one.errors, "error"), (one.warnings, "warning")) if faults
    ]
    first = f"{_place(one, path)}: {said}" + (f" ({', '.join(numbers)})" if numbers else "")
    return "\n".join([first, *_lines("", one.errors), *_lines("warning: ", one.warnings)])


def _lines(before: str, faults: Iterable[Fault]) -> Iterator[str]:
    count: Counter[str] = Counter()
    for fault in faults:
        count[fault.code] += 1
        if count[fault.code] <= MOST_ALIKE:
            where = f"{fault.path}: " if fault.path else ""
            yield f"  {before}{shown(where + fault.about)} [{fault.code}]"
    for code, number in count.items():
        if number > MOST_ALIKE:
            yield f"  {before}and {number - MOST_ALIKE:,} more like these [{code}]"
