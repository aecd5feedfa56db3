"""Grants told in a letter, one verb for several, as much each to so many; a part's sum told as that of all; years of a grant."""

from __future__ import annotations

import time

import pytest

from pcp_reports.audit.auditing import Audited, audit
from pcp_reports.audit.lines import awards_in
from pcp_reports.audit.lines.yearly import with_wholes
from pcp_reports.papers.opening import read_paper


def audited(words: str, name: str = "paper.md") -> Audited:
    """Return a text, audited."""
    return audit(read_paper(words.encode(), name))


def figures(read: Audited) -> list[tuple[str, str]]:
    """Return what is said of each figure."""
    return [(claim.text, claim.verdict) for told in read.rounds for claim in told.claims]


def codes(read: Audited) -> list[str]:
    """Return the codes of what is called wrong."""
    return [finding.code for finding in read.findings]


def lines(text: str) -> list[tuple[str, int]]:
    """Return the grants of a sentence: who got how many pounds."""
    return [(one.recipient, one.amount.pence // 100) for one in awards_in(text, passage=0) if one.amount is not None]


_LETTER = """Dear Anwen,

Kindness Fund

I asked for ideas in May and had twelve. With the advice of the group I chose four, and I have awarded {total} in all. Ferris
Choral Circle will have £5,250.00 to teach singing. The Bus Drivers' Union of Ferris has been given £2,984.50 for radios. An
award of £6,500.00 goes to Mill Lane Film Club, which will make films. {last}, Bell Road Women's Group has £2,730.00 for its
helpline.

Yours sincerely,
"""


@pytest.mark.parametrize("last", ["Lastly", "Finally", "Also"])
def test_a_letter_tells_its_grants_and_their_sum_in_one_paragraph(last: str) -> None:
    """Two digits that changed places in a letter's total are found, though each grant is told in words of its own."""
    wrong = audited(_LETTER.format(total="£17,644.50", last=last), "letter.txt")
    assert figures(wrong) == [("£17,644.50", "disagrees")]
    assert [line.award.recipient for line in wrong.rounds[0].lines] == [
        "Ferris Choral Circle",
        "Bus Drivers' Union of Ferris",
        "Mill Lane Film Club",
        "Bell Road Women's Group",
    ]
    assert codes(audited(_LETTER.format(total="£17,464.50", last=last), "letter.txt")) == []


def test_a_paragraph_of_other_money_takes_no_list_away() -> None:
    """A list that was read stays as it is where a paragraph tells of other sums."""
    read = audited(
        "We awarded £900 in all:\n\n- Elm Club – £400\n- Oak Club – £500\n\nThe force spent £3,100.50 in all. Cars took "
        "£1,000.25, radios £1,100.00 and boots £1,000.25.\n"
    )
    assert [line.award.recipient for line in read.rounds[0].lines] == ["Elm Club", "Oak Club"]
    assert codes(read) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "She has given £500 each to three clubs for the Easter holidays: Priory Juniors, the Ferris Splash Club and Elm Makers.",
        "Grants of £500 each went to three groups in the north of the county: Priory Juniors, Ferris Splash Club and Elm Makers.",
        "£500 each was given to 3 clubs that ran over half term: Priory Juniors, Ferris Splash Club and Elm Makers. 188 came.",
    ],
)
def test_as_many_names_as_are_said_get_as_much_each(sentence: str) -> None:
    """“£500 each to three clubs for the holidays: A, B and C” is three grants, whatever stands before the colon."""
    assert lines(sentence) == [("Priory Juniors", 500), ("Ferris Splash Club", 500), ("Elm Makers", 500)]


def test_names_that_are_not_so_many_are_not_read_so() -> None:
    """Where fewer are named than are said to have got as much each, nothing is made of them."""
    assert lines("She gave £500 each to four clubs for the Easter holidays: Priory Juniors and Elm Makers.") == []


@pytest.mark.parametrize("verb", ["had", "will have", "took"])
def test_one_verb_stands_for_several_grants(verb: str) -> None:
    """“The Guides had £500 for tents, Scouts £600 for canoes and …” is a list, though its verb is said but once."""
    text = f"The City Library {verb} £1,200 for a quiet room, Café Elm £650 for training and Ferris Road Launderette £400 for a bell."
    assert lines(text) == [("The City Library", 1200), ("Café Elm", 650), ("Ferris Road Launderette", 400)]


_PLACES = """# Safe places

Beside the scheme there is a fund for places where anyone can go. {number} venues were given a Safe Places grant in April. The
City Library had £1,200 for a quiet room, Café Elm £650 for training, the Ferris Arts Bar £900 for radios and Bell Road
Launderette £400 for a bell. Together they came to £3,150.
"""


def test_a_number_before_a_list_and_its_sum_behind_it_are_of_the_list() -> None:
    """“Five venues were given a grant”, four named behind it and their sum right: the number is called wrong, four is not."""
    assert codes(audited(_PLACES.format(number="Five"))) == ["G202"]
    assert codes(audited(_PLACES.format(number="Four"))) == []
    assert ("£3,150", "agrees") in figures(audited(_PLACES.format(number="Five")))


_PLAY = "Guides had £500 for tents, Scouts £600 for canoes and Elm Cubs £400 for a climb. Together they came to £1,500."


@pytest.mark.parametrize(
    "words",
    [
        f"Four clubs were given a Play grant in April. {_PLAY} The fourth, Oak Divers, has handed its grant back.",
        f"Four clubs were given a Play grant in April. Three of them are new to us. {_PLAY}",
        f"Four clubs were given a Play grant in April. Oak Divers will hear about the sum in May. {_PLAY}",
        f"Four clubs were given a Play grant. One has since folded. {_PLAY}",
        f"Four clubs were given a Play grant in 2022. This year {_PLAY}",
        f"Four clubs were given a Play grant, among them Oak Divers, whose award is told of below. {_PLAY}",
    ],
)
def test_a_number_with_more_told_beside_the_list_is_left_alone(words: str) -> None:
    """Where the paragraph says something of one that the list leaves out, the number before the list is not called wrong."""
    assert codes(audited(f"# Play fund\n\n{words}\n")) == []


_WARDS = """# Ward Fund: awards in 2024/25

## 1. Recommendation

{said}

## 2. Awards made

**Elm Ward**

| Group | Purpose | Amount |
|---|---|---:|
| Elm Allotments | A gate | £800 |
| Elm Lunch Club | Minibus hire | £1,250 |
| Ferris Brass | Hall hire | £1,385 |
| **Ward total** | | **£3,435** |

**Oak Ward**

| Group | Purpose | Amount |
|---|---|---:|
| Oak Residents | Planters | £650 |
| Oak Bowls | Security light | £975 |
| **Ward total** | | **£1,625** |

**Ash Ward**

| Group | Purpose | Amount |
|---|---|---:|
| Friends of Ash Green | Tools | £1,180 |
| Ash Mela | Stage | £2,000 |
| **Ward total** | | **£3,180** |
"""


@pytest.mark.parametrize(
    "said",
    [
        "That the Committee notes the 7 awards, totalling £3,435, made from the Ward Fund across the three wards in 2024/25.",
        "Members are asked to note that seven grants worth £3,435 were made from the Ward Fund.",
        "That the seven awards made, with a value of £1,625, be noted.",
    ],
)
def test_the_sum_of_one_part_is_not_that_of_all(said: str) -> None:
    """“The 7 awards, totalling £3,435”, where that is the first ward alone, is called wrong, and each ward's own total right."""
    read = audited(_WARDS.format(said=said))
    assert codes(read) == ["G201"]
    agreed = [text for text, verdict in figures(read) if verdict == "agrees"]
    assert {"£3,435", "£1,625", "£3,180"} <= set(agreed)


@pytest.mark.parametrize(
    "said",
    [
        "That the Committee notes the 7 awards, totalling £8,240, made from the Ward Fund.",
        "Of the 7 awards made, those in Elm Ward came to £3,435.",
        "There were 7 awards. Elm Ward had £3,435.",
        "The 7 awards, including £3,435 in the first ward, are set out below.",
        "Seven awards were made, £3,435 of which is for the north of the town.",
    ],
)
def test_the_sum_of_a_part_that_is_named_is_left_alone(said: str) -> None:
    """A sentence that speaks of one ward, or of some of the grants, is not accused."""
    assert codes(audited(_WARDS.format(said=said))) == []


_RAISED = """# Community Fund

In the spring round the Commissioner made four awards with a total value of {total}. They are shown below.

| Organisation | What for | Amount |
|---|---|---|
| Elm Hub | Youth work | £8,000 |
| Oak Space | A worker | £6,750 |
| Ferris Kitchen* | Cooking | {shown} |
| Bell Workshop | Tools | £3,900 |

\\* {note}
"""


@pytest.mark.parametrize(
    "note",
    [
        "The award to Ferris Kitchen was raised from £4,000 to £5,500 on 6 June.",
        "Increased by £1,500 to £5,500 when the quotation came in.",
        "Raised to £5,500 from £4,000 in June.",
    ],
)
def test_a_total_from_before_an_award_was_raised(note: str) -> None:
    """Where the list shows the award as it is now, a total from before it was raised is called wrong."""
    assert codes(audited(_RAISED.format(total="£22,650", shown="£5,500", note=note))) == ["G201"]
    assert codes(audited(_RAISED.format(total="£24,150", shown="£5,500", note=note))) == []


def test_a_list_as_it_was_before_a_note_is_left_alone() -> None:
    """Where the list shows the award as it was, and the total as it is now or was, nothing is called wrong."""
    note = "Raised from £4,000 to £5,500 on 6 June."
    for total in ("£22,650", "£24,150"):
        assert codes(audited(_RAISED.format(total=total, shown="£4,000", note=note))) == []


@pytest.mark.parametrize(
    "text",
    [
        "To award Elm Trust £30,000 a year for three years from April 2025 (£90,000 in all) for its house.",
        "To award Elm Trust £30,000 per annum for 3 years, £90,000 in total, for its house.",
        "To award Elm Trust £30,000 in each of three financial years (a total of £90,000) for its house.",
    ],
)
def test_a_sum_a_year_with_its_whole_is_one_grant(text: str) -> None:
    """“£30,000 a year for three years (£90,000 in all)” is a grant of £90,000 to the body before it."""
    assert lines(text) == [("Elm Trust", 90000)]


@pytest.mark.parametrize(
    "text",
    [
        "£5,000 for three vans, £15,000 for Oak",
        "£500 each to three clubs (£1,500 in all): Elm, Oak and Ash",
        "£30,000 a year for three years (£80,000 in all)",
        "£30,000 a year for three years and £90,000 for Oak",
    ],
)
def test_sums_that_are_no_years_of_one_stay(text: str) -> None:
    """Two sums that the arithmetic, or the words between them, do not make years of one grant are left as they are."""
    assert with_wholes(text) == text


_DECISION = """# Decision

The Commissioner has decided:

1. To award Elm Trust £30,000 a year for three years (£90,000 in all) for its house.
2. To award Oak Centre £18,000 a year for two years (£36,000 in all) for a link worker.
3. To award Ash Choir a single grant of £7,500 in 2025/26 for singing.
4. To note that the total commitment is {total}, of which £55,500 falls in 2025/26.
"""


def test_a_decision_that_notes_the_total_is_no_award() -> None:
    """An item of a decision that notes what the awards come to is held against them, and is no award that was not read."""
    right = audited(_DECISION.format(total="£133,500"))
    assert figures(right) == [("£133,500", "agrees")]
    assert codes(right) == []
    assert codes(audited(_DECISION.format(total="£135,300"))) == ["G201"]


def test_years_are_looked_for_quickly() -> None:
    """A long line of sums of any kind takes no time."""
    for part in ("£30,000 three ( ", "£1,000 a b c d e f g h ", "£3 "):
        began = time.perf_counter()
        with_wholes((part * 2000)[:1500])
        assert time.perf_counter() - began < 1
