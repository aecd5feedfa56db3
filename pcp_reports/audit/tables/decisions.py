"""Tables of decisions, in which grants stand among contracts, appointments and sales: “Grant to the Refuge for a worker | £46,500”.

Only where every row that speaks of giving says to whom can it be told which rows are grants; else none is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award, Group
from pcp_reports.audit.lines.names.naming import is_generic, is_name, is_own_office, is_total, tidied
from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.grid import Row, grid_of, has_pounds, looks_like_money, width_of
from pcp_reports.audit.tables.headings import Holds, holds
from pcp_reports.money import Money
from pcp_reports.printed.patterns import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.passage import Passage

_FEWEST = 2
_TOLD = (Holds.DECISION, Holds.PURPOSE, Holds.UNKNOWN)
_SUMS = (Holds.AMOUNT, Holds.AWARDED, Holds.OTHER_SUM, Holds.FOREIGN)
_VALUE = re.compile(r"(?i)\b(?:values?|amounts?|sums?|costs?|£|financial implications?|spend)\b|£")
_GRANTED = re.compile(
    r"(?i)(?:(?:to|that)\s+)?(?:(?:approve|approved|approval\s+of|agree|agreed|award|awarded|make|made|give|given|offer|provide|extend|extended|renew|extension\s+of|renewal\s+of)\s+)?"
    r"(?:(?:a|an|the|one-off|further|final|annual|small|community|capital|revenue)\s+){0,3}(?:\w+\s+){0,2}?"
    r"(?:grants?|award|donation|contribution)(?:\s+(?:funding|agreement|award|payment))?(?:\s+of\s+£[0-9][0-9,.]*)?\s+to\s+(?:the\s+)?(?=[A-Z0-9])"
    r"|(?:to\s+)?(?:grant|award|give)(?:ed|s)?\s+(?:the\s+)?(?=[A-Z0-9])"
)
_SPEAKS = re.compile(
    r"(?i)\b(?:grants?|granted|granting|grant-?funding|donat\w+|bursar\w+|sponsor\w*|funding (?:to|for)|contributions? to)\b"
)
_WORDS_INSIDE = word_set("of and & the in on at upon y yr a ar o for de la")
_HELPS = word_set(
    "centre center association society foundation institute campaign trust council forum alliance fund service services group network charity"
)


def decisions_in(rows: Sequence[Passage], *, passages: Sequence[int]) -> tuple[Group, ...]:
    """Return the grants among the decisions that a table lists; none where it is another table, or they cannot be told."""
    grid = grid_of(rows)
    if len(grid) <= _FEWEST:
        return ()
    places = _places(grid, width_of(grid))
    if places is None:
        return ()
    told, sums = places
    awards = []
    for row, at in zip(grid[1:], passages[1:], strict=True):
        words = row.words(told)
        if not words or is_total(words):
            continue
        found = _GRANTED.match(words)
        name = _name_in(words[found.end() :]) if found is not None else ""
        if not name:
            if _SPEAKS.search(words) is not None:
                return ()
            continue
        said = paid(row.words(sums))
        amount = None if said.pence is None else Money(said.pence)
        purpose = tidied(words[words.index(name, found.end() if found is not None else 0) + len(name) :])
        awards.append(Award(name, purpose, amount, at, 0, 0, said.claim))
    sound = len(awards) >= _FEWEST and len(awards) + 1 < len(grid) and all(one.amount is not None for one in awards)
    return (Group(None, tuple(awards)),) if sound else ()


def _places(grid: Sequence[Row], width: int) -> tuple[int, int] | None:
    """Return the columns of what was decided, the wordiest, and of what it is worth; None where the header gives none such."""
    header = grid[0]
    if any(looks_like_money(cell.text) or has_pounds(cell.text) for cell in header.filled):
        return None
    headings = {column: header.words(column) for column in range(width)}
    kinds = {column: holds(words) for column, words in headings.items() if words}
    if Holds.RECIPIENT in kinds.values() or not _is_of_decisions(headings):
        return None
    sums = [column for column, kind in kinds.items() if kind in _SUMS and _VALUE.search(headings[column])]
    told = [column for column, kind in kinds.items() if kind in _TOLD and column not in sums]
    if not told or len(sums) != 1:
        return None
    return max(told, key=lambda column: sum(len(row.words(column)) for row in grid)), sums[0]


def _is_of_decisions(headings: Mapping[int, str]) -> bool:
    return any(
        re.search(r"(?i)\b(?:decisions?|notices?|title|subject|approval|matter|item)\b", words)
        for words in headings.values()
    )


def _name_in(words: str) -> str:
    """Return the name that words begin with: those in capitals, with the small words between them; empty where it is nobody's."""
    kept: list[str] = []
    waiting: list[str] = []
    for word in words.split():
        plain = word.strip("“”‘’'\"()[],;:.–-")
        ends = word[-1:] in ",;:–" or word in {"–", "-"}
        if plain[:1].isupper() or plain[:1].isdigit():
            kept += [*waiting, word]
            waiting = []
        elif plain in _WORDS_INSIDE and kept and (plain != "for" or kept[-1].casefold() in _HELPS):
            waiting.append(word)
        else:
            break
        if ends:
            break
    name = tidied(" ".join(kept))
    return "" if not name or not is_name(name) or is_generic(name) or is_own_office(name) else name
