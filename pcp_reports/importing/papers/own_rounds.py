"""The rounds of a paper that this tool built: its styles and hidden bookmarks tell each line, and the round it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.importing.papers.taken_over import DASH, Line, PaperRound
from pcp_reports.labels import label
from pcp_reports.money import Money, MoneyError
from pcp_reports.word.marks import read_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pcp_reports.passage import Paper
    from pcp_reports.word.set_words import SetParagraph

GRANT_HEADING, GRANT_LINE = "grant heading", "grant line"


def own_rounds(paper: Paper, set_as: Mapping[int, SetParagraph], locale: str) -> Iterator[PaperRound]:
    """Give the rounds whose lines bear our bookmarks and styles."""
    apart = {f"{label(status, locale)}:": status for status in ("withdrawn", "returned")}
    for entry, rows in _rows(paper, set_as).items():
        strands: list[tuple[str | None, list[Line]]] = []
        status = "awarded"
        for style, at in rows:
            text = " ".join(paper.passages[at].text.split())
            if style == GRANT_HEADING:
                status = apart.get(text, "awarded")
                if status == "awarded":
                    strands.append((text.removesuffix(":"), []))
                continue
            line = _own_line(paper.passages[at].text, set_as[at], at, status)
            if line is None:
                break
            if not strands:
                strands.append((None, []))
            strands[-1][1].append(line)
        else:
            places = frozenset(at for _, at in rows)
            made = tuple((name, tuple(lines)) for name, lines in strands)
            if any(lines for _, lines in made):
                yield PaperRound(made, places, mark=entry)


def _rows(paper: Paper, set_as: Mapping[int, SetParagraph]) -> dict[str, list[tuple[str, int]]]:
    """Return the headings and lines of grants by the entry that they came from: their styles and places."""
    found: dict[str, list[tuple[str, int]]] = {}
    entry, last = "", -1
    for at, passage in enumerate(paper.passages):
        style = set_as[at].style if at in set_as else ""
        if style not in (GRANT_HEADING, GRANT_LINE):
            continue
        mark = next((mark for name in passage.marks if (mark := read_mark(name)) is not None), None)
        # A line that somebody added in Word has the style of its neighbours, and no bookmark.
        entry = mark.entry if mark is not None else entry if last == at - 1 else ""
        if entry:
            found.setdefault(entry, []).append((style, at))
            last = at
    return found


def _own_line(text: str, typed: SetParagraph, at: int, status: str) -> Line | None:
    """Return a line that this tool printed; None where somebody has changed it since so that it is none any more.

    Where a recipient or purpose holds a dash of its own, the line was set in two pieces, the recipient first.
    """
    first = typed.runs[0].text if len(typed.runs) > 1 else ""
    whole, dash, amount = text.rpartition(DASH)
    if not dash:
        return None
    if first and whole.startswith(f"{first}{DASH}"):
        recipient, purpose = first, whole[len(first + DASH) :]
    else:
        recipient, dash, purpose = whole.partition(DASH)
    try:
        money = Money.parse(amount)
    except MoneyError:
        return None
    if not (dash and recipient.strip() and purpose.strip()):
        return None
    return Line(recipient, purpose, money, at, status=status, doubtful=not first and DASH in purpose)
