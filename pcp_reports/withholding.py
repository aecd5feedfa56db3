"""What must not be told in anything public: which entries hold exempt matter, and which findings speak of it.

Source: Local Government Act 1972, s.100A(4) and Schedule 12A.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.model.exempting import speaks_of_exempt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.findings import Finding
    from pcp_reports.workspace import Filed, Register


def holds_exempt(filed: Filed) -> bool:
    """Return whether anything in an entry is exempt or was meant to be, the parts that could not be read included."""
    return filed.withheld or filed.source.root is None or speaks_of_exempt(filed.source.root)


def is_exempt(filed: Filed) -> bool:
    """Return whether a whole entry is exempt or was meant to be, so that not even its name is told."""
    return filed.withheld or (filed.model is not None and filed.model.exempt is not None)


def public_findings(register: Register, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that may be told in public, and those that may not: each in the order given."""
    entries = register.entries
    secret = {filed.path for filed in entries if holds_exempt(filed)}
    names = [re.compile(rf"(?<!\w){re.escape(filed.name)}(?!\w)") for filed in entries if is_exempt(filed)]
    told: list[Finding] = []
    untold: list[Finding] = []
    for one in findings:
        related = " ".join(near.message for near in one.related)
        words = f"{one.message} {one.hint} {one.place.path} {one.accepted or ''} {related}"
        barred = one.place.path in secret or any(near.place.path in secret for near in one.related)
        (untold if barred or any(name.search(words) for name in names) else told).append(one)
    return told, untold
