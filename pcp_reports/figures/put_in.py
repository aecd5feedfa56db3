"""What a figure rests on that a placeholder gave: the grants it was worked out from, or the source of a figure kept as data."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import read
from pcp_reports.figures.tables import end_of
from pcp_reports.findings import Place
from pcp_reports.judging import judge
from pcp_reports.labels import label
from pcp_reports.ledger import ROUND, sum_round
from pcp_reports.money import format_money
from pcp_reports.records import dataclass
from pcp_reports.standing import Proof, Standing, weakest
from pcp_reports.texts import figures_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.document import Block
    from pcp_reports.ledger import Sum
    from pcp_reports.model.common import Figure
    from pcp_reports.workspace import Filed

_TOTALS = ("total", "total_of")
_COUNTS = ("projects", "projects_of", "grants")


@dataclass(frozen=True, slots=True)
class Given:
    """Words that a placeholder gave: its name and argument, and where they stand in their block."""

    name: str
    argument: str
    start: int
    end: int


class PutIn:
    """The words of one block that placeholders gave."""

    def __init__(self, block: Block, filed: Filed, locale: str, tongue: str) -> None:
        self.block = block
        self.filed = filed
        self.locale = locale
        self.tongue = tongue
        self.given = _given(block)

    def under(self, claim: Claim) -> list[Given]:
        """Return what was put in of a figure's words."""
        return [one for one in self.given if one.start < claim.end and claim.start < one.end]

    def account(self, claim: Claim, given: Sequence[Given]) -> tuple[Proof, Place]:
        """Return what a figure rests on of whose words some were put in, and where it comes from among the entries.

        The words typed round it are judged: “over £69k” is not so where the grants come to £68,900.
        """
        return self._proof(claim, given), self._place(given[0])

    def _proof(self, claim: Claim, given: Sequence[Given]) -> Proof:
        typed = "".join(
            self.block.text[at]
            for at in range(claim.start, claim.end)
            if not any(one.start <= at < one.end for one in given)
        )
        if any(sign.isdecimal() for sign in typed):
            return self._unsupported("put_in_part")
        proofs = [self._of_one(one) for one in given]
        if len(given) > 1:
            return weakest(proof for proof, _ in proofs)
        proof, value = proofs[0]
        if value is None or not typed.strip() or judge(claim, value).verdict.is_sound:
            return proof
        words = " ".join(claim.text.split())
        return self._unsupported("hedge_untrue", words=words, value=self._in_full(given[0]))

    def _of_one(self, one: Given) -> tuple[Proof, Decimal | None]:
        """Return what one placeholder's words rest on, and the value behind them where there is one."""
        if self.filed.kind == ROUND and one.name in (*_TOTALS, *_COUNTS):
            return self._of_grants(one)
        if one.name != "figure":
            return self._unsupported("no_source"), None
        figure = self._figure(one)
        value = read(figure.printed or "", self.locale).value
        if not figure.source:
            return self._unsupported("no_source"), value
        return Proof(Standing.SOURCED, figure.source), value

    def _of_grants(self, one: Given) -> tuple[Proof, Decimal]:
        over = self._sum(one)
        if one.name == "grants":
            words = label("by_number", self.tongue).format(f"{over.grants:,}")
            return Proof(Standing.COMPUTED, words), Decimal(over.grants)
        many = label("one_project" if over.projects == 1 else "projects", self.tongue).format(f"{over.projects:,}")
        words = label("by_strand" if one.argument else "by_grants", self.tongue)
        told = words.format(strand=one.argument, total=format_money(over.total, self.locale), projects=many)
        value = Decimal(over.total.decimal) if one.name in _TOTALS else Decimal(over.projects)
        return Proof(Standing.COMPUTED, told), value

    def _sum(self, one: Given) -> Sum:
        return sum_round(self.filed).over((one.argument,) if one.argument else ())

    def _in_full(self, one: Given) -> str:
        """Return what was put in without any rounding of it."""
        if self.filed.kind == ROUND and one.name in _TOTALS:
            return format_money(self._sum(one).total, self.locale)
        return self.block.text[one.start : one.end]

    def _figure(self, one: Given) -> Figure:
        return figures_of(self.filed.model, self.block.origin.key.rpartition(", ")[0])[one.argument]

    def _place(self, one: Given) -> Place:
        """Return where a figure that was put in can be given a source; a total stands where its text does."""
        if one.name == "figure":
            return end_of(self.filed, self._figure(one))
        return Place(self.block.origin.path, self.block.origin.line)

    def _unsupported(self, why: str, **said: str) -> Proof:
        words = label(why, self.tongue)
        return Proof(Standing.UNSUPPORTED, words.format(**said) if said else words)


def _given(block: Block) -> list[Given]:
    found, at = [], 0
    for run in block.runs:
        if run.given:
            name, _, argument = run.given.partition(":")
            found.append(Given(name, argument, at, at + len(run.text)))
        at += len(run.text)
    return found
