"""Which addresses a public paper may lead to, and which reach for somebody's files or programs."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# What readers of addresses pass over, and what could hide a scheme from us but not from them.
_IGNORED = re.compile(r"[\x00-\x20\x7f\xa0\u200b-\u200f\u2028-\u202e\ufeff]+")
_WEB = frozenset(("http", "https", "mailto"))


def web_address(address: str) -> bool:
    """Return whether an address is one a paper may link to: http, https, mailto, or a place in the paper itself."""
    plain = _IGNORED.sub("", address)
    scheme = _SCHEME.match(plain)
    return plain.startswith("#") or (scheme is not None and scheme[1].casefold() in _WEB)


def leads_elsewhere(address: str) -> bool:
    """Return whether an address leaves the file: with a scheme or a drive, or to a machine of a network."""
    plain = _IGNORED.sub("", address)
    return _SCHEME.match(plain) is not None or plain.startswith("//") or "\\" in plain
