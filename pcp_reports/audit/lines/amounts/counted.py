"""Lines that count: “Number of grants: 2” under a heading of pounds is no grant of £2."""

from __future__ import annotations

import re

_COUNTS = re.compile(
    r"(?i)(?:total )?(?:(?:number|no\.|count) of [^£:]{3,60}?(?:\s*[:=–—-]|\s)\s*[0-9][0-9,]*"
    r"|(?:(?:total|all|local|community|voluntary|successful|unsuccessful|new) ){0,2}"
    r"(?:grants|awards|projects|applications|bids|organi[sz]ations|groups|recipients|schemes|charities|beneficiaries|volunteers|sessions)"
    r"(?: (?:\w+ )?(?:awarded|made|given|funded|supported|received|approved|agreed|successful|declined|refused|unsuccessful|rejected|considered|submitted|reached))?"
    r"\s*[:=–—-]\s*[0-9]{1,3})\.?"
)


def is_count(text: str) -> bool:
    """Return whether a line without a pound sign gives a number of things, and says of what: “Grants awarded: 4”."""
    return _COUNTS.fullmatch(text.strip()) is not None
