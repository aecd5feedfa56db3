"""Versions' folders that changed places: read as they were, so that it is told once and not of every file in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.archive.proving.laid import VERSION_FOLDER
from pcp_reports.findings import Finding, Place
from pcp_reports.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pcp_reports.archive.ledger.events import Event
    from pcp_reports.archive.proving.laid import Laid


def swapped(laid: Laid, events: Mapping[int, Event]) -> dict[int, int]:
    """Return which version lies in which version's folder, of those that changed places among themselves.

    Each is known by its own list of files, of which the ledger has the digest.
    """
    homes = {event.inventory: number for number, event in events.items()}
    found = {
        number: homes[one.digest]
        for number, one in laid.lists.items()
        if number and homes.get(one.digest, number) != number
    }
    while found.keys() != set(found.values()):  # whatever was copied over another is left to be told as that
        kept = {number: home for number, home in found.items() if home in found and number in found.values()}
        if kept.keys() == found.keys():
            return {}
        found = kept
    return found


def in_place(laid: Laid, places: Mapping[int, int]) -> Laid:
    """Return what lies in a paper's folder as if the versions lay in their own folders."""

    def called(path: str) -> str:
        match = VERSION_FOLDER.fullmatch(path.partition("/")[0])
        number = int(match[1]) if match is not None else 0
        return f"v{places[number]}{path[len(f'v{number}') :]}" if number in places else path

    def all_called(paths: Iterable[str]) -> frozenset[str]:
        return frozenset(map(called, paths))

    moved = {called(path): laid.spelt.get(path, path) for path in (*laid.files, *laid.folders, *laid.links)}
    return replace(
        laid,
        files={called(path): size for path, size in laid.files.items()},
        folders=all_called(laid.folders),
        empty=all_called(laid.empty),
        links=all_called(laid.links),
        unread={called(path): why for path, why in laid.unread.items()},
        lists={places.get(number, number): one for number, one in laid.lists.items()},
        spelt={path: true for path, true in moved.items() if path != true},
        ends=all_called(laid.ends),
    )


def told(laid: Laid, paper: str, places: Mapping[int, int]) -> Finding:
    """Return that versions' folders changed places."""
    names = listed([f"v{number}" for number in sorted(places)])
    words = f"{paper}: the folders {names} changed places: each holds what belongs in {'the other' if len(places) == 2 else 'another'}; nothing in them was changed by it."  # noqa: PLR2004 - two
    hint = "Give each its own name again: v1 is the one whose inventory.json ends with v1, and so on."
    return Finding("A305", words, Place(f"{laid.shown}/v{min(places)}"), hint)
