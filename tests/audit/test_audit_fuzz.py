"""Whatever stands in a paper, and in whatever order, an audit of it ends, and what it says holds together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from papers_by_hand import paper

from pcp_reports.audit.auditing import audit
from pcp_reports.money import Money
from pcp_reports.passage import Cell, Paper, Passage, Sort

LINES = (
    *("# Grants awarded", "## Community Fund", "* Police Innovation Fund", "Community Fund (£5,000):", "Unsuccessful:", "Total: £500"),
    *("9. £8,750 was awarded to 3 projects:", "10. The following were declined:", "11. Fines came to £16k.", "12. £1. £2. £3"),
    *("- Scouts – tents – £5,000", "- Guides – £2,500 each", "- Rovers", "- £400 to Cubs", "- and others", "- £14.340", "- £"),
    *("| Organisation | Amount |", "| Scouts | £5,000 |", "| Total | £5,000 |", "| | |", "| Scouts | £1 | £2 |", "^ These grants total £9."),
    *("In total £9,000 was awarded.", "{{ total }}", "**", "[a](https://b)", "\ufffc", "£" * 50, "x" * 300, ": £5", "(continued)", "Page 3 of 4"),
    *("Scouts (£5,000), Guides (£400) and Rovers (£1).", "£5,000 was awarded to Scouts for tents.", "including:", "…", "Amount awarded: £400", "Cubs"),
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_any_order_of_lines_can_be_audited(lines: list[str]) -> None:
    """However a paper is cut and pasted together, its rounds come to what their lines come to."""
    found = audit(paper("\n".join(lines)))
    for one in found.rounds:
        assert one.total == Money.total(line.award.amount for line in one.lines if line.award.amount is not None)
        assert one.grants == len(one.lines)
        assert sum(strand.grants for strand in one.strands) == one.grants
    assert all(finding.place.line <= len(found.paper.passages) for finding in found.findings)


@settings(max_examples=50)
@given(
    st.lists(
        st.tuples(st.sampled_from(list(Sort)), st.text(max_size=60), st.booleans(), st.integers(0, 3)), max_size=12
    )
)
def test_passages_of_any_words_can_be_audited(rows: list[tuple[Sort, str, bool, int]]) -> None:
    """No words whatever, in no sort of passage, bring an audit to a stop."""
    passages = tuple(
        Passage(
            sort, f"£5 {words}" if flag else words, at, level=level, numbered=flag, table=level,
            cells=(Cell(words, 0), Cell("£5", 1)) if sort is Sort.ROW else (),
        )
        for at, (sort, words, flag, level) in enumerate(rows, 1)
    )  # fmt: skip
    audit(Paper("paper.txt", "txt", passages))
    audit(Paper("paper.txt", "txt", passages), "cy_GB")
