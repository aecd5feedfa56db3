"""What stands beside grant lines in a list: totals, amounts without a name, applications that got nothing, lines in doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award, Standing
from pcp_reports.audit.lines.amounts.masks import MARK
from pcp_reports.audit.lines.amounts.outcomes import outcome_of, without_nil
from pcp_reports.audit.lines.amounts.payment import payment_of
from pcp_reports.audit.lines.amounts.roles import Role
from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.lines.read import NOTHING, ReadLine
from pcp_reports.audit.lines.single.forms import Shape
from pcp_reports.audit.lines.single.spoken import spoken_award
from pcp_reports.money import Money
from pcp_reports.words import holds_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.amounts.roles import Cast
    from pcp_reports.audit.lines.amounts.sums import Sum

SHORT = 240
"""The longest line, in characters, that is looked at for an application without an amount."""

_OUTCOME_WORDS = ("declin", "success", "not ", "refus", "reject", "withdr", "defer", "aflwydd", "nil")
_PURPOSE_ALONE = re.compile(
    r"(?:\(?(?:over|for|across)\s+[^£.;]{2,50}?\b(?:years?|months?)\)?[\s,–-]+)?(?:(?:to|for|towards?)\s+(?=[a-z0-9])|as\s+a\s+contribution\b)"
)
_KIND_ALONE = re.compile(
    r"(?:granted|awarded|approved|agreed|given|offered)(?:\s*[,;(–—-].*)?|(?:(?:[a-z][a-z-]+\s+){0,2})(?:lettings?|hire|rent|grant|award|contribution|subsidy|bursary|donation|support|funding)"
)
_AMOUNT_ALONE = re.compile(
    r"\W*(?:(?:total|the|final|approved|grant|funding|20[0-9]{2}(?:[/–-](?:20)?[0-9]{2})?)\s+)*(?:allocation|amounts?|grants?|awards?|awarded|funding|sum|value|received|approved|swm|dyfarniad)(?:\s+(?:awarded|granted|approved|given|allocated|amount|received|of|is|was|requested"
    r"|value|applied\s+for|award|over\s+\w+\s+(?:\w+\s+){0,2}years?))*\s*(?:\(£\))?\s*[:=–-]?\s*$|[\W]*$",
    re.IGNORECASE,
)


def alone_or_doubtful(text: str, casts: Sequence[Cast], passage: int, offset: int) -> ReadLine:
    """Return a sentence that leaves the name to the one before, an amount without a name, or a line in doubt; else nothing."""
    spoken = spoken_award(text, casts, passage, offset)
    if spoken is not None:
        return ReadLine((), sure=True, shape=Shape.SPOKEN, part=spoken)
    return _amount_alone(text, casts, passage, offset) or _doubtful(text, casts, passage, offset)


def _amount_alone(text: str, casts: Sequence[Cast], passage: int, offset: int) -> ReadLine | None:
    """Return the amount of a line that names nobody: “Amount awarded: £500”; None for any other."""
    payment = payment_of(text, casts)
    if payment is None:
        return None
    behind = text[payment.end :].strip(" .;)*")
    kind = not text[: payment.start].strip() and _KIND_ALONE.fullmatch(behind) is not None
    if not _AMOUNT_ALONE.match(text[: payment.start]) or not (not behind or kind or _PURPOSE_ALONE.match(behind)):
        return None
    amount = None if payment.pence is None else Money(payment.pence)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    part = Award(
        "",
        splitting.purpose_behind(behind),
        amount,
        passage,
        start + offset,
        end + offset,
        payment.claim,
        standing=payment.standing,
    )
    return ReadLine((), False, Shape.AMOUNT, part=part)


def below_a_name(text: str, casts: Sequence[Cast], passage: int, offset: int) -> ReadLine | None:
    """Return the amount of a paragraph whose heading names who got it: “The Commissioner awards £900, and …”; else None.

    A sentence of its own gives the amount, with nobody named in it, and none of the others has a sum.
    """
    payment = payment_of(text, casts) if len(casts) == 1 else None
    if payment is None or payment.standing is not Standing.AWARDED:
        return None
    first = max((match.end() for match in _ENDS_BEFORE.finditer(text, 0, payment.start)), default=0)
    stop = _ENDS_BEHIND.search(text, payment.end)
    masked = f"{text[first : payment.start]}{MARK}{text[payment.end : len(text) if stop is None else stop.start()]}"
    if _BELOW_A_NAME.match(masked) is None or _TO_SOMEBODY.search(masked) or naming.tells_of_income(masked):
        return None
    if naming.is_name(text[:first].strip(" .;")):
        return None
    amount = None if payment.pence is None else Money(payment.pence)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    part = Award("", "", amount, passage, start + offset, end + offset, payment.claim)
    return ReadLine((), False, Shape.AMOUNT, part=part)


_ENDS_BEFORE = re.compile(r"(?<=[a-z0-9)])[.;]\s+")
_ENDS_BEHIND = re.compile(r"(?<=[a-z0-9)])\.(?:\s+|$)")
_BELOW_A_NAME = re.compile(
    rf"\s*(?:(?:a|the|this)\s+(?:[\w-]+\s+)?(?:grants?|awards?)\s+of\s+{MARK}\s+(?:covers|pays|buys|funds|helps|meets|goes|provides|supports|will)\b(?!\s+(?:also\s+)?(?:help|let|enable|allow|mean(?:\s+that)?|see)\s+(?:the\s+)?(?-i:[A-Z0-9]))"
    rf"|(?:the|this|its|their)\s+(?:grant|award)\s+(?:is|was)\s+(?:for\s+)?{MARK}\s*$"
    rf"|(?:the|our)\s+(?:[\w-]+\s+)?(?:commissioner|p\.?f?cc|panel|board|committee)\s+(?:has\s+)?(?:awards|awarded|grants|granted|gives|gave|given|agreed|approved|approves)\s+(?:a\s+grant\s+of\s+)?{MARK}\s*(?:,\s|$)"
    rf"|{MARK}\s+(?:is|was|has\s+been)\s+(?:granted|awarded|approved|agreed|given)\s*(?:,\s|$)"
    rf"|(?:(?:it\s+was\s+)?(?:agreed|resolved|approved))\s*[:–-]?\s*(?:that\s+)?(?:an?|the)\s+(?:grant|award|sum)\s+of\s+{MARK}\s*(?:$|,\s+subject\s|\s+(?:be\s+(?:made|awarded|approved|paid))\s*$))",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(r"\bto\s+(?:the\s+)?[A-Z0-9]")


def _doubtful(text: str, casts: Sequence[Cast], passage: int, offset: int) -> ReadLine:
    """Return a line that begins as grant lines do and has several sums, so that its amount cannot be told.

    To leave such a line out would make the total of its list look wrong.
    """
    awards = [one for one in casts if one.role is Role.AWARD]
    if len(awards) < 2:  # noqa: PLR2004 - one sum was read, or is none
        return NOTHING
    before, behind = text[: awards[0].start], text[awards[-1].end :]
    who, _ = splitting.split(before)
    marked = _MARKED.search(before)
    if marked is None or not who or not naming.is_name(before[: marked.start()]) or behind.strip(" .;,)*"):
        return NOTHING
    if naming.is_finance(who) or naming.is_counted(who) or naming.is_total(who):
        return NOTHING
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    _, what = splitting.split(before)
    claim = awards[0].sum.claim
    return ReadLine((Award(who, what, None, passage, start + offset, end + offset, claim),), False, Shape.LINE)


_MARKED = re.compile(r"\s[-–—]\s|[–—]\s|-\s|:\s|\t|\n|\|")


_SUMMARY = re.compile(
    r"(?P<over>[^£:]{2,60}?)\s*(?:[:–—(|]|\s-)\s*(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:\w+\s+)?(?:grants?|awards?|applications?|recipients|organisations|groups)"
    r"[\s,:;–—=(-]*(?:(?:totalling|worth|in\s+total|total|coming\s+to|amounting\s+to|of|were\s+made|made|awarded)[\s,:]*)*$",
    re.IGNORECASE,
)


_SUM_OF = re.compile(r"\bsums?\s+of\s*$", re.IGNORECASE)
_GIVEN_TO = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:(?:be|is|was|has\s+been|shall\s+be|will\s+be|to\s+be)\s+(?:awarded|granted|given|paid|allocated|made|released)\s+)?to\s+(?:the\s+)?[A-Z0-9]"
)
"""“The sum of £500 to the Guides” is a grant."""


def total_of(text: str, sums: Sequence[Sum]) -> ReadLine | None:
    """Return the total that a line gives, or None if it gives none. “Youth: 3 grants, £5,320” is one, over “Youth”."""
    before = splitting.without_bullet(text[: sums[0].start])
    summary = _SUMMARY.match(before) if len(sums) == 1 else None
    if summary is not None and not text[sums[0].end :].strip(" .;,)"):
        return ReadLine((), False, Shape.TOTAL, sums[0].claim, naming.tidied(summary["over"]))
    if not naming.is_total(before) or (_SUM_OF.search(before) and _GIVEN_TO.match(text, sums[0].end)):
        return None
    who, what = splitting.split(before)
    named = what and not naming.is_finance(who) and not naming.is_of_all_told(before)
    if named or _is_shared_out(text, sums):
        return None
    return ReadLine((), False, Shape.TOTAL, sums[-1].claim if len(sums) == 1 else None, naming.tidied(before))


def _is_shared_out(text: str, sums: Sequence[Sum]) -> bool:
    """Return whether the first sum is what the others come to: “The sum of £900 was split between Guides (£500) and …”."""
    pence = [one.pence for one in sums]
    known = [one for one in pence if one is not None]
    if len(known) < len(pence) or len(known) <= _TWO or 2 * known[0] != sum(known):
        return False
    return _SHARED.search(text, sums[0].end, sums[1].start) is not None


_TWO = 2
_SHARED = re.compile(r"\b(?:split|shared|divided|between|among(?:st)?|to)\b", re.IGNORECASE)


def outcome_alone(text: str, passage: int) -> ReadLine:
    """Return the line of an application that got nothing and names no amount: “Guides – tents – declined”."""
    if not holds_any(text.lower(), _OUTCOME_WORDS):
        return NOTHING
    outcome, words = outcome_of(text)
    nothing = without_nil(text) if outcome is None else None
    if nothing is not None:
        outcome, words = Standing.DECLINED, nothing
    if outcome is None or outcome is Standing.AWARDED:
        return NOTHING
    who, what = splitting.split(words)
    if not naming.is_name(who) or naming.is_generic(who) or len(words) > SHORT:
        return NOTHING
    award = Award(who, what, None, passage, 0, len(text), standing=outcome)
    return ReadLine((award,), False, Shape.OUTCOME)
