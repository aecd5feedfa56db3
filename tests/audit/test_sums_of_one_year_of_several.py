"""What a reviewer met in papers: sums of one column of a table, headings with wrong sums, lists printed twice, sums that each got."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from docx import Document
from support import run

from pcp_reports.audit.auditing import audit
from pcp_reports.findings import Severity
from pcp_reports.judging import Verdict
from pcp_reports.papers.opening import read_paper
from pcp_reports.word.package import read_parts

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.audit.verdicts import Audited

YEARS = (
    "| Provider | Service | 2024/25 | 2025/26 | Total |\n|---|---|---|---|---|\n"
    "| Alder Trust | advice | £12,000 | £6,150 | £18,150 |\n"
    "| Beck CIC | visits | £21,300 | £8,200 | £29,500 |\n"
    "| Carr Hall | drama | £14,900 | £3,300 | £18,200 |\n"
)
"""2024/25 £48,200, 2025/26 £17,650, in all £65,850."""
WITH_TOTALS = f"{YEARS}| Total | | £48,200 | £17,650 | £65,850 |\n"
NUMBERED = YEARS.replace("2024/25", "Year 1").replace("2025/26", "Year 2")
IN_LINES = (
    "- Alder Trust – advice – £12,000 in 2024/25 and £6,150 in 2025/26\n"
    "- Beck CIC – visits – £21,300 in 2024/25 and £8,200 in 2025/26\n"
    "- Carr Hall – drama – £14,900 in 2024/25 and £3,300 in 2025/26\n"
)
BULLETS = "- Alder Trust – advice – £12,000\n- Beck CIC – visits – £7,000\n"
LINES = "- Alder Trust – advice – £12,000\n- Beck CIC – visits – £21,300\n- Carr Hall – drama – £14,700\n"
BARE = "- Alder Trust – advice\n- Beck CIC – visits\n- Carr Hall – drama\n"


def _audited(text: str, name: str = "paper.md") -> Audited:
    return audit(read_paper(text.encode(), name))


def _accused(one: Audited) -> list[str]:
    return [finding.message for finding in one.findings if finding.severity is not Severity.NOTE]


def _verdicts(one: Audited) -> list[tuple[str, Verdict]]:
    return [(claim.text, claim.verdict) for each in one.rounds for claim in each.claims]


@pytest.mark.parametrize(
    ("lead", "table"),
    [
        ("In 2024/25 £48,200 was awarded to three providers:", YEARS),
        ("In 2024/25 £48,200 was awarded to three providers:", WITH_TOTALS),
        ("In 2024-2025 £48,200 was awarded to three providers:", YEARS),
        ("In 2025/26 £17,650 was awarded to three providers:", YEARS),
        ("In year one £48,200 was awarded to three providers:", NUMBERED),
        ("For the first year £48,200 was awarded to three providers:", NUMBERED),
        ("In the 2nd year £17,650 was awarded to three providers:", NUMBERED),
        (
            "In Q2 £17,650 was awarded to three providers:",
            YEARS.replace("2024/25", "Quarter 1").replace("2025/26", "Quarter 2"),
        ),
        ("In 2024/25 £48,200 was awarded to three providers:", IN_LINES),
    ],
)
def test_a_sum_of_the_year_that_it_names_agrees(lead: str, table: str) -> None:
    """“In 2024/25 £48,200 was awarded” is right where the column of that year comes to just that, and I am told so."""
    one = _audited(f"6. {lead}\n\n{table}")
    assert _accused(one) == []
    assert one.rounds[0].claims[0].verdict is Verdict.AGREES
    assert one.rounds[0].claims[0].covers


@pytest.mark.parametrize("lead", ["This year £48,200 was awarded:", "Three providers were awarded £48,200:"])
@pytest.mark.parametrize("table", [YEARS, WITH_TOTALS, IN_LINES])
def test_a_sum_of_one_year_that_is_not_named_is_not_called_wrong(lead: str, table: str) -> None:
    """Where a figure is what one of the years comes to and the text names none, I am told that it was not checked, and why."""
    one = _audited(f"6. {lead}\n\n{table}")
    assert _accused(one) == []
    claim = one.rounds[0].claims[0]
    assert claim.verdict is Verdict.CANNOT_CHECK
    assert "2024/25" in claim.explanation


@pytest.mark.parametrize("table", [YEARS, WITH_TOTALS])
def test_a_wrong_sum_of_a_year_is_held_against_that_year(table: str) -> None:
    """“In 2024/25 £42,800 was awarded” is told to be wrong against the column of 2024/25, not against both years."""
    one = _audited(f"6. In 2024/25 £42,800 was awarded to three providers:\n\n{table}")
    (message,) = _accused(one)
    assert "what stands under “2024/25” comes to £48,200" in message
    assert "Two digits may have changed places" in message
    claim = one.rounds[0].claims[0]
    assert (claim.covers, claim.actual) == (("2024/25",), Decimal(48200))


def test_a_wrong_sum_of_all_years_is_still_found() -> None:
    """A figure that is none of the columns is called wrong as before."""
    (message,) = _accused(_audited(f"6. £68,550 was awarded to three providers:\n\n{YEARS}"))
    assert "come to £65,850" in message


@pytest.mark.parametrize("heading", ["Requested", "Total project cost", "Others pay"])
def test_a_figure_of_a_column_that_is_no_part_of_the_awards_is_told_to_be_that(heading: str) -> None:
    """Where the sum of what was asked for, or of the cost, is given as awarded, I am told which column it is."""
    table = (
        f"| Applicant | Project | {heading} | Awarded |\n|---|---|---|---|\n| Alder Trust | advice | £12,000 | £6,150 |\n"
        "| Beck CIC | visits | £21,300 | £8,200 |\n| Carr Hall | drama | £14,900 | £3,300 |\n"
    )
    (message,) = _accused(_audited(f"6. £48,200 was awarded to three groups:\n\n{table}"))
    assert f"£48,200 is what stands under “{heading}”" in message


@pytest.mark.parametrize("head", ["12. Community Fund ({})", "12. Community Fund: {}", "12. Community Fund – {}"])
@pytest.mark.parametrize("amount", ["£19,000", "£18,500", "£20,000", "£91,000", "£25,000"])
def test_bullets_under_a_numbered_fund_are_read_whatever_its_sum(head: str, amount: str) -> None:
    """The grants under “12. Community Fund (£20,000)” are listed for me whether or not they come to that."""
    one = _audited(f"{head.format(amount)}\n\n{BULLETS}")
    (each,) = one.rounds
    assert (each.grants, str(each.total)) == (2, "£19,000")
    right = {"£19,000": Verdict.AGREES, "£18,500": Verdict.DISAGREES, "£91,000": Verdict.DISAGREES}
    assert _verdicts(one) == [(amount, right.get(amount, Verdict.CANNOT_CHECK))]


def test_the_fund_beneath_is_a_round_of_its_own() -> None:
    """Two numbered funds in a text file are two lists, one of which is right."""
    text = (
        "12. Community Fund - £20,000\n\n- Alder Trust - advice - £12,000\n- Beck CIC - visits - £7,000\n\n"
        "13. Innovation Fund - £5,000\n\n- Carr Hall - drama - £5,000\n"
    )
    assert [(each.grants, str(each.total)) for each in _audited(text, "paper.txt").rounds] == [
        (2, "£19,000"),
        (1, "£5,000"),
    ]


def test_the_costs_of_one_grant_are_no_grants() -> None:
    """Under “1. Alder Trust: £20,000” bullets of staff and rent are its costs, which nobody adds up as grants."""
    text = "1. Alder Trust: £20,000\n\n- Staff – £12,000\n- Rent – £7,000\n\n2. Beck CIC: £5,000\n\n- Rent – £3,000\n- Heat – £1,500\n"
    assert _accused(_audited(text)) == []


@pytest.mark.parametrize("lead", ["", "9. In September £24,000 was awarded to three projects:\n\n"])
@pytest.mark.parametrize("head", ["Community Fund ({})", "Community Fund – {}", "### Community Fund: {}"])
def test_a_round_sum_over_a_strand_is_told_as_not_checked(lead: str, head: str) -> None:
    """“Community Fund (£20,000)” over £19,000 of grants may be what there was to give: that is said, and it is not dropped."""
    mark = "### " if "#" in head else ""
    one = _audited(
        f"{lead}{head.format('£20,000')}\n\n{BULLETS}\n{mark}Innovation Fund (£5,000)\n\n- Carr Hall – drama – £5,000\n"
    )
    assert _accused(one) == []
    told = [claim for each in one.rounds for claim in each.claims if claim.text == "£20,000"]
    assert [claim.verdict for claim in told] == [Verdict.CANNOT_CHECK]
    assert "what there was to give" in told[0].explanation


@pytest.mark.parametrize(
    "head", ["Community Fund – {} to two projects", "Community Fund ({} to two projects)", "Youth: two projects, {}"]
)
@pytest.mark.parametrize("amount", ["£20,000", "£18,000", "£91,000", "£19,500"])
def test_a_strand_with_its_number_is_judged_at_every_sum(head: str, amount: str) -> None:
    """“Community Fund – £20,000 to two projects” says what was given, so every wrong sum of it is named."""
    other = head.replace("Community", "Innovation").replace("two projects", "one project").replace("Youth", "Sport")
    text = (
        f"9. In September £24,000 was awarded to three projects:\n\n{head.format(amount)}\n\n{BULLETS}\n"
        f"{other.format('£5,000')}\n\n- Carr Hall – drama – £5,000\n"
    )
    (message,) = _accused(_audited(text))
    assert f"The text says {amount}" in message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Round 1: £19,000 to two groups.", "Round 2: £9,500 to two groups."),
        ("Round 1 – £19,000 to two groups", "Round 2 – £9,500 to two groups"),
        ("Summer: £19,000 to two groups.", "Autumn: £9,500 to two groups."),
        ("Round 1: two groups, £19,000.", "Round 2: two groups, £9,500."),
        ("In round 1, £19,000 went to two groups.", "In round 2, £9,500 went to two groups."),
    ],
)
def test_two_rounds_told_of_in_short_lines_are_two_rounds(first: str, second: str) -> None:
    """Lists under “Round 1: £19,000 to two groups.” and the like are kept apart, and each is held against its own line."""
    text = f"{first}\n\n{BULLETS}\n{second}\n\n- Carr Hall – drama – £3,000\n- Dene Ltd – meals – £6,000\n"
    one = _audited(text)
    assert [str(each.total) for each in one.rounds] == ["£19,000", "£9,000"]
    (message,) = _accused(one)
    assert "The text says £9,500" in message


def test_what_leads_to_either_printing_of_a_list_is_judged() -> None:
    """A list that stands in the summary and again in the detail counts once, and a wrong sum over either is named."""
    text = (
        f"# Summary\n\nIn September £48,000 was awarded to 3 projects:\n\n{LINES}\n"
        f"# Detail\n\n7. In September £84,000 was awarded to 3 projects:\n\n{LINES}"
    )
    one = _audited(text)
    (each,) = one.rounds
    assert (each.grants, each.lead) == (3, "In September £48,000 was awarded to 3 projects:")
    (message,) = _accused(one)
    assert "£84,000" in message


def test_a_budget_over_the_second_printing_is_not_called_wrong() -> None:
    """What there was to give, told over the list where it is printed again, is no sum of it."""
    text = (
        f"In September £48,000 was awarded to 3 projects:\n\n{LINES}\n# Appendix\n\n"
        f"Out of a budget of £60,000 the following grants were made:\n\n{LINES}"
    )
    assert _accused(_audited(text)) == []


@pytest.mark.parametrize(
    "lead",
    [
        "A grant of £1,000 each was awarded to three groups, £4,000 in total:",
        "£4,000 was awarded to three groups, £1,000 each:",
        "Each of the following was given £1,000, a total of £4,000:",
    ],
)
def test_what_each_got_excuses_no_wrong_total(lead: str) -> None:
    """“£1,000 each” is the size of the grants listed, and no sum beside the list that might explain £4,000."""
    (message,) = _accused(_audited(f"5. {lead}\n\n{BARE}"))
    assert "£4,000" in message


def test_what_was_available_is_not_a_total() -> None:
    """“£4,000 was available in total” over three grants of £1,000 each is what there was to give."""
    text = f"5. A grant of £1,000 each was awarded to three groups; £4,000 was available in total:\n\n{BARE}"
    assert _accused(_audited(text)) == []


def test_two_papers_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """Where two papers are called the same, each finding says in whose folder its paper is."""
    for folder in ("may", "june"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "paper.md").write_text(f"9. £84,000 was awarded to three projects:\n\n{LINES}", "utf-8")
    said = run(tmp_path, "audit", *(str(tmp_path / name / "paper.md") for name in ("may", "june"))).out
    assert "(G201, may/paper.md:" in said
    assert "(G201, june/paper.md:" in said


def _word(*changes: tuple[bytes, bytes]) -> bytes:
    """Return a Word file whose text was changed inside."""
    made, out = io.BytesIO(), io.BytesIO()
    document = Document()
    document.add_paragraph("SUBJECT")
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            for before, after in changes if name == "word/document.xml" else ():
                content = content.replace(before, after, 1)
            new.writestr(name, content)
    return out.getvalue()


def test_names_that_stand_for_gigabytes_are_told_in_plain_words() -> None:
    """A Word file that declares names which stand for one another is refused in the words of W206, not of a library."""
    names = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    declared = f'<!DOCTYPE w [<!ENTITY a0 "ha">{names}]><w:document'.encode()
    found = read_parts(_word((b"<w:document", declared), (b"SUBJECT", b"&a9;")), "paper.docx")
    assert not isinstance(found, dict)
    assert found.code == "W206"
    assert "amplification" not in found.message


def test_no_pictures_are_blamed_where_the_text_is_too_long() -> None:
    """A Word file whose text unpacks to far too much is not answered with advice on pictures."""
    found = read_parts(_word((b"</w:body>", b" " * 300_000_000 + b"</w:body>")), "paper.docx")
    assert not isinstance(found, dict)
    assert found.code == "W203"
    assert "icture" not in found.hint
