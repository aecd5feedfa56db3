"""Bad Word files, a folder for each code: what lint, filling, read-back and `template new` say of them, compared whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sample_paper import BRIEFING, PAPER

from pcp_reports.catalogue import RULES
from pcp_reports.findings import Finding
from pcp_reports.word.fill import fill
from pcp_reports.word.lint import lint
from pcp_reports.word.package import read_parts
from pcp_reports.word.read_back import read_back
from pcp_reports.word.template import from_paper

if TYPE_CHECKING:
    from collections.abc import Callable

BAD = Path(__file__).parent.parent / "data" / "bad"
FOLDERS = sorted(path for path in BAD.iterdir() if path.name.startswith("W"))
DOCUMENTS = {"panel-update": PAPER, "partnership-briefing": BRIEFING}
ELSEWHERE = {
    "W307": "tests/word/test_fill.py",
    "W501": "tests/cli/test_build.py",
    "W502": "tests/cli/test_build.py",
    "W503": "tests/cli/test_build.py",
    "W504": "tests/cli/test_build.py",
    "W505": "tests/cli/test_build.py",
    "W506": "tests/cli/test_build.py",
    "W601": "tests/papers/test_reading_word.py",
    "W602": "tests/papers/test_reading_word.py",
    "W603": "tests/papers/test_reading_word.py",
    "W604": "tests/importing/test_paper_import_struck.py",
    "W611": "tests/papers/test_opening.py",
    "W612": "tests/papers/test_opening.py",
    "W613": "tests/papers/test_opening.py",
    "W614": "tests/papers/test_opening.py",
    "W615": "tests/papers/test_opening.py",
    "W616": "tests/papers/test_opening.py",
    "W617": "tests/papers/test_reading_pdf.py",
    "W618": "tests/papers/test_reading_pdf.py",
    "W619": "tests/papers/test_reading_text.py",
    "W701": "tests/cli/test_compare_command.py",
    "W702": "tests/comparing/test_comparing_words.py",
    "W703": "tests/comparing/test_comparing_words.py",
    "W704": "tests/comparing/test_comparing_words.py",
    "W705": "tests/comparing/test_comparing_words.py",
    "W706": "tests/comparing/test_comparing_words.py",
    "W707": "tests/comparing/test_comparing_figures.py",
    "W708": "tests/comparing/test_comparing_words.py",
    "W711": "tests/comparing/test_applying.py",
}
"""Codes that no single Word file shows: they are about a drive, a program that holds a file, the entries' own words, or a paper that is read."""


def findings(made: object) -> list[Finding]:
    """Return what was found, where something was."""
    if isinstance(made, Finding):
        return [made]
    return made if isinstance(made, list) else []


HOW: dict[str, Callable[[bytes, str], object]] = {
    "lint": lambda data, layout: lint(data, "template.docx", layout=layout),
    "fill": lambda data, layout: fill(DOCUMENTS[layout], data, "template.docx", draft=None),
    "read_back": lambda data, layout: read_back(data, DOCUMENTS[layout], "paper.docx"),
    "from_paper": lambda data, layout: from_paper(data, "paper.docx", layout=layout),
    "read_parts": lambda data, _: read_parts(data, "file.docx"),
}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_fault_of_a_word_file_is_said_in_the_same_words(folder: Path) -> None:
    """The code that the folder is named for is found, and everything said of the file is what it was."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    (file,) = folder.glob("*.docx")
    found = findings(HOW[expected["how"]](file.read_bytes(), expected["layout"]))
    said = [{"code": one.code, "path": one.place.path, "message": one.message, "hint": one.hint} for one in found]
    assert said == expected["findings"]
    assert folder.name[:4] in {one.code for one in found}


def test_every_code_of_word_files_has_its_folder() -> None:
    """No code is without a bad file that shows it, but those that a file alone cannot show."""
    assert {folder.name[:4] for folder in FOLDERS} == {code for code in RULES if code.startswith("W")} - set(ELSEWHERE)
