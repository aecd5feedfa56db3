"""Funding rounds as offices have them, made from a seed: clean, or with one planted fault whose cause is known.

`made(seed)` gives the round as data (lines, claims, the truth about its fault); `entry_text` and `workspace` give it as
entries for the whole `check`, and `Round.codes` says which findings that has to give.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from planted_faults import FAULTS, HEDGED, Faulty, Round, projects_of, total_of
from printed_figures import almost, exact_count, exact_money, in_thousands, may_say, over
from round_wordings import (
    BODIES,
    COUNT_WORDINGS,
    HOSTILE,
    OFFICE,
    PAPER,
    PLACES,
    STRAND_WORDINGS,
    STRANDS,
    TOTAL_WORDINGS,
    WORDINGS,
    entry,
)

from pcp_reports.checks.explain import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Round", "entry_text", "made", "projects_of", "total_of", "workspace"]


def _amount(random: Random, style: str) -> int:
    match style:
        case "thousands":
            return random.randint(1, 10) * 100_000
        case "hundreds":
            return random.randint(5, 100) * 10_000
        case "pounds":
            return random.randint(500, 10_000) * 100
        case "pence":
            return random.randint(50_000, 1_000_000)
    return _amount(random, random.choice(("thousands", "thousands", "hundreds", "pounds")))


def _number_of_lines(random: Random) -> int:
    return random.choice((random.randint(1, 4), random.randint(3, 12), random.randint(3, 12), random.randint(8, 60)))


def _recipient(random: Random, hostile: bool) -> str:
    return random.choice(HOSTILE) if hostile else f"{random.choice(PLACES)} {random.choice(BODIES)}"


def _lines(random: Random) -> tuple[Line, ...]:
    """Return the lines of a round, strand by strand; a strand has one line at least that counts."""
    style = random.choice(("thousands", "hundreds", "pounds", "pounds", "pence", "mixed", "mixed"))
    strands: Sequence[str | None] = STRANDS[: random.randint(1, 4)] if random.random() < 0.7 else (None,)
    number = max(_number_of_lines(random), len(strands))
    where = sorted((*range(len(strands)), *(random.randrange(len(strands)) for _ in range(number - len(strands)))))
    hostile = 0.5 if random.random() < 0.2 else 0.05
    withdrawn = 0.15 if random.random() < 0.2 else 0.0
    made: list[Line] = []
    for at in where:
        first = not made or made[-1].strand != strands[at]
        projects = random.choice((2, 2, 3)) if random.random() < 0.15 else 1
        name = _recipient(random, random.random() < hostile)
        counts = first or random.random() >= withdrawn
        pence = _amount(random, style)
        while any((line.recipient, line.pence) == (name, pence) for line in made):
            pence = _amount(random, style)  # one recipient with one amount twice would be asked about
        made.append(Line(name, strands[at], pence, projects, counts=counts))
    return tuple(made)


def made(seed: int) -> Round:
    """Return the round of a seed: every third is clean, the others have one fault, the faults in turn."""
    random = Random(seed)  # noqa: S311 - the same rounds for the same seed, no secret
    if seed % 3 == 0:
        return _clean(random, seed)
    planted = FAULTS[seed // 3 % len(FAULTS)]
    while True:
        own = _scoped(random, seed)
        faulty = planted(random, own)
        if faulty is not None and (found := _printed(random, own, faulty, hedged=planted in HEDGED)) is not None:
            return found


def _scoped(random: Random, seed: int) -> Round:
    """Return a round of which nothing is printed yet: its lines, an earlier round, what is spoken of."""
    lines = _lines(random)
    strands = list(dict.fromkeys(line.strand for line in lines))
    covers = random.choice(strands) if len(strands) > 1 and random.random() < 0.35 else None
    return Round(seed, lines, covers, None, None, "", tuple(line for line in _lines(random) if line.counts))


def _wording(random: Random, own: Round, *, total: bool, count: bool) -> str:
    if own.covers is not None and total and count:
        return random.choice(STRAND_WORDINGS)
    if total and count:
        return random.choice(WORDINGS)
    return random.choice(TOTAL_WORDINGS if total else COUNT_WORDINGS)


def _clean(random: Random, seed: int) -> Round:
    own = _scoped(random, seed)
    pence, projects = total_of(own.inside), projects_of(own.inside)
    forms = (exact_money,) if pence < 2_000_000 else (exact_money, exact_money, in_thousands, over, almost)
    total = random.choice(forms)(pence)
    count = exact_count(projects, words=random.random() < 0.5)
    both = own.covers is not None or random.random() < 0.7
    only_total = both or random.random() < 0.7
    wording = _wording(random, own, total=only_total, count=both or not only_total)
    return replace(
        own, total=total if only_total else None, count=count if both or not only_total else None, wording=wording
    )


def _printed(random: Random, own: Round, faulty: Faulty, *, hedged: bool) -> Round | None:
    """Return the round with its faulty figures printed; None where the fault does not show in them."""
    pence, projects, fault = faulty
    right = total_of(own.inside)
    form = random.choice((in_thousands, over, almost)) if hedged and random.random() < 0.3 else exact_money
    total = form(pence)
    if fault.total and (may_say(total, right) or pence <= 0 or abs(pence - right) <= 100):
        return None
    if fault.count and projects == projects_of(own.inside):
        return None
    if projects < 1:
        return None
    only_total = fault.total and not fault.count and own.covers is None and random.random() < 0.3
    only_count = not fault.total and own.covers is None and random.random() < 0.3
    count = exact_count(projects, words=random.random() < 0.5)
    return replace(
        own,
        total=None if only_count else total,
        count=None if only_total else count,
        wording=_wording(random, own, total=not only_count, count=not only_total),
        fault=fault,
    )


def entry_text(own: Round) -> str:
    """Return the round as an entry's YAML."""
    return entry(own.text, own.lines, "2023-09", "autumn", own.covers if own.is_declared else None)


def workspace(own: Round) -> dict[str, str]:
    """Return the files of a workspace that holds the round, its earlier round, and the paper that cites both."""
    files = {"office": OFFICE, "funding/harvest": entry_text(own)}
    items = ["harvest"]
    if own.earlier:
        files["funding/summer"] = entry(
            "The Commissioner made these grants in the summer:", own.earlier, "2023-08", "summer"
        )
        items.insert(0, "summer")
    files["2023-10-03/paper"] = PAPER.format(items="\n      - ".join(items))
    return files
