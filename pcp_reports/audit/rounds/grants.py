"""Whether a block of lines is a list of grants: its own words, those that lead to it, and its shape must agree."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import Shape
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.rounds.borne_out import is_borne_out
from pcp_reports.audit.rounds.given_to_bodies import are_each_awarded, are_paid_bodies
from pcp_reports.audit.rounds.words_about import WordsAbout, words_about
from pcp_reports.audit.words.grant_words import (
    gave_one,
    gives,
    gives_to_one,
    hands_out,
    is_income,
    of_other_money,
    speaks_of_allocating,
    speaks_of_grants_given,
    strength,
)
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from pcp_reports.audit.rounds.gathered import Lead
    from pcp_reports.audit.rounds.sheet import Sheet

_CLEAR = 2
_PLAINLY = 3
_COLUMNS = 2
_ABOVE = 12
_BUDGETED = re.compile(
    r"(?i)\W*(?:(?:area|category|type|item|head(?:ing)?|analysis) of (?:spend|spending|expenditure|budget|income)|(?:service|spending|budget) (?:area|line|head|category)|"
    r"(?:expenditure|budget|cost cent(?:re|er)|income|reserves?|subjective)\b)"
)
_HOW_SPENT = re.compile(
    r"(?i)\b(how (?:the |this |that |its |our |your )?(?:£[0-9][0-9,.]*(?:k|m)?|money|cash|funding|grants?)(?: of £[0-9][0-9,.]*)? "
    r"(?:is|was|will|has|have|are|were)(?: been| be| being)?) spent\b"
)
_DECIDED = re.compile(
    r"(?i)(?:(?:amount|sum|grant|funding|award|value)s? )?(?:agreed|approved|awarded|granted|given|offered|donated)(?: (?:amount|sum|funding|grant))?(?:\W*£\W*)?"
)
_AWARD = re.compile(
    r"(?i)(?:(?:amount|sum) of )?(?:grant |total )?(?:awards?|awarded|amount awarded|sum awarded)(?:\W*£\W*)?"
)
_RECIPIENTS = re.compile(
    r"(?i)\b(?:beneficiaries|recipients|grantees)\b(?: [^.:;£]{1,60})? (?:are|were|include[ds]?)\b(?: as follows)?\W*$"
)
_WHO = re.compile(
    r"(?i)(?:name of )?(?:the )?(?:community )?(?:group|organi[sz]ation|applicant|recipient|charity|club|project|body|school|beneficiary|grantee|partner|scheme)s?(?: name)?"
)


def is_of_grants(sheet: Sheet, lead: Lead, piece: Piece) -> bool | None:
    """Return whether a block is a list of grants beyond doubt; None where it is certainly none."""
    own = sheet.text(piece)
    budgeted = piece.of is Of.TABLE and _BUDGETED.match(sheet.words(piece))
    if sheet.is_text(piece) and not budgeted and gives_to_one(own) and not is_income(own):
        return True  # “The Commissioner awarded £4,500 to the Canal Trust”, wherever it stands
    words = _out_of_reserves(sheet, piece, _as_given(words_about(sheet, lead, piece)))
    if not budgeted and (are_each_awarded(sheet, piece) or are_paid_bodies(sheet, piece, words)):
        return True
    if budgeted or _is_of_other_money(words) or not _are_names(sheet, piece) or _is_mostly_other(sheet, piece):
        return None
    if follows_surely(sheet, piece) and not is_income(words.every):
        return True  # “Approve a grant of £5,000 to …”, three times and more, whatever leads to them
    clear = _is_clear(sheet, lead, piece, words)
    if sum(award.counts for award in piece.awards) < _CLEAR and _is_alone(sheet, piece):
        item = sheet.passage(piece).sort in (Sort.ITEM, Sort.ROW) and bool(words.near)
        return clear if item or words.parted else None
    plain = _is_plain_list(sheet, piece) and _speaks_above(sheet, piece)
    return clear or _is_sure(sheet, piece, words) or plain or is_borne_out(sheet, piece, words.near)


def _as_given(words: WordsAbout) -> WordsAbout:
    """Return the words about a block, “how the £9,000 is being spent” as of a gift where the others speak of a fund or grants."""
    if _HOW_SPENT.search(words.against) is None or strength(_HOW_SPENT.sub(" ", words.every)) == 0:
        return words
    close, against, told, every = (
        _HOW_SPENT.sub(r"\1 given", text) for text in (words.close, words.against, words.told, words.every)
    )
    return replace(words, close=close, against=against, told=told, every=every)


def _out_of_reserves(sheet: Sheet, piece: Piece, words: WordsAbout) -> WordsAbout:
    """Return the words about a block without where the money came from, where its items say to whom it went: “£900 to Guides”."""
    if piece.of is not Of.AWARDS or sheet.passage(piece).sort is not Sort.ITEM or not _OUT_OF.search(words.against):
        return words
    items = takewhile(lambda one: sheet.is_like(one, piece), sheet.behind(piece.start))
    lines = [sheet.text(one) for one in islice(items, _PLAINLY)]
    if len(lines) < _CLEAR or not all(map(_TO_NAME.match, lines)):
        return words
    close, against, told, every = (
        _OUT_OF.sub(" given", text) for text in (words.close, words.against, words.told, words.every)
    )
    return replace(words, close=close, against=against, told=told, every=every)


_OUT_OF = re.compile(
    r"(?i)\s(?:out of|from|of|using|with) (?:the|a|an|her|his|our|its|their|last year[’']s)(?: [\w’'-]+){0,3}? (?:reserves?|underspends?|savings|budgets?|balances)\b"
)
_TO_NAME = re.compile(r"£[0-9][0-9,.]*k? (?:to|for) (?:the )?[A-Z0-9]")


def _is_of_other_money(words: WordsAbout) -> bool:
    """Return whether the words nearest to a block say that it is no list of grants."""
    other = of_other_money(words.against) and not speaks_of_grants_given(words.told)
    return is_income(words.close) or other


def _is_clear(sheet: Sheet, lead: Lead, piece: Piece, words: WordsAbout) -> bool:
    """Return whether the words about a block say that it is a list of grants."""
    if strength(words.told) > 0 or (strength(words.every) == _CLEAR and not of_other_money(words.against)):
        return True
    if any(_RECIPIENTS.search(text) for text in words.near) and not of_other_money(words.against):
        return True
    if piece.of is Of.TABLE and _names_awards(sheet, piece):
        return True
    if of_other_money(words.every):
        return False
    # “£5,000:”, or “The following sums have been allocated:”, and straight to lines of who gets how much
    if ("£" in words.told and (words.headed or words.led)) or (gives(words.told) and (piece.runs_on or words.led)):
        return True
    if piece.of is Of.TABLE and (speaks_of_allocating(words.every) or _is_headed(sheet, piece)):
        return True
    return (
        hands_out(words.close)
        or gave_one(words.told if lead.inside else sheet.text(piece))
        or (words.led and strength(words.every) > 0 and _is_plain_list(sheet, piece))
    )


def _is_alone(sheet: Sheet, piece: Piece) -> bool:
    """Return whether no lines of grants follow a block."""
    # between two records of several lines each may stand more that the first says, with labels that look like headings
    record = piece.end > piece.start + 1 and piece.of is Of.AWARDS
    passed = (Of.TEXT, Of.HEAD) if record else (Of.TEXT,)
    following = next((one for one in sheet.behind(piece.end) if one.of not in passed), None)
    return following is None or not following.awards or following.of is Of.TABLE


def _is_sure(sheet: Sheet, piece: Piece, words: WordsAbout) -> bool:
    """Return whether a block says of itself that it is of grants: in the headings of a table, or in its lines."""
    if not piece.sure and (piece.read is None or not piece.read.sure or sheet.is_text(piece)):
        return False
    if not of_other_money(words.every):
        return True
    if piece.of is Of.TABLE:
        # sentences that do not lead to it may speak of anything: “who have raised £2,000 of their own”
        nearest = f"{words.told} \n{sheet.heading_above(piece.start)}"
        return not (of_other_money(nearest) or is_income(words.every))
    if piece.of is not Of.AWARDS or piece.end == piece.start + 1 or is_income(words.every):
        return False
    return any(strength(sheet.text(one)) > 0 for one in sheet.before(piece.start, _ABOVE))


def _names_awards(sheet: Sheet, piece: Piece) -> bool:
    """Return whether the headings of a table are of bodies and of awards: it is of grants under any heading of the paper's."""
    cells = [cell.text.strip() for cell in sheet.passage(piece).cells]
    return any(map(_AWARD.fullmatch, cells)) and any(map(_WHO.fullmatch, cells))


def _is_headed(sheet: Sheet, piece: Piece) -> bool:
    """Return whether the headings of a table speak of grants: of a sum that was agreed, and of those who get it."""
    words = sheet.words(piece)
    if of_other_money(words) or is_income(words):
        return False
    cells = [cell.text.strip() for cell in sheet.passage(piece).cells]
    decided = any(_DECIDED.fullmatch(text) for text in cells) and any(_WHO.fullmatch(text) for text in cells)
    return decided or strength(words) > 0


def follows_surely(sheet: Sheet, piece: Piece) -> bool:
    """Return whether lines that say of themselves that they are grants, three at least, follow one another, or stand in one sentence."""
    if piece.of is not Of.AWARDS:
        return False
    lines = 0
    for one in sheet.behind(piece.start):
        if one.of is not Of.AWARDS or one.read is None or not one.read.sure or sheet.is_apart(one, piece.start):
            return False
        lines += len(one.awards)
        if lines >= _PLAINLY:
            return True
    return False


def _is_mostly_other(sheet: Sheet, piece: Piece) -> bool:
    """Return whether a line is one of a list most of whose items are no grants, and speak of other money: sales, tenders."""
    first = sheet.passage(piece)
    if piece.of is not Of.AWARDS or first.sort is not Sort.ITEM or first.numbered:
        return False
    grants, others = len(piece.awards), 0
    for way in (reversed(sheet.before(piece.start, _ABOVE)), islice(sheet.behind(piece.end), _ABOVE)):
        for one in takewhile(lambda one: sheet.is_like(one, piece), way):
            grants += len(one.awards)
            others += one.of is Of.TEXT and "£" in sheet.text(one) and of_other_money(sheet.text(one))
    return others > grants


def _speaks_above(sheet: Sheet, piece: Piece) -> bool:
    """Return whether the nearest words above a plain list that speak of any money speak of grants given."""
    for one in reversed(sheet.before(piece.start, _ABOVE)):
        if one.of not in (Of.TEXT, Of.HEAD):
            continue
        text = sheet.text(one)
        if strength(text) == _CLEAR and not is_income(text):
            return True
        if of_other_money(text) or is_income(text):
            return False
    return False


def _is_plain_list(sheet: Sheet, piece: Piece) -> bool:
    """Return whether lines of a name and a sum each, three at least, follow one another, or stand in two columns without headings."""
    if piece.of is Of.TABLE:
        rows = [one for one in sheet.paper.passages[piece.start : piece.end] if one.sort is Sort.ROW]
        plain = all(len(one.cells) == _COLUMNS and not one.header for one in rows)
        return plain and len(piece.awards) == len(rows) >= _PLAINLY
    for number, one in enumerate(sheet.behind(piece.start), 1):
        if one.of is not Of.AWARDS or one.read is None or one.read.shape is not Shape.LINE:
            return False
        if number >= _PLAINLY:
            return True
    return False


def _are_names(sheet: Sheet, piece: Piece) -> bool:
    """Return whether most of those named in a block can be recipients: “overtime” and “B” cannot.

    One line is looked at with those of its list behind it: “a Girl Guide” may stand among names.
    """
    names = [award.recipient for award in piece.awards]
    if len(names) == 1 and piece.of is Of.AWARDS:
        fellows = takewhile(lambda one: one.of is Of.AWARDS and sheet.is_like(one, piece), sheet.behind(piece.end))
        names += [award.recipient for one in islice(fellows, _ABOVE) for award in one.awards]
    if piece.runs_on and piece.read is not None and piece.read.sure and len(piece.awards) > _PLAINLY:
        return True  # “guides £498, brownies £343, football club £338, …”, led to by who got money
    sound = [name for name in names if len(name) > 2 and not name[0].islower()]  # noqa: PLR2004 - a name, no letter
    return 2 * len(sound) >= len(names)
