"""Why a version could not be archived, in an officer's words: what the drive or the archive would not do, and what helps."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from pcp_reports.archive.adding.disk import NotKeptError
from pcp_reports.archive.layout import ARCHIVE, LEDGER, OUTPUT, UNFINISHED
from pcp_reports.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_LOCKS = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK}
_AGAIN = "Then type the same command again."
COPY = "Bring that folder back from a copy of the shared drive; “pcp-reports verify” says what else is wrong with it."


def cannot_write(error: OSError, where: str) -> Finding:
    """Return why nothing was archived, of an error that the drive gave; ``where`` is shown with it."""
    if isinstance(error, NotKeptError):
        return Finding(
            "A208",
            "Nothing was archived: the drive did not keep what was written to it.",
            Place(where),
            "Tell whoever looks after the drive before anything else is written to it. " + _AGAIN,
        )
    if error.errno in _NO_LOCKS:
        return Finding(
            "A203",
            "This drive cannot keep two people from archiving at once, so nothing is archived on it.",
            Place(where),
            "Ask whoever looks after the drive to turn file locks on, or keep the workspace on another drive.",
        )
    if error.errno in _FULL:
        return Finding(
            "A204", "Nothing was archived: the drive is full.", Place(where), "Make room on the drive. " + _AGAIN
        )
    why = error.strerror or type(error).__name__
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Finding(
            "A202",
            f"Nothing was archived: the archive cannot be written to ({why}).",
            Place(where),
            "If somebody has a file of the archive open in Word, close it there; otherwise ask whoever looks after the "
            "drive for the right to write to it. " + _AGAIN,
        )
    return Finding(
        "A205",
        f"Nothing was archived: the drive failed ({why}).",
        Place(where),
        "Look whether the drive is connected. " + _AGAIN,
    )


def half_way(error: OSError, name: str, paper: str, where: str) -> Finding:
    """Return that a version stands in the ledger, and that the drive failed before the archive could show it."""
    return Finding(
        "A206",
        f"{paper} {name} is recorded, but the drive failed before it was finished ({error.strerror or type(error).__name__}).",
        Place(where),
        "Nothing is lost. Look whether the drive is connected or full, or a file of the archive is open in Word. Then "
        "type the same command again, which finishes it.",
    )


def overtaken(where: str) -> Finding:
    """Return that somebody else writes to the archive although the lock is ours."""
    return Finding(
        "A207",
        "Nothing was archived: somebody else is archiving at this moment, on another computer.",
        Place(where),
        "Wait until they are done, and type the same command again.",
    )


def occupied(where: str, name: str) -> Finding:
    """Return that something else stands where a paper's folder belongs."""
    return Finding(
        "A209",
        f"Nothing was archived: “{name}” stands where the paper's folder belongs, and is none of the archive's.",
        Place(where),
        "Look what it is, and move it out of output/archive.",
    )


def too_long(where: str) -> Finding:
    """Return that more was said of a version than the ledger takes."""
    return Finding("A220", "The reason is too long.", Place(where), "Say it in a sentence or two.")


def set_aside(where: str, to: Path, name: str, *, whole: bool) -> Finding:
    """Return that an attempt which was cut off was put away; ``whole`` where only its record in the ledger was missing."""
    said = f"An earlier attempt to archive {name} was cut off. It was set aside in {OUTPUT}/{UNFINISHED}/{to.name}."
    hint = "Look through it if you like, and delete it."
    if whole:
        said += " Its files are complete, but the ledger does not record it, so it never counted as archived."
        hint = "If you were told that it was archived, somebody changed the ledger: compare it with the line that you were given then."
    return Finding("A210", said, Place(where), hint)


def finished(where: str, name: str) -> Finding:
    """Return that a version which the ledger records was brought to its end."""
    return Finding(
        "A211", f"{name} had been recorded when the tool was stopped; it was checked and is finished now.", Place(where)
    )


def list_restored(where: str, what: str) -> Finding:
    """Return that the list of versions, or its digest, was written anew from the copy that the ledger vouches for."""
    return Finding(
        "A212", f"{what} was cut off; it was written again from the copy that the ledger vouches for.", Place(where)
    )


def tidied(names: Sequence[str], where: str) -> Finding:
    """Return that temporary files and empty folders of ours were removed."""
    said = ", ".join(f"“{name}”" for name in names)
    return Finding("A213", f"Left behind by an attempt that was cut off, and removed: {said}.", Place(where))


def event_set_aside(name: str, to: Path) -> Finding:
    """Return that the ledger's last event, cut off while it was written, was put away."""
    return Finding(
        "A214",
        f"The ledger's last event, “{name}”, was cut off while it was written, and the archive holds no such version. "
        f"It was set aside in {OUTPUT}/{UNFINISHED}/{to.name}.",
        Place(f"{OUTPUT}/{LEDGER}/{name}"),
    )


def cannot_set_aside(error: OSError, where: str, name: str) -> Finding:
    """Return that an attempt which was cut off cannot be put away, so that the next version has no place."""
    far = error.errno == errno.EXDEV
    why = "that folder lies on another drive" if far else error.strerror or type(error).__name__
    return Finding(
        "A215",
        f"An earlier attempt to archive {name} was cut off and cannot be set aside in {OUTPUT}/{UNFINISHED} ({why}).",
        Place(where),
        f"Move {where} to a folder outside {OUTPUT}/{ARCHIVE} yourself. "
        + ("" if far else "If a file of it is open, close it first. ")
        + _AGAIN,
    )


def absent(where: str, name: str) -> Finding:
    """Return that the ledger records a version that the archive does not hold."""
    return Finding("A216", f"The ledger records {name}, and the archive does not hold it.", Place(where), COPY)


def unrecorded(where: str, name: str) -> Finding:
    """Return that the archive holds a version that the ledger does not record."""
    return Finding(
        "A217",
        f"The archive holds {name}, and the ledger does not record it.",
        Place(where),
        "Somebody put it there, or the ledger was cut short: bring output/ledger back from a copy of the shared drive.",
    )


def not_as_recorded(where: str, name: str, why: str) -> Finding:
    """Return that the list of a paper's versions is not the one that the ledger records."""
    return Finding(
        "A218", f"The list of versions in {name} is not the one that the ledger records: {why}.", Place(where), COPY
    )


def not_whole(where: str, name: str, why: str) -> Finding:
    """Return that a version which the ledger records was never finished, and cannot be: something of it is wrong."""
    return Finding(
        "A219", f"The ledger records {name}, which was never finished and cannot be: {why}.", Place(where), COPY
    )
