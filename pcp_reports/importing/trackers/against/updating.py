"""Rounds that are in the entries already, brought to what the tracker says: only what it changes is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.editing import digest
from pcp_reports.findings import Finding, Place, Related
from pcp_reports.importing.funds import bare
from pcp_reports.importing.made import EditedFile, RoundTotal
from pcp_reports.importing.trackers.against.changed import changes, kept_words, other_strand
from pcp_reports.importing.trackers.against.elsewhere import left_there
from pcp_reports.importing.trackers.against.gone import NoAwards, emptied, gone_said, removals, taken_out, withheld_said
from pcp_reports.importing.trackers.against.in_hand import RoundInHand
from pcp_reports.importing.trackers.against.unsettled import Lost, Unsettled
from pcp_reports.importing.trackers.against.withheld import into_exempt
from pcp_reports.importing.trackers.entry_text import item
from pcp_reports.money import Money
from pcp_reports.records import dataclass
from pcp_reports.rewriting import Addition, Refused, Setting, rewritten
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pcp_reports.importing.trackers.against.filed_rounds import FiledGrant, FiledRound, FiledRounds
    from pcp_reports.importing.trackers.against.matching import Matched
    from pcp_reports.importing.trackers.against.retyped import References
    from pcp_reports.importing.trackers.tracked import Tracked, Tracker
    from pcp_reports.rewriting import Trail

_COUNTING = ("awarded", "varied")


@dataclass(frozen=True, slots=True)
class Done:
    """All edits of old rounds, what these come to, what is said, and what they hold besides the tracker's awards."""

    edits: tuple[EditedFile, ...]
    rounds: tuple[RoundTotal, ...]
    findings: tuple[Finding, ...]
    left: Money


class Updating:
    """The edits of old rounds, collected round by round."""

    def __init__(self, tracker: Tracker, rounds: FiledRounds, *, remove_gone: bool) -> None:
        """Begin with nothing."""
        self.tracker = tracker
        self.rounds = rounds
        self.remove_gone = remove_gone
        self.findings: list[Finding] = []
        self._no_awards = NoAwards(tracker)
        self._work: dict[str, RoundInHand] = {}
        self._kept: list[tuple[Tracked, Place, str, str, str]] = []
        self._gone: list[tuple[FiledRound, tuple[FiledGrant, ...], frozenset[str]]] = []
        self._lost: list[Lost] = []
        self.emptied: set[int] = set()  # rows that have lost the amount of a grant of the entries

    def _of(self, path: str) -> RoundInHand:
        return self._work.setdefault(path, RoundInHand(self.rounds.by_path[path]))

    def round(self, known: FiledRound, told: Matched, strands: frozenset[str]) -> None:
        """Bring one round to what the tracker says of it; ``strands`` are those of its fund that the tracker has."""
        work = self._of(known.filed.path)
        for award, grant in told.pairs:
            self._pair(work, award, grant)
        for award in told.new:
            self._new(work, award)
        self._gone.append((known, told.gone, strands))

    def vanished(self, known: FiledRound, strands: frozenset[str]) -> None:
        """Note a round of the entries that is none of the tracker's."""
        if all(other is not known for other, _, _ in self._gone):
            self._of(known.filed.path)
            self._gone.append((known, known.grants, strands))

    def elsewhere(self, pairs: Iterable[tuple[Tracked, FiledGrant]]) -> None:
        """Bring grants to what the tracker says that stand in another round than it has them in; they stay there."""
        pairs = tuple(pairs)
        for award, grant in pairs:
            self._pair(self._of(grant.filed.path), award, grant)
        self.findings += left_there(pairs, self.rounds.by_path, self.tracker.unit, remove_gone=self.remove_gone)

    def _pair(self, work: RoundInHand, award: Tracked, grant: FiledGrant) -> None:
        work.matched.add(grant.trail)
        for change in changes(award, grant, self.tracker.unit):
            work.edits.append(change.edit)
            work.said.append(change.words)
        status = award.status or grant.grant.status
        if award.counts and status not in _COUNTING:
            work.uncounted.append(award.amount)
            message = f"{award.recipient} ({self.tracker.unit} {award.row}): the tracker does not say that the grant was {status}; the entry does, and keeps it."
            self.findings.append(Finding("G534", message, grant.filed.source.place(grant.grant.node), _SAY_STATUS))
        work.after[grant.trail] = award.amount if status in _COUNTING else None
        work.projects[grant.trail] = award.projects or grant.grant.projects
        place = grant.filed.source.place(grant.grant.node)
        if kept := kept_words(award, grant):
            self._kept += [(award, place, *one) for one in kept]
        if other_strand(award, grant):
            message = f"{award.recipient} ({self.tracker.unit} {award.row}) stands under {quoted(grant.strand or '')} in the entries, and under {quoted(award.strand)} in the tracker."
            self.findings.append(
                Finding(
                    "G533", message, place, "It was left where it is. If the tracker is right, move its lines by hand."
                )
            )

    def _new(self, work: RoundInHand, award: Tracked) -> None:
        known = work.known
        if known.model.exempt is not None:
            self.findings.append(into_exempt(award, known, self.tracker.unit))
            return
        written = item(award)
        said = f"new: {shortened(award.recipient, 50)}, {shortened(award.purpose, 50)}, {award.amount} ({self.tracker.unit} {award.row})"
        if work.has_strands != bool(award.strand):
            has = "under strands" if work.has_strands else "without strands"
            message = f"{award.recipient} ({self.tracker.unit} {award.row}) is new in {quoted(known.filed.name)}, whose grants stand {has}; the tracker has it {'without one' if work.has_strands else 'under one'}."
            self.findings.append(
                Finding(
                    "G516", message, Place(self.tracker.path, award.row), "Bring the two into line, then import again."
                )
            )
            return
        strand = work.strands().get(bare(award.strand)) if award.strand else None
        if not award.strand:
            work.edits.append(Addition(("grants",), written))
        elif strand is not None:
            work.edits.append(Addition(("grants", strand), written))
        else:
            work.new_strands.setdefault(award.strand, []).append(written)
        work.added.append(award)
        work.said.append(said)

    def done(self, new: Sequence[Tracked], references: References, made_of_it: Collection[str]) -> Done:
        """Return everything, once all rounds have been told. ``new`` are the rows that make rounds of their own.

        ``made_of_it`` are the paths of the rounds that were made from this tracker, under whichever name.
        """
        for known, gone, strands in self._gone:
            still = [one for one in gone if one.trail not in self._work[known.filed.path].matched]
            mine = known.filed.path in made_of_it
            here = [one for one in still if mine or one.strand is None or bare(one.strand) in strands]
            self._gone_of(known, here, mine=mine)
        added = ((award, path) for path, work in self._work.items() for award in work.added)
        rows = (*added, *((award, "") for award in new))
        self.findings += Unsettled(self._lost, references, self.tracker.unit).asked(rows)
        self._tell_kept()
        edits = []
        for path, work in self._work.items():
            work.edits += [Setting(("grants", name), rows) for name, rows in work.new_strands.items()]
            if work.edits:
                for edit in list(work.opening()):
                    work.edits.append(edit)
                    work.said.append(f"text: {quoted(shortened(str(edit.value).strip(), 120))}")
                edited = self._edited(path, work)
                if isinstance(edited, Finding):
                    self.findings.append(edited)
                elif edited is not None:
                    edits.append(edited)
        totals = tuple(work.total() for work in self._work.values())
        left = Money.total(work.besides() for work in self._work.values())
        return Done(tuple(edits), totals, tuple(self.findings), left)

    def _tell_kept(self) -> None:
        """Tell where the tracker has words otherwise that the entries keep: a few one by one, more as one."""
        unit = self.tracker.unit
        hint = "Nothing needs doing if the entry's words are the better ones. If the tracker's are, type them into the entry."
        lines = [
            (
                f"{award.recipient} ({unit} {award.row}), {key}: the tracker has {_short(new)}, the entry {_short(old)}",
                place,
            )
            for award, place, key, old, new in self._kept
        ]
        if len(lines) <= _MOST_APART:
            self.findings += [
                Finding("G534", f"{said}. The entry keeps its own.", place, hint) for said, place in lines
            ]
            return
        message = f"The tracker has {len(lines)} purposes, reasons or conditions in other words than the entries, which keep their own."
        related = tuple(Related(said, place) for said, place in lines)
        self.findings.append(Finding("G534", message, lines[0][1], hint, related))

    def _gone_of(self, known: FiledRound, gone: Sequence[FiledGrant], *, mine: bool) -> None:
        """Name what is gone, or take it out; a grant whose row has lost its amount alone is not gone."""
        kept: set[Trail] = set()
        for one in gone:
            row = self._no_awards.emptied(one)
            if row is not None:
                self.findings.append(emptied(one, row, self.tracker.unit))
                self.emptied.add(row.row)
                kept.add(one.trail)
        kept |= {one.trail for one in gone if self._no_awards.agree(one)}
        exempt = [one for one in gone if one.exempt and one.trail not in kept]
        for rows in (True, False):
            alike = [one for one in exempt if bool(self._no_awards.of(one)) == rows]
            self.findings += [withheld_said(known, alike, self._no_awards)] if alike else []
        gone = [one for one in gone if one.trail not in kept and not one.exempt]
        work = self._work[known.filed.path]
        if not gone:
            return
        whole = len(gone) >= len(known.grants) + len(work.added)
        if self.remove_gone and not whole:
            work.edits += removals(known, gone, work.edits)
            work.said += [taken_out(one, self.tracker.awards) for one in gone]
            for one in gone:
                work.after[one.trail] = None
            return
        self.findings.append(gone_said(known, gone, self._no_awards, whole=whole, tracker=self.tracker.source))
        self._lost += [Lost(known, one, whole, mine) for one in gone if not self._no_awards.of(one)]

    def _edited(self, path: str, work: RoundInHand) -> EditedFile | Finding | None:
        data = work.known.filed.source.data or b""
        new = rewritten(data.decode("utf-8", errors="surrogateescape"), tuple(work.edits))
        if isinstance(new, Refused):
            message = f"{work.known.filed.name} cannot be edited: {new.why}."
            return Finding("G530", message, Place(path), "Make these changes by hand: " + "; ".join(work.said[:6]))
        return EditedFile(path, digest(data), new.encode("utf-8", errors="surrogateescape"), tuple(work.said))


_SAY_STATUS = (
    "Nothing needs doing if the entry is right. Else take its status out; or give the tracker a column of statuses."
)
_MOST_APART = 3


def _short(words: str) -> str:
    return quoted(shortened(words, 60))
