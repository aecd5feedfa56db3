"""The words by which a sentence of a round's text is told to speak of the round, of a part of it, or of something else.

Plain sets and phrases in small letters, English and Welsh: compiling them into expressions would take longer than a check.
"""

from __future__ import annotations

PROJECTS = frozenset((
    "brosiect", "brosiectau", "chynllun", "cynllun", "cynlluniau", "gynllun", "initiative", "initiatives",
    "phrosiect", "project", "projects", "prosiect", "prosiectau", "scheme", "schemes",
))  # fmt: skip
GRANTS = frozenset((
    "award", "awards", "donation", "donations", "dyfarniad", "gift", "gifts", "grant", "grantiau", "grants",
))  # fmt: skip
RECIPIENTS = frozenset((
    "association", "associations", "bodies", "causes", "charities", "charity", "club", "clubs", "fudiad", "grantees", "group",
    "groups", "grwpiau", "grŵp", "mudiad", "mudiadau", "organisation", "organisations", "organization",
    "organizations", "partner", "partners", "recipient", "recipients", "sefydliad", "sefydliadau",
))  # fmt: skip
COUNTED = PROJECTS | GRANTS | RECIPIENTS
"""What a round counts."""

NOT_AWARDED = frozenset((
    "applicant", "applicants", "application", "applications", "bid", "bidders", "bids", "cais", "ceisiadau",
    "cheisiadau", "enquiries", "expressions", "geisiadau",
))  # fmt: skip
"""What is counted, too, and was not awarded."""

COMMON = frozenset((
    "and", "association", "award", "awards", "centre", "charity", "club", "council", "for", "from", "fund", "funds",
    "grant", "grants", "group", "groups", "limited", "other", "partnership", "people", "police", "pot", "programme",
    "project", "projects", "scheme", "service", "services", "share", "society", "some", "strand", "support", "team",
    "the", "trust", "unit", "with", "young", "youth",
))  # fmt: skip
"""Words of names that say nothing of whose name it is."""

PARTIAL = (
    "including", "include", "includes", "included", "such as", "for example", "for instance", "e.g", "eg",
    "of which", "of whom", "among them", "among these", "among which", "amongst", "notably", "particularly",
    "gan gynnwys", "yn cynnwys", "er enghraifft",
)  # fmt: skip
"""Before a figure: it is a part of something."""

OF = frozenset((
    "amounts", "any", "applications", "award", "awards", "balance", "bids", "budget", "cap", "each", "fund", "funds",
    "grant", "grants", "half", "instalments", "limit", "maximum", "minimum", "most", "none", "one", "out", "part",
    "payment", "payments", "percentage", "pool", "portion", "pot", "quarter", "rest", "share", "slice", "some",
    "sums", "third", "two",
))  # fmt: skip
"""With “of”, “from”, “for” or “between” right before a figure: it is a part of something, or a rule."""

PLURALS = frozenset((
    "amounts", "applications", "awards", "bid", "bids", "grants", "instalments", "payments", "sums",
))  # fmt: skip
AIMS = frozenset((
    "applied", "apply", "applying", "asked", "asking", "bid", "bidding", "bids", "eligible", "seeking", "sought",
))  # fmt: skip
LINKS = frozenset(("of", "from", "for", "between", "to"))
HEDGES = frozenset((
    "about", "around", "between", "more", "over", "ranging", "some", "than", "up",
))  # fmt: skip
ITS = frozenset((
    "a", "all", "an", "her", "his", "its", "our", "that", "the", "their", "these", "this", "those",
))  # fmt: skip
IS = frozenset((
    "is", "was", "are", "were", "be", "comes", "come", "came", "amounts", "amount", "amounted", "totals", "totalled", "yw", "oedd",
))  # fmt: skip
"""Between “of the grants” and a figure: the figure is what they come to, and no part of them."""
OTHERS = frozenset(("other", "remaining", "first", "last"))

THINGS = frozenset((
    "bid", "budget", "building", "cap", "centre", "contract", "fund", "grant", "initiative", "limit", "mark",
    "maximum", "operation", "package", "partnership", "pot", "programme", "project", "scheme", "strand", "threshold",
))  # fmt: skip
"""Close behind a sum: it names a thing, as in “a £2m fund”, “the £500,000 Community Safety programme”."""

JOINING = frozenset((
    "a", "across", "an", "and", "are", "at", "been", "being", "by", "for", "from", "going", "had", "has", "have",
    "in", "into", "is", "of", "on", "per", "through", "to", "towards", "under", "via", "was", "went", "were", "will",
    "with",
))  # fmt: skip
EACH = (
    "each", "apiece", "per", "every", "a year", "a month", "a week", "a head", "a project", "a grant", "a group",
    "yr un", "y flwyddyn",
)  # fmt: skip
"""Right behind a figure: it multiplies."""

ELSEWHERE = (
    "so far", "to date", "since", "already", "previously", "this year", "this financial year", "the year",
    "last year", "last financial year", "in total since", "altogether", "rounds", "tranches", "previous round",
    "earlier round", "last round", "first round", "next round", "first year", "last month", "next month",
    "next year", "previous year", "years", "brings", "bringing", "brought", "takes the", "taking the", "this makes",
    "makes", "in addition", "annual", "annually", "every year", "each year", "per year", "a year", "over the past",
    "over the last", "over the next", "quarterly", "spring", "summer", "autumn", "winter", "hyd yma", "hyd yn hyn",
    "y llynedd", "bellach", "bid", "bids", "bidding", "application", "applications", "applicants", "applied",
    "request", "requests", "requested", "sought", "asked for", "oversubscribed", "considered", "shortlisted",
    "recommended", "scored", "visited", "visit", "opened", "launched", "target", "targets", "planned", "plans",
    "hopes", "expected", "up to", "maximum", "at most", "minimum", "cais", "gais", "chais", "ceisiadau", "geisiadau",
    "cheisiadau", "match funding", "match-funding", "match funded", "match-funded", "matched", "raised", "seized",
    "confiscated", "recovered", "forfeited", "proceeds", "fine", "fines", "unspent", "underspend", "remaining",
    "remains", "left over", "available", "budget", "budgets", "saved", "saving", "savings", "cost", "costs",
    "costing", "damage", "stolen", "in kind", "bursaries", "lottery", "home office", "government", "ministry",
    "council has", "council gave", "charity has", "the charity", "the trust", "the club", "the council", "cyllideb",
    "gyllideb", "cronfa", "gronfa", "per cent", "percentage", "increase", "increased", "decrease", "decreased",
    "compared", "withdrawn", "returned", "instalment", "instalments", "half", "third", "thirds", "quarters",
    "majority", "most", "mostly", "rest", "alone", "average", "smaller", "smallest", "larger", "largest", "biggest",
    "bigger", "lowest", "highest", "each", "every", "apiece", "others", "to another", "and another", "other",
    "among", "amongst", "fund is", "pot is", "worth of", "cynnwys", "gynnwys", "three-quarters", "two-thirds",
    "one-third", "secured",
)  # fmt: skip
"""In a sentence: it may speak of another time, of bids and targets, of other people's money, of a part, or compare."""

ANOTHER_TIME = (
    "previously", "this year", "this financial year", "the year to", "last year",
    "last financial year", "last month", "previous year", "previous round", "earlier round", "last round", "brings",
    "bringing", "brought", "takes the", "taking the", "this makes", "over the past", "over the last", "compared",
    "y llynedd",
)  # fmt: skip
"""Of these, what makes a sum that of a longer or an earlier time, whatever number stands beside it."""

RUNNING = (
    "now", "also", "again", "already", "have been funded", "have been supported",
)  # fmt: skip
"""The same, but for a sentence that leads over to the list of grants."""

AWARDED = frozenset((
    "agreed", "allocate", "allocated", "allocates", "allocating", "announce", "announced", "announces", "announcing",
    "approve", "approved", "approves", "ariannu", "ariannwyd", "award", "awarded", "awarding", "awards", "backed",
    "backing", "benefit", "benefited", "benefiting", "benefitted", "boost", "boosted", "buddsoddi", "buddsoddwyd",
    "came", "comes", "commit", "commits", "committed", "contributed", "cyfanswm", "cyllid", "ddyfarnu", "ddyfarnwyd",
    "derbyniodd", "distribute", "distributed", "distributing", "dyfarnu", "dyfarnwyd", "fuddsoddi", "funded",
    "funding", "gave", "give", "given", "gives", "giving", "goes", "going", "gone", "granted", "granting", "gwerth",
    "gyfanswm", "gyllid", "handed", "invest", "invested", "investing", "invests", "issued", "made", "paid", "paying",
    "provide", "provided", "provides", "providing", "put", "reached", "receive", "received", "receiving",
    "reinvested", "released", "rhoddwyd", "rhoi", "roddwyd", "roi", "share", "shared", "sharing", "split",
    "successful", "supported", "supporting", "total", "totaling", "totalled", "totalling", "totals", "went",
))  # fmt: skip
"""What is done with the money of a round, in the words of those who give it and of those who get it."""

LEADING = (
    "following", "below", "listed", "as follows", "these projects", "these grants", "these awards", "these groups",
    "these organisations", "canlynol", "isod",
)  # fmt: skip
"""In a sentence: it leads over to the list."""

NEUTRAL = frozenset((
    "additional", "charitable", "community", "different", "excellent", "fantastic", "further", "grassroots",
    "innovative", "local", "more", "separate", "successful", "vital", "voluntary", "worthwhile",
))  # fmt: skip
"""Before “projects”: they are no others than the round's."""

NARROWING = frozenset((
    "at", "based", "cover", "covers", "for", "from", "in", "led", "near", "run", "that", "to", "which", "who",
    "with", "within",
))  # fmt: skip
"""Behind “projects”: they may be some of the round's only, as in “in Leyland”, “led by volunteers”."""

NOT_NARROW = frozenset((
    "a", "all", "combat", "cut", "deliver", "funding", "help", "her", "his", "improve", "its", "keep", "make", "our",
    "prevent", "reduce", "support", "tackle", "the", "this", "total",
))  # fmt: skip
"""Behind those: they are not."""
