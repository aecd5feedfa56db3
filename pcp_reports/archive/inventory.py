"""The inventory of an OCFL object as a value: what each version holds, and where the bytes of it lie.

Source: OCFL 1.1, section 3.5. The full judge of an inventory is `ocfl`; this reader takes what this tool itself writes.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from pcp_reports.archive.layout import ALGORITHM, CONTENT
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TYPE = "https://ocfl.io/1.1/spec/#inventory"
STATUSES = ("draft", "final", "sent", "published", "corrected")
PUBLIC = ("published", "corrected")
"""The statuses of a version that the public has seen."""


_WITHIN = re.compile(r"(?!\.\.?(?:/|$))[^/\\:\0]+(?:/(?!\.\.?(?:/|$))[^/\\:\0]+)*")
_json = json.encoder.encode_basestring


class InventoryError(ValueError):
    """What was read is no inventory that this tool writes; the message is a clause in plain words."""


@dataclass(frozen=True, slots=True)
class VersionBlock:
    """What an inventory says of one version. ``state`` leads from the true path of each file to its digest."""

    created: str
    message: str
    user: str
    address: str
    state: Mapping[str, str]

    @property
    def status(self) -> str:
        """Return the status that the message begins with; ``""`` for a message that is not ours."""
        status, colon, _ = self.message.partition(": ")
        return status if colon and status in STATUSES else ""

    @property
    def reason(self) -> str:
        """Return the reason given, or the whole message where it is not ours."""
        return self.message.partition(": ")[2] if self.status else self.message


@dataclass(frozen=True, slots=True)
class Inventory:
    """An object's inventory. ``manifest`` leads from each digest to the paths, within the object, of files that have it."""

    id: str
    manifest: Mapping[str, tuple[str, ...]]
    versions: tuple[VersionBlock, ...]

    @property
    def head(self) -> int:
        """Return the number of the latest version; 0 for an object without one."""
        return len(self.versions)

    def content_path(self, version: int, logical: str) -> str:
        """Return where, within the object, the bytes of a version's file lie: in the version's own folder if possible.

        Raises KeyError for a file that the version does not hold.
        """
        paths = self.manifest[self.versions[version - 1].state[logical]]
        own = f"v{version}/"
        exact = f"{own}{CONTENT}/{logical}"
        return exact if exact in paths else next((path for path in paths if path.startswith(own)), paths[0])


def dump(inventory: Inventory) -> bytes:
    """Return an inventory as the bytes of inventory.json, a line for each file that it names."""
    # The standard encoder takes ten times as long once it is to indent, and the inventory is all that grows.
    manifest = [f"  {_json(digest)}: {_list(sorted(paths))}" for digest, paths in sorted(inventory.manifest.items())]
    versions = [_version_lines(number, block) for number, block in enumerate(inventory.versions, 1)]
    lines = [
        "{",
        f' "id": {_json(inventory.id)},',
        f' "type": {_json(TYPE)},',
        f' "digestAlgorithm": {_json(ALGORITHM)},',
        f' "head": "v{inventory.head}",',
        f' "contentDirectory": {_json(CONTENT)},',
        ' "manifest": {',
        ",\n".join(manifest),
        " },",
        ' "versions": {',
        ",\n".join(versions),
        " }",
        "}",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def _version_lines(number: int, block: VersionBlock) -> str:
    address = f', "address": {_json(block.address)}' if block.address else ""
    state = [f"    {_json(digest)}: {_list(paths)}" for digest, paths in _by_digest(block.state).items()]
    lines = [
        f'  "v{number}": {{',
        f'   "created": {_json(block.created)},',
        f'   "message": {_json(block.message)},',
        f'   "user": {{"name": {_json(block.user)}{address}}},',
        '   "state": {',
        ",\n".join(state),
        "   }",
        "  }",
    ]
    return "\n".join(lines)


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(map(_json, words))}]"


def read(data: bytes) -> Inventory:
    """Return the inventory that bytes hold. Raises InventoryError for anything but an inventory as `dump` makes it."""
    held = strict_json(data)
    if not isinstance(held, dict):
        raise InventoryError("it does not hold what an inventory holds")
    try:
        blocks = held["versions"]
        count = len(blocks)
        names = [f"v{number}" for number in range(1, count + 1)]
        if held["head"] != f"v{count}" or list(blocks) != names:
            raise InventoryError("its versions are not in order, or its head is not the last of them")
        if held["digestAlgorithm"] != ALGORITHM or held.get("contentDirectory") != CONTENT:
            raise InventoryError("it was not written by this tool")
        manifest = {_text(digest): tuple(map(_text, paths)) for digest, paths in held["manifest"].items()}
        versions = tuple(_block(blocks[name]) for name in names)
        identifier = _text(held["id"])
    except (KeyError, TypeError, AttributeError) as error:
        raise InventoryError("it does not hold what an inventory holds") from error
    if not all(_is_within(path) for paths in manifest.values() for path in paths):
        raise InventoryError("it names a file that would lie outside the paper's own folder")
    for block in versions:
        if not all(digest in manifest for digest in block.state.values()):
            raise InventoryError("it names a file and does not say where that file lies")
    return Inventory(identifier, manifest, versions)


def strict_json(data: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what JSON in UTF-8 holds. Raises InventoryError where it is not sound, or a key stands twice."""
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        if isinstance(error, InventoryError):
            raise
        raise InventoryError("it cannot be read: it is empty, cut short or garbled") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise InventoryError("it says one thing twice (a key stands in it more than once)")
    return made


def _no_constant(name: str) -> None:
    raise InventoryError(f"it holds {name}, which is no JSON")


def _block(held: Mapping[str, Any]) -> VersionBlock:
    user = held.get("user", {})
    state = {_text(path): _text(digest) for digest, paths in held["state"].items() for path in paths}
    return VersionBlock(
        _text(held["created"]),
        _text(held.get("message", "")),
        _text(user.get("name", "")),
        _text(user.get("address", "")),
        state,
    )


def _by_digest(state: Mapping[str, str]) -> dict[str, list[str]]:
    made: dict[str, list[str]] = {}
    for path, digest in sorted(state.items()):
        made.setdefault(digest, []).append(path)
    return dict(sorted(made.items()))


def _is_within(path: str) -> bool:
    """Return whether a content path stays within its object on every system, and names no drive."""
    return _WITHIN.fullmatch(path) is not None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise InventoryError("it holds something else where words belong")
    return value
