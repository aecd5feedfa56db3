"""What a column of a table of grants holds, by the words over it."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache


class Holds(Enum):
    """What a column holds."""

    RECIPIENT = "recipient"
    PURPOSE = "purpose"
    AWARDED = "awarded"
    AMOUNT = "amount"  # a sum that is not said to be awarded: “Amount (£)”, “Total”
    TOTAL = "total"
    YEAR = "year"
    QUARTER = "quarter"  # of one year: the quarters make it together
    PART = "part"  # of the sum that another column gives, as the rows show
    REQUESTED = "requested"
    OTHER_SUM = "other_sum"  # the cost of the whole, match funding
    STRAND = "strand"
    AREA = "area"
    REFERENCE = "reference"
    DECISION = "decision"
    DATE = "date"
    CHANGE = "change"  # from one year to the next
    COUNT = "count"  # how many grants a row sums up
    FOREIGN = "foreign"  # a heading that no table of grants has: “Variance”, “Supplier”
    UNKNOWN = "unknown"


# The first that fits counts.
_RULES: tuple[tuple[Holds, str], ...] = (
    (Holds.AWARDED, r"^(?:small\s+)?grants?\s+budgets?\b.{0,30}£"),  # what each area is given to make grants of
    (
        Holds.COUNT,
        (
            r"^(?:total\s+)?(?:number|nos?\.?|#|count|how\s+many)(?!\w)\s*(?:of\s+)?(?:\w+\s+){0,2}"
            r"(?:grants?|awards?|projects?|schemes?|bids|applications|donations|payments|organi[sz]ations|groups|recipients)\b(?!.*£)"
        ),
    ),
    (Holds.AREA, r"\b(?:priority|priorities|themes?|plan)\b(?!.*(?:amount|£|funding))"),
    (Holds.CHANGE, r"^(?:%|per\s+cent|percentage)?\s*(?:change|increase|decrease|difference|movement)\b.*$|^%$"),
    (
        Holds.AWARDED,  # a grant by its name, whatever it is for: “Hate Crime Grant”, “Victims’ Fund (£)”
        r"^(?:[\w’'&/-]+\s+){0,4}(?:crimes?|offend\w+|offences?|victims?['’]?|property(?:\s+act)?|risks?|impact|performance)\s+(?:[\w’'&/-]+\s+){0,3}(?:grants?|fund(?:ing)?|awards?)\s*(?:[(\[]?\s*£\s*[)\]]?)?$",
    ),
    (
        Holds.FOREIGN,
        (
            r"\b(?:variance|outturn|forecast|actuals?|supplier|vendor|payee|merchant|invoice|transaction|cost\s+cent(?:re|er)|expense|expenditure|salary|salaries|grade|fte|headcount|establishment"
            r"|reserves?|opening|closing|precept|council\s+tax|band|baseline|target|performance|measure(?!s?$)|trend|rag|likelihood|impact|mitigation|risks?|controls?|vat|net\s+amount|gross|offences?|crimes?"
            r"|recorded|percentage|budget|underspend|overspend|income|inflation|savings?|post|job|role|staff|officers?|virement|capital\s+programme|movement|balance|debit|credit"
            r"|contract(?:or|\s+value)|mileage|hotel|expenses|property|seiz(?:ed|ures?)|arrests?|victims?|rank)\b"
        ),
    ),
    (
        Holds.REQUESTED,
        r"\b(?:request(?:ed)?|applied|asked|sought|bid(?:\s+(?:amount|value|for))?|application\s+(?:amount|value)|ask)\b(?!\s*(?:no|ref|number))",
    ),
    (
        Holds.OTHER_SUM,
        (
            r"\b(?:match(?:ed)?|(?:project|total|overall|full|scheme)\s+(?:project\s+)?(?:cost|budget|value)|costs?(?:\s+of\s+(?:project|scheme))?|other\s+fund(?:ing|ers)|in[\s-]kind|leverage|own\s+contribution"
            r"|paid\s+to\s+date|claimed|remaining|previous(?:ly)?|last\s+(?:year|award|grant|round)|average|mean|per\s+(?:head|person|grant|project|hour|session)|maximum|shortfall|difference|score|scoring)\b"
        ),
    ),
    (
        Holds.QUARTER,
        r"^(?:(?:q|qtr|quarter)\s*[1-4]|(?:1st|2nd|3rd|4th|first|second|third|fourth)\s+quarter)\b.{0,20}$",
    ),
    (
        Holds.TOTAL,
        (
            r"^(?:(?:all|both|over|in)\s+)?(?:(?:the\s+)?(?:two|three|four|[2-4])\s+years?|both\s+years|all\s+years)(?:\s+(?:together|total|in\s+total))?$|^(?:full|whole)\s+year$|^(?:year|annual)\s+total$"
            r"|^(?:grand\s+|overall\s+)?totals?(?:\s+(?:awards?|grants?|funding|amount|allocations?))?\s*(?:[:,–-]\s*)?(?:over|for|across|per|in|of|each|a)?\s*(?:(?:the|all|both|each)\s+)*(?:two|three|four|five|[2-5])?[\s-]*(?:financial\s+)?(?:years?|annum|period|term)\b.{0,30}$"
            r"|^(?:over\s+|across\s+|for\s+)?(?:(?:the\s+)?(?:two|three|four|five|[2-5])|both|all)\s+(?:financial\s+)?(?:years|yrs)\s*[(\[]?\s*£[’']?(?:000)?s?\s*[)\]]?$"
            r"|^(?:overall|together|altogether|combined|in\s+all|in\s+total|all\s+told|sum\s+of\s+(?:both|all|the\s+(?:two|three))(?:\s+years)?|(?:years|yrs)\s+[1-5]\s*(?:and|to|&|[-–])\s*[2-5](?:\s+(?:together|total))?)\s*(?:[(\[]?\s*£[’']?(?:000)?s?\s*[)\]]?)?$"
            r"|^(?:grants?|awards?|funding|amounts?|allocations?|sums?)\s+(?:over|for|across)\s+(?:(?:the\s+)?(?:two|three|four|five|[2-5])|both|all)\s+(?:financial\s+)?years\b.{0,8}$"
            r"|^(?:two|three|four|five|[2-5])[\s-]*years?\s+(?:totals?|awards?|grants?|funding|allocations?)\b.{0,20}$"
        ),
    ),
    (
        Holds.DATE,
        r"\b(?:date|month|awarded\s+on|start|end|duration|term|when|period|dyddiad|quarter|year\s+of\s+award|timescale|length)\b",
    ),
    (
        Holds.DECISION,
        r"\b(?:status|decision|outcome|result|recommendation|successful|approved\s*\?|awarded\s*\?|approved\s*/|yes\s*/\s*no|y/n|penderfyniad|approve/|comments?|notes?)(?![\w])",
    ),
    (
        Holds.YEAR,
        (
            r"^(?:(?:award|amount|grant|funding|approved|awarded|allocation)s?\s*(?:\(?£\)?\s*)?){0,2}(?:£\s*)?(?:fy\s*)?20[0-9]{2}(?:\s*[-/–]\s*(?:20)?[0-9]{2})?(?:\s*\(?£?\)?|\s+(?:award|grant|amount|funding|allocation)s?\s*(?:\(?£\)?)?)$|^(?:award\s+)?(?:year|yr)\s*(?:one|two|three|four|[1-5])\b(?:\s+(?:award|grant|funding|amount))?(?:\s*\(?£?\)?)?$"
            r"|^(?:(?:first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:year|yr)|y\s?[1-4])(?:\s+(?:award|grant|funding|amount))?(?:\s*\(?£?\)?)?$"
        ),
    ),
    (Holds.TOTAL, r"^(?:grand\s+|overall\s+)?totals?(?:\s*[(£\[].*|\s+(?:award|grant|funding|amount).*)?$|^cyfanswm"),
    (
        Holds.REFERENCE,  # of who gave it, or of a register
        r"\b(?:which|that|who)\s+(?:awarded|made|approved)\b|\bawarding\s+(?:body|department|officer|panel)|\bregist(?:ration|ered|er)\s+(?:charity\s+)?n(?:o|umber)\b|\b(?:charity|company)\s+n(?:o|umber)\b",
    ),
    (
        Holds.AWARDED,
        (
            r"\b(?:(?:amount|grant|sum|funding|award|value|total|money|funds|£)?\s*(?:\(?£\)?\s*)?(?:awarded|approved|granted|allocated|agreed|offered|provided|given|recommended|committed)(?!\s*(?:to|by|on|organi|project|applic))"
            r"|awards?(?:\s+(?:amount|value|total|sum|made))?(?=\s*(?:[(£\[,]|$))|(?:grant|amount|value|sum)\s+of\s+(?:the\s+)?(?:grant|award|funding)|grant\s*(?:amount|value|total|sum)|grants?(?=\s*(?:[(£\[]|$))|contribution|dyfarnwyd|grantiau?|"
            r"p?f?cc\s+(?:funding|contribution|grant)|(?:grant\s+)?funding\s+(?:amount|level)|allocation)\b"
        ),
    ),
    (
        Holds.AWARDED,  # by those who put it to a panel
        r"^(?:amount|grant|award|sum|funding)s?\s+(?:suggested|proposed)\b|^(?:suggested|proposed)\s+(?:amount|grant|award|sum|funding)s?\b",
    ),
    (
        Holds.AMOUNT,
        r"^how\s+much\b|^faint|^(?:this|current)\s+year\b|^(?:the\s+)?(?:£+k?|gbp|amounts?|sums?|funding|value|swm|price|£\s*000s?)(?:\s*[(£\[,].*|\s+(?:in\s+)?(?:£|gbp|paid|pounds).*|\s+of\s+funding.*)?$|^\(?£[’']?(?:000)?s?\)?$|^paid(?:\s*[(£].*)?$|^amount\b",
    ),
    (
        Holds.REFERENCE,
        r"^(?:(?:grant|application|app|project|decision|item|our|notice)\s*)?(?:ref(?:erence)?s?|nos?|number|#|id|code|rhif|row|unique\s+(?:id|ref\w*))\b\.?(?:\s*(?:no|number)\.?)?$|^#$|\breference\b",
    ),
    (
        Holds.RECIPIENT,
        (
            r"\b(?:organi[sz]ations?|applicants?|recipients?|grantees?|(?:awarded|paid|given|made|granted|delivered|run|led|provided)\s+(?:to|by)|to\s+whom|awardees?|grant\s+holder|beneficiary\s+(?:organi[sz]ation|group|name)|charit(?:y|ies)|providers?|bod(?:y|ies)|clubs?|groups?|lead\s+(?:agency|partner|body)|delivery\s+partners?|who"
            r"|sefydliad(?:au)?|derbynnydd|ymgeisydd|partners?|payable\s+to|agency|company|partnership|grant\s+to|awarded\s+organi\w+)\b"
        ),
    ),
    (
        Holds.STRAND,
        r"^(?:source|(?:paid|met|drawn|funded|financed|comes?)\s+(?:from|out\s+of)|from\s+which(?:\s+\w+)?)\b.{0,20}$|\b(?:strand|funds?|category|stream|pot|lot|funding\s+(?:stream|source|strand|pot|type)|grant\s+(?:scheme|programme|type|round)|round|type|tier)\b",
    ),
    (
        Holds.PURPOSE,
        r"\b(?:purpose|projects?|description|details?|summary|activit(?:y|ies)|schemes?|what|initiatives?|aims?|use\s+of|used?\s+for|proposal|reasons?|overview|title|measures?|pwrpas|prosiect|disgrifiad|for|programme|intervention|service|work|brief|objectives?|information)\b",
    ),
    (
        Holds.AREA,
        r"\b(?:districts?|areas?|locations?|boroughs?|count(?:y|ies)|wards?|towns?|postcodes?|where|regions?|local\s+authorit(?:y|ies)|lpa|bcu|ardal|neighbourhood|geograph\w*|division|csp|hub|theme|themes|priority|priorities|plan)\b",
    ),
    (Holds.REFERENCE, r"^(?:(?:cheque|chq|bacs|voucher|receipt|minute|payment)\.?)(?:\s*(?:no|number|ref)\.?)?$"),
    (Holds.RECIPIENT, r"^to$|^(?:made\s+)?(?:in\s+favour\s+of|out\s+to|payable\s+to)$"),
    (Holds.RECIPIENT, r"^(?:(?:full\s+)?names?(?:\s+of\s+.*)?|enw|beneficiar(?:y|ies))$"),
)
_COMPILED = tuple((holds, re.compile(words, re.IGNORECASE)) for holds, words in _RULES)
_PROJECT_NAME = re.compile(
    r"\b(?:name|title)\s+of\s+(?:the\s+)?(?:project|scheme|initiative)|\b(?:project|scheme|initiative)\s+(?:name|title)",
    re.IGNORECASE,
)
_PURPOSE_OF = re.compile(
    r"(?:purposes?|use|description|details?|reasons?|aims?|summary|what|nature)\b(?!\s*/)(?!.*(?:£|amount|requested))",
    re.IGNORECASE,
)
_GROUP_NAME = re.compile(
    r"\b(?:name\s+of\s+(?:the\s+)?)?(?:(?:successful|funded|winning|chosen|selected|lead|host)\s+)?(?:organi[sz]ation|group|applicant|recipient|bidder|grantee|club|charity)s?\b(?!\s+n(?:o|umber)\b)",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"£?\s*[(]?\s*£?\s*[’']?\b000(?:[’']?s)?\b|\bthousands\b|£\s?k\b|\(\s?k\s?\)", re.IGNORECASE)
_GRANT_WORDS = re.compile(
    r"\b(?:grants?|grantees?|award(?:s|ed|ees?)?|recipients?|applicants?|granted|successful|bids?|applications?|community\s+fund|derbynnydd|grantiau?|dyfarnwyd|requested)\b",
    re.IGNORECASE,
)
_IN_A_YEAR = re.compile(r"\s(?:in|for|during)\s((?:19|20)[0-9]{2}\b)", re.IGNORECASE)
"""“Grant in 2013–14 (£)” is “Grant 2013–14 (£)”."""
_YEAR_AND_NUMBER = re.compile(
    r"(?:year|yr)\s?[1-5]\s*[-–:,]?\s*[(]?(20[0-9]{2}(?:\s?[-/–]\s?[0-9]{2,4})?)[)]?"
    r"|(20[0-9]{2}(?:\s?[-/–]\s?[0-9]{2,4})?)\s*[-–:,]?\s*[(]?(?:year|yr)\s?[1-5][)]?",
    re.IGNORECASE,
)
"""“2024/25 Year 1” and “Year 1 (2024/25)” are “2024/25”."""

_LONGEST = 90


@lru_cache(maxsize=256)
def holds(words: str) -> Holds:
    """Return what a column under these words holds. Kept, as each way of reading a table asks it of the same headings."""
    plain = _IN_A_YEAR.sub(r" \1", " ".join(words.split()).strip(" :*†"))
    numbered = _YEAR_AND_NUMBER.fullmatch(plain)
    if numbered is not None:
        plain = numbered[1] or numbered[2]
    if not plain or len(plain) > _LONGEST:
        return Holds.UNKNOWN
    if _PURPOSE_OF.match(plain):
        return Holds.PURPOSE
    if _PROJECT_NAME.search(plain) and not re.search(r"cost|amount|£", plain, re.IGNORECASE):
        return Holds.PURPOSE
    if _GROUP_NAME.match(plain) and not re.search(
        r"amount|£|cost|contribution|funding|grant\s+to|type|requested", plain, re.IGNORECASE
    ):
        return Holds.RECIPIENT
    found = next((what for what, pattern in _COMPILED if pattern.search(plain)), Holds.UNKNOWN)
    if found is Holds.UNKNOWN and "/" in plain:  # “Swm / Amount” of a bilingual table
        parts = [holds(part) for part in plain.split("/")]
        return next((part for part in parts if part is not Holds.UNKNOWN), Holds.UNKNOWN)
    return found


def in_thousands(words: str) -> bool:
    """Return whether a heading says that its sums are in thousands of pounds."""
    return _THOUSANDS.search(words) is not None


def speaks_of_grants(words: str) -> bool:
    """Return whether a heading could hardly stand over anything but grants."""
    return _GRANT_WORDS.search(words) is not None
