"""Judging the two blocks of an inventory that lead from digests to content paths: the manifest, and fixity.

Source: OCFL 1.1, sections 3.5.2 and 3.5.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pcp_reports.archive.ocfl.blocks import is_list_of_text
from pcp_reports.archive.ocfl.hashing import ALGORITHMS, MALFORMED, PASSED_OVER, is_digest
from pcp_reports.archive.ocfl.judged import Fault
from pcp_reports.archive.ocfl.paths import content_faults, is_safe, twice
from pcp_reports.archive.ocfl.strict import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def manifest_faults(manifest: Any, algorithm: str | None, where: str, *, strict: bool) -> Iterator[Fault]:  # noqa: ANN401 - whatever JSON holds
    """Yield the faults of a manifest in itself; ``strict`` from version 1.1 of the standard on."""
    if not isinstance(manifest, Block):
        yield Fault("E106" if strict else "E041", "the manifest does not give digests and paths", where)
        return
    yield from _repeated(manifest, "E096", "the manifest", where)
    yield from _malformed(manifest, algorithm, "the manifest", where)
    paths: list[str] = []
    for digest, named in manifest.items():
        if is_list_of_text(named):
            paths += named
        else:
            yield Fault("E092", f"the digest “{digest}” of the manifest does not lead to a list of paths", where)
    yield from _unsafe(paths, "the manifest", where)
    for clause in twice(paths):
        yield Fault("E101", f"in the manifest {clause}", where)


def fixity_faults(fixity: Any, where: str, *, strict: bool) -> Iterator[Fault]:  # noqa: ANN401 - whatever JSON holds
    """Yield the faults of a fixity block in itself; ``strict`` from version 1.1 of the standard on."""
    if not isinstance(fixity, Block):
        yield Fault("E111" if strict else "E057", "“fixity” does not lead from algorithms to digests", where)
        return
    for algorithm in fixity.repeated:
        yield Fault("E033", f"the algorithm “{algorithm}” stands more than once under “fixity”", where)
    for algorithm, block in fixity.items():
        what = f"the block “{algorithm}” of “fixity”"
        if algorithm not in ALGORITHMS and algorithm not in PASSED_OVER:
            yield Fault("E056", f"“fixity” has “{algorithm}”, which is no digest algorithm of the standard's", where)
        if not isinstance(block, Block):
            yield Fault("E057", f"{what} does not give digests and paths", where)
            continue
        yield from _repeated(block, "E097", what, where)
        yield from _malformed(block, algorithm, what, where)
        paths: list[str] = []
        for digest, named in block.items():
            if is_list_of_text(named):
                paths += named
            else:
                yield Fault("E057", f"the digest “{digest}” in {what} does not lead to a list of paths", where)
        yield from _unsafe(paths, what, where)


def sound(block: Block) -> dict[str, list[str]]:
    """Return what a manifest leads to, without what is no list of safe paths."""
    return {
        digest: [path for path in named if is_safe(path)] for digest, named in block.items() if is_list_of_text(named)
    }


def sound_fixity(fixity: object) -> dict[str, dict[str, list[str]]]:
    """Return the sound parts of a fixity block whose algorithms are computed here."""
    if not isinstance(fixity, Block):
        return {}
    return {name: sound(block) for name, block in fixity.items() if name in ALGORITHMS and isinstance(block, Block)}


def _repeated(block: Block, code: str, what: str, where: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for digest in [*block.repeated, *block]:
        folded = digest.casefold()
        if folded in seen:
            yield Fault(code, f"{what} has the digest “{folded}” more than once", where)
        seen.add(folded)


def _malformed(block: Block, algorithm: str | None, what: str, where: str) -> Iterator[Fault]:
    code = MALFORMED.get(algorithm or "")
    if code is None or algorithm is None:
        return
    for digest in block:
        if not is_digest(digest, algorithm):
            yield Fault(code, f"“{digest}” in {what} is no {algorithm} digest", where)


def _unsafe(paths: Iterable[str], what: str, where: str) -> Iterator[Fault]:
    for path in paths:
        if is_safe(path):
            continue
        for code, clause in content_faults(path):
            yield Fault(code, f"in {what} {clause}", where)
