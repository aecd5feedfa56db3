"""What the rounds came to when papers were last built, as output/PAPER/build.json records it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pcp_reports.money import MOST, Money
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pcp_reports.ledger import RoundSum

OUTPUT = "output"
RECORD = "build.json"
_MOST_PAPERS = 200
_MOST_BYTES = 1_000_000
_MOST_PROJECTS = 10_000_000


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


def _of_paper(folder: Path) -> Iterable[BuiltRound]:
    record = folder / RECORD
    try:
        if record.is_symlink() or record.stat().st_size > _MOST_BYTES:
            return
        held = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return
    rounds = held.get("rounds") if isinstance(held, dict) else None
    for path, sums in rounds.items() if isinstance(rounds, dict) else ():
        total = sums.get("total") if isinstance(sums, dict) else None
        projects = sums.get("projects") if isinstance(sums, dict) else None
        pence = _pence(total)
        if pence is not None and isinstance(projects, int) and 0 <= projects <= _MOST_PROJECTS:
            yield BuiltRound(folder.name, path, Money(pence), projects)


def _pence(total: object) -> int | None:
    if not isinstance(total, str):
        return None
    pounds, _, pence = total.partition(".")
    if not (pounds.isascii() and pounds.isdecimal() and pence.isascii() and pence.isdecimal() and len(pence) == 2):  # noqa: PLR2004 - pence
        return None
    value = int(pounds[:20]) * 100 + int(pence)
    return value if value <= MOST else None
