"""The accidents of typed and pasted prose: each is answered with the line as it should be, and mended where it is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pcp_reports.checks import check
from pcp_reports.findings import Severity
from pcp_reports.mending import mend
from pcp_reports.model import KEYS
from pcp_reports.placing import survey
from pcp_reports.source import read_source
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.findings import Finding

OFFICE = "kind: office\nname: Office of the Police and Crime Commissioner\n"
PAPER = "kind: paper\ntitle: Update\nsections:\n  - heading: Headlines\n    items:\n      - hub\n"
FILE = "entries/2024-01-15/hub.yaml"


def workspace(root: Path, entry: str) -> Path:
    """Return a workspace with one entry, typed as given."""
    files = {"entries/office.yaml": OFFICE, "entries/2024-01-15/paper.yaml": PAPER, FILE: entry}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    return root


def findings_of(root: Path) -> list[Finding]:
    """Return what `check` finds."""
    return check(survey(load(root)))


def after_fix(root: Path) -> tuple[list[Finding], dict[str, str]]:
    """Return what is still wrong after `check --fix`, and the values of the entry."""
    for _ in range(12):
        if not mend(root, findings_of(root)).written:
            break
    source = read_source((root / FILE).read_bytes(), FILE, KEYS)
    values = {str(key): str(value).strip() for key, value in (source.root or {}).items()}
    return findings_of(root), values


# Typed behind "title: " in a statement: what is typed, the code, and what the line should be. The value is as typed.
IN_A_TITLE = [
    ("The Hub: a youth space", "Y110", '"The Hub: a youth space"'),
    ("Hub: one: two: three", "Y110", '"Hub: one: two: three"'),
    ("The following:", "Y110", '"The following:"'),
    ("Hub: a #youth space", "Y110", '"Hub: a #youth space"'),
    ("“Hub: a space”", "Y110", '"“Hub: a space”"'),
    ('The "Hub": a space', "Y110", "'The \"Hub\": a space'"),
    ("See https://example.org: the site", "Y110", '"See https://example.org: the site"'),
    ('"The Station" opened its doors', "Y111", "'\"The Station\" opened its doors'"),
    ("'The Station' opened its doors", "Y111", "\"'The Station' opened its doors\""),
    ('"The Station": a club', "Y111", "'\"The Station\": a club'"),
    ("{{ total }} was given", "Y112", '"{{ total }} was given"'),
    ("{{ total }}", "Y112", '"{{ total }}"'),
    ("{draft} of the report", "Y112", '"{draft} of the report"'),
    ("[Draft] The Station", "Y112", '"[Draft] The Station"'),
    ("[the minutes](https://example.org/a) say so", "Y112", '"[the minutes](https://example.org/a) say so"'),
    ("@BarsetPolice asks", "Y113", '"@BarsetPolice asks"'),
    ("%age of calls", "Y113", '"%age of calls"'),
    ("&c. and more", "Y113", '"&c. and more"'),
    ("*Important* visit", "Y113", '"*Important* visit"'),
    ("**Important** visit", "Y113", '"**Important** visit"'),
    ("> 400 people came", "Y113", '"> 400 people came"'),
    (">400 people came", "Y113", '">400 people came"'),
    ("`code` red", "Y113", '"`code` red"'),
    ("? what is it", "Y113", '"? what is it"'),
    ("- the Station", "Y113", '"- the Station"'),
    (", and so on", "Y113", '", and so on"'),
    ("| a table | of sorts |", "Y113", '"| a table | of sorts |"'),
    ("Clean-up day #YOU SAID", "Y117", '"Clean-up day #YOU SAID"'),
    ("#YouSaid day", "Y117", '"#YouSaid day"'),
    ("Top of the list #1", "Y117", '"Top of the list #1"'),
    ("!Important news", "Y121", '"!Important news"'),
    ("&harbour The harbour", "Y121", '"&harbour The harbour"'),
    ("*", "Y113", '"*"'),
    ("'One' and 'two'", "Y111", "\"'One' and 'two'\""),
    ('"Hello" and "bye"', "Y111", '\'"Hello" and "bye"\''),
    ('"Harbour" Traders, and "others"', "Y111", '\'"Harbour" Traders, and "others"\''),
    ("!!str of pearls", "Y121", '"!!str of pearls"'),
]


@pytest.mark.parametrize(("typed", "code", "shown"), IN_A_TITLE)
def test_words_that_yaml_takes_for_its_own_are_mended(typed: str, code: str, shown: str, tmp_path: Path) -> None:
    """I type or paste a title as it is; I am shown the line as it should be, and --fix keeps every word of it."""
    root = workspace(tmp_path, f"kind: statement\ntitle: {typed}\ntext: Fine.\n")
    (finding,) = findings_of(root)
    assert (finding.code, finding.place.line, finding.severity) == (code, 2, Severity.ERROR)
    assert finding.hint == f"Type: title: {shown}"
    left, values = after_fix(root)
    assert left == []
    assert values == {"kind": "statement", "title": typed, "text": "Fine."}
    assert (root / FILE).read_text(encoding="utf-8") == f"kind: statement\ntitle: {shown}\ntext: Fine.\n"


@pytest.mark.parametrize(
    "typed",
    [
        "C# and F#",
        "10:30 in the morning",
        "R&D",
        "a -> b",
        "50%",
        'It\'s a "club"',
        "–5°",
        "-5 degrees",
        "“Hub” opened",
    ],
)
def test_words_that_yaml_reads_as_they_are_are_left_alone(typed: str, tmp_path: Path) -> None:
    """A sign in the middle of words is no fault, and nobody asks me about it."""
    root = workspace(tmp_path, f"kind: statement\ntitle: {typed}\ntext: Fine.\n")
    assert findings_of(root) == []
    assert after_fix(root)[1]["title"] == typed


# Whole entries, less the line of the kind: what is typed, the codes said at first, and the values meant.
WHOLE = {
    "a colon that is missing": ("title The Hub\ntext: Fine.\n", ["Y114"], {"title": "The Hub", "text": "Fine."}),
    "a space that is missing": ("title:The Hub\ntext: Fine.\n", ["Y114"], {"title": "The Hub", "text": "Fine."}),
    "a semicolon for the colon": ("title; The Hub\ntext: Fine.\n", ["Y114"], {"title": "The Hub", "text": "Fine."}),
    "an equals sign for the colon": ("title = The Hub\ntext: Fine.\n", ["Y114"], {"title": "The Hub", "text": "Fine."}),
    "a dash for the colon": ("title – The Hub\ntext: Fine.\n", ["Y114"], {"title": "The Hub", "text": "Fine."}),
    "a colon of East Asian type": ("title\uff1aThe Hub\ntext: Fine.\n", ["Y114"], {"title": "The Hub", "text": "Fine."}),
    "a bar without a colon": ("text |\n  Fine.\n", ["Y114"], {"text": "Fine."}),
    "a bar against the colon": ("text:|\n  Fine.\n", ["Y114"], {"text": "Fine."}),
    "the last key without its colon": ("text: |\n  Fine.\n\ntitle The Hub\n", ["Y114"], {"text": "Fine.", "title": "The Hub"}),
    "words behind the bar": ("text: | Fine.\n", ["Y113"], {"text": "Fine."}),
    "words behind the bar and beneath": ("text: | One.\n  Two.\n", ["Y116"], {"text": "One.\nTwo."}),
    "words behind the other bar": ("text: > One.\n  Two.\n", ["Y116"], {"text": "One.\nTwo."}),
    "a text that is not set in": ("text: |\nOne.\n\nTwo.\n", ["Y116"], {"text": "One.\n\nTwo."}),
    "a text not set in, with a colon": ("text: |\nOne: two.\n\nThree.\n", ["Y116"], {"text": "One: two.\n\nThree."}),
    "a text set in at the top alone": ("text: |\n  One.\n\nTwo.\n\n  Three.\n", ["Y116"], {"text": "One.\n\nTwo.\n\nThree."}),
    "a text whose top is set in further": ("text: |\n    One.\n  Two.\n", ["Y116"], {"text": "One.\nTwo."}),
    "bullets that are not set in": ("text: |\n  They said:\n\n- one\n- two: three\ndate: 2023-10\n", ["Y116"],
                                    {"text": "They said:\n\n- one\n- two: three", "date": "2023-10"}),
    "paragraphs without a bar": ("text: One.\n\nTwo.\ntitle: Hub\n", ["Y116"], {"text": "One.\n\nTwo.", "title": "Hub"}),
    "paragraphs without a bar, with colons": ("text: One: a.\n\nTwo: b.\n\nThree.\n", ["Y116"], {"text": "One: a.\n\nTwo: b.\n\nThree."}),
    "paragraphs without a bar, set in": ("text: One: a.\n\n  Two.\n", ["Y116"], {"text": "One: a.\n\nTwo."}),
    "paragraphs beneath the key": ("text:\nOne.\n\nTwo.\ntitle: Hub\n", ["Y116"], {"text": "One.\n\nTwo.", "title": "Hub"}),
    "paragraphs set in beneath the key": ("text:\n  One: a.\n\n  Two.\n", ["Y116"], {"text": "One: a.\n\nTwo."}),
    "paragraphs that begin with a quotation": ('text: "Safe," she said.\n\n  "And sound," he said.\n', ["Y116"],
                                               {"text": '"Safe," she said.\n\n"And sound," he said.'}),
    "paragraphs that begin with an apostrophe": ("text: 'Tis one.\n\n  Two.\n", ["Y116"], {"text": "'Tis one.\n\nTwo."}),
    "paragraphs that begin with a link": ("text: [a](https://b.example) one.\n\nTwo.\n", ["Y116"], {"text": "[a](https://b.example) one.\n\nTwo."}),
    "paragraphs that begin with a placeholder": ("title: Hub\ntext: {{ title }} one.\n\nTwo.\n", ["Y116"],
                                                 {"title": "Hub", "text": "{{ title }} one.\n\nTwo."}),
    "bullets without a bar": ("text: They want\n\n  - one\n  - two\n", ["Y116"], {"text": "They want\n\n- one\n- two"}),
    "bullets without a bar, behind a colon": ("text: They want:\n- one\n- two\n", ["Y116"], {"text": "They want:\n- one\n- two"}),
    "keys with capitals": ("Text: Fine.\nTITLE: Hub\n", ["M103", "M103"], {"text": "Fine.", "title": "Hub"}),
    "a tab behind a key": ("title:\tHub\ntext: Fine.\n", ["Y106"], {"title": "Hub", "text": "Fine."}),
    "tabs for the indent of a text": ("text: |\n\tOne.\n\tTwo.\n", ["Y106", "Y106"], {"text": "One.\nTwo."}),
    "a tab beside spaces in a text": ("text: |\n  They said:\n\n\t- one\n", ["Y106"], {"text": "They said:\n\n- one"}),
    "a no-break space behind a key": ("title:\u00a0Hub\ntext: Fine.\n", ["Y108"], {"title": "Hub", "text": "Fine."}),
    "no-break spaces for the indent": ("text: |\n\u00a0\u00a0One.\n\u00a0\u00a0Two.\n", ["Y108", "Y108"], {"text": "One.\nTwo."}),
    "a line of three dots": ("title: Hub\n...\ntext: Fine.\n", ["Y122"], {"title": "Hub", "text": "Fine."}),
    "a colon in a later line": ("title: A long one\n  that goes on: here\ntext: Fine.\n", ["Y110"],
                                {"title": "A long one that goes on: here", "text": "Fine."}),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_an_accident_is_said_once_and_mended_as_it_was_meant(name: str, tmp_path: Path) -> None:
    """After --fix my entry says what I meant, in as many paragraphs, and nothing is left to mend."""
    typed, codes, meant = WHOLE[name]
    root = workspace(tmp_path, f"kind: statement\n{typed}")
    assert [finding.code for finding in findings_of(root)] == codes
    left, values = after_fix(root)
    assert left == []
    assert values == {"kind": "statement", **meant}


LISTS = {
    "no space behind the dashes": "with:\n-Police\n-Council\n",
    "no space behind the dashes, set in": "with:\n  -Police\n  -Council\n",
    "long dashes": "with:\n  – Police\n  – Council\n",
    "Word's own bullets": "with:\n  •\tPolice\n  •\tCouncil\n",
    "bullets without a space": "with:\n  •Police\n  •Council\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_pasted_from_word_become_lists(name: str, tmp_path: Path) -> None:
    """Bullets that Word made are not run together into one name: --fix makes them the items that I see."""
    root = workspace(tmp_path, f"kind: engagement\n{LISTS[name]}text: Fine.\n")
    assert any(finding.severity is Severity.ERROR for finding in findings_of(root))
    left, values = after_fix(root)
    assert left == []
    assert values["with"] == "['Police', 'Council']"


# What could be meant in two ways: shown, never written.
UNCERTAIN = {
    "a quotation mark never closed": ('title: "The Hub\ntext: Fine.\n', "Y111", "Type: title: The Hub"),
    "an apostrophe never closed": ("title: 'Tis late\ntext: Fine.\n", "Y111", "Type: title: \"'Tis late\""),
    "a quotation within a quotation": ('title: "He said "no" twice"\ntext: Fine.\n', "Y111", "Type: title: '\"He said"),
    "a note behind a paragraph": ("text: One.\n\nTwo.  # ask Bob\n", "Y116", "Type: text: |"),
    "words or a key": ("title: Hub\ntext: We met: them.\n\nAgain\nplace of work\n", "Y116", "Type: text: |"),
    "a path of Windows": ('title: "C:\\Users\\me"\ntext: Fine.\n', "Y111", "Type: title: '\"C:\\Users\\me\"'"),
    "a bracket never closed": ("title: [Draft hub\ntext: Fine.\n", "Y112", 'Type: title: "[Draft hub"'),
    "a note or words": ("title: Hub # of Port\ntext: Fine.\n", "Y118", 'If it belongs to the words, type: title: "Hub # of Port"'),
    "a line too far in": ("title: Hub\n  owner: Jo\ntext: Fine.\n", "Y115", "Begin the line at the very left: owner: Jo"),
    "a line not far enough in": (" title: Hub\ntext: Fine.\n", "Y115", "Begin the line at the very left: title: Hub"),
    "a key twice": ("title: Hub\ntitle: Pub\ntext: Fine.\n", "Y120", "Keep one of the two."),
    "a rule of dashes": ("title: Hub\n---\ntext: Fine.\n", "Y122", "Take the line out."),
    "a title over two lines": ("title: Hub\nof Port\ntext: Fine.\n", "Y116", "Type: title: |"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNCERTAIN)
def test_what_could_be_meant_in_two_ways_is_shown_and_left_alone(name: str, tmp_path: Path) -> None:
    """Where only I can know what I meant, I am shown what to type, and --fix keeps its hands off my file."""
    typed, code, hint = UNCERTAIN[name]
    root = workspace(tmp_path, f"kind: statement\n{typed}")
    (finding,) = findings_of(root)
    assert finding.code == code
    assert finding.hint.startswith(hint)
    assert finding.fix is None
    after_fix(root)
    assert (root / FILE).read_bytes() == f"kind: statement\n{typed}".encode()


def test_apostrophes_inside_a_quoted_value_are_kept(tmp_path: Path) -> None:
    """A name that I put in single quotation marks may hold an apostrophe: the marks were for YAML, the words are mine."""
    root = workspace(tmp_path, "kind: statement\ntitle: 'The Station's club'\ntext: Fine.\n")
    left, values = after_fix(root)
    assert left == []
    assert values["title"] == "The Station's club"


GRANTS = """\
kind: funding-round
fund: Youth Fund
announced: 2023-11
text: "We did it," said the Commissioner.
grants:
  - recipient: The Hub: a youth space
    purpose: 'Night' and day
    amount: £4,000
  - recipient: @Home
   purpose: repairs #1
    amount: £10,000  # as agreed
  - recipient: Mill Trust
    purpose:a worker
    amount £2,500
"""


def test_all_accidents_of_a_file_are_said_at_once(tmp_path: Path) -> None:
    """I mend a whole page in one go: no fault hides behind another."""
    root = workspace(tmp_path, GRANTS)
    (root / "entries" / "office.yaml").write_text(OFFICE + "funds:\n  Youth Fund:\n", encoding="utf-8", newline="\n")
    found = [(one.code, one.place.line) for one in findings_of(root)]
    assert found == [("Y111", 4), ("Y110", 6), ("Y111", 7), ("Y113", 9), ("Y115", 10), ("Y117", 10), ("Y114", 13), ("Y114", 14)]  # fmt: skip
    left, _ = after_fix(root)
    assert [(one.code, one.place.line) for one in left] == [("Y115", 10), ("Y117", 10)]  # the indent is for me to say
    mended = (root / FILE).read_text(encoding="utf-8").split("\n")
    assert mended[3] == "text: '\"We did it,\" said the Commissioner.'"
    assert mended[5] == '  - recipient: "The Hub: a youth space"'
    assert mended[6] == "    purpose: \"'Night' and day\""
    assert mended[8] == '  - recipient: "@Home"'
    assert mended[10] == "    amount: £10,000  # as agreed"
    assert mended[12:14] == ["    purpose: a worker", "    amount: £2,500"]


def test_accidents_of_several_files_are_said_at_once(tmp_path: Path) -> None:
    """A slip in one file does not keep the slips of the others from me."""
    root = workspace(tmp_path, "kind: statement\ntext: One: two.\n")
    (root / "entries" / "office.yaml").write_text("kind: office\nname: @Office\n", encoding="utf-8", newline="\n")
    (root / "entries" / "2024-01-15" / "paper.yaml").write_text(PAPER.replace("title: ", "title:"), encoding="utf-8", newline="\n")  # fmt: skip
    found = [(one.code, one.place.path.rpartition("/")[2]) for one in findings_of(root)]
    assert found == [("Y110", "hub.yaml"), ("Y114", "paper.yaml"), ("Y113", "office.yaml")]
    assert after_fix(root)[0] == []


def test_a_page_full_of_accidents_is_answered_with_the_first_sixty(tmp_path: Path) -> None:
    """A page of which nothing can be read is answered soon, with what to mend first and that there is more."""
    root = workspace(tmp_path, "kind: statement\n" + "".join(f"title{number}: a: b\n" for number in range(500)))
    found = findings_of(root)
    assert [one.code for one in found if one.code != "Y119"] == ["Y110"] * 60
    (more,) = [one for one in found if one.code == "Y119"]
    assert more.message == "There are more faults in this file than can be told at once."
    assert more.hint == "Mend those listed, then check again."


def test_words_in_square_brackets_are_a_prompt_and_not_a_list(tmp_path: Path) -> None:
    """A prompt that I typed without quotation marks is words, with the line as it should be."""
    root = workspace(tmp_path, "kind: statement\ntext: [Say what was done]\n")
    (finding,) = findings_of(root)
    assert (finding.code, finding.hint) == ("M105", 'Type: text: "[Say what was done]"')
    left, values = after_fix(root)
    assert [one.code for one in left] == ["P121"]
    assert values["text"] == "[Say what was done]"


def test_an_entry_whose_kind_is_mistyped_is_never_lost(tmp_path: Path) -> None:
    """A file that begins “Kind:” is not passed over in silence: the paper would lack an entry, and nobody would know."""
    for typed in ("Kind: statement", "kinds: statement", "KIND: statement", "kind statement", "kind:statement"):
        root = workspace(tmp_path, f"{typed}\ntext: Fine.\n")
        (finding,) = findings_of(root)
        assert (finding.severity, finding.hint) == (Severity.ERROR, "Type: kind: statement"), typed
        assert after_fix(root)[0] == []
