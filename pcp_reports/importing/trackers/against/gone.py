"""Grants of a round for which the tracker has no award any more: which these are, what is said of them, and how they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.importing.trackers.against.came_from import came_from, source_of
from pcp_reports.importing.trackers.against.filed_rounds import same_name, same_reference
from pcp_reports.importing.trackers.against.typed_by_hand import lost_with
from pcp_reports.rewriting import Addition, Removal
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.importing.trackers.against.filed_rounds import FiledGrant, FiledRound
    from pcp_reports.importing.trackers.tracked import NoAward, Tracked, Tracker
    from pcp_reports.rewriting import Edit

_MOST_NAMED = 8


class NoAwards:
    """The rows of a tracker that are no award, found by the grant that they would be."""

    def __init__(self, tracker: Tracker) -> None:
        """Note the rows by their references and by their recipients."""
        self.unit = tracker.unit
        self._by_reference: dict[str, list[NoAward]] = {}
        self._by_body: dict[str, list[NoAward]] = {}
        for row in tracker.no_awards:
            self._by_reference.setdefault(same_reference(row.reference), []).append(row)
            self._by_body.setdefault(same_name(row.recipient), []).append(row)

    def of(self, known: FiledGrant) -> list[NoAward]:
        """Return the rows of a grant: those of its reference, and those of its recipient and purpose if either has none."""
        grant = known.grant
        body = self._by_body.get(same_name(str(grant.recipient)), ())
        purpose = same_name(str(grant.purpose))
        alike = [row for row in body if not row.purpose or same_name(row.purpose) == purpose]
        if not grant.reference:
            return alike
        named = self._by_reference.get(same_reference(grant.reference), ())
        return [*named, *(row for row in alike if not row.reference)]

    def any_of(self, known: FiledRound) -> bool:
        """Return whether any grant of a round has such a row."""
        return any(self.of(one) for one in known.grants)

    def emptied(self, known: FiledGrant) -> NoAward | None:
        """Return the row of a grant if its amount is empty now, and nothing says that it is none."""
        return next((row for row in self.of(known) if row.blank), None)

    def agree(self, known: FiledGrant) -> bool:
        """Return whether entry and tracker both say that a grant was withdrawn, or returned; only its amount is no more in the row."""
        return any(row.status == known.grant.status for row in self.of(known) if row.status)


def emptied(grant: FiledGrant, row: NoAward, unit: str) -> Finding:
    """Return the finding that the row of a grant has no amount now, which takes nothing out."""
    message = (
        f"{shortened(str(grant.grant.recipient), 60)} ({unit} {row.row}) has no amount in the tracker any more. "
        f"{quoted(grant.filed.name)} keeps its own: {grant.grant.amount}."
    )
    hint = "Fill in the amount in the tracker. If nothing was awarded after all, say so there in a column of statuses."
    return Finding("G532", message, grant.filed.source.place(grant.grant.node), hint)


def taken_out(one: FiledGrant, awards: Sequence[Tracked]) -> str:
    """Return how it is said that a grant was taken out, with whatever an officer typed there that goes with it."""
    more = lost_with(one, awards)
    return f"taken out: {shortened(str(one.grant.recipient), 50)}, {one.grant.amount}" + (
        f", and with it what the tracker does not say: {listed(list(more))}" if more else ""
    )


def gone_said(known: FiledRound, gone: Sequence[FiledGrant], rows: NoAwards, *, whole: bool, tracker: str) -> Finding:
    """Return the finding that names what is gone; ``whole``: nothing would be left of the round, which no import takes away.

    ``tracker`` is what is read now: where the round was imported under another name, that name is told.
    """
    shown = listed([f"{_recipient(one)} ({one.grant.amount})" for one in gone[:_MOST_NAMED]])
    more = f", and {len(gone) - _MOST_NAMED} more" if len(gone) > _MOST_NAMED else ""
    message = (
        f"{quoted(known.filed.name)} holds {counted(len(gone), 'grant')} for which the tracker has no award any more: "
        f"{shown}{more}."
    )
    was, it = ("It was", "it") if len(gone) == 1 else ("They were", "them")
    hint = f"{was} left in place. Take {it} out with --remove-gone, or put {it} back into the tracker."
    if there := _rows_there(gone, rows):
        message += f" {listed(there)}."
        wrong = "amount" if any(row.by_amount for one in gone for row in rows.of(one)) else "status"
        hint = f"{was} left in place. Take {it} out with --remove-gone, or correct the {wrong} in the tracker."
        if ended := next((row.status for one in gone for row in rows.of(one) if row.status), ""):
            hint += f" If a grant was awarded first, give its entry “status: {ended}” instead: it stays, and counts no more."
    if whole:
        hint = f"Nothing would be left of the round: delete {known.filed.path} by hand."
        hint += "" if there else f" Or put {it} back into the tracker."
    if (named := source_of(known)) and not (there or came_from(known, tracker)):
        hint += (
            f" But the round was imported from {named}: if that is another tracker, which has {it} still, leave {it}."
        )
    return Finding("G532", message, known.filed.source.place(gone[0].grant.node), hint)


def _rows_there(gone: Sequence[FiledGrant], rows: NoAwards) -> tuple[str, ...]:
    """Return where grants that are no awards any more stand in the tracker, and as what."""
    found = ((one, rows.of(one)) for one in gone[:_MOST_NAMED])
    return tuple(_stands(one, there[0], rows.unit) for one, there in found if len(there) == 1)


def _stands(one: FiledGrant, row: NoAward, unit: str) -> str:
    said = quoted(shortened(row.said, 60))
    as_what = f"with {said} as its amount" if row.by_amount else f"as {said}"
    return f"{_recipient(one)} stands in {unit} {row.row} {as_what}"


def _recipient(one: FiledGrant) -> str:
    return shortened(str(one.grant.recipient), 40)


def removals(known: FiledRound, gone: Sequence[FiledGrant], edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits that take grants out, a strand as a whole where all of it goes and none of ``edits`` adds to it."""
    added = [edit.trail for edit in edits if isinstance(edit, Addition)]
    made: list[Edit] = []
    for strand in dict.fromkeys(one.strand for one in gone):
        rows = [one for one in gone if one.strand == strand]
        whole = [one for one in known.grants if one.strand == strand]
        empty = strand is not None and len(rows) == len(whole) and ("grants", strand) not in added
        made += [Removal(("grants", str(strand)))] if empty else [Removal(one.trail) for one in rows]
    return made


def withheld_said(known: FiledRound, exempt: Sequence[FiledGrant], rows: NoAwards) -> Finding:
    """Return the finding that names exempt grants without an award in the tracker: no import takes them out.

    Offices keep such from a tracker on purpose, so it is a note; but not where the tracker has a row that says otherwise.
    """
    shown = listed([f"{_recipient(one)} ({one.grant.amount})" for one in exempt[:_MOST_NAMED]])
    more = f", and {len(exempt) - _MOST_NAMED} more" if len(exempt) > _MOST_NAMED else ""
    message = (
        f"{quoted(known.filed.name)} holds {counted(len(exempt), 'exempt grant')} for which the tracker has no award: "
        f"{shown}{more}."
    )
    was, it = ("It was", "it is") if len(exempt) == 1 else ("They were", "they are")
    place = known.filed.source.place(exempt[0].grant.node)
    if there := _rows_there(exempt, rows):
        hint = f"{was} left in place, as --remove-gone leaves what is exempt. If the tracker is right, mend the entry by hand."
        return Finding("G532", f"{message} {listed(there)}.", place, hint)
    hint = f"{was} left in place. Nothing needs doing if {it} kept from the tracker on purpose; else take the lines out by hand."
    return Finding("G534", message, place, hint)
