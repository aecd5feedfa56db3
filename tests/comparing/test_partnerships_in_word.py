"""A briefing edited in Word: its objectives, sentences, civil orders and quotations lead back to their own keys."""

from __future__ import annotations

import difflib
import shutil
from typing import TYPE_CHECKING

import pytest
from built_papers import EXAMPLE
from word_edits import Edited

from pcp_reports.building import make
from pcp_reports.comparing.applying import plan
from pcp_reports.comparing.comparison import compare
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.comparing.applying import Plan
    from pcp_reports.placing import Survey

NAME = "prosper-partnership"
OBJECTIVE = (
    "To win back confidence by having many agencies disrupt crime and enforce the law together in one small area, and by"
    " letting everybody know."
)


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Survey, bytes]:
    """Return the example workspace and its briefing as built."""
    root = tmp_path_factory.mktemp("briefing")
    for folder in ("entries", "templates"):
        shutil.copytree(EXAMPLE / folder, root / folder)
    surveyed = survey(load(root, keep=True))
    data = make(surveyed, NAME, root, draft=False).data
    assert data is not None
    return root, surveyed, data


def planned(briefing: tuple[Path, Survey, bytes], *typed: tuple[str, str]) -> tuple[Plan, list[str]]:
    """Return what --apply would write once words were typed over others, and the lines that come into the entries."""
    root, surveyed, data = briefing
    edited = Edited(data)
    for old, new in typed:
        edited.replace(old, new)
    made = plan(compare(surveyed, NAME, root, edited.saved(), "edited.docx"), surveyed, root)
    lines: list[str] = []
    for path, new_bytes in made.files.items():
        before = (root / path).read_text(encoding="utf-8").splitlines()
        rows = difflib.ndiff(before, new_bytes.decode().splitlines())
        lines += [row[2:].strip() for row in rows if row[0] == "+"]
    return made, lines


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        (
            [("To win back confidence by", "To regain confidence by")],
            [OBJECTIVE.replace("win back", "regain")],
        ),
        (
            [("lost faith in the police", "lost trust in the police")],
            ["- words: Reported view – residents had lost trust in the police"],
        ),
        (
            [("– Insp Wyatt", "– Chief Insp Wyatt"), ("a dealer's house should", "a dealer's home should")],
            [
                "- words: Reported view – a dealer's home should be turned over to the community",
                "by: Chief Insp Wyatt",
            ],
        ),
        (
            [("Injunction that bars", "Order that bars")],
            ["- Order that bars a person from Fleetwood, without an end date"],
        ),
        ([("45 months – Possession", "46 months – Possession")], ["- term: 46 months"]),
        (
            [("with intent to supply Class B", "intending to supply Class B")],
            ["offence: Possession intending to supply Class B drugs"],
        ),
        ([("Prosper Partnership in Fleetwood", "Prosper Partnership in the town")], None),
    ],
)
def test_each_part_goes_back_into_its_own_key(
    briefing: tuple[Path, Survey, bytes], typed: list[tuple[str, str]], lines: list[str] | None
) -> None:
    """Words changed in an objective, a sentence, an order, a quotation or the title are written there, and nowhere else."""
    made, come = planned(briefing, *typed)
    assert made.left == ()
    assert come == (["title: The Prosper Partnership in the town"] if lines is None else lines)


@pytest.mark.parametrize("lead", ["Our objective: ", "Objective – "])
def test_words_that_the_tool_sets_in_front_are_left(briefing: tuple[Path, Survey, bytes], lead: str) -> None:
    """“Objective:” is no word of the entry: I hear that, and nothing is written."""
    made, _ = planned(briefing, ("Objective: ", lead))
    (left,) = made.left
    assert (made.files, left.why) == ({}, "“Objective:” in front of it is the tool's own")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" – Director Regenda Housing", " – "),
        (" – Director Regenda Housing", ""),
        ("Reported view – promises are being kept", ""),
        ("Insp Wyatt", "Insp Wyatt – Fleetwood – Wyre"),
    ],
)
def test_a_part_that_went_is_left(briefing: tuple[Path, Survey, bytes], old: str, new: str) -> None:
    """A quotation without its words or without who said it is mine to decide: no key is emptied."""
    made, _ = planned(briefing, (old, new))
    assert made.files == {}
    assert [bool(one.why) for one in made.left] == [True]
