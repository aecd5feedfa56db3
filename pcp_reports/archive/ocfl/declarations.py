"""Judging the file that declares what a folder is, and by which version of the standard: ``0=ocfl_object_1.1``.

Source: OCFL 1.1, sections 3.2 and 4.2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.archive.ocfl.disk import Kind, read_plain, why
from pcp_reports.archive.ocfl.inventory import SPECIFICATIONS
from pcp_reports.archive.ocfl.judged import Fault
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pcp_reports.archive.ocfl.disk import Entry

_MOST = 1024
"""Bytes of a declaration that are read at most; the longest right one has 16."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How one kind of folder is declared: the word after ``0=``, and the codes for what may be wrong with it."""

    what: str
    word: str
    candidate: re.Pattern[str]
    none: str
    several: str
    form: str
    zero: str
    value: str
    content: str


OBJECT = Manner(
    "object", "ocfl_object_", re.compile(r"[^=]*=ocfl_object.*"), "E003", "E003", "E004", "E005", "E006", "E007"
)
ROOT = Manner(
    "storage root", "ocfl_", re.compile(r"[^=]*=ocfl(?!_object).*"), "E069", "E076", "E077", "E078", "E079", "E080"
)


@dataclass(frozen=True, slots=True)
class Declared:
    """What was found: the version of the standard, None where none is declared; the files that declare, and faults."""

    spec: str | None
    names: frozenset[str]
    faults: tuple[Fault, ...]


def candidates(entries: Iterable[Entry], manner: Manner) -> list[str]:
    """Return the names of the files that declare, or were meant to declare, a folder of a kind."""
    return [one.name for one in entries if one.kind is Kind.FILE and manner.candidate.fullmatch(one.name)]


def declared(folder: Path, entries: Iterable[Entry], manner: Manner) -> Declared:
    """Return what a folder is declared to be, with the faults of its declaration."""
    names = candidates(entries, manner)
    right = {f"0={manner.word}{spec}": spec for spec in SPECIFICATIONS}
    sound = [name for name in names if name in right]
    if not names:
        word = f"0={manner.word}{SPECIFICATIONS[-1]}"
        fault = Fault(manner.none, f"the file that declares it an OCFL {manner.what} (“{word}”) is missing")
        return Declared(None, frozenset(), (fault,))
    if len(names) > 1:
        fault = Fault(manner.several, f"more than one file declares it an OCFL {manner.what}")
        newest = max((right[name] for name in sound), key=SPECIFICATIONS.index, default=None)
        return Declared(newest, frozenset(names), (fault,))
    (name,) = names
    if not sound:
        return Declared(None, frozenset(names), (_misnamed(name, manner),))
    fault_or_none = _content(folder / name, name, manner)
    return Declared(right[name], frozenset(names), (fault_or_none,) if fault_or_none else ())


def _misnamed(name: str, manner: Manner) -> Fault:
    kind, _, value = name.partition("=")
    if kind != "0":
        return Fault(manner.zero, "the name of the declaration does not begin with “0=”", name)
    if re.fullmatch(re.escape(manner.word) + r"[0-9]+\.[0-9]+", value, re.ASCII):
        return Fault(manner.value, "the declaration names a version of the standard other than 1.0 and 1.1", name)
    return Fault(manner.form, f"the declaration is not named “0={manner.word}” and a version of the standard", name)


def _content(path: Path, name: str, manner: Manner) -> Fault | None:
    try:
        data = read_plain(path, _MOST)
    except OSError as error:
        return Fault(manner.content, f"the declaration cannot be read {why(error)}", name)
    if data != name.partition("=")[2].encode() + b"\n":
        return Fault(
            manner.content, "the declaration does not hold its own name after “0=” and the end of a line", name
        )
    return None
