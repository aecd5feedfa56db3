"""What is a line of a list, which lists are one, and what stands behind them: the smallest paper for each rule."""

from __future__ import annotations

from dataclasses import replace

import pytest
from papers_by_hand import LIST, OTHER, TABLE, audited, codes, messages, paper, totals

from pcp_reports.audit.auditing import audit
from pcp_reports.passage import Sort

REST = ("He thanks the panel for its help.", "The next round opens soon.", "Forms are on paper.")


@pytest.mark.parametrize(("figure", "found"), [("£2,000", []), ("£2,100", ["G201"])])
def test_a_sentence_with_a_sum_of_its_own_begins_a_round(figure: str, found: list[str]) -> None:
    """“A further £2,000 was awarded …” between two lists is said of the second, and the first total of the first alone."""
    text = f"9. £8,890 was awarded to these projects:\n{LIST}\nA further {figure} was awarded to two projects from the Innovation Fund.\n{OTHER}"
    assert totals(text) == [(3, "£8,890"), (2, "£2,000")]
    assert codes(text) == found


@pytest.mark.parametrize(("between", "found"), [(0, ["G201"]), (2, ["G201"]), (3, [])])
def test_only_the_words_right_behind_a_list_sum_it_up(between: int, found: list[str]) -> None:
    """“The total awarded was …” behind two sentences more speaks of the list; further off it may speak of anything."""
    text = "\n".join(
        (f"9. £8,890 was awarded to these projects:\n{LIST}", *REST[:between], "The total awarded was £9,123.")
    )
    assert codes(text) == found


@pytest.mark.parametrize(("figure", "found"), [("£8,890", []), ("£8,980", ["G201"])])
@pytest.mark.parametrize(
    "lines",
    [
        "- Scouts – tents – £5,000\n- Guides – a minibus – £2,640\nPage 3 of 4\n- Rovers – patrols – £1,250\n",
        "| Group | Grant |\n| Scouts | £5,000 |\n| Guides | £2,640 |\n| Group | Grant |\n| Rovers | £1,250 |\n",
    ],
)
def test_a_page_number_or_repeated_headings_within_a_list_are_no_line_of_it(
    lines: str, figure: str, found: list[str]
) -> None:
    """What a page prints between two lines leaves no doubt about them: a wrong total is still told."""
    assert codes(f"9. {figure} was awarded to these projects:\n{lines}") == found


@pytest.mark.parametrize("row", ["Budget | £20,000", "Total budget | £20,000", "Remaining budget | £1,110"])
def test_a_row_of_a_budget_is_no_grant(row: str) -> None:
    """What there was to give, in a row among the grants, is nobody's grant, and the total is not held to it."""
    text = f"9. These grants were made:\n{TABLE}| {row} |\n| Cubs | £300 |\n| Total | £9,190 |"
    assert totals(text) == [(4, "£9,190")]
    assert codes(text) == []


@pytest.mark.parametrize(("last", "found"), [("£2,000", []), ("£2,100", ["G211"])])
def test_a_total_under_the_last_of_two_strands_is_that_strands(last: str, found: list[str]) -> None:
    """Where each strand has its total, the last is held against the last strand, not against all."""
    text = f"9. These grants were made:\nCommunity Fund:\n{LIST}Total: £8,890\nInnovation Fund:\n{OTHER}Total: {last}\n"
    assert codes(text) == found
    assert all("the two grants under Innovation Fund come to £2,000" in words for _, words in messages(text))


@pytest.mark.parametrize(("grand", "found"), [("£10,890", []), ("£10,980", ["G211"]), ("£2,000", [])])
def test_a_total_behind_the_last_strands_own_is_that_of_all(grand: str, found: list[str]) -> None:
    """The second total at the end is the sum of all strands; the last strand's sum again is right of that."""
    text = f"9. These grants were made:\nCommunity Fund:\n{LIST}Total: £8,890\nInnovation Fund:\n{OTHER}Total: £2,000\nTotal: {grand}\n"
    assert codes(text) == found


def test_a_total_is_quoted_as_the_table_prints_it() -> None:
    """Under a heading of pounds the total stands without its sign, and is named so, that I find it."""
    text = "9. These grants were made:\n| Group | Grant (£) |\n| Scouts | 5,000 |\n| Guides | 2,640 |\n| Rovers | 1,250 |\n| Total | 8,980 |\n"
    ((code, words),) = messages(text)
    assert code == "G211"
    assert "The total given in the list is 8,980, but" in words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("£8,890 was awarded", "£8,890 is the Community Fund alone."),
        ("Three grants were awarded", "Three grants are the Community Fund alone."),
        ("£8,890 was awarded to three projects", "£8,890 and three projects are the Community Fund alone."),
    ],
)
def test_one_strands_figures_are_told_in_good_english(said: str, words: str) -> None:
    """One figure is, two are: the sentence reads as an officer would write it."""
    ((_, told),) = messages(f"9. {said} through:\nCommunity Fund:\n{LIST}\nInnovation Fund:\n{OTHER}")
    assert words in told


def test_a_list_printed_again_by_fund_takes_the_funds_from_there() -> None:
    """A plain list that an appendix prints again by fund is one round with the funds of the appendix as its strands."""
    text = f"9. £8,890 was awarded:\n{LIST}{OTHER}\n# Appendix A\nThese grants were awarded:\nCommunity Fund:\n{LIST}\nInnovation Fund:\n{OTHER}"
    ((strands, (claim,)),) = [(one.strands, one.claims) for one in audited(text).rounds]
    assert [(one.name, str(one.total)) for one in strands] == [
        ("Community Fund", "£8,890"),
        ("Innovation Fund", "£2,000"),
    ]
    assert claim.explanation.startswith("£8,890 is the Community Fund alone.")


@pytest.mark.parametrize(("figure", "found"), [("£10,890", []), ("£10,980", ["G201"])])
def test_strands_whose_headings_are_partly_bold_are_strands(figure: str, found: list[str]) -> None:
    """Two headings of one rank head two strands of one round, though one of them is set bold by hand."""
    text = f"9. {figure} was awarded to these projects:\n## Community Fund\n{LIST}\n## Innovation Fund\n{OTHER}"
    typed = paper(text)
    made = tuple(
        replace(one, bold=True) if one.sort is Sort.HEADING and one.text.startswith("Innovation") else one
        for one in typed.passages
    )
    plain, bold = audit(typed), audit(replace(typed, passages=made))
    assert [finding.code for finding in plain.findings] == found
    assert [finding.code for finding in bold.findings] == found
    assert [one.grants for one in bold.rounds] == [5]


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("A further grant of £610 was made to the Cubs.", []),
        ("A further grant of £610 was made to the Cubs, for huts.", []),
        ("The hall of the Scouts cost £610.", ["G201"]),
        ("", ["G201"]),
    ],
)
def test_a_grant_told_of_right_behind_a_list_may_be_what_is_missing(behind: str, found: list[str]) -> None:
    """A total that is more than the lines is let alone where a grant more is told of behind them; a cost is no grant."""
    assert codes(f"9. £9,500 was awarded to these projects:\n{LIST}\n{behind}\n") == found


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("- £610 held back for the Cubs", []),
        ("- Cubs, £610 and boats", []),
        ("- Cubs and £610.", []),
        ("", ["G201"]),
    ],
)
def test_an_item_behind_the_last_line_that_has_a_sum_may_be_a_line(last: str, found: list[str]) -> None:
    """A last item that cannot be read as a grant, and has a sum, may be what a total has more than the lines."""
    assert codes(f"9. £9,500 was awarded to these projects:\n{LIST}{last}\n") == found


@pytest.mark.parametrize("again", ["{0}{1}{2}{3}", "{3}{2}{1}{0}"])
def test_a_list_printed_twice_with_a_body_that_has_two_grants_does_not_differ(again: str) -> None:
    """The Scouts have two grants in either printing, whatever their order: neither is a misprint of the other."""
    lines = (
        "- Scouts – tents – £5,000\n",
        "- Guides – a minibus – £2,640\n",
        "- Scouts – boats – £350\n",
        "- Rovers – patrols – £1,250\n",
    )
    text = f"9. £9,240 was awarded to these projects:\n{''.join(lines)}\n# Appendix A\nThe grants awarded were:\n{again.format(*lines)}"
    assert totals(text) == [(4, "£9,240")]
    assert codes(text) == []


def test_a_list_printed_twice_with_two_sums_for_one_body_differs() -> None:
    """The Guides have one grant in either printing, and two different sums: I am told of both."""
    again = LIST.replace("£2,640", "£2,460")
    text = f"9. £8,890 was awarded to these projects:\n{LIST}\n# Appendix A\nThe grants awarded were:\n{again}"
    assert codes(text) == ["G206"]


@pytest.mark.parametrize("head", ["* Community Fund", "Community Fund:", "## Community Fund"])
def test_what_was_declined_under_a_funds_heading_is_no_award(head: str) -> None:
    """“The following bids were declined:”, then a fund's heading: those beneath it got nothing."""
    refused = f"{head}\n- Vale Motors – karts – £3,000\n- Laser Hall – games – £4,000\n"
    text = f"9. £8,890 was awarded to these projects:\n{LIST}\n10. The following bids were declined:\n{refused}"
    assert totals(text) == [(3, "£8,890")]
    assert totals(f"# Applications\n9. The following bids were declined:\n{refused}") == []
    assert totals(f"# Applications\n9. The following bids were approved:\n{refused}") == [(2, "£7,000")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("up to £1,250", "“up to £1,250” is no plain sum for Rovers"),
        ("over £1,250", "“over £1,250” is no plain sum for Rovers"),
    ],
)
def test_a_line_without_a_plain_sum_is_named_with_its_words(line: str, words: str) -> None:
    """“Up to £1,250” is no sum: the line is named in its own words, and the total over it is not held against the rest."""
    ((code, told),) = messages(f"9. £8,500 was awarded to these projects:\n{LIST.replace('£1,250', line)}")
    assert (code, words in told) == ("G212", True)
