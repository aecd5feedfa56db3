"""A line whose parts are divided by dashes, brackets, tabs or blanks: who, what for."""

from __future__ import annotations

import re

from pcp_reports.audit.lines.amounts.masks import MARK
from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.lines.names.before_verb import ON_THE_WAY
from pcp_reports.audit.lines.single.sentences import FOR_NAME, TO, name_behind

_TIGHT = re.compile(rf"(?:[-–—―:;,|/\t\n=(…]|\.{{2,}}|\s{{2,}}|_{{3,}}|\s-{{1,3}})\s*{MARK}")
_TIGHT_BEHIND = re.compile(rf"{MARK}\s*(?:$|[-–—―:;,|/\t\n)]|\s{{2,}}|\.{{2,}})")
_BRACKET = re.compile(rf"\s*[(\[]\s*{MARK}\s*[)\]]")
_BRACKET_FOR = re.compile(rf"\s*[(\[]\s*{MARK}\s*[,:–-]?\s*(?P<what>[^()\[\]{MARK}]+)[)\]]")
_BRACKET_LAST = re.compile(rf"\s*[(\[](?P<what>[^()\[\]{MARK}]+?)\s*[,:;–-]\s*{MARK}\s*[)\]]")
_USES = re.compile(
    rf"(?P<who>[^.:;{MARK}]{{2,90}}?)(?:,\s+whose\s+[a-z]+(?:\s+[a-z]+)?)?,?\s+(?:(?:will|plans?\s+to|intends?\s+to|hopes?\s+to|(?:is|are)\s+to)\s+(?:use|spend)\s+(?:(?:its|their|the|a|this)\s+)*|(?:(?:has|have)\s+)?(?:use[ds]|spent)\s+(?:its|their)\s+){MARK}"
)
_PAID_WITH = re.compile(
    rf"(?P<what>(?:An?|The|New|Two|Three|[0-9]+)\s+(?:[a-z][\w-]*\s+){{1,4}})(?:for|at)\s+(?:the\s+)?(?P<who>[A-Z0-9][^.:;,{MARK}]{{1,80}}?)\s+will\s+be\s+(?:paid\s+for|bought|funded|met|covered)\s+(?:with|from|by)\s+(?:a\s+)?{MARK}"
)
_WITH_ITS = re.compile(
    rf"(?P<who>(?:[A-Z0-9][^.:;{MARK},]{{1,80}}?))(?:,\s+[^,.;{MARK}]{{2,40}}){{0,2}},?\s+(?:will|may|can|plans?\s+to|intends?\s+to|hopes?\s+to|(?:is|are)\s+to)\s+(?P<what>[^.;{MARK}]{{3,200}}?)\s+(?:with|using|thanks\s+to|from)\s+(?:(?:its|their|the|a|an|this)\s+)*{MARK}"
)
_LABEL_BEHIND = re.compile(r"[\s;,|–-]*[A-Z][A-Za-z ]{2,30}:\s")
_REASON = re.compile(
    r"[\s;,|–-]*(?:reasons?|comments?|notes?|conditions?|rationale)\s*:\s.*$", re.IGNORECASE | re.DOTALL
)
_LAST_BRACKET = re.compile(r"\s*\([^()]*\)[\s.;,]*")
_PURPOSE_AFTER = re.compile(
    r"^\s*(?:$|[-–—―:;,.|\t\n]|(?:for|to|towards?|in\s+order\s+to|which|that|so\s+that)\b)", re.IGNORECASE
)


def line_of(masked: str, *, noun: bool = False) -> tuple[str, str] | None:
    """Return who and what for of a line whose parts are divided by marks, brackets or blanks.

    ``noun``: the sum was called a grant.
    """
    used = _used(masked, noun=noun)
    if used is not None:
        return used
    plain, extra, bracket = _unbracketed(masked)
    at = plain.index(MARK)
    before, after = plain[:at], plain[at + 1 :]
    ahead = splitting.without_bullet(before).strip(" \t.,;:–—-…")
    if not ahead or (noun and ahead in {"A", "An", "The"}):
        return _front(after)
    by = _given_by(before, after)
    if by is not None:
        return by
    tight = bracket or _TIGHT.search(plain, max(0, at - 8), at + 1) is not None
    trailing = _NOTE_MARK.sub("", after).strip(" .;,)*†‡\t\n").lower()
    if trailing in {"", "and", "or", "plus"}:
        found = _amount_last(before, tight=tight)
        return None if found is None else (found[0], _joined(found[1], extra))
    if _LABEL_BEHIND.match(after):
        told = splitting.labelled(f"{before.strip()}; {after.strip()}")
        if told is not None or not (tight and _REASON.match(after)):
            return told
        return line_of(f"{before}{MARK}", noun=noun)
    closed = _TIGHT_BEHIND.match(plain, at) is not None
    within = _amount_within(before, after, tight=tight, closed=closed, bracket=bracket)
    return None if within is None else (within[0], _joined(within[1], extra, within[2]))


_NOTE_MARK = re.compile(r"\s*(?:\[[0-9]{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹])\s*$")
"""What refers to a note at the foot of a page."""

_MEMBER = re.compile(
    r"\s*(?:Cllrs?|Councillors?|Clr|Coun|Ald|Alderman|Member)\b[^:]{2,60}$|[^:]{2,40}\b(?:Ward|Division)$"
)


def _given_by(before: str, after: str) -> tuple[str, str] | None:
    """Return who and what for of “Cllr Lee: £500 to Elm Club for tents”, where a member or a ward stands in front; else None."""
    label = before.rstrip()
    if not label.endswith((":", "–", "—", " -")) or TO.match(after) is None:
        return None
    return name_behind(after) if _MEMBER.match(splitting.without_bullet(label[:-1]).strip()) is not None else None


def _used(masked: str, *, noun: bool) -> tuple[str, str] | None:
    """Return who and what for of a line that tells what a grant will be used for, where it is no grant of a department."""
    led = _WITH_WHICH.match(masked) if noun or _ITS_FIRST.match(masked) else None
    if led is not None and naming.is_name(led["who"]) and not _holds_money(led["who"]):
        return naming.tidied(led["who"]), f"to {naming.tidied(led['what'])}"
    if not noun and not any(word in masked for word in ("us", "spen", "its", "their", " has ", " have ", " be ")):
        return None
    words = splitting.without_bullet(masked)
    words = ON_THE_WAY.sub("", words)
    uses = _USES.match(words)
    with_its = _WITH_ITS.match(words) if (noun or _ITS.search(words)) and uses is None else None
    has = _HAS_TO.match(words) if uses is None and with_its is None else None
    if has is not None and naming.is_name(has["who"]) and not _holds_money(has["who"]):
        return naming.tidied(has["who"]), naming.tidied(words[has.end() :])
    for_whom = _PAID_WITH.match(words) if uses is None and with_its is None else None
    if for_whom is not None and naming.is_name(for_whom["who"]) and not _holds_money(for_whom["who"]):
        return naming.tidied(for_whom["who"]), naming.tidied(for_whom["what"])
    found = uses or with_its
    if found is None or not naming.is_name(found["who"]) or naming.is_own_office(found["who"]):
        return None
    if naming.tells_of_income(masked):
        return None
    what = (
        splitting.purpose_behind(words[found.end() :]) if with_its is None else f"to {naming.tidied(with_its['what'])}"
    )
    return naming.tidied(found["who"]), what


_ITS_FIRST = re.compile(rf"(?:With|Using)\s+(?:its|their)\s+{MARK}")
_WITH_WHICH = re.compile(
    rf"(?:Thanks\s+to|With|Using|Through)\s+(?:(?:its|their|the|a|an|this)\s+)*{MARK}(?:\s+from\s+(?:the\s+)?[^,.;{MARK}]{{2,60}})?,?\s+(?:the\s+)?(?P<who>[A-Z0-9][^.;:,{MARK}]{{1,80}}?)\s+(?:will|can|may|is\s+able\s+to|are\s+able\s+to|plans?\s+to|hopes?\s+to)\s+(?P<what>[^.;{MARK}]{{3,200}})"
)
"""“With its £600 Elm Scouts will buy tents”, “Thanks to a grant of £600 Elm Scouts can buy tents”."""

_ITS = re.compile(rf"\bwith\s+(?:its|their)\s+{MARK}")
_HAS_TO = re.compile(
    rf"(?P<who>[^.:;,{MARK}]{{2,90}}?)\s+(?:has|have)\s+{MARK}(?=\s+to\s+(?!spend|invest|find|save|allocate|distribute|award|give|share|cover\s+the|meet|set|carry|repay|pay\s+back|raise|go\b|hand|offer|support\s+(?:local|groups|projects|communit))[a-z])"
)
_HOLDS_MONEY = re.compile(
    r"(?:funds?|budgets?|pots?|schemes?|programmes?|reserves?|accounts?|commissioner|force|police|constabulary|office|council|board|partnership|unit|government|mayor|authority|service)$",
    re.IGNORECASE,
)


def _holds_money(who: str) -> bool:
    """Return whether “has £900 to mend roofs” tells of what somebody holds, and not of a grant to them."""
    return naming.is_own_office(who) or naming.is_finance(who) or _HOLDS_MONEY.search(who.strip()) is not None


def _joined(*parts: str) -> str:
    """Return what a grant is for, where several places of a line tell of it."""
    return " – ".join(part for part in parts if part)


def _amount_last(before: str, *, tight: bool) -> tuple[str, str] | None:
    """Return who and what for where nothing stands behind the amount."""
    comma = before.rstrip().endswith(",")
    who, what = splitting.split(before, commas=comma, deeds=tight and not comma)
    if comma and not naming.is_name(who):
        return None
    if not tight and (_dangles(before) or not (_ends_as_name(before) or what)):
        return None
    if not tight and _WHICH.match(what) is not None and not naming.is_name(who):
        return None  # “The work is paid for by the Home Office, which has given Elmshire £1.2m”
    return who, what


def _amount_within(before: str, after: str, *, tight: bool, closed: bool, bracket: bool) -> tuple[str, str, str] | None:
    """Return who, what for before the amount, and what for behind it, where the amount stands between words."""
    goes_on = _PURPOSE_AFTER.match(after) is not None or _LAST_BRACKET.fullmatch(after) is not None
    if tight:
        if bracket and not goes_on and not after.lstrip()[:1].isupper():
            return _told_of(before, after)
        if before.rstrip().endswith(",") and not (closed or goes_on):
            return None
    elif not goes_on or _dangles(before) or not (closed or _ends_as_name(before)):
        return None
    who, what = splitting.split(before, commas=False, deeds=tight)
    if not (closed or goes_on or naming.is_name(who)):
        return None
    return who, what, splitting.purpose_behind(after)


_SURELY_NO_PERSON = 4
_DID = re.compile(
    r"\s+(?:now\s+|also\s+)?(?:has|have|is|are|will|can|[a-z]{2,}ed|taught|ran|runs|built|bought|took|kept|gave\s+\w+\s+(?:lessons|advice)|made|met|[a-z]+[^s\W]s)\s+(?!risen|increased|fallen|rose|been\s+(?:cut|set))\S"
)


def _told_of(before: str, after: str) -> tuple[str, str, str] | None:
    """Return who and what for of “Elm Canoe Club (£900) taught 12 young people”: a name, its grant in brackets, what it did."""
    who = splitting.without_bullet(before).strip()
    if (
        _DID.match(after) is None
        or not naming.is_name(who)
        or "," in who
        or _holds_money(who)
        or not _ends_as_name(who)
    ):
        return None
    words = who.split()
    if len(words) < _SURELY_NO_PERSON and _BODIES.match(words[-1]) is None:
        return None  # “Ann Lee (£32,000) joined in May”
    return naming.tidied(who), "", naming.tidied(after)


_WHICH = re.compile(r"(?:which|who|that|whose)\s")
_BODIES = re.compile(
    r"(?:clubs?|groups?|council|trust|associations?|centre|society|church|school|academy|charity|team|teams|partnership|project|network|forum|hub|college|university|foundation|federation|committee|community"
    r"|charities|company|scouts|guides|brownies|cubs|service|services|union|league|watch|pastors|angels|patrol|unit|band|cic|cio|ltd|fc|rfc|library|mosque|temple|theatre|gym|house|farm|gardens?|park|hall|ltd)\b\.?$",
    re.IGNORECASE,
)


def _ends_as_name(before: str) -> bool:
    """Return whether a name stands right before the amount: its last word has a capital or a digit, or is a kind of body."""
    words = before.split()
    if before.rstrip().endswith(")") and "(" in before:
        return naming.is_name(before[: before.index("(")])
    if not words or not naming.is_name(before):
        return False
    last = words[-1].strip("()[]“”‘’\"'.,")
    return any(char.isupper() or char.isdigit() for char in last) or _BODIES.match(last) is not None


_LONGEST_DANGLING = 16  # characters: more than any of these words has
_DANGLING = re.compile(
    r"\b(?:of|by|for|with|to|at|from|than|about|cost|costs|costing|is|was|were|are|be|been|saved|raised|spent|invested|over|under|around|some|another|including|include|worth"
    r"|the|a|an|and|or|in|on|into|nearly|almost|only|just|totalling|valued|seized|further|additional|had|has|have|towards?|between|up|least|most|per|plus|minus|through|exceed|exceeded|exceeds|reached|hit|save|spend|spends|budget|seizing|recovered|recovering|stole|stolen|proposed|moved|suggested|quoted|asked|wanted|said)\s*$",
    re.IGNORECASE,
)


def _dangles(before: str) -> bool:
    """Return whether the words before an amount go on into it as a sentence does: “savings of”, “rose by”."""
    bare = before.rstrip()
    match = _DANGLING.search(bare, max(0, len(bare) - _LONGEST_DANGLING))
    return match is not None and _NAMED_SO.fullmatch(before) is None


_NAMED_SO = re.compile(
    r"\s*(?:\S+\s+)*?(?:\S*[A-Z]\S*-(?:[Ii]n|[Uu]p|[Oo]n|[Bb]y|[Oo]ver|[Oo]ut|[Tt]o)|[A-Z]\S+\s+(?:In|Up|On|By|Over|Out|Through|At))\s*"
)
"""Words that end a name: “Elm Road Drop-In”, “Carers Speak Up”."""


def _unbracketed(masked: str) -> tuple[str, str, bool]:
    """Return the line with its amount out of the brackets, a purpose that stood in them, and whether it was in brackets."""
    at = masked.index(MARK)
    if masked.find(")", at) < 0 and masked.find("]", at) < 0:
        return masked, "", False
    match = _BRACKET.search(masked)
    if match is not None:
        return f"{masked[: match.start()]} {MARK}{masked[match.end() :]}", "", True
    for pattern in (_BRACKET_FOR, _BRACKET_LAST):
        match = pattern.search(masked)
        if match is not None:
            extra = splitting.purpose_behind(match["what"])
            return f"{masked[: match.start()]} {MARK}{masked[match.end() :]}", extra, True
    return masked, "", False


_LONG_NAME = 8  # words, without the small ones
_AN_APPLICATION = re.compile(r"(?<=[A-Za-z])\s+(?:grant\s+)?(?:application|request|bid)$")
"""What a line calls the paper that it decides: “£800 Elm Cadets application”."""


def _front(after: str) -> tuple[str, str] | None:
    """Return who and what for of a line that begins with its amount."""
    rest = after.lstrip()
    if TO.match(rest):
        found = name_behind(rest)
        return None if found is None else (found[0], found[1])
    if FOR_NAME.match(rest):
        found = name_behind(rest)
        return None if found is None else (found[0], found[1])
    marked = re.match(r"\s*[-–—―:;,|\t\n]|\s+/\s|\s{2,}|\.{2,}|\s*$", after) is not None
    slash = " /" if rest.startswith("/") else ""  # what divides the amount from the words may divide those as well
    who, what = splitting.split(rest.lstrip("-–—―:;,|/ \t\n") + slash, commas=True, deeds=marked)
    who = _AN_APPLICATION.sub("", who)
    if not marked and not (naming.is_name(who) and (what or len(naming.telling_words(who)) <= _LONG_NAME)):
        return None
    return who, what
