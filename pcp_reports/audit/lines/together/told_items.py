"""Items that tell of a body first, and of its grant in a sentence of its own: “Elm Club is a place to meet. Granted £500”.

One alone may tell of other money. Several in one list, each with one such sum, tell of grants; so does “it has been
awarded £500” behind a paragraph that is about one body and names no sum.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award, Standing
from pcp_reports.audit.lines.amounts.masks import MARK, without_nouns
from pcp_reports.audit.lines.amounts.payment import payment_of
from pcp_reports.audit.lines.amounts.roles import cast
from pcp_reports.audit.lines.amounts.sums import sums_in
from pcp_reports.audit.lines.names import naming, splitting, subjects
from pcp_reports.audit.lines.read import ReadLine
from pcp_reports.audit.lines.single.forms import Shape
from pcp_reports.audit.words.grant_words import strength
from pcp_reports.money import Money
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.passage import Passage

_FEWEST = 2
_FEWEST_LED = 3
_CLEARLY = 2  # as `strength` counts
_LONGEST = 900  # characters of an item
_SENTENCE = re.compile(r"(?<=[a-z0-9)’'”*])[.!?]\s+(?=[A-Z£“‘])")
_GRANTED = re.compile(rf"\W*(?:Granted|Awarded|Received|Given|Got|Allocated|Donated|Approved)[:,]?\s+(?:an?\s+)?{MARK}")
_MAY_TELL = re.compile(
    r"\W*(?:Granted|Awarded|Received|Given|Got|Allocated|Donated|Approved|(?:[A-Z][a-z]*\s+)?(?:[a-z]\S*\s+){0,5}£)"
)
"""How a sentence must begin to be either of these: all others are spared a closer look."""
_SETS_OUT = re.compile(rf"\W*(?:(?:The|This|Its|Their|Our|A)\s+)?{MARK}\s*[a-z]+")
_GRANT_BEHIND = re.compile(r"\s+(?:grant|award|donation|cheque|gift)\b")
_TO_OTHERS = re.compile(
    r"\s*(?:(?:was|is|has\s+been|will\s+be|given|awarded|paid|made|went|goes)\s+)*to\s+(?:the\s+)?[A-Z0-9]"
)
_OTHER_MONEY = re.compile(
    r"(?i)\b(?:last|previous(?:ly)?|earlier|already|year before|in the past|rais(?:ed|es|ing)|lottery|government|refus\w+|declin\w+|turned down|unsuccessful|appl(?:ied|ies)"
    r"|ask(?:ed|s)|request\w*|hop(?:es|ed)|cost(?:s|ing)?|worth|spen[dt]s?|spending|saved?|budget|turnover|bill|fees?|charges?|sold|sales?|need(?:s|ed)?)\b"
)


def with_told_items(
    passages: Sequence[Passage], reads: Mapping[int, ReadLine], locale: str = "en_GB"
) -> dict[int, ReadLine]:
    """Return what the passages are read into, the items of a list that each tell of a body and its one sum as grants."""
    made = dict(reads)
    for run in _runs(passages):
        unread = [at for at in run if "£" in passages[at].text and not _is_read(reads.get(at))]
        if not unread:
            continue
        told = {at: one for at in unread if (one := _granted(passages[at].text, at, locale)) is not None}
        read = sum(1 for at in run if _is_read(reads.get(at)))
        if len(told) >= _FEWEST and 2 * (len(told) + read) > len(run):
            made |= told
        left = [at for at in run if not _is_read(made.get(at))]
        if unread and left and len(run) >= _FEWEST_LED and run[0] and _leads(passages[run[0] - 1].text):
            found = {at: one for at in left if (one := _any_told(passages[at].text, at, locale)) is not None}
            made |= found if len(found) == len(left) else {}
    return _with_those_before(passages, made)


def _is_read(read: ReadLine | None) -> bool:
    return read is not None and bool(read.awards)


def _leads(text: str) -> bool:
    """Return whether the words above a list say that it is one of grants made."""
    return text.rstrip().endswith(":") and strength(text) == _CLEARLY


def _runs(passages: Sequence[Passage]) -> Iterator[list[int]]:
    """Yield the places of the items that stand in one list."""
    run: list[int] = []
    for at, one in enumerate(passages):
        fits = one.sort is Sort.ITEM and len(one.text) <= _LONGEST
        first = passages[run[0]] if run else one
        if run and not (fits and (one.level, one.numbered) == (first.level, first.numbered)):
            if len(run) >= _FEWEST:
                yield run
            run = []
        if fits:
            run.append(at)
    if len(run) >= _FEWEST:
        yield run


def _granted(text: str, at: int, locale: str) -> ReadLine | None:
    """Return the grant of an item one of whose sentences gives a sum and names nobody: “The grant of £500 pays for …”."""
    bounds = [0, *(place for match in _SENTENCE.finditer(text) for place in match.span()), len(text)]
    spans = list(zip(bounds[::2], bounds[1::2], strict=True))
    with_sum = [(start, end) for start, end in spans if "£" in text[start:end]]
    if len(with_sum) != 1 or with_sum[0][0] == 0 or _MAY_TELL.match(text, *with_sum[0]) is None:
        return None
    who = subjects.subject_of(splitting.without_bullet(text))
    if not who:
        return None
    sentence = text[slice(*with_sum[0])]
    casts = cast(sentence, sums_in(sentence, locale=locale))
    payment = payment_of(sentence, casts)
    if payment is None or payment.pence is None or payment.standing is not Standing.AWARDED:
        return None
    masked, noun = without_nouns(sentence[: payment.start] + MARK + sentence[payment.end :])
    after = masked[masked.index(MARK) + 1 :]
    noun = noun or _GRANT_BEHIND.match(after) is not None
    says = _GRANTED.match(masked) is not None or (noun and _SETS_OUT.match(masked) is not None)
    if not says or _TO_OTHERS.match(after) is not None or naming.tells_of_income(text):
        return None
    award = Award(who, splitting.purpose_behind(after), Money(payment.pence), at, 0, len(text), payment.claim)
    return ReadLine((award,), sure=False, shape=Shape.LINE)


def _any_told(text: str, at: int, locale: str) -> ReadLine | None:
    """Return the grant of an item that begins with a name and has one sum, whatever its verb, beneath words that lead to grants."""
    who = subjects.subject_of(splitting.without_bullet(text))
    sums = sums_in(text, locale=locale)
    if not who or len(sums) != 1 or text.find(who) > sums[0].start or _OTHER_MONEY.search(text) is not None:
        return None
    payment = payment_of(text, cast(text, sums))
    if payment is None or payment.pence is None or payment.standing is not Standing.AWARDED:
        return None
    purpose = splitting.purpose_behind(text[payment.end :])
    award = Award(who, purpose, Money(payment.pence), at, 0, len(text), payment.claim)
    return ReadLine((award,), sure=False, shape=Shape.LINE)


def _with_those_before(passages: Sequence[Passage], reads: Mapping[int, ReadLine]) -> dict[int, ReadLine]:
    """Return what the passages are read into, “It has been awarded £500” as a grant to the body the paragraph before is about."""
    made = dict(reads)
    for at, read in reads.items():
        before = passages[at - 1] if at else None
        if read.shape is not Shape.SPOKEN or read.part is None or read.awards or before is None:
            continue
        plain = before.sort is passages[at].sort is Sort.TEXT and "£" not in before.text
        who = subjects.subject_of(before.text) if plain and len(before.text) <= _LONGEST else ""
        if who and subjects.is_body(who):
            made[at] = ReadLine((replace(read.part, recipient=who),), sure=True, shape=Shape.SENTENCE)
    return made
