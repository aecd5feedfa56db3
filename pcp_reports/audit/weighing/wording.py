"""How an audit speaks of a claim that the lines do not bear out: two sentences, with both figures and the difference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.nouns import RECIPIENT, SUCCESSFUL
from pcp_reports.audit.weighing.causes import explained
from pcp_reports.checks.claim_words import capital, is_wrong, number_of, the
from pcp_reports.explaining.parts import CauseKind
from pcp_reports.explaining.wording import in_words
from pcp_reports.money import Money
from pcp_reports.stated.assertion import uncapitalised
from pcp_reports.stated.words import Counts
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from pcp_reports.audit.claims.telling import Telling
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.claims import Claim
    from pcp_reports.explaining.parts import Cause
    from pcp_reports.stated.judged import Judged

_LONGEST = 60
_TYPED = (CauseKind.SWAPPED, CauseKind.DIGIT, CauseKind.POINT)


def disagreement(told: Telling, one: Judged, *, row: bool = False, why: str = "") -> str:
    """Return what a claim says, what the lines come to, by how much it is out, and the cause: ``why``, else one that fits exactly."""
    claim = _wrong_half(one)
    if why:
        return f"{capital(_says(claim, row=row))}, but {_comes_to(claim)}{_difference(claim)}. {capital(why)}"
    causes = explained(told, claim).causes
    first = causes[0] if causes else None
    if first is not None and first.kind is CauseKind.STRANDS and not first.choice and _explains_all(first, claim):
        return f"{_of_strands(claim, first)} {_all_come_to(claim)}"
    why = first.sentence if first is not None else "Why cannot be told from the paper."
    if first is not None and first.kind in _TYPED and not first.count and _lacks_lines(claim):
        why = "Grants may be missing from the list."
    return f"{capital(_says(claim, row=row))}, but {_comes_to(claim)}{_difference(claim)}. {why}"


def _lacks_lines(one: Judged) -> bool:
    """Return whether more is said both in sum and in number: then lines are missing, and no digit was mistyped."""
    return (
        one.total is not None
        and one.count is not None
        and is_wrong(one.total)
        and is_wrong(one.count)
        and (one.total.gap or 0) > 0
        and (one.count.gap or 0) > 0
    )


def rounding(one: Weighed) -> str:
    """Return that a total is out by what looks like rounding."""
    total = one.judged.claim.total
    shown = uncapitalised(total.text) if total is not None else ""
    how = "is a little off" if total is not None and total.hedge else "looks like rounding"
    return f"{capital(shown)} {how}: {_comes_to(_half(one.judged, total=True))}."


def misleading(claim: Claim, one: Judged, *, total: bool) -> str:
    """Return that a hedge is true and far from what the lines come to."""
    return f"{quoted(claim.text)} is true, but {_comes_to(_half(one, total=total))}, so a reader would be misled."


def cannot(one: Weighed) -> str:
    """Return why a claim is not judged."""
    return f"It cannot be checked: {one.why or 'it may count something else than the lines listed'}."


def printed_count(claim: Claim, noun: str) -> str:
    """Return a count as printed with what it counts: “6 projects”, “nine local groups”."""
    own = " ".join(claim.noun.split()).removeprefix(SUCCESSFUL).removeprefix(RECIPIENT)
    words = own if own and len(own.split()) < 4 and own[-1:].isalpha() else noun  # noqa: PLR2004 - a short name
    return shortened(claim.text if words.casefold() in claim.text.casefold() else f"{claim.text} {words}", _LONGEST)


def _wrong_half(one: Judged) -> Judged:
    """Return the claim without what of it is sound, so that only what disagrees is explained; both where both do."""
    if one.total is not None and one.count is not None and is_wrong(one.total) != is_wrong(one.count):
        return _half(one, total=is_wrong(one.total))
    return one


def _half(one: Judged, *, total: bool) -> Judged:
    if total:
        return replace(one, claim=replace(one.claim, count=None, count_said=None), count=None)
    return replace(one, claim=replace(one.claim, total=None, total_said=None), total=None)


def _explains_all(cause: Cause, one: Judged) -> bool:
    return cause.total == (one.claim.total is not None) and cause.count == (one.claim.count is not None)


def _figures(one: Judged) -> list[str]:
    claim = one.claim
    shown = [uncapitalised(claim.total.text)] if claim.total is not None else []
    if claim.count is not None:
        shown.append(uncapitalised(printed_count(claim.count, claim.noun)))
    return shown


def _of_strands(one: Judged, cause: Cause) -> str:
    """Return that the figures are those of some strands: “£53,879 and 6 projects are the Community Fund alone”."""
    figures = _figures(one)
    count = one.claim.count
    single = len(figures) == 1 and (one.claim.total is not None or (count is not None and count.value == 1))
    alone = "alone" if len(cause.strands) == 1 else "together"
    return f"{capital(listed(figures))} {'is' if single else 'are'} {listed([the(name) for name in cause.strands])} {alone}."


def _all_come_to(one: Judged) -> str:
    """Return what the claim ought to be over: “All eight grants listed come to £73,719, which is £19,840 more”."""
    over = one.over
    if one.claim.total is not None:
        whose = "All " if not one.covers else "The "
        where = " listed" if not one.covers else f" of {listed([the(name) for name in one.covers])}"
        return f"{whose}{_grants(over.grants)}{where} come to {over.total}{_difference(one)}."
    where = "listed in all" if not one.covers else f"in {listed([the(name) for name in one.covers])}"
    number = number_of(over, one)
    noun = "project" if one.claim.counts is Counts.PROJECTS else "grant"
    verb = "is" if number == 1 else "are"
    return f"There {verb} {_number(number)} {noun if number == 1 else noun + 's'} {where}{_difference(one)}."


def _grants(number: int) -> str:
    return f"{_number(number)} {'grant' if number == 1 else 'grants'}"


def _number(number: int) -> str:
    return in_words(number)


def _says(one: Judged, *, row: bool) -> str:
    claim = one.claim
    if row and claim.total is not None:
        return f"the total given in the list is {uncapitalised(claim.total.text)}"
    return f"the text says {listed(_figures(one))}"


def _comes_to(one: Judged) -> str:
    """Return what the lines come to, in the terms of the claim: “the eight grants listed come to £73,719”."""
    over = one.over
    where = "listed" if not one.covers else f"under {listed(list(one.covers))}"
    if one.claim.total is not None:
        come = "comes" if over.grants == 1 else "come"
        return f"the {_grants(over.grants)} {where} {come} to {over.total}"
    number = number_of(over, one)
    noun = "project" if one.claim.counts is Counts.PROJECTS else "grant"
    return f"{counted(number, noun)} {'is' if number == 1 else 'are'} {where}"


def _difference(one: Judged) -> str:
    """Return by how much the lines come to more or less than is said."""
    shown = []
    if one.total is not None and is_wrong(one.total) and one.total.gap:
        more = "more" if one.total.gap < 0 else "less"
        shown.append(f"{Money(int(abs(one.total.gap) * 100))} {more}")
    elif one.count is not None and is_wrong(one.count) and one.count.gap and one.claim.total is None:
        more = "more" if one.count.gap < 0 else "fewer"
        shown.append(f"{int(abs(one.count.gap)):,} {more}")
    return f", which is {listed(shown)}" if shown else ""
