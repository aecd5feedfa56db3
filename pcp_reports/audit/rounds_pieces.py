"""The passages of a paper as pieces: grant lines, tables, headings, totals, and the text between them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims_doubt import leads
from pcp_reports.audit.lines import ReadLine, Shape, read_line
from pcp_reports.audit.rounds_ends import is_furniture
from pcp_reports.audit.rounds_names import funds_of
from pcp_reports.audit.rounds_piece import Of, Piece
from pcp_reports.audit.rounds_stanzas import stanzas_of
from pcp_reports.audit.rounds_tables import table_piece
from pcp_reports.passage import AROUND, Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.passage import Paper, Passage

_SHORT_WORDS, _LONG_WORDS = 10, 16
_FEW_WORDS = 8
_SEVERAL = 2
_NEAR = 8  # between a sum and what it is for: “), for ”
_VERB = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|had|will|would|can|could|been|being|awarded|provided|received|gave|made|went|"
    r"following|funded|supported|approved|agreed|shared?|hands?|gives?|accepted|recommended|met|said|reported|noted|totalled|"
    r"allocated|invested|granted|benefit(?:ed|s)?|paid|pays?|won|gets?|goes?|helped|helps|spent|spends|puts?|making|backed|chose|chosen|"
    r"receives?|donated|distributed|signed|issued|released|splits?|came|comes)\b"
)
_FUND_NAME = re.compile(r"(?:Fund|Grants?|Scheme|Strand|Pot|Awards?|Programme|Theme|Priority|Lot|Round|Cronfa|fund)\b")
_BEGINS_SENTENCE = re.compile(
    r"(?i)(?:the )?(?:police(?:,| and) (?:fire and )?crime )?(?:commissioner|pcc|pfcc|deputy|panel|mayor|chief executive)\b(?! ?['’]s\b)|"
    r"(?:we|i|he|she|they|these|this|those|since|during|following|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20))\b"
)
_IS = re.compile(r"(?i)\b(?:is|are|was|were|has|have|had|went)\b")
_CONTINUED = re.compile(r"(?i)\s*[\(\[]?\s*\b(?:cont(?:inued|['’]?d|\.)?)\.?\s*[\)\]]?\s*:?\s*$")
_TOLD_OF = re.compile(
    r"(?i)\b(?:[0-9,]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|several|these|the following)\s+(?:\w+\s+){0,2}"
    r"(?:grants?|awards?|projects?|groups?|schemes?|organisations?|recommendations?|bids?|applications?|charities|clubs|recipients|donations|gifts)\b"
)
_SUMMED = re.compile(
    r"(?i)\b(?:[0-9,]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:\w+ ){0,2}(?:awards|grants|projects|applications|organisations|groups|schemes)"
    r"\b[^£]{0,30}\b(?:totalling|worth|sharing|received|amounting to|a total of|coming to|valued at)\b[^£]{0,12}£"
)
_OF_ALL = re.compile(
    r"(?i)(?:applications?|grants?|awards?|funding|bids?|requests?|payments?|donations?|projects?|in total|overall|since \d{4})\b(?! (?:club|trust|centre|group))"
)
_GIVER = re.compile(r"(?i)\b(?:commissioner|pcc|pfcc|opcc|opfcc|panel|mayor|we|i)\b(?:\W+\w+){0,3}$")
_FROM = re.compile(r"(?i)(?:from|through|under|via|for) (?:the|his|her|our)\b")
_PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?")
_IN_ALL = re.compile(
    r"(?i)[,;.–-]?\s*(?:(?:and )?(?:that is |which is |a total of|in total|totalling|making|coming to|in all|altogether)[\s,:]*)?"
    r"£[0-9][0-9,.]*(?:\s*(?:in (?:all|total)|altogether|overall|together))?\s*\.?\s*$"
)
_LAST_SENTENCE = re.compile(r"\.\s+[A-Z][^.]*(?:\.[0-9][^.]*)?\.?\s*$")
_GIVEN_IN_ALL = re.compile(
    r"(?i)(?:grand )?(?:total|sum|all|amount|donated|awarded|granted|paid|given|allocated|distributed|approved)\b[^£]{0,40}[:=–-]\s*£[0-9][0-9,.]*"
)
_COLON = re.compile(r":\s+(?=\S)")


def pieces_of(paper: Paper, locale: str = "en_GB") -> tuple[Piece, ...]:
    """Return the pieces of a paper in order; what stands outside its flow (page headers, notes) is left out."""
    made: list[Piece] = []
    at, passages = 0, paper.passages
    money = False
    stanzas = stanzas_of(paper)
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
            made.append(table_piece(paper, at, end, locale))
            at = end
            continue
        if one.sort in (Sort.HEADING, Sort.TITLE) or "(£" in one.text or "£s" in one.text:
            money = "(£" in one.text or "£s" in one.text
        made.append(_of_passage(one, at, money=money, locale=locale))
        at += 1
    return tuple(_settled(paper, made))


def _of_passage(one: Passage, at: int, *, money: bool, locale: str) -> Piece:
    text = one.text
    if not text.strip() or is_furniture(text):
        return Piece(Of.FURNITURE, at, at + 1)
    read = read_line(text, passage=at, money=money, locale=locale)
    if is_head(one, read):
        return Piece(Of.HEAD, at, at + 1)
    behind = _behind_colon(text, read, at, locale)
    if behind is not None:
        return Piece(Of.AWARDS, at, at + 1, _tightened(behind, text))
    if read.shape is Shape.TOTAL:
        short = len(text.split()) <= _FEW_WORDS and read.total is not None and _IS.search(text) is None
        return Piece(Of.TOTAL if short else Of.TEXT, at, at + 1, read if short else None)
    if len(read.awards) == 1 and read.awards[0].claim is not None and _GIVEN_IN_ALL.fullmatch(text.strip()):
        return Piece(Of.TOTAL, at, at + 1, ReadLine((), False, Shape.TOTAL, read.awards[0].claim, text.split("£")[0]))
    if read.awards and not text.rstrip().endswith(":") and not _is_told(one, read):
        return Piece(Of.AWARDS, at, at + 1, _tightened(read, text))
    return Piece(Of.HEAD if one.sort in (Sort.HEADING, Sort.TITLE) else Of.TEXT, at, at + 1)


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
    if _SUMMED.search(text):
        return True
    if one.sort is Sort.ITEM and not one.numbered:
        return False
    if leads(text):
        return True
    if _GIVER.search(who) or _OF_ALL.match(who) or len(who.split()) > _LONG_WORDS or re.search(r"[.!?] [A-Z]", who):
        return True
    if _TOLD_OF.search(who) is not None:
        return one.sort is not Sort.ITEM or _is_sentence(text)
    return _TOLD_OF.search(text) is not None and read.shape is not Shape.SENTENCE and _is_sentence(text)


def told_of(text: str) -> bool:
    """Return whether words give a number of grants or of those who get them: “four small grants”, “these projects”."""
    return _TOLD_OF.search(text) is not None


def _behind_colon(text: str, read: ReadLine, at: int, locale: str) -> ReadLine | None:
    """Return the grants behind the colon of a sentence that leads to them, where reading all of it does not tell them."""
    if len(read.awards) >= _SEVERAL and (not _TOLD_OF.search(text[: read.awards[0].end])):
        return None
    for colon in reversed(list(_COLON.finditer(text))):
        rest = text[colon.end() :]
        if rest.count("£") < _SEVERAL:
            continue
        for part in dict.fromkeys((rest, _IN_ALL.sub("", rest), _LAST_SENTENCE.sub("", rest))):
            if part.count("£") < _SEVERAL:
                continue
            found = read_line(part, passage=at, locale=locale)
            if len(found.awards) >= max(_SEVERAL, len(read.awards)):
                off = colon.end()
                awards = tuple(replace(one, start=one.start + off, end=one.end + off) for one in found.awards)
                return replace(found, awards=awards, shape=Shape.LIST)
    return None


def is_head(one: Passage, read: ReadLine) -> bool:
    """Return whether a passage names what stands beneath it. A grant line set as a heading is a grant line."""
    text = one.text.strip()
    words = text.split()
    colon = text.endswith(":") and len(words) <= _LONG_WORDS and not _is_sentence(text)
    if read.awards or read.shape is Shape.TOTAL:
        named = read.awards[0].recipient if len(read.awards) == 1 else ""
        of_fund = bool(named) and _FUND_NAME.search(named.split()[-1]) is not None
        return (of_fund and (one.sort is Sort.HEADING or one.bold)) or colon
    if one.sort in (Sort.HEADING, Sort.TITLE):
        return True
    if one.bold and len(words) <= _LONG_WORDS and not text.endswith((".", ":")):
        return True
    if one.numbered and one.level == 0 and _PLAIN_NUMBER.fullmatch(one.label or "1."):
        return False
    return colon and (not text[0].islower() or _FROM.match(text) is not None)


def _is_sentence(text: str) -> bool:
    if "£" in text and len(re.sub(r"[\s:.)\]]+$", "", text.rpartition("£")[2]).split()) > _SEVERAL + 1:
        return True  # “£5,525 to three bodies:” goes on behind its sum, which a name does not
    return _VERB.search(text) is not None or _BEGINS_SENTENCE.match(text.strip()) is not None


def _settled(paper: Paper, made: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, lines right above a list (“Police Innovation Fund”, “Round one, £2,430”) as headings of it."""
    found = list(made)
    for number in range(len(made) - 2, -1, -1):
        piece = made[number]
        if piece.of not in (Of.TEXT, Of.AWARDS):
            continue
        below = next((one for one in found[number + 1 :] if one.of is not Of.FURNITURE), None)
        if below is None or below.of not in (Of.AWARDS, Of.TABLE):
            continue
        one, under = paper.passages[piece.start], paper.passages[below.start]
        if piece.of is Of.AWARDS:
            if _leads_though_read(
                piece, one, under, found[number + 1 : number + 3], made[number - 1] if number else None
            ):
                of = (
                    Of.HEAD if len(one.text.split()) <= _LONG_WORDS and not one.text.rstrip().endswith(".") else Of.TEXT
                )
                found[number] = Piece(of, piece.start, piece.end)
        elif _is_short_line(one) and _is_beneath(under, one):
            found[number] = Piece(Of.HEAD, piece.start, piece.end)
    return found


def _leads_though_read(piece: Piece, one: Passage, under: Passage, below: Sequence[Piece], above: Piece | None) -> bool:
    """Return whether what looks like a grant line heads the list beneath: it is no item itself, and items follow."""
    if len(piece.awards) != 1 or one.sort not in (Sort.TEXT, Sort.HEADING, Sort.TITLE):
        return False
    if under.sort is Sort.ROW:
        return bool(below and below[0].awards)
    if under.sort is not Sort.ITEM:
        return False
    return above is None or above.of is not Of.AWARDS or one.sort is not Sort.TEXT or under.level == 0


def _is_short_line(one: Passage) -> bool:
    text = one.text.strip()
    return (
        len(text.split()) <= _SHORT_WORDS
        and text[-1] not in ".?!;,"
        and not (one.numbered and one.level == 0)
        and (text[0].isupper() or text[0].isdigit())
        and not _is_sentence(text)
    )


def _is_beneath(below: Passage, above: Passage) -> bool:
    """Return whether a list may stand beneath a line: not where both are items of one list."""
    return above.sort is not Sort.ITEM or (below.sort is Sort.ITEM and below.level > above.level)


def name_of(text: str) -> str:
    """Return the name in a heading, without its colon, its amount, its count, “continued”: “Community Fund”."""
    plain = _CONTINUED.sub("", text.strip()).strip()
    funds = sorted(funds_of([plain]), key=plain.find)
    if funds and re.match(r"(?i)[^A-Z]*(?:£|from|through|under|via|around|over|more|almost|nearly|just)", plain):
        return funds[0]
    plain = re.split(r"\s*[(\[](?=[^)\]]*(?:[0-9£]|cont|total|grants?|projects?|awards?))", plain)[0]
    plain = re.split(r"\s*(?:[–—:|]|\s-)\s*(?=.*(?:[0-9£]|total|grants?\b|projects?\b))", plain)[0] or plain
    plain = re.split(r"\s*,?\s*£", plain)[0] or plain
    return plain.strip(" \t,:–—-.*")
