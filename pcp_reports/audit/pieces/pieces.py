"""The passages of a paper as pieces: grant lines, tables, headings, totals, and the text between them."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import ReadLine, Shape, read_line, with_known_names
from pcp_reports.audit.lines.spaced import with_spaced_sums
from pcp_reports.audit.lines.together.alike import with_lines_alike
from pcp_reports.audit.lines.together.among_told import with_odd_ones
from pcp_reports.audit.lines.together.parallel import with_parallel_lines
from pcp_reports.audit.lines.together.same_words import with_same_words
from pcp_reports.audit.lines.together.told_items import with_told_items
from pcp_reports.audit.pieces.as_requested import with_granted
from pcp_reports.audit.pieces.at_most import with_most_taken
from pcp_reports.audit.pieces.bodies import with_bodies
from pcp_reports.audit.pieces.closing_sums import with_closing_sums
from pcp_reports.audit.pieces.each_below import with_each_below
from pcp_reports.audit.pieces.fallen import with_fallen
from pcp_reports.audit.pieces.heads import is_head, is_sentence, settled
from pcp_reports.audit.pieces.in_tables import table_piece
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.pieces.purses import with_purses
from pcp_reports.audit.pieces.remarks import with_remarks
from pcp_reports.audit.pieces.stanzas import stanzas_of
from pcp_reports.audit.pieces.strand_sums import with_strand_sums
from pcp_reports.audit.pieces.summaries import without_summaries
from pcp_reports.audit.pieces.sums_beside import with_sums_beside
from pcp_reports.audit.words.doubt import leads
from pcp_reports.audit.words.ends import is_furniture
from pcp_reports.audit.words.fates import tells_standing
from pcp_reports.audit.words.numbers import ONE_TO_TWELVE
from pcp_reports.passage import AROUND, Sort

if TYPE_CHECKING:
    from pcp_reports.passage import Paper, Passage

_LONG_WORDS = 16
_FEW_WORDS = 8
_SEVERAL = 2
_MOST_COLONS = 6
_NOTHING = ReadLine()
_NEAR = 8  # between a sum and what it is for: “), for ”
_NOTE = re.compile(r"\([^()£0-9:]{3,100}\)\.?")
_IS = re.compile(r"(?i)\b(?:is|are|was|were|has|have|had|went)\b")
_TOLD_OF = re.compile(
    r"(?i)(?<![\w£,.-])(?:[0-9,]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|several|these|the following)\s+(?:\w+\s+){0,2}"
    r"(?:grants?|awards?|projects?|groups?|schemes?|organisations?|recommendations?|bids?|applications?|charities|clubs|recipients|donations|gifts)\b"
)
_SUMMED = re.compile(
    r"(?i)\b(?:[0-9,]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:\w+ ){0,2}(?:awards|grants|projects|applications|organisations|groups|schemes)"
    r"\b[^£]{0,30}\b(?:totalling|worth|sharing|received|amounting to|a total of|coming to|valued at)\b[^£]{0,12}£"
)
_OF_ALL = re.compile(
    r"(?i)(?:applications?|grants?|awards?|funding|bids?|requests?|payments?|donations?|projects?|in total|overall|since \d{4})\b(?! (?:club|trust|centre|group))"
)
_FUNDS_GRANTS = re.compile(
    r"\b[A-Z][\w’'&-]{0,40} (?:Fund|Scheme|Programme|Pot|Chest|fund|scheme|programme|pot) (?:(?:small|community|project) )?"
    r"(?:grants|awards|donations) (?:of|totalling|worth|amounting to|coming to|to the (?:value|sum) of)(?: a total of)? £"
)
"""“Community Fund grants of £9,000 were approved”: a fund gives grants, in the plural, and gets none."""
_GIVER = re.compile(r"(?i)\b(?:commissioner|pcc|pfcc|opcc|opfcc|panel|mayor|we|i)\b(?:\W+\w+){0,3}$")
_TWO_SENTENCES = re.compile(
    r"(?<!\bSt)(?<!\bSS)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bRev)(?<!\bNo)(?<!\bLtd)(?<!\b[A-Z])[.!?] [A-Z]"
)
_FULL_STOP = re.compile(r"(?<=[a-z0-9)])\. (?=[A-Z])")
_PLACED = re.compile(r"(?:[0-9]+|[A-Z][a-z]+) (?:[A-Z][\w’'-]* ){1,4}[a-z]+$")
_WHEN = re.compile(
    r"(?:At|During|Following|After|Since|On|In|Of|Out of|Among) (?:its|the|their|our|this|last|a|his|her|that|these|those)\b"
)
"""“At its meeting the committee made awards of £900”, “Of the grants made in May (£900)”: when it was, and no recipient."""
_OUT_OF_A_FUND = re.compile(
    rf"(?:From|Through|Under|Via|Out of) (?:the|our|this|his|her) .{{3,60}} (?i:{ONE_TO_TWELVE}|[0-9]+)"
)
"""“From the Safe Roads Fund ten were given £900”: the fund, and how many."""
_IN_ALL = re.compile(
    r"(?i)[,;.–-]?\s*(?:(?:and )?(?:that is |which is |a total of|in total|totalling|making|coming to|in all|altogether)[\s,:]*)?"
    r"£[0-9][0-9,.]*(?:\s*(?:in (?:all|total)|altogether|overall|together))?\s*\.?\s*$"
)
_LAST_SENTENCE = re.compile(r"\.\s+[A-Z][^.]*(?:\.[0-9][^.]*)?\.?\s*$")
_GIVEN_IN_ALL = re.compile(
    r"(?i)(?:grand )?(?:total|sum|all|amount|donated|awarded|granted|paid|given|allocated|distributed|approved)\b(?!\s*[-–—:]\s*(?-i:[A-Z0-9]))[^£]{0,40}[:=–-]\s*£[0-9][0-9,.]*"
)
_COLON = re.compile(r":\s+(?=\S)")


def pieces_of(paper: Paper, locale: str = "en_GB") -> tuple[Piece, ...]:
    """Return the pieces of a paper in order; what stands outside its flow (page headers, notes) is left out."""
    made: list[Piece] = []
    at, passages = 0, paper.passages
    reads = _reads(paper, locale)
    stanzas = stanzas_of(paper, lambda index: reads.get(index, _NOTHING))
    while at < len(passages):
        one = passages[at]
        if at in stanzas:
            made.append(stanzas[at])
            at = stanzas[at].end
            continue
        if one.sort in AROUND and one.sort is not Sort.BOX:
            at += 1
            continue
        if one.sort is Sort.ROW:
            end = at
            while end < len(passages) and passages[end].sort is Sort.ROW and passages[end].table == one.table:
                end += 1
            table = table_piece(paper, at, end, locale)
            while made and made[-1].start >= table.start:  # “Record 1” over the first of several tables
                made.pop()
            made.append(table)
            at = table.end
            continue
        made.append(_of_passage(one, at, reads.get(at, _NOTHING), locale))
        at += 1
    lines = with_sums_beside(
        paper, with_strand_sums(paper, with_bodies(paper, with_granted(paper, with_purses(paper, made))))
    )
    lines = with_remarks(paper, lines)
    return tuple(settled(paper, with_most_taken(paper, without_summaries(paper, with_closing_sums(paper, lines)))))


def _reads(paper: Paper, locale: str) -> dict[int, ReadLine]:
    """Return what each passage with a figure is read into, those of tables and of a page's furniture left out."""
    money = False
    made: dict[int, ReadLine] = {}
    for at, one in enumerate(paper.passages):
        if one.sort is Sort.ROW or (one.sort in AROUND and one.sort is not Sort.BOX):
            continue
        if one.sort in (Sort.HEADING, Sort.TITLE) or "(£" in one.text or "£s" in one.text:
            money = "(£" in one.text or "£s" in one.text
        if one.text.strip() and not is_furniture(one.text):
            made[at] = read_line(one.text, passage=at, money=money, locale=locale)
    alike = with_lines_alike(paper.passages, with_parallel_lines(paper.passages, made, locale), locale)
    alike = with_same_words(paper.passages, with_told_items(paper.passages, alike, locale), locale)
    alike = with_odd_ones(paper.passages, alike, locale)
    return with_known_names(with_spaced_sums(with_each_below(paper.passages, alike, locale)))


def _of_passage(one: Passage, at: int, read: ReadLine, locale: str) -> Piece:
    text = one.text
    read = with_fallen(read, text)
    if not text.strip() or is_furniture(text) or _is_note(one):
        return Piece(Of.FURNITURE, at, at + 1)
    if is_head(one, read):
        return Piece(Of.HEAD, at, at + 1)
    behind = _behind_colon(text, read, at, locale)
    if behind is not None:
        return Piece(Of.AWARDS, at, at + 1, _tightened(with_fallen(behind, text), text))
    if read.shape is Shape.TOTAL:
        short = len(text.split()) <= _FEW_WORDS and read.total is not None and _IS.search(text) is None
        return Piece(Of.TOTAL if short else Of.TEXT, at, at + 1, read if short else None)
    if len(read.awards) == 1 and read.awards[0].claim is not None and _GIVEN_IN_ALL.fullmatch(text.strip()):
        return Piece(Of.TOTAL, at, at + 1, ReadLine((), False, Shape.TOTAL, read.awards[0].claim, text.split("£")[0]))
    if read.awards and not text.rstrip().endswith(":") and not _is_told(one, read):
        return Piece(Of.AWARDS, at, at + 1, _tightened(read, text))
    return Piece(Of.HEAD if one.sort in (Sort.HEADING, Sort.TITLE) else Of.TEXT, at, at + 1)


def _is_note(one: Passage) -> bool:
    """Return whether a line in brackets only adds to the line above: “(subject to planning)”. What became of that, it may not say."""
    return one.sort is Sort.TEXT and _NOTE.fullmatch(one.text.strip()) is not None and not tells_standing(one.text)


def _tightened(read: ReadLine, text: str) -> ReadLine:
    """Return what was read of a sentence that lists grants, each from its first word to its last: the rest tells of them all."""
    if read.shape is not Shape.LIST or "\n" in text:
        return read
    made, at = [], 0
    for one in read.awards:
        sums = one.claim.text if one.claim is not None else ""
        spans = [
            (found, found + len(words))
            for words in (one.recipient, sums)
            if words and (found := text.find(words, at)) >= 0
        ]
        if len(spans) < _SEVERAL:
            return read
        start, end = min(span[0] for span in spans), max(span[1] for span in spans)
        behind = text.find(one.purpose, end) if one.purpose else -1
        if 0 <= behind <= end + _NEAR:
            end = behind + len(one.purpose)
        made.append(replace(one, start=start, end=end))
        at = end
    return replace(read, awards=tuple(made))


def _is_told(one: Passage, read: ReadLine) -> bool:
    """Return whether what was read as one grant is a sentence about grants: its “recipient” gives, or is a number of them."""
    if len(read.awards) != 1:
        return False
    who, text = read.awards[0].recipient, one.text
    if _SUMMED.search(text) or _FUNDS_GRANTS.search(text):
        return True
    if one.sort is Sort.ITEM and not one.numbered:
        return False
    stop = _FULL_STOP.search(text, max(text.find("£"), 0))  # what later sentences tell of is what the grant is for
    head = text if stop is None or text.rstrip().endswith(":") else text[: stop.start()]
    if leads(head):
        return True
    if (
        _GIVER.search(who)
        or _WHEN.match(who)
        or _OF_ALL.match(who)
        or _OUT_OF_A_FUND.fullmatch(who)
        or len(who.split()) > _LONG_WORDS
        or _TWO_SENTENCES.search(who)
    ):
        return True
    if _TOLD_OF.search(who) is not None:
        if read.shape is Shape.SENTENCE and read.awards[0].recipients > 1 and _PLACED.match(who) is not None:
            return False  # “Two Barset projects will each receive £900”: so many grants in one line
        return one.sort is not Sort.ITEM or is_sentence(text)
    told = _TOLD_OF.search(head)
    return told is not None and read.shape is not Shape.SENTENCE and is_sentence(text)


def told_of(text: str) -> bool:
    """Return whether words give a number of grants or of those who get them: “four small grants”, “these projects”."""
    return _TOLD_OF.search(text) is not None


def _last_colons(text: str) -> list[re.Match[str]]:
    """Return the last few colons with two sums behind them, the last first: a sentence has no more of them to try."""
    last = text.rfind("£", 0, max(text.rfind("£"), 0))
    if last < 0:
        return []
    found = deque(_COLON.finditer(text, 0, last), maxlen=_MOST_COLONS)
    return list(reversed(found))


def _behind_colon(text: str, read: ReadLine, at: int, locale: str) -> ReadLine | None:
    """Return the grants behind the colon of a sentence that leads to them, where reading all of it does not tell them."""
    if len(read.awards) >= _SEVERAL and (not _TOLD_OF.search(text[: read.awards[0].end])):
        return None
    for colon in _last_colons(text):
        rest = text[colon.end() :]
        for part in dict.fromkeys((rest, _IN_ALL.sub("", rest), _LAST_SENTENCE.sub("", rest))):
            if part.count("£") < _SEVERAL:
                continue
            found = read_line(part, passage=at, locale=locale)
            if len(found.awards) >= max(_SEVERAL, len(read.awards)):
                off = colon.end()
                awards = tuple(replace(one, start=one.start + off, end=one.end + off) for one in found.awards)
                return replace(found, awards=awards, shape=Shape.LIST)
    return None
