"""A typed text with places of it retyped, and the proof of what it then prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.prose import Words, read_prose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Splice(NamedTuple):
    """Characters ``start`` to ``end`` of a typed text become ``new``."""

    start: int
    end: int
    new: str


class Piece(NamedTuple):
    """A paragraph or bullet as it shall be printed."""

    kind: str  # "paragraph", "bullet" or "sub-bullet"
    text: str


def between_blocks(before: str, kind: str) -> str:
    """Return what is typed between a block and the next one, of the given kinds."""
    lead = {"bullet": "- ", "sub-bullet": "  - "}.get(kind, "")
    return ("\n" if lead and before != "paragraph" else "\n\n") + lead


def spliced(text: str, splices: Sequence[Splice]) -> str | None:
    """Return a text with all its splices done, or None where two of them overlap. What is put in at one place stands in order."""
    done = text
    after = len(text)
    for _, one in sorted(enumerate(splices), key=lambda row: (row[1].start, row[1].end, row[0]), reverse=True):
        if one.end > after:
            return None
        done = done[: one.start] + one.new + done[one.end :]
        after = one.start
    return done


def says(text: str, expected: Sequence[Piece | str], words: Mapping[str, str]) -> bool:
    """Return whether a typed text prints what is expected: pieces, and the names of slots.

    ``words`` are what the placeholders put in, by what is typed between their braces.
    """
    blocks = read_prose(text).blocks
    if len(blocks) != len(expected):
        return False
    for block, wanted in zip(blocks, expected, strict=True):
        if isinstance(wanted, str):
            if block.slot != wanted:
                return False
            continue
        said = "".join(
            part.text if isinstance(part, Words) else words.get(part.expression, part.as_typed().text)
            for part in block.parts
        )
        if block.kind != wanted.kind or " ".join(said.split()) != " ".join(wanted.text.split()):
            return False
    return True
