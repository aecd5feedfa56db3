"""What an export may not hand out without a word: prompts that nobody filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from export_samples import ROUNDS
from support import OFFICE, run, write

if TYPE_CHECKING:
    from pathlib import Path

PUBLISHING = "publishing:\n  prefix: 360G-barsetpcc\n  identifier: GB-GOR-PC99\n  area: Barsetshire\n"
PROMPT = "[What the grant is for]"


def workspace(root: Path, *, office: str = OFFICE, rounds: dict[str, str] | None = None) -> Path:
    """Return a workspace that can be published."""
    return write(root, {**(ROUNDS if rounds is None else rounds), "office": office + PUBLISHING})


def unfilled() -> dict[str, str]:
    """Return the rounds with the purpose of one counting grant a prompt."""
    name, text = next((name, text) for name, text in ROUNDS.items() if "purpose: " in text)
    first = next(line for line in text.split("\n") if "purpose: " in line)
    return {**ROUNDS, name: text.replace(first, f'{first.partition("purpose:")[0]}purpose: "{PROMPT}"', 1)}


def test_a_prompt_is_never_published(tmp_path: Path) -> None:
    """A grant whose purpose is still a prompt keeps the 360Giving file from being written, and is named."""
    root = workspace(tmp_path, rounds=unfilled())
    ran = run(root, "export", "--ledger", str(root / "grants.json"))
    assert ran.code == 1
    assert not (root / "grants.json").exists()
    assert f"the prompt “{PROMPT}” is still in place." in ran.err
    assert "G569" in ran.err


@pytest.mark.parametrize("name", ["grants.csv", "grants.xlsx"])
def test_a_table_with_a_prompt_is_written_with_a_warning(tmp_path: Path, name: str) -> None:
    """A table for the office is written, and I am told of the prompt in it."""
    root = workspace(tmp_path, rounds=unfilled())
    ran = run(root, "export", "--ledger", str(root / name))
    assert ran.code == 0, ran.err
    assert (root / name).exists()
    assert f"the prompt “{PROMPT}” is still in place." in ran.err
    assert "P121" in ran.err


def test_an_office_without_its_name_publishes_nothing(tmp_path: Path) -> None:
    """“[The office's full name]” is not published as the funder's name."""
    line = next(line for line in OFFICE.split("\n") if line.startswith("name:"))
    root = workspace(tmp_path, office=OFFICE.replace(line, 'name: "[The office\'s full name]"'))
    ran = run(root, "export", "--ledger", str(root / "grants.json"))
    assert ran.code == 1
    assert "office.yaml, name: the prompt “[The office's full name]” is still in place." in ran.err


@pytest.mark.parametrize(
    "words", ["support [sic] for the hub", "a club for [the] young", "see [here](https://example.org/)"]
)
def test_what_an_editor_puts_in_brackets_is_no_prompt(tmp_path: Path, words: str) -> None:
    """“[sic]” in a purpose does not keep the grants from being published."""
    rounds = {name: text.replace(PROMPT, words) for name, text in unfilled().items()}
    root = workspace(tmp_path, rounds=rounds)
    ran = run(root, "export", "--ledger", str(root / "grants.json"))
    assert ran.code == 0, ran.err
    assert "prompt" not in ran.err
