"""What became of those that a heading or a sentence speaks of: awarded, declined, asked for, withdrawn."""

from __future__ import annotations

import re

from pcp_reports.audit.found import Standing
from pcp_reports.audit.words.grant_words import GRANTED, gives, strength
from pcp_reports.audit.words.kinds import MANY_OR_GIFTS
from pcp_reports.audit.words.numbers import TWO_TO_TWELVE

_NOT = re.compile(
    r"(?i)\b(?:declined|unsuccessful|rejected|rejections?|refused|refusals|turned down|"
    r"(?:not|n[o’']t|nor|never)\s+(?:(?:be|been|being|recommended|considered|able|to|for|approved)\s+){0,3}"
    r"(?:supported|successful|awarded|funded|approved|recommended|taken forward|progressed|agreed|fund|support|funding|approval)|"
    r"unable to (?:fund|support|award)|did not (?:receive|succeed|meet)|"
    r"outside (?:of )?(?:the|our|its) (?:\w+ )?(?:criteria|scope)|"
    r"no (?:award|funding|grant) (?:was|were|could|made)|aflwyddiannus|gwrthod\w*)\b"
)
_ASKED = re.compile(
    r"(?i)\b(?:requested|requests?|requesting|seeking|sought|applied for|asked for|asking for|"
    r"(?:applications?|bids?)\b[^.:;]{0,40}\b(?:were|was|have been) received|(?:is|are|will be) (?:made )?available|now open|open for|"
    r"(?:may|can|invited to) (?:bid|apply)|to be (?:allocated|awarded)|"
    r"(?:applications?|bids?|expressions? of interest|requests?) (?:have been |has been |had been |were |was |are |is )?"
    r"(?:\w+ )?(?:received|submitted|under|awaiting|in progress|pending|outstanding|to be)|"
    r"pending|under consideration|under review|to be considered|to be assessed|being assessed|being considered|"
    r"(?:held over|deferred|postponed|carried over)(?= (?:to|until|till|for|pending)\b|\W*$)|waiting list|reserve list|"
    r"referred (?:on )?(?:elsewhere|to (?:other|another|different) \w+)(?=\W*$)|"
    r"shortlisted|awaiting|pipeline|expressions? of interest|will be considered|yet to be (?:decided|determined)|"
    r"(?:is|are|will be) considering|"
    r"(?:groups?|organi[sz]ations?|bodies|charities|clubs|projects|schemes|councils|schools|partners|bidders|who) (?:(?:have|had|has|that|also|all) ){0,2}"
    r"(?:applied|asked for help|asked for money|asked for support))\b|"
    r"\b(?:applications?|bids?|requests?)(?: (?:had been|have been|were|was|are|is|came to))?(?: (?:as follows|these|the following))?\s*:\s*$"
)
_OF_WHICH = re.compile(r"(?i),? (?:of|out of|from|against) (?:which|these|this|that|whom) £[0-9][^;:]*")
"""“… were requested, of which £20,000 was awarded:”: the list is of what was requested."""
_OUT_OF_SO_MANY = re.compile(
    rf"(?i)\b(?:from|out of|of|against|among) (?:(?:the|a|some|about|over|total|of|more|than) ){{0,3}}(?:{TWO_TO_TWELVE}|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?|[1-9][0-9]{{0,2}})"
    r" (?:\w+ ){0,2}(?:requests|applications|bids|submissions|proposals)(?: (?:received|made|submitted|put forward))?"
)
"""How many there were to choose from: “three grants were made from nine requests:” leads to the grants."""

_GOT = re.compile(
    r"(?i)\brecipients of\b|\b(?:grant|funding|award|fund)s? recipients\b|\brecipients\b\W{0,3}(?:£|$)|\b(?:winners|winning (?:projects|groups)|who (?:got|received) (?:what|how much))\b|"
    r"\b(?:vot(?:ed?|ing)|agree[ds]?|agreeing|resolv(?:ed?|ing)|decid(?:ed?|ing)|chose|choosing) to (?:approve|award|grant|give|fund|support|make|donate)\b"
)
"""Who is named as having got money: “Recipients of funding from the Winter Fund: (£42,000)”."""

_NO_MONEY = re.compile(
    r"(?i)\b(?:not|no|n[o’']t|insufficient|without|too little) (?:(?:the|enough|any|sufficient|more) )?(?:money|funds|funding|cash)\b"
    r"|\b(?:try|apply|bid|come back|submit\w*) again\b|\bre-?(?:apply|submit)\b"
)
"""Why somebody got nothing, or that he is to ask again: “there was not the money for them”, “asked to try again in May”."""
_CHOSEN = re.compile(r"(?i)\b(?:chosen|selected|agreed|went|picked|helped|goes|made|paid)\b")

_CLEARLY = 2  # as `strength` counts
_BACK = re.compile(r"(?i)\b(?:withdrawn|withdrew|returned|handed back|cancelled|did not proceed|not taken up|repaid)\b")


def standing_of(text: str) -> Standing:
    """Return what became of those that a heading or a leading sentence speaks of: as its last clause says, if that says it."""
    text = _OF_WHICH.sub("", text)
    chosen = _OUT_OF_SO_MANY.sub("", text)
    text = chosen if strength(chosen) == _CLEARLY and (gives(chosen) or _CHOSEN.search(chosen)) else text
    last = text.rpartition(";")[2]
    text = last if tells_standing(last) else text
    rest = _NOT.sub(" ", text)
    given = GRANTED.search(rest) or _GOT.search(rest)
    if rest != text and not given:
        return Standing.DECLINED
    if given:
        return Standing.AWARDED
    if _BACK.search(text):
        return Standing.WITHDRAWN
    if _NO_MONEY.search(text) and not _CHOSEN.search(text):
        return Standing.DECLINED
    return Standing.REQUESTED if _ASKED.search(text) else Standing.AWARDED


_SEVERAL = re.compile(
    rf"(?i)\b(?:{MANY_OR_GIFTS}|applications?|applicants|bids|bidders|requests|proposals|ideas|rejections|refusals|expressions of interest|events|"
    rf"areas|villages|parishes|wards|residents|people|winners|nominations|payments|offers|items|"
    rf"all|none|others|they|them|these|those|the following|following|below|as follows|listed|table|list|rest|who|{TWO_TO_TWELVE}|[1-9][0-9]?)\b"
)


def speaks_of_several(text: str) -> bool:
    """Return whether a sentence may speak of a list: “The PCC has not funded the van” tells of one body alone."""
    return _SEVERAL.search(re.sub(r"£[0-9.,]+", "", text)) is not None


def tells_standing(text: str) -> bool:
    """Return whether a heading says what became of those beneath it: “Unsuccessful applications”, “Awarded”."""
    return bool(
        _NOT.search(text)
        or (_NO_MONEY.search(text) and not _CHOSEN.search(text))
        or _ASKED.search(text)
        or _BACK.search(text)
        or GRANTED.search(text)
        or _GOT.search(text)
    )
