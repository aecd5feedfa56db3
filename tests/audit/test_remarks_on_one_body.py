"""A remark on one body between two lists is none about the list beneath it."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import Audited, audit
from pcp_reports.papers.opening import read_paper

PAPER = """# Decision notice
## Supporting information
### 1. Background
Each bid was scored on need.
### 2. Awards
**Small scheme**

| Organisation | Project | Amount |
|---|---|---|
| Elm Club | boats | £1,200 |
| Oak Hall | a roof | £2,350 |
| Total | | £3,550 |

{remark}

{head}

| Organisation | Project | Amount |
|---|---|---|
| Ash Guides | tents | £900 |
| Fir Scouts | a hut | £1,150 |
| Total | | {total} |
"""


def audited(text: str) -> Audited:
    """Return the audit of a paper in Markdown."""
    return audit(read_paper(text.encode(), "paper.md"))


def codes(text: str) -> list[str]:
    """Return the codes of its findings."""
    return [finding.code for finding in audited(text).findings]


@pytest.mark.parametrize("head", ["**Road safety grants**", "**Larger scheme**"])
@pytest.mark.parametrize(
    "remark",
    [
        "The award to Elm Club is conditional on a second trustee being appointed. Oak Hall asked for £42,000.00; the PCC has not funded the van.",
        "The award to Elm Club stands. Oak Hall asked for £9,000; its van was not supported.",
        "The award to Elm Club stands. Oak Hall asked for £9,000 and withdrew its bid for a van.",
    ],
)
def test_a_remark_on_one_body_says_nothing_of_the_next_list(remark: str, head: str) -> None:
    """“… has not funded the van” behind one table does not make declined bids of the grants in the next."""
    text = PAPER.format(remark=remark, head=head, total="£2,050")
    assert [len(one.lines) for one in audited(text).rounds] in ([2, 2], [4])
    assert not codes(text)
    assert "G211" in codes(text.replace("£2,050", "£2,500"))


def test_a_sentence_about_all_of_them_still_does() -> None:
    """Those beneath “The following bids were not supported:” are no grants."""
    text = PAPER.format(remark="The following bids were not supported:", head="**Road safety**", total="£2,050")
    assert sum(len(one.lines) for one in audited(text).rounds) == 2


@pytest.mark.parametrize("heading", ["Award", "Amount awarded (£)", "Grant award"])
@pytest.mark.parametrize("above", ["Non-staff costs", "Expenditure", "Use of the budget"])
def test_a_table_of_awards_is_one_under_any_heading(above: str, heading: str) -> None:
    """A table of organisations and awards is read where the paper's heading speaks of costs or a budget."""
    text = (
        f"# Report\n## {above}\nThe Board put forward two schemes, with a total value of £2,500. "
        "The Commissioner has agreed to fund them as follows.\n\n"
        f"| Organisation | Scheme | {heading} |\n|---|---|---|\n| Elm Club | boats | £900 |\n| Oak Hall | a roof | £1,150 |\n"
    )
    assert "G201" in codes(text)
    assert not codes(text.replace("£2,500", "£2,050"))
