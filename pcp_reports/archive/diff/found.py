"""Which findings went and which are new, as the two versions keep them beside the paper."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from pcp_reports.archive.diff.change import Change
from pcp_reports.archive.inventory import InventoryError, strict_json

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNREAD = "The findings kept with one of the versions cannot be read, so they are not compared."


def finding_changes(old: bytes | None, new: bytes | None) -> Iterator[Change]:
    """Yield the findings that went, that are new, and whose acceptance changed, told by code and message."""
    if old == new:
        return
    was, now = _rows(old), _rows(new)
    if was is None or now is None:
        yield Change(_UNREAD)
        return
    before, after = Counter(row[:2] for row in was), Counter(row[:2] for row in now)
    for code, message in (before - after).elements():
        yield Change(f"Gone: {message} ({code})")
    for code, message in (after - before).elements():
        yield Change(f"New: {message} ({code})")
    reasons = {row[:2]: row[2] for row in was}
    for code, message, reason in now:
        if (code, message) in reasons and reasons[code, message] != reason:
            what = f"Accepted now, with the reason “{reason}”" if reason is not None else "Not accepted any more"
            yield Change(f"{what}: {message} ({code})")
    kept_back = [_kept_back(data) for data in (old, new)]
    if kept_back[0] != kept_back[1]:
        yield Change(f"Findings about what is kept out of everything public: {kept_back[0]} → {kept_back[1]}.")


def _kept_back(data: bytes | None) -> int:
    """Return how many findings were kept back, of which nothing may be told."""
    held = strict_json(data) if data is not None else None
    number = held.get("kept_back") if isinstance(held, dict) else None
    return number if isinstance(number, int) else 0


def _rows(data: bytes | None) -> list[tuple[str, str, str | None]] | None:
    """Return code, message and reason of each finding; None for what is no list of findings."""
    try:
        held = strict_json(data) if data is not None else []
    except InventoryError:
        return None
    listed = held.get("findings") if isinstance(held, dict) else held
    if not isinstance(listed, list):
        return None
    rows = [_row(one) for one in listed]
    return [row for row in rows if row is not None] if None not in rows else None


def _row(one: Any) -> tuple[str, str, str | None] | None:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(one, dict):
        return None
    code, message, reason = one.get("code"), one.get("message"), one.get("accepted")
    if isinstance(code, str) and isinstance(message, str) and (reason is None or isinstance(reason, str)):
        return code, message, reason
    return None
