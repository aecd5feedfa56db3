"""Whether a figure that the lines do not bear out is of some of them, of more than them, or of no grants at all.

“Grants to charities came to £9,225” is right where some lines come to just that; “six grants were approved” is right above
a list of what was paid. Such a figure is passed over: only the words that lead to a list, and its plain total, are of all.
"""

from __future__ import annotations

import re
from math import gcd
from typing import TYPE_CHECKING

from pcp_reports.audit.weighing.apart import stands_apart
from pcp_reports.audit.weighing.causes import is_slip
from pcp_reports.audit.weighing.odd_lines import is_cut_short, is_of_bodies, is_printed_twice, is_without_odd_one
from pcp_reports.audit.weighing.of_more import is_of_more, last_lead, leaves_out, sentence_at
from pcp_reports.audit.weighing.of_rounds import is_of_another_round
from pcp_reports.audit.weighing.otherwise import is_told_otherwise
from pcp_reports.audit.weighing.told_beside import is_told_of_more
from pcp_reports.audit.weighing.wanting import is_told_wanting
from pcp_reports.audit.words.back import Back, is_plain, sums_up_list
from pcp_reports.audit.words.doubt import is_past_in_welsh, sums_up
from pcp_reports.audit.words.figures import numbers_of, pence_of
from pcp_reports.audit.words.numbers import ONE_TO_TWELVE, TWO_TO_TWELVE, number_of
from pcp_reports.audit.words.pairs import is_of_giving
from pcp_reports.claims import Kind
from pcp_reports.passage import Sort
from pcp_reports.printed.patterns import word_set
from pcp_reports.stated.judged import is_slip_of
from pcp_reports.stated.words import what_it_counts, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.claims.telling import Telling
    from pcp_reports.audit.found import Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper
    from pcp_reports.stated.assertion import Assertion

_FEW = 2
_THIRD = 3  # a labelled total further off than a third may be of more
_MOST_LINES = 20  # of more, some come to almost any sum
_MOST_STEPS = 4_000_000  # so that a list of millions to the penny takes no time
_PICKED = re.compile(
    r"(?i)\b(?:to|for|in|by|under) (?!£|[0-9])(?:the |our |all |local |community |voluntary )*([a-z’'-]+)|"
    r"\b(?:have|has) been paid\b|\bof (?:the|these|those)\b|\bthose\b"
)
_PLAIN_NOUNS = word_set(
    "group groups project projects organisation organisations scheme schemes recipient recipients applicant applicants body bodies grant"
    " grants award awards total sum value be give award fund support these those them this that all date one two three four five six"
    " seven eight nine ten eleven twelve our we us a an the commissioner pcc panel committee council trustees year round"
    " make help support improve keep reduce tackle prevent protect fund pay"
)
_OF_SOME_SIZE = re.compile(
    rf"(?i)\b(?:{TWO_TO_TWELVE}|[0-9]{{1,2}}) (?:larger|largest|smaller|smallest|bigger|biggest|main|remaining|highest|lowest|newest|oldest)\b"
)
"""“The four larger grants listed at paragraph 5, worth £10,350”."""
_BODIES = re.compile(
    r"(?i)^\W*(charities|clubs|partners) (?:received|got|were given|have received|will receive|shared)\b"
)
_SUBJECT = re.compile(
    r"^\W*([^£.;:,]{1,60}?) (?:were|was|have been|has been|had been|received|got|shared|share|receive|get|won|have received)\b"
)
"""Who got something, in front of the verb: “Youth groups were awarded”."""
_OF_TOTALS = word_set(
    "total totals sum amount value grand overall all in of the awarded award awards grant grants granted cyfanswm to for and"
)
"""The words of a plain total."""
_TOTALS = word_set(
    "total totals sum amount value grand overall all awarded award awards grant grants granted given funded spent paid cyfanswm"
)
_LABEL = re.compile(r"([^£.;:]{1,60}):\s?£[0-9][0-9,]*(?:\.[0-9]{2})?")
_ROUND = 100_000  # pence: a sum in full thousands may be what there was to give
_EARLIER = re.compile(
    r"(?i)\b(?:last|previous|earlier|preceding) (?:(?:meeting|report|paper|update|list|panel|tranche)\b|\w+['’]s\b)"
    r"|\bat (?:the|its|our|their) (?:[a-z]+ )?meeting\b"
)
_OF_THE = re.compile(r"(?i)^\W*(?:the\b|\S+ of the\b)")
_THOSE = re.compile(r"^\W*Those (?:in|to|for|from|under)\b")
_GIVING = re.compile(
    r"(?i)\b(?:awarded|given|granted|approved|agreed|allocated|shared|gave|giving|award|give)\b[^£]{0,30}$"
)
_SUMS_UP = re.compile(
    r"(?i)^\W*(?:(?:the |a |grand |overall )*total(?: (?:awarded|sum|amount|value))?(?: (?:comes to|came to|is|was|of|=))?[ :|–-]*£|"
    r"(?:in all|year to date|to date|altogether|between them|together|they|all|that|this)\b)"
)
_JUDGES = re.compile(
    r"(?i)\b(?:(?:panel|board|committee|jury|team) of|group of(?= \w+ (?:members|councillors|officers|trustees|awarded|approved|agreed|chose|"
    r"selected|recommended|decided)\b)) (\w+)\b|\b(\w+)(?= votes\b|(?: \w+)? members\b| in favour\b)"
)
_SO_MANY = re.compile(
    rf"(?i)^\W*(?:the )?({TWO_TO_TWELVE}|[0-9]{{1,2}}) (?:[a-z’'-]+ ){{0,3}}(?:grants|awards|projects|groups|organisations)\b"
)
"""“Three of the grants”, “the three youth grants”: a number that the sentence itself begins with."""
_SO_MANY_MORE = re.compile(rf"(?i)\b(?:{ONE_TO_TWELVE}|[0-9]{{1,3}}) (?:more|others?|further|additional)\b(?! than)")
_CAME_IN = re.compile(
    r"(?i)^\W*(?:a total of )?[\w-]+ (?:applications|bids|requests)\b[^.;]*?\b(?:were|was|have been|had been) received\b"
)


def is_of_others(paper: Paper, one: Round, told: Telling, row: Weighed) -> bool:
    """Return whether a claim that disagrees may well be of other grants than all those listed, or of something else."""
    found, heard = row.judged, row.heard
    if not found.is_wrong:
        return False
    if _is_plainly_of_others(paper, one, row):
        return True
    if found.covers or heard.heading or heard.holds:
        return False
    passage = paper.passages[heard.passage].text
    text = sentence_at(passage, heard.offset)
    if is_of_another_round(paper, one, heard, text):
        return True
    if not (heard.leading or heard.row) and (
        (_OF_SOME_SIZE.search(text) is not None and found.claim.count is not None)
        or (_is_of_another_list(text) and not _is_misprinted(told, row))
    ):
        return True
    if found.total is None or not found.total.verdict.is_wrong:
        count = found.claim.count
        return count is not None and (
            _counts_judges(text, count)
            or _counts_something(one, found.claim)
            or leaves_out(text)
            or is_told_wanting(paper, one, row, 0)
        )
    return (
        is_of_more(paper, one, row, text)
        or _CAME_IN.search(text) is not None
        or (not heard.whole and (_is_labelled(paper, one, told, row) if heard.row else _is_label_of_else(passage)))
        or _is_pot(told, row)
        or ((not heard.whole or _so_many(text) > 0) and _is_of_some(paper, one, row, text))
    )


def _is_plainly_of_others(paper: Paper, one: Round, row: Weighed) -> bool:
    """Return whether the very sentence of a claim tells that it is of more than the list, of some of it, or of another time."""
    if _is_of_all_strands(paper, one, row):
        return True
    if is_without_odd_one(paper, one, row) or is_printed_twice(one, row) or is_of_bodies(one, row):
        return True
    own = sentence_at(paper.passages[row.heard.passage].text, row.heard.offset)
    if is_past_in_welsh(own) or is_told_otherwise(paper, one, row, own) or stands_apart(paper, one, row, own):
        return True
    return is_told_of_more(paper, one, row) or is_cut_short(paper, one)


def _is_of_all_strands(paper: Paper, one: Round, row: Weighed) -> bool:
    """Return whether a sum that was taken for one strand's is all of the list's, and its sentence names every strand.

    “Awards of £21,080 were made to three groups in Elmford and four groups in the Vale.”
    """
    total, found = row.judged.claim.total, row.judged
    names = [group.name for group in one.groups]
    if total is None or len(found.covers) != 1 or len(names) <= 1 or None in names:
        return False
    if pence_of(total) != sum(award.amount.pence for award in one.awards if award.amount is not None and award.counts):
        return False
    text = sentence_at(paper.passages[row.heard.passage].text, row.heard.offset).casefold()
    return all(str(name).casefold() in text for name in names)


def _is_of_another_list(text: str) -> bool:
    """Return whether a sentence that does not lead to a list is of another: “last quarter’s list”, “five more”."""
    return _EARLIER.search(text) is not None or _SO_MANY_MORE.search(text) is not None


def _is_misprinted(told: Telling, row: Weighed) -> bool:
    """Return whether a total is the list's own but for a slip: a line forgotten, digits changed round."""
    total, over = row.judged.claim.total, row.judged.over.total.pence
    return total is not None and (is_slip_of(total, over) or is_slip(told, row.judged))


def _is_label_of_else(passage: str) -> bool:
    """Return whether a sum stands behind a label that says neither total nor grants: “Balance of the fund: £24,085”."""
    label = _LABEL.fullmatch(passage.strip())
    return label is not None and _TOTALS.isdisjoint(words_of(label[1]))


def _is_pot(told: Telling, row: Weighed) -> bool:
    """Return whether a sum in full thousands, more than was given, stands in a sentence without a word of giving."""
    total, heard = row.judged.claim.total, row.heard
    said, over = row.judged.claim.total_said, row.judged.over.total.pence
    if heard.row or total is None or total.kind is not Kind.EXACT or said is None or row.judged.claim.count is not None:
        return False
    pence = pence_of(total)
    is_round = pence % _ROUND == 0 and over % _ROUND != 0 and pence > over
    return (
        is_round
        and not is_of_giving(said.sentence)
        and not sums_up(said.sentence.text)
        and not is_slip(told, row.judged)
    )


def _counts_judges(text: str, count: Claim) -> bool:
    """Return whether a number is of those who decide: “the panel of six”, “by seven votes to two”."""
    said = count.text.casefold()
    return any(said == (match[1] or match[2]).casefold() for match in _JUDGES.finditer(text))


def _counts_something(one: Round, claim: Assertion) -> bool:
    """Return whether a number without a noun stands beside the number of the lines: “the five grants … by seven to two”."""
    said = claim.count_said
    if said is None or said.behind.lstrip()[:1].isalpha():
        return False
    return any(
        other.value == len(one.awards) and what_it_counts(other) is not None
        for other in numbers_of(said.sentence)
        if other.start != said.claim.start
    )


def _is_labelled(paper: Paper, one: Round, told: Telling, row: Weighed) -> bool:
    """Return whether a total on a line of its own bears a word that may make it of more, and is far from what is listed.

    “Total investment £32,000” beneath grants of £17,555 may be of what else was put in; “Total £32,000” is of them, and so is
    “Total investment £17,655”, which is near, or any sum that a slip explains.
    """
    passage = paper.passages[row.heard.passage]
    total, over = row.judged.claim.total, row.judged.over.total.pence
    if total is None or total.value is None:
        return False
    known = {word for index in one.lead for word in words_of(paper.passages[index].text)}
    words = [word for word in words_of(passage.text.replace(total.text, " ")) if any(map(str.isalpha, word))]
    if all(word in _OF_TOTALS or word in known for word in words):
        return False
    if passage.table:
        return _TOTALS.isdisjoint(words) and not is_slip(told, row.judged)
    return abs(pence_of(total) - over) * _THIRD > over and not is_slip(told, row.judged)


def _is_of_some(paper: Paper, one: Round, row: Weighed, text: str) -> bool:
    """Return whether some of the lines come to a sum exactly, and its number or its words can pick those out."""
    total, count = row.judged.claim.total, row.judged.claim.count
    if total is None or total.value is None or total.kind is not Kind.EXACT:
        return False
    amounts = [award.amount.pence for award in one.awards if award.amount is not None and award.counts]
    number = int(count.value) if count is not None and count.value is not None else _so_many(text)
    if row.heard.leading:  # the words that lead to a list may forget a line, and are of no few of them
        if number or row.heard.passage == last_lead(one) or not _picks_out(paper, one, row.heard, text):
            return False
        if any(
            sum(award.amount.pence for award in group.awards if award.amount) == pence_of(total) for group in one.groups
        ):
            return False  # one strand's sum, given as that of all
        return _is_no_chance(amounts) and _some_come_to(amounts, pence_of(total), 0, _FEW)
    if row.heard.afar and not (_so_many(text) and _OF_THE.search(text) is not None):
        return False
    if not number and _SUMS_UP.search(text) is not None and (row.heard.back or not _is_no_chance(amounts)):
        return False
    if number >= len(amounts) or not (number or _picks_out(paper, one, row.heard, text)):
        return False
    return _some_come_to(amounts, pence_of(total), number)


def _is_no_chance(amounts: Sequence[int]) -> bool:
    """Return whether there are far fewer ways to choose some of the lines than sums that they could come to."""
    step = gcd(*amounts) if amounts else 0
    return bool(step) and 1 << (len(amounts) + _FEW) < sum(amounts) // step


def _so_many(text: str) -> int:
    """Return how many grants a sentence begins with; 0 where it begins with no number of them."""
    said = _SO_MANY.search(text)
    return number_of(said[1]) if said is not None else 0


def _picks_out(paper: Paper, one: Round, heard: Heard, text: str) -> bool:
    """Return whether a sentence has a word of its own that those which lead to the list have not, by which it can mean some."""
    known = frozenset(word for index in one.lead for word in words_of(paper.passages[index].text))
    if heard.passage in one.lead:
        known = frozenset(
            word
            for index in one.lead
            if index != heard.passage or paper.passages[index].sort is Sort.HEADING
            for word in words_of(paper.passages[index].text)
        )
    if sums_up_list(text, known) is Back.POINTS and _THOSE.search(text) is None:
        return False
    bodies = _BODIES.search(text)
    if bodies is not None and bodies[1].casefold() not in known:
        return True
    subject = _SUBJECT.match(text)
    if subject is not None and not is_plain(subject[1], known):
        return True
    before = text[: text.find("£")] if "£" in text else text
    if not is_plain(before, known) and _GIVING.search(before) is None:
        return True
    return any(
        not match[1] or (match[1].casefold() not in _PLAIN_NOUNS and match[1].casefold() not in known)
        for match in _PICKED.finditer(text)
    )


def _some_come_to(amounts: Sequence[int], pence: int, number: int, least: int = 1) -> bool:
    """Return whether so many of the amounts come to a sum; without a number, any two or more of them, but for ``least``."""
    step = gcd(*amounts) if amounts else 0
    if not 2 < len(amounts) <= _MOST_LINES or not step or pence % step or pence // step > _MOST_STEPS:  # noqa: PLR2004 - of two, none are some
        return False
    goal = pence // step
    within = (1 << (goal + 1)) - 1
    reached = [1] + [0] * len(amounts)  # by how many amounts, each sum that they come to as one bit
    for amount in amounts:
        for many in range(len(amounts), 0, -1):
            reached[many] |= (reached[many - 1] << (amount // step)) & within
    numbers = (number,) if number else range(2, len(amounts) - least + 1)
    return any(reached[many] >> goal & 1 for many in numbers)
