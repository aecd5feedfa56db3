"""Tables as they come off a page of the web: bars without a rule, cells a line each, sums in a short row, adverts in between."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

LEAD = "Three community groups share £3,510 from the council’s grant fund.\n\nThe groups awarded grants are:\n\n"
GRANTS = (("Alder Scouts", "New tents", "500"), ("Birch Choir", "Sheet music", "650"), ("Cedar Hall", "Roof", "2,000"))
SEEN = [("Alder Scouts", "£500"), ("Birch Choir", "£650"), ("Cedar Hall", "£2,000")]


def lines(text: str, path: str = "paper.txt") -> list[list[tuple[str, str]]]:
    """Return the rounds of a text, each with who got how much."""
    judged = audit(read_paper(text.encode(), path)).rounds
    return [[(line.award.recipient, str(line.award.amount)) for line in one.lines] for one in judged]


def claims(text: str, path: str = "paper.txt") -> list[tuple[str, str]]:
    """Return the figures that are judged in a text, each with its verdict."""
    judged = audit(read_paper(text.encode(), path)).rounds
    return [(claim.text, claim.verdict.value) for one in judged for claim in one.claims]


def barred(*rows: str) -> str:
    """Return a table of the grants with bars and no rule."""
    body = [f"| {who} | {what} | £{sum_} |" for who, what, sum_ in GRANTS]
    return "\n".join(("| Group | What for | Amount |", *body, *rows))


@pytest.mark.parametrize("path", ["paper.txt", "paper.md"])
@pytest.mark.parametrize("title", ["Grants awarded", "# Grants awarded\n\n**To all of them:**"])
def test_bars_make_a_table_without_a_rule(title: str, path: str) -> None:
    """A table copied with its bars is read as one, in a text and in Markdown, though no rule stands under its headings."""
    assert lines(f"{title}\n{barred()}\n", path) == [SEEN]


def test_emphasis_in_a_cell_is_no_part_of_a_name() -> None:
    """“**Alder Scouts**” in such a table is Alder Scouts."""
    text = "# Grants awarded\n\n" + barred().replace("Alder Scouts", "**Alder Scouts**")
    assert lines(text, "paper.md") == [SEEN]


def test_a_rule_of_too_few_cells_makes_no_other_list() -> None:
    """A rule that was typed too short costs nobody a grant."""
    text = "# Grants awarded\n\n" + barred().replace("Amount |\n", "Amount |\n| --- |\n")
    assert lines(text, "paper.md") == [SEEN]


@pytest.mark.parametrize("total", ["| Total | £3,510 |", "| Total of grants paid | £3,510 |"])
def test_a_total_in_a_short_row_is_the_total(total: str) -> None:
    """A total whose empty cells were lost in copying is held against the sums above it."""
    assert claims(f"Grants paid\n\n{barred(total)}\n") == [("£3,510", "disagrees")]
    assert claims(f"Grants paid\n\n{barred(total.replace('3,510', '3,150'))}\n") == [("£3,150", "agrees")]


def test_a_total_paid_so_far_is_not_that_of_the_grants() -> None:
    """“Total paid to date” under “Date paid” is none of the grants: nobody is accused of it."""
    table = "Date paid | Group | Amount £ |\n" + "\n".join(f"1 May 2023 | {who} | {sum_} |" for who, _, sum_ in GRANTS)
    assert claims(f"Grants awarded\n\n{table}\nTotal paid to date | 1,150 |\n") == []


def test_one_cell_a_line_with_a_bar_is_a_table() -> None:
    """Cells torn to a line each, with the bar before or behind, are put together again."""
    cells = [cell for row in GRANTS for cell in (row[0], row[1], f"£{row[2]}")]
    heads = ["Group", "What for", "Amount"]
    assert lines(LEAD + "\n".join(f"{cell} |" for cell in (*heads, *cells))) == [SEEN]
    assert lines(LEAD + "\n".join(f"|{cell}" for cell in (*heads, *cells))) == [SEEN]
    assert lines(LEAD + "\n".join(f"|{cell}" for cell in cells)) == [SEEN]


@pytest.mark.parametrize("left", [1, 2])
@pytest.mark.parametrize("torn", [True, False])
def test_a_table_that_breaks_off_is_not_the_whole(left: int, torn: bool) -> None:
    """Where the paper ends in a row without its sum, neither “three groups” nor the total of them is accused."""
    rows = [["Group", "What for", "Amount"], *([who, what, f"£{sum_}"] for who, what, sum_ in GRANTS)]
    rows[-1] = rows[-1][:left]
    body = (
        "\n".join(f"{cell} |" for row in rows for cell in row) if torn else "\n".join(" | ".join(row) for row in rows)
    )
    assert not {verdict for _, verdict in claims(LEAD + body)} & {"disagrees", "exceeds"}


def test_a_table_that_ends_in_a_refusal_is_whole() -> None:
    """A last row that was declined is no row cut off: a wrong total above it is still accused."""
    body = "\n".join(f"| {who} | {what} | £{sum_} |" for who, what, sum_ in GRANTS)
    text = f"{LEAD}| Group | What for | Amount |\n{body}\n| Dale Trust | Kit | Declined |\n"
    assert ("£3,510", "disagrees") in claims(text)


def test_parts_and_totals_stand_among_torn_cells() -> None:
    """A lone name over a part, and a total that lost its empty cell, do not shift the cells behind them."""
    cells = ["Group", "What for", "Amount", "Young people", *GRANTS[0][:2], "£500", *GRANTS[1][:2], "£650"]
    cells += ["Buildings", *GRANTS[2][:2], "£2,000", "Total", "£3,510"]
    text = "Grants awarded\n\n" + "\n".join(f"{cell} |" for cell in cells)
    assert lines(text) == [SEEN]
    assert claims(text) == [("£3,510", "disagrees")]


@pytest.mark.parametrize("head", ["Area Grant in 2023–24 £", "Organisation Amount£", "£"])
def test_sums_need_no_sign_beneath_a_pound_sign(head: str) -> None:
    """Beneath a line that ends in “£” each line is a name and a sum, though no sum has its sign."""
    grants = ("Alder", "500,000"), ("Birch and Cedar", "650,000"), ("Dale", "2,000,000")
    text = "Grants were awarded to these areas:\n\n" + "\n".join((head, *(" ".join(row) for row in grants)))
    assert lines(text) == [[("Alder", "£500,000"), ("Birch and Cedar", "£650,000"), ("Dale", "£2,000,000")]]


def test_a_title_with_a_year_is_no_line_of_headings() -> None:
    """“Donations made in 2021” over lines that end in figures makes no table of them."""
    assert lines("Visits made in 2021\n\nAlder 5,000\nBirch 6,000\nDale 7,000\n") == []


@pytest.mark.parametrize(
    "clutter",
    [
        "Advertisement",
        "Hide Ad",
        "Sign up to our newsletter",
        "Image source, Getty Images",
        "Share this article",
        "Page 2",
    ],
)
def test_what_a_page_shows_beside_its_words_cuts_no_list(clutter: str) -> None:
    """An advert, a button or a credit amid the lines of a list leaves it whole, and its sum and number with it."""
    one, two, three = (f"{who} – £{sum_} for a {what.lower()}" for who, what, sum_ in GRANTS)
    text = f"{LEAD}{one}\n\n{two}\n\n{clutter}\n\n{three}"
    assert lines(text) == [SEEN]
    assert claims(text) == [("£3,510", "disagrees"), ("Three community groups", "agrees")]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_sums_above_their_names_are_not_shifted(gap: str) -> None:
    """“£500”, beneath it “Alder Scouts”: the last name keeps its sum, and no count is accused."""
    text = LEAD + gap.join(f"£{sum_}{gap}{who}" for who, _, sum_ in GRANTS) + "\n\nThe fund opens again in May.\n"
    assert lines(text) == [SEEN]
    assert ("Three community groups", "agrees") in claims(text)


def test_sums_beneath_their_names_stay_there() -> None:
    """A caption behind such a list does not turn it upside down."""
    text = LEAD + "\n\n".join(f"{who}\n\n£{sum_}" for who, _, sum_ in GRANTS) + "\n\nThe choir at the hall\n"
    assert lines(text) == [SEEN]


def test_three_short_lines_tell_of_a_grant() -> None:
    """Who, what for, and how much, a line each with blank lines between, name the first line and not the second."""
    text = LEAD + "\n\n".join(f"{who}\n\n{what}\n\n£{sum_}" for who, what, sum_ in GRANTS) + "\n"
    assert lines(text) == [SEEN]


def test_headings_printed_again_over_every_cell_make_a_table() -> None:
    """A table as a narrow screen shows it, each cell under its heading, is read record by record."""
    text = LEAD + "\n\n".join(f"Group\n{who}\nProject\n{what}\nAmount\n£{sum_}" for who, what, sum_ in GRANTS)
    assert lines(text) == [SEEN]


def test_headings_that_miss_in_one_record_make_no_short_list() -> None:
    """Where one record has no “Project”, nobody is accused of a list that lost its end."""
    records = [f"Group\n{who}\nProject\n{what}\nAmount\n£{sum_}" for who, what, sum_ in GRANTS]
    records[2] = records[2].replace("Project\nRoof\n", "")
    assert ("Three community groups", "disagrees") not in claims(LEAD + "\n\n".join(records))


def test_numbered_rows_with_tabs_keep_their_names() -> None:
    """“1. Alder Scouts”, a tab and the rest is a row of Alder Scouts."""
    body = "\n".join(f"{at}. {who}\t{what}\t£{sum_}" for at, (who, what, sum_) in enumerate(GRANTS, 1))
    assert lines(LEAD + body + "\n") == [SEEN]


def test_one_sentence_may_give_all_that_was_asked_for() -> None:
    """“Sum requested £500” is a grant where the decision behind awards the amounts requested; else it is none."""
    asked = "\n\n".join(f"{who} – {what.lower()} – sum requested £{sum_}" for who, what, sum_ in GRANTS)
    text = f"These organisations sent in applications to the grant fund:\n\n{asked}\n\n"
    assert lines(f"{text}That the Commissioner awards the amounts requested to the above.\n") == [SEEN]
    assert lines(f"{text}That the Commissioner awards half the amounts requested to the above.\n") == []
    assert lines(f"{text}The applications will be considered in May.\n") == []
