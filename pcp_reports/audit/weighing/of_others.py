"""Whether a figure that the lines do not bear out is of some of them, of more than them, or of no grants at all.

“Grants to charities came to £9,225” is right where some lines come to just that; “six grants were approved” is right above
a list of what was paid. Such a figure is passed over: only the words that lead to a list, and its plain total, are of all.
"""

from __future__ import annotations

import re
from math import gcd
from typing import TYPE_CHECKING

from pcp_reports.audit.words.back import Back, is_plain, sums_up_list
from pcp_reports.claims import Kind
from pcp_reports.money import Money
from pcp_reports.passage import Sort
from pcp_reports.printed.patterns import word_set
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.found import Round
    from pcp_reports.audit.weighing.claims import Weighed
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_MOST_LINES = 20  # of more, some come to almost any sum
_MOST_STEPS = 4_000_000  # so that a list of millions to the penny takes no time
_NEAR = 6  # passages above the first line of a list
_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-Z£“‘(])|\n")
_PICKED = re.compile(
    r"(?i)\b(?:to|for|in|by|under) (?!£|[0-9])(?:the |our |all |local |community |voluntary )*([a-z’'-]+)|"
    r"\b(?:have|has) been paid\b|\bof (?:the|these|those)\b|\bthose\b"
)
_PLAIN_NOUNS = word_set(
    "group groups project projects organisation organisations scheme schemes recipient recipients applicant applicants body bodies grant"
    " grants award awards total sum value be give award fund support these those them this that all date one two three four five six"
    " seven eight nine ten eleven twelve our we us a an the commissioner pcc panel committee council trustees year round"
    " make help support improve keep reduce tackle prevent protect fund pay"
)
_BODIES = re.compile(
    r"(?i)^\W*(charities|clubs|partners) (?:received|got|were given|have received|will receive|shared)\b"
)
_OF_THE = re.compile(r"(?i)^\W*(?:the\b|\S+ of the\b)")
_THOSE = re.compile(r"^\W*Those (?:in|to|for|from|under)\b")
_GIVING = re.compile(
    r"(?i)\b(?:awarded|given|granted|approved|agreed|allocated|shared|gave|giving|award|give)\b[^£]{0,30}$"
)
_SUMS_UP = re.compile(
    r"(?i)^\W*(?:(?:the |a |grand |overall )*total(?: (?:awarded|sum|amount|value))?(?: (?:comes to|came to|is|was|of|=))?[ :|–-]*£|"
    r"(?:in all|year to date|to date|altogether|between them|together|they|all|that|this)\b)"
)
_BENEATH = re.compile(
    r"(?i)\b(?:paid|payments?|taken up|accepted|claimed|confirmed|completed|remaining|drawn down|those to)\b"
)
_GRANTED = re.compile(r"(?i)\b(?:approved|agreed|offered)\b")
_JUDGES = re.compile(
    r"(?i)\b(?:(?:panel|board|committee|jury|team) of|group of(?= \w+ (?:members|councillors|officers|trustees|awarded|approved|agreed|chose|"
    r"selected|recommended|decided)\b)) (\w+)\b|\b(\w+)(?= votes\b|(?: \w+)? members\b| in favour\b)"
)
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SO_MANY = re.compile(
    rf"(?i)^\W*(?:the )?({'|'.join(_NUMBERS)}|[0-9]{{1,2}}) (?:[a-z’'-]+ ){{0,3}}(?:grants|awards|projects|groups|organisations)\b"
)
"""“Three of the grants”, “the three youth grants”: a number that the sentence itself begins with."""
_PARTED = re.compile(r"(?i)\b(?:of (?:them|these|which) (?:to|for|in)|and (?:those|the ones) (?:to|for|in)) ")
_A_PART = re.compile(r"(?i)^\W*(?:the|those) (?:(?:grants|awards) )?(?:to|for|in) |\b(?:those|the ones) (?:to|for|in) ")
_REMAINING = re.compile(r"(?i)\bremaining\b")
_WIDER = re.compile(r"(?i)^\W*total for the (?:whole )?(district|county|borough|city|area|region)\b")
_LEFT_OUT = re.compile(
    r"(?i)\b(?:(?:is|are|was|were) not (?:listed|shown|included|itemised|given here)|(?:list|table|figures?)(?: \w+){0,2} (?:omits?|excludes?|leaves? out)|"
    r"(?:does|do) not (?:include|show|list)|including (?:those|these|them)|(?:omits?|excludes?) \w+ (?:grants|awards|payments|donations))\b"
)
_MATCHED = re.compile(r"(?i)^\W*(?:(?:together |along )?with )?match(?:ed)?[ -]funding\b")
_CAME_IN = re.compile(
    r"(?i)^\W*(?:a total of )?[\w-]+ (?:applications|bids|requests)\b[^.;]*?\b(?:were|was|have been|had been) received\b"
)
_COST = re.compile(r"(?i)^\W*total costs?\b")
_COSTS = re.compile(r"(?i)\bcosts? $")


def is_of_others(paper: Paper, one: Round, row: Weighed) -> bool:
    """Return whether a claim that disagrees may well be of other grants than all those listed, or of something else."""
    found, heard = row.judged, row.heard
    if not found.is_wrong or found.covers or heard.heading or heard.holds:
        return False
    passage = paper.passages[heard.passage].text
    text = _sentence(passage, heard.offset)
    if found.total is None or not found.total.verdict.is_wrong:
        count = found.claim.count
        return count is not None and (_counts_judges(text, count) or _LEFT_OUT.search(text) is not None)
    return (
        _is_of_more(paper, one, row, text)
        or _CAME_IN.search(text) is not None
        or _adds_to_it(found.over.total.pence, found.claim.total, text, passage)
        or (not heard.leading and _is_of_some(paper, one, row, text))
    )


def _sentence(passage: str, offset: int) -> str:
    """Return the sentence of a passage that has a place in it."""
    stops = [match.end() for match in _STOP.finditer(passage)]
    first = max((stop for stop in stops if stop <= offset), default=0)
    return passage[first : min((stop for stop in stops if stop > offset), default=len(passage))].strip()


def _counts_judges(text: str, count: Claim) -> bool:
    """Return whether a number is of those who decide: “the panel of six”, “by seven votes to two”."""
    said = count.text.casefold()
    return any(said == (match[1] or match[2]).casefold() for match in _JUDGES.finditer(text))


def _is_of_more(paper: Paper, one: Round, row: Weighed, text: str) -> bool:
    """Return whether more is said than is listed where the paper says that the list leaves something out, or is of payments."""
    found = row.judged
    total = found.claim.total
    if total is None or total.value is None:
        return False
    around = [paper.passages[index].text for index in (*one.lead, *one.tail)]
    if _LEFT_OUT.search(text) is not None:
        return True
    if int(total.value * 100) <= found.over.total.pence:
        return False
    if any(_LEFT_OUT.search(words) for words in around):
        return True
    wider = _WIDER.search(text)
    if wider is not None and not any(wider[1].casefold() in words.casefold() for words in around if words != text):
        return True
    lead = _last_lead(paper, one)
    if _PARTED.search(text) is not None and _A_PART.search(lead) is not None:
        return True
    if lead == text or not _BENEATH.search(lead) or _GRANTED.search(lead):
        return False
    return _GRANTED.search(text) is not None or _REMAINING.search(lead) is not None


def _last_lead(paper: Paper, one: Round) -> str:
    """Return the sentence right above a list."""
    first = min(award.passage for award in one.awards)
    above = [index for index in one.lead if index < first]
    near = range(max(first - _NEAR, 0), first)  # the names of columns may stand between
    leads = [index for index in near if paper.passages[index].text.rstrip().endswith(":")] or above
    if not leads:
        return ""
    text = paper.passages[max(leads)].text
    return _sentence(text, len(text.rstrip()) - 1)


def _adds_to_it(pence: int, total: Claim | None, text: str, passage: str) -> bool:
    """Return whether a sum adds something to that of the list, and says so: match funding, or another cost."""
    if total is None or total.value is None:
        return False
    more = str(Money(max(int(total.value * 100) - pence, 0)))
    at = passage.find(more)
    if at < 0:
        return False
    return _MATCHED.search(text) is not None or (
        _COST.search(text) is not None and _COSTS.search(passage[:at]) is not None
    )


def _is_of_some(paper: Paper, one: Round, row: Weighed, text: str) -> bool:
    """Return whether some of the lines come to a sum exactly, and its number or its words can pick those out."""
    total, count = row.judged.claim.total, row.judged.claim.count
    if total is None or total.value is None or total.kind is not Kind.EXACT:
        return False
    amounts = [award.amount.pence for award in one.awards if award.amount is not None and award.counts]
    number = int(count.value) if count is not None and count.value is not None else _so_many(text)
    if row.heard.afar and not (_so_many(text) and _OF_THE.search(text) is not None):
        return False
    if not number and _SUMS_UP.search(text) is not None:
        return False
    if number >= len(amounts) or not (number or _picks_out(paper, one, row.heard, text)):
        return False
    return _some_come_to(amounts, int(total.value * 100), number)


def _so_many(text: str) -> int:
    """Return how many grants a sentence begins with; 0 where it begins with no number of them."""
    said = _SO_MANY.search(text)
    if said is None:
        return 0
    return int(said[1]) if said[1].isdigit() else _NUMBERS.index(said[1].casefold()) + 2


def _picks_out(paper: Paper, one: Round, heard: Heard, text: str) -> bool:
    """Return whether a sentence has a word of its own that those which lead to the list have not, by which it can mean some."""
    known = frozenset(word for index in one.lead for word in words_of(paper.passages[index].text))
    if heard.passage in one.lead:
        known = frozenset(
            word
            for index in one.lead
            if index != heard.passage or paper.passages[index].sort is Sort.HEADING
            for word in words_of(paper.passages[index].text)
        )
    if sums_up_list(text, known) is Back.POINTS and _THOSE.search(text) is None:
        return False
    bodies = _BODIES.search(text)
    if bodies is not None and bodies[1].casefold() not in known:
        return True
    before = text[: text.find("£")] if "£" in text else text
    if not is_plain(before, known) and _GIVING.search(before) is None:
        return True
    return any(
        not match[1] or (match[1].casefold() not in _PLAIN_NOUNS and match[1].casefold() not in known)
        for match in _PICKED.finditer(text)
    )


def _some_come_to(amounts: Sequence[int], pence: int, number: int) -> bool:
    """Return whether so many of the amounts come to a sum; without a number, any two or more of them, not all."""
    step = gcd(*amounts) if amounts else 0
    if not 2 < len(amounts) <= _MOST_LINES or not step or pence % step or pence // step > _MOST_STEPS:  # noqa: PLR2004 - of two, none are some
        return False
    goal = pence // step
    within = (1 << (goal + 1)) - 1
    reached = [1] + [0] * len(amounts)  # by how many amounts, each sum that they come to as one bit
    for amount in amounts:
        for many in range(len(amounts), 0, -1):
            reached[many] |= (reached[many - 1] << (amount // step)) & within
    numbers = (number,) if number else range(2, len(amounts))
    return any(reached[many] >> goal & 1 for many in numbers)
