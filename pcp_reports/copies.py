"""Files that look like copies of another: what an explorer's copy and paste, or a drive that could not agree, leaves behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pcp_reports.folders import Found

# As Windows, macOS, OneDrive (the computer's name behind a hyphen), Dropbox and Syncthing name them.
_COPY = re.compile(
    r"""(?ix)
    (?: copy\ (?:\(\d+\)\ )? of\ (?P<of>.+)
      | (?P<before>.+?) (?:
          (?: \ -)? \ copy (?: \ ?\(?\d+\)? )?
        | \ ?\(\d{1,2}\)
        | \ \([^()]* conflict [^()]*\)
        | \.sync-conflict-[\w-]+
        | - (?: desktop | laptop | pc | ws ) - \w+
        )
    )"""
)
_COMPUTER = re.compile(r"(?P<before>.+?)-(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*[0-9])[A-Z0-9-]{4,15}")


def copied_from(stem: str) -> str | None:
    """Return the name that a file of this name would be a copy of, or None: ``slnf - Copy`` -> ``slnf``."""
    match = _COPY.fullmatch(stem)
    if match is not None:
        return match["of"] or match["before"]
    match = _COMPUTER.fullmatch(stem)
    return match["before"] if match is not None else None


def copies_among(found: Iterable[Found]) -> Mapping[str, str]:
    """Return the path of each file that looks like a copy, with the path of the file beside it that it is one of."""
    rows = tuple(found)
    beside = {(one.folder, one.stem.casefold()): one.relative for one in rows}
    copies: dict[str, str] = {}
    for one in rows:
        original = copied_from(one.stem)
        if original is not None and (one.folder, original.casefold()) in beside:
            copies[one.relative] = beside[one.folder, original.casefold()]
    return copies


def grants_of(kind: str, model: Any) -> tuple[object, ...] | None:  # noqa: ANN401 - any model of the entry language
    """Return what makes two rounds one and the same, or None for what is no round or has no grants.

    It is the fund, when it was announced, and each grant's strand, recipient, purpose and amount, in order.
    """
    if kind != "funding-round" or model is None:
        return None
    rows = [
        (strand.name, grant.recipient, grant.purpose, grant.amount)
        for strand in model.grants
        for grant in strand.grants
    ]
    return (model.fund, str(model.announced), *rows) if rows else None
