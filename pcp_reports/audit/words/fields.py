"""The labelled lines of a grant told over several: “Recipient: Guides”, “Amount:” with the sum on the next line."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.passage import Sort
from pcp_reports.records import dataclass
from pcp_reports.words import holds_any

if TYPE_CHECKING:
    from pcp_reports.passage import Paper

_LABELLED = re.compile(
    r"\W*((?:20[0-9]{2}(?:[/–-][0-9]{2,4})? )?[A-Za-z][^:£\n\t]{1,60}?)\s*(?::|\t|\?)\s*(.*)", re.DOTALL
)
_NAME = re.compile(
    r"(?i)(?:the |full )?(?:name of )?(?:the )?(?:grant )?(?:recipients?|organi[sz]ations?|grantee|grant holder|group|payee|beneficiary|body|charity|"
    r"awarded to|paid to|given to|name|lead(?: organi[sz]ation| body)?|provider|derbynnydd|sefydliad|enw)"
    r"(?: (?:name|of (?:the )?(?:grant|award|funding)|organi[sz]ation|body|awarded|funded|receiving .*))*|"
    r"who (?:received|receives|got|has received|is receiving|will receive)\b.*"
)
_APPLICANT = re.compile(r"(?i)(?:name of )?(?:the )?(?:applicants?|bidder)(?: (?:name|organi[sz]ation|body))*")
_AMOUNT = re.compile(
    r"(?i)(?:(?:the|total|final|approved|20[0-9]{2}(?:[/–-][0-9]{2,4})?) )*(?:grant|award|amounts?|funding|value|sum|allocation|how much\b.*|swm|grant size)"
    r"(?: (?:amounts?|value|awarded|of|the|approved|given|granted|agreed|made|offered|recommended|size|grant|award|funding|allocated|received|paid))*(?: \(£\))?"
)
_PURPOSE = re.compile(
    r"(?i)(?:the )?(?:purpose|projects?|description|for|summary|activity|scheme|aims?|use|what (?:it is |was it |is it )?for|what\b.*|diben|prosiect)"
    r"(?: (?:\w+ ){0,3}\w+)?"
)
_FATE = re.compile(
    r"(?i)(?:(?:panel|board|final|our|the) )?(?:decision|outcome|status|result|recommendation)(?: of (?:the )?(?:panel|board))?"
)
# Over a sum they give the award, over words what became of the bid.
_DONE = re.compile(r"(?i)(?:sum |amount )?(?:granted|awarded|approved|agreed|offered|allocated|given)(?: \(£\))?")
_LABEL_OF_MONEY = re.compile(r"\W*([A-Za-z][^:£\n\t]{1,60}?\s*\(£\))\s*(?::|\t)\s*(.*)", re.DOTALL)
_BY_A_SIGN = re.compile(r"\W*([A-Za-z][^:£=\n\t–—]{1,40}?)\s+[=–—-]\s+(\S.*)")
_OTHER = re.compile(
    r"(?i)(?:reasons?(?: for .*)?|why\b.*|date(?: .*)?|ref(?:erence)?(?: .*)?|district|area|ward|title|theme|priority|fund|conditions?(?: .*)?|strand|term|"
    r"length|period|start(?: .*)?|end(?: .*)?|charity (?:no|number).*|location|outcomes|link.*|contact|(?:amount|sum|grant|funding)? ?requested|"
    r"(?:amount )?(?:applied|asked) for|match funding|total (?:project )?cost|project cost|duration|region|category|type.*|number|no|item|year|when\b.*|where\b.*)"
)
_LONGEST_LABEL = 8


class Sense(Enum):
    """What a labelled line gives of a grant."""

    NAME = "name"
    APPLICANT = "applicant"
    AMOUNT = "amount"
    PURPOSE = "purpose"
    FATE = "fate"
    OTHER = "other"


_SENSES = (
    (_NAME, Sense.NAME),
    (_APPLICANT, Sense.APPLICANT),
    (_OTHER, Sense.OTHER),
    (_AMOUNT, Sense.AMOUNT),
    (_FATE, Sense.FATE),
    (_PURPOSE, Sense.PURPOSE),
)


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled line: what it gives, None where the label is no known one, its words, and its passages (the end not included)."""

    sense: Sense | None
    value: str
    label: str
    start: int
    end: int


def label_at(paper: Paper, at: int) -> Label | None:
    """Return the labelled line that begins at a passage, whatever its label; None where there is no label."""
    one = paper.passages[at]
    if one.sort in (Sort.ROW, Sort.TITLE, Sort.NOTE, Sort.HEADER, Sort.FOOTER):
        return None  # records in tables are read as tables are
    text = one.text.strip()
    match = _parts(text)
    if match is None and "(£)" in text:
        match = _LABEL_OF_MONEY.fullmatch(text)
    if match is None:
        return _parted(text, at)
    if len(match[1].split()) > _LONGEST_LABEL:
        return None
    if match[2].strip(" *"):
        return _label(match[1], match[2].strip(" *"), at, at + 1)
    below = paper.passages[at + 1] if at + 1 < len(paper.passages) else None
    if below is None or below.sort in (Sort.ROW, Sort.TITLE) or _parts(below.text.strip() + " "):
        return None
    found = _label(match[1], below.text.strip(), at, at + 2)
    # A value of a few words looks like a heading to the reader of a text; beneath an unknown label it may be one.
    return None if below.sort is Sort.HEADING and found.sense is None else found


def _parts(text: str) -> re.Match[str] | None:
    """Return the label and the value of a line; None for one without a label, most of which have not even a mark for it."""
    return _LABELLED.fullmatch(text) if ":" in text or "?" in text or "\t" in text else None


def _parted(text: str, at: int) -> Label | None:
    """Return a line whose label an equals sign or a dash parts from its value, as it may part other words: a known label alone."""
    match = _BY_A_SIGN.fullmatch(text) if holds_any(text, "=–—-") else None
    found = _label(match[1], match[2], at, at + 1) if match is not None else None
    return found if found is not None and found.sense is not None else None


def _label(label: str, value: str, start: int, end: int) -> Label:
    plain = label.strip(" *:")
    sense = _sense_of(plain)
    if _DONE.fullmatch(plain):
        sense = Sense.AMOUNT if any(char.isdigit() for char in value) else Sense.FATE
    return Label(sense, value, plain.casefold(), start, end)


def entry_at(paper: Paper, at: int) -> Label | None:
    """Return the line with a known label that begins at a passage; its value may stand on the next. None where there is none."""
    one = paper.passages[at]
    if one.sort in (Sort.TITLE, Sort.NOTE, Sort.HEADER, Sort.FOOTER):
        return None
    match = _parts(one.text.strip())
    if match is None or len(match[1].split()) > _LONGEST_LABEL:
        return None
    label, value = match[1].strip(" *"), match[2].strip(" *")
    sense = _sense_of(label)
    if sense is None:
        return None
    if value or sense is Sense.OTHER:
        return Label(sense, value, label.casefold(), at, at + 1)
    below = paper.passages[at + 1] if at + 1 < len(paper.passages) else None
    if below is None or below.sort in (Sort.ROW, Sort.TITLE):
        return None
    if below.text.rstrip().endswith(":") and _parts(below.text.strip() + " "):
        return None
    return Label(sense, below.text.strip(), label.casefold(), at, at + 2)


def _sense_of(label: str) -> Sense | None:
    return next((sense for pattern, sense in _SENSES if pattern.fullmatch(label)), None)
