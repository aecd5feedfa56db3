"""The numbers of a sentence that count grants, those who got them, or bids that were met: by what they stand beside.

A number of people, of months, of bids that came in, of what was refused is none. Which list is meant is told by where the
sentence stands, and is no matter here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.kinds import MANY
from pcp_reports.dates import MONTHS
from pcp_reports.printed.number_words import UNITS
from pcp_reports.records import dataclass
from pcp_reports.stated.words import Counts

if TYPE_CHECKING:
    from collections.abc import Iterator

_WELSH = {
    "tri": 3, "tair": 3, "pedwar": 4, "pedair": 4, "pump": 5, "pum": 5, "chwech": 6, "chwe": 6, "saith": 7, "wyth": 8, "naw": 9,
    "deg": 10, "un-ar-ddeg": 11, "deuddeg": 12, "deuddeng": 12,
}  # fmt: skip
_WORDS = {**{word: number for word, number in UNITS.items() if number > 1}, **_WELSH, "twenty": 20}
_MONTH = "|".join(MONTHS)
NUMBER = re.compile(
    r"(?i)(?<![\w£.,/’'&–+-])(?<!£ )(?:"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + rf"|[0-9]{{1,3}})(?![\w/%’']|[.,:–-][0-9]|-\w| ?%| ?(?:per cent|percent|pm|am|p|k|m|million|thousand|hundred|{_MONTH})\b)"
)
_NO_NUMBER = re.compile(
    rf"(?i)(?:\b(?:{_MONTH}|no|nos|number(?=\s$)|item|paragraphs?|para|section|page|round|phase|part|table|figure|appendix|annex|schedule|"
    r"band|minute|category|lot|priority|district|year|ward|chapter|note|tranche|strand|goal|level|tier|zone|chapter|form|quarter|q|stage|step|week|day|month|room|unit|class|grade|area|option|objective|aim|outcome|theme|edition|issue|volume|team|site|route|least|most|than|over|under|"
    r"almost|nearly|about|around|roughly|some|up to|between|hundred|thousand|forty|fifty|sixty|seventy|eighty|ninety|and a|first|last|next|another|"
    r"others?|the other|further|additional|extra|top|by|from|which|of whom|whom|each|every|per|remaining)\.?|~|#|\bunder-)\s*$"
)
"""What stands right before a number that is a name, a bound or a part, and not how many there are."""

_GIFTS = (
    "grants|awards|donations|offers|payments|cheques|gifts|bursaries|contributions|allocations|sponsorships|grantiau|ddyfarniadau|dyfarniadau"
    "|grant recipients"
)
_BODIES = (
    rf"{MANY}|winners|grantees|awardees|ideas|authorities|boroughs|districts|parishes|colleges|hospitals|foundations|villages|prosiectau|brosiectau"
    "|sefydliadau|grwpiau|elusennau|phrosiect|brosiect|prosiect|sefydliad"
)
_BIDS = "applications|applicants|bids|bidders|requests|proposals|submissions|expressions of interest|forms"
_BETWEEN = r"(?:(?!(?:of|from|to|in|for|by|with|at|on|the|and|or|were|was|are|is|have|has|had|that|which|who|people|young|out|these|those|them|unsuccessful|new|more|other|further)\b)[A-Za-zŵŷâêîôûÀ-ÿ][\w’'-]* ){0,3}?"
_GIFT = re.compile(rf"(?i) (?:o |of the )?({_BETWEEN})({_GIFTS}|grant(?= o['’]r| i | gan ))\b")
_BODY = re.compile(rf"(?i) (?:o )?({_BETWEEN})({_BODIES})\b")
_BID = re.compile(rf"(?i) ({_BETWEEN})({_BIDS})\b")
_DONE = (
    r"(?:funded|chosen|supported|approved|accepted|successful|granted|agreed|awarded|backed|selected|helped|made|offered|given|met|settled on|picked|voted|"
    r"cefnogwyd|dyfarnwyd)"
)
_MET = re.compile(
    rf"(?i)(?:\s*of (?:them|these|those(?: that [^,;.:£]{{3,40}}?)?|(?:the |those )?[^,;.:£]{{0,30}}?\b(?:{_BIDS}|schemes|projects|ideas|groups|organisations|charities|clubs)(?: [^,;.:£]{{3,30}}?)?),?)?(?:,? (?:which|that|who))?(?: (?:have|has|had|were|was|are|be|been|being|to|should|will|would|now|all|then|follow\w*))*"
    rf" (?:{_DONE}|succeeded|came through|passed have been {_DONE}|became (?:grants|awards)|got (?:a |some )?(?:grants?|money|funding)|did)\b"
)
"""Behind “bids”, or behind a number alone: they were met."""

_MEETS = re.compile(
    r"(?i)\b(?:funded|fund|chose|choose|supported?|approved?|accepted|granted?|agreed?(?: to fund| to support)?|backed|back|selected|helped?|met|"
    r"settled on|picked|say yes to|said yes to|saying yes to|found for|invest(?:ed)? in|award(?:ed)? grants to|the following|these|all)(?: (?:the|these|all|following|a total of))* $"
)
"""Before a number alone, or of bodies: they were met."""
_MEETS_BIDS = re.compile(_MEETS.pattern.replace("|the following|these|all)", ")"))

_ALONE = re.compile(
    r"(?i),? (?:in all|in number|altogether|in total|of them)(?=[,.:;)\ufffc]|\s*$)|(?=,? committing\b)"
)
_WHERE = re.compile(
    r"(?i)\b(?:across|in|within|throughout|around|over|covering|all over)(?: (?:the|these|all|all of|our|some|each of))* $"
)
_IS_A_PLACE = frozenset(("authorities", "boroughs", "districts", "parishes", "villages"))
_INSIDE = re.compile(
    r"(?i)(?<!invest )(?<!invests )(?<!invested )(?<!investing )(?<!investment )\b(?:in|at|within|throughout|inside|visiting)(?: (?:the|these|all|all of|our))* $"
)
_ASKED = re.compile(
    rf"(?i),? (?:(?:which|that|who)(?: (?:have|has|had|all|each|first))* )?(?:applied|applying|bid|bidding|asked|asking|wrote in|put in|sought|seeking|requested|requesting|"
    r"entered|entering|submitted|submitting|came forward|took part|taking part|attended|invited|expressed)\b"
    rf"(?![^,.;:£]{{0,60}}? (?:were|have been|was|are|all)(?: all| each| both)? {_DONE}\b)"
)
"""What groups did to be given anything: “the nine groups which applied”, of whom nobody says that all were given something."""

_NOUN = re.compile(rf"(?i) {_BETWEEN}(?:{_BODIES})\b")

_THERE_WERE = re.compile(r"(?i)\bthere (?:were|are|have been|will be) $")
_IN_A_TIME = re.compile(
    r"(?i) (?:in|during|over|for) (?:the|this) (?:\w+ ){0,2}(?:year|quarter|period|month|spring|summer|autumn|winter)\s*:\W*$"
)
"""“There were five in the year:”, above a list, counts its lines."""

_IN_NUMBER = re.compile(r"(?i)\b(?:number of (?:\w+ ){0,2}(?:grants|awards|projects|recipients|donations|organisations|groups|offers)(?: (?:\w+ ){0,2})?(?:is|was|:|=|–|-)?\s*"
                        r"|(?:grants|awards|offers|donations|recipients|projects|groups|charities|organisations|applicants|applications|bidders|clubs|schemes|bids)(?: (?:awarded|made|approved|agreed|funded|given|supported|listed|above|below|recommended|helped|chosen|successful)| this year)*,?\s*(?:[(:–—=-]|\(number:|being|numbering|are|were)\s*"
                        r"|(?:successful|approved|funded|awarded|supported|agreed)(?: \w+)?\s*[:(–—=-]\s*|\bnifer y (?:grantiau|prosiectau|dyfarniadau)[^:.;]{0,30}[:=]?\s*|\bthe lucky |\ball |\bmaking )$")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A number with where it stands in its sentence, what it counts, and the words for that.

    ``narrowed`` are the words before its noun; ``gifts``: its noun is one of grants; ``met``: words beside it say that what it counts was funded.
    """

    value: int
    start: int
    end: int
    counts: Counts
    noun: str
    narrowed: str = ""
    gifts: bool = False
    met: bool = False


def value_of(word: str) -> int:
    """Return the number that a word or figures found by `NUMBER` give."""
    return int(word) if word.isdecimal() else _WORDS[word.casefold()]


def numbers_told(text: str) -> Iterator[Told]:
    """Yield the numbers of a sentence that count grants, those who got some, or bids that were met."""
    for match in NUMBER.finditer(text):
        before, behind = text[: match.start()], text[match.end() :]
        if _NO_NUMBER.search(before[-30:]) is not None and not _is_beside_a_name(match[0], before, behind):
            continue
        told = _told(value_of(match[0]), match.start(), match.end(), before[-80:], behind[:160])
        if told is not None:
            yield told


_NAMED_PART = re.compile(
    r"\b[Tt]he (?:(?!(?:first|second|third|fourth|last|next|final)\b)[\w’'&-]+ ){1,4}(?i:strand|theme|district|area|ward|scheme|tranche|programme)\s$"
)


def _is_beside_a_name(number: str, before: str, behind: str) -> bool:
    """Return whether a number stands behind a part that has a name of its own: “under the Policing Strand three teams have …”."""
    named = number.isalpha() and number.islower() and _NAMED_PART.search(before) is not None
    return (
        named
        and re.match(rf" (?:{_BODIES}|{_GIFTS}) (?:have|has|had|were|was|will|got|get|shared?|received?|are)\b", behind)
        is not None
    )


def have_asked(behind: str) -> bool:
    """Return whether the words behind a number say that those it counts asked for a grant, and not that all of them got one."""
    first = _NOUN.match(behind)
    return first is not None and _ASKED.match(behind, first.end()) is not None


def _is_where(before: str, noun: str) -> bool:
    """Return whether bodies are told of as where the grants are: “across nine parishes”, “for pupils in nine schools”."""
    return (_WHERE if noun.casefold() in _IS_A_PLACE else _INSIDE).search(before) is not None


def _told(value: int, start: int, end: int, before: str, behind: str) -> Told | None:
    gift = _GIFT.match(behind)
    if gift is not None:
        return Told(value, start, end, Counts.GRANTS, gift[2], gift[1], gifts=True, met=True)
    bid = _BID.match(behind)
    if bid is not None:
        met = (
            "successful" in bid[1].casefold()
            or _MET.match(behind[bid.end() :]) is not None
            or _MEETS_BIDS.search(before) is not None
        )
        return Told(value, start, end, Counts.GRANTS, f"successful {bid[2]}", bid[1], met=True) if met else None
    body = _BODY.match(behind)
    if body is not None:
        if _is_where(before, body[2]) or _ASKED.match(behind, body.end()) is not None:
            return None
        counts = Counts.PROJECTS if body[2].casefold() in ("projects", "schemes", "initiatives") else Counts.RECIPIENTS
        rest = behind[body.end() :]
        return Told(
            value,
            start,
            end,
            counts,
            body[2],
            body[1],
            met=_MET.match(rest) is not None or _MEETS.search(before) is not None,
        )
    in_number = _IN_NUMBER.search(before) is not None
    if (
        in_number and re.match(r"\s*(?:[).,;:\ufffc]|in number|\(|were\b|are\b|signed\b|[a-z]+ signed\b|$)", behind)
    ) or (
        _MET.match(behind) is not None
        or (
            _ALONE.match(behind) is not None
            and re.search(r"(?i)\b(?:grants?|awards?|payments|cheques|agreed|settled on)\b.{0,60}$", before)
        )
        or (_THERE_WERE.search(before) is not None and _IN_A_TIME.match(behind) is not None)
        or (_MEETS.search(before) is not None and re.match(r"(?i)(?:,| of (?:them|the|those)\b)", behind))
        or (re.match(r"(?i) out of \w", behind) is not None)
    ):
        return Told(value, start, end, Counts.GRANTS, "", met=True)
    return None
