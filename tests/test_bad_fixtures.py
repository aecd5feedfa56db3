"""A folder of bad entries for each code: what is said about each, where, and what to type instead.

When words were changed on purpose, ``python tests/test_bad_fixtures.py --refresh`` writes every expected.json anew.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pcp_reports.catalogue import RULES
from pcp_reports.checks import check
from pcp_reports.findings import Severity
from pcp_reports.mending import mend
from pcp_reports.placing import survey
from pcp_reports.source import MAX_BYTES
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcp_reports.findings import Finding

BAD = Path(__file__).parent / "data" / "bad"
FOLDERS = sorted(path.name for path in BAD.iterdir() if re.match(r"[YMGPF][0-9]{3}_", path.name))
OFFICE = "kind: office\nname: Office of the Police and Crime Commissioner\n"
PAPER = (
    "kind: paper\nmeeting: 2024-01-15\ntitle: Update\nsections:\n  - heading: Headlines\n    items:\n      - harbour\n"
)
ENTRY = "kind: statement\ntext: The harbour was busy.\n"

EXPORTED = ("G5", "G21")
"""How the codes begin that `import`, `export` and `audit` give, and not `check`."""


def findings_of(root: Path) -> list[Finding]:
    """Return what `check` finds in a workspace."""
    return check(survey(load(root)))


def told(findings: list[Finding]) -> list[dict[str, Any]]:
    """Return the findings as expected.json holds them."""
    return [
        {
            "code": one.code,
            "path": one.place.path,
            "line": one.place.line,
            "column": one.place.column,
            "message": one.message,
            "hint": one.hint,
        }
        for one in findings
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_fault_is_said_in_the_same_words_at_the_same_place(folder: str) -> None:
    """What I am told about a fault, where it stands and what to type never changes by accident."""
    expected = json.loads((BAD / folder / "expected.json").read_text(encoding="utf-8"))
    assert told(findings_of(BAD / folder)) == expected


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_folder_shows_the_fault_it_is_named_for(folder: str) -> None:
    """The example of a fault is an example of that fault, and of no other that I would have to mend first."""
    codes = [finding.code for finding in findings_of(BAD / folder)]
    assert folder[:4] in codes
    follows = {"P101": {"P106"}, "M121": {"M110"}, "P144": {"P106"}}  # an unread item leaves its entry unplaced
    assert set(codes) <= {folder[:4]} | follows.get(folder[:4], set())


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_message_speaks_the_language_of_programmers(folder: str) -> None:
    """I am told what is wrong in my own words, in whole sentences, and the place lies inside my file."""
    for finding in findings_of(BAD / folder):
        assert re.search(r"[.?]$", finding.message), finding.message
        assert finding.severity is not Severity.ERROR or finding.hint or finding.code == "M109"
        assert not re.search(
            r"\b(mapping|sequence|scalar|token|None|null|dict|str|parser|exception|NoneType)\b",
            finding.message + finding.hint,
        )
        path = BAD / folder / finding.place.path
        if path.is_file() and path.suffix == ".yaml":
            lines = path.read_bytes().decode("utf-8", errors="replace").splitlines() or [""]
            assert 1 <= finding.place.line <= len(lines) + 1


def test_there_is_an_example_of_every_fault() -> None:
    """Every code of the entries has an example to try, and every example has a code that exists."""
    ours = {code for code in RULES if code[0] in "YMGPF" and not code.startswith(EXPORTED)}
    assert {folder[:4] for folder in FOLDERS} <= ours
    built = {name[5:9].upper() for name in globals() if re.match(r"test_[ympg][0-9]{3}_", name)}
    assert ours - {folder[:4] for folder in FOLDERS} == built


@pytest.mark.parametrize(
    "folder",
    [folder for folder in FOLDERS if any(one.fix is not None for one in findings_of(BAD / folder))],
)
def test_what_can_be_mended_is_mended(folder: str, tmp_path: Path) -> None:
    """`check --fix` leaves nothing of a fault that it says it can mend."""
    for path in (BAD / folder).rglob("*.*"):
        target = tmp_path / path.relative_to(BAD / folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    for _ in range(4):
        mend(tmp_path, findings_of(tmp_path))
    left = [finding for finding in findings_of(tmp_path) if finding.severity is not Severity.NOTE]
    assert [finding.message for finding in left if finding.fix is not None] == []
    assert [finding for finding in left if finding.severity is Severity.ERROR] == []


# -- what cannot be kept as a file on every platform is made here


def workspace(root: Path, **files: bytes) -> Path:
    """Return a workspace with an office, a paper and one entry, or with others in their place."""
    written = {"office.yaml": OFFICE.encode(), "2024-01-15/paper.yaml": PAPER.encode()}
    written["2024-01-15/harbour.yaml"] = ENTRY.encode()
    for name, data in (written | files).items():
        path = root / "entries" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def barred(monkeypatch: pytest.MonkeyPatch, where: type | Any, name: str, when: Callable[[Any], bool]) -> None:  # noqa: ANN401 - a class or a module
    """Make a call fail as it does where somebody else's rights bar the way."""
    real = getattr(where, name)

    def refused(path: Any, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - as the call itself
        if when(path):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)

    monkeypatch.setattr(where, name, refused)


def test_y101_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody holds open is named, and the rest is checked all the same."""
    workspace(tmp_path)
    barred(monkeypatch, Path, "open", lambda path: path.name == "harbour.yaml")
    (finding,) = findings_of(tmp_path)
    assert (finding.code, str(finding.place)) == ("Y101", "entries/2024-01-15/harbour.yaml:1:1")
    assert finding.message == "harbour: the file cannot be opened (Permission denied)."
    assert finding.hint == "If somebody has it open, ask them to close it."


def test_y102_file_that_is_too_large(tmp_path: Path) -> None:
    """A file of another sort that was renamed to .yaml is named for its size, and is not read."""
    workspace(tmp_path, **{"2024-01-15/harbour.yaml": b"#" * (MAX_BYTES + 1)})
    (finding,) = findings_of(tmp_path)
    assert (finding.code, str(finding.place)) == ("Y102", "entries/2024-01-15/harbour.yaml:1:1")
    assert "8,192 KB at most" in finding.message
    assert finding.hint == "Split it into several files."


def test_p123_schema_of_another_version(tmp_path: Path) -> None:
    """A schema that an older version left behind is named, because it offers the wrong keys as I type."""
    workspace(tmp_path, **{"entries.schema.json": b"{}"})
    (finding,) = findings_of(tmp_path)
    assert (finding.code, finding.severity) == ("P123", Severity.NOTE)


def test_p141_link_that_is_not_followed(tmp_path: Path) -> None:
    """A link to another place is named, so that nobody wonders why its entry is not printed."""
    workspace(tmp_path)
    try:
        (tmp_path / "entries" / "elsewhere").symlink_to(tmp_path.parent)
    except OSError:  # pragma: no cover - Windows without the right to make links
        pytest.skip("links cannot be made here")
    (finding,) = findings_of(tmp_path)
    assert (finding.code, str(finding.place)) == ("P141", "entries/elsewhere:1:1")
    assert finding.message == "entries/elsewhere is a link to another place, which is not followed."


def test_p141_folder_that_lies_too_deep(tmp_path: Path) -> None:
    """Folders within folders without end are named, not walked for ever."""
    workspace(tmp_path).joinpath("entries", *["a"] * 14).mkdir(parents=True)
    (finding,) = findings_of(tmp_path)
    assert finding.code == "P141"
    assert "folders are read 12 deep" in finding.message


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are always letters here")
def test_p142_name_that_cannot_be_read(tmp_path: Path) -> None:
    """A file whose name is of another encoding is named by its folder, as its own name cannot be shown."""
    workspace(tmp_path)
    with Path(os.fsdecode(os.fsencode(tmp_path / "entries") + b"/caf\xe9.yaml")).open("wb") as file:
        file.write(ENTRY.encode())
    (finding,) = findings_of(tmp_path)
    assert (finding.code, str(finding.place), finding.hint) == ("P142", "entries:1:1", "Rename the file.")


def test_p143_folder_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is barred to me is an error, because entries may be missing from the paper."""
    workspace(tmp_path, **{"funding/winter.yaml": ENTRY.encode()})
    barred(monkeypatch, os, "scandir", lambda path: Path(path).name == "funding")
    (finding,) = findings_of(tmp_path)
    assert (finding.code, finding.severity) == ("P143", Severity.ERROR)
    assert finding.message == "The folder entries/funding cannot be opened (Permission denied)."


def refresh() -> None:
    """Write every expected.json anew; the difference is for a person to read."""
    for folder in FOLDERS:
        text = json.dumps(told(findings_of(BAD / folder)), ensure_ascii=False, indent=2) + "\n"
        (BAD / folder / "expected.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__" and sys.argv[1:] == ["--refresh"]:
    refresh()
