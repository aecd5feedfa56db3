"""Several grants in one sentence: “Guides (£500), Scouts (£600) and the Salvation Army (£700)”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines.amounts.outcomes import fate_behind
from pcp_reports.audit.lines.amounts.payment import payment_of
from pcp_reports.audit.lines.amounts.roles import Role
from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.lines.names.asking import tells_of_asking
from pcp_reports.audit.lines.names.before_verb import ON_THE_WAY
from pcp_reports.audit.lines.names.plain_bodies import plain_body
from pcp_reports.audit.lines.several.small_names import small_names
from pcp_reports.audit.lines.single.forms import Item, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.amounts.payment import Payment
    from pcp_reports.audit.lines.amounts.roles import Cast

SPEAKS = re.compile(
    r"\b(?:grants?|award(?:s|ed|ing)?|granted|fund(?:ing|ed|s)?|given|gave|receiv(?:ed|ing|e|es)|allocated|successful|recipients?|donat(?:ed|ions?)|grantiau|rhoddwyd|rhodd(?:odd|ion)|dyfarnwyd|derbyniodd|dyrannwyd|applicants?|supported|agreed|approved|benefit(?:s|t?ed|t?ing)|beneficiar(?:y|ies)|(?:goes|go|going|went|gone)\s+to\s+(?:the\s+)?(?=(?-i:[A-Z])))\b",
    re.IGNORECASE,
)
"""The words that tell of grants before a list of them."""

_LEAD = re.compile(
    r"^.*(?:\b(?:were|was|are|been|is|be|being)\s+(?:also\s+)?(?:made|awarded|given|provided|allocated|granted|paid|approved|announced|agreed|distributed|offered)\s+to(?:\s*:)?"
    r"|\b(?:agreed|resolved|decided|voted|recommended)\s+to\s+(?:grant|award|give|pay|donate|allocate)(?:\s+to)?|\b(?:grants?|awards?|funding|donations?|money|payments?)\s+(?:made\s+|given\s+|awarded\s+|went\s+)?to(?:\s*:)?|\bincluding(?:\s*:)?|\bsuch\s+as(?:\s*:)?|\bfor\s+example,?|\bnamely,?|\b(?:include|includes|included)(?:\s*:)?|\b(?:went|goes|go|going|gone|off)\s+(?:\w+\s+){0,3}?to|\b(?:split|shared|divided)\s+(?:\w+\s+)?(?:between|among|amongst)(?:\s*:)?|\bgroups,|\bas\s+follows\s*[:–-]?|\bto\s*:"
    r"|\b(?:grantiau|rhoddwyd|dyfarnwyd|dyrannwyd|arian|rhoddion)\s+(?:\w+\s+){0,2}?i\b(?:\s*:)?|\b(?:awarded|given|gave|granted|made|provided|supported|funded|awarding|funding)(?:\s+to)?(?:\s*:)?|(?<!['’])\b(?:were|are|namely|through|is|was)\s*[:–-]?|:)\s+",
    re.DOTALL,
)
_FRONT_LEAD = re.compile(
    r"(?:^|[:;,–—]\s*|\bthere\s+(?:was|is|were|will\s+be)\s+|\b(?:awarded|gave|granted|made|provided|allocated|approved|with|including|includes?|included|comprises|of|paid|were|are|and|agreed|offered|donated|that|rhoddwyd|dyfarnwyd|dyrannwyd|rhoi|this,?|these,?|give[sn]?|has|have)\s+(?:a\s+|the\s+)?(?:grants?\s+of\s+|sums?\s+of\s+|awards?\s+of\s+)?|\b(?:grants?|awards?|sums?)\s+of\s+)$",
    re.IGNORECASE,
)
_A_DEPARTMENT_GAVE = re.compile(
    r"\b(?:home\s+office|government|ministry(?:\s+of\s+justice)?|treasury|lottery|moj|mhclg|dluhc)\s+(?:(?:has|have|had|will|also|then|again)\s+)*(?:given|gave|give|awarded|granted|allocated|allotted|paid|provided|offered|made)\b[^.;:]*$",
    re.IGNORECASE,
)
"""What a department gives is what an office or a county gets: no grant of this paper."""

_WINDOW = 120
_JOINED = re.compile(
    r"^[\s)\],;.]*(?:(?:and|ac?(?=\s(?:yr?\s|[A-Z]))|with|while|plus|as\s+well\s+as|also|&)\s+)*", re.IGNORECASE
)
_OFF = re.compile(
    r"[\s,;:(\[–—-]*(?:(?<![\w’'-])(?:and|ac?|with|while|plus|(?:(?:an?|the)\s+)?(?:further\s+)?(?:grants?|sums?|awards?)\s+of|of)\s+)*[\s,;:(\[]*$",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"(?:[,;]?\s+(?:who|which|that)(?=\s))?\s*(?:(?:was|were|is|are|has|have|had|been|be|also|each|will|to|both)\s+)*(?:received|receives?|receiving|awarded|granted|given|got|gets|secured|allocated|paid|getting|benefitt?ed\s+(?:from|to\s+the\s+tune(?:\s+of)?))(?:\s+(?:a|the|grants?|of|sums?))*(?:\s+for\s+[a-z][a-z-]*(?:\s[a-z-]+){0,4}(?:\s+of)?)?\s*$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^\s*,?\s*(?:from\s+[^,;£]{2,60}?\s(?=to\s))?(?:(?:was|were|is|has|had|have|been|also|will|be|each|apiece|yr\s+un|[a-z]+ly)\s+)*(?:awarded|given|granted|went|goes|going|gone|go|made|paid|provided|allocated)?\s*(?:\w+ly\s+)?(?:to|for|i(?:['’]r)?)\s+",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*[;,.](?![0-9])\s*(?:and\s+|with\s+|plus\s+|while\s+|also\s+)?|\s+(?:and|while|whilst)\s+|\s+[–—-]\s+|\)\s*"
)
_RESPECTIVELY = re.compile(r"\brespectively\b|\byn y drefn honno\b", re.IGNORECASE)
_FOR = re.compile(r"^\s*[),:–—-]*\s*(?:for|to|towards?|in\s+order)\b", re.IGNORECASE)


def lead_of(chunk: str) -> int:
    """Return how many characters lead up to the name that ends where the first amount begins; 0 where none do.

    “The winners this time are Guides (£500); Scouts (£600)”: the name alone is who gets the first amount.
    """
    words = _OFF.sub("", chunk)
    if naming.is_name(words) and _VERB_TO_NAME.search(words) is None:
        return 0
    for match in reversed(list(_VERB_TO_NAME.finditer(words))):
        if naming.is_name(words[match.end() :]):
            return match.end()
    return 0


_VERB_TO_NAME = re.compile(
    r"[a-z]\s+(?:are|were|is|was|include[sd]?|to|helped|helps|supports?|supported|funds?|funded|namely|following)(?:\s*:)?\s+(?:the\s+)?(?=[A-Z0-9])"
)


def items_in(text: str, casts: Sequence[Cast]) -> tuple[Item, ...]:
    """Return the grants of a sentence that lists several, or none where it cannot be told which is whose."""
    listed = [one for one in casts if one.role in (Role.AWARD, Role.PART)]
    behind = [one for one in casts if listed and one.start >= listed[-1].end]
    ends = [
        one.start
        for one in behind
        if one.role is Role.TOTAL or (one.role is Role.ASIDE and "(" not in text[listed[-1].end : one.start])
    ]
    text = text[: min(ends)] if ends else text
    return (
        _listed(text, listed)
        or _listed(text, _without_total(listed))
        or (_listed(text, listed[1:]) if _is_led(text, listed) else ())
        or tuple(
            _item(text, one, who, splitting.purpose_behind(what), sure=True)
            for one, (who, what) in zip(listed, small_names(text, listed), strict=False)
        )
    )


def _listed(text: str, casts: Sequence[Cast]) -> tuple[Item, ...]:
    if len(casts) < 2:  # noqa: PLR2004 - one alone is no list
        return ()
    text = _with_verb(text, casts)
    sure = SPEAKS.search(text) is not None or _each_with_purpose(text, casts)
    return _respectively(text, casts) or _amounts_first(text, casts, sure=sure) or _names_first(text, casts, sure=sure)


def _each_with_purpose(text: str, casts: Sequence[Cast]) -> bool:
    """Return whether each of three sums at least says in its brackets what it is for: “Guides (£250 towards tents), …”."""
    return (
        len(casts) > 2  # noqa: PLR2004 - parallel parts
        and all(text[: one.start].endswith("(") and _BRACKET_FOR.match(text, one.end) is not None for one in casts)
    )


def _with_verb(text: str, casts: Sequence[Cast]) -> str:
    """Return the text with “got” for the “had” that stands in front of the first of three sums at least, each with a purpose.

    “The Guides had £500 for tents, Scouts £600 for canoes and Cubs £300 for a climb”: the verb is said once for all of them.
    """
    had = _HAD.search(text, 0, casts[0].start)
    if had is None or ". " in text[: had.start()] or len(casts) <= 2:  # noqa: PLR2004 - parallel parts
        return text
    if not all(_PLAIN_FOR.match(text, one.end) for one in casts):
        return text
    return f"{text[: had.start()]}{'got':<{had.end() - had.start()}}{text[had.end() :]}"


_HAD = re.compile(r"\b(?:had|has|have|will have|is to have|are to have|took|drew)(?=\s$)")
_PLAIN_FOR = re.compile(r"\s+(?:for|towards?|to)\s+(?=[a-z0-9“\"‘'])")
_BRACKET_FOR = re.compile(r"\s*,?\s+(?:for|towards?)\s+[^()£]{2,160}\)")


def _is_led(text: str, casts: Sequence[Cast]) -> bool:
    """Return whether the first sum is that of a lead: “Four grants, £8,140: Guides (£640), …”."""
    if len(casts) <= 2:  # noqa: PLR2004 - a lead and two
        return False
    bracketed = all(_OPENED.search(text, 0, one.start) and text[one.end : one.end + 1] == ")" for one in casts[1:])
    one_name = "," not in text[casts[0].end : casts[1].start]
    shared = bracketed and one_name and _SHARED.match(text, casts[0].end) is not None
    return shared or _LEADS_IN.search(text, casts[0].end, casts[1].start) is not None


_OPENED = re.compile(r"\(\s*$")
_SHARED = re.compile(
    r"\s+(?:(?:was|were|is|has\s+been)\s+)?(?:shared|split|divided|awarded|given|granted|distributed|allocated)?\s*(?:between|among|amongst|to)\s+(?:the\s+)?(?=[A-Z0-9])"
)
"""Behind a sum, words that part it among those who follow, each with a sum of their own in brackets."""

_LEADS_IN = re.compile(
    r":|\b(?:including|includes?|included|such\s+as|namely|for\s+example|e\.g\.|among\s+them|comprising|(?:these|they|which)\s+(?:were|are)|following|(?:groups|organisations|projects|charities|clubs|recipients),)",
    re.IGNORECASE,
)
"""What stands between the sum of a lead and the first grant of the list that it leads to."""


def _without_total(casts: Sequence[Cast]) -> Sequence[Cast]:
    """Return the sums without the first or last where that is the total of all others, and none where neither is."""
    pence = [one.sum.pence for one in casts]
    known = [one for one in pence if one is not None]
    if len(known) == len(pence) > 2:  # noqa: PLR2004 - a total of two at least
        if 2 * known[0] == sum(known):
            return casts[1:]
        if 2 * known[-1] == sum(known):
            return casts[:-1]
    return ()


def _respectively(text: str, casts: Sequence[Cast]) -> tuple[Item, ...]:
    """Return the grants of “Guides and Scouts received £500 and £600 respectively”."""
    if _RESPECTIVELY.search(text) is None:
        return ()
    first, last = casts[0].sum, casts[-1].sum
    ahead = _LEAD.sub("", _OFF.sub("", text[: first.start]))
    names = naming.several(_VERBS.sub("", _OFF.sub("", text[: first.start]))) or naming.several(ahead)
    purpose = ""
    if names is None:
        behind = _RESPECTIVELY.sub("", text[last.end :])
        behind = _TO.sub("", behind).strip(" .,;")
        cut = re.search(r"\s+(?=(?:for|towards)\s)", behind)
        names = naming.several(behind[: cut.start()] if cut else behind)
        purpose = splitting.purpose_behind(behind[cut.end() :]) if cut else ""
    else:
        rest = _RESPECTIVELY.sub("", text[last.end :])
        purpose = splitting.purpose_behind(rest) if _FOR.match(rest) else ""
    if names is None or len(names) != len(casts):
        return ()
    return tuple(_item(text, one, name, purpose, sure=True) for one, name in zip(casts, names, strict=True) if name)


def _item(text: str, one: Cast, name: str, purpose: str, *, sure: bool) -> Item:
    payment = payment_of(text, [one])
    assert payment is not None  # noqa: S101 - one sum in the role of an award always is one
    return Item(name, purpose, payment, Standing.AWARDED, Shape.LIST, sure)


def _amounts_first(text: str, casts: Sequence[Cast], *, sure: bool) -> tuple[Item, ...]:
    """Return the grants of “£500 to the Guides, £600 to the Scouts and £700 to the Brownies”."""
    ahead = text[: casts[0].start]
    if _FRONT_LEAD.search(ahead) is None or _A_DEPARTMENT_GAVE.search(ahead[-_WINDOW:]) is not None:
        return ()
    found: list[Item] = []
    for number, one in enumerate(casts):
        chunk = text[one.end : casts[number + 1].start if number + 1 < len(casts) else len(text)]
        behind = _TO.match(chunk)
        if behind is None:
            return ()
        words = _OFF.sub("", chunk[behind.end() :]).rstrip(" .")
        words = _WERE_GIVEN.sub("", words) if number + 1 == len(casts) else words
        who, what = _who_for(words)
        plain = plain_body(f"to {words}") if found and not _is_recipient(who) else None
        who, what = plain or (who, what)
        if plain is None and not _is_recipient(who):
            return ()
        found.append(_item(text, one, who, what, sure=sure))
    return tuple(found)


_WERE_GIVEN = re.compile(
    r",?\s+(?:were|was|are|is|have\s+been|has\s+been)\s+(?:all\s+|also\s+)?(?:awarded|made|given|granted|paid|agreed|approved)\b[\s,;.]*$"
)


def _who_for(words: str) -> tuple[str, str]:
    """Return who and what for of “the Guides for tents”."""
    cut = re.search(
        rf",?\s+(?=(?:for|towards?|to)\s+(?:[a-z0-9“\"‘']|the\s|{splitting.THINGS}(?:\s+[a-z]|\s*$)))|\s+[–—-]\s+|[:;]\s|,\s+(?=[a-z])|\s+\((?=for\s|[^()]*£)",
        words,
    )
    if cut is None:
        return naming.without_article(naming.tidied(words)), ""
    return naming.without_article(naming.tidied(words[: cut.start()])), splitting.purpose_behind(words[cut.end() :])


def _is_recipient(who: str) -> bool:
    return (
        naming.is_name(who)
        and not tells_of_asking(who)
        and not naming.is_generic(who)
        and not naming.is_finance(who)
        and not naming.is_own_office(who)
        and not naming.is_total(who)
    )


def _names_first(text: str, casts: Sequence[Cast], *, sure: bool) -> tuple[Item, ...]:
    """Return the grants of “Guides (£500), Scouts (£600) and the Salvation Army (£700)”."""
    names: list[str] = []
    purposes = [""] * len(casts)
    fates: list[Standing | None] = [None] * len(casts)
    for number, one in enumerate(casts):
        chunk = text[casts[number - 1].end if number else 0 : one.start]
        if _COUNTED_BESIDE.match(text, one.end):
            return ()
        if number:
            fates[number - 1], chunk = fate_behind(chunk)
        if number == 0:
            name = _first_name(chunk)
        else:
            purposes[number - 1], name = _next_name(chunk)
        if not _is_recipient(name):
            return ()
        names.append(name)
    fates[-1], rest = fate_behind(text[casts[-1].end :])
    tail = rest.strip(" .;)]")
    if tail and _FOR.match(tail) and "£" not in tail:
        purposes[-1] = splitting.purpose_behind(tail)
    payments: list[Payment | None] = [payment_of(text, [one]) for one in casts]
    if None in payments:
        return ()
    return tuple(
        replace(_item(text, one, name, what, sure=sure), standing=fate or Standing.AWARDED)
        for one, name, what, fate in zip(casts, names, purposes, fates, strict=True)
    )


_COUNTED_BESIDE = re.compile(r"\s+and\s+[0-9]+(?:\s+(?!(?:st|nd|rd|th)\b)[a-z]+)?\s*[),]")
"""Behind a sum, what else there was of it: “£900 and 6 arrests” is no grant."""


def _first_name(chunk: str) -> str:
    """Return the name that ends where the first amount begins, without the lead before it."""
    words = ON_THE_WAY.sub("", _OFF.sub("", chunk))
    words = _ASIDE.sub("", _VERBS.sub("", words))
    while (lead := _LEAD.match(words[:1].lower() + words[1:])) is not None:
        if lead.end() < len(words) and lead[0].strip().isalpha() and naming.is_name(words):
            break  # “Awarded Youth CIC” is a name
        words = words[lead.end() :]
    given = _OUT_OF.match(words)
    words = words if given is None else words[given.end() :]
    return naming.without_article(naming.tidied(words))


_ASIDE = re.compile(r"\s[–—-]\s[^–—]{3,80}\s[–—-]\s*$")
"""What is told of a name between dashes: “Guides – a troop near Ferris – received …”."""

_OUT_OF = re.compile(
    r"£[0-9][0-9,.]*(?:k|m)?\s+(?:(?:from|out\s+of)\s+[^£:;.]{3,80}?\s)?(?:to|between|among)\s+(?:the\s+)?(?=[A-Z0-9])"
)
"""“£300 from the Night Fund to” before the first of several names: the sum that all of them share."""


def _closing_of(chunk: str) -> int:
    """Return where the bracket ends that was opened before a sum: “(£150 towards books and music), Guides”; -1 for none."""
    depth = 0
    for at, char in enumerate(chunk):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return at
    return -1


def _next_name(chunk: str) -> tuple[str, str]:
    """Return the purpose of the amount before, and the name that stands before the next amount."""
    closing = _closing_of(chunk)
    if closing > 0:
        name = naming.without_article(naming.tidied(_JOINED.sub("", _OFF.sub("", chunk[closing:]), count=1)))
        if naming.is_name(name) and _FOR.match(chunk):
            return splitting.purpose_behind(chunk[:closing]), name
    words = _VERBS.sub("", _OFF.sub("", chunk))
    if not _FOR.match(words):
        joined = _JOINED.match(words)
        rest = words[joined.end() :] if joined is not None else words
        if rest != words or chunk[:1] in ",;)":
            name = naming.without_article(naming.tidied(rest))
            if naming.is_name(name):
                return "", name
    for match in _CUT.finditer(words):
        name = naming.without_article(naming.tidied(words[match.end() :]))
        if naming.is_name(name) and words[match.end() :].strip():
            return splitting.purpose_behind(words[: match.start()]), name
    return "", ""
