"""Proving that every archived version is still what it was: each byte, the ledger's chain, and one against the other."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from pcp_reports.archive.inventory import Inventory
from pcp_reports.archive.layout import LEDGER, OUTPUT
from pcp_reports.archive.proving.anchoring import not_anchored, read_anchor
from pcp_reports.archive.proving.archive_folders import SHOWN
from pcp_reports.archive.proving.drives import accents, line_ends
from pcp_reports.archive.proving.laid import lay, logical_of, version_of
from pcp_reports.archive.proving.one_paper import prove
from pcp_reports.archive.proving.placed_papers import see, see_settled
from pcp_reports.archive.proving.verified_paper import VerifiedPaper, results
from pcp_reports.editing import PAUSE, TRIES
from pcp_reports.findings import Finding, Place, Related, has_errors
from pcp_reports.records import dataclass
from pcp_reports.words import counted, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pcp_reports.archive.ledger.events import Event, Ledger
    from pcp_reports.archive.proving.one_paper import Placed, Proved
    from pcp_reports.archive.proving.placed_papers import Seen

_WHOLE = "Bring output/archive back from a copy of the shared drive."
_MOST_NAMED = 12
_AT_ONCE = 2
"""How many papers are read at once."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What `verify` found. ``head`` is the digest of the ledger's last event, ``""`` for none.

    ``last`` is that event, and ``anchored`` the one of which a digest was noted; None for none.
    """

    findings: tuple[Finding, ...]
    papers: tuple[VerifiedPaper, ...]
    head: str
    last: Event | None
    anchored: Event | None

    @property
    def valid(self) -> bool:
        """Return whether everything is as it was archived; warnings and notes do not count."""
        return not has_errors(self.findings)


def archived_papers(root: Path) -> tuple[str, ...]:
    """Return the names of all papers of which the ledger or the archive knows."""
    seen = see(root)
    return tuple(sorted({one.paper for one in seen.papers} | {event.paper for event in seen.ledger.events}))


def verify(
    root: Path,
    papers: tuple[str, ...] = (),
    *,
    anchor: str | None = None,
    step: Callable[[int], None] = lambda _: None,
    total: Callable[[int], None] = lambda _: None,
) -> Verified:
    """Return how the archive of a workspace stands, or that of the papers named; the ledger is always judged as a whole.

    ``anchor`` is a digest of the ledger that was noted elsewhere. ``total`` hears once how many bytes there are, ``step``
    how many were read since it was last called. Raises AnchorError for what is no digest.
    """
    noted = read_anchor(anchor) if anchor is not None else None
    seen = see_settled(root, noted)
    asked = [one for one in seen.papers if not papers or one.paper in papers]
    absent = {place: events for place, events in seen.absent.items() if not papers or events[-1].paper in papers}
    closed = {place: events for place, events in seen.closed.items() if not papers or events[-1].paper in papers}
    findings = [*seen.ledger.findings, *(one for one in seen.findings if not papers or _is_of(one, papers))]
    findings += [one for one in seen.folders.findings if not papers or _bars(one, closed)]
    findings += [*_absent(absent, seen), *accents(seen, asked)]
    total(sum(map(_size, asked)))
    proved = _prove_all(asked, _Owners(seen), step, lambda: see(root, noted))
    findings += [finding for done in proved for finding in done.findings]
    unledgered = [(one, number) for one, done in zip(asked, proved, strict=True) for number in done.unledgered]
    findings += _not_in_ledger(unledgered, seen.ledger)
    findings = line_ends(seen, proved, findings, whole=not papers)
    if noted is not None and seen.anchored is None:
        findings.append(not_anchored(seen.ledger, noted))
    found = results(list(zip(asked, proved, strict=True)), findings, seen.ledger)
    gone = tuple(
        VerifiedPaper(events[-1].paper, f"{SHOWN}/{place}", 0, 0, 0, altered=place in absent, proved=False)
        for place, events in {**absent, **closed}.items()
    )
    last = seen.ledger.events[-1] if seen.ledger.events else None
    return Verified(tuple(findings), (*found, *gone), seen.ledger.head, last, seen.anchored)


def _prove_all(
    asked: Sequence[Placed], owners: _Owners, step: Callable[[int], None], anew: Callable[[], Seen]
) -> list[Proved]:
    """Return how papers stand, in their order; ``anew`` reads ledger and archive once more.

    Some are read at once, as a drive is slow to find each of many small files.
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - no other command has threads

    lock, stopped = threading.Lock(), threading.Event()

    def counted_step(count: int) -> None:
        if stopped.is_set():
            raise KeyboardInterrupt
        with lock:
            step(count)

    if len(asked) < 2:  # noqa: PLR2004 - nothing to do at once
        return [_prove(one, owners, step, anew) for one in asked]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        work = [pool.submit(_prove, one, owners, counted_step, anew) for one in asked]
        try:
            return [one.result() for one in work]
        except BaseException:
            stopped.set()  # somebody typed Ctrl+C: nobody waits for the end of what is being read
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _prove(placed: Placed, owners: _Owners, step: Callable[[int], None], anew: Callable[[], Seen]) -> Proved:
    """Return how a paper stands; read once more where it was being written while it was read."""
    share = _Share(placed, step)
    done = prove(placed, lambda digest: owners.of(digest, placed.laid.shown), share.read)
    for _ in range(TRIES):
        if not has_errors(done.findings) or lay(placed.laid.folder, placed.laid.shown) == placed.laid:
            break
        time.sleep(PAUSE)
        again = next((one for one in anew().papers if one.laid.shown == placed.laid.shown), None)
        if again is None:
            break
        placed = again
        done = prove(placed, lambda digest: owners.of(digest, again.laid.shown), share.read)  # noqa: B023 - called within
    share.read_all()
    return done


class _Share:
    """Passes on how many of a paper's bytes were read: in the end all that were to be, and never more.

    Its lists were read before, a file that nobody archived may not be, and what is read again was told already.
    """

    def __init__(self, placed: Placed, step: Callable[[int], None]) -> None:
        self.left, self.step = _size(placed), step

    def read(self, count: int) -> None:
        """Pass on that so many bytes more were read."""
        count = min(count, self.left)
        self.left -= count
        self.step(count)

    def read_all(self) -> None:
        """Pass on that nothing is left to be read."""
        self.read(self.left)


def _size(placed: Placed) -> int:
    return sum(placed.laid.files.values())


class _Owners:
    """Tells which file of another paper has a digest; the papers' lists are read when that is asked for the first time."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.lock = threading.Lock()
        self.homes: dict[str, list[tuple[str, str]]] = {}

    def of(self, digest: str, shown: str) -> str | None:
        """Return in words whose file has a digest, if it is in another folder than ``shown``."""
        with self.lock:
            if not self.homes:
                self._read()
        return next((words for home, words in self.homes.get(digest, ()) if home != shown), None)

    def _read(self) -> None:
        for one in self.seen.papers:
            said = one.laid.lists[0].read()
            for key, paths in said.manifest.items() if isinstance(said, Inventory) else ():
                for path in paths:
                    words = f"a copy of {quoted(logical_of(path))} of {one.paper}, v{version_of(path)}"
                    self.homes.setdefault(key.lower(), []).append((one.laid.shown, words))


def _is_of(finding: Finding, papers: Sequence[str]) -> bool:
    return any(finding.message.startswith(f"{paper}:") for paper in papers)


def _bars(finding: Finding, closed: Mapping[str, object]) -> bool:
    """Return whether a finding is that the folder of a year cannot be opened in which one of these papers lies."""
    return finding.code == "A309" and any(f"{SHOWN}/{place}".startswith(f"{finding.place.path}/") for place in closed)


def _absent(absent: Mapping[str, tuple[Event, ...]], seen: Seen) -> Iterator[Finding]:
    """Yield what the ledger has and the archive has not."""
    if seen.folders.missing and seen.ledger.events:
        papers = {event.paper for event in seen.ledger.events}
        words = (
            f"The archive ({SHOWN}) cannot be looked into: {seen.folders.missing}. The ledger has "
            f"{counted(len(seen.ledger.events), 'version')} of {counted(len(papers), 'paper')} in it."
        )
        yield Finding("A317", words, Place(SHOWN), _WHOLE)
        return
    if seen.folders.missing and seen.folders.missing != "it is not there":
        words = f"The archive ({SHOWN}) cannot be looked into: {seen.folders.missing}."
        yield Finding("A317", words, Place(SHOWN), _WHOLE)
        return
    for place, events in absent.items():
        rows = [f"v{event.version} ({event.status})" for event in events]
        words = f"{events[-1].paper}: its folder is missing, with {listed(rows)}, which the ledger says were archived."
        if len(rows) == 1:
            words = f"{events[-1].paper}: its folder is missing, with {rows[0]}, which the ledger says was archived."
        hint = "Bring the folder back from a copy of the shared drive."
        yield Finding("A315", words, Place(f"{SHOWN}/{place}"), hint)


def _not_in_ledger(found: Sequence[tuple[Placed, int]], ledger: Ledger) -> Iterator[Finding]:
    """Yield which versions the ledger does not know, in one finding; none where its gaps account for them all."""
    if not found or len(found) <= _lost(ledger):
        return
    names = [f"{one.paper}, v{number}" for one, number in found]
    many = [f"{len(names) - _MOST_NAMED:,} more"] if len(names) > _MOST_NAMED else []
    which = "; ".join([*names[:_MOST_NAMED], *many])
    if ledger.events:
        last = ledger.events[-1]
        words = (
            f"The ledger knows nothing of {'a version' if len(names) == 1 else f'{len(names):,} versions'} in the archive: {which}. "
            f"It ends with event {last.number} ({last.paper}, v{last.version}). "
            f"It was cut short, or {'that version was' if len(names) == 1 else 'those versions were'} put there by hand; which of the two cannot be told from here."
        )
        hint = f"Look in a copy of the shared drive whether the ledger went on after event {last.number}; a digest noted in minutes (--anchor) tells too."
    else:
        words = f"The ledger is missing: {OUTPUT}/{LEDGER} holds no event, and the archive holds {counted(len(names), 'version')}: {which}. So nothing proves that they are what was archived."
        hint = f"Bring {OUTPUT}/{LEDGER} back from a copy of the shared drive."
    related = tuple(
        Related(f"{one.paper}, v{number}", Place(f"{one.laid.shown}/v{number}")) for one, number in found[:_MOST_NAMED]
    )
    yield Finding("A313", words, Place(f"{OUTPUT}/{LEDGER}"), hint, related)


def _lost(ledger: Ledger) -> int:
    """Return how many events of the ledger are missing or cannot be used, as far as its own numbers tell."""
    if any(one.code == "A328" for one in ledger.findings):
        return 10**9
    numbers = [event.number for event in ledger.events]
    named = [int(name[:6]) for name in ledger.names if name[:6].isdecimal()]
    return max([*numbers, *named], default=0) - len(ledger.events)
