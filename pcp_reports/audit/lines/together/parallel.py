"""Lists whose lines set their sums in an unusual place: read where several lines in a row do so, which one alone could not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award, Standing
from pcp_reports.audit.lines.amounts.sums import sums_in
from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.lines.read import NOTHING, ReadLine
from pcp_reports.audit.lines.single.forms import Shape
from pcp_reports.money import Money
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.passage import Passage

_FEWEST = 3
_LONGEST = 240  # characters of a line
_FEWEST_UNREAD = 2
_GOES_ON = re.compile(
    r"(?i)(?:is|was|were|are|be|been|has|have|had|will|would|can|could|in|on|at|from|by|of|and|or|but|per|each|more|less|last|this|that|which|who|million|billion|k|m|bn|worth|than|as|with|after|before|when|while|if|[–-])\b"
)
"""What goes on from a sum in a sentence: “Elm Club £500 was raised”, and not “Elm Club £500 new tents”."""
_FRONT_FOR = re.compile(r"\s*(?:for|towards?|to\s+(?=[a-z]))")
_DID = re.compile(r"\s[a-z]+ed$")
"""What somebody did, and no name: “Elm Signs Ltd quoted £500”."""

_WHOSE = re.compile(r"\s(?:at|for|in|by|with|to|of)\s+(?:the\s+)?(?=[A-Z0-9])")
_OF_GRANTS = re.compile(r"(?i)\b(?:grant|award|fund|donation|project|scheme|applicant)s?\b")


def with_parallel_lines(
    passages: Sequence[Passage], reads: Mapping[int, ReadLine], locale: str = "en_GB"
) -> dict[int, ReadLine]:
    """Return what the passages are read into, several lines in a row that are set alike as grants.

    “Elm Club £500 new tents” and “£500 for tents at Elm Club” may be anything; three such lines in a row are a list.
    """
    made = dict(reads)
    near = _in_stretches(passages)
    for tell in (_between, _in_front):
        run: dict[int, ReadLine] = {}
        for at in range(len(passages) + 1):
            found = tell(passages[at], at, reads.get(at), locale) if at in near else None
            if found is not None and (not run or _alike(passages[at], passages[at - 1])):
                run[at] = found
                continue
            made |= _settled(run, passages)
            run = {} if found is None else {at: found}
    return made


def _in_stretches(passages: Sequence[Passage]) -> set[int]:
    """Return the places of the lines with a sum that stand at least three in a row: no other needs a closer look."""
    found: set[int] = set()
    stretch: list[int] = []
    for at in range(len(passages) + 1):
        if at < len(passages) and _is_line(passages[at]):
            stretch.append(at)
            continue
        found.update(stretch if len(stretch) >= _FEWEST else ())
        stretch = []
    return found


def _settled(run: Mapping[int, ReadLine], passages: Sequence[Passage]) -> dict[int, ReadLine]:
    """Return the lines of a stretch that were not read before, where it is long enough and no heading names who got them all."""
    told = {at: one for at, one in run.items() if one.awards}
    if len(run) < _FEWEST or len(told) < _FEWEST_UNREAD:
        return {}
    first = min(run)
    over = passages[first - 1] if first else None
    if over is not None and over.sort in (Sort.HEADING, Sort.TITLE) and not _OF_GRANTS.search(over.text):
        return {}
    return told


def _alike(one: Passage, before: Passage) -> bool:
    return (one.sort, one.level, one.numbered) == (before.sort, before.level, before.numbered)


def _is_line(one: Passage) -> bool:
    return one.sort in (Sort.TEXT, Sort.ITEM) and "£" in one.text and len(one.text) <= _LONGEST


def _between(one: Passage, at: int, read: ReadLine | None, locale: str) -> ReadLine | None:
    """Return the grant of a line whose sum stands between who and what for with no mark; no grant where it was read.

    None for any other line.
    """
    if read is not None and read.shape is Shape.LINE and len(read.awards) == 1:
        return None if one.text.lstrip().startswith("£") else NOTHING
    if read is not None and (read.shape is not Shape.NOTHING or read.cut):
        return None
    sums = sums_in(one.text, locale=locale)
    if len(sums) != 1 or sums[0].pence is None:
        return None
    who = splitting.without_bullet(one.text[: sums[0].start]).strip()
    what = one.text[sums[0].end :]
    if not what[:1].isspace() or _GOES_ON.match(what.strip()) or not _may_be_named(who) or not who[-1].isalnum():
        return None
    return _award(who, what, one.text, at, sums[0].pence, sums[0].claim)


def _in_front(one: Passage, at: int, read: ReadLine | None, locale: str) -> ReadLine | None:
    """Return the grant of a line that gives a sum, what it is for, and then where: “£500 for tents at Elm Club”.

    No grant where it was read with its sum in front; None for any other line.
    """
    del locale
    if read is None or not one.text.lstrip().startswith("£"):
        return None
    if read.shape in (Shape.LINE, Shape.SENTENCE) and len(read.awards) == 1:
        return NOTHING
    part = read.part
    if read.shape is not Shape.AMOUNT or part is None or part.amount is None or part.claim is None:
        return None
    behind = one.text[one.text.find(part.claim.text) + len(part.claim.text) :].strip(" .;")
    if part.standing is not Standing.AWARDED or _FRONT_FOR.match(behind) is None:
        return None
    for mark in reversed(list(_WHOSE.finditer(behind))):
        who = behind[mark.end() :]
        if _may_be_named(who):
            return _award(who, behind[: mark.start()], one.text, at, part.amount.pence, part.claim)
    return None


def _may_be_named(who: str) -> bool:
    return (
        naming.is_name(who)
        and not naming.is_generic(who)
        and not naming.is_finance(who)
        and not naming.is_total(who)
        and not naming.is_own_office(who)
        and _DID.search(who) is None
    )


def _award(who: str, what: str, text: str, at: int, pence: int, claim: Claim | None) -> ReadLine:
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    award = Award(naming.tidied(who), splitting.purpose_behind(what), Money(pence), at, start, end, claim)
    return ReadLine((award,), sure=False, shape=Shape.LINE)
