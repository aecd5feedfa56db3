"""One line with one payment: who gets it and what for, by how the line is laid out."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines.amounts.masks import MARK, without_nouns, without_resolving
from pcp_reports.audit.lines.amounts.minuted import granted_behind
from pcp_reports.audit.lines.amounts.outcomes import outcome_of, without_nil
from pcp_reports.audit.lines.amounts.payment import Payment, payment_of
from pcp_reports.audit.lines.amounts.roles import Role
from pcp_reports.audit.lines.names import naming, unnamed
from pcp_reports.audit.lines.names.asking import asked_and_got, without_asking
from pcp_reports.audit.lines.names.from_others import is_from_others, is_rule
from pcp_reports.audit.lines.names.plain_bodies import divided_in
from pcp_reports.audit.lines.single.layouts import line_of
from pcp_reports.audit.lines.single.sentences import goes_to_many, sentence_of
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.amounts.roles import Cast


class Shape(Enum):
    """How a grant line is written."""

    LINE = "line"  # parts divided by marks: “Guides – tents – £500”
    SENTENCE = "sentence"  # “Guides were awarded £500 for tents”
    LIST = "list"  # several in one: “Guides (£500), Scouts (£600)”
    OUTCOME = "outcome"  # no amount, and what became of it: “Guides – declined”
    TOTAL = "total"  # “Total: £1,100”
    SPOKEN = "spoken"  # “It received £500 for tents”: the sentence before names who
    AMOUNT = "amount"  # “Amount awarded: £500”, and nobody is named
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Item:
    """One line as read; ``sure``: its own words say that it is a grant."""

    recipient: str
    purpose: str
    payment: Payment
    standing: Standing
    shape: Shape
    sure: bool


_GRANT_TO = re.compile(
    r"^(?:(?:A|The|This|An)\s+)?(?:[Gg]rants?|[Aa]wards?|[Ff]unding|[Dd]onations?|[Pp]ayments?)\s+(?:made\s+|awarded\s+|given\s+)?(?:to|for)\s+(?:the\s+)?(?=[A-Z0-9])"
)
_SOUGHT = re.compile(
    r"\s*[(\[](?:(?:had|they|it|have|has|originally|initially|was|were|been|amount|sum|grant)\s+)*(?:sought|asked|requested|applied|bid|wanted|seeking|request|ask)\b[^()\[\]£\ue000]{0,30}£[^()\[\]\ue000]{1,30}[)\]]"
    r"|\s*[(\[]\s*£[0-9][0-9,.]*k?\s+(?:(?:had|has|was|were|been|originally)\s+)*(?:sought|requested|asked\s+for|applied\s+for|bid\s+for|wanted)\s*[)\]]",
    re.IGNORECASE,
)
"""What was asked for, in brackets of its own: “£900 Elm Traders (had sought £1,410)”."""

_HAD = re.compile(rf"(?P<opens>[(\[]\s*)(?:(?:they|it|had|has|have|originally|initially|was|were|been)\s+)+{MARK}")
_ORDERED = re.compile(
    r"^(?:To|That\s+we)\s+(?:provide|offer|allocate|donate|fund|support|give|grant|award|pay|make)\s+(?:to\s+)?(?:the\s+(?=[A-Z0-9]))?(?=[A-Z0-9]\S*\s)"
)
"""What a decision says before a name: “To provide Elm Guides £500 for tents”."""

_PERIOD = re.compile(
    rf"{MARK}\s+(?:annually|yearly)(?=\s+(?:to|for|towards?)\s)|{MARK}\s*\(?(?:a\s+year\s+)?(?:for|over|across)\s+(?:a\s+|the\s+)?(?:(?:next|period\s+of|further|coming)\s+)*(?:one|two|three|four|five|six|twelve|eighteen|[0-9]{{1,2}})?[\s-]*(?:year|month|week)s?\)?(?=\s+(?:to|for|towards?)\s)",
    re.IGNORECASE,
)
_NO_GRANT = re.compile(
    rf"\b(?:fines?|penalt(?:y|ies)|compensation|costs|damages|loans?|salar(?:y|ies)|invoices?|contracts?|bail|seizures?|rewards?|bonus(?:es)?|surcharges?)\s+(?:orders?\s+)?(?:of|worth|totalling|to\s+the\s+value\s+of)\s+{MARK}"
    rf"|{MARK}\s+(?:fines?|penalt(?:y|ies)|loans?|bail|reward|bonus|surcharge|contract|salary|invoice)\b",
    re.IGNORECASE,
)
"""What money is called that is no grant: “Fines of £2,000 were given to Smith Ltd”."""

_GOES_ON = re.compile(r"(?:of\s+which|of\s+this|of\s+that|including|which|that|but|because|being)\s")
"""What goes on from a sum, and names nobody: “£900, of which £600 was for …”."""

_OF_THE_MONEY = re.compile(
    r"(?:Including|Excluding|Counting|With|Taking|Adding|Allowing)\s+(?:the\s+)?[a-z]|.*\s(?:settlement|instalment|installment|tranche)$"
)
"""What tells of the money, and names nobody: “Including earlier rounds, the total is now £900”, “The second instalment, £900”."""

_TWO_SENTENCES = re.compile(r"[a-z]{4}[.!?]\s+[A-Z]")
"""What no name holds: “Elm Club is a place to meet. Granted”."""

_KIND_OF_AWARD = re.compile(
    r"^(?:Applications?|Bids?)\s+for\b|\b(?:[Gg]rants?|[Aa]wards?|[Ff]unding)$|^(?:Grant|Award|Funding)\s+(?:[Rr]ange|[Ss]ize|[Ll]imit)"
)
_TELLS = re.compile(
    r"(?<!that)(?<!which)(?<!who)\s(?:has|have|had)\s+(?:also\s+|now\s+)?(?:provided|increased|risen|fallen|received|made|been\s+(?:increased|reduced|set|announced|made))\b"
    r"|\b(?:was|were)\s+(?:also\s+)?announced\b|\bthere\s+(?:will|would|is|are|was|were|has|have)\b"
    r"|\s(?:was|were|been)\s+(?:each|both|all)\s+(?:given|awarded|paid|granted|handed|presented)\b"
    r"|\s(?:came|comes?|coming)\s+from\b|\b(?:which|that)\s+(?:netted|raised|took|brought\s+in)\b"
    r"|\s(?:received|considered|noted|heard)\s+(?:an?|the)\s+(?:\w+\s+)?(?:report|paper|letter|presentation|update|application|bid|request|note|list|schedule)\b"
)
_AFTER_VERB = re.compile(rf"\b(?P<verb>approved|awarded|granted|allocated)\s*[:–-]?\s*\(\s*{MARK}\s*\)", re.IGNORECASE)


def item_of(text: str, casts: Sequence[Cast]) -> Item | None:
    """Return the line as read, or None where it is no grant line or not one alone."""
    behind = granted_behind(text, casts)
    payment = payment_of(text, casts if behind is None else casts[1:])
    if payment is None:
        return None
    if behind is None:
        masked = text[: payment.start] + MARK + text[payment.end :]
    else:  # the line was of what was asked for, and is read as it would be if that had been given
        masked = text[: casts[0].start] + MARK + text[casts[0].end : behind]
    outcome, masked = outcome_of(masked)
    masked = _HAD.sub(rf"\g<opens>{MARK}", masked)
    nothing = without_nil(masked) if outcome is None and payment.standing is Standing.REQUESTED else None
    if nothing is not None:
        outcome, masked = Standing.DECLINED, nothing
    if MARK not in masked or _NO_GRANT.search(masked) is not None:
        return None
    standing = _standing(outcome, payment)
    asked = any(one.role is Role.REQUESTED for one in casts)
    sure = outcome is Standing.AWARDED or asked
    masked, decided = without_resolving(_AFTER_VERB.sub(rf"\g<verb> {MARK}", masked))
    masked, noun = without_nouns(masked)
    sure = sure or noun or decided
    masked = _PERIOD.sub(MARK, _SOUGHT.sub("", masked))
    if payment.pence is None and is_rule(masked):
        return None
    shared = _divided(masked, payment, standing)
    if shared is not None:
        return shared
    return _item(masked, casts, payment, standing, noun=noun, sure=sure, decided=outcome is not None)


def _divided(masked: str, payment: Payment, standing: Standing) -> Item | None:
    """Return the line of a sum that is divided among several of one kind, as one grant to so many; else None."""
    found = divided_in(masked)
    if found is None:
        return None
    many = replace(payment, times=max(found[1], 1), to_many=True)
    return Item(found[0], "", many, standing, Shape.SENTENCE, sure=True)


def _item(
    masked: str, casts: Sequence[Cast], payment: Payment, standing: Standing, *, noun: bool, sure: bool, decided: bool
) -> Item | None:
    """Return the line with its amount put out of the way as read; ``decided``: it said what became of the application."""
    asked = any(one.role is Role.REQUESTED for one in casts)
    found, shape = asked_and_got(masked) if asked else None, Shape.SENTENCE
    found = found or sentence_of(masked, noun=noun, decided=decided)
    if found is None:
        found, shape = line_of(masked, noun=noun), Shape.LINE
    if found is None:
        return None
    recipient, purpose = _ORDERED.sub("", _GRANT_TO.sub("", found[0])), found[1]
    if (
        shape is Shape.LINE
        and goes_to_many(masked)
        and not masked[: masked.index(MARK)].rstrip().endswith((":", "–", "-"))
    ):
        return None
    if asked:
        recipient, purpose = without_asking(recipient, purpose)
    recipient, purpose = _without_purpose(recipient, purpose)
    if _names_nobody(recipient, masked, casts, payment, sure=sure, line=shape is Shape.LINE):
        return None
    if shape is not Shape.LINE and is_from_others(masked):
        return None
    if shape is not Shape.LINE and naming.tells_of_income(masked) and not naming.is_name(masked[: masked.index(MARK)]):
        return None
    if payment.pence == 0 and standing is Standing.AWARDED:
        standing = Standing.DECLINED
    return Item(recipient, purpose, payment, standing, shape, sure or shape is Shape.SENTENCE)


_FOR_IN_BRACKETS = re.compile(
    r"(?P<who>.{3,}?)\s*\((?:(?:for|towards?)\s+(?P<what>[^()]+)|(?P<kind>(?:[a-z][a-z’'-]*\s+){1,6}(?:funding|fund|grant|award|services|work|project|scheme|costs|support)))\)"
)


def _without_purpose(recipient: str, purpose: str) -> tuple[str, str]:
    """Return who and what for, where the name has what it is for in brackets behind it: “Elm Club (for tents)”."""
    found = _FOR_IN_BRACKETS.fullmatch(recipient)
    if found is None or not naming.is_name(found["who"]):
        return recipient, purpose
    return found["who"], " – ".join(part for part in (found["what"] or found["kind"], purpose) if part)


def _names_nobody(
    recipient: str, masked: str, casts: Sequence[Cast], payment: Payment, *, sure: bool, line: bool
) -> bool:
    """Return whether the words taken for a recipient are none. ``line``: marks divide the line, and no verb tells."""
    return (
        not recipient
        or unnamed.is_spoken(recipient)
        or unnamed.is_date(recipient)
        or _GOES_ON.match(recipient) is not None
        or _OF_THE_MONEY.match(recipient) is not None
        or _TWO_SENTENCES.search(recipient) is not None
        or naming.is_total(recipient)
        or (payment.pence is None and _KIND_OF_AWARD.search(recipient) is not None)
        or (line and _TELLS.search(masked, 0, masked.index(MARK)) is not None)
        or (naming.is_counted(recipient) and not payment.to_many)
        or (naming.is_generic(recipient) and recipient.endswith("s") and " " not in recipient)
        or (not line and _OF_ALL.search(masked, 0, masked.index(MARK)) and naming.is_kind(recipient))
        or (line and _sums_up(casts) and not naming.is_name(recipient))
        or (naming.is_finance(recipient) and (line or not sure))
    )


_OF_ALL = re.compile(
    r"\b(?:totall?ing|worth|amounting\s+to|coming\s+to|in\s+total|of\s+up\s+to)\s*$|\b(?:grants|awards|donations|payments|contributions)\s+(?:of\s+)?$"
)
"""What stands before a sum that several bodies share: “grants totalling £9,000 to Voluntary Bodies”."""


def _sums_up(casts: Sequence[Cast]) -> bool:
    """Return whether the one sum of a text is said to be a total: “all six recommendations, £14,930 in total”."""
    return len(casts) == 1 and casts[0].role is Role.TOTAL


def _standing(outcome: Standing | None, payment: Payment) -> Standing:
    """Return the standing: what the line says; a sum requested without a word about its fate stays requested."""
    return payment.standing if outcome is None else outcome
