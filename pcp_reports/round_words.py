"""What the words round a figure say of it: whether it speaks of a round's own total or count, or of something else.

Read as a careful officer reads: a figure that may speak of something else (a bid, a budget, last year, one grant) is
never held against the round. The words are looked up in plain sets, because compiling them into expressions would
take longer than a check.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit
from pcp_reports.dates import MONTHS, MONTHS_CY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.claims import Claim
    from pcp_reports.said import Said


class Counts(Enum):
    """What a count in a round's text is a count of; the value is its noun."""

    PROJECTS = "project"
    GRANTS = "grant"
    RECIPIENTS = "recipient"


_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*|:")  # a sign beyond Latin-1 in a set would triple what it costs

_PROJECTS = frozenset(("project", "projects", "scheme", "schemes", "initiative", "initiatives", "prosiect", "prosiectau", "phrosiect", "brosiect", "cynllun", "cynlluniau"))  # fmt: skip
_GRANTS = frozenset(("grant", "grants", "award", "awards", "grantiau"))
_RECIPIENTS = frozenset(("organisation", "organisations", "organization", "organizations", "group", "groups", "charity", "charities", "recipient", "recipients", "club", "clubs", "partner", "partners", "association", "associations", "bodies", "grantees", "mudiad", "mudiadau", "grŵp", "grwpiau"))  # fmt: skip
_NOT_AWARDED = frozenset(("bid", "bids", "application", "applications", "applicant", "applicants", "bidders", "expressions", "enquiries", "ceisiadau", "cais"))  # fmt: skip

# Whoever writes one of these before a figure speaks of a part of something, and not of the whole.
_PARTIAL = (
    "including", "include", "includes", "included", "such as", "for example", "for instance", "e.g", "eg", "of which",
    "of whom", "among them", "among these", "among which", "amongst", "notably", "particularly", "gan gynnwys",
    "er enghraifft",
)  # fmt: skip
# The same with the figure right behind.
_OF = frozenset(("share", "part", "portion", "slice", "percentage", "half", "third", "quarter", "rest", "most", "some", "each", "any", "none", "one", "two", "pot", "budget", "fund", "funds", "pool", "maximum", "minimum", "limit", "cap", "balance", "grants", "awards", "sums", "amounts", "bids", "applications", "payments", "instalments", "out", "grant", "award", "payment"))  # fmt: skip
_PLURALS = frozenset(("grants", "awards", "sums", "amounts", "bids", "applications", "payments", "instalments", "bid"))
_AIMS = frozenset(("bid", "bids", "apply", "applied", "bidding", "applying", "asked", "asking", "eligible", "seeking", "sought"))  # fmt: skip
_LINKS = frozenset(("of", "from", "for", "between", "to"))
_HEDGES = frozenset(("up", "over", "around", "about", "between", "some", "more", "than", "ranging"))
_ITS = frozenset(("the", "a", "an", "its", "his", "her", "our", "their", "this", "that", "these", "those", "all"))
_OTHERS = frozenset(("other", "remaining", "first", "last"))

# A sum that names a thing: “a £2m fund”, “the £500,000 Community Safety programme”.
_THINGS = frozenset(("fund", "pot", "budget", "programme", "scheme", "project", "initiative", "grant", "package", "contract", "bid", "centre", "building", "limit", "cap", "maximum", "threshold", "mark", "strand", "partnership", "operation"))  # fmt: skip
_JOINING = frozenset(("was", "were", "is", "are", "has", "have", "had", "been", "being", "to", "for", "from", "of", "in", "on", "at", "by", "with", "and", "will", "through", "via", "going", "went", "across", "into", "towards", "under", "per", "a", "an"))  # fmt: skip
_EACH = (
    "each", "apiece", "per", "every", "a year", "a month", "a week", "a head", "a project", "a grant", "a group",
    "yr un", "y flwyddyn",
)  # fmt: skip

# Whoever writes one of these speaks, or may speak, of more money than the round's, or of other money.
_ELSEWHERE = (
    "so far", "to date", "since", "this year", "this financial year", "last year", "last financial year",
    "previous round", "previous rounds", "earlier round", "earlier rounds", "last round", "first round", "next round",
    "last month", "next month", "next year", "previous year", "brings", "bringing", "brought", "taking the", "takes the",
    "in addition", "annual", "annually", "every year", "a year", "over the past", "over the last", "over the next",
    "bid", "bids", "bidding", "application", "applications", "applicants", "applied", "request", "requests", "requested",
    "sought", "asked for", "oversubscribed", "match funding", "match-funding", "match funded", "match-funded", "matched",
    "raised", "seized", "confiscated", "recovered", "forfeited", "proceeds", "fine", "fines", "unspent", "underspend",
    "remaining", "remains", "left over", "available", "budget", "budgets", "saved", "saving", "savings", "cost", "costs",
    "costing", "damage", "stolen", "home office", "government", "ministry", "per cent", "percentage", "increase",
    "increased", "decrease", "decreased", "compared", "withdrawn", "returned", "up to", "maximum", "hyd yma", "hyd yn hyn",
    "ceisiadau", "y llynedd",
)  # fmt: skip
_AWARDED = frozenset(("provide", "provides", "provided", "providing", "award", "awards", "awarded", "awarding", "invest", "invests", "invested", "investing", "investment", "grant", "grants", "granted", "granting", "give", "gives", "given", "giving", "gave", "allocate", "allocates", "allocated", "allocating", "distribute", "distributes", "distributed", "distributing", "fund", "funds", "funded", "funding", "support", "supports", "supported", "supporting", "share", "shares", "shared", "sharing", "handed", "handing", "paid", "pay", "pays", "paying", "commit", "commits", "committed", "committing", "announce", "announces", "announced", "announcing", "receive", "receives", "received", "receiving", "benefit", "benefits", "benefited", "benefitted", "benefiting", "total", "totals", "totalled", "totalling", "came", "comes", "went", "going", "goes", "gone", "approve", "approved", "approves", "agreed", "issued", "split", "boost", "boosted", "backed", "backing", "made", "contributed", "spent", "released", "secured", "successful", "sum", "round", "dyfarnwyd", "dyfarnu", "rhoddwyd", "rhoi", "buddsoddwyd", "buddsoddi", "ariannu", "ariannwyd", "cyfanswm", "rownd", "cyllid"))  # fmt: skip
_LEADING = ("following", "below", "listed", "as follows", "these projects", "these grants", "these awards", "these groups", "these organisations", "canlynol", "isod")  # fmt: skip
_MONTHS = {name.casefold(): number for names in (MONTHS, MONTHS_CY) for number, name in enumerate(names, 1)}
_MAY = 5


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, their apostrophes straight, and its colons."""
    return _WORD.findall(text.casefold().replace("’", "'"))


def what_it_counts(claim: Claim) -> Counts | None:
    """Return what a count is a count of, as far as a round can tell; None for people, hours and all else."""
    if claim.unit is not Unit.COUNT:
        return None
    noun = words_of(claim.noun)
    own = frozenset(noun)
    if own & _NOT_AWARDED:
        return Counts.GRANTS if "successful" in own else None
    for counts, words in (
        (Counts.PROJECTS, _PROJECTS),
        (Counts.GRANTS, _GRANTS),
        (Counts.RECIPIENTS, _RECIPIENTS),
    ):
        if own & words:
            return counts
    return None


def speaks_of_a_part(said: Said) -> bool:
    """Return whether the words say that the figure is a part, a rule for one grant, or a thing's name."""
    behind = words_of(re.split("[,;:(]|[.] ", said.behind[:80])[0])
    if said.claim.each or said.claim.kind is Kind.RANGE or _begins(behind, _EACH):
        return True
    before = words_of(said.before)
    if "each" in before or "every" in before:
        return True
    if (
        said.claim.unit is not Unit.MONEY
        and behind[:1] == ["of"]
        and behind[1:2]
        and behind[1] in (*_ITS, "them", "which", "whom")
    ):
        return True
    if _holds(before, _PARTIAL) or _part_before(words_of(re.split("[,;:(]", said.before)[-1])[-7:]):
        return True
    return said.claim.unit is Unit.MONEY and _names_a_thing(behind)


def _part_before(words: list[str]) -> bool:
    """Return whether the last words before a figure make it a part of something or a rule: “a share of”, “grants of”."""
    while words and words[-1] in _HEDGES:
        words = words[:-1]
    if not words:
        return False
    last, above = words[-1], words[-2] if len(words) > 1 else ""
    if last in _LINKS and ((above in _OF and last != "to") or (above in _AIMS and last != "of")):
        return True
    if last in _PLURALS - {"grants", "awards"} or last in _OTHERS:
        return True
    # of the 15 projects; from his £2m fund
    return any(
        word in ("from", "of") and next_word in _ITS for word, next_word in zip(words[-4:], words[-3:], strict=False)
    )


def _names_a_thing(behind: list[str]) -> bool:
    for word in behind[:6]:
        if word in _JOINING:
            return False
        if word in _THINGS:
            return True
    return False


def may_speak_of_else(said: Said, month: int) -> bool:
    """Return whether the sentence may speak of other money than this round's, announced in ``month``."""
    words = words_of(said.sentence.text)
    if _holds(words, _ELSEWHERE) or not (_AWARDED.intersection(words) or leads_to_the_list(said.sentence.text)):
        return True
    return any(_MONTHS.get(word, month) not in (month, _MAY) for word in words)  # “may” is a verb, too


def leads_to_the_list(text: str) -> bool:
    """Return whether a sentence leads over to the list of grants."""
    return text.rstrip("\ufffc \n").endswith(":") or _holds(words_of(text), _LEADING)


def _holds(words: Iterable[str], phrases: tuple[str, ...]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases)


def _begins(words: list[str], phrases: tuple[str, ...]) -> bool:
    text = f"{' '.join(words)} "
    return any(text.startswith(f"{phrase} ") for phrase in phrases)
