"""Several grants in one sentence; and the sentences of ordinary prose that make no grant."""

from __future__ import annotations

import pytest

from pcp_reports.audit.lines import awards_in, read_line
from pcp_reports.money import Money

_THREE = (("Guides", "", "500"), ("Scouts", "", "600"), ("Salvation Army", "", "700"))
_TWO = (("Guides", "", "500"), ("Scouts", "", "600"))

# What is printed, and the grants in it: who, what for, how much.
LISTS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    ("Grants were made to Guides (£500), Scouts (£600) and the Salvation Army (£700)", _THREE),
    ("Grants were made to Guides (£500), Scouts (£600), and the Salvation Army (£700).", _THREE),
    ("Grants were made to: Guides (£500); Scouts (£600); and the Salvation Army (£700).", _THREE),
    ("Grants were awarded to Guides – £500, Scouts – £600 and the Salvation Army – £700", _THREE),
    ("Grants were awarded to Guides, £500, Scouts, £600, and the Salvation Army, £700", _THREE),
    ("The Commissioner made grants to Guides (£500), Scouts (£600) and the Salvation Army (£700)", _THREE),
    (
        "In May the Commissioner awarded grants to the Guides (£500), the Scouts (£600) and the Salvation Army (£700)",
        _THREE,
    ),
    ("Recipients were Guides (£500), Scouts (£600) and the Salvation Army (£700)", _THREE),
    ("The recipients were: Guides £500, Scouts £600, the Salvation Army £700", _THREE),
    ("Successful applicants were Guides (£500), Scouts (£600) and the Salvation Army (£700).", _THREE),
    ("These were: Guides, £500; Scouts, £600; and the Salvation Army, £700.", _THREE),
    ("They are Guides (£500), Scouts (£600) and the Salvation Army (£700).", _THREE),
    ("Guides (£500), Scouts (£600) and the Salvation Army (£700)", _THREE),
    ("Guides (£500); Scouts (£600); the Salvation Army (£700)", _THREE),
    ("Guides £500, Scouts £600 and the Salvation Army £700", _THREE),
    ("Guides – £500; Scouts – £600; the Salvation Army – £700", _THREE),
    ("Guides: £500, Scouts: £600, the Salvation Army: £700", _THREE),
    ("Guides – £500\nScouts – £600\nthe Salvation Army – £700", _THREE),
    ("£500 to the Guides; £600 to the Scouts and £700 to the Salvation Army", _THREE),
    ("£500 to the Guides, £600 to the Scouts and £700 to the Salvation Army.", _THREE),
    ("£500 to Guides; £600 to Scouts; and £700 to the Salvation Army", _THREE),
    ("The Commissioner awarded £500 to the Guides, £600 to the Scouts and £700 to the Salvation Army", _THREE),
    ("Awards were made of £500 to the Guides, £600 to the Scouts and £700 to the Salvation Army", _THREE),
    ("£500 was awarded to the Guides, £600 to the Scouts and £700 to the Salvation Army", _THREE),
    ("£500 went to the Guides, £600 went to the Scouts and £700 went to the Salvation Army", _THREE),
    ("Guides received £500, Scouts £600 and the Salvation Army £700", _THREE),
    ("Guides received £500, Scouts received £600 and the Salvation Army received £700", _THREE),
    ("Guides were awarded £500, Scouts were awarded £600 and the Salvation Army was awarded £700", _THREE),
    ("Guides was awarded £500; Scouts was awarded £600; and the Salvation Army was awarded £700.", _THREE),
    (
        "Guides were awarded £500. Scouts were awarded £600. The Salvation Army received £700.",
        (*_TWO, ("The Salvation Army", "", "700")),
    ),
    ("Guides and Scouts received £500 and £600 respectively", _TWO),
    ("Guides and Scouts were awarded £500 and £600 respectively.", _TWO),
    ("Grants were made to Guides and Scouts of £500 and £600 respectively", _TWO),
    ("£500 and £600 were awarded to Guides and Scouts respectively", _TWO),
    ("Guides, Scouts and the Salvation Army received £500, £600 and £700 respectively", _THREE),
    ("Guides (£500) and Scouts (£600)", _TWO),
    ("Guides: £500. Scouts: £600.", _TWO),
    ("Guides = £500 / Scouts = £600", _TWO),
    ("Guides - £500 | Scouts - £600", _TWO),
    ("The Commissioner awarded £500 to Guides and £600 to Scouts.", _TWO),
    ("In Burnley, Guides received £500 and Scouts received £600.", _TWO),
    ("The funding includes £500 for Guides and £600 for Scouts.", _TWO),
    ("A total of £1,100 was awarded: £500 to Guides and £600 to Scouts.", _TWO),
    ("Two grants were made: Guides (£500) and Scouts (£600), totalling £1,100.", _TWO),
    ("Grants totalling £1,100 were made to Guides (£500) and Scouts (£600)", _TWO),
    ("The Commissioner has awarded £1,100 to two groups, Guides (£500) and Scouts (£600).", _TWO),
    ("£1,100 has been split between Guides (£500) and Scouts (£600)", _TWO),
    ("Guides (£500), Scouts (£600) – a total of £1,100", _TWO),
    ("Grants to Guides (£500) and Scouts (£600) were approved", _TWO),
    ("Awards included Guides (£500) and Scouts (£600)", _TWO),
    ("Funding was given to Guides (£500) and Scouts (£600)", _TWO),
    (
        "Guides (£500 for tents), Scouts (£600 for a bus) and the Salvation Army (£700 for a hall)",
        (("Guides", "tents", "500"), ("Scouts", "a bus", "600"), ("Salvation Army", "a hall", "700")),
    ),
    (
        "Guides received £500 for tents, Scouts £600 for a bus and the Salvation Army £700 for a hall",
        (("Guides", "tents", "500"), ("Scouts", "a bus", "600"), ("Salvation Army", "a hall", "700")),
    ),
    (
        "£500 to the Guides for tents, £600 to the Scouts for a bus and £700 to the Salvation Army for a hall",
        (("Guides", "tents", "500"), ("Scouts", "a bus", "600"), ("Salvation Army", "a hall", "700")),
    ),
    (
        "£500 to the Guides for tents; £600 to the Scouts for a bus; £700 to the Salvation Army for a hall",
        (("Guides", "tents", "500"), ("Scouts", "a bus", "600"), ("Salvation Army", "a hall", "700")),
    ),
    (
        "Guides – tents – £500; Scouts – a bus – £600; The Salvation Army – a hall – £700",
        (("Guides", "tents", "500"), ("Scouts", "a bus", "600"), ("The Salvation Army", "a hall", "700")),
    ),
    (
        "Grants were made to Smith & Co (£500), Boys and Girls Club (£600) and Tŷ Gwyn Cyf (£700)",
        (("Smith & Co", "", "500"), ("Boys and Girls Club", "", "600"), ("Tŷ Gwyn Cyf", "", "700")),
    ),
    (
        "Grants were made to 56 Group Wales (£500), 4 Me 2 (£600) and St Mary’s Church, Burnley (£700)",
        (("56 Group Wales", "", "500"), ("4 Me 2", "", "600"), ("St Mary’s Church, Burnley", "", "700")),
    ),
    (
        "Action for Children (£1,250.50), Age Concern (£600) and MIND (£10,000)",
        (("Action for Children", "", "1250.50"), ("Age Concern", "", "600"), ("MIND", "", "10000")),
    ),
)


@pytest.mark.parametrize(("text", "told"), LISTS, ids=[line[0] for line in LISTS])
def test_every_grant_of_a_run_on_list_is_read(text: str, told: tuple[tuple[str, str, str], ...]) -> None:
    """A sentence that lists grants gives each of them, without the words that lead up to the list."""
    assert [(one.recipient, one.purpose, one.amount) for one in awards_in(text, passage=0)] == [
        (who, what, Money.parse(amount)) for who, what, amount in told
    ]


@pytest.mark.parametrize("text", [line[0] for line in LISTS if line[0].startswith(("Grants", "Awards", "Funding"))])
def test_a_list_whose_words_speak_of_grants_is_sure(text: str) -> None:
    """“Grants were made to …” needs no heading to be taken for grants."""
    assert read_line(text, passage=0).sure


def test_each_grant_of_a_list_has_its_place() -> None:
    """A finding about one grant of a list can point at that grant alone."""
    text = "Guides – £500; Scouts – £600"
    awards = awards_in(text, passage=3)
    assert [text[one.start : one.end] for one in awards] == ["Guides – £500", "Scouts – £600"]
    assert [text[one.claim.start : one.claim.end] for one in awards if one.claim is not None] == ["£500", "£600"]


def test_a_letter_that_numbers_the_next_line_makes_no_billions() -> None:
    """“£350” with “b)” beginning the line below is £350, whatever the letter."""
    text = "Awards came to £4,135:\na)\tGuides\t£350\nb)\tScouts\t£725\nm)\tBrownies\t£1,060\nk)\tPark Care\t£2,000"
    assert [(one.recipient, str(one.amount)) for one in awards_in(text, passage=0)] == [
        ("Guides", "£350"),
        ("Scouts", "£725"),
        ("Brownies", "£1,060"),
        ("Park Care", "£2,000"),
    ]


PROSE: tuple[str, ...] = (
    "Operations led to cash seizures including one for £250k and targeting of drugs lines.",
    "204 notices were handed out and £16k in fines were issued during the week.",
    "The operation was backed by the Commissioner and £2m of extra funding secured from the Government’s new plan.",
    "This gave a saving of £3,000.",
    "A further £53,879 was provided to 6 projects through:",
    "Another round was announced, with £69k being invested through the following projects.",
    "£33,000 was shared between three clubs.",
    "Clubs will get a share of £33,000.",
    "The budget of £5,000 was spent in full.",
    "The total budget is £5.2m.",
    "The precept will rise by £10 for a Band D property.",
    "Band D council tax will be £251.45.",
    "Band D – £251.45",
    "Council tax precept: £251.45",
    "General reserves stand at £12.3m.",
    "General reserves – £12.3m",
    "Earmarked reserves: £4.5m",
    "Reserves: £4.5m",
    "Savings of £3.2m have been found.",
    "Savings – £3.2m",
    "Efficiency savings: £3.2m",
    "Overtime – £450,000",
    "Overtime costs rose to £450,000 in the quarter.",
    "Staff costs: £2.1m",
    "Salaries – £1,200,000",
    "The Chief Constable’s salary is £175,000.",
    "The Deputy Commissioner is paid £56,000 a year.",
    "The Home Office has given Lancashire £2m for hotspot patrols.",
    "Lancashire received £1m from the Home Office for hotspot patrols.",
    "The force has been awarded £1m by the Home Office.",
    "The Commissioner secured £1.2m from the Safer Streets Fund.",
    "We were awarded £750,000 by the Ministry of Justice.",
    "The OPCC received £2.1m in victims’ services funding.",
    "The fund has awarded £1.2m to date.",
    "A total of £509,832.58 was awarded to 61 projects.",
    "So far £1m has been awarded to local groups.",
    "Grants of up to £10,000 are available to community groups.",
    "Grants between £1,000 and £10,000 can be applied for.",
    "Organisations can apply for up to £5,000.",
    "The fund offers grants of £500 to £5,000.",
    "Applications for more than £5,000 will not be considered.",
    "Drugs worth £50,000 were seized.",
    "Cannabis with a street value of £2m was destroyed.",
    "Police seized £20,000 in cash.",
    "Officers recovered £12,000 of stolen goods.",
    "Cash of £45,000 was found at the address.",
    "Cash seized: £372,000",
    "Drugs seized – £4.5 million",
    "£372k Cash seized",
    "£4.5 Million Drugs seized",
    "Cost of crime down by £296,290 from 2022",
    "The average cost of a burglary is £5,930.",
    "He was fined £500 and told to pay £85 costs.",
    "Smith was fined £500 for speeding.",
    "The court ordered Jones to pay £1,200 in compensation.",
    "The victim lost £12,000 to a courier fraud.",
    "A Preston man lost £45,000 to romance fraud.",
    "Fraud losses came to £3.4m.",
    "Each new officer costs £50,000.",
    "The new custody suite will cost £18m.",
    "The Blackpool headquarters cost £25m to build.",
    "Investment of £4m in the estate is planned.",
    "Capital programme – £18m",
    "An underspend of £1.4m is forecast.",
    "Underspend: £1.4m",
    "The forecast overspend is £0.7m.",
    "Income from speed awareness courses was £2.3m.",
    "Interest receivable – £120,000",
    "The grant settlement increased by £6.1m.",
    "Core grant: £230m",
    "Funding: £2m",
    "Budget: £2m",
    "Fund: £250,000",
    "Amount available: £250,000",
    "Total available – £250,000",
    "Balance – £1,200",
    "Remaining – £1,200",
    "The remaining £12,000 will be carried forward.",
    "There is £12,000 left in the fund.",
    "The fund opened with £250,000.",
    "Council tax payers will pay an extra £15 a year.",
    "That is less than £1.25 a month for most households.",
    "The price of fuel has risen by £0.20 a litre.",
    "A pay rise of £1,900 was agreed for all officers.",
    "Contracts above £10,000 are published on our website.",
    "Spending over £500 is published monthly.",
    "Invoices over £500 are listed below.",
    "The limit is £10,000 per applicant.",
    "Tickets cost £5 each.",
    "Entry is £2 for children.",
    "The equipment was valued at £5,000.",
    "The project has a value of £40,000.",
    "For every £1 spent, £4 is saved.",
    "A return of £4 for every £1 invested.",
    "The scheme costs £40 per head.",
    "The police budget for 2024/25 is £375m, an increase of £21m.",
    "Income was £5m, expenditure £4m and reserves £1m.",
    "Pay was £5m, premises £4m and transport £1m.",
    "Spending rose from £4m to £5m.",
    "Fines of £100, £200 and £300 were issued.",
    "The three bids were for £100,000, £200,000 and £300,000.",
    "Bids ranged from £500 to £10,000.",
    "Grants ranged from £500 to Guides, to £10,000.",
    "£12m of the reserves will be used.",
    "£2m more will be spent on roads.",
    "£5 of every £100 goes on fuel.",
    "£250k was seized in one raid.",
    "£1.5m has been put aside for inflation.",
    "£16,000 in fines",
    "£20,000 from the sale of a car",
    "£1m worth of cannabis was found in Burnley.",
    "£10 a year for a Band D property",
    "£375m budget approved",
    "More than £1m was raised by the auction.",
    "The auction raised £12,000 for charity.",
    "An auction of bikes made £12,000.",
    "Volunteers raised £700 for the hospice.",
    "The Burnley raid recovered £14,000 and two cars.",
    "PC Smith found £5,000 in a bag.",
    "PC Jones (£32,000 a year) joined in May.",
    "The contract (£1.2m over three years) was let in May.",
    "The contract was let to Acme Ltd for £1.2m.",
    "The contract with Acme Ltd is worth £1.2m.",
    "Acme Ltd won the contract at £1.2m.",
    "The lease costs £12,000 a year.",
    "A new van was bought for £32,000.",
    "Two vans at £32,000 were bought.",
    "The minimum award is £1,000 and the maximum £10,000.",
    "Maximum award: £10,000",
    "Minimum grant – £1,000",
    "Maximum grant size: £10,000",
    "The Police Innovation Fund has £250,000 a year.",
    "The Community Fund totals £62,523.",
    "This brings the total to £73,719.",
    "The total awarded in this round was £73,719.",
    "In all, £73,719 was awarded.",
    "Awards total £73,719.",
    "The eight grants come to £73,719.",
    "Of this, £53,879 was for the Community Fund.",
    "Match funding of £3,500 was found.",
    "Applicants must match £1 for every £2.",
    "The applicant’s own contribution is £500.",
    "The commissioner has cut £1m from his own office.",
    "The cost to the taxpayer was £12,000.",
    "Damage of £2,000 was caused.",
    "Criminal damage: £132,650",
    "Legal costs: £12,000",
    "Travel and subsistence: £1,234.56",
    "Premises – £2.4m",
    "Transport – £1.1m",
    "Supplies and services: £3.3m",
    "Contingency – £500,000",
    "Shortfall of £2.1m",
    "Funding gap: £2.1m",
    "Variance – £12,000",
    "Net cost of services £312m",
    "Anyone who owes more than £1,000 may be pursued.",
    "They stole jewellery worth £5,000 to £6,000.",
    "The Commissioner’s office costs £1.3m a year to run.",
    "Lancashire Police spent £1.1m on agency staff.",
    "Cumbria spends £1.1m on agency staff.",
    "The Panel asked about the £1.1m spent on agency staff.",
    "See the paper on the £2m programme in Blackpool.",
    "Also, £58,236 was awarded to four Council areas to support patrols.",
    "The Fund received 42 applications with 10 initiatives being successful totalling £184,108.16.",
    "28 schemes received grants of up to a maximum of £5k to deliver work.",
    "Retained by PCC – £303,948",
    "The grant of £500 will enable more visits.",
    "Phone 101, or text £HELP.",
    "The £££ signs are missing.",
    "",
    "£",
    "£500",
    "–",
)


@pytest.mark.parametrize("text", PROSE, ids=[text or "nothing" for text in PROSE])
def test_ordinary_prose_makes_no_grant(text: str) -> None:
    """Budgets, seizures, fines, savings and salaries are never taken for grants, under a heading of grants as well."""
    assert awards_in(text, passage=0) == ()


def test_there_are_enough_sentences_that_are_no_grants() -> None:
    """The list of ordinary sentences stays long, and names none twice."""
    assert len(set(PROSE)) == len(PROSE) >= 150
