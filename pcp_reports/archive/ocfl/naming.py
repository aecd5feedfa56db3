"""The names of versions: v1, v2, v3 …, or all with as many digits: v001, v002, v003 ….

Source: OCFL 1.1, section 3.3.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.archive.ocfl.judged import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_NAME = re.compile(r"v0*([1-9][0-9]{0,17})", re.ASCII)
_BEGINNING = re.compile(r"v[0-9]", re.ASCII)


def number_of(name: str) -> int | None:
    """Return the number of a version by its name; None for what is no version's name."""
    found = _NAME.fullmatch(name)
    return int(found[1]) if found else None


def in_order(names: Collection[str]) -> list[str]:
    """Return the names that are versions' names, by number."""
    numbers = {name: number for name in names if (number := number_of(name)) is not None}
    return sorted(numbers, key=lambda name: (numbers[name], name))


def name_faults(names: Collection[str], where: str, *, strict: bool) -> Iterator[Fault]:
    """Yield the faults of the names of versions in an inventory; ``strict`` from version 1.1 of the standard on."""
    for name in names:
        if number_of(name) is None:
            counted = _BEGINNING.match(name) is not None
            code = ("E105" if counted else "E104") if strict else "E046"
            yield Fault(code, f"“{name}” is no name of a version (v1, v2 …)", where)
    ordered = in_order(names)
    if ordered:
        yield from _sequence(ordered, where)
        yield from _convention(ordered, where)


def _sequence(ordered: list[str], where: str) -> Iterator[Fault]:
    numbers = {name: number for name in ordered if (number := number_of(name)) is not None}
    if 1 not in numbers.values():
        yield Fault("E009", "the versions do not begin with the first", where)
    elif len(set(numbers.values())) < max(numbers.values()):
        yield Fault("E010", "there is a gap in the numbers of the versions", where)


def _convention(ordered: list[str], where: str) -> Iterator[Fault]:
    first = ordered[0]
    padded = first.startswith("v0")
    for name in ordered[1:]:
        if padded and not name.startswith("v0"):
            yield Fault("E011", f"the number of version “{name}” does not begin with 0, as the others' do", where)
            yield Fault("E013", f"version “{name}” is not named in the manner of “{first}”", where)
        elif padded != name.startswith("v0") or (padded and len(name) != len(first)):
            yield Fault("E012", f"version “{name}” is not named in the manner of “{first}”", where)
    if padded:
        yield Fault("W001", "the numbers of the versions are filled up with zeros", where)
