"""Tables and what stands in columns: subtotals of parts however they are headed, sums over all years, cells that touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.lines.names.naming import is_name, is_total
from pcp_reports.audit.tables.headings import Holds, holds
from pcp_reports.audit.words.size_bands import is_size_band
from pcp_reports.audit.words.spans import keys_beside, keys_of, names_all_years
from pcp_reports.findings import Severity
from pcp_reports.judging import Verdict
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from pcp_reports.audit.verdicts import Audited

PARTS = """Property Act Fund: results

The Commissioner has made the grants below from the fund.

{first}

  Abbot's Rise Pre-school             £1,640.00
  Blackthorn Riding                   £3,250.00
  Crewdale Mountain Rescue            £4,999.00
  Pathways Bereavement                £5,000.00

  {one:<36}{main}

{second}

  1st Crewdale Brownies               £430.00
  Harp Lane Luncheon Club             £1,000.00
  Moorside Mencap Choir               £780.00

  {other:<36}{small}

Altogether 7 groups have been helped and £17,099.00 given.
"""
LABELS = [
    ("Total main grants", "Total small grants"),
    ("Main grants total", "Small grants total"),
    ("Total for main grants", "Total for small grants"),
    ("Main grants, in all", "Small grants, in all"),
    ("Sub-total", "Sub-total"),
    ("Main grants", "Small grants"),
    ("Total for this strand", "Total for this strand"),
]
HEADS = [
    ("Main grants (£1,001 to £5,000)", "Small grants (up to £1,000)"),
    ("MAIN GRANTS", "SMALL GRANTS"),
    ("Over £1,000", "£1,000 and under"),
]
YEARS = """Briefing

The five grants are set out below. {says}

Provider	What it does	2024/25	2025/26
Youth Alliance	A&E navigators	£62,000	£58,500
Empower Girls	Group work in schools	£31,400	£33,000
Steel Road Boxing Trust	Mentoring	£24,700	£22,250
Families Against Knives	Peer support	£18,500	£19,000
The Wharf Theatre	Touring play	£48,000	£36,000
"""
"""2024/25 £184,600, 2025/26 £168,750, in all £353,350."""
RESULTS = """# Results of the fund

Five charities have been chosen for two-year grants from the Safer Fund. {says}

## Who has been chosen

| Organisation | District | {years} |
|---|---|---|---|---|
| Victim Voices | All | 22,000 | 22,000 | 44,000 |
| Marshland Training Trust | Holme | 15,500 | 14,000 | 29,500 |
| Reach for Families | Holme | 30,000 | 30,000 | 60,000 |
| Sutterby Foodbank | Sutterby | 8,400 | 7,900 | 16,300 |
| Drove End Drama | Sutterby | 6,000 | 4,500 | 10,500 |
| Total | | 81,900 | 78,400 | 160,300 |
"""
SURE = """# Proposals

{above}

| {who} | Project | Priority | {sums} |
|---|---|---|---|
| Domestic Abuse Forum | Sanctuary scheme | Domestic abuse | £11,500 |
| Street Link | Outreach, three evenings | Town centre | £7,250 |
| Dunmere College | Young drivers' day | Road safety | £2,900 |
| Turning Leaf | Recovery café | Drugs | £8,640 |
| Total | | | {total} |
"""
MADE = """# Fund monitoring: position at 31 December 2025

## Grants from the Crime Prevention Fund

{says}

| Recipient | Purpose | £ |
|---|---|---|
| Ambleford Youth Trust | Youth work | 24,000 |
| Bravely | Advocacy | 18,600 |
| Crimestoppers Stourleigh | Rural campaign | 7,500 |
| Leigh Valley Cycling | Bike marking | 2,300 |
| Stourleigh Street Pastors | Two teams | 11,000 |
| TOTAL | | 63,400 |
"""


def _audited(text: str, name: str = "paper.md") -> Audited:
    return audit(read_paper(text.encode(), name))


def _accused(one: Audited) -> list[str]:
    return [finding.message for finding in one.findings if finding.severity is not Severity.NOTE]


def _verdicts(one: Audited) -> dict[str, Verdict]:
    return {claim.text: claim.verdict for each in one.rounds for claim in each.claims}


def _lines(one: Audited) -> list[str]:
    return [line.award.recipient for each in one.rounds for line in each.lines]


def _parts(labels: tuple[str, str], heads: tuple[str, str], main: str = "£14,889.00", small: str = "£2,210.00") -> str:
    return PARTS.format(first=heads[0], second=heads[1], one=labels[0], other=labels[1], main=main, small=small)


@pytest.mark.parametrize("heads", HEADS)
@pytest.mark.parametrize("labels", LABELS)
def test_right_subtotals_of_parts_are_not_accused(labels: tuple[str, str], heads: tuple[str, str]) -> None:
    """Two lists in blanks become one table; each subtotal is of its own part, and all seven lines are read."""
    told = _audited(_parts(labels, heads), "paper.txt")
    assert not _accused(told)
    assert len(_lines(told)) == 7


@pytest.mark.parametrize(("main", "small"), [("£14,899.00", "£2,210.00"), ("£14,889.00", "£2,120.00")])
@pytest.mark.parametrize("labels", LABELS[:4])
def test_a_wrong_subtotal_is_held_against_its_own_part(labels: tuple[str, str], main: str, small: str) -> None:
    """The first part's subtotal, whose heading stands above the table, and the last one's."""
    accused = _accused(_audited(_parts(labels, HEADS[0], main, small), "paper.txt"))
    assert len(accused) == 1
    assert "grants under" in accused[0]


@pytest.mark.parametrize(
    "closing", ["Main grants: £14,889", "£14,889", "Main grants, in all: £14,889", "Main grants\t£14,889"]
)
def test_a_line_that_closes_a_list_with_its_sum_is_no_grant_and_leads_to_nothing(closing: str) -> None:
    """Bullets, the sum of them under the name of their kind or under none, and more bullets."""
    first = (
        "- Rise School – £1,640\n- Blackthorn Riding – £3,250\n- Crewdale Rescue – £4,999\n- Pathways Care – £5,000\n"
    )
    rest = "- 1st Brownies – £430\n- Luncheon Club – £1,000\n- Mencap Choir – £780\n"
    text = (
        f"Fund results\n\nThe Commissioner has made the grants below from the fund.\n\n{first}\n{closing}\n\n{rest}\n"
    )
    told = _audited(text, "paper.txt")
    assert not _accused(told)
    assert "Main" not in " ".join(_lines(told))


def test_a_kind_of_grants_whose_sum_is_no_total_stays_a_line() -> None:
    """“Youth grants – £500” behind two lines of other sums is a line as before."""
    text = (
        "# Awards\n\nThese grants were made:\n\n- Elm Club – £900\n- Oak Hall – £700\n- Youth Bursary Grants – £500\n"
    )
    assert (
        sum(line.award.amount.pence for each in _audited(text).rounds for line in each.lines if line.award.amount)
        == 210_000
    )


def test_a_closing_row_with_tabs_takes_no_row_of_the_next_table() -> None:
    """A row by itself above the next rows with tabs is no row of theirs."""
    first = "Rise School\t£1,640\nBlackthorn Riding\t£3,250\nCrewdale Rescue\t£4,999\n"
    rest = "1st Brownies\t£430\nLuncheon Club\t£1,000\nMencap Choir\t£780\n"
    text = f"Fund results\n\nThe Commissioner made these grants.\n\n{first}\nSum of main grants\t£9,889\n\n{rest}\nSum of small grants\t£2,210\n"
    told = _audited(text, "paper.txt")
    assert not _accused(told)
    assert "1st Brownies" in _lines(told)


@pytest.mark.parametrize("words", ["Over £1,000", "£1,000 and under", "£1,001 to £5,000", "Grants of up to £1,000"])
def test_how_large_grants_are_is_a_heading(words: str) -> None:
    """Nobody is called so."""
    assert is_size_band(words)


@pytest.mark.parametrize(
    "words", ["Over 60s Club £1,000", "£1,000 and under for clubs", "Guides £500", "Under 11s Football"]
)
def test_a_name_with_a_sum_is_no_size(words: str) -> None:
    """Clubs are named after ages."""
    assert not is_size_band(words)


def test_all_told_behind_a_kind_of_grants_is_a_total_and_a_name_is_none() -> None:
    """“Main grants, in all”; “All in All Theatre” is somebody."""
    assert is_total("Main grants, in all")
    assert not is_total("All in All Theatre")
    assert not is_total("The Guides in total")


@pytest.mark.parametrize(
    "says",
    [
        "In 2025/26 they come to £184,600.",
        "In 2025/26, the five grants come to £184,600.",
        "In 2024/25 they came to £168,750.",
        "Altogether £184,600 is awarded for 2025/26.",
        "Over the two years they come to £184,600.",
        "Over both years they come to £168,750.",
    ],
)
def test_the_sum_of_another_year_is_wrong_of_the_year_that_is_named(says: str) -> None:
    """A column for each year and none for the total: the sentence says which is told of."""
    accused = _accused(_audited(YEARS.format(says=says), "paper.txt"))
    assert len(accused) == 1
    assert "is what stands under" in accused[0]


@pytest.mark.parametrize(
    "says",
    [
        "In 2024/25 they came to £184,600.",
        "In 2025/26 they come to £168,750.",
        "They come to £184,600 in 2024/25 and £168,750 in 2025/26.",
        "In 2025/26 we have renewed the grants, which came to £184,600 the year before.",
        "The grants for 2025/26 follow those of 2024/25, which came to £184,600.",
        "Grants of £184,600 were made, which will be cut in 2025/26.",
        "The grants of £184,600 will be cut in 2025/26.",
        "The grants of £184,600 end in 2025/26.",
        "In 2025/26 they replace grants of £184,600.",
        "As the settlement for 2025/26 is smaller the £184,600 awarded cannot be kept up.",
        "Over the two years they come to £353,350.",
        "Over the two years we cut the grants to £168,750.",
        "Both years have five grants; this year they come to £168,750.",
    ],
)
def test_a_year_beside_the_sum_of_another_is_not_accused(says: str) -> None:
    """A sentence may name one year and give what an earlier one came to."""
    assert not _accused(_audited(YEARS.format(says=says), "paper.txt"))


@pytest.mark.parametrize(
    "years",
    [
        "Year 1 (£) | Year 2 (£) | Both years (£)",
        "2024/25 (£) | 2025/26 (£) | Two years (£)",
        "First year (£) | Second year (£) | Overall (£)",
        "Y1 £ | Y2 £ | All years £",
        "Year one (£) | Year two (£) | Together (£)",
        "2024/25 £ | 2025/26 £ | Grant over two years (£)",
    ],
)
def test_the_sum_of_one_year_is_wrong_of_all_years(years: str) -> None:
    """However the columns are headed, the last is the awards; what the first comes to is not what two years do."""
    wrong = _audited(RESULTS.format(says="Over the two years the Commissioner will give them £81,900.", years=years))
    assert _verdicts(wrong)["£81,900"] is Verdict.DISAGREES
    for says in ("Over the two years they will be given £160,300.", "In the first year £81,900 is given to them."):
        assert not _accused(_audited(RESULTS.format(says=says, years=years)))


def test_years_and_their_sum_are_known_by_their_headings() -> None:
    """The units behind the words change nothing; a project's length is no sum."""
    totals = ("Both years (£)", "Two years £", "Overall (£)", "All years (£)", "In all", "Grant over both years (£)")
    assert {holds(words) for words in totals} == {Holds.TOTAL}
    assert {holds(words) for words in ("First year (£)", "2nd year", "Y1", "Year 2 (£)")} == {Holds.YEAR}
    assert holds("Overall score") is not Holds.TOTAL


def test_a_year_is_read_before_a_comma() -> None:
    """“2024/25, which …” names a year; “2,024” names none."""
    assert list(keys_of("those of 2024/25, which came to £9")) == ["financial 24"]
    assert list(keys_of("in 2024, when")) == ["calendar 2024"]
    assert not keys_of("2024,000 of them")


def test_a_year_is_beside_a_sum_in_its_own_clause_alone() -> None:
    """A break, or another verb, parts them."""
    assert keys_beside("In 2025/26, they come to ", ".")
    assert keys_beside("Altogether ", " is awarded for 2025/26.")
    assert not keys_beside("Grants of ", " were made, which will be cut in 2025/26.")
    assert not keys_beside("In 2025/26 they replace grants of ", ".")


@pytest.mark.parametrize("words", ["over the two years", "in both years", "across all years"])
def test_all_years_are_named_together(words: str) -> None:
    """And by no single one of them."""
    assert names_all_years(words, 2)
    assert not names_all_years(f"{words}, of which this year", 2)
    assert not names_all_years("over the three years", 2)


@pytest.mark.parametrize(
    "above",
    [
        "Groups raised £2,000 of their own.\n\nThe following is put to the meeting.",
        "The costs of the scheme are met from reserves.\n\nThe group proposes as below.",
        "The vehicle was lost to theft in May.\n\nThe table shows what was decided.",
    ],
)
@pytest.mark.parametrize(("who", "sums"), [("Applicant", "Allocation"), ("Organisation", "Award")])
def test_a_table_of_applicants_and_allocations_is_read_whatever_is_told_above(above: str, who: str, sums: str) -> None:
    """Sentences that do not lead to a table may speak of any money; the table's own headings say that it is of grants."""
    right = _audited(SURE.format(above=above, who=who, sums=sums, total="£30,290"))
    assert len(_lines(right)) == 4
    assert not _accused(right)
    assert _accused(_audited(SURE.format(above=above, who=who, sums=sums, total="£30,920")))


@pytest.mark.parametrize(
    "above", ["The invoices that were paid in May:", "The contracts were let in May.", "These savings were made:"]
)
def test_a_table_of_invoices_contracts_or_savings_is_none_of_grants(above: str) -> None:
    """The words that lead to a table, or contracts anywhere near, count against it."""
    assert not _audited(SURE.format(above=above, who="Organisation", sums="Awarded", total="£30,290")).rounds


def test_bids_that_were_received_are_no_grants() -> None:
    """“Nine were received”, of bids named in the sentence before."""
    above = "Bids were asked for in February. Nine were received.\n\nThe Delivery Group proposes the following."
    assert not _accused(_audited(SURE.format(above=above, who="Applicant", sums="Allocation", total="£30,290")))


TOUCHING = """Grants made in May

The Commissioner has awarded {said} to four projects:

  Windle Village Hall             security lights              £1,260
  Great Windle Cricket Club       new shutters on the pavilion £985
  Great Windle Bowls & Croquet C. crime prevention badge       £340
  Parish Council                  speed sign, Mill Lane        £2,450
"""


def test_cells_that_one_blank_parts_are_told_by_the_rows_about_them() -> None:
    """A long cell fills its column, so that but one blank stands before the next."""
    right = _audited(TOUCHING.format(said="£5,035"), "paper.txt")
    assert not _accused(right)
    assert _verdicts(right)["£5,035"] is Verdict.AGREES
    assert "Great Windle Bowls & Croquet C" in _lines(right)[2]
    assert _accused(_audited(TOUCHING.format(said="£5,305"), "paper.txt"))


def test_a_sum_amid_a_wrapped_cell_is_not_cut_off() -> None:
    """“paid £900” in the words of a row stays there: no other row has its sum beneath it."""
    text = (
        "Grants\n\nThe Commissioner awarded £3,000 to two projects:\n\n"
        "Windle Hall        lights, of which they paid £900         £1,000\n"
        "Cricket Club       shutters for the old pavilion           £2,000\n"
    )
    told = _audited(text, "paper.txt")
    assert not _accused(told)
    assert [line.award.amount.pence for line in told.rounds[0].lines if line.award.amount] == [100_000, 200_000]


@pytest.mark.parametrize(
    "says",
    [
        "To the end of December grants of £59,400 had been made. This leaves a fair sum for the fourth quarter.",
        "The Fund's budget is £150,000. Grants of £59,400 have been made. This is a good start.",
        "Awards totalling £60,400 had been agreed. Members will be pleased.",
    ],
)
def test_what_was_made_is_heard_before_the_last_sentence_above_a_table(says: str) -> None:
    """The table prints its right total; the sentence still tells the former one."""
    assert len(_accused(_audited(MADE.format(says=says)))) == 1


@pytest.mark.parametrize(
    "says",
    [
        "To the end of December grants of £63,400 had been made. This leaves a fair sum.",
        "To the end of September grants of £59,400 had been made. Much happened in the autumn.",
        "Grants of £59,400 had been made by November. The table gives them all as they stand.",
        "Grants of £59,400 were made last year. We hope for as many.",
        "Grants of £59,400 have been paid. The rest follows in May.",
        "Grants of £60,900 have been made to charities. Clubs had the rest.",
        "Grants of £59,400 were made. More followed.",
        "So far grants of £66,000 have been made from both funds. This leaves little.",
    ],
)
def test_what_was_made_at_another_time_or_to_some_is_not_accused(says: str) -> None:
    """Another month than the paper's own, a part, what is paid already."""
    assert not _accused(_audited(MADE.format(says=says)))


def test_a_quarter_is_nobody() -> None:
    """“(£1,150, Q2)” says when; “Q Theatre” is somebody."""
    assert not is_name("Q2")
    assert not is_name("Q2, paid jointly with Adult Social Care")
    assert is_name("Q Theatre")


def test_a_fund_and_a_number_are_no_recipient() -> None:
    """“From the Safe Roads Fund ten were given …”; a charity may begin with “From”."""
    told = _audited("# Funds\n\n1. From the Safe Roads Fund ten were given £7,145 (Appendix 2).\n")
    assert not _lines(told)
    kept = _audited("# Grants\n\nThese grants were made:\n\n- From Boyhood to Manhood – £900\n- Oak Hall – £700\n")
    assert "From Boyhood to Manhood" in _lines(kept)
