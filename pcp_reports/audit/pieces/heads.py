"""Headings among the pieces of a paper, the lines that head a list without looking like it, and the names in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import Shape
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.words.names import funds_of, is_caption
from pcp_reports.audit.words.numbers import ONE_TO_TWELVE
from pcp_reports.audit.words.size_bands import is_size_band
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines import ReadLine
    from pcp_reports.passage import Paper, Passage

_SHORT_WORDS, _LONG_WORDS = 10, 16
_SEVERAL = 2
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
_CONTINUED = re.compile(r"(?i)\s*[\(\[]?\s*\b(?:cont(?:inued|['’]?d|\.)?)\.?\s*[\)\]]?\s*:?\s*$")
_FROM = re.compile(r"(?i)(?:from|through|under|via|for) (?:the|his|her|our)\b")
_PAIR = re.compile(
    r"(?i)\W*(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:\w+ )?(?:grants?|awards?|projects?|donations?)\b"
    r"[\s,:;=(–—-]*(?:(?:totalling|worth|in total|total|in all|coming to|amounting to|of)[\s,:]*)*£[0-9][0-9,.]*\W*"
)
_SUM = r"£[0-9][0-9,.]*(?:\s?(?:k|m))?"
_SO_MANY = rf"(?:[0-9]{{1,3}}|{ONE_TO_TWELVE})\s+(?:[\w’'-]+\s+){{0,2}}(?!(?:years?|months?|weeks?|quarters?|terms?)\b)[\w’'-]+"
_TO_MANY = re.compile(
    r"(?!(?:The|In|At|On|This|These|Those|Total|Of|For|We|He|She|They|It)\b)(?=[A-Z0-9])"
    r"(?:(?!\b(?:is|are|was|were|has|have|had|will|been|awarded|given|paid|made|agreed|received)\b)[^£.:;]){2,60}?\s*(?::|\s[–—-]|\()\s*"
    rf"(?:{_SUM}\s+(?:to|for|across|between|among|shared by)\s+{_SO_MANY}|{_SO_MANY}(?:,|\s[–—-]|\s(?:totalling|worth|for|of))\s*{_SUM})\s*\)?[.:]?"
)
_TWO_SENTENCES = re.compile(rf"{_SUM}\.\s+[A-Z£]")
_GRANTS_BELOW = re.compile(
    r"(?i)\b(?:grants|awards|donations|payments|projects) (?:listed |set out )?(?:below|that follow)\b[^£]*£"
)
"""“The grants below total £67,000:” leads to a list, and names no part of one."""
_CUT_OFF = re.compile(
    r"(?i)(?:^|\s)(?:of|to|for|with|a|an|some|come|came|comes|is|was|(?:below|above) total(?:s|led)?|worth|and|that)$"
)
"""How a name ends that was cut out of a sentence in front of its sum."""
_PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?")


def is_head(one: Passage, read: ReadLine) -> bool:
    """Return whether a passage names what stands beneath it. A grant line set as a heading is a grant line."""
    text = one.text.strip()
    words = text.split()
    colon = text.endswith(":") and len(words) <= _LONG_WORDS and not is_sentence(text)
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


def is_sentence(text: str) -> bool:
    """Return whether words are a sentence rather than a name."""
    if names_and_sums(text):
        return False
    if "£" in text and len(re.sub(r"[\s:.)\]]+$", "", text.rpartition("£")[2]).split()) > _SEVERAL + 1:
        return True  # “£5,525 to three bodies:” goes on behind its sum, which a name does not
    if _TWO_SENTENCES.search(text) is not None or _GRANTS_BELOW.search(text) is not None:
        return True
    return _VERB.search(text) is not None or _BEGINS_SENTENCE.match(text.strip()) is not None


def settled(paper: Paper, made: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, lines right above a list (“Police Innovation Fund”, “Round one, £2,430”) as headings of it."""
    found = list(made)
    for number in range(len(made) - 2, -1, -1):
        piece = made[number]
        if piece.of not in (Of.TEXT, Of.AWARDS):
            continue
        behind = (found[at] for at in range(number + 1, len(found)))  # no slice: a paper has thousands of pieces
        below = next((one for one in behind if one.of is not Of.FURNITURE), None)
        one = paper.passages[piece.start]
        if piece.of is Of.TEXT and below is not None and below.of is Of.HEAD and below.start == piece.end:
            if _is_caption_over(one, paper.passages[below.start]):
                found[number] = Piece(Of.HEAD, piece.start, piece.end)  # “Grants”, and the names of the strands beneath
            continue
        if below is None or below.of not in (Of.AWARDS, Of.TABLE):
            continue
        under = paper.passages[below.start]
        if piece.of is Of.AWARDS:
            if _leads_though_read(
                piece, one, under, found[number + 1 : number + 3], made[number - 1] if number else None
            ):
                of = (
                    Of.HEAD
                    if len(one.text.split()) <= _LONG_WORDS
                    and _GRANTS_BELOW.search(one.text) is None
                    and (not one.text.rstrip().endswith(".") or names_and_sums(one.text))
                    else Of.TEXT
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
    if above is None or above.of is not Of.AWARDS or one.sort is not Sort.TEXT:
        return True
    return under.level == 0 and not _counts_from_above(under)


def _counts_from_above(one: Passage) -> bool:
    """Return whether a numbered paragraph is not the first of its numbers: the line above it closes a list, and heads none."""
    return one.numbered and re.match(r"\W*(?:1|a|A|i|I)\W*$", one.label) is None


def names_and_sums(text: str) -> bool:
    """Return whether a line is a name with a sum to so many: “Round 1: £15,000 to two groups.”, “Community Fund (£9,000 to two projects)”."""
    return "£" in text and _TO_MANY.fullmatch(text.strip()) is not None


def _is_short_line(one: Passage) -> bool:
    text = one.text.strip()
    return (
        len(text.split()) <= _SHORT_WORDS
        and (text[-1] not in ".?!;," or (text[-1] == "." and names_and_sums(text)))
        and not (one.numbered and one.level == 0)
        and (text[0].isupper() or text[0].isdigit() or is_size_band(text))
        and not is_sentence(text)
        and not is_pair(text)
    )


def is_pair(text: str) -> bool:
    """Return whether a line gives a number of grants and a sum, and nothing more: “Two grants, £9,000”."""
    return _PAIR.fullmatch(text) is not None


def _is_caption_over(one: Passage, below: Passage) -> bool:
    """Return whether a short line only says that grants are listed under the headings that follow it."""
    text = one.text.strip()
    short = len(text.split()) <= _SHORT_WORDS and text[-1] not in ".?!;,:" and one.sort is Sort.TEXT
    return short and is_caption(text) and below.sort is not Sort.ITEM


def _is_beneath(below: Passage, above: Passage) -> bool:
    """Return whether a list may stand beneath a line: not where both are items of one list."""
    return above.sort is not Sort.ITEM or (below.sort is Sort.ITEM and below.level > above.level)


def names_part(text: str) -> bool:
    """Return whether a line names a part of a list: “The grants below total £900:” and “The award of £900 to …” name none."""
    return "£" not in text or _CUT_OFF.search(name_of(text)) is None


def name_of(text: str) -> str:
    """Return the name in a heading, without its colon, its amount, its count, “continued”: “Community Fund”."""
    plain = _CONTINUED.sub("", text.strip()).strip()
    if is_size_band(plain):
        return plain.strip(" :")
    funds = sorted(funds_of([plain]), key=plain.find)
    if funds and re.match(r"(?i)[^A-Z]*(?:£|from|through|under|via|around|over|more|almost|nearly|just)", plain):
        return funds[0]
    plain = re.split(r"\s*[(\[](?=[^)\]]*(?:[0-9£]|cont|total|grants?|projects?|awards?))", plain)[0]
    plain = re.split(r"\s*(?:[–—:|]|\s-)\s*(?=.*(?:[0-9£]|total|grants?\b|projects?\b))", plain)[0] or plain
    plain = re.split(r"\s*,?\s*£", plain)[0] or plain
    return plain.strip(" \t,:–—-.*")
