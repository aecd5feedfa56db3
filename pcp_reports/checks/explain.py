"""Why a printed total or count disagrees with the lines it speaks of: the causes that fit exactly, best first.

Pure: it knows claims and lines, nothing of entries, YAML or Word. Nothing is returned that was not proved: the lines are
added up anew with the cause in them, or the slip is made anew in the total or the line, and what comes of it is judged
(`pcp_reports.judging.judge`) against the claim.

What is looked for: a strand, or some together, or the whole round; one or two lines left out or counted twice; a line
counted that is withdrawn or returned, or stands in another strand; two digits changed round, a point or noughts
misplaced, in the figure or in a line; a digit of the figure dropped or doubled; pence dropped; a line's projects
counted as one, grants counted for projects or the other way about, recipients counted once each; a figure of another day.

A cause weighs what its slip is likely to be in an office, shared among all the slips of its sort that could have
happened: that just this one of sixty lines was left out says less than that this one of three was. Several lines that
would do are one cause, which names them and says that it is one of them. A rounded or hedged figure is explained only
where few others would fit by chance: by strands, one line, an earlier figure, or a misplaced point.

The work is bounded. Up to 12 strands every set of them is tried, beyond it one or two of them and all but one or two.
Up to 5,000 lines two at a time are tried, beyond it one at a time. `Explained.complete` and `bound` say so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.explaining import counting, slips, wording
from pcp_reports.explaining.parts import Cause, CauseKind, Change, Counted, Earlier, Explained, Fit, Line, Slip
from pcp_reports.explaining.search import Measure, Search
from pcp_reports.explaining.selections import MOST_LINES, MOST_STRANDS, of_lines
from pcp_reports.explaining.target import Target
from pcp_reports.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.printed.claim import Claim

__all__ = [
    "Cause",
    "CauseKind",
    "Counted",
    "Earlier",
    "Explained",
    "Line",
    "explain_both",
    "explain_count",
    "explain_total",
]


MOST_SETS = 2
"""Of more sets of strands that fit than this, none is named."""


def explain_total(
    claim: Claim, lines: Sequence[Line], earlier: Sequence[Earlier] = (), *, others: Sequence[Line] = ()
) -> Explained:
    """Return why ``claim`` is not what ``lines`` come to; nothing where it is, or where it cannot be judged.

    ``others`` are the lines of the same round that the claim does not speak of.
    """
    return explain_both(claim, None, lines, earlier, others=others)


def explain_count(
    claim: Claim,
    lines: Sequence[Line],
    earlier: Sequence[Earlier] = (),
    *,
    others: Sequence[Line] = (),
    counted: Counted = Counted.PROJECTS,
) -> Explained:
    """Return why ``claim`` is not the number of projects (or grants) of ``lines``; nothing where it is."""
    return explain_both(None, claim, lines, earlier, others=others, counted=counted)


def explain_both(
    total: Claim | None,
    count: Claim | None,
    lines: Sequence[Line],
    earlier: Sequence[Earlier] = (),
    *,
    others: Sequence[Line] = (),
    counted: Counted = Counted.PROJECTS,
) -> Explained:
    """Return why a total and a count printed together disagree: causes of both at once first, then those of either."""
    lines, others = _distinct(lines), _distinct(others)
    money = _search(total, Measure(money=True), lines, others)
    number = _search(count, Measure(money=False, counted=counted), lines, others)
    of_total = of_lines(money, earlier) if money is not None else []
    bound = _bound(money or number, lines)
    if money is not None and number is not None:
        joint = _of_both(money, number, of_total)
        if joint:  # two figures hardly fit one cause by chance, so nothing else is worth telling
            causes = tuple(
                _by_lines(fit, money, number) for fit in joint if _is_proved(money, fit) and _is_proved(number, fit)
            )
            return Explained(causes, not bound, bound)
    apart = []
    if money is not None:
        apart.append(_of_one(money, of_total, [*slips.of_total(money), *slips.of_line(money)]))
    if number is not None:
        typed = [*counting.of_count(number), *slips.of_count(number)]
        apart.append(_of_one(number, of_lines(number, earlier), typed))
    return Explained(tuple(_in_turn(apart)), not bound, bound)


def _distinct(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines, each an object of its own: a caller may well have listed one line twice."""
    if len({id(line) for line in lines}) == len(lines):
        return lines
    return [replace(line) for line in lines]


def _search(claim: Claim | None, measure: Measure, lines: Sequence[Line], others: Sequence[Line]) -> Search | None:
    """Return what to search for a claim that disagrees; None where there is nothing to explain."""
    target = Target.of(claim) if claim is not None else None
    if target is None or target.money is not measure.money:
        return None
    search = Search.of(target, measure, lines, others)
    return None if target.is_right_of(search.total) else search


def _of_both(money: Search, number: Search, fits: Iterable[Fit]) -> list[Fit]:
    """Return the causes of the total that give the count as well: two figures that fit prove where one was weak."""
    both = []
    for fit in sorted(fits, key=lambda one: -one.weight):
        if fit.earlier is not None:
            projects = fit.earlier.projects
            if projects is not None and number.target.admits(projects):
                both.append(fit)
            continue
        changes = tuple(change for change in fit.changes if number.admits(change))
        told = {change.key for one in both for change in one.changes}
        if all(change.key in told for change in changes) or len({money.after(change) for change in changes}) > 1:
            continue
        if changes[0].strands or not money.by_chance(fit.weight, sure=1):  # a strand is likelier than any line
            both.append(Fit(fit.kind, fit.weight, changes))
    sets = [fit for fit in both if fit.changes and len(fit.changes[0].strands) > 1]
    return [fit for fit in both if len(sets) <= MOST_SETS or fit not in sets]


def _of_one(search: Search, fits: Iterable[Fit], typed: Iterable[Slip]) -> list[Cause]:
    """Return the causes of one figure, best first; what is the same by its lines is told once."""
    told: set[tuple[frozenset[int], frozenset[int]]] = set()
    found: list[tuple[bool, int, Cause]] = []
    money, count = (search, None) if search.measure.money else (None, search)
    for fit in sorted(fits, key=lambda one: -one.weight):
        keys = {change.key for change in fit.changes}
        if not fit.weak and not (keys and keys <= told) and _is_proved(search, fit):
            told |= keys
            found.append((fit.faint, -fit.weight, _by_lines(fit, money, count)))
    found += [(slip.faint, -slip.weight, _by_slip(slip, search)) for slip in typed if search.target.admits(slip.value)]
    found.sort(key=lambda one: one[:2])
    # Of a count, a line left out or counted twice is worth telling only where nothing else fits.
    return [cause for faint, _, cause in found if not faint or search.measure.money or found[0][0]]


def _is_proved(search: Search, fit: Fit) -> bool:
    """Return whether the claim is right of the figure with the cause in it, added up anew."""
    if fit.earlier is not None:
        value = fit.earlier.pence if search.measure.money else fit.earlier.projects
        return value is not None and search.target.admits(value)
    return all(search.target.admits(_anew(search, change)) for change in fit.changes[:1])


def _anew(search: Search, change: Change) -> int:
    left = {id(line) for line in change.out}
    kept = [line for line in search.lines if id(line) not in left]
    return search.measure.sum([*kept, *change.extra])


def _by_lines(fit: Fit, money: Search | None, count: Search | None) -> Cause:
    lines = {id(line): line for change in fit.changes for line in (*change.out, *change.extra)}
    return Cause(
        fit.kind,
        wording.of_fit(fit, money, count),
        tuple(lines.values()),
        tuple(name for change in fit.changes for name in change.strands),
        fit.earlier,
        total=money is not None,
        count=count is not None,
        choice=len(fit.changes) > 1,
    )


def _by_slip(slip: Slip, search: Search) -> Cause:
    money = search.measure.money
    return Cause(slip.kind, slip.sentence, slip.lines, total=money, count=not money, choice=slip.choice)


def _in_turn(rows: Sequence[list[Cause]]) -> list[Cause]:
    """Return the rows merged, one of each in turn: the best of the total, the best of the count, and so on."""
    most = max((len(row) for row in rows), default=0)
    return [row[at] for at in range(most) for row in rows if at < len(row)]


def _bound(search: Search | None, lines: Sequence[Line]) -> str:
    if search is None:
        return ""
    cut = []
    if len(search.strands) > MOST_STRANDS:
        cut.append(f"of more than {MOST_STRANDS} strands, only one or two, and all but one or two, were tried together")
    if len(lines) > MOST_LINES:
        cut.append(f"of more than {MOST_LINES:,} grants, only one at a time was left out or counted twice")
    return listed(cut)
