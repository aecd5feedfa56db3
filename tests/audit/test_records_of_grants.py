"""Grants told record by record: labelled lines, or a table of two columns for each, with the outcome of each bid."""

from __future__ import annotations

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.found import Standing
from pcp_reports.audit.pieces.records import records_of
from pcp_reports.papers.opening import read_paper
from pcp_reports.passage import Cell, Paper, Passage, Sort


def paper(*lines: str) -> Paper:
    """Return a text as a paper."""
    return read_paper("\n".join(lines).encode(), "paper.txt")


def tables(*records: dict[str, str]) -> Paper:
    """Return a Word paper with a sentence and a table of two columns for each record, a line that counts above each."""
    made = [Passage(Sort.TEXT, "The Commissioner awarded these grants in the quarter.")]
    for number, record in enumerate(records, 1):
        made.append(Passage(Sort.TEXT, f"Record {number}"))
        for label, value in record.items():
            cells = (Cell(label, 0), Cell(value, 1))
            made.append(Passage(Sort.ROW, f"{label}\t{value}", table=number, cells=cells))
    return Paper("paper.docx", "docx", tuple(made))


def grants(of: Paper) -> list[tuple[str, str, Standing]]:
    """Return who, how much, and what became of it, of the records of a paper."""
    pieces = sorted(records_of(of).values(), key=lambda piece: piece.start)
    return [(one.recipient, str(one.amount), one.standing) for piece in pieces for one in piece.awards]


def test_each_record_is_a_grant_or_a_bid_that_was_not() -> None:
    """Applicant, sum asked for, outcome and award: what was declined or withdrawn is told from what was given."""
    assert grants(
        paper(
            "Application: NG-1",
            "Applicant: Alder Judo",
            "Requested: £4,500.00",
            "Outcome: Part approved (mats only)",
            "Award: £2,700.00",
            "",
            "Application: NG-2",
            "Applicant: Birch Friends",
            "Requested: £3,200.00",
            "Outcome: Declined – duty of the landowner",
            "Award: nil",
            "",
            "Application: NG-3",
            "Applicant: Cedar Surgery",
            "Requested: £5,000.00",
            "Outcome: Withdrawn by applicant",
            "",
            "Application: NG-4",
            "Applicant: Dale Elders",
            "Requested: £2,220.00",
            "Outcome: Approved",
            "Award: £2,220.00",
        )
    ) == [
        ("Alder Judo", "£2,700", Standing.AWARDED),
        ("Birch Friends", "None", Standing.DECLINED),
        ("Cedar Surgery", "None", Standing.WITHDRAWN),
        ("Dale Elders", "£2,220", Standing.AWARDED),
    ]


def test_the_decision_may_hold_the_sum() -> None:
    """“Decision: £1,875 granted, being the lower quotation” is a grant of £1,875; “up to” is no plain sum."""
    found = grants(
        paper(
            *("Applicant: Alder Rowing", "Asked for: £2,500", "For: Boats", "Decision: £2,500 granted", ""),
            *(
                "Applicant: Birch Kitchen",
                "Asked for: £2,500",
                "For: A freezer",
                "Decision: £1,875 granted, as quoted",
                "",
            ),
            *("Applicant: Cedar Brass", "Asked for: £3,000", "For: Horns", "Decision: up to £3,000 granted", ""),
            *("Applicant: Dale League", "Asked for: £4,500", "For: A bus", "Decision: Declined", ""),
            *("Applicant: Elm Choir", "Asked for: £900", "For: Songs", "Decision: Approved – £900"),
        )
    )
    assert [amount for _, amount, _ in found] == ["£2,500", "£1,875", "None", "None", "£900"]
    assert [standing for _, _, standing in found].count(Standing.DECLINED) == 1


def test_a_table_of_two_columns_for_each_grant_is_a_record() -> None:
    """Published records, each a small table, are one list; “Granted: not granted” is no grant."""
    of = tables(
        {
            "Recipient": "Alder Foodbank",
            "Project": "Thefts",
            "Requested": "£3,000",
            "Granted": "£2,500",
            "Why": "Help.",
        },
        {
            "Recipient": "Birch Players",
            "Project": "A play",
            "Requested": "£2,750",
            "Granted": "not granted",
            "Why not": "No.",
        },
        {
            "Recipient": "Cedar School",
            "Project": "A corner",
            "Requested": "£3,600",
            "Granted": "£3,600",
            "Why": "Pupils.",
        },
        {"Recipient": "Dale Murals", "Project": "Paint", "Requested": "£2,000", "Granted": "£1,500", "Why": "Fear."},
    )
    (one,) = audit(of).rounds
    assert (len(one.lines), str(one.total)) == (3, "£7,600")


def test_sums_without_a_pound_sign_stand_under_a_label_of_money() -> None:
    """“Amount awarded (£): 1,500” needs no pound sign before the figure."""
    assert [
        amount
        for _, amount, _ in grants(
            paper(
                *("Organisation: Alder Scouts", "Purpose: Tents", "Amount awarded (£): 1,500", ""),
                *("Organisation: Birch Guides", "Purpose: Boats", "Amount awarded (£): 2,000"),
            )
        )
    ] == ["£1,500", "£2,000"]


def test_records_without_sums_or_names_are_none() -> None:
    """Contacts, and a statement of a fund in two columns, are no grants."""
    assert grants(paper("Name: Alder Smith", "Email: a at b", "", "Name: Birch Jones", "Email: c at d")) == []
    assert (
        grants(tables({"Opening balance": "£38,400", "Grants paid": "£7,250"}, {"Interest": "£12", "Fee": "£90"})) == []
    )
