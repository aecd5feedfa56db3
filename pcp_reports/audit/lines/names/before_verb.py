"""Who stands before the verb of a sentence that tells of a grant: “In Tarn, the anti-litter group Clean Ferris was awarded …”."""

from __future__ import annotations

import re

from pcp_reports.audit.lines.names import in_small, naming, splitting, unnamed
from pcp_reports.audit.words.kinds import ONE_OF_THEM

_FROM = re.compile(
    r"^\s*(?:from|by|through|via|under|out\s+of|as\s+part\s+of|in|this|last|over)\s+[^.;]{0,90}?(?=\s(?:for|to|towards?|so\s+that|which)\b|[.;,–]|$)",
    re.IGNORECASE,
)


def recipient_before(before: str, after: str) -> tuple[str, str] | None:
    """Return who stands before the verb, and what for behind the amount."""
    words = splitting.without_bullet(before).strip(" ,;:\t–—-")
    told_of = _RELATIVE.search(words)
    words = _without_aside(ON_THE_WAY.sub("", words if told_of is None else words[: told_of.start()]))
    words = words if told_of is None else _last_named(words)
    words = _KIND_AHEAD.sub("", _APPLIED_FOR.sub("", _opened(words)))
    if unnamed.is_giver(_STOPS.split(words)[-1]) and not naming.is_name(words):
        return None
    spoken = IT.match(_STOPS.split(words)[-1].strip()) is not None
    who, what = ("", "") if spoken else splitting.split(words)
    if not what:
        who = naming.without_article(naming.tidied(_subject(words)))
    if not (naming.is_name(who) or in_small.is_body(who)) or naming.is_generic(who) or naming.is_own_office(who):
        return None
    if _SELF.search(who) is not None:
        return None  # “Cllr Lee and myself were awarded £10,000 to spend”: those who give tell of it
    cut = _FROM.match(after)
    what_for = splitting.purpose_behind(after[cut.end() :] if cut is not None else after)
    return who, what_for or what


def _without_aside(words: str) -> str:
    """Return the words up to what is told of the name between commas: “St Elm, Ferris, near Tarn, with a bill to pay,”."""
    aside = _ASIDE.search(words)
    if aside is None or not naming.is_name(words[: aside.start()]):
        return words
    return words[: aside.start()]


_ASIDE = re.compile(
    r",\s+(?:near|with|one\s+of|based|listed|formed|founded|home\s+of|together\s+with|along\s+with)\s[^.;:]{2,120}$"
)
_SELF = re.compile(r"\b(?:myself|ourselves|himself|herself|me|us)\b")


_APPLIED_FOR = re.compile(
    r"\s+(?:had\s+|has\s+|have\s+)?(?:successfully\s+)?(?:applied|bid|asked)(?:\s+for)?(?:\s+it)?(?:\s*,?\s+and)?$"
)
_KIND_AHEAD = re.compile(rf"^(?:[Tt]he\s+)?(?:[a-z][\w’'-]*\s+){{1,4}}(?<=\s)(?:{ONE_OF_THEM})\s+(?=[A-Z])")
"""What says of a name what it is: “The anti-litter group Clean Ferris”."""


def _opened(words: str) -> str:
    """Return the words of somebody who goes on speaking, without the mark that opens what is said."""
    return words[1:] if words[:1] in '“‘"' and not any(mark in words[1:] for mark in '”’"') else words


def _last_named(words: str) -> str:
    """Return the name that “, which received” tells more of: “The first grant went to Guides”, “next come the Scouts”."""
    if naming.is_name(words) or in_small.is_body(words) or _OF_BEFORE.search(words):
        return words
    last = words
    for lead in _LEADS_TO_NAME.finditer(words):
        rest = words[lead.end() :]
        if naming.is_name(rest) or in_small.is_body(rest):
            last = rest
    return last


_OF_BEFORE = re.compile(r"\b(?:previous|past|earlier|former|last\s+(?:year|time))\b", re.IGNORECASE)
_LEADS_TO_NAME = re.compile(
    r"[a-z0-9,]\s+(?:to|by|was|were|is|are|comes?|came|include[sd]?|including)\s+(?=(?:the\s+)?[‘'“\"]?[A-Z0-9])"
)
_RELATIVE = re.compile(r",?\s+(?:who|which|that)$")
IT = re.compile(
    rf"(?:it|they|(?:the|this|their|that)\s+(?:{ONE_OF_THEM}))$",
    re.IGNORECASE,
)
_STOPS = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])|[;:]\s")
ON_THE_WAY = re.compile(
    r"^(?:(?:(?:One|Another|Others?|The\s+(?:first|second|third|last|biggest|largest|smallest|other))(?:\s+(?:grant|award|donation|cheque|sum))?(?:\s+of\s+(?:them|these|those))?\s+(?:went|goes|has\s+gone|is\s+going|will\s+go|was\s+given)\s+to\s+(?:the\s+)?(?=[A-Z0-9]))|(?:Others?|Those|Winners|Recipients|Beneficiaries)\s[^,.;£]{0,80}?\s(?:include[sd]?|are|were)\s+(?:the\s+)?(?=[A-Z0-9])|(?:In|On|At|To)\s+the\s+(?:[a-z]+\s+){1,3}of\s+the\s+[a-z]+\s+(?=[A-Z])|Among(?:st)?\s+[^,.;]{2,60}?\s(?:is|are|was|were)\s+(?:the\s+)?(?=[A-Z0-9])|Also\s+(?:in\s+line\s+for|on\s+the\s+list\s+of|successful|funded|supported|chosen|among)\b[^,.;£]{0,40}?\s?(?:is|are|was|were)\s+(?:the\s+)?(?=[A-Z0-9])|(?:(?:In|At|On|During|Since|For|Across)\s+(?:\w+\s+){0,3}?\w+,|(?i:in\s+addition|meanwhile|similarly|elsewhere|also|finally|lastly|another\s+recipient|of\s+this|and|while|whilst|with|that|(?:it\s+was\s+)?(?:resolved|agreed|decided|recommended)(?:\s+that)?:?),?)\s+(?=(?:the\s+)?[A-Z0-9]))"
)
"""What leads up to a name in its sentence: “In Burnley, Guides …”, “Meanwhile, Guides …”."""

_SAYS = re.compile(
    r",?\s+(?:who|which|that|is|are|was|were|has|have|had|will|provides?|runs?|aims?|works?|works?|offers?|delivers?|supports?|helps?|uses?|opened|plans?|wants?|hopes?|does|do|brings?|teaches|based)\b|[,;:(]|\s[–-]\s"
)


OBJECT = re.compile(r"(?<=[a-z])\s(?:it|them)\b(?!\s+(?:is|was|has|had|will|can|would|could)\b)")
"""“The society had to plead for it. It has been awarded £900”: both sentences mean somebody told of before."""


def _subject(words: str) -> str:
    """Return the words that name who received, in the last sentence before the verb; “it” is whom the first one begins with."""
    sentences = _STOPS.split(words)
    last = sentences[-1]
    if len(sentences) > 1 and IT.match(last.strip()):
        if OBJECT.search(sentences[-2]) is not None:
            return ""
        told = _SAYS.search(sentences[0])
        return sentences[0][: told.start()] if told is not None else last
    return ON_THE_WAY.sub("", last)
