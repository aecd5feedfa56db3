"""The ledger's grants as 360Giving JSON, the open format in which funders publish grants.

A grant that was withdrawn or returned is left out, because whoever adds up the file would count it; so is everything
exempt, which never gets this far. What was left out or had to be supplied is told as notes.

Source: the 360Giving Data Standard 1.4, https://standard.threesixtygiving.org.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import UTC
from typing import TYPE_CHECKING, Any

from pcp_reports.dates import in_words
from pcp_reports.exports.json_form import as_json
from pcp_reports.exports.quality_shape import MOST_IN_TITLE, Quality
from pcp_reports.money import Money
from pcp_reports.recipients.registers import slip_in
from pcp_reports.records import dataclass
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from pcp_reports.exports.rows import GrantRow

VERSION = "1.4"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the grants.

    ``prefix`` begins every identifier (360Giving gives one to each publisher: ``360G-barsetpcc``); ``identifier`` is the
    funder's own (``GB-…``); ``area`` is the place of a grant whose district is not known, or empty.
    """

    prefix: str
    identifier: str
    name: str
    area: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A package in 360Giving's form: its JSON (empty where no grant counts), what is in it, and what must be told."""

    text: str
    grants: int
    total: Money
    notes: tuple[Quality, ...]


def as_360giving(rows: Iterable[GrantRow], publisher: Publisher, modified: datetime) -> Made:
    """Return the grants that count as a package; ``modified`` is when they were last changed, for ``dateModified``.

    Raises ValueError for a time without its zone, and for a prefix that cannot begin an identifier.
    """
    if modified.tzinfo is None:
        raise ValueError("the time needs its zone")
    if not re.fullmatch(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", publisher.prefix):
        raise ValueError("a prefix is letters, figures and hyphens")
    every = tuple(rows)
    counted = [row for row in every if row.counts]
    notes = [_left_out(row) for row in every if not row.counts]
    moment = modified.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    recipients = _Recipients(publisher.prefix)
    grants: list[dict[str, Any]] = []
    for row, name in zip(counted, _ids(every, publisher.prefix), strict=True):
        identifier, slip = recipients.identify(row)
        place = f"grants/{len(grants)}"
        if slip:
            notes.append(Quality("recipient-identifier", slip, name, f"{place}/recipientOrganization/0/id"))
        if row.when.day is None:
            notes.append(Quality("month-only", _month_only(row), name, f"{place}/awardDate"))
        grants.append(_grant(row, name, identifier, publisher, moment))
    total = Money.total(row.amount for row in counted)
    if not grants:
        return Made("", 0, total, (*notes, Quality("no-grants", "No grant counts, so there is nothing to publish.")))
    package = {
        "version": VERSION,
        "modified": moment,
        "publisher": {"name": publisher.name, "identifier": publisher.identifier},
        "grants": grants,
    }
    return Made(as_json(package), len(grants), total, tuple(notes))


def _grant(row: GrantRow, name: str, recipient: str, publisher: Publisher, moment: str) -> dict[str, Any]:
    """Return one grant in the standard's own order and names; a month stands for its first day."""
    place = row.district or publisher.area
    programme = row.fund if row.strand is None else f"{row.fund}: {row.strand}"
    organisation = {"id": recipient, "name": row.recipient, **_number_in(recipient)}
    return {
        "id": name,
        "title": _title(row),
        "description": row.purpose,
        "currency": "GBP",
        "amountAwarded": row.amount,
        "awardDate": row.when.first.isoformat(),
        "recipientOrganization": [organisation],
        "fundingOrganization": [{"id": publisher.identifier, "name": publisher.name}],
        "grantProgramme": [{"code": slug(programme), "title": programme}],
        **({"beneficiaryLocation": [{"name": place, "countryCode": "GB"}]} if place else {}),
        "dateModified": moment,
    }


def _title(row: GrantRow) -> str:
    """Return a title that is short enough and not the description over again."""
    title = shortened(f"Grant to {row.recipient}", MOST_IN_TITLE)
    return title if title.strip() != row.purpose.strip() else shortened(f"Award to {row.recipient}", MOST_IN_TITLE)


def _number_in(identifier: str) -> dict[str, str]:
    """Return a charity's or company's number, which the standard repeats on its own."""
    if match := re.fullmatch(r"GB-CHC-([0-9]{6,7})(?:-[0-9]+)?|GB-(?:SC|NIC)-(\w+)", identifier):
        return {"charityNumber": match[1] or match[2]}
    if match := re.fullmatch(r"GB-COH-(\w{8})", identifier):
        return {"companyNumber": match[1]}
    return {}


def slug(text: str) -> str:
    """Return words as they may stand in an identifier: letters, figures and hyphens; never empty.

    Letters beyond a to z that cannot be reduced to these are told apart by a digest.
    """
    flat = unicodedata.normalize("NFKD", text.replace("&", " and "))
    plain = "".join(char for char in flat if not unicodedata.combining(char))
    made = "-".join(re.findall(r"[a-z0-9]+", plain.casefold()))
    foreign = any(char.isalnum() and not char.isascii() for char in plain)
    if len(made) > _LONGEST or foreign or not made:
        made = "-".join(part for part in (made[:_LONGEST].strip("-"), _digest(text)) if part)
    return made


_LONGEST = 60


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def published(rows: Iterable[GrantRow], prefix: str) -> dict[str, GrantRow]:
    """Return the grants that count by the identifiers under which they are published."""
    every = tuple(rows)
    return dict(zip(_ids(every, prefix), (row for row in every if row.counts), strict=True))


def _ids(rows: Sequence[GrantRow], prefix: str) -> list[str]:
    """Return an identifier for each grant that counts: prefix, round, and its reference or its number in the round.

    A reference that is an identifier of this publisher's already stays what it is: under that the grant was published.

    Grants that do not count are numbered too, so that withdrawing one renames none of the others. Where two would have
    one identifier (rounds of one name in two papers, a reference typed twice), the first keeps it.
    """
    seen: dict[str, int] = {}
    taken: set[str] = set()
    made = []
    for row in rows:
        seen[row.path] = seen.get(row.path, 0) + 1
        number = seen[row.path]
        own = re.fullmatch(rf"{re.escape(prefix)}-[A-Za-z0-9._-]+", row.reference or "")
        last = slug(row.reference) if row.reference else number
        name = own[0] if own is not None else f"{prefix}-{slug(row.round)}-{last}"
        if name in taken:
            name = f"{name}-{_digest(f'{row.path}/{number}')}"
        taken.add(name)
        if row.counts:
            made.append(name)
    return made


class _Recipients:
    """Gives each recipient its identifier: the one in the entry if it is well formed, else one of the publisher's own."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._names: dict[str, str] = {}

    def identify(self, row: GrantRow) -> tuple[str, str]:
        """Return the identifier, and what must be told of it; empty where nothing."""
        typed = (row.recipient_id or "").strip()
        if typed:
            slip = slip_in(typed)
            if slip is None or (slip.unknown and not re.search(r"[\s/]", typed)):
                return typed, ""
            if slip.mended:
                return slip.mended, f"The identifier {quoted(typed)} is exported as {slip.mended}."
        own = self._own(row.recipient)
        if not typed:
            return own, ""
        return own, f"The identifier {quoted(typed)} cannot be published; {own} stands in its place."

    def _own(self, name: str) -> str:
        """Return the publisher's own identifier; two names that differ by more than blanks and capitals differ in it."""
        known = " ".join(name.split()).casefold()
        made = f"{self._prefix}-org-{slug(known)}"
        if self._names.setdefault(made, known) != known:
            made = f"{made}-{_digest(known)}"
        return made


def _left_out(row: GrantRow) -> Quality:
    message = f"{row.recipient}, {row.amount}: the grant was {row.status}, so it is not published as one awarded."
    return Quality("left-out", message)


def _month_only(row: GrantRow) -> str:
    return f"{row.recipient}: the day of the award is not known, only {in_words(row.when)}; the first of the month is given."
