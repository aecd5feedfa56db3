"""How offices set their lists: under years, in boxes, beneath strands with sums, beside words about what is not in them."""

from __future__ import annotations

import time

import pytest
from papers_by_hand import audited, messages, totals, verdicts
from papers_in_word import word_file

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

TABLE = """
| Group | Asked | Granted |
|---|---|---|
| Brackle Chess Club | £1,400 | £1,200 |
| Fenny Lane Allotments | £2,350 | £2,350 |
| Osprey Sea Cadets | £4,000 | £3,400 |
"""
"""Three grants that come to £6,950."""

ITEMS = """
- Brackle Chess Club – £1,200
- Fenny Lane Allotments – £2,350
- Osprey Sea Cadets – £3,400
"""


def _word(text: str) -> list[list[tuple[str, str]]]:
    made = audit(read_paper(word_file(text), "paper.docx"))
    return [[(claim.text, claim.verdict.value) for claim in one.claims] for one in made.rounds]


@pytest.mark.parametrize(
    "sentence",
    [
        "The other £4,000 was handed back when a fourth group could not find a worker.",
        "The rest is spent on a contract for the victims' hub.",
        "Nothing may be spent on buildings.",
        "Those that asked for more than £10,000 were not scored.",
        "Two bids were refused because they came from businesses.",
    ],
)
def test_a_sentence_about_what_is_not_in_a_table_tells_nothing_of_it(sentence: str) -> None:
    """A table of what was granted is one of grants, though the sentence above it speaks of other money or other bids."""
    text = f"# Grants\nThree groups were given £6,960 in all. {sentence}\n{TABLE}"
    assert totals(text) == [(3, "£6,950")]
    assert ("£6,960", "disagrees") in verdicts(text)[0]


def test_a_list_right_beneath_a_refusal_is_not_taken_for_awards() -> None:
    """Where the last sentence above bare lines says that bids were refused, they may be those bids."""
    assert totals(f"# Grants\nThree grants were made, £9,000 in all. The other bids were refused.\n{ITEMS}") == []


@pytest.mark.parametrize(
    "years", [("2021/22", "2022/23"), ("2021/2022", "2022/2023"), ("2021-22", "2022-23 (to date)")]
)
@pytest.mark.parametrize(("total", "wrong"), [("£4,600", False), ("£4,700", True)])
def test_each_year_under_its_own_heading_has_its_own_total(years: tuple[str, str], total: str, *, wrong: bool) -> None:
    """In an answer that lists the grants of two years, a year's total is held against that year's lines alone."""
    first, second = years
    text = (
        f"GRANTS MADE FROM THE RURAL FUND\n\n{first}\nBrackle Farm Watch – £1,200\nFenny Growers – £3,450\nTotal: £4,650\n\n"
        f"{second}\nFenny Growers – £3,450\nOsprey Anglers – £1,150\nTotal: {total}\n"
    )
    made = audit(read_paper(text.encode(), "reply.txt")).rounds
    assert [(one.grants, str(one.total)) for one in made] == [(2, "£4,650"), (2, "£4,600")]
    told = [[(claim.text, claim.verdict.value) for claim in one.claims] for one in made]
    assert told == [[("£4,650", "agrees")], [(total, "disagrees" if wrong else "agrees")]]


def test_the_sentence_that_leads_to_the_next_list_says_nothing_of_this_one() -> None:
    """Two numbered answers, each with its own list: “four grants” is the second's, and a bare sum is no grant."""
    text = (
        f"1. In 2022 the following grants were made:\n{ITEMS}\n2. In 2023 two grants were made, £900 in all:\n\n"
        "- Rovers – £500\n- Cubs – £400\n\n3. £6,212.40, of which £4,900 was for adverts.\n"
    )
    assert verdicts(text) == [[], [("£900", "agrees"), ("two grants", "agrees")]]
    assert totals(text) == [(3, "£6,950"), (2, "£900")]


def test_a_numbered_paragraph_with_a_sum_over_its_list_is_a_strand() -> None:
    """“2. Community Fund (£7k)” above its list is what the strand comes to; “3. Serious Violence (£70,000)” no grant of it."""
    text = (
        f"2. Community Fund (£7k)\n\nGrants were made to:\n{ITEMS}\n3. Serious Violence (£70,000)\n\n"
        "One award was made, to Eastdale CSP.\n"
    )
    assert totals(text) == [(3, "£6,950")]
    assert verdicts(text) == [[("£7k", "agrees_rounded")]]


def test_numbered_grants_with_a_sentence_beneath_stay_grants() -> None:
    """“1. Brackle Chess Club (£1,200)” with what it is for beneath is a grant, and no strand."""
    text = "# Grants awarded\n\n1. Brackle Chess Club (£1,200)\n\nBoards and clocks.\n\n2. Osprey Cadets (£3,400)\n\nA boat.\n"
    assert totals(text) == [(2, "£4,600")]


def test_the_lists_of_strands_and_the_table_of_all_are_counted_once() -> None:
    """What is said of a strand's list is held against that strand, though an appendix lists all grants again."""
    text = (
        f"# Grants\n\n## Community\n\nThree grants were made, £6,950 in all:\n{ITEMS}\n## Victims\n\nTwo grants came to £30,500:\n\n"
        "- Cruse – £12,000\n- Relate – £18,000\n\n## Appendix: all grants\n\n| Fund | Recipient | Amount |\n|---|---|---|\n"
        "| Community | Brackle Chess Club | £1,200 |\n| Community | Fenny Lane Allotments | £2,350 |\n"
        "| Community | Osprey Sea Cadets | £3,400 |\n| Victims | Cruse | £12,000 |\n| Victims | Relate | £18,000 |\n"
        "| Total | | £36,950 |\n"
    )
    assert totals(text) == [(5, "£36,950")]
    found = dict(verdicts(text)[0])
    assert (found["£6,950"], found["£30,500"], found["£36,950"]) == ("agrees", "disagrees", "agrees")


@pytest.mark.parametrize(
    "lead",
    [
        "The following groups applied, £25,000 in all:",
        "The following sums were requested, £25,000 in all, of which £20,000 was awarded:",
        "The Commissioner is considering grants of £25,000 to:",
        "Grants of £20,000 were made; the bids had been:",
    ],
)
def test_what_was_asked_for_is_no_award(lead: str) -> None:
    """A list of what was asked for, or is being thought about, is not held against what was given."""
    assert totals(f"# Community grants\n\n{lead}\n{ITEMS}") == []


def test_applications_of_which_the_following_were_awarded_are_awards() -> None:
    """“Twelve bids, of which the following three were awarded grants” leads to awards, and to all of them."""
    text = f"# Grants\n\nTwelve applications were received, of which the following three were awarded grants, £7,950 in all:\n{ITEMS}"
    (one,) = audited(text).rounds
    assert (one.grants, one.partial) == (3, "")


def test_decisions_that_say_of_themselves_what_they_approve_are_a_list() -> None:
    """“Approve a grant of …” three times is a list of grants whatever leads to it, and “Note that …” is no line of it."""
    text = (
        "The PCC is recommended to:\n\n1. Approve a grant of £12,000 to Mill Trust for cameras.\n"
        "2. Approve a grant of £8,000 to Leyland Juniors for lights.\n3. Approve a grant of £9,500 to Peel Club for gates.\n"
        "4. Note that £4,000 is held back.\n\nThe three grants come to £39,500.\n"
    )
    assert totals(text) == [(3, "£29,500")]
    assert ("£39,500", "disagrees") in verdicts(text)[0]


def test_a_grant_told_of_behind_a_list_is_one_of_its_own() -> None:
    """“I have also given £21,300 to the Trust” behind a list of items is a grant, and no line of that list."""
    text = f"I gave three grants, £6,950 in all:\n{ITEMS}\nI have also given £21,300 to the Second Shift Trust, which helps people off drugs.\n"
    assert totals(text) == [(3, "£6,950"), (1, "£21,300")]


def test_a_letter_of_one_grant_gives_that_grant() -> None:
    """An offer letter tells of one grant; its instalments are none."""
    text = (
        "Offer of grant\n\nI am pleased to say that the Commissioner has agreed to award Hob Moor Hub a grant of £8,400 "
        "towards its Late Room.\n\nIt is paid in two instalments:\n\n- £5,040 on 1 April\n- £3,360 on 1 October\n"
    )
    assert totals(text) == [(1, "£8,400")]


def test_the_head_of_a_page_does_not_end_a_list_that_counts_on() -> None:
    """“(c)” behind “(b)” goes on with the list, though the head of a page stands between; under a fund's name it does not."""
    top = "BARSET PARTNERSHIP\n\nMinutes of 3 May\n\nIt was agreed:\n\n(a) Mill Trust – £12,000 – approved\n(b) Leyland FC – £8,000 – approved\n\n"
    end = "\n\n(c) Peel Club – £9,500 – approved\n\nTotal approved: £29,500.\n"
    assert totals(f"{top}BARSET PARTNERSHIP – MINUTES – OFFICIAL{end}") == [(3, "£29,500")]
    fund = "## Community Fund\n\nThe following grants were agreed:\n\n1. Mill Trust – £12,000\n2. Leyland FC – £8,000\n\n### Innovation Fund\n\n3. Peel Club – £9,500\n4. Rose Hub – £3,000\n\nTotal for the Innovation Fund: £12,500\n"
    assert not messages(fund)


def test_a_paragraph_behind_a_table_is_no_line_of_it() -> None:
    """“5. Ward team: …, £1,350, …” behind a table of grants is another matter."""
    text = f"4. Grants were made to these groups:\n{TABLE}\n5. That is all for now.\n\n6. Ward police team: two orders were made. The cost, £1,350, was met by others.\n"
    assert totals(text) == [(3, "£6,950")]


def test_shares_of_a_budget_are_no_grants_to_the_last() -> None:
    """Of lines that share a budget out between wards not one is a grant, and the decisions below are read."""
    text = (
        "# Wellbeing Fund\n\nThe budget came to £121,750, split between the wards as follows:\n\nAlder Park: £44,210\n"
        "Bankfield: £40,980\nCastleton: £36,560\n\nRESOLVED –\n\nThat these decisions be made on the applications received:\n\n"
        "(i) Bowling Shelter – £2,033 – That the funding be approved;\n(ii) Community Shop – £4,500 – That the funding be approved;\n"
    )
    assert totals(text) == [(2, "£6,533")]


def test_a_list_of_sales_and_works_is_no_list_of_grants() -> None:
    """Where most items of a list are sales and tenders, one that looks like a grant is none."""
    text = (
        "# Estates\n\nThe following disposals and works were approved:\n\n- Sale of the house at Fenny Drove for £265,000, less fees\n"
        "- New roof, tender of £418,770 from Brunt Ltd\n- Charging points at nine stations, £133,200, half met by a government grant\n"
    )
    assert totals(text) == []


def test_figures_that_a_list_bears_out_make_it_one_of_grants() -> None:
    """Lines under “What your money bought” are grants where the paper gives their very number and sum; else they may be none."""
    lines = "# Slides\n\n## What your money bought\n\n- Edge Theatre – £10k – 14 schools\n- Outreach – £7.5k – two nights\n- Safe Hub – £12k – Fridays\n"
    assert totals(lines) == []
    assert totals(f"{lines}\n## In short\n\n3 projects, £29.5k, 900 people\n") == [(3, "£29,500")]


_BODY = """H1| Update
N0| A total of £19,000 was awarded to 2 groups:
L0| Mill Trust – youth work – £10,000
L0| Leyland Juniors – new pitch – £9,000
"""


@pytest.mark.parametrize(
    "box",
    [
        "BOX| A total of £12,000 was awarded to 2 groups.",
        "BOX| Funding news\nBOX| A total of £12,000 was awarded to 2 groups:",
        "BOX| In all £250,000 has been given.",
        "P| Members are asked to note this.\nBOX| The two grants came to £12,000.",
    ],
)
def test_a_text_box_is_a_place_of_its_own(box: str) -> None:
    """What a box says is not held against the list that happens to stand before it."""
    assert _word(f"{_BODY}{box}\n") == [[("£19,000", "agrees"), ("2 groups", "agrees")]]


def test_a_text_box_that_gives_the_lists_sum_is_heard() -> None:
    """A box with the very sum of the only list is one more place that agrees."""
    assert ("£19,000", "agrees") in _word(
        "H1| Grants\nL0| Mill Trust – £10,000\nL0| Leyland Juniors – £9,000\nBOX| £19,000 to two groups\n"
    )[0]


@pytest.mark.parametrize(
    "text",
    [
        "A total of £1,000 was provided to 1 project through the Community Fund:\n\n"
        + "- Group – work – £1,000\n" * 6_000,
        "Grants of £5 and £6 " + ": " * 100_000 + "£5 and £6",
    ],
    ids=["alike", "colons"],
)
def test_long_lists_are_read_in_seconds(text: str) -> None:
    """Six thousand lines that are all alike, or a line of colons, do not keep an officer waiting."""
    begun = time.perf_counter()
    audited(text)
    assert time.perf_counter() - begun < 20
