"""How many grants a sentence says a list has, right above it, right behind it, or in another part of a paper about it alone.

“At the evening the public chose six projects, listed with the sum each was given:” counts the lines beneath, whatever its verb.
What ties such a number to the list is where its sentence stands, that it points there, and that it is the only one that
counts grants or those who got them; it must be near the number of lines. Words of another time, of a part, of others' grants or
of what was refused leave it open. A number that agrees is told as such.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.bodies import is_dealt_out
from pcp_reports.audit.claims.counting import ways_of
from pcp_reports.audit.claims.heard import Heard
from pcp_reports.audit.claims.in_passing import SINCE, gives_another_right, tells_in_passing
from pcp_reports.audit.claims.numbers_places import elsewhere, headings_over, right_above, right_behind, top_headings
from pcp_reports.audit.claims.others_numbers import is_of_others
from pcp_reports.audit.words.figures import is_near_number, pence_of, sums_of
from pcp_reports.audit.words.grant_words import is_income
from pcp_reports.audit.words.names import funds_of, months_of, years_of
from pcp_reports.audit.words.numbers_told import numbers_told
from pcp_reports.audit.words.pairs import is_near_pair_led, is_near_pair_told
from pcp_reports.claims import read
from pcp_reports.passage import Sort
from pcp_reports.printed.patterns import word_set
from pcp_reports.said import Said, sentences_of
from pcp_reports.stated.assertion import Assertion
from pcp_reports.stated.sentences import names_with_figures
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.claims.summing import Summed
    from pcp_reports.audit.found import Round
    from pcp_reports.audit.words.numbers_told import Told
    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence

_FEWEST = 3
_LONGEST = 700  # characters of a paragraph that leads to a list, or sums it up
_POINTS = re.compile(
    r"(?i)\b(?:below|follow(?:s|ing)?|as under|here|herewith|listed|list|set out|sets out|table|schedule|shown|these|namely|viz|they (?:are|were|went)|at a glance|"
    r"largest first|in full|isod|canlynol|hyn)\b|:\W*$"
)
_ABOVE = re.compile(r"(?i)^[^.;£]{0,60}?\b(?:above|listed|agreed|uchod|successful)\b")
_IN_ALL = re.compile(
    r"(?i)\b(?:in (?:all|total|number)|altogether|all in all|total for the round|i gyd|at ei gilydd|the (?:meeting|panel|committee|board|evening|decision)\b|this (?:round|makes|meeting|decision)"
    r"|making|that makes|total (?:number|grants|awards)|number of|nifer|awards? made|thus|therefore|accordingly|in the end)\b"
)
_ELSE = re.compile(
    r"(?i)\b(?:so far|to date|since|previous\w*|earlier|last (?:year|time|round|month|quarter|meeting|week|summer|winter|spring|autumn)|year before|years?|ago|next (?:year|round|month|meeting)|"
    r"annual\w*|quarterly|cumulative\w*|predecessor|before (?:this|that)|round before|(?:funded|helped|supported|given|money|awarded|grants?|applied|worked) before|both rounds|rounds|other (?!than)\w+|others|another|further|additional\w*|more than|fewer|less than|declined?|refus\w+|reject\w+|unsuccessful|"
    r"turned (?:down|away)|withdr\w+|defer\w*|held over|put back|not (?:be )?(?:funded|supported|approved|successful|met)|fail(?:ed)?(?! to fail)|lapsed|returned|handed back|of (?:its|their|his|her) own|its own|"
    r"plan(?:s|ned)?|hopes?|hoped|expect\w*|intend\w*|could|would|might|may|should there|if more|target|average|each (?:year|month)|separate(?:ly)?|also|in addition|as well as|besides|apart from|except|other than|"
    r"includ\w+|such as|for example|examples?|among(?:st)? (?:them|these|those)|some|only|mostly|most of|many of|at least|up to|about|around|nearly|almost|roughly|over|"
    r"remain\w*|outstanding|still|neighbouring|nationally|lottery|government|home office|ministry|contracts?|shortlist\w*|considered|scored|assessed|"
    r"from the first|for the first time|new to|first-time|visited|completed|withheld|exempt|confidential|not (?:shown|listed|included|published)|pilot|twice|two grants|more than one)\b|[?“”\"]"
)
_NARROWED = re.compile(
    r"(?i)^(?: (?:grants?|awards?|projects?|groups?|organisations?|applications?|bids?|recipients?|charities|clubs))? (?:of|of the|of these|of those|of them|of which|of whom) |"
    r"^ (?:\w+ )?(?:grants|awards|donations|payments|gifts) of £|^[^.:;]{0,60}?\b(?:for the full amount|are for|were for|is for|for work with|in the (?:north|south|east|west)|over £|under £|above £|below £|worth (?:more|less|over|under)|up to £|or more|or less|each\b|apiece)"
)
_THOSE = re.compile(
    r"(?i)\b(?:those|the ones|of which|of these|of those|the (?:largest|smallest|biggest|main|new|rest|remaining|first|last|other|larger|smaller|youth|capital|revenue)|some|examples?|including|a selection)\b"
)
_LEFT_OUT = re.compile(
    r"(?i)\b(?:not|never|withheld|confidential|except|save for|apart from|omitted|left out|exempt|without)\b"
)
"""“Seven were made. One is not shown.”"""
_OF_THEM = re.compile(r"(?i)\bof (?:the|these|those|them|whom|which)\b[^.;]*,\s*$")
"""“Of the ten, nine had been funded before.”"""


def with_numbers(
    paper: Paper, one: Round, heard: Sequence[Heard], made: Summed, locale: str, *, only: bool
) -> list[Heard]:
    """Return what is heard of a round, with the numbers of its lines that its place and its words show to be meant.

    ``only``: the paper has no other round.
    """
    lines = len(one.awards)
    if lines < _FEWEST or one.partial or one.told:
        return list(heard)
    found = {(each.passage, each.offset): each for each in _numbers(paper, one, locale, only=only)}
    kept: list[Heard] = []
    for each in heard:
        at = _place_of_count(each)
        mine = found.get(at) if at is not None else None
        if mine is None or at is None:
            kept.append(each)
        elif each.claim.count is not None and each.claim.count.value == lines:
            del found[at]
            kept.append(each)
        elif each.claim.total is not None:
            # a number beside a sum: where the sum is not the list's either, both may be of another
            exact = made.whole.sum.total.pence == pence_of(each.claim.total)
            if each.claim.firm or not exact:
                del found[at]
                kept.append(each)
            else:
                kept.append(replace(each, claim=replace(each.claim, count=None, count_said=None)))
        elif each.claim.firm and each.tied:
            del found[at]
            kept.append(each)
    return sorted((*kept, *found.values()), key=lambda each: (each.passage, each.offset))


def _place_of_count(each: Heard) -> tuple[int, int] | None:
    """Return the passage of a claim's number and its place in the text of that."""
    said, first = each.claim.count_said, each.claim.said
    if each.claim.count is None:
        return None
    if said is None or first is None:
        return each.passage, each.offset
    return each.passage, each.offset + said.claim.start - first.claim.start


def _numbers(paper: Paper, one: Round, locale: str, *, only: bool) -> Iterator[Heard]:
    names = names_with_figures(award.recipient for award in one.awards)
    above, behind = right_above(paper, one), right_behind(paper, one)
    yield from _above(paper, one, above, locale, names)
    if behind is not None:
        for sentence in _read(paper, behind, locale, names):
            yield from _heard(paper, one, behind, sentence, leading=False)
    if only:
        yield from _over(paper, one, above, locale, names)
        own = funds_of(paper.passages[at].text for at in {*above, *headings_over(paper, one), *one.lead})
        for at in elsewhere(paper, one, {*above, *one.lead, *(() if behind is None else (behind,))}):
            for sentence in _read(paper, at, locale, names):
                funds = funds_of([sentence.text])
                if funds and funds <= own:
                    yield from _heard(paper, one, at, sentence, leading=False, afar=True)


def _above(paper: Paper, one: Round, above: Sequence[int], locale: str, names: Sequence[str]) -> Iterator[Heard]:
    """Yield the numbers of the sentences right above a list that lead to it, or tell of it in passing."""
    for at in above:
        sentences = _read(paper, at, locale, names)
        for number, sentence in enumerate(sentences):
            rest = sentences[number + 1 :]
            told = not rest and is_near_pair_told(sentence, len(one.awards), _pence(one))
            if (
                told
                or _leads(paper, at, sentence, rest)
                or _gives_the_sum(one, sentence)
                or tells_in_passing(paper, one, sentences, number)
            ):
                yield from _heard(paper, one, at, sentence, leading=True)


def _over(paper: Paper, one: Round, above: Sequence[int], locale: str, names: Sequence[str]) -> Iterator[Heard]:
    """Yield the numbers of the headings over the whole paper."""
    for at in top_headings(paper, one):
        for sentence in _read(paper, at, locale, names) if at not in above else ():
            found = _heard(paper, one, at, sentence, leading=False, afar=True)
            yield from (replace(each, back=False, afar=False) for each in found)


def _read(paper: Paper, at: int, locale: str, names: Sequence[str]) -> Sequence[Sentence]:
    text = paper.passages[at].text
    if len(text) > _LONGEST:
        return ()
    return sentences_of(text, locale, names)


def _leads(paper: Paper, at: int, sentence: Sentence, rest: Sequence[Sentence]) -> bool:
    """Return whether a sentence above a list leads to it, or the one behind it does, that says nothing else."""
    text = sentence.text.strip()
    if not rest:
        return (
            paper.passages[at].sort is Sort.HEADING
            or not text.endswith((".", "!", "?"))
            or _POINTS.search(text) is not None
        )
    if len(rest) > 1:
        return False
    after = rest[0].text
    left_out = _THOSE.search(after) or _LEFT_OUT.search(after)
    return not (list(numbers_told(after)) or left_out or not _POINTS.search(after))


def _gives_the_sum(one: Round, sentence: Sentence) -> bool:
    """Return whether a sentence gives just one sum, and it is what the lines come to: the number beside it is theirs as well."""
    sums = sums_of(sentence)
    return len(sums) == 1 and pence_of(sums[0]) == _pence(one)


def _pence(one: Round) -> int:
    return sum(award.amount.pence for award in one.awards if award.amount is not None)


def _heard(
    paper: Paper, one: Round, at: int, sentence: Sentence, *, leading: bool, afar: bool = False
) -> Iterator[Heard]:
    text = sentence.text
    lines, ways = len(one.awards), ways_of(one.awards)
    told = [each for each in numbers_told(text) if _counts_lines(each, text, leading=leading, afar=afar)]
    right = [each for each in told if each.value in ways]
    if right:
        yield _as_heard(right[0], sentence, at, leading=leading, afar=afar)
        return
    near = [each for each in told if is_near_number(each.value, lines)]
    if len(near) != 1 or _is_of_else(paper, one, at, sentence, near[0], leading=leading, afar=afar):
        return
    yield _as_heard(near[0], sentence, at, leading=leading, afar=afar)


def _counts_lines(each: Told, text: str, *, leading: bool, afar: bool) -> bool:
    """Return whether a number of a sentence may be that of the list, by what stands beside it."""
    if _NARROWED.search(text[each.end :]) is not None and not (leading and not each.noun):
        return False
    if afar:
        return each.gifts or (each.met and bool(each.noun)) or is_dealt_out(text)
    if leading:
        return each.met or is_dealt_out(text) or _POINTS.search(text) is not None
    before = text[: each.start]
    if _OF_THEM.search(before) is not None:
        return False
    if re.search(r"(?i)\b(?:the|these|those|all|above|evening['’]s)(?: above| last)? $|\bun o['’]r $", before) and (
        each.gifts or each.met or _ABOVE.search(text[each.end :]) is not None
    ):
        return True
    if _IN_ALL.search(text) is not None and (each.met or is_dealt_out(text)):
        return True
    return each.met


def _is_of_else(
    paper: Paper, one: Round, at: int, sentence: Sentence, each: Told, *, leading: bool, afar: bool
) -> bool:
    """Return whether a sentence may speak of others than the lines of a list, or tells of more than is listed."""
    text = sentence.text
    if text.lstrip().startswith("There ") and _BIDS.search(paper.passages[at].text) is not None:
        return True  # “The panel scored the bids. There were six in the year:”
    rest = _without_bids(text, each, leading=leading)
    if leading:
        rest = SINCE.sub(" ", rest)
    another = leading and gives_another_right(text, each, ways_of(one.awards))
    if another or _ELSE.search(_IN_THE_YEAR.sub(" ", rest) if leading else rest) is not None or is_income(text):
        return True
    sums, pence = sums_of(sentence), _pence(one)
    pair = leading and (
        is_near_pair_told(sentence, lines=len(one.awards), pence=pence)
        or is_near_pair_led(sentence, len(one.awards), pence)
    )
    if sums and not pair and not any(pence_of(sum_) == pence for sum_ in sums):
        return True
    # a heading over the whole paper names the season or the evening of its list as what leads to it does
    over = leading or at in top_headings(paper, one)
    if is_of_others(text, text[: each.start], text[each.end :], each.noun, _about(paper, one, at), leading=over):
        return True
    if leading:
        return bool(
            years_of(text) - years_of(paper.passages[at].text.replace(text.strip(), " ") + _about(paper, one, at))
        ) and (sentence.start + len(text.rstrip()) < len(paper.passages[at].text.rstrip()))
    known = " ".join(paper.passages[index].text for index in (*one.lead, *headings_over(paper, one)))
    if years_of(text) - years_of(known):
        return True
    months, own = months_of(text), months_of(known)
    if months and ((own and months.isdisjoint(own)) or (afar and not own and not funds_of([text]))):
        return True
    own_words = {*words_of(known), *_NEUTRAL}
    return any(word not in own_words for word in words_of(each.narrowed)) or _names_somebody(text, known)


def _about(paper: Paper, one: Round, at: int) -> str:
    """Return the words about a list but for those of one passage."""
    return " ".join(
        paper.passages[index].text for index in dict.fromkeys((*headings_over(paper, one), *one.lead)) if index != at
    )


def _without_bids(text: str, each: Told, *, leading: bool) -> str:
    """Return a sentence without the clause that tells of the bids, in front of the number: “Of ninety bids received, …”."""
    before = text[: each.start]
    cut = max((match.end() for match in re.finditer(r"[,;]|\band\b|\bbut\b|\bbids?\b|\bapplied\b", before)), default=0)
    front = before[:cut]
    if _BIDS.search(front) is not None or (leading and _IN_FRONT.search(front) is not None):
        return text[cut:]
    return text


_IN_THE_YEAR = re.compile(r"(?i)\bin (?:the|this) (?:financial )?year(?=\W*$)")
_BIDS = re.compile(
    r"(?i)\b(?:bids?|applications?|applied|applicants|requests?|forms? came|proposals?|wrote in|expressions of interest)\b"
)
_NEUTRAL = frozenset(
    (
        "successful",
        "community",
        "local",
        "funded",
        "small",
        "grant",
        "voluntary",
        "good",
        "winning",
        "other",
        "approved",
        "o",
    )
)
_IN_FRONT = re.compile(r"(?i)\b(?:idea|strands?|round|budget|disposal|fund had)\b")
_KNOWN = word_set(
    "commissioner panel chair chairman chairwoman mayor chief executive finance officer committee board council members"
    " pcc pfcc opcc deputy clerk schedule grants grant awards award resolved approved agreed treasurer trustees police"
    " crime and of the"
)


def _names_somebody(text: str, known: str) -> bool:
    """Return whether a sentence names somebody, within it, whom the words about the list do not: another giver, or a place."""
    own = set(words_of(known))
    plain = re.sub(r"^\W*\w+", "", text)
    for name in funds_of([text]):
        plain = plain.replace(name, " ") if set(words_of(name)) <= own else plain
    return any(
        word.casefold().removesuffix("'s").removesuffix("’s") not in _KNOWN
        and word.casefold() not in own
        and not months_of(word)
        for word in re.findall(r"(?<![.?!:] )\b[A-Z][\w’']+", plain)
    )


def _as_heard(each: Told, sentence: Sentence, at: int, *, leading: bool, afar: bool) -> Heard:
    start, end = sentence.start + each.start, sentence.start + each.end
    text = sentence.text[each.start : each.end]
    claim = replace(read(str(each.value)), text=text, noun=each.noun, start=start, end=end)
    made = Assertion(count=claim, counts=each.counts, count_said=Said(claim, sentence), firm=True)
    return Heard(made, at, start, leading=leading, back=not leading, afar=afar, vouched=True, plain=True)
