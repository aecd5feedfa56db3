"""Sums told by the years or rounds they are spread over, shares in brackets behind a grant, items torn over line ends."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper


def _said(words: str, name: str = "paper.txt") -> list[str]:
    """Return the codes of what is wrong in a paper."""
    return [one.code for one in audit(read_paper(words.encode(), name)).findings]


_SPLIT = (
    "The Commissioner agrees a budget of {whole}, of which {first} is for 2023/24 and £216,500 is for 2024/25.{rest}"
)


@pytest.mark.parametrize(
    ("whole", "first", "rest", "wrong"),
    [
        ("£504,310", "£287,810", "", False),
        ("£496,310", "£287,810", "", True),  # years cannot be more than what they are years of
        ("£540,310", "£287,810", "", True),  # two digits have changed places
        ("£521,000", "£287,810", "", False),  # of which: there may be more
        ("£521,000", "£287,810", " A third year is to be decided.", False),
        ("£500,000", "£287,810", "", False),  # a round sum for the whole
    ],
)
def test_what_is_said_of_years_is_held_against_the_whole(*, whole: str, first: str, rest: str, wrong: bool) -> None:
    """Two years that come to more than their budget, or to it but for a slip, are said; years that may be some are not."""
    assert ("G214" in _said(_SPLIT.format(whole=whole, first=first, rest=rest))) is wrong


@pytest.mark.parametrize(
    ("second", "wrong"), [("£140,000 in 2023/24 and £191,500 in 2024/25", True), ("£90,000 in 2023/24", False)]
)
def test_years_that_fall_short_are_said_where_the_list_below_bears_them_out(second: str, *, wrong: bool) -> None:
    """Years that fall short of a budget may be some of it, unless the items beneath come to just what the years do."""
    paper = (
        "The Commissioner agrees a budget of £544,310 of which £287,810 is for 2023/24 and £216,500 is for 2024/25. "
        "It is for the following:\n\n"
        "- £147,810 in 2023/24 and £25,000 in 2024/25 for advice\n\n"
        f"- {second} for events\n"
    )
    assert ("G214" in _said(paper)) is wrong


@pytest.mark.parametrize(
    ("lead", "lines", "wrong"),
    [
        ("The total budget for the scheme is £304,390", ("2023/24 = £129,802", "2024/25 = £174,588"), False),
        ("The total budget for the scheme is £314,390", ("2023/24 = £129,802", "2024/25 = £174,588"), True),
        ("The total budget for the scheme is £314,390", ("Year 1: £129,802", "Year 2: £174,588"), True),
        ("The grant is £314,390 over two years.", ("2023/24 £129,802", "2024/25 £174,588"), True),
        ("The grant is £314,390 over three years.", ("2023/24 £129,802", "2024/25 £174,588"), False),
        ("The grant is £314,390 from 2023/24 to 2025/26", ("2023/24 £129,802", "2024/25 £174,588"), False),
        ("The total includes a grant of £314,390", ("2023/24 = £129,802", "2024/25 = £174,588"), False),
        ("The total budget for the scheme is £314,390", ("2021/22 = £129,802", "2024/25 = £174,588"), False),
        ("Our office is open; it has £314,390", ("2023/24 = £129,802", "2024/25 = £174,588"), False),
    ],
)
def test_lines_of_years_are_held_against_the_sum_above_them(lead: str, lines: tuple[str, ...], *, wrong: bool) -> None:
    """“2023/24 = £129,802” and the next year beneath a budget are all of it, if the words name no other years."""
    assert ("G214" in _said("\n".join(["Decision", "", lead, *lines, "", "It was signed in March."]))) is wrong


_ROUNDS = (
    "There were two rounds of applications in 2015/16 with a total of {whole} awarded. In June 2015, the panel gave "
    "grants amounting to £158,105 to 34 groups. In February 2016, £81,890 was awarded to 20 groups.{rest}"
)


@pytest.mark.parametrize(
    ("whole", "rest", "wrong"),
    [
        ("£239,995", "", False),
        ("£239,595", "", True),
        ("£240,000", "", False),
        ("around £236,000", "", False),
        ("£249,595", " In March 2016, £9,600 was awarded to one more.", False),
    ],
)
def test_rounds_told_one_by_one_are_held_against_their_total(whole: str, rest: str, *, wrong: bool) -> None:
    """“Two rounds … a total of £x” and just two rounds behind it must agree; a rounded total, or a third, says nothing."""
    assert ("G214" in _said(_ROUNDS.format(whole=whole, rest=rest))) is wrong


_UP_TO = (
    "That the Mayor approves total expenditure of {whole}, broken down as follows:\n\n"
    "1. up to £350,000 in grant funding to the Elm Trust\n\n2. up to £40,000 on advice\n\n"
    "3. the transfer of £22,700 out of the health budget to the arts team\n"
)


@pytest.mark.parametrize(("whole", "wrong"), [("£412,700", False), ("£419,700", True), ("£406,700", False)])
def test_limits_that_cannot_reach_a_total_are_said(whole: str, *, wrong: bool) -> None:
    """Parts of “up to” so much that fall short of an approved total are wrong; that they come to more is no fault."""
    assert ("G214" in _said(_UP_TO.format(whole=whole))) is wrong


_TORN = (
    "The services funded are:\n"
    "• Elm Street Health (ESH) -\n£49,000\n"
    "• Oak Survivors - £81,950\n"
    "• District Adviser Service - {sum}\nacross 10 local authorities (Ferris 60k, all other local\nauthorities £40k)\n"
    "• Tarn Domestic Abuse Helpline Service\n(Ash Choices) – £30,000\n"
    "• City Hearts - £20,000\n"
    "Total funding of {total} via the Victims Budget.\nTotal funding to be approved - {total}\n"
)


@pytest.mark.parametrize(("total", "wrong"), [("£600,950", False), ("£570,950", True)])
def test_a_bulleted_list_torn_over_line_ends_is_read_whole(total: str, *, wrong: bool) -> None:
    """Words that a line end tore from their bullet are its own, and shares in brackets are no grants beside it."""
    found = audit(read_paper(_TORN.format(sum="£420,000", total=total).encode(), "paper.txt"))
    (one,) = found.rounds
    assert str(one.total) == "£600,950"
    assert one.grants == 5
    assert any(finding.code in ("G201", "G211") for finding in found.findings) is wrong


@pytest.mark.parametrize(
    ("line", "grants"),
    [
        ("- Guides - £42,000 (Elm £6,000; Oak £36,000)", ["£42,000"]),
        ("- Guides - £42,000 across four villages (£10,500 each)", ["£42,000"]),
        ("- Guides - £42,000 across four villages (Elm 6k, all others £12k)", ["£42,000"]),
        ("- Guides - £42,000 across four villages (Elm 6k, all others £13k)", ["None"]),
    ],
)
def test_shares_in_brackets_are_told_by_the_arithmetic(line: str, grants: list[str]) -> None:
    """What comes to the grant before it is what each has of that; what does not leaves the grant in doubt."""
    paper = read_paper(f"The grants awarded are:\n\n{line}\n- Scouts - £500\n- Cubs - £700\n".encode(), "paper.txt")
    (one,) = audit(paper).rounds
    assert [str(each.award.amount) for each in one.lines][:-2] == grants


def test_a_line_of_its_own_within_a_list_is_not_joined() -> None:
    """A heading, a total or another label among the items is no part of the item above it."""
    lead = "The Commissioner has looked at all that was asked for in the round of this spring. The grants are:"
    text = f"{lead}\n• Guides - £500\ntotal so far £500\n• Scouts - £700\n(a) for the north\n• Cubs - £900\n"
    told = [one.text for one in read_paper(text.encode(), "paper.txt").passages]
    assert "Guides - £500" in told
    assert "Scouts - £700" in told


_UNDER_POUNDS = (
    "In 2009-10 a total of {whole} went to groups that work with victims.\n\n"
    "Money was received by the following organisations:\n\n£\n\nElm Camden Trust\n\n23,110\n\nOak Security Trust\n\n54,354\n\n"
    "Ash People First\n\n24,038.69\n\nFir Hate Watch\n\n71,600\n\nThe panel will look after all of it next year.\n"
)


@pytest.mark.parametrize(("whole", "wrong"), [("£173,102.69", False), ("£177,602.69", True), ("£178,241.12", False)])
def test_names_and_sums_by_turns_under_a_pound_sign_are_a_table(whole: str, *, wrong: bool) -> None:
    """Beneath a lone “£” bare sums are grants; a sum elsewhere that they miss by two digits of one of them is said."""
    found = audit(read_paper(_UNDER_POUNDS.format(whole=whole).encode(), "paper.txt"))
    (one,) = found.rounds
    assert (str(one.total), one.grants) == ("£173,102.69", 4)
    assert any(finding.code.startswith("G") for finding in found.findings) is wrong


_MILLIONS = (
    "The Commissioner funded the following services.\n\n| Recipient | 2021-22 | 2022-23 |\n|---|---|---|\n"
    "| Elm Advisers | £3 million | £2.6 million |\n| Oak Support | £5.7 million | £7.1 million |\n"
    "| Ash Fund | £1.75 million | £1.75 million |\n| Grand total | £10.45 million | {whole} |\n"
)


@pytest.mark.parametrize(
    ("whole", "wrong"), [("£11.45 million", False), ("£14.15 million", True), ("£11.5 million", False)]
)
def test_a_column_of_millions_is_added_up(whole: str, *, wrong: bool) -> None:
    """Years side by side in millions are held against their row of totals, as far as they are not rounded."""
    found = audit(read_paper(_MILLIONS.format(whole=whole).encode(), "paper.md"))
    assert any(finding.code == "G211" for finding in found.findings) is wrong


@pytest.mark.parametrize(
    ("words", "grants"),
    [
        ("The four areas in Elm, Oak, Hull and Tower Hamlets will each receive £10,000.", 4),
        ("The four projects (Elm, Oak, Hull and Tower Hamlets) each have a grants budget of £10,000.", 4),
    ],
)
def test_each_of_the_places_counted_and_named_has_its_grant(words: str, grants: int) -> None:
    """“The four areas in A, B, C and D each receive £x” are four grants."""
    paper = f"Community safety grants\n\nThe Commissioner has agreed the grants for the coming year.\n\n{words}\n"
    (one,) = audit(read_paper(paper.encode(), "paper.txt")).rounds
    assert one.grants == grants


def test_areas_counted_otherwise_than_named_are_no_list() -> None:
    """Two of six areas may be in one place, so that a total of sixty thousand is not held against five names."""
    words = "The six areas in Elm, Oak, Ash, Hull and Wirral will each receive £10,000. A total of £60,000 was awarded."
    assert not [one for one in _said(f"Community safety grants\n\n{words}\n") if one.startswith("G")]
