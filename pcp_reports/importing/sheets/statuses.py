"""What became of an application, out of the words that offices use for it. Only awards are taken over."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from pcp_reports.importing.sheets.second_words import goes_against_award, parted, tells_of_award, without_days


class Outcome(Enum):
    """What became of it; the value is what an officer types behind ``--status "Their words="``."""

    AWARDED = "awarded"
    VARIED = "varied"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"
    DECLINED = "declined"
    UNDECIDED = "undecided"


AWARDS = (Outcome.AWARDED, Outcome.VARIED, Outcome.WITHDRAWN, Outcome.RETURNED)
"""Those that the entry language has a word for."""
_COUNT = (Outcome.AWARDED, Outcome.VARIED)

# The first that is found decides: “not awarded” before “awarded”.
_PATTERNS: tuple[tuple[Outcome, str], ...] = (
    (Outcome.DECLINED, r"declin\w*|reject\w*|refus\w*|unsuccess\w*|un-success\w*|not (?:been )?(?:awarded|approved|funded|successful|agreed|supported|granted|recommended|eligible|progressed|shortlisted)|ineligible|failed|unfunded|turned down|no(?: award)?|n|false|not taken forward"),
    (Outcome.RETURNED, r"(?:money |funds? |funding |grant |fully )?(?:returned|repaid|refunded|paid back|recovered|clawed back|claw ?back)"),
    (Outcome.WITHDRAWN, r"withdr[ae]wn?\w*|cancel+ed|rescinded|revoked|not (?:taken up|accepted|drawn down|proceeding)|did not proceed"),
    (Outcome.UNDECIDED, r"pending\b.*|tbc|tba|awaiting\b.*|under (?:review|consideration|assessment)|deferred|submitted|received|applied|requested|in assessment|being assessed|shortlisted|on hold|(?:on (?:the )?)?reserves?(?: list)?|waiting list|to be (?:decided|confirmed)|not (?:yet )?decided|undecided|draft|recommended(?: for \w+)?|(?:in )?principle|more information\b.*|\?+"),
    (Outcome.VARIED, r"varied|variation(?: agreed)?|amended|revised"),
    (Outcome.AWARDED, r"(?:fully |partly |partially |part |full |grant )?(?:award(?:ed)?|approved|successful|success|agreed|granted|accepted|funded|funding agreed|paid|supported|offered|allocated)(?: in (?:part|full)| \(?(?:part|full|partial)\)?| with conditions| subject to conditions| and paid)?|(?:part|partial|partially|full) (?:funded|award|approval|approved|funding)|y|yes|true|✓|live|active|complete|completed|delivered|in delivery|offer (?:sent|accepted|made|letter sent)|contracted|gaa signed|signed"),
)  # fmt: skip
_COMPILED = tuple((outcome, re.compile(pattern)) for outcome, pattern in _PATTERNS)
_AND = re.compile(r"\s*[&+]\s*")
_AROUND = re.compile(r"^[\s\W]*(?:\d+[.)]\s*)?|[\s.!,;:-]+$")


def outcome_of(shown: str) -> Outcome | None:
    """Return what the words of a status mean, None where that cannot be told: “In progress” may be the project or the bid.

    What follows a dash or stands in brackets explains the word before it: “Declined – out of area”. Where it tells of
    something else, “Awarded – withdrawn 3 October”, nobody but the office knows.
    """
    found, against = _read(shown)
    return None if against else found


def says_two_things(shown: str) -> bool:
    """Return whether a status begins with one outcome and goes on with another: “Deferred – now awarded”."""
    return _read(shown)[1]


def is_status(shown: str) -> bool:
    """Return whether words begin with what became of an application, whatever follows."""
    return _read(shown)[0] is not None


@lru_cache(maxsize=1024)
def _read(shown: str) -> tuple[Outcome | None, bool]:
    """Return the outcome that a status begins with, and whether what follows goes against it."""
    bare = " ".join(_AND.sub(" and ", shown.casefold()).split())
    plain = without_days(bare)
    for whole in dict.fromkeys((bare, plain, _AROUND.sub("", plain))):
        first, rest = parted(whole)
        found = _meant(whole) or _meant(first)
        if found is not None:
            return found, bool(rest) and _against(found, first, rest)
    return None, False


def _against(found: Outcome, first: str, rest: str) -> bool:
    if found in _COUNT:
        return goes_against_award(first, rest)
    return tells_of_award(rest, afresh=found in AWARDS)


def _meant(words: str) -> Outcome | None:
    return next((outcome for outcome, pattern in _COMPILED if pattern.fullmatch(words)), None)


_OVER = (
    (Outcome.DECLINED, re.compile(r"\b(?:un-?successful|declined|rejected|refused|turned down|not (?:been )?(?:awarded|funded|approved|supported|successful|recommended|taken forward)|ineligible)\b")),
    (Outcome.UNDECIDED, re.compile(r"\b(?:pending|reserve list|under consideration|awaiting|deferred|applications? received|^received$|^grants? received$|withdrawn (?:bids?|applications?))\b")),
    (Outcome.AWARDED, re.compile(r"^(?:successful|awarded|approved|funded)(?: (?:applications?|bids?|projects?|grants?|organisations?))?$")),
)  # fmt: skip


def heading_outcome(label: str) -> Outcome | None:
    """Return what a heading over rows says of them all: “Unsuccessful applications”; None where it speaks of something else."""
    bare = " ".join(label.casefold().split()).strip(" :-–.")
    if re.search(
        r"(?<!un)(?<!un-)\bsuccessful\b.*\bunsuccessful\b|\band\b.*\b(?:unsuccessful|declined|rejected)\b", bare
    ):
        return _of_words_alone(bare)
    return next((outcome for outcome, pattern in _OVER if pattern.search(bare)), None) or _of_words_alone(bare)


def title_outcome(label: str) -> Outcome | None:
    """Return what the words over a whole table, or a sheet's name, say of its rows; “Draft” and “Revised” speak of the file."""
    found = heading_outcome(label)
    bare = " ".join(label.casefold().split())
    spoken = found in (Outcome.DECLINED, Outcome.WITHDRAWN, Outcome.RETURNED) or any(
        one.search(bare) for _, one in _OVER
    )
    return found if spoken and found is not Outcome.AWARDED else None


def is_heading(label: str) -> bool:
    """Return whether words are nothing but a heading on what became of the rows beneath: “Applications declined”, “Reserve list”."""
    return _of_words_alone(" ".join(label.casefold().split()).strip(" :-–.*_")) is not None


_BESIDE = re.compile(
    r"\b(?:the|these|those|following|all|list|of|for|to|by|in|this|which|that|were|was|are|have|has|been|and|or|panel|commissioner|"
    r"o?pcc|pfcc|round|section|below|status|outcome|applica(?:tion|nt)s?|bids?|bidders?|requests?|proposals?|projects?|schemes?|"
    r"organi[sz]ations?|groups?|grants?|awards?|funding|[0-9]+)\b|[^\w\s-]"
)
_MADE = ("awards", "awards made", "grants made")
_LEAST_LETTERS = 4  # of a heading: “No” and “Yes” alone are none


def _of_words_alone(bare: str) -> Outcome | None:
    """Return the outcome of a heading that holds words for outcomes, and for applications at most; None for any other."""
    left = " ".join(_BESIDE.sub(" ", bare).split())
    if bare in _MADE:
        return Outcome.AWARDED
    if len(bare) < _LEAST_LETTERS or not left:
        return None
    whole = _meant(left)
    if whole is None and (first := outcome_of(bare)) is not None and first not in _COUNT:
        return first  # “Declined – out of area”; but “Success at School” is a body
    outcomes = {whole} if whole is not None else {_meant(one) for one in left.split()}
    if None in outcomes or (len(outcomes) > 1 and outcomes & set(_COUNT)):
        return None  # “Awarded and declined” says nothing of any one row
    return next((one for one in Outcome if one in outcomes and one is not Outcome.WITHDRAWN), Outcome.WITHDRAWN)
