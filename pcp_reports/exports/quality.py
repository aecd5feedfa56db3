"""What the 360Giving standard asks of a package beyond its schema, each told in plain words.

The schema accepts 30 February, amounts below nothing and a title of a thousand characters; these rules do not. They are
for any package, an office's own or somebody else's file, and take nothing for granted of its shape.

Source: the quality checks of the 360Giving Data Quality Checker, and the identifier lists of org-id.guide.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pcp_reports.exports.quality_dates import date_slips
from pcp_reports.exports.quality_shape import MOST_IN_TITLE, Quality, groups, number, strings, words
from pcp_reports.recipients.registers import REGISTERS, slip_in
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pcp_reports.recipients.registers import Slip

# Besides the United Kingdom's registers: 360Giving's own prefixes, and the lists that British funders use abroad.
KNOWN = frozenset(
    (
        *REGISTERS,
        *("360G", "US-EIN", "US-DOS", "US-USAGOV", "IE-CRO", "IE-CHY", "IM-CR", "IM-GR", "GG-RCE", "JE-FSC"),
        *("FR-RCS", "NL-KVK", "DE-CR", "CH-FDJP", "BE-BCE_KBO", "CA-CRA_ACR", "AU-ABN", "AU-ACNC", "NZ-CC", "IN-MHA"),
        *("KE-NCB", "UG-NGB", "ZA-NPO", "XI-GRID", "XI-ROR", "XI-IATI", "XI-LEI", "XI-PB", "XI-WIKIDATA", "XM-DAC"),
        *("XM-OCHA", "XR-NTOR"),
    )
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@\w[\w-]{0,62}\.[\w.-]{0,190}\w")
_CHARITY_NUMBER = re.compile(
    r"[0-9]{6,7}(?:-[0-9]{1,3})?|SC[0-9]{5,6}|NIC?1[0-9]{5}"
)  # the last two: Scotland and Ulster
_CHARITIES = ("GB-CHC", "GB-SC", "GB-NIC")


def quality_of(package: object, today: date) -> tuple[Quality, ...]:
    """Return everything in a package that falls short, grant by grant in the package's order; nothing is raised.

    ``package`` is parsed JSON; amounts may be int, Decimal or float. ``today`` says which dates lie ahead.
    """
    rows = package.get("grants") if isinstance(package, dict) else None
    if not isinstance(rows, list) or not rows:
        return (
            Quality("no-grants", "No grants stand in this file: a package holds them under “grants”.", "", "grants"),
        )
    found: list[Quality] = []
    seen: dict[str, int] = {}
    for at, grant in enumerate(rows):
        where = f"grants/{at}"
        if not isinstance(grant, dict):
            found.append(Quality("not-a-grant", f"Grant {at + 1} is not a grant but a single value.", "", where))
            continue
        name = words(grant.get("id"))
        told = [*_about_id(grant, seen, at), *_about_money(grant), *_about_title(grant)]
        told += [*date_slips(grant, today), *_about_organisations(grant), *_about_text(grant), *_missing(grant)]
        found += [Quality(code, message, name, f"{where}/{path}" if path else where) for code, message, path in told]
    return tuple(found)


Told = tuple[str, str, str]
"""A code, a message, and the path inside the grant."""


def _said(text: str) -> str:
    """Return words of the file for a message: in quotation marks, on one line, and no longer than need be."""
    return quoted(shortened(text, 60))


def _about_id(grant: dict[str, Any], seen: dict[str, int], at: int) -> Iterator[Told]:
    name = words(grant.get("id"))
    if not name.strip():
        yield "id-missing", "The grant has no identifier.", "id"
        return
    if re.search(r"[\r\n\u0085\u2028\u2029]", name):
        yield "id-newline", f"The identifier {_said(name)} has a line break in it.", "id"
    if "/" in name:
        yield "id-slash", f"The identifier {_said(name)} has a slash in it, which no address can hold.", "id"
    if not name.startswith("360G-"):
        message = f"The identifier {_said(name)} does not begin with a publisher's prefix, such as 360G-."
        yield "id-prefix", message, "id"
    if seen.setdefault(name, at) != at:
        yield "id-repeated", f"The identifier {_said(name)} is also that of grant {seen[name] + 1}.", "id"


def _about_money(grant: dict[str, Any]) -> Iterator[Told]:
    amount = number(grant.get("amountAwarded"))
    if amount is None:
        yield "amount-missing", "The amount awarded is missing, or is not a number.", "amountAwarded"
    elif amount == 0:
        yield "amount-zero", "The amount awarded is £0.", "amountAwarded"
    elif amount < 0:
        yield "amount-negative", f"The amount awarded is below nothing ({shortened(str(amount), 30)}).", "amountAwarded"


def _about_title(grant: dict[str, Any]) -> Iterator[Told]:
    title, description = words(grant.get("title")), words(grant.get("description"))
    if len(title) > MOST_IN_TITLE:
        yield "title-long", f"The title has {len(title)} characters; {MOST_IN_TITLE} is the most.", "title"
    if title.strip() and title.strip() == description.strip():
        yield "title-description", "The title and the description are the same words.", "title"
    for key, text in (("title", title), ("description", description)):
        if not text.strip():
            yield f"{key}-missing", f"The grant has no {key}.", key


def _about_organisations(grant: dict[str, Any]) -> Iterator[Told]:
    for whose, key in (("recipient", "recipientOrganization"), ("funder", "fundingOrganization")):
        for at, group in groups(grant.get(key)):
            name, path = words(group.get("id")), f"{key}/{at}"
            if re.search(r"[\r\n/]", name):
                yield (
                    "id-slash",
                    f"The {whose}'s identifier {_said(name)} has a slash or a line break in it.",
                    f"{path}/id",
                )
            if not is_known(name):
                yield (
                    "prefix-unknown",
                    f"The {whose}'s identifier {_said(name)} begins with no known register.",
                    f"{path}/id",
                )
            else:
                yield from _about_number_in(name, whose, f"{path}/id")
            charity, company = words(group.get("charityNumber")), words(group.get("companyNumber"))
            if charity and not _CHARITY_NUMBER.fullmatch(charity.strip()):
                message = f"The {whose}'s charity number {_said(charity)} is not of six or seven figures."
                yield "charity-number", message, f"{path}/charityNumber"
            if company and len(company.strip()) != 8:  # noqa: PLR2004 - Companies House gives numbers of eight
                message = f"The {whose}'s company number {_said(company)} is not of eight characters."
                yield "company-number", message, f"{path}/companyNumber"


def is_known(identifier: str) -> bool:
    """Return whether an identifier begins with a register that the standard knows."""
    parts = identifier.split("-")
    return len(parts) > 1 and (parts[0] in KNOWN or "-".join(parts[:2]) in KNOWN)


def _about_number_in(identifier: str, whose: str, path: str) -> Iterator[Told]:
    """Tell of a charity's or company's number inside an identifier that is not of its register's form."""
    register = "-".join(identifier.split("-")[:2])
    if register not in (*_CHARITIES, "GB-COH"):
        return
    slip: Slip | None = slip_in(identifier)
    if slip is not None:
        code = "company-number" if register == "GB-COH" else "charity-number"
        yield code, f"The {whose}'s identifier {_said(identifier)}: {slip.reason}.", path


def _about_text(grant: dict[str, Any]) -> Iterator[Told]:
    for path, text in strings(grant):
        if path.rpartition("/")[2] == "email":
            continue  # the standard has a field for an organisation's address
        match = _EMAIL.search(text)
        if match is not None:
            yield "email", f"An e-mail address stands in the text: {shortened(match[0], 60)}.", path


def _missing(grant: dict[str, Any]) -> Iterator[Told]:
    if not any(words(group.get("title")).strip() for _, group in groups(grant.get("grantProgramme"))):
        yield "no-programme", "The grant names no grant programme.", ""
    if not any(group for _, group in groups(grant.get("beneficiaryLocation"))):
        yield "no-location", "The grant does not say where it is spent (beneficiaryLocation).", ""
    if not words(grant.get("dateModified")).strip():
        yield "no-modified", "The grant does not say when its data were last changed (dateModified).", ""
