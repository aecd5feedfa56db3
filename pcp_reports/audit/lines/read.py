"""What a line is read into, and the awards that are made of what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award
from pcp_reports.audit.lines.names import naming
from pcp_reports.audit.lines.single.forms import Item, Shape
from pcp_reports.money import Money
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.several.shared import Shared
    from pcp_reports.claims import Claim


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What a line was read into. ``sure``: its own words say that these are grants, whatever stands around it.

    A line that is not sure (“Guides – tents – £500”) is a grant only where its surroundings speak of grants.
    ``total`` is the claim of a line that gives a total (`Shape.TOTAL`), and ``over`` the words that say of what.
    ``part`` is what a line says that gives an amount without a recipient: `Shape.AMOUNT`, “Amount awarded: £500” under a
    heading that names who got it; `Shape.SPOKEN`, “It received £500”, where the sentence before names who: a grant, never
    a total. A list (`Shape.LIST`) that closes with its total has it in ``total`` as well.
    ``cut``: the line breaks off before its end (“£750 to St”), so that what it awards cannot be told: whatever list it
    stands in is not whole.
    """

    awards: tuple[Award, ...] = ()
    sure: bool = False
    shape: Shape = Shape.NOTHING
    total: Claim | None = None
    over: str = ""
    part: Award | None = None
    cut: bool = False


NOTHING = ReadLine()


def of_shared(shared: Shared, text: str, passage: int, offset: int) -> ReadLine:
    """Return an award of the same sum for each of the names."""
    one = shared.sum
    start, end = len(text) - len(text.lstrip()) + offset, len(text.rstrip()) + offset
    money = None if one.pence is None else Money(one.pence)
    awards = tuple(Award(name, shared.purpose, money, passage, start, end, one.claim) for name in shared.names)
    return ReadLine(awards, sure=shared.sure, shape=Shape.LIST)


def of_list(one: Item, number: int, items: Sequence[Item], text: str, passage: int, offset: int) -> tuple[Award, ...]:
    """Return the awards of one of the items of a list, which begins where the one before ends."""
    start = items[number - 1].payment.end if number else 0
    end = one.payment.end if number + 1 < len(items) else len(text)
    return awards_of(one, text, passage, offset, (start, end))


def awards_of(
    item: Item, text: str, passage: int, offset: int, span: tuple[int, int] | None = None
) -> tuple[Award, ...]:
    """Return the awards of an item: one, or one for each of the names that get as much “each”."""
    start, end = span or (len(text) - len(text.lstrip()), len(text.rstrip()))
    payment = item.payment
    amount = None if payment.pence is None else Money(payment.pence)
    claim = payment.claim
    names = None
    if payment.each is not None or (payment.claim is not None and payment.claim.each):
        names = naming.several(item.recipient)
    if names is not None and payment.each is not None and payment.times in {0, len(names)}:
        return tuple(
            Award(
                name,
                item.purpose,
                Money(payment.each),
                passage,
                start + offset,
                end + offset,
                claim,
                standing=item.standing,
            )
            for name in names
        )
    many = payment.times if payment.to_many and payment.times > 1 else 1
    return (
        Award(
            naming.without_article(item.recipient),
            item.purpose,
            amount,
            passage,
            start + offset,
            end + offset,
            claim,
            recipients=many,
            standing=item.standing,
        ),
    )
