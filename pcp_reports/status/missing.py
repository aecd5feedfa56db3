"""What an entry or a paper still lacks, in an officer's words: keys, a text, an owner, prompts to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.model import model_of
from pcp_reports.model.fields import is_empty, keys_of
from pcp_reports.model.paper import ItemKind
from pcp_reports.nodes import Block, Text
from pcp_reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.findings import Finding
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed, PaperFolder

FRONT = ("meeting", "contact", "signatory", "summary", "recommendation")
"""What a numbered paper should say of itself, though it can be built without."""


def missing_of(filed: Filed, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return what an entry lacks, in an officer's words; nothing of a file that cannot be read at all."""
    root = filed.source.root
    if root is None:
        return ()
    if not filed.kind:
        return ("kind",)
    missing = _required(filed.kind, root)
    if "text" not in missing and _is_wordless(filed, root):
        missing.append("text")
    missing += _inside(filed, findings)
    if not _given(root, "owner"):
        missing.append("owner")
    return tuple(missing)


def missing_of_paper(survey: Survey, folder: PaperFolder, findings: list[Finding]) -> tuple[str, ...]:
    """Return what a paper lacks itself: its front matter, and the entries that it names but that are not there.

    A briefing needs no front matter.
    """
    root, paper = folder.filed.source.root, folder.paper
    if root is None or paper is None:
        return ()
    front = FRONT if paper.numbered else ()
    missing = [*_required("paper", root), *(key for key in front if not _given(root, key))]
    missing += _inside(folder.filed, [one for one in findings if one.place.path == folder.filed.path])
    unknown = {one.place for one in survey.placements[folder.name].findings if one.code == "P101"}
    named = [item.words for section in paper.sections for item in section.items if item.kind is ItemKind.ENTRY]
    return (*missing, *(f"entry {name}" for name in named if folder.filed.source.place(name) in unknown))


def _required(kind: str, root: Block) -> list[str]:
    return [one.name for one in keys_of(model_of(kind)).values() if one.required and not _given(root, one.name)]


def _given(root: Block, key: str) -> bool:
    return not is_empty(root.get(Text(key), Text()))


def _is_wordless(filed: Filed, root: Block) -> bool:
    """Return whether nothing stands where the entry's words belong."""
    keys = keys_of(model_of(filed.kind))
    holders = ("text",) if "text" in keys else ("summary", "scanning", "analysis", "response", "assessment")
    return not any(_given(root, key) for key in holders)


def _inside(filed: Filed, findings: Iterable[Finding]) -> list[str]:
    """Return how many prompts are left, and how many required keys are missing further in, as in a grant."""
    rows = list(findings)
    prompts = sum(one.code == "P121" for one in rows)
    further = sum(one.code == "M104" and not one.message.startswith(f"{filed.name}: ") for one in rows)
    return [counted(number, what) for number, what in ((prompts, "prompt"), (further, "required key inside")) if number]
