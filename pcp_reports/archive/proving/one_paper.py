"""Proving one paper in the archive: its lists against the ledger, its files against its lists, and OCFL's own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.layout import ALGORITHM, INVENTORY, OBJECT_DECLARATION, SIDECAR
from pcp_reports.archive.ocfl import judge_object
from pcp_reports.archive.ocfl.hashing import Reader
from pcp_reports.archive.proving.beside_lists import record_disagrees, small_files, told_otherwise
from pcp_reports.archive.proving.file_findings import FileFindings, record_of
from pcp_reports.archive.proving.matching import match
from pcp_reports.archive.proving.vouching import vouch
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

    ``unledgered`` are the versions that stand in its list and not in the ledger.
    """

    findings: tuple[Finding, ...]
    versions: int
    files: int
    size: int
    unledgered: tuple[int, ...]


def prove(placed: Placed, elsewhere: Callable[[str], str | None], step: Callable[[int], None]) -> Proved:
    """Return how a paper stands. ``elsewhere`` tells whose file has a digest; ``step`` hears of bytes that were read.

    Where the ledger vouches for every list, and every file is the one listed, and nothing else is there, the folder is
    byte for byte what was written. Only where it is not is it put before the judge of OCFL, who may see more.
    """
    laid, events = placed.laid, placed.events
    vouched = vouch(laid, events, placed.paper, placed.trust)
    matched = match(laid, vouched, _digests(laid, step))
    findings = [*vouched.findings, *small_files(laid, vouched, events), *told_otherwise(laid, vouched, events)]
    findings += FileFindings(laid, vouched, matched, elsewhere).all()
    findings += _records(laid, vouched, matched)
    if findings or vouched.unledgered or vouched.doubted:
        told = {one.place.path.removeprefix(f"{laid.shown}/") for one in findings}
        told |= vouched.lists | vouched.renamed.keys() | set(vouched.renamed.values()) | matched.spoken_of()
        findings += _other_faults(laid, vouched, told)
    versions = vouched.base.head if vouched.base is not None else 0
    return Proved(tuple(findings), versions, matched.held, matched.size, vouched.unledgered)


def _digests(laid: Laid, step: Callable[[int], None]) -> Callable[[str], str]:
    """Return what gives the SHA-512 of a file in a paper's folder, each read once."""
    reader, folder = Reader(step), laid.folder
    known: dict[str, str] = {}

    def digest_of(path: str) -> str:
        if path not in known:
            known[path] = reader.digests(folder / path, _ALGORITHMS)[ALGORITHM]
        return known[path]

    return digest_of


def _records(laid: Laid, vouched: Vouched, matched: Matched) -> Iterator[Finding]:
    """Yield where a version.json and the list of versions disagree, if nothing else is wrong with that version.json."""
    for number in range(1, vouched.base.head + 1 if vouched.base is not None else 1):
        yield from record_disagrees(laid, vouched, number, record_of(laid, vouched, matched, number))


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
