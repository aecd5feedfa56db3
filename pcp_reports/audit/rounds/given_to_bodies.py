"""Lists that are of grants though the words over them speak of spending: “Spend in June came to £20,000, on four projects:”.

Such words mostly stand over lists of fuel and overtime. Where most lines name a body as bodies that get grants are called,
or each says that its sum was awarded, the money was given to these; what the words speak of besides (fines, contracts,
salaries) leaves it other money.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.words.grant_words import is_income, of_other_money
from pcp_reports.audit.words.kinds import ONE_OF_THEM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.audit.rounds.sheet import Sheet
    from pcp_reports.audit.rounds.words_about import WordsAbout

_FEWEST, _MOST = 3, 60
_SPENDING = re.compile(r"(?i)\b(?:spend|spends|spending|spent|expenditure|costs?|budgets?)\b")
_OF_GRANTS = re.compile(
    r"(?i)\b(?:projects?|groups?|grants?|awards?|bodies|organisations?|charit\w+|services|schemes?|(?<!of )fund\b|partners|(?:has|have) been spent|expenditure of £\S+ (?:was|has been) (?:authorised|approved|agreed))"
)
_OF_SOME = re.compile(
    r"(?i)\b(?:in part|partly|part of|so far|to date|forecast|contribut\w+|(?:costs?|spend\w*) of (?:the|each|a)|(?:their|your|its) (?:grants?|costs?|spend\w*))\b"
)
"""That a sum of spending is met by the lines in part only, or is what a thing cost to which they gave."""
_OF_A_BODY = re.compile(
    rf"(?i)(?:\b(?:{ONE_OF_THEM}|mind|aid|ymca|cic|cio|fc|rfc|pastors|speedwatch|drop-in)|s['’] (?:\w+)) *(?:\([^()]*\))?$"
)
_OF_THE_OFFICE = re.compile(
    r"(?i)\b(?:force|police|constabulary|custody|control room|fleet|estates?|staff|officers?|ict|it)\b"
)


def are_paid_bodies(sheet: Sheet, piece: Piece, words: WordsAbout) -> bool:
    """Return whether a block of lines under words of spending, which lead to it with a sum, names bodies as grants do."""
    if not (words.led or words.headed) or "£" not in words.against or is_income(words.every):
        return False
    if _OF_GRANTS.search(words.against) is None:
        return False  # “The costs were £9,000:” may lead to anything
    if of_other_money(_SPENDING.sub(" ", words.against)) or _OF_SOME.search(words.against) is not None:
        return False
    lines = _lines(sheet, piece)
    if len(lines) < _FEWEST or any(one.amount is None for one in lines):
        return False
    if any(_OF_THE_OFFICE.search(one.recipient) for one in lines):
        return False
    named = sum(_OF_A_BODY.search(one.recipient) is not None and one.recipient[:1].isupper() for one in lines)
    return 2 * named > len(lines)


def are_each_awarded(sheet: Sheet, piece: Piece) -> bool:
    """Return whether lines that follow one another say each that their sum was awarded: “Elm Club was awarded £500 for tents”."""
    for number, one in enumerate(sheet.behind(piece.start), 1):
        text = sheet.text(one)
        if one.of is not Of.AWARDS or sheet.is_apart(one, piece.start) or _AWARDED.search(text) is None:
            return False
        if len(one.awards) != 1 or is_income(text) or text.rstrip().endswith(":"):
            return False
        if number >= _FEWEST:
            return True
    return False


_AWARDED = re.compile(
    r"(?i)\b(?:(?:was|were|been) (?:awarded|granted|given)|(?:received|was made|gets?) (?:a|an) (?:grant|award) of"
    r"|(?:grant|award|awarded)(?: of)?\s?[:–—-]?)(?: a (?:grant|sum) of)? £[0-9]"
)


def _lines(sheet: Sheet, piece: Piece) -> Sequence[Award]:
    """Return the lines of a table or a sentence, or of the list that a block begins."""
    if piece.of is Of.TABLE or piece.runs_on:
        return piece.awards
    found: list[Award] = []
    for one in islice(sheet.behind(piece.start), _MOST):
        if one.of is not Of.AWARDS or sheet.passage(one).sort is not sheet.passage(piece).sort:
            break
        found += one.awards
    return found
