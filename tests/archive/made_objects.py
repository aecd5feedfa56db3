"""A good OCFL object and a good storage root, made anew in a folder, and ways to change them and seal the change."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INVENTORY = "inventory.json"
FILES = {
    "v1/content/letter.txt": b"Dear Panel\n",
    "v1/content/annex/totals.csv": b"10,000\n",
    "v2/content/letter.txt": b"Dear Panel, again\n",
    "v3/content/annex/totals.csv": b"11,000\n",
}
STATES = (
    {"letter.txt": "v1/content/letter.txt", "annex/totals.csv": "v1/content/annex/totals.csv"},
    {"letter.txt": "v2/content/letter.txt", "annex/totals.csv": "v1/content/annex/totals.csv"},
    {"letter.txt": "v2/content/letter.txt", "annex/totals.csv": "v3/content/annex/totals.csv"},
)
LATEST = ("", "v3")
"""The two folders whose inventory is the latest."""


def good_object(folder: Path, *, spec: str = "1.1", algorithm: str = "sha512", name: str = "one") -> Path:
    """Make an object of three versions, with a log and a registered extension; return its folder."""
    digests = {path: hashlib.new(algorithm, data).hexdigest() for path, data in FILES.items()}
    for path, data in FILES.items():
        place(folder, path, data)
    place(folder, f"0=ocfl_object_{spec}", f"ocfl_object_{spec}\n".encode())
    place(folder, "logs/2024.txt", b"looked at\n")
    place(folder, "extensions/0009-digest-algorithms/config.json", b"{}")
    versions: dict[str, Any] = {}
    for number, state in enumerate(STATES, 1):
        versions[f"v{number}"] = {
            "created": f"2024-01-0{number}T09:30:00+00:00",
            "message": "draft: first words",
            "user": {"name": "Ann Thorne", "address": "mailto:ann.thorne@example.gov.uk"},
            "state": {digests[path]: [logical] for logical, path in state.items()},
        }
        there = [path for path in FILES if int(path[1]) <= number]
        inventory = {
            "id": f"urn:example:{name}",
            "type": f"https://ocfl.io/{spec}/spec/#inventory",
            "digestAlgorithm": algorithm,
            "head": f"v{number}",
            "manifest": {digests[path]: [path] for path in there},
            "fixity": {"md5": {hashlib.md5(FILES[path]).hexdigest(): [path] for path in there}},  # noqa: S324 - OCFL knows it
            "versions": dict(versions),
        }
        put(folder, inventory, f"v{number}", algorithm=algorithm)
    put(folder, inventory, algorithm=algorithm)
    return folder


def good_root(folder: Path, *, spec: str = "1.1") -> Path:
    """Make a storage root with two objects two folders down, and a file for people beside its declaration."""
    place(folder, f"0=ocfl_{spec}", f"ocfl_{spec}\n".encode())
    place(folder, "READ ME FIRST.txt", b"For the archivist\n")
    good_object(folder / "2023" / "one", spec="1.0")
    good_object(folder / "2024" / "two", spec=spec, name="two")
    return folder


def place(folder: Path, path: str, data: bytes) -> None:
    """Write a file, and the folders that it needs."""
    target = folder.joinpath(*path.split("/"))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def inventory_of(folder: Path, version: str = "") -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return the inventory of a version, or of the object itself."""
    return json.loads((folder / version / INVENTORY).read_bytes())


def put(folder: Path, inventory: object, *versions: str, algorithm: str = "sha512") -> None:
    """Write an inventory, or bytes in its place, into a version's folder, with the right digest beside it."""
    data = inventory if isinstance(inventory, bytes) else json.dumps(inventory, ensure_ascii=False, indent=1).encode()
    for version in versions or ("",):
        place(folder / version, INVENTORY, data)
        line = f"{hashlib.new(algorithm, data).hexdigest()} {INVENTORY}\n".encode()
        place(folder / version, f"{INVENTORY}.{algorithm}", line)


def changed(change: Callable[[Any], object], *versions: str) -> Callable[[Path], None]:
    """Return what makes a change to inventories (the latest, if none are named) and seals it with the right digests."""

    def make(folder: Path) -> None:
        for version in versions or LATEST:
            data = inventory_of(folder, version)
            change(data)
            put(folder, data, version)

    return make


def digest(path: str, algorithm: str = "sha512") -> str:
    """Return the digest of a file of the good object."""
    return hashlib.new(algorithm, FILES[path]).hexdigest()
