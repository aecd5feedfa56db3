"""The corrections that turn one version of a paper into another, such as “Paragraph 9: for £53,879 read £73,719”.

Numbers are those of the older, published paper. Every line that differs is in a correction, blanks alone excepted.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from pcp_reports.archive.diff.change import ended
from pcp_reports.archive.diff.quoting import even, quotes
from pcp_reports.archive.diff.table_corrections import table_corrections
from pcp_reports.archive.diff.wording import Wording, excerpt, in_row
from pcp_reports.archive.diff.words import State
from pcp_reports.records import dataclass
from pcp_reports.word.erratum_sheet import Correction, Inserted
from pcp_reports.word.printed_lines import AROUND, BENEATH, Line, LineKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.archive.diff.aligning import Row
    from pcp_reports.archive.diff.words import Run, Words


@dataclass(frozen=True, slots=True)
class Erratum:
    """The corrections in the paper's order, and the sentences about its numbers where those moved."""

    corrections: tuple[Correction, ...]
    notes: tuple[str, ...]


def erratum(words: Words, locale: str = "en_GB") -> Erratum:
    """Return the corrections that lead from the older paper to the newer one, worded in a language."""
    wording = Wording(locale)
    made = _Correcting(words, wording)
    corrections = tuple(made.corrections())
    notes = [wording.shifted(one.first, one.last, one.new_first, one.new_last) for one in words.shifts]
    if notes:
        notes.insert(0, wording.say("numbers_old"))
    return Erratum(corrections, tuple(notes))


class _Correcting:
    """Goes down two papers side by side, and words what differs."""

    def __init__(self, words: Words, wording: Wording) -> None:
        self.words = words
        self.wording = wording
        self.sizes = Counter(row.old.number for row in words.rows if row.old is not None and row.old.number)
        self.carrying = {
            row.old.number: row.old
            for row in reversed(words.rows)
            if row.old is not None and row.old.kind is LineKind.NUMBERED
        }

    def corrections(self) -> Iterator[Correction]:
        runs = [run for run in self.words.runs if run.state is not State.GONE or run.moved is None]
        for before, run, after in zip([None, *runs], runs, [*runs[1:], None], strict=False):
            if run.state is State.GONE and self._instead(run, after) is None:
                yield from self._omitted(run.old)
            elif run.state is State.COME and run.moved is not None:
                yield self._moved(run, self.words.runs[run.moved].old)
            elif run.state is State.COME:
                yield self._inserted(run, self._instead(before, run))
            elif run.state is State.CHANGED:
                for row in run.rows:
                    yield from self._changed(row)

    def _instead(self, gone: Run | None, come: Run | None) -> str | None:
        """Return the words that put lines in the place of those that went just there, if these can be named as one."""
        if gone is None or come is None or (gone.state, come.state, come.moved) != (State.GONE, State.COME, None):
            return None
        groups = self._groups(gone.old)
        if all(map(self._is_whole, groups)):
            return self.wording.say("instead", self._paragraphs(groups))
        if len(groups) > 1:
            return None
        place, what = self.wording.around(gone.old[0]), self.wording.thing(gone.old[0])
        return self.wording.say("instead_there", place, what) if place else self.wording.say("instead", what)

    def _moved(self, run: Run, lines: Sequence[Line]) -> Correction:
        wording, groups = self.wording, self._groups(lines)
        anchor, place = self._anchor(run, lines[0]), ""
        if all(map(self._is_whole, groups)):
            what = self._paragraphs(groups)
        elif len(places := {"" if self._is_whole(one) else wording.around(one[0]) for one in groups}) == 1:
            (place,) = places
            what = wording.listed([wording.told(one[0]) for one in groups])
        else:
            what = wording.listed([self._in_full(one) for one in groups])
        name, parts = "move", [*filter(None, (place,)), what]
        if anchor is None:
            name = "move_first"
        else:
            parts.append(self._place_of(anchor, lines[0], place))
        return Correction(f"{wording.say(f'{name}_there' if place else name, *parts)}.")

    def _in_full(self, group: Sequence[Line]) -> str:
        """Return lines with the place they stand in behind their name."""
        line = group[0]
        return (
            self.wording.within(line) if self._is_whole(group) else self.wording.told(line, self.wording.inside(line))
        )

    def _place_of(self, anchor: Line, first: Line, place: str) -> str:
        """Return the line after which ``first`` is to stand, told with all that it stands in unless that is ``place``."""
        if _ends(anchor, first):
            return self.wording.within(anchor)
        named = self.wording.thing(anchor)
        inside = "" if place == self.wording.around(anchor) else self.wording.inside(anchor)
        return f"{named} {inside}".rstrip()

    def _paragraphs(self, groups: Sequence[Sequence[Line]]) -> str:
        """Return numbered paragraphs in a row: ``paragraph 6``, ``paragraphs 6 and 7``, ``paragraphs 6 to 9``."""
        first, last = groups[0][0].number, groups[-1][0].number
        if len(groups) == 1:
            return self.wording.say("one", first)
        return self.wording.range(first, last, two=len(groups) == 2)  # noqa: PLR2004 - two in a row

    def _groups(self, lines: Sequence[Line]) -> list[list[Line]]:
        """Return lines in groups: a numbered paragraph with all that stands beneath it, else each line alone."""
        groups: list[list[Line]] = []
        for line in lines:
            if groups and groups[-1][0].kind is LineKind.NUMBERED and line.kind in BENEATH and line.number:
                groups[-1].append(line)
            else:
                groups.append([line])
        return [part for group in groups for part in ([group] if self._is_whole(group) else [[one] for one in group])]

    def _is_whole(self, group: Sequence[Line]) -> bool:
        """Return whether lines are all there is of a numbered paragraph."""
        number = group[0].number
        if group[0].kind is not LineKind.NUMBERED or not number:
            return False
        return len(group) == self.sizes[number]

    def _omitted(self, lines: Sequence[Line]) -> Iterator[Correction]:
        for whole, groups in groupby(self._groups(lines), key=self._is_whole):
            if whole:
                yield Correction(f"{self.wording.say('omit_alone', self._paragraphs(list(groups)))}.")
                continue
            for line, *_ in groups:
                place, what = self.wording.around(line), self.wording.told(line)
                said = self.wording.say("omit_there", place, what) if place else self.wording.say("omit_alone", what)
                yield Correction(ended(said))

    def _inserted(self, run: Run, instead: str | None) -> Correction:
        first, *_ = run.new
        anchor = self._anchor(run, first)
        if instead is not None:
            text = instead
        elif first.kind in AROUND:
            text = self.wording.say("insert_here", self.wording.place(first))
        elif anchor is None:
            text = self.wording.say("beginning")
        elif anchor.kind is LineKind.HEADING:
            text = self.wording.say("beneath", anchor.heading)
        elif _ends(anchor, first):
            text = self.wording.say("after", self.wording.within(anchor))
        else:
            text = self.wording.say("after_there", self.wording.around(anchor), self.wording.thing(anchor))
        return Correction(text, tuple(one for line in run.new for one in _as_inserted(line)))

    def _anchor(self, run: Run, first: Line) -> Line | None:
        """Return the line of the old paper to name as standing before: for a paragraph the one above, bullets and all."""
        above = run.above
        if above is None or not above.number or first.kind in BENEATH:
            return above
        return self.carrying.get(above.number, above)

    def _changed(self, row: Row) -> Iterator[Correction]:
        old, new = row.old, row.new
        if old is None or new is None:
            return
        place = self.wording.place(old)
        if old.rows is not None and new.rows is not None:
            yield from (Correction(f"{place}, {one}.") for one in table_corrections(old.rows, new.rows, self.wording))
            return
        told = [self.wording.quote(one) for one in quotes(old.text, new.text)]
        if told:
            yield Correction(ended(f"{place}: {'; '.join(told)}"))
        if old.kind is not new.kind and {old.kind, new.kind} != {LineKind.TEXT, LineKind.CONTINUATION}:
            said = self.wording.say("as", self.wording.sort(new.kind), excerpt(new.text))
            yield Correction(ended(f"{place}: {said}"))
        if old.links != new.links and (even(old.text) == even(new.text) or _addresses(old) != _addresses(new)):
            yield from self._links(place, old, new)

    def _links(self, place: str, old: Line, new: Line) -> Iterator[Correction]:
        before = set(old.links)
        there = {one.text for one in new.links}
        for link in new.links:
            if link not in before:
                yield Correction(f"{place}: {self.wording.say('link', excerpt(link.text), link.address)}.")
        for link in old.links:
            if link.text not in there:
                yield Correction(f"{place}: {self.wording.say('no_link', excerpt(link.text))}.")


def _ends(anchor: Line, first: Line) -> bool:
    """Return whether ``first`` is to stand behind the whole of a numbered paragraph, bullets and all."""
    return anchor.kind is LineKind.NUMBERED and bool(anchor.number) and first.kind not in BENEATH


def _addresses(line: Line) -> list[str]:
    return [one.address for one in line.links]


def _as_inserted(line: Line) -> Iterator[Inserted]:
    if line.rows is not None:
        yield from (Inserted(in_row(row)) for row in line.rows)
        return
    bullets = (LineKind.BULLET, LineKind.SUB_BULLET, LineKind.GRANT)
    headings = (LineKind.HEADING, LineKind.STRAND)
    yield Inserted(even(line.text), line.kind in bullets, line.kind in headings)
