"""`init`, `new` and `schema`: a workspace from nothing, papers from the last one, entries that explain themselves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from jsonschema import Draft202012Validator

from pcp_reports.model import KINDS, model_of
from pcp_reports.model.fields import keys_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Said

    Pcp = Callable[..., Said]

FREE = [kind for kind in KINDS if kind not in ("office", "paper")]


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    folder = tmp_path / "office"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_from_nothing_to_a_paper(pcp: Pcp, empty: Path) -> None:
    """init, new meeting, build: three commands in an empty folder make a Word paper."""
    assert pcp("init").code == 0
    assert pcp("check").out.endswith("14 files read: 4 warnings and 3 notes (shown with --notes).\n")
    assert pcp("new", "meeting", "2024-01-15").code == 0
    built = pcp("build", "2024-01-15")
    assert built.code == 0
    assert (empty / built.out.strip()).is_file()
    assert "the prompt “[" in built.err, "what is still to be filled in is said"


def test_init_overwrites_nothing(pcp: Pcp, empty: Path) -> None:
    """A folder that holds entries is left alone, and a template of the office's own is kept."""
    (empty / "templates").mkdir()
    (empty / "templates" / "panel-update.docx").write_bytes(b"ours")
    assert pcp("init").code == 0
    assert (empty / "templates" / "panel-update.docx").read_bytes() == b"ours"
    (empty / "entries" / "office.yaml").write_text("kind: office\nname: Ours\n", encoding="utf-8")
    again = pcp("init")
    assert again.code == 2
    assert "holds entries already" in again.err
    assert (empty / "entries" / "office.yaml").read_text(encoding="utf-8") == "kind: office\nname: Ours\n"


def test_init_empty_leaves_the_example_out(pcp: Pcp, empty: Path) -> None:
    """--empty makes an office file to fill in; its prompts are warned of, and nothing in it is an error."""
    assert pcp("init", "--empty").code == 0
    assert sorted(path.name for path in (empty / "entries").iterdir()) == ["entries.schema.json", "office.yaml"]
    said = pcp("check")
    assert said.code == 0
    assert "the prompt “[The office's full name]” is still in place" in said.out
    assert pcp("new", "meeting", "2024-01-15").code == 0
    assert pcp("build", "2024-01-15").code == 0


def test_a_new_meeting_takes_after_the_latest_earlier_one(pcp: Pcp, example: Path) -> None:
    """Headings, standing and in-place paragraphs, contact and signatory come over; last time's items do not."""
    assert pcp("new", "meeting", "15 January 2024").code == 0
    folder = example / "entries" / "2024-01-15"
    made = yaml.safe_load((folder / "paper.yaml").read_text(encoding="utf-8"))
    before = yaml.safe_load((example / "entries" / "2023-10-03" / "paper.yaml").read_text(encoding="utf-8"))
    for key in ("title", "contact", "signatory", "summary", "recommendation"):
        assert made[key] == before[key]
    assert [section["heading"] for section in made["sections"]] == [
        section["heading"] for section in before["sections"]
    ]
    assert made["sections"][0] == before["sections"][0]
    assert made["sections"][1]["items"] == ["accountability-board"]
    assert made["sections"][2]["items"][0]["text"].strip() == before["sections"][2]["items"][0]["text"].strip()
    assert pcp("check", "2024-01-15").code == 0
    assert pcp("new", "meeting", "2024-04-15").code == 0
    assert pcp("new", "meeting", "2023-01-15").code == 0, "before every other: headings of its own"


@pytest.mark.parametrize("date", ["2024-01", "15/01/2024", "soon", "2024-02-30", "2023-10-03"])
def test_a_meeting_that_cannot_be_is_refused(pcp: Pcp, example: Path, date: str) -> None:
    """A month, an ambiguous or impossible date, and a meeting that is there already: exit 2 and nothing made."""
    before = sorted(example.rglob("*"))
    assert pcp("new", "meeting", date).code == 2
    assert sorted(example.rglob("*")) == before


@pytest.mark.parametrize("kind", FREE)
def test_every_kind_can_be_made_and_explains_its_keys(pcp: Pcp, mended: Path, kind: str) -> None:
    """The new file reads without a fault but for its prompts, names the schema, and explains every key of its kind."""
    said = pcp("new", kind, "Something: new & “hostile”")
    assert said.code == 0
    text = (mended / said.out.strip()).read_text(encoding="utf-8")
    schema = text.split("$schema=")[1].split()[0]
    assert (mended / said.out.strip()).parent.joinpath(schema).resolve() == (
        mended / "entries" / "entries.schema.json"
    ).resolve()
    for name in keys_of(model_of(kind)):
        assert f"\n{name}:" in text or f"\n# {name}:" in text
    findings = json.loads(pcp("check", "--format", "json").out)["findings"]
    prompts = {"P121", "P106", "P107", "G101", "M110"}
    assert {one["code"] for one in findings} <= prompts
    assert all("[" in one["message"] for one in findings if one["code"] in ("G101", "M110"))


@pytest.mark.parametrize("name", ["paper", "con", "…", "../../evil", "office"])
def test_a_name_that_no_file_can_bear_is_refused_or_tamed(pcp: Pcp, example: Path, name: str, tmp_path: Path) -> None:
    """Reserved names are refused; slashes never lead out of the workspace."""
    said = pcp("new", "statement", name)
    if said.code == 0:
        assert (example / said.out.strip()).resolve().is_relative_to((example / "entries").resolve())
    else:
        assert said.code == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["workspace"]


def test_a_name_that_is_taken_is_refused(pcp: Pcp, example: Path) -> None:
    """Two entries of one name within reach would be confused: the second is not made."""
    said = pcp("new", "statement", "Bacup")
    assert said.code == 2
    assert "entries/2023-10-03/bacup.yaml" in said.err
    assert pcp("new", "statement", "SLNF August").code == 2
    assert example.is_dir()


def test_a_round_goes_to_its_financial_year(pcp: Pcp, example: Path) -> None:
    """Grants belong to no meeting: a new round goes to the shared folder of the year it is announced in."""
    said = pcp("new", "funding-round", "SLNF January", "--date", "2024-01")
    assert said.out.strip() == "entries/funding/2023-24/slnf-january.yaml"
    assert "fund: Safer Lancashire Neighbourhoods Fund" in (example / said.out.strip()).read_text(encoding="utf-8")
    assert (
        pcp("new", "funding-round", "SLNF April", "--date", "2024-04").out.strip()
        == "entries/funding/2024-25/slnf-april.yaml"
    )
    totals = pcp("totals")
    assert (totals.code, totals.out) == (1, ""), "an amount that is still a prompt stops the totals"


def test_the_schema_is_printed_and_written_and_a_stale_one_is_noted(pcp: Pcp, mended: Path) -> None:
    """`schema` prints a valid JSON Schema; an old copy in the workspace is noted, and --write renews it."""
    schema = json.loads(pcp("schema").out)
    Draft202012Validator.check_schema(schema)
    path = mended / "entries" / "entries.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == schema, "the committed schema is this version's"
    path.write_text("{}", encoding="utf-8")
    assert [one["code"] for one in json.loads(pcp("check", "--format", "json").out)["findings"]] == ["P123"]
    assert pcp("schema", "--write").code == 0
    assert json.loads(path.read_text(encoding="utf-8")) == schema
    assert pcp("check").out.endswith("nothing to mend.\n")
