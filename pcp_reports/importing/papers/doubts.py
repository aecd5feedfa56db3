"""What an import of a paper made up, set anew or could not tell, and what to look at in the rounds that it made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Related
from pcp_reports.importing.papers.left import group_of, place_of
from pcp_reports.importing.papers.rounds import by_place
from pcp_reports.importing.papers.untaken import Reason
from pcp_reports.passage import Sort
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.importing.papers.entries import Entries
    from pcp_reports.importing.papers.taken_over import Line, PaperRound
    from pcp_reports.importing.papers.untaken import Untaken
    from pcp_reports.passage import Paper


def unsure(paper: Paper, entries: Entries) -> Iterator[Finding]:
    """Give what was kept as a statement, and where a sign of the paper's stands as another."""
    if entries.unsure:
        related = tuple(
            Related(f"{name}: {paper.passages[at].where}", place_of(paper, at)) for name, at in entries.unsure
        )
        number = counted(len(related), "item")
        message = f"{number} of the paper {'is kept as a statement' if len(related) == 1 else 'are kept as statements'}, as nothing says that {'it is' if len(related) == 1 else 'they are'} an operation, an engagement or the board's."
        hint = "Where one is an operation or an engagement, change its “kind:”; docs/entries.md lists the keys."
        yield Finding("G543", message, related[0].place, hint, related)
    for told, at in entries.changed:
        message = f"{paper.passages[at].where}: {told}, as an entry would read it otherwise."
        yield Finding("G548", message, place_of(paper, at), "Look at it in the entry.")


def of_rounds(paper: Paper, rounds: Sequence[PaperRound], entries: Entries) -> Iterator[Finding]:
    """Give what is to be looked at in the rounds that were made."""
    for one in entries.rounds:
        if one.there:
            message = f"These grants are in {one.path} already, so no second round is made; the paper cites that one."
            yield Finding("G555", message, place_of(paper, one.first), "Compare its text with the paper's.")
        elif one.placed.guessed:
            message = f"{one.path}: taken, as the paper does not say it here: {listed(one.placed.guessed)}."
            yield Finding(
                "G544", message, place_of(paper, one.first), "Look whether that is right, and change it there."
            )
        for was, now in one.placed.spelled:
            message = f"{one.path}: the strand that the paper calls {quoted(was)} here is taken to be {quoted(now)}."
            yield Finding("G545", message, place_of(paper, one.first), "If it is another strand, correct it there.")
    for at in entries.retold:
        message = f"{paper.passages[at].where}: the sentence names its grants, which are now a list as well, printed beneath it."
        yield Finding("G554", message, place_of(paper, at), "Shorten the sentence in the round's text.")
    yield from _lines(paper, rounds)
    yield from columns_left(paper, rounds)


def _lines(paper: Paper, rounds: Sequence[PaperRound]) -> Iterator[Finding]:
    lines = [line for one in rounds for line in one.lines]
    anew = [line for line in lines if _words(line.printed) != _words(paper.passages[line.place].text)]
    if anew:
        first = anew[0]
        message = (
            f"{counted(len(anew), 'grant')} will be printed in the tool's own way, as "
            f"{quoted(shortened(first.printed, 120))} in the place of {quoted(shortened(paper.passages[first.place].text, 120))}."
        )
        yield Finding(
            "G545",
            message,
            place_of(paper, first.place),
            "Nothing need be done: dashes and stops differ, figures do not."
            if not first.rounded
            else "Nothing need be done, but for amounts that the paper gives rounded.",
        )
    for line in lines:
        if line.doubtful:
            message = f"{quoted(shortened(line.printed, 100))} has more than two dashes; the recipient is taken to be {quoted(line.recipient)}."
            yield Finding(
                "G551",
                message,
                place_of(paper, line.place),
                "Look where the recipient ends, and correct it in the round.",
            )
    for line in lines:
        if not line.purpose:
            message = f"{line.recipient}, {line.amount}: the paper does not say what the grant is for."
            yield Finding("G547", message, place_of(paper, line.place), "Type it behind “purpose:” in the round.")
    yield from _rounded(paper, lines)
    for one in rounds:
        yield from _not_awarded(paper, one)


def not_grants(paper: Paper, untaken: Iterable[Untaken]) -> Iterator[Finding]:
    """Give each line with the grants that was not taken as one."""
    for one in untaken:
        if one.reason is Reason.FRONT:
            continue
        passage = paper.passages[one.place]
        message = f"{passage.where}: {quoted(shortened(' '.join(passage.text.split()), 80))} {one.reason.value}."
        yield Finding("G546", message, place_of(paper, one.place), one.reason.hint)
    front = [one.place for one in untaken if one.reason is Reason.FRONT]
    if front:
        what = f"{counted(len(front), 'line')} of grants {'stands' if len(front) == 1 else 'stand'} in the front matter, where no round is made of them"
        yield group_of(paper, "G546", what, front, Reason.FRONT.hint)


def _rounded(paper: Paper, lines: Iterable[Line]) -> Iterator[Finding]:
    """Give the grants whose amounts are known as rounded ones alone; the total may then be off by some pounds."""
    rounded = [line for line in lines if line.rounded]
    if rounded:
        first = rounded[0]
        are = "is" if len(rounded) == 1 else "are"
        message = (
            f"The paper gives {counted(len(rounded), 'amount')} rounded, and {'it' if len(rounded) == 1 else 'they'} {are} "
            f"taken as printed: {first.recipient}, {quoted(first.rounded)}, is {first.amount} in the round."
        )
        hint = "Type the exact amount in the round, from the grant's own papers."
        related = tuple(
            Related(
                f"{paper.passages[line.place].where}: {line.recipient}, {line.rounded} → {line.amount}",
                place_of(paper, line.place),
            )
            for line in rounded
        )
        yield Finding("G558", message, related[0].place, hint, related if len(rounded) > 1 else ())


def _not_awarded(paper: Paper, one: PaperRound) -> Iterator[Finding]:
    """Give the applications beside a round's grants that were not awarded: those kept as words, and those left out."""
    for kept in (True, False):
        rows = [(at, name) for at, name in one.apart if (at in one.kept) is kept]
        if not rows:
            continue
        are = "is" if len(rows) == 1 else "are"
        then = f"{are} kept as words" if kept else f"{are} left out"
        first = paper.passages[rows[0][0]].where
        message = f"{first}: {counted(len(rows), 'application')} that {'was' if len(rows) == 1 else 'were'} not awarded {then}, in no total."
        hint = "Nothing need be done: a round holds awards alone. If one was awarded after all, add it with its amount."
        over = _over(paper, rows[0][0])
        apart = all(paper.passages[line.place].table != paper.passages[rows[0][0]].table for line in one.lines)
        if over and apart and not kept:
            hint = f"{quoted(shortened(over, 60))} is left with nothing beneath it: take it out, or type there what became of them."
        related = tuple(
            Related(
                f"{paper.passages[at].where}: {name or shortened(paper.passages[at].text, 80)}", place_of(paper, at)
            )
            for at, name in rows
        )
        yield Finding("G546", message, related[0].place, hint, related)


def _over(paper: Paper, at: int) -> str:
    """Return the words that lead up to the table that a row is of, where nothing else stands in it."""
    table = paper.passages[at].table
    first = next(place for place in range(at, -1, -1) if not place or paper.passages[place - 1].table != table)
    above = paper.passages[first - 1].text.rstrip() if first else ""
    return above if above.endswith(":") else ""


def told_again(paper: Paper, again: Iterable[PaperRound]) -> Iterator[Finding]:
    """Give each list whose grants stand in the paper a second time."""
    for one in again:
        if paper.passages[one.first].sort is Sort.ROW:
            continue  # a table, which is told of where tables are
        message = f"{paper.passages[one.first].where}: these grants are listed a second time; they are made once, and the second list is kept as words."
        yield Finding("G555", message, place_of(paper, one.first), "Delete the second list, or name the round there.")


_LITTLE_WORDS = (
    "for to of the a an and was were is are by from with in on at awarded received given grant grants total each amount "
    "approved agreed supported successful"
)
_LITTLE = frozenset(_LITTLE_WORDS.split())


def _beyond(line: Line, text: str, strands: str) -> set[str]:
    """Return the words of a grant's passage that its entry does not have; figures are left to the totals."""
    said = set(re.findall(r"[^\W\d_]\w*|\w*\d\w*[^\W\d_]\w*", text.casefold()))
    entry = " ".join([line.printed, strands, *(words for _, words in line.more)])
    kept = set(re.findall(r"\w+", entry.casefold()))
    return {
        word
        for word in said - kept - _LITTLE
        if len(word) > 1 and not re.fullmatch(r"\d+(?:k|m|bn|p|st|nd|rd|th)", word)
    }


def columns_left(paper: Paper, rounds: Sequence[PaperRound]) -> Iterator[Finding]:
    """Give the grants of whose lines or rows something is in no entry: a reference, a district, what others pay."""
    left: list[tuple[int, str]] = []
    strands = {at: " ".join(name or "" for name, _ in one.strands) for one in rounds for at in one.places}
    for at, lines in by_place(rounds).items():
        passage = paper.passages[at]
        over = _beyond(lines[0], passage.text, strands[at]) if len(lines) == 1 else set()
        if over:
            left.append((at, passage.text))
    if left:
        message = f"{counted(len(left), 'grant')} {'has' if len(left) == 1 else 'have'} more words in the paper than recipient, purpose and amount."
        hint = "Look at each; a reference, district, reason or day may be typed with the grant: reference, district, reason, awarded."
        related = tuple(
            Related(f"{paper.passages[at].where}: {shortened(text, 100)}", place_of(paper, at)) for at, text in left
        )
        yield Finding("G541", message, related[0].place, hint, related)
    placed = by_place(rounds)
    heads = [
        at
        for one in rounds
        for at in sorted(one.places - one.kept - {at for at, _ in one.apart})
        if paper.passages[at].sort is Sort.ROW and at not in placed and not _is_strand(paper.passages[at].text, one)
    ]
    if heads:
        what = f"{counted(len(heads), 'row')} of headings in tables of grants {'is' if len(heads) == 1 else 'are'} not taken over, as the tables become lists"
        yield group_of(paper, "G542", what, heads)


def _words(text: str) -> str:
    return " ".join(text.split())


def _is_strand(text: str, one: PaperRound) -> bool:
    return any(name is not None and _words(text).casefold() == name.casefold() for name, _ in one.strands)


def numbers(paper: Paper, body: Iterable[int]) -> Iterator[Finding]:
    """Give where the paper's own numbers are of several levels, which the tool's are not."""
    dotted = [at for at in body if paper.passages[at].numbered and "." in paper.passages[at].label.strip(".")]
    if dotted:
        message = f"The paper's numbers are of several levels ({paper.passages[dotted[0]].label}); the tool numbers its paragraphs 1, 2, 3."
        yield Finding(
            "G550",
            message,
            place_of(paper, dotted[0]),
            "Where the text speaks of a paragraph by its number, correct it.",
        )
