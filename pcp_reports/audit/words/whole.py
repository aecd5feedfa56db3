"""Which figure of a sentence beside a list speaks of the whole list, whatever its verb is.

What is said right above a list, or right behind it, is said of that list where it points to it (“the grants below”, “the above”) or
gathers it (“in all”, “between them”), unless the very clause of the figure gives it another meaning: what there was to give, what is
left of it, what was asked for, what others put in, another time, a part. Such meanings are far fewer than the ways to say “given”.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.audit.words.back import is_plain
from pcp_reports.audit.words.kinds import MANY_OR_GIFTS
from pcp_reports.audit.words.numbers import ONE_TO_TWELVE
from pcp_reports.audit.words.phrases import with_sums_plain
from pcp_reports.printed.patterns import word_set

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_GIFTS = "grants|awards|donations|gifts|payments|grantiau|dyfarniadau|rhoddion"
_MONEY = re.compile(r"£\s?[0-9]")
_STRONG_BREAK = re.compile(r"[;:—–]|\s-\s|, (?=of which\b|and\b|but\b|which\b|so\b)|\b(?:although|whereas|so that)\b")
_COMMA = re.compile(r",(?![0-9])")
_OTHER_MONEY = re.compile(
    r"(?i)\b(?:budgets?|available|pots?(?! (?:gave|has given|awarded|paid|made)\b)|left|leaves|leaving|remain\w*|balances?|unspent|underspen\w*|overspen\w*|uncommitted|unallocated|unclaimed|carried (?:forward|over)|c/f|b/f|reserves?|"
    r"set aside|ring-?fenced|earmarked|match\w*|own|raised?|raising(?! (?:the|these|all|our|its) (?:\w+ )?(?:grants|awards|donations)\b)|fundrais\w*|contribut\w*|leverag\w*|lottery|ministry|home office|government|income|receipts|proceeds(?! of crime (?:act )?(?:fund|money|grants?|scheme))|"
    r"interest|seiz\w+|sales? of|brought in|loss|recovered|repaid|returned|handed back|paid back|refund\w*|donors?|contracts?|tender\w*|fees?|admin\w*|running costs?|overheads|vat|savings?|saved|invoices?|vired|"
    r"turnover|shortfalls?|oversubscribed|refus\w+|unsuccessful|declined|rejected|turned down|deferred|withdr\w+|unpaid|outstanding|in kind|worth of|loans?|fines?|"
    r"up to|no more than|not more than|at most|at least|maximum|minimum|limit\w*|ceiling|cap|capped|average\w*|not (?:yet )?(?:been )?(?:spent|used|awarded|allocated|needed|taken up)|"
    r"(?:an?|one|two|three|some|the|and|by) further|£[0-9,.]+ further|extra|additional|another|also|too|as well|in addition|others|(?<!and )other|and other (?!(?:\w+ )?(?:bodies|organisations|groups|charities|agencies)\b)|rest|half(?!-)|third|most|some|part|percent\w*|"
    r"largest|biggest|highest|smallest|lowest|first|second|third|final instal\w*|instal\w*|includ\w+|such as|together with|plus|"
    r"(?:project|scheme|programme|full|whole|capital|revenue|estimated) costs?|costs? of (?:the |these |all )*(?:projects?|schemes?|work\w*|programmes?|services?)|"
    r"projects? (?:is|are) worth|people|hours|volunteer\w*|members of the public|with (?:those|the ones|that|what)|(?:have|has|had) an? (?:\w+ )?cost of|"
    r"(?:awards|grants|those|anything|sums?|bids) (?:above|over|below|under|of more than|of less than)(?= £)|cost (?:the )?(?:county|country|taxpayers?|police|force|area|town|victims?|economy)|an? \w+ (?:that|which) costs?|"
    r"by this (?:commissioner|pcc|pfcc|mayor|council|administration)|all (?:of )?(?:the |our |my |his |her )?(?:funds|rounds|sources)|"
    r"cyllideb\w*|gyllideb\w*|ar gael|weddill|arian cyfatebol|uchafswm|hyd at|yr un|cyfartaledd|ychwanegol|arall)\b"
)
"""In the clause of a sum: it is not what was given to those listed, all of them and no others."""
_RATE = re.compile(
    r"(?i)£[0-9][0-9,.]*(?: \w+){0,3} (?:each|apiece|per|every|a head|a year|an hour|a month|a week)\b|\b(?:each|every|per|any one)(?: [\w’'-]+){1,6}? £"
)
"""In the part of it between two commas: a sum for each of several."""
_WITHIN = re.compile(
    r"(?i)\b(?:within|against|out of|from|under|in) (?:the|a|an|its|our|his|her|their|this year[’']s)(?: \w+){0,2} (?:budgets?|pots?|allocation|allowance)(?! of £)\b|\bwithin budget\b"
)
"""What money a sum is met from, said beside it."""
_TO_GIVE = re.compile(
    r"(?i)£[0-9][0-9,.]*(?:k|m)?(?: \w+){0,2} to (?:give|spend|award|allocate|offer|distribute|share|hand out)\b|\b(?:fund|pot|scheme|budget) (?:had|has|have|held|holds|stands|stood|is|was|contains)(?: \w+){0,2} £"
)
_NAMED_BY_IT = re.compile(
    r"(?i)£[0-9][0-9,.]*(?:k|m)?[ -](?:(?!(?:to|from|of|for|in|by|on|at|o|i|o'r|i'r|o’r|i’r|gan|ar|has|have|was|were|is|are|will|and|through|under|between|among)\b)[\w’'-]+ ){0,4}"
    r"(?:fund|scheme|pot|programme|budget|initiative|campaign|appeal|contract|allocation)\b"
)
"""“The £50,000 Community Safety Fund”."""
_COMPARED = re.compile(r"(?i)£[0-9][0-9,.]*(?:k|m)? (?:more|less|higher|lower) than\b")
_IF = re.compile(r"(?i)\b(?:would|could|might|if|unless|had (?:every|all|the panel|each))\b")
_ELSEWHEN = re.compile(
    r"(?i)\b(?:last|previous\w*|earlier|preceding|prior|before|ago|to date|so far|since|already|next|later|cumulat\w*|running total|years|annual\w*|"
    r"forecast|expected|planned|hopes?|target\w*|compared|than (?:in|was|were|last|the)|other rounds|rounds|predecessor|"
    r"elsewhere|national\w*|force area|llynedd|hyd yma|hyd yn hyn|blaenorol|ers|nesaf)\b|[“”\"]"
)
"""In a sentence: it may be of another time, or of what is only expected."""
_OF_BIDS = re.compile(
    r"(?i)\b(?:bids?|bidding|applications?|applied|requests?|requested|requesting|sought|seeking|ask(?:ed|ing)(?: \w+){0,3} for|wanted)\b(?P<between>[^.;£]{0,60})£"
    r"|£[0-9][0-9,.]*(?: \w+){0,3} (?:applied for|requested|sought|asked for|bid for)\b"
    r"|\b(?:amount|sum|total) (?:applied|asked|bid) for\b|\brequested\b|\bceisiadau am\b|\bgofyn\w*\b"
)
_WON = re.compile(
    r"(?i)\b(?:successful\w*|approved?|agreed|awarded|granted|funded|supported|succeed\w*|made|given|cost\w*|chosen|selected|backed|accepted|for a total|shar(?:e|ed|ing)|recommended|"
    r"allocat\w+|pay|paid|passed|worth|total\w*|com(?:e|ing) to|came to|spend\w*|at)\b"
)
_ASKED = re.compile(r"(?i)\b(?:received|submitted|came in|put in|asked|requested|wanted|sought)\b")
_PART_OF = re.compile(
    rf"(?i)\b(?!all )(?:\w+ )?(?:{ONE_TO_TWELVE}|[0-9]{{1,3}}|some|most|half|many|several|few|both|two-thirds|part|largest|rest|remainder|more|much|a third|a quarter) of (?:the|these|those|them|this|that|our|which)\b"
)
_OF_WHICH = re.compile(r"(?i)[^;:.£]{0,60}, of which\b[^£]*$")
_LAST_TIME = re.compile(
    r"\W*(?:Last|In the (?:last|previous)|The previous) (?:\w+ )?(?:year|round|quarter|month|time)\b"
)
_SOME_OF = re.compile(
    rf"(?i)^\W*(?:{ONE_TO_TWELVE}|[0-9]{{1,3}}|some|most|several|a few) of (?:the|these|those) (?:\w+ )?(?:{MANY_OR_GIFTS})\b"
)
_ALL_OF = re.compile(rf"(?i)\b(?:all|every one)(?: (?:{ONE_TO_TWELVE}|[0-9]{{1,3}}))? of (?:the|these|those|them)\b")
_ALONE = re.compile(
    r"(?i)\b(?:those|these|grants|awards|donations|gifts|groups|projects|organisations|charities|schemes)(?: that| which)?(?: made| given| awarded| agreed)? (?:to|for|in|from|under|through|who|with)\b"
    r"(?! (?:the|this|that|our) (?:\w+ )?(?:list|table|schedule|appendix|annex|report|paper|round|minute|cost|sum|total|year|amount|value|above|period)\b)(?! (?:all|this)\b)(?! £)(?! (?:an? )?(?:total|sum|cost|value|combined|overall)\b)"
    rf"(?! (?:the |all |these |those )*(?:{MANY_OR_GIFTS}) (?:above|listed)\b)"
)
_LEADS = re.compile(
    r"(?i)\b(?:below|beneath|here\w*|following|follows?|these|listed|set out|shown|table|schedule|namely|as under|overleaf|list(?: of)?|appear|breakdown|broken down|split|divided|"
    r"isod|canlynol|hyn|fel a ganlyn|tabl|rhestr)\b"
)
_POINTS = re.compile(
    rf"(?i)\b(?:the above|above|these (?:\w+ ){{0,2}}(?:{MANY_OR_GIFTS})|listed|in the (?:table|list|schedule)|add (?:those|these|them) (?:up|together)|(?:final|last|right-hand) column|"
    rf"uchod|yn y tabl|(?:grantiau|dyfarniadau|prosiectau|sefydliadau) hyn)\b"
)
"""Behind a list: those are the ones that it has."""
_COMES_TO = re.compile(
    rf"(?i)\b(?:the|all|all of the|those)(?: [\w’'-]+){{0,2}} (?:{_GIFTS}|y grantiau)\b(?:(?! (?:that|which|who|an?) )[^.;:£]){{0,60}}?"
    r"\b(?:com(?:e|es|ing) to|came to|total\w*|amount\w* to|adds? up to|cost|costs|costing|worth|value|sum|is|are|was|were|of|told|yw)(?: (?:a|an|the|total|sum|of|in|all|together|just|over|under|cost|combined)){0,4}[ ,:(]*£"
    rf"|\b(?:cost|value|sum|total|payment|amount)\b[^.;:£]{{0,20}} of (?:the|these|those|all)(?: [\w’'-]+){{0,2}} (?:{_GIFTS})\b[^.;£]{{0,40}}£"
    rf"|£[0-9][0-9,.]*,? (?:being|is|was) (?:the )?(?:total )?(?:cost|sum|total|value) of (?:the|these|all)(?: [\w’'-]+){{0,2}} (?:{_GIFTS})\b"
)
"""The same: “the grants” are said to come to so much."""
_TOGETHER = re.compile(
    r"(?i)\b(?:in all|altogether|all told|in total|total(?:s|led|ling)?|combined|together|between them|in aggregate|aggregate|sum|overall|com(?:e|es|ing) to|came to|amount(?:s|ed|ing)? to|"
    r"(?:total |combined |overall )?cost of|outlay|value of|worth|makes|adds? up|grand total|in this round|in the round|this round|this meeting|this evening|today|tonight|therefore|thus|hence|accordingly|in the end|it follows|as it is|so that is|then|"
    r"cyfanswm|gyda'i gilydd|at ei gilydd|i gyd)\b"
)
_GIVES = re.compile(
    r"(?i)\b(?:award\w*|grant\w*|gave|giv(?:e|en|ing)|approv\w+|agree[ds]?|allocat\w+|distribut\w+|paying out|fund(?:ed|ing|s)|support\w*|donat\w+|shar(?:e|ed|ing)|split|spen[dt]\w*|commit\w*|cost|"
    r"cheques|recipients|cefnog\w*|dyfarn\w*|rhodd\w*)\b"
)
_SOME = re.compile(rf"\W*(?i:{_GIFTS})\b")
"""“Grants totalling £9,225 went to charities” may be some of them."""
_TENS_AND = re.compile(r"(?i)\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+\b")
_DISCOURSE = word_set(
    "as you will see then so and the end told today tonight now evening evening's meeting meeting's panel's committee's board's council's work thus"
    " here reported report round applied applicants forms came went out outlay spend spent follows period other others no not"
    " were funded voted hence accordingly add adds up get gets going gone confirmed noted reported minute carried resolved agreed further sum sums being"
    " one only there may hundred from so this fund"
)
"""Words that speak of the meeting or the paper and narrow nothing."""
_GIFTS_NAMED = re.compile(rf"(?i)\b(?:{_GIFTS}|successful|recipients?|helped|beneficiar\w+)\b")
_BARE = re.compile(
    r"(?i)^\W*(?:(?:so|thus|then|and|the|a|grand|overall|combined|full|sum|total|totals?|amount|value|cost|in|all|altogether|together|that|this|they|it|which|is|was|are|were|of|to|for|comes?|came|makes?|adds?|up|"
    rf"between|them|round|meeting|awarded|granted|given|spent|gwerth|cyfanswm|i|gyd|{ONE_TO_TWELVE}|[0-9]{{1,3}})\b|£[0-9][0-9,.]*|[\W])+$"
)


def means_another(text: str, start: int, end: int) -> bool:
    """Return whether a sum of a sentence, from ``start`` to ``end``, is said to be other money than what was given to those listed."""
    first, last = _clause(text, start, end)
    cuts = [first, *(match.start() for match in _COMMA.finditer(text, first, last)), last]
    kept, own = [], ""
    for one, other in pairwise(cuts):
        if one <= start < other:
            own = text[one:other]
        # a part with a sum of its own goes, and the words of that with it: “Against a budget of £9,000, then, £8,000 …”
        if one <= start < other or _MONEY.search(text, one, other) is None:
            kept.append(text[one:other])
    clause = with_sums_plain(_WITHIN.sub(" ", "".join(kept)))
    return (
        _OTHER_MONEY.search(clause) is not None
        or _TO_GIVE.search(clause) is not None
        or _IF.search(clause) is not None
        or _COMPARED.search(own) is not None
        or _NAMED_BY_IT.search(own) is not None
        or _RATE.search(own) is not None
        or _is_of_bids(clause, text[:first])
    )


def without_others(text: str, start: int) -> str:
    """Return a sentence without the parts of it, between commas or stronger breaks, that have another sum than that at ``start``."""
    cuts = sorted(
        {
            0,
            len(text),
            *(match.end() for match in _COMMA.finditer(text)),
            *(match.end() for match in _STRONG_BREAK.finditer(text)),
        }
    )
    return "".join(
        text[one:other]
        for one, other in pairwise(cuts)
        if one <= start < other or _MONEY.search(text, one, other) is None
    )


def is_said_to_be_another(text: str, start: int, end: int) -> bool:
    """Return whether the words right by a sum, between two commas, say that it is other money; see `means_another`."""
    first, last = _clause(text, start, end)
    first = max((match.end() for match in _COMMA.finditer(text, first, start)), default=first)
    last = min((match.start() for match in _COMMA.finditer(text, end, last)), default=last)
    return means_another(text[first:last], start - first, end - first) or (
        (_SOME_OF.search(text, 0, start) is not None or _LAST_TIME.match(text) is not None)
        and not text.rstrip().endswith(":")
    )


_BESIDE = re.compile(
    r"(?i)\b(?:other(?! (?:\w+ )?(?:money|cash|funding|funds?|income|support|sums?|sources?)\b)|includ\w+|such as)\b(?! (?:(?:an?|the|one|grants?|awards?|sums?|of|worth|at) ){0,4}£)(?! £)"
)
_MORE = re.compile(
    r"(?i)\b(?:others?(?! (?:\w+ )?(?:money|cash|funding|funds?|income|support|sums?|sources?)\b)|includ\w+|such as|further|extra|additional|another|also|too|as well|in addition)\b"
)


def without_beside(text: str, *, leading: bool) -> str:
    """Return a sentence, of the same length, without the words that tell of others beside those listed and not of the sum.

    “Charities and other bodies are to have £9,000”; “the other £9,000” keeps the word. ``leading``: the sentence leads straight
    to the list, so that “a further £9,000 was given to groups including:” is of that list.
    """
    return (_MORE if leading else _BESIDE).sub(lambda match: " " * len(match[0]), text)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the clause with a sum begins and ends, by the strong breaks around it."""
    first = max((match.end() for match in _STRONG_BREAK.finditer(text, 0, start)), default=0)
    return first, min((match.start() for match in _STRONG_BREAK.finditer(text, end)), default=len(text))


def leads_elsewhere(text: str, end: int) -> bool:
    """Return whether behind a sum that ends at ``end`` another clause leads to the list: “The round was worth £9,000; these are in the north:”."""
    behind = text[end:]
    if _OF_WHICH.match(behind) is not None:
        return True
    at = behind.find(";")
    return at >= 0 and ")" not in behind and "]" not in behind and re.search(r"\w{3}", behind[at:]) is not None


_SPLIT = re.compile(
    r"(?!,? (?:more|less|higher|lower) than\b)[^£.;:()]{0,40}?\b(?:split|divided|shared|made up|broken down|apportioned)\b[^£.;:()]{0,60}(?::|\bas follows\W|£|\()"
)


def is_split(text: str, end: int) -> bool:
    """Return whether a sum that ends at ``end`` is split into what stands right behind it: whatever money it is, that is all of it."""
    return _SPLIT.match(text, end) is not None


def is_other_money(text: str) -> bool:
    """Return whether a label is one of other money: “Total funding pot”."""
    return _OTHER_MONEY.search(text) is not None or _is_of_bids(text)


_SINCE_LAST = re.compile(r"(?i)\bsince (?:the|our|its|my|your) last (?:meeting|report|update|paper)\b")
_THIS = re.compile(
    r"(?i)\b(?:now|this (?:report|paper|decision|notice|round|meeting)|recommend\w*|propos\w*|next steps|press|asked|asking|authority)\b"
)


def is_of_this_paper(text: str) -> bool:
    """Return whether a sentence speaks of what the paper itself decides or reports."""
    return _THIS.search(text) is not None or _SINCE_LAST.search(text) is not None


def without_meeting(text: str) -> str:
    """Return a sentence without “since the last meeting”: what was done since is what a paper reports."""
    return _SINCE_LAST.sub(lambda match: " " * len(match[0]), text)


def is_of_another_time(text: str) -> bool:
    """Return whether a sentence may speak of another time."""
    return _ELSEWHEN.search(text) is not None


def _is_of_bids(clause: str, before: str = "") -> bool:
    """Return whether the sum of a clause is what was asked for: no word of giving stands before it."""
    return any(
        match["between"] is None or not _WON.search(before + clause[: match.end()]) or _ASKED.search(match["between"])
        for match in _OF_BIDS.finditer(clause)
    )


def leads_over(text: str) -> bool:
    """Return whether a sentence right above a list points down to it."""
    return text.rstrip("\ufffc \n–-").endswith(":") or _LEADS.search(text) is not None


def heads(text: str) -> bool:
    """Return whether the words of a heading or a caption are of grants that were given."""
    return _GIVES.search(text) is not None or _GIFTS_NAMED.search(text) is not None


def is_of_a_part(text: str) -> bool:
    """Return whether a sentence behind a list speaks of some of it: “three of the grants”, “the grants to clubs”."""
    return _PART_OF.search(_ALL_OF.sub("all", text)) is not None or _ALONE.search(text) is not None


def points_back(text: str) -> bool:
    """Return whether a sentence right behind a list points up to all of it."""
    return _POINTS.search(text) is not None or _COMES_TO.search(text) is not None


def gathers(text: str, known: AbstractSet[str]) -> bool:
    """Return whether a sentence right behind a list says what was given in all, in words that can mean no other grants.

    ``known`` are the words that lead to the list, in small letters. Parts with a sum met before (“Against a budget of £9,000”) are
    left out of it by the caller.
    """
    if (
        _TOGETHER.search(text) is None
        or _SOME.match(text) is not None
        or (_GIVES.search(text) is None and _BARE.match(text) is None)
    ):
        return False
    return is_plain(_TENS_AND.sub("two", text), known | _DISCOURSE)
