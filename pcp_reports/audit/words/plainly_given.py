"""Whether a sentence plainly tells of the grant of one body: “£8,105 went to Elm Club”, “Elm Club was awarded £8,105 for tents”.

A sum near a name may be anything: what several have between them, a salary, a loan, what another giver gave, what the
body itself gave to others. So only a sentence that is built in one of few ways is taken, and that says nothing besides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.doubt import is_of_another_time
from pcp_reports.audit.words.givers import names_another
from pcp_reports.audit.words.names import months_of, years_of
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Passage

_SUM = "\x01"
_NAME = "\x02"
_OFFICE = r"(?:(?:the |our |your |his |her )?(?:(?:deputy )?(?:police(?:,? (?:fire )?(?:and|&) crime)?|pfcc|pcc|crime)? ?commissioner|pf?cc|opf?cc|mayor|office|panel|fund)|we|i|she|he|they)"
_GIVE = r"(?:award(?:s|ed)?|grant(?:s|ed)?|giv(?:e|es|en)|gave|provide[sd]?|allocate[sd]?|approve[sd]?|agree[sd]?)"
_WAS = r"(?:(?:has|have|had|will|is to|was|were|is|are|be|been|being|also|recently|successfully) )"
_GOT = (
    rf"(?:{_WAS}*(?:was|were|is|are|be|been|being) (?:also |recently |successfully )*(?:awarded|given|granted|allocated)"
    rf"|{_WAS}*(?:receive[sd]?|gets?|got))"
)
_A_GRANT = r"(?:(?:a |an |the |its |their |our )?(?:(?:small |community |one-off |single )?(?:grants?|awards?|funding|donation|sum|total)) (?:of |worth |for )?|an? |the |its )?"
_GRANT = r"(?:the |a |an |our |its )?(?:\w+ ){0,2}?(?:grant|award|donation|funding)"
_LARGEST = r"(?:the |one of the |a |an )?(?:single )?(?:largest|biggest|highest|smallest|second largest|main|top)(?: (?:single )?(?:grant|award|sum|one|amount)s?)?(?: of (?:the|all) \w+(?: \w+)?| but one)*(?: was| is|,|:| of|, of)* "
_PLANNED = r"(?:it (?:is|was) (?:proposed|agreed|resolved|decided|recommended) (?:to|that)|to|(?:resolved|agreed|recommended)[:,]? (?:that|to))"
_BE_GIVEN = r"(?: (?:be|is|was|has been|have been|were|will be) (?:awarded|given|granted|allocated|paid)| went| goes| is going| has gone| will go)?"
_TO = rf"{_SUM}{_BE_GIVEN} (?:to|for) (?:the )?{_NAME}"
_FORMS = tuple(
    re.compile(rf"^(?:{form})", re.IGNORECASE)
    for form in (
        # “£5 went to Elm Club”, “The largest, £5 to Elm Club”, “A grant of £5 to Elm Club”
        rf"(?:{_LARGEST}|{_GRANT} (?:of|worth) )?{_TO}",
        rf"{_GRANT} to (?:the )?{_NAME} (?:of|was|is|worth|came to|for) {_SUM}",
        # “The Commissioner gave £5 to Elm Club”, “It is proposed to give Elm Club £5”
        rf"(?:{_OFFICE} (?:has |have |had |also |will |is to )*|{_PLANNED} ){_GIVE} {_A_GRANT}{_TO}",
        rf"(?:{_OFFICE} (?:has |have |had |also |will |is to )*|{_PLANNED} ){_GIVE} (?:the )?{_NAME} {_A_GRANT}{_SUM}",
        # “Elm Club got £5”, “We met Elm Club, who got £5”
        rf"(?:{_OFFICE} (?:has |have )?(?:visited|met|went to|called on) )?(?:the )?{_NAME},?(?: (?:who|which))? {_GOT} {_A_GRANT}{_SUM}",
        rf"(?:the )?{_NAME}(?:['’]s?)? (?:grant|award) (?:of|is|was|came to|comes to) {_SUM}",
        rf"(?:the )?{_NAME} (?:will |is to |has |have |is |plans to )*(?:use[sd]?|using|put(?:ting)?|spen[dt]s?|spending) (?:its|their) (?:grant of |award of )?{_SUM}",
        # “Elm Club: £5 for tents”, “Elm Club (£5)”
        rf"(?:the )?{_NAME} ?[:–—(-] ?(?:(?:{_PLANNED} )(?:pay|give|award) |a grant of )?{_SUM}",
    )
)
_GOES_ON = re.compile(
    r"\)?(?:,? (?:in funding|of funding|funding|grant|award|as a grant))?"
    r"(?:[.;:]?\s*$|;|[.,)]?,? (?:for|to|towards?|as|so|which|who|will|pays|paid|is|was|so that)\b|\) )"
)
_RELATIVE = re.compile(
    rf"(?i)(?:the )?{_NAME},? (?:who|which) [^,;]*{_SUM}, [a-z]+s\b"
)  # “Elm Club, which got £5, runs …”
_ANOTHER = re.compile(
    r"(?i)\b(?:instal\w+|tranche|initial\w*|original\w*|previous\w*|request\w*|appl(?:y|ied|ication)\w*|sought|instead|revised|amended|correct\w*"
    r"|declin\w+|refus\w+|reject\w*|withdr\w+|return(?:ed|s)|repa(?:y|id)|hand\w* back|loans?|loaned|lent|lottery|ministry|moj|home office|government|high sheriff"
    r"|offer(?:ed|s)?|hoped?|hoping|would|could|might|may be|if|from £)\b"
)
"""That a sum is another than that of the grant, wherever its sentence says so."""
_OF_OTHERS = re.compile(
    r"(?i)\b(?:between|together|altogether|both|combined|shar(?:e|es|ed|ing)|joint\w*|average|mean|median|includ\w+|such as|among(?:st)?|costs?|salar(?:y|ies)|wages?|rent(?:al|ed)?|leas\w+"
    r"|turnover|income|reserves?|other|different|core|part of|half|rest|annual\w*|a year|per (?:year|annum)|way of|insur\w+|damages|compensation|fees?|invoice\w*|own|first|last|old|earlier|later|since|once|in kind"
    r"|second|third|next|another|further|additional|extra|also|again|already|phase|quarter|balance|remain\w*|match\w*|budget\w*|bid|rais\w+|increas\w+|reduc\w+|total\w*|not|contract\w*|should|separate\w*)\b"
)
"""The same outside of what the money is for: “so that they fish together” has no share in a sum."""
_PURPOSE = re.compile(r"(?i)\b(?:for|towards?|so that|so as|to) (?!(?:the )?" + _NAME + r")")
_CLOSES = re.compile(r", [a-z]+s\b")  # “The largest, £5 to Elm Club, follows …”, “Elm Club, which got £5, runs …”
_OF_OTHER_MONEY = re.compile(
    r"(?i)\b(?:costs?|budgets?|salar\w+|spend\w*|spent|expenditure|bids?|appl(?:y|ied|ications?)|request\w*|asked|sought|contracts?|lottery|loans?|match\w*|income|declin\w+|unsuccessful|rejected|withdrawn|reserves?|rents?|accounts?|turnover)\b"
)
_BETWEEN_CLAUSES = re.compile(r"(?:;|,)? (?:and|while|but) |; |, ")


def is_plainly_given(
    sentence: str, name: str, start: int, end: int, about: Iterable[str], before: Sequence[str] = ()
) -> bool:
    """Return whether a sentence says that this office gave the sum at ``start`` to a body, and nothing of any other money.

    ``about`` are the words about the list that has the body's grant, ``before`` those above the sentence: its heading, what
    stands before it in its paragraph.
    """
    masked = _masked(sentence, name, start, end)
    if masked is None:
        return False
    form = next((found for found in (one.match(masked) for one in _FORMS) if found is not None), None)
    if form is None or _ANOTHER.search(masked):
        return False
    purpose = _PURPOSE.search(masked, form.end())
    if _OF_OTHERS.search(masked, 0, purpose.start() if purpose is not None else len(masked)):
        return False
    apart = "," in form[0] and _CLOSES.match(masked, form.end()) is not None
    if not apart and _GOES_ON.match(masked, form.end()) is None:
        return False
    known = tuple(about)
    told = (*before, masked)
    if any(is_of_another_time(_NOW.sub(" ", one)) or names_another(_plain(one), known) for one in told):
        return False
    if _BARE.match(masked) and any(_OF_OTHER_MONEY.search(one) for one in before):
        return False
    own = " ".join(known)
    return _agree(years_of(" ".join(told)), years_of(own)) and _agree(
        months_of(" ".join((*before, masked[: form.end()]))), months_of(own)
    )


def words_over(passages: Sequence[Passage], at: int) -> tuple[str, ...]:
    """Return what a passage stands under: the heading nearest above, and what leads to its list where it is an item of one."""
    found: list[str] = []
    in_list = passages[at].sort is Sort.ITEM
    for one in reversed(passages[max(0, at - _FURTHEST) : at]):
        if one.sort in (Sort.HEADING, Sort.TITLE):
            return (one.text, *found)
        if in_list and one.sort is not Sort.ITEM:
            found.append(one.text)
            in_list = False
    return tuple(found)


def about_round(passages: Sequence[Passage], one: Round) -> tuple[str, ...]:
    """Return the words about a list: what leads to it, the headings of its strands, and the heading that it stands under."""
    first = one.awards[0].passage if one.awards else 0
    heads = [passages[group.heading].text for group in one.groups if group.heading >= 0]
    return (*(passages[at].text for at in one.lead), *heads, *words_over(passages, first)[:1])


_FURTHEST = 40  # passages
_BARE = re.compile(rf"(?i)^(?:the )?{_NAME} ?[:–—(-] ?(?:a grant of )?{_SUM}")
_NOW = re.compile(r'(?i)[“”"?]|\bsince (?:the|our|its) (?:last|previous) (?:meeting|board|panel|report|update|paper)\b')


def _plain(text: str) -> str:
    return text.replace(_NAME, "it").replace(_SUM, "£1")


def _masked(sentence: str, name: str, start: int, end: int) -> str | None:
    """Return the clause of a sentence that has the sum, with marks for that and the name; None where the name is not in it."""
    words = re.findall(r"\w+", name.casefold())
    if not words:
        return None
    pattern = re.compile(r"(?<!\w)" + r"\W+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)
    text = f"{sentence[:start]}{_SUM}{sentence[end:]}"
    text, named = pattern.subn(_NAME, text)
    if not named:
        return None
    clause = _own_clause(" ".join(text.split()).strip(" -–—•*"))
    return clause if clause is not None and _NAME in clause and "£" not in clause else None


def _own_clause(text: str) -> str | None:
    """Return the clause with the mark of the sum, without those that have sums of others: “… got £4 and Elm Club got £5”."""
    if "£" not in text:
        return text
    at = text.index(_SUM)
    before = text.rfind("£", 0, at)
    if "£" in text[at:]:
        return None
    parts = list(_BETWEEN_CLAUSES.finditer(text, max(before, 0), at))
    return text[parts[-1].end() :] if parts else None


def _agree(told: Iterable[int], own: Iterable[int]) -> bool:
    return set(told) <= set(own)
