"""What it takes before a total or a number above grants, or a sum with parts, is held against them, and what is too little."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.found import Award
from pcp_reports.audit.told.proving import Reading, proven
from pcp_reports.audit.told.stated import numbers_in, totals_in
from pcp_reports.money import Money
from pcp_reports.papers.opening import read_paper

_PLAINLY, _PERHAPS = False, True  # grants by their own words, or by the arithmetic alone


def _held(stated: str, *pounds: int, loose: bool = _PLAINLY, others: int = 0) -> list[str]:
    """Return which figures of a sentence are surely of grants of so many pounds; ``others`` are sums that were not read."""
    awards = tuple(Award(f"Club {at}", "", Money(100 * each), at) for at, each in enumerate(pounds, 1))
    reading = Reading(awards, loose=loose, hedged=False, others=others, beside=frozenset())
    totals, numbers = list(totals_in(stated, 0, "en_GB")), list(numbers_in(stated, 0, "en_GB"))
    assert totals or numbers, "the sentence states nothing"
    return [one.claim.text for one in proven(reading, totals, numbers)]


@pytest.mark.parametrize(
    ("number", "pounds", "held"),
    [
        ("four", (4_000, 3_350, 2_000), ["£9,350", "four"]),
        ("two", (4_000, 3_350, 2_000), ["£9,350", "two"]),
        ("nine", (4_000, 3_350, 2_000), ["£9,350"]),
        ("three", (5_000, 4_350), ["£9,350"]),
    ],
)
def test_a_number_is_the_lists_own_where_its_total_is_exact_and_it_is_one_off(
    number: str, pounds: tuple[int, ...], held: list[str]
) -> None:
    """Three grants come to the total: “four” is of them, and wrong; “nine”, or “three” over two grants, may count others."""
    assert _held(f"The council awarded £9,350 to {number} groups.", *pounds) == held


def test_a_number_that_is_the_lists_own_leaves_another_to_be_of_others() -> None:
    """Of “three groups” and “four villages”, over three grants that come to the total, only the three are of them."""
    stated = "The council awarded £9,350 to three groups. Grants went to four villages."
    assert _held(stated, 4_000, 3_350, 2_000) == ["£9,350", "three"]


def test_a_number_one_off_is_let_alone_where_only_the_sums_say_what_are_grants() -> None:
    """Where a sum may be no grant at all, the total may come out by chance, and nothing is said of the number."""
    assert _held("The council awarded £9,350 to four groups.", 4_000, 3_350, 2_000, loose=_PERHAPS) == ["£9,350"]


@pytest.mark.parametrize(
    ("stated", "pounds", "loose", "others", "held"),
    [
        ("More than £20,000 was awarded.", (9_500, 6_250, 5_500), _PLAINLY, 0, True),
        ("More than £20,000 was awarded.", (15_000, 6_250), _PLAINLY, 0, False),
        ("More than £20,000 was awarded.", (9_500, 6_250, 5_500), _PLAINLY, 1, False),
        ("More than £20,000 was awarded.", (9_500, 6_250, 5_500), _PERHAPS, 0, False),
        ("More than £20,000 was awarded to five clubs.", (9_500, 6_250, 5_500), _PLAINLY, 0, False),
        ("More than £20,000 was awarded to two clubs.", (15_000, 6_250), _PERHAPS, 0, True),
        ("About £21,300 was awarded.", (9_500, 6_250, 5_500), _PERHAPS, 0, True),
        ("About £21,300 was awarded.", (9_500, 6_250, 5_500), _PERHAPS, 1, False),
        ("About £21,000 was awarded.", (9_500, 6_250, 5_500), _PERHAPS, 0, False),
    ],
)
def test_a_rounded_total_is_the_lists_own_where_all_was_read_or_it_is_close(
    stated: str, pounds: tuple[int, ...], loose: bool, others: int, held: bool
) -> None:
    """A total that is not exact proves grants that are as many as told, or three plain ones; those in doubt only if it is close."""
    assert bool(_held(stated, *pounds, loose=loose, others=others)) is held


@pytest.mark.parametrize(
    ("stated", "pounds", "loose", "held"),
    [
        ("£13,400 was awarded.", (4_000, 3_300, 7_000), _PLAINLY, True),
        ("£13,400 was awarded.", (4_000, 10_300), _PLAINLY, False),
        ("£41,000 was awarded.", (4_000, 3_000, 7_000), _PLAINLY, False),
        ("£13,400 was awarded.", (4_000, 3_300, 7_000), _PERHAPS, False),
        ("£13,400 was awarded.", (4_000, 3_300, 5_000, 2_000), _PERHAPS, True),
        ("£13,450 was awarded.", (4_000, 10_350), _PERHAPS, True),
    ],
)
def test_two_digits_changed_places_are_told_where_that_is_no_chance(
    stated: str, pounds: tuple[int, ...], loose: bool, held: bool
) -> None:
    """“£13,400” over grants of £14,300 is a slip of the keys if three are plainly all; over two grants it takes longer figures."""
    assert bool(_held(stated, *pounds, loose=loose)) is held


# -- sums made up of parts


def _said(text: str) -> list[str]:
    found = audit(read_paper(f"# Report\n\n## Funding\n\n{text}\n".encode(), "paper.md")).findings
    return [one.message for one in found if one.code == "G214"]


SPENT = "A total of £513,394 was spent: £482,307 on staff and £49,087 on premises."


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("", True),
        (" Of this £500,000 came from the Home Office and £13,394 from us.", False),
        ("\n\n£500,000 came from the Home Office and £13,394 from us.", False),
        ("\n\n£500,000 came from the Home Office and £14,394 from us.", True),
    ],
)
def test_a_sum_that_others_beside_it_come_to_is_not_called_a_slip(behind: str, told: bool) -> None:
    """Parts that come to a sum but for two digits are told, unless the next sentence has parts that come to it exactly."""
    assert bool(_said(SPENT + behind)) is told


@pytest.mark.parametrize(
    "text",
    [
        "That £125,000 be used as follows:-\n\n(1) £35,000 to give £5,000 to each of seven halls; and\n\n(2) £95,000 for a scheme.",
        "The cost of £125,000 is broken down below:\n\n- £35,000 for staff, £5,000 for each of seven\n- £95,000 for premises",
    ],
)
def test_what_each_of_some_gets_of_a_part_explains_no_gap(text: str) -> None:
    """A list that is £5,000 too much is told, though £5,000 is what each hall gets out of one of its parts."""
    assert len(_said(text)) == 1


# -- awards that their parts do not come to

YEARS = """| Recipient | 2023/24 | 2024/25 | 2025/26 | Total |
|---|---|---|---|---|
| Alder | £500 | £400 | £100 | £1,000 |
| Birch | £600 | £0 | £200 | £800 |
| Cedar | £700 | £0 | £300 | £1,100 |
| Dene | £100 | £200 | £300 | £600 |
| Elm | £150 | £200 | £300 | £650 |"""
BRACKETS = """- £121,500 to Alder Scouts (£58,000 in 2024/25 and £63,500 in 2025/26)
- £40,500 to Birch Choir (£20,000 in 2024/25 and £20,500 in 2025/26)
- £30,000 to Cedar Hall (£14,000 in 2024/25 and £16,500 in 2025/26)
- £30,700 to Dene Hall (£14,200 in 2024/25 and £16,500 in 2025/26)
- £8,000 to Elm Hall (£4,000 in 2024/25 and £4,000 in 2025/26)
- £9,000 to Fir Hall (£4,000 in 2024/25 and £5,000 in 2025/26)"""


@pytest.mark.parametrize(
    ("rows", "said", "place"),
    [
        (YEARS, "Cedar has £1,100, but its parts, £700 and £300, come to £1,000, which is £100 less.", (9, 1)),
        (BRACKETS, "Cedar Hall has £30,000, but its parts, £14,000 and £16,500, come to £30,500, which is £500 more.", (7, 26)),
    ],
)  # fmt: skip
def test_parts_are_told_as_they_are_printed_and_where(rows: str, said: str, place: tuple[int, int]) -> None:
    """A year in which nothing was paid is no part to name, and I am led to the brackets in which the parts stand."""
    found = audit(read_paper(f"# Report\n\n## Grants made\n\n{rows}\n".encode(), "paper.md")).findings
    assert [one.code for one in found] == ["G213"]
    assert said in found[0].message
    assert found[0].place is not None
    assert (found[0].place.line, found[0].place.column) == place
