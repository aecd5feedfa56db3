"""How the words of one changed passage go back into the entry that printed it, or why they cannot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.comparing.entries.fields import Keys, grant_settings, heading_settings, list_settings
from pcp_reports.comparing.entries.retyping import reworded_text
from pcp_reports.comparing.pairs.units import TITLE
from pcp_reports.comparing.words.alike import kept_signs
from pcp_reports.document import BlockKind
from pcp_reports.passage import Sort
from pcp_reports.rewriting import Setting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.comparing.entries.change import TextEdit
    from pcp_reports.comparing.entries.stories import Stories
    from pcp_reports.comparing.pairs.units import Unit
    from pcp_reports.passage import Passage

TEMPLATE = "these words are the template's own, or kept in a key of paper.yaml or office.yaml"

_NO_WORDING = {
    BlockKind.TABLE: "figures in a table are data of the entry",
    BlockKind.GRANT_HEADING: "the name of a strand is kept in the round and in office.yaml",
    BlockKind.PHASE: "these words are the tool's own",
    BlockKind.MINOR: "these words are the tool's own",
}


def edit_of(
    stories: Stories, paper: str, unit: Unit, passage: Passage, *, overtype: bool
) -> TextEdit | Keys | str | tuple[TextEdit, tuple[tuple[str, str], ...]]:
    """Return how a passage's words go back into the entry, or why they cannot, as a clause. ``paper`` is paper.yaml.

    Of a text the figures come along that a placeholder puts in and Word has otherwise: they stay as they are.
    """
    block = unit.block
    if block is None:
        if unit.role == TITLE and passage.text.strip():
            return Keys(paper, (Setting(("title",), kept_signs(unit.text, " ".join(passage.text.split()))),))
        return TEMPLATE
    if block.kind in _NO_WORDING:
        return _NO_WORDING[block.kind]
    whole = with_label([unit], [passage]) if passage.sort is not Sort.ROW else [passage]
    if isinstance(whole, str):
        return whole
    story = stories.of(block)
    if story is not None:
        return reworded_text(stories, story, [block], whole, overtype=overtype)
    if block.kind is BlockKind.GRANT:
        return grant_settings(stories, block, whole[0], overtype=overtype)
    settings = heading_settings if block.kind is BlockKind.HEADING else list_settings
    return settings(stories, block, whole[0].text)


def with_label(units: Sequence[Unit], passages: Sequence[Passage]) -> list[Passage] | str:
    """Return passages with the label that their reader took off the first: “(a)” or “2023.”, where the entry has it typed.

    Why they cannot be given one is returned instead, where other labels stand within.
    """
    leads = [_typed_label(unit) for unit in units]
    if any(lead is None for lead in leads) or any(leads[1:]):
        return "labels such as “(a)” are typed in it"
    first, *others = passages
    lead = leads[0] or ""
    if lead and first.label.strip() != units[0].passage.label.strip():
        lead = f"{first.label} " if first.label else ""
    return [replace(first, text=lead + first.text), *others]


def _typed_label(unit: Unit) -> str | None:
    """Return what the reader of the built paper took for a label, though it is words of the block; None where it is odd."""
    if unit.block is None or unit.block.table is not None:
        return ""
    printed, read = (" ".join(text.split()) for text in (unit.block.text, unit.text))
    return printed[: len(printed) - len(read)] if printed.endswith(read) else None
