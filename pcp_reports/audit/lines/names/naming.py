"""Names of recipients: tidied, told from ordinary words, told apart where several stand together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names import unnamed
from pcp_reports.audit.lines.names.place_names import is_body_by_place
from pcp_reports.audit.words.kinds import MANY
from pcp_reports.printed.number_words import TENS, UNITS
from pcp_reports.printed.patterns import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

_ABOUT = " ,.:;–-"
"""What may stand about a name and is none of it."""
_SMALL = word_set(
    "a an the of for and & in on at to by with from into de la le du y yr o'r a'r i'r o i ar yn ac a'i n t/a ta as into"
    " under over or not its our c/o aka upon next per via within near between without against off out up t"
)
_NOT_IN_NAMES = word_set(
    "is was were are be been being has have had will would could should may might can cannot did does do that which who whom this these"
    " those there than then when while because since if so it they we he she you his her their my me said also"
)
_NUMBER = "|".join((*UNITS, *TENS))
_GENERIC = re.compile(
    r"(?:(?:a|an|the|some|all|both|each|every|various|several|many|numerous|other|another|these|those|its|our|their|following|further|more"
    r"|total|of|over|around|about|nearly|almost|just|under|than|at|least|up|to|only|first|last|next|new|different|separate|individual"
    r"|successful|local|small|community|voluntary|third|sector|grassroots|non-profit|innovative|worthy|worthwhile|good|partner|support"
    r"|victim|victims|youth|deserving|selected|eligible|approved|funded|key|national|regional|public|and|or|in|across|force|county|area"
    rf"|{_NUMBER}|hundred|dozen|dozens|hundreds|[0-9,]+|community-based|safety|crime|groups?|teams?|projects?|schemes?|applicants?|applications?"
    r"|organi[sz]ations?|charit(?:y|ies)|bodies|initiatives?|partners?|partnerships?|services?|providers?|recipients?|causes?|beneficiaries"
    r"|clubs?|grants?|bids?|areas?|districts?|councils?|authorities|communities|agencies|businesses|victims?|people|individuals"
    r"|volunteers?|residents?|schools?|programmes?|activities|interventions?|winners?|ventures?|enterprises?|forces|officers?|families"
    r"|neighbourhoods?|settings?|wards?|work|spaces?|facilities|policing)[\s-]*)+",
    re.IGNORECASE,
)
_GENERIC_TAIL = re.compile(
    r"\s+(?:across|throughout|in|within|around|from|working|based|that|which|who|to|through|via|over|for|under|operating|supporting|helping|under|aimed"
    r"|delivering|including|such|as|so|by|since|during|this|last)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_FINANCE = re.compile(
    r"(?:(?:the|a|an|our|total|overall|gross|net|annual|estimated|original|revised|approved|remaining|available|current|forecast|projected"
    r"|actual|general|earmarked|capital|revenue|core|additional|police|force|opcc|pcc|planned|in-year|year-end|full|year|cumulative|unallocated"
    r"|uncommitted|residual|average|maximum|minimum|opening|closing|usable|council|tax|band|cash|potential|recurring|efficiency|budgeted)\s+)*"
    r"(?:total|sub-?\s?total|grand total|totals|overall|overall total|balance|budget|budgets|precept|precepts|band [a-h]|band|tax|reserves?|savings?"
    r"|salar(?:y|ies)|pay|overtime|expenditure|spend|spending|underspend|overspend|variance|income|cost|costs|costings|fee|fees|price|prices"
    r"|value|funding|fund|grant funding|funds|allocation|allocations|pot|amount|amounts|sum|sums|award|awards|grant|grants|investment|contingency"
    r"|borrowing|debt|receipts?|interest|outturn|forecast|surplus|deficit|gap|shortfall|carry[- ]?forward|staffing|staff costs|expenses|mileage"
    r"|seizures?|seized|fines?|penalt(?:y|ies)|compensation|damages|losses|loss|turnover|profit|liabilit(?:y|ies)|provisions?|depreciation"
    r"|inflation|increase|increases|decrease|reduction|reductions|rise|pressures?|growth|max|maximum|minimum|limit|threshold|range|of which"
    r"|remainder|remaining|available|committed|allocated|unallocated|spent|average|mean|median|retained|held back|requested|awarded|approved|applied for|match funding|cyfanswm|donations?|contributions?"
    r"|stop and search|capital programme|programme|interest|receivable|criminal damage|damage|travel and subsistence|subsistence|funding gap|drugs?|cash|stolen goods|property|properties|running costs|rent|insurance|transport|travel|training|equipment|fuel|utilities|vehicles|premises|supplies and services|ict|it)"
    r"(?:\s+(?:of|for|to|in|from|on|per|at|by|as|is|was|were|are|stands?|stood|so|seized|receivable|payable|gap|programme|property|and|awarded|available|remaining|allocated|spent|requested|received|approved|granted|made|funding|budget|fund"
    r"|funds|cost|costs|amount|value|award|awards|spend|requirement|level|year|seizures?|seized|grants?|position|bid|target|targets|precept|figure)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
_FUND_FOR = re.compile(
    r"(?i:\b(?:fund|funding|grants?|awards?|pay|investment|donations?|contributions?|equipment|transport|training|travel)\s+(?:for|to|in))\s+[A-Z]"
)
_TOTAL = re.compile(
    r"(?:[-–—•*]\s*)?(?:(?:the|overall|grand|sub|combined|round|running|strand|fund|yearly|annual|final)[\s-]*)*(?:totals?|sum|totalling|cyfanswm)\b"
    r"|(?:overall|altogether|in total|in all)\b|(?:[\w’']+\s+)?(?:districts?|areas?|wards?|boroughs?|themes?|sections?|categor(?:y|ies)|county|regions?|lots?|strands?|divisions?|localit(?:y|ies)|priority|page|list|community|grants?|awards?|month|year|quarter|round)\s+totals?$|.{1,60}\b(?:sub-?\s?)?totals?\s*(?:\(£\))?\s*$",
    re.IGNORECASE,
)
_ALL_TOLD = re.compile(
    r"(?:[\w’'&-]+\s+){0,4}(?:grants|awards|donations|projects|schemes|allocations|gifts|funds?|strand|pot),?\s+(?:in all|in total|altogether|all told|taken together|together)",
    re.IGNORECASE,
)
"""“Main grants, in all”."""
_OWN_OFFICE = re.compile(
    r"(?:(?:the|our|your|this|new|deputy|police|fire|and|crime|&|of|office|for|mayor|chief|constable|home|secretary|commissioner(?:['’]s)?|pcc|pfcc|opcc|opfcc"
    r"|we|i|he|she|it|they|force|constabulary|government|office|ministry|justice|treasury|budget|panel|which|that|this|and|dpcc|also|county)\s*)+",
    re.IGNORECASE,
)
_INCOME = re.compile(
    r"\b(?:from|by)\s+(?:the\s+)?(?:home\s+office|government|ministry|treasury|central\s+government|moj|mhclg|dluhc|youth\s+endowment"
    r"|uk\s+government|welsh\s+government|department)|\bsafer\s+streets\s+(?:fund\s+)?(?:bid|round)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,;:()\[\]“”\"]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_ON_ITS_OWN = word_set(
    "Also However Additionally Finally Overall Together Meanwhile Furthermore Moreover Similarly Therefore Previously Recently"
    " Since Elsewhere Lastly Firstly Secondly Then Now Note Notes Yes No"
)
_COMPANY = re.compile(
    r"(?:ltd|limited|llp|plc|cic|c\.i\.c|inc|cio|c\.i\.o|cyf|uk|ymca|ywca|rfc|fc|cc|afc|rufc|trust)\b\.?", re.IGNORECASE
)
_FIRM = re.compile(
    r"^[^,]*(?:&|\band\b)\s+(?:co|sons?|daughters?|partners?|associates?|company|bros|brothers)\b", re.IGNORECASE
)
_OF_A_BODY = re.compile(
    r"\s(?:CIC|C\.I\.C\.|Ltd|Limited|LLP|CIO|Cyf|Trust|Charity|Club|Academy|Society|Association|UK|Theatre|Theatr|Church|School|College|Centre|Community\s+(?:Group|Centre|Church)|Scouts|Guides|Arts"
    r"|Gymnastics|Karate|Boxing|Football|FC|Foundation|Theatre\s+Company)\b(?!\s+(?:Fund|Grants?|Scheme|Awards?))"
)
_DEPARTMENT = re.compile(
    r"\b(?:home\s+office|government|ministry|treasury|moj|youth\s+endowment|department|mhclg|dluhc|home\s+secretary|lottery|chancellor|minister)\b",
    re.IGNORECASE,
)
AND = r"(?:and|ac|a(?=\s(?:Ch|Ph|Th)[^\W\d_]))"
"""What joins the last of several names, in English or Welsh: “Clwb Rygbi a Chôr y Bont”."""

_BETWEEN = re.compile(rf"\s*,\s*(?:and\s+)?|\s+(?i:{AND})\s+")
_JOINS = re.compile(rf"\s(?i:{AND})\s")
_ENDS = re.compile(r"^[\s,;:.|•*·…=–—_-]+|(?:[\s,;:|•*·…=–—_-]|\.\.+|(?<=\s)/)+$")
_AND_BEFORE = re.compile(r"^(?:(?:and|&|plus)\s+)+")
_AND_BEHIND = re.compile(r"(?:\s+(?:and|&|plus))+$")
_ABBREVIATED = re.compile(
    r"(?:\b(?:ltd|co|inc|st|no|bros|assoc|dr|mr|mrs|ms|jr|sr|rev|etc)|\.[^\W\d_])\.$|\b[A-Z]\.$", re.IGNORECASE
)
_OPEN = {"(": ")", "[": "]"}


def tidied(text: str) -> str:
    """Return a name or purpose as printed, without the marks about it and with single blanks; brackets balanced."""
    words = " ".join(text.replace("\u200b", "").replace("\u00ad", "").split())
    before = None
    while words != before:
        before = words
        words = _ENDS.sub("", words)
        words = _AND_BEFORE.sub("", words)
        words = _AND_BEHIND.sub("", words)
        if words.endswith(".") and not words.endswith("...") and _ABBREVIATED.search(words) is None:
            words = words[:-1]
        for opening, closing in _OPEN.items():
            if words.count(opening) > words.count(closing) and (words.startswith(opening) or words.endswith(opening)):
                words = words[1:] if words.startswith(opening) else words[:-1]
            elif words.count(closing) > words.count(opening) and (words.endswith(closing) or words.startswith(closing)):
                words = words[:-1] if words.endswith(closing) else words[1:]
            elif words.startswith(opening) and words.endswith(closing) and closing not in words[:-1]:
                words = words[1:-1]
    return words


def is_name(text: str, most: int = 14) -> bool:
    """Return whether the words look like the name of somebody: with capitals, without a verb, and not too many."""
    if "(" in text:
        text = _BRACKETS.sub(" ", text) if _BRACKETS.sub("", text).strip(" .,;:") else text
    words = _WORD.findall(text)
    if not words or len(words) > most or text.strip(" ,.:;") in _ON_ITS_OWN:
        return False
    if not any(char.isupper() for char in text) and not text[:1].isdigit():
        return False
    plain = [word for word in words if word[:1].isalpha() and word.lower() not in _SMALL]
    if not plain:
        return any(char.isdigit() for char in text) or text[:1].isupper()
    if unnamed.is_date(text) or unnamed.is_spoken(text):
        return False
    if any(word.lower() in _NOT_IN_NAMES and not word[0].isupper() for word in words):
        return False
    first = words[1] if words[0].lower() in {"the", "a", "an"} and len(words) > 1 else words[0]
    if not (first[0].isupper() or not first[0].isalpha() or any(char.isupper() for char in first)):
        return False
    capital = sum(any(char.isupper() for char in word) for word in plain)
    return 2 * capital > len(plain) or (capital > 0 and is_body_by_place(text))


def telling_words(text: str) -> list[str]:
    """Return the words of a name without “of”, “and”, “the”."""
    return [word for word in _WORD.findall(text) if word.lower() not in _SMALL]


_QUANTIFIED = re.compile(
    r"(?:the\s+following|(?:a\s+)?(?:total|range|number|variety|further|handful|couple)\s+of|a\s+further|some|all|each|every|various|several|many|numerous"
    rf"|these|those|over|around|about|nearly|almost|just|more\s+than|at\s+least|up\s+to|(?:both|{_NUMBER}|hundreds|dozens|[0-9][0-9,]*)\b(?=.*s$))",
    re.IGNORECASE,
)


def is_generic(text: str) -> bool:
    """Return whether the words name nobody: “6 projects”, “local community groups”, “the following”."""
    words = text.strip(_ABOUT)
    cut = _GENERIC_TAIL.sub("", words)
    if not cut:
        return True
    if _GENERIC.fullmatch(cut) is None:
        return False
    return _QUANTIFIED.match(cut) is not None or not any(char.isupper() or char.isdigit() for char in cut[1:])


def is_kind(text: str) -> bool:
    """Return whether the words name a kind of bodies and no one body, however they are written: “Voluntary Bodies”."""
    plain = text.strip(_ABOUT)
    return _GENERIC.fullmatch(plain) is not None and _KINDS.search(plain) is not None


_KINDS = re.compile(rf"(?:{MANY}|applicants)$", re.IGNORECASE)


def is_counted(text: str) -> bool:
    """Return whether the words count or gather recipients without naming one: “6 projects”, “various groups”."""
    cut = _GENERIC_TAIL.sub("", text.strip(_ABOUT))
    return bool(cut) and _GENERIC.fullmatch(cut) is not None and _QUANTIFIED.match(cut) is not None


def is_finance(text: str) -> bool:
    """Return whether the words name a line of a budget, not a recipient: “Total reserves”, “Band D”, “Overtime”."""
    return _FINANCE.fullmatch(text.strip(_ABOUT + "*")) is not None and _FUND_FOR.search(text) is None


def is_total(text: str) -> bool:
    """Return whether the words announce a total: “Total”, “Sub-total Community Fund”, “Grand total”."""
    words = text.strip(_ABOUT + "*")
    return is_of_all_told(words) or (_TOTAL.match(words) is not None and _OF_A_BODY.search(words) is None)


def is_of_all_told(text: str) -> bool:
    """Return whether words name a kind of grants and say that they are taken together: “Main grants, in all”."""
    return _ALL_TOLD.fullmatch(text.strip(_ABOUT + "*")) is not None


def is_own_office(text: str) -> bool:
    """Return whether the words are the giver: “The Commissioner”, “We”, “the OPCC”."""
    return _OWN_OFFICE.fullmatch(text.strip(_ABOUT) + " ") is not None


def is_department(text: str) -> bool:
    """Return whether the words name a department or national fund, which gives money to an office."""
    return _DEPARTMENT.search(text) is not None


def tells_of_income(text: str) -> bool:
    """Return whether the money comes from a department: what an office receives is no grant that it makes."""
    return _INCOME.search(text) is not None


def without_article(name: str) -> str:
    """Return the name without an article in small letters, which belongs to the sentence and not to the name."""
    return re.sub(r"^(?:the|to|both|and)\s+(?=\S)", "", name) if name[:1].islower() else name


def all_named(parts: Iterable[str], most: int = 14) -> tuple[str, ...] | None:
    """Return parts of a sentence as the names that they are; None where one of them names nobody, or there is but one."""
    names = tuple(without_article(tidied(part)) for part in parts)
    sound = len(names) > 1 and all(is_name(name, most) and not is_generic(name) for name in names)
    return names if sound and not any(is_finance(name) or is_own_office(name) for name in names) else None


def several(text: str) -> tuple[str, ...] | None:
    """Return the names that stand together (“Guides, Scouts and Brownies”), or None where they cannot be told apart."""
    parts: list[str] = []
    for piece in _BETWEEN.split(text.strip()):
        if parts and (_COMPANY.fullmatch(piece) or _FIRM.match(piece)):
            parts[-1] = f"{parts[-1]}, {piece}"
        else:
            parts.append(piece)
    ands = len(_JOINS.findall(text))
    return all_named(parts) if ands == 1 else None
