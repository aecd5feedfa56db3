"""An amount out of a cell: exact pence, or why it cannot be read. No float comes near the sum.

A number is a Decimal made from the words of the file; what a computer's binary arithmetic left in these is bounded, and
dropped (see `amount_in`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.importing.sheets.sheet import as_shown, words
from pcp_reports.money import MOST, Money, MoneyError
from pcp_reports.words import listed

if TYPE_CHECKING:
    from pcp_reports.importing.sheets.sheet import Value

_MOST_POUNDS = Decimal(MOST // 100)
_RESIDUE = Decimal("0.0001")
"""How far from whole pence, in pence, a number may lie and still be what a computer made of whole pence."""
_PENCE, _LEAST_RESIDUE = 2, 6  # figures behind the stop: of pence, and the fewest that a residue has
_BARE = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,20})?", re.ASCII)
_NOTHING = re.compile(r"(?i)[£\s]*(?:0(?:\.0+)?|[-–—]+|nil|none|n/?a|zero|nothing)")
_FIGURE = re.compile(r"[0-9][0-9,.]*(?:[ \u00a0][0-9]{3}\b)*")
_TIMES = re.compile(
    r"(?i)\b(?:each|per|apiece|a (?:year|month|week|head)|times|twice|double|half|pa)\b|[x×*/@]\s*$|p\.a\."
)
_BACK = "If money came back, say so in a column of statuses: returned, or withdrawn."
_COMMA_OF_PENCE = re.compile(r"£?\s?([1-9][0-9]{0,2}(?:,[0-9]{3})*),([0-9])", re.ASCII)
"""“700,5”: in Excel of another country that is £700.50."""
_DECLINED = re.compile(
    r"(?i)(?:declined|refused|rejected|unsuccessful|not (?:awarded|approved|funded|successful)|ineligible)\.?"
)
_UNDECIDED = re.compile(r"(?i)(?:tbc|tba|tbd|pending|awaiting.*|to be (?:confirmed|decided|agreed)|deferred|\?+)\.?")


class Absent(Enum):
    """Why a cell of amounts holds none."""

    BLANK = "no amount"
    NOTHING = "nothing awarded"
    DECLINED = "declined"
    UNDECIDED = "not decided yet"


class AmountError(ValueError):
    """An amount that cannot be read. ``instead`` is what to type, in a sentence; empty where one cannot tell."""

    def __init__(self, reason: str, instead: str = "") -> None:
        """Keep both."""
        super().__init__(reason)
        self.reason = reason
        self.instead = instead


def amount_in(value: Value, *, text_table: bool) -> Money | Absent:
    """Return the amount of a cell, or why it has none. Raises AmountError for what cannot be read in one way.

    A number is taken to the 15 figures that Excel shows, and must then be whole pence but for what sums of binary numbers
    leave behind: less than a ten-thousandth of a penny. ``text_table``: bare figures are numbers that a spreadsheet wrote
    into a text, where £14.50 is ``14.5``.
    """
    if value is None:
        return Absent.BLANK
    if isinstance(value, bool):
        raise AmountError("it says yes or no, and no amount")
    if isinstance(value, int | Decimal):
        return _number(Decimal(value))
    if not isinstance(value, str):
        raise AmountError("it is a date", "Give the cell the form of a number in Excel, and look what it says then.")
    shown = words(value)
    if not shown:
        return Absent.BLANK
    for pattern, absent in ((_NOTHING, Absent.NOTHING), (_DECLINED, Absent.DECLINED), (_UNDECIDED, Absent.UNDECIDED)):
        if pattern.fullmatch(shown):
            return absent
    if text_table and _BARE.fullmatch(shown) and not _misprinted(shown):
        return _number(Decimal(shown))
    return _typed(shown)


def _typed(shown: str) -> Money:
    """Return an amount in words and signs, as people type it."""
    try:
        return Money.parse(shown)
    except MoneyError as error:
        several = len(_FIGURE.findall(shown)) > 1
        instead = f"Type {listed(list(error.instead), 'or')}." if error.instead and not several else ""
        if match := _COMMA_OF_PENCE.fullmatch(shown):
            pounds, pence = match[1].replace(",", ""), match[2]
            either = f"{pounds}.{pence:0<2}", f"{pounds}{pence}"
            instead = f"Type {listed([str(Money.parse(one)) for one in either], 'or')}, whichever is meant."
        elif "below nothing" in error.reason:
            instead = _BACK  # not “Type £500”: what came back must not be counted as an award
        elif several:
            instead = "Type the whole of what was awarded, as one amount."  # “£500 x 2” may be £1,000
        elif error.instead and ("words stand beside" in error.reason or _TIMES.search(shown)):
            instead = (
                f"If that is what was awarded, type {listed(list(error.instead), 'or')} alone."  # “£2,000 (declined)”
            )
        raise AmountError(error.reason, instead) from error


def _misprinted(shown: str) -> bool:
    """Return whether figures behind a stop are such as no spreadsheet writes: ``14.340``, or a thousand’s ``14.500``."""
    pence = shown.partition(".")[2]
    padded = len(pence) > _PENCE and (pence.endswith("0") or len(pence) < _LEAST_RESIDUE)
    return padded or (shown[0] == "0" and len(shown) > 1 and shown[1] != ".")


def _number(value: Decimal) -> Money | Absent:
    if not value.is_finite():
        raise AmountError("it is not a figure")
    if not value:
        return Absent.NOTHING
    if value.is_signed():
        raise AmountError("it is below nothing", _BACK)
    if value > _MOST_POUNDS:
        raise AmountError("it is more than a million million pounds")
    shown = as_shown(value) * 100
    whole = shown.to_integral_value()
    pence = int(whole)
    if abs(shown - whole) > _RESIDUE:
        exact = Money(pence)
        raise AmountError("it is not whole pence", f"Type it to the penny, such as {exact}.")
    if pence == 0:
        return Absent.NOTHING
    return Money(pence)
