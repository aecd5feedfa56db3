"""A 360Giving package read: typed grants with exact money; and written again with everything it held.

The file is somebody else's: its size and depth are bounded, a key given twice is refused (one of the two values would be
lost in silence), and a number is read as it is written, never by way of a float.
"""

from __future__ import annotations

import json
import re
from dataclasses import field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, NoReturn

from pcp_reports.dates import PartialDate
from pcp_reports.exports.json_form import as_json
from pcp_reports.exports.quality_shape import Quality, groups, words
from pcp_reports.money import MOST, Money
from pcp_reports.records import dataclass
from pcp_reports.words import counted, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 64 * 1024 * 1024
MOST_DEEP = 40
MOST_GRANTS = 200_000
MOST_FIGURES = 400  # in one number

_RESIDUE = Decimal("0.0001")
"""How far from whole pence, in pence, a number may lie and still be what a computer made of whole pence."""

# A string, closed or cut off by the end of the file, or a bracket. Nothing is tried twice, however odd the file.
_PIECE = re.compile(r'"(?:[^"\\]+|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Grant360:
    """One grant of a package. ``awarded`` is None where the date is missing or is no day of the calendar.

    ``source`` is the whole grant as it stood, with the amount as read here.
    """

    id: str
    title: str
    description: str
    amount: Money
    awarded: PartialDate | None
    recipient: str
    recipient_id: str
    funder: str
    programme: str
    place: str
    source: Mapping[str, Any] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Read:
    """What a package holds: its grants, the rest of it (``head``), and what could not be read or had to be mended."""

    grants: tuple[Grant360, ...]
    told: tuple[Quality, ...]
    head: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def total(self) -> Money:
        """Return what the grants come to."""
        return Money.total(grant.amount for grant in self.grants)


class _RefusedError(Exception):
    """Carries the reason for refusing a file to `read_360giving`."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def read_360giving(data: bytes) -> Read:
    """Return the grants of a package in JSON; what is wrong with it is told, and nothing is raised.

    A grant that is not in pounds, or whose amount cannot be read, is left out and told.
    """
    try:
        package = _parsed(data)
    except _RefusedError as refused:
        return Read((), (Quality(refused.code, str(refused)),))
    grants: list[Grant360] = []
    told: list[Quality] = []
    for at, row in enumerate(package["grants"]):
        made, slips = _grant(row, at)
        told += slips
        if made is not None:
            grants.append(made)
    head = {key: value for key, value in package.items() if key != "grants"}
    return Read(tuple(grants), tuple(told), head)


def written_360giving(read: Read) -> str:
    """Return the package as JSON again: everything that was read, with amounts exact to the penny."""
    return as_json({**read.head, "grants": [dict(grant.source) for grant in read.grants]})


def _parsed(data: bytes) -> dict[str, Any]:
    """Return the package, or raise _RefusedError saying why there is none."""
    if len(data) > MOST_BYTES:
        raise _RefusedError("too-large", f"The file is larger than {MOST_BYTES // 1024**2} MB, the most that is read.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _RefusedError("not-json", "The file is not text in UTF-8, as JSON must be.") from error
    _check_depth(text)
    try:
        package = json.loads(
            text, object_pairs_hook=_object, parse_float=_decimal, parse_int=_whole, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        message = f"The file is not sound JSON: see line {error.lineno}, column {error.colno}."
        raise _RefusedError("not-json", message) from error
    rows = package.get("grants") if isinstance(package, dict) else None
    if not isinstance(rows, list):
        raise _RefusedError("not-a-package", "The file is not a 360Giving package: it has no list of “grants”.")
    if len(rows) > MOST_GRANTS:
        message = f"The file holds {counted(len(rows), 'grant')}; {MOST_GRANTS:,} is the most that is read."
        raise _RefusedError("too-large", message)
    return {**package, "grants": rows}


def _check_depth(text: str) -> None:
    deep = 0
    for match in _PIECE.finditer(text):
        sign = match[0]
        if sign in "[{":
            deep += 1
            if deep > MOST_DEEP:
                raise _RefusedError("too-deep", f"The file nests lists in lists more than {MOST_DEEP} deep.")
        elif sign in "]}":
            deep -= 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for at, name in enumerate(names) if name in names[:at])
        raise _RefusedError("key-twice", f"The key {quoted(shortened(twice))} stands twice in one group of the file.")
    return made


def _decimal(text: str) -> Decimal:
    if len(text) > MOST_FIGURES:
        raise _RefusedError("not-json", f"A number in the file has more than {MOST_FIGURES} figures.")
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise _RefusedError("not-json", f"The number {shortened(text)} in the file is beyond all bounds.") from error


def _whole(text: str) -> int:
    if len(text) > MOST_FIGURES:
        raise _RefusedError("not-json", f"A number in the file has more than {MOST_FIGURES} figures.")
    return int(text)


def _constant(name: str) -> NoReturn:
    raise _RefusedError("not-json", f"{name} stands in the file where a number should; JSON has no such number.")


def _grant(row: object, at: int) -> tuple[Grant360 | None, tuple[Quality, ...]]:
    """Return a grant, or None, and what must be told of it."""
    where = f"grants/{at}"
    if not isinstance(row, dict):
        return None, (Quality("not-a-grant", f"Grant {at + 1} is not a grant but a single value.", "", where),)
    name = words(row.get("id"))
    if row.get("currency") != "GBP":
        message = f"Grant {at + 1} is left out: its currency is not said to be pounds (GBP)."
        return None, (Quality("currency", message, name, f"{where}/currency"),)
    amount = _money(row.get("amountAwarded"))
    if amount is None:
        message = f"Grant {at + 1} is left out: its amount is not a number of pounds and whole pence."
        return None, (Quality("amount-unread", message, name, f"{where}/amountAwarded"),)
    money, typed = amount
    told: tuple[Quality, ...] = ()
    if typed:
        message = f"The amount {typed} is read as {money}: the rest is what a computer made of it."
        told = (Quality("amount-mended", message, name, f"{where}/amountAwarded"),)
    first = {key: next((one for _, one in groups(row.get(key))), {}) for key in _LISTS}
    made = Grant360(
        name,
        words(row.get("title")),
        words(row.get("description")),
        money,
        _day(words(row.get("awardDate"))),
        words(first["recipientOrganization"].get("name")),
        words(first["recipientOrganization"].get("id")),
        words(first["fundingOrganization"].get("name")),
        words(first["grantProgramme"].get("title")),
        words(first["beneficiaryLocation"].get("name")),
        {**row, "amountAwarded": money},
    )
    return made, told


_LISTS = ("recipientOrganization", "fundingOrganization", "grantProgramme", "beneficiaryLocation")


_MOST_POUNDS = MOST // 100


def _money(value: object) -> tuple[Money, str] | None:
    """Return an amount in pounds, with how it was written where that had to be mended; None for what is no amount."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    if not -_MOST_POUNDS <= value <= _MOST_POUNDS:
        return None
    if isinstance(value, int):
        return Money(value * 100), ""
    pence = int((value * 100).to_integral_value())
    if abs(value * 100 - pence) > _RESIDUE:
        return None
    exact = Decimal(pence).scaleb(-2) == value
    return Money(pence), "" if exact else shortened(str(value), 40)


def _day(typed: str) -> PartialDate | None:
    match = re.match(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?=[Tt ]|\Z)", typed.strip())
    try:
        return PartialDate(int(match[1]), int(match[2]), int(match[3])) if match is not None else None
    except ValueError:
        return None
