"""One item, line or sentence read into grant lines, with how sure the reading is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines.amounts.closing import closing_total
from pcp_reports.audit.lines.amounts.counted import is_count
from pcp_reports.audit.lines.amounts.outcomes import fate_of
from pcp_reports.audit.lines.amounts.prose import is_prose
from pcp_reports.audit.lines.amounts.roles import Role, cast
from pcp_reports.audit.lines.amounts.shares import without_shares
from pcp_reports.audit.lines.amounts.sums import Sum, speaks_of_money, sums_in
from pcp_reports.audit.lines.beside import SHORT, alone_or_doubtful, below_a_name, outcome_alone, total_of
from pcp_reports.audit.lines.broken import hangs, is_cut
from pcp_reports.audit.lines.enumerated import enumerated
from pcp_reports.audit.lines.names import naming
from pcp_reports.audit.lines.names.whom import meant_by
from pcp_reports.audit.lines.read import NOTHING, ReadLine, awards_of, of_list, of_shared
from pcp_reports.audit.lines.several.each_have import each_have
from pcp_reports.audit.lines.several.each_told import each_then_who, who_then_each
from pcp_reports.audit.lines.several.run_on import SPEAKS, items_in, lead_of
from pcp_reports.audit.lines.several.shared import shared_by
from pcp_reports.audit.lines.single.forms import Shape, item_of
from pcp_reports.audit.lines.single.sentences import TO
from pcp_reports.audit.lines.yearly import with_wholes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.audit.lines.amounts.roles import Cast
    from pcp_reports.audit.lines.several.shared import Shared


_LONGEST = 6000
_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f\u2003\u2002", " ") | {"￡": "£"})
_ODD_DASH = re.compile(r"(?<=\s)[\u2010-\u2012\u2015\u2212](?=[\s£])")
_LONE_DOT = re.compile(r"(?<=\w\s)\.(?=\s£)")
"""The one dot that is left of a row of them where the name is long: “Red Cross branch . £300”."""
_PIECES = re.compile(r"\s*;\s+(?!(?:which|who)\s)(?:and\s+)?|\s*\n\s*|\s+[•●▪]\s+")
_CLAUSES = re.compile(r",\s+(?:and|while|whilst|with|but)\s+(?=(?:the\s+)?[A-Z£0-9]|an?\s)")
_SLASHES = re.compile(r"\s+[/|]\s+")
_SENTENCES = re.compile(
    r"(?<=[a-z0-9)\]”’\"'])[.!?][”\"’')]?\s+(?=[A-Z£“\"‘'])(?<!\bSt[.]\s)(?<!\bCo[.]\s)(?<!\bNo[.]\s)(?<!\bMr[.]\s)(?<!\bDr[.]\s)(?<!\bLtd[.]\s)(?<!\bMrs[.]\s)"
)


def read_line(text: str, *, passage: int, money: bool = False, locale: str = "en_GB") -> ReadLine:
    """Return the grant lines of one item, line or sentence. ``money``: it stands under a heading of amounts.

    ``passage`` is the place of the text among the paper's passages, and is put into the awards.
    """
    money = money and not is_count(text)
    if not speaks_of_money(text) and not (money and any(char.isdigit() for char in text)):
        return outcome_alone(text, passage) if len(text) <= SHORT else NOTHING
    if len(text) > _LONGEST or (not money and is_prose(text)):
        return NOTHING
    plain = with_wholes(_LONE_DOT.sub("…", _ODD_DASH.sub("–", text.translate(_BLANKS))))
    sums: Sequence[Sum] = sums_in(plain, money=money, locale=locale)
    if not sums:
        return outcome_alone(plain, passage) if len(plain) <= SHORT else NOTHING
    shown, whole = without_shares(plain, sums)
    told = _of_text(plain, sums, passage, locale)
    if len(shown) == len(plain) or _is_of_the_whole(told, whole[0]):
        return told  # what the bracket says stays among its words: “(£200 this year and £300 in the next)”
    read = _of_text(shown, whole, passage, locale)
    # the grant's own words reach to the end of its bracket
    return replace(read, awards=tuple(replace(one, end=len(plain.rstrip())) for one in read.awards))


def _of_text(text: str, sums: Sequence[Sum], passage: int, locale: str) -> ReadLine:
    listed = enumerated(text, passage, locale) if len(sums) > _SEVERAL else None
    return listed if listed is not None else _of_sums(text, sums, passage, 0)


def _is_of_the_whole(read: ReadLine, whole: Sum) -> bool:
    """Return whether a line is read as one grant of just this sum."""
    return [one.amount.pence if one.amount is not None else None for one in read.awards] == [whole.pence]


def read_with(text: str, sums: Sequence[Sum], *, passage: int) -> ReadLine:
    """Return the grant lines of a line whose sums are known by where they stand: a number without a pound sign."""
    return _of_sums(text.translate(_BLANKS), sums, passage, 0)


def awards_in(text: str, *, passage: int, money: bool = False, locale: str = "en_GB") -> tuple[Award, ...]:
    """Return the grant lines of one item, line or sentence; see `read_line`, which tells how sure they are."""
    return read_line(text, passage=passage, money=money, locale=locale).awards


def _of_sums(text: str, sums: Sequence[Sum], passage: int, offset: int) -> ReadLine:
    """Return what the text is read into; ``offset`` is where it stands in the whole of the passage."""
    closed = _closed_by_total(text, sums, passage, offset)
    if closed is not None:
        return closed
    casts = cast(text, sums)
    one = total_of(text, sums)
    if one is not None:
        return one
    shared = shared_by(text, casts) or (each_then_who(text) if len(sums) == 1 and sums[0].each else None)
    shared = shared or (each_have(text, casts) or who_then_each(text) if len(sums) == 1 else None)
    if shared is not None:
        return of_shared(shared, text, passage, offset)
    each = _each_of_a_total(text, casts)
    if each is not None:
        return replace(of_shared(each, text, passage, offset), total=casts[-1].sum.claim)
    return _of_casts(text, sums, casts, passage, offset)


def _each_of_a_total(text: str, casts: Sequence[Cast]) -> Shared | None:
    """Return who gets as much each where the total is told as well: “five grants of £1,000 each (£5,000 in total) to …”."""
    if len(casts) != _SEVERAL or casts[-1].role is not Role.TOTAL or not casts[0].sum.each:
        return None
    start, end = casts[-1].start, casts[-1].end
    while start > casts[0].sum.end and text[start - 1] in " (,":
        start -= 1
    return shared_by(f"{text[:start]}{' ' * (end - start)}{text[end:].removeprefix(')')}", casts[:1])


def _of_casts(text: str, sums: Sequence[Sum], casts: Sequence[Cast], passage: int, offset: int) -> ReadLine:
    """Return what the text is read into as one line, in its pieces, or as a list; else as what stands beside lines."""
    if "\n" in text.strip() and len(sums) > 1:
        lines = _in_pieces(text, sums, passage, offset)
        if len(lines.awards) > 1:
            return lines
    below = below_a_name(text, casts, passage, offset)
    if below is not None:
        return below
    item = item_of(text, casts)
    if item is not None:
        if is_cut(text, item.recipient):
            return ReadLine(cut=True)
        return ReadLine(awards_of(item, text, passage, offset), item.sure, item.shape)
    pieces = _in_pieces(text, sums, passage, offset)
    if pieces.awards or pieces.shape is Shape.SPOKEN:
        return pieces
    listed = _listed(text, sums, casts, passage, offset)
    if listed is not None:
        return listed
    return ReadLine(cut=True) if hangs(text) else alone_or_doubtful(text, casts, passage, offset)


def _listed(text: str, sums: Sequence[Sum], casts: Sequence[Cast], passage: int, offset: int) -> ReadLine | None:
    """Return the grants of a sentence that tells of several, None for any other.

    Where several get a sum each (“£5 each to Guides, Scouts and Cubs, with £6 to …”), its clauses are told apart first.
    """
    told = _in_clauses(text, sums, passage, offset) if any(one.each for one in sums) else ()
    items = () if told else items_in(text, casts)
    if not items:
        told = told or _in_clauses(text, sums, passage, offset)
        return ReadLine(told, sure=True, shape=Shape.LIST) if told else None
    awards = tuple(
        award for number, one in enumerate(items) for award in of_list(one, number, items, text, passage, offset)
    )
    return ReadLine(awards, all(one.sure for one in items), Shape.LIST)


def _closed_by_total(text: str, sums: Sequence[Sum], passage: int, offset: int) -> ReadLine | None:
    """Return the list of a text that closes with its total (“…, making £4,250.”), None for any other."""
    closing = closing_total(text, sums)
    if closing is None or not sums[-_SEVERAL].end <= closing.start() <= sums[-1].start:
        return None
    read = _of_sums(text[: closing.start() + 1], sums[:-1], passage, offset)
    return replace(read, total=sums[-1].claim) if len(read.awards) >= _SEVERAL else None


def _in_clauses(text: str, sums: Sequence[Sum], passage: int, offset: int) -> tuple[Award, ...]:
    """Return the grants of a sentence whose clauses each tell of one: “Guides get £5 and £6 goes to Scouts”; else none.

    Each clause must say so in words of its own, and all of them must be read.
    """
    if not _SEVERAL <= len(sums) <= _MOST_CLAUSES:
        return ()
    if naming.is_department(text[: sums[0].start]) or naming.tells_of_income(text):
        return ()  # what the Home Office gives is what an office gets
    text = _HAD.sub(r"\g<1> got", text) if _SAYS_GIVEN.search(text) is not None else text
    start = 0
    found: list[Award] = []
    for number, one in enumerate(sums):
        last = number + 1 == len(sums)
        joins = [] if last else [at.span() for at in _JOINS.finditer(text, one.end, sums[number + 1].start + 1)]
        ends = [(len(text), len(text))] if last else joins
        read, on = _clause(text, start, ends, sums, passage, offset)
        if read is None:
            return ()
        found += read.awards
        start = on
    return tuple(found)


def _clause(
    text: str, start: int, ends: Sequence[tuple[int, int]], sums: Sequence[Sum], passage: int, offset: int
) -> tuple[ReadLine | None, int]:
    """Return the clause that begins there, as read, and where the next begins: the first that tells of a grant.

    Of several names that get as much each, the longest is whole: “£5 each to Guides, Scouts and Cubs, with £6 …”.
    """
    best: ReadLine | None = None
    begins = start
    for end, on in ends[:_MOST_TRIED]:
        read = _piece(text, (start, end), sums, passage, offset)
        if read is None or not read.sure or not read.awards or read.shape not in _CLAUSE:
            continue
        if any(one.claim is not None and one.claim.each and one.amount is None for one in read.awards):
            continue
        if best is None or (read.shape is Shape.LIST and len(read.awards) > 1):
            best, begins = read, on
    return best, begins


_HAD = re.compile(r"\b(has|have) had(?=\s+£)")
"""“Elm Trust has had £500”: where another clause of the sentence tells of a grant, so does this. As long as “has got”."""

_SAYS_GIVEN = re.compile(r"\b(?:granted|awarded)\b")
_MOST_CLAUSES, _MOST_TRIED = 8, 6
_CLAUSE = (Shape.SENTENCE, Shape.LIST, Shape.LINE)
_JOINS = re.compile(
    r"\s*[,;]?\s+(?:and|while|whilst|with|but|as\s+well\s+as)\s+(?=(?:the\s+)?[A-Z£0-9])|;\s+(?!(?:which|who)\s)|,\s+(?=(?:the\s+)?[A-Z][^,;£]{2,80}?\s(?:has|have|was|were|will|received|receives|gets?|got)\s)"
    r"|,?\s+(?:the\s+)?(?:[a-z][a-z-]*\s+){0,5}(?:followed\s+by|ahead\s+of|then)\s+(?=(?:the\s+)?[A-Z£0-9])"
)
_SEVERAL = 2


def _in_pieces(text: str, sums: Sequence[Sum], passage: int, offset: int) -> ReadLine:
    """Return what the parts of a text are read into, where semicolons, line breaks or full stops divide it."""
    for pattern in (_PIECES, _SENTENCES, _SLASHES, _CLAUSES):
        bounds = [0, *(at for match in pattern.finditer(text) for at in match.span()), len(text)]
        spans = list(zip(bounds[::2], bounds[1::2], strict=True))
        if len(spans) < 2:  # noqa: PLR2004 - not divided
            continue
        if pattern is _PIECES and sums[0].end <= spans[0][1] and sums[-1].end > spans[0][1]:
            led_by = lead_of(text[spans[0][0] : sums[0].start]) or _headed(text, spans, sums)
            spans[0] = (spans[0][0] + led_by, spans[0][1])
        stop = _SENTENCES.match(text, sums[-1].end) if pattern is _PIECES else None
        if stop is not None and sums[-1].start >= spans[-1][0]:
            spans[-1] = (spans[-1][0], stop.start())  # what is told behind the list is no purpose of its last line
        read = _with_fates(text, spans, [_piece(text, span, sums, passage, offset) for span in spans])
        read = _with_meant(text, spans, read) if pattern is _SENTENCES else read
        told = _with_names([one for one in read if one is not None])
        if pattern is _SENTENCES and len(told) == 1 and told[0].shape is Shape.SPOKEN and len(sums) == 1:
            return told[0]
        awards = tuple(award for one in told for award in one.awards)
        led = bool(told) and not told[0].awards and text[: spans[0][1]].rstrip().endswith(":")
        if pattern is _CLAUSES and not (len(awards) > 1 and all(one.sure and one.awards for one in told)):
            continue
        if awards and (pattern is _SENTENCES or all(one.awards or one.cut for one in told[led:])):
            first = awards[0].start - offset
            speaks = pattern is _PIECES and SPEAKS.search(text, 0, max(first, sums[0].start)) is not None
            kept = tuple(award for one in told if one.sure or pattern is _PIECES for award in one.awards)
            sure = speaks or all(one.sure for one in told if one.awards)
            alone = (
                [one.shape for one in told if one.awards] if len(kept or awards) == 1 and pattern is _SENTENCES else []
            )
            shape = alone[0] if len(alone) == 1 else Shape.LIST
            return ReadLine(kept or awards, sure, shape, cut=any(one.cut for one in told))
    return NOTHING


def _headed(text: str, spans: Sequence[tuple[int, int]], sums: Sequence[Sum]) -> int:
    """Return how many characters head a list whose first part alone has a colon: “Youth Fund: Guides (£5); Scouts (£6)”.

    With two parts the words must name a fund: “Guides: tents (£5); Scouts (£6)”.
    """
    ahead = text[spans[0][0] : sums[0].start]
    colon = ahead.find(": ")
    if colon < 0 or not (ahead[colon + 2 :].strip(" ,–-—(") or TO.match(text[sums[0].end :])):
        return 0
    if len(spans) == _SEVERAL and _FUND.search(ahead, 0, colon) is None:
        return 0
    others = ([one.start for one in sums if start <= one.start < end] for start, end in spans[1:])
    firsts = [found[0] for found in others if found]
    plain = all(":" not in text[start:first] for (start, _), first in zip(spans[1:], firsts, strict=False))
    return colon + 2 if len(firsts) == len(spans) - 1 and plain else 0


_FUND = re.compile(r"\b(?:Funds?|Grants?|Awards?|Scheme|Strand|Pot|Round|Programme|fund|grants|awards)$")


def _with_fates(text: str, spans: Sequence[tuple[int, int]], read: list[ReadLine | None]) -> list[ReadLine | None]:
    """Return the parts as read, those behind “the following were declined:” as declined."""
    fate: Standing | None = None
    made: list[ReadLine | None] = []
    for (start, end), one in zip(spans, read, strict=True):
        awards = () if one is None else one.awards
        fate = fate_of(text[start : _first_sum(text, start, end) if awards else end]) or fate
        if one is None or not awards or fate in {None, Standing.AWARDED}:
            made.append(one)
            continue
        fallen = tuple(replace(award, standing=fate) if award.counts else award for award in awards)
        made.append(replace(one, awards=fallen))
    return made


def _with_meant(text: str, spans: Sequence[tuple[int, int]], read: list[ReadLine | None]) -> list[ReadLine | None]:
    """Return the sentences as read, “The club received £300” as a grant to whom a sentence without a sum names right before."""
    made = list(read)
    for number, one in enumerate(read):
        if (
            number == 0
            or one is None
            or one.shape is not Shape.SPOKEN
            or one.part is None
            or read[number - 1] is not None
        ):
            continue
        who = meant_by(text[slice(*spans[number])], text[slice(*spans[number - 1])])
        if who:
            award = replace(one.part, recipient=who)
            made[number] = replace(one, awards=(award,), part=None, sure=True, shape=Shape.SENTENCE)
    return made


def _with_names(told: Sequence[ReadLine]) -> list[ReadLine]:
    """Return the sentences as read, “It also received £300” as a grant to whom the sentence before names."""
    made: list[ReadLine] = []
    for one in told:
        before = made[-1].awards if made else ()
        if one.shape is Shape.SPOKEN and one.part is not None and len(before) == 1:
            made.append(replace(one, awards=(replace(one.part, recipient=before[0].recipient),), part=None))
        else:
            made.append(one)
    return made


def _first_sum(text: str, start: int, end: int) -> int:
    found = text.find("£", start, end)
    return end if found < 0 else found


def _piece(text: str, span: tuple[int, int], sums: Sequence[Sum], passage: int, offset: int) -> ReadLine | None:
    """Return what one part is read into, or None if no sum stands in it."""
    start, end = span
    here = tuple(
        Sum(one.start - start, one.end - start, one.pence, one.claim, one.each)
        for one in sums
        if start <= one.start and one.end <= end
    )
    if not here:
        return None
    lead = re.match(
        r"(?i)[^£:]*\b(?:(?:there|these|they)\s+(?:were|are)(?:\s+\w+){1,3}|were|was|are|awarded|follows|through|made|following|to|include[sd]?|including|grants?|is)\s*:\s+(?=\S)",
        text[start:end],
    )
    if lead is not None and lead.end() < here[0].start:
        here = tuple(Sum(one.start - lead.end(), one.end - lead.end(), one.pence, one.claim, one.each) for one in here)
        start += lead.end()
    return _of_sums(text[start:end], here, passage, offset + start)


__all__ = ["NOTHING", "ReadLine", "Role", "Shape", "awards_in", "read_line"]
