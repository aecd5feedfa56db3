"""What each figure of a paper rests on: the tool's own sum, a proof, a named source, or nothing yet."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pcp_reports.labels import label
from pcp_reports.printed.claim import Unit
from pcp_reports.records import dataclass
from pcp_reports.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from pcp_reports.findings import Place
    from pcp_reports.printed.claim import Claim


_LONGEST_NOUN = 40


class Standing(StrEnum):
    """How far a figure is proved, from the surest to the one that somebody must still look after."""

    COMPUTED = "computed"  # the tool made it itself, out of the grants
    RECONCILED = "reconciled"  # typed, and proved against data
    SOURCED = "sourced"  # a source is named
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Proof:
    """A standing, and what it rests on in words: the sum, the source, or why there is none."""

    standing: Standing
    words: str


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """One figure as the paper prints it.

    ``paragraph`` is the printed number that it stands under, None where nothing is numbered; ``where`` says it in
    words. ``place`` is where the figure comes from among the entries.
    """

    claim: Claim
    paragraph: int | None
    where: str
    proof: Proof
    place: Place

    @property
    def words(self) -> str:
        """Return the figure's words."""
        return words_of(self.claim)

    @property
    def noun(self) -> str:
        """Return what the figure counts, as printed beside it; empty where it is no count, or nothing is said."""
        return counted_by(self.claim)

    def read_as(self, locale: str) -> str:
        """Return what the figure was read as, with what it counts: ``92 arrests``, ``more than 400 individuals``."""
        return reading(self.claim, locale, self.noun)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that stand in the template itself, whose path is ``path``; what is put into them left out."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class FigureRegister:
    """Every figure of a paper in the order printed."""

    paper: str
    title: str
    meeting: str  # in words; empty for a paper without one
    locale: str
    figures: tuple[PrintedFigure, ...]

    def of(self, standing: Standing) -> tuple[PrintedFigure, ...]:
        """Return the figures of one standing, in order."""
        return tuple(figure for figure in self.figures if figure.proof.standing is standing)


_TIMES = (
    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
    "munud", "awr", "diwrnod", "wythnos", "mis", "blynedd",
)  # fmt: skip


def words_of(claim: Claim) -> str:
    """Return a figure's words on one line, with the unit where it is one of time: ``over 400``, ``40 months``."""
    words = claim.text.split()
    unit = claim.noun.split()[:1]
    return " ".join(words if not unit or unit[0] in words or unit[0].lower() not in _TIMES else words + unit)


def counted_by(claim: Claim) -> str:
    """Return what a count counts, shortened to what names it; empty for every other figure."""
    return shortened(claim.noun, _LONGEST_NOUN) if claim.unit is Unit.COUNT else ""


def weakest(proofs: Iterable[Proof]) -> Proof:
    """Return the proof that the least rests on; of two alike the first."""
    order = list(Standing)
    return max(proofs, key=lambda proof: order.index(proof.standing))


def reading(claim: Claim, locale: str, noun: str = "") -> str:
    """Return what a figure was read as, in words: ``£68,500 to £69,500``, ``more than 400``, ``18 points``.

    ``noun`` is what it counts, and is put behind it.
    """
    if not claim.readable:
        meant = f" {label('or', locale)} ".join(claim.meant)
        return label("read_as_nothing", locale) + (f" ({meant}?)" if meant else "")
    low, high = (None if bound is None else _number(bound, claim.unit, locale) for bound in (claim.low, claim.high))
    if low is not None and high is not None:
        said = low if low == high else label("read_between", locale).format(low=low, high=high)
    elif low is not None:
        said = label("read_above" if claim.open else "read_from", locale).format(low)
    elif high is not None:
        said = label("read_below" if claim.open else "read_up_to", locale).format(high)
    else:
        said = label("read_as_nothing", locale)
    said = f"{said} {noun}" if noun else said
    return f"{said} {label('each', locale)}" if claim.each else said


def in_digits(value: Decimal, thousands: str = "") -> str:
    """Return a number in plain digits, without noughts at its end that say nothing: ``4450000``, ``0.5``."""
    plain = f"{value:{thousands}f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _number(value: Decimal, unit: Unit, locale: str) -> str:
    """Return a bound with its unit, pence and decimals only where there are any."""
    if unit is Unit.MONEY:
        return f"£{value:,.0f}" if value == value.to_integral_value() else f"£{value:,.2f}"
    plain = in_digits(value, ",")
    if unit is Unit.PERCENT:
        return f"{plain}%"
    if unit is Unit.POINTS:
        return f"{plain} {label('point' if plain == '1' else 'points', locale)}"
    return plain
