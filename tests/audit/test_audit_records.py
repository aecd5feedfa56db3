"""Grants told over several lines each, in letters, diaries and on slides: what is read of them, and what is let alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.findings import Severity
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from pcp_reports.audit.verdicts import Audited


def audited(text: str, name: str = "paper.txt") -> Audited:
    """Return what an audit says of a text file, or of a Markdown file."""
    return audit(read_paper(text.encode(), name))


def read(text: str, name: str = "paper.txt") -> list[tuple[str, str]]:
    """Return the recipients and amounts that are read, in order."""
    return [(line.award.recipient, str(line.award.amount)) for one in audited(text, name).rounds for line in one.lines]


def warnings(text: str, name: str = "paper.txt") -> list[str]:
    """Return what a clerk is warned of."""
    return [one.message for one in audited(text, name).findings if one.severity is not Severity.NOTE]


def notes(text: str) -> list[str]:
    """Return what a clerk is told beside the warnings."""
    return [one.message for one in audited(text).findings if one.severity is Severity.NOTE]


THREE = [("Ashby Anglers", "£1,200"), ("Brook Street Choir", "£2,400"), ("Copse Hill Scouts", "£900")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("WESTMERE PCC: GRANTS, MAY\n\nRecipient: Ashby Anglers\nAmount: £1,200\nPurpose: rods\n\nRecipient: Brook Street Choir\nAmount: £2,400\nPurpose: robes\n\nRecipient: Copse Hill Scouts\nAmount: £900\nPurpose: tents\n", "a.txt", id="one label a line"),
        pytest.param("Partnership funding\n\nThe Commissioner approved the funding below.\n\nAmount:\n£1,200\nWho received the funding:\nAshby Anglers\nPurpose:\nrods\n\nAmount:\n£2,400\nWho received the funding:\nBrook Street Choir\nPurpose:\nrobes\n\nAmount:\n£900\nWho received the funding:\nCopse Hill Scouts\nPurpose:\ntents\n", "a.txt", id="label and value on lines of their own, the amount first"),
        pytest.param("Grants awarded\n\nTitle: New rods\nApplicant: A. Angler\nRecipient: Ashby Anglers\nAmount awarded: £1,200\nReason: fewer idle evenings\n\nTitle: New robes\nApplicant: C. Singer\nRecipient: Brook Street Choir\nAmount awarded: £2,400\nReason: older people meet\n\nTitle: New tents\nApplicant: S. Cout\nRecipient: Copse Hill Scouts\nAmount awarded: £900\nReason: camps\n", "a.txt", id="the applicant is not the recipient"),
        pytest.param("# Awards by the Commissioner\n\n- **Ashby Anglers**\n    - Award: £1,200\n    - Purpose: rods\n- **Brook Street Choir**\n    - Award: £2,400\n    - Purpose: robes\n- **Copse Hill Scouts**\n    - Award: £900\n    - Purpose: tents\n", "a.md", id="nested bullets"),
        pytest.param("Grants awarded by the trust\n\nAshby Anglers\n£1,200 over two years (£600; £600) towards rods\n\nBrook Street Choir\n£2,400 (3 x £800) for robes and a piano\n\nCopse Hill Scouts\n£900 towards tents\n", "a.txt", id="the amount at the head of the next line"),
        pytest.param("# Grants awarded this spring\n\n## Ashby Anglers\n\nThe club will use its £1,200 grant to buy rods.\n\n## Brook Street Choir\n\nIt has received £2,400 for robes.\n\n## Copse Hill Scouts\n\nCopse Hill Scouts received £900 towards tents.\n", "a.md", id="a heading for each, and prose"),
        pytest.param("Dear Chair,\n\nYou asked whom I have helped since Easter.\n\nI gave Ashby Anglers £1,200 for rods.\n\nI gave Brook Street Choir £2,400 for robes.\n\nLastly, I gave Copse Hill Scouts £900 for tents.\n\nYours sincerely,\n", "a.txt", id="a letter"),
        pytest.param("SLIDE 3 – SPRING FUND\n\n£4.5k to 3 partners\n\nAshby Anglers – £1,200\nBrook Street Choir – £2,400\nCopse Hill Scouts – £900\n", "a.txt", id="a slide"),
        pytest.param("News from the valley\n\nAll of the groups below the bar were helped as well and received the funding they asked for.\n\nThese were:\n\n• Ashby Anglers – £1,200\n• Brook Street Choir – £2,400\n• Copse Hill Scouts – £900\n", "a.txt", id="these were"),
        pytest.param("Parish matters\n\nOf the eight applications that were received, three were accepted by the panel:-\n\n• Ashby Anglers – £1,200\n• Brook Street Choir – £2,400\n• Copse Hill Scouts – £900\n", "a.txt", id="three were accepted"),
    ],
)  # fmt: skip
def test_grants_are_read_however_they_are_laid_out(text: str, name: str) -> None:
    """All three grants of mine are found, each with its own amount."""
    assert read(text, name) == THREE


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Invoices paid in May\n\nSupplier: Ashby Vehicles\nAmount: £1,200\nPurpose: tyres\n\nSupplier: Brook Street Cleaning\nAmount: £2,400\nPurpose: windows\n", id="suppliers"),
        pytest.param("Stations\n\nAshby Road\n£1,200 for the roof\n\nBrook Street\n£2,400 for the boiler\n", id="repairs"),
        pytest.param("# Seizures\n\n## Ashby Road\n\nIt was searched and £1,200 was found.\n\n## Brook Street\n\nOfficers took £2,400 in cash.\n", id="seizures"),
        pytest.param("DIARY\n\n4 May – Paid £1,200 to the garage.\n9 May – Signed the £2.1m contract.\n", id="a diary without grants"),
        pytest.param("Salaries\n\nName: Ann Ashby\nAmount: £41,200\nGrade: 7\n\nName: Bob Brook\nAmount: £42,400\nGrade: 7\n", id="salaries"),
    ],
)  # fmt: skip
def test_what_is_laid_out_alike_and_is_no_grant_is_let_alone(text: str) -> None:
    """Invoices, repairs, seizures and salaries are no lists of grants, however they are laid out."""
    assert read(text) == []


def test_the_total_beneath_records_is_held_against_them() -> None:
    """A total that leaves the last record out is named, with what was left out."""
    text = "WESTMERE PCC: GRANTS, MAY\n\nRecipient: Ashby Anglers\nAmount: £1,200\nPurpose: rods\n\nRecipient: Brook Street Choir\nAmount: £2,400\nPurpose: robes\n\nRecipient: Copse Hill Scouts\nAmount: £900\nPurpose: tents\n\nTotal for May: £3,600\n"
    (words,) = warnings(text)
    assert "Copse Hill Scouts" in words


def test_each_amount_keeps_its_own_recipient_where_the_last_record_is_cut_off() -> None:
    """Amounts that stand before their names are never paired with the name before, though the page ends in a record."""
    text = "Funding for community groups\n\nAmount: £1,200\nRecipient: Ashby Anglers\nPurpose: rods\n\nAmount: £2,400\nRecipient: Brook Street Choir\nPurpose: robes\n\nAmount: £900\n"
    assert read(text) == THREE[:2]


def test_a_declined_record_is_no_award() -> None:
    """What the record itself calls declined does not count."""
    text = "Grants\n\nRecipient: Ashby Anglers\nAmount: £1,200\nDecision: approved\n\nRecipient: Brook Street Choir\nAmount: £2,400\nDecision: declined\n\nRecipient: Copse Hill Scouts\nAmount: £900\nDecision: approved\n"
    assert read(text) == [THREE[0], THREE[2]]


def test_a_summary_by_theme_is_held_against_the_lists_below() -> None:
    """A sum of a theme in the summary that its own grants do not bear out is named."""
    text = "# Fund report\n\nSummary\n\n- Youth: 2 grants, £3,600\n- Elders: 2 grants, £1,500\n\nGrants\n\n**Youth**\n\n- Ashby Anglers – £1,200\n- Copse Hill Scouts – £2,400\n\n**Elders**\n\n- Brook Street Choir – £900\n- Dell Farm Club – £700\n"
    (words,) = warnings(text, "a.md")
    assert "£1,500" in words


def test_a_sum_said_again_elsewhere_with_its_digits_changed_round_is_named() -> None:
    """“The grants of £5,400 in section 1” is held against section 1, whatever reserves they are met from."""
    text = "# Grants\n\n1. £4,500 was agreed for:\n\n- Ashby Anglers – £1,200\n- Brook Street Choir – £2,400\n- Copse Hill Scouts – £900\n\n# Finance\n\n2. The grants of £5,400 in section 1 are met from reserves of £2.1m.\n"
    (words,) = warnings(text, "a.md")
    assert "£5,400" in words


def test_an_amount_in_full_and_in_thousands_is_named_in_a_sentence_of_grants_alone() -> None:
    """£493,444k given in grants is a misprint; a budget's reserves of £493,444k are its way of writing."""
    assert len(warnings("I gave grants worth £493,444k to local groups.\n")) == 1
    assert warnings("General reserves stand at £493,444k.\n") == []


def test_a_record_without_a_plain_amount_is_named_and_no_total_is_held_against_the_rest() -> None:
    """“Amount awarded: up to £2,400” is no sum: I am told, and the total over it is not called wrong."""
    text = "Grants awarded this quarter (£5,900 in total)\n\nRecipient: Ashby Anglers\nAmount awarded: £1,200\n\nRecipient: Brook Street Choir\nAmount awarded: up to £2,400\n\nRecipient: Copse Hill Scouts\nAmount awarded: £2,400\n"
    (words,) = warnings(text) or notes(text)
    assert "up to £2,400" in words
    assert read(text)[1] == ("Brook Street Choir", "None")


def test_what_may_be_given_at_most_is_no_list_of_grants() -> None:
    """A page that tells how to apply, with the most that may be given, has no round of £0 in it."""
    text = "Our grants\n\nRecipient: Any charity\nGrant amount: Up to £1,000\n\nRecipient: Any school\nGrant amount: Up to £500\n"
    assert audited(text).rounds == ()


def test_the_sentence_above_these_were_is_held_against_the_list() -> None:
    """“Four groups were funded.” over “These were:” and three lines is a wrong number."""
    text = "# News\n\nFour groups were funded from the spring grants.\n\n## These were:\n\n- Ashby Anglers – £1,200\n- Brook Street Choir – £2,400\n- Copse Hill Scouts – £900\n"
    (words,) = warnings(text, "a.md")
    assert "Four groups" in words or "four groups" in words


def test_a_decision_to_put_an_application_off_is_no_award() -> None:
    """“To defer Copse Hill Scouts (£900)” among my decisions is no grant."""
    text = "Grants\n\n1. To award Ashby Anglers £1,200.\n2. To award Brook Street Choir £2,400.\n3. To defer Copse Hill Scouts (£900).\n\nA total of £4,500 had been applied for.\n"
    assert read(text) == THREE[:2]
    assert warnings(text) == []
