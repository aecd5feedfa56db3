"""Whether an earlier version's own inventory says what the current one says of the same versions.

Source: OCFL 1.1, sections 3.3.1, 3.5.1 and 3.7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.ocfl.blocks import is_list_of_text
from pcp_reports.archive.ocfl.inventory import SPECIFICATIONS
from pcp_reports.archive.ocfl.judged import Fault
from pcp_reports.archive.ocfl.strict import Block, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pcp_reports.archive.ocfl.inventory import Inventory

_TOLD = {"created": "when", "message": "why", "user": "by whom"}


def disagreements(earlier: Inventory, current: Inventory) -> Iterator[Fault]:
    """Yield the faults between a version's own inventory and that of the object."""
    where = earlier.where
    if earlier.identifier and current.identifier and earlier.identifier != current.identifier:
        yield Fault(
            "E037", f"the object's identifier is “{current.identifier}”, and was “{earlier.identifier}” here", where
        )
    if current.content_named and not earlier.content_named:
        yield Fault("E019", "the name of the content folder is given now, and was not from the first version on", where)
    elif earlier.content != current.content:
        yield Fault("E019", f"the content folder is “{current.content}”, and was “{earlier.content}” here", where)
        yield Fault("E020", "the name of the content folder was changed between versions", where)
    translate = None if earlier.algorithm == current.algorithm else _translation(earlier, current)
    for name, block in earlier.versions.items():
        now = current.versions.get(name)
        if now is None:
            yield Fault("E066", f"{name} is not among the object's versions", where)
        elif translate is not None or not same(block, now):
            if not _same_files(block, now, translate):
                yield Fault("E066", f"{name} does not hold the files that the object's inventory gives it", where)
            for key, told in _TOLD.items():
                if not same(block.get(key), now.get(key)):
                    yield Fault(
                        "W011", f"{name} is told differently from the object's inventory ({told} it was made)", where
                    )


def _translation(earlier: Inventory, current: Inventory) -> Mapping[str, set[str]]:
    """Return for each digest of an inventory those that the current one gives the same files, by another algorithm."""
    now = {path: digest.casefold() for digest, paths in (current.manifest or {}).items() for path in paths}
    return {
        digest.casefold(): {now[path] for path in paths if path in now}
        for digest, paths in (earlier.manifest or {}).items()
    }


def _same_files(block: Block, now: Block, translate: Mapping[str, set[str]] | None) -> bool:
    files, current = files_of(block), files_of(now)
    if translate is None:
        return files == current
    return files.keys() == current.keys() and all(
        current[path] in translate.get(digest, set()) for path, digest in files.items()
    )


def files_of(block: Block) -> dict[str, str]:
    """Return the files of a version by their logical paths, with their digests in small letters; only what is sound."""
    state = block.get("state")
    if not isinstance(state, Block):
        return {}
    return {path: digest.casefold() for digest, paths in state.items() if is_list_of_text(paths) for path in paths}


def aging(inventories: Iterable[Inventory]) -> Iterator[Fault]:
    """Yield the faults of versions, in order, that were written by an older standard than one before them."""
    newest = 0
    for one in inventories:
        if one.spec is None:
            continue
        rank = SPECIFICATIONS.index(one.spec)
        if rank < newest:
            yield Fault(
                "E103",
                f"written by version {one.spec} of the standard, after one by {SPECIFICATIONS[newest]}",
                one.where,
            )
        newest = max(newest, rank)
