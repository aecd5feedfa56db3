"""Tables of grants: which column holds what, what each row awards, and which tables are none of grants."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pcp_reports.audit.found import Standing
from pcp_reports.audit.tables import ReadTable, awards_of, columns_of
from pcp_reports.claims import Kind
from pcp_reports.money import Money
from pcp_reports.passage import Cell, Passage, Sort

AWARDED, REQUESTED, DECLINED, WITHDRAWN = Standing.AWARDED, Standing.REQUESTED, Standing.DECLINED, Standing.WITHDRAWN


def _rows(text: str) -> tuple[Passage, ...]:
    """Return a table drawn with bars: ``>3 words`` spans three columns, ``^`` goes on with the cell above."""
    rows: list[Passage] = []
    above: dict[int, str] = {}
    for number, line in enumerate(text.strip().splitlines(), 1):
        cells: list[Cell] = []
        column = 0
        for piece in line.split("|"):
            words = piece.strip().replace("\\n", "\n")
            span = 1
            if words.startswith(">"):
                span, words = int(words[1]), words[2:].strip()
            goes_on = words == "^"
            words = above.get(column, "") if goes_on else words
            above[column] = words
            cells.append(Cell(words, column, span, goes_on))
            column += span
        rows.append(Passage(Sort.ROW, "\t".join(cell.text for cell in cells), number, cells=tuple(cells), table=1))
    return tuple(rows)


def _read(text: str) -> ReadTable:
    rows = _rows(text)
    columns = columns_of(rows)
    assert columns is not None, "the table was not taken for one of grants"
    return awards_of(rows, columns, passages=range(100, 100 + len(rows)))


def _told(table: ReadTable) -> list[tuple[str, str, str, Standing]]:
    return [(one.recipient, one.purpose, str(one.amount), one.standing) for one in table.awards]


GUIDES = ("Guides", "tents", "£500", AWARDED)
SCOUTS = ("Scouts", "a bus", "£600", AWARDED)

# A table, and the grants in it.
TABLES: tuple[tuple[str, tuple[tuple[str, str, str, Standing], ...]], ...] = (
    ("Organisation|Project|Amount\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    ("Organisation|Project|Amount (£)\nGuides|tents|500\nScouts|a bus|600", (GUIDES, SCOUTS)),
    ("Organisation|Project|£\nGuides|tents|500\nScouts|a bus|600.00", (GUIDES, SCOUTS)),
    ("Recipient|Purpose|Grant\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    ("Applicant|Description|Amount awarded\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    (
        "Name of organisation|Details of project|Amount approved (£)\nGuides|tents|500\nScouts|a bus|600",
        (GUIDES, SCOUTS),
    ),
    ("Name of group|Purpose of grant|Amount of grant\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    ("Grant recipient|What for|Award\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    ("Group|Activity|Funding\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    ("Group|Activity|Funding awarded\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    ("Charity|Project summary|PCC contribution\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    ("Awarded to|For|Sum\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    ("Amount|Organisation|Project\n£500|Guides|tents\n£600|Scouts|a bus", (GUIDES, SCOUTS)),
    (
        "Ref|Organisation|District|Project|Amount\n1|Guides|Burnley|tents|£500\n2|Scouts|Pendle|a bus|£600",
        (GUIDES, SCOUTS),
    ),
    ("Date|Ref no.|Organisation|Project|Value\nMay|A1|Guides|tents|£500\nMay|A2|Scouts|a bus|£600", (GUIDES, SCOUTS)),
    ("Project title|Organisation|Award (£)\ntents|Guides|500\na bus|Scouts|600", (GUIDES, SCOUTS)),
    ("Sefydliad|Pwrpas|Swm\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    # without a purpose, or with the project as the name
    (
        "Organisation|Amount\nGuides|£500\nScouts|£600",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    (
        "Project|Grant awarded\nGuides|£500\nScouts|£600",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    ("Name of project|Description|Grant awarded\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    # awarded wins over requested, cost and match
    (
        "Organisation|Project|Amount requested|Amount awarded\nGuides|tents|£900|£500\nScouts|a bus|£600|£600",
        (GUIDES, SCOUTS),
    ),
    ("Organisation|Project|Awarded|Requested\nGuides|tents|£500|£900\nScouts|a bus|£600|£600", (GUIDES, SCOUTS)),
    (
        "Applicant|Project|Amount applied for|Total project cost|Grant\nGuides|tents|£900|£2,000|£500\nScouts|a bus|£700|£900|£600",
        (GUIDES, SCOUTS),
    ),
    (
        "Applicant|Project|Total cost|Match funding|Grant approved\nGuides|tents|£900|£400|£500\nScouts|a bus|£700|£100|£600",
        (GUIDES, SCOUTS),
    ),
    ("Applicant|Project|Bid|Approved\nGuides|tents|900|500\nScouts|a bus|700|600", (GUIDES, SCOUTS)),
    (
        "Organisation|Project|Requested\nGuides|tents|£500\nScouts|a bus|£600",
        ((*GUIDES[:3], REQUESTED), (*SCOUTS[:3], REQUESTED)),
    ),
    # two header rows, a title above, the header printed again
    (
        "Recipient|Purpose|>2Amount\n^|^|Requested|Awarded\nGuides|tents|£900|£500\nScouts|a bus|£700|£600",
        (GUIDES, SCOUTS),
    ),
    (
        "||>2Amount (£)\nRecipient|Purpose|Requested|Awarded\nGuides|tents|900|500\nScouts|a bus|700|600",
        (GUIDES, SCOUTS),
    ),
    (
        ">3Appendix A: grants awarded\nOrganisation|Project|Amount\nGuides|tents|£500\nScouts|a bus|£600",
        (GUIDES, SCOUTS),
    ),
    (">3Community grants\n||\nOrganisation|Project|Amount\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    (
        "Organisation|Project|Amount\nGuides|tents|£500\nOrganisation|Project|Amount\nScouts|a bus|£600",
        (GUIDES, SCOUTS),
    ),
    # no header at all
    ("Guides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    ("Guides|£500\nScouts|£600", (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED))),
    # years
    (
        "Organisation|2023/24|2024/25|Total\nGuides|£200|£300|£500\nScouts|£600|-|£600",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    (
        "Organisation|2023/24|2024/25\nGuides|£200|£300\nScouts|£600|-",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    (
        "Organisation|Year 1|Year 2|Year 3\nGuides|200|200|100\nScouts|600||",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    (
        "Organisation|Project|>2Award\n^|^|2023-24|2024-25\nGuides|tents|£200|£300\nScouts|a bus|£600|£0",
        (GUIDES, SCOUTS),
    ),
    (
        "Organisation|2024 award|2025 award\nGuides|£400|£500\nScouts|£700|£600",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    (
        "Service|2025/26|2026/27|Total\nGuides|£200|£300|£500\nScouts|£300|£300|£600",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    (
        "District|Share %|Allocation|2023/24\nGuides|31.0|£500|£400\nScouts|69.0|£600|£700",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    (
        "Applicant|Requested|Decision\nGuides|£900|£500\nScouts|£600|nil",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "None", DECLINED)),
    ),
    ("Sefydliad|Pwrpas|Purpose|Swm / Amount\nGuides|tents|tents|£500\nScouts|a bus|a bus|£600", (GUIDES, SCOUTS)),
    (
        "Delivered by|Where|Value\nGuides|Burnley|£500\nScouts|Pendle|£600",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    (
        "Awarded to|How much|Decision\nGuides|£500 (£250 a year for two years)|Agreed\nScouts|£600 (subject to consent)|Agreed",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    ("Ref CG-1|14.02|Guides|£500|tents\nRef CG-2|21.02|Scouts|£600|a bus", (GUIDES, SCOUTS)),
    (
        "District|Allocation 2025/26|Allocation 2024/25\nGuides|£500|£400\nScouts|£600|£700",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    (
        "Partnership|2023 award|2024 award|Change|%\nGuides|£400|£500|£100|25\nScouts|£700|£600|-£100|-14",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    (
        "Organisation|Year 1 award|Year 2 award|Total award\nGuides|£200|£300|£500\nScouts|£300|£300|£600",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    (
        "Project|Organisation|Amount Awarded|Police & Crime Plan Priority\ntents|Guides|£500|Prevention\na bus|Scouts|£600|Roads",
        (GUIDES, SCOUTS),
    ),
    ("Grants over £400||\nOrganisation|Purpose|Value\nGuides|tents|£500\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    (
        "Organisation|Funding\nGuides|£500\nScouts|£600\nTotal funding|£1,100\nAverage|£550",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£600", AWARDED)),
    ),
    (
        "Ref|Applicant|Total Project Cost|Amount Requested|Recommendation|Amount Recommended\n1|Guides|£5,000|£900|Approve|£500\n2|Scouts|£6,000|£600|Reject|£0",
        (("Guides", "", "£500", AWARDED), ("Scouts", "", "£0", DECLINED)),
    ),
    # blank and merged cells
    ("Organisation|Project|Amount\nGuides|tents|£500\n||\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    ("Organisation|Project|Amount\nGuides|tents|£500\n^|poles|£100", (GUIDES, ("Guides", "poles", "£100", AWARDED))),
    ("Organisation|Project|Amount\nGuides|tents|£500\n|poles|£100", (GUIDES, ("Guides", "poles", "£100", AWARDED))),
    (
        "Organisation|Project|Amount\nGuides|tents|£500\nditto|poles|£100",
        (GUIDES, ("Guides", "poles", "£100", AWARDED)),
    ),
    (
        "Organisation|Project|Amount\nGuides|tents|£500\n|and poles|\nScouts|a bus|£600",
        (("Guides", "tents and poles", "£500", AWARDED), SCOUTS),
    ),
    # what became of it
    (
        "Organisation|Project|Amount|Decision\nGuides|tents|£500|Approved\nScouts|a bus|£600|Declined",
        (GUIDES, (*SCOUTS[:3], DECLINED)),
    ),
    (
        "Organisation|Project|Amount|Status\nGuides|tents|£500|Awarded\nScouts|a bus|£600|Withdrawn",
        (GUIDES, (*SCOUTS[:3], WITHDRAWN)),
    ),
    (
        "Organisation|Project|Amount|Outcome\nGuides|tents|£500|Successful\nScouts|a bus|£600|Unsuccessful",
        (GUIDES, (*SCOUTS[:3], DECLINED)),
    ),
    (
        "Organisation|Project|Amount|Outcome\nGuides|tents|£500|Funded\nScouts|a bus|£600|Not funded",
        (GUIDES, (*SCOUTS[:3], DECLINED)),
    ),
    (
        "Organisation|Project|Amount|Approved?\nGuides|tents|£500|Yes\nScouts|a bus|£600|No",
        (GUIDES, (*SCOUTS[:3], DECLINED)),
    ),
    (
        "Organisation|Project|Amount|Recommendation\nGuides|tents|£500|Approve\nScouts|a bus|£600|Reject",
        (GUIDES, (*SCOUTS[:3], DECLINED)),
    ),
    (
        "Organisation|Project|Requested|Decision\nGuides|tents|£500|Approved\nScouts|a bus|£600|Declined",
        (GUIDES, (*SCOUTS[:3], DECLINED)),
    ),
    (
        "Organisation|Project|Requested|Decision\nGuides|tents|£500|Approved in part\nScouts|a bus|£600|Deferred",
        (("Guides", "tents", "None", AWARDED), (*SCOUTS[:3], REQUESTED)),
    ),
    (
        "Organisation|Project|Requested|Awarded\nGuides|tents|£500|£500\nScouts|a bus|£600|Declined",
        (GUIDES, ("Scouts", "a bus", "None", DECLINED)),
    ),
    (
        "Organisation|Project|Requested|Awarded\nGuides|tents|£500|£500\nScouts|a bus|£600|£0",
        (GUIDES, ("Scouts", "a bus", "£0", DECLINED)),
    ),
    (
        "Organisation|Project|Requested|Awarded\nGuides|tents|£500|£500\nScouts|a bus|£600|nil",
        (GUIDES, ("Scouts", "a bus", "None", DECLINED)),
    ),
    (
        "Organisation|Project|Requested|Awarded\nGuides|tents|£500|£500\nScouts|a bus|£600|-",
        (GUIDES, ("Scouts", "a bus", "None", DECLINED)),
    ),
    (
        "Organisation|Project|Requested|Awarded\nGuides|tents|£500|£500\nScouts|a bus|£600|n/a",
        (GUIDES, ("Scouts", "a bus", "None", DECLINED)),
    ),
    (
        "Organisation|Project|Amount\nGuides|tents|£500\n>3Unsuccessful applications\nScouts|a bus|£600",
        (GUIDES, (*SCOUTS[:3], DECLINED)),
    ),
    (
        "Organisation|Project|Amount\n>3Declined\nScouts|a bus|£600\n>3Approved\nGuides|tents|£500",
        ((*SCOUTS[:3], DECLINED), GUIDES),
    ),
    # how amounts are written
    (
        "Organisation|Project|Amount\nGuides|tents|£1,470.57\nScouts|a bus|£10k",
        (("Guides", "tents", "£1,470.57", AWARDED), ("Scouts", "a bus", "£10,000", AWARDED)),
    ),
    ("Organisation|Project|Amount\nGuides|tents|£500*\nScouts|a bus|£600 (one-off)", (GUIDES, SCOUTS)),
    ("Organisation|Project|Amount\nGuides|tents|£500 (of £900 requested)\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    ("Organisation|Project|Amount\nGuides|tents|£250 a year for two years\nScouts|a bus|£600", (GUIDES, SCOUTS)),
    (
        "Organisation|Project|Award £000s\nGuides|tents|12.5\nScouts|a bus|3",
        (("Guides", "tents", "£12,500", AWARDED), ("Scouts", "a bus", "£3,000", AWARDED)),
    ),
    (
        "Organisation|Project|Amount\nGuides|tents|£TBC\nScouts|a bus|£600",
        (("Guides", "tents", "None", AWARDED), SCOUTS),
    ),
    (
        "Organisation|Project|Amount\nGuides|tents|up to £500\nScouts|a bus|£600",
        (("Guides", "tents", "None", AWARDED), SCOUTS),
    ),
    (
        "Organisation|Project|Amount\nGuides|tents|£14.340\nScouts|a bus|£600",
        (("Guides", "tents", "None", AWARDED), SCOUTS),
    ),
    (
        "Organisation|Project|Amount (£)\nGuides|tents|14.340\nScouts|a bus|600",
        (("Guides", "tents", "None", AWARDED), SCOUTS),
    ),
    (
        "Organisation|Project|Amount (£)\nGuides|tents|(500)\nScouts|a bus|600",
        (("Guides", "tents", "None", AWARDED), SCOUTS),
    ),
    (
        "Organisation|Project|Amount (£)\nGuides|tents|-500\nScouts|a bus|600",
        (("Guides", "tents", "None", AWARDED), SCOUTS),
    ),
    ("Organisation|Project|Amount\nGuides|tents|\nScouts|a bus|£600", (("Guides", "tents", "None", AWARDED), SCOUTS)),
    # names
    (
        "Organisation|Project|Amount (£)\n56 Group Wales|4 Me 2|500\nSmith, Jones & Co|“Hub”|600",
        (("56 Group Wales", "4 Me 2", "£500", AWARDED), ("Smith, Jones & Co", "“Hub”", "£600", AWARDED)),
    ),
    (
        "Organisation|Project|Amount\nTotal Wellbeing CIC|tents|£500\nThe Budget Trust|a bus|£600",
        (("Total Wellbeing CIC", "tents", "£500", AWARDED), ("The Budget Trust", "a bus", "£600", AWARDED)),
    ),
    (
        "Organisation|Project|Amount\nTŷ Gwyn (Cymru) Cyf|tents|£500\nJ Smith t/a Hub|a bus|£600",
        (("Tŷ Gwyn (Cymru) Cyf", "tents", "£500", AWARDED), ("J Smith t/a Hub", "a bus", "£600", AWARDED)),
    ),
)


@pytest.mark.parametrize(("text", "told"), TABLES, ids=[text.replace("\n", " / ") for text, _ in TABLES])
def test_each_row_gives_its_grant(text: str, told: tuple[tuple[str, str, str, Standing], ...]) -> None:
    """However a table of grants is laid out, each row gives who, what for, how much, and what became of it."""
    assert _told(_read(text)) == list(told)


# A table, its strands with the number of their grants, and the totals that it prints with what each is over.
Totals = tuple[tuple[str, tuple[str, ...]], ...]
GROUPED: tuple[tuple[str, tuple[tuple[str | None, int], ...], Totals], ...] = (
    (
        "Organisation|Project|Amount\nGuides|tents|£500\nScouts|a bus|£600\nTotal||£1,100",
        ((None, 2),),
        (("£1,100", ()),),
    ),
    (
        "Organisation|Project|Amount\nGuides|tents|£500\nScouts|a bus|£600\nTOTAL AWARDED||£1,100",
        ((None, 2),),
        (("£1,100", ()),),
    ),
    (
        "Organisation|Project|Amount\nGuides|tents|£500\nScouts|a bus|£600\n>2Total|£1,100",
        ((None, 2),),
        (("£1,100", ()),),
    ),
    (
        "Organisation|Project|Amount\nGuides|tents|£500\nScouts|a bus|£600\n|Total|£1,100",
        ((None, 2),),
        (("£1,100", ()),),
    ),
    ("Organisation|Project|Amount\nGuides|tents|£500\nScouts|a bus|£600\n||£1,100", ((None, 2),), (("£1,100", ()),)),
    ("Organisation|Project|Amount (£)\nGuides|tents|500\nScouts|a bus|600\n||1,100", ((None, 2),), (("£1,100", ()),)),
    (
        "Organisation|Requested|Awarded\nGuides|£900|£500\nScouts|£700|£600\nTotal|£1,600|£1,100",
        ((None, 2),),
        (("£1,100", ()),),
    ),
    (
        "Organisation|Project|Amount\n>3Community Fund\nGuides|tents|£500\n>3Innovation Fund\nScouts|a bus|£600",
        (("Community Fund", 1), ("Innovation Fund", 1)),
        (),
    ),
    (
        "Organisation|Project|Amount\nCommunity Fund||\nGuides|tents|£500\nInnovation Fund||\nScouts|a bus|£600",
        (("Community Fund", 1), ("Innovation Fund", 1)),
        (),
    ),
    (
        ">3Community Fund\nOrganisation|Project|Amount\nGuides|tents|£500\n>3Innovation Fund\nScouts|a bus|£600",
        (("Community Fund", 1), ("Innovation Fund", 1)),
        (),
    ),
    (
        "Organisation|Project|Amount\n>3Community Fund\nGuides|tents|£500\nSub-total||£500\n>3Innovation Fund\nScouts|a bus|£600\nSub-total||£600\nTotal||£1,100",
        (("Community Fund", 1), ("Innovation Fund", 1)),
        (("£500", ("Community Fund",)), ("£600", ("Innovation Fund",)), ("£1,100", ())),
    ),
    (
        "Organisation|Project|Amount\n>3Community Fund\nGuides|tents|£500\nTotal||£500\n>3Innovation Fund\nScouts|a bus|£600\nTotal||£600",
        (("Community Fund", 1), ("Innovation Fund", 1)),
        (("£500", ("Community Fund",)), ("£600", ("Innovation Fund",))),
    ),
    (
        "Organisation|Project|Amount\n>3Community Fund\nGuides|tents|£500\n>3Innovation Fund\nScouts|a bus|£600\nTotal||£1,100",
        (("Community Fund", 1), ("Innovation Fund", 1)),
        (("£1,100", ()),),
    ),
    (
        "Organisation|Project|Amount\n>3Community Fund\nGuides|tents|£500\n>3Innovation Fund\nScouts|a bus|£600\nTotal Community Fund||£500\nTotal Innovation Fund||£600\nGrand total||£1,100",
        (("Community Fund", 1), ("Innovation Fund", 1)),
        (("£500", ("Community Fund",)), ("£600", ("Innovation Fund",)), ("£1,100", ())),
    ),
    (
        "Strand|Organisation|Project|Amount\nCommunity Fund|Guides|tents|£500\nInnovation Fund|Scouts|a bus|£600\nCommunity Fund|Brownies|badges|£700",
        (("Community Fund", 2), ("Innovation Fund", 1)),
        (),
    ),
    (
        "Fund|Organisation|Amount\nCommunity|Guides|£500\n^|Scouts|£600\nInnovation|Brownies|£700",
        (("Community", 2), ("Innovation", 1)),
        (),
    ),
    (
        "Fund|Organisation|Amount\nCommunity|Guides|£500\n|Scouts|£600\nInnovation|Brownies|£700",
        (("Community", 2), ("Innovation", 1)),
        (),
    ),
)


@pytest.mark.parametrize(("text", "groups", "totals"), GROUPED, ids=[one[0].replace("\n", " / ") for one in GROUPED])
def test_strands_and_totals_are_told_apart_from_grants(
    text: str, groups: tuple[tuple[str | None, int], ...], totals: Totals
) -> None:
    """A row that heads a strand or adds it up is no grant, and a total says over which strands it is."""
    table = _read(text)
    assert [(group.name, len(group.awards)) for group in table.groups] == list(groups)
    assert [(total.claim.value, total.over) for total in table.totals] == [
        (_pounds(shown), over) for shown, over in totals
    ]


def _pounds(shown: str) -> Decimal:
    return Decimal(shown.strip("£").replace(",", ""))


NO_GRANTS: tuple[str, ...] = (
    "Budget heading|Budget|Actual|Variance\nStaff|£500|£400|£100\nPremises|£300|£300|£0",
    "Heading|2022/23 budget £|2023/24 budget £\nStaff|500|600\nPremises|300|300",
    "Supplier|Description|Amount\nAcme Ltd|paper|£500\nBolt Ltd|nuts|£600",
    "Payee|Purpose|Amount (£)\nAcme Ltd|paper|500\nBolt Ltd|nuts|600",
    "Merchant|Date|Amount\nAcme|May|£500\nBolt|May|£600",
    "Expense type|Description|Net amount|VAT\nTravel|train|£50|£10\nHotel|one night|£60|£12",
    "Cost centre|Description|Amount\n1001|paper|£500\n1002|nuts|£600",
    "Role|Grade|Salary\nChief Executive|A|£90,000\nTreasurer|B|£80,000",
    "Post|FTE|Cost\nOfficer|2.0|£80,000\nAnalyst|1.0|£40,000",
    "Reserve|Opening balance|Closing balance\nGeneral|£12m|£11m\nInsurance|£2m|£2m",
    "Risk|Likelihood|Impact|Mitigation\nFraud|3|4|checks\nFire|2|5|drills",
    "Measure|Baseline|Target|Actual\nBurglary|500|450|430\nRobbery|50|45|43",
    "Offence|2022/23|2023/24|Change\nBurglary|500|450|-10%\nRobbery|50|45|-10%",
    "Crime type|2022|2023\nBurglary|500|450\nRobbery|50|45",
    "District|Recorded crime|Change\nBurnley|500|-10%\nPendle|450|2%",
    "Band|Council tax\nA|£167.63\nB|£195.57",
    "Band|2023/24|2024/25\nA|£167.63|£176.63\nD|£251.45|£264.95",
    "Capital programme|2023/24|2024/25\nFleet|£2m|£3m\nICT|£4m|£4m",
    "Savings|2023/24 £m|2024/25 £m\nEstate|1.2|1.4\nFleet|0.2|0.3",
    "Item|Cost\nPrinting|£500\nPostage|£600",
    "Contractor|Contract value\nAcme Ltd|£50,000\nBolt Ltd|£60,000",
    "Staff costs|£500\nPremises|£600\nTransport|£700",
    "Income|£500\nExpenditure|£600\nSurplus|£700",
    "Name|Role\nJ Smith|Chair\nA Jones|Member",
    "Meeting|Date\nPanel|May\nBoard|June",
    "Organisation|Contact\nGuides|01234 567890\nScouts|01234 567891",
    "Organisation|Project\nGuides|tents\nScouts|a bus",
    "Priority|What we did|Result\nRoads|patrols|fewer deaths\nHomes|visits|fewer burglaries",
    "Quarter|Arrests|Stops\nQ1|500|600\nQ2|400|500",
    "Organisation|Project|Amount",
    "Grants",
    "Drugs seized|Value\nCannabis|£2m\nHeroin|£1m",
    "Victims referred|Number\nVictim Support|500\nLighthouse|600",
    "Officers|Establishment|Strength\nConstables|3,000|2,900\nSergeants|500|490",
    "Overtime|2023/24|2024/25\nOperations|£500,000|£400,000\nCustody|£300,000|£200,000",
    "|2023/24|2024/25\nPrecept|£100m|£105m\nGrant|£230m|£240m",
    "Age|Fines\n18-25|£500\n26-35|£600",
)


@pytest.mark.parametrize("text", NO_GRANTS, ids=[text.replace("\n", " / ") for text in NO_GRANTS])
def test_a_table_that_is_not_of_grants_is_left_alone(text: str) -> None:
    """Budgets, payments to suppliers, salaries, crime figures and risks are never read as grants."""
    assert columns_of(_rows(text)) is None


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Organisation|Project|Amount awarded\nGuides|tents|£500", True),
        ("Grant recipient|Amount\nGuides|£500", True),
        ("Applicant|Amount\nGuides|£500", True),
        ("Organisation|Project|Amount\nGuides|tents|£500", False),
        ("Guides|tents|£500\nScouts|a bus|£600", False),
    ],
)
def test_a_table_is_sure_only_where_its_headings_speak_of_grants(text: str, sure: bool) -> None:
    """A table of names and amounts is one of grants only where it, or the text around it, says so."""
    columns = columns_of(_rows(text))
    assert columns is not None
    assert columns.sure is sure


def test_columns_of_years_are_named_as_another_reading() -> None:
    """Two columns of years may be parts of one award, or last year's beside this year's: both readings are kept."""
    columns = columns_of(_rows("Organisation|2023/24|2024/25\nGuides|£200|£300\nScouts|£600|£100"))
    assert columns is not None
    assert columns.amounts == columns.years == (1, 2)


def test_thousands_are_multiplied_and_said() -> None:
    """Under “£000s” 12.5 is £12,500, good to half a unit of its last figure; the table says that it is in thousands."""
    table = _read("Organisation|Award £000s\nGuides|12.5\nScouts|3")
    assert table.thousands
    claim = table.awards[0].claim
    assert claim is not None
    assert (claim.kind, claim.low, claim.high) == (Kind.ROUNDED, Decimal(12450), Decimal(12550))


def test_an_amount_in_full_under_thousands_is_not_guessed() -> None:
    """£12,500 under “£000s” may be £12,500 or £12.5m, and nobody can tell which."""
    award, _ = _read("Organisation|Award £000s\nGuides|£12,500\nScouts|3").awards
    assert award.amount is None
    assert award.claim is not None
    assert award.claim.kind is Kind.AMBIGUOUS


def test_one_amount_for_several_projects_is_counted_once() -> None:
    """An amount that is merged downwards over two projects is one grant that pays two projects."""
    (award,) = _read("Organisation|Project|Amount\nGuides|tents|£500\n^|poles|^").awards
    assert (award.recipient, award.amount, award.projects) == ("Guides", Money.parse("500"), 2)


def test_each_grant_and_total_of_a_table_has_its_place() -> None:
    """A finding points at the row that it is about."""
    table = _read("Organisation|Project|Amount\n>3Community Fund\nGuides|tents|£500\nTotal||£500")
    assert [one.passage for one in table.awards] == [102]
    assert [one.passage for one in table.totals] == [103]
    assert [group.heading for group in table.groups] == [101]
