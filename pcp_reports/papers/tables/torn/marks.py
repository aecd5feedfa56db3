"""Cells that hold a mark and name nobody: “Y”, “No”, a tick."""

from __future__ import annotations

import re

_MARK = re.compile(r"[A-Z]|yes|no|[✓✔☑√✗✘☐]|[(](?:y|n|yes|no)[)]", re.IGNORECASE)


def is_mark(text: str) -> bool:
    """Return whether a cell holds a mark and no more."""
    return _MARK.fullmatch(text.strip()) is not None


def names_nobody(text: str) -> bool:
    """Return whether a cell holds a mark, or no word at all: “71”."""
    return is_mark(text) or not any(char.isalpha() for char in text)
