"""Whether a number may be another one mistyped: its digits in another place, one of them lost or doubled."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

_FEWEST_DIGITS = 2
_FEWEST_LEFT = 3  # of fewer digits one would be lost too easily


def is_mistyped(typed: Decimal, meant: Decimal) -> bool:
    """Return whether the one number may be the other with two digits changed round, one misplaced, lost or doubled."""
    if typed <= 0 or meant <= 0 or typed == meant:
        return False
    one, other = f"{typed:f}", f"{meant:f}"
    if one.find(".") != other.find("."):
        one, other = (digits.rstrip("0").rstrip(".") if "." in digits else digits for digits in (one, other))
    if len(one) == len(other):
        return len(one) >= _FEWEST_DIGITS and any(
            _with_moved(one, start, end) == other for start in range(len(one)) for end in range(len(one))
        )
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) != len(shorter) + 1 or len(other) < _FEWEST_LEFT:
        return False
    out = [at for at in range(len(longer)) if longer[:at] + longer[at + 1 :] == shorter]
    return bool(out) if longer is other else any(at and longer[at] == longer[at - 1] for at in out)


def _with_moved(digits: str, start: int, end: int) -> str:
    """Return the digits with one of them in another place; the next place changes two digits round."""
    rest = digits[:start] + digits[start + 1 :]
    return rest[:end] + digits[start] + rest[end:]
