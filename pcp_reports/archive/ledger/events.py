"""The ledger: one small file for each version ever archived, each bearing the digest of the one before.

It stands outside the archive, so that neither can be altered without the other telling. The digest of the last event
is the head of the ledger: noted elsewhere, in minutes or an e-mail, it vouches for everything before it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pcp_reports.archive.layout import LEDGER, OUTPUT, ledger_of
from pcp_reports.archive.ledger.chain import chained
from pcp_reports.archive.ledger.ledger_event import EVENT_NAME, MOST_EVENT, Event, Row, dump, event_name
from pcp_reports.archive.ledger.line_ends import event_before, other_ends
from pcp_reports.archive.ledger.other_files import other_files
from pcp_reports.editing import digest as sha256
from pcp_reports.findings import Finding, Place, has_errors
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Event", "Ledger", "dump", "event_name", "new_event", "read_ledger"]


_NO_FILE = {
    "link": "it is a link to another place, which is not followed",
    "folder": "it is a folder",
    "strange": "it is no ordinary file",
}


@dataclass(frozen=True, slots=True)
class Ledger:
    """The events that could be read, in their order; what is wrong with the ledger; and the digest of the last event.

    ``head`` is empty for a ledger without events. ``names`` are the names of all files that stand in it. ``borne_out``
    and ``broken`` are those of the events of which the chain tells that they are, or are not, as they were written. ``ends``
    are the names of those in which nothing but the ends of the lines is other; they are judged as they were before.
    """

    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    head: str
    names: frozenset[str] = frozenset()
    borne_out: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()

    @property
    def sound(self) -> bool:
        """Return whether nothing is wrong that an officer must put right before anything is added."""
        return not has_errors(self.findings)

    def of(self, paper: str) -> tuple[Event, ...]:
        """Return the events of one paper, in their order."""
        return tuple(event for event in self.events if event.paper == paper)


def new_event(ledger: Ledger, said: Event) -> tuple[Event, bytes]:
    """Return ``said`` as the event that follows the last of a sound ledger, and its bytes."""
    number = ledger.events[-1].number + 1 if ledger.events else 1
    name = event_name(number, said.object, said.version)
    fields = (said.paper, said.object, said.version, said.status, said.reason, said.by, said.created, said.inventory)
    data = dump(Event(number, *fields, ledger.head or None, "", name))
    return Event(number, *fields, ledger.head or None, sha256(data), name), data


def read_ledger(root: Path) -> Ledger:
    """Return the ledger of a workspace, with every fault in it named. Nothing is raised; an absent one has no events."""
    folder = ledger_of(root)
    shown = f"{OUTPUT}/{LEDGER}"
    try:
        if folder.is_symlink():
            return Ledger((), (_unread(shown, "it is a link to another place, which is not followed"),), "")
        with os.scandir(folder) as scan:
            found = sorted((row.name, _sort(row)) for row in scan)
    except FileNotFoundError:
        return Ledger((), (), "")
    except OSError as error:
        return Ledger((), (_unread(shown, f"it cannot be opened ({error.strerror})"),), "")
    rows: list[Row] = []
    others: list[tuple[str, str]] = []
    ends: set[str] = set()
    for name, sort in found:
        match = EVENT_NAME.fullmatch(name)
        if match is None:
            others.append((name, sort))
        elif sort != "file":
            rows.append(Row(int(match[1]), name, None, _NO_FILE[sort]))
        else:
            row = _row(int(match[1]), name, folder / name)
            before = event_before(name, row.data) if row.data is not None else None
            if before is not None:
                ends.add(name)
            rows.append(row if before is None else Row(row.number, name, before))
    chain = chained(sorted(rows, key=lambda row: (row.number, row.name)))
    faults = [*chain.findings, *other_files(folder, others, rows)]
    if ends:
        faults.append(other_ends(len(ends), shown))
    head = chain.events[-1].digest if chain.events else ""
    names = frozenset(name for name, _ in found)
    return Ledger(chain.events, tuple(faults), head, names, chain.borne_out, chain.broken, frozenset(ends))


def _sort(row: os.DirEntry[str]) -> str:
    """Return what stands in the ledger under a name: ``file``, ``folder``, ``link``, or ``strange`` for a pipe and the like."""
    if row.is_symlink():
        return "link"
    if row.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if row.is_file(follow_symlinks=False) else "strange"


def _row(number: int, name: str, path: Path) -> Row:
    """Return a file that was seen to be an ordinary one, read; thousands of them are read for every version added."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > MOST_EVENT:
                return Row(number, name, None, "it is larger than any event")
            return Row(number, name, file.read())
    except OSError as error:
        return Row(number, name, None, f"it cannot be opened ({error.strerror})")


def _unread(shown: str, why: str) -> Finding:
    return Finding(
        "A328",
        f"The ledger cannot be read: {why}.",
        Place(shown),
        "Bring the folder output/ledger back from a copy of the shared drive, or ask for the right to open it.",
    )
