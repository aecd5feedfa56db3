"""Which entries a paper places, in what order, and which of them carry a number."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.findings import Finding, Related
from pcp_reports.meant import instead, what_was_meant
from pcp_reports.model.paper import ItemKind
from pcp_reports.records import dataclass
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pcp_reports.findings import Place
    from pcp_reports.model.paper import Item, Paper, Section
    from pcp_reports.nodes import Text
    from pcp_reports.source import Source
    from pcp_reports.workspace import Filed, PaperFolder, Register

    Named = Mapping[str, tuple[Filed, ...]]


MOST_GUESSED = 25
"""How many unknown names of one paper are compared with every name there is, to tell what was meant."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One item of a section, found: an entry (``filed``), or prose (``text``) kept in ``source``."""

    item: Item
    source: Source
    text: Text | None
    filed: Filed | None
    also: bool

    @property
    def exempt(self) -> bool:
        """Return whether the item is an entry kept out of everything public, or one that was meant to be."""
        filed = self.filed
        return filed is not None and (filed.withheld or (filed.model is not None and filed.model.exempt is not None))


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """A section's heading and the items that could be found, in the order printed."""

    section: Section
    items: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """A paper's sections, and what is wrong with the naming of items in them."""

    sections: tuple[PlacedSection, ...]
    findings: tuple[Finding, ...]
    meant: tuple[str, ...] = ()  # the names that misspelt items probably mean

    @property
    def filed(self) -> tuple[Filed, ...]:
        """Return the entries placed, in order."""
        return tuple(placed.filed for section in self.sections for placed in section.items if placed.filed is not None)


@dataclass(frozen=True, slots=True)
class Survey:
    """A register with every paper's placement worked out once; what the checks look at."""

    register: Register
    placements: dict[str, Placement]
    cited: dict[str, tuple[str, ...]]  # entry's path -> the papers that place it, in the order of their meetings

    def papers(self) -> tuple[tuple[PaperFolder, Paper, Placement], ...]:
        """Return each usable paper with its model and placement, by name."""
        return tuple(
            (folder, folder.paper, self.placements[name])
            for name, folder in self.register.papers.items()
            if folder.paper is not None
        )


def survey(register: Register) -> Survey:
    """Return the register with the placements of all its papers."""
    shared = _by_name(register.shared)
    placements = {name: place_items(register, folder, shared) for name, folder in register.papers.items()}
    cited: dict[str, tuple[str, ...]] = {}
    for folder in in_meeting_order(register):
        for path in dict.fromkeys(filed.path for filed in placements[folder.name].filed):
            cited[path] = (*cited.get(path, ()), folder.name)
    return Survey(register, placements, cited)


def place_items(register: Register, folder: PaperFolder, shared: Named | None = None) -> Placement:
    """Return the items of a paper's sections, found and ordered; a paper that cannot be used has none.

    ``shared`` are the shared entries by name, where the caller has them already.
    """
    paper = folder.paper
    if paper is None:
        return Placement((), ())
    reach = (_by_name(folder.own), _by_name(register.shared) if shared is None else shared)
    said = _Said([], [])
    sections = []
    for section in paper.sections:
        placed = [one for item in section.items if (one := _find(register, folder, reach, item, said)) is not None]
        if placed and placed[0].also and not section.items[0].also:
            placed[0] = _numbered(placed[0])  # the item above could not be found, which is said already
        sections.append(PlacedSection(section, tuple(_ordered(register, section, placed))))
    return Placement(tuple(sections), tuple(said.findings), tuple(said.meant))


class _Said(NamedTuple):
    """What was found on the way, and which names misspelt items probably mean."""

    findings: list[Finding]
    meant: list[str]


def public(sections: Iterable[PlacedSection]) -> tuple[PlacedSection, ...]:
    """Return the sections without exempt items; where one carried the number, its first public ``also`` takes it."""
    shown = []
    for section in sections:
        kept: list[Placed] = []
        orphaned = False
        for placed in section.items:
            if placed.exempt:
                orphaned = orphaned or not placed.also
                continue
            if not placed.also:
                orphaned = False
            kept.append(_numbered(placed) if placed.also and (orphaned or not kept) else placed)
            orphaned = False
        shown.append(PlacedSection(section.section, tuple(kept)))
    return tuple(shown)


def in_meeting_order(register: Register) -> list[PaperFolder]:
    """Return the papers by the date of their meeting; those without one come last, by name."""

    def order(folder: PaperFolder) -> tuple[bool, str, str]:
        meeting = folder.paper.meeting if folder.paper is not None else None
        return (meeting is None, meeting.last.isoformat() if meeting is not None else "", folder.name)

    return sorted(register.papers.values(), key=order)


def _by_name(entries: Iterable[Filed]) -> Named:
    found: dict[str, tuple[Filed, ...]] = {}
    for filed in entries:
        found[filed.name] = (*found.get(filed.name, ()), filed)
    return found


def _find(
    register: Register, folder: PaperFolder, reach: tuple[Named, Named], item: Item, said: _Said
) -> Placed | None:
    source = folder.filed.source
    here = source.place(item.words)
    if item.kind is ItemKind.TEXT:
        return Placed(item, source, item.words, None, item.also)
    name = unicodedata.normalize("NFC", item.words.strip())
    if item.kind is ItemKind.STANDING:
        given = (register.office.standing or {}) if register.office is not None else {}
        standing = {unicodedata.normalize("NFC", key): text for key, text in given.items()}
        if name in standing and register.office_file is not None:
            return Placed(item, register.office_file.source, standing[name], None, item.also)
        if register.office is not None:
            _unknown(
                said,
                "P104",
                folder,
                here,
                f"{quoted(shortened(name, 50))} is not among the standing paragraphs of office.yaml",
                name,
                standing,
                source,
            )
        return None
    within = [filed for named in reach for filed in named.get(name, ())]
    own = [filed for filed in within if filed.folder is not None]
    tier = own or within
    if not tier:
        blank = next(
            (filed for named in reach for group in named.values() for filed in group if _trimmed(filed.name) == name),
            None,
        )
        if blank is not None:
            said.meant.append(blank.name)
            what = f"{folder.name}: no entry is named {quoted(shortened(name, 50))}; the name of the file {blank.path} holds a blank that cannot be seen at its end."
            said.findings.append(Finding("P101", what, here, f"Rename the file to {name}.yaml."))
            return None
        guess = len(said.findings) < MOST_GUESSED
        known = [filed.name for filed in (*folder.own, *register.shared)] if guess else []
        _unknown(said, "P101", folder, here, f"no entry is named {quoted(shortened(name, 50))}", name, known, source)
        return None
    if len(tier) > 1:
        related = tuple(
            Related(f"one of the {len(tier)}", filed.place(filed.source.root, "kind"))
            for filed in tier
            if filed.source.root is not None
        )
        said.findings.append(
            Finding(
                "P108",
                f"{folder.name}: {quoted(name)} is the name of {len(tier)} files ({listed([filed.path for filed in tier])}), and which is meant cannot be told.",
                here,
                "Rename all but one of them.",
                related,
            )
        )
        return None
    if own and len(within) > 1:
        said.findings.append(
            Finding(
                "P109",
                f"{folder.name}: {quoted(name)} is the name of an entry of this paper and of a shared one, {within[-1].path}; this paper's own is used.",
                here,
                "Rename one of the two.",
            )
        )
    return Placed(item, tier[0].source, None, tier[0], item.also)


def _unknown(
    said: _Said,
    code: str,
    folder: PaperFolder,
    here: Place,
    what: str,
    name: str,
    known: Iterable[str],
    source: Source,
) -> None:
    bare = name.rpartition("/")[2].removesuffix(".yaml").removesuffix(".yml")  # as the file is called in a folder
    meant = what_was_meant(bare, known)
    if not meant.names:
        hint = (
            f"Make the file {folder.name}/{bare}.yaml, or correct the name."
            if code == "P101"
            else "Correct the name, or add the paragraph to office.yaml."
        )
        said.findings.append(Finding(code, f"{folder.name}: {what}.", here, hint))
        return
    said.meant.extend(meant.names)
    line = source.line(here.line)
    shown, new = instead(line, here.column - 1, name, meant)
    fix = source.fix(here.line, new) if new is not None else None
    said.findings.append(Finding(code, f"{folder.name}: {what}.{meant.question}", here, shown, fix=fix))


def _trimmed(name: str) -> str | None:
    """Return a file's name without the blanks at its ends that nobody sees, or None where it has none."""
    bare = name.strip().strip("\u200b\u2060\ufeff")
    return bare if bare != name else None


def _numbered(placed: Placed) -> Placed:
    return Placed(placed.item, placed.source, placed.text, placed.filed, also=False)


def _ordered(register: Register, section: Section, placed: list[Placed]) -> list[Placed]:
    """Sort by the plan's priorities, each item with what goes on under it; an opening without a priority stays on top."""
    plan = register.office.plan if register.office is not None else None
    if section.order != "priority" or plan is None:
        return placed
    rank = {name: number for number, name in enumerate(plan.priorities)}
    groups: list[list[Placed]] = []
    for one in placed:
        if one.also and groups:
            groups[-1].append(one)
        else:
            groups.append([one])

    def of(group: list[Placed]) -> int:
        filed = group[0].filed
        priority = filed.model.priority if filed is not None and filed.model is not None else None
        return rank.get(priority, len(rank)) if priority is not None else len(rank)

    opening = next((number for number, group in enumerate(groups) if of(group) < len(rank)), len(groups))
    return [one for group in (*groups[:opening], *sorted(groups[opening:], key=of)) for one in group]
