"""Lines read as grants that a figure leaves out, and that are hardly grants: the figure is right, and one line was misread.

“Top-up: £14,300” beneath lines of who got how much for what; “In addition, £18,000 was paid to Victim Support” a paragraph
behind six grants told in one; the same list once more in the other language of the paper.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.words.figures import pence_of
from pcp_reports.audit.words.whole import is_other_money
from pcp_reports.judging import judge
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award, Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.passage import Paper

_SENTENCE = re.compile(r"(?:The|An?|With|Including|This|Of) ")
_FEW_WORDS = 6
_FEWEST = 3  # lines, by which an odd one is told


def is_without_odd_one(paper: Paper, one: Round, row: Weighed) -> bool:
    """Return whether a figure is right but for one line that is not like the others; a number beside it must be so, too."""
    total, count = row.judged.claim.total, row.judged.claim.count
    awards = [award for award in one.awards if award.counts and award.amount is not None]
    if row.judged.covers or total is None or total.value is None or len(awards) <= _FEWEST:
        return False
    more = row.judged.over.total.pence - pence_of(total)
    last = [award for award in awards if award.passage == awards[-1].passage]
    if _is_no_body(last) and sum(award.amount.pence for award in last if award.amount is not None) == more:
        return count is None or count.value in (len(awards) - len(last), None)
    if (
        count is not None
        and count.value not in (len(awards) - 1, None)
        and judge(count, Decimal(len(awards))).verdict.is_wrong
    ):
        return False
    odd = [award for award in awards if award.amount is not None and award.amount.pence == more]
    return len(odd) == 1 and _is_odd(paper, odd[0], [award for award in awards if award is not odd[0]])


_NO_BODY = re.compile(
    r"(?i)(?:the |our |its |this )*(?:number|no\.?|value|between (?:them|us|our)|largest|biggest|smallest|highest|lowest|average|mean|median|next|money|amounts?|sums?|balance|budget|available|remain\w*|left|unspent"
    r"|unallocated|underspend|overspend|pot|totals?|sub-?totals?|grants?|awards?|year|quarter|in all|altogether|overall|range|minimum|maximum)\b(?-i:(?!\s+[A-Z]))"
)
"""How words begin that name nobody: “Largest grant: £9,500”, “Value of grants: £20,000”, “Between them, our four funds …”."""


def _is_no_body(last: Sequence[Award]) -> bool:
    """Return whether the last passage of a list names nobody who could have got its sums."""
    return all(_NO_BODY.match(award.recipient) is not None for award in last)


def _is_odd(paper: Paper, odd: Award, others: Sequence[Award]) -> bool:
    """Return whether one line says less than all others, or stands apart: from those told in one paragraph, or as a sentence of other money."""
    if _SENTENCE.match(odd.recipient) is not None and is_other_money(odd.recipient):
        return not paper.passages[odd.passage].table
    if not odd.purpose and all(award.purpose for award in others):
        return True
    places = {award.passage for award in others}
    return len(places) == 1 and odd.passage not in places and not paper.passages[odd.passage].table


def is_of_bodies(one: Round, row: Weighed) -> bool:
    """Return whether a number is that of the bodies, one of which has several grants and a shorter name at one of them.

    “Elm Boxing Club was awarded £5,000 and Oak Hall £4,000. Elm also won £6,000.”: two clubs.
    """
    count = row.judged.claim.count
    if count is None or count.value is None:
        return False
    names = sorted({award.recipient.casefold() for award in one.awards if award.counts})
    longer = [name for name in names if not any(name.startswith(f"{other} ") for other in names)]
    return len(longer) < len(names) and count.value == len(longer)


_AFTER_NAMES = frozenset("–—:;,(")
"""What parts a name from what follows it: a line that holds one got beyond the name, and did not break off in it."""


def is_cut_short(paper: Paper, one: Round) -> bool:
    """Return whether the paper breaks off within one more line of the list: in the name, before any purpose and sum."""
    end, line = paper.passages[-1], paper.passages[one.awards[-1].passage]
    return (
        line.sort is Sort.ITEM
        and (end.sort, end.level, end.label) == (line.sort, line.level, line.label)
        and one.awards[-1].passage < len(paper.passages) - 1
        and not any(char.isdigit() or char in _AFTER_NAMES for char in end.text)
        and 0 < len(end.text.split()) <= _FEW_WORDS
        and end.text.rstrip()[-1:].isalpha()
    )


def is_printed_twice(one: Round, row: Weighed) -> bool:
    """Return whether a figure is half of what the lines come to, and each line stands there twice: in two languages."""
    total = row.judged.claim.total
    if total is None or total.value is None or int(total.value * 200) != row.judged.over.total.pence:
        return False
    lines = Counter(award.amount.pence for award in one.awards if award.counts and award.amount is not None)
    return bool(lines) and all(number % 2 == 0 for number in lines.values())
