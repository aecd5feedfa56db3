"""How a text of an entry is retyped so that it prints what Word has: reworded, with a paragraph more, with one less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.comparing.entries.change import TextEdit
from pcp_reports.comparing.words.alike import nearly
from pcp_reports.comparing.words.rewording import reworded
from pcp_reports.comparing.words.splicing import Piece, Splice, between_blocks, says, spliced
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.comparing.entries.stories import Stories, Story, Typed
    from pcp_reports.document import Block
    from pcp_reports.passage import Passage

_AROUND = 8  # blocks on either side
_MARKUP = "an entry would read signs in it as more than words, such as asterisks or a hyphen in front"
_TWICE = "the paper prints this text more than once"
_UNTOLD = "where its words were typed cannot be told"


def reworded_text(
    stories: Stories, story: Story, blocks: Sequence[Block], passages: Sequence[Passage], *, overtype: bool = False
) -> tuple[TextEdit, tuple[tuple[str, str], ...]] | str:
    """Return how neighbouring blocks of a text come to say what stands in Word, or why they cannot.

    Behind the edit come the figures put in by a placeholder that Word has other words for; they stay as they are.
    """
    whole = _typed(stories, story)
    if isinstance(whole, str):
        return whole
    typed = whole.blocks
    parts = sorted(block.origin.part for block in blocks)
    if parts != list(range(parts[0], parts[0] + len(parts))):
        return "something else of the entry stands between the paragraphs"
    words = [" ".join(passage.text.split()) for passage in passages]
    if story.lead and parts[0] == min(story.printed):
        lead = words[0][: len(story.lead.rstrip())]
        if not nearly(lead, story.lead):
            return f"“{story.lead.rstrip()}” in front of it is the tool's own"
        words[0] = words[0][len(lead) :].strip()
    if not all(words):
        return "nothing is left of it"
    kinds = [typed[part].kind for part in parts]
    new = [
        Piece(kinds[at] if at < len(kinds) else kind_of(passage), text)
        for at, (passage, text) in enumerate(zip(passages, words, strict=True))
    ]
    made = reworded([typed[part] for part in parts], new, overtype=overtype)
    if isinstance(made, str):
        return made
    edit = TextEdit(story.path, story.trail, made.splices)
    if not overtype and not _proved(story, whole, edit, parts, made.pieces):
        return _MARKUP
    return edit, made.overtyped


def deleted(stories: Stories, story: Story, block: Block) -> TextEdit | str:
    """Return how a text loses a paragraph or bullet, or why it cannot."""
    whole = _typed(stories, story)
    if isinstance(whole, str):
        return whole
    typed = whole.blocks
    part = block.origin.part
    if sum(not one.slot for one in typed) == 1:
        return "nothing would be left of the text: take its entry out of the paper instead"
    if part == next(at for at, one in enumerate(typed) if not one.slot):
        return "it is the first of its text, and carries the number"
    # From the end of the block above: what stands behind keeps its blank line.
    edit = TextEdit(story.path, story.trail, (Splice(typed[part - 1].end, typed[part].end, ""),))
    return edit if _proved(story, whole, edit, [part], ()) else _UNTOLD


def added(stories: Stories, story: Story, above: Block, passage: Passage) -> TextEdit | str:
    """Return how a text gains a paragraph or bullet behind the block ``above``, or why it cannot."""
    whole = _typed(stories, story)
    if isinstance(whole, str):
        return whole
    typed = whole.blocks
    part = above.origin.part
    piece = Piece(kind_of(passage), " ".join(passage.text.split()))
    lead = between_blocks(typed[part].kind, piece.kind)
    edit = TextEdit(story.path, story.trail, (Splice(typed[part].end, typed[part].end, lead + piece.text),))
    return edit if _proved(story, whole, edit, [part], (Piece(typed[part].kind, typed[part].text), piece)) else _MARKUP


def kind_of(passage: Passage) -> str:
    """Return what a passage is typed as."""
    if passage.sort is not Sort.ITEM or passage.numbered:
        return "paragraph"
    return "sub-bullet" if passage.level else "bullet"


def _typed(stories: Stories, story: Story) -> Typed | str:
    if story.twice:
        return _TWICE
    return stories.typed(story) or _UNTOLD


def _proved(story: Story, whole: Typed, edit: TextEdit, parts: Sequence[int], pieces: Sequence[Piece]) -> bool:
    """Return whether the text, so edited, prints what it shall and all else as before."""
    # A block is read by its neighbours alone: to read a long text again for each change would take minutes.
    first, last = max(parts[0] - _AROUND, 0), min(parts[-1] + 1 + _AROUND, len(whole.blocks))
    start = story.text.rfind("\n", 0, whole.blocks[first].start) + 1
    end = whole.blocks[last - 1].end
    if any(one.start < start or one.end > end for one in edit.splices):
        return False
    near = [one._replace(start=one.start - start, end=one.end - start) for one in edit.splices]
    new = spliced(story.text[start:end], near)
    expected = [*whole.pieces[first : parts[0]], *pieces, *whole.pieces[parts[-1] + 1 : last]]
    return new is not None and says(new, expected, whole.put_in)
