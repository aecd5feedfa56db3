"""Judging a storage root, and finding the objects under it.

Source: OCFL 1.1, section 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.ocfl.declarations import OBJECT, ROOT, candidates, declared
from pcp_reports.archive.ocfl.disk import Kind, look, not_plain, read_plain, why
from pcp_reports.archive.ocfl.extensions import FOLDER, REGISTERED, extension_faults
from pcp_reports.archive.ocfl.inventory import SPECIFICATIONS
from pcp_reports.archive.ocfl.judged import Fault, verdict
from pcp_reports.archive.ocfl.one_object import examine, judge_object, no_step
from pcp_reports.archive.ocfl.strict import Block, UnreadableError, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pcp_reports.archive.ocfl.disk import Entry
    from pcp_reports.archive.ocfl.judged import Judged

LAYOUT = "ocfl_layout.json"
_MOST_LAYOUT = 1024 * 1024


def judge_path(path: Path, step: Callable[[int], None] = no_step) -> tuple[Judged, ...]:
    """Return the verdict on an object; or that on a storage root itself, and then that on each object under it.

    What is neither is judged as an object that lacks its declaration. ``step`` as for `judge_object`.
    """
    try:
        entries = look(path)
    except OSError:
        entries = []
    if candidates(entries, ROOT) and not candidates(entries, OBJECT):
        return judge_storage_root(path, step)
    return (judge_object(path, step),)


def judge_storage_root(folder: Path, step: Callable[[int], None] = no_step) -> tuple[Judged, ...]:
    """Return the verdict on a storage root itself, then that on each object under it; ``step`` as for `judge_object`."""
    try:
        entries = look(folder)
    except OSError as error:
        return (verdict(folder, [Fault("E069", f"the folder cannot be looked into {why(error)}")], {}),)
    found = declared(folder, entries, ROOT)
    spec = found.spec or SPECIFICATIONS[-1]
    faults = [*found.faults, *_root_faults(folder, entries, spec)]
    places, more = _objects(folder, [one.name for one in entries if one.kind is Kind.FOLDER and one.name != FOLDER])
    faults += more
    judged: list[Judged] = []
    owners: dict[str, str] = {}
    for place in places:
        one = examine(folder.joinpath(*place.split("/")), step)
        judged.append(one.judged)
        if one.spec is not None and SPECIFICATIONS.index(one.spec) > SPECIFICATIONS.index(spec):
            faults.append(
                Fault("E081", f"the object is of version {one.spec} of the standard, the storage root of {spec}", place)
            )
        if one.identifier is not None and owners.setdefault(one.identifier, place) != place:
            about = f"the object has the same identifier, “{one.identifier}”, as that in {owners[one.identifier]}"
            faults.append(Fault("E083", about, place))
    if len({"/" in place for place in places}) > 1:
        faults.append(Fault("W015", "some objects lie in the storage root itself, and others in folders of it"))
    return (verdict(folder, faults, {}), *judged)


def _root_faults(folder: Path, entries: Iterable[Entry], spec: str) -> Iterator[Fault]:
    for one in entries:
        fault = not_plain(one.kind, one.name)
        if fault is not None:
            yield fault
        elif one.name == FOLDER and one.kind is Kind.FOLDER:
            stray = "E086" if spec == SPECIFICATIONS[0] else "E112"
            yield from extension_faults(folder / FOLDER, stray=stray, unregistered="W016")
        elif one.name == LAYOUT and one.kind is Kind.FILE:
            yield from _layout(folder / LAYOUT)


def _layout(path: Path) -> Iterator[Fault]:
    try:
        held = parse(read_plain(path, _MOST_LAYOUT))
    except OSError as error:
        yield Fault("E070", f"the description of the layout cannot be read {why(error)}", LAYOUT)
        return
    except UnreadableError as error:
        yield Fault("E070", f"the description of the layout cannot be read: {error}", LAYOUT)
        return
    if not isinstance(held, Block) or not {"extension", "description"} <= held.keys():
        yield Fault("E070", "the description of the layout lacks “extension” or “description”", LAYOUT)
    elif not isinstance(held["extension"], str) or held["extension"] not in REGISTERED:
        yield Fault("E071", "the layout is not that of a registered extension", LAYOUT)


def _objects(folder: Path, names: Iterable[str]) -> tuple[list[str], list[Fault]]:
    """Return the places of the objects under a storage root, and the faults of the folders that lead to them."""
    places: list[str] = []
    faults: list[Fault] = []
    waiting = list(names)
    while waiting:
        place = waiting.pop()
        try:
            entries = look(folder.joinpath(*place.split("/")))
        except OSError as error:
            faults.append(
                Fault(
                    "E085",
                    f"the folder cannot be looked into {why(error)}, so whether it ends in objects cannot be said",
                    place,
                )
            )
            continue
        if candidates(entries, OBJECT):
            places.append(place)
            continue
        waiting += [f"{place}/{one.name}" for one in entries if one.kind is Kind.FOLDER]
        faults += _between(place, entries)
    return sorted(places), faults


def _between(place: str, entries: list[Entry]) -> Iterator[Fault]:
    """Yield the faults of a folder between the storage root and its objects."""
    if not entries:
        yield Fault("E073", "an empty folder", place)
    elif not any(one.kind is Kind.FOLDER for one in entries):
        yield Fault("E085", "a folder that is no object and leads to none", place)
    for one in entries:
        path = f"{place}/{one.name}"
        fault = not_plain(one.kind, path)
        if fault is not None:
            yield fault
        elif one.kind is Kind.FILE and any(other.kind is Kind.FOLDER for other in entries):
            yield Fault("E084", "a file between the storage root and its objects, where only folders belong", path)
