"""What was changed in how words are set, while the words are as they were: signs, bullets and numbers, line breaks, tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.comparing.entries.change import Kind
from pcp_reports.comparing.entries.fields import as_grant, grant_keys
from pcp_reports.comparing.pairs.matching import words_of
from pcp_reports.comparing.words.alike import nearly
from pcp_reports.document import BlockKind
from pcp_reports.passage import AROUND, Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.comparing.entries.stories import Stories
    from pcp_reports.comparing.pairs.units import Unit
    from pcp_reports.passage import Passage

_NUMBERED = "a numbered paragraph"
_OWN_NUMBER = (
    "The first paragraph of an entry has the number. If this one shall have its own, cut it out of the entry, and put it into "
    "paper.yaml as an item of the section: - text: …"
)
BREAK = "an entry has no line breaks within a paragraph: there it is a blank"
NO_BREAK = "Press Enter there in Word for a paragraph of its own, or take the break out; then compare again."


@dataclass(frozen=True, slots=True)
class SetOtherwise:
    """One change in how words are set: what it is, why no entry is edited, and what to do."""

    kind: Kind
    why: str
    hint: str = ""


INTO_A_TABLE = SetOtherwise(
    Kind.LAYOUT,
    "how grants are set is the template's affair",
    "The grant lines were made into a table. Let the template print a table instead.",
)


def set_otherwise(unit: Unit, passage: Passage) -> Iterator[SetOtherwise]:
    """Yield how a passage is set otherwise than the block it came from was."""
    if (
        words_of(unit.passage) == words_of(passage)
        and passage.sort not in AROUND
        and _signs_of(unit) != _signs_of(passage)
    ):
        yield SetOtherwise(Kind.TYPOGRAPHIC, "only the signs differ that Word sets by itself")
    was, now = _set_as(unit.passage), _set_as(passage)
    if unit.block is not None and was and now not in ("", was):
        hint = f"It was {was} and is {now} now."
        if now == _NUMBERED:
            hint += f" {_OWN_NUMBER}"
        yield SetOtherwise(Kind.LAYOUT, "numbers and bullets come from the entry and the template, not from Word", hint)


def is_row_of_grants(unit: Unit, passage: Passage) -> bool:
    """Return whether a grant line became a row of a table."""
    return unit.block is not None and unit.block.kind is BlockKind.GRANT and passage.sort is Sort.ROW


def is_same_grant(stories: Stories, unit: Unit, passage: Passage) -> bool:
    """Return whether the row of a table says of a grant what its line said, and nothing else."""
    found = grant_keys(stories, unit.block) if unit.block is not None else None
    new = as_grant(found[1], passage) if found is not None else None
    return found is not None and new is not None and nearly(new.line, found[1].line)


def broken(units: Sequence[Unit], passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages with line breaks in them, if there are more of these than were printed."""
    printed = sum(unit.text.count("\n") for unit in units)
    found = [one for one in passages if "\n" in one.text and one.sort not in (Sort.ROW, *AROUND)]
    return found if sum(one.text.count("\n") for one in found) > printed else []


def _signs_of(one: Unit | Passage) -> str:
    """Return words with their signs; a line break within them, and the blanks beside it, are told apart."""
    return " ".join(re.split(r"[ ]*\n[ ]*", one.text.strip()))


def _set_as(passage: Passage) -> str:
    """Return what a passage is set as, of what may become another; nothing for what stands apart."""
    if passage.sort is Sort.TEXT:
        return "a paragraph"
    if passage.sort is not Sort.ITEM:
        return ""
    return _NUMBERED if passage.numbered else "a bullet"
