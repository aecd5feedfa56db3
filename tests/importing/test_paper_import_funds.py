"""Which fund a paper's round is of, and when it was announced: what the paper says, or a prompt, never another list's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paper_imports import MEETING, errors, imported, news, round_text, text_of, told, written
from papers_in_word import word_file
from support import OFFICE, write

from pcp_reports.checks import check
from pcp_reports.importing.papers.drafting import from_paper
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.dates import PartialDate

LIST = "- Mill Trust – lamps – £500\n- Quay Club – boats – £250\n"
OTHER = "- Pond – nets – £10\n- Moor – maps – £20\n"


def announced(text: str, meeting: PartialDate = MEETING) -> str:
    """Return the month of the one round that a paper makes."""
    lines = round_text(imported(text, meeting=meeting)).splitlines()
    return next(line.removeprefix("announced: ") for line in lines if line.startswith("announced: "))


def test_a_fund_that_nobody_names_is_asked_for(tmp_path: Path) -> None:
    """Of three funds none is guessed: a prompt stands there, `check` names it, and it is no fund of the office."""
    text = news(
        "1. The Lantern Fund and the Harbour Fund are open to all.\n\n2. In June these grants were made:\n\n" + LIST
    )
    made = imported(text)
    assert 'fund: "[Which fund]"\n' in round_text(made)
    assert "[Which fund]" not in text_of(made, "office.yaml")
    assert any(one.path.endswith("/grants-june.yaml") for one in made.rounds)
    got = written(tmp_path, made)
    assert errors(got) == []
    assert any(one.code == "P121" and "[Which fund]" in one.message for one in check(got))
    assert "no fund, but a prompt" in told(made, "G544")[0]


def test_a_fund_that_nobody_names_is_no_error_in_an_office_with_funds(tmp_path: Path) -> None:
    """In a workspace with funds the prompt is a prompt, and is not said to be an unknown fund as well."""
    root = write(tmp_path / "w", {"office": f"{OFFICE}funds:\n  Lantern Fund:\n"})
    made = from_paper(
        news("1. In June these grants were made:\n\n" + LIST).encode(), "u.txt", MEETING, load(root, keep=True)
    )
    assert told(made, "G549") == []
    assert "G111" not in {one.code for one in check(written(root, made))}


def test_a_table_does_not_take_the_fund_of_the_words_behind_it() -> None:
    """A fund that is named only after a list is not that list's."""
    made = imported(news(f"1. In June these grants were made:\n\n{LIST}\n2. In July the Harbour Fund gave:\n\n{OTHER}"))
    june, july = (one.text for one in made.files if "kind: funding-round" in one.text)
    assert 'fund: "[Which fund]"' in june
    assert "fund: Harbour Fund\n" in july


def test_a_list_does_not_take_the_fund_of_the_list_before() -> None:
    """The fund of one round is not the next one's, unless the paper goes on with “a further …”."""
    text = f"1. In June the Harbour Fund gave:\n\n{LIST}\n2. In July these grants were made:\n\n{OTHER}"
    _, july = (one.text for one in imported(news(text)).files if "kind: funding-round" in one.text)
    assert 'fund: "[Which fund]"' in july
    _, july = (
        one.text
        for one in imported(news(text.replace("In July these", "In July a further £30 was given, and these"))).files
        if "kind: funding-round" in one.text
    )
    assert "fund: Harbour Fund\n" in july


def test_the_only_fund_of_a_paper_is_taken_and_told() -> None:
    """A paper that speaks of one fund, before its list, is of that fund; I am told that it was taken."""
    made = imported(news("1. The Lantern Fund is open.\n\n2. In June these grants were made:\n\n" + LIST))
    assert "fund: Lantern Fund\n" in round_text(made)
    assert "“Lantern Fund” as the fund" in told(made, "G544")[0]


@pytest.mark.parametrize(
    ("body", "month"),
    [
        ("1. The grants agreed between 1 April and 30 June 2023.\n\n2. Grants of the Lantern Fund:\n\n", "2023-06"),
        (
            "1. Grants were agreed in May 2023.\n\n2. Crime fell in July 2023.\n\n3. The Lantern Fund gave:\n\n",
            "2023-05",
        ),
        ("1. Grants of the Lantern Fund in 2022/23:\n\n", "2023-03"),
        ("1. Grants of the Lantern Fund in 2023-24:\n\n", "2023-10"),
        ("1. Grants of the Lantern Fund, 2021-2022:\n\n", "2022-03"),
        ("1. The Lantern Fund made these grants:\n\n", "2023-10"),
        ("1. The Lantern Fund, 2020-2030, made these grants:\n\n", "2023-10"),
    ],
)
def test_a_month_is_that_of_the_words_before(body: str, month: str) -> None:
    """The end of a period, the last month of a financial year, the nearest words on grants: else the meeting's month."""
    assert announced(news(body + LIST)) == month


def test_a_year_in_the_heading_of_an_appendix_is_the_years_folder() -> None:
    """“Appendix A: all grants 2022/23” belongs to that financial year, whenever the meeting is."""
    data = word_file(
        "T| Statement\nH1| News\nN0| It fell.\nH1| Appendix A: all grants 2022/23\nTABLE| header\n| Organisation | Purpose | Amount |\n"
        "| Mill | lamps | £500 |\n| Quay | nets | £750 |\n"
    )
    (one,) = from_paper(data, "u.docx", MEETING).rounds
    assert one.path == "entries/funding/2022-23/grants-march.yaml"


def test_the_month_is_not_taken_from_another_list() -> None:
    """When another list was made says nothing of this one."""
    text = f"1. The Harbour Fund gave in May 2023:\n\n{LIST}\n2. The Lantern Fund gave:\n\n{OTHER}"
    made = imported(news(text.replace("1. The", "1. Grants were agreed in July 2023.\n\n2. The", 1)))
    _, second = (one.text for one in made.files if "kind: funding-round" in one.text)
    assert "announced: 2023-07\n" in second
