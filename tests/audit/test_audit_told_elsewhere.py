"""What a paper says of its list in another part, behind it, or in a second printing, is held against the list."""

from __future__ import annotations

import pytest
from papers_by_hand import audited, messages, verdicts

LIST = """
- Brackle Chess Club: £1,200
- Fenny Lane Allotments: £2,350
- Osprey Sea Cadets: £3,400
- Tidewell Carers: £1,050
"""


def _afar(sentence: str) -> str:
    return f"# Summary\n{sentence}\n\n# Report\n1. The fund is in its third year.\n\n# Grants awarded\n{LIST}"


def _flat(text: str) -> list[tuple[str, str]]:
    return [claim for one in verdicts(text) for claim in one]


@pytest.mark.parametrize(("total", "verdict"), [("£8,000", "agrees"), ("£8,900", "disagrees")], ids=["right", "wrong"])
def test_a_sum_given_to_as_many_as_the_list_has_is_its_total(total: str, verdict: str) -> None:
    """A summary that gives a sum to four projects speaks of the only list of four, some headings below."""
    claims = _flat(_afar(f"The Commissioner has awarded a total of {total} to four local projects in Marshland."))
    assert (total, verdict) in claims
    assert ("four local projects", "agrees") in claims


def test_councils_are_named_as_the_paper_names_them() -> None:
    """A sum given to four boroughs is judged, and the report calls them boroughs."""
    claims = _flat(_afar("This decision grants £8,900 of it to four boroughs over two financial years."))
    assert claims == [("£8,900", "disagrees"), ("four boroughs", "agrees")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Commissioner has awarded £8,900 to nine local projects.",
        "The Commissioner has awarded £28,900 to five local projects.",
        "The Commissioner has awarded £6,900 to five local projects.",
        "In 2019 the Commissioner awarded £8,900 to four local projects.",
        "Last time the Commissioner awarded £8,900 to four local projects.",
        "The Commissioner has awarded £8,900 to four other projects.",
        "Officers recommended that £8,900 be given to four projects.",
        "Earlier the Commissioner awarded £8,900 to four projects.",
    ],
)
def test_a_sum_that_may_be_another_lists_is_no_accusation(sentence: str) -> None:
    """Another number, another year or others than those listed: nothing is said against the paper."""
    assert "disagrees" not in dict(_flat(_afar(sentence))).values()


@pytest.mark.parametrize(
    "sentence",
    [
        "The Commissioner has awarded £8,900 to five local projects.",
        "The Commissioner is asked to approve five grants worth £9,500.",
        "That three grants be made, in all £6,800.",
    ],
)
def test_a_summary_that_was_not_changed_with_its_list_is_found(sentence: str) -> None:
    """A number and a sum both near those of the only list are its own, from before a grant was added or withdrawn."""
    assert "disagrees" in dict(_flat(_afar(sentence))).values()


@pytest.mark.parametrize(("number", "verdict"), [("Four", "agrees"), ("Five", "disagrees")])
def test_those_who_together_receive_a_sum_are_counted(number: str, verdict: str) -> None:
    """The number in the sentence before “Together they will receive” is the number of the list."""
    text = f"# Money for Marshland\n{number} groups have been given grants. Together they will receive £8,000.\n{LIST}"
    assert (f"{number} groups", verdict) in _flat(text)


def test_a_number_of_bidders_before_a_sum_is_no_accusation() -> None:
    """Those who applied are not those who were given money."""
    text = f"# Grants\nNine groups applied for a grant. Together they will receive £8,000.\n{LIST}"
    assert "disagrees" not in dict(_flat(text)).values()


@pytest.mark.parametrize(("total", "verdict"), [("£8,000", "agrees"), ("£8,800", "disagrees")])
def test_a_minute_that_says_what_the_grants_came_to_is_judged(total: str, verdict: str) -> None:
    """Minutes sum a list up and say what is left of the budget: the sum is judged, what is left is not."""
    text = f"# Grants\nRESOLVED that these grants be awarded:\n{LIST}\nThe Clerk noted that the grants awarded came to {total}, which left £610."
    assert _flat(text) == [(total, verdict)]


def test_what_earlier_grants_came_to_is_no_accusation() -> None:
    """A sum of last year's grants behind a list is not that list's."""
    text = (
        f"# Grants\nRESOLVED that these grants be awarded:\n{LIST}\nLast year the grants came to £9,100 and left £20."
    )
    assert "disagrees" not in dict(_flat(text)).values()


TABLE = """
# Fund
1. {sentence}

# Grants awarded
| Recipient | Grant |
| Brackle Chess Club | £1,200 |
| Fenny Lane Allotments | £2,350 |
| Osprey Sea Cadets | £3,460 |
| Tidewell Carers | £1,050 |
"""


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The largest, £3,640 to Osprey Sea Cadets, pays for a boat.", True),
        ("The largest, £3,460 to Osprey Sea Cadets, pays for a boat.", False),
        ("Last year's grant of £3,640 to Osprey Sea Cadets paid for a boat.", False),
        ("A loan of £9,000 to Osprey Sea Cadets pays for a boat.", False),
    ],
)
def test_one_grant_told_of_with_its_digits_changed_round_is_found(sentence: str, found: bool) -> None:
    """A text that tells of one grant of the table with its digits changed round is found, another grant is not."""
    said = [code for code, _ in messages(TABLE.format(sentence=sentence))]
    assert ("G206" in said) is found


def _decided(second: str) -> str:
    return f"""
# Applications for grants
## Brackle Chess Club
To award Brackle Chess Club £1,200 for boards.
## Fenny Lane Allotments
To award Fenny Lane Allotments £2,350 for a shed.
## Osprey Sea Cadets
To award Osprey Sea Cadets £3,460 for a boat.
# Recommendation
The Commissioner awards the following:
- £1,200 to Brackle Chess Club
- £2,350 to Fenny Lane Allotments
- {second} to Osprey Sea Cadets
- £1,050 to Tidewell Carers
"""


@pytest.mark.parametrize(("second", "found"), [("£3,640", True), ("£3,460", False)])
def test_a_recommendation_with_an_amount_changed_is_found(second: str, found: bool) -> None:
    """A recommendation that lists again what is told above it is one list with it, and a changed figure is found."""
    text = _decided(second)
    assert [one.grants for one in audited(text).rounds] == [4]
    assert ([code for code, _ in messages(text)] == ["G206"]) is found


def test_money_carried_forward_does_not_make_a_list_a_page() -> None:
    """What is left of a budget and carried forward says nothing of the list's sums."""
    rows = TABLE.format(sentence="The fund is small.").rstrip() + "\n| Total | £8,060 |\n"
    text = f"{rows}\nThe budget for the round was £9,000, of which £930 is carried forward."
    assert ("£8,060", "disagrees") not in _flat(text)
    assert ("£8,060", "disagrees") in _flat(text.replace("£3,460", "£3,450"))
    assert "disagrees" not in dict(_flat(text.replace("£3,460", "£3,450").replace("£930 is", "page 1 is"))).values()


def test_an_information_order_is_no_purchase() -> None:
    """A table published under the order about specified information is one of grants all the same."""
    text = """
# Grants made in June
Published under the Elected Local Policing Bodies (Specified Information) Order.
| Recipient | Amount |
| Brackle Chess Club | £1,200 |
| Fenny Lane Allotments | £2,350 |
| Osprey Sea Cadets | £3,460 |
| Total | £7,100 |
"""
    assert ("£7,100", "disagrees") in _flat(text)
    assert not audited(text.replace("Grants made", "Invoices").replace("Specified Information", "Purchase")).rounds


def test_a_note_behind_a_list_counted_in_full_is_none_of_its_lines() -> None:
    """Where the words that lead to a list give as many as it has, a note behind it cannot hold another line."""
    text = f"""
# More than £9,000 to help Marshland
The four charities and their awards are:
{LIST}
Notes: In 2019, 6 charities shared £8,500.
"""
    assert ("More than £9,000", "disagrees") in _flat(text)
    assert "disagrees" not in dict(_flat(text.replace("The four charities", "The charities"))).values()
