"""What lies in the ledger's folder and is no event: a copy of one, something known to be harmless, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.layout import LEDGER, OUTPUT
from pcp_reports.archive.ledger.ledger_event import EVENT_NAME, MOST_EVENT, Row
from pcp_reports.archive.strays import stray
from pcp_reports.editing import read_ordinary
from pcp_reports.findings import Finding, Place, Related

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def other_files(folder: Path, others: Sequence[tuple[str, str]], rows: Sequence[Row]) -> list[Finding]:
    """Return a finding for each thing in the ledger's folder that is no event: its name and whether a link or folder."""
    return [_other(folder, name, sort, rows) for name, sort in others]


def _other(folder: Path, name: str, sort: str, rows: Sequence[Row]) -> Finding:
    """Return what a file in the ledger is that bears no event's name: a copy of one, something known, or neither."""
    original = max(
        (row for row in rows if name.startswith(row.name.removesuffix(".json"))),
        key=lambda row: len(row.name),
        default=None,
    )
    if sort == "file" and original is not None and original.data is not None and EVENT_NAME.fullmatch(name) is None:
        try:
            same = read_ordinary(folder / name, MOST_EVENT) == original.data
        except OSError:
            same = False
        if same:
            said = f"“{name}” in the ledger is a second copy of “{original.name}”, the same in every byte."
            return Finding("A325", said, _place(name), "A sync program or a person made it; delete it.")
        return Finding(
            "A327",
            f"“{name}” in the ledger is a copy of “{original.name}” that says something else.",
            _place(name),
            "Two computers wrote that event at once, or a copy was edited. Ask who archived that day, and keep both until you know.",
            (Related("the event", _place(original.name)),),
        )
    known = stray(name) if sort != "link" else None
    if known is not None:
        return Finding("A325", f"“{name}” in the ledger is no event: {known}.", _place(name), "It does no harm.")
    what = {
        "link": "a link to another place, which is not followed",
        "folder": "a folder",
        "strange": "no ordinary file",
    }.get(sort, "no event")
    return Finding(
        "A326",
        f"“{name}” in the ledger does not belong there: it is {what}.",
        _place(name),
        "Nothing but the tool's own events belongs in output/ledger. Find out who put it there, and move it away.",
    )


def _place(name: str) -> Place:
    return Place(f"{OUTPUT}/{LEDGER}/{name}")
