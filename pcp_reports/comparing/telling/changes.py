"""Matches -> changes: what somebody changed in Word, and where in the entries it belongs."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from pcp_reports.comparing.entries import hints
from pcp_reports.comparing.entries.change import Change, Kind
from pcp_reports.comparing.entries.putting_back import TEMPLATE, edit_of, with_label
from pcp_reports.comparing.entries.retyping import deleted, reworded_text
from pcp_reports.comparing.pairs.matching import words_of
from pcp_reports.comparing.pairs.units import is_as_built, marks_of, paths_by_mark
from pcp_reports.comparing.telling.layout import (
    BREAK,
    INTO_A_TABLE,
    NO_BREAK,
    broken,
    is_row_of_grants,
    is_same_grant,
    set_otherwise,
)
from pcp_reports.comparing.telling.new_words import BUILT_FROM_ANOTHER, TYPED_NUMBER, is_among_grants, new_words
from pcp_reports.comparing.telling.one_change import SINCE, change_of, held_back
from pcp_reports.comparing.telling.page_heads import ABOVE, REPEATED, PageHeads
from pcp_reports.comparing.telling.replaced import parted
from pcp_reports.comparing.telling.secrets import Secrets
from pcp_reports.comparing.telling.taken_out import TakenOut
from pcp_reports.document import BlockKind
from pcp_reports.passage import AROUND, Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.comparing.entries.change import TextEdit
    from pcp_reports.comparing.pairs.matching import Match
    from pcp_reports.comparing.pairs.units import Unit
    from pcp_reports.comparing.telling.one_change import Outcome
    from pcp_reports.comparing.telling.sides import Sides
    from pcp_reports.document import Block
    from pcp_reports.passage import Passage
    from pcp_reports.word.marks import Mark

_QUOTED = re.compile("“[^”]*”")


@dataclass(frozen=True, slots=True)
class Told:
    """The changes in the order of the edited paper, and the entries that say something else now than when it was built."""

    changes: tuple[Change, ...]
    since: frozenset[str]


def tell(sides: Sides, matches: Sequence[Match], *, overtype: bool = False) -> Told:
    """Return what was changed. With ``overtype``, figures in Word take the place of placeholders: for a trial alone."""
    matches = parted(sides, matches)
    work = _Telling(sides, PageHeads(sides, matches), TakenOut(sides, matches), overtype=overtype)
    for match, instead in zip(matches, _instead_of_template(sides, matches), strict=True):
        work.instead = instead
        work.take(match)
    return Told(tuple(work.changes), frozenset(work.since))


def _instead_of_template(sides: Sides, matches: Sequence[Match]) -> Iterator[bool]:
    """Yield for each match whether words of the template were taken out in the same place, with nothing left between."""
    for _, group in groupby(matches, key=lambda match: bool(match.units and match.passages)):
        beside = tuple(group)
        went = any(sides.units[at].block is None for match in beside if not match.passages for at in match.units)
        yield from (went for _ in beside)


class _Telling:
    def __init__(self, sides: Sides, heads: PageHeads, taken_out: TakenOut, *, overtype: bool) -> None:
        self.sides = sides
        self.heads = heads
        self.taken_out = taken_out
        self.secrets = Secrets(sides.stories)
        self.overtype = overtype
        self.changes: list[Change] = []
        self.since = set(sides.since)
        self.above: Unit | None = None  # the unit above that is still there
        self.paths = paths_by_mark(sorted(sides.stories.files))
        self.laid_out: set[int] = set()
        self.printed = frozenset(unit.mark for unit in sides.units if unit.mark is not None)
        self.printing = frozenset(mark.entry for mark in self.printed)
        self.astray = (
            False  # whether the words above come from an entry that the paper prints no more: it may be exempt now
        )
        self.secret = False  # whether it is
        self.instead = False  # whether words of the template went where this passage came

    # -- one match

    def take(self, match: Match) -> None:
        units = [self.sides.units[at] for at in match.units]
        passages = [self.sides.passages[at] for at in match.passages]
        if units and passages:
            if len(units) == len(passages) == 1:
                self._one(match, units[0], passages[0])
            else:
                self._several(match, units, passages)
            self._broken(match, units, passages)
            self.above = units[-1]
            self.astray = self.secret = False
        elif units:
            self._deleted(match, units[0])
        else:
            self._added(match, passages[0])

    def _one(self, match: Match, unit: Unit, passage: Passage) -> None:
        if not self.sides.trial and match.stale is not None and unit.block is not None:
            self.since.add(unit.block.origin.path)
            if is_as_built(match.stale, passage.text):
                return  # Word left it as it was; the entry went on
        if words_of(unit.passage) != words_of(passage) and self.secrets.holds(passage, unit.text):
            self._put_secret(match, passage)
            return
        if words_of(unit.passage) != words_of(passage) and not self._set_as_table(match, unit, passage):
            self._changed(match, unit, passage)
        for one in set_otherwise(unit, passage):
            self._put(one.kind, match, unit, passage, why=one.why, hint=one.hint)
        if match.moved:
            self._put(
                Kind.MOVED,
                match,
                unit,
                passage,
                why="the order of a paper is that of its entries",
                hint=f"It stood at {unit.passage.where}. {self._to_move(unit.block)}",
            )

    def _broken(self, match: Match, units: Sequence[Unit], passages: Sequence[Passage]) -> None:
        """Tell of line breaks that were put into a paragraph."""
        found = broken(units, passages)
        if found and not any(map(self.secrets.holds, found)):
            self._put(Kind.LAYOUT, match, units[0], found[0], why=BREAK, hint=NO_BREAK)

    def _to_move(self, block: Block | None) -> str:
        above = self.above.block if self.above is not None else None
        return hints.to_move(self.sides.stories, self.sides.paper, self.sides.template, block, above)

    def _set_as_table(self, match: Match, unit: Unit, passage: Passage) -> bool:
        """Tell of a grant line that became a row of a table; return whether that is all that became of it."""
        if not is_row_of_grants(unit, passage):
            return False
        if passage.table not in self.laid_out:
            self.laid_out.add(passage.table)
            self._put(INTO_A_TABLE.kind, match, unit, passage, why=INTO_A_TABLE.why, hint=INTO_A_TABLE.hint)
        return is_same_grant(self.sides.stories, unit, passage)

    def _changed(self, match: Match, unit: Unit, passage: Passage) -> None:
        if self.heads.follows(unit, passage):
            return  # told where the paper itself says it
        if self.heads.repeats(unit, passage):
            if self.sides.paper not in self.since:  # else Word may have left it as it was built
                self._put(Kind.CHANGED, match, unit, passage, why=REPEATED, hint=ABOVE)
            return
        if match.stale is not None:
            self._put(
                Kind.CHANGED,
                match,
                unit,
                passage,
                why=f"{SINCE}, and what it said then is not known",
                hint="Compare the words in Word with those of the entry, and type what shall stand.",
            )
            return
        edit = edit_of(self.sides.stories, self.sides.paper, unit, passage, overtype=self.overtype)
        self._put(Kind.CHANGED, match, unit, passage, edit=edit)

    # -- several

    def _several(self, match: Match, units: Sequence[Unit], passages: Sequence[Passage]) -> None:
        printed = " ".join(unit.text for unit in units)
        if any(self.secrets.holds(passage, printed) for passage in passages):
            self._put_secret(match, passages[0])
            return
        kind = Kind.SPLIT if len(passages) > len(units) else Kind.JOINED
        blocks = [unit.block for unit in units if unit.block is not None]
        stories = [self.sides.stories.of(block) for block in blocks]
        first = stories[0] if stories else None
        edit: Outcome
        if match.stale is not None:
            edit = f"{SINCE}, and what it said then is not known"
        elif len(blocks) < len(units):
            edit = TEMPLATE
        elif first is None or any(one is not first for one in stories):
            edit = "it is printed from several entries or keys"
        else:
            whole = with_label(units, passages)
            edit = (
                whole
                if isinstance(whole, str)
                else reworded_text(self.sides.stories, first, blocks, whole, overtype=self.overtype)
            )
        self._put(kind, match, units[0], passages[0], edit=edit)

    def _deleted(self, match: Match, unit: Unit) -> None:
        if unit.passage.sort in AROUND and unit.block is None and not unit.text.strip():
            return
        story = self.sides.stories.of(unit.block)
        whole = self.taken_out.of(unit.block) if unit.block is not None else None
        edit: TextEdit | str
        hint = whole[1] if whole is not None else ""
        if unit.block is None:
            edit = TEMPLATE
        elif unit.block.origin.path in self.since:
            edit = f"{SINCE}, so it may have been added there, or deleted here"
        elif whole is not None:
            edit = whole[0]
        elif story is not None:
            edit = deleted(self.sides.stories, story, unit.block)
        elif unit.block.kind is BlockKind.GRANT:
            edit = "a grant is data, and counts in the totals"
        else:
            edit = "it is not words of a text alone"
        self._put(Kind.DELETED, match, unit, None, edit=edit, hint=hint)

    def _added(self, match: Match, passage: Passage) -> None:
        marks = marks_of(passage)
        strays = [mark for mark in marks if mark.entry not in self.printing]
        self.astray = self.astray or bool(strays)
        self.secret = self.secret or any(self.sides.stories.is_exempt(self.paths.get(one.entry, "")) for one in strays)
        for mark in marks:
            known = mark in self.printed or self._is_of_other_paper(mark)
            if not self.sides.trial and not known and is_as_built(mark, passage.text):
                self.since.add(self.paths.get(mark.entry, ""))
                return  # it was built so; the entry prints it no more
        if self.secret or self.secrets.holds(passage):
            self._put_secret(match, passage)
            return
        if passage.sort in AROUND:
            if any(words_of(unit.passage) == words_of(passage) for unit in self.sides.units):
                return  # the same head or foot on more pages
            self._put(Kind.ADDED, match, None, passage, edit="it stands outside the paper's own text")
            return
        above = self.above
        block = above.block if above is not None else None
        among_grants = is_among_grants(self.sides.stories, block, passage)
        edit = (
            BUILT_FROM_ANOTHER
            if self.astray
            else new_words(self.sides.stories, self.since, block, passage, instead=self.instead)
        )
        hint = ""
        if isinstance(edit, str) and not self.astray:
            hint = hints.to_add(
                self.sides.paper,
                block,
                TYPED_NUMBER.sub("", passage.text),
                is_heading=passage.sort is Sort.HEADING,
                is_numbered=passage.numbered or TYPED_NUMBER.match(passage.text) is not None,
                among_grants=among_grants,
            )
        near = block is not None and (not isinstance(edit, str) or among_grants)
        self._put(Kind.ADDED, match, above if near else None, passage, edit=edit, hint=hint)

    def _is_of_other_paper(self, mark: Mark) -> bool:
        """Return whether a bookmark was copied along out of another paper's Word file."""
        filed = self.sides.stories.files.get(self.paths.get(mark.entry, ""))
        return filed is not None and filed.kind == "paper" and filed.path != self.sides.paper

    def _put_secret(self, match: Match, passage: Passage) -> None:
        """Tell of words whose entry or grant has become exempt since the build, without any of them."""
        where = _QUOTED.sub("“…”", passage.where)
        why = "these words come from an entry or a grant that is kept from the public by now"
        hint = "Take them out of the Word file, or build the paper again."
        self.changes.append(Change(Kind.ADDED, where, "", "[kept from the public]", match, why=why, hint=hint))

    def _put(
        self,
        kind: Kind,
        match: Match,
        unit: Unit | None,
        passage: Passage | None,
        *,
        edit: Outcome = None,
        why: str = "",
        hint: str = "",
    ) -> None:
        told = change_of(self.sides, kind, match, unit, passage, edit=edit, why=why, hint=hint)
        self.changes.append(held_back(told, self.since, self.sides.stories.standing))
