"""How many grants a paper says it made is held against its list, in whatever words, and what counts something else never is."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

_LINES = (
    ("Oakhill Scouts", "tents", 2450),
    ("Elm Road Boxing Club", "youth sessions", 4800),
    ("Ferry Lane Hall", "lighting", 1975),
    ("Millbrook Street Pastors", "training", 3200),
    ("Quayside Choir", "a sound system", 5130),
)
_LIST = "\n".join(f"- {who} – {what} – £{pounds:,}" for who, what, pounds in _LINES)


def _accused(text: str) -> list[str]:
    return [one.message for one in audit(read_paper(text.encode(), "paper.md")).findings if one.code == "G202"]


def _led(lead: str) -> str:
    return (
        f"# Update\n\n## Harbour Safety Fund\n\n{lead}\n\n{_LIST}\n\n## Meetings\n\nOfficers visited nine parishes.\n"
    )


def _closed(end: str) -> str:
    return f"# Update\n\n## Harbour Safety Fund\n\nThe following grants were awarded:\n\n{_LIST}\n\n{end}\n\n## Meetings\n\nOfficers visited nine parishes.\n"


def _told_first(text: str) -> str:
    return (
        f"# Update\n\n## Summary\n\n{text}\n\n## Harbour Safety Fund\n\nThe following grants were awarded:\n\n{_LIST}\n"
    )


@pytest.mark.parametrize(
    "lead",
    [
        "After reading every form the trustees were able to say yes to {} applicants:",
        "Ninety groups wrote in and {} were chosen. The chosen groups are:",
        "Seventy bids were read, and the {} which follow were accepted:",
        "The vote was held in the hall and {} projects were picked, as follows:",
        "Awards agreed ({}):",
        "The cheques, {} of them, were made out as follows:",
    ],
)
def test_number_of_a_sentence_that_leads_to_a_list(lead: str) -> None:
    """Whatever verb leads to my list, a number that is one off is named, and the right one is not."""
    assert _accused(_led(lead.format("six")))
    assert not _accused(_led(lead.format("five")))


@pytest.mark.parametrize(
    "end",
    [
        "Agreements for all {} grants will be issued within ten days.",
        "The Chair remarked that {} grants had been agreed.",
        "The Schedule above contains {} grants.",
        "All in all we were able to say yes to {} groups.",
        "Dyfarnwyd {} o grantiau i gyd.",
    ],
)
def test_number_behind_a_list(end: str) -> None:
    """A number right behind my list that gathers it is held against it, in English as in Welsh."""
    assert _accused(_closed(end.format("6")))
    assert not _accused(_closed(end.format("5")))


def test_number_in_the_summary_of_a_paper() -> None:
    """A summary that names the fund of my only list and gives another number of grants is named."""
    told = "Highlights: {} projects funded through the Harbour Safety Fund in this round."
    assert _accused(_told_first(told.format(6)))
    assert not _accused(_told_first(told.format(5)))


@pytest.mark.parametrize(
    "lead",
    [
        "Six applications were received and all but one were approved:",
        "The six members of the panel made the following awards:",
        "Grants were made to four clubs and a church, as follows:",
        "The following were awarded grants; four of them are charities:",
        "Six projects were supported in 2023/24. The awards for 2024/25 are:",
        "Grants awarded, lot 4:",
        "Six grants were agreed in principle; those that have since signed are listed below.",
        "The four awards to sports and youth groups, and one to a church, are shown below.",
    ],
)
def test_number_of_others_in_a_lead(lead: str) -> None:
    """A number of bids, of judges, of some, or of another year above my list is no fault of it."""
    assert not _accused(_led(lead))


@pytest.mark.parametrize(
    "end",
    [
        "Our partner, the housing association, has made 6 grants of its own.",
        "4 awards were for the full amount asked.",
        "Four awards were made in full and one in part.",
        "The six projects supported in the spring have reported.",
        "We have written to all six applicants.",
        "All four clubs have signed.",
        "Four grants were made by the Chief Executive under delegated powers.",
        "The round before this one, reported in June, saw 6 grants made.",
        "Six organisations in all came to hear about the grants.",
    ],
)
def test_number_of_others_behind_a_list(end: str) -> None:
    """A number of others' grants, of another time, or of a part behind my list is no fault of it."""
    assert not _accused(_closed(end))
