"""Why a version could not be archived, in an officer's words: what the drive or the archive would not do, and what helps."""

from __future__ import annotations

import errno
from pathlib import PurePath
from typing import TYPE_CHECKING

from pcp_reports.archive.adding.disk import NotKeptError, is_temporary
from pcp_reports.archive.layout import ARCHIVE, LEDGER, OUTPUT, UNFINISHED
from pcp_reports.editing import StrangeFileError
from pcp_reports.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_LOCKS = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK}
_AGAIN = "Then type the same command again."
COPY = "Bring that folder back from a copy of the shared drive; “pcp-reports verify” says what else is wrong with it."


def cannot_write(error: OSError, where: str, root: Path | None = None) -> Finding:
    """Return why nothing was archived, of an error that the drive gave; ``where`` is shown with it.

    With the workspace's ``root`` the file is named of which the error tells.
    """
    named = _named(error, root)
    if isinstance(error, StrangeFileError):
        return strange(named or where, error.strerror or "it is no ordinary file")
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
    why = f"{why}: {named}" if named else why
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


def _named(error: OSError, root: Path | None) -> str:
    """Return the file of the workspace that an error tells of; ``""`` for none, or a temporary one, which says nothing."""
    if root is None or not isinstance(error.filename, str):
        return ""
    path = PurePath(error.filename)
    if is_temporary(path.name) or not path.is_relative_to(root):
        return ""
    return path.relative_to(root).as_posix()


def strange(where: str, why: str) -> Finding:
    """Return that what stands in the place of a file or folder of the archive's is none, or far too large; why: a clause."""
    return Finding(
        "A222",
        f"Nothing was archived: “{where}” cannot be used: {why}.",
        Place(where),
        "Look what it is, and move it away. If a file of the archive's own stood there, bring that back from a copy of "
        "the shared drive. " + _AGAIN,
    )


def elsewhere(where: str) -> Finding:
    """Return that a folder of the archive's is a link, through which nothing is written."""
    return Finding(
        "A223",
        f"Nothing was archived: “{where}” is a link to another place, and a link is not followed.",
        Place(where),
        "Put the folder itself there. To have the archive on another drive, keep the whole workspace on that drive.",
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


def occupied(where: str, what: str = "folder") -> Finding:
    """Return that something else stands where a paper's folder, or its next version, belongs."""
    return Finding(
        "A209",
        f"Nothing was archived: “{where}” stands where the paper's {what} belongs, and is none of the archive's.",
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
        f"The archive holds {name}, in {where}, and the ledger does not record it.",
        Place(where),
        "Somebody put it there, or the ledger was cut short. Look into a copy of the shared drive: if its output/ledger "
        "has more files than yours, and only then, bring that folder back; if not, move what was put there out of the archive.",
    )


def second_folder(where: str, paper: str, own: str) -> Finding:
    """Return that a folder says that it is a paper which the ledger has in another, ``own``, that is there as well."""
    return Finding(
        "A221",
        f"A second folder says that it is {paper}: “{where}”. The ledger knows only “{own}”.",
        Place(where),
        f"Somebody, or the drive, made a copy, or put it there: move “{where}” out of the archive. " + _AGAIN,
    )


def moved(where: str, paper: str, own: str) -> Finding:
    """Return that a paper's folder is not where the ledger has it, ``own``, and that another says that it is this paper."""
    return Finding(
        "A221",
        f"The folder of {paper} was moved or renamed: it is “{where}”, and the ledger has it at “{own}”.",
        Place(where),
        f"Move it back to “{own}”. " + _AGAIN,
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
