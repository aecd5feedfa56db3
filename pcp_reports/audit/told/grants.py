"""The grants that one paragraph of running text tells of, and what other sums it gives."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pcp_reports.audit.claims.bodies import is_dealt_out
from pcp_reports.audit.found import Award, Standing
from pcp_reports.audit.lines import ReadLine, Shape, read_line
from pcp_reports.audit.lines.amounts.roles import Cast, Role, cast
from pcp_reports.audit.lines.amounts.sums import sums_in
from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.told.bodies import topic_of, who_got
from pcp_reports.audit.words.grant_words import of_other_money
from pcp_reports.claims import Kind
from pcp_reports.money import Money
from pcp_reports.records import dataclass
from pcp_reports.said import sentences_of

LONGEST = 3000
"""The most characters of a paragraph that is read so."""
_MOST_SUMS = 12  # of a paragraph; one with more is a list
_GRANT = re.compile(
    r"(?i)\b(?:grants?|awards?|donations?|contributions?|cheques?|gifts?)\s+(?:of|for|worth|totalling)\s+(?:\w+\s+){0,3}\Z"
)
_GRANT_BEHIND = re.compile(r"(?i)\s+(?:grant|award|donation|contribution|cheque)\b")
_NOT_NOW = re.compile(
    r"(?i)\b(?:at most|maximum|between|anything|available|left|remain\w*|budget|pot|per (?:year|annum)|a year|each year|every year|raised|turnover|reserves"
    r"|last year|this year|previous(?:ly)?|earlier|already|so far|to date|since|years ago|next|to give|apply|refused|declined|turned down)\b"
)
_COST = re.compile(r"(?i)\b(?:costs?|costing|worth|valued|bill|prices?)\b[^£,;]{0,30}\Z")
_NEAR = 60  # characters behind a sum
_PURPOSE = re.compile(
    r"(?:(?:is|are|was|were|will|be|has|been|pays?|spent|used|going|goes)\s+)*(?:for|on|to|towards)?\s*(?:the\s+)?"
)
_WORDS = 10
_CLAUSES = re.compile(r",?\s+(?:while|whilst|and|with|but)\s+(?=(?:the\s+)?[A-Z£]|an?\s+(?:further\s+)?£)")
_BOTH = re.compile(
    r"(?:Both|Two\s+[a-z]+(?:\s+[a-z]+)?,)\s+(?P<who>[^£]{5,200}?),?\s+(?:were|are|was|have|will|had)\s+(?:\w+\s+){0,2}(?:both|each)\b"
)
_AND = re.compile(r",?\s+and\s+(?=(?:the\s+|The\s+)?[A-Z])")
_NEAR_ASIDE = re.compile(r",\s+near\s+[A-Z]\w+")
_SURE = (Shape.LIST, Shape.SENTENCE, Shape.LINE)


@dataclass(frozen=True, slots=True)
class Tale:
    """What one paragraph tells: its grants, whom it is about, and how many of its sums may be grants and could not be read.

    ``before`` is its last sentence. ``loose`` are those of its grants that only the arithmetic can say to be grants: a word of
    giving or getting, or who got it, is missing; ``wild`` those of them beside which words stand of a budget, a limit or another
    time. ``hedged``: a sum is given as “over £5,000”.
    """

    awards: tuple[Award, ...] = ()
    topic: str = ""
    before: str = ""
    loose: tuple[Award, ...] = ()
    wild: tuple[Award, ...] = ()
    hedged: bool = False
    others: int = 0


@lru_cache(maxsize=2048)
def tale_of(text: str, passage: int, topic: str, locale: str, *, begin: int = 0) -> Tale:
    """Return what a paragraph tells from its character ``begin`` on. ``topic`` is whom the words above it, which give no sum, are about.

    Kept, because each sentence that may state a total is tried with the same paragraphs behind it.
    """
    text = " " * begin + text[begin:]
    if len(text) > LONGEST or text.count("£") > _MOST_SUMS:
        return Tale(others=text.count("£"))
    made = Tale(topic=topic)
    for one in sentences_of(text, locale):
        if is_quoted(text, one.start):
            continue
        if "£" in one.text:
            for start, end in _clauses(one.text):
                made = _with_clause(made, one.text[start:end], passage, one.start + start, locale)
        made = replace(made, topic=topic_of(one.text, made.topic), before=one.text)
    return made


def is_quoted(text: str, at: int) -> bool:
    """Return whether a place of a paragraph stands in what somebody says."""
    before = text[: at + 1]
    return before.count("“") > before.count("”") or (before.count('"') % 2 == 1)


def _clauses(text: str) -> list[tuple[int, int]]:
    """Return the clauses of a sentence that tells of two grants: “Elm gets £500 while Oak gets £600”; else all of it."""
    for mark in _CLAUSES.finditer(text):
        if "£" in text[: mark.start()] and "£" in text[mark.end() :]:
            sides = [text[: mark.start()], text[mark.end() :]]
            if all(sum(one.role is Role.AWARD for one in cast(side, sums_in(side))) == 1 for side in sides):
                return [(0, mark.start()), (mark.end(), len(text))]
    return [(0, len(text))]


def _with_clause(made: Tale, text: str, passage: int, offset: int, locale: str) -> Tale:
    """Return what is told with what one clause tells."""
    casts = [
        one for one in cast(text, sums_in(text, locale=locale)) if one.role in (Role.AWARD, Role.TOTAL, Role.REQUESTED)
    ]
    casts = [one for one in casts if _COST.search(text, 0, one.sum.start) is None and not _is_limit(text, one)]
    if not casts:
        return made
    both = _both(text, casts)
    if both:
        awards = tuple(_award(name, "", casts[0], passage, offset, len(text)) for name in both)
        return _plus(made, awards, text, casts[0], named=True)
    read = read_line(text, passage=passage, locale=locale)
    if any(one.standing is not Standing.AWARDED for one in read.awards) and read.shape is Shape.LINE:
        return made
    known = _is_told(read) and len(read.awards) >= len(casts)
    if len(casts) == 1 and not casts[0].sum.each and not (known and len(read.awards) > 1):
        one = casts[0]
        if _pence(one) is None:
            return replace(made, others=made.others + 1)
        who = who_got(text, one.sum.start, one.sum.end, made.topic, made.before)
        if known and not who:
            who = naming.without_article(read.awards[0].recipient)
        purpose = splitting.purpose_behind(text[one.end :])
        return _plus(made, (_award(who, purpose, one, passage, offset, len(text)),), text, one, named=bool(who))
    if known and _NOT_NOW.search(text) is None:
        awards = tuple(replace(one, start=one.start + offset, end=one.end + offset) for one in read.awards)
        return replace(made, awards=(*made.awards, *awards))
    return replace(made, others=made.others + len(casts))


def _is_limit(text: str, one: Cast) -> bool:
    """Return whether a sum is the most that anyone may get: “may have up to £5,000”, and not “Up to £5,000 for …”."""
    claim = one.sum.claim
    if claim is None or claim.hedge != "up to":
        return False
    return bool(text[: one.sum.start].strip(" •-–")) and _GRANT.search(text, 0, one.sum.start) is None


def _both(text: str, casts: list[Cast]) -> list[str]:
    """Return the two names of a sentence that gives as much to both: “Two clubs, Elm Lea and Oak Hill, were both awarded £500”."""
    match = _BOTH.match(text.strip()) if len(casts) == 1 else None
    if match is None:
        return []
    parts = _AND.split(_NEAR_ASIDE.sub("", match["who"]))
    names = [naming.without_article(naming.tidied(part)).removeprefix("The ") for part in parts]
    return names if len(names) == 2 and all(naming.is_name(name) for name in names) else []  # noqa: PLR2004 - both


def _pence(one: Cast) -> int | None:
    """Return a sum in pence, “over £5,000” or “up to £5,000” as the sum itself; None where it is no plain sum."""
    claim = one.sum.claim
    if one.sum.pence is None and claim is not None and claim.value is not None:
        return int(claim.value * 100)
    return one.sum.pence


def _award(who: str, what: str, one: Cast, passage: int, offset: int, length: int) -> Award:
    """Return a grant; where nobody is named, what it is for stands in the place of whom it is for."""
    short = " ".join(_PURPOSE.sub("", what, count=1).split(",")[0].split()[:_WORDS])
    first, rest = (who, what) if who else (short, "")
    return Award(first, rest, Money(_pence(one) or 0), passage, offset, offset + length, one.sum.claim)


def _is_told(read: ReadLine) -> bool:
    awarded = all(one.standing is Standing.AWARDED and one.amount is not None for one in read.awards)
    return bool(read.awards) and awarded and read.shape in _SURE


def _plus(made: Tale, awards: tuple[Award, ...], text: str, one: Cast, *, named: bool) -> Tale:
    """Return what is told with the grants of a clause, and how plainly it says that they are."""
    grant = _GRANT.search(text, 0, one.sum.start) or _GRANT_BEHIND.match(text, one.sum.end)
    # what stands further behind is what the grant is for: “… towards the £9,000 cost of its roof”
    says = grant is not None or is_dealt_out(text[: one.sum.end + _NEAR])
    open_above = one.sum.claim is not None and one.sum.claim.kind is Kind.AT_MOST
    plain = one.role is not Role.REQUESTED and not open_above and says and not of_other_money(text[: one.sum.end])
    claim = one.sum.claim
    wild = _NOT_NOW.search(text, 0, one.sum.end + _NEAR) is not None
    plain = plain and not wild
    return replace(
        made,
        wild=(*made.wild, *awards) if wild else made.wild,
        awards=(*made.awards, *awards),
        loose=made.loose if plain and named else (*made.loose, *awards),
        hedged=made.hedged or (claim is not None and claim.kind is not Kind.EXACT),
    )
