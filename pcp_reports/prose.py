"""Prose as officers type it: light Markdown and ``{{ placeholders }}``, read into blocks of literal words.

Paragraphs, ``- `` bullets with one level beneath them, ``**bold**``, ``*italic*`` and ``[label](https://…)`` are read;
everything else stands as it was typed, and is named as a fault where its writer probably meant more. Placeholders
are taken out first, so that what is put in for them is never read as Markdown.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from pcp_reports.prose_flow import Flow, LineOfText
from pcp_reports.prose_inline import find_links, parts_of, read_spans
from pcp_reports.prose_parts import Placeholder, ProseFault, Words, fault

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SLOTS", "Placeholder", "Prose", "ProseBlock", "ProseFault", "Words", "read_prose"]

SLOTS = ("lines", "figures")
"""What a paragraph of its own may give the place of: the grant lines of a round, the table of figures."""

_BULLET = re.compile(r"( *)(- +)(\S.*)")
_DEEPER = 2  # columns further in than the bullet above
_SUB = 2  # the deepest level
# Without one of these, nothing in a block can be mistaken for more than its words.
_SUSPECT = re.compile(r"[`<>&_|#+•▪◦‣·●○■\uf0b7\uf0a7]|\]\(|://|www\.|^[*(0-9–—=-]", re.IGNORECASE)
# Each as long as what it stands for, so that offsets hold. Only a line feed ends a line.
_LEVEL = str.maketrans(dict.fromkeys("\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))


class ProseBlock(NamedTuple):
    """A paragraph or bullet. ``offset`` is where it begins in the text, in characters, its hyphen included.

    A paragraph that is only ``{{ lines }}`` or ``{{ figures }}`` is a slot: it has no parts, and ``slot`` is the name.
    """

    kind: Literal["paragraph", "bullet", "sub-bullet", "slot"]
    parts: tuple[Words | Placeholder, ...]
    offset: int
    slot: str = ""

    @property
    def text(self) -> str:
        """Return the words without their looks, the placeholders as they were typed."""
        return "".join(part.text if isinstance(part, Words) else f"{{{{ {part.expression} }}}}" for part in self.parts)


class Prose(NamedTuple):
    """A whole text: its blocks in order, and its faults in order of place."""

    blocks: tuple[ProseBlock, ...]
    faults: tuple[ProseFault, ...]

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """Return every placeholder of the text, in order, slots left out."""
        return tuple(part for block in self.blocks for part in block.parts if isinstance(part, Placeholder))


class BlockLines(NamedTuple):
    """The lines of one block, and how deep it stands: 0 a paragraph, 1 a bullet, 2 and more beneath a bullet."""

    depth: int
    offset: int
    lines: list[LineOfText]
    beneath: bool = False  # a paragraph set in under a bullet


@lru_cache(maxsize=512)
def read_prose(text: str, *, plainly: bool = True) -> Prose:
    """Return the blocks and faults of the text. Nothing is raised, whatever the text is. Kept, as many checks read one text.

    Offsets count characters of ``text``. Lines end at a line feed, with or without a carriage return before it.
    With ``plainly`` False markdown-it-py reads even those asterisks that need no judge; the outcome is the same.
    """
    blocks: list[ProseBlock] = []
    faults: list[ProseFault] = []
    slots: frozenset[str] = frozenset()
    for lines in split_blocks(text, faults):
        if lines.depth > _SUB:
            faults.append(fault("deep-bullet", lines.offset))
        if lines.beneath:
            faults.append(fault("paragraph-under-bullet", lines.offset))
        parts = _read_words(lines, faults, plainly=plainly)
        block = _block(lines, parts)
        if block.slot in slots:
            faults.append(fault("slot-twice", block.offset, block.slot))
            continue
        slots |= {block.slot} - {""}
        blocks.append(_without_slots(block, faults))
    return Prose(tuple(blocks), tuple(sorted(faults, key=lambda found: found.offset)))


def _read_words(block: BlockLines, faults: list[ProseFault], *, plainly: bool) -> tuple[Words | Placeholder, ...]:
    """Return the parts of the block, and add its faults to those given."""
    flow, of_braces = Flow.of(block.lines)
    links = find_links(flow)
    spans, of_asterisks = read_spans(flow, links, plainly=plainly)
    faults += of_braces
    faults += of_asterisks
    if any(_SUSPECT.search(line.words) for line in block.lines):
        from pcp_reports.prose_slips import line_slips, word_slips  # noqa: PLC0415 - most blocks hold none

        faults += line_slips(block.lines, is_bullet=block.depth > 0)
        faults += word_slips(flow, links)
    return parts_of(flow, spans)


def split_blocks(text: str, faults: list[ProseFault]) -> Iterator[BlockLines]:
    """Yield the blocks of the text as lines; a bullet without words is left out and named."""
    text = text.replace("\r\n", " \n").replace("\r", "\n").translate(_LEVEL)
    block: BlockLines | None = None
    indents: list[int] = []  # of the bullets that are open, one a level
    offset = 0
    for line in text.split("\n"):
        start, offset = offset, offset + len(line) + 1
        words = line.strip()
        bullet = _BULLET.fullmatch(line.rstrip())
        if bullet is None and words and words != "-" and block is not None:
            block.lines.append(LineOfText(words, start + line.index(words)))
            continue
        if block is not None:
            yield block
            block = None
        if words == "-":
            faults.append(fault("empty-bullet", start + line.index("-")))
        elif bullet is not None:
            indent = len(bullet[1])
            _open(indents, indent)
            block = BlockLines(len(indents), start + indent, [LineOfText(bullet[3], start + bullet.start(3))])
        elif words:
            at = start + line.index(words)
            block = BlockLines(0, at, [LineOfText(words, at)], beneath=bool(indents) and at - start >= _DEEPER)
            indents.clear()
    if block is not None:
        yield block


def _open(indents: list[int], indent: int) -> None:
    """Bring the open bullets to where a bullet with this indent stands, itself included."""
    while len(indents) > 1 and indent < indents[-1]:
        indents.pop()
    if not indents or indent >= indents[-1] + _DEEPER:
        indents.append(indent)
    else:
        indents[-1] = indent


def _block(lines: BlockLines, parts: tuple[Words | Placeholder, ...]) -> ProseBlock:
    if lines.depth:
        return ProseBlock("bullet" if lines.depth == 1 else "sub-bullet", parts, lines.offset)
    if len(parts) == 1 and isinstance(parts[0], Placeholder) and parts[0].expression in SLOTS and parts[0].is_plain:
        return ProseBlock("slot", (), lines.offset, parts[0].expression)
    return ProseBlock("paragraph", parts, lines.offset)


def _without_slots(block: ProseBlock, faults: list[ProseFault]) -> ProseBlock:
    """Return the block with each slot among other words left as it was typed, and named."""
    parts: list[Words | Placeholder] = []
    for part in block.parts:
        if isinstance(part, Placeholder) and part.expression in SLOTS:
            faults.append(fault("slot-place", part.offset, part.expression))
            parts.append(part.as_typed())
        else:
            parts.append(part)
    return block._replace(parts=tuple(parts))
