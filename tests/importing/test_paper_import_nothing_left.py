"""Grants of a paper that an import must not lose: behind a page's head, and of bodies whose names begin as a total does."""

from __future__ import annotations

import pytest
from paper_imports import MEETING, imported, news, round_text, told
from papers_in_word import word_file

from pcp_reports.importing.papers.drafting import from_paper

NAMES = [f"{name} {kind}" for kind in ("Trust", "Hall") for name in ("Mill", "Elm", "Oak", "Ash", "Quay", "Hope")]
LINES = [f"- {name} – work with young people – £{1_000 + 7 * at:,}" for at, name in enumerate(NAMES)]
TITLES = ("Update", "The Commissioner update report to the Panel")
LEAD = "1. In September 2023 the Safer Streets Fund gave grants through the Community Fund:\n\n"


def paged(title: str, pages: int) -> str:
    """Return a paper of so many pages, as a PDF of one is read: its title and day stand over every page but the first."""
    size = len(LINES) // pages
    parts = ["\n".join(LINES[at * size : (at + 1) * size]) for at in range(pages)]
    top = f"POLICE AND CRIME PANEL\nMeeting to be held on 3 October 2023\n{title}\n\nRecommendation\n\nTo note.\n\nGrants\n\n"
    head = f"\f{title}{' ' * 60}3 October 2023\n\n\n"
    foots = [f"\n\n\nOffice of the Commissioner{' ' * 40}Page {at + 1} of {pages}\n" for at in range(pages)]
    bodies = [f"{LEAD}{parts[0]}", *(f"{head}{part}" for part in parts[1:])]
    return top + "".join(f"{body}{foot}" for body, foot in zip(bodies, foots, strict=True))


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("pages", [2, 3, 4])
def test_a_list_goes_on_behind_the_head_of_a_page(title: str, pages: int) -> None:
    """A paper of ours as a PDF, without a head on its first page: every grant of every page comes in, and no head stands in its text."""
    made = imported(paged(title, pages))
    text = round_text(made)
    assert [name for name in NAMES if f"recipient: {name}\n" not in text] == []
    assert "3 October 2023" not in text
    assert f"{len(NAMES)} grants" in made.notes[-1] or text.count("amount:") == len(NAMES)
    assert any("page header" in near.message for one in made.findings if one.code == "G542" for near in one.related)


@pytest.mark.parametrize(
    "between", ["Update        3 October 2023", "Office circular 14 refers", "Grants listed at Appendix A"]
)
def test_bullets_that_look_like_grants_behind_a_list_are_named(between: str) -> None:
    """Whatever parts them from their list, grants left as words are named, and the sums are not said to agree."""
    made = imported(news(f"{LEAD}{LINES[0]}\n{LINES[1]}\n\n{between}\n\n{LINES[2]}\n{LINES[3]}\n"))
    text = "\n".join(one.text for one in made.files)
    left = [name for name in NAMES[2:4] if f"recipient: {name}\n" not in text]
    assert [name for name in left if not any(name in one for one in told(made, "G546"))] == []
    assert bool(made.apart) is bool(left)


@pytest.mark.parametrize(
    "name",
    [
        *("Awarded CIC", "Approved Premises Group", "Granted Wishes CIC", "All Grants Advice", "Sum of Us"),
        *("Awarded Futures Ltd", "Total Sports Coaching", "Overall Arts"),
    ],
)
def test_a_body_whose_name_begins_as_a_total_does_is_a_body(name: str) -> None:
    """“Awarded CIC – fences – £1,721” is a grant with its recipient and purpose, and no total of the grants above it."""
    made = imported(news(f"{LEAD}- Mill Trust – lamps – £500\n- {name} – fences – £1,721\n- Elm Hall – trips – £900\n"))
    text = round_text(made)
    assert f"recipient: {name}\n      purpose: fences\n      amount: £1,721" in text.replace(
        "\n    - ", "\n      "
    ) or (f"recipient: {name}\n    purpose: fences\n    amount: £1,721" in text.replace("\n  - ", "\n    "))
    assert "Total" not in text.replace(name, "")
    assert told(made, "G557") == []


@pytest.mark.parametrize("name", ["Awarded CIC", "Approved Premises Group", "Sum of Us"])
def test_a_body_so_named_is_one_in_a_paper_in_word(name: str) -> None:
    """The same in a list of bullets in Word."""
    rows = f"L0| Mill Trust – lamps – £500\nL0| {name} – fences – £1,721\nL0| Elm Hall – trips – £900\n"
    made = from_paper(
        word_file(f"T| Update\nH1| Grants\nN0| Grants of the Lantern Fund made in June:\n{rows}"), "u.docx", MEETING
    )
    text = round_text(made)
    assert f"recipient: {name}\n" in text
    assert "Total" not in text


@pytest.mark.parametrize(
    "line",
    [
        "Total awarded – Community Fund – £1,400",
        "Approved Grants – both – £1,400",
        "Awarded – £1,400",
        "Total for the Community Fund – £1,400",
    ],
)
def test_a_total_stays_a_total(line: str) -> None:
    """A bullet that adds up the grants above it is none of them."""
    made = imported(news(f"{LEAD}- Mill Trust – lamps – £500\n- Elm Hall – trips – £900\n- {line}\n"))
    assert round_text(made).count("amount:") == 2
