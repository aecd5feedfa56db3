"""The claims that a list makes of itself: in the headings of its strands, in numbers in brackets, in rows of totals."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.subject import may_be_pot
from pcp_reports.audit.words.back import is_of_other_sums
from pcp_reports.audit.words.doubt import is_doubtful, is_running, leads
from pcp_reports.audit.words.figures import pence_of
from pcp_reports.audit.words.names import months_of
from pcp_reports.claims import read
from pcp_reports.said import sentences_of
from pcp_reports.stated.assertion import Assertion
from pcp_reports.stated.sentences import names_with_figures, of_sentence
from pcp_reports.stated.words import Counts, what_it_counts, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.audit.claims.summing import Summed
    from pcp_reports.audit.found import Group, Round, Total
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

from pcp_reports.audit.claims.heard import Heard, heard_sentence
from pcp_reports.audit.claims.nouns import SUCCESSFUL

_BRACKETED = re.compile(
    r"(?i)\b(?:successful (?:applicants|applications|bids|projects)|applicants|grants|awards|projects|groups|organisations|recipients|schemes|donations)"
    r"(?: (?:awarded|made|approved|agreed|funded|given))?\s*\(([0-9]{1,4})\)"
)
_POT = re.compile(
    r"(?i)\b(?:budget|available|pot|limit|maximum|max|minimum|min|up to|ceiling|cap|allocation|per (?:project|grant|award|annum|year)|"
    r"each|a year|balance|remaining|requested|spend|cost)\b"
)


def of_heading(paper: Paper, made: Summed, group: Group, locale: str) -> Iterator[Heard]:
    """Yield the claims of a strand's heading: “Community Fund – 8 grants totalling £62,523”.

    A round sum without more ado may be what the strand had to give, and counts only where it agrees.
    """
    text = paper.passages[group.heading].text
    name = str(group.name)
    for sentence in sentences_of(text, locale, names_with_figures([name])):
        own = leads(sentence.text) or len(words_of(sentence.text)) <= len(words_of(name)) + 12
        doubtful = is_doubtful(sentence.text, own=True, announced=made.whole.round.announced)
        spoken = heard_sentence(sentence, Decimal(0), own=own)
        for claim in of_sentence(spoken, made.whole.round, sums=True, counts=True, doubtful=doubtful):
            covers = (name,)
            firm = own and not doubtful and not _POT.search(text)
            if claim.total is not None and may_be_pot(
                claim.total, text.replace(name, ""), made.whole.over(covers).total.pence
            ):
                firm = False
            said = claim.said
            offset = said.claim.start if said is not None else 0
            yield Heard(
                replace(claim, covers=covers, near=(), firm=firm, placed=True), group.heading, offset, heading=True
            )


def of_brackets(text: str, index: int) -> Iterator[Heard]:
    """Yield the number that stands in brackets behind what a heading names: “Successful applicants (5)”."""
    match = _BRACKETED.search(text)
    if match is not None:
        noun = match[0].split("(")[0].strip()
        claim = replace(read(match[1]), noun=noun if noun.casefold() != "applicants" else f"{SUCCESSFUL}{noun}")
        made = Assertion(count=claim, counts=what_it_counts(claim) or Counts.GRANTS)
        yield Heard(made, index, match.start(1), heading=True)


def of_rows(paper: Paper, one: Round) -> Iterator[Heard]:
    """Yield the rows and lines of totals. One behind a strand's lines is that strand's, where others have their own."""
    plain = [total for total in one.totals if not total.over]
    for total in one.totals:
        if _is_of_another(paper, one, total) or _may_be_of_more(paper, one, total, plain):
            continue
        covers: tuple[str, ...] = total.over
        near: tuple[str, ...] = ()
        if not covers:
            covers, near = _covered(one, total, plain)
        printed = _as_printed(total.claim, paper.passages[total.passage].text)
        claim = Assertion(total=printed, covers=covers, near=near, placed=bool(total.over))
        text = paper.passages[total.passage].text
        yield Heard(
            claim,
            total.passage,
            text.find(printed.text) if printed.text in text else 0,
            row=True,
            running=is_running(_without_names(paper, one, text)),
        )


def _is_of_another(paper: Paper, one: Round, total: Total) -> bool:
    """Return whether a total says that it is of another month than the list, or of no awards: “May total”, “Paid so far”."""
    text = paper.passages[total.passage].text
    about = " ".join(paper.passages[index].text for index in one.lead)
    months, own = months_of(text.replace(total.claim.text, "")), months_of(about)
    if months and own and months.isdisjoint(own):
        return True
    plain = _without_names(paper, one, text)
    # “Total of grants paid” beneath “Date paid | Beneficiary | Amount” is of the very grants of the list.
    over = "" if _SO_FAR.search(plain) else _headings_over(paper, one, total)
    told = set(f"{about} {over}".casefold().split())
    said = " ".join(word for word in plain.split() if word.strip(" :.,").casefold() not in told)
    return is_of_other_sums(said) and not _is_borne_out(paper, one, total)


def _is_borne_out(paper: Paper, one: Round, total: Total) -> bool:
    """Return whether lines of the same words are the sums of the strands above them, but for one at most: “Spent £1,500”."""
    words = _label(paper, total)
    fellows = [other for other in one.totals if _label(paper, other) == words]
    ends = {
        max(award.passage for award in group.awards): sum(
            award.amount.pence for award in group.awards if award.amount is not None
        )
        for group in one.groups
    }
    sound = 0
    for other in fellows:
        above = max((last for last in ends if last <= other.passage), default=None)
        sound += above is not None and ends[above] == pence_of(other.claim)
    return sound >= _SEVERAL and len(fellows) - sound <= 1


def _label(paper: Paper, total: Total) -> str:
    return " ".join(paper.passages[total.passage].text.replace(total.claim.text, " ").casefold().split())


_SEVERAL = 2


def _may_be_of_more(paper: Paper, one: Round, total: Total, plain: Sequence[Total]) -> bool:
    """Return whether a total that no list comes to may be of other money than the awards: “Total income”, “Total allocation”.

    So may one that stands beside the right total of all: the right one is of the list, and the other of something else.
    """
    sums = [sum(award.amount.pence for award in group.awards if award.amount is not None) for group in one.groups]
    if total.over or pence_of(total.claim) in (*sums, sum(sums)):
        return False
    words = _without_names(paper, one, paper.passages[total.passage].text.replace(total.claim.text, ""))
    place = _OF_A_PLACE.search(words)
    about = " ".join(paper.passages[index].text for index in one.lead).casefold()
    if _OF_MORE.search(words) is not None or (place is not None and place[1].casefold() not in about):
        return True
    own = paper.passages[total.passage]
    return any(
        abs(other.passage - total.passage) <= _BESIDE and pence_of(other.claim) == sum(sums)
        and bool(paper.passages[other.passage].table) == bool(own.table)
        for other in plain
    )  # fmt: skip


_BESIDE = 3
_OF_A_PLACE = re.compile(r"(?i)\bfor the (?:\w+ )?(county|district|borough|region|city|force)\b")
_OF_MORE = re.compile(
    r"(?i)\b(?:allocation|income|expenditure|underspend|overspend|resources?|project costs?|value of (?:the )?(?:projects?|schemes?)"
    r"|grants? from|funding from|incl(?:uding|usive)?|plus|with|rounds? [0-9a-z]+ (?:and|to|[-–&]) [0-9a-z]+|both rounds)\b"
)
_SO_FAR = re.compile(r"(?i)\b(?:to date|so far)\b")


def _headings_over(paper: Paper, one: Round, total: Total) -> str:
    """Return the words of the headings of the round's lists, and of the first row of the table that a total closes."""
    headings = [paper.passages[group.heading].text for group in one.groups if group.heading >= 0]
    table = paper.passages[total.passage].table
    at = total.passage
    while table and at > 0 and paper.passages[at - 1].table == table:
        at -= 1
    return " ".join([*headings, paper.passages[at].text] if at < total.passage else headings)


def _without_names(paper: Paper, one: Round, text: str) -> str:
    """Return a row's words without the headings of its list: “Community Fund total” under “Community Fund” is of no other fund."""
    places = (*one.lead, *(group.heading for group in one.groups if group.heading >= 0))
    headings = (paper.passages[index].text.strip(" :.") for index in places)
    for name in (
        *headings,
        *(group.name for group in one.groups if group.name),
    ):  # those a column names have no heading
        text = text.replace(name, "") if name else text
    return text


def _as_printed(claim: Claim, text: str) -> Claim:
    """Return the claim of a row in the words of the row: “4,805” under a heading of pounds, “295.9” of thousands."""
    if claim.text in text:
        return claim
    bare = re.search(r"[0-9][0-9,.]*", claim.text)
    return replace(claim, text=bare[0].rstrip(".,")) if bare is not None and bare[0].rstrip(".,") in text else claim


def _covered(one: Round, total: Total, plain: Sequence[Total]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the strands that an unnamed row of totals is taken to be over, and those that it may be over instead."""
    named = [(group.name, max(award.passage for award in group.awards)) for group in one.groups if group.awards]
    if len(named) < 2:  # noqa: PLR2004 - nothing to choose from
        return (), ()
    above = [name for name, last in named if last <= total.passage and name is not None]
    near = tuple(above[-1:])
    is_last_of_all = all(last <= total.passage for _, last in named)
    ends = {_strand_above(named, other.passage) for other in plain}
    behind_another = any(
        other is not total and other.passage <= total.passage
        and _strand_above(named, other.passage) == _strand_above(named, total.passage)
        for other in plain
    )  # fmt: skip
    if is_last_of_all and (behind_another or len(ends) == 1):
        return (), near
    return near, ()


def _strand_above(named: Iterable[tuple[str | None, int]], passage: int) -> str | None:
    above = [name for name, last in named if last <= passage]
    return above[-1] if above else None
