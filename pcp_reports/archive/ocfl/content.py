"""Holding the files of an object to what its inventories say of them: none too many, none missing, none altered.

Source: OCFL 1.1, sections 3.3.1, 3.5.2 and 3.5.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.ocfl.disk import why
from pcp_reports.archive.ocfl.hashing import Reader
from pcp_reports.archive.ocfl.judged import Fault
from pcp_reports.archive.ocfl.paths import is_placed, misplacement
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from pcp_reports.archive.ocfl.inventory import Inventory


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """That a file has a digest, in small letters; ``code`` is what it breaks if not, ``where`` the inventory that says so."""

    algorithm: str
    digest: str
    code: str
    where: str


def claims_of(inventories: Iterable[Inventory], folders: Collection[str]) -> dict[str, list[Claim]]:
    """Return what inventories say of each content path, each thing once; ``folders`` are the names of content folders."""
    claims: dict[str, list[Claim]] = {}
    seen: set[tuple[str, str, str, str]] = set()
    for one in inventories:
        blocks = [("E093", name, block) for name, block in one.fixity.items()]
        if one.algorithm is not None:
            blocks.append(("E092", one.algorithm, one.manifest or {}))
        for code, algorithm, block in blocks:
            for digest, paths in block.items():
                folded = digest.casefold()
                for path in paths:
                    key = (path, algorithm, folded, code)
                    if key not in seen and is_placed(path, one.versions, folders):
                        seen.add(key)
                        claims.setdefault(path, []).append(Claim(algorithm, folded, code, one.where))
    return claims


def misplaced(inventories: Iterable[Inventory], folders: Collection[str]) -> Iterator[Fault]:
    """Yield the faults of content paths that lie in no content folder; of each path once, where the versions are known."""
    seen: set[str] = set()
    for one in inventories:
        if not one.complete:
            continue
        for block in (one.manifest or {}, *one.fixity.values()):
            for path in (path for paths in block.values() for path in paths):
                if not is_placed(path, one.versions, folders) and path not in seen:
                    seen.add(path)
                    yield Fault(*misplacement(path), one.where)


def unlisted(inventories: Iterable[Inventory], files: Mapping[str, Collection[str]]) -> Iterator[Fault]:
    """Yield the files that an inventory should list and does not; ``files`` are those on the disk, by version.

    An inventory answers for the versions that it knows of. Of each file one inventory is named.
    """
    seen: set[str] = set()
    for one in inventories:
        if one.manifest is None:
            continue
        listed = {path for paths in one.manifest.values() for path in paths}
        for version in one.versions:
            for path in files.get(version, ()):
                if path not in listed and path not in seen:
                    seen.add(path)
                    yield Fault("E023", f"the file is not listed in {one.where}", path)


def held_to(
    folder: Path,
    claims: Mapping[str, list[Claim]],
    files: Collection[str],
    algorithm: str | None,
    step: Callable[[int], None],
) -> tuple[dict[str, str], list[Fault]]:
    """Return the digests of the files of which something is said, in ``algorithm``, and the faults; each is read once."""
    reader = Reader(step)
    hashed: dict[str, str] = {}
    faults: list[Fault] = []
    for path in sorted(claims):
        said = claims[path]
        broken = {one.code: one for one in reversed(said)}
        if path not in files:
            faults += [
                Fault(code, f"the file is missing, and listed in {one.where}", path) for code, one in broken.items()
            ]
            continue
        wanted = {one.algorithm for one in said} | ({algorithm} if algorithm else set())
        try:
            found = reader.digests(folder.joinpath(*path.split("/")), wanted)
        except OSError as error:
            faults += [Fault(code, f"the file cannot be read {why(error)}", path) for code in broken]
            continue
        if algorithm:
            hashed[path] = found[algorithm]
        faults += [
            Fault(
                one.code,
                f"the file is not the one whose {one.algorithm} digest stands in {one.where}: its content differs",
                path,
            )
            for one in said
            if found[one.algorithm] != one.digest
        ]
    return hashed, faults
