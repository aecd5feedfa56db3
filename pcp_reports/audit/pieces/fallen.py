"""Sentences that name those who got nothing: “Three were not taken forward: a mobile app (£35,000); a course (£18,400)”.

What stands behind the colon of such words, up to the end of the sentence, was not awarded; nor was what a decision puts off.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.words.fates import speaks_of_several, standing_of

if TYPE_CHECKING:
    from pcp_reports.audit.found import Award
    from pcp_reports.audit.lines import ReadLine

_PUT_OFF = re.compile(
    r"(?:To|That) (?:defer|decline|refuse|reject|turn down|not (?:fund|support|approve|award)) (?=\S)", re.IGNORECASE
)
_REFUSED = re.compile(
    r"(?i)\W{0,3}(?:to )?(?:be|is|was|were|are|(?:has|have) been)(?: (?:now|also|both|each|therefore))? (?:deferred|declined|refused|rejected|turned down|withdrawn|not (?:be )?(?:funded|supported|approved|awarded|agreed))\b"
)
_STOP = re.compile(r"(?<=[a-z0-9)])[.!?] +(?=[A-Z])")
_NONE = re.compile(r"(?i)\W*(?:none|neither) ")
_FALLEN = (Standing.DECLINED, Standing.WITHDRAWN)


def with_fallen(read: ReadLine, text: str) -> ReadLine:
    """Return what was read of a passage, the lines of which its own words say that they got nothing as no awards."""
    if not read.awards:
        return read
    put_off = _PUT_OFF.match(text)
    if put_off is not None:
        words = put_off[0]
        awards = (
            replace(one, standing=Standing.DECLINED, recipient=one.recipient.removeprefix(words)) for one in read.awards
        )
        return replace(read, awards=tuple(awards))
    read = replace(read, awards=tuple(_as_said_behind(one, text) for one in read.awards))
    if ":" not in text:
        return read
    return replace(read, awards=tuple(_as_told(one, text) for one in read.awards))


def _as_said_behind(one: Award, text: str) -> Award:
    """Return a line with what stands right behind its sum of it: “Elm Club (£9,000) be deferred”."""
    claim = one.claim
    if not one.counts or claim is None:
        return one
    at = text.find(claim.text, one.start)
    if at < 0 or _REFUSED.match(text, at + len(claim.text)) is None:
        return one
    return replace(one, standing=Standing.DECLINED)


def _as_told(one: Award, text: str) -> Award:
    """Return a line with what the words before the colon of its sentence say became of it."""
    at = text.find(one.recipient, one.start)
    if not one.counts or at < 0:
        return one
    end = at + len(one.recipient)
    colon = end if text[end : end + 1] == ":" else text.rfind(":", 0, at)
    if colon < 0 or _STOP.search(text, colon, at) is not None:
        return one
    stops = [stop.end() for stop in _STOP.finditer(text, 0, colon)]
    head = text[stops[-1] if stops else 0 : colon]
    if not speaks_of_several(head):
        return one
    became = Standing.DECLINED if _NONE.match(head) else standing_of(head)
    return replace(one, standing=became) if became in _FALLEN else one
