"""The words by which a list is told not to be the whole, or to go on elsewhere."""

from __future__ import annotations

import re

from pcp_reports.audit.words.page_clutter import is_clutter

PARTIAL = (
    *("including", "includes", "include", "included", "such as", "for example", "for instance", "e.g", "eg", "examples"),
    *("example", "among them", "among these", "among those", "amongst them", "amongst others", "among others"),
    *("amongst these", "amongst those", "among which", "some of", "a selection", "selection of", "highlights"),
    *("highlight", "the largest", "largest of", "notably", "in particular", "particularly", "a share of", "share of"),
    *("a number of examples", "a few of", "a sample", "sample of", "not limited to", "of which", "case studies", "case study"),
    *("a flavour", "snapshot", "many of", "most of", "several of", "gan gynnwys", "yn cynnwys", "er enghraifft", "rhai o"),
    *("a handful", "recent examples", "just some", "key projects", "the main", "the biggest", "main recipients"),
)  # fmt: skip
"""In the sentence that leads to a list: it may not name all."""
_ALL = (
    "as follows",
    "in full",
    "all of which",
    "each of which",
    "are listed",
    "is listed",
    "full list",
    "complete list",
)
_SOME = re.compile(
    r"(?i)\b(?:grants?|awards?|projects?|groups?|organi[sz]ations?|recipients?|schemes?|beneficiaries|these|those|they|charities|clubs|"
    r"applicants?|applications|initiatives|causes|funded|supported|benefit\w*|successful)\b[^.:;£]{0,60}?\b(includ(?:e[sd]?|ing))\b"
    r"(?! (?:in|within|for|as|below|above|at|on)\b)(?=[^.;£]{0,40}(?:[:.]|$))|"
    r"^\W*(includ(?:e[sd]?|ing)|examples|highlights|some of the|a selection of)\b(?=[^.;£]{0,60}:?\s*$)|"
    r"\b(among(?:st)?) (?:the|these|those|them|our) (?:\w+ ){0,3}(?:projects?|groups?|organi[sz]ations?|recipients?|grants?|awards?|schemes?|"
    r"charities|clubs|successful|beneficiaries|funded|were|are)\b"
)
_PARTS = re.compile(
    r"(?i)\bof which £\s?[0-9][0-9,.]* (?:\w+ ){0,3}(?:through|from|under|via|in|for) (?:the|our|his|her) [^.;:]*\band £\s?[0-9][^.;:]*[A-Za-z]{4,}\s*:?\s*$"
)
"""“of which £20,000 was through the Community Fund and £10,000 through the Innovation Fund:” gives the parts of the list."""
_OPEN_END = re.compile(
    r"(?i)(?:\betc\b\.?|\band (?:many |several |some |a number of |\w+ )?(?:others?|more)\b(?! \w)|\bamong(?:st)? others\b|…|\.\.\.)[\s.;,)]*$"
)
_FULL_LIST = re.compile(
    r"(?i)\b(?:(?:full|complete|comprehensive|entire|detailed) (?:\w+ )?(?:list|listing|details|breakdown|schedule|table)|"
    r"(?:list|details) of (?:all|every)|all (?:the )?(?:grants|awards|projects)[^.]{0,40}(?:website|online|appendix|annex)|"
    r"(?:further|other|remaining) (?:grants|awards|projects)[^.]{0,60}(?:website|online|appendix|annex|found|listed|available))\b"
)
_ELSEWHERE = re.compile(
    r"(?i)\b(?:website|web site|online|appendix|annex|schedule|available|found at|link|here|attached|separately)\b|https?:|www\."
)
_FURTHER_ON = re.compile(r"(?i)\b(?:below|overleaf|over the page|later|follows|next page|end of)\b")
_CONTINUED = re.compile(
    r"(?i)\s*(?:[\(\[]?\s*(?:table|list)?\s*(?:cont(?:inued|d|['’]d|\.)?)(?: (?:on|from|over|overleaf)[^.]*)?\s*[\)\]]?\.?|"
    r"page \d+(?: of \d+)?|\d+|[-–—_*\s.]+|p\.?t\.?o\.?)\s*"
)


def partial_word(text: str) -> str:
    """Return the word of a leading sentence by which its list may not be the whole, or nothing."""
    words = re.findall(r"[\w.’'-]+", text.casefold())
    plain = " " + " ".join(word.strip(".’'-") for word in words) + " "
    for phrase in PARTIAL:
        at = plain.rfind(f" {phrase} ")
        if at < 0:
            continue
        behind = plain[at + len(phrase) + 1 :]
        if any(f" {whole}" in behind for whole in _ALL) or (
            phrase == "of which" and (_PARTS.search(text) or behind.startswith(" the following "))
        ):
            continue
        return phrase
    return ""


def names_some(text: str) -> str:
    """Return the words by which a sentence or heading, wherever it stands above a list, names only some of those funded."""
    match = _SOME.search(text)
    if match is None or any(whole in text[match.end() :].casefold() for whole in _ALL):
        return ""
    return " ".join(next(group for group in match.groups() if group).split()).casefold()


def open_end(text: str) -> str:
    """Return the words at the end of a list by which it goes on (“etc.”, “and others”), or nothing."""
    match = _OPEN_END.search(text.rstrip())
    return " ".join(match[0].split()).strip(" ;,)") if match else ""


def points_elsewhere(text: str) -> bool:
    """Return whether words say that the full list stands elsewhere: on a website, in an appendix."""
    return bool(_FULL_LIST.search(text) and _ELSEWHERE.search(text))


def follows_in_full(text: str) -> bool:
    """Return whether words behind a list say that the full list stands further on, or elsewhere."""
    return bool(_FULL_LIST.search(text) and (_ELSEWHERE.search(text) or _FURTHER_ON.search(text)))


def is_furniture(text: str) -> bool:
    """Return whether a passage only says that a list goes on, is a page's number, or what a web page shows beside its words."""
    return _CONTINUED.fullmatch(text) is not None or is_clutter(text)
