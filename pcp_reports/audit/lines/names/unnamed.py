"""Words with capitals that name nobody: dates, and what a sentence begins with."""

from __future__ import annotations

import re

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE = re.compile(
    rf"(?=.*[0-9])(?:(?:since|in|during|by|from|until|on|for|over|of|the|early|late|mid|spring|summer|autumn|winter|week|year|month|quarter|ending|beginning|to|and|financial|fy"
    rf"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|{_MONTH}|[0-3]?[0-9](?:st|nd|rd|th)?|(?:19|20)[0-9]{{2}}(?:[-/–](?:20)?[0-9]{{2}})?|[0-9]{{2}}[/-][0-9]{{2}})(?:[\s,.]+|$))+",
    re.IGNORECASE,
)
_DATED = re.compile(rf"(?:19|20)[0-9]{{2}}|\b{_MONTH}\b|[0-9]/[0-9]", re.IGNORECASE)
_QUARTER = re.compile(
    r"(?:Q[1-4]|(?i:quarter|qtr)\s?[1-4])(?:\s+(?:of\s+)?(?:20)?[0-9]{2}(?:[-/–](?:20)?[0-9]{2})?)?(?:,\s+[a-z].*)?"
)
"""“Q2”, “Q2, paid jointly with Adult Social Care”: when, and nobody."""
_SPOKEN = re.compile(
    r"(?:(?:We|I|It|They|He|She|This|These|Those|There|When|While|If|Each|Here|Who|What|Since|Because|Although|Where|As)\s+(?=[a-z])"
    r"|(?:Granted|Awarded|Given|Received|Donated|Allocated|Paid)$|(?:Listed|Built|Founded|Formed|Based|Known|Opened|Established|Rebuilt|Restored)\s+(?=[a-z])"
    r"|Each\s+(?:Ward|Member|Councillor|Group|Project|Organisation)\b"
    r"|(?:Approve|Approved|Agree|Agreed|Accept|Note|Noted|Award|Awards|Authorise|Authorised|Resolved|That)(?:\s+(?:the|a|an|of|to|that)\b|$)"
    r"|(?:In|On|At|For|Over|During)\s+(?:total|all|addition|this|the|last|that|recent|each)\b(?!\s[A-Z])|Last\s+(?:month|year|week)\b|The\s+[0-9]+$"
    r"|(?:Recipients?|Beneficiaries|Winners|Organisations|Projects|Groups|Applicants|Charities|Schemes)\s+(?:of\s+(?:the\s+)?(?:funding|grants?|awards?|money)|funded|supported|awarded|receiving|that|which|who|to\s+(?:receive|benefit))\b"
    r"|(?:Previous|Past|Earlier|Former)\s+(?=[a-z])|(?:Annual|Average|Typical|Maximum|Minimum|Estimated)$)"
)
_TITLES = re.compile(
    r"\b(?:police(?:,|\s+and|\s*&)(?:\s+fire\s+(?:and|&))?\s+crime\s+commissioner|p\.?f?\.?c\.?c|commissioner|deputy\s+mayor|minister|home\s+secretary|chief\s+constable|chancellor)\b(?!['’]s)",
    re.IGNORECASE,
)


def is_date(text: str) -> bool:
    """Return whether the words are a date or a stretch of time and nothing more: “March 23rd, 2018”, “Since 2013”."""
    plain = text.strip(" ,.:;–-")
    return (_DATED.search(plain) is not None and _DATE.fullmatch(plain) is not None) or _QUARTER.fullmatch(
        plain
    ) is not None


def is_spoken(text: str) -> bool:
    """Return whether the words begin as a sentence does and a name does not: “We have”, “There were”, “The 4”."""
    return _SPOKEN.match(text.strip()) is not None


def is_giver(text: str) -> bool:
    """Return whether the words speak of somebody by the office that gives: “Ann Lee, Police and Crime Commissioner”."""
    return _TITLES.search(text) is not None
