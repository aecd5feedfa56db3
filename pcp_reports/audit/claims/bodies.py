"""Numbers of bodies of any kind, “18 churches”, with which a sentence begins that says what came to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.kinds import COUNTED
from pcp_reports.audit.words.phrases import GIVES
from pcp_reports.stated.words import what_it_counts, words_of

if TYPE_CHECKING:
    from pcp_reports.claims import Claim

_DEALT = re.compile(
    rf"(?i)\b(?:award(?:s|ed|ing)?|grant(?:ed|s|ing)?|{GIVES}|agree[ds]?|"
    r"fund(?:ed|s|ing)?|support(?:ed|s|ing)?|receiv(?:ed?|es|ing)|donat(?:ed|es?|ing|ions?)|invest(?:ed|s|ing)?|benefit\w*|(?:hand|dish)(?:ed|s|ing|es)? out|"
    r"handed over|present(?:ed|s|ing)|boost(?:ed|s)?|windfalls?|win(?:s|ning)?|won|scoop(?:s|ed)?|land(?:s|ed)|pick(?:s|ed)? up|bag(?:s|ged)?|net(?:s|ted)|"
    r"(?:sav|back|help|aid|select|choos)(?:e?s|e?d|ing)|chosen|gets?|got|going|go(?:es)?|went|shar(?:es?|ed|ing)|spread|split|divided|between them|"
    r"came through|succeeded|successful\w*|lucky|paid|pays|put into|puts|to have|will have|secur(?:e|es|ed|ing))\b"
)
_FIRST_OF_ALL = re.compile(
    r"\W*(?:(?:date )?[0-9]{4}-[0-9]{2}-[0-9]{2}\W+)?(?:(?i:the|these|all|a total of|in all|our|an?other|some|a)\s+)*(?i:further\s+)?\Z"
)


def is_dealt_out(text: str) -> bool:
    """Return whether words say that something was given or got, in whatever way it is put: “scoop”, “between them”."""
    return _DEALT.search(text) is not None


def begins(before: str) -> bool:
    """Return whether a figure with these words ``before`` it is what its sentence begins with: “A further five …”."""
    return _FIRST_OF_ALL.match(before) is not None


_ONE_MORE = re.compile(r"(?i)\b(?:and|plus|with) (?:one|another|an? (?:further|existing|new|second|third))\b")


def names_one_more(behind: str) -> bool:
    """Return whether the words behind a number add one to it: “… new projects and one existing project”."""
    return _ONE_MORE.search(behind) is not None


def is_of_bodies(claim: Claim) -> bool:
    """Return whether a number is one of bodies that may get grants, of projects or of grants."""
    words = words_of(claim.noun)
    return what_it_counts(claim) is not None or bool(words and words[-1] in COUNTED)
