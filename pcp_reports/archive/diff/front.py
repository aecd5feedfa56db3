"""What changed in a paper's own file: its front matter, its sections, and where each entry is placed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.archive.diff.change import Change, ended
from pcp_reports.archive.diff.keys import changes_of
from pcp_reports.archive.diff.proses import prose_changes
from pcp_reports.comparing.pairs.pairing import alike, out_of_order, pair
from pcp_reports.model.paper import ItemKind
from pcp_reports.nodes import Text
from pcp_reports.records import dataclass
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pcp_reports.model.paper import Item, Paper, Section

_LEAST = 0.5
_TEXT_LEAST = 0.3


@dataclass(frozen=True, slots=True)
class _Spot:
    """An item and the place it has: its section's number among the sections, and the item above it."""

    section: int
    item: Item
    above: str

    @property
    def name(self) -> str:
        return self.item.words.strip()


def paper_changes(old: Paper, new: Paper) -> Iterator[Change]:
    """Yield what changed of the paper itself: title, meeting, people, summary, sections, and texts kept in it."""
    yield from changes_of(old, new, "", ("sections",))
    sections = _sections(old, new)
    yield from _headings(old.sections, new.sections, sections)
    for kind in (ItemKind.TEXT, ItemKind.STANDING):
        yield from _items(old, new, sections, kind)


def placed_elsewhere(old: Paper, new: Paper) -> Mapping[str, tuple[Change, ...]]:
    """Return for each entry that both papers place, by name, what changed of its place."""
    sections = _sections(old, new)
    before, after = ([spot for spot in _spots(paper) if spot.item.kind is ItemKind.ENTRY] for paper in (old, new))
    pairs = pair(before, after, (lambda spot: spot.name,), lambda _one, _other: 0.0, 1.0)
    told: dict[str, tuple[Change, ...]] = {}
    same = [(here, there) for here, there in pairs if sections.get(before[here].section) == after[there].section]
    moves = {
        (number, same_there)
        for number in range(len(new.sections))
        for same_there in _moved([there for _, there in same if after[there].section == number])
    }
    for here, there in pairs:
        one, other = before[here], after[there]
        changes = []
        if sections.get(one.section) != other.section:
            was, now = old.sections[one.section].heading, new.sections[other.section].heading
            changes.append(Change(f"Moved from the section {quoted(was)} to {quoted(now)}{_after(other)}."))
        elif (other.section, there) in moves:
            changes.append(Change(f"Now stands elsewhere in its section{_after(other)}."))
        changes += _numbering(one, other)
        if changes:
            told[other.name] = (*told.get(other.name, ()), *changes)
    return told


def placed_anew(old: Paper, new: Paper) -> Iterator[tuple[str, Change]]:
    """Yield the entries that only one of the papers places, or one of them more often, each with where."""
    before, after = ([spot for spot in _spots(paper) if spot.item.kind is ItemKind.ENTRY] for paper in (old, new))
    names = [Counter(spot.name for spot in spots) for spots in (before, after)]
    for name in names[0] - names[1]:
        yield name, Change(f"{name}: no longer placed; it stood{place_in(old, name)}.")
    for name in names[1] - names[0]:
        yield name, Change(f"{name}: placed now{place_in(new, name)}.")


def with_names(paper: Paper, names: Mapping[str, str]) -> Paper:
    """Return a paper that places entries by the names their files bear now."""

    def item(one: Item) -> Item:
        name = one.words.strip()
        return replace(one, words=Text(names[name])) if one.kind is ItemKind.ENTRY and name in names else one

    sections = (replace(section, items=tuple(map(item, section.items))) for section in paper.sections)
    return replace(paper, sections=tuple(sections))


def without(paper: Paper, names: Collection[str]) -> Paper:
    """Return a paper as if it did not place some entries: those that tell of their place themselves."""
    sections = (
        replace(
            section,
            items=tuple(
                one for one in section.items if one.kind is not ItemKind.ENTRY or one.words.strip() not in names
            ),
        )
        for section in paper.sections
    )
    return replace(paper, sections=tuple(sections))


def place_in(paper: Paper | None, name: str) -> str:
    """Return where a paper places an entry, as the end of a sentence; ``""`` where it places it nowhere."""
    if paper is None:
        return ""
    for spot in _spots(paper):
        if spot.item.kind is ItemKind.ENTRY and spot.name == name:
            return f" in the section {quoted(paper.sections[spot.section].heading)}{_after(spot)}"
    return ""


def order_of(old: Paper | None, new: Paper | None) -> list[str]:
    """Return the names of the entries in the new paper's order, those that went where they stood before."""
    before, after = ([spot.name for spot in _spots(paper)] if paper is not None else [] for paper in (old, new))
    order = list(dict.fromkeys(after))
    known = set(order)
    for at, name in enumerate(before):
        if name not in known:
            above = next((one for one in reversed(before[:at]) if one in known), None)
            order.insert(order.index(above) + 1 if above is not None else 0, name)
            known.add(name)
    return order


def _spots(paper: Paper) -> Iterator[_Spot]:
    for number, section in enumerate(paper.sections):
        above = ""
        for item in section.items:
            yield _Spot(number, item, above)
            above = item.words.strip() if item.kind is not ItemKind.TEXT else shortened(item.words, 40)


def _after(spot: _Spot) -> str:
    return f", after {quoted(spot.above)}" if spot.above else ", at its beginning"


def _numbering(one: _Spot, other: _Spot) -> Iterator[Change]:
    if one.item.also != other.item.also:
        also = "goes on under the number above" if other.item.also else "has a number of its own"
        yield Change(f"It now {also}{_after(other) if other.item.also else ''}.")


def _moved(order: Sequence[int]) -> list[int]:
    return [order[at] for at in sorted(out_of_order(order))]


def _sections(old: Paper, new: Paper) -> dict[int, int]:
    """Return which section became which: by heading, then by what stands in it, then by its place."""

    def likeness(one: Section, other: Section) -> float:
        here, there = ({item.words.strip() for item in section.items} for section in (one, other))
        shared = len(here & there) / max(len(here | there), 1)
        return max(shared, alike(one.heading, other.heading))

    return dict(pair(old.sections, new.sections, (lambda section: section.heading,), likeness, _LEAST))


def _headings(old: Sequence[Section], new: Sequence[Section], sections: Mapping[int, int]) -> Iterator[Change]:
    for here, section in enumerate(old):
        if here not in sections:
            yield Change(f"The section {quoted(section.heading)} was taken out.")
    met = set(sections.values())
    for there, section in enumerate(new):
        if there not in met:
            yield Change(f"The section {quoted(section.heading)} was added.")
    for here, there in sections.items():
        one, other = old[here], new[there]
        if one.heading != other.heading:
            yield Change(f"The heading {quoted(one.heading)} is now {quoted(other.heading)}.")
        yield from changes_of(one, other, f"section {quoted(other.heading)}, ", ("heading", "items"))
    order = [there for _, there in sorted(sections.items())]
    moves = [new[there].heading for there in _moved(order)]
    if moves:
        yield Change(f"These sections stand elsewhere in the order: {listed([quoted(one) for one in moves])}.")


def _items(old: Paper, new: Paper, sections: Mapping[int, int], kind: ItemKind) -> Iterator[Change]:
    """Yield what changed of the paragraphs written in place, or of the standing ones that the paper names."""
    before, after = ([spot for spot in _spots(paper) if spot.item.kind is kind] for paper in (old, new))
    is_text = kind is ItemKind.TEXT
    what = "Paragraph written in place" if is_text else "Standing paragraph"
    pairs = pair(
        before,
        after,
        (lambda spot: (sections.get(spot.section), spot.name), lambda spot: spot.name),
        lambda one, other: alike(one.name, other.name) if is_text else 0.0,
        _TEXT_LEAST,
    )
    kept, met = {here for here, _ in pairs}, {there for _, there in pairs}
    for here, spot in enumerate(before):
        if here not in kept:
            where = quoted(old.sections[spot.section].heading)
            yield _sentence(f"{what} taken out of the section {where}: {quoted(shortened(spot.name, 100))}")
    for there, spot in enumerate(after):
        if there not in met:
            where = quoted(new.sections[spot.section].heading)
            yield _sentence(f"{what} added to the section {where}{_after(spot)}: {quoted(shortened(spot.name, 100))}")
    moves = set(_moved([there for here, there in pairs if sections.get(before[here].section) == after[there].section]))
    for here, there in pairs:
        one, other = before[here], after[there]
        named = f"{what} {quoted(shortened(other.name, 40))}"
        if one.item.words != other.item.words:
            yield from prose_changes(named, one.item.words, other.item.words)
        if sections.get(one.section) != other.section:
            yield Change(f"{named} moved to the section {quoted(new.sections[other.section].heading)}{_after(other)}.")
        elif there in moves:
            yield Change(f"{named} now stands elsewhere{_after(other)}.")
        yield from (Change(f"{named}: {one.text[:1].lower()}{one.text[1:]}") for one in _numbering(one, other))


def _sentence(text: str) -> Change:
    return Change(ended(text))
