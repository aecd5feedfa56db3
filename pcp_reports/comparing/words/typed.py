"""Where each printed character of a prose text was typed: the way back from words in Word to the words in an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.prose import Placeholder, read_prose, split_blocks
from pcp_reports.prose_flow import Flow
from pcp_reports.prose_inline import find_links, read_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.document import Run
    from pcp_reports.prose import ProseBlock
    from pcp_reports.prose_inline import Span


class Glyph(NamedTuple):
    """What one printed character, or all that a placeholder prints, was typed as: ``start`` to ``end`` of the text.

    ``piece`` numbers the stretches of a block that are set alike; ``plain`` where that is neither bold, italic nor a
    link. ``held``: a placeholder, which is whole or not there at all.
    """

    words: str
    start: int
    end: int
    piece: int
    plain: bool = True
    held: bool = False


class TypedBlock(NamedTuple):
    """A block of prose with its glyphs. ``start`` is that of its hyphen or first word, ``inside`` that of its words.

    ``end`` is the first character behind its last word. A slot has no glyphs.
    """

    kind: str
    start: int
    inside: int
    end: int
    glyphs: tuple[Glyph, ...]
    slot: str = ""

    @property
    def text(self) -> str:
        """Return the words as printed."""
        return "".join(glyph.words for glyph in self.glyphs)


def typed_blocks(text: str, printed: Sequence[Sequence[Run] | None]) -> tuple[TypedBlock, ...] | None:
    """Return the blocks of a prose text; ``printed`` holds for each its runs in the paper, None for one not printed.

    None where the two do not belong together, or the text has a slot twice.
    """
    blocks = read_prose(text).blocks
    typed = list(split_blocks(text, []))
    if len(blocks) != len(typed) or len(blocks) != len(printed):
        return None
    made = []
    for block, lines, runs in zip(blocks, typed, printed, strict=True):
        inside, end = lines.lines[0].offset, lines.lines[-1].offset + len(lines.lines[-1].words)
        if block.slot:
            made.append(TypedBlock(block.kind, block.offset, inside, end, (), block.slot))
            continue
        flow, _ = Flow.of(lines.lines)
        spans, _ = read_spans(flow, find_links(flow))
        words = _put_in(block, runs) if runs is not None else [""] * _held(block)
        if words is None:
            return None
        glyphs = tuple(_glyphs(text, flow, spans, iter(words)))
        if runs is not None and "".join(run.text for run in runs) != "".join(glyph.words for glyph in glyphs):
            return None
        made.append(TypedBlock(block.kind, block.offset, inside, end, glyphs))
    return tuple(made)


def _held(block: ProseBlock) -> int:
    return sum(isinstance(part, Placeholder) for part in block.parts)


def _put_in(block: ProseBlock, runs: Sequence[Run]) -> list[str] | None:
    """Return what the placeholders of a block print, in order; None where the runs are not of this block."""
    waiting = list(runs)
    words = []
    for part in block.parts:
        if isinstance(part, Placeholder):
            is_there = bool(waiting) and bool(waiting[0].given or waiting[0].text.startswith("[{{"))
            words.append(waiting.pop(0).text if is_there else "")
        elif not waiting or waiting.pop(0).text != part.text:
            return None
    return None if waiting else words


def _glyphs(text: str, flow: Flow, spans: Sequence[Span], words: Iterator[str]) -> Iterator[Glyph]:
    for piece, (start, end, bold, italic, link) in enumerate(spans):
        plain = not (bold or italic or link)
        for index in range(start, end):
            sign, at = flow.text[index], flow.offset(index)
            if flow.mark and sign == flow.mark:
                yield Glyph(next(words), at, text.index("}}", _brace(flow, index, at)) + 2, piece, plain, held=True)
                continue
            # The blank between two lines stands for the line's end and the next one's indent.
            behind = flow.offset(index + 1) if sign == " " and text[at : at + 1].isspace() else at + 1
            yield Glyph(sign, at, max(behind, at + 1), piece, plain)


def _brace(flow: Flow, index: int, at: int) -> int:
    """Return from where to look for the braces that close a placeholder, which may hold some in quotation marks."""
    behind = flow.offset(index + 1) if index + 1 <= len(flow.text) else at
    return max(at, behind - 2)
