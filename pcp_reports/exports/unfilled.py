"""Prompts in [brackets] that an export would hand out: nobody has filled them in, and whoever reads the file takes them for words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.checks.prompts import prompts_in
from pcp_reports.findings import Finding, Place, Related
from pcp_reports.words import counted, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.exports.rows import GrantRow

_MOST_APART = 3
_FILL = "Write what it asks for in its place, or delete it."
_PUBLISHED = ("recipient", "purpose", "fund", "strand", "district")
_LISTED = (*_PUBLISHED, "reason", "conditions", "reference", "recipient_id")


def prompts_left(rows: Sequence[GrantRow], office: tuple[str, str], *, published: bool) -> Iterator[Finding]:
    """Yield a finding for each prompt in what is exported; many of them are one, with their places.

    ``office`` is the office's name and its file. ``published``: as 360Giving, where each is an error, and where only grants
    that count are held.
    """
    name, file = office
    code = "G569" if published else "P121"
    if left := prompts_in(name):
        yield Finding(code, f"office.yaml, name: the prompt {_shown(left)} is still in place.", Place(file), _FILL)
    found = [
        (row, left)
        for row in rows
        if (row.counts or not published)
        and (
            left := [
                one for key in (_PUBLISHED if published else _LISTED) for one in prompts_in(getattr(row, key) or "")
            ]
        )
    ]
    if len(found) <= _MOST_APART:
        for row, left in found:
            message = f"{row.round}, {shortened(row.recipient, 50)}: the prompt {_shown(left)} is still in place."
            yield Finding(code, message, Place(row.path, row.line), _FILL)
        return
    first = found[0][0]
    related = tuple(Related(f"{row.recipient}: {_shown(left)}", Place(row.path, row.line)) for row, left in found)
    message = f"{counted(len(found), 'grant')} still have a prompt in [brackets] in their words."
    yield Finding(code, message, Place(first.path, first.line), _FILL, related)


def _shown(left: Sequence[str]) -> str:
    return quoted(shortened(left[0], 60))
