"""Whether a sentence behind a list of grants sums that very list up, and how plainly.

“These grants come to £19,000” points to the list above it. “A total of £19,000 was awarded” has no word that could mean
anything else. “A total of £25,000 was awarded in 2022/23”, “… by the Constabulary”, “… through the Road Safety Fund” may be
of any other money, and says nothing against the list.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING

from pcp_reports.audit.words.names import months_of, years_of
from pcp_reports.audit.words.numbers import ONE_TO_TWELVE
from pcp_reports.audit.words.phrases import COMES_TO, IN_ALL
from pcp_reports.printed.number_words import TENS, UNITS
from pcp_reports.printed.patterns import word_set
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


class Back(IntEnum):
    """How plainly a sentence sums up the list before it."""

    NOT = 0
    BARE = 1  # it has no word that could mean another list
    POINTS = 2  # its words point to the list: “these grants”, “the above”


_NEUTRAL = word_set(
    "a an the of in to was were is are has have had been be being will would so it that this which with by for and at"
    " total totals totalling totalled totaling sum sums value valued worth amount amounts amounting amounted come comes came coming overall all altogether together"
    " combined therefore thus awarded award awards granted grant grants given gave give approved agreed made making makes allocated paid donated"
    " distributed shared share sharing receive received funded funding supported project projects scheme schemes group groups organisation organisations"
    " organization organizations charity charities club clubs recipient recipients body bodies applicant applicants application applications successful"
    " initiative initiatives partner partners community local voluntary commissioner commissioner's pcc pfcc opcc office police crime fire panel fund fund's"
    " we i he she they them their his her our its bringing brings following listed above these those there each full grand cost costs"
    " provided invested investment committed handed out over off signed represents means round local communities number group's award's grant's"
    " cyfanswm o yw oedd sef dyfarnwyd wedi eu yn y yr i'r i grant grantiau prosiect prosiectau sefydliad sefydliadau gyfer"
) | {*UNITS, *TENS}
_POINTS = re.compile(
    r"(?i)\b(?:these|those|the above|above|listed|they|between them|of them|y rhain)\b|"
    r"\b(?:the|all|both) (?:\w+ ){0,2}(?:grants|awards|donations|gifts)(?! (?:in(?! the (?:table|list|schedule)\b)|from|under|through|since|last|for|to|follow) )\b|"
    r"^\W*(?:this|that|it|which)(?: \w+){0,2} (?:comes?|came|totals?|amounts?|makes?|adds? up|is|was)\b|"
    r"^\W*(?:this|that) (?:represents|means|makes)\b|\b(?:value|cost|sum|total) of (?:the|these|those) (?:\w+ ){0,2}(?:grants|awards|above)\b"
)
_SUMMED = re.compile(
    rf"(?i)(?:\b(?:{COMES_TO}|{IN_ALL}|total(?:s|led|ling)?|total of|totals? of|worth|value of|value is|sum of|investment of|"
    r"cost of|makes?|making|award(?:ed|s|ing)?|granted|given|approved|shar(?:e|es|ed|ing)|receiv(?:e|ed|es|ing)|paid|is|was|are|were|together)"
    r"(?: (?:a|an|the|their|some|just|total|combined|overall|of|over|under|about|around|to|in|all|grants?|sum)){0,4}[\s,:–-]*)£"
)
_COUNTED = re.compile(
    r"(?i)\b(?:all|these|those|both|the|that makes|this makes) (?:[a-z]+|[0-9]{1,3}) (?:\w+ )?(?:grants|awards|donations|gifts)\b|"
    r"^\W*(?:total )?number of (?:\w+ )?(?:grants|awards|projects|recipients|donations|organisations|groups)\b"
)
_IN_ALL = re.compile(rf"(?i)£[0-9][0-9,.]*(?:k|m)?,? (?:{IN_ALL}|together|was awarded|were awarded|has been awarded)")
_OTHER_TIME = re.compile(
    rf"(?i)\b(?:last|previous\w*|earlier|later|first|rest|applications? received|bids? received|did not|(?:{ONE_TO_TWELVE}|some|most|half|many|[0-9]+) of the|so far|to date|since|already|next|further|additional|addition|another|others?|this (?:\w+ )?year|the year|a year|per year|"
    r"annual\w*|each year|ago|until now|cumulative\w*|spring|summer|autumn|winter|first round|rounds|second round|saved?|saving|raised|recovered|seized|match\w*|"
    r"requested|applied|asked|bids?|sought|budget|remain\w*|left|available|unspent|underspen\w*|(?:more|less|fewer|higher|lower) than (?:in|was|were|the|at|for)|loans?|fines?|contracts?|bank|largest|highest|biggest|smallest|lowest|of the total|payments?|paid (?:so far|to date|out)"
    r"|projects?['’]? (?:costs?|are worth|is worth|have a)|(?:project|combined|full|whole|overall) costs?|(?:cost|value)s? of (?:the|these) (?:projects?|schemes?)|cyllideb|gyllideb|normally|usually|set aside|to (?:give|spend|award|allocate|offer)|members|officers|staff)\b|[?“”\"]"
)


def sums_up_list(text: str, known: AbstractSet[str] = frozenset()) -> Back:
    """Return how plainly a sentence behind a list sums it up. ``known`` are the words that lead to the list, in small letters."""
    if any(str(year) not in known for year in years_of(text)) or _is_of_another_month(text, known):
        return Back.NOT
    text = without_aside(text)
    if "£" not in text:
        counted = _COUNTED.search(text) is not None and not _OTHER_TIME.search(text)
        return Back.POINTS if counted else Back.BARE if is_plain(text, known) else Back.NOT
    if _POINTS.search(text) is not None and not _OTHER_TIME.search(text):
        return Back.POINTS if _SUMMED.search(text) is not None or _IN_ALL.search(text) is not None else Back.NOT
    return Back.BARE if is_plain(text, known) else Back.NOT


def without_aside(text: str) -> str:
    """Return a sentence without what it goes on to say once its sum is told, where that narrows nothing: “…, and all have been told”."""
    aside = _ASIDE.search(text)
    return text if aside is None or _NARROWS.search(aside[0]) is not None else text[: aside.start()]


_ASIDE = re.compile(r"(?<=[0-9kmn]),? and [^£0-9,;:]{3,90}\Z")
_NARROWS = re.compile(
    r"(?i)\b(?:includ\w+|covers?|also|plus|with|as well|from|in|for|of|under|through|other\w*|rest|last|next|previous\w*|earlier|further|more|less|left|remain\w*|year\w*|round\w*|"
    r"quarter\w*|month\w*|fund\w*|budget\w*|bids?|applications?|match\w*|cost\w*|saved?|raised|payments?)\b|[?“”\"]"
)


def _is_of_another_month(text: str, known: AbstractSet[str]) -> bool:
    """Return whether a sentence names a month, and those that the words before the list name are others."""
    months, own = months_of(text), months_of(" ".join(word.capitalize() for word in known))
    return bool(months and own and months.isdisjoint(own))


def is_plain(text: str, known: AbstractSet[str] = frozenset()) -> bool:
    """Return whether a sentence about grants has no word that could mean others than those of a list beside it."""
    if any(str(year) not in known for year in years_of(text)):
        return False
    words = [word for word in words_of(text) if any(map(str.isalpha, word))]
    if not all(word in _NEUTRAL or word in known for word in words):
        return False
    return all(word in known for match in _OTHER_TIME.finditer(text) for word in words_of(match[0]))


def without_other_times(text: str) -> str:
    """Return a text without its words for another time, another purse or a part: said of something else, they are of no list."""
    return _OTHER_TIME.sub(" ", text)


def is_of_other_sums(text: str) -> bool:
    """Return whether a line of a total says that it is of no awards: of match funding, of what was asked for, of what is left."""
    return _OTHER_SUMS.search(text) is not None


_OTHER_SUMS = re.compile(
    r"(?i)\b(?:match\w*|raised|recovered|seized|saved|requested|applied|asked|bids?|sought|budget|remain\w*|left|available|unspent|loans?|fines?|"
    r"last|previous\w*|earlier|next|largest|highest|biggest|smallest|lowest|payments?|paid|spent|claimed|carried|brought|cyllideb|gyllideb|project costs?)\b"
)
