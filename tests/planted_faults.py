"""A generated round, and the faults that are planted in what is printed of it.

Each fault returns the figures as printed with it, and the truth about it; None where the round cannot have it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pcp_reports.checks.explain import CauseKind, Earlier, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from pcp_reports.printed.claim import Claim


@dataclass(frozen=True)
class Fault:
    """What was done to the printed figures, and the lines by which they differ from what they should be."""

    kind: CauseKind
    lines: tuple[Line, ...] = ()
    strands: tuple[str, ...] = ()
    total: bool = True
    count: bool = False

    @property
    def code(self) -> str:
        """Return the code of the finding that says so."""
        return "G201" if self.total else "G202"


@dataclass(frozen=True)
class Round:
    """A round with what is printed of it. ``inside`` are the lines that the claims speak of, ``others`` the rest."""

    seed: int
    lines: tuple[Line, ...]
    covers: str | None
    total: Claim | None
    count: Claim | None
    wording: str
    earlier: tuple[Line, ...] = ()  # the lines of an earlier round
    fault: Fault | None = None

    @property
    def inside(self) -> tuple[Line, ...]:
        """Return the lines that the claims speak of, with those listed apart."""
        return tuple(line for line in self.lines if self.covers is None or line.strand == self.covers)

    @property
    def others(self) -> tuple[Line, ...]:
        """Return the lines of other strands."""
        return tuple(line for line in self.lines if self.covers is not None and line.strand != self.covers)

    @property
    def is_declared(self) -> bool:
        """Return whether ``stated`` says which strand is spoken of, beside the sentence that names it."""
        return self.covers is not None and (self.fault is not None or self.seed % 2 == 0)

    @property
    def codes(self) -> set[str]:
        """Return the codes of the findings of the whole `check` on the round's figures."""
        return set() if self.fault is None else {self.fault.code}

    @property
    def days(self) -> tuple[Earlier, ...]:
        """Return the earlier round as an explanation takes it."""
        if not self.earlier:
            return ()
        words = "what the round of August 2023 came to"
        return (Earlier(words, sum(line.pence for line in self.earlier), sum(line.projects for line in self.earlier)),)

    @property
    def text(self) -> str:
        """Return the sentence before the grants."""
        total, count = (one.text if one is not None else "" for one in (self.total, self.count))
        projects = "project" if count in ("1", "one") else "projects"
        words = self.wording.format(total=total, count=count, projects=projects, strand=self.covers)
        return words[0].upper() + words[1:]


def total_of(lines: Sequence[Line]) -> int:
    """Return what lines come to in pence."""
    return sum(line.pence for line in lines if line.counts)


def projects_of(lines: Sequence[Line]) -> int:
    """Return how many projects lines pay for."""
    return sum(line.projects for line in lines if line.counts)


Faulty = tuple[int, int, Fault]


def _strand_alone(random: Random, own: Round) -> Faulty | None:
    names = list(dict.fromkeys(line.strand for line in own.lines))
    if own.covers is not None or len(names) < 2:
        return None
    some = random.sample(names, 1 if random.random() < 0.7 else random.randint(1, len(names) - 1))
    kept = [line for line in own.lines if line.strand in some]
    left = tuple(line for line in own.inside if line.strand not in some and line.counts)
    strands = tuple(str(name) for name in names if name in some)
    return total_of(kept), projects_of(kept), Fault(CauseKind.STRANDS, left, strands, count=True)


def _whole_round(_random: Random, own: Round) -> Faulty | None:
    if not own.others:
        return None
    extra = tuple(line for line in own.others if line.counts)
    return total_of(own.lines), projects_of(own.lines), Fault(CauseKind.WHOLE, extra, count=True)


def _without(random: Random, own: Round, number: int, *, count: bool) -> Faulty | None:
    lines = [line for line in own.inside if line.counts]
    if len(lines) <= number:
        return None
    out = tuple(random.sample(lines, number))
    fault = Fault(CauseKind.LEFT_OUT, out, count=count)
    less = projects_of(out) if count else 0
    return total_of(lines) - total_of(out), projects_of(lines) - less, fault


def _one_left_out(random: Random, own: Round) -> Faulty | None:
    return _without(random, own, 1, count=random.random() < 0.5)


def _two_left_out(random: Random, own: Round) -> Faulty | None:
    made = _without(random, own, 2, count=random.random() < 0.5)
    return made if made is not None and _only_pair(own, total_of(made[2].lines)) else None


def _only_pair(own: Round, pence: int) -> bool:
    """Return whether only one pair of lines comes to an amount: of others nobody could tell which it was."""
    lines = [line.pence for line in own.inside if line.counts]
    return sum(one + two == pence for at, one in enumerate(lines) for two in lines[:at]) == 1


def _twice(random: Random, own: Round) -> Faulty | None:
    lines = [line for line in own.inside if line.counts]
    line, count = random.choice(lines), random.random() < 0.5
    more = line.projects if count else 0
    fault = Fault(CauseKind.TWICE, (line,), count=count)
    return total_of(lines) + line.pence, projects_of(lines) + more, fault


def _apart(random: Random, own: Round) -> Faulty | None:
    lines = [line for line in own.inside if not line.counts]
    if not lines:
        return None
    line, count = random.choice(lines), random.random() < 0.5
    more = line.projects if count else 0
    return (
        total_of(own.inside) + line.pence,
        projects_of(own.inside) + more,
        Fault(CauseKind.APART, (line,), count=count),
    )


def _outside(random: Random, own: Round) -> Faulty | None:
    lines = [line for line in own.others if line.counts]
    if not lines:
        return None
    line = random.choice(lines)
    more = projects_of(own.inside) + line.projects
    return total_of(own.inside) + line.pence, more, Fault(CauseKind.OUTSIDE, (line,), count=True)


def _changed_round(random: Random, pence: int) -> int | None:
    """Return an amount with two neighbouring digits, which differ, changed round."""
    digits, scale = (str(pence // 100), 100) if pence % 100 == 0 else (str(pence), 1)
    ways = []
    for at in range(len(digits) - 1):
        other = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        if other != digits and other[0] != "0":
            ways.append(int(other) * scale)
    return random.choice(ways) if ways else None


def _swapped(random: Random, own: Round) -> Faulty | None:
    other = _changed_round(random, total_of(own.inside))
    return None if other is None else (other, projects_of(own.inside), Fault(CauseKind.SWAPPED))


def _swapped_line(random: Random, own: Round) -> Faulty | None:
    return _misread_line(random, own, CauseKind.SWAPPED, _changed_round)


def _moved(random: Random, pence: int) -> int | None:
    places = random.choice((1, 1, 2, 3, -1, -1, -2))
    if places < 0:
        return pence // 10**-places if pence % 10**-places == 0 and pence >= 10**-places * 100 else None
    return int(pence * 10**places)


def _point(random: Random, own: Round) -> Faulty | None:
    other = _moved(random, total_of(own.inside))
    return None if other is None else (other, projects_of(own.inside), Fault(CauseKind.POINT))


def _point_line(random: Random, own: Round) -> Faulty | None:
    return _misread_line(random, own, CauseKind.POINT, _moved)


def _misread_line(
    random: Random, own: Round, kind: CauseKind, misread: Callable[[Random, int], int | None]
) -> Faulty | None:
    lines = [line for line in own.inside if line.counts]
    line = random.choice(lines)
    other = misread(random, line.pence)
    if other is None or len(lines) < 2:
        return None
    return total_of(lines) - line.pence + other, projects_of(lines), Fault(kind, (line,))


def _digit(random: Random, own: Round) -> Faulty | None:
    pence = total_of(own.inside)
    digits, scale = (str(pence // 100), 100) if pence % 100 == 0 else (str(pence), 1)
    if len(digits.rstrip("0")) < 4:
        return None
    at = random.randrange(len(digits) - 1)
    other = digits[:at] + digits[at + 1 :] if random.random() < 0.5 else digits[: at + 1] + digits[at:]
    if other[0] == "0" or digits[at] == "0" == digits[-1]:
        return None
    return int(other) * scale, projects_of(own.inside), Fault(CauseKind.DIGIT)


def _pence(_random: Random, own: Round) -> Faulty | None:
    lines = [line for line in own.inside if line.counts]
    cut = sum(line.pence // 100 * 100 for line in lines)
    if total_of(lines) - cut <= 200:
        return None
    return cut, projects_of(lines), Fault(CauseKind.PENCE, tuple(line for line in lines if line.pence % 100))


def _earlier(_random: Random, own: Round) -> Faulty | None:
    if not own.earlier:
        return None
    return total_of(own.earlier), projects_of(own.earlier), Fault(CauseKind.EARLIER, count=True)


def _projects_ignored(_random: Random, own: Round) -> Faulty | None:
    lines = [line for line in own.inside if line.counts]
    several = tuple(line for line in lines if line.projects > 1)
    fault = Fault(CauseKind.PROJECTS_IGNORED, several, total=False, count=True)
    return (total_of(lines), len(lines), fault) if several else None


def _one_ignored(random: Random, own: Round) -> Faulty | None:
    several = [line for line in own.inside if line.counts and line.projects > 1]
    if not several:
        return None
    line = random.choice(several)
    fault = Fault(CauseKind.PROJECTS_IGNORED, (line,), total=False, count=True)
    return total_of(own.inside), projects_of(own.inside) - line.projects + 1, fault


def _recipients(_random: Random, own: Round) -> Faulty | None:
    lines = [line for line in own.inside if line.counts]
    names = [line.recipient for line in lines]
    repeated = tuple(line for line in lines if names.count(line.recipient) > 1)
    fault = Fault(CauseKind.RECIPIENTS, repeated, total=False, count=True)
    return (total_of(lines), len(set(names)), fault) if repeated else None


def _count_of_strand(random: Random, own: Round) -> Faulty | None:
    made = _strand_alone(random, own)
    if made is None or len(made[2].strands) > 1:
        return None
    return total_of(own.inside), made[1], replace(made[2], total=False)


def _count_of_apart(random: Random, own: Round) -> Faulty | None:
    made = _apart(random, own)
    if made is None:
        return None
    projects = projects_of(own.inside) + made[2].lines[0].projects
    return total_of(own.inside), projects, replace(made[2], total=False, count=True)


FAULTS = (
    _strand_alone, _whole_round, _one_left_out, _two_left_out, _twice, _apart, _outside, _swapped, _swapped_line, _point,
    _point_line, _digit, _pence, _earlier, _projects_ignored, _one_ignored, _recipients, _count_of_strand, _count_of_apart,
)  # fmt: skip
HEDGED = (_strand_alone, _whole_round)
"""The faults that a figure in thousands may still have in it; of others it proves too little."""
