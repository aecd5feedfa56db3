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
