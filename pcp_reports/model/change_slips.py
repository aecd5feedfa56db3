"""How people say that a figure moved, and what is typed for it: “rose by 5%” -> ``up 5%``, “doubled” -> ``up 100%``."""

from __future__ import annotations

import re

_WAYS = (
    ("up", r"up|increas(?:ed?|ing)|ris(?:en?|ing)|rose|grew|grown?|growth|gain(?:ed)?|more|higher|climb(?:ed)?|jump(?:ed)?|improv(?:ed|ement)|cynnydd|codi|uwch"),
    ("down", r"down|decreas(?:ed?|ing)|f[ae]ll(?:en|ing)?|drop(?:ped)?|reduc(?:ed|tion)|declin(?:ed?|ing)|lower(?:ed)?|less|fewer|cut|lost|loss|shrank|gostyngiad|gostwng|is"),
)  # fmt: skip
_TIMES = {
    "doubled": "up 100%", "trebled": "up 200%", "tripled": "up 200%", "quadrupled": "up 300%", "halved": "down 50%",
    "doubling": "up 100%", "trebling": "up 200%", "tripling": "up 200%", "quadrupling": "up 300%", "halving": "down 50%",
    "dyblu": "up 100%", "haneru": "down 50%",
}  # fmt: skip
_HEDGES = r"(?P<hedge>more than|over|almost|nearly|about|around|roughly|just over|just under)?\s*"
_NONE = r"(?:(?:stayed|remained|it is|was|is|remains)\s+)?(?:the same|no (?:real )?(?:change|difference|movement)|not changed|unchanged|stable|static|steady|flat|level|nil|zero|0%?|±0%?|-+|–|—|dim newid|heb newid|yr un fath)"  # fmt: skip
_LEAD = r"(?:there (?:was|has been)\s+)?(?:(?:has|have|had|was|were|is|are)\s+)?(?:an?\s+)?"
_SIZE = r"(?P<size>[~£$€]?\s?\d[\d.,]*\s?(?:%|per ?cent|percentage points?|points?|pts?|k|m|bn|million)?(?:\s(?!(?:more|less|fewer|higher|lower|up|down|or|and|on|in|to|from)\b)[a-z]+){0,2}?)"


def slip(words: str, *, alone: bool = True) -> tuple[str, str]:
    """Return what is wrong with words that stand for a change, as a clause, and what to type.

    ``alone``: they stand behind ``change``, beside which ``was`` and ``now`` may stand.
    """
    plain = " ".join(words.split()).rstrip(".")
    if len(plain) > _LONGEST:
        return _UNREAD
    instead = " (or give “was” and “now” in place of the change)" if alone else ""
    times = re.fullmatch(rf"(?:has |have |had )?{_HEDGES}(?P<times>\w+)", plain, re.IGNORECASE)
    if times and (size := _TIMES.get(times["times"].lower())):
        way, _, number = size.partition(" ")
        hedge = f"{times['hedge'].lower()} " if times["hedge"] else ""
        return "cannot be worked with", f"Type: {way} {hedge}{number}{instead}"
    typed = "none" if re.fullmatch(_NONE, plain, re.IGNORECASE) else _moved(plain)
    if typed:
        return _UNTYPED, f"Type: {typed}"
    ends = re.fullmatch(r"(?:up |down |rose |fell )?from\s+(\S.*?)\s+to\s+(\S.*)", plain, re.IGNORECASE)
    if ends and alone:
        return "is a start and an end, and no change", f"Type: was: {ends[1]} ⏎ now: {ends[2]}"
    if re.fullmatch(_SIZE, plain, re.IGNORECASE):
        return "does not say which way the figure moved", f"Type: up {plain}, or: down {plain}"
    if any(re.fullmatch(rf"{_LEAD}(?:{verbs})(?:\s+by)?", plain, re.IGNORECASE) for _, verbs in _WAYS):
        return "does not say by how much the figure moved", "Type up or down and by how much, as in up 5%."
    return _UNREAD


_UNREAD = ("cannot be read as a change", "Type up or down and by how much, as in up 5%, or none.")
_LONGEST = 100
_UNTYPED = "cannot be read: a change begins with “up” or “down”, or is “none”"


def _moved(plain: str) -> str:
    """Return the change in the words to type; nothing where the words do not tell a way and a size, and no more."""
    sign = re.fullmatch(r"([+\-−–])\s*(\S.*)", plain)
    if sign and re.search(r"[0-9]", sign[2]):
        return f"{'up' if sign[1] == '+' else 'down'} {sign[2]}"
    for way, verbs in _WAYS:
        for pattern in (
            rf"{_LEAD}(?:{verbs})(?:\s+(?:by|of))?\s+{_HEDGES}{_SIZE}",
            rf"{_LEAD}{_HEDGES}{_SIZE}\s+(?:{verbs})(?:\s(?!or\b)[a-z]+)?",
        ):
            found = re.fullmatch(pattern, plain, re.IGNORECASE)
            if found:
                hedge = f"{found['hedge'].lower()} " if found["hedge"] else ""
                return f"{way} {hedge}{found['size']}"
    return ""
