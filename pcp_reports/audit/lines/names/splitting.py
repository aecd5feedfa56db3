"""The words of a line without its amount, split into who and what for."""

from __future__ import annotations

import re

from pcp_reports.audit.lines.names.deeds import deed_at
from pcp_reports.audit.lines.names.naming import is_generic, is_name, tidied

_MARKS = re.compile(
    r"[\t\n|…]+|\.{3,}|·{2,}|_{3,}"
    r"|\s+[-–—―−/]{1,3}\s+|(?<=[\w)’'”\"!?.])[–—](?:\s+|(?=[A-Z]{0}\Z))|\s+[–—](?=\w)|(?<=[\w)’'”\".])-\s+(?!(?:and|or|to)\b)|\s+-(?=[A-Za-z])"
    r"|(?<=\S)\s*:\s+|\s{3,}"
)
_FIRM_COMMA = re.compile(
    r"(?:[^,]*(?:&|\band\b)\s+(?:Co|Sons?|Partners|Associates|Bros|Company|Daughters?)\b|(?:Ltd|Limited|LLP|CIC|CIO|Inc|Plc|PLC|Cyf)\b\.?)"
)
THINGS = r"(?:CCTV|ANPR|SIDs?|LEDs?|PPE|ICT|IT|GPS|DNA|TVs?|DVDs?|AEDs?|BMX|MUGA|CPR|VR|ESOL|PA|Wi-?Fi|e-?bikes?)"
"""What is bought and is typed in capitals, so that it looks like a name: “Elm Town Council for CCTV in the park”, “Elm Shop, CCTV”."""

_FOR = re.compile(
    r"\s+(?:for|towards?|to\s+(?:help\s+|put\s+)?(?:support|fund|provide|deliver|run|buy|purchase|pay|install|replace|create|set|work|enable|tackle|reduce|develop|continue|expand|improve|offer|host|hold|cover|engage|train|refurbish|build|upgrade|prevent))\b(?=\s+[a-z0-9£'‘“\"])|\s+for\s+(?=the\s|a\s|an\s|its\s|their\s)"
    rf"|\s+(?:for|towards?)\s+(?={THINGS}(?:\s+[a-z]|\s*$))"
)
_ONE_NAME = re.compile(r"\sfor\s+the\s+(?:[A-Z][\w’'-]+(?:\s+(?:of|and|in)(?:\s+the)?\s+[A-Z][\w’'-]+)*)[\s.,;:–—-]*$")
"""What ends a name: “Riding for the Disabled”, “Society for the Protection of Birds”; “for the Jubilee Fair” does not."""

_LABELS = re.compile(
    r"^(?:(?:name\s+of\s+)?(?:organi[sz]ations?|applicants?|recipients?|grantees?|group|project|purpose|description|details|activity|scheme|award(?:ed)?\s+to|project\s+(?:name|title|description)"
    r"|purpose\s+of\s+(?:the\s+)?(?:grant|funding)|organi[sz]ation\s+name|applicant\s+name|name|derbynnydd|sefydliad|pwrpas|prosiect)\s*:\s*)",
    re.IGNORECASE,
)
_LABEL_WITHIN = re.compile(
    r"(?:^|[;,|\n\t–]\s*|\s-\s|\s+(?=(?-i:[A-Z])))(?:(?P<who>(?:name\s+of\s+)?(?:lead\s+)?(?:organi[sz]ation|applicant|recipient|grantee|group|awarded\s+to|sefydliad|derbynnydd)(?:\s+name)?)"
    r"|(?P<what>(?:name\s+of\s+)?(?:project|purpose|description|details|activity|scheme|pwrpas|prosiect)(?:\s+(?:name|title|description|of\s+(?:the\s+)?(?:grant|funding|award)))?))\s*:\s*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[•●▪◦‣·*–—-]+\s+|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]\s+|[→>]+\s*)")
_REFERENCE = re.compile(
    r"^(?:(?i:(?:ref(?:erence)?|application|grant|bid)\.?\s*(?:no\.?|number)?\s*:?\s*)?(?:[A-Z]{1,8}[-/ ]?(?:[0-9]{2,4}[-/])*[0-9]{2,6}[A-Z]?|(?<=\s)[0-9]{1,6})"
    r"|[0-9]{1,2}[/.][0-9]{1,2}(?:[/.](?:20)?[0-9]{2})?"
    r"|(?:[0-9]{1,2}(?:st|nd|rd|th)?\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?(?:\s+(?:20)?[0-9]{2})?)$"
)
_TO_LEAD = re.compile(r"^To\s+(?=(?:the\s+)?[A-Z0-9])")
_PURPOSE_LEAD = re.compile(
    r"^(?:\(?\s*)(?:for|towards?|ar\s+gyfer|tuag\s+at|am(?=\s+[a-zâêîôûŵŷ]))\s+(?=\S)", re.IGNORECASE
)


_PAID_ON = re.compile(
    r"^\s*(?:[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:20)?[0-9]{2}|(?:Chq|Cheque|CHQ|BACS|Bacs|Payment|Minute)\.?\s*(?:[Nn]o\.?\s*)?[0-9]{2,8})\s+(?=[A-Z0-9])"
)
"""A date, or the number of a cheque, that stands before a name and no mark behind it: “12/03/2019 Elm Club £500”."""


def without_bullet(text: str) -> str:
    """Return the text without a bullet, a number, or a date typed in front of it."""
    return _PAID_ON.sub("", _BULLET.sub("", text))


def cuts(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where the pattern stands in the text outside brackets."""
    found = [match.span() for match in pattern.finditer(text)]
    if not found or "(" not in text or text.count("(") != text.count(")"):
        return found
    return [(start, end) for start, end in found if text.count("(", 0, start) <= text.count(")", 0, start)]


def split(text: str, *, commas: bool = True, deeds: bool = False) -> tuple[str, str]:
    """Return who and what for, as printed; the purpose is empty where nothing divides the words.

    ``commas``: the amount itself stands behind a comma, so that the line may be divided by commas. ``deeds``: a verb
    behind a name may end it: “Elm Chaplains bought radios”.
    """
    words = without_bullet(text).strip()
    words = _TO_LEAD.sub("", words.strip(" \t,;"))
    told = labelled(words)
    if told is not None:
        return told
    if _LABELS.match(words):
        words = _LABELS.sub("", words)
    marks = cuts(words, _MARKS)
    while marks and _is_reference(words[: marks[0][0]].strip(), len(marks)):
        words = words[marks[0][1] :]
        marks = cuts(words, _MARKS)
    while marks and words[slice(*marks[0])].strip() == ":" and _TELLS.search(words, 0, marks[0][0]):
        words = words[marks[0][1] :]
        marks = cuts(words, _MARKS)
    marks = [one for one in marks if words[: one[0]].strip(" ,–-—") and words[one[1] :].strip(" ,–-—")]
    marks = _without_slash_in_name(words, marks, text)
    if marks:
        start, end = marks[0]
        return tidied(words[:start]), _purpose(words[end:])
    deed = deed_at(words) if deeds else None
    if deed is not None:
        return tidied(words[: deed[0]]), _purpose(words[deed[1] :])
    for start, end in cuts(words, _FOR):
        if (
            _ONE_NAME.search(words, start) is None
            and is_name(words[:start])
            and not is_generic(words[:start])
            and (words[start:end].split()[0] != "to" or commas)
        ):
            rest = (
                words[start:]
                if words[start:end].strip().lower().startswith("to")
                and not words[start:end].strip().lower().startswith("toward")
                else words[end:]
            )
            comma = _by_comma(words[:start], commas=False)
            if not comma[1]:
                return tidied(words[:start]), _purpose(rest)
    return _by_comma(words, commas=commas)


def _without_slash_in_name(words: str, marks: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return the marks that divide a line, without a slash between the two names of one body: “Clwb Elm / Elm Club – £500”.

    A slash divides where the amount too stands behind one: “Guides / Tents / £500”.
    """
    if not marks or words[slice(*marks[0])].strip() != "/" or text.rstrip().endswith("/"):
        return marks
    stop = marks[1][0] if len(marks) > 1 else len(words)
    other = words[marks[0][1] : stop]
    named = is_name(other) and is_name(words[: marks[0][0]]) and not is_generic(other)
    return marks[1:] if named and (len(marks) == 1 or words[slice(*marks[1])].strip() != "/") else marks


_TELLS = re.compile(
    r"\s(?:was|were|is|are|has|have|had)\s+(?:\w+\s+){0,2}?(?:[a-z]+ed|given|made|as\s+follows|set\s+out)\b"
)
"""What tells in a sentence before a colon that it leads to a name: “One project had been approved: Guides, £500”."""


def _is_reference(part: str, marks: int) -> bool:
    """Return whether a part is a reference or date before the name; “GRIT 25” before a purpose alone is the name itself."""
    return _REFERENCE.match(part) is not None and (marks > 1 or _PLAINLY.search(part) is not None)


_PLAINLY = re.compile(
    r"(?i:^ref|^application|^grant|^bid)|[0-9][-/.][0-9]|[A-Z][-/]0?[0-9]{2,}|^[0-9]{1,2}(?:st|nd|rd|th)?\s"
)


def labelled(words: str) -> tuple[str, str] | None:
    """Return who and what for where each has its label: “Organisation: Guides; Purpose: tents”; None with fewer than two."""
    if words.count(":") < 2:  # noqa: PLR2004 - as below
        return None
    labels = list(_LABEL_WITHIN.finditer(words))
    if len(labels) < 2:  # noqa: PLR2004 - one label is a heading or a colon
        return None
    who = what = ""
    for number, label in enumerate(labels):
        part = tidied(words[label.end() : labels[number + 1].start() if number + 1 < len(labels) else len(words)])
        if label["who"] is not None:
            who = who or part
        else:
            what = what or part
    return (who, what) if who else (what, "")


def _by_comma(words: str, *, commas: bool) -> tuple[str, str]:
    """Return the parts of a line that commas divide; a comma may belong to the name: “Smith, Jones & Co”."""
    found = [(start, end) for start, end in cuts(words, re.compile(r",\s+|;\s+"))]
    if not found:
        return tidied(words), ""
    pieces = [
        words[a:b]
        for a, b in zip([0, *(end for _, end in found)], [*(start for start, _ in found), len(words)], strict=True)
    ]
    taken = 1
    while taken < len(pieces) and _belongs(pieces, taken, commas=commas):
        taken += 1
    if taken >= len(pieces):
        return tidied(words), ""
    return tidied(words[: found[taken - 1][0]]), _purpose(words[found[taken - 1][1] :])


def _belongs(pieces: list[str], at: int, *, commas: bool) -> bool:
    """Return whether a piece behind a comma goes on with the name before it."""
    piece = pieces[at]
    if _FIRM_COMMA.match(piece):
        return True
    if not is_name(piece) or _THING.match(piece):
        return False
    short = len(piece.split()) <= 2  # noqa: PLR2004 - a place
    if not commas and len(pieces) <= _MOST_PLACES and all(is_name(one) for one in pieces[at + 1 :]):
        return True  # nothing of it says what for: “Clwb Elm, Treffos a’r Ynys (CE), Pen-y-waun”
    if at + 1 < len(pieces):
        return short and pieces[at + 1][:1].islower() and not pieces[at + 1].startswith("and ")
    return len(piece.split()) == 1 or not commas


_THING = re.compile(rf"{THINGS}(?:\s+(?:[a-z]|and\b|&)|\s*$)")
_MOST_PLACES = 4  # a name, and where it is


def _purpose(words: str) -> str:
    plain = words.strip(" \t,;–—-")
    if _LABELS.match(plain):
        plain = _LABELS.sub("", plain)
    return tidied(plain)


_ASKED_FOR = re.compile(
    r"^[,\s]*(?:which|who|that|they)\s+(?:had\s+)?(?:asked|applied|bid)\s+for\s+£[0-9][0-9,.]*(?<![.,]),\s+(?=(?:for|towards?|to)\s)"
)
"""“…, which asked for £12,000, for apprentices”: what was asked for says nothing of what it is for."""


def purpose_behind(words: str) -> str:
    """Return the purpose that stands behind an amount, without its “for” or “towards”; “to buy tents” keeps its “to”."""
    return tidied(_PURPOSE_LEAD.sub("", _ASKED_FOR.sub("", tidied(words))))
