"""The words about a sum that say what it is for: requested, the cost of the whole, match funding, a part, a rate."""

from __future__ import annotations

import re
from enum import Enum

from pcp_reports.audit.words.names import MONTH
from pcp_reports.printed.patterns import word_set


class Role(Enum):
    """What a sum is, to a reader of the line."""

    AWARD = "award"
    REQUESTED = "requested"
    ASIDE = "aside"  # the cost of the whole, match funding, an earlier grant: no part of what was awarded
    PART = "part"  # of what was awarded: an instalment, a year's share
    RATE = "rate"  # a year, a session, an hour
    TOTAL = "total"  # said to be the sum of the others
    NAME = "name"  # part of a name: “£1 Challenge CIC”


_YEARS = r"(?:20[0-9]{2}(?:\s?[-/–]\s?(?:20)?[0-9]{2})?|[0-9]{2}/[0-9]{2})"
_OF = r"(?:\s+(?:of|for|at|is|was|being|totalling|up to))*"
_BEFORE: tuple[tuple[Role, str], ...] = (
    (
        Role.REQUESTED,
        (
            r"(?:\(?(?:out\s+of|of|from|against)\s+(?:an?|the)?\s*)?(?:(?:total|original|initial|amount|sum|funding|grant|full)\s+)*"
            r"(?:request(?:ed|ing|s)?|applied\s+(?:to\s+\S+\s+)?for|applying\s+for|applies\s+for|bid(?:ding|s)?|bidded|asked\s+for|asking\s+for|ask|sought"
            r"|seeks|seeking|applications?|wanted)(?:\s+(?:had\s+been|has\s+been|was|were|is|for|of|a|an|the|total|grant|funding|sum|amount))*\s*[:=–-]?\s*\(?"
        ),
    ),
    (
        Role.ASIDE,
        (
            r"(?:(?:with|the|a|an|against|its|their|has|from|out\s+of|of|and|estimated|overall|full|whole|project|scheme|programme|total|capital|build)\s+)*"
            r"(?:(?:project|scheme|programme|total|overall|full|estimated|building|works?)\s+)*(?:cost(?:s|ed|ing)?|budget|value|price|priced|bill)"
            r"(?:\s+of\s+(?:the|this)\s+(?:\S+\s+)?(?:project|scheme|work|works|programme))?(?:\s+(?:of|is|was|will\s+be|being|at|are|estimated|around|about|approximately|to|more|than|over|nearly|almost|some))*\s*[:=–-]?\s*\(?"
        ),
    ),
    (
        Role.ASIDE,
        r"(?:towards?\s+|for\s+)?(?:an?|the|its|their|this|whose)\s+(?:\w+\s+){0,2}(?:project|scheme|programme|appeal|refurbishment|budget)\s+(?:of|costing|worth|totalling|at|costs)\s+",
    ),
    (
        Role.ASIDE,
        r"\bsalar(?:y|ies)\s+(?:(?:range|scale|band)\s+)?(?:is|was|are|were|will\s+be|starts|runs|ranges)\s+(?:(?:at|from|between|now|about|around)\s+)*",
    ),
    (
        Role.ASIDE,
        r"(?:annual|yearly|full|full-year|whole)\s+(?:grant|award|funding|allocation|amount|cost)\s*(?:of|is|:|was)?\s*",
    ),
    (Role.ASIDE, r"out\s+of\s+(?:an?\s+|the\s+)?(?:total|overall)?(?:\s+of)?\s*"),
    (
        Role.ASIDE,
        (
            r"\(?(?:(?:was|been|and|which|is|then|later)\s+)*(?:reduced|cut|down|scaled\s+(?:back|down)|lowered|increased|up|raised|amended|revised|changed)\s+from\s+"
            r"|(?:bringing|taking)\s+(?:(?!£)[^.;]){0,70}?\s(?:to|up\s+to)\s+|\(?(?:c|g)yllideb\s+o\s+"
        ),
    ),
    (
        Role.ASIDE,
        (
            r"(?:(?:and|plus|with|alongside|attracting|including|additional|further|from|a|an|of|the|in)\s+)*(?:match(?:ed|ing)?(?:[\s-]*(?:fund(?:ing|ed|s)?|amount))?"
            r"|leverag(?:ed|ing|e)|in[\s-]kind(?:\s+support)?|own\s+(?:funds|contribution|resources)|co-?fund(?:ing|ed)?|fundrais(?:ing|ed)|raised|raising)"
            r"(?:\s+(?:by|with|of|worth|from|a|further|funding|contribution|totalling|the|applicant|an\s+additional))*\s*[:=–-]?\s*\(?"
        ),
    ),
    (
        Role.ASIDE,
        (
            r"(?:in\s+addition\s+to|on\s+top\s+of|as\s+well\s+as|previous(?:ly)?|last\s+year|earlier|already|compared\s+(?:to|with)"
            r"|damage\s+(?:put|valued|estimated|worth|of|costing)|losses|raised|saving|saved|turnover|income|charg(?:e|es|ing)|fee|fees|paying|priced|prize|fined)"
            r"(?:\s+(?:a|an|the|of|grants?|awards?|awarded|received|receiving|given|by|funding|year|was|at|their|its))*\s*"
        ),
    ),
    (
        Role.PART,
        (
            rf"(?:(?:with|then|and|plus|the|of\s+which|a|an|in|first|second|third|final|initial|year|two|three|four|yr|20[0-9]{{2}}[-/][0-9]{{2,4}}|further|remaining|1|2|3|4)\s+)*(?:year\s+(?:one|two|three|four|1|2|3|4)|yr\s?[1-4]|y[1-4]|{_YEARS}|"
            rf"(?:first|second|third|final|initial|1st|2nd|3rd)(?:\s+(?:year|instalment|installment|payment|tranche|half))?)\s*[:=–-]\s*\(?"
        ),
    ),
    (
        Role.TOTAL,
        r"(?:\b(?:in\s+)?total(?:ling)?(?:\s+(?:of|award|grant|awarded|is|amount|funding|:|=))*|altogether|making|=|(?:sef\s+)?cyfanswm(?:\s+o)?)\s*[:=–-]?\s*\(?",
    ),
)
_AFTER: tuple[tuple[Role, str], ...] = (
    (
        Role.REQUESTED,
        r"\s*\(?(?:(?:was|were|had\s+been|has\s+been|is|originally|initially|amount)\s+)*(?:requested|applied\s+for|sought|asked\b(?:\s+for\b)?|bid\s+for|request\b|bid\b|ask\b)\)?",
    ),
    (
        Role.ASIDE,
        r"\s*\(?(?:of\s+|in\s+|as\s+|from\s+)?(?:the\s+)?(?:(?:total|overall|full)\s+)*(?:match(?:ed|ing)?\b[\s-]*(?:fund(?:ing|ed|s)?)?|in[\s-]kind|own\s+(?:funds|resources)|(?:project|total|overall)\s+(?:cost|budget|value)s?)\)?",
    ),
    (
        Role.TOTAL,
        r"\s*,?\s*\(?(?:in\s+total|in\s+all|altogether|overall|total(?:\s+(?:award|grant))?(?!\s+(?:project|cost|scheme|value|budget)))\b(?!\s+(?-i:[A-Z]))\)?",
    ),
    (
        Role.PART,
        (
            rf"\s*\(?(?:(?:in|for|during|over|payable|paid|to\s+be\s+paid|due|on|by|from|this|next|of|the|financial|fy|early|mid|late|spring|summer|autumn|winter|end)\s+)*"
            rf"(?:{_YEARS}|year\s+(?:one|two|three|four|[1-4])\b|yr\s?[1-4]\b|(?:{MONTH})(?:\s+20[0-9]{{2}})?|(?:first|second|third|final|1st|2nd|3rd|next|this|current|following)\s+(?:financial\s+)?(?:year|instalment|installment|payment|tranche)"
            rf"|now\b|upfront|up\s+front|immediately|on\s+completion|next\s+year|this\s+year)\)?"
        ),
    ),
)
RATE = re.compile(
    r"\s*(?:a|an|per|each|every|/)\s*(?P<unit>year|annum|month|week|day|hour|session|term|head|person|event|workshop|night|quarter|night|course|school"
    r"|evening|class|visit|player|child|young\s+person|participant|game|match|team|place|item|kit|unit|mile|family|household|shift|weekend|season)s?\b"
    r"|\s*(?P<short>p\.?a\.?|pcm|ph|pp)(?![a-z])",
    re.IGNORECASE,
)
COST_BEHIND = re.compile(
    r"\s*(?:(?!to\b|for\b|towards?\b|and\b)[a-z-]+\s+){0,3}?(?:project|scheme|programme|refurbishment|build|total|cost|costs|budget|appeal|development|target|investment|fund|pot|initiative|package)\b",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"\b(?:an?|the|its|their|this|our|your|total|overall|new)\s+$", re.IGNORECASE)
GRANT_BEHIND = re.compile(
    r"\s*(?:grants?|awards?|donation|contribution|in\s+funding|of\s+funding|funding|fund)\b", re.IGNORECASE
)
NAME_BEHIND = re.compile(r"[ -](?=[A-Z])")
LEADS_ON = re.compile(r"[\s:=(–-]*(?:(?:of|is|was|a|an|the|for|from|by)\s+)*[\s:=(]*")
"""What stands between words and the sum that they speak of, rather than of the one before them."""

OF_WHICH = re.compile(r"\b(?:of\s+which|of\s+that|including|includes|inclusive\s+of|incl\.?)\s+$", re.IGNORECASE)
OF_WHICH_BEHIND = re.compile(r"\s+of\s+(?:which|this|that)\b", re.IGNORECASE)
TO_NAME = re.compile(r"\s+(?:to|for)\s+(?:the\s+)?[A-Z0-9]")
STARTS_A_PART = re.compile(r"(?:^|[-–—:(,;|\t\n/])\s*$|\b(?:and|plus|then|with|in|for)\s+$", re.IGNORECASE)
"""What stands before the words of a part; “Project 2000 – £500” is no part."""

NAME_GOES_ON = re.compile(r"(?:[ -][A-Z][\w’'&.-]+)+(?:\s[–—-]\s|\t|:|\sfor\s|\stowards?\s|\sto\s|[,;.]|\sand\s|$)")
FEW = 10_000  # pence
WINDOW = 70


def _compiled(table: tuple[tuple[Role, str], ...], form: str) -> tuple[tuple[Role, re.Pattern[str]], ...]:
    return tuple((role, re.compile(form.format(words), re.IGNORECASE)) for role, words in table)


LEFT = _compiled(_BEFORE, r"(?<![^\s(,;:–—-])(?:{})$")
RIGHT = _compiled(_AFTER, r"{}")
ASKING = ("request", "appl", "bid", "ask", "sought", "seek", "want")
"""What any words of asking have in them: nothing without one of these says what was requested."""
HINTS = (
    *ASKING,
    *word_set(
        "cost damag loss budget value price out match kind leverag fund rais"
        " addition well previous last earlier already compared sav turnover income charg fee pay prize fine year yr 20"
        " salar first second third final initial 1st 2nd 3rd total altogether making = overall now front immediate complet"
        " next this project scheme programme refurb build develop target appeal initiative package investment own pot /2"
        " from bringing taking yllideb cyfanswm"
    ),
    *("on top", "in all"),
    *MONTH.split("|"),
)
"""What any words of a role have in them: a sum with none of these about it is spared a closer look."""
