"""Lines that break off before their end, as where a page or a file was cut."""

from __future__ import annotations

import re

_HANGING = re.compile(
    r"(?:(?:^|\s)(?:St|The|the|Mr|Mrs|Dr|Rev|of|for|and|&|to|in|with|at|a|an|de|y|Friends of(?: the)?)|[-–—(£&,])$"
)


def is_cut(text: str, recipient: str) -> bool:
    """Return whether a line breaks off in the name of its recipient: “£750 to St”, “£500 to Friends of the”."""
    plain = text.rstrip()
    return plain.endswith(recipient) and _HANGING.search(f" {recipient}") is not None


_NO_NAME_YET = re.compile(r"£[0-9][0-9,.]*\s+(?:to|for)\s+(?:St|The|the|a|an|Mr|Mrs|Dr|Rev)$|£$")


def hangs(text: str) -> bool:
    """Return whether a line breaks off before its recipient is named at all: “£500 to The”, “£”."""
    return _NO_NAME_YET.search(text.rstrip()) is not None
