"""One change told: where it stands in both papers, which entry and line it belongs to, and whether it can be written back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from pcp_reports.comparing.entries import hints
from pcp_reports.comparing.entries.change import Change, Kind, TextEdit
from pcp_reports.comparing.pairs.units import TITLE

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from pcp_reports.comparing.entries.fields import Keys
    from pcp_reports.comparing.pairs.matching import Match
    from pcp_reports.comparing.pairs.units import Unit
    from pcp_reports.comparing.telling.sides import Sides
    from pcp_reports.passage import Passage

SINCE = "the entry was changed since this Word file was built"
_BREAK = " ↵ "
_STANDING = "it is a standing paragraph, which belongs to every paper that names it"

Outcome: TypeAlias = "TextEdit | Keys | str | tuple[TextEdit, tuple[tuple[str, str], ...]] | None"
"""How words go back into the entry, with the figures that stay behind where there are any; or why they cannot, as a clause."""


def change_of(
    sides: Sides,
    kind: Kind,
    match: Match,
    unit: Unit | None,
    passage: Passage | None,
    *,
    edit: Outcome = None,
    why: str = "",
    hint: str = "",
) -> Change:
    """Return a change with its place, its entry and its words; ``hint`` is what to do where it is not written back."""
    block = unit.block if unit is not None else None
    path, line = ("", 0)
    if block is not None and unit is not None:
        path, line = block.origin.path, sides.stories.line_of(block, unit.text)
    if unit is not None and unit.role == TITLE:
        path, line = sides.paper, sides.stories.line_of_key(sides.paper, "title")
    place = passage if passage is not None else unit.passage if unit is not None else None
    change = Change(
        kind,
        place.where if place is not None else "",
        "\n".join(_shown(sides.units[at].text) for at in match.units),
        "\n".join(_shown(sides.passages[at].text, breaks=kind is Kind.LAYOUT) for at in match.passages),
        match,
        sides.stories.name(path) if path else "",
        path,
        line,
        why=why,
        hint=hint,
    )
    if isinstance(edit, str):
        instead = hints.to_change(sides.stories, sides.paper, sides.template, unit, edit, change.new)
        change = change.refused(edit, hint or instead)
    elif isinstance(edit, tuple):
        of_text, overtyped = edit
        change = replace(change, edit=of_text if of_text.splices else None, partly=bool(overtyped))
        if not of_text.splices:
            hint = hints.data(sides.stories, block, change.new) if block is not None else ""
            change = change.refused("the tool puts this figure in from data", hint)
    elif edit is not None:
        change = replace(change, edit=edit)
    return change


def held_back(change: Change, since: AbstractSet[str], standing: str) -> Change:
    """Return the change, left to the officer where its entry went on since the build or belongs to every paper.

    ``since`` are the entries that changed, ``standing`` the file of the standing paragraphs.
    """
    if change.edit is not None and change.match.units and not change.match.tied and change.path in since:
        change = change.refused(f"{SINCE}, and no bookmark ties these words to it any more")
    if change.edit is not None and change.path == standing and standing:
        hint = f"If every paper shall say so, type it in {change.path}, line {change.line}."
        change = change.refused(_STANDING, hint)
    return change


def _shown(text: str, *, breaks: bool = False) -> str:
    """Return a passage's words on a line: a line break within it is shown where it is told, and is else the blank it becomes."""
    line = text.replace("\n", _BREAK if breaks else " ")
    return " | ".join(line.split("\t"))
