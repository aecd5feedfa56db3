"""What an audit may hold against a list: only what was read of it in full, and what the text does not call a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.findings import Severity
from pcp_reports.judging import Verdict
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from pcp_reports.audit.verdicts import Audited

ACCUSES = (Verdict.DISAGREES, Verdict.EXCEEDS)
LINES = "• Ashby Anglers – £1,200\n• Brook Street Choir – £2,400\n• Copse Hill Scouts – £900\n"


def audited(text: str, name: str = "paper.txt") -> Audited:
    """Return what an audit says of a text file, or of a Markdown file."""
    return audit(read_paper(text.encode(), name))


def warnings(text: str, name: str = "paper.txt") -> list[str]:
    """Return what a clerk is warned of."""
    return [one.message for one in audited(text, name).findings if one.severity is not Severity.NOTE]


def verdicts(text: str) -> list[Verdict]:
    """Return what each stated figure is worth."""
    return [claim.verdict for one in audited(text).rounds for claim in one.claims]


def test_a_list_read_in_full_is_held_against_its_total() -> None:
    """Where every line was read, a wrong total is named: the cases below differ from this one by what was not."""
    assert len(warnings(f"Grants of £5,500 were awarded:\n\n{LINES}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Three grants were awarded, £7,500 in all.\n\n{LINES}\nA further grant of £5,000 went to Dell Farm Trust for its barn.\n", id="one more behind the list"),
        pytest.param("Grants of £7,500 were awarded:\n\n• Ashby Anglers – £1,200\n• Approve £3,000 to the Elm Row Club and £2,000 to a consortium of others\n• Copse Hill Scouts – £900\n", id="a line that pays two"),
        pytest.param("Grants of £7,500 were awarded:\n\n£1,200 to Ashby Anglers for rods;\n£2,400 to Brook Street Choir for robes;\n£900 to Copse Hill Scouts for tents;\n£800 to St\n", id="the last line is broken"),
        pytest.param(f"The Commissioner awarded £7,500 to groups.\n\nThe grants include:\n\n{LINES}", id="include in a heading of its own"),
        pytest.param(f"The fund gave £7,500 to groups.\n\nProjects that benefited include:\n\n{LINES}", id="projects that benefited include"),
        pytest.param(f"Grants of £7,500 were awarded.\n\nAmong the projects funded were:\n\n{LINES}", id="among the projects"),
        pytest.param(f"Grants of £7,500 were awarded to these groups:\n\n{LINES}\nA full list of the grants can be found below.\n", id="a full list follows"),
        pytest.param(f"Over £2.4 million awarded to 32 groups\n\nThe grants awarded are these.\n\n{LINES}", id="a headline over a few lines"),
        pytest.param("Commissioner hands out £18,000 to five groups\n\nAshby Anglers, which was awarded £5,000, will buy rods.\n\nBrook Street Choir was awarded £2,000 for robes.\n\nCopse Hill Scouts received £3,000 towards tents.\n", id="three of five told of in the news"),
        pytest.param(f"Charity committee awards £7,500 to small groups\n\nThe committee met in June and made its grants.\n\n{LINES}\nThe choir was founded in 1911 and has since then been led by\n", id="the paper breaks off"),
    ],
)  # fmt: skip
def test_what_may_not_be_the_whole_is_never_accused(text: str) -> None:
    """Where a grant stands beside the list, a line is broken or the text names a part, no total of mine is called wrong."""
    assert warnings(text) == []
    assert not any(verdict in ACCUSES for verdict in verdicts(text))


def test_a_total_smaller_than_what_was_read_is_no_excuse() -> None:
    """A grant told of behind the list can only make my total larger: one that is too small for the lines alone is named."""
    text = (
        f"Grants of £3,500 were awarded:\n\n{LINES}\nA further grant of £5,000 went to Dell Farm Trust for its barn.\n"
    )
    assert len(warnings(text)) == 1


def test_digits_changed_round_are_named_however_far_off_they_are() -> None:
    """Where £9,100 is typed for £1,900 the slip explains the figure, and it is named though the list has far less."""
    (words,) = warnings("Grants of £9,100 were awarded:\n\n• Ashby Anglers – £1,000\n• Copse Hill Scouts – £900\n")
    assert "changed places" in words


@pytest.mark.parametrize(
    "first", ["Total Drama Theatre", "Grand Union Canal Trust", "Overall Youth Boxing Club", "Sum of Us CIC"]
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_body_whose_name_begins_like_a_total_is_a_recipient(first: str, place: int) -> None:
    """Total Drama Theatre gets a grant as any other, wherever it stands in my list."""
    lines = ["• Ashby Anglers – £1,200", "• Copse Hill Scouts – £900"]
    lines.insert(place, f"• {first} – £2,000")
    (one,) = audited("Three grants totalling £4,100 were awarded:\n\n" + "\n".join(lines) + "\n").rounds
    assert {line.award.recipient for line in one.lines} == {first, "Ashby Anglers", "Copse Hill Scouts"}
    assert {claim.verdict for claim in one.claims} == {Verdict.AGREES}


def test_a_total_with_a_strand_for_its_name_stays_a_total() -> None:
    """“Total Community Fund: £5,400” beneath lines that come to £4,500 is a wrong total, not a grant."""
    (words,) = warnings(f"The Community Fund awarded these grants:\n\n{LINES}Total Community Fund: £5,400\n")
    assert "£5,400" in words


def test_grants_told_again_in_the_recommendation_count_once() -> None:
    """What the text tells and the recommendation says again is one grant, and the total is not doubled."""
    text = (
        "Decision notice: grants\n\nTo award £30,000 to Dell Farm Trust towards its barn.\n\n"
        "That the Commissioner supports this grant and approves:\n\n• £30,000 to Dell Farm Trust\n"
    )
    (one,) = audited(text).rounds
    assert (one.grants, str(one.total)) == (1, "£30,000")


def test_a_record_printed_twice_counts_once() -> None:
    """The same record, word for word the same purpose, is one grant."""
    record = (
        "Recipient: Ashby Anglers\nAmount: £1,200\nPurpose: rods for young people who come to the lake after school\n\n"
    )
    other = "Recipient: Copse Hill Scouts\nAmount: £900\nPurpose: tents\n\n"
    (one,) = audited(f"GRANTS AWARDED\n\n{record}{record}{other}").rounds
    assert str(one.total) == "£2,100"


@pytest.mark.parametrize(
    "purpose",
    ["Night Patrol & Street Safe", "quiz nights; and, with the parish, a fair", "both projects in the valley"],
)
def test_a_count_of_projects_one_above_the_lines_is_not_told_where_a_line_may_pay_two(purpose: str) -> None:
    """“Four projects” over three lines is no fault of mine where one of them seems to pay two."""
    text = f"£4,500 was awarded to four projects:\n\n• Ashby Anglers – rods – £1,200\n• Brook Street Choir – {purpose} – £2,400\n• Copse Hill Scouts – tents – £900\n"
    assert warnings(text) == []
    assert Verdict.CANNOT_CHECK in verdicts(text)


def test_a_count_of_projects_is_held_against_lines_that_pay_one_each() -> None:
    """Where each line plainly pays one project, one too many is named."""
    text = "£4,500 was awarded to four projects:\n\n• Ashby Anglers – rods – £1,200\n• Brook Street Choir – robes – £2,400\n• Copse Hill Scouts – tents – £900\n"
    assert len(warnings(text)) == 1


@pytest.mark.parametrize("words", ["That makes £5,400 in the quarter.", "This makes £5,400."])
def test_a_sum_that_may_run_over_more_is_accused_only_for_a_slip(words: str) -> None:
    """“That makes £5,400” behind a list of £4,500 has its digits changed round; £6,000 may run over the whole quarter."""
    lines = "I gave Ashby Anglers £1,200 for rods.\n\nI gave Brook Street Choir £2,400 for robes.\n\nI gave Copse Hill Scouts £900 for tents.\n\n"
    lead = "Since Easter I have helped three bodies from my fund.\n\n"
    assert len(warnings(lead + lines + words + "\n")) == 1
    assert warnings(lead + lines + words.replace("£5,400", "£6,000") + "\n") == []


def test_a_total_that_is_out_by_another_figure_of_the_list_is_let_alone() -> None:
    """Where “Total Ashby £2,000” may be a grant or a total, the sum that is right with it as a grant is not called wrong."""
    text = "Grants awarded:\n\n• Brook Street Choir – £2,400\n• Total Ashby – £2,000\n• Copse Hill Scouts – £900\n\nTotal – £5,300\n"
    assert not any("£5,300" in words for words in warnings(text))


def test_a_number_of_grants_is_no_number_of_projects() -> None:
    """“Four grants” over three lines is named though a line pays two projects: a grant is a line."""
    text = "Four grants of £4,500 in all were awarded:\n\n• Ashby Anglers – rods – £1,200\n• Brook Street Choir – robes; a piano – £2,400\n• Copse Hill Scouts – tents – £900\n"
    assert len(warnings(text)) == 1


def test_where_more_is_said_in_sum_and_in_number_no_digit_is_blamed() -> None:
    """Four grants of £4,000 over three lines of £3,400 lack a grant: no slip of a digit is made up for it."""
    text = "Four grants of £4,300 in all were awarded:\n\n• Ashby Anglers – £1,000\n• Brook Street Choir – £1,600\n• Copse Hill Scouts – £800\n"
    (words,) = warnings(text)
    assert "digit" not in words
    assert "may be missing" in words


def test_i_am_told_which_line_stands_in_the_way() -> None:
    """Where a figure is not checked because of one line, the line's place is named."""
    text = f"Three grants were awarded, £7,500 in all.\n\n{LINES}\nA further grant of £5,000 went to Dell Farm Trust for its barn.\n"
    (why, *_) = [claim.explanation for one in audited(text).rounds for claim in one.claims if claim.explanation]
    assert "second paragraph may tell of a grant" in why
