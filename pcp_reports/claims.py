"""A figure as people print it (“£69k”, “over 400”, “just under £1m”) -> bounds that a value can be held against.

The reading rules, where a careful reader might ask:

- In full and without a hedge a figure is exact, whatever noughts it ends in; in words too, below a thousand or to the
  unit (“a hundred”, “two thousand and fifty”). In k, m, million or bn, and in words in whole thousands or more, it is good
  to half a unit of its last digit: “ten thousand pounds” is £10k, 9,500 to 10,500; of “a thousand” the hundreds count, 950
  to 1,050; half or a quarter of a million is good to a tenth of a million: 450,000 to 550,000.
- “Over £62k” is open below at £62,000, and “up to around £5k” ends where “around” does. “Around” allows half a unit of the
  last digit that is not nought, and of a dozen three.
- A range is one figure where it goes up (“£5-10k”), and two where the sentence tells of a change (“rose from 5 to 10”).
- “1 in 5” and “6 out of 10” are shares: per cent, rounded, the larger number good to half a unit either way. “14 out of
  15” is two counts. “Two-thirds of”, “almost half of” and “3/4 of” are per cent too, good to two and a half points.
- £1,250k is a budget's way of writing £1.25m; £69,000k, £12,345k and £493,444k may be that, or a stray k, and are
  ambiguous. £000s heads a table and is no figure.
- “11 minutes 32 seconds” is one count, of the smaller unit: 692 seconds.
- “Hundreds of”, “several”, “by a third”, ordinals, dates, times, ages, years and references are no figures.
"""

from __future__ import annotations

from pcp_reports.printed.claim import Claim, Kind, Unit
from pcp_reports.printed.prose import is_alone, prepared
from pcp_reports.printed.search import figures_in
from pcp_reports.printed.tongue import tongue_of

__all__ = ["Claim", "Kind", "Unit", "find", "read"]

_LONGEST = 2000


def find(text: str, locale: str = "en_GB") -> list[Claim]:
    """Return every figure of a text in order, none overlapping, each with where it stands; misprints are among them.

    No figure runs across a blank line or U+FFFC, which stands for what is put in later. The locale is English, or
    Welsh (cy_GB), with which English is read as well.
    """
    return figures_in(prepared(text, tongue_of(locale)))


def read(text: str, locale: str = "en_GB") -> Claim:
    """Return the one figure of a text, such as “over £62k” or “400 or more individuals”.

    Where there is none, or several, or more words about it than name what it counts (“2nd of 43 forces”), it is
    `Kind.INVALID` with the reason. A number alone is taken for a figure even
    where prose would take it for a year or a list number (“2023”, “1.”).
    """
    if len(text) > _LONGEST:
        return _refused(text, "it is too long for a figure")
    tongue = tongue_of(locale)
    found = figures_in(prepared(text, tongue, alone=True))
    if len(found) != 1:
        found = figures_in(prepared(text, tongue)) or found
    if len(found) == 1:
        return (
            found[0]
            if is_alone(text, found[0].start, found[0].end)
            else _refused(text, "other words stand about the figure in it")
        )
    return _refused(text, "more than one figure stands in it" if found else "there is no figure in it")


def _refused(text: str, reason: str) -> Claim:
    return Claim(text, Kind.INVALID, Unit.COUNT, reason=reason, start=0, end=len(text))
