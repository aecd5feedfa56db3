"""Digits that stand against letters or signs: parts of names, codes and addresses (“M65”, “Covid-19”, “3D”)."""

from __future__ import annotations

import re

from pcp_reports.printed.patterns import pattern

_TOKEN = re.compile(r"[^\s;\"“”…()\[\]]{0,200}")
_ABROAD = r"44[\s(-]{0,2}[0-9()\s-]{8,16}(?<=[0-9])"
_UNITS = r"(?:kg|g|km|cm|mm|m|ml|l|ft|hrs?|mins?|secs?|yrs?|mb|gb|tb|mw|kwh?|fte|no|nr|sq(?:m|ft)?|ha|x|bn|mn|k|pc|pp|ppts?|p|ish)(?![a-z0-9])"
FREE = frozenset(" \n\t\xa0\u2009\u202f(\"“‘'|>≥≤<≈∼±—½¼¾")
"""What may stand before a figure without being asked."""

_JOINERS = frozenset("-./:=&?+~,’%*–−−")
_HEDGES = frozenset({"c", "ca", "approx", "est", "appr"})
_TWO = 2


def past_token(low: str, at: int) -> int:
    """Return where the word or code ends that ``at`` lies in; always further on."""
    match = _TOKEN.match(low, at)
    return max(match.end() if match else at, at + 1)


def part_of_name(text: str, low: str, at: int) -> int:
    """Return where to go on if the digit at ``at`` is part of a name, a code or an address; 0 if a figure may begin."""
    before = low[at - 1]
    if before == "[":
        return at + 1 if pattern(r"[0-9]{1,2}\]").match(low, at) else 0
    if before.isalnum():
        return (
            0
            if before == "c" and text[at - 1] == "c" and not low[at - 2 : at - 1].isalnum() and low[at].isdecimal()
            else past_token(low, at)
        )
    if before in "_\ufffc#@$€\\":
        return past_token(low, at)
    if before not in _JOINERS:
        return 0
    further = low[at - 2] if at > 1 else " "
    if before == "+" and low.startswith("44", at) and (abroad := pattern(_ABROAD).match(low, at)):
        return abroad.end()
    if further.isalnum() or further in "_/)=&?:£\ufffc":
        return 0 if _begins_after(low, at, before, further) else past_token(low, at)
    if (before == "." and further in " \n(") or (before == "’" and pattern(r"[0-9]{2}(?![0-9,.%])").match(low, at)):
        return past_token(low, at)  # “.38”, “’23”
    return 0


def _begins_after(low: str, at: int, before: str, further: str) -> bool:
    """Return whether a figure begins in spite of what stands against it: “c.400”, “n=1,023”, “Arrests:12”, “+/-3%”."""
    if before in ".~" and _letters_before(low, at - 1) in _HEDGES:
        return True
    if before == "=":
        return further == "n"
    if before == ":":
        return further.isalpha() and "//" not in low[max(0, at - 40) : at]
    return (
        (before == "." and further == ")")
        or (before in "-–—" and low.startswith("+/", max(0, at - 3)))
        or before == "–"
    )


def _letters_before(low: str, end: int) -> str:
    start = end
    while start > 0 and end - start < 8 and low[start - 1].isalpha():  # noqa: PLR2004 - the longest is approx
        start -= 1
    return low[start:end]


def foreign_suffix(text: str, low: str, end: int) -> int:
    """Return where to go on if letters stand against the number that are no unit (“5G”, “7a”); 0 if there are none."""
    following = low[end : end + 1]
    if not (following.isalnum() or following in {"\ufffc", "_"}) or following in "¹²³⁴⁵⁶⁷⁸⁹⁰":
        return 0
    match = pattern(_UNITS).match(low, end)
    if match is not None and not (len(match[0]) == 1 and text[end].isupper()):
        return 0
    return past_token(low, end)
