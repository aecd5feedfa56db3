"""What else may stand in output/: whatever it is, the commands end soon, say so in words, and lose nothing."""

from __future__ import annotations

import json
import os
import signal
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pcp_reports.built import built_rounds, read_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cli.conftest import Said

    Pcp = Callable[..., Said]

PAPER = "2023-10-03"
HOME = Path("output", PAPER)
RECORD = HOME / "build.json"
WORD_FILE = HOME / f"{PAPER} panel-update.docx"
SHEET = HOME / f"{PAPER} figures.docx"
NO_PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")


class WaitsForEverError(BaseException):
    """Raised where something waits or reads for ever; nothing but the test itself catches it."""


@contextmanager
def soon(seconds: int = 30) -> Iterator[None]:
    """Fail where something waits or reads for ever."""

    def stop(*_: object) -> None:
        raise WaitsForEverError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def brackets(path: Path) -> None:
    """Write lists within lists without end."""
    path.write_text("[" * 100_000, encoding="utf-8")


def deep(path: Path) -> None:
    """Write groups within groups, as deep as can just be read."""
    path.write_text('{"outputs": ' + '{"a": ' * 900 + "1" + "}" * 901, encoding="utf-8")


def half_a_character(path: Path) -> None:
    """Write what JSON may hold and no file can."""
    path.write_text('{"outputs": {"\\ud800": "\\udfff"}, "\\ud800": 1}', encoding="utf-8")


def of_other_shapes(path: Path) -> None:
    """Write a record whose values are of other kinds."""
    path.write_text('{"outputs": [1], "rounds": {"a": 7, "b": {"total": [], "projects": true}}, "inputs": null}', encoding="utf-8")  # fmt: skip


def pipe(path: Path) -> None:
    """Make a pipe that nobody writes to."""
    os.mkfifo(path)


def endless(path: Path) -> None:
    """Make a link to a device that never ends."""
    path.symlink_to("/dev/zero")


def huge(path: Path) -> None:
    """Make a file of 2 GB that takes no room."""
    with path.open("wb") as file:
        file.truncate(2_000_000_000)


PLANTED = [
    pytest.param(made, marks=NO_PIPES) if made in (pipe, endless) else made
    for made in (brackets, deep, half_a_character, of_other_shapes, pipe, endless, huge)
]
NO_FILE = [pytest.param(pipe, marks=NO_PIPES), pytest.param(endless, marks=NO_PIPES), huge]


def disagree(root: Path) -> None:
    """Make a claim disagree, so that `check` looks at what was built before."""
    path = root / "entries/funding/2023-24/slnf-september.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("£53,879", "£53,870"), encoding="utf-8", newline="\n")


@NO_PIPES
@pytest.mark.parametrize("plant", PLANTED)
def test_a_planted_record_stops_no_command(pcp: Pcp, example: Path, plant: Callable[[Path], None]) -> None:
    """Whatever build.json is, my paper is checked and built, the sheet is written, and a true record stands there again."""
    (example / HOME).mkdir(parents=True)
    plant(example / RECORD)
    disagree(example)
    with soon():
        assert pcp("check").code == 0
        assert pcp("figures", PAPER, "--format", "docx").code == 0
        plant_again = example / RECORD
        plant_again.unlink()
        plant(plant_again)
        assert pcp("build", PAPER).code == 0
    assert set(json.loads((example / RECORD).read_text(encoding="utf-8"))["outputs"]) >= {WORD_FILE.as_posix()}
    assert (example / RECORD).stat().st_size < 100_000


@NO_PIPES
@pytest.mark.parametrize("plant", NO_FILE)
@pytest.mark.parametrize("options", [(), ("--replace",)])
def test_no_paper_is_written_over_what_is_no_file(
    pcp: Pcp, example: Path, plant: Callable[[Path], None], options: tuple[str, ...]
) -> None:
    """A pipe, a device or a file of gigabytes where the paper belongs is named, and left alone."""
    (example / HOME).mkdir(parents=True)
    plant(example / WORD_FILE)
    with soon():
        said = pcp("build", PAPER, *options)
        sheet = pcp("figures", PAPER, "--format", "docx")
    assert (said.code, said.out) == (1, "")
    assert f"{WORD_FILE.name} cannot be written: what stands there was not written by this tool; it is" in said.err
    assert said.err.endswith("→ Move it away, or delete it.\n")
    assert sheet.code == 0
    assert "does not stand as these entries make it" in sheet.err
    assert {one.name for one in (example / HOME).iterdir()} == {WORD_FILE.name, SHEET.name, RECORD.name}


@pytest.mark.parametrize("where", ["output", HOME.as_posix()])
def test_a_file_where_a_folder_belongs_is_named(pcp: Pcp, example: Path, where: str) -> None:
    """I am told which file stands in the way, and what to do with it."""
    (example / where).parent.mkdir(exist_ok=True)
    (example / where).write_text("mine", encoding="utf-8")
    for command in (("build", PAPER), ("figures", PAPER, "--format", "docx")):
        said = pcp(*command)
        assert (said.code, said.out) == (1, "")
        assert (
            f"cannot be written: {Path(where).name} is no folder. (W504)\n    → Rename it, or delete it.\n" in said.err
        )
    assert pcp("check").code == 0
    assert (example / where).read_text(encoding="utf-8") == "mine"


@NO_PIPES
@pytest.mark.parametrize(
    ("where", "to"),
    [("output", "nowhere"), ("output", "output"), (HOME.as_posix(), "nowhere"), (HOME.as_posix(), PAPER)],
)
def test_a_link_that_leads_nowhere_is_named(pcp: Pcp, example: Path, where: str, to: str) -> None:
    """A folder that is a link to a drive that is gone, or to itself, is told in words."""
    (example / where).parent.mkdir(exist_ok=True)
    (example / where).symlink_to(to)
    for command in (("build", PAPER), ("figures", PAPER, "--format", "docx")):
        said = pcp(*command)
        assert (said.code, said.out) == (1, "")
        assert f"cannot be written: {Path(where).name} is a link that leads nowhere. (W504)" in said.err
    assert pcp("check").code == 0


@NO_PIPES
def test_a_link_into_the_entries_is_not_written_through(pcp: Pcp, example: Path) -> None:
    """A folder of output/ that leads into the entries receives no paper."""
    (example / "output").mkdir()
    (example / HOME).symlink_to(example / "entries" / PAPER)
    said = pcp("build", PAPER)
    assert said.code == 1
    assert "cannot be written: entries and templates are kept there. (W504)" in said.err
    assert not list((example / "entries").rglob("*.docx"))


def test_a_folder_where_the_record_belongs_is_named_before_anything_is_written(pcp: Pcp, example: Path) -> None:
    """A folder named build.json is told, and no paper is left behind without its record."""
    (example / RECORD).mkdir(parents=True)
    said = pcp("build", PAPER)
    assert said.code == 1
    assert "build.json, where it is recorded, is a folder. (W504)" in said.err
    assert not (example / WORD_FILE).exists()


def test_a_folder_that_is_closed_to_me_is_named(pcp: Pcp, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of somebody else's is told as that, and not as a file that is open in Word."""
    (example / HOME).mkdir(parents=True)
    monkeypatch.setattr(os, "access", lambda *_: False)
    said = pcp("build", PAPER)
    assert said.code == 1
    assert "its folder may not be changed by you. (W503)" in said.err


@pytest.mark.parametrize("command", [("build", PAPER), ("figures", PAPER, "--format", "docx")])
@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("Panel", "there is no such folder, and the name of a file must end in .docx."),
        ("x.pdf", "there is no such folder, and the name of a file must end in .docx."),
        ("entries/x.docx", "entries and templates are kept there."),
        ("output/archive/2023/x.docx", "what is archived is kept there, and nothing else."),
        ("output/ledger/x.docx", "what is archived is kept there, and nothing else."),
        ("README.txt", "its name must end in .docx."),
    ],
)
def test_a_place_that_was_mistyped_is_told(
    pcp: Pcp, example: Path, command: tuple[str, ...], asked: str, why: str
) -> None:
    """`--output` to a folder that does not exist, or to what is no Word file, says what to do."""
    (example / "README.txt").write_text("mine", encoding="utf-8")
    said = pcp(*command, "--output", asked)
    assert (said.code, said.out) == (1, "")
    assert f"The paper cannot be written to {asked}: {why} (W504)" in said.err.replace("\\", "/")


def test_a_record_is_read_as_it_was_written(pcp: Pcp, example: Path) -> None:
    """Nothing of a true record is lost, and the rounds of every paper built are known."""
    assert pcp("build", PAPER).code == 0
    assert read_record(example / HOME) == json.loads((example / RECORD).read_text(encoding="utf-8"))
    assert {one.paper for one in built_rounds(example)} == {PAPER}
