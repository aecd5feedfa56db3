"""The rounds that are in the entries already, grant by grant, and which of them a round of the tracker is."""

from __future__ import annotations

import unicodedata
from collections import Counter
from copy import copy
from typing import TYPE_CHECKING, TypeAlias

from pcp_reports.dates import FinancialYear
from pcp_reports.findings import Finding, Place
from pcp_reports.importing.funds import bare
from pcp_reports.importing.likeness import plain_signs
from pcp_reports.importing.sheets.sheet import without_unseen
from pcp_reports.importing.trackers.against.came_from import of_another_sheet
from pcp_reports.ledger import ROUND
from pcp_reports.nodes import Block, Items, Text
from pcp_reports.records import dataclass
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pcp_reports.dates import PartialDate
    from pcp_reports.importing.trackers.rounds import PlannedRound
    from pcp_reports.importing.trackers.tracked import Tracked
    from pcp_reports.model.funding_round import FundingRound, Grant
    from pcp_reports.nodes import Node
    from pcp_reports.rewriting import Trail
    from pcp_reports.workspace import Filed, Register


@dataclass(frozen=True, slots=True, eq=False)
class FiledGrant:
    """One grant of the entries: its file, the strand it stands under, and the way to it."""

    filed: Filed
    strand: str | None
    trail: Trail
    grant: Grant

    @property
    def exempt(self) -> bool:
        """Return whether the public does not get to see it: it, or its whole round, is marked so."""
        return self.grant.exempt is not None or self.filed.model.exempt is not None


@dataclass(frozen=True, slots=True, eq=False)
class FiledRound:
    """One round of the entries with its grants."""

    filed: Filed
    grants: tuple[FiledGrant, ...]

    @property
    def model(self) -> FundingRound:
        """Return the round's model."""
        return self.filed.model  # type: ignore[no-any-return] # a round by its kind

    @property
    def has_strands(self) -> bool:
        """Return whether the grants stand under strands."""
        return any(one.strand is not None for one in self.grants)


Claims: TypeAlias = "Mapping[int, FiledGrant]"
"""Grants of the entries by the row of the tracker that names them by its reference."""


class FiledRounds:
    """All rounds of a workspace, found by reference, name, fund and month."""

    def __init__(self, register: Register, sheets: Collection[str] = ()) -> None:
        """Read the rounds of a register; those with faults are told in ``findings``.

        ``sheets`` are trackers of the same workbook that are not read now: what was imported from them is theirs.
        """
        rounds = [filed for filed in register.entries if filed.kind == ROUND]
        self.findings = tuple(_faulty(filed) for filed in rounds if not filed.sound)
        self.rounds = tuple(_round(filed) for filed in rounds if filed.sound)
        self.others = frozenset(one.filed.path for one in self.rounds if of_another_sheet(one, sheets))
        self.by_path = {one.filed.path: one for one in self.rounds}
        grants = [grant for one in self.rounds for grant in one.grants]
        times = Counter(same_reference(one.grant.reference) for one in grants if one.grant.reference)
        self.by_reference = {
            key: one for one in grants if one.grant.reference and times[key := same_reference(one.grant.reference)] == 1
        }

    def keeping_apart(self, paths: frozenset[str]) -> FiledRounds:
        """Return the same, with further rounds that are another tracker's."""
        apart = copy(self)
        apart.others = self.others | paths
        return apart

    def is_of_another(self, known: FiledRound) -> bool:
        """Return whether a round was imported from another sheet of the workbook that is read now, or from another workbook."""
        return known.filed.path in self.others

    def claims(self, awards: Sequence[Tracked]) -> Claims:
        """Return which grants the rows of a tracker are by reference; one that stands on two rows, or in two grants, tells nothing."""
        if not self.by_reference:
            return {}
        times = Counter(same_reference(award.reference) for award in awards if award.reference)
        return {
            award.row: grant
            for award in awards
            if times[key := same_reference(award.reference)] == 1 and (grant := self.by_reference.get(key)) is not None
        }

    def of(self, one: PlannedRound, stem: str, path: str, claims: Claims) -> FiledRound | Finding | None:
        """Return the round that a round of the tracker is, None where it is new, a finding where it could be more than one.

        It is the one that holds most of its references, those left out that the tracker has moved to another month; else one
        named as it would be; else the one of its fund and month.
        """
        held = Counter(
            grant.filed.path
            for award in one.awards
            if (grant := claims.get(award.row)) is not None and not moved(award, grant)
        )
        alike = [other for other in self.rounds if bare(str(other.model.fund)) == bare(one.fund)]
        by_count = [other for other in alike if held[other.filed.path]]
        if by_count:
            return max(
                by_count, key=lambda other: (held[other.filed.path], other.filed.name == stem, _is_month(other, one))
            )
        theirs = [other for other in alike if other.filed.path in self.others]
        found = _like(one, [other for other in alike if other not in theirs], stem, path)
        return found or _like(one, [other for other in theirs if _holds_any(other, one)], stem, path)


def _like(one: PlannedRound, alike: Sequence[FiledRound], stem: str, path: str) -> FiledRound | Finding | None:
    """Return which of the rounds of its fund a round of the tracker is, by its name or its month."""
    named = [other for other in alike if one.name and is_named(other, one, stem)] or [
        other for other in alike if other.filed.name == stem
    ]
    if len(named) == 1:
        return named[0]
    month = [other for other in alike if _is_month(other, one) and not _kept_apart(other, one)]
    if one.name:
        month = [other for other in month if not other.model.title or not _has_round_name(other)]
    if len(month) > 1:
        names = listed([quoted(other.filed.name) for other in month[:6]])
        message = f"The grants of {one.fund}, {one.name or one.announced}, could belong to more than one round of the entries: {names}."
        hint = (
            "Give the grants in those rounds the tracker's references (reference: …), so that each row finds its own."
        )
        return Finding("G531", message, Place(path), hint)
    return month[0] if month else None


def _is_month(other: FiledRound, one: PlannedRound) -> bool:
    return not months_apart(other.model.announced, one.announced)


def _kept_apart(other: FiledRound, one: PlannedRound) -> bool:
    """Return whether a round holds exempt grants alone, and none of a round of the tracker: kept from it, on purpose."""
    return bool(other.grants) and all(grant.exempt for grant in other.grants) and not _holds_any(other, one)


def _holds_any(other: FiledRound, one: PlannedRound) -> bool:
    """Return whether a round of the entries holds a grant of a round of the tracker."""
    held = {_work(str(grant.grant.recipient), str(grant.grant.purpose)) for grant in other.grants}
    return any(_work(award.recipient, award.purpose) in held for award in one.awards)


def _work(recipient: str, purpose: str) -> tuple[str, str]:
    return same_name(recipient), same_name(purpose)


def is_named(other: FiledRound, one: PlannedRound, stem: str) -> bool:
    """Return whether a round of the entries bears the tracker's name for it, in the same financial year."""
    same_year = FinancialYear.of(other.model.announced) == FinancialYear.of(one.announced)
    title = bare(str(other.model.title or ""))
    return other.filed.name in (one.name, stem) or (same_year and title == bare(f"{one.fund}, {one.name}"))


def _has_round_name(other: FiledRound) -> bool:
    """Return whether the title gives a round's name, as an import writes it, rather than a month."""
    rest = str(other.model.title or "").partition(", ")[2]
    return bool(rest) and not any(part.isdigit() and len(part) == len("2023") for part in rest.split())


def same(words: str | None) -> str:
    """Return words as they are compared: without regard to capitals, blanks, and what nobody sees."""
    return " ".join(without_unseen(words or "").casefold().split())


def same_reference(words: str | None) -> str:
    """Return a reference as it is compared: whichever dash it is typed with, and in whichever form of Unicode."""
    plain = words or ""
    return same(plain if plain.isascii() else unicodedata.normalize("NFKC", plain_signs(plain)))


def same_name(words: str) -> str:
    """Return a recipient or a purpose as it is compared."""
    return same(plain_signs(words)).rstrip(" .")


def other_reference(award: Tracked, known: FiledGrant) -> bool:
    """Return whether row and grant bear different references, and so can never be one."""
    if not (award.reference and known.grant.reference):
        return False
    return same_reference(award.reference) != same_reference(known.grant.reference)


def moved(award: Tracked, known: FiledGrant) -> bool:
    """Return whether a grant stands in the round of its month, and the tracker now has it in another month.

    A round that was announced in another month than its grants were awarded in, or that the tracker names, is not left by
    a new date.
    """
    theirs = known.filed.model.announced
    now = award.announced or award.awarded
    if award.round or now is None or (known.grant.awarded is None and award.announced is None):
        return False
    return not months_apart(known.grant.awarded or theirs, theirs) and months_apart(now, theirs) > 0


def months_apart(one: PartialDate, other: PartialDate) -> int:
    """Return how many months lie between the months of two dates."""
    return abs(one.year * 12 + one.month - other.year * 12 - other.month)


def _round(filed: Filed) -> FiledRound:
    trails = {id(node): trail for node, trail in _grant_nodes(filed.source.root)}
    return FiledRound(
        filed,
        tuple(
            FiledGrant(filed, None if strand.name is None else str(strand.name), trails[id(grant.node)], grant)
            for strand in filed.model.grants
            for grant in strand.grants
        ),
    )


def _grant_nodes(root: Block | None) -> Iterator[tuple[Node, Trail]]:
    grants = root.get(Text("grants")) if root is not None else None
    for strand, rows in grants.items() if isinstance(grants, Block) else ((None, grants),):
        lead: Trail = ("grants",) if strand is None else ("grants", str(strand))
        for number, row in enumerate(rows) if isinstance(rows, Items) else ((None, rows),):
            if row is not None:
                yield row, lead if number is None else (*lead, number)


def _faulty(filed: Filed) -> Finding:
    message = f"{filed.name} has errors, so the tracker cannot be compared with the rounds that are in the entries."
    return Finding("G530", message, Place(filed.path), "Mend it first: pcp-reports check")


def references_twice(awards: Sequence[Tracked], path: str) -> tuple[Finding, ...]:
    """Return a finding for each reference that stands on more than one row."""
    rows: dict[str, list[Tracked]] = {}
    for award in awards:
        if award.reference:
            rows.setdefault(same_reference(award.reference), []).append(award)
    return tuple(
        Finding(
            "G526",
            f"The reference {quoted(found[0].reference)} stands on {len(found)} rows: {listed([str(one.row) for one in found[:6]])}.",
            Place(path, found[1].row),
            "Give each grant a reference of its own. These rows are matched by recipient and purpose instead.",
        )
        for found in rows.values()
        if len(found) > 1
    )
