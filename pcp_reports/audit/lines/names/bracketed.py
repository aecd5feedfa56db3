"""What a grant is for, in brackets right behind the name: “the Oak Trust (heritage watch)”, “Elm Wildfowlers (night patrols)”.

One bracket alone may be part of the name, or say where it is; the lines of a list that all have one say so.
"""

from __future__ import annotations

import re

from pcp_reports.audit.lines.names.splitting import THINGS

_BEHIND = re.compile(rf"(?P<name>[^()]*[^()\s])\s+\((?P<what>(?:[a-z]|{THINGS}\s)[^()£]{{2,120}})\)")
_OF_THE_NAME = re.compile(
    r"(?i)(?:formerly|trading|t/a|on behalf|part of|known|via|with|led|based|hosted|aka|also|now|near|and|the|in|at|of|north|south|east|west|upper|lower|central|town|boys|girls|men|women|mixed|juniors?|seniors?|under|over|not|see|subject|if|joint|jointly|new|declined|withdrawn)\b"
)


def in_bracket(name: str) -> tuple[str, str] | None:
    """Return a name and the words in small letters in the bracket at its end, which may say what for; None without such."""
    match = _BEHIND.fullmatch(name)
    if match is None or _OF_THE_NAME.match(match["what"]) is not None:
        return None
    return match["name"], match["what"]
