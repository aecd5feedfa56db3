"""Whether a block of grant lines goes on with the round before it: the same list, or another strand of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.pieces.heads import name_of, names_part
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.pieces.pieces import told_of
from pcp_reports.audit.rounds.begun import groups_of, merged
from pcp_reports.audit.rounds.captions import goes_on_behind
from pcp_reports.audit.rounds.complete import is_complete, is_told_in_full
from pcp_reports.audit.rounds.grants import follows_surely
from pcp_reports.audit.rounds.labels import counts_on, label_kind
from pcp_reports.audit.rounds.parallel import next_part
from pcp_reports.audit.rounds.sheet import Sheet, begin_alike, is_above
from pcp_reports.audit.rounds.strand_totals import feet_of, names_strand, totals_of
from pcp_reports.audit.words.fates import standing_of, tells_standing
from pcp_reports.audit.words.grant_words import (
    gives_to_one,
    of_other_money,
    speaks_of_grants_given,
    strength,
    tells_of_one,
)
from pcp_reports.audit.words.names import funds_of, is_caption, last_sentence, marks_of
from pcp_reports.passage import Sort
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award, Total
    from pcp_reports.audit.rounds.gathered import Open

_MOST_BETWEEN = 3
_MOST_WORDS = 4
_OPENING = 3
_GOES_ON = re.compile(
    r"(?i)(?:and |the )*(?:others?|remaining|rest|further|additional|more|also|finally|lastly)\b|(?:among|amongst) the others\b|"
    r"(?:grants?|cheques?|donations?|awards?|money|funding) also\b|there were also\b|also\b"
)
_OF_A_PAPER = frozenset((
    "minutes", "agenda", "official", "page", "panel", "committee", "partnership", "council", "office", "board", "meeting",
    "commissioner", "confidential", "restricted", "draft", "report",
))  # fmt: skip


def joined(sheet: Sheet, current: Open, gap: Sequence[Piece], piece: Piece) -> Open | None:
    """Return the round with the block in it, or None where the block begins something else. ``gap`` stands between."""
    if sheet.is_text(piece) and tells_of_one(sheet.text(piece)):
        return None
    last, here = sheet.paper.passages[current.end - 1], sheet.passage(piece)
    beneath = bool(last.lines) and here.line == last.lines[-1].line + 1  # the next line of a text file
    if last.sort in (Sort.ITEM, Sort.ROW) and here.sort is Sort.TEXT and not beneath:
        return None  # a line behind a list of items is no item of it: “Balance carried forward: £5,300”
    if _is_next_paragraph(sheet, current, piece) or _is_summed_up(sheet, current, gap):
        return None
    heads = [one for one in gap if one.of is Of.HEAD]
    feet = feet_of(sheet, current, gap)
    texts = [one for one in gap if one.of is Of.TEXT and one not in feet]
    goes_on = not texts and _counts_on(sheet, current, heads, piece)
    again = goes_on or _is_next_record(sheet, current, piece) or goes_on_behind(sheet, current, gap, piece)
    part = (current, None) if again else next_part(sheet, current, gap, piece)
    if part is not None:
        return _more(sheet, part[0], gap, piece, part[1])
    if _is_apart(sheet, current, texts, piece):
        return None
    if not heads:
        own = piece.runs_on and _is_told_of(sheet, current, piece)  # a sentence that tells of grants of its own
        other = piece.of is Of.TABLE and not _is_same_table(sheet, current, piece, texts)
        whole = is_told_in_full(sheet, current, piece)
        return None if own or other or whole else _more(sheet, current, gap, piece, None)
    if current.weak or is_complete(sheet, current, heads) or not _is_strand(sheet, current, heads, texts):
        return None
    return _more(sheet, current, gap, piece, heads[-1])


def _is_next_paragraph(sheet: Sheet, current: Open, piece: Piece) -> bool:
    """Return whether a block is the numbered paragraph behind the one that the list stands in: no bullet of paragraph 4 is “5.”."""
    last, here = sheet.paper.passages[current.end - 1], sheet.passage(piece)
    if piece.of is not Of.AWARDS or not here.numbered or last.sort not in (Sort.ITEM, Sort.TEXT):
        return False
    leads = [sheet.paper.passages[index] for index in current.lead]
    numbered = [one for one in leads if one.numbered]
    # “(d)” is of another make than “2.”, and a paragraph without a number is no line of the paper's own numbers
    deeper = not last.numbered or last.level > here.level or label_kind(last.label) != label_kind(here.label)
    return bool(numbered) and deeper and here.level <= numbered[-1].level and counts_on(numbered[-1].label, here.label)


def _is_summed_up(sheet: Sheet, current: Open, gap: Sequence[Piece]) -> bool:
    """Return whether a total stands behind the lines that they come to: what follows is no line of them."""
    told = [total.claim.value for one in gap for total in sheet.totals_in(one)]
    if not told or any(one.of is Of.HEAD for one in gap):
        return False
    pence = sum(
        award.amount.pence
        for group in current.groups
        for award in group.awards
        if award.amount is not None and award.counts
    )
    return any(value is not None and int(value * 100) == pence for value in told)


def _is_next_record(sheet: Sheet, current: Open, piece: Piece) -> bool:
    """Return whether a block is a record of several lines that begins with the very words of the one before: “Amount:”."""
    last = sheet.piece_at(current.end - 1)
    if last is None or last.of is not Of.AWARDS or piece.of is not Of.AWARDS or sheet.is_apart(piece, last.start):
        return False
    several = min(last.end - last.start, piece.end - piece.start) > 1
    label, colon, _ = sheet.text(piece).partition(":")
    return several and bool(colon) and sheet.text(last).partition(":")[:2] == (label, colon)


def _counts_on(sheet: Sheet, current: Open, heads: Sequence[Piece], piece: Piece) -> bool:
    """Return whether an item counts on from the last line over the head of a page: “(iii)” behind “(ii)”.

    Such a head says which paper it is, in words of the paper's own head: “BARSET PARTNERSHIP – MINUTES”; no strand's name does.
    """
    last, here = sheet.paper.passages[current.end - 1], sheet.passage(piece)
    if (
        not heads
        or current.sign is not None
        or piece.of is not Of.AWARDS
        or not here.numbered
        or here.level != last.level
    ):
        return False
    if not (last.sort is here.sort is Sort.ITEM and counts_on(last.label, here.label)):
        return False
    opening = {word for one in sheet.paper.passages[:_OPENING] for word in words_of(one.text)}
    words = (frozenset(words_of(sheet.text(one))) for one in heads)
    return all(one & _OF_A_PAPER and one & opening for one in words)


def _is_apart(sheet: Sheet, current: Open, texts: Sequence[Piece], piece: Piece) -> bool:
    """Return whether something new begins before a block, or other applications are told of: “Those that were refused”."""
    if sheet.is_apart(piece, current.end - 1):
        return True
    listed = sheet.paper.passages[current.end - 1].sort is not Sort.ROW
    if any(sheet.begins(one) and not (listed and sheet.is_line_of(one, piece)) for one in texts):
        return True
    if len(texts) > _MOST_BETWEEN or (not listed and sheet.is_numbered(piece)):
        return True  # behind a table, a numbered paragraph begins something new
    told = [last_sentence(sheet.text(one)) for one in texts if not sheet.is_line_of(one, piece)]
    told += [sheet.words(piece)] if piece.runs_on else []
    return any(tells_standing(text) and standing_of(text) is not current.standing for text in told)


def _is_told_of(sheet: Sheet, current: Open, piece: Piece) -> bool:
    """Return whether a sentence that lists grants tells of grants of its own, not of more of those told of before it.

    “The others were the Guides (£500) and the Scouts (£400)” goes on, and so does “In Barset, …” behind “In Morton, …”.
    """
    words = sheet.words(piece)
    above = sheet.paper.passages[current.end - 1]
    first, last = min(award.start for award in piece.awards), max(award.end for award in piece.awards)
    if "£" in words or marks_of(f"{words[:first]} {words[last:]}"):
        return True
    if begin_alike(above, sheet.passage(piece)):
        return False
    if above.sort is Sort.TEXT and _GOES_ON.match(words.strip()) is not None:
        return bool(funds_of([words])) or told_of(words)
    return len([word for word in words.split() if word.isalpha()]) > _MOST_WORDS or strength(words) > 0


def tells_behind(sheet: Sheet, current: Open, piece: Piece) -> bool:
    """Return whether a sentence behind a list of items or a table tells of the list, and is no line of it."""
    last = sheet.paper.passages[current.end - 1].sort
    here = sheet.passage(piece)
    if piece.of is not Of.AWARDS or last not in (Sort.ITEM, Sort.ROW) or here.sort is not Sort.TEXT:
        return False
    known = {_plain(award) for group in current.groups for award in group.awards}
    if not known.isdisjoint(_plain(award) for award in piece.awards):
        return True
    if gives_to_one(here.text) and piece.read is not None and piece.read.sure:
        return False  # “I have also given £21,300 to the Trust”: a grant of its own
    return here.text.rstrip().endswith(".") and not (piece.runs_on and _is_told_of(sheet, current, piece))


def _plain(award: Award) -> str:
    return " ".join(award.recipient.casefold().split())


def _is_same_table(sheet: Sheet, current: Open, piece: Piece, texts: Sequence[Piece]) -> bool:
    """Return whether a table with no heading of its own goes on with the table before it: over a page, say."""
    last, here = sheet.paper.passages[current.end - 1], sheet.passage(piece)
    above = sheet.piece_at(current.end - 1)
    if last.sort is not Sort.ROW or texts or len(last.cells) != len(here.cells):
        return False
    # where both have a total of their own, or the first is closed by one that it comes to, neither goes on with the other
    return above is None or not (_is_closed(piece) or (_is_closed(above) and not _is_closed(piece, [above])))


def _is_closed(table: Piece, more: Sequence[Piece] = ()) -> bool:
    """Return whether the last total of a table is what its lines come to, with those of others before it."""
    awards = [award for one in (*more, table) for award in one.awards if award.counts]
    value = table.totals[-1].claim.value if table.totals else None
    pence = sum(award.amount.pence for award in awards if award.amount is not None)
    return value is not None and len(awards) > 1 and int(value * 100) == pence


def _is_strand(sheet: Sheet, current: Open, heads: Sequence[Piece], texts: Sequence[Piece]) -> bool:
    """Return whether headings between two blocks are strands of one round, not the beginning of another."""
    words = [sheet.text(one) for one in heads]
    if not names_part(words[-1]) or any(of_other_money(text) and not speaks_of_grants_given(text) for text in words):
        return False
    standings = [standing_of(text) for text in words if tells_standing(text)]
    if standings and standings[-1] is not current.standing and standings[-1] is not Standing.AWARDED:
        return False
    if standings and current.standing is not Standing.AWARDED and standings[-1] is Standing.AWARDED:
        return False
    if any(strength(sheet.text(one)) for one in texts):
        return False
    signs = [sheet.sign(one) for one in heads]
    if current.sign is not None:
        return all(sign == current.sign for sign in signs)
    if any(sign[0] in (Sort.HEADING, Sort.TITLE) for sign in signs) or is_caption(name_of(words[-1])):
        return False  # where the first lines stand under no strand's name, such a heading begins another part
    if current.head is not None and any(sign == current.head or is_above(sign, current.head) for sign in signs):
        return False
    marks = marks_of(words[-1])
    known = frozenset[str]().union(*(marks_of(sheet.paper.passages[index].text) for index in current.lead))
    return current.texted and not (marks and marks != known)


def _of_all(sheet: Sheet, current: Open, piece: Piece, head: Piece | None) -> tuple[Total, ...]:
    """Return the totals of a round without that of a page, where a table goes on with one that its own total closes.

    Where a heading parts the tables, such a total is that of the strand above the heading.
    """
    above = sheet.piece_at(current.end - 1)
    if (
        above is None
        or piece.of is not Of.TABLE
        or above.of is not Of.TABLE
        or not piece.totals
        or not _is_closed(above)
    ):
        return current.totals
    closing = above.totals[-1:]
    name = current.groups[-1].name
    if head is None or name is None or len(above.awards) != len(current.groups[-1].awards):
        return tuple(total for total in current.totals if total not in closing)
    return tuple(replace(total, over=(name,)) if total in closing else total for total in current.totals)


def _more(sheet: Sheet, current: Open, gap: Sequence[Piece], piece: Piece, head: Piece | None) -> Open:
    name = name_of(sheet.text(head)) if head is not None else None
    last = current.groups[-1] if name is None and current.groups else None
    groups = groups_of(piece, name, head.start if head is not None else -1, last)
    totals = totals_of(sheet, gap, name)
    above = current.groups[-1].name if current.groups else None
    named = [one for one in feet_of(sheet, current, gap) if above is not None and names_strand(sheet, one, above)]
    return replace(
        current,
        groups=merged((*current.groups, *groups)),
        totals=(*_of_all(sheet, current, piece, head), *totals, *piece.totals),
        end=piece.end,
        weak=current.weak and not follows_surely(sheet, piece),
        between=(*current.between, *(one.start for one in gap if one.of is Of.TEXT)),
        feet=(*current.feet, *(one.start for one in named)),
    )
