"""Why a figure that the lines do not bear out may still be right: lines that were not read, or grants told of in passing.

What is read of somebody else's paper may be less than stands in it; a figure is accused only where all was read.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.counting import ways_of
from pcp_reports.audit.weighing.causes import explained
from pcp_reports.audit.words.figures import is_to_the_penny
from pcp_reports.explaining.parts import CauseKind
from pcp_reports.judging import Verdict, judge
from pcp_reports.money import Money

if TYPE_CHECKING:
    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.claims.telling import Telling
    from pcp_reports.audit.found import Round
    from pcp_reports.stated.judged import Judged

UNREAD = "a line of the list could not be read"
_CERTAIN = (CauseKind.SWAPPED, CauseKind.APART, CauseKind.POINT)
_LONG = 5  # lines; a shorter list may have a number by chance
_FEW_PARTS = 2  # a list of less than half of what is said was hardly read in full


def not_to_be_held_against(one: Round, heard: Heard, found: Judged, told: Telling) -> str:
    """Return why a claim that the lines do not bear out cannot be judged, as a clause; nothing where it can.

    Grants beside a list that are no lines of it can make its total too small, never too large.
    """
    if one.struck:
        return "words of the list, or beside it, are struck through"
    if one.unread and not found.covers and not (found.total is not None and found.total.verdict is Verdict.AGREES):
        last = max(award.passage for award in one.awards)
        if any(index <= last for index in one.unread) or (_says_more(found) and not _is_counted_in_full(one, told)):
            return UNREAD
    if _gap(found) and any(total.claim.value == _gap(found) for total in one.totals):
        return "what looks like a total in the list may be a grant"
    other = _other_money(found, told)
    if other:
        return other
    if told.goes_on and not found.covers and _says_more(found):
        return "more grants are told of behind the list"
    if _is_far_short(found) and not _is_explained(found, told):
        return "the list has much less than is said, so that some of it was perhaps not read"
    if (
        one.told
        and (heard.passage, heard.offset) not in one.proven
        and not heard.back
        and not heard.holds
        and not _counts_fit(one, told)
        and not _comes_to_it(one, told)
        and _says_more(found)
    ):
        return "the grants are told of in the text, perhaps not all of them"
    return ""


def _other_money(found: Judged, told: Telling) -> str:
    """Return that a sum is said to be what there was to give, or that what it is out by stands beside the list; else nothing."""
    said = found.claim.total_said
    if said is not None and _gap(found) > 0 and _TO_GIVE.match(said.behind):
        return "it may be what there was to give"
    if not found.covers and _is_named_beside(_gap(found), told.text.text):
        return f"{Money(int(_gap(found) * 100))}, by which it differs, is named beside the list"
    return ""


def _is_named_beside(gap: Decimal, text: str) -> bool:
    """Return whether the words about a list give the very sum by which more is said, and do not say that it was withdrawn."""
    shown = str(Money(int(gap * 100)))
    at = text.find(shown) if gap > 0 else -1
    if at < 0 or text[at + len(shown) :][:2].lstrip(",.")[:1].isdigit():
        return False
    first, stop = text.rfind(".", 0, at), text.find(".", at)
    if _A_PIECE.match(text, at + len(shown)) is not None or _EACH_GOT.search(text, max(first, 0), at) is not None:
        return False  # “grants of £750 each” give the size of those listed
    return _NOT_GIVEN.search(text[max(first, 0) : stop if stop > 0 else len(text)]) is None


_NOT_GIVEN = re.compile(
    r"(?i)\b(?:withdr\w+|returned|declined|refused|rejected|turned down|unsuccessful|handed back|stays|left|leav(?:es?|ing)|remain\w*|asked|requested|costs?|budget|applied|raised?|put in|puts in|adds?|added|itself|themselves|own|match\w*|pays?|paid)\b"
)


_TO_GIVE = re.compile(
    r"(?i)\s*(?:(?:that|which) )?(?:(?:is|was|were|are|had|has|have|been|still|now|made) ){0,3}(?:available|set aside|budgeted|earmarked|to give|to be given|to spend)\b"
)
_EACH_GOT = re.compile(r"(?i)\beach\b[^£.;]{0,80}$")
_A_PIECE = re.compile(
    r"(?i)(?:\.00)?\s*[,(]?\s*(?:each|apiece|per (?!cent)\w+|(?:a|for each|to each|for every) (?:grant|group|club|project|recipient|body|school|organisation|team)\b"
    r"|(?:to|for) (?:each|every|all)\b)"
)


def _gap(found: Judged) -> Decimal:
    """Return by how many pounds more is said than the lines come to; 0 where no total disagrees."""
    total = found.claim.total
    if total is None or total.value is None or found.total is None or not found.total.verdict.is_wrong:
        return Decimal(0)
    return total.value - Decimal(found.over.total.pence) / 100


def _more(found: Judged) -> int:
    """Return how many more are said than there are lines; 0 where no count disagrees."""
    count = found.claim.count
    if count is None or count.value is None or found.count is None or not found.count.verdict.is_wrong:
        return 0
    return int(count.value) - max(found.over.grants, found.over.projects)


def _says_more(found: Judged) -> bool:
    return _gap(found) > 0 or _more(found) > 0


def _is_far_short(found: Judged) -> bool:
    """Return whether the lines come to less than half of what is said, in sum as in number where both are said."""
    total, count = found.claim.total, found.claim.count
    over = Decimal(found.over.total.pence) / 100
    short_sum = total is not None and _gap(found) > 0 and _gap(found) + over > _FEW_PARTS * over
    short_number = count is not None and _more(found) >= max(found.over.grants, found.over.projects)
    if total is not None and count is not None and found.total is not None and found.count is not None:
        return (short_sum and _more(found) > 0) or (short_number and _gap(found) > 0)
    return short_sum or short_number


def _is_explained(found: Judged, told: Telling) -> bool:
    """Return whether digits changed round, or lines beside the list that got nothing, bear out a figure to the penny."""
    return any(cause.kind in _CERTAIN and not cause.choice for cause in explained(told, found).causes)


def _is_counted_in_full(one: Round, told: Telling) -> bool:
    """Return whether the words that lead to a list give as many as were read: what stands behind it is none of them."""
    return any(
        heard.leading and heard.claim.firm and not heard.claim.covers
        and heard.claim.count is not None and heard.claim.count.value == len(one.awards)
        for heard in told.heard
    )  # fmt: skip


def is_whole(one: Round, told: Telling) -> bool:
    """Return whether a sentence gives as many as were read and, with it, a sum that they come to: then nothing is left out.

    “Nearly £8,000 went to ten groups. Among those who received cheques were” ten that come to £7,940.
    """
    lines, pence = len(one.awards), told.summed.whole.sum.total.pence
    return lines >= _LONG and any(
        heard.claim.count is not None and heard.claim.count.value == lines and not heard.bare
        and heard.claim.total is not None and judge(heard.claim.total, Decimal(pence) / 100).verdict.is_sound
        for heard in told.heard
    )  # fmt: skip


def _comes_to_it(one: Round, told: Telling) -> bool:
    """Return whether the text gives to the penny what the grants that were read come to, so that none is missing."""
    pence = told.summed.whole.sum.total.pence
    return len(one.awards) >= _LONG and any(
        heard.claim.total is not None and not heard.bare and is_to_the_penny(heard.claim.total, pence)
        for heard in told.heard
    )


def _counts_fit(one: Round, told: Telling) -> bool:
    """Return whether the text gives as many as were read, by any way of counting them, so that none is missing."""
    numbers = ways_of(one.awards)
    return any(
        heard.claim.count is not None and heard.claim.count.value in numbers and not heard.bare for heard in told.heard
    )
