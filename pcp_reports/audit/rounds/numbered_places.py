"""Which list stands at a place that a paper numbers: at paragraph 6, in section 4, under “Table 1”, in Appendix A.

A place is known only where its number is given once, and where one list stands there and nothing else that has sums.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.references import kind_of
from pcp_reports.passage import AROUND, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_PARAGRAPH = re.compile(r"(?:paragraph|section|item) (?P<label>[0-9]+(?:\.[0-9]+)*|[A-Z])(?P<more>.?)")
_CAPTION = re.compile(
    r"(?i)(?P<kind>table|list|appendix|annexe?|schedule|enclosure|attachment|part) (?P<label>[0-9]{1,3}(?:\.[0-9]{1,2})?|[a-z][0-9]?|[ivx]{1,5})(?![\w’'])(?P<behind>.?.?)"
)
_A_CAPTION = re.compile(r"$|\s*[:.–—-]|\s+[A-Z(–—-]")
_NEAR = 3
_LONGEST = 120  # characters of a caption

Place = tuple[str, str]


def numbered_places(paper: Paper, rounds: Sequence[Round]) -> Mapping[Place, int]:
    """Return the list, by its number among the rounds, that stands at each place of a paper that is named by a number."""
    own = [_own(paper, one) for one in rounds]
    owners: dict[int, set[int]] = {}
    for at, passages in enumerate(own):
        for index in passages:
            owners.setdefault(index, set()).add(at)
    found: dict[Place, set[int]] = {}
    unclear: set[Place] = set()
    for label, starts, places in _paragraphs(paper):
        _note(paper, owners, ("paragraph", label), places, found)
        if starts > 1:
            unclear.add(("paragraph", label))
    for place, places in _appendices(paper):
        if place in found:
            unclear.add(place)
        _note(paper, owners, place, places, found)
    for at, place in _captions(paper, own):
        if at in found.get(place, {at}):
            found[place] = {at}
        else:
            unclear.add(place)
    return {
        place: next(iter(numbers))
        for place, numbers in found.items()
        if len(numbers) == 1 and place not in unclear and -1 not in numbers
    }


def _own(paper: Paper, one: Round) -> frozenset[int]:
    """Return the passages of a list: its lines, its totals, what leads to it, and all rows of its tables."""
    lines = {award.passage for award in (*one.awards, *one.apart)}
    tables = {paper.passages[index].table for index in lines} - {0}
    first, last = min(lines), max(lines)
    rows: set[int] = set()
    for index in range(first, -1, -1):
        if paper.passages[index].table not in tables:
            break
        rows.add(index)
    for index in range(last, len(paper.passages)):
        if paper.passages[index].table not in tables:
            break
        rows.add(index)
    return frozenset({*lines, *range(first, last + 1), *rows, *one.lead, *(total.passage for total in one.totals)})


def _note(
    paper: Paper, owners: Mapping[int, set[int]], place: Place, places: Sequence[int], found: dict[Place, set[int]]
) -> None:
    """Note which lists stand among the passages of a place: -1 for sums that are none of them. ``owners``: the lists of a passage."""
    lists = {at for index in places for at in owners.get(index, ())}
    if lists:
        found[place] = lists | (
            {-1} if any(index not in owners and _has_sums(paper, index) for index in set(places)) else set()
        )


def _has_sums(paper: Paper, index: int) -> bool:
    """Return whether a passage is a row or an item of another list, with a figure in it."""
    one = paper.passages[index]
    if one.sort is Sort.ROW:
        return re.search(r"[0-9]{3}", one.text) is not None
    return one.sort is Sort.ITEM and not one.numbered and "£" in one.text


def _paragraphs(paper: Paper) -> Iterator[tuple[str, int, list[int]]]:
    """Yield each number of a paragraph or section, how often it begins one, and the passages in it and in what is numbered below it."""
    within: dict[str, list[int]] = {}
    starts: dict[str, int] = {}
    for index, passage in enumerate(paper.passages):
        match = _PARAGRAPH.match(passage.where)
        if match is None or passage.sort in AROUND:
            continue
        label = match["label"]
        if match.end("label") == len(passage.where):
            starts[label] = starts.get(label, 0) + 1
        parts = label.split(".")
        for size in range(1, len(parts) + 1):
            within.setdefault(".".join(parts[:size]), []).append(index)
    for label, places in within.items():
        yield label, starts.get(label, 1), places


def _caption(text: str) -> Place | None:
    """Return the place that a heading or a short line names itself: “Table 1: Awards”, “Appendix A – Awards”, “Schedule 2”."""
    plain = text.strip()
    match = _CAPTION.match(plain) if len(plain) <= _LONGEST else None
    if match is None or _A_CAPTION.match(plain, match.end("label")) is None:
        return None
    return kind_of(match["kind"]), match["label"].upper()


def _appendices(paper: Paper) -> Iterator[tuple[Place, list[int]]]:
    """Yield each appendix with its passages, up to the next."""
    place: Place | None = None
    places: list[int] = []
    for index, passage in enumerate(paper.passages):
        if passage.sort in (Sort.HEADING, Sort.TITLE, Sort.TEXT):
            named = _caption(passage.text)
            if named is not None and named[0] == "appendix" and not passage.text.rstrip().endswith((".", ";")):
                if place is not None:
                    yield place, places
                place, places = named, []
        if passage.sort not in AROUND:
            places.append(index)
    if place is not None:
        yield place, places


def _captions(paper: Paper, own: Iterable[frozenset[int]]) -> Iterator[tuple[int, Place]]:
    """Yield the lists that a caption right above them, or right beneath them, calls a table or a list with a number."""
    for at, passages in enumerate(own):
        rows = [index for index in passages if paper.passages[index].sort in (Sort.ROW, Sort.ITEM)] or [*passages]
        first, last = min(rows), max(rows)
        above, beneath = range(first - 1, max(first - _NEAR, 0) - 1, -1), range(last + 1, last + 2)
        named = next(_tables_named(paper, above), None) or next(_tables_named(paper, beneath), None)
        if named is not None:
            yield at, named


def _tables_named(paper: Paper, near: Iterable[int]) -> Iterator[Place]:
    """Yield the tables and lists that passages name by a caption."""
    for index in near:
        if index >= len(paper.passages) or paper.passages[index].sort is Sort.ROW:
            return
        named = _caption(paper.passages[index].text)
        if named is not None and named[0] == "table":
            yield named
