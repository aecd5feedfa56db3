"""The list of what was archived: number, status, date, who and why of each version. It proves nothing; `verifying` does.

Only these are taken from each inventory, so that three thousand versions are listed in the time of reading them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from pcp_reports.archive.folders import object_folders
from pcp_reports.archive.inventory import PUBLIC, STATUSES
from pcp_reports.archive.layout import INVENTORY, id_of, paper_of
from pcp_reports.archive.objects import MOST_INVENTORY, unusable
from pcp_reports.editing import read_ordinary
from pcp_reports.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STATUSES = frozenset(STATUSES)
GARBLED = "it cannot be read: it is empty, cut short or garbled"


class ListedVersion(NamedTuple):
    """One version: its number, its status (empty where the message is not ours), when, by whom, and why."""

    number: int
    status: str
    created: str
    by: str
    reason: str


class ListedPaper(NamedTuple):
    """A paper in the archive, its folder, that as it is shown, and its versions, oldest first."""

    paper: str
    folder: Path
    shown: str
    versions: list[ListedVersion]


def listed(root: Path, paper: str | None = None) -> Iterator[ListedPaper | Finding]:
    """Yield the papers in the archive of a workspace, or the one named, with their versions; a finding for each unread."""
    wanted = id_of(paper) if paper is not None else None
    for row in object_folders(root):
        found = row if isinstance(row, Finding) else _read(*row, wanted)
        if found is not None:
            yield found


def superseded(paper: ListedPaper) -> list[str | None]:
    """Return for each version the next one that the public has seen, where the version itself was public; else None."""
    made: list[str | None] = []
    later: str | None = None
    for one in reversed(paper.versions):
        public = one.status in PUBLIC
        made.append(later if public else None)
        if public:
            later = f"v{one.number}"
    made.reverse()
    return made


def _read(folder: Path, shown: str, wanted: str | None) -> ListedPaper | Finding | None:
    try:
        held = json.loads(read_ordinary(folder / INVENTORY, MOST_INVENTORY))
    except (ValueError, RecursionError):
        return unusable(folder, shown, GARBLED)
    except OSError as error:
        why = "it is missing" if isinstance(error, FileNotFoundError) else f"it cannot be opened ({error.strerror})"
        return unusable(folder, shown, why)
    identifier = held.get("id") if isinstance(held, dict) else None
    paper = paper_of(identifier) if isinstance(identifier, str) else None
    if paper is None:
        return unusable(folder, shown, "it belongs to no paper of this tool")
    if wanted is not None and identifier != wanted:
        return None
    try:
        versions = [_version(number, block) for number, block in enumerate(held["versions"].values(), 1)]
        if list(held["versions"]) != [f"v{number}" for number in range(1, len(versions) + 1)]:
            return unusable(folder, shown, "its versions are not in order")
    except (KeyError, TypeError, AttributeError):
        return unusable(folder, shown, "it does not hold what an inventory holds")
    return ListedPaper(paper, folder, shown, versions)


def _version(number: int, block: Any) -> ListedVersion:  # noqa: ANN401 - whatever JSON holds
    message = block.get("message", "")
    status, _, reason = message.partition(": ")
    if status not in _STATUSES:
        status, reason = "", message
    user = block.get("user")
    # What is no text is added to one, so that it raises TypeError.
    return ListedVersion(number, status, "" + block["created"], "" + user["name"] if user else "", reason)
