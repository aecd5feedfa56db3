"""How like two Word files are: the same bytes, the same content in another wrapper, or where their words part."""

from __future__ import annotations

from difflib import SequenceMatcher
from enum import Enum
from itertools import zip_longest
from typing import TYPE_CHECKING

from pcp_reports.archive.wrapping import compare, kept
from pcp_reports.findings import Finding
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AROUND = 5
"""Words that are shown before and after those that differ."""
_LONGEST = 40  # words shown of one difference


class Same(Enum):
    """In what sense two Word files are the same."""

    BYTES = "identical"
    PARTS = "same content, other compression"
    WRAPPER = "same content, other wrapper"
    NOTHING = "not the same"


@dataclass(frozen=True, slots=True)
class Parting:
    """One paragraph that is not the same in two files: where it stands, and its words in each; ``""`` where it is missing."""

    where: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """What holding two Word files together shows: ``said`` is a clause on what differs, ``partings`` the paragraphs that do.

    ``partings`` is None where paragraphs were not compared.
    """

    same: Same
    said: str = ""
    partings: tuple[Parting, ...] | None = None


def likeness(before: bytes, after: bytes, held: object = None) -> Likeness:
    """Return how like a Word file is to another.

    ``held`` is what was kept of the older one's parts, where a drive packed it anew since, or what the newer one is
    made from: it is held to that then, so that nothing which the drive wrote is taken for a difference.
    """
    from pcp_reports.word.package import read_parts  # noqa: PLC0415 - Word is slow to load

    if before == after:
        return Likeness(Same.BYTES)
    old, new = read_parts(before, ""), read_parts(after, "")
    if isinstance(old, Finding):
        return Likeness(Same.NOTHING, f"the archived one cannot be read: {old.message.rstrip('.')}")
    if isinstance(new, Finding):
        return Likeness(Same.NOTHING, f"the new one cannot be read: {new.message.rstrip('.')}")
    if old == new:
        return Likeness(Same.PARTS)
    wrapping = compare(held, after) if held is not None else None
    if wrapping is not None and wrapping.alone:
        return Likeness(Same.WRAPPER)
    if wrapping is not None:
        return Likeness(Same.NOTHING, wrapping.said, tuple(_partings(_lines(old), _lines(new))))
    wrapping = compare(kept(after), before)  # SharePoint wraps what it is given, and that is the older one
    if wrapping is not None and wrapping.alone:
        return Likeness(Same.WRAPPER, wrapping.said)
    wrapping = compare(kept(before), after)
    said = wrapping.said if wrapping is not None else "its parts are not the same"
    return Likeness(Same.NOTHING, said, tuple(_partings(_lines(old), _lines(new))))


Line = tuple[str, str]
"""Where a paragraph stands, and its words."""


def _lines(parts: dict[str, bytes]) -> list[Line]:
    from pcp_reports.word.paper_lines import paper_lines  # noqa: PLC0415 - Word is slow to load

    number = 0
    made = []
    for seen in paper_lines(parts)[1]:
        number += seen.is_number
        where = f"Paragraph {number}" if number else "Before the first numbered paragraph"
        made.append((where, " ".join(seen.text.split())))
    return made


def _partings(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Parting]:
    matcher = SequenceMatcher(None, [words for _, words in old], [words for _, words in new], autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            continue
        for one, other in zip_longest(old[first:last], new[start:end], fillvalue=None):
            where = one or other
            if where is not None:
                yield Parting(where[0], *_around(one[1] if one else "", other[1] if other else ""))


def _around(before: str, after: str) -> tuple[str, str]:
    """Return two texts without what is the same at their beginnings and ends, but for a few words."""
    old, new = before.split(), after.split()
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    end = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    first, last = max(0, start - AROUND), max(0, end - AROUND)
    return _cut(old, first, len(old) - last), _cut(new, first, len(new) - last)


def _cut(words: list[str], first: int, last: int) -> str:
    shown = words[first : min(last, first + _LONGEST)]
    before = "…" if first and shown else ""
    after = "…" if shown and first + len(shown) < len(words) else ""
    return f"{before}{' '.join(shown)}{after}"
