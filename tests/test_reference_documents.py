"""The two real documents that the product must carry, built from their entries and read by another program."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from judges import complaints

from pcp_reports.building import make
from pcp_reports.checks import check
from pcp_reports.ledger import ledger
from pcp_reports.placing import survey
from pcp_reports.stated.judged import judged
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pcp_reports.findings import Finding

UPDATE, BRIEFING = "2023-10-03", "prosper-partnership"
PUBLISHED, DECK = "003_15c0aae8e3ce8794.txt", "000_2631f9bedc1bcbba.txt"


def built(workspace: Path, paper: str) -> bytes:
    """Return a paper of a workspace as Word."""
    made = make(survey(load(workspace, keep=True)), paper, workspace, draft=False)
    assert made.data is not None, made.findings
    return made.data


def plain(line: str) -> str:
    """Return a line as both documents have it: without number, bullet, address, closing stop, case and kind of dash."""
    words = re.sub(r"<https?://[^>]*>", "", line.replace("\ufeff", ""))
    words = re.sub(r"^\s*(?:\d+\.\s|[•\-–]\s)\s*", "", words)
    words = re.sub(r"\s*[‐-―-]\s*", "-", words)
    return re.sub(r"\s+", " ", words).strip().rstrip(".").strip().casefold()


def number_of(line: str) -> str | None:
    """Return the number that a line begins with."""
    found = re.match(r"\ufeff?\s*(\d+)\.\s", line)
    return found[1] if found else None


def test_the_reference_workspace_gives_the_verdicts_worked_by_hand(reference: Path) -> None:
    """Both real documents, as entries, are accepted, with the four warnings and three notes of the hand-worked table."""
    findings = check(survey(load(reference)))
    deck = "entries/prosper-partnership/prosper.yaml"
    told = [(one.code, one.severity.value, one.place.path, words_at(reference, one)) for one in findings]
    assert sorted(told) == sorted(
        [
            ("G201", "warning", "entries/funding/2023-24/slnf-september.yaml", "£53,879"),
            ("F305", "warning", deck, "342"),
            ("F310", "warning", deck, "up 18%"),
            ("F310", "warning", deck, "up 24%"),
            ("F311", "note", deck, "up 16%"),
            ("F311", "note", deck, "up 18%"),
            ("F301", "note", deck, "down £296,290"),
        ]
    )


def words_at(workspace: Path, finding: Finding) -> str:
    """Return what is typed where a finding stands: a figure, or the figure with the word before it."""
    line = (workspace / finding.place.path).read_text(encoding="utf-8").split("\n")[finding.place.line - 1]
    found = re.match(r"(?:up |down )?[£\d][\d,%k]*", line[finding.place.column - 1 :])
    return found[0] if found else line[finding.place.column - 1 :]


def test_what_the_update_says_of_its_grants_is_judged_as_by_hand(reference: Path) -> None:
    """£69k agrees when rounded; £53,879 to 6 projects is right of the Community Fund."""
    rounds = {one.filed.name: judged(one) for one in ledger(survey(load(reference))).rounds}
    told = {
        name: [(one.total_words, one.count_words, one.covers, one.verdict.value) for one in claims]
        for name, claims in rounds.items()
    }
    assert told == {
        "slnf-august": [("£69k", None, (), "agrees_rounded")],
        "slnf-september": [("£53,879", "6", ("Community Fund",), "agrees")],
    }


def test_the_update_shows_every_published_line_in_order(
    reference: Path, shared: Path, text_by_office: Callable[[Sequence[bytes]], list[str]]
) -> None:
    """What LibreOffice prints of the built paper has every line of the published one, in order, numbered as published."""
    (printed,) = text_by_office([built(reference, UPDATE)])
    shown = [line for line in printed.splitlines() if line.strip()]
    published = [
        line for line in (shared / "reference" / PUBLISHED).read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    at = 0
    for line in published:
        found = next((number for number in range(at, len(shown)) if plain(shown[number]) == plain(line)), None)
        assert found is not None, f"missing or out of order: {line}"
        assert number_of(shown[found]) == number_of(line), line
        at = found + 1
    assert [number_of(line) for line in shown if number_of(line)] == [str(number) for number in range(1, 14)]
    assert len(shown) == len(published), "the paper prints lines that were not published"


def test_the_update_keeps_the_address_of_its_link(reference: Path) -> None:
    """The link of paragraph 2 leads to the page that was published."""
    path = "https://www.lancashire-pcc.gov.uk/transparency/meetings-reports/accountability-board-meeting/"
    data = built(reference, UPDATE)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert path.encode() in archive.read("word/_rels/document.xml.rels")


@pytest.mark.parametrize("paper", [UPDATE, BRIEFING])
def test_both_validators_accept_what_is_built(reference: Path, tmp_path: Path, paper: str) -> None:
    """Neither Microsoft's own rules nor the second validator find anything against the real papers or the example's."""
    for workspace in (reference, Path(__file__).parent.parent):
        assert complaints(built(workspace, paper), tmp_path) == []
    surveyed = survey(load(reference, keep=True))
    draft = make(surveyed, paper, reference, draft=True)
    assert draft.data is not None
    assert complaints(draft.data, tmp_path) == []


DECK_SAYS = (
    "10%",
    "4",
    "371",
    "52%",
    "47%",
    "125",
    "549",
    "101",
    "102 years",
    "£372k",
    "£4.5 Million",
    "70%",
    "up 18%",
    "71%",
    "up 24%",
    "75%",
    "up 16%",
    "78%",
    "up 74%",
    "down 12%",
    "down 4%",
    "down 24%",
    "down 10%",
    "£296,290",
    "2022",
    "£132,650",
    "£54,000",
    "£25,260",
    "342",
    "7",
    "40 months",
    "45 months",
    "12 months",
    "6 years",
    "27 months",
    "6 months",
    "Concerned in the supply of Class A drugs",
    "Possession with intent to supply Class A drugs",
    "PWITS and concerned",
    "Mental disorder",
    "Possession with intent to supply Class B drugs",
    "Civil injunction to not enter Fleetwood (indefinite)",
    "We do not trust the police",
    "I want a drug dealers house to turn into a community hub",
    "Insp Wyatt",
    "He wants a bloody what!?!?",
    "Director Regenda Housing",
    "Things are getting done",
    "The Police care about us and we feel safe",
    "September 2023",
    "Flakefleet Primary School",
)


def test_the_briefing_carries_every_figure_quotation_sentence_and_order(
    reference: Path, text_by_office: Callable[[Sequence[bytes]], list[str]]
) -> None:
    """Nothing that the deck says in figures, quotations, sentences or orders is lost in the briefing."""
    (printed,) = text_by_office([built(reference, BRIEFING)])
    folded = re.sub(r"\s+", " ", printed).casefold()
    missing = [words for words in DECK_SAYS if not re.search(rf"(?<![\w£]){re.escape(words.casefold())}(?!\w)", folded)]
    assert missing == []
    phases = [folded.index(f" {phase} ") for phase in ("scanning", "analysis", "response", "assessment")]
    assert phases == sorted(phases)


def test_the_totals_are_those_worked_out_by_hand(reference: Path) -> None:
    """August comes to £69,267 and September to £73,719, strand by strand."""
    done = subprocess.run(
        [sys.executable, "-m", "pcp_reports", "-C", str(reference), "totals", UPDATE, "--format", "json"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    rounds = json.loads(done.stdout)["rounds"]
    assert [(one["total"], one["grants"], one["projects"]) for one in rounds] == [
        ("69267.00", 9, 10),
        ("73719.00", 8, 8),
    ]
    assert [[(strand["name"], strand["total"]) for strand in one["strands"]] for one in rounds] == [
        [("Community Fund", "62523.00"), ("Police Innovation Fund", "6744.00")],
        [("Community Fund", "53879.00"), ("Police Innovation Fund", "1840.00"), ("Fighting Crime Grants", "18000.00")],
    ]


@pytest.mark.parametrize("paper", [UPDATE, BRIEFING])
def test_the_same_entries_make_the_same_bytes_everywhere(tmp_path: Path, paper: str) -> None:
    """The paper is the same to the byte in another folder, process, time zone, locale and hash seed."""
    example = Path(__file__).parent.parent
    made = []
    for number, (zone, locale, seed) in enumerate(
        [("UTC", "C", "0"), ("Pacific/Auckland", "cy_GB.UTF-8", "1"), ("America/New_York", "tr_TR.UTF-8", "77")]
    ):
        folder = tmp_path / f"{'deep/' * number}workspace {number}"
        for name in ("entries", "templates"):
            shutil.copytree(example / name, folder / name)
        environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "LANG": locale, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-m", "pcp_reports", "build", paper],
            check=True,
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
        )
        made.append((folder / done.stdout.strip()).read_bytes())
    assert made[0] == made[1] == made[2]
