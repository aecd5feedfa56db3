"""Judging the folders of an object's versions: the inventory in each, and what else stands there.

Source: OCFL 1.1, sections 3.3 and 3.7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.ocfl.disk import Kind, look, not_plain, walk, why
from pcp_reports.archive.ocfl.inventory import SPECIFICATIONS, shaped
from pcp_reports.archive.ocfl.judged import Fault
from pcp_reports.archive.ocfl.sidecars import INVENTORY, has_inventory, read_inventory, sidecar_faults, sidecars
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from pcp_reports.archive.ocfl.disk import Entry
    from pcp_reports.archive.ocfl.inventory import Inventory


@dataclass(frozen=True, slots=True)
class VersionFolder:
    """A version's folder: its name, what stands in it, and its inventory; that of the object where the two are the same."""

    name: str
    entries: tuple[Entry, ...]
    inventory: Inventory | None


def read_versions(
    folder: Path, names: Collection[str], inventory: Inventory, data: bytes, known: Iterable[Fault]
) -> tuple[list[VersionFolder], list[Fault]]:
    """Return the versions' folders in order, and the faults of the inventories in them.

    ``data`` are the bytes of the object's inventory, ``known`` its faults: they are not said again of each version.
    """
    said = {(fault.code, fault.about) for fault in known}
    made: list[VersionFolder] = []
    faults: list[Fault] = []
    last = list(inventory.versions)[-1:] if inventory.complete else []
    for name in inventory.versions:
        if name not in names:
            continue
        try:
            entries = tuple(look(folder / name))
        except OSError as error:
            faults.append(
                Fault(
                    "E092",
                    f"the folder cannot be looked into {why(error)}, so its files cannot be held to their digests",
                    name,
                )
            )
            continue
        own, more = _inventory(folder / name, name, entries, inventory, data, latest=[name] == last)
        made.append(VersionFolder(name, entries, own))
        faults += [fault for fault in more if (fault.code, fault.about) not in said]
    return made, faults


def _inventory(
    folder: Path, name: str, entries: tuple[Entry, ...], inventory: Inventory, data: bytes, *, latest: bool
) -> tuple[Inventory | None, list[Fault]]:
    where = f"{name}/{INVENTORY}"
    if not has_inventory(entries):
        return None, [Fault("W010", "the version has no inventory of its own", name)]
    here = read_inventory(folder, where)
    if isinstance(here, Fault):
        return None, [here]
    if here == data and latest:
        return inventory, list(sidecar_faults(folder, entries, here, inventory.algorithm, f"{name}/"))
    faults: list[Fault] = []
    if latest:
        faults.append(Fault("E064", "the inventory of the latest version is not the same as the object's", where))
    own, shape = shaped(here, where, inventory.spec or SPECIFICATIONS[-1], inventory)
    faults += shape
    algorithm = own.algorithm if own else None
    faults += sidecar_faults(folder, entries, here, algorithm, f"{name}/")
    if own is not None and own.head is not None and own.head != name:
        faults.append(Fault("E040", f"the “head” of the inventory is {own.head}, and not {name}", where))
    return own, faults


def folder_faults(
    folder: Path, versions: Iterable[VersionFolder], inventory: Inventory, folders: Collection[str]
) -> tuple[dict[str, tuple[str, ...]], list[Fault]]:
    """Return the files in the content folders by version, and the faults of the versions' folders."""
    files: dict[str, tuple[str, ...]] = {}
    faults: list[Fault] = []
    listed = {tuple(path.split("/")[:2]) for paths in (inventory.manifest or {}).values() for path in paths}
    for one in versions:
        algorithm = one.inventory.algorithm if one.inventory else inventory.algorithm
        belonging = {INVENTORY, *sidecars(one.entries, algorithm)}
        content = [entry for entry in one.entries if entry.name in folders and entry.kind is Kind.FOLDER]
        for entry in one.entries:
            path = f"{one.name}/{entry.name}"
            fault = not_plain(entry.kind, path)
            if fault is not None:
                faults.append(fault)
            elif entry.kind is Kind.FILE and entry.name not in belonging:
                faults.append(Fault("E015", "a file that does not belong in a version's folder", path))
            elif entry.kind is Kind.FOLDER and entry not in content:
                faults.append(Fault("W002", "a folder beside the content folder, of which nothing is known", path))
        here: list[str] = []
        for entry in content:
            path = f"{one.name}/{entry.name}"
            tree = walk(folder / one.name / entry.name, path)
            here += tree.files
            faults += tree.faults
            if not tree.files and not tree.faults:
                faults.append(Fault("W003", "a content folder without a file", path))
        if not content and any((one.name, name) in listed for name in folders):
            faults.append(Fault("E016", "the version has files, but no content folder", one.name))
        files[one.name] = tuple(here)
    return files, faults
