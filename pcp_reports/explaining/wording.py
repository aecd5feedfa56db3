"""The sentences of causes by lines: each states arithmetic that holds, in words an officer would forward.

None says who erred. The words for slips of typing and counting stand in `slip_wording`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.explaining.parts import CauseKind
from pcp_reports.money import Money
from pcp_reports.words import counted, listed, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pcp_reports.explaining.parts import Fit, Line
    from pcp_reports.explaining.search import Search
    from pcp_reports.printed.claim import Claim

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MOST_NAMED = 5  # lines of which one is meant; beyond them three are named
_FEW_NAMED = 3
_FUNDS = ("fund", "scheme", "programme", "pot", "budget")


def pounds(pence: int) -> str:
    """Return an amount as printed."""
    return str(Money(pence))


def called(name: str) -> str:
    """Return a name on one line, not too long, without what a screen cannot show."""
    return shortened("".join(char if char.isprintable() or char.isspace() else "\ufffd" for char in name), 60)


def _strand(name: str) -> str:
    words = name.casefold().split()
    article = "the " if words and words[-1] in _FUNDS and words[0] != "the" else ""
    return article + called(name)


def in_words(number: int) -> str:
    """Return a number as a sentence has it: in words below ten."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def named(lines: Sequence[Line], show: Callable[[Line], str]) -> str:
    """Return the lines in a list: all of them where they are few, else the first and how many more there are."""
    if len(lines) <= _MOST_NAMED:
        return listed([show(line) for line in lines])
    shown = [show(line) for line in lines[:_FEW_NAMED]]
    return listed([*shown, counted(len(lines) - len(shown), "other")])


def subject(claim: Claim) -> str:
    """Return the words of a figure as a sentence begins with them."""
    words = called(claim.text)
    return words[:1].upper() + words[1:]


def _value_and_noun(search: Search) -> str:
    """Return a count's words with what it counts: “6 projects”."""
    words, noun = called(search.target.claim.text), search.measure.counted.value
    if noun[:-1] in words.casefold():
        return words
    return f"{words} {noun[:-1] if words.casefold() in ('1', 'one') else noun}"


def _shower(money: Search | None, count: Search | None) -> Callable[[Line], str]:
    """Return what names a line with what it adds: “Rovers (£10,000)”, “Guides (2 projects)”."""

    def show(line: Line) -> str:
        adds = [pounds(line.pence)] if money is not None else []
        if count is not None and (money is None or line.projects > 1):
            adds.append(counted(line.projects, "project"))
        return f"{called(line.recipient)} ({', '.join(adds)})"

    return show


def _one_of(lines: Sequence[Line], money: Search | None) -> str:
    """Return that it is one of some lines that add the same: “one of three grants of £10,000 (…)”."""
    adds = pounds(lines[0].pence) if money is not None else counted(lines[0].projects, "project")
    return f"one of {in_words(len(lines))} grants of {adds} ({named(lines, lambda line: called(line.recipient))})"


def _tail(fit: Fit, money: Search | None, count: Search | None) -> str:
    """Return which lines are counted or not, behind “what the grants come to”."""
    lines = [line for change in fit.changes for line in (*change.out, *change.extra)]
    show = _shower(money, count)
    which = _one_of(lines, money) if len(fit.changes) > 1 else named(lines, show)
    both = "both " if len(fit.changes[0].extra) == 2 else ""  # noqa: PLR2004 - one, or two
    if fit.kind is CauseKind.LEFT_OUT:
        return f"without {which}"
    if fit.kind is CauseKind.TWICE:
        return f"with {which} {both}counted twice"
    if fit.kind is CauseKind.APART:
        fates = list(dict.fromkeys(line.fate for line in lines))
        return f"with {which} counted, though {listed(fates, 'or')}"
    strands = {line.strand for line in lines}
    strand = next(iter(strands)) if len(strands) == 1 else None
    return f"with {which}{' of ' + _strand(strand) if strand else ''} counted as well"


def _inside(fit: Fit, money: Search | None, count: Search | None) -> str:
    """Return what a figure that is not exact was found to be, and of strands how many grants they have."""
    shown = []
    for search in (money, count):
        if search is None or search.target.exact:
            continue
        value = _value(fit, search)
        shown.append(pounds(value) if search.measure.money else counted(value, search.measure.counted.value[:-1]))
    if money is not None and fit.changes and fit.kind in (CauseKind.STRANDS, CauseKind.WHOLE):
        if money.target.exact and not money.target.is_right_of(_value(fit, money)):
            shown.append(f"{pounds(_value(fit, money))} to the penny")
        change = fit.changes[0]
        if len({len(one.extra) - len(one.out) for one in fit.changes}) == 1:
            shown.append(counted(len(money.lines) - len(change.out) + len(change.extra), "grant"))
    if not shown:
        return ""
    return f" ({', '.join(shown)})" if fit.kind in (CauseKind.STRANDS, CauseKind.WHOLE) else f": {listed(shown)}"


def _value(fit: Fit, search: Search) -> int:
    if fit.earlier is not None:
        return (fit.earlier.pence if search.measure.money else fit.earlier.projects) or 0
    return search.after(fit.changes[0])


def of_fit(fit: Fit, money: Search | None, count: Search | None) -> str:
    """Return the sentence of a cause by lines: for the total, the count, or both at once."""
    searches = [one for one in (money, count) if one is not None]
    both, exact = len(searches) > 1, all(one.target.exact for one in searches)
    lead = subject(searches[0].target.claim) + (f" and {_value_and_noun(searches[1])}" if both else "")
    verb = {(True, True): "are", (True, False): "is", (False, True): "fit", (False, False): "fits"}[exact, both]
    inside = _inside(fit, money, count)
    if fit.earlier is not None:
        return f"{lead} {verb} {called_long(fit.earlier.words)}{inside}."
    counting = f"the number of {searches[0].measure.counted.value}"
    if fit.kind in (CauseKind.STRANDS, CauseKind.WHOLE):
        names = [name for change in fit.changes for name in change.strands]
        which = listed([_strand(name) for name in names], "or" if len(fit.changes) > 1 else "and") or "the whole round"
        which += {0: "", 1: " alone"}.get(len(fit.changes[0].strands), " together")
        plural = len(fit.changes[0].strands) > 1 or (names and names[-1].endswith("s"))
        come = "come" if plural else "comes"
        told = f"what {which} {come} to" if money is not None else f"{counting} in {which}"
        return f"{lead} {verb} {told}{inside}."
    head = "what the grants come to" if money is not None else counting
    return f"{lead} {verb} {head} {_tail(fit, money, count)}{inside}."


def called_long(words: str) -> str:
    """Return the words that name an earlier figure, on one line."""
    return shortened(words, 200)
