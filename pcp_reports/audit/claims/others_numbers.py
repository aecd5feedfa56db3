"""Numbers beside a list that are of others than its lines, by what their own sentence says: they are held against no list.

“Our partner has made six grants of its own”, “Four awards were for the full amount asked”, “Grants went to four clubs and a
church”, “Six people took part” beside five grants count something else, whatever figure of the list stands near.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.bodies import names_one_more
from pcp_reports.audit.claims.counting import ways_of
from pcp_reports.audit.claims.headlines import may_count_others
from pcp_reports.audit.words.kinds import ONE_OF_THEM
from pcp_reports.audit.words.names import months_of
from pcp_reports.audit.words.numbers_told import NUMBER, have_asked, value_of
from pcp_reports.printed.patterns import word_set
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_OTHERS = re.compile(
    r"(?i)\bof (?:its|their|his|her) own\b|\b(?:round|one|list) before (?:this|that|last)\b|\b(?:were|was|have been|had been|are) (?:unsuccessful|refused|turned down|rejected|declined)\b"
    r"|\bdid not\b|\b(?:hopes?|hoping) to\b|\bpredecessor\w*\b|\bold (?:police )?authority\b|\b(?:started|began) (?:a|an|their) (?:form|application)\b|\b(?:a year|each year|every year) from now\b"
    r"|\bnominated\b|\bjoined (?:us|me|him|her|them|forces)\b|\bbefore[;,.:]|\btoo\.?$|\b(?:those|the ones) (?:that|which|who)\b[^.]{0,40}\b(?:are|were) (?:listed|shown|set out|below|as follows)\b"
    r"|\b(?:priorities|aims|objectives) (?:guide|are|of)\b"
)
_NOT_LEADING = re.compile(
    r"(?i)\b(?:delegat\w+|sub-?committee|private session|urgen\w+|(?<!before the )(?:spring|summer|autumn|winter)|came to (?!£)|attended|interviewed|under (?:his|her|their|its) powers)\b"
)
_PAID = re.compile(r"(?i)\b(?:paid|payments?)\b")
_A_PART = re.compile(
    r"(?i)^(?: [\w’'-]+){1,4}? (?:are|were|is|was) for (?!the following\b|these\b|a total\b|£)|^(?: [\w’'-]+){1,3} in all came\b"
    r"|^(?: [\w’'-]+){1,3} (?:over|under|above|below) £"
)
_ONE_MORE = re.compile(rf"(?i)\band (?:one|an?|the) (?:[\w’'-]+ ){{0,2}}?(?:{ONE_OF_THEM}|in part|below|above|to)\b")
_THE_OTHER = re.compile(
    rf"(?i)[;,:] (?:and |of which |of whom )?(?:the )?({NUMBER.pattern[4:]})(?= (?:from|in|of|under|for|through|by|made)\b)"
)
"""“Six grants had been made; the five from the Community Action Fund were:”."""
_DETERMINED = re.compile(r"(?i)\b(?:the|these|those|all|above)(?: above| following)? $")
_PEOPLE = word_set(
    "people residents pupils children students volunteers victims members officers staff families households adults patients visitors users hours days"
    " weeks months sessions priorities aims objectives meetings"
)
_OF_ONE_KIND = word_set(
    "charities clubs churches schools councils trusts halls choirs libraries hubs societies museums companies parishes boroughs districts chapels"
)


def without_others(paper: Paper, one: Round, heard: Iterable[Heard]) -> list[Heard]:
    """Return what is heard of a round, the numbers that are of others no longer firm where they are not the list's."""
    ways = ways_of(one.awards)
    about = " ".join(paper.passages[index].text for index in one.lead)
    return [
        replace(each, claim=replace(each.claim, firm=False), vouched=False)
        if _is_wrong_and_of_others(paper, one, each, ways, about)
        else each
        for each in heard
    ]


def _is_wrong_and_of_others(paper: Paper, one: Round, each: Heard, ways: tuple[int, ...], about: str) -> bool:
    claim, said = each.claim, each.claim.count_said
    if (
        not claim.firm
        or said is None
        or claim.count is None
        or claim.count.value is None
        or int(claim.count.value) in ways
    ):
        return False
    text = said.sentence.text
    if may_count_others(paper, one, each.passage):
        return True
    leading = not (
        each.back or each.afar
    )  # above the list, where a kind of bodies may be told that the rest of the paper knows
    if leading and any(value_of(match[1]) in ways for match in _THE_OTHER.finditer(text)):
        return True
    return is_of_others(text, said.before, said.behind, said.claim.noun, about, leading=leading)


def is_of_others(text: str, before: str, behind: str, noun: str, about: str, *, leading: bool) -> bool:
    """Return whether a number, with the words before and behind it in its sentence, counts others than the lines of a list.

    ``about`` are the words that lead to the list; ``leading``: the sentence itself leads there.
    """
    words = words_of(noun)
    if words and words[-1] in _PEOPLE:
        return True
    if _OTHERS.search(text) is not None or _A_PART.search(behind) is not None:
        return True
    if have_asked(behind) or names_one_more(behind) or _ONE_MORE.search(behind) is not None:
        return True
    if leading:
        return False
    known = words_of(about)
    if words and words[-1] in _OF_ONE_KIND and words[-1] not in known:
        return True
    if _NOT_LEADING.search(text) is not None:
        return True
    if _PAID.search(text) is not None and _DETERMINED.search(before) is None:
        return True
    return (
        bool(months_of(behind))
        and months_of(behind).isdisjoint(months_of(about))
        and re.search(
            r"(?i)^(?: [\w’'-]+){1,3} (?:agreed|made|awarded|approved|given|supported) (?:in|on|at)\b", behind
        )
        is not None
    )
