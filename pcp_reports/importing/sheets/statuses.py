"""What became of an application, out of the words that offices use for it. Only awards are taken over."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache


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

# The first that is found decides: “not awarded” before “awarded”.
_PATTERNS: tuple[tuple[Outcome, str], ...] = (
    (Outcome.DECLINED, r"declin\w*|reject\w*|refus\w*|unsuccess\w*|un-success\w*|not (?:been )?(?:awarded|approved|funded|successful|agreed|supported|granted|recommended|eligible|progressed|shortlisted)|ineligible|failed|unfunded|turned down|no(?: award)?|n|false|not taken forward"),
    (Outcome.RETURNED, r"(?:money |funds? |funding |grant |fully |partly )?(?:returned|repaid|refunded|paid back|recovered|clawed back|claw ?back)"),
    (Outcome.WITHDRAWN, r"withdr[ae]wn?\w*|cancel+ed|rescinded|revoked|not (?:taken up|accepted|drawn down|proceeding)|did not proceed"),
    (Outcome.UNDECIDED, r"pending\b.*|tbc|tba|awaiting\b.*|under (?:review|consideration|assessment)|deferred|submitted|received|applied|requested|in assessment|being assessed|shortlisted|on hold|to be (?:decided|confirmed)|not (?:yet )?decided|undecided|draft|recommended(?: for \w+)?|(?:in )?principle|more information\b.*|\?+"),
    (Outcome.VARIED, r"varied|variation(?: agreed)?|amended|revised"),
    (Outcome.AWARDED, r"(?:fully |partly |partially |part |full |grant )?(?:award(?:ed)?|approved|successful|success|agreed|granted|accepted|funded|funding agreed|paid|supported|offered|allocated)(?: in (?:part|full)| \(?(?:part|full|partial)\)?| with conditions| subject to conditions| and paid)?|(?:part|partial|partially|full) (?:funded|award|approval|approved|funding)|y|yes|true|✓|live|active|complete|completed|delivered|in delivery|offer (?:sent|accepted|made|letter sent)|contracted|gaa signed|signed"),
)  # fmt: skip
_COMPILED = tuple((outcome, re.compile(pattern)) for outcome, pattern in _PATTERNS)
_AROUND = re.compile(r"^[\s\W]*(?:\d+[.)]\s*)?|[\s.!,;:-]+$")


@lru_cache(maxsize=1024)
def outcome_of(shown: str) -> Outcome | None:
    """Return what the words of a status mean, None where that cannot be told: “In progress” may be the project or the bid.

    What follows a dash or stands in brackets explains the word before it: “Declined – out of area”.
    """
    bare = " ".join(shown.casefold().split())
    for words in (
        bare,
        _AROUND.sub("", bare),
        re.split(r"\s*[–—:(,;/]\s*|\s+-\s+|\s+(?:on|by|at)\s+", bare)[0].strip(" ."),
    ):
        for outcome, pattern in _COMPILED:
            if pattern.fullmatch(words):
                return outcome
    return None


_OVER = (
    (Outcome.DECLINED, re.compile(r"\b(?:un-?successful|declined|rejected|refused|not (?:awarded|funded|approved|supported)|ineligible)\b")),
    (Outcome.UNDECIDED, re.compile(r"\b(?:pending|reserve list|under consideration|awaiting|deferred|applications? received|^received$|^grants? received$|withdrawn (?:bids?|applications?))\b")),
    (Outcome.AWARDED, re.compile(r"^(?:successful|awarded|approved|funded)(?: (?:applications?|bids?|projects?|grants?|organisations?))?$")),
)  # fmt: skip


def heading_outcome(label: str) -> Outcome | None:
    """Return what a heading over rows says of them all: “Unsuccessful applications”; None where it speaks of something else."""
    bare = " ".join(label.casefold().split()).strip(" :-–.")
    if re.search(
        r"(?<!un)(?<!un-)\bsuccessful\b.*\bunsuccessful\b|\band\b.*\b(?:unsuccessful|declined|rejected)\b", bare
    ):
        return None
    return next((outcome for outcome, pattern in _OVER if pattern.search(bare)), None)
