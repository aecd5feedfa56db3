"""Matches -> changes: what somebody changed in Word, and where in the entries it belongs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.comparing.alike import nearly
from pcp_reports.comparing.change import Change, Kind, TextEdit
from pcp_reports.comparing.fields import (
    Keys,
    as_grant,
    grant_keys,
)
from pcp_reports.comparing.matching import words_of
from pcp_reports.comparing.putting_back import TEMPLATE, edit_of, with_label
from pcp_reports.comparing.retyping import added, deleted, reworded_text
from pcp_reports.comparing.units import TITLE, is_as_built, marks_of, paths_by_mark
from pcp_reports.document import BlockKind
from pcp_reports.passage import AROUND, Sort
from pcp_reports.records import dataclass
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.comparing.matching import Match
    from pcp_reports.comparing.stories import Stories
    from pcp_reports.comparing.units import Unit
    from pcp_reports.document import Block
    from pcp_reports.passage import Passage

_STANDING = "it is a standing paragraph, which belongs to every paper that names it"
_SINCE = "the entry was changed since this Word file was built"


@dataclass(frozen=True, slots=True)
class Sides:
    """The two papers, and what is known of the entries. ``since`` are the entries that were changed after the build.

    ``trial``: the entries are those that would be written, so that whatever Word says otherwise counts.
    """

    units: tuple[Unit, ...]
    passages: tuple[Passage, ...]
    stories: Stories
    paper: str  # the path of paper.yaml
    template: str
    since: frozenset[str] = frozenset()
    trial: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The changes in the order of the edited paper, and the entries that say something else now than when it was built."""

    changes: tuple[Change, ...]
    since: frozenset[str]


def tell(sides: Sides, matches: Sequence[Match], *, overtype: bool = False) -> Told:
    """Return what was changed. With ``overtype``, figures in Word take the place of placeholders: for a trial alone."""
    work = _Telling(sides, overtype=overtype)
    for match in matches:
        work.take(match)
    return Told(tuple(work.changes), frozenset(work.since))


class _Telling:
    def __init__(self, sides: Sides, *, overtype: bool) -> None:
        self.sides = sides
        self.overtype = overtype
        self.changes: list[Change] = []
        self.since = set(sides.since)
        self.above: Unit | None = None  # the unit above that is still there
        self.paths = paths_by_mark(sorted(sides.stories.files))
        self.laid_out: set[int] = set()

    # -- one match

    def take(self, match: Match) -> None:
        units = [self.sides.units[at] for at in match.units]
        passages = [self.sides.passages[at] for at in match.passages]
        if units and passages:
            if len(units) == len(passages) == 1:
                self._one(match, units[0], passages[0])
            else:
                self._several(match, units, passages)
            self.above = units[-1]
        elif units:
            self._deleted(match, units[0])
        else:
            self._added(match, passages[0])

    def _one(self, match: Match, unit: Unit, passage: Passage) -> None:
        if not self.sides.trial and match.stale is not None and unit.block is not None:
            self.since.add(unit.block.origin.path)
            if is_as_built(match.stale, passage.text):
                return  # Word left it as it was; the entry went on
        if words_of(unit.passage) != words_of(passage):
            if not self._set_as_table(match, unit, passage):
                self._changed(match, unit, passage)
        elif unit.text.strip() != passage.text.strip() and passage.sort not in AROUND:
            self._put(Kind.TYPOGRAPHIC, match, unit, passage, why="only the signs differ that Word sets by itself")
        if unit.block is not None and _set_as(unit.passage) and _set_as(passage) not in ("", _set_as(unit.passage)):
            self._put(
                Kind.LAYOUT,
                match,
                unit,
                passage,
                why="what words are set as is told by the entry and the template",
                hint=f"It was {_set_as(unit.passage)} and is {_set_as(passage)} now.",
            )
        if match.moved:
            self._put(
                Kind.MOVED,
                match,
                unit,
                passage,
                why="the order of a paper is that of its entries",
                hint=f"It stood at {unit.passage.where}. {self._order_hint(unit.block)}",
            )

    def _order_hint(self, block: Block | None) -> str:
        if block is None:
            return f"Move it in {self.sides.template}."
        if block.origin.key in ("text", "summary", "recommendation") and block.kind not in _FIRST:
            return f"Move it within the text, in {block.origin.path}."
        return f"Move it in {block.origin.path}, or move its entry in {self.sides.paper}."

    def _set_as_table(self, match: Match, unit: Unit, passage: Passage) -> bool:
        """Tell of a grant line that became a row of a table; return whether that is all that became of it."""
        if unit.block is None or unit.block.kind is not BlockKind.GRANT or passage.sort is not Sort.ROW:
            return False
        found = grant_keys(self.sides.stories, unit.block)
        new = as_grant(found[1], passage) if found is not None else None
        if passage.table not in self.laid_out:
            self.laid_out.add(passage.table)
            self._put(
                Kind.LAYOUT,
                match,
                unit,
                passage,
                why="how grants are set is the template's affair",
                hint="The grant lines were made into a table. Let the template print a table instead.",
            )
        return found is not None and new is not None and nearly(new.line, found[1].line)

    def _changed(self, match: Match, unit: Unit, passage: Passage) -> None:
        if match.stale is not None:
            self._put(
                Kind.CHANGED,
                match,
                unit,
                passage,
                why=f"{_SINCE}, and what it said then is not known",
                hint="Compare the words in Word with those of the entry, and type what shall stand.",
            )
            return
        edit = edit_of(self.sides.stories, self.sides.paper, unit, passage, overtype=self.overtype)
        self._put(Kind.CHANGED, match, unit, passage, edit=edit)

    # -- several

    def _several(self, match: Match, units: Sequence[Unit], passages: Sequence[Passage]) -> None:
        kind = Kind.SPLIT if len(passages) > len(units) else Kind.JOINED
        blocks = [unit.block for unit in units if unit.block is not None]
        stories = [self.sides.stories.of(block) for block in blocks]
        first = stories[0] if stories else None
        edit: TextEdit | str | tuple[TextEdit, tuple[tuple[str, str], ...]]
        if match.stale is not None:
            edit = f"{_SINCE}, and what it said then is not known"
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
        edit: TextEdit | str
        if unit.block is None:
            edit = TEMPLATE
        elif unit.block.origin.path in self.since:
            edit = f"{_SINCE}, so it may have been added there, or deleted here"
        elif story is not None:
            edit = deleted(self.sides.stories, story, unit.block)
        elif unit.block.kind is BlockKind.GRANT:
            edit = "a grant is data, and counts in the totals"
        else:
            edit = "it is not words of a text alone"
        self._put(Kind.DELETED, match, unit, None, edit=edit)

    def _added(self, match: Match, passage: Passage) -> None:
        for mark in marks_of(passage):
            if not self.sides.trial and is_as_built(mark, passage.text):
                self.since.add(self.paths.get(mark.entry, ""))
                return  # it was built so; the entry prints it no more
        above = self.above
        story = self.sides.stories.of(above.block) if above is not None else None
        edit: TextEdit | str
        hint = ""
        if passage.sort in AROUND:
            if any(words_of(unit.passage) == words_of(passage) for unit in self.sides.units):
                return  # the same head or foot on more pages
            edit = "it stands outside the paper's own text"
        elif passage.sort is Sort.HEADING:
            edit, hint = "it is a heading", f"Add a section to {self.sides.paper}: - heading: {_line(passage.text)}"
        elif passage.sort is Sort.ROW:
            edit = "it is a row of a table"
        elif passage.numbered:
            edit = "it is a numbered paragraph of its own"
            hint = f"Put it into {self.sides.paper}, among the items of its section: - text: {_line(passage.text)}"
        elif story is None or above is None or above.block is None:
            edit = "nothing in the entries stands right above it that it could belong to"
            hint = "Put it into the text of the entry it belongs to."
        elif above.block.origin.path in self.since:
            edit = _SINCE
        else:
            edit = added(self.sides.stories, story, above.block, passage)
        self._put(Kind.ADDED, match, above if not isinstance(edit, str) else None, passage, edit=edit, hint=hint)

    # -- telling

    def _put(
        self,
        kind: Kind,
        match: Match,
        unit: Unit | None,
        passage: Passage | None,
        *,
        edit: TextEdit | Keys | str | tuple[TextEdit, tuple[tuple[str, str], ...]] | None = None,
        why: str = "",
        hint: str = "",
    ) -> None:
        block = unit.block if unit is not None else None
        path, line = (block.origin.path, block.origin.line) if block is not None else ("", 0)
        if unit is not None and unit.role == TITLE:
            path, line = self.sides.paper, 1
        of_units = [self.sides.units[at].text for at in match.units]
        of_passages = [self.sides.passages[at].text for at in match.passages]
        place = passage if passage is not None else unit.passage if unit is not None else None
        change = Change(
            kind,
            place.where if place is not None else "",
            _shown(of_units),
            _shown(of_passages),
            match,
            self.sides.stories.name(path) if path else "",
            path,
            line,
            why=why,
            hint=hint,
        )
        if isinstance(edit, str):
            change = change.refused(edit, hint or self._hint(block, unit, edit, change))
        elif isinstance(edit, tuple):
            of_text, overtyped = edit
            change = replace(change, edit=of_text if of_text.splices else None, partly=bool(overtyped))
            if not of_text.splices:
                change = change.refused("the tool puts this figure in from data", _data_hint(path))
        elif edit is not None:
            change = replace(change, edit=edit)
        if change.edit is not None and match.units and not match.tied and path in self.since:
            change = change.refused(f"{_SINCE}, and no bookmark ties these words to it any more")
        if change.edit is not None and path == self.sides.stories.standing and path:
            change = change.refused(_STANDING, f"If every paper shall say so, type it in {path}, line {line}.")
        self.changes.append(change)

    def _hint(self, block: Block | None, unit: Unit | None, edit: str, change: Change) -> str:
        if edit == TEMPLATE:
            return f"Change them in {self.sides.template}, or the person or name in entries/office.yaml."
        if block is None:
            return ""
        if change.kind is Kind.DELETED:
            return f"To leave it out, delete it in {block.origin.path}, line {block.origin.line}."
        del unit
        return f"Type it in {block.origin.path}, line {block.origin.line}."


_FIRST = (BlockKind.NUMBERED, BlockKind.HEADING, BlockKind.GRANT, BlockKind.GRANT_HEADING)


def _set_as(passage: Passage) -> str:
    """Return what a passage is set as, of what may become another; nothing for what stands apart."""
    if passage.sort is Sort.TEXT:
        return "a paragraph"
    if passage.sort is not Sort.ITEM:
        return ""
    return "a numbered paragraph" if passage.numbered else "a bullet"


def _data_hint(path: str) -> str:
    return f"Change the data in {path}; the paper then prints the new figure by itself."


def _shown(texts: Sequence[str]) -> str:
    return "\n".join(" | ".join(text.split("\t")) for text in texts)


def _line(text: str) -> str:
    return " ".join(text.split())


def entries_named(stories: Stories, paths: frozenset[str]) -> str:
    """Return entries by name, as a sentence lists them."""
    return listed([quoted(stories.name(path)) for path in sorted(paths) if path])
