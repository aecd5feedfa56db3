"""Exempt matter is cut out of the entries that are kept, and what is kept still makes the same paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import funding_round, paper, statement, surveyed

from pcp_reports.archive.keeping.cutting import Cutting
from pcp_reports.archive.keeping.public_entries import public_entries
from pcp_reports.building import make

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pcp_reports.archive.keeping.public_entries import PublicEntries

EXEMPT = "exempt:\n  paragraph: 3\n  reason: commercial terms\n"
ROUND = """
    Community Fund:
      - recipient: Barchester Scouts
        purpose: tents
        amount: £5,000
      # Hush Limited is not to be named
      - recipient: Hush Limited
        purpose: a secret hall
        amount: £90,000
        exempt:
          paragraph: 3
          reason: commercial terms
      - recipient: Guides
        purpose: stoves
        amount: £879  # as agreed
"""


def kept(root: Path, files: Mapping[str, str]) -> PublicEntries:
    """Return what is kept of a paper's entries."""
    survey = surveyed(root, files)
    made = make(survey, "2023-10-03", root, draft=False)
    assert made.data is not None, [one.message for one in made.findings]
    return public_entries(survey, "2023-10-03", made.inputs)


def test_entries_without_exempt_matter_are_kept_byte_for_byte(tmp_path: Path) -> None:
    """Nothing is touched where nothing is exempt: notes, blank lines and all."""
    files = {"2023-10-03/paper": paper("harbour"), "harbour": statement("The harbour was busy.") + "\n# a note\n"}
    made = kept(tmp_path, files)
    assert made.left_out == ()
    assert made.files == {
        path: (tmp_path / path).read_bytes()
        for path in ("entries/office.yaml", "entries/2023-10-03/paper.yaml", "entries/harbour.yaml")
    }


def test_an_exempt_grant_is_cut_out_with_its_notes_and_nothing_else(tmp_path: Path) -> None:
    """The round is kept, the exempt grant is not: neither its recipient, nor its amount, nor a note that speaks of it."""
    made = kept(tmp_path, {"2023-10-03/paper": paper("autumn"), "funding/autumn": funding_round(ROUND)})
    text = made.files["entries/funding/autumn.yaml"].decode()
    assert made.left_out == ()
    for secret in ("Hush", "secret", "90,000", "exempt", "commercial", "as agreed"):
        assert secret not in text
    for public in ("Barchester Scouts", "£5,000", "Guides", "£879"):
        assert public in text


def test_reasons_for_accepting_go_with_what_was_cut(tmp_path: Path) -> None:
    """A reason beneath “accept:” may speak of the exempt grant, so a round that was cut keeps none."""
    more = "accept:\n  G301: Hush Limited is a special case.\n"
    made = kept(tmp_path, {"2023-10-03/paper": paper("autumn"), "funding/autumn": funding_round(ROUND, more=more)})
    assert "Hush" not in made.files["entries/funding/autumn.yaml"].decode()


def test_a_strand_of_exempt_grants_alone_goes_with_its_name(tmp_path: Path) -> None:
    """A strand all of whose grants are exempt would tell by its name what is kept out."""
    grants = (
        ROUND
        + """
    Innovation Fund:
      - recipient: Hush Two
        purpose: a second hall
        amount: £80,000
        exempt: {paragraph: 3, reason: commercial terms}
"""
    )
    made = kept(tmp_path, {"2023-10-03/paper": paper("autumn"), "funding/autumn": funding_round(grants)})
    text = made.files["entries/funding/autumn.yaml"].decode()
    assert made.left_out == ()
    assert "Innovation" not in text


def test_grants_written_in_braces_are_cut_line_by_line(tmp_path: Path) -> None:
    """A grant written on one line in braces is cut as one."""
    grants = """
    - {recipient: Rovers, purpose: boots, amount: £500}
    - {recipient: Hush Limited, purpose: a hall, amount: £600, exempt: {paragraph: 3, reason: terms}}
    """
    made = kept(tmp_path, {"2023-10-03/paper": paper("autumn"), "funding/autumn": funding_round(grants)})
    assert made.left_out == ()
    assert "Hush" not in made.files["entries/funding/autumn.yaml"].decode()
    assert "Rovers" in made.files["entries/funding/autumn.yaml"].decode()


def test_a_round_whose_exempt_grant_cannot_be_told_apart_is_left_out_and_named(tmp_path: Path) -> None:
    """All grants on one line in one pair of brackets: the tool does not guess where to cut, and keeps none of it."""
    text = (
        "kind: funding-round\nfund: Safer Streets Fund\nannounced: 2023-09\ntext: Grants were made.\n"
        "grants: [{recipient: Rovers, purpose: boots, amount: £500}, "
        "{recipient: Hush Limited, purpose: a hall, amount: £600, exempt: {paragraph: 3, reason: terms}}]\n"
    )
    made = kept(tmp_path, {"2023-10-03/paper": paper("autumn"), "funding/autumn": text})
    assert made.left_out == ("entries/funding/autumn.yaml",)
    assert not any(b"Hush" in data for data in made.files.values())


def test_an_exempt_entry_is_not_even_named_in_the_paper_that_places_it(tmp_path: Path) -> None:
    """The kept paper.yaml does not name the exempt entry, and the “also” that took its number stands as an item."""
    files = {
        "2023-10-03/paper": paper("harbour", "hush", "also: lighthouse", "pier"),
        "harbour": statement("The harbour was busy."),
        "hush": statement("A secret.", EXEMPT),
        "lighthouse": statement("The lighthouse shone."),
        "pier": statement("The pier stood."),
    }
    made = kept(tmp_path, files)
    text = made.files["entries/2023-10-03/paper.yaml"].decode()
    assert made.left_out == ()
    assert "hush" not in text
    assert "- lighthouse" in text
    assert "entries/hush.yaml" not in made.files


def test_a_section_of_exempt_items_alone_goes_with_its_heading(tmp_path: Path) -> None:
    """A heading over nothing but exempt matter is not printed, so it is not kept."""
    more = "  - heading: Hush-hush\n    items:\n      - hush\n"
    files = {
        "2023-10-03/paper": paper("harbour") + more,
        "harbour": statement("The harbour was busy."),
        "hush": statement("A secret.", EXEMPT),
    }
    made = kept(tmp_path, files)
    text = made.files["entries/2023-10-03/paper.yaml"].decode()
    assert made.left_out == ()
    assert "Hush" not in text
    assert "hush" not in text


def test_a_file_that_names_an_exempt_entry_in_what_is_not_printed_is_left_out(tmp_path: Path) -> None:
    """Where the exempt entry's name stands in a value that nobody can cut, the file is left out."""
    files = {
        "2023-10-03/paper": paper("harbour", "hush-house"),
        "harbour": statement("The harbour was busy.", "owner: who wrote hush-house\n"),
        "hush-house": statement("A secret.", EXEMPT),
    }
    made = kept(tmp_path, files)
    assert "entries/harbour.yaml" in made.left_out
    assert not any(b"hush-house" in data for data in made.files.values())


def test_a_name_that_the_paper_prints_itself_is_no_secret(tmp_path: Path) -> None:
    """The Guides have one grant that is public and one that is not: the public one is kept as it was typed."""
    grants = ROUND.replace("Hush Limited\n", "Guides\n").replace("# Hush Limited", "# It")
    made = kept(tmp_path, {"2023-10-03/paper": paper("autumn"), "funding/autumn": funding_round(grants)})
    text = made.files["entries/funding/autumn.yaml"].decode()
    assert made.left_out == ()
    assert text.count("Guides") == 1
    assert "secret hall" not in text


@pytest.mark.parametrize(
    "note",
    ["amount: £879 # less than Hush Limited got", "amount: £879  # Hush Limited", 'amount: "£879" # Hush Limited'],
)
def test_every_note_of_a_file_that_was_cut_is_taken_out(tmp_path: Path, note: str) -> None:
    """However many blanks stand before it: YAML decides what is a note, and it may speak of what was cut."""
    grants = ROUND.replace("amount: £879  # as agreed", note)
    made = kept(tmp_path, {"2023-10-03/paper": paper("autumn"), "funding/autumn": funding_round(grants)})
    text = made.files["entries/funding/autumn.yaml"].decode()
    assert made.left_out == ()
    assert "Hush" not in text
    assert "£879" in text


def test_a_sign_within_words_is_no_note(tmp_path: Path) -> None:
    """“Clean-up day # YOU SAID” in quotation marks, and a line of a text, stay as they were typed."""
    grants = ROUND.replace("purpose: stoves", 'purpose: "stoves # YOU SAID"')
    text = "The Commissioner made these grants:\n\n# not a note"
    made = kept(tmp_path, {"2023-10-03/paper": paper("autumn"), "funding/autumn": funding_round(grants, text=text)})
    words = made.files["entries/funding/autumn.yaml"].decode()
    assert made.left_out == ()
    assert '"stoves # YOU SAID"' in words
    assert "# not a note" in words
    assert "Hush" not in words


def test_evidence_that_speaks_of_an_exempt_grant_keeps_its_file_out(tmp_path: Path) -> None:
    """Evidence is no note and cannot be cut without changing what the entry says."""
    more = "evidence:\n  £5,879: the grant letters, without Hush Limited's\n"
    files = {
        "2023-10-03/paper": paper("autumn"),
        "funding/autumn": funding_round(ROUND, text="£5,879 was awarded:", more=more),
    }
    assert kept(tmp_path, files).left_out == ("entries/funding/autumn.yaml",)


def test_a_note_in_another_entry_that_names_an_exempt_one_is_taken_out(tmp_path: Path) -> None:
    """A file with nothing exempt in it loses its notes if one of them names what is exempt elsewhere, and no other does."""
    files = {
        "2023-10-03/paper": paper("harbour", "hush-house", "pier"),
        "harbour": statement("The harbour was busy.") + "# goes with hush-house\n",
        "pier": statement("The pier stood.") + "# on wood\n",
        "hush-house": statement("A secret.", EXEMPT),
    }
    made = kept(tmp_path, files)
    assert made.left_out == ()
    assert b"hush-house" not in made.files["entries/harbour.yaml"]
    assert b"# on wood" in made.files["entries/pier.yaml"]


def test_a_cut_that_would_change_the_paper_is_never_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If a line too many went with what is exempt, the copy would make another paper: it is left out instead."""
    cutting = Cutting.done

    def too_much(self: Cutting) -> list[str] | None:
        return [line for line in cutting(self) or [] if "Guides" not in line]

    monkeypatch.setattr(Cutting, "done", too_much)
    grants = ROUND.replace(
        "      - recipient: Guides\n        purpose: stoves\n        amount: £879  # as agreed\n",
        "      - {recipient: Guides, purpose: stoves, amount: £879}\n",
    )
    made = kept(tmp_path, {"2023-10-03/paper": paper("autumn"), "funding/autumn": funding_round(grants)})
    assert made.left_out == ("entries/funding/autumn.yaml",)
