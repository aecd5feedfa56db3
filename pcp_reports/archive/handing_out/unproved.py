"""Whether a version's figures were proved: those of a paper that was edited in Word after it was built never were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.inventory import InventoryError, strict_json
from pcp_reports.archive.layout import VERSION
from pcp_reports.archive.objects import DamagedError

if TYPE_CHECKING:
    from pcp_reports.archive.objects import StoredVersion


def unproved(version: StoredVersion) -> str:
    """Return the sentence that a version was kept as it was edited in Word; ``""`` where version.json does not say that."""
    try:
        record = strict_json(version.read(VERSION))
    except (DamagedError, InventoryError, KeyError):  # what is damaged is told as that, by those who hand it out
        return ""
    if not isinstance(record, dict) or record.get("as_built") is not False:
        return ""
    return f"{version.name} was edited in Word after it was built; its figures were not proved."
