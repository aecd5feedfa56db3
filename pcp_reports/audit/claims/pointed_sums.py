"""Sums given to just as many as a list has lines, in a sentence that points to the list, or names one year of its table.

“To approve grants, £119,865 altogether, to the six organisations in Appendix A”, pages before six lines; “The funding for the
five projects in 2024/25 comes to £165,050”, right behind a table of five with a column a year. The number, and where the
sentence points to or stands, leave no other list to be meant, so that the sum is held against it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.beside_list import LONGEST_ABOUT_A_LIST, passages_behind
from pcp_reports.audit.claims.counting import ways_of
from pcp_reports.audit.claims.heard import Heard, alone
from pcp_reports.audit.claims.one_sum import is_near, names_one, whole_sum
from pcp_reports.audit.claims.subject import is_of_something_else
from pcp_reports.audit.words.figures import sums_of
from pcp_reports.audit.words.grant_words import is_income, of_other_money
from pcp_reports.audit.words.names import years_of
from pcp_reports.audit.words.numbers_told import numbers_told
from pcp_reports.audit.words.pairs import is_of_others
from pcp_reports.audit.words.spans import YEARS, keys_of, tells_of_before
from pcp_reports.claims import Kind, read
from pcp_reports.passage import Sort
from pcp_reports.said import Said, sentences_of
from pcp_reports.stated.assertion import Assertion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.audit.words.numbers_told import Told
    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence

_FEWEST = 3
_THE = re.compile(r"(?i)\b(?:the|these|those|all)(?: the| these| following)? $")
_AT_PLACE = re.compile(
    r"(?i)^ (?:[\w’'-]+ ){1,4}?(?:that are |which are |as )?(?:listed |named |set out |shown |detailed |given |described )?(?:in|at|on|by) (?:the )?(?:appendix|annex|schedule|table|section|paragraph)\b"
)
"""Behind a number: “six organisations listed in Appendix A”."""
_ELSE = re.compile(
    r"(?i)\b(?:so far|to date|already|previous\w*|last|earlier|since|annual\w*|would|could|might|average|estimated|target|compared|draft|original\w*|first|initial\w*|until|"
    r"available|pot|set aside|earmark\w*|ring-?fenc\w*|allocat\w*|reserv\w*|underspen\w*|carried|balance|limit|ceiling|at most|costs?|value of the (?:projects|work)|match|turnover|"
    r"councils?['’]s?|(?:the|by|from) (?:council|force|lottery|ministry|government|home office|trust)|vat|evaluation|administ\w+|monitoring|years|instalments?|each|half|quarter|part|share|some)\b|[?“”\"]"
)
"""What a sum may be besides what the list comes to, or when it was something else."""
_DECIDES = re.compile(
    r"(?i)^\W*(?:[0-9.]+ )?(?:to |that |i (?:hereby )?|the commissioner (?:is asked to )?)?(?:approv|agree|award|grant|mak|£)\w*"
)
_FOR_YEAR = re.compile(
    r"(?i)\bfor (?:the (?:financial )?year )?(?:from |beginning |starting |to |ending )?(?:[0-9]{1,2} [A-Z][a-z]+ )?20[0-9]{2}"
)
"""“To approve grants for the year from 1 April 2025”: a decision names the year that it is for."""
_GIVES = re.compile(
    r"(?i)\b(?:fund(?:s|ed|ing)?|grants?|awards?|awarded|granted|given|giv(?:e|es|ing)|gave|approv\w+|agree[ds]?|pay(?:s|ing|ments?)?|paid|support(?:ed)?|sums?)\b"
)


def with_pointed_sums(paper: Paper, one: Round, heard: Sequence[Heard], locale: str) -> list[Heard]:
    """Return what is heard of a round, with the sums of sentences that give them to all of its lines, by number and place."""
    if len(one.awards) < _FEWEST or one.partial or one.told or one.unread:
        return list(heard)
    sums = {each.passage for each in heard if each.claim.total is not None and each.claim.firm}
    counts = {each.passage for each in heard if each.claim.count is not None}
    found = [
        each
        for each in _found(paper, one, locale)
        if each.passage not in (counts if each.claim.total is None else sums)
    ]
    surer = {each.passage for each in found if each.claim.total is not None}
    kept = (
        each
        for each in heard
        if each.passage not in surer or each.claim.firm or each.claim.total is None or each.claim.count is not None
    )
    return sorted((*kept, *found), key=lambda each: (each.passage, each.offset))


def _found(paper: Paper, one: Round, locale: str) -> Iterator[Heard]:
    first = min(award.passage for award in one.awards)
    years = _years_of_table(paper, first)
    if not one.afar and len(years) <= 1:
        return  # nothing points to it: a paper of many lists is not looked through for each of them
    titles = [
        passage.text
        for passage in paper.passages[:first]
        if passage.sort in (Sort.HEADING, Sort.TITLE) or passage.table
    ]
    known = years_of(" ".join((*titles, *(paper.passages[index].text for index in one.lead))))
    for at in one.afar:
        if at < first and paper.passages[at].sort in (Sort.TEXT, Sort.ITEM):
            yield from _told(paper, one, at, locale, frozenset(), known)
    if len(years) > 1:
        for at in passages_behind(paper, one):
            yield from _told(paper, one, at, locale, years, known)


def _told(
    paper: Paper, one: Round, at: int, locale: str, years: frozenset[str], known: frozenset[int]
) -> Iterator[Heard]:
    """Yield the sum and the number of a passage. ``years`` are those of the table's columns, of which it must name one.

    ``known`` are the years that the paper is about; another is one that a decision is for, or it is of other grants.
    """
    whole = paper.passages[at].text
    if "£" not in whole or len(whole) > LONGEST_ABOUT_A_LIST:
        return
    for sentence in sentences_of(whole, locale):
        number = _number(one, sentence, years)
        sums = sums_of(sentence)
        if number is None or len(sums) != 1 or sums[0].kind is not Kind.EXACT or sums[0].each:
            continue
        if _may_be_else(sentence, years) or names_one(sentence.text, one) or not is_near(sums[0], one):
            continue
        text = sentence.text
        if not years and years_of(text) - known and not (_DECIDES.match(text) and _FOR_YEAR.search(text)):
            continue
        if is_of_something_else(alone(sums[0], sentence)):
            continue
        yield replace(whole_sum(sums[0], sentence, at, back=bool(years)), afar=not years)
        yield _count(number, sentence, at, afar=not years)
        return


def _number(one: Round, sentence: Sentence, years: frozenset[str]) -> Told | None:
    """Return the only number of a sentence that counts grants or bodies, where it is that of the lines and points to them."""
    told = list(numbers_told(sentence.text))
    if len(told) != 1 or told[0].value not in ways_of(one.awards):
        return None
    before, behind = sentence.text[: told[0].start], sentence.text[told[0].end :]
    points = years or _AT_PLACE.match(behind) is not None
    return told[0] if points and _THE.search(before) is not None else None


def _may_be_else(sentence: Sentence, years: frozenset[str]) -> bool:
    """Return whether the sum of a sentence may be no sum of what was given to those of the list."""
    text = sentence.text
    if of_other_money(text) or is_income(text) or _ELSE.search(text) or is_of_others(sentence):
        return True
    if not _GIVES.search(text):
        return True
    named = frozenset(key for key in keys_of(text) if key.startswith(YEARS))
    return bool(years) and (len(named) != 1 or not named <= years or tells_of_before(text))


def _years_of_table(paper: Paper, first: int) -> frozenset[str]:
    """Return the years that the columns of the table of the passage ``first`` are headed with."""
    table = paper.passages[first].table
    at = first
    while at > 0 and table and paper.passages[at - 1].table == table:
        at -= 1
    cells = (cell.text for index in range(at, first) for cell in paper.passages[index].cells)
    return frozenset(key for words in cells for key in keys_of(words) if key.startswith(YEARS))


def _count(each: Told, sentence: Sentence, at: int, *, afar: bool) -> Heard:
    start, end = sentence.start + each.start, sentence.start + each.end
    text = sentence.text[each.start : each.end]
    claim = replace(read(str(each.value)), text=text, noun=each.noun, start=start, end=end)
    made = Assertion(count=claim, counts=each.counts, count_said=Said(claim, sentence), firm=True)
    return Heard(made, at, start, back=True, afar=afar, vouched=True, plain=True)
