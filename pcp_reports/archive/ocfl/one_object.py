"""Judging one object: its folder, its inventories, its versions and every byte of its files.

Source: OCFL 1.1, section 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.ocfl.agreement import aging, disagreements
from pcp_reports.archive.ocfl.content import claims_of, held_to, misplaced, unlisted
from pcp_reports.archive.ocfl.declarations import OBJECT, declared
from pcp_reports.archive.ocfl.disk import Kind, look, not_plain, why
from pcp_reports.archive.ocfl.extensions import FOLDER, extension_faults
from pcp_reports.archive.ocfl.inventory import SPECIFICATIONS, shaped
from pcp_reports.archive.ocfl.judged import Fault, Judged, verdict
from pcp_reports.archive.ocfl.naming import number_of
from pcp_reports.archive.ocfl.sidecars import INVENTORY, has_inventory, read_inventory, sidecar_faults, sidecars
from pcp_reports.archive.ocfl.versions import folder_faults, read_versions
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pcp_reports.archive.ocfl.declarations import Declared
    from pcp_reports.archive.ocfl.disk import Entry
    from pcp_reports.archive.ocfl.inventory import Inventory

LOGS = "logs"


@dataclass(frozen=True, slots=True)
class Examined:
    """The verdict on an object, with what a storage root asks of it: its version of the standard, its identifier."""

    judged: Judged
    spec: str | None
    identifier: str | None


def no_step(_count: int) -> None:
    """Hear of bytes hashed, and do nothing."""


def judge_object(folder: Path, step: Callable[[int], None] = no_step) -> Judged:
    """Return the verdict on an object; ``step`` hears the number of bytes hashed since it was last called.

    Nothing is raised for what the folder holds, nor for one that is missing or cannot be read: that is a fault.
    """
    return examine(folder, step).judged


def examine(folder: Path, step: Callable[[int], None]) -> Examined:
    """Return the verdict on an object, and what it says of itself."""
    try:
        entries = look(folder)
    except OSError as error:
        fault = Fault("E003", f"the folder cannot be looked into {why(error)}")
        return Examined(verdict(folder, [fault], {}), None, None)
    found = declared(folder, entries, OBJECT)
    faults = list(found.faults)
    if not has_inventory(entries):
        faults.append(Fault("E063", "the object has no inventory (inventory.json)"))
        if found.names:
            faults += _stray(entries, found, None)
        return Examined(verdict(folder, faults, {}), found.spec, None)
    data = read_inventory(folder, INVENTORY)
    if isinstance(data, Fault):
        return Examined(verdict(folder, [*faults, data], {}), found.spec, None)
    inventory, shape = shaped(data, INVENTORY, found.spec or SPECIFICATIONS[-1])
    faults += shape
    algorithm = inventory.algorithm if inventory else None
    faults += _stray(entries, found, algorithm)
    faults += sidecar_faults(folder, entries, data, algorithm, "")
    if any(one.name == FOLDER and one.kind is Kind.FOLDER for one in entries):
        faults += extension_faults(folder / FOLDER, stray="E067", unregistered="W013")
    hashed: dict[str, str] = {}
    if inventory is not None:
        if found.spec and inventory.spec and found.spec != inventory.spec:
            about = f"the inventory is of version {inventory.spec} of the standard, the object is declared to be of {found.spec}"
            faults.append(Fault("E038", about, INVENTORY))
        hashed, more = _within(folder, entries, inventory, data, shape, step)
        faults += more
    return Examined(verdict(folder, faults, hashed), found.spec, inventory.identifier if inventory else None)


def _stray(entries: Iterable[Entry], found: Declared, algorithm: str | None) -> Iterator[Fault]:
    """Yield what stands in an object's folder and does not belong there."""
    entries = tuple(entries)
    files = {INVENTORY, *sidecars(entries, algorithm), *found.names}
    for one in entries:
        fault = not_plain(one.kind, one.name)
        if fault is not None:
            yield fault
        elif one.kind is Kind.FILE and one.name not in files:
            yield Fault("E001", "a file that does not belong in an object's folder", one.name)
        elif one.kind is Kind.FOLDER and one.name not in {LOGS, FOLDER} and number_of(one.name) is None:
            yield Fault("E001", "a folder that does not belong in an object's folder", one.name)


def _within(
    folder: Path,
    entries: Iterable[Entry],
    inventory: Inventory,
    data: bytes,
    shape: list[Fault],
    step: Callable[[int], None],
) -> tuple[dict[str, str], list[Fault]]:
    """Return the digests of an object's files, and the faults of its versions."""
    names = {one.name for one in entries if one.kind is Kind.FOLDER and number_of(one.name) is not None}
    faults = [
        Fault("E046", "a version's folder of which the inventory does not know", name)
        for name in sorted(names - inventory.versions.keys())
        if inventory.complete
    ]
    faults += [
        Fault("E010", f"the folder of {name} is missing", name) for name in inventory.versions if name not in names
    ]
    versions, more = read_versions(folder, names, inventory, data, shape)
    faults += more
    own = [one.inventory for one in versions if one.inventory is not None]
    faults += aging(own if own and own[-1] is inventory else [*own, inventory])
    earlier = [one for one in own if one is not inventory]
    for one in earlier:
        faults += disagreements(one, inventory)
    inventories = [inventory, *reversed(earlier)]
    folders = frozenset(one.content for one in inventories)
    files, more = folder_faults(folder, versions, inventory, folders)
    faults += more
    faults += misplaced(inventories, folders)
    faults += unlisted(inventories, files)
    every = {path for paths in files.values() for path in paths}
    hashed, more = held_to(folder, claims_of(inventories, folders), every, inventory.algorithm, step)
    return hashed, [*faults, *more]
