"""`archive` and `versions` as an officer types them: what is kept, what is refused, and in which words."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from support import OFFICE, Ran, funding_round, paper, run, statement, write

from pcp_reports.archive.folders import stored
from pcp_reports.archive.keeping import snapshot as taking
from pcp_reports.archive.objects import StoredPaper
from pcp_reports.editing import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

NAME = "2023-10-03"
GRANTS = """
    - {recipient: Barchester Scouts, purpose: tents, amount: '£5,000'}
    - {recipient: Guides, purpose: stoves, amount: £879}
"""
FILES = {
    f"{NAME}/paper": paper("harbour", "autumn"),
    f"{NAME}/harbour": statement("The harbour was busy."),
    "funding/autumn": funding_round(GRANTS, text="£5,879 was awarded to 2 projects:"),
}


def built(root: Path, files: Mapping[str, str] = FILES) -> Path:
    """Write entries, build the paper and return the workspace."""
    write(root, files)
    made = run(root, "build", NAME)
    assert made.code == 0, made.err
    return root


def archive(root: Path, status: str = "draft", *more: str) -> Ran:
    """Archive the paper."""
    return run(root, "archive", NAME, "--status", status, "--reason", "Because", *more)


def standing(root: Path) -> StoredPaper:
    """Return the paper as it stands in the archive."""
    found = stored(root, NAME)
    assert isinstance(found, StoredPaper)
    return found


def held(root: Path, number: int, name: str) -> bytes:
    """Return the bytes of a file of a version."""
    return standing(root).version(number).read(name)


def version_json(root: Path, number: int) -> dict[str, Any]:
    """Return what version.json of a version holds."""
    made: dict[str, Any] = json.loads(held(root, number, "version.json"))
    return made


def state(root: Path) -> dict[str, bytes]:
    """Return every file under output/archive and output/ledger."""
    rows = [path for name in ("archive", "ledger") for path in (root / "output" / name).rglob("*")]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in rows if path.is_file()}


def word_file(root: Path) -> Path:
    """Return the built paper."""
    return root / "output" / NAME / f"{NAME} panel-update.docx"


def test_a_version_holds_the_paper_and_all_it_was_made_from(tmp_path: Path) -> None:
    """Years later I find the paper, the entries, the template, the findings, the totals, and what made them."""
    root = built(tmp_path)
    ran = archive(root, "draft", "--by", "Ann Thorne")
    assert ran.code == 0
    version = standing(root).version(1)
    document = f"{NAME} panel-update v1 draft.docx"
    assert set(version.paths) == {
        document,
        "entries/office.yaml",
        f"entries/{NAME}/paper.yaml",
        f"entries/{NAME}/harbour.yaml",
        "entries/funding/autumn.yaml",
        "template.docx",
        "findings.json",
        "totals.csv",
        "version.json",
    }
    assert version.read(document) == word_file(root).read_bytes()
    for path in ("office", f"{NAME}/paper", f"{NAME}/harbour", "funding/autumn"):
        assert version.read(f"entries/{path}.yaml") == (root / "entries" / f"{path}.yaml").read_bytes()
    rows = list(csv.DictReader(io.StringIO(version.read("totals.csv").decode("utf-8-sig"))))
    assert [row["total"] for row in rows if row["row"] == "round"] == ["5879.00"]
    assert ran.out.strip().endswith(document)
    assert version.block.user == "Ann Thorne"
    assert version.block.address == "mailto:ann.thorne@example.gov.uk"


def test_version_json_says_what_made_the_version_and_of_what(tmp_path: Path) -> None:
    """The tool, Python and libraries, and the digest of everything that went in and came out."""
    root = built(tmp_path)
    archive(root)
    told = version_json(root, 1)
    document = f"{NAME} panel-update v1 draft.docx"
    assert (told["paper"], told["version"], told["status"], told["reason"]) == (NAME, 1, "draft", "Because")
    assert told["supersedes"] is None
    assert told["as_built"] is True
    assert told["draft"] is False
    assert told["document"] == document
    assert {"docxtpl", "lxml", "pyyaml"} <= set(told["dependencies"])
    assert told["inputs"]["entries/funding/autumn.yaml"] == digest(held(root, 1, "entries/funding/autumn.yaml"))
    assert told["outputs"][document]["sha256"] == digest(word_file(root).read_bytes())
    assert "word/document.xml" in told["outputs"][document]["package"]["parts"]
    assert told["template"]["path"] == "templates/panel-update.docx"
    assert told["template"]["sha256"] == digest(held(root, 1, "template.docx"))


def test_unchanged_is_said_to_be_the_same_and_nothing_is_added(tmp_path: Path) -> None:
    """Archiving twice does no harm: not a byte of the archive or the ledger moves."""
    root = built(tmp_path)
    archive(root)
    before = state(root)
    ran = archive(root)
    assert (ran.code, state(root)) == (0, before)
    assert "same as v1" in ran.out


def test_the_same_content_with_another_status_is_a_version_of_its_own(tmp_path: Path) -> None:
    """What was cleared and what was published may be the same words; both are on record."""
    root = built(tmp_path)
    for status in ("draft", "final", "sent", "published"):
        assert archive(root, status).code == 0
    assert [block.status for block in standing(root).inventory.versions] == ["draft", "final", "sent", "published"]
    assert held(root, 1, f"{NAME} panel-update v1 draft.docx") == held(
        root, 4, f"{NAME} panel-update v4 published.docx"
    )


def test_errors_are_told_and_nothing_is_archived(tmp_path: Path) -> None:
    """While an amount cannot be read, not even a draft is kept."""
    root = built(tmp_path)
    write(root, {**FILES, "funding/autumn": FILES["funding/autumn"].replace("£879", "lots")})
    ran = archive(root)
    assert ran.code == 1
    assert "G101" in ran.err
    assert "Nothing was archived." in ran.err
    assert state(root) == {}


def test_a_paper_that_was_not_built_is_refused(tmp_path: Path) -> None:
    """There is nothing to keep yet, and I am told the command to type."""
    ran = archive(write(tmp_path, FILES))
    assert ran.code == 1
    assert "A101" in ran.err
    assert f"pcp-reports build {NAME}" in ran.err


@pytest.mark.parametrize("changed", ["office", f"{NAME}/paper", f"{NAME}/harbour", "funding/autumn"])
def test_a_build_older_than_its_entries_is_refused(tmp_path: Path, changed: str) -> None:
    """An entry that was saved after the build may say something else, so I am asked to build again."""
    root = built(tmp_path)
    path = root / "entries" / f"{changed}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# a note\n", encoding="utf-8", newline="\n")
    ran = archive(root)
    assert ran.code == 1
    assert "A102" in ran.err
    assert f"{changed.rpartition('/')[2]} changed" in ran.err


def test_a_template_changed_after_the_build_is_refused(tmp_path: Path) -> None:
    """The template is part of what a paper was made from."""
    write(tmp_path, FILES)
    (tmp_path / "templates").mkdir()
    from pcp_reports.starter import starter_folder  # noqa: PLC0415 - this test alone

    own = tmp_path / "templates" / "panel-update.docx"
    own.write_bytes((starter_folder() / "templates" / "panel-update.docx").read_bytes())
    assert run(tmp_path, "build", NAME).code == 0
    own.write_bytes(own.read_bytes() + b"\0")
    assert "A102" in archive(tmp_path).err


def test_an_entry_placed_after_the_build_is_named(tmp_path: Path) -> None:
    """What came in since is told by name."""
    root = built(tmp_path)
    more = {f"{NAME}/paper": paper("harbour", "autumn", "pier"), f"{NAME}/pier": statement("The pier stood.")}
    write(root, {**FILES, **more})
    ran = archive(root)
    assert "A102" in ran.err
    assert "pier came in" in ran.err


def test_an_entry_taken_out_after_the_build_is_named(tmp_path: Path) -> None:
    """The paper still prints what its entries no longer hold."""
    root = built(tmp_path)
    write(root, {**FILES, f"{NAME}/paper": paper("autumn")})
    ran = archive(root)
    assert "A102" in ran.err
    assert "harbour is no longer in it" in ran.err


def test_a_paper_built_elsewhere_is_asked_for_in_its_own_place(tmp_path: Path) -> None:
    """What stands in another folder may be anything: only output/PAPER is kept."""
    write(tmp_path, FILES)
    assert run(tmp_path, "build", NAME, "--output", str(tmp_path / "elsewhere.docx")).code == 0
    ran = archive(tmp_path)
    assert ran.code == 1
    assert "Build it there, too" in ran.err


def test_a_record_of_another_build_proves_nothing(tmp_path: Path) -> None:
    """Where build.json names another digest, the file is not taken for the one that was built, whatever it holds."""
    root = built(tmp_path)
    record = root / "output" / NAME / "build.json"
    held = json.loads(record.read_bytes())
    held["file"]["sha256"] = "0" * 64
    record.write_text(json.dumps(held), encoding="utf-8", newline="\n")
    assert "A103" in archive(root).err


def test_a_grant_against_the_fund_s_rule_holds_up_a_final_version(tmp_path: Path) -> None:
    """A grant under the least of its strand is mended, or accepted with a reason."""
    office = OFFICE.replace("      Community Fund:\n", "      Community Fund:\n        least: £1,000\n")
    grants = "\nCommunity Fund:\n  - {recipient: Scouts, purpose: tents, amount: £900}\n"
    files = {**FILES, "office": office, "funding/autumn": funding_round(grants, text="Grants were made:")}
    root = built(tmp_path, files)
    ran = archive(root, "final")
    assert ran.code == 1
    assert "G301" in ran.err


CLAIM = {**FILES, "funding/autumn": funding_round(GRANTS, text="£9,999 was awarded to 2 projects:")}
ACCEPTED = {
    **FILES,
    "funding/autumn": funding_round(
        GRANTS, text="£9,999 was awarded to 2 projects:", more="accept:\n  G201: Agreed with the treasurer.\n"
    ),
}


def test_a_total_that_disagrees_may_stand_in_a_draft_and_not_in_a_final_version(tmp_path: Path) -> None:
    """From “final” on each disagreement is mended or accepted; until then it is listed with the version."""
    root = built(tmp_path, CLAIM)
    assert archive(root).code == 0
    found = json.loads(held(root, 1, "findings.json"))["findings"]
    assert [one["accepted"] for one in found if one["code"] == "G201"] == [None]
    for status in ("final", "sent", "published"):
        ran = archive(root, status)
        assert ran.code == 1
        assert "A105" in ran.err
        assert "G201" in ran.err
    assert standing(root).inventory.head == 1


def test_an_accepted_disagreement_is_kept_with_its_reason(tmp_path: Path) -> None:
    """The reason I gave stands in the version's findings."""
    root = built(tmp_path, ACCEPTED)
    assert archive(root, "final").code == 0
    found = json.loads(held(root, 1, "findings.json"))["findings"]
    assert [one["accepted"] for one in found if one["code"] == "G201"] == ["Agreed with the treasurer."]


def test_a_prompt_left_in_place_is_refused_from_final_on_even_if_accepted(tmp_path: Path) -> None:
    """Nobody can accept words that are still to be written."""
    text = statement("The harbour was [say how busy it was].", "accept:\n  P121: In a hurry.\n")
    root = built(tmp_path, {**FILES, f"{NAME}/harbour": text})
    assert archive(root).code == 0
    ran = archive(root, "final")
    assert ran.code == 1
    assert "A106" in ran.err


def test_a_draft_build_may_be_kept_as_a_draft_alone(tmp_path: Path) -> None:
    """A paper marked DRAFT on every page is never on record as final."""
    write(tmp_path, FILES)
    assert run(tmp_path, "build", NAME, "--draft").code == 0
    assert "A104" in archive(tmp_path, "final").err
    assert archive(tmp_path, "draft").code == 0
    assert version_json(tmp_path, 1)["draft"] is True


def test_a_draft_build_under_another_name_is_known_as_one(tmp_path: Path) -> None:
    """What the file is called does not matter: build.json says that it is a draft."""
    write(tmp_path, FILES)
    other = tmp_path / "output" / NAME / "clean.docx"
    assert run(tmp_path, "build", NAME).code == 0
    assert run(tmp_path, "build", NAME, "--draft", "--output", str(other)).code == 0
    assert "A104" in archive(tmp_path, "final").err


def test_a_paper_edited_in_word_is_refused_unless_i_say_that_it_went_out_so(tmp_path: Path) -> None:
    """The tool keeps what truly went out, and marks that its figures were not proved."""
    root = built(tmp_path)
    edited = _with_words(word_file(root).read_bytes(), b"busy", b"quiet")
    word_file(root).write_bytes(edited)
    ran = archive(root, "final")
    assert ran.code == 1
    assert "A103" in ran.err
    ran = archive(root, "final", "--as-edited")
    assert ran.code == 0
    assert "not proved" in ran.err
    assert version_json(root, 1)["as_built"] is False
    assert "as edited in Word, figures not proved" in run(root, "versions").out
    assert held(root, 1, f"{NAME} panel-update v1 final.docx") == edited


@pytest.mark.parametrize("more", [(), ("--as-edited",)])
def test_a_paper_that_is_open_in_word_is_not_kept(tmp_path: Path, more: tuple[str, ...]) -> None:
    """What stands on the drive may not be what somebody has typed: I am asked to close it in Word."""
    root = built(tmp_path)
    beside = word_file(root).with_name(f"~${word_file(root).name[2:]}")
    beside.write_bytes(b"")
    ran = archive(root, "draft", *more)
    assert ran.code == 1
    assert "Close it in Word" in ran.err
    beside.unlink()
    assert archive(root, "draft", *more).code == 0


def test_each_further_edit_that_went_out_is_a_version_of_its_own(tmp_path: Path) -> None:
    """Two edited files made from the same entries are two versions."""
    root = built(tmp_path)
    first = word_file(root).read_bytes()
    for word in (b"quiet", b"empty"):
        word_file(root).write_bytes(_with_words(first, b"busy", word))
        assert archive(root, "draft", "--as-edited").code == 0
    assert standing(root).inventory.head == 2


def test_what_is_no_word_file_is_not_kept_even_as_edited(tmp_path: Path) -> None:
    """A file that does not open in Word is no paper."""
    root = built(tmp_path)
    word_file(root).write_bytes(b"no Word file")
    ran = archive(root, "final", "--as-edited")
    assert ran.code == 1
    assert "W201" in ran.err
    assert state(root) == {}


def test_a_paper_that_sharepoint_packed_anew_is_kept_and_said_to_be_as_built(tmp_path: Path) -> None:
    """Uploading and downloading is no editing."""
    root = built(tmp_path)
    word_file(root).write_bytes(_repacked(word_file(root).read_bytes()))
    ran = archive(root, "final")
    assert ran.code == 0, ran.err
    assert "packed anew" in ran.err
    assert version_json(root, 1)["as_built"] is True


def test_a_published_version_is_replaced_only_on_purpose(tmp_path: Path) -> None:
    """The public has seen it: a new version says that it takes its place, and both stay."""
    root = built(tmp_path)
    assert archive(root, "published").code == 0
    write(root, {**FILES, f"{NAME}/harbour": statement("The harbour was quiet.")})
    assert run(root, "build", NAME).code == 0
    ran = archive(root, "published")
    assert ran.code == 1
    assert "A107" in ran.err
    assert "--supersede" in ran.err
    assert "A107" in archive(root, "corrected").err
    assert archive(root, "corrected", "--supersede").code == 0
    assert version_json(root, 2)["supersedes"] == "v1"
    assert [block.status for block in standing(root).inventory.versions] == ["published", "corrected"]


def test_a_correction_needs_something_published(tmp_path: Path) -> None:
    """Nothing was published, so nothing can be corrected."""
    ran = archive(built(tmp_path), "corrected", "--supersede")
    assert ran.code == 1
    assert "A108" in ran.err


def test_the_evidence_sheet_is_kept_where_there_is_one(tmp_path: Path) -> None:
    """The signed sheet goes with the version, and signing it afterwards makes a new one."""
    root = built(tmp_path)
    assert run(root, "figures", NAME, "--format", "docx").code == 0
    assert archive(root).code == 0
    sheet = root / "output" / NAME / f"{NAME} figures.docx"
    assert held(root, 1, f"{NAME} figures.docx") == sheet.read_bytes()
    sheet.write_bytes(_with_words(sheet.read_bytes(), b"Figure", b"figure"))
    archive(root)
    assert held(root, 2, f"{NAME} figures.docx") == sheet.read_bytes()


def test_an_evidence_sheet_of_an_earlier_build_is_refused(tmp_path: Path) -> None:
    """It tells of other figures than the paper's, and may name what has been made exempt since."""
    root = built(tmp_path)
    assert run(root, "figures", NAME, "--format", "docx").code == 0
    write(root, {**FILES, f"{NAME}/harbour": statement("The harbour was quiet.")})
    assert run(root, "build", NAME).code == 0
    ran = archive(root)
    assert ran.code == 1
    assert "A110" in ran.err
    assert run(root, "figures", NAME, "--format", "docx").code == 0
    assert archive(root).code == 0


def test_an_evidence_sheet_that_nobody_wrote_here_is_refused(tmp_path: Path) -> None:
    """A file of that name from elsewhere is no evidence for this paper."""
    root = built(tmp_path)
    (root / "output" / NAME / f"{NAME} figures.docx").write_bytes(word_file(root).read_bytes())
    assert "A110" in archive(root).err


def test_a_reason_that_names_an_exempt_entry_is_refused(tmp_path: Path) -> None:
    """What I give as a reason is read for ever, by anybody."""
    exempt = "exempt:\n  paragraph: 3\n  reason: commercial terms\n"
    files = {**FILES, f"{NAME}/paper": paper("harbour", "hush-house"), "hush-house": statement("A secret.", exempt)}
    root = built(tmp_path, files)
    ran = run(root, "archive", NAME, "--status", "draft", "--reason", "Without Hush-House")
    assert ran.code == 1
    assert "A111" in ran.err
    assert state(root) == {}
    assert archive(root).code == 0


def test_a_draft_after_a_published_version_does_not_say_that_it_takes_its_place(tmp_path: Path) -> None:
    """Until the public has seen the new one, the published one counts."""
    root = built(tmp_path)
    assert archive(root, "published").code == 0
    assert archive(root, "draft").code == 0
    assert version_json(root, 2)["supersedes"] is None
    assert archive(root, "corrected", "--supersede").code == 0
    assert version_json(root, 3)["supersedes"] == "v1"


def test_exempt_matter_is_nowhere_in_the_version(tmp_path: Path) -> None:
    """Neither the exempt grant nor the exempt entry, nor a finding about them, can be read out of the archive."""
    exempt = "exempt:\n  paragraph: 3\n  reason: commercial terms\n"
    files = {
        **FILES,
        f"{NAME}/paper": paper("harbour", "hush-house", "autumn"),
        f"{NAME}/hush-house": statement("The [secret] price was £1.", exempt),
        "funding/autumn": funding_round(
            GRANTS.rstrip()
            + "\n    - {recipient: Hush Limited, purpose: hall, amount: £700, exempt: {paragraph: 3, reason: terms}}\n"
        ),
    }
    root = built(tmp_path, files)
    assert archive(root).code == 0
    for name, data in _unpacked(state(root)):
        for secret in (b"ush Limited", b"hush-house", b"commercial", "£700".encode()):
            assert secret not in data, (name, secret)


def test_a_reason_for_accepting_that_names_an_exempt_entry_is_not_kept(tmp_path: Path) -> None:
    """The finding is counted as kept back, and the reason stands nowhere in the version."""
    exempt = "exempt:\n  paragraph: 3\n  reason: commercial terms\n"
    files = {
        **ACCEPTED,
        f"{NAME}/paper": paper("harbour", "hush-house", "autumn"),
        "hush-house": statement("A secret.", exempt),
        "funding/autumn": ACCEPTED["funding/autumn"].replace("Agreed with the treasurer.", "As for hush-house."),
    }
    root = built(tmp_path, files)
    assert archive(root, "final").code == 0
    assert json.loads(held(root, 1, "findings.json"))["kept_back"] >= 1
    assert not any(b"hush-house" in data for _, data in _unpacked(state(root)))


def test_a_build_that_comes_in_between_is_not_taken_for_an_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody builds while I archive: I am asked to type it again, and nobody is said to have edited anything."""
    root = built(tmp_path)
    reading = taking._read

    def read_after_a_build(*arguments: Any) -> Any:  # noqa: ANN401 - as the function it stands for
        write(root, {**FILES, f"{NAME}/harbour": statement("The harbour was quiet.")})
        assert run(root, "build", NAME).code == 0
        return reading(*arguments)

    monkeypatch.setattr(taking, "_read", read_after_a_build)
    ran = archive(root)
    assert ran.code == 1
    assert "built again while it was being archived" in ran.err
    assert state(root) == {}


def test_entries_changed_while_they_are_archived_are_kept_as_they_were_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept is what was checked, not what somebody saved a moment later."""
    root = built(tmp_path)
    before = (root / "entries" / NAME / "harbour.yaml").read_bytes()
    reading = taking._read

    def read_after_an_edit(*arguments: Any) -> Any:  # noqa: ANN401 - as the function it stands for
        write(root, {**FILES, f"{NAME}/harbour": statement("The harbour was quiet.")})
        return reading(*arguments)

    monkeypatch.setattr(taking, "_read", read_after_an_edit)
    assert archive(root).code == 0
    assert held(root, 1, f"entries/{NAME}/harbour.yaml") == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("--reason", "x"), "--status"),
        (("--status", "final"), "--reason"),
        (("--status", "finished", "--reason", "x"), "finished"),
        (("--status", "final", "--reason", "  "), "empty"),
        (("--status", "final", "--reason", "x" * 1001), "1,000"),
        (("--status", "final", "--reason", "x\x1b[2J"), "do not print"),
        (("--status", "final", "--reason", "x", "--by", ""), "--by"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_done(tmp_path: Path, typed: tuple[str, ...], told: str) -> None:
    """A slip in the command leaves no version behind."""
    root = built(tmp_path)
    ran = run(root, "archive", NAME, *typed)
    assert ran.code == 2
    assert told in ran.err
    assert state(root) == {}


def test_versions_lists_what_was_archived(tmp_path: Path) -> None:
    """One line a version, oldest first, and which of them the public no longer has."""
    root = built(tmp_path)
    assert "Nothing has been archived yet" in run(root, "versions").out
    archive(root, "draft", "--by", "Ann Thorne")
    archive(root, "published")
    archive(root, "corrected", "--supersede")
    lines = run(root, "versions", NAME).out.splitlines()
    assert lines[0].startswith(NAME)
    assert [line.split()[:2] for line in lines[1:]] == [["v1", "draft"], ["v2", "published,"], ["v3", "corrected"]]
    assert "Ann Thorne" in lines[1]
    assert "published, superseded by v3" in lines[2]
    rows = json.loads(run(root, "versions", "--format", "json").out)["papers"][0]["versions"]
    assert [(row["version"], row["status"], row["superseded_by"]) for row in rows] == [
        ("v1", "draft", None),
        ("v2", "published", "v3"),
        ("v3", "corrected", None),
    ]


def test_versions_of_a_paper_that_was_never_archived_is_wrong_usage(tmp_path: Path) -> None:
    """I am told what there is."""
    root = built(tmp_path)
    archive(root)
    ran = run(root, "versions", "2024-01-15")
    assert ran.code == 2
    assert NAME in ran.err


def test_an_archive_that_is_gone_is_not_said_to_be_empty(tmp_path: Path) -> None:
    """The ledger knows that there were versions: I am told to bring the folder back, not to archive first."""
    root = built(tmp_path)
    archive(root)
    shutil.rmtree(root / "output" / "archive")
    for ran in (run(root, "versions"), run(root, "versions", NAME), run(root, "restore", NAME, "v1", "--to", "x")):
        assert ran.code == 1
        assert "A317" in ran.err
        assert "yet" not in ran.out


def test_versions_works_when_the_entries_are_broken(tmp_path: Path) -> None:
    """The archive does not depend on what stands in entries/ today."""
    root = built(tmp_path)
    archive(root)
    (root / "entries" / "office.yaml").write_text(": : :\n", encoding="utf-8")
    assert "v1" in run(root, "versions").out


def _with_words(data: bytes, old: bytes, new: bytes) -> bytes:
    """Return a Word file with other words in its document."""
    return _rewritten(data, lambda name, part: part.replace(old, new) if name == "word/document.xml" else part)


def _repacked(data: bytes) -> bytes:
    return _rewritten(data, lambda _, part: part, zipfile.ZIP_STORED)


def _rewritten(data: bytes, change: Any, how: int = zipfile.ZIP_DEFLATED) -> bytes:  # noqa: ANN401 - (name, part) -> part
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", how) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def _unpacked(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield every file, and every part inside the Word files among them."""
    for name, data in files.items():
        yield name, name.encode() + data
        if name.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                yield from ((f"{name}/{part}", package.read(part)) for part in package.namelist())


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("archive",), "Which paper?"),
        (("archive", NAME), "--status is missing. Type behind it draft, final, sent, published or corrected."),
        (("archive", NAME, "--status", "draft"), "--reason is missing. Why it is kept, in a sentence"),
        (
            ("restore", NAME),
            "Which version? Type its number behind the paper, as in: pcp-reports restore 2023-10-03 v2",
        ),
        (("diff", NAME, "v1"), "Which version is it to be compared with?"),
        (
            ("archive", NAME, "--status", "draft", "--reason", "For", "the", "Chief"),
            "does not know what to do with: the Chief\nWords with blanks between them go into quotation marks",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_missing_or_too_much_is_said_in_a_sentence(tmp_path: Path, typed: tuple[str, ...], told: str) -> None:
    """No list of options in a box: what is missing, and how it is typed."""
    ran = run(write(tmp_path, FILES), *typed)
    assert ran.code == 2
    assert told in ran.err


def test_a_version_in_the_place_of_a_paper_and_blanks_round_a_name_are_understood(tmp_path: Path) -> None:
    """Words in the wrong order are told as that, and a blank that I copied along does no harm."""
    root = built(tmp_path)
    archive(root)
    assert "The paper comes first" in run(root, "restore", "v1", NAME, "--to", str(tmp_path / "x")).err
    assert "proves all versions" in run(root, "verify", NAME, "v1").err
    for command in (("versions", f" {NAME} "), ("verify", f"{NAME} "), ("check", f" {NAME}"), ("build", f"{NAME} ")):
        assert run(root, *command).code == 0, command
