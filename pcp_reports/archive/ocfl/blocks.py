"""Judging what an inventory says of one version: when, why, by whom, and which files it holds.

Source: OCFL 1.1, section 3.5.3.1.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pcp_reports.archive.ocfl.judged import Fault
from pcp_reports.archive.ocfl.paths import logical_faults, twice
from pcp_reports.archive.ocfl.strict import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = ("created", "state", "message", "user")
_CREATED = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt]((?:[01]\d|2[0-3]):[0-5]\d):([0-6]\d)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)",
    re.ASCII,
)
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+", re.ASCII)
_LEAP_SECOND = 60


def is_uri(text: str) -> bool:
    """Return whether text has the form of a URI: a scheme, a colon, and more without blanks."""
    return _URI.fullmatch(text) is not None


def block_faults(block: Block, name: str, where: str) -> Iterator[Fault]:
    """Yield the faults of what an inventory says of the version ``name``; ``where`` is the inventory's path."""
    yield from keys(block, KEYS, f"{name} in the inventory", where)
    for key in ("created", "state"):
        if key not in block:
            yield Fault("E048", f"{name} has no “{key}”", where)
    if "created" in block and not is_moment(block["created"]):
        yield Fault("E049", f"{name} has no sound date and time with its zone as “created”", where)
    yield from _state(block, name, where)
    if "message" in block and not isinstance(block["message"], str):
        yield Fault("E094", f"the message of {name} is not text", where)
    if "message" not in block or "user" not in block:
        yield Fault("W007", f"{name} does not say by whom, or why, it was made", where)
    if "user" in block:
        yield from _user(block["user"], name, where)


def keys(block: Block, known: tuple[str, ...], what: str, where: str) -> Iterator[Fault]:
    """Yield the faults of a JSON object's keys: those unknown to the standard, and those that stand twice."""
    for key in block:
        if key not in known:
            yield Fault("E102", f"{what} has “{key}”, which the standard does not know", where)
    for key in block.repeated:
        yield Fault("E033", f"{what} has “{key}” more than once", where)


def is_moment(value: object) -> bool:
    """Return whether a value is a date and time to the second, with its zone, as RFC 3339 writes them."""
    found = _CREATED.fullmatch(value) if isinstance(value, str) else None
    if found is None or int(found[3]) > _LEAP_SECOND:
        return False
    try:
        datetime.fromisoformat(f"{found[1]}T{found[2]}:00+00:00")
    except ValueError:
        return False
    return True


def _state(block: Block, name: str, where: str) -> Iterator[Fault]:
    state = block.get("state", Block([]))
    if not isinstance(state, Block):
        yield Fault("E050", f"the files of {name} are not given as digests and paths", where)
        return
    for digest in state.repeated:
        yield Fault("E033", f"the files of {name} have the digest “{digest}” more than once", where)
    paths: list[str] = []
    for digest, named in state.items():
        if not is_list_of_text(named):
            yield Fault("E051", f"the digest “{digest}” of {name} does not lead to a list of paths", where)
            continue
        for path in named:
            for code, clause in logical_faults(path):
                yield Fault(code, f"{name}: {clause}", where)
        paths += named
    for clause in twice(paths):
        yield Fault("E095", f"{name}: {clause}", where)


def _user(user: object, name: str, where: str) -> Iterator[Fault]:
    if not isinstance(user, Block) or not isinstance(user.get("name"), str) or not user["name"]:
        yield Fault("E054", f"{name} does not name the person who made it", where)
        return
    yield from keys(user, ("name", "address"), f"the user of {name}", where)
    if "address" not in user:
        yield Fault("W008", f"{name} gives no address of the person who made it", where)
    elif not isinstance(user["address"], str):
        yield Fault("E054", f"the address of the person who made {name} is not text", where)
    elif not is_uri(user["address"]):
        yield Fault("W009", f"the address in {name} is no e-mail or web address (mailto:… or https:…)", where)


def is_list_of_text(value: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Return whether a value is a list that holds text alone."""
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
