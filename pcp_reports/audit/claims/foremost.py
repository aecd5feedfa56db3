"""What the very first sentence of a short paper says of its only list, where it can mean nothing else.

A notice begins with who gets how much: “Groups across the county are to have more than £31,000 between them”. Two things make
that the list's own: it stands first, and nothing else there could be the sum, or the number, of those told of beneath. The same
words further down, beside another sum, or of what was to be had, mean something else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.bodies import begins, is_dealt_out, is_of_bodies, names_one_more
from pcp_reports.audit.claims.counting import ways_of
from pcp_reports.audit.claims.givers import is_of_another_giver
from pcp_reports.audit.claims.proved import amounts_of, is_income
from pcp_reports.audit.claims.subject import is_of_something_else
from pcp_reports.audit.words.doubt import is_of_another_time, leads
from pcp_reports.audit.words.ends import is_furniture
from pcp_reports.audit.words.figures import is_near_number, is_swapped, numbers_of, sums_of, unit_of
from pcp_reports.audit.words.grant_words import of_other_money, strength
from pcp_reports.audit.words.names import months_of, years_of
from pcp_reports.audit.words.pairs import is_of_others, told_apart
from pcp_reports.claims import Kind
from pcp_reports.passage import AROUND, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.claims.summing import Summed
    from pcp_reports.audit.found import Round
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper
    from pcp_reports.said import Said, Sentence

_FEWEST, _PAIR = 3, 2
_LEAST_WORDS = 8  # of a sentence; less may be a name, a date or a button of the page
_PARAGRAPHS = 2
_MOST_ABOVE = 12  # passages; what stands further down opens nothing
_LEAST_LIKE, _MOST_LIKE = Decimal(2) / 3, Decimal(3) / 2
_LEAST_COMMON, _MOST_COMMON = Decimal("0.5"), Decimal(2)
_POT = re.compile(
    r"(?i)\b(?:available|budgets?|pot|unspent|remain\w*|left|to give|to spend|up for grabs|on offer|up to|at most|invit\w+|appl(?:y|ies|ied|ications?|icants?)|"
    r"bids?|raised?|raising|launch\w*|open(?:s|ed|ing)?|target|appeal|over the (?:next|past|last)|from (?:the )?(?:ministry|home office|government|department|moj|lottery)|a year|per year|annual\w*|each|every|apiece|half|third|"
    r"shares? of|slices? of|part of|chunk of|cut of|some of|portion of|phase|round (?:one|two|three|[0-9])|(?:first|second|third|final|latest|next) (?:round|phase|tranche|wave))\b"
)
_RANGING = re.compile(r"(?i)\b(?:rang(?:e|es|ed|ing)|var(?:y|ying|ied)|between|worth from|from)\b[^.;,]{0,25}$")
_AIM = re.compile(
    r"(?i)\b(?:that|which|who|whose|so that|to help|to make|to keep|for (?:\w+ ){1,3}?(?:that|who|which))\b"
)
_NEAR = 3
_ALSO = re.compile(r"(?i)\b(?:also|others?|further|in addition|additional(?:ly)?|as well|remaining|rest)\b")
_SOME = re.compile(
    r"(?i)\b(?:others?|also|further|more|largest|biggest|smallest|highest|first|second|some|among|amongst|as well|addition\w*|"
    r"includ\w+|such as|example\w*|instance|locally|part|several|certain|mainly|mostly|declined|refused|unsuccessful|not)\b"
)


def opening_of(paper: Paper, one: Round, heard: Iterable[Heard]) -> frozenset[int]:
    """Return the passages that open a paper above its only list, where they can speak of all of it; none where they may not.

    They are the headings at the top and the first paragraphs. They may speak of other grants where the list may not be the
    whole, or where another list is led to behind it. A list is the whole where a colon leads to it, or a number above it is
    that of its lines.
    """
    first = min(award.passage for award in one.awards)
    last = max(award.passage for award in one.awards)
    if one.partial or one.unread or one.apart or not one.lead:
        return frozenset()
    if not (_is_counted(one, heard, first) or (not one.told and _is_led(paper, one, first))):
        return frozenset()
    if any(_leads_to_more(paper, index) for index in range(last + 1, len(paper.passages))):
        return frozenset()
    found, told = [], 0
    for index, passage in enumerate(paper.passages[: min(first, _MOST_ABOVE)]):
        if passage.numbered or passage.sort is Sort.ROW:
            return frozenset()
        if passage.sort in AROUND or is_furniture(passage.text):
            continue
        found.append(index)
        told += passage.sort not in (Sort.HEADING, Sort.TITLE) and len(passage.text.split()) >= _LEAST_WORDS
        if told == _PARAGRAPHS:
            break
    return frozenset(found)


def _is_counted(one: Round, heard: Iterable[Heard], first: int) -> bool:
    """Return whether a number of those who got something, above a list, is that of its lines, by any way of counting them."""
    ways = ways_of(one.awards)
    return any(
        each.passage < first
        and each.claim.count_said is not None
        and each.claim.count_said.claim.value in ways
        and is_of_bodies(each.claim.count_said.claim)
        and is_dealt_out(each.claim.count_said.sentence.text)
        for each in heard
    )


def _is_led(paper: Paper, one: Round, first: int) -> bool:
    """Return whether the words right above a list lead to it by a colon, and name no part of it."""
    text = paper.passages[max(index for index in one.lead if index < first)].text if min(one.lead) < first else ""
    last = re.split(r"(?<=[.!?])\s", text.strip())[-1]
    return last.rstrip(" –-").endswith(":") and _SOME.search(last) is None and not (months_of(last) or years_of(last))


def _leads_to_more(paper: Paper, index: int) -> bool:
    """Return whether a passage behind a list leads to grants of another."""
    text = paper.passages[index].text
    return text.rstrip().endswith(":") and leads(text) and strength(text) > 0


def goes_on(paper: Paper, one: Round) -> bool:
    """Return whether right behind a list others are led to that got something as well: “Grants were also given to:”."""
    last = max(award.passage for award in one.awards)
    behind = range(last + 1, min(last + 1 + _NEAR, len(paper.passages)))
    return any(_ALSO.search(paper.passages[index].text) and _leads_to_more(paper, index) for index in behind)


def sums_above(every: Iterable[Heard], first: int) -> frozenset[Decimal]:
    """Return the sums that stand above the passage ``first``."""
    totals = (one.claim.total for one in every if one.passage < first)
    return frozenset(total.value for total in totals if total is not None and total.value is not None)


def is_foremost(one: Heard, made: Summed, opening: frozenset[int], sums: frozenset[Decimal]) -> bool:
    """Return whether a claim in the opening of a paper can mean nothing but its only list. ``sums`` are all that stand above that."""
    claim, amounts = one.claim, amounts_of(made)
    if (
        one.passage not in opening
        or claim.covers
        or len(amounts) < (_PAIR if _is_pair(one, len(amounts)) else _FEWEST)
        or is_of_something_else(claim)
    ):
        return False
    if claim.total_said is not None and not _is_the_sum(one, made, sums):
        return False
    if claim.count_said is not None and not _is_the_number(claim.count_said, len(amounts), alone=claim.total is None):
        return False
    if claim.total_said is not None and claim.count_said is not None:
        more, over = int(claim.count_said.claim.value or 0) - len(amounts), _over(claim.total_said.claim, sum(amounts))
        return not (more > 0 > over or more < 0 < over)
    return True


def _without_aim(said: Said) -> Sentence:
    """Return the sentence of a figure without what it says, behind the figure, of those who get it and what for: “… that cannot wait”."""
    aim = _AIM.search(said.behind)
    end = said.claim.end - said.sentence.start
    return said.sentence if aim is None else replace(said.sentence, text=said.sentence.text[: end + aim.start()])


def _is_pair(one: Heard, lines: int) -> bool:
    """Return whether a claim gives the number of the lines with its sum: two grants are enough then."""
    count = one.claim.count_said
    return one.claim.total is not None and count is not None and count.claim.value == lines


def _is_of_giving(said: Said, made: Summed) -> bool:
    """Return whether the sentence of a figure says that money was given, now, and not what there was to give or who gave before."""
    text = told_apart(said.sentence.text)
    if not is_dealt_out(text) or _POT.search(text) or is_of_others(_without_aim(said)) or of_other_money(text):
        return False
    return not (is_of_another_time(text) or months_of(text) or years_of(text)) and not is_of_another_giver(
        said.sentence.text, made
    )


def _is_the_sum(one: Heard, made: Summed, sums: frozenset[Decimal]) -> bool:
    """Return whether a sum is the only one of its kind above a list, is given, and is of the size of what the lines come to."""
    said, amounts = one.claim.total_said, amounts_of(made)
    if said is None or made.unread or said.claim.value is None or not _is_of_giving(said, made) or is_income(said):
        return False
    text = said.sentence.text
    at = said.sentence.start
    # “ranging from £400 to £5,000” gives no other sum
    rest = [
        one
        for one in sums_of(said.sentence)
        if one.kind is not Kind.RANGE and not _RANGING.search(text[: one.start - at])
    ]
    if len(rest) != 1:
        return False
    actual = Decimal(sum(amounts)) / 100
    value = said.claim.value
    if not actual or not (_LEAST_LIKE <= value / actual <= _MOST_LIKE or _is_swapped(value, actual)):
        return False
    # the same sum again, rounded or in full, is no other
    return not any(
        _LEAST_COMMON <= other / actual <= _MOST_COMMON and abs(other - value) >= max(unit_of(other), unit_of(value))
        for other in sums
    )


def _is_swapped(value: Decimal, actual: Decimal) -> bool:
    """Return whether a sum is what the lines come to, rounded as it is, but for two digits in each other's place."""
    unit = unit_of(value)
    rounded = (actual / unit).quantize(Decimal(1), rounding=ROUND_HALF_UP) if unit else Decimal(0)
    return unit > 0 and is_swapped(int(value / unit), int(rounded), fewest=2)


def _is_the_number(said: Said, lines: int, *, alone: bool) -> bool:
    """Return whether a number is that of the lines or one off, and of bodies, projects or grants; ``alone`` it begins its sentence."""
    count = said.claim
    if count.kind is not Kind.EXACT or count.value is None or not is_of_bodies(count):
        return False
    text = told_apart(said.sentence.text)
    if alone and (
        not begins(said.before)
        or not is_dealt_out(text)
        or names_one_more(said.behind)
        or is_of_another_time(text)
        or sum(map(is_of_bodies, numbers_of(said.sentence))) != 1
    ):
        return False
    return is_near_number(int(count.value), lines)


def _over(claim: Claim, pence: int) -> int:
    """Return by how much more (pence) a sum says than the lines come to; 0 where it bears them out."""
    low, high = claim.low, claim.high
    if low is not None and low * 100 > pence:
        return int(low * 100) - pence
    if high is not None and high * 100 < pence:
        return int(high * 100) - pence
    return 0
