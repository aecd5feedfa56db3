"""Sentences far from a list whose figures are so near to it that they can hardly mean another: summaries, headlines, decisions.

“The Commissioner is asked to approve nine grants worth £48,920”, pages before a list of eight that come to £44,420, speaks of
that list: the summary was not changed with it. So does a sum told to the pound that is a few hundredths off, and a number that
is one off. A round sum, another time, or words of other money mean something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.figures import is_near_number, numbers_of, pence_of, sums_of
from pcp_reports.audit.words.kinds import MANY
from pcp_reports.audit.words.names import months_of, years_of
from pcp_reports.audit.words.numbers_told import numbers_told
from pcp_reports.audit.words.phrases import GIVES, with_sums_plain
from pcp_reports.claims import Kind
from pcp_reports.stated.words import what_it_counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.said import Sentence

_FEWEST = 3
_APART = 4  # of four lines one may be missing or too many, of eight two
_FEWEST_COUNTED = 5  # a smaller number, alone, may count anything
_SUM_APART = 20  # a sum alone may be off by a twentieth
_PRECISE = 10_000  # pence: a sum in full hundreds of pounds may be a budget
_GIVEN = re.compile(
    rf"(?i)\b(?:award(?:ed|ing)|grant(?:ed|ing)|{GIVES}|"
    r"fund(?:ed|ing)?|support(?:ed|ing)?|shar(?:ed?|es|ing)|receiv(?:ed?|es|ing)|made|offered|donat(?:ed|es|ing)|invest(?:ed|s|ing)?|"
    r"benefit(?:t?ed|t?ing|s)?|(?:handed|handing|hands|dished|dishing|dishes|shared) out|handed over|presented (?:with|to)|boost(?:ed)?|windfalls?|successful|"
    r"ha(?:s|ve) (?:each |all |both |now |just )?(?:won|scooped|landed|bagged|netted|picked up)|wins? (?:a (?:share|slice) of|cash|funding|grants?)|dyfarn\w*|rhoi|gwerth)\b|"
    r"\b(?:grants?|awards?|donations?)\b[^.;£]{0,30}?(?:\b(?:come|comes|came|amounts?|totals?|totalling|worth|adds?|valued at)\b|\b(?:of|is|was|,) £|\(£)|"
    r"\b(?:number|cost|value|total) of (?:the |these )?(?:\w+ ){0,2}(?:grants|awards)\b"
)
_TIMES = re.compile(
    r"(?i)\b(?:so far|to date|already|previous\w*|last|earlier|next|since|annual\w*|would|could|might|average|estimated|target|compared|normally|usually|typically|monitor)\b|[?“”\"]"
)
_OTHERS = re.compile(
    r"(?i)\b(?:others?|another|further|more|each|every|request\w*|sought|asked for|applied|bids?|up to|of which|of whom|includ\w+|such as|"
    r"not|no|largest|highest|biggest|smallest|lowest|also|in addition|declined|refused|rejected|unsuccessful|recommend\w*|propos\w+|withdrawn|returned|budget|remaining|left|match\w*|"
    r"against|than)\b"
)
_ASKED_TO = re.compile(
    r"(?i)\b(?:(?:is|are) (?:therefore |now )?(?:asked|recommended|requested|invited) (?:to|that)|it is recommended (?:to|that))(?= )"
)
"""Decisions are drafted so: what they ask to be approved is what they list."""
_NEWS = re.compile(
    r"(?i)\b(?:last|earlier this|later this) (?:week|night|weekend|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:['’]s)?\b"
)
"""When something that is news happened: just now."""
_DATELINE = re.compile(
    r"^\W*(?:[Dd]ate:? )?(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4}:?)(?= [A-Z0-9£“])"
)
"""When a notice was put out, in front of its first words."""
_WON = re.compile(
    r"(?i)\bsuccessful in (?:its|their|his|her|our)(?: \w+)? (?:bids?|applications?)(?: for (?:the |some |a )?(?:money|funding|grants?|cash|support))?"
)
_MORE_THAN = re.compile(r"(?i)\bmore than(?= £)")


def is_near_pair(sentence: Sentence, lines: int, pence: int) -> bool:
    """Return whether a sentence gives one number of grants and one sum, both near to those of a list, and no other time.

    A sum that is the list's to the penny vouches for the number beside it, whatever other sums stand there.
    """
    if lines < _FEWEST or not is_of_giving(sentence):
        return False
    numbers = _counts(sentence)
    if len(numbers) != 1:
        return False
    count = numbers[0]
    sums = sums_of(sentence)
    exact = [one for one in sums if pence_of(one) == pence]
    if len(exact) == 1 and pence % _PRECISE:
        return _is_exact(count) and is_near(_number(count) - lines, 0, lines, pence)
    if len(sums) != 1 or not _is_exact(count, sums[0]) or _OTHERS.search(_plainly(sentence)):
        return False
    return is_near(_number(count) - lines, pence_of(sums[0]) - pence, lines, pence)


_PAIR_TOLD = re.compile(
    r"(?i)(?:in all,? |altogether,? )?(?:the )?[\w-]+(?: (?:small |community )?(?:grants|awards|projects|groups|organisations|bids|schemes|donations))? (?:were|have been|will be|are being) "
    r"(?:made|given|awarded|granted|funded|approved|agreed|supported|chosen|selected)(?: (?:this (?:year|round|quarter|spring|summer|autumn|winter)|in the (?:year|round|quarter)))?,? "
    r"(?:and (?:they )?(?:are|were) )?(?:worth|total+ing|coming to|amounting to|(?:at|for) (?:a|the) (?:total )?(?:cost|sum|value) of|to (?:a|the) (?:total )?value of|with (?:a|the) (?:total |combined )?value of)"
    r"(?: a total of)? £[0-9][0-9,.]*?(?: (?:between them|in all|altogether|in total))?\W*"
)


def is_near_pair_told(sentence: Sentence, lines: int, pence: int) -> bool:
    """Return whether a sentence says of how many, whatever they are called, what they come to, both near to those of a list.

    “Seven were made, worth £68,990 between them”: it stands right above the list, or it may be of any.
    """
    if lines < _FEWEST or _PAIR_TOLD.fullmatch(sentence.text.strip()) is None or not is_of_giving(sentence):
        return False
    sums, numbers = sums_of(sentence), list(numbers_told(sentence.text))
    if len(sums) != 1 or len(numbers) != 1 or not numbers[0].met or not _is_exact(sums[0]):
        return False
    return is_near(numbers[0].value - lines, pence_of(sums[0]) - pence, lines, pence)


def is_near_pair_led(sentence: Sentence, lines: int, pence: int) -> bool:
    """Return whether a sentence that ends in a colon gives how many got something, and what that comes to, both near to a list.

    “Five projects, costing £26,855, were supported:” leads to what stands beneath it, however it is worded.
    """
    if lines < _FEWEST or not sentence.text.rstrip().endswith(":"):
        return False
    if not is_of_giving(sentence) or _OTHERS.search(_plainly(sentence)):
        return False
    sums, numbers = sums_of(sentence), list(numbers_told(sentence.text))
    if len(sums) != 1 or len(numbers) != 1 or not _is_exact(sums[0]):
        return False
    return is_near(numbers[0].value - lines, pence_of(sums[0]) - pence, lines, pence)


def is_near_sum(sentence: Sentence, pence: int, apart: int = _SUM_APART) -> bool:
    """Return whether a sentence gives one sum, told to the pound, that a list nearly comes to, and no number and no other time.

    ``apart``: the part of the list's sum that it may be off by, one in so many.
    """
    sums = sums_of(sentence)
    if len(sums) != 1 or _counts(sentence) or not _is_exact(sums[0]) or not is_of_giving(sentence):
        return False
    told = pence_of(sums[0])
    if _OTHERS.search(_plainly(sentence)) or not told % _PRECISE or not pence % _PRECISE:
        return False
    return abs(told - pence) * apart <= pence


def is_near_count(sentence: Sentence, lines: int, least: int = _FEWEST_COUNTED) -> bool:
    """Return whether a sentence gives a number of grants, or of those who got them, near that of a list, and no sum.

    ``least``: the shortest list that a number alone is held against.
    """
    numbers = _counts(sentence)
    if lines < least or len(numbers) != 1 or len(sentence.claims) != 1 or not _is_exact(numbers[0]):
        return False
    if not is_of_giving(sentence) or _OTHERS.search(_plainly(sentence)):
        return False
    return is_near_number(_number(numbers[0]), lines)


def points_to_grants(sentence: Sentence) -> bool:
    """Return whether a sentence says outright what “the grants”, or those “set out above”, come to, or how many they are."""
    text = _plainly(sentence)
    match = _THE_GRANTS.search(text)
    if match is None or len(sentence.claims) > _PAIR or months_of(text[: match.end()]):
        return False
    told = text[: match.end()]
    return len(sums_of(sentence)) <= 1 and not (_OTHERS.search(told) or _TIMES.search(told))


_PAIR = 2
_THE_GRANTS = re.compile(
    r"(?i)\b(?:the|these|those|above) (?:[a-z]+ |[0-9]{1,3} )?(?:grants|awards)\b(?: (?:above|below|listed|set out (?:above|below)|awarded|agreed|in this (?:report|paper|decision|notice)))*"
    r"[ ,(]*(?:come|came|comes|total|totals|totalled|amount|amounted|add up|cost|will cost|are worth|worth|totalling|of|\()[^.;£]{0,25}£"
    r"|\bapprove (?:the )?(?:[a-z]+ )?(?:grants|awards)(?: \w+){0,3} (?:totalling|worth|of|amounting to|to the value of)[^.;£]{0,10}£"
    r"|\b(?:cost|value|total|sum) of (?:the|these|those) (?:\w+ )?(?:grants|awards|above)(?: (?:above|below|listed|set out (?:above|below)))?[ ,]*(?:is|was|comes to|came to|amounts to|:|of)?[^.;£]{0,12}£"
    r"|\b(?:grants|awards|allocation)\b[^.;£]{0,20}£[0-9][0-9,.]*[^.;]{0,25}\b(?:as )?(?:set out|listed|shown|detailed) (?:above|below)\b"
    r"|\bthe (?:[a-z]+|[0-9]{1,3}) (?:grants|awards) (?:set out|listed|shown|detailed) (?:above|below)\b"
)


def is_near(more: int, over: int, lines: int, pence: int) -> bool:
    """Return whether a list is missed by a few lines and at most half of its sum (pence): where more are said, no less is said.

    One line and a twentieth of the sum may go either way.
    """
    if abs(more) <= 1 and abs(over) * _SUM_APART <= pence:
        return True
    if abs(more) > max(1, lines // _APART) or 2 * abs(over) > pence:
        return False
    return not (more > 0 > over or more < 0 < over)


_AND_OTHER = re.compile(rf"(?i)\b(?:and|or) other(?= (?:\w+ ){{0,2}}(?:{MANY})\b)")
"""“Charities and other groups” are no others than those of the list."""


_EVER = re.compile(
    r"(?i)\b(?:one of )?(?:the|its|their|our|his|her) (?:biggest|largest|highest)(?:[- ](?:ever|yet))?(?= (?:\w+ ){0,2}(?:hand-?outs?|rounds?|pay-?outs?|giveaways?))"
)


def _plainly(sentence: Sentence) -> str:
    return _EVER.sub(
        "a", _AND_OTHER.sub("and", _WON.sub("funded", with_sums_plain(_ASKED_TO.sub(" to ", sentence.text))))
    )


def is_of_giving(sentence: Sentence) -> bool:
    """Return whether a sentence speaks of money given, and names no time that may be another list's."""
    text = told_apart(sentence.text)
    return _GIVEN.search(text) is not None and not (_TIMES.search(text) or months_of(text) or years_of(text))


def told_apart(text: str) -> str:
    """Return a sentence without the words that say when its news was put out or happened: “last night”, a date in front."""
    return _NEWS.sub(" ", _DATELINE.sub(" ", text))


def is_of_others(sentence: Sentence) -> bool:
    """Return whether a sentence has words of other grants than those of a list, of bids, or of a part."""
    return _OTHERS.search(_MORE_THAN.sub("over", _plainly(sentence))) is not None


def _counts(sentence: Sentence) -> Sequence[Claim]:
    return [one for one in numbers_of(sentence) if what_it_counts(one) is not None]


def _is_exact(*claims: Claim) -> bool:
    return all(one.kind is Kind.EXACT and one.value is not None for one in claims)


def _number(one: Claim) -> int:
    return int(one.value or 0)
