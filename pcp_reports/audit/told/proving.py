"""Whether what is stated above grants told one by one bears out that they were read as meant, and what then cannot be right.

A total that the sums come to proves them, and then a number near theirs is their own. A number that is theirs, where
every sum was read and is plainly a grant, proves that none is missing: then a total that they do not come to is wrong. So is
one that would be right if two digits of it, or of one of the grants, had not changed places.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.words.figures import is_swapped, unit_of
from pcp_reports.audit.words.grant_words import of_other_money
from pcp_reports.audit.words.pairs import is_near
from pcp_reports.claims import Kind, Unit
from pcp_reports.judging import judge
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.audit.told.stated import Figure

_PAIR, _SEVERAL, _MANY = 2, 3, 4
_DIGITS = 4  # of a sum, but for noughts, that nobody comes to by chance
_LEAST_LIKE, _MOST_LIKE = Decimal("0.4"), Decimal("2.5")
_FAR = 10  # a sum that is said to be “over” what it is may be off by a tenth


@dataclass(frozen=True, slots=True)
class Reading:
    """Grants told one by one: ``loose`` and ``hedged`` as a `Tale` has them; ``others`` counts the sums that were not read.

    ``beside`` are all other sums of the paragraphs, in pence; ``echoed``: their number is given behind them as well;
    ``more``: words tell of more money for them, or that these are instalments.
    """

    awards: tuple[Award, ...]
    loose: bool
    hedged: bool
    others: int
    beside: frozenset[int]
    echoed: bool = False
    more: bool = False

    @property
    def pence(self) -> int:
        """Return what the grants come to."""
        return sum(one.amount.pence for one in self.awards if one.amount is not None)

    @property
    def plain(self) -> bool:
        """Return whether every sum was read, and each is plainly a grant."""
        return not self.loose and not self.others


def proven(reading: Reading, totals: Sequence[Figure], numbers: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures that are certainly of these grants; none where nothing bears out that they were read as meant."""
    lines = len(reading.awards)
    if lines < _PAIR:
        return ()
    own = [one for one in numbers if one.claim.value == lines]
    fitting = [one for one in totals if fits(one, reading.pence)]
    if any(one.claim.kind is Kind.EXACT for one in fitting):
        near = [one for one in numbers if lines >= _SEVERAL and is_near(_number(one) - lines, 0, lines, reading.pence)]
        return (*fitting, *own, *(near if not own and not reading.loose else ()))
    if fitting and (own or (not numbers and lines >= _SEVERAL and (reading.plain or _is_close(fitting, reading)))):
        return (*fitting, *own)
    slips = [one for one in totals if _is_slip(one, reading)]
    if slips:
        return (*slips, *own)
    if len(own) == len(numbers) and (own or reading.echoed) and reading.plain and not fitting:
        return (*own, *(one for one in totals if _is_wrong(one, totals, reading)))
    return ()


def is_exact(figures: Sequence[Figure], pence: int) -> bool:
    """Return whether grants come to a sum of several digits that is stated in full, or would but for a slip: hardly by chance."""
    return (
        any(one.claim.unit is Unit.MONEY and one.claim.kind is Kind.EXACT for one in figures)
        and _digits(pence) >= _DIGITS
    )


def _number(one: Figure) -> int:
    return int(one.claim.value or 0)


def fits(one: Figure, pence: int) -> bool:
    """Return whether a total is borne out by what grants come to (pence), and does not mislead."""
    made = judge(one.claim, Decimal(pence) / 100)
    return made.verdict.is_sound and not made.misleading


def _is_close(fitting: Sequence[Figure], reading: Reading) -> bool:
    """Return whether grants come to a rounded total of three digits or more, which they would hardly do by chance."""
    return not reading.others and any(
        one.claim.kind is Kind.ROUNDED
        and one.claim.value is not None
        and _digits(int(one.claim.value * 100)) >= _SEVERAL
        for one in fitting
    )


def _is_slip(one: Figure, reading: Reading) -> bool:
    """Return whether a total would be right, or the grants come to it, but for two digits in each other's place."""
    if one.claim.kind is not Kind.EXACT or one.claim.value is None or reading.others:
        return False
    stated, pence = int(one.claim.value * 100), reading.pence
    if is_swapped(stated, pence, fewest=2):
        several = reading.plain and len(reading.awards) >= _SEVERAL and _digits(pence) >= _SEVERAL
        return several or len(reading.awards) >= _MANY or _digits(pence) >= _DIGITS
    amounts = [award.amount.pence for award in reading.awards if award.amount is not None]
    meant = [amount + stated - pence for amount in amounts]
    return _digits(stated) >= _DIGITS and sum(map(is_swapped, amounts, meant)) == 1


def _digits(pence: int) -> int:
    return len(str(pence).rstrip("0"))


def _is_wrong(one: Figure, totals: Sequence[Figure], reading: Reading) -> bool:
    """Return whether a total is of the size of what the grants come to, the only one above them, and no sum beside them makes it up."""
    value = one.claim.value
    if value is None or any(not _is_same(one, other) for other in totals) or of_other_money(one.said.sentence.text):
        return False
    counted = {
        other.value for other in one.said.sentence.claims if other.unit is Unit.COUNT and other.value is not None
    }
    if counted and len(reading.awards) not in counted:
        return False  # “the 17 will have £1.8m”
    actual = Decimal(reading.pence) / 100
    gap = value - actual
    if not _LEAST_LIKE <= value / actual <= _MOST_LIKE or int(abs(gap) * 100) in reading.beside:
        return False
    if reading.more and gap > 0:
        return False
    # headlines leave the odd pounds out: “£31,000”, over grants of £31,260
    rounded = one.claim.kind is Kind.EXACT and abs(gap) < unit_of(value)
    return not rounded and (not reading.hedged or abs(gap) * _FAR > actual)


def _is_same(one: Figure, other: Figure) -> bool:
    """Return whether two totals are one, told in full or rounded."""
    first, second = one.claim.value, other.claim.value
    if first is None or second is None:
        return False
    return first == second or judge(one.claim, second).verdict.is_sound or judge(other.claim, first).verdict.is_sound
