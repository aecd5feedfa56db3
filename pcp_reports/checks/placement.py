"""Every file is placed or named, nothing twice, and every number has a paragraph to carry it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place, Related
from pcp_reports.ledger import ROUND
from pcp_reports.placing import public
from pcp_reports.prose import read_prose
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.nodes import Text
    from pcp_reports.placing import Placed, Survey


def unplaced(survey: Survey) -> Iterator[Finding]:
    """Every entry is placed by a paper within reach; a shared round may wait for one."""
    findings = [one for placement in survey.placements.values() for one in placement.findings]
    in_doubt = {near.place.path for one in findings if one.code == "P108" for near in one.related}
    for filed in survey.register.entries:
        if filed.path in survey.cited or filed.path in in_doubt or filed.path in survey.register.copies:
            continue
        place = Place(filed.path)
        if filed.folder is None and filed.kind == ROUND:
            yield Finding(
                "P107",
                f"{filed.name}: no paper cites this round yet; its grants count in the totals all the same.",
                place,
            )
        elif filed.folder is not None and filed.name in survey.placements[filed.folder].meant:
            continue  # a misspelt item probably means it
        elif filed.folder is not None and not _has_sections(survey, filed.folder):
            continue  # the paper itself cannot be read, which is said already
        else:
            where = f"the sections of {filed.folder}/paper.yaml" if filed.folder is not None else "any paper"
            yield Finding(
                "P106",
                f"{filed.name}: the entry is not printed, because it is not placed in {where}.",
                place,
                f"Add “- {filed.name}” to a section, or delete the file.",
            )


def _has_sections(survey: Survey, name: str) -> bool:
    paper = survey.register.papers[name].paper
    return paper is not None and bool(paper.sections)


def twice(survey: Survey) -> Iterator[Finding]:
    """No entry and no standing paragraph stands twice in one paper."""
    for folder, _, placement in survey.papers():
        first: dict[tuple[str, str], Place] = {}
        for placed in _in_typed_order(placement.sections):
            name = placed.item.words.strip()
            place = folder.filed.source.place(placed.item.words)
            seen = first.setdefault((placed.item.kind.value, name), place)
            if seen is not place and placed.item.kind.value != "text":
                yield Finding(
                    "P105",
                    f"{folder.name}: {quoted(name)} is placed a second time; it would be printed twice.",
                    place,
                    "Delete one of the two lines.",
                    (Related("the first one", seen),),
                )


def _in_typed_order(sections: tuple[object, ...]) -> list[Placed]:
    items: list[Placed] = [placed for section in sections for placed in section.items]  # type: ignore[attr-defined] # PlacedSection, kept out of a runtime import
    return sorted(items, key=lambda placed: (placed.item.words.line, placed.item.words.column))


def carriers(survey: Survey) -> Iterator[Finding]:
    """In a numbered paper each section begins with something that takes a number, and no numbered text begins with a bullet."""
    for folder, paper, placement in survey.papers():
        for section in paper.sections:
            if section.items and section.items[0].also:
                words = section.items[0].words
                yield Finding(
                    "P111",
                    f"{folder.name}, {section.heading}: “also” goes on under the number above, but nothing stands above it in this section.",
                    folder.filed.source.place(words),
                    "Take the word “also:” out, so that the item takes a number of its own.",
                )
        if not paper.numbered:
            continue
        for placed_section in public(placement.sections):  # an exempt item hands its number on
            for placed in placed_section.items:
                text = _first_text(placed)
                if text is None or placed.also or not text.lstrip().startswith(("-", "{{")):
                    continue
                block = next(iter(read_prose(text).blocks), None)
                if block is not None and block.kind != "paragraph":
                    name = placed.filed.name if placed.filed is not None else folder.name
                    what = f"“{{{{ {block.slot} }}}}”" if block.slot else "a bullet"
                    yield Finding(
                        "P112",
                        f"{name}: the text begins with {what}, and nothing stands before it to carry the paragraph's number.",
                        placed.source.place_in(text, len(text) - len(text.lstrip())),
                        "Begin with a sentence that leads into the list.",
                    )


def _first_text(placed: Placed) -> Text | None:
    """Return the first text that a numbered paper prints of an item."""
    model = placed.filed.model if placed.filed is not None else None
    if placed.filed is None or model is None:
        return placed.text
    if placed.filed.kind == "partnership":
        texts = (model.summary, *(phase.text for _, phase in model.phases))
        return next((text for text in texts if text is not None), None)
    return model.text  # type: ignore[no-any-return] # every other kind has one, if only None


def wordless(survey: Survey) -> Iterator[Finding]:
    """Every entry placed has something to print."""
    for folder, paper, placement in survey.papers():
        for placed in _in_typed_order(placement.sections):
            filed = placed.filed
            if (
                filed is None
                or filed.model is None
                or placed.exempt
                or (filed.kind == "partnership" and not paper.numbered)
            ):
                continue
            if _first_text(placed) is None:
                yield Finding(
                    "P106",
                    f"{filed.name}: nothing of the entry is printed in {folder.name}, because it has no text.",
                    Place(filed.path),
                    "Write what the Panel is to read behind “text: |”, or take it out of the paper.",
                )
