"""Whether a sentence about a list gives a sum of other money: what projects are worth, what others put in, what others gave.

“The social value of these projects is put at £35,000” and “£6,000 of match funding came in, so that £26,000 is being spent in
all” are right beneath grants of £20,000: neither says what was given.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.printed.patterns import word_set
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_GIFTS = "grants|awards|donations|gifts|payments"
_NOT_GIVEN = r"(?:(?!\b(?:total\w*|com(?:e|es|ing) to|came to|award\w*|given|granted|makes?)\b)[^£.;:])"
"""Up to a sum, with no word between that would say it to be what was given."""
_WORTH = re.compile(
    r"(?i)\b(?:social|economic|societal|public|community|fiscal|wider|added|human|environmental|cash|combined|overall|total|estimated) "
    r"(?:and \w+ )?(?:benefits?|returns?|impact|savings?|worth)\b"
    r"|\b(?:social|economic|societal|public|fiscal|wider|added|human|environmental|wellbeing|well-being)(?: and \w+)? value\b"
    r"|\bvalue (?:of (?:the )?(?:work|time|help|hours|crime|harm|volunteers?|volunteering|benefits?)|(?:in kind|to|for) (?:the )?(?:\w+ )?(?:public|community|communities|county|area|society|taxpayers?|residents|victims|police|force))\b"
    rf"|\b(?:benefits?|returns?|impact|savings?)\b(?: \w+){{0,3}} (?:of|from|on|by) (?:all )?(?:the|these|this|those|our)(?: [\w’'-]+){{1,3}}?\b{_NOT_GIVEN}{{0,60}}£"
    rf"|\b(?:sav(?:e|es|ed|ing)|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|generat(?:e|es|ed|ing)|return(?:s|ed|ing)?|yield(?:s|ed|ing)?|unlock(?:s|ed|ing)?|lever(?:s|ed|ing|age|ages|aged)?)\b{_NOT_GIVEN}{{0,60}}£"
    r"|£[0-9][0-9,.]*(?:k|m)?(?: \w+){0,3} (?:of|in) (?:\w+ )?(?:benefits?|savings?|value|returns?|harm|costs avoided)\b"
    r"|\bworth £[0-9][0-9,.]*(?:k|m)? to (?:the |our |its )?(?:\w+ )?(?:public|community|communities|county|area|society|taxpayers?|residents|economy|police|force)\b"
    r"|\bwould have cost\b|\bcosts? (?:of \w+ )?avoided\b|\bturnovers?\b"
    r"|\b(?:every|each) (?:pound|£1)\b|£[0-9][0-9,.]*(?:k|m)? in (?:their|its) (?:own )?(?:reserves?|banks?|accounts?)\b"
)
"""What projects are reckoned to bring, spare or turn over."""
_OTHERS_PUT_IN = re.compile(
    r"(?i)\bmatch(?:ed|ing)?\b|\bpartners?\b|\bco-?fund\w*|\b(?:their|its|his|her) own\b|\bother (?:funders|sources|bodies|money|funding)\b|\bcontribut\w*"
    r"|\b(?:councils?|lottery|trusts?|foundations?|charities|groups|partners|sponsors|donors) (?:is |are |will |have |has |had )*(?:add|put|contribut|giv|bring|found|provid)\w*\b|\bin kind\b|\bfundrais\w+|\braised\b"
)
_ALL_SPENT = re.compile(
    r"(?i)\b(?:total|overall|full|whole|combined) (?:\w+ )?(?:investment|spend|spending|cost|costs|outlay|value|package|budget)\b|\binvest(?:ed|ment)\b|\b(?:being|be|is|are|was|were) spent\b|\bspend\w*\b|\bbrings? (?:it |this |that |the )"
    r"|\btak(?:es|ing) (?:it|this|that|the)\b|\bbringing\b|\btotal costs?\b|\bcosts?\b"
)
_MADE = r"made|makes|gave|gives|given|awarded|awards|approved|approves|paid|pays|agreed|granted|handed out|funded|distributed|announced"
_GIVER = re.compile(
    rf"(?:\b(?i:{_GIFTS}|money|sums?|funding|those|what|ones)) (?:(?:that|which) )?((?:(?:the|The|our|its|a|an) )?(?:[\w’'&-]+ ){{1,6}}?)(?:(?:has|have|had|also|itself|then) ){{0,3}}(?:{_MADE})\b"
)
_MADE_BY = re.compile(
    rf"(?i)\b(?:{_GIFTS}|money|sums?|funding|those|ones)(?: (?:{_MADE}))? by (?:the |our |its )?((?:[\w’'&-]+ ?){{1,4}})"
)
_OFFICE = word_set(
    "commissioner commissioner's pcc pcc's pfcc opcc opfcc office mayor deputy panel panel's committee board trustees we he she i they us him her fund"
    " police crime fire and the that which were was is are have has been be being to for in of from under through above listed now all so far"
    " recommended chief executive team group groups projects bodies round scheme programme successful each"
)  # fmt: skip
_WHO = word_set("commissioner commissioner's pcc pfcc opcc opfcc mayor we he she they i")
_NOT_WHO = word_set(
    "to for in of from under through at on with worth above below listed that which were was are is have has had now so recently successfully"
)


def is_worth(text: str) -> bool:
    """Return whether a sentence gives the worth of projects, what they save or turn over, and not what was given to them."""
    return _WORTH.search(text) is not None


def takes_others_in(text: str, at: int) -> bool:
    """Return whether the sum at ``at`` is said to be what is spent in all, in a sentence that tells what others put in."""
    if _OTHERS_PUT_IN.search(text) is None:
        return False
    first = max((match.end() for match in re.finditer(r"[,;:](?![0-9])", text) if match.end() <= at), default=0)
    last = next((match.start() for match in re.finditer(r"[,;:](?![0-9])", text) if match.start() > at), len(text))
    return _ALL_SPENT.search(text, first, last) is not None


def is_of_another_giver(text: str, known: AbstractSet[str]) -> bool:
    """Return whether the grants of a sentence are those of another giver: “The grants the Community Foundation made came to £5”.

    ``known`` are the words that lead to the list: whoever is named there gave it.
    """
    own = _OFFICE | known
    for match in (*_GIVER.finditer(text), *_MADE_BY.finditer(text)):
        who = [word for word in words_of(match[1]) if any(map(str.isalpha, word))]
        if who and (who[0] in _NOT_WHO or (match.re is _MADE_BY and who[0] in own)):
            continue
        if who and _WHO.isdisjoint(who) and not set(who) <= own:
            return True
    return False
