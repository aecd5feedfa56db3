"""The words that say that parts are all there are, and those that say that they are not."""

from __future__ import annotations

import re

_TIGHT = (
    r"\bmade\s+up\b|\bcompris(?:es?|ed|ing)\b|\bconsist(?:s|ed|ing)?\s+of\b|\bcomposed\s+of\b|\bsplits?\b(?!-)|\bdivided\b|\bbroken\s+down\b|\bbreaks\s+down\b"
    r"|\bin\s+(?:two|three|four|five|six)\s+(?:\w+\s+)?(?:instalments|payments|tranches|parts|stages)\b"
    r"|\bbreakdown\b(?=\s*(?:[:–(]|(?:of\s+(?:this|that|it)|is|was|as|being|below|between|by)\b))|\bapportioned\b|,\s*being\b|\bi\.e\.|\bsef\b"
)
TIGHT = re.compile(_TIGHT, re.IGNORECASE)
"""What stands between a whole and its parts."""

LOOSE = re.compile(r"\bas\s+follows\b|\bnamely\b|\bviz\b", re.IGNORECASE)
"""The same, where it may lead to some of what is paid out of a budget as well."""

SHARE = re.compile(
    r"\A\s*[(:–]\s*\Z|\bshared\s*:|\bshared\s+(?:between|by|among)\b|\b(?:funded|met|financed|paid\s+for)\s+(?:by|from)\b",
    re.IGNORECASE,
)
"""What may lead to some of the parts: nothing but a bracket or a colon, or who pays. More than the whole they cannot be."""

TO_NAMES = re.compile(r"\bcompris\w*|\bconsist\w*(?:\s+of\b)?|,\s*being\b", re.IGNORECASE)
"""Of these what stands right before may be made up, and not the sum: “£50,000 on a team comprising six officers (£30,000)”."""

OPEN = re.compile(
    r"\b(?:includ\w*|of\s+(?:which|whom|this|these|those|it|them)|such\s+as|e\.?g|for\s+(?:example|instance)|mainly|mostly|largely|primarily|part(?:ly|ially)?|among(?:st)?|some\s+of"
    r"|each|every|per|annually|p\.?a|monthly|a\s+(?:year|month|week)|less|minus|net|deduct\w*|exclud\w*|excl|before|after|compar\w+|against|versus"
    r"|increas\w+|decreas\w+|reduc\w+|rose|fell|risen|fallen|previous\w*|last\s+year|original\w*|instead|rather\s+than|match(?:ed|ing)?|average|maximum|minimum"
    r"|either|whereas|while|but|however|or|others|etc|to\s+date|so\s+far|cumulative|estimated|%)(?!\w)|%|[-−]\s?£|[$€]|(?<![£\d,.])\d{1,3},\d{3}\b",
    re.IGNORECASE,
)
"""What keeps the parts from being all of the whole and nothing else."""

SHARED = re.compile(
    r"\bincludes?\b|\band\s+(?:by|from|through|with|an?|the|its|our)\b|[,;–(]\s*(?:and\s+|while\s+)?(?:the|an?|its|our|their|two|three|four)\s+\w|;\s*\w|\b(?:once|offset|taken\s+off|ke(?:pt|eps?|eping)|retain\w*|withh[eo]ld\w*|held\s+back)\b",
    re.IGNORECASE,
)
"""What behind parts that fall short of the whole may tell of the rest of it: somebody else who has a share, what is kept."""

TO_COME = re.compile(
    r"\b(?:yet\s+to|still\s+to|to\s+follow|to\s+be\s+(?:decided|settled|agreed|confirmed|announced)|will\s+(?:follow|depend)|depends|(?:last|final)\s+(?:\w+\s+)?(?:payment|part|share|sum|instalment)"
    r"|pending|unallocated|uncommitted)\b",
    re.IGNORECASE,
)
"""The same, in that sentence or the next: what is still open."""

MORE = re.compile(
    r"\b(?:further|additional(?:ly)?|addition|also|remain\w*|rest|others?|plus|balance|besides|as\s+well|together\s+with|alongside|supplement\w*|top(?:ped)?[\s-]up)\b",
    re.IGNORECASE,
)
"""What tells of another part in the sentence behind."""

POT = re.compile(
    r"\b(?:budgets?|funds?|available|pot|envelope|to\s+spend|out\s+of|reserves?|underspend|(?:from|of)\s+(?:the|a|an|its|our|their|this|that)(?:\s+\w+){0,3})\b",
    re.IGNORECASE,
)
"""What there is to give: what is given out of it may be less."""

POT_BEHIND = re.compile(
    r"\s+(?:(?!from\b|of\b|for\b|to\b|in\b|is\b|was\b)[\w’'-]+\s+){0,3}(?:fund|pot|budget|scheme|programme)\b",
    re.IGNORECASE,
)
"""The same, right behind the sum: “the £60,000 safety fund”."""

BACK = re.compile(
    r"\s*(?:this|it|these|that|which|(?:the|a)\s+(?:\w+\s+)?(?:amounts?|sum|total|funding|figure|grant|costs?|money|award|balance|budget|allocation|split|breakdown))\b",
    re.IGNORECASE,
)
"""How a sentence begins that speaks of the sum right before it."""

TOTALLING = re.compile(
    r"\b(?:totals?|totall?ing|totall?ed|altogether|overall|combined|in\s+all|cyfanswm|grand|sum\s+of|aggregate)\b",
    re.IGNORECASE,
)
