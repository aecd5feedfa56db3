"""`diff`, by meaning: each kind of change is told in an officer's words, and nothing that differs is passed over."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from compared_versions import entries_alone
from hypothesis import given, settings
from hypothesis import strategies as st
from support import OFFICE, funding_round, paper, statement, write

from pcp_reports.archive.diff.held import hold
from pcp_reports.archive.diff.meaning import ONLY_LAYOUT, meaning
from pcp_reports.word.default_template import default_template
from pcp_reports.word.looks import UPDATE
from pcp_reports.word.package import DOCUMENT, canonical, read_parts

if TYPE_CHECKING:
    from pcp_reports.archive.diff.change import Group

OPERATION = """\
kind: operation
name: Operation Harbour
launched: 2023-08
places: [Barchester, Plumstead]
text: |
  Officers made {{ figure("arrests") }} arrests. The quay was quiet after that.
figures:
  arrests: 37
  civil orders: {value: "4", period: July 2023, source: Force returns}
"""
BOARD = "kind: accountability-board\nheld: 2023-08-01\ntext: |\n  The Board met.\n"
ROUND = funding_round("- {recipient: Guides, purpose: tents, amount: '£5,000'}")
FILES = {
    "2023-10-03/paper": paper("board", "harbour", "market", "guides", more="contact: Ann Thorne\n"),
    "2023-10-03/board": BOARD,
    "2023-10-03/harbour": OPERATION,
    "2023-10-03/market": statement("The market was busy."),
    "funding/guides": ROUND,
}


def told(tmp_path: Path, old: dict[str, str], new: dict[str, str]) -> list[Group]:
    """Return what is told of two workspaces as versions 1 and 2."""
    held = [entries_alone(write(tmp_path / name, files)) for name, files in (("old", old), ("new", new))]
    return list(meaning(*map(hold, held)))


def changed(tmp_path: Path, name: str, old: str, new: str) -> list[str]:
    """Return what is told when words in one file of `FILES` are typed otherwise, in the one group that there must be."""
    files = {"office": OFFICE, **FILES}
    assert files[name].count(old) >= 1
    groups = told(tmp_path, files, {**files, name: files[name].replace(old, new, 1)})
    assert [group.path for group in groups] == [f"entries/{name}.yaml"]
    return [change.text for change in groups[0].changes]


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("2023-10-03/harbour", "arrests: 37", "arrests: 41", "Figure “arrests”: 37 → 41."),
        ("2023-10-03/harbour", "July 2023", "August 2023", "Figure “civil orders”, period: July 2023 → August 2023."),
        ("2023-10-03/harbour", ", source: Force returns", "", "Figure “civil orders”, source taken out (it was: Force returns)."),
        ("2023-10-03/harbour", 'value: "4"', "change: up 4", "Figure “civil orders”, change added: up 4."),
        ("2023-10-03/harbour", "  arrests: 37\n", "  arrests: 37\n  fines: 12\n", "Figure “fines” added: value 12."),
        ("2023-10-03/harbour", "launched: 2023-08", "launched: 3 August 2023", "Launched: August 2023 → 3 August 2023."),
        ("2023-10-03/harbour", "Barchester, Plumstead", "Barchester", "Places: “Plumstead” taken out."),
        ("2023-10-03/harbour", "Barchester, Plumstead", "Plumstead, Barchester", "Places: now in the order Plumstead and Barchester."),
        ("2023-10-03/harbour", "quay was", "quays were", "Text changed: 2 words taken out and 2 words put in (“quay was” → “quays were”)."),
        ("2023-10-03/harbour", "name: Operation Harbour", "name: Operation Quay", "Name: Operation Harbour → Operation Quay."),
        ("2023-10-03/harbour", "kind: operation\n", "kind: operation\nready: yes\n", "Ready added: yes."),
        ("2023-10-03/harbour", "kind: operation\n", "kind: operation\nowner: Jo Bell\n", "Owner added: Jo Bell."),
        ("2023-10-03/harbour", "kind: operation\n", "kind: operation\nevidence:\n  quiet: Survey\n", "Evidence “quiet” added: Survey."),
        ("2023-10-03/board", "held: 2023-08-01", "held: 2023-08-02", "Held: 1 August 2023 → 2 August 2023."),
        ("2023-10-03/board", "held: 2023-08-01\n", "", "Held taken out (it was: 1 August 2023)."),
        ("2023-10-03/market", "kind: statement\n", "kind: statement\naccept:\n  F211: Agreed\n", "Warning F211 is accepted now: Agreed"),
        ("funding/guides", "announced: 2023-09", "announced: 2023-08", "Announced: September 2023 → August 2023."),
        ("2023-10-03/paper", "meeting: 2023-10-03", "meeting: 2023-10-04", "Meeting: 3 October 2023 → 4 October 2023."),
        ("2023-10-03/paper", "title: The Commissioner's", "title: The PCC's", "Title: The Commissioner's update → The PCC's update."),
        ("2023-10-03/paper", "contact: Ann Thorne", "signatory: Ann Thorne", "Contact taken out (it was: Ann Thorne)."),
        ("2023-10-03/paper", "contact: Ann Thorne", "signatory: Ann Thorne", "Signatory added: Ann Thorne."),
        ("2023-10-03/paper", "heading: News", "heading: Headlines", "The heading “News” is now “Headlines”."),
        ("2023-10-03/paper", "- board\n", "- also: board\n", "board: it now goes on under the number above, at its beginning."),
        ("2023-10-03/paper", "- harbour\n", "- also: harbour\n", "harbour: it now goes on under the number above, after “board”."),
        ("2023-10-03/paper", "- harbour\n", "- harbour\n      - standing: duty\n", "Standing paragraph added to the section “News”, after “harbour”: “duty”."),
        ("2023-10-03/paper", "- harbour\n", "- harbour\n      - text: It rained.\n", "Paragraph written in place added to the section “News”, after “harbour”: “It rained.”"),
        ("2023-10-03/paper", "sections:\n", "summary: In short.\nsections:\n", "Summary added (2 words: “In short.”)."),
        ("office", "01234 567890", "01234 567891", "Person “Ann Thorne”, telephone: 01234 567890 → 01234 567891."),
        ("office", "The Commissioner holds", "The PCC holds", "Standing paragraph “duty” changed: 1 word taken out and 1 word put in (“Commissioner” → “PCC”)."),
        ("office", "  Small Grants:\n", "", "Fund “Small Grants” taken out."),
        ("office", "    - Burglary\n", "", "Plan, priorities: “Burglary” taken out."),
    ],
)  # fmt: skip
def test_each_change_is_told_in_my_words(tmp_path: Path, name: str, old: str, new: str, sentence: str) -> None:
    """I read what changed as I would say it, beneath the entry it belongs to."""
    assert sentence in changed(tmp_path, name, old, new)


def test_a_key_that_nothing_has_words_for_is_still_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a new sort of key have no words yet, I learn at least that it changed."""
    monkeypatch.setattr("pcp_reports.archive.diff.keys._of_key", lambda *_: iter(()))
    assert changed(tmp_path, "2023-10-03/harbour", "name: Operation", "name: Op") == ["Name: changed."]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: operation\n", "kind: operation\n# a note for us\n"),
        ("arrests: 37", "arrests:   '37'  # checked"),
        ("launched: 2023-08", "launched: August 2023"),
    ],
)
def test_notes_and_layout_are_told_as_that(tmp_path: Path, old: str, new: str) -> None:
    """A comment, a blank, a date typed another way: I am told that the entry says the same."""
    assert changed(tmp_path, "2023-10-03/harbour", old, new) == [ONLY_LAYOUT]


def test_a_text_broken_into_other_lines_is_the_same_text(tmp_path: Path) -> None:
    """A line break within a paragraph changes no word, and a new paragraph changes no word but the layout."""
    (same,) = changed(tmp_path, "2023-10-03/market", "market was", "market\n  was")
    assert same == "Text: only typed otherwise; the words are the same."
    (other,) = changed(tmp_path, "2023-10-03/market", "market was", "market\n\n  was")
    assert other == "Text: only its layout changed (paragraphs, bullets); the words are the same."


def test_the_order_of_figures_is_an_order(tmp_path: Path) -> None:
    """A table of figures prints them as they stand, so that another order is a change."""
    swapped = OPERATION.replace("  arrests: 37\n", "") + "  arrests: 37\n"
    groups = told(tmp_path, FILES, {**FILES, "2023-10-03/harbour": swapped})
    assert [change.text for change in groups[0].changes] == ["Figure: now in the order civil orders and arrests."]


def test_an_entry_that_came_or_went_is_told_with_its_place(tmp_path: Path) -> None:
    """A new entry says where it stands; one that went says where it stood; each is told once."""
    quay = {"2023-10-03/quay": statement("A quay was opened."), "2023-10-03/market": ""}
    new = {**FILES, **quay, "2023-10-03/paper": FILES["2023-10-03/paper"].replace("- market", "- quay")}
    groups = told(tmp_path, FILES, new)
    assert [(group.title, [one.text for one in group.changes]) for group in groups] == [
        ("market", ["Entry taken out (statement); it stood in the section “News”, after “harbour”."]),
        ("quay", ["Entry added (statement) in the section “News”, after “harbour”."]),
    ]


def test_a_round_that_came_says_what_it_comes_to(tmp_path: Path) -> None:
    """A round that was added moves the paper's money, so its total is told."""
    old = {**FILES, "funding/guides": "", "2023-10-03/paper": FILES["2023-10-03/paper"].replace("      - guides\n", "")}
    (group,) = told(tmp_path, old, FILES)
    assert group.changes[1].text == "It holds 1 grant, £5,000 to 1 project."
    assert group.changes[1].pence == 500_000


def test_an_entry_under_another_file_name_is_the_same_entry(tmp_path: Path) -> None:
    """Renaming a file is told as that, with what changed in it, not as one entry gone and another come."""
    new = {**FILES, "2023-10-03/harbour": "", "2023-10-03/quay": OPERATION.replace("37", "41")}
    new["2023-10-03/paper"] = FILES["2023-10-03/paper"].replace("- harbour", "- quay")
    (group,) = told(tmp_path, FILES, new)
    assert group.title == "quay"
    assert [change.text for change in group.changes] == [
        "Now in the file entries/2023-10-03/quay.yaml (it was entries/2023-10-03/harbour.yaml).",
        "Figure “arrests”: 37 → 41.",
    ]


def test_entries_are_told_in_the_papers_order(tmp_path: Path) -> None:
    """I go down the list with the paper in my hand."""
    new = {
        name: text.replace("busy", "quiet").replace("37", "38").replace("Board met", "Board sat")
        for name, text in FILES.items()
    }
    assert [group.title for group in told(tmp_path, FILES, new)] == ["board", "harbour", "market"]


def test_an_entry_moved_between_sections_is_told_once(tmp_path: Path) -> None:
    """An entry that went to another section is told as moved, and those it passed are not."""
    two = "kind: paper\nmeeting: 2023-10-03\ntitle: Update\nsections:\n  - heading: News\n    items: [{}]\n  - heading: Money\n    items: [{}]\n"
    old = {**FILES, "2023-10-03/paper": two.format("board, harbour, market", "guides")}
    new = {**FILES, "2023-10-03/paper": two.format("board, market", "harbour, guides")}
    (group,) = told(tmp_path, old, new)
    assert [change.text for change in group.changes] == [
        "harbour: moved from the section “News” to “Money”, at its beginning."
    ]


def test_what_cannot_be_read_is_compared_as_typed(tmp_path: Path) -> None:
    """An entry that is no entry any more is not passed over: I see the lines that differ, and why."""
    (group,) = told(tmp_path, FILES, {**FILES, "2023-10-03/market": "kind: statement\nsurprise: yes\n"})
    texts = [change.text for change in group.changes]
    assert texts[0].startswith("What changed here cannot be told by meaning")
    assert "Line put in: “surprise: yes”." in texts


@pytest.mark.parametrize("name", ["../evil.yaml", "entries/../../evil.yaml", "entries/aux?.yaml", "entries/a\\b.yaml"])
def test_a_path_that_leads_elsewhere_is_never_written(tmp_path: Path, name: str) -> None:
    """A forged version cannot write outside the temporary folder; what it holds there is compared as text."""
    base = entries_alone(write(tmp_path, FILES))
    (group,) = meaning(hold({**base, name: b"one\n"}), hold({**base, name: b"two\n"}))
    assert [change.text for change in group.changes][-2:] == ["Line taken out: “one”.", "Line put in: “two”."]


def test_the_same_version_has_nothing_to_tell(tmp_path: Path) -> None:
    """A version compared with itself says nothing at all."""
    assert told(tmp_path, FILES, FILES) == []


def test_findings_that_went_and_came_are_told(tmp_path: Path) -> None:
    """I see which warnings were mended, which are new, and which were accepted with what reason."""
    base = entries_alone(write(tmp_path, FILES))
    rows = [{"code": f"G20{number}", "message": f"finding {number}.", "accepted": None} for number in range(4)]
    accepted = {**rows[1], "accepted": "agreed"}
    old = {**base, "findings.json": json.dumps(rows[:3]).encode()}
    new = {**base, "findings.json": json.dumps({"findings": [accepted, *rows[2:]]}).encode()}
    (group,) = meaning(hold(old), hold(new))
    assert [change.text for change in group.changes] == [
        "Gone: finding 0. (G200)",
        "New: finding 3. (G203)",
        "Accepted now, with the reason “agreed”: finding 1. (G201)",
    ]
    kept_back = {**new, "findings.json": json.dumps({"findings": [accepted, *rows[2:]], "kept_back": 2}).encode()}
    (group,) = meaning(hold(new), hold(kept_back))
    assert [change.text for change in group.changes] == ["Findings about what is kept out of everything public: 0 → 2."]
    broken = {**base, "findings.json": b"{"}
    (group,) = meaning(hold(broken), hold(new))
    assert group.changes[0].text.startswith("The findings kept with one of the versions cannot be read")


def test_what_it_was_made_with_is_told(tmp_path: Path) -> None:
    """Another Python, another library, another total of the tool: nothing of the making is passed over."""
    base = entries_alone(write(tmp_path, FILES))
    tool = {"name": "pcp-reports", "version": "1.0"}
    about = {"paper": "2023-10-03", "tool": tool, "draft": False, "dependencies": {"lxml": "5.2", "babel": "2.14"}}
    old = {**base, "version.json": json.dumps(about).encode(), "totals.csv": b"a\n"}
    newer = {
        **about,
        "tool": {**tool, "version": "1.1"},
        "draft": True,
        "dependencies": {"lxml": "5.3", "babel": "2.14"},
    }
    new = {**base, "version.json": json.dumps(newer).encode(), "totals.csv": b"b\n"}
    groups = meaning(hold(old), hold(new))
    assert {group.title: [one.text for one in group.changes] for group in groups} == {
        "totals.csv": ["Line taken out: “a”.", "Line put in: “b”."],
        "How it was kept": ["The newer version is marked DRAFT on every page; the older version is not."],
        "What it was made with": [
            "Tool: pcp-reports 1.0 → pcp-reports 1.1.",
            "Other libraries: lxml 5.2 → 5.3.",
        ],
    }


KEPT = {"paper": "2023-10-03", "as_built": True, "draft": False, "incomplete": [], "supersedes": None}


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        ({}, {"as_built": False}, ["v6 was edited in Word after it was built, and kept as edited."]),
        (
            {"as_built": False},
            {},
            ["v6 was kept as it was built; v5 was edited in Word after it was built, and kept as edited."],
        ),
        ({"draft": True}, {}, ["v5 is marked DRAFT on every page; v6 is not."]),
        ({}, {"draft": True}, ["v6 is marked DRAFT on every page; v5 is not."]),
        (
            {"incomplete": ["entries/a.yaml"]},
            {"incomplete": ["entries/b.yaml", "entries/c.yaml"]},
            [
                "v5 was kept without the entry “entries/a.yaml”: what is exempt could not be cut out of it.",
                "v6 was kept without the entries “entries/b.yaml” and “entries/c.yaml”: what is exempt could not be cut out of them.",
            ],
        ),
        ({}, {"supersedes": "v5"}, ["v6 takes the place of v5."]),
        ({"supersedes": "v2"}, {}, ["v5 takes the place of v2."]),
        ({"supersedes": "v2"}, {"supersedes": "v5"}, ["v5 takes the place of v2.", "v6 takes the place of v5."]),
        ({"as_built": None}, {}, ["Whether v5 was edited in Word after it was built is not recorded."]),
        ({}, {"draft": "x"}, ["Whether v6 is marked as a draft is not recorded."]),
        ({}, {"incomplete": 1}, ["Which entries v6 was kept without is not recorded."]),
        ({}, {"supersedes": 1}, ["Which version v6 takes the place of is not recorded."]),
    ],
)
def test_how_a_version_was_kept_is_told_in_sentences(
    tmp_path: Path, old: dict[str, object], new: dict[str, object], sentences: list[str]
) -> None:
    """I need not know what the tool writes down of a version, nor how, to read what differs of it."""
    base = entries_alone(write(tmp_path, FILES))
    held = [
        {**base, "version.json": json.dumps({**KEPT, "version": number, **told_of}).encode()}
        for number, told_of in ((5, old), (6, new))
    ]
    groups = [(group.title, [change.text for change in group.changes]) for group in meaning(*map(hold, held))]
    assert groups == [("How it was kept", sentences)]


def test_versions_that_do_not_say_their_number_are_the_older_and_the_newer(tmp_path: Path) -> None:
    """Where version.json does not say which version it is, I am told which of the two is meant all the same."""
    base = entries_alone(write(tmp_path, FILES))
    held = [{**base, "version.json": json.dumps({**KEPT, "as_built": built}).encode()} for built in (True, False)]
    (group,) = meaning(*map(hold, held))
    assert [one.text for one in group.changes] == [
        "The newer version was edited in Word after it was built, and kept as edited."
    ]


def test_a_template_that_changed_is_told_with_how(tmp_path: Path) -> None:
    """Of the template, and of any other Word file, I learn whether its words changed or its looks alone."""
    base = entries_alone(write(tmp_path, FILES))
    one = default_template(UPDATE)
    parts = read_parts(one, "")
    assert isinstance(parts, dict)
    words = canonical({**parts, DOCUMENT: parts[DOCUMENT].replace(b"Recommendation", b"Advice")})
    looks = canonical({**parts, "word/styles.xml": parts["word/styles.xml"].replace(b'w:val="24"', b'w:val="22"')})
    assert len({one, words, looks}) == 3

    def said(template: bytes) -> list[str]:
        kept = [{**base, "template.docx": data, "2023-10-03 figures.docx": data} for data in (one, template)]
        about = {"version.json": json.dumps({"paper": "2023-10-03", "document": "no.docx"}).encode()}
        return [
            change.text for group in meaning(*(hold({**held, **about}) for held in kept)) for change in group.changes
        ]

    assert said(one) == []
    assert said(words)[0] == "The template was changed: its words too."
    assert said(looks)[0] == "The template was changed: its looks alone; its words are the same."
    assert said(b"no Word file")[0] == "The template was changed."


def test_exempt_matter_is_never_told(tmp_path: Path) -> None:
    """Should a version hold what is exempt after all, I learn that something changed there, and no word of it."""
    secret = statement("Mr Slope was interviewed.", "exempt:\n  paragraph: '7'\n  reason: crime\n")
    files = {**FILES, "2023-10-03/market": secret}
    groups = told(tmp_path, files, {**files, "2023-10-03/market": secret.replace("Slope", "Arabin")})
    said = " ".join(part for group in groups for part in (group.title, *(one.text for one in group.changes)))
    assert "kept out of everything public changed" in said
    assert not [word for word in ("Slope", "Arabin", "market", "interviewed") if word in said]


def test_exempt_grants_are_never_told(tmp_path: Path) -> None:
    """The same for one grant of a round: neither its name nor its money is told, nor does it move a total."""
    line = "- {recipient: Guides, purpose: tents, amount: '£5,000'}\n- {recipient: Slope, purpose: x, amount: '£7,000', exempt: {paragraph: '7', reason: y}}"
    files = {**FILES, "funding/guides": funding_round(line)}
    (group,) = told(tmp_path, files, {**files, "funding/guides": funding_round(line.replace("7,000", "7,777"))})
    assert [one.text for one in group.changes] == [
        "Something that is kept out of everything public changed; it is not told here."
    ]


KEYS = {
    "title": st.sampled_from(["'A day out'", "'A night out'"]),
    "date": st.sampled_from(["2023-08-01", "2023-09"]),
    "owner": st.sampled_from(["Jo Bell", "Ann Thorne"]),
    "ready": st.sampled_from(["yes", "no"]),
    "priority": st.sampled_from(["Burglary", "Victims"]),
    "launched": st.sampled_from(["2023-08", "2023-08-03"]),
    "places": st.lists(st.sampled_from(["Barchester", "Plumstead", "Ullathorne"]), min_size=1, unique=True).map(
        lambda names: f"[{', '.join(names)}]"
    ),
    "text": st.sampled_from(["'The quay was quiet.'", "'The quay was busy.'", "'Nothing.'"]),
    "figures": st.permutations(["arrests: 37", "fines: 4", "orders: {value: '9', period: July}"]).map(
        lambda rows: f"{{{', '.join(rows[:2])}}}"
    ),
    "evidence": st.sampled_from(["{quiet: Survey}", "{quiet: Returns, busy: Survey}"]),
    "accept": st.sampled_from(["{F211: agreed}", "{F211: agreed in May}", "{F212: so}"]),
}
OPERATIONS = st.fixed_dictionaries({"name": st.sampled_from(["Harbour", "Quay"])}, optional=KEYS)
SAID_AS = {"figures": "figure", "accept": "warning"}


@settings(max_examples=150, deadline=None)
@given(OPERATIONS, OPERATIONS)
def test_every_key_that_differs_is_named_and_no_other(old: dict[str, str], new: dict[str, str]) -> None:
    """Whatever was changed in an entry is told by its own name, each of them; and of what stayed nothing is said."""
    with tempfile.TemporaryDirectory() as folder:
        files = [
            {
                **FILES,
                "2023-10-03/harbour": "kind: operation\n" + "".join(f"{key}: {value}\n" for key, value in one.items()),
            }
            for one in (old, new)
        ]
        groups = told(Path(folder), *files)
    changes = [change.text.lower() for group in groups for change in group.changes]
    differ = {key for key in {*old, *new} if old.get(key) != new.get(key)}
    if not differ:
        assert changes in ([], [ONLY_LAYOUT.lower()])  # the same keys may stand in another order
    named = {key for key in {*old, *new} if any(one.startswith(SAID_AS.get(key, key)) for one in changes)}
    assert named == differ
