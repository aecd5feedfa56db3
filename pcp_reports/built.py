"""What the rounds came to when papers were last built, as output/PAPER/build.json records it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pcp_reports.editing import read_ordinary
from pcp_reports.money import MOST, Money
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pcp_reports.ledger import RoundSum

OUTPUT = "output"
RECORD = "build.json"
_MOST_PAPERS = 200
_MOST_BYTES = 4_000_000  # the record of a paper of twenty thousand entries
_MOST_PROJECTS = 10_000_000
_DEEPEST = 2  # groups within groups of a record


@dataclass(frozen=True, slots=True)
class BuiltRound:
    """A round as a paper printed it when it was last built."""

    paper: str
    path: str
    total: Money
    projects: int


def recorded(rounds: Iterable[RoundSum]) -> dict[str, dict[str, Any]]:
    """Return the rounds as build.json holds them."""
    return {one.filed.path: {"total": one.sum.total.decimal, "projects": one.sum.projects} for one in rounds}


def built_rounds(root: Path | None) -> tuple[BuiltRound, ...]:
    """Return what the rounds of each paper came to when it was built; what cannot be read tells nothing."""
    if root is None:
        return ()
    try:
        folders = sorted(one for one in (root / OUTPUT).iterdir() if one.is_dir() and not one.is_symlink())
    except OSError:
        return ()
    return tuple(one for folder in folders[:_MOST_PAPERS] for one in _of_paper(folder))


def read_record(home: Path) -> dict[str, Any]:
    """Return what the build.json of a paper's folder in output/ holds; nothing where it is not one that is written there.

    A link, a pipe, a device, a file far too large or of another shape is no record. Of one, words, numbers and groups of
    them are returned, and nothing that could not be written again.
    """
    record = home / RECORD
    try:
        if record.is_symlink():
            return {}
        held = json.loads(read_ordinary(record, _MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return _writable(held, _DEEPEST) if isinstance(held, dict) else {}


def _writable(group: dict[str, Any], deeper: int) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, value in group.items():
        if isinstance(value, dict) and deeper and _is_text(name):
            made[name] = _writable(value, deeper - 1)
        elif isinstance(value, str | int) and _is_text(name) and (isinstance(value, int) or _is_text(value)):
            made[name] = value
    return made


def _is_text(words: str) -> bool:
    """Return whether words can be written as UTF-8: JSON may hold half of a pair of characters."""
    return not any("\ud800" <= sign <= "\udfff" for sign in words)


def _of_paper(folder: Path) -> Iterable[BuiltRound]:
    rounds = read_record(folder).get("rounds")
    for path, sums in rounds.items() if isinstance(rounds, dict) else ():
        total = sums.get("total") if isinstance(sums, dict) else None
        projects = sums.get("projects") if isinstance(sums, dict) else None
        pence = _pence(total)
        if pence is not None and type(projects) is int and 0 <= projects <= _MOST_PROJECTS:
            yield BuiltRound(folder.name, path, Money(pence), projects)


def _pence(total: object) -> int | None:
    if not isinstance(total, str):
        return None
    pounds, _, pence = total.partition(".")
    if not (pounds.isascii() and pounds.isdecimal() and pence.isascii() and pence.isdecimal() and len(pence) == 2):  # noqa: PLR2004 - pence
        return None
    value = int(pounds[:20]) * 100 + int(pence)
    return value if value <= MOST else None
