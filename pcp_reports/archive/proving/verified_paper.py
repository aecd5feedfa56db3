"""What comes of it all for each paper: as archived, not as archived, or not proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.ledger.ledger_event import EVENT_NAME
from pcp_reports.findings import Severity
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pcp_reports.archive.ledger.events import Ledger
    from pcp_reports.archive.proving.one_paper import Placed, Proved
    from pcp_reports.findings import Finding

_IN_DOUBT = "A336"
"""The code of what may be the ledger's fault as well as the version's."""
_ALL_IN_DOUBT = frozenset({"A328", "A335"})
"""The codes of a ledger that cannot be read, and of one that is not the one that was noted: nothing is proved then."""


@dataclass(frozen=True, slots=True)
class VerifiedPaper:
    """How a paper in the archive was found: its folder as it is shown, and how much of it was held to digests.

    ``altered``: something in its folder is not as it was archived; ``proved``: the ledger vouches for its versions.
    """

    paper: str
    path: str
    versions: int
    files: int
    size: int
    altered: bool
    proved: bool

    @property
    def valid(self) -> bool:
        """Return whether the paper is proved to be what was archived."""
        return self.proved and not self.altered


def results(
    rows: Sequence[tuple[Placed, Proved]], findings: Iterable[Finding], ledger: Ledger
) -> tuple[VerifiedPaper, ...]:
    """Return what comes of all that was found for each paper that was read."""
    errors = [one for one in findings if one.severity is Severity.ERROR]
    altered = {one.place.path for one in errors if one.code != _IN_DOUBT}
    doubtful = {one.place.path for one in errors if one.code == _IN_DOUBT}
    nothing = any(one.code in _ALL_IN_DOUBT for one in errors)
    spoilt = _spoilt(ledger)
    return tuple(
        VerifiedPaper(
            placed.paper,
            placed.laid.shown,
            done.versions,
            done.files,
            done.size,
            altered=bool(done.ends) or _holds(placed.laid.shown, altered),
            proved=not (
                nothing
                or done.unledgered
                or _holds(placed.laid.shown, doubtful)
                or placed.laid.shown.rpartition("/")[2] in spoilt
                or not spoilt.isdisjoint(event.name for event in placed.events.values())
            ),
        )
        for placed, done in rows
    )


def _holds(shown: str, paths: Collection[str]) -> bool:
    return any(path == shown or path.startswith(f"{shown}/") for path in paths)


def _spoilt(ledger: Ledger) -> frozenset[str]:
    """Return the names of the events in which something is wrong; of those that cannot be read the papers' folders too.

    Where one does not follow the one before, either may be the one that was changed, unless another bears it out.
    """
    errors = [one for one in ledger.findings if one.severity is Severity.ERROR]
    places = [place.path for one in errors for place in (one.place, *(other.place for other in one.related))]
    names = {path.rpartition("/")[2] for path in places} - ledger.borne_out
    read = {event.name for event in ledger.events}
    folders = {match[2] for name in names - read if (match := EVENT_NAME.fullmatch(name)) is not None}
    return frozenset(names | ledger.broken | folders)
