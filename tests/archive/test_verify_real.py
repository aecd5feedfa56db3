"""`verify` of what `archive` truly keeps, as an officer makes it: nothing is found, or what was forged is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from support import funding_round, paper, run, statement, write
from tampering import home, rewrite, rewrite_ledger

from pcp_reports.archive.proving.verifying import verify

if TYPE_CHECKING:
    from pathlib import Path

NAME = "2023-10-03"
FILES = {
    f"{NAME}/paper": paper("harbour", "autumn"),
    f"{NAME}/harbour": statement("The harbour was busy."),
    "funding/autumn": funding_round(
        "\n    - {recipient: Guides, purpose: stoves, amount: £879}\n", text="£879 was awarded to 1 project:"
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace whose paper was built and archived by the commands, as a draft and as final."""
    write(tmp_path, FILES)
    for arguments in (
        ("build", NAME),
        ("figures", NAME, "--format", "docx"),
        ("archive", NAME, "--status", "draft", "--reason", "To be read"),
        ("archive", NAME, "--status", "final", "--reason", "Cleared"),
    ):
        ran = run(tmp_path, *arguments)
        assert ran.code == 0, ran.err + ran.out
    return tmp_path


def test_nothing_is_found_in_an_archive_that_nobody_touched(root: Path) -> None:
    """What I archived is as I archived it, and of version.json every digest is that of the list."""
    found = verify(root)
    assert found.findings == ()
    assert [(one.paper, one.versions, one.valid) for one in found.papers] == [(NAME, 2, True)]
    assert run(root, "verify").code == 0


@pytest.mark.parametrize(
    "name",
    [
        "totals.csv",
        f"{NAME} panel-update v2 final.docx",
        "findings.json",
        "template.docx",
        f"entries/{NAME}/harbour.yaml",
    ],
)
def test_a_file_forged_with_every_digest_but_that_in_version_json_is_found(root: Path, name: str) -> None:
    """A file, every list and the whole ledger were written anew: version.json still has the digest of the true file."""
    path = home(root, NAME) / "v2" / "files" / name
    rewrite(root, path, path.read_bytes() + b" ", NAME)
    rewrite_ledger(root)
    (one,) = verify(root).findings
    assert one.code == "A318"
    assert f"{NAME}, v2: version.json and the list of versions disagree" in one.message
    assert f"“{name}” is another file" in one.message


def test_a_version_json_with_another_digest_is_found(root: Path) -> None:
    """The same seen from the other side: version.json was changed, and all digests of it."""
    path = home(root, NAME) / "v1" / "files" / "version.json"
    held = json.loads(path.read_bytes())["outputs"]["totals.csv"]["sha512"]
    assert re.fullmatch("[0-9a-f]{128}", held)
    rewrite(root, path, path.read_bytes().replace(held.encode(), b"0" * 128), NAME)
    rewrite_ledger(root)
    (one,) = verify(root).findings
    assert (one.code, f"{NAME}, v1: version.json" in one.message) == ("A318", True)
    assert "“totals.csv” is another file" in one.message


@pytest.mark.parametrize(
    ("key", "words"), [("reason", "its reason"), ("by", "the name of who"), ("created", "the time")]
)
def test_a_version_json_that_tells_of_another_moment_is_found(root: Path, key: str, words: str) -> None:
    """Why, by whom and when a version was archived stands in three places, and each is held to the others."""
    path = home(root, NAME) / "v1" / "files" / "version.json"
    held = json.loads(path.read_bytes())
    rewrite(root, path, json.dumps({**held, key: "2001-01-01T00:00:00+00:00"}).encode(), NAME)
    rewrite_ledger(root)
    (one,) = verify(root).findings
    assert one.code == "A318"
    assert f"version.json says that {words}" in one.message
    assert f"is “2001-01-01T00:00:00+00:00”, not “{held[key]}”" in one.message


def test_a_version_json_that_names_an_entry_which_is_not_there_is_found(root: Path) -> None:
    """An entry is named of which the version has no file."""
    path = home(root, NAME) / "v1" / "files" / "version.json"
    held = json.loads(path.read_bytes())
    held["inputs"]["entries/more.yaml"] = "0" * 64
    rewrite(root, path, json.dumps(held).encode(), NAME)
    rewrite_ledger(root)
    (one,) = verify(root).findings
    assert (one.code, "“entries/more.yaml” is one of its files" in one.message) == ("A318", True)


@pytest.mark.parametrize("data", [b"no JSON", b"[]", b'{"paper": 1, "paper": 2}', b"null"])
def test_a_version_json_that_tells_nothing_is_found(root: Path, data: bytes) -> None:
    """A version.json that is none was not written by this tool, whatever the lists say of it."""
    rewrite(root, home(root, NAME) / "v1" / "files" / "version.json", data, NAME)
    rewrite_ledger(root)
    (one,) = verify(root).findings
    assert (one.code, f"{NAME}, v1: version.json tells nothing" in one.message) == ("A318", True)
