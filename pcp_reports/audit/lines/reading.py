"""One item, line or sentence read into grant lines, with how sure the reading is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award, Standing
from pcp_reports.audit.lines import naming, splitting
from pcp_reports.audit.lines.broken import is_cut
from pcp_reports.audit.lines.forms import Item, Shape, item_of
from pcp_reports.audit.lines.outcomes import fate_of, outcome_of
from pcp_reports.audit.lines.payment import payment_of
from pcp_reports.audit.lines.roles import Role, cast
from pcp_reports.audit.lines.run_on import SPEAKS, items_in
from pcp_reports.audit.lines.shared import shared_by
from pcp_reports.audit.lines.spoken import spoken_award
from pcp_reports.audit.lines.sums import Sum, speaks_of_money, sums_in
from pcp_reports.money import Money
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.roles import Cast
    from pcp_reports.claims import Claim


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What a line was read into. ``sure``: its own words say that these are grants, whatever stands around it.

    A line that is not sure (“Guides – tents – £500”) is a grant only where its surroundings speak of grants.
    ``total`` is the claim of a line that gives a total (`Shape.TOTAL`), and ``over`` the words that say of what.
    ``part`` is what a line says that gives an amount without a recipient: `Shape.AMOUNT`, “Amount awarded: £500” under a
    heading that names who got it; `Shape.SPOKEN`, “It received £500”, where the sentence before names who: a grant, never
    a total. A list (`Shape.LIST`) that closes with its total has it in ``total`` as well.
    ``cut``: the line breaks off before its end (“£750 to St”), so that what it awards cannot be told: whatever list it
    stands in is not whole.
    """

    awards: tuple[Award, ...] = ()
    sure: bool = False
    shape: Shape = Shape.NOTHING
    total: Claim | None = None
    over: str = ""
    part: Award | None = None
    cut: bool = False


NOTHING = ReadLine()
_LONGEST = 6000
_SHORT = 240
_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f\u2003\u2002", " ") | {"￡": "£"})
_ODD_DASH = re.compile(r"(?<=\s)[\u2010-\u2012\u2015\u2212](?=[\s£])")
_PIECES = re.compile(r"\s*;\s+(?:and\s+)?|\s*\n\s*|\s+[•●▪]\s+")
_CLAUSES = re.compile(r",\s+(?:and|while|whilst|with|but)\s+(?=(?:the\s+)?[A-Z£0-9]|an?\s)")
_SLASHES = re.compile(r"\s+[/|]\s+")
_SENTENCES = re.compile(
    r"(?<=[a-z0-9)\]”’\"'])[.!?]\s+(?=[A-Z£“\"‘'])(?<!\bSt[.]\s)(?<!\bCo[.]\s)(?<!\bNo[.]\s)(?<!\bMr[.]\s)(?<!\bDr[.]\s)(?<!\bLtd[.]\s)(?<!\bMrs[.]\s)"
)
_OUTCOME_WORDS = ("declin", "success", "not ", "refus", "reject", "withdr", "defer", "aflwydd")


def read_line(text: str, *, passage: int, money: bool = False, locale: str = "en_GB") -> ReadLine:
    """Return the grant lines of one item, line or sentence. ``money``: it stands under a heading of amounts.

    ``passage`` is the place of the text among the paper's passages, and is put into the awards.
    """
    if not speaks_of_money(text) and not (money and any(char.isdigit() for char in text)):
        return _outcome_alone(text, passage) if len(text) <= _SHORT else NOTHING
    if len(text) > _LONGEST:
        return NOTHING
    plain = _ODD_DASH.sub("–", text.translate(_BLANKS))
    sums = sums_in(plain, money=money, locale=locale)
    if not sums:
        return _outcome_alone(plain, passage) if len(plain) <= _SHORT else NOTHING
    return _of_sums(plain, sums, passage, 0)


def awards_in(text: str, *, passage: int, money: bool = False, locale: str = "en_GB") -> tuple[Award, ...]:
    """Return the grant lines of one item, line or sentence; see `read_line`, which tells how sure they are."""
    return read_line(text, passage=passage, money=money, locale=locale).awards


def _of_sums(text: str, sums: Sequence[Sum], passage: int, offset: int) -> ReadLine:
    """Return what the text is read into; ``offset`` is where it stands in the whole of the passage."""
    closing = _CLOSING_TOTAL.search(text) if len(sums) > _SEVERAL else None
    if closing is not None and sums[-_SEVERAL].end <= closing.start() <= sums[-1].start:
        read = _of_sums(text[: closing.start() + 1], sums[:-1], passage, offset)
        if len(read.awards) >= _SEVERAL:
            return replace(read, total=sums[-1].claim)
    casts = cast(text, sums)
    total = _total(text, sums)
    if total is not None:
        return total
    shared = shared_by(text, casts)
    if shared is not None:
        return _of_shared(*shared, text, passage, offset)
    if "\n" in text.strip() and len(sums) > 1:
        lines = _in_pieces(text, sums, passage, offset)
        if len(lines.awards) > 1:
            return lines
    item = item_of(text, casts)
    if item is not None:
        if is_cut(text, item.recipient):
            return ReadLine(cut=True)
        return ReadLine(_awards(item, text, passage, offset), item.sure, item.shape)
    pieces = _in_pieces(text, sums, passage, offset)
    if pieces.awards:
        return pieces
    items = items_in(text, casts)
    if not items:
        spoken = spoken_award(text, casts, passage, offset)
        if spoken is not None:
            return ReadLine((), sure=True, shape=Shape.SPOKEN, part=spoken)
        return _amount_alone(text, casts, passage, offset) or _doubtful(text, casts, passage, offset)
    awards = tuple(
        award for number, one in enumerate(items) for award in _of_list(one, number, items, text, passage, offset)
    )
    return ReadLine(awards, all(one.sure for one in items), Shape.LIST)


_SEVERAL = 2
_PURPOSE_ALONE = re.compile(r"(?:\(?(?:over|for|across)\s+[^£.;]{2,50}?\b(?:years?|months?)\)?[\s,–-]+)?(?:(?:to|for|towards?)\s+(?=[a-z0-9])|as\s+a\s+contribution\b)")
_CLOSING_TOTAL = re.compile(
    r"[.;,]\s+(?:(?:the|a|this|that|which)\s+)?(?:(?:grand|overall|combined)\s+)?(?:totals?|makes|making|in\s+(?:all|total)|sef\s+cyfanswm|cyfanswm)\b[^£.;]{0,40}£[0-9][0-9,.]*\s*[.)]*\s*$",
    re.IGNORECASE,
)


def _of_shared(one: Sum, names: Sequence[str], text: str, passage: int, offset: int) -> ReadLine:
    """Return an award of the same sum for each of the names."""
    assert one.pence is not None  # noqa: S101 - only a plain sum is shared
    start, end = len(text) - len(text.lstrip()) + offset, len(text.rstrip()) + offset
    awards = tuple(Award(name, "", Money(one.pence), passage, start, end, one.claim) for name in names)
    return ReadLine(awards, sure=False, shape=Shape.LIST)


_AMOUNT_ALONE = re.compile(
    r"\W*(?:(?:total|the|final|approved|grant|funding|20[0-9]{2}(?:[/–-](?:20)?[0-9]{2})?)\s+)*(?:allocation|amounts?|grants?|awards?|awarded|funding|sum|value|received|approved|swm|dyfarniad)(?:\s+(?:awarded|granted|approved|given|allocated|amount|received|of|is|was|requested"
    r"|value|applied\s+for|award))*\s*(?:\(£\))?\s*[:=–-]?\s*$|[\W]*$",
    re.IGNORECASE,
)


def _amount_alone(text: str, casts: Sequence[Cast], passage: int, offset: int) -> ReadLine | None:
    """Return the amount of a line that names nobody: “Amount awarded: £500”; None for any other."""
    payment = payment_of(text, casts)
    if payment is None:
        return None
    behind = text[payment.end :].strip(" .;)*")
    if not _AMOUNT_ALONE.match(text[: payment.start]) or not (not behind or _PURPOSE_ALONE.match(behind)):
        return None
    amount = None if payment.pence is None else Money(payment.pence)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    part = Award("", splitting.purpose_behind(behind), amount, passage, start + offset, end + offset, payment.claim, standing=payment.standing)
    return ReadLine((), False, Shape.AMOUNT, part=part)


def _doubtful(text: str, casts: Sequence[Cast], passage: int, offset: int) -> ReadLine:
    """Return a line that begins as grant lines do and has several sums, so that its amount cannot be told.

    To leave such a line out would make the total of its list look wrong.
    """
    awards = [one for one in casts if one.role is Role.AWARD]
    if len(awards) < 2:  # noqa: PLR2004 - one sum was read, or is none
        return NOTHING
    before, behind = text[: awards[0].start], text[awards[-1].end :]
    who, _ = splitting.split(before)
    marked = _MARKED.search(before)
    if marked is None or not who or not naming.is_name(before[: marked.start()]) or behind.strip(" .;,)*"):
        return NOTHING
    if naming.is_finance(who) or naming.is_counted(who) or naming.is_total(who):
        return NOTHING
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    _, what = splitting.split(before)
    claim = awards[0].sum.claim
    return ReadLine((Award(who, what, None, passage, start + offset, end + offset, claim),), False, Shape.LINE)


_MARKED = re.compile(r"\s[-–—]\s|[–—]\s|-\s|:\s|\t|\n|\|")


def _of_list(one: Item, number: int, items: Sequence[Item], text: str, passage: int, offset: int) -> tuple[Award, ...]:
    start = items[number - 1].payment.end if number else 0
    end = one.payment.end if number + 1 < len(items) else len(text)
    return _awards(one, text, passage, offset, (start, end))


def _awards(item: Item, text: str, passage: int, offset: int, span: tuple[int, int] | None = None) -> tuple[Award, ...]:
    """Return the awards of an item: one, or one for each of the names that get as much “each”."""
    start, end = span or (len(text) - len(text.lstrip()), len(text.rstrip()))
    payment = item.payment
    amount = None if payment.pence is None else Money(payment.pence)
    claim = payment.claim
    names = None
    if payment.each is not None or (payment.claim is not None and payment.claim.each):
        names = naming.several(item.recipient)
    if names is not None and payment.each is not None and payment.times in {0, len(names)}:
        return tuple(
            Award(
                name,
                item.purpose,
                Money(payment.each),
                passage,
                start + offset,
                end + offset,
                claim,
                standing=item.standing,
            )
            for name in names
        )
    many = payment.times if payment.to_many and payment.times > 1 else 1
    return (
        Award(
            naming.without_article(item.recipient),
            item.purpose,
            amount,
            passage,
            start + offset,
            end + offset,
            claim,
            recipients=many,
            standing=item.standing,
        ),
    )


_SUMMARY = re.compile(
    r"(?P<over>[^£:]{2,60}?)\s*(?:[:–—(|]|\s-)\s*(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:\w+\s+)?(?:grants?|awards?|applications?|recipients|organisations|groups)"
    r"[\s,:;–—=(-]*(?:(?:totalling|worth|in\s+total|total|coming\s+to|amounting\s+to|of|were\s+made|made|awarded)[\s,:]*)*$",
    re.IGNORECASE,
)


def _total(text: str, sums: Sequence[Sum]) -> ReadLine | None:
    """Return the total that a line gives, or None if it gives none. “Youth: 3 grants, £5,320” is one, over “Youth”."""
    before = splitting.without_bullet(text[: sums[0].start])
    summary = _SUMMARY.match(before) if len(sums) == 1 else None
    if summary is not None and not text[sums[0].end :].strip(" .;,)"):
        return ReadLine((), False, Shape.TOTAL, sums[0].claim, naming.tidied(summary["over"]))
    if not naming.is_total(before):
        return None
    who, what = splitting.split(before)
    if what and not naming.is_finance(who):
        return None
    return ReadLine((), False, Shape.TOTAL, sums[-1].claim if len(sums) == 1 else None, naming.tidied(before))


def _in_pieces(text: str, sums: Sequence[Sum], passage: int, offset: int) -> ReadLine:
    """Return what the parts of a text are read into, where semicolons, line breaks or full stops divide it."""
    for pattern in (_PIECES, _SENTENCES, _SLASHES, _CLAUSES):
        bounds = [0, *(at for match in pattern.finditer(text) for at in match.span()), len(text)]
        spans = list(zip(bounds[::2], bounds[1::2], strict=True))
        if len(spans) < 2:  # noqa: PLR2004 - not divided
            continue
        read = [_piece(text, span, sums, passage, offset) for span in spans]
        read = _with_fates(text, spans, read)
        told = [one for one in read if one is not None]
        awards = tuple(award for one in told for award in one.awards)
        led = bool(told) and not told[0].awards and text[: spans[0][1]].rstrip().endswith(":")
        if pattern is _CLAUSES and not (len(awards) > 1 and all(one.sure and one.awards for one in told)):
            continue
        if awards and (pattern is _SENTENCES or all(one.awards for one in told[led:])):
            first = awards[0].start - offset
            speaks = pattern is _PIECES and SPEAKS.search(text, 0, max(first, sums[0].start)) is not None
            kept = tuple(award for one in told if one.sure or pattern is _PIECES for award in one.awards)
            return ReadLine(kept or awards, speaks or all(one.sure for one in told if one.awards), Shape.LIST)
    return NOTHING


def _with_fates(text: str, spans: Sequence[tuple[int, int]], read: list[ReadLine | None]) -> list[ReadLine | None]:
    """Return the parts as read, those behind “the following were declined:” as declined."""
    fate, made = None, []
    for (start, end), one in zip(spans, read, strict=True):
        first = end if one is None or not one.awards else _first_sum(text, start, end)
        fate = fate_of(text[start:first]) or fate
        if one is not None and one.awards and fate is not None and fate is not Standing.AWARDED:
            awards = tuple(replace(award, standing=fate) if award.counts else award for award in one.awards)
            one = replace(one, awards=awards)
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


def _outcome_alone(text: str, passage: int) -> ReadLine:
    """Return the line of an application that got nothing and names no amount: “Guides – tents – declined”."""
    low = text.lower()
    if not any(word in low for word in _OUTCOME_WORDS):
        return NOTHING
    outcome, words = outcome_of(text)
    if outcome is None or outcome is Standing.AWARDED:
        return NOTHING
    who, what = splitting.split(words)
    if not naming.is_name(who) or naming.is_generic(who) or len(words) > _SHORT:
        return NOTHING
    award = Award(who, what, None, passage, 0, len(text), standing=outcome)
    return ReadLine((award,), False, Shape.OUTCOME)


__all__ = ["NOTHING", "ReadLine", "Role", "Shape", "awards_in", "read_line"]
