"""Proving one paper in the archive: its lists against the ledger, its files against its lists, and OCFL's own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.layout import ALGORITHM, INVENTORY, OBJECT_DECLARATION, SIDECAR, TEMPLATE
from pcp_reports.archive.ledger.line_ends import before_new_ends
from pcp_reports.archive.ocfl import judge_object
from pcp_reports.archive.ocfl.disk import read_plain
from pcp_reports.archive.ocfl.hashing import Reader, digest_of_bytes
from pcp_reports.archive.proving import swapped
from pcp_reports.archive.proving.beside_lists import small_files, told_otherwise
from pcp_reports.archive.proving.file_findings import FileFindings, record_of
from pcp_reports.archive.proving.matching import match
from pcp_reports.archive.proving.version_record import record_disagrees
from pcp_reports.archive.proving.vouching import vouch
from pcp_reports.editing import MOST_BYTES
from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pcp_reports.archive.ledger.events import Event
    from pcp_reports.archive.proving.laid import Laid
    from pcp_reports.archive.proving.matching import Matched
    from pcp_reports.archive.proving.trust import Trust
    from pcp_reports.archive.proving.vouching import Vouched

_EMPTIED = ("E016", "E024")
"""OCFL's codes for a version without the folder of its files, and for an empty folder: what is left where files are gone."""
_ALGORITHMS = (ALGORITHM,)
_BOTH = (ALGORITHM, "sha256")
_INPUTS = (".yaml", ".yml", f"/{TEMPLATE}")
"""How the names end of what a paper was made from, of which version.json keeps the SHA-256."""
_MOST_INPUT = 1_000_000
"""Bytes of such a file; of a larger one the SHA-512 alone is taken."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A paper in its folder, with the ledger's events of it by version, and how far these are to be trusted."""

    paper: str
    laid: Laid
    events: Mapping[int, Event]
    trust: Trust


@dataclass(frozen=True, slots=True)
class Proved:
    """How a paper was found, and how many versions, files and bytes were held to their digests.

    ``unledgered`` are the versions that stand in its list and not in the ledger; ``ends`` is of how many files a program
    changed the ends of the lines, and nothing else, which is no finding yet.
    """

    findings: tuple[Finding, ...]
    versions: int
    files: int
    size: int
    unledgered: tuple[int, ...]
    ends: int


def prove(placed: Placed, elsewhere: Callable[[str], str | None], step: Callable[[int], None]) -> Proved:
    """Return how a paper stands. ``elsewhere`` tells whose file has a digest; ``step`` hears of bytes that were read.

    Where the ledger vouches for every list, and every file is the one listed, and nothing else is there, the folder is
    byte for byte what was written. Only where it is not is it put before the judge of OCFL, who may see more.
    """
    laid, events = placed.laid, placed.events
    places = swapped.swapped(laid, events)
    laid = swapped.in_place(laid, places) if places else laid
    vouched = vouch(laid, events, placed.paper, placed.trust)
    reader = _Reading(laid, step)
    matched = match(laid, vouched, reader.digest_of, reader.ends_changed)
    findings = [swapped.told(laid, placed.paper, places)] if places else []
    findings += [*vouched.findings, *small_files(laid, vouched, events), *told_otherwise(laid, vouched, events)]
    findings += FileFindings(laid, vouched, matched, elsewhere).all()
    findings += _records(laid, vouched, matched, reader)
    if findings or vouched.unledgered or vouched.doubted:
        told = {one.place.path.removeprefix(f"{laid.shown}/") for one in findings}
        told |= vouched.lists | vouched.renamed.keys() | set(vouched.renamed.values()) | matched.spoken_of()
        told |= matched.ends | laid.ends | laid.spelt.keys() | set(laid.spelt.values())
        told |= {f"v{number}" for number in places}
        findings += _other_faults(laid, vouched, told)
    versions = vouched.base.head if vouched.base is not None else 0
    ends = len(matched.ends | laid.ends)
    return Proved(tuple(findings), versions, matched.held, matched.size, vouched.unledgered, ends)


class _Reading:
    """Gives the digests of the files in a paper's folder, each read once."""

    def __init__(self, laid: Laid, step: Callable[[int], None]) -> None:
        self.laid, self.reader = laid, Reader(step)
        self.known: dict[str, dict[str, str]] = {}

    def digest_of(self, path: str) -> str:
        """Return the SHA-512 of a file. Raises OSError."""
        if path not in self.known:
            true = self.laid.spelt.get(path, path)
            small = self.laid.files[path] <= _MOST_INPUT and path.endswith(_INPUTS)
            self.known[path] = self.reader.digests(self.laid.folder / true, _BOTH if small else _ALGORITHMS)
        return self.known[path][ALGORITHM]

    def sha256_of(self, path: str) -> str | None:
        """Return the SHA-256, by which version.json knows what a paper was made from; None for a file of which it was not taken."""
        return self.known.get(path, {}).get("sha256")

    def ends_changed(self, path: str, digest: str) -> bool:
        """Return whether a file had a digest (SHA-512) before the ends of its lines were changed."""
        try:
            data = read_plain(self.laid.on_disk(path), MOST_BYTES)
        except OSError:
            return False
        return any(digest_of_bytes(whole, ALGORITHM) == digest for whole in before_new_ends(data))


def _records(laid: Laid, vouched: Vouched, matched: Matched, reader: _Reading) -> Iterator[Finding]:
    """Yield where a version.json and the list of versions disagree, if nothing else is wrong with that version.json."""
    others = matched.spoken_of() | matched.ends  # these are told, and version.json knows them as they were

    def sha256_of(path: str) -> str | None:
        return None if path in others else reader.sha256_of(path)

    for number in range(1, vouched.base.head + 1 if vouched.base is not None else 1):
        record = record_of(laid, vouched, matched, number)
        yield from record_disagrees(laid, vouched, number, record, sha256_of)


def _other_faults(laid: Laid, vouched: Vouched, told: set[str]) -> Iterator[Finding]:
    """Yield the breaches of OCFL that were not told already, in other words, as something that was done to the archive."""
    if vouched.base is None or INVENTORY in vouched.lists:
        return
    for fault in judge_object(laid.folder).errors:
        path = fault.path or OBJECT_DECLARATION[0]
        about = {path, path.replace(INVENTORY, SIDECAR)}
        if any(one == known or one.startswith(f"{known}/") for known in told for one in about):
            continue
        if fault.code in _EMPTIED and any(known.startswith(f"{path}/") for known in told):
            continue
        if any(f" {known}" in fault.about for known in vouched.lists):
            continue
        words = f"{vouched.paper}: {fault.path or 'the folder itself'}: {fault.about} [{fault.code}]."
        hint = "Compare the folder with a copy of the shared drive from another day."
        yield Finding("A319", words, Place(f"{laid.shown}/{fault.path}".rstrip("/")), hint)
