"""Keeping a built paper as its next version: taken, judged, and put into the archive and the ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.archive.adding.committing import add
from pcp_reports.archive.adding.refusals import cannot_write
from pcp_reports.archive.keeping.contents import new_version
from pcp_reports.archive.keeping.public_entries import public_entries, secrets
from pcp_reports.archive.keeping.readiness import superseding, unready
from pcp_reports.archive.keeping.snapshot import Snapshot, snapshot
from pcp_reports.archive.layout import object_place
from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pcp_reports.archive.adding.committing import Added, NewVersion
    from pcp_reports.archive.keeping.contents import Asked
    from pcp_reports.archive.objects import StoredPaper
    from pcp_reports.placing import Survey

AS_EDITED = "as edited in Word, figures not proved"
"""Behind the reason of a version that is not as it was built."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of keeping a paper; ``told`` are sentences that the officer should read besides."""

    added: Added
    told: tuple[str, ...]


def keep(
    survey: Survey,
    name: str,
    root: Path,
    asked: Asked,
    *,
    as_edited: bool = False,
    wait: float,
    step: Callable[[], None] = lambda: None,
) -> Kept | tuple[Finding, ...]:
    """Keep the paper ``name`` as its next version, or return every reason why not.

    The workspace must have been read with the bytes of its entries kept; ``wait`` is how many seconds to wait for
    somebody else who is archiving.
    """
    taken = snapshot(survey, name, root, asked.status, as_edited=as_edited, step=step)
    if not isinstance(taken, Snapshot):
        return taken
    refusals = unready(name, asked.status, taken.made.findings, Place(f"output/{name}/build.json"))
    if refusals:
        return tuple(refusals)
    secret = secrets(survey, name)
    if secret is not None and secret.search(f"{asked.reason}\n{asked.by}"):
        return (_tells_exempt(name),)
    if not taken.as_built:  # so that every list of versions says so
        asked = replace(asked, reason=f"{asked.reason} ({AS_EDITED})")
    try:
        entries = public_entries(survey, name, taken.made.inputs)
    except OSError as error:  # what is exempt is cut out with the help of the computer's temporary folder
        return (cannot_write(error, "output/archive"),)
    step()

    def prepare(standing: StoredPaper | None) -> NewVersion | Finding | None:
        made = new_version(survey, taken, entries, asked, standing)
        if made is None:
            return None
        return superseding(name, asked.status, standing, supersede=asked.supersede) or made

    paper = survey.register.papers[name].paper
    meeting = paper.meeting if paper is not None else None
    template = taken.made.template
    place = object_place(
        name, template.stem if template is not None else "paper", meeting.first.year if meeting is not None else None
    )
    added = add(root, name, place, prepare, wait=wait)
    if isinstance(added, tuple):
        return added
    return Kept(added, (*taken.told, *_remarks(taken, entries.left_out)))


def _tells_exempt(name: str) -> Finding:
    return Finding(
        "A111",
        "The reason, or the name, speaks of something that is exempt, and both stay in the archive for all to read.",
        Place(f"output/{name}/build.json"),
        "Say it without naming what is exempt.",
    )


def _remarks(taken: Snapshot, left_out: tuple[str, ...]) -> list[str]:
    told = []
    if not taken.as_built:
        told.append("The paper is kept as it was edited in Word. Its figures were not proved against the entries.")
    if left_out:
        names = ", ".join(path.rpartition("/")[2] for path in left_out)
        told.append(
            f"Left out, because what is exempt in it could not be cut out safely: {names}. The version cannot be rebuilt."
        )
    return told
