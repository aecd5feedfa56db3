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
from pcp_reports.words import listed

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
        if all(map(self._is_whole, groups)) and len(groups) > 1:
            return self.wording.say("instead", self.wording.say("range", groups[0][0].number, groups[-1][0].number))
        return self.wording.say("instead", self.wording.within(gone.old[0])) if len(groups) == 1 else None

    def _moved(self, run: Run, lines: Sequence[Line]) -> Correction:
        what = listed([self._named(group) for group in self._groups(lines)], self.wording.words["and"])
        anchor = self._anchor(run, lines[0])
        if anchor is None:
            return Correction(f"{self.wording.say('move_first', what)}.")
        return Correction(f"{self.wording.say('move', what, self.wording.within(anchor))}.")

    def _named(self, group: Sequence[Line]) -> str:
        if self._is_whole(group):
            return self.wording.within(group[0])
        return f"{self.wording.within(group[0])} ({excerpt(group[0].text)})"

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
            rows = [group[0] for group in groups]
            if whole and len(rows) > 1:
                yield Correction(f"{self.wording.say('omit_lines', rows[0].number, rows[-1].number)}.")
            elif whole:
                yield Correction(f"{self.wording.say('omit_paragraph', rows[0].number)}.")
            else:
                for line in rows:
                    said = excerpt(line.text)
                    yield Correction(ended(self.wording.say("omit_line", self.wording.within(line), said)))

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
        else:
            text = self.wording.say("after", self.wording.within(anchor))
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


def _addresses(line: Line) -> list[str]:
    return [one.address for one in line.links]


def _as_inserted(line: Line) -> Iterator[Inserted]:
    if line.rows is not None:
        yield from (Inserted(in_row(row)) for row in line.rows)
        return
    bullets = (LineKind.BULLET, LineKind.SUB_BULLET, LineKind.GRANT)
    headings = (LineKind.HEADING, LineKind.STRAND)
    yield Inserted(even(line.text), line.kind in bullets, line.kind in headings)
