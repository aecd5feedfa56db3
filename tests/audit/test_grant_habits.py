"""Habits of news pages, decision notices and letters: how they tell of a grant, and what near to it is none."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines import Shape, awards_in, read_line
from pcp_reports.audit.lines.amounts.prose import is_prose
from pcp_reports.money import Money
from pcp_reports.papers.opening import read_paper

# What is printed, who got it, what for, and the amount.
TOLD: tuple[tuple[str, str, str, str], ...] = (
    ("I gave the Ferry Cadets £1,120 so that they could mend a slipway.", "Ferry Cadets", "so that they could mend a slipway", "1120"),
    ("Lastly, I gave Mill Tenants £715 for locks.", "Mill Tenants", "locks", "715"),
    ("In March I awarded Mill Tenants £715 for locks.", "Mill Tenants", "locks", "715"),
    ("Hollow Lane Baptists who received £733 to help young people", "Hollow Lane Baptists", "to help young people", "733"),
    ("Hollow Lane Baptists, which was granted £733 for a van", "Hollow Lane Baptists", "a van", "733"),
    ("To award Hollow Lane Baptists £5,000 to contribute to a worker", "Hollow Lane Baptists", "to contribute to a worker", "5000"),
    ("A £2,610 award has been made to Tarn Rowing Club for a boat.", "Tarn Rowing Club", "a boat", "2610"),
    ("A £2,610 award goes to Tarn Rowing Club for a boat", "Tarn Rowing Club", "a boat", "2610"),
    ("A £2,610 grant was given to Tarn Town Council so it can plant trees", "Tarn Town Council", "so it can plant trees", "2610"),
    ("A £2,610 grant will help Tarn Rowing Club buy a boat.", "Tarn Rowing Club", "buy a boat", "2610"),
    ("Tarn Rowing Club will use its £1,840 grant to buy oars.", "Tarn Rowing Club", "to buy oars", "1840"),
    ("Tarn Rowing Club will use its £1,840 to fund coaching.", "Tarn Rowing Club", "to fund coaching", "1840"),
    ("Tarn Rowing Club used their £1,840 grant to buy oars.", "Tarn Rowing Club", "to buy oars", "1840"),
    ("Tarn Rowing Club, in Hale, will buy oars with its £1,840 grant.", "Tarn Rowing Club", "to buy oars", "1840"),
    ("Tarn Rowing Club have a grant of £1840 to run sessions.", "Tarn Rowing Club", "to run sessions", "1840"),
    ("Tarn Rowing Club has received £910", "Tarn Rowing Club", "", "910"),
    ("Among those helped is the Tarn Trust, which will receive £520.", "Tarn Trust", "", "520"),
    ("a further £510 to Tarn Rangers, bringing its grant to £3,010;", "Tarn Rangers", "bringing its grant to £3,010", "510"),
    ("(1) Tarn Rangers: £2,500, reduced from £4,000", "Tarn Rangers", "", "2500"),
    ("Tarn Rangers: £2,500 (cut from £4,000)", "Tarn Rangers", "", "2500"),
    ("Tarn Rangers – Requested £3,000 – Awarded £1,000 – Reason: good value", "Tarn Rangers", "", "1000"),
    ("To award £18,000 for one year to Tarn Road Project.", "Tarn Road Project", "", "18000"),
    ("To award £18,000 (over three years) to Tarn Road Project for a worker", "Tarn Road Project", "a worker", "18000"),
    ("£1,570 to a consortium led by Tarn Aid for the support of victims;", "Tarn Aid", "the support of victims", "1570"),
    ("£502 to Tarnham (£272 in FY 2023/24 and £230 in FY 2024/25).", "Tarnham", "£272 in FY 2023/24 and £230 in FY 2024/25", "502"),
    ("£2,000 (two thousand pounds) to Tarn Hospice", "Tarn Hospice", "", "2000"),
    ("Tarn Brass – fifteen hundred pounds", "Tarn Brass", "", "1500"),
    ("Tarn Brass – £2.5 thousand", "Tarn Brass", "", "2500"),
    ("Tarn Brass - £2.5kfor uniforms", "Tarn Brass", "uniforms", "2500"),
    ("A cheque for £500 was presented to Tarn Choir.", "Tarn Choir", "", "500"),
    ("The Commissioner approved an application from Tarn Choir for £500 for robes.", "Tarn Choir", "robes", "500"),
    ("An application from Tarn Choir for £500 was approved", "Tarn Choir", "", "500"),
    ("Tarn Choir's application for £500 was approved.", "Tarn Choir", "", "500"),
    ("It was resolved that Tarn Choir be granted £500.", "Tarn Choir", "", "500"),
    ("£500 awarded – Tarn Choir – robes", "Tarn Choir", "robes", "500"),
    ("To approve £1,500 from the Initiatives fund to Tarn Council to cover costs", "Tarn Council", "to cover costs", "1500"),
    ("Approve the awarding of 3 grants to the value of £30,000 each to Tarn Network for a scheme", "Tarn Network", "a scheme", "90000"),
    ("Tarn Quarter BID – £6k", "Tarn Quarter BID", "", "6000"),
    ("Total Mime Theatre: £6,570", "Total Mime Theatre", "", "6570"),
    ("Rhoddwyd £510 i Glwb Nofio'r Llan", "Glwb Nofio'r Llan", "", "510"),
    ("Dyfarnwyd grant o £510 i Glwb Nofio'r Llan", "Glwb Nofio'r Llan", "", "510"),
    ("Derbyniodd Clwb Nofio'r Llan £510", "Clwb Nofio'r Llan", "", "510"),
)  # fmt: skip

# Sentences near to those above that award nothing to anybody.
NONE: tuple[str, ...] = (
    "I gave evidence on the £1,120 lost to fraud so that they could act.",
    "Lastly, I gave the Panel a budget of £715,000.",
    "Hollow Lane Baptists, who raised £733 to help young people",
    "Drivers who received £100 fines on the A38",
    "The force, which received £2.3m from the Home Office, will recruit.",
    "A £2,610 fine has been handed to Smith Ltd for dumping.",
    "A £2,610 reward is offered to anyone with information.",
    "A £2.6m contract was given to Smith Ltd to buy cars.",
    "Fines of £2,000 were given to Smith Ltd and Jones Ltd",
    "A £2,610 increase will help pay for staff.",
    "The force will use its £18m budget to recruit.",
    "Elmshire Police spent £1.1m on agency staff.",
    "Elmshire Police used its £40,000 grant from the Ministry of Justice to buy laptops",
    "The force will buy 20 cars with its £2.3m grant from the Home Office.",
    "Residents have a bill of £1840 to pay.",
    "The office has received £910 from the sale of bicycles.",
    "bringing the precept to £3,010;",
    "Costs were reduced from £4,000 to £3,000",
    "We have received notification that the partnership will receive a grant of £129,390",
    "Since 2013, the fund has distributed £1,049,980 to local initiatives that support the plan",
    "In May 2020, the Ministry announced £25 million in emergency funding",
    "Ann Lee, Police and Crime Commissioner for Elmshire, has today (March 23) awarded more than £11,000 to groups",
    "Commissioner Ann Lee has awarded a total of £60,540 to 21 youth projects across Elmshire",
    "The Elm Committee award £22,270 to small charities",
    "The 4 awards totalling £6,660.50 were:-",
    "In total, 897 groups shared funding worth £7,638,210.",
    "Approve the allocation of £261,570 from the Fund",
    "Applications for Small Grant Awards up to £5000 – Community Fund",
    "Application for Standard Grant Award above £5,000 – Fund",
    "Grant Range: £1,000 - £5,000",
    "Each Ward Member has been allocated £2,000 to spend on projects",
    "Last month the new Fund was also announced, providing £200 million",
    "The Settlement for 2024/25 has provided the PCC with an increase in funding of £7,690k",
    "£300 each – Band D, Band E and Band F",
    "£1,000 each was recovered from Smith and Jones",
    "Operations Ash (£900 and 6 arrests) and Birch (£1,250 and 2) went well.",
    "March 23rd, 2018",
    "Recipients of funding from the Fund: (£52,650.50)",
    "A cheque for £500 was stolen from Tarn Choir.",
    "An application from Tarn Choir for £500 was received",
    "An application from Tarn Choir for £500 was declined",
    "Tarn Choir's application for £500 was deferred.",
    "A further £2,000 was donated to the Tarn fund by Elm Housing.",
    "Previous recipients include Tarn Radio in Elm, which received £5,000",
    "Approve the transfer of £261,570 from the Reserve to the Pension Account",
)  # fmt: skip


@pytest.mark.parametrize(("text", "who", "what", "amount"), TOLD)
def test_a_grant_is_read_however_it_is_told(text: str, who: str, what: str, amount: str) -> None:
    """News pages, letters and decision notices tell of a grant in many ways; each gives who, what for and how much."""
    assert [(one.recipient, one.purpose, one.amount) for one in awards_in(text, passage=0)] == [
        (who, what, Money.parse(amount))
    ]


@pytest.mark.parametrize("text", NONE)
def test_what_only_sounds_like_a_grant_is_none(text: str) -> None:
    """Fines, budgets, costs, rewards, other bodies' money and what goes to nobody by name are no grants."""
    assert [one for one in awards_in(text, passage=0) if one.counts] == []


@pytest.mark.parametrize(
    ("text", "what", "amount"),
    [
        ("It received £3,100 for residents of the estate.", "residents of the estate", "3100"),
        ("They were awarded £3,100 for nets.", "nets", "3100"),
        ("The club has been given £3,100 to buy nets", "to buy nets", "3100"),
        ("The group have a grant of £3100 to run sessions.", "to run sessions", "3100"),
        ("It will use its grant of £10,000 to stage an event.", "to stage an event", "10000"),
        ("Their award of £5,000 will be used to kit out the gym", "to kit out the gym", "5000"),
    ],
)
def test_a_grant_to_it_is_a_grant_and_leaves_the_name_open(text: str, what: str, amount: str) -> None:
    """“It received £3,100” is a grant to whom the sentence before names: never a total, and never to “it”."""
    read = read_line(text, passage=7)
    assert (read.awards, read.total, read.shape) == ((), None, Shape.SPOKEN)
    assert read.part is not None
    assert (read.part.recipient, read.part.purpose, read.part.amount, read.part.passage) == (
        "",
        what,
        Money.parse(amount),
        7,
    )


@pytest.mark.parametrize(
    "text",
    [
        "It received £2.3m from the Home Office.",
        "They were fined £3,100.",
        "The club had already received £3,100 last year.",
        "The group had requested £3,100.",
        "It will use £30,000 of reserves.",
        "The scheme has a budget of £40,000.",
        "The company was given a £90,000 fine.",
        "The council received a £4m loan.",
        "Their turnover of £5,000 will be used to kit out the gym",
    ],
)
def test_what_it_got_otherwise_is_no_grant(text: str) -> None:
    """Income, fines, loans, requests and what was received before are no grants, whoever “it” is."""
    assert read_line(text, passage=0).part is None


def test_it_is_whom_the_sentence_before_names() -> None:
    """Where one passage holds both sentences, the second grant is told to the recipient of the first."""
    told = awards_in("Tarn Rowing Club received £500 for oars. It also received £300 for nets.", passage=0)
    assert [(one.recipient, one.purpose, str(one.amount)) for one in told] == [
        ("Tarn Rowing Club", "oars", "£500"),
        ("Tarn Rowing Club", "nets", "£300"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("PACT Drama - £5000 BRF Radio - £4000 Dale Church - £500", [("PACT Drama", "5000"), ("BRF Radio", "4000"), ("Dale Church", "500")]),
        ("(1) There were two: Elm Lads: £1,150; Elm Rugby: £2,400.", [("Elm Lads", "1150"), ("Elm Rugby", "2400")]),
        ("£1,000 each: Elm Lunch Club; Barrow Brownies; Elm Band", [("Elm Lunch Club", "1000"), ("Barrow Brownies", "1000"), ("Elm Band", "1000")]),
        ("Awards of £2000 were made to Ysgol Elm, Elm PTA and Elm Lodge", [("Ysgol Elm", "2000"), ("Elm PTA", "2000"), ("Elm Lodge", "2000")]),
        (
            "A £4,110 award goes to Elm Association for projects, and the Dale Committee receives £4,700 for drama.",
            [("Elm Association", "4110"), ("Dale Committee", "4700")],
        ),
        (
            "the sum of £2,000 (two thousand pounds) to the Tarn Centre, the sum of £1,500 (one thousand five hundred pounds) to Elm Hospice",
            [("Tarn Centre", "2000"), ("Elm Hospice", "1500")],
        ),
        (
            "Rhoddwyd grantiau i Glwb Nofio Llan (£900), Theatr y Llan (£2,500) a Seindorf Llan (£340)",
            [("Glwb Nofio Llan", "900"), ("Theatr y Llan", "2500"), ("Seindorf Llan", "340")],
        ),
        ("Brass Band (£100), Elm and Oak Land (£200) and the YMCA (£300)", [("Brass Band", "100"), ("Elm and Oak Land", "200"), ("YMCA", "300")]),
    ],
)  # fmt: skip
def test_a_list_in_a_paragraph_gives_each_of_its_grants(text: str, told: list[tuple[str, str]]) -> None:
    """Lists without line ends or separators, in English and Welsh, give as many grants as they name."""
    assert [(one.recipient, one.amount) for one in awards_in(text, passage=0)] == [
        (who, Money.parse(amount)) for who, amount in told
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("There were three: Elm Lads: £100; Elm Rugby: £200; Elm Golf: £300. Total: £600.", "£600"),
        ("£2,000 to Elm Hall, £1,500 to Oak Hall and £750 to the Ash Guild, making £4,250.", "£4,250"),
        ("Grantiau i Glwb Llan (£900), Theatr Llan (£500) a Chôr Llan (£340), sef cyfanswm o £1,740.", "£1,740"),
    ],
)
def test_the_total_at_the_end_of_a_list_is_none_of_its_grants(text: str, shown: str) -> None:
    """A list that closes with its total gives three grants and the total, not four grants."""
    read = read_line(text, passage=0)
    assert len(read.awards) == 3
    assert read.total is not None
    assert read.total.text == shown


def test_what_was_declined_within_a_paragraph_is_declined() -> None:
    """Behind “the following were declined:”, and where a bracket says so, an amount is no award."""
    told = awards_in(
        "be awarded: • £500 to Elm Club; • £750 to Oak Club; 2. That the following be declined: • £300 to Fun Ltd",
        passage=0,
    )
    assert [one.standing for one in told] == [Standing.AWARDED, Standing.AWARDED, Standing.DECLINED]
    told = awards_in("Elm Club – £1,000 (declined), Oak Club – £500", passage=0)
    assert [(one.recipient, one.standing) for one in told] == [
        ("Elm Club", Standing.DECLINED),
        ("Oak Club", Standing.AWARDED),
    ]
    assert awards_in("Elm Club – £745 – not supported", passage=0)[0].standing is Standing.DECLINED


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Youth: 3 grants, £5,320", "Youth"),
        ("Road Safety Grants – 22 awards totalling £165,410", "Road Safety Grants"),
        ("Victims (4 awards, £900)", "Victims"),
    ],
)
def test_a_summary_of_a_theme_is_a_total_over_it(text: str, over: str) -> None:
    """“Youth: 3 grants, £5,320” is no grant to “Youth”."""
    read = read_line(text, passage=0)
    assert (read.awards, read.shape, read.over) == ((), Shape.TOTAL, over)


def test_a_project_count_beside_a_name_leaves_it_a_grant() -> None:
    """“Elm FC: 3 projects, £5,320” may well be one grant for three projects."""
    assert [one.recipient for one in awards_in("Elm FC: 3 projects, £5,320", passage=0)] == ["Elm FC"]


@pytest.mark.parametrize("text", ["£750 to St", "£500 to Friends of the", "• £500 to The"])
def test_a_line_that_breaks_off_in_the_name_awards_nobody(text: str) -> None:
    """A list that was cut off in mid-line is not whole: its last line is no grant to “St”, and says that it is cut."""
    read = read_line(text, passage=0)
    assert (read.awards, read.cut) == ((), True)


@pytest.mark.parametrize("text", ["£750 to St Mary's", "£500 to Friends of the Elm", "Guides – £500"])
def test_a_whole_line_is_not_cut(text: str) -> None:
    """“St” within a name says nothing."""
    assert read_line(text, passage=0).cut is False


def test_a_letter_glued_to_the_next_word_is_still_a_scale() -> None:
    """Text out of a PDF drops blanks: “£264.824mfor 2024/25” is millions, whatever follows."""
    (award,) = awards_in("Grants to the Elm Trust - £264.824mfor 2024/25", passage=0)
    assert award.amount == Money.parse("264824000")
    each = awards_in("Guides and Scouts - £1901each", passage=0)
    assert [(one.recipient, one.amount) for one in each] == [
        ("Guides", Money.parse("1901")),
        ("Scouts", Money.parse("1901")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The cost of policing the three football matches in the county was met from the budget of £1.2m for the year.",
        "Officers recovered cannabis plants with a street value that is put at a little under £90,000 in Elm Road.",
    ],
)
def test_ordinary_prose_is_passed_over_quickly(text: str) -> None:
    """Most sums of a paper stand in sentences that tell of no grant; they are not looked at word by word."""
    assert is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ladywell Primary School and Community Centre, Elm Road, Tarnham, a breakfast club for pupils £500",
        "The Commissioner has, after long thought and with the advice of her panel, given the Elm Trust £500.",
        "The office, which was moved by what it had heard, made available to the Elm Trust a sum of £500.",
        "Elm Trust, which works with young people in the north of the county and beyond it – £500",
    ],
)
def test_what_may_be_a_grant_is_looked_at(text: str) -> None:
    """A sum that stands apart, or beside a word of giving, is never passed over."""
    assert not is_prose(text)


def test_a_dropped_blank_is_no_misprint() -> None:
    """“£264.824mfor” is what the text of a PDF makes of “£264.824m for”: nobody is told to type another sum."""
    glued = read_paper(b"The requirement is \xc2\xa3264.824mfor 2024/25.\n", "paper.txt")
    assert [one.code for one in audit(glued).findings] == []
    typed = read_paper(b"The requirement is \xc2\xa3264.824 for 2024/25.\n", "paper.txt")
    assert [one.code for one in audit(typed).findings] == ["F313"]
