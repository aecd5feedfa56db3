"""One event of the ledger, as a value and as the bytes of its file."""

from __future__ import annotations

import json
import re

from pcp_reports.archive.inventory import InventoryError, strict_json
from pcp_reports.editing import digest as sha256
from pcp_reports.records import dataclass

MOST_EVENT = 1_000_000
"""Bytes of an event that are read at most."""
EVENT_NAME = re.compile(r"([0-9]{6,9}) (.+) v([1-9][0-9]{0,5})\.json")
_text = json.encoder.encode_basestring
_HEX = re.compile(r"[0-9a-f]+")
_SHA256, _SHA512 = 64, 128
_TEXT: tuple[type, ...] = (str,)
_FIELDS: dict[str, tuple[type, ...]] = {
    "number": (int,),
    "paper": _TEXT,
    "object": _TEXT,
    "version": (int,),
    "status": _TEXT,
    "reason": _TEXT,
    "by": _TEXT,
    "created": _TEXT,
    "inventory": _TEXT,
    "previous": (str, type(None)),
}
"""What an event's file holds, and of which kinds."""


@dataclass(frozen=True, slots=True)
class Event:
    """One version of one paper that was archived.

    ``object`` is the object's folder within the archive; ``inventory`` the SHA-512 of that version's inventory.json;
    ``previous`` the SHA-256 of the event before, None in the first; ``digest`` the SHA-256 of this event's own bytes.
    """

    number: int
    paper: str
    object: str
    version: int
    status: str
    reason: str
    by: str
    created: str
    inventory: str
    previous: str | None
    digest: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """A file of the ledger that bears an event's name: its number, and its bytes, or why it cannot be opened."""

    number: int
    name: str
    data: bytes | None
    why: str = ""


def event_name(number: int, place: str, version: int) -> str:
    """Return the name of an event's file: ``000001 2023-10-03-panel-update v1.json``."""
    return f"{number:06} {place.rpartition('/')[2]} v{version}.json"


def dump(event: Event) -> bytes:
    """Return the bytes of an event's file; ``digest`` and ``name`` are no part of them."""
    # The standard encoder takes many times as long once it is to indent, and every event is held to this form when read.
    lines = [f' "{field}": {_json(getattr(event, field))}' for field in _FIELDS]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode("utf-8", "backslashreplace")


WRITTEN = (dump,)
"""The forms in which this release and those before it wrote events: the ledger of an office outlives the tool."""


def is_as_written(event: Event) -> bool:
    """Return whether an event's file is byte for byte what the tool makes of what it says."""
    return any(sha256(form(event)) == event.digest for form in WRITTEN)


def _json(value: str | int | None) -> str:
    return _text(value) if isinstance(value, str) else "null" if value is None else str(value)


def load(name: str, data: bytes) -> Event:
    """Return the event that a file's bytes hold. Raises InventoryError, with a clause, for anything but an event."""
    held = strict_json(data)
    if type(held) is not dict or held.keys() != _FIELDS.keys():
        raise InventoryError("it does not hold what an event holds")
    # The type itself: true is a number to Python, and to nobody else.
    if not all(type(held[field]) in kinds for field, kinds in _FIELDS.items()):
        raise InventoryError("it does not hold what an event holds")
    event = Event(**held, digest=sha256(data), name=name)
    previous = event.previous
    if event.number < 1 or event.version < 1 or not _hex(event.inventory, _SHA512):
        raise InventoryError("it does not hold what an event holds")
    if previous is not None and not _hex(previous, _SHA256):
        raise InventoryError("it does not hold what an event holds")
    return event


def _hex(value: str, length: int) -> bool:
    return len(value) == length and _HEX.fullmatch(value) is not None
