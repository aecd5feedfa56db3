"""The words by which a list is told to be one of grants, and not of other money; English and Welsh.

A list of other money (fines, savings, budgets, contracts, income) is no list of grants; where the words leave it open,
it is none either.
"""

from __future__ import annotations

import re

from pcp_reports.audit.words.kinds import MANY
from pcp_reports.audit.words.names import FUND
from pcp_reports.audit.words.numbers import ONE_TO_TWELVE

_STRONG = re.compile(
    r"(?i)\b(?:grants?|grant[- ]?fund(?:ed|ing)|awards?|awarded|donations?|bursar(?:y|ies)|sponsorships?|"
    r"(?:gifts?|payments?|contributions?) (?:\w+ ){0,3}made|made (?:\w+ ){0,3}(?:gifts|payments to)|"
    r"(?:applications?|bids?|applicants?|projects?|organisations?|groups?|schemes?) (?:were|was|have been|has been|are) "
    r"(?:successful|approved|supported|funded|awarded|agreed|granted)|"
    r"(?:projects?|organisations?|groups?|schemes?|charities|clubs|initiatives) (?:supported|funded|awarded)|"
    r"successful (?:\w+ )?(?:applicants?|applications?|bids?|bidders|projects?|organisations?|groups?|schemes?)|"
    r"grantiau|llwyddiannus|dyfarn\w*|ddyfarn\w*)\b"
)
_GIVING = re.compile(
    r"(?i)\b(?:fund(?:s|ed|ing)?|invest(?:s|ed|ing|ment)?|support(?:s|ed|ing)?|allocat(?:ed|ions?|ing)|provided|given|"
    r"gave|gives?|paid|money|monies|distributed|shared?|shares|approved|agreed|committed|backed|boost(?:ed)?|benefit\w*|cash|"
    r"granted|pot|hands?|handed|released|receiv(?:e[sd]?|ing)|puts?|went|split|chosen|selected|cost to the fund|"
    r"cyllid\w*|gyllid\w*|ariann\w*|cronfa|gronfa|cefnog\w*|rhoi|rhodd\w*|cael|derbyn\w*|dderbyn\w*)\b"
)
_GETTING = re.compile(
    r"(?i)\b(?:projects?|groups?|organi[sz]ations?|charit(?:y|ies)|clubs?|schemes?|initiatives?|recipients?|"
    r"grantees?|beneficiar(?:y|ies)|causes|communit(?:y|ies)|voluntary|partners|partnerships|providers|services|agencies|schools|bodies|applicants?|bids?|"
    r"applications?|prosiect\w*|brosiect\w*|phrosiect\w*|sefydliad\w*|grwp\w*|grŵp\w*|clybiau|glybiau|mudiad\w*|elusen\w*)\b"
)
_OTHER_MONEY = re.compile(
    r"(?i)\b(?:seiz\w+|seizures?|confiscat\w+|forfeit\w+|recovered|fines?|fined|penalt(?:y|ies)|savings?|saved|"
    r"budgets?|budgeted|underspends?|overspends?|variances?|forecasts?|outturn|expenditure|spend|spending|spent|"
    r"precepts?|council tax|reserves?|balances|salar(?:y|ies)|allowances?|expenses|remuneration|pensions?|pay award|"
    r"contracts?|contractors?|procure\w*|tenders?|invoices?|suppliers?|purchases?|purchased|orders?|capital programme|"
    r"capital projects|"
    r"costs?|costing|costed|revenue|income|receipts|settlement|turnover|debts?|loans?|losses|lost|stolen|theft|damage|"
    r"compensation|(?:civil |compensation |legal )claims?|settled (?:for|at|out of|in full|with)|(?:claims?|cases?|disputes?) (?:\w+ )?settled|litigation|sponsors|sponsored by|donors|tickets|slippage|outturn|used (?:their|its|the) (?:allocations?|funding|grants?|money)|street value|worth of (?:drugs|cannabis|cocaine)|proceeds of the sale|raised|"
    r"fundrais\w*|bank balance|assets?|payments? (?:over|above|exceeding|in excess)|paid out in damages|fees?|"
    r"hospitality|sponsorship received|mileage|overtime|fleet|vehicles|cyllideb\w*|gyllideb\w*|praesept|costau)\b"
)
_COST_TO = re.compile(
    r"(?i)\bat (?:a|an overall|a total) cost(?: to [^.:;£]{0,50}?)? of\b|\bseized from criminals\b|\bproceeds of crime\b"
    r"|\b(?:projects|grants|awards|bids|schemes|ideas|applications|proposals)\b(?: (?:\w+ ){0,3}(?:chosen|selected|supported|backed|approved|awarded|successful|made|agreed|funded|below))"
    r" (?:will |would )?cost(?=(?: \w+){0,3} £)"
    r"|\b(?:towards|to (?:help (?:\w+ ){0,3})?(?:cover|meet)) (?:\w+ ){0,6}?costs?\b"
)
_NO_PURCHASE = re.compile(
    r"(?i)\bcosts?[- ]of[- ]living\b|\b(?:in|by) order\b|\border of (?:the|his|her)\b|\b(?:information|amendment|publication)\)?(?: \(\w+\))? orders?\b"
)
_CONTRACTS = re.compile(
    r"(?i)\b(?:contracts?|contractors?|procure\w*|tenders?|invoices?|suppliers?|purchase orders?|pay awards?|"
    r"(?:gallantry|bravery|commendation|long service|star|staff|chief constable[’']s) awards?|awards? (?:ceremony|evening|night|dinner|event)|"
    r"(?:core|specific|government|central government|formula|police|capital|revenue|uplift|pension|precept|"
    r"legacy council tax) grants?(?! (?:scheme|fund|programme|pot|panel)\b)|grants? (?:income|received|receivable|settlement)|income from)\b"
)
_PAID_FROM = re.compile(
    r"(?i)\b(?:from|out of|through|under|using|with) (?:(?:the|our|this|its|their|his|her|commissioner[’']s|pcc[’']s) ){0,2}(?:\w+ )?(?:core|capital|revenue|specific) grants?\b"
    r"|\b(?:core|capital|revenue|specific) grants?(?= (?:(?:has|have|was|were|is|also|been) )*(?:paid|pays|used|funds|funded|supports|supported|went|goes|helped|helps)\b)"
)
"""A grant that others are paid from: “These projects were supported from the core grant”. What is listed is none of its income."""
_GRANTS_FROM = re.compile(
    r"(?i)(?<=\b(?:grants|awards) )(?:\w+ ){0,4}?(?:from|out of) (?:the |our |her |his |its |their |your )?(?:\w+ ){0,4}?reserves?\b"
)
"""“Awards from the incentivisation reserve”: what is listed was given from it, and is no reserve."""
_INCOMING = re.compile(
    r"(?i)\b(?:(?:has|have|had|was|were|been|being|successfully)\s+(?:\w+\s+){0,3}(?:secured|awarded|received|allocated|obtained|won|granted)|"
    r"secured|securing|received|receives|attracted|obtained|won)\b[^.;:]{0,80}?\b(?:from|by) (?:the )?(?:home office|government|ministry|"
    r"moj|department|central government|uk government|welsh government|national lottery|treasury)\b"
    r"|\b(?:secured|successfully bid|successful in (?:bidding|securing|its bid|our bid)|bid successfully)\b"
)
GRANTED = re.compile(
    r"(?i)\b(?:awarded|awards|supported|funded|successful|approved|accepted|granted|given|went to|invested|allocated|benefited|"
    r"benefitted|backed|received (?:the |their |some )?(?:funding|money|grants?|awards?))\b"
)


_MADE = re.compile(
    r"(?:Commissioner|PCC|PFCC|Mayor|[Hh]e|[Ss]he|[Ww]e|I) (?:has |have |also )*(?:awarded|granted|gave) (?:a grant of )?£[0-9][0-9,.]* to (?:the )?[A-Z]|"
    r"(?:^|[–:-] )[Aa]warded (?:a grant of )?£[0-9][0-9,.]* to (?:the )?[A-Z]|"
    r"\b[Aa] grant of £[0-9][0-9,.]* (?:has been|was|is) (?:made|awarded|given) to (?:the )?[A-Z]"
)
_GAVE_TO_ONE = re.compile(
    r"(?:Commissioner|PCC|PFCC|Mayor|[Hh]e|[Ss]he|[Ww]e|I) (?:has |have |had |am |are |is |also |now |then )*"
    r"(?:(?:agreed|decided|resolved|approved|pleased|delighted|able) )?(?:to )?(?:award(?:ed)?|grant(?:ed)?|give|given|gave|donated?|made?) "
    r"(?:£[0-9][0-9,.]* to (?:the )?[A-Z]|(?:the )?(?:[A-Z0-9][\w’'&.-]* (?:(?:of|for|the|and|in|on) )*){1,9}(?:a (?:grant|sum|donation|gift) of )?£[0-9])|"
    r"(?:^|[.:] )(?:To|That the \w+) (?:award|grant|give|make|approve) (?:a (?:grant|sum|donation|gift) of )?£[0-9][0-9,.]* to (?:the )?[A-Z]|"
    r"(?:recommended|asked|invited) to (?:award|grant|give|approve) (?:a (?:grant|sum|donation|gift) of )?£[0-9][0-9,.]* to (?:the )?[A-Z]"
)


_HANDED = re.compile(
    r"(?i)£[0-9][0-9.,]*\s?(?:k|m|bn|million|thousand)?\s+(?:(?:was|were|went|goes|given|shared|split|distributed|awarded)\s+){0,2}"
    rf"(?:to|for|between|among|amongst|across|by)\s+(?:(?:our|the|these|\d+|{ONE_TO_TWELVE}|twenty|local|"
    rf"community|voluntary|partner)\s+){{0,3}}(?:{MANY}|applicants|neighbourhoods|communities)\b"
)


def hands_out(text: str) -> bool:
    """Return whether words give a sum to several at once: “£31k to 4 partners”."""
    return _HANDED.search(text) is not None and not of_other_money(text)


_GAVE = re.compile(
    r"\b(?:I|[Ww]e) (?:(?:have|has|also|then|later) ){0,2}(?:gave|given|awarded|granted|donated) (?:[^£.;]{3,60} )?£[0-9]"
)


def gave_one(text: str) -> bool:
    """Return whether the giver says whom he gave a sum: “I gave the Canal Trust £500”."""
    return _GAVE.search(text) is not None


def strength(text: str) -> int:
    """Return how clearly words speak of grants given: 0 not, 1 perhaps (money and those who get it), 2 clearly."""
    if _tells_of_contracts(text) and not _STRONG.search(_CONTRACTS.sub(" ", text)):
        return 0
    if _STRONG.search(text):
        return 2
    if FUND.search(text):
        return 2 if _GIVING.search(FUND.sub(" ", text)) else 1
    return 1 if _GIVING.search(text) and _GETTING.search(text) else 0


def _tells_of_contracts(text: str) -> bool:
    return _CONTRACTS.search(_PAID_FROM.sub(" ", text)) is not None


def of_other_money(text: str) -> bool:
    """Return whether words speak of money that is no grant: seized, saved, budgeted, spent, owed, or coming in."""
    plain = FUND.sub(" ", _GRANTS_FROM.sub(" ", _NO_PURCHASE.sub(" ", _COST_TO.sub(" ", text))))
    return bool(_OTHER_MONEY.search(plain) or _tells_of_contracts(text) or _INCOMING.search(text))


def is_income(text: str) -> bool:
    """Return whether words speak of money that the office itself gets, or of contracts."""
    return bool(_INCOMING.search(text) or _tells_of_contracts(text))


def speaks_of_giving(text: str) -> bool:
    """Return whether words say that money was given: awarded, granted, funded, donated."""
    return bool(
        GRANTED.search(text) or re.search(r"(?i)\b(?:donat\w+|provided|given|gave|awards?|grants|funding)\b", text)
    )


def is_no_award(words: str) -> bool:
    """Return whether the words of a total say that it is of other money: what was asked for, is left, or was to be had."""
    return (
        re.search(
            r"(?i)\b(?:request\w*|appl\w+|bids?|sought|asked|available|budget|pot|remaining|left|balance|unallocated|unspent|cost|costs|match\w*|spend|spent)\b",
            words,
        )
        is not None
        and re.search(r"(?i)\b(?:award\w*|granted|approved)\b", words) is None
    )


def gives(text: str) -> bool:
    """Return whether words say that money was given, to whomever: “the following sums have been allocated”."""
    return re.search(
        r"(?i)\b(?:allocated|agreed|approved|awarded|granted|donated|backed|funded|invested|distributed|given|handed|shared|supported)\b",
        text,
    ) is not None and not _tells_of_contracts(text)


def speaks_of_grants_given(text: str) -> bool:
    """Return whether words say beyond doubt that grants were given, even where they speak of other money too."""
    plain = _CONTRACTS.sub(" ", text)
    return re.search(r"(?i)\b(?:grants?|granted|awarded|donat(?:ed|ions?)|funded|supported)\b", plain) is not None


def speaks_of_allocating(text: str) -> bool:
    """Return whether words over a table say that money is passed on: “two-year agreements”, “allocations”."""
    return (
        re.search(r"(?i)\b(?:agreements?|allocat\w+|fund(?:ing|ed)|invest(?:ed|ment)|commissioned)\b", text) is not None
    )


def tells_of_one(text: str) -> bool:
    """Return whether a sentence tells of one grant that was made: “The Commissioner awarded £4,500 to the Canal Trust”."""
    return _MADE.search(text) is not None


def gives_to_one(text: str) -> bool:
    """Return whether a sentence tells of one grant, in any of the ways that a giver says so: “I have agreed to give the Hub £500”."""
    return tells_of_one(text) or _GAVE_TO_ONE.search(text) is not None
