"""Keys that lost their colon, and notes to oneself: `check --fix` never makes printed words of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_accidents import FILE, after_fix, findings_of, workspace

from pcp_reports.cli.app import run
from pcp_reports.findings import Severity
from pcp_reports.model import KEYS
from pcp_reports.placing import survey
from pcp_reports.source import read_source
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "one line": "text: Public words.\n",
    "a bar": "text: |\n  Public words.\n",
    "a bar, with a blank line": "text: |\n  Public words.\n\n",
    "a bar, not set in": "text: |\nPublic words.\n\n",
    "paragraphs without a bar": "text: Public words: these.\n\nMore.\n\n",
    "paragraphs beneath the key": "text:\nPublic words.\n\nMore.\n",
    "a title": "text: Public words.\ntitle: The Hub\n",
    "a title with a colon": "text: Public words.\ntitle: The Hub: a place\n",
}
WRONG = {
    "no colon": ("exempt\n  paragraph: 3\n  reason: Zebedee\n", True),
    "a slip": ("exemt\n  paragraph: 3\n  reason: Zebedee\n", True),
    "a capital": ("Exempt\n  paragraph: 3\n  reason: Zebedee\n", True),
    "a capital and a colon": ("Exempt:\n  paragraph: 3\n  reason: Zebedee\n", True),
    "a word more": ("Exempt matter\n  paragraph: 3\n  reason: Zebedee\n", False),
    "dashes": ("exempt\n  - paragraph: 3\n  - reason: Zebedee\n", False),
    "not set in": ("exempt\nparagraph: 3\nreason: Zebedee\n", False),
    "no colon anywhere": ("exempt\n  paragraph 3\n  reason Zebedee\n", False),
    "nothing beneath": ("exempt\n", False),
    "on one line": ("exempt paragraph 3\n", False),
    "on one line, with a slip": ("Exemt paragraph 3\n", False),
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("text", TEXTS)
def test_exempt_with_a_slip_is_never_made_into_words(text: str, wrong: str, tmp_path: Path) -> None:
    """Whatever I leave out of `exempt:`, --fix prints none of it: the entry ends exempt, or waits for me and is held."""
    typed, mended = WRONG[wrong]
    root = workspace(tmp_path, f"kind: statement\n{TEXTS[text]}{typed}")
    assert any(one.severity is Severity.ERROR for one in findings_of(root))
    left, values = after_fix(root)
    (filed,) = [one for one in survey(load(root)).register.entries if one.name == "hub"]
    if mended:
        assert "xem" not in (values["text"] + values.get("title", "")).casefold()
        assert [one.code for one in left if one.severity is Severity.ERROR] == []
        assert filed.model is not None
        assert filed.model.exempt is not None
    else:
        assert any(one.severity is Severity.ERROR for one in left)
        kept = (root / FILE).read_text(encoding="utf-8").replace(":", "")  # colons may be put in, lines are not moved
        assert kept.endswith("\n" + typed.replace(":", ""))
        assert filed.withheld or (filed.model is not None and filed.model.exempt is not None)


def test_a_key_alone_on_its_line_without_its_colon_is_mended_with_it(tmp_path: Path) -> None:
    """I forget the colon behind `stated` and `grants`: I am told so at each, and --fix puts them there."""
    typed = "kind: funding-round\nfund: Youth\nannounced: 2023-11\ntext: We did.\nstated\n  total: £4\ngrants\n  - recipient: Hub\n    purpose: tents\n    amount: £4\n    exempt\n      paragraph: 3\n      reason: r\n"
    root = workspace(tmp_path, typed)
    found = [(one.place.line, one.message, one.hint) for one in findings_of(root) if one.code == "Y114"]
    assert found == [
        (line, f"hub: a colon is missing after “{key}”.", f"Type: {key}:")
        for line, key in ((5, "stated"), (7, "grants"), (11, "exempt"))
    ]
    after_fix(root)
    meant = typed.replace("stated\n", "stated:\n").replace("grants\n", "grants:\n").replace("exempt\n", "exempt:\n")
    assert (root / FILE).read_text(encoding="utf-8") == meant


@pytest.mark.parametrize("text", ["text: We met: them\n", "text: We met them.\n", "text: One: a.\n\nTwo.\n"])
def test_a_key_without_its_colon_behind_a_text_is_a_key(text: str, tmp_path: Path) -> None:
    """`place Bacup` under my text is the place without its colon, and is not printed as the end of the text."""
    root = workspace(tmp_path, f"kind: engagement\n{text}place Bacup\n")
    (finding,) = [one for one in findings_of(root) if one.code == "Y114"]
    assert (finding.message, finding.hint) == ("hub: a colon is missing after “place”.", "Type: place: Bacup")
    after_fix(root)
    mended = (root / FILE).read_text(encoding="utf-8")
    assert mended.endswith("\nplace Bacup\n")
    root = workspace(tmp_path, mended.replace("place Bacup", "place: Bacup"))
    assert findings_of(root) == []


NOTES = {
    "words cut off": ("text: Clean-up day #YOU SAID  # ask Bob\n", 'text: "Clean-up day #YOU SAID"  # ask Bob\n'),
    "a colon": ("text: Hub: a place  # ask Bob\n", 'text: "Hub: a place"  # ask Bob\n'),
    "a missing colon": ("text The Hub  # ask Bob\n", "text: The Hub  # ask Bob\n"),
    "a missing space": ("text:The Hub  # ask Bob\n", "text: The Hub  # ask Bob\n"),
    "paragraphs": ("text: One.  # ask Bob\n\nTwo.\n", "text: |  # ask Bob\n  One.\n\n  Two.\n"),
    "paragraphs, a note at the end": ("text: One.\n\nTwo.\n# ask Bob\n", "text: |\n  One.\n\n  Two.\n# ask Bob\n"),
    "a bar, a note at the end": ("text: |\nOne.\n\n# ask Bob\n", "text: |\n  One.\n\n# ask Bob\n"),
    "a note between": ("text: |\nOne.\n# ask Bob\nTwo.\n", None),
    "a note behind a later paragraph": ("text: One.\n\nTwo.  # ask Bob\n", None),
    "a later line with a colon": (
        "text: One  # ask Bob\n  that goes on: here\n",
        "text: |  # ask Bob\n  One\n  that goes on: here\n",
    ),
}


@pytest.mark.parametrize("name", NOTES)
def test_a_note_to_myself_is_never_printed(name: str, tmp_path: Path) -> None:
    """What I noted for myself stays a note, or --fix leaves the lines to me; it never becomes words of the paper."""
    typed, mended = NOTES[name]
    root = workspace(tmp_path, f"kind: statement\n{typed}")
    _, values = after_fix(root)
    assert (root / FILE).read_text(encoding="utf-8") == "kind: statement\n" + (typed if mended is None else mended)
    if mended is not None:
        assert "Bob" not in values["text"]


def test_a_tag_is_named_as_i_typed_it(tmp_path: Path) -> None:
    """What I typed is named with its own letters, not with the address that YAML makes of it."""
    root = workspace(tmp_path, "kind: statement\ntitle: !!str a\ntext: Fine.\n")
    (finding,) = findings_of(root)
    assert "“!!str” at the beginning" in finding.message
    assert "yaml.org" not in finding.message + finding.hint


def test_the_lines_that_fix_shows_are_the_lines_of_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """I see how far in each line stands, and the lines that get another meaning though no letter of them changes."""
    root = workspace(tmp_path, "kind: statement\ntext: |\nWords.\nexempt\n  paragraph: 3\n  reason: r\n")
    run(["-C", str(root), "check", "--fix"])
    shown = capsys.readouterr().err
    assert "    - Words.\n    +   Words.\n" in shown
    assert "    - exempt\n    + exempt:\n        paragraph: 3\n        reason: r\n" in shown


def test_the_first_line_that_is_offered_can_be_read(tmp_path: Path) -> None:
    """A slip in the key and a colon in the words: the line that I am told to type has neither."""
    root = workspace(tmp_path, "kind: statement\ntitel: Visit: the harbour\ntext: Fine.\n")
    found = findings_of(root)
    assert (found[0].code, found[0].hint) == ("M103", 'Type: title: "Visit: the harbour"')
    left, values = after_fix(root)
    assert (left, values["title"]) == ([], "Visit: the harbour")
    root = workspace(tmp_path, 'kind: statement\ntitel: "He said "no" twice"\ntext: Fine.\n')
    (slip,) = [one for one in findings_of(root) if one.code == "M103"]
    assert (slip.hint, slip.fix) == ("Type “title” in its place.", None)


@pytest.mark.parametrize(
    ("typed", "named", "hint"),
    [
        ('kind: statement\ntext: ""\n', "text", "Fill it in behind its colon."),
        ("kind: funding-round\nfund: Youth\nannounced: 2023-11\ntext: a\ngrants: []\n", "grants", "Fill it in beneath it, set in by two spaces."),
    ],
)  # fmt: skip
def test_a_key_with_nothing_behind_it_is_empty_and_not_missing(
    typed: str, named: str, hint: str, tmp_path: Path
) -> None:
    """Where the key stands already I am told to fill it in, not to add the key a second time."""
    root = workspace(tmp_path, typed)
    (finding,) = [one for one in findings_of(root) if one.code == "M104"]
    assert f"“{named}” is empty: " in finding.message
    assert finding.hint == hint


def test_empty_sections_and_items_of_a_paper_are_empty_and_not_missing(tmp_path: Path) -> None:
    """`sections: []` and `items: []` are there, and empty: I am told so."""
    root = workspace(tmp_path, "kind: statement\ntext: Fine.\n")
    for typed, named in (
        ("sections: []\n", "sections"),
        ("sections:\n  - heading: News\n    items: []\n", "items"),
    ):
        (root / "entries/2024-01-15/paper.yaml").write_text(f"kind: paper\ntitle: Update\n{typed}", encoding="utf-8", newline="\n")  # fmt: skip
        (finding,) = [one for one in findings_of(root) if one.code == "M104"]
        assert f"“{named}” is empty: " in finding.message
        assert finding.hint == "Fill it in beneath it, set in by two spaces."


@pytest.mark.parametrize(
    ("typed", "line"),
    [("£53,879", "total: £53,879"), ("over £62k", "total: over £62k"), ("6", 'projects: "6"'), ("Youth Fund", "covers: Youth Fund")],
)  # fmt: skip
def test_words_in_the_place_of_a_claim_are_answered_with_the_lines(typed: str, line: str, tmp_path: Path) -> None:
    """`stated: £53,879` lacks the key of what is stated: I am shown both lines, and they are read as I meant."""
    entry = "kind: funding-round\nfund: Youth\nannounced: 2023-11\ntext: a\nstated: {}\ngrants:\n  - recipient: Hub\n    purpose: tents\n    amount: £4\n"
    root = workspace(tmp_path, entry.format(typed))
    (finding,) = [one for one in findings_of(root) if one.code == "M106"]
    assert finding.hint == f"Type: stated: ⏎   {line}"
    data = entry.replace(" {}", f"\n  {line}").encode()
    assert read_source(data, FILE, KEYS).findings == ()
    root = workspace(tmp_path, data.decode())
    assert [one for one in findings_of(root) if one.code == "M106"] == []
