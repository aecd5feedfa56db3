"""Grant lines as people write them: who, what for and how much, and what became of the application."""

from __future__ import annotations

import pytest

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines import Shape, awards_in, read_line
from pcp_reports.claims import Kind
from pcp_reports.money import Money

# What is printed, who, what for, and the amount as an officer would type it.
LINES: tuple[tuple[str, str, str, str], ...] = (
    # the parts divided by dashes, the amount last
    (
        "Accrington Stanley Community Trust – sport to reduce ASB – £9,500",
        "Accrington Stanley Community Trust",
        "sport to reduce ASB",
        "9500",
    ),
    ("Hyndburn Homes – patrols across Hyndburn- £9,500", "Hyndburn Homes", "patrols across Hyndburn", "9500"),
    (
        "Cyber Unit – a conference. It protects firms from theft abuse- £1,840.",
        "Cyber Unit",
        "a conference. It protects firms from theft abuse",
        "1840",
    ),
    (
        "Burnley Leisure & Culture Group – diversionary activity – £10,000.",
        "Burnley Leisure & Culture Group",
        "diversionary activity",
        "10000",
    ),
    ("Guides - tents - £500;", "Guides", "tents", "500"),
    ("Guides - tents - £500; and", "Guides", "tents", "500"),
    ("Guides — tents — £500,", "Guides", "tents", "500"),
    ("Guides -- tents -- £500", "Guides", "tents", "500"),
    ("Guides – tents –£500", "Guides", "tents", "500"),
    ("Guides –tents – £500", "Guides", "tents", "500"),
    ("Guides- tents- £500", "Guides", "tents", "500"),
    ("Guides – tents £500", "Guides", "tents", "500"),
    ("Guides – tents: £500", "Guides", "tents", "500"),
    ("Guides – tents = £500", "Guides", "tents", "500"),
    ("Guides – tents, £500", "Guides", "tents", "500"),
    ("Guides: tents – £500", "Guides", "tents", "500"),
    ("Guides: tents: £500", "Guides", "tents", "500"),
    ("Guides | tents | £500", "Guides", "tents", "500"),
    ("Guides\ttents\t£500", "Guides", "tents", "500"),
    ("Guides\ntents\n£500", "Guides", "tents", "500"),
    ("Guides   tents   £500", "Guides", "tents", "500"),
    ("Guides ........ £500", "Guides", "", "500"),
    ("Guides…………£500", "Guides", "", "500"),
    ("Guides_____£500", "Guides", "", "500"),
    ("• Guides – tents – £500", "Guides", "tents", "500"),
    ("- Guides – tents – £500", "Guides", "tents", "500"),
    ("1. Guides – tents – £500", "Guides", "tents", "500"),
    ("(a) Guides – tents – £500", "Guides", "tents", "500"),
    ("ii) Guides – tents – £500", "Guides", "tents", "500"),
    ("SLNF-023 – Guides – tents – £500", "Guides", "tents", "500"),
    ("CF23/014 – Guides – tents – £500", "Guides", "tents", "500"),
    ("12/06/2023 – Guides – tents – £500", "Guides", "tents", "500"),
    # without a purpose
    ("Guides £500", "Guides", "", "500"),
    ("Guides – £500", "Guides", "", "500"),
    ("Guides - £500.", "Guides", "", "500"),
    ("Guides: £500", "Guides", "", "500"),
    ("Guides (£500)", "Guides", "", "500"),
    ("Guides, £500", "Guides", "", "500"),
    ("Burnley Boys and Girls Club £1,250", "Burnley Boys and Girls Club", "", "1250"),
    ("St Mary’s Church, Burnley £750", "St Mary’s Church, Burnley", "", "750"),
    ("1st Padiham Scout Group £300", "1st Padiham Scout Group", "", "300"),
    # the amount in front
    ("£500 – Guides – tents", "Guides", "tents", "500"),
    ("£500 - Guides - tents.", "Guides", "tents", "500"),
    ("£500: Guides – tents", "Guides", "tents", "500"),
    ("£500: Guides, tents for the summer", "Guides", "tents for the summer", "500"),
    ("£500, Guides, tents", "Guides", "tents", "500"),
    ("£500\tGuides\ttents", "Guides", "tents", "500"),
    ("£500 to Guides for tents", "Guides", "tents", "500"),
    ("£500 to the Guides for tents", "Guides", "tents", "500"),
    ("£500 to The Salvation Army towards tents", "The Salvation Army", "tents", "500"),
    ("£500 to Guides to buy tents", "Guides", "to buy tents", "500"),
    ("£500 to Guides – tents", "Guides", "tents", "500"),
    ("£500 to Guides: tents", "Guides", "tents", "500"),
    ("£500 to Guides, for tents", "Guides", "tents", "500"),
    ("£500 to Action for Children for tents", "Action for Children", "tents", "500"),
    ("£500 for Guides to buy tents", "Guides", "to buy tents", "500"),
    ("£500 awarded to Guides for tents", "Guides", "tents", "500"),
    ("£500 has been awarded to Guides for tents", "Guides", "tents", "500"),
    ("£500 was given to Guides so that they can camp", "Guides", "so that they can camp", "500"),
    ("£500 went to Guides for tents", "Guides", "tents", "500"),
    ("£500 will go to Guides for tents", "Guides", "tents", "500"),
    ("£500 grant to Guides for tents", "Guides", "tents", "500"),
    ("£500 in funding to Guides for tents", "Guides", "tents", "500"),
    ("£500 of funding for Guides to buy tents", "Guides", "to buy tents", "500"),
    ("£500 (grant) – Guides – tents", "Guides", "tents", "500"),
    (
        "£9,900 to Ashcombe Residents’ Association for CCTV at the pavilion",
        "Ashcombe Residents’ Association",
        "CCTV at the pavilion",
        "9900",
    ),
    ("£2,640 to Ferris Hill Borough Council for Safe Start", "Ferris Hill Borough Council", "Safe Start", "2640"),
    ("£500 to The Centre for Independent Living", "The Centre for Independent Living", "", "500"),
    # the amount in the middle
    ("Guides (£500) – tents", "Guides", "tents", "500"),
    ("Guides (£500): tents", "Guides", "tents", "500"),
    ("Guides (£500) for tents", "Guides", "tents", "500"),
    ("Guides (£500) to buy tents", "Guides", "to buy tents", "500"),
    ("Guides [£500] – tents", "Guides", "tents", "500"),
    ("Guides (£500 for tents)", "Guides", "tents", "500"),
    ("Guides (tents, £500)", "Guides", "tents", "500"),
    ("Guides (tents – £500)", "Guides", "tents", "500"),
    ("Guides – tents (£500)", "Guides", "tents", "500"),
    ("Guides – tents (£500).", "Guides", "tents", "500"),
    ("Guides, tents (£500)", "Guides", "tents", "500"),
    ("Guides – £500 – tents", "Guides", "tents", "500"),
    ("Guides - £500 - tents", "Guides", "tents", "500"),
    ("Guides: £500 for tents", "Guides", "tents", "500"),
    ("Guides: £500 – tents", "Guides", "tents", "500"),
    ("Guides – £500 for tents", "Guides", "tents", "500"),
    ("Guides – £500 to buy tents", "Guides", "to buy tents", "500"),
    ("Guides – £500 towards tents", "Guides", "tents", "500"),
    ("Guides, £500, tents", "Guides", "tents", "500"),
    ("Guides £500 for tents", "Guides", "tents", "500"),
    ("Guides £500 – tents", "Guides", "tents", "500"),
    ("Guides\t£500\ttents", "Guides", "tents", "500"),
    # by commas
    ("Guides, tents, £500", "Guides", "tents", "500"),
    ("Smith, Jones & Co, tents, £500", "Smith, Jones & Co", "tents", "500"),
    ("Smith & Sons, Ltd, tents, £500", "Smith & Sons, Ltd", "tents", "500"),
    ("St Mary’s Church, Burnley, new lights, £500", "St Mary’s Church, Burnley", "new lights", "500"),
    ("Guides, tents, poles and pegs, £500", "Guides", "tents, poles and pegs", "500"),
    # with the words of a grant
    ("Guides was awarded £500 to buy tents", "Guides", "to buy tents", "500"),
    ("Guides were awarded £500 for tents.", "Guides", "tents", "500"),
    ("Guides has been awarded £500 towards tents", "Guides", "tents", "500"),
    ("Guides have been given a grant of £500 for tents", "Guides", "tents", "500"),
    ("Guides received £500 for tents", "Guides", "tents", "500"),
    ("Guides received a £500 grant for tents", "Guides", "tents", "500"),
    ("Guides will receive £500 to buy tents", "Guides", "to buy tents", "500"),
    ("Guides secured £500 of funding for tents", "Guides", "tents", "500"),
    ("Guides, who were awarded £500 for tents", "Guides", "tents", "500"),
    ("Guides – awarded £500 for tents", "Guides", "tents", "500"),
    (
        "Guides – awarded £500 to put towards tents. They camp in May.",
        "Guides",
        "to put towards tents. They camp in May",
        "500",
    ),
    ("Guides awarded £500 to buy tents", "Guides", "to buy tents", "500"),
    ("Guides – tents – awarded £500", "Guides", "tents", "500"),
    ("Guides – tents – £500 awarded", "Guides", "tents", "500"),
    ("Guides – tents – £500 approved", "Guides", "tents", "500"),
    ("Guides – tents – grant of £500", "Guides", "tents", "500"),
    ("Guides – tents – Grant: £500", "Guides", "tents", "500"),
    ("Guides – tents – amount awarded £500", "Guides", "tents", "500"),
    ("Guides – tents – Amount awarded: £500", "Guides", "tents", "500"),
    ("Organisation: Guides; Purpose: tents; Amount: £500", "Guides", "tents", "500"),
    ("Recipient: Guides\nPurpose: tents\nAmount awarded: £500", "Guides", "tents", "500"),
    ("A grant of £500 to Guides towards tents", "Guides", "tents", "500"),
    ("A grant of £500 was made to Guides for tents.", "Guides", "tents", "500"),
    ("Grant of £500 to Guides for tents", "Guides", "tents", "500"),
    ("Grant of £500 awarded to Guides to buy tents", "Guides", "to buy tents", "500"),
    ("A sum of £500 was allocated to Guides for tents", "Guides", "tents", "500"),
    ("Funding of £500 has been provided to the Guides for tents", "Guides", "tents", "500"),
    ("The Commissioner awarded £500 to Guides for tents", "Guides", "tents", "500"),
    ("The Commissioner has approved a grant of £500 to Guides for tents", "Guides", "tents", "500"),
    ("The PCC gave £500 to Guides to buy tents", "Guides", "to buy tents", "500"),
    ("The Commissioner awarded Guides £500 for tents", "Guides", "tents", "500"),
    ("In May £500 was awarded to Guides for tents", "Guides", "tents", "500"),
    ("Guides were awarded £500 from the Community Fund for tents", "Guides", "tents", "500"),
    # how amounts are written
    ("Guides – tents – £9,500.00", "Guides", "tents", "9500"),
    ("Guides – tents – £1470.57", "Guides", "tents", "1470.57"),
    ("Guides – tents – £1,470.57.", "Guides", "tents", "1470.57"),
    ("Guides – tents – £25000", "Guides", "tents", "25000"),
    ("Guides – tents – £ 2,500", "Guides", "tents", "2500"),
    ("Guides – tents – £\u00a02,500", "Guides", "tents", "2500"),
    ("Guides\u00a0– tents –\u00a0£2,500", "Guides", "tents", "2500"),
    ("Guides – tents – £69k", "Guides", "tents", "69000"),
    ("Guides – tents – £2.5k", "Guides", "tents", "2500"),
    ("Guides – tents – GBP 10,000", "Guides", "tents", "10000"),
    ("Guides – tents – 500 pounds", "Guides", "tents", "500"),
    ("Guides – tents – £500*", "Guides", "tents", "500"),
    ("Guides – tents – £500 in total", "Guides", "tents", "500"),
    ("Guides – tents – total £500", "Guides", "tents", "500"),
    ("Guides – tents – £1.2m", "Guides", "tents", "1200000"),
    # parts and rates
    ("Guides – tents – £2,500 a year for three years", "Guides", "tents", "7500"),
    ("Guides – tents – £2,500 per year for 3 years", "Guides", "tents", "7500"),
    ("Guides – tents – £2,500 per annum over two years", "Guides", "tents", "5000"),
    ("Guides – tents – £100 per week for ten weeks", "Guides", "tents", "1000"),
    ("Guides – tents – £5,000 in 2023/24 and £5,000 in 2024/25", "Guides", "tents", "10000"),
    ("Guides – tents – £5,000 (2023/24) and £6,000 (2024/25)", "Guides", "tents", "11000"),
    ("Guides – tents – 2023/24: £5,000, 2024/25: £6,000", "Guides", "tents", "11000"),
    ("Guides – tents – £5,000 in year 1 and £6,000 in year 2", "Guides", "tents", "11000"),
    ("Guides – tents – two instalments of £1,250", "Guides", "tents", "2500"),
    ("Guides – tents – 2 payments of £1,250", "Guides", "tents", "2500"),
    ("Guides – tents – £2,500 in two instalments", "Guides", "tents", "2500"),
    ("Guides – tents – £2,500 (two instalments of £1,250)", "Guides", "tents", "2500"),
    ("Guides – tents – £10,000 (£5,000 now and £5,000 in March)", "Guides", "tents", "10000"),
    ("Guides – tents – £10,000 (£5,000 in 2023/24, £5,000 in 2024/25)", "Guides", "tents", "10000"),
    ("Guides – tents – £5,000 in 2023/24 and £5,000 in 2024/25 (£10,000 in total)", "Guides", "tents", "10000"),
    ("Guides – tents – £10,000: £6,000 for poles and £4,000 for pegs", "Guides", "tents", "10000"),
    ("Guides – tents – 2 x £500", "Guides", "tents", "1000"),
    ("Guides – tents – £500 x 2", "Guides", "tents", "1000"),
    ("Guides – £500 each for two sessions", "Guides", "two sessions", "1000"),
    # what stands beside the award
    ("Guides – tents – £500 (total project cost £4,000)", "Guides", "tents", "500"),
    ("Guides – tents – £500 (total cost: £4,000)", "Guides", "tents", "500"),
    ("Guides – tents – £500 (project cost £4,000, match funding £3,500)", "Guides", "tents", "500"),
    ("Guides – tents (total project cost £4,000) – £500", "Guides", "tents (total project cost £4,000)", "500"),
    ("Guides – £500 towards a £4,000 project", "Guides", "a £4,000 project", "500"),
    ("Guides – £500 towards the £4,000 cost of tents", "Guides", "the £4,000 cost of tents", "500"),
    ("Guides – tents – requested £1,200, awarded £500", "Guides", "tents", "500"),
    ("Guides – tents – requested: £1,200; awarded: £500", "Guides", "tents", "500"),
    ("Guides – tents – £500 (requested £1,200)", "Guides", "tents", "500"),
    ("Guides – tents – £500 (of £1,200 requested)", "Guides", "tents", "500"),
    ("Guides – tents – £500 of £1,200 requested", "Guides", "tents", "500"),
    ("Guides – tents – £500 out of £1,200", "Guides", "tents", "500"),
    ("Guides – tents – £500 awarded (£1,200 requested)", "Guides", "tents", "500"),
    ("Guides – tents – bid for £1,200, awarded £500", "Guides", "tents", "500"),
    ("Guides – tents – £500, match funding of £3,500", "Guides", "tents", "500"),
    ("Guides – tents – £500 (plus £200 match funding)", "Guides", "tents", "500"),
    ("Guides – tents – £500 (matched by £200 from the council)", "Guides", "tents", "500"),
    # as decision notices, papers and press notices have them
    (
        "To award Active Westfield £47,452.35 to rebuild its provision.",
        "Active Westfield",
        "to rebuild its provision",
        "47452.35",
    ),
    ("To award £2,500 to Runford Council for handbooks", "Runford Council", "handbooks", "2500"),
    (
        "£47,452.35 to Active Westfield for their Friday programme",
        "Active Westfield",
        "their Friday programme",
        "47452.35",
    ),
    (
        "Northgate Concern, who run clubs, work in Burnley. The organisation has received £3,000 to fund work.",
        "Northgate Concern",
        "to fund work",
        "3000",
    ),
    (
        "Keyford Mencap provide support for members. They have received £5,000 to buy kit.",
        "Keyford Mencap",
        "to buy kit",
        "5000",
    ),
    (
        "Westford Boxing Club has been awarded £3,000 from the People Fund to coach.",
        "Westford Boxing Club",
        "to coach",
        "3000",
    ),
    (
        "The Malin Centre in Bristol has been awarded £3,000 to support youths",
        "The Malin Centre in Bristol",
        "to support youths",
        "3000",
    ),
    ("Soham Council benefitted from £3,500 for 12-weekly drop-ins", "Soham Council", "12-weekly drop-ins", "3500"),
    (
        "Meanwhile, Huntley Council received £714.84 towards a 12-week programme",
        "Huntley Council",
        "a 12-week programme",
        "714.84",
    ),
    ("A grant of £5,000 from the round was awarded to KSB Arts CIC for a show.", "KSB Arts CIC", "a show", "5000"),
    ("Of this, £500 went to Guides.", "Guides", "", "500"),
    ("Funding for Guides (£500) was approved.", "Guides", "", "500"),
    ("Guides – £50 vouchers for 100 families – £5,000", "Guides", "£50 vouchers for 100 families", "5000"),
    ("Guides – tents – £1,500.00 (one thousand five hundred pounds)", "Guides", "tents", "1500"),
    ("Guides – tents – £1,500 (£500 p.a.)", "Guides", "tents", "1500"),
    ("Guides – tents – £500 p.a. (3 years)", "Guides", "tents", "1500"),
    ("Guides – tents£500", "Guides", "tents", "500"),
    ("Guides-£500", "Guides", "", "500"),
    ("Guides \u2011 tents \u2011 £500", "Guides", "tents", "500"),
    ("Guides \u2212 tents \u2212 £500", "Guides", "tents", "500"),
    (
        "Westgate CSP – £12,000 for Op Tonic, £3,000 of which is for CCTV",
        "Westgate CSP",
        "Op Tonic, £3,000 of which is for CCTV",
        "12000",
    ),
    ("Burnley Boys Club: ‘Boxing for All’ (£4,995)", "Burnley Boys Club", "‘Boxing for All’", "4995"),
    ("Trinity Church, Clitheroe - Youth Cafe - £2,800", "Trinity Church, Clitheroe", "Youth Cafe", "2800"),
    ("Guides – Tents. £500", "Guides", "Tents", "500"),
    ("Guides – tents. Awarded £500.", "Guides", "tents", "500"),
    ("Guides, tents - Approved £500", "Guides", "tents", "500"),
    ("Guides (tents) £500 approved", "Guides (tents)", "", "500"),
    ("Guides – tents – Approved (£500)", "Guides", "tents", "500"),
    ("Guides – tents – Requested: £900 Awarded: £500", "Guides", "tents", "500"),
    ("Guides – tents – Asked for £900; received £500", "Guides", "tents", "500"),
    ("Guides – tents – £900 requested, £500 awarded", "Guides", "tents", "500"),
    ("Guides – tents – £10,000 – 2023/24", "Guides", "tents – 2023/24", "10000"),
    ("2nd Chance Project – £9,999.99", "2nd Chance Project", "", "9999.99"),
    ("1. that Home-Start Oxbridge be awarded the sum of £11,700;", "Home-Start Oxbridge", "", "11700"),
    ("That a grant of £500 be made to the Guides", "Guides", "", "500"),
    ("RESOLVED: that £500 be awarded to Guides for tents", "Guides", "tents", "500"),
    ("It was agreed to award £500 to Guides for tents.", "Guides", "tents", "500"),
    ("It was agreed to award Guides £500 for tents.", "Guides", "tents", "500"),
    (
        "The Commissioner also provided £175,721.49 funding to Lancashire Constabulary to support patrols.",
        "Lancashire Constabulary",
        "to support patrols",
        "175721.49",
    ),
    (
        "CANWe CIC – East Division – working with youths – £10,000",
        "CANWe CIC",
        "East Division – working with youths",
        "10000",
    ),
    ("Guides (charity no. 1234567), tents, £500", "Guides (charity no. 1234567)", "tents", "500"),
    ("Name of Applicant: Guides Amount Awarded: £500 Purpose: tents", "Guides", "tents", "500"),
    ("Guides were successful in securing £500 for tents", "Guides", "tents", "500"),
    ("Guides successfully applied for £2500 to buy tents", "Guides", "to buy tents", "2500"),
    ("Guides – tents – five hundred pounds", "Guides", "tents", "500"),
    ("Guides: grant awarded of £500 for tents", "Guides", "tents", "500"),
    ("Project: Safe Streets. Grant awarded: £500", "Safe Streets", "", "500"),
    ("Yarbridge Speed Watch, £1,240 (Roads)", "Yarbridge Speed Watch", "Roads", "1240"),
    ("Bembridge Sailing for All, £3,350 (Youth)", "Bembridge Sailing for All", "Youth", "3350"),
    # names that hold numbers, marks and amounts
    ("180 Programme - CrossFit for young people - £500", "180 Programme", "CrossFit for young people", "500"),
    ("56 Group Wales – tents – £500", "56 Group Wales", "tents", "500"),
    ("4 Me 2 – tents – £500", "4 Me 2", "tents", "500"),
    ("£1 Challenge CIC – tents – £500", "£1 Challenge CIC", "tents", "500"),
    ("Route 66 – tents – £500", "Route 66", "tents", "500"),
    ("Project 2000 – tents – £500", "Project 2000", "tents", "500"),
    (
        "Guides – young people aged 12-18, in 16 sessions – £500",
        "Guides",
        "young people aged 12-18, in 16 sessions",
        "500",
    ),
    (
        "RAFT (Residents of Farringdon and Thirlmere) – youth work – £500",
        "RAFT (Residents of Farringdon and Thirlmere)",
        "youth work",
        "500",
    ),
    ("Smith, Jones & Co – tents – £500", "Smith, Jones & Co", "tents", "500"),
    ("J Smith t/a The Hub – tents – £500", "J Smith t/a The Hub", "tents", "500"),
    ("Clwb Ieuenctid Tŷ Gwyn – pebyll – £500", "Clwb Ieuenctid Tŷ Gwyn", "pebyll", "500"),
    ("“Safe” & Sound – tents – £500", "“Safe” & Sound", "tents", "500"),
    ("The ‘Make it’ Trust – a hub, ‘The Den’ – £500", "The ‘Make it’ Trust", "a hub, ‘The Den’", "500"),
    ("Stoke-on-Trent Guides – drop-in – £500", "Stoke-on-Trent Guides", "drop-in", "500"),
    ("Guides (Burnley) – tents (green) – £500", "Guides (Burnley)", "tents (green)", "500"),
    ("Chorley Council – licensing (SAVI)(pilot) – £500", "Chorley Council", "licensing (SAVI)(pilot)", "500"),
    ("Total Wellbeing CIC – tents – £500", "Total Wellbeing CIC", "tents", "500"),
    ("Victim Support – a helpline – £500", "Victim Support", "a helpline", "500"),
    ("Community Safety Partnership – cameras – £500", "Community Safety Partnership", "cameras", "500"),
    ("Lancashire Constabulary – cameras – £500", "Lancashire Constabulary", "cameras", "500"),
    ("Action for Children – a youth club – £500", "Action for Children", "a youth club", "500"),
    (
        "Returned Veterans Club – work with rejected youths – £500",
        "Returned Veterans Club",
        "work with rejected youths",
        "500",
    ),
    ("Bid Well CIC – refused asylum seekers – £500", "Bid Well CIC", "refused asylum seekers", "500"),
    ("Fund for Youth – deferred prosecution scheme – £500", "Fund for Youth", "deferred prosecution scheme", "500"),
    (
        "Lancashire Talking – promoting a scheme & South taskforce – marking tools – £6,744",
        "Lancashire Talking",
        "promoting a scheme & South taskforce – marking tools",
        "6744",
    ),
)


def _told(text: str, *, money: bool = False) -> list[tuple[str, str, Money | None]]:
    return [(award.recipient, award.purpose, award.amount) for award in awards_in(text, passage=7, money=money)]


@pytest.mark.parametrize(("text", "recipient", "purpose", "amount"), LINES, ids=[line[0] for line in LINES])
def test_a_line_gives_back_who_what_for_and_how_much(text: str, recipient: str, purpose: str, amount: str) -> None:
    """However a grant line is laid out, its recipient, purpose and amount are read as they are printed."""
    assert _told(text) == [(recipient, purpose, Money.parse(amount))]


# What is printed where the amount is no plain sum, and how the claim stands.
OPEN: tuple[tuple[str, str, str, Kind], ...] = (
    ("Guides – tents – up to £5,000", "Guides", "up to £5,000", Kind.AT_MOST),
    ("Guides – tents – around £5,000", "Guides", "around £5,000", Kind.ROUNDED),
    ("Guides – tents – over £5k", "Guides", "over £5k", Kind.AT_LEAST),
    ("Guides – tents – £5,000 to £6,000", "Guides", "£5,000 to £6,000", Kind.RANGE),
    ("Guides – tents – £TBC", "Guides", "£TBC", Kind.INVALID),
    ("Guides – tents – £tbc", "Guides", "£tbc", Kind.INVALID),
    ("Guides – tents – TBC", "Guides", "TBC", Kind.INVALID),
    ("Guides – tents – amount to be confirmed", "Guides", "amount to be confirmed", Kind.INVALID),
    ("Guides – tents – £XXX", "Guides", "£XXX", Kind.INVALID),
    ("Guides – tents – £14.340", "Guides", "£14.340", Kind.AMBIGUOUS),
    ("Guides – tents – £13, 527.20", "Guides", "£13, 527.20", Kind.INVALID),
    ("Guides – tents – £1O,000", "Guides", "£1O,000", Kind.INVALID),
    ("Guides – tents – £10,00", "Guides", "£10,00", Kind.AMBIGUOUS),
    ("Guides – tents – £2.8m million", "Guides", "£2.8m million", Kind.INVALID),
    ("Guides – tents – £2,500 a year", "Guides", "£2,500", Kind.EXACT),
    ("Guides – tents – £500 each", "Guides", "£500", Kind.EXACT),
    ("Guides – tents – £500, £600", "Guides", "£500", Kind.EXACT),
    ("Guides – tents – £900/£500", "Guides", "£900", Kind.EXACT),
    ("Guides – tents – £12.50 per hour", "Guides", "£12.50", Kind.EXACT),
)


@pytest.mark.parametrize(("text", "recipient", "shown", "kind"), OPEN, ids=[line[0] for line in OPEN])
def test_what_is_no_plain_sum_is_kept_as_printed_and_not_guessed(
    text: str, recipient: str, shown: str, kind: Kind
) -> None:
    """An amount that cannot be read in one way is never guessed: the line stands, with what is printed, and no amount."""
    (award,) = awards_in(text, passage=0)
    assert (award.recipient, award.amount) == (recipient, None)
    assert award.claim is not None
    assert (award.claim.text, award.claim.kind) == (shown, kind)


# What is printed, who, the amount, and what became of it.
FATES: tuple[tuple[str, str, str, Standing], ...] = (
    ("Guides – tents – £500 – declined", "Guides", "500", Standing.DECLINED),
    ("Guides – tents – £500 (unsuccessful)", "Guides", "500", Standing.DECLINED),
    ("Guides – tents – £500 - not awarded", "Guides", "500", Standing.DECLINED),
    ("Guides – tents – £500: refused", "Guides", "500", Standing.DECLINED),
    ("Guides – tents – £500 [rejected]", "Guides", "500", Standing.DECLINED),
    ("Guides – tents – £500, application declined", "Guides", "500", Standing.DECLINED),
    ("Guides – tents – £500 (declined by the panel)", "Guides", "500", Standing.DECLINED),
    ("Guides – tents – £500 requested, declined", "Guides", "500", Standing.DECLINED),
    ("Guides – tents – requested £500 – not supported", "Guides", "500", Standing.DECLINED),
    ("Guides’ application for £500 was declined", "Guides", "500", Standing.DECLINED),
    ("Declined: Guides – tents – £500", "Guides", "500", Standing.DECLINED),
    ("Unsuccessful – Guides – tents – £500", "Guides", "500", Standing.DECLINED),
    ("Guides – tents – £500 – withdrawn", "Guides", "500", Standing.WITHDRAWN),
    ("Guides – tents – £500 (withdrawn by the applicant)", "Guides", "500", Standing.WITHDRAWN),
    ("Guides – tents – £500 (returned)", "Guides", "500", Standing.WITHDRAWN),
    ("Guides – tents – £500 – grant returned unspent", "Guides", "500", Standing.WITHDRAWN),
    ("Guides – tents – £500 – deferred", "Guides", "500", Standing.REQUESTED),
    ("Guides – tents – £500 (deferred to the next panel)", "Guides", "500", Standing.REQUESTED),
    ("Guides – tents – £500 (pending)", "Guides", "500", Standing.REQUESTED),
    ("Guides – tents – requested £500", "Guides", "500", Standing.REQUESTED),
    ("Guides – tents – £500 requested", "Guides", "500", Standing.REQUESTED),
    ("Guides – tents – applied for £500", "Guides", "500", Standing.REQUESTED),
    ("Guides applied for £500 for tents", "Guides", "500", Standing.REQUESTED),
    ("Guides bid for £500 for tents", "Guides", "500", Standing.REQUESTED),
    ("Guides sought £500 for tents", "Guides", "500", Standing.REQUESTED),
    ("Guides – tents – amount requested: £500", "Guides", "500", Standing.REQUESTED),
    ("Guides – tents – £500 – approved", "Guides", "500", Standing.AWARDED),
    ("Guides – tents – £500 (approved)", "Guides", "500", Standing.AWARDED),
    ("Guides – tents – £500 (successful)", "Guides", "500", Standing.AWARDED),
    ("Approved: Guides – tents – £500", "Guides", "500", Standing.AWARDED),
)


@pytest.mark.parametrize(("text", "recipient", "amount", "standing"), FATES, ids=[line[0] for line in FATES])
def test_what_became_of_an_application_is_read(text: str, recipient: str, amount: str, standing: Standing) -> None:
    """A declined, withdrawn or merely requested sum is never counted as a grant, and an approved one always is."""
    (award,) = awards_in(text, passage=0)
    assert (award.recipient, award.amount, award.standing) == (recipient, Money.parse(amount), standing)
    assert award.counts is (standing is Standing.AWARDED)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Guides – tents – declined", Standing.DECLINED),
        ("Guides – tents (unsuccessful)", Standing.DECLINED),
        ("Guides – not awarded", Standing.DECLINED),
        ("Guides – tents – withdrawn", Standing.WITHDRAWN),
        ("Guides – tents – deferred", Standing.REQUESTED),
        ("Guides – tents – £0", Standing.DECLINED),
        ("Guides – tents – £nil", Standing.DECLINED),
        ("Guides – tents – nil", Standing.DECLINED),
        ("Guides – tents – £0 (requested £900)", Standing.DECLINED),
        ("Guides – tents – £900 requested; nil awarded", Standing.DECLINED),
    ],
)
def test_an_application_that_got_nothing_is_no_award(text: str, standing: Standing) -> None:
    """A line that says it got nothing is told from one whose amount is missing."""
    told = awards_in(text, passage=0, money=True)
    assert [(award.recipient, award.standing) for award in told] == [("Guides", standing)]
    assert not any(award.counts for award in told)


# Under a heading of amounts a number needs no pound sign.
BARE: tuple[tuple[str, str, str, str], ...] = (
    ("Guides – tents – 500", "Guides", "tents", "500"),
    ("Guides – tents – 9,500", "Guides", "tents", "9500"),
    ("Guides – tents – 9500.00", "Guides", "tents", "9500"),
    ("Guides – tents 9,500", "Guides", "tents", "9500"),
    ("Guides 9,500", "Guides", "", "9500"),
    ("Guides\t9,500", "Guides", "", "9500"),
    ("Guides ..... 9,500", "Guides", "", "9500"),
    ("Guides (9,500)", "Guides", "", "9500"),
    ("9,500 – Guides – tents", "Guides", "tents", "9500"),
    ("9,500\tGuides\ttents", "Guides", "tents", "9500"),
    ("56 Group Wales – tents – 500", "56 Group Wales", "tents", "500"),
    ("4 Me 2 – 750", "4 Me 2", "", "750"),
    ("Route 66 – tents – 1,000.50", "Route 66", "tents", "1000.50"),
    ("Guides – tents – £500", "Guides", "tents", "500"),
)


@pytest.mark.parametrize(("text", "recipient", "purpose", "amount"), BARE, ids=[line[0] for line in BARE])
def test_under_a_money_heading_a_number_is_an_amount(text: str, recipient: str, purpose: str, amount: str) -> None:
    """Below “Amount (£)” the pound signs are left out, and the amounts are read all the same."""
    assert _told(text, money=True) == [(recipient, purpose, Money.parse(amount))]


@pytest.mark.parametrize(
    "text",
    [
        "4 Me 2",
        "56 Group Wales",
        "Route 66",
        "Project 2000",
        "Guides aged 12-18",
        "Guides, 16 sessions",
        "Agenda item 7",
    ],
)
def test_a_number_in_a_name_is_no_amount(text: str) -> None:
    """Numbers that belong to a name are left in it, under a heading of amounts as well."""
    assert _told(text, money=True) == []


def test_a_number_is_no_amount_without_a_money_heading() -> None:
    """Without a pound sign, and without a heading that speaks of money, a number is no amount."""
    assert _told("Guides – tents – 500") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("£500 each to Guides and Scouts", [("Guides", "500"), ("Scouts", "500")]),
        ("£500 each to Guides, Scouts and Brownies", [("Guides", "500"), ("Scouts", "500"), ("Brownies", "500")]),
        ("Guides and Scouts – tents – £500 each", [("Guides", "500"), ("Scouts", "500")]),
        ("Guides and Scouts received £500 each for tents", [("Guides", "500"), ("Scouts", "500")]),
        ("Guides and Scouts were each awarded £500", [("Guides", "500"), ("Scouts", "500")]),
        ("Guides, Scouts and Brownies (£500 each)", [("Guides", "500"), ("Scouts", "500"), ("Brownies", "500")]),
        ("Grants of £500 each were made to Guides and Scouts", [("Guides", "500"), ("Scouts", "500")]),
        ("Scout District – £500 each to two groups", [("Scout District", "1000")]),
        ("Three schools – £500 each", [("Three schools", "1500")]),
    ],
)
def test_each_multiplies(text: str, told: list[tuple[str, str]]) -> None:
    """“£500 each” for two is £1,000, one line for each where their names can be told apart."""
    assert [(one.recipient, one.amount) for one in awards_in(text, passage=0)] == [
        (name, Money.parse(amount)) for name, amount in told
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Total – £5,000", "£5,000"),
        ("Total: £5,000", "£5,000"),
        ("TOTAL AWARDED £5,000", "£5,000"),
        ("Sub-total Community Fund – £5,000", "£5,000"),
        ("Grand total £5,000.50", "£5,000.50"),
        ("Total funding: £69k", "£69k"),
        ("Overall total = £5,000", "£5,000"),
    ],
)
def test_a_line_that_gives_a_total_is_no_grant(text: str, shown: str) -> None:
    """A total at the foot of a list is told from the grants above it."""
    read = read_line(text, passage=0)
    assert read.awards == ()
    assert read.shape is Shape.TOTAL
    assert read.total is not None
    assert read.total.text == shown


@pytest.mark.parametrize(
    "text", ["Amount awarded: £500", "Grant: £500", "£500", "Award – £500.", "Funding awarded (£): £500", "Amount £500"]
)
def test_an_amount_that_stands_alone_is_given_without_a_recipient(text: str) -> None:
    """Where a heading names who got it, the line below gives the amount alone."""
    read = read_line(text, passage=4)
    assert read.awards == ()
    assert read.shape is Shape.AMOUNT
    assert read.part is not None
    assert (read.part.recipient, read.part.amount, read.part.passage) == ("", Money.parse("500"), 4)


def test_a_line_says_where_it_stands() -> None:
    """The place that a finding points at is the line itself, without the blanks around it."""
    (award,) = awards_in("  Guides – tents – £500 ", passage=41)
    assert (award.passage, award.start, award.end) == (41, 2, 23)
    assert award.claim is not None
    assert (award.claim.start, award.claim.end) == (19, 23)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Guides were awarded £500 for tents", True),
        ("A grant of £500 to Guides for tents", True),
        ("Guides – tents – £500", False),
        ("Fuel – £3,000 each month", False),
    ],
)
def test_a_line_is_sure_only_where_its_own_words_speak_of_a_grant(text: str, sure: bool) -> None:
    """“Fuel – £3,000” looks like a grant line; without a word about grants around it, it is not taken for one."""
    assert read_line(text, passage=0).sure is sure
