"""Whom a sentence is about: the name that it begins with, up to its verb: “Elm Wildlife Group works for green spaces”."""

from __future__ import annotations

import re

from pcp_reports.audit.lines.names import in_small, naming
from pcp_reports.audit.lines.names.before_verb import ON_THE_WAY
from pcp_reports.audit.lines.names.deeds import deed_at
from pcp_reports.audit.words.kinds import ONE
from pcp_reports.printed.patterns import word_set
from pcp_reports.stated.words import words_of

_AUX = re.compile(
    r",?\s+(?=(?:is|are|was|were|has|have|had|will|wants?|plans?|hopes?|aims?|needs?|provides?|runs?|helps?|offers?|works?|brings?|teaches|gives?|supports?)\s)"
)
_SMALL_NEXT = re.compile(r",?\s+(?=[a-z])")
_JOINS = word_set("of the for in at on de la le y yr and with by to & from into under over near upon")
_NEXT = re.compile(r"(?P<verb>[a-z]+s|[a-z]+ed)\s+[a-z“‘\"']")
_MANY = re.compile(r"[A-Z][a-z]+s$")
_VERB_OF_MANY = re.compile(r"[a-z]{3,}\s+[a-z]")
"""“Elm Wood Friends look after …”: behind a name in the plural a verb has no -s."""

_ASIDE = re.compile(
    r",\s+(?:(?:a|an|the|one|near|in|at|on|listed|based|which|who|whose|with|formed|founded|known)\b|[a-z]+(?:ed|ing)\b)"
)
_SAINT = word_set("st saint sts ltd rfc wi")
_FIRST = re.compile(r"(?<=[a-z0-9)’'”*])(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bLtd)[.!?]\s+(?=[A-Z£“‘])")
_FAR = 600  # characters
_LONGEST = 160  # characters before the verb
_MOST_TRIED = 12


def subject_of(sentence: str) -> str:
    """Return the name that a sentence begins with and that is its subject; empty where it begins with none.

    What is told of the name between commas is no part of it; a place behind a comma is left out as well.
    """
    words = ON_THE_WAY.sub("", _FIRST.split(sentence.strip()[:_FAR], maxsplit=1)[0])
    deed = deed_at(words[:_LONGEST])
    told = _AUX.search(words, 0, _LONGEST)
    ends = [end for end in (None if deed is None else deed[0], None if told is None else told.start()) if end]
    ends = ends or ([verb] if (verb := _verb_at(words)) else [])
    if not ends:
        return ""
    name = words[: min(ends)]
    aside = _ASIDE.search(name)
    name = name if aside is None else name[: aside.start()]
    who = naming.without_article(naming.tidied(name))
    if not (naming.is_name(who) or in_small.is_body(who)) or naming.is_generic(who) or naming.is_own_office(who):
        return ""
    return who


def is_body(name: str) -> bool:
    """Return whether a name is plainly that of a body and not of a person: “Elm Hall”, “St Mary’s”, no “Ann Lee”."""
    return not (ONE | _SAINT).isdisjoint(words_of(name))


def _verb_at(words: str) -> int:
    """Return where a name of several words with capitals ends before a verb in the present or the past; 0 where none does."""
    for number, gap in enumerate(_SMALL_NEXT.finditer(words, 0, _LONGEST)):
        if number >= _MOST_TRIED:
            return 0
        word = words[gap.end() :].split(maxsplit=1)[0]
        if word in _JOINS or in_small.ends_as_body(word):
            continue
        name = words[: gap.start()]
        verb = _NEXT.match(words, gap.end()) is not None or (
            _MANY.search(name) and _VERB_OF_MANY.match(words, gap.end())
        )
        plainly = len(name.split()) > 1 and bool(verb)
        return gap.start() if plainly and naming.is_name(name) else 0
    return 0
