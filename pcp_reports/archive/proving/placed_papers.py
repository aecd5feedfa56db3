"""The ledger and the archive side by side: which paper lies where, and which does not lie where the ledger says.

Both are only read. Where they do not agree at first sight, somebody may be archiving at that very moment: they are read
again a few times, and with the lock held for an instant where that can be had.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from pcp_reports.archive.inventory import Inventory
from pcp_reports.archive.layout import paper_of
from pcp_reports.archive.ledger.events import read_ledger
from pcp_reports.archive.proving.anchoring import anchored_at
from pcp_reports.archive.proving.archive_folders import SHOWN, Folders, walk_archive
from pcp_reports.archive.proving.one_paper import Placed
from pcp_reports.archive.proving.trust import trust_in
from pcp_reports.archive.proving.vouching import by_version, vouch
from pcp_reports.editing import PAUSE, TRIES
from pcp_reports.findings import Finding, Place, has_errors
from pcp_reports.records import dataclass
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pcp_reports.archive.ledger.events import Event, Ledger
    from pcp_reports.archive.proving.laid import Laid


@dataclass(frozen=True, slots=True)
class Seen:
    """The ledger and the archive as they were read, and how they fit together.

    ``anchored`` is the event of which a digest was noted elsewhere. ``absent`` are the events of papers whose folder is
    nowhere, by the place that the ledger gives them; ``closed`` those of papers in a folder that cannot be opened.
    """

    ledger: Ledger
    anchored: Event | None
    folders: Folders
    papers: tuple[Placed, ...]
    absent: Mapping[str, tuple[Event, ...]]
    closed: Mapping[str, tuple[Event, ...]]
    findings: tuple[Finding, ...]


def see(root: Path, noted: str | None = None) -> Seen:
    """Return the ledger and the archive of a workspace as they stand at this moment; ``noted`` is a digest of the ledger."""
    ledger = read_ledger(root)
    anchored = anchored_at(ledger, noted) if noted is not None else None
    trust = trust_in(ledger, anchored)
    homes: dict[str, list[Event]] = {}
    for event in ledger.events:
        homes.setdefault(event.object, []).append(event)
    folders = walk_archive(root, homes)
    papers = [
        Placed(events[-1].paper, folders.papers[place], dict(by_version(events)), trust)
        for place, events in homes.items()
        if place in folders.papers
    ]
    others = {place: laid for place, laid in folders.papers.items() if place not in homes}
    absent: dict[str, tuple[Event, ...]] = {}
    closed = {place: tuple(events) for place, events in homes.items() if folders.is_closed(place)}
    findings: list[Finding] = []
    for place, events in homes.items():
        if place in folders.papers or place in closed:
            continue
        moved = next((there for there, laid in others.items() if _own_paper(laid) == events[-1].paper), None)
        if moved is None:
            absent[place] = tuple(events)
            continue
        laid = others.pop(moved)
        papers.append(Placed(events[-1].paper, laid, dict(by_version(events)), trust))
        words = f"{events[-1].paper}: its folder was moved or renamed: the ledger has it at {SHOWN}/{place}."
        findings.append(Finding("A316", words, Place(laid.shown), f"Move it back to {SHOWN}/{place}."))
    for place, laid in others.items():
        paper = _own_paper(laid)
        first = next((one for one in papers if one.paper == paper), None)
        if first is None:
            papers.append(Placed(paper or place.rpartition("/")[2], laid, {}, trust))
            continue
        words = f"{paper}: there is a second folder that says it is this paper, {quoted(laid.shown)}; the ledger knows only {quoted(first.laid.shown)}."
        hint = "A copy that somebody, or the drive, made of the folder, or one that was put there. Move it out of the archive."
        findings.append(Finding("A316", words, Place(laid.shown), hint))
    placed = tuple(sorted(papers, key=lambda one: one.laid.shown))
    return Seen(ledger, anchored, folders, placed, absent, closed, tuple(findings))


def see_settled(root: Path, noted: str | None = None) -> Seen:
    """Return the ledger and the archive once they fit together, or as they stand while nobody is at work."""
    from pcp_reports.archive.adding.locking import locked  # noqa: PLC0415 - only where they do not fit at first sight

    seen = see(root, noted)
    for _ in range(TRIES):
        if _fits(seen) or seen.folders.missing:
            break
        with locked(root, PAUSE) as refused:
            seen = see(root, noted)
        if refused is None:
            break
        time.sleep(PAUSE)
    return seen


def _fits(seen: Seen) -> bool:
    """Return whether all that can be told without reading the papers' own files is as it should be."""
    if has_errors(seen.ledger.findings) or seen.absent or seen.findings:
        return False
    judged = (vouch(one.laid, one.events, one.paper, one.trust) for one in seen.papers)
    return not any(one.findings or one.unledgered for one in judged)


def _own_paper(laid: Laid) -> str | None:
    """Return the paper that a folder says it is; by its own list of versions, or the latest that can be read."""
    for number in (0, *reversed(laid.versions)):
        said = laid.lists[number].read()
        if isinstance(said, Inventory):
            return paper_of(said.id)
    return None
