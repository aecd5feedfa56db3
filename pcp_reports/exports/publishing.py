"""Who publishes the grants, as office.yaml says it; or what is missing there, with the lines to type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.exports.giving360 import Publisher
from pcp_reports.exports.quality import is_known
from pcp_reports.findings import Finding, Place
from pcp_reports.recipients.registers import slip_in
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.model.office import Office

_PREFIX = re.compile(r"360G-[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


def publisher_of(office: Office, path: str) -> Publisher | tuple[Finding, ...]:
    """Return who publishes an office's grants, or everything that 360Giving still needs; ``path`` is the office's file."""
    found = tuple(_faults(office, path))
    if found:
        return found
    told = office.publishing
    if told is None or told.prefix is None or told.identifier is None:
        raise ValueError("what is missing has been found")
    return Publisher(told.prefix, told.identifier, office.name, told.area or "")


def _faults(office: Office, path: str) -> Iterator[Finding]:
    told = office.publishing
    place = Place(path)
    prefix = told.prefix if told is not None else None
    identifier = told.identifier if told is not None else None
    if not prefix:
        message = "360Giving needs your publisher's prefix, and office.yaml does not give it."
        hint = (
            "Type it in office.yaml under “publishing:”, as in “prefix: 360G-northshirepcc”. 360Giving gives one to whoever "
            "publishes grants: ask at threesixtygiving.org."
        )
        yield Finding("G561", message, place, hint)
    elif not _PREFIX.fullmatch(prefix):
        message = f"office.yaml, publishing: {quoted(shortened(prefix, 40))} is not a publisher's prefix."
        hint = "It begins with 360G- and goes on in letters, figures and hyphens, as in “prefix: 360G-northshirepcc”."
        yield Finding("G561", message, place, hint)
    if not identifier:
        message = "360Giving needs the office's own identifier, and office.yaml does not give it."
        hint = (
            "Type it in office.yaml under “publishing:”, as in “identifier: GB-GOR-PC99”. Look yours up at "
            "findthatcharity.uk or org-id.guide, or ask 360Giving."
        )
        yield Finding("G561", message, place, hint)
        return
    slip = slip_in(identifier)
    if (slip is not None and not slip.unknown) or re.search(r"[\s/]", identifier) or not is_known(identifier):
        reason = f": {slip.reason}" if slip is not None else ": it begins with no known register"
        message = f"office.yaml, publishing: {quoted(shortened(identifier, 40))} is no identifier{reason}."
        hint = (
            f"Type: identifier: {slip.instead[0]}"
            if slip is not None and slip.instead
            else "Look it up at org-id.guide, or ask 360Giving."
        )
        yield Finding("G561", message, place, hint)
