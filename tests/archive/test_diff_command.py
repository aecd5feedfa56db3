"""The command `diff`: what an officer types, reads, and gets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from compared_versions import PAPER, keep, version_of
from support import OFFICE, paper, run, statement, write

from pcp_reports.word.printed_lines import printed_lines

if TYPE_CHECKING:
    from pathlib import Path

OLD = {
    "2023-10-03/paper": paper("market", "fair"),
    "2023-10-03/market": statement("The market drew 130 people."),
    "2023-10-03/fair": statement("The fair was held."),
}
NEW = {**OLD, "2023-10-03/market": statement("The market drew 408 people.")}
ERRATUM = f"{PAPER} erratum v1 to v2.docx"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with two versions in its archive, whose entries cannot be read any more."""
    old = version_of(write(tmp_path / "old", OLD), 1, "published")
    new = version_of(write(tmp_path / "new", NEW), 2, "corrected")
    place = write(tmp_path / "office", {"2023-10-03/paper": "kind: [broken"})
    keep(place, [("published", old), ("corrected", new)])
    return place


def test_diff_tells_the_meaning_and_then_the_words(root: Path) -> None:
    """I read which entry changed and how, then the paragraph on both sides, though the entries have gone on since."""
    ran = run(root, "diff", PAPER, "v1", "2")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "2023-10-03: v1 → v2\n"
        "  v1: published on 21 September 2023, 10:00, by Ann Thorne: Cleared\n"
        "  v2: corrected on 22 September 2023, 10:00, by Ann Thorne: Cleared\n"
        "\n"
        "market (entries/2023-10-03/market.yaml)\n"
        "  Text changed: 1 word taken out and 1 word put in (“130” → “408”).\n"
        "\n"
        "The paper's words: v1 on the left, v2 on the right\n"
        "\n"
        "Paragraph 1\n"
        "  The market drew [-130-] people.                 │ The market drew {+408+} people.\n"
    )


def test_a_version_beside_itself_says_that_nothing_changed(root: Path) -> None:
    """Nothing differs, and I am told so in two words."""
    ran = run(root, "diff", PAPER, "v2", "v2")
    assert ran.code == 0
    assert ran.out.endswith("\n\nNothing changed.\n")


def test_the_erratum_is_a_word_file_whose_path_alone_is_printed(root: Path) -> None:
    """The page is written beside the built papers; the path stands alone on the standard output, for scripts."""
    ran = run(root, "diff", PAPER, "v1", "v2", "--erratum")
    assert ran.code == 0
    path = root / "output" / PAPER / ERRATUM
    assert ran.out.strip().endswith(ERRATUM)
    assert ran.out.count("\n") == 1
    assert ran.err == "Paragraph 1: for 130 read 408.\n"
    lines = printed_lines(path.read_bytes(), ERRATUM)
    assert isinstance(lines, tuple)
    texts = [line.text for line in lines]
    assert texts[1:6] == [
        "Correction to The Commissioner's update",
        "For the meeting of 3 October 2023",
        "This page corrects version 1 of the paper (published, 21 September 2023).",
        "The corrected paper is version 2 (corrected, 22 September 2023).",
        "Corrections",
    ]
    assert "Paragraph 1: for 130 read 408." in texts


def test_the_evidence_sheet_beside_the_paper_is_not_taken_for_it(tmp_path: Path) -> None:
    """A version that keeps the evidence sheet too has its paper compared: version.json says which it is."""
    kept = []
    for number, files in ((1, OLD), (2, NEW)):
        held = version_of(write(tmp_path / str(number), files), number)
        name = next(name for name in held if name.endswith("final.docx"))
        about = {**json.loads(held["version.json"]), "document": name}
        kept.append(
            ("final", {**held, f"{PAPER} figures.docx": held[name], "version.json": json.dumps(about).encode()})
        )
    place = write(tmp_path / "office", {})
    keep(place, kept)
    ran = run(place, "diff", PAPER, "v1", "v2")
    assert (ran.code, ran.err) == (0, "")
    assert "{+408+}" in ran.out
    assert f"{PAPER} figures.docx\n  This Word file was changed: its words too.\n" in ran.out


def test_an_edited_erratum_is_never_overwritten(root: Path) -> None:
    """What I changed in the page in Word stays; written again unchanged it is the same file."""
    assert run(root, "diff", PAPER, "v1", "v2", "--erratum").code == 0
    path = root / "output" / PAPER / ERRATUM
    assert run(root, "diff", PAPER, "v1", "v2", "--erratum").code == 0
    path.write_bytes(b"edited")
    ran = run(root, "diff", PAPER, "v1", "v2", "--erratum")
    assert (ran.code, ran.out) == (1, "")
    assert "not overwritten" in ran.err
    assert path.read_bytes() == b"edited"


def test_the_erratum_goes_where_i_say(root: Path, tmp_path: Path) -> None:
    """--output names a folder or a .docx, and is the way out of a page that was edited, as the message says."""
    assert run(root, "diff", PAPER, "v1", "v2", "--erratum").code == 0
    path = root / "output" / PAPER / ERRATUM
    page = path.read_bytes()
    path.write_bytes(b"edited")
    refused = run(root, "diff", PAPER, "v1", "v2", "--erratum")
    assert "name another place with --output" in refused.err
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for asked, made in ((folder, folder / ERRATUM), (tmp_path / "page.docx", tmp_path / "page.docx")):
        ran = run(root, "diff", PAPER, "v1", "v2", "--erratum", "--output", str(asked))
        assert (ran.code, ran.out.strip()) == (0, str(made))
        assert made.read_bytes() == page
    assert path.read_bytes() == b"edited"


@pytest.mark.parametrize("asked", ["page.txt", "nowhere", "office/entries/page.docx", "office/templates/page.docx"])
def test_no_erratum_is_written_where_it_does_not_belong(root: Path, tmp_path: Path, asked: str) -> None:
    """A place that is none for a Word file, or where my entries are kept, is refused, and nothing is written."""
    before = sorted(tmp_path.rglob("*"))
    ran = run(root, "diff", PAPER, "v1", "v2", "--erratum", "--output", str(tmp_path / asked))
    assert (ran.code, ran.out) == (1, "")
    assert "(W504)" in ran.err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_place_for_no_page_is_answered_with_what_it_is_for(root: Path) -> None:
    """Somebody who names a place and asks for no page is told what to add."""
    ran = run(root, "diff", PAPER, "v1", "v2", "--output", "page.docx")
    assert ran.code == 2
    assert "--output is for the page of corrections: add --erratum" in " ".join(ran.err.split())


def test_without_differences_no_erratum_is_written(root: Path, tmp_path: Path) -> None:
    """There is nothing to correct, so nothing is written, and that is no failure."""
    same = version_of(write(tmp_path / "same", OLD), 1, "published")
    keep(root, [("published", same), ("corrected", same)])
    ran = run(root, "diff", PAPER, "v1", "v2", "--erratum")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "The words of the paper are the same in v1 and v2: there is nothing to correct.\n"
    assert not (root / "output" / PAPER).exists()


def test_a_version_does_not_correct_itself(root: Path) -> None:
    """Somebody who names one version twice is told just that, and what to type."""
    ran = run(root, "diff", PAPER, "v2", "2", "--erratum")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == "v2 was named twice. Name the version that is to be corrected, and behind it the one that corrects it.\n"
    )


def test_a_draft_is_corrected_with_a_word_of_warning(tmp_path: Path) -> None:
    """An erratum of what the public never saw is written, and I am told that it is odd."""
    files = [
        version_of(write(tmp_path / str(number), files), number, "draft") for number, files in ((1, OLD), (2, NEW))
    ]
    place = write(tmp_path / "office", {})
    keep(place, [("draft", one) for one in files])
    ran = run(place, "diff", PAPER, "v1", "v2", "--erratum")
    assert ran.code == 0
    assert ran.err == (
        "v1 was kept as draft; the public has not seen it.\n"
        "v2 was kept as draft; the public has not seen it.\n"
        "Paragraph 1: for 130 read 408.\n"
    )


def test_a_draft_that_corrects_is_warned_of(tmp_path: Path) -> None:
    """A correction towards a draft is made of words that may change again: I am warned of the newer version too."""
    old = version_of(write(tmp_path / "old", OLD), 1, "published")
    new = version_of(write(tmp_path / "new", NEW), 2, "final")
    place = write(tmp_path / "office", {})
    keep(place, [("published", old), ("final", new)])
    ran = run(place, "diff", PAPER, "v1", "v2", "--erratum")
    assert ran.code == 0
    assert ran.err == "v2 was kept as final; the public has not seen it.\nParagraph 1: for 130 read 408.\n"


@pytest.mark.parametrize(
    ("office", "page"),
    [
        (OFFICE, "Version 2 was edited in Word after it was built; its figures were not proved."),
        (f"{OFFICE}language: cy_GB\n", "Golygwyd fersiwn 2 yn Word ar ôl ei lunio; ni phrofwyd ei ffigurau."),
    ],
)
def test_figures_that_were_not_proved_are_said_to_be_so(tmp_path: Path, office: str, page: str) -> None:
    """A version kept as edited in Word is named as that, on my screen and on the page that goes out."""
    kept = []
    for number, status, files in ((1, "published", OLD), (2, "corrected", NEW)):
        held = version_of(write(tmp_path / status, {"office": office, **files}), number, status)
        about = {**json.loads(held["version.json"]), "as_built": number == 1}
        kept.append((status, {**held, "version.json": json.dumps(about).encode()}))
    place = write(tmp_path / "place", {})
    keep(place, kept)
    said = "v2 was edited in Word after it was built; its figures were not proved."
    ran = run(place, "diff", PAPER, "v1", "v2")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.split("\n\n")[0].splitlines()[3:] == [f"  {said}"]
    made = run(place, "diff", PAPER, "v1", "v2", "--erratum")
    assert made.code == 0
    assert made.err.splitlines()[0] == said
    lines = printed_lines((place / "output" / PAPER / ERRATUM).read_bytes(), ERRATUM)
    assert isinstance(lines, tuple)
    assert [line.text for line in lines].count(page) == 1
    assert [line.text for line in lines].index(page) == 5


def test_no_page_is_written_to_an_empty_name(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that a script left empty is a slip, not the folder I happen to be in."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    ran = run(root, "diff", PAPER, "v1", "v2", "--erratum", "--output", "")
    assert (ran.code, ran.out) == (2, "")
    assert list((tmp_path / "here").iterdir()) == []
    assert ran.err == "The name behind --output is empty. Type the name of a folder or a file there.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            (PAPER, "v1", "v7"),
            "There is no version “v7” of “2023-10-03”. The versions are v1 (published) and v2 (corrected).",
        ),
        ((PAPER, "latest", "v1"), "There is no version “latest”"),
        (("2023-10-04", "v1", "v2"), "Did you mean “2023-10-03”?"),
        ((PAPER, "v2", "v1", "--erratum"), "Name the version that is to be corrected first: v1 v2."),
    ],
)
def test_a_wrong_name_is_answered_with_those_there_are(root: Path, arguments: tuple[str, ...], said: str) -> None:
    """A slip in a name is answered with what I may have meant."""
    ran = run(root, "diff", *arguments)
    assert ran.code == 2
    assert said in " ".join(ran.err.split())


def test_a_damaged_version_is_named_and_not_compared(root: Path) -> None:
    """A file that is not what was archived is named, each of them, and nothing is said of what cannot be trusted."""
    home = root / "output" / "archive" / "2023" / f"{PAPER}-panel-update" / "v1" / "files"
    (home / "entries" / PAPER / "market.yaml").write_bytes(b"kind: statement\n")
    (home / "template.docx").unlink()
    for more in ((), ("--erratum",)):
        ran = run(root, "diff", PAPER, "v1", "v2", *more)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.count("(A401)") == 2
        assert "v1 is damaged: “entries/2023-10-03/market.yaml” is not the file that was archived" in ran.err
        assert "v1 is damaged: “template.docx” is missing." in ran.err
    assert not (root / "output" / PAPER).exists()


def test_a_paper_that_is_no_word_file_is_named_and_the_rest_compared(tmp_path: Path) -> None:
    """Where the Word file as archived cannot be opened, the entries are compared all the same, and I am told."""
    old, new = (version_of(write(tmp_path / str(number), files), number) for number, files in ((1, OLD), (2, NEW)))
    name = next(name for name in old if name.endswith("v1 final.docx"))
    place = write(tmp_path / "office", {})
    keep(place, [("final", {**old, name: b"no Word file"}), ("final", new)])
    ran = run(place, "diff", PAPER, "v1", "v2")
    assert ran.code == 1
    assert "Text changed" in ran.out
    assert "(A402)" in ran.err
    keep(place, [("final", {path: data for path, data in old.items() if path != name}), ("final", new)])
    ran = run(place, "diff", PAPER, "v1", "v2", "--erratum")
    assert (ran.code, ran.out) == (1, "")
    assert "the older version holds no Word paper. (A403)" in ran.err
