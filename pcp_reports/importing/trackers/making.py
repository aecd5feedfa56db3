"""A tracker and the entries that are there -> new files, edits of old ones, and what each round must come to then."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from pcp_reports.dates import FinancialYear
from pcp_reports.findings import Finding, Place, has_errors
from pcp_reports.importing.funds import bare
from pcp_reports.importing.made import EditedFile, Made, NewFile, RoundTotal
from pcp_reports.importing.sheets.cell_words import month_in
from pcp_reports.importing.trackers.against.filed_rounds import FiledRounds, references_twice
from pcp_reports.importing.trackers.against.going_on import (
    called_before,
    made_of_it_in,
    of_its_years,
    of_other_trackers,
    other_years,
)
from pcp_reports.importing.trackers.against.gone import NoAwards
from pcp_reports.importing.trackers.against.holding import found_again, held_against
from pcp_reports.importing.trackers.against.misled import asked_of, misled
from pcp_reports.importing.trackers.against.retyped import References, retyped
from pcp_reports.importing.trackers.against.twice import held_already
from pcp_reports.importing.trackers.against.typed_by_hand import more_than
from pcp_reports.importing.trackers.against.updating import Updating
from pcp_reports.importing.trackers.against.withheld import unmarked
from pcp_reports.importing.trackers.entry_text import entry_text
from pcp_reports.importing.trackers.office_funds import unknown_funds, with_funds
from pcp_reports.importing.trackers.rounds import planned
from pcp_reports.importing.trackers.rows.remarks import without_amount
from pcp_reports.money import Money
from pcp_reports.scaffold import stem_of
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pcp_reports.importing.funds import Funds
    from pcp_reports.importing.trackers.against.filed_rounds import FiledGrant, FiledRound
    from pcp_reports.importing.trackers.against.holding import Held
    from pcp_reports.importing.trackers.against.misled import Pairs
    from pcp_reports.importing.trackers.rounds import Given, PlannedRound
    from pcp_reports.importing.trackers.tracked import Tracked, Tracker
    from pcp_reports.workspace import Register

_LONGEST_FUND = 40


def make(
    tracker: Tracker,
    register: Register,
    funds: Funds,
    given: Given,
    *,
    remove_gone: bool = False,
    add_funds: bool = False,
) -> Made:
    """Return what importing a tracker comes to. Nothing is written, and no existing name is taken.

    The register must have been loaded with its bytes (``keep``), as edits are held to what was read.
    """
    plan = planned(tracker, funds, given)
    rounds = FiledRounds(register, tracker.sheets)
    findings = [*tracker.findings, *plan.findings, *rounds.findings, *references_twice(tracker.awards, tracker.path)]
    office = with_funds(plan, funds, register) if plan.unknown and (add_funds or not funds.strands) else None
    if isinstance(office, Finding):
        findings.append(office)
    elif office is None:
        findings += unknown_funds(plan, funds, tracker.path, no_office=register.office_file is None)
    names = _Names(register)
    files: list[NewFile] = []
    totals: list[RoundTotal] = []
    updating = Updating(tracker, rounds, remove_gone=remove_gone)
    strands = _strands(plan.rounds)
    alone: list[Tracked] = []
    found: list[FiledGrant] = []
    awards = [award for one in plan.rounds for award in one.awards]
    claims = rounds.claims(awards)
    rounds = rounds.keeping_apart(of_other_trackers(rounds, awards, claims, tracker.source))
    wrong = misled(awards, claims, rounds.rounds)
    findings += asked_of(wrong, tracker.unit)
    held, unclear = held_against(plan.rounds, rounds, names.usual, tracker.path, claims)
    findings += unclear
    no_awards = NoAwards(tracker)
    references = References.of(tracker, rounds)
    held = retyped(held, references)
    made_of_it = made_of_it_in(rounds, tracker.source, held, plan.rounds, no_awards)
    mine = of_its_years(made_of_it, plan.rounds, no_awards) if made_of_it else []
    held = found_again(held, mine, _staying(mine, held) if remove_gone else None)
    for one in held:
        told = one.told
        found += [grant for _, grant in (*told.pairs, *told.elsewhere)]
        updating.elsewhere(told.elsewhere)
        if one.known is not None:
            updating.round(one.known, told, strands[bare(one.plan.fund)])
            continue
        alone += told.new
        fresh = _only(one.plan, told.new)
        if fresh is not None:
            file = _new_file(fresh, names, tracker.source, called_before(made_of_it, tracker.source))
            files.append(file)
            totals.append(_total(file.path, fresh.awards))
    findings += unmarked(_public(held), rounds.rounds, found, tracker.unit, references.tracker, no_awards)
    findings += _copied(rounds, register)
    others = [known for known in rounds.rounds if known not in made_of_it]
    findings += held_already([award for one in held for award in one.told.new], others, found, tracker.unit)
    certain = not has_errors(findings)  # of a round that cannot be told, nothing is said to be gone
    for known in _vanished(plan.rounds, rounds, mine) if certain else ():
        updating.vanished(known, strands.get(bare(str(known.model.fund)), frozenset()))
    done = updating.done(alone, references, frozenset(known.filed.path for known in made_of_it))
    blank = [row for row in tracker.no_awards if row.blank and row.row not in updating.emptied]
    findings += without_amount(blank, tracker.path)
    return Made(
        tuple(files),
        (*((office,) if isinstance(office, EditedFile) else ()), *done.edits),
        (*totals, *done.rounds),
        tracker.tallies,
        (*tracker.notes, *plan.notes, *(other_years(made_of_it, mine) if certain else ())),
        (*findings, *_besides(done.findings, wrong)),
        done.left,
    )


def _public(held: Sequence[Held]) -> list[Tracked]:
    """Return the rows that would come in as new grants in public: those of a round that is exempt as a whole are asked about."""
    return [award for one in held if one.known is None or one.known.model.exempt is None for award in one.told.new]


def _besides(findings: Sequence[Finding], wrong: Pairs) -> Iterator[Finding]:
    """Yield findings but those of grants that are not their rows': what the two say otherwise tells nothing."""
    places = {known.filed.source.place(known.grant.node) for _, known in wrong}
    return (finding for finding in findings if finding.place not in places)


def _staying(rounds: Sequence[FiledRound], held: Sequence[Held]) -> Callable[[Tracked, FiledGrant], bool]:
    """Return what tells whether a grant stays where it is, though --remove-gone was typed and a row has it in another round.

    It does where an officer typed more with it than the row has, which would be lost; and where its round would be left
    without any grant, as no import empties one: written elsewhere in the same run, each would count twice.
    """
    have = {id(grant) for one in held for _, grant in (*one.told.pairs, *one.told.elsewhere)}
    kept = {id(one.known) for one in held if one.told.new}
    whole = {
        known.filed.path
        for known in rounds
        if id(known) not in kept and not any(id(grant) in have for grant in known.grants)
    }
    return lambda award, grant: grant.filed.path in whole or bool(more_than(award, grant))


def _copied(rounds: FiledRounds, register: Register) -> Iterator[Finding]:
    """Yield a finding for each round of the entries beside which something left a copy: rows may find the wrong one of them."""
    for path, original in register.copies.items():
        if path in rounds.by_path and original in rounds.by_path:
            message = f"{path} looks like a copy of {original}; the grants of both count, and the tracker may be held against either."
            yield Finding("P145", message, Place(path), "Compare the two, delete one, then import again.")


def _strands(plan: Sequence[PlannedRound]) -> dict[str, frozenset[str]]:
    """Return the strands that the tracker has of each fund, compared as `bare` has them."""
    found: dict[str, set[str]] = {}
    for one in plan:
        found.setdefault(bare(one.fund), set()).update(bare(name) for name, _ in one.strands if name is not None)
    return {fund: frozenset(names) for fund, names in found.items()}


def _vanished(plan: Sequence[PlannedRound], rounds: FiledRounds, mine: Sequence[FiledRound]) -> Iterator[FiledRound]:
    """Yield rounds of the entries that the tracker may have lost whole: of its funds and within its time, or made from it.

    ``mine`` are those made from it in financial years of which it has rows. A clean one is begun in April, as a rule. What
    was imported from another sheet of its workbook, or from another workbook, stands there still.
    """
    spans: dict[str, tuple[date, date]] = {}
    for one in plan:
        first, last = spans.get(bare(one.fund), (one.announced.first, one.announced.last))
        spans[bare(one.fund)] = min(first, one.announced.first), max(last, one.announced.last)
    for known in rounds.rounds:
        first, last = spans.get(bare(str(known.model.fund)), (date.max, date.min))
        if rounds.is_of_another(known):
            continue
        if known in mine or (first <= known.model.announced.first and known.model.announced.last <= last):
            yield known


def _only(one: PlannedRound, awards: Sequence[Tracked]) -> PlannedRound | None:
    """Return a round with those of its awards that the entries do not hold yet; None where there is none."""
    if not awards:
        return None
    wanted = {id(award) for award in awards}
    strands = ((name, tuple(award for award in rows if id(award) in wanted)) for name, rows in one.strands)
    return replace(one, strands=tuple((name, rows) for name, rows in strands if rows))


def _new_file(one: PlannedRound, names: _Names, source: str, before: str) -> NewFile:
    path = names.free(one)
    total = _total(path, one.awards)
    strands = [f"{name} {_sum(rows)}" for name, rows in one.strands if name is not None and len(one.strands) > 1]
    about = f"{counted(total.grants, 'grant')}, {total.total}" + (f" ({listed(strands)})" if strands else "")
    if not total.grants:
        about += "; none of them counts, and its text says that they were withdrawn or returned"
    return NewFile(path, entry_text(one, source, before), about)


def _total(path: str, awards: Sequence[Tracked]) -> RoundTotal:
    counting = [award for award in awards if award.counts]
    return RoundTotal(path, len(counting), _sum(counting))


def _sum(awards: Sequence[Tracked]) -> Money:
    return Money.total(award.amount for award in awards if award.counts)


class _Names:
    """Names for new files: never one that is taken, whatever folder it is in, because papers cite entries by name."""

    def __init__(self, register: Register) -> None:
        self.taken = {filed.name.casefold() for filed in register.entries} | {"office", "paper"}

    def usual(self, one: PlannedRound) -> str:
        """Return the name that a round has if it is free: “safer-streets-fund-2023-09”."""
        fund = (stem_of(one.fund) or "round")[:_LONGEST_FUND].rstrip("-")
        last = (stem_of(one.name) or "") if one.name else ""
        month = f"{one.announced.year}-{one.announced.month:02}"
        if last and (last == fund or last.startswith(f"{fund}-")) and re.search("[0-9]{4}-?[0-9]{2}", last):
            return last
        if last and month_in(one.name) is not None:
            month = ""
        return "-".join(part for part in (fund, last[:_LONGEST_FUND].rstrip("-"), month) if part)

    def free(self, one: PlannedRound) -> str:
        """Return the path of a new file, whose name is taken from now on."""
        usual = stem = self.usual(one)
        number = 2
        while stem.casefold() in self.taken:
            stem = f"{usual}-{number}"
            number += 1
        self.taken.add(stem.casefold())
        return f"entries/funding/{str(FinancialYear.of(one.announced)).replace('/', '-')}/{stem}.yaml"
