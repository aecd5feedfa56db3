"""Identifiers of recipients: charity and company numbers are right as typed, or the right form is offered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import funding_round, surveyed

from pcp_reports.checks.identifiers import MOST_OF_A_FILE, written
from pcp_reports.findings import Severity
from pcp_reports.mending import mend
from pcp_reports.recipients.registers import slip_in

if TYPE_CHECKING:
    from pathlib import Path

WELL_FORMED = [
    "GB-CHC-1234567",
    "GB-CHC-277927",
    "GB-CHC-1234567-1",  # a charity linked to another
    "GB-SC-SC012345",
    "GB-NIC-101234",
    "GB-COH-01234567",
    "GB-COH-SC123456",
    "GB-COH-OC301234",
    "GB-COH-NI012345",
    "GB-COH-IP12345R",
    "GB-COH-R0000123",
    "GB-LAE-LAN",
    "GB-PLA-AGY",
    "GB-EDU-133843",
    "GB-NHS-RAX",
    "GB-REV-X7802",
    "360G-FUNDER-ORG:00A1",
    "US-EIN-13-3458820",
]
TYPED = [
    ("1234567", "GB-CHC-1234567 if it is a charity's number"),
    ("1234567", "GB-COH-01234567 if it is a company's"),
    ("277927", "GB-CHC-277927 if it is a charity's number"),
    ("01234567", "GB-COH-01234567 if it is a company's number"),
    ("SC012345", "GB-SC-SC012345 if it is a Scottish charity's number"),
    ("SC123456", "GB-COH-SC123456 if it is a company's number"),
    ("NI123456", "GB-COH-NI123456 if it is a company's number"),
    ("NIC101234", "GB-NIC-101234 if it is a Northern Irish charity's number"),
    ("1,234,567", "GB-CHC-1234567 if it is a charity's number"),
    ("Registered charity no. 1234567", "GB-CHC-1234567"),
    ("Company number 1234567", "GB-COH-01234567"),
    ("gb-chc-1234567", "GB-CHC-1234567"),
    ("GB-CHC 1234567", "GB-CHC-1234567"),
    ("GB CHC 1234567", "GB-CHC-1234567"),
    ("GB–CHC–1234567", "GB-CHC-1234567"),
    ("GBCHC1234567", "GB-CHC-1234567"),
    ("CHC-1234567", "GB-CHC-1234567"),
    ("GB-COH-sc123456", "GB-COH-SC123456"),
    ("GB-COH-1234567", "GB-COH-01234567"),
    ("GB-COH-SC1234", "GB-COH-SC001234"),
    ("GB-CHC-SC012345", "GB-SC-SC012345"),
    ("GB-CHC-1,234,567", "GB-CHC-1234567"),
    ("GB-CHC-01234567", "GB-COH-01234567 if it is a company's number"),
    ("GB-SC-012345", "GB-SC-SC012345"),
    ("GB-SC-SC12345", "GB-SC-SC012345"),
    ("GB-NIC-NIC101234", "GB-NIC-101234"),
]
NOT_TO_BE_GUESSED = [
    "GB-CHC-12345",
    "GB-CHC-123456789",
    "GB-COH-012345678",
    "GB-COH-ABC",
    "1234567/01234567",
    "GB-CHC-1234567/2",
    "TBC",
    "n/a",
    "not registered",
    "GB-CHC",
    "GB-CHC-",
    "-",
]


def round_with(identifier: str, count: int = 1) -> dict[str, str]:
    """Return a round whose grants bear the identifier as typed."""
    grants = "\n".join(
        f"""\
- recipient: Barchester Youth Club {number}
  purpose: a youth club
  amount: £1,000
  recipient_id: {identifier}"""
        for number in range(count)
    )
    return {"spring": funding_round(grants)}


@pytest.mark.parametrize("identifier", WELL_FORMED)
def test_a_well_formed_identifier_is_left_alone(identifier: str, tmp_path: Path) -> None:
    """An identifier as its register gives it out, of whatever register or country, is right."""
    assert list(written(surveyed(tmp_path, round_with(identifier)))) == []


@pytest.mark.parametrize(("typed", "offered"), TYPED)
def test_the_right_form_is_offered(typed: str, offered: str) -> None:
    """Where it can be told what was meant, I am told what to type; of two meanings I choose."""
    slip = slip_in(typed)
    assert slip is not None
    assert not slip.unknown
    assert offered in slip.instead


@pytest.mark.parametrize("typed", [offered.partition(" if ")[0] for _, offered in TYPED])
def test_what_is_offered_is_itself_right(typed: str) -> None:
    """What I type as I was told is not found fault with again."""
    assert slip_in(typed) is None


@pytest.mark.parametrize("typed", NOT_TO_BE_GUESSED)
def test_nothing_is_offered_where_one_can_only_guess(typed: str) -> None:
    """A number with too few or too many figures is named; which ones are wrong nobody can know."""
    slip = slip_in(typed)
    assert slip is not None
    assert slip.instead == ()


def test_a_leading_zero_that_a_sheet_dropped_is_told(tmp_path: Path) -> None:
    """A company number that lost its zero in Excel is named with the number as Companies House has it."""
    (finding,) = written(surveyed(tmp_path, round_with("GB-COH-1234567")))
    assert (finding.code, finding.severity) == ("G314", Severity.WARNING)
    assert finding.message == (
        "spring, Barchester Youth Club 0, recipient_id: “GB-COH-1234567” is no identifier: "
        "a company's number has eight figures, or two letters and six figures."
    )
    assert finding.hint == "Type GB-COH-01234567."


def test_a_bare_number_is_asked_about(tmp_path: Path) -> None:
    """A number alone may be a charity's or a company's; I am shown both."""
    (finding,) = written(surveyed(tmp_path, round_with("1234567")))
    assert finding.hint == "Type GB-CHC-1234567 if it is a charity's number or GB-COH-01234567 if it is a company's."


def test_only_letter_case_and_blanks_are_mended(tmp_path: Path) -> None:
    """`check --fix` writes what is certain and leaves alone what I must look up."""
    survey = surveyed(tmp_path, round_with("gb-chc 1234567") | {"summer": round_with("1234567")["spring"]})
    mend(tmp_path, list(written(survey)))
    left = list(written(surveyed(tmp_path, {"office": (tmp_path / "entries" / "office.yaml").read_text("utf-8")})))
    assert [finding.message.partition(",")[0] for finding in left] == ["summer"]


def test_an_unknown_register_is_a_note(tmp_path: Path) -> None:
    """New registers come into being; one that is not known is noted, with the one that it may have been."""
    (finding,) = written(surveyed(tmp_path, round_with("GB-CHR-1234567")))
    assert (finding.code, finding.severity) == ("G315", Severity.NOTE)
    assert finding.message.endswith(
        "“GB-CHR” is not a register that org-id.guide lists for the United Kingdom. Did you mean “GB-CHC-1234567”?"
    )


def test_a_sheet_of_bare_numbers_is_not_told_a_thousand_times(tmp_path: Path) -> None:
    """One mistake made in a whole sheet does not bury everything else."""
    assert len(list(written(surveyed(tmp_path, round_with("1234567", 50))))) == MOST_OF_A_FILE


def test_a_prompt_is_no_identifier(tmp_path: Path) -> None:
    """A prompt that was left in place is named as a prompt, not as a wrong number."""
    assert list(written(surveyed(tmp_path, round_with('"[the number in the register]"')))) == []


def test_an_exempt_recipient_is_not_told_of(tmp_path: Path) -> None:
    """Nothing of an exempt grant is printed, its recipient's number least of all."""
    text = round_with("1234567")["spring"] + "    exempt:\n      paragraph: 3\n      reason: a refuge\n"
    survey = surveyed(tmp_path, {"spring": text})
    assert survey.register.entries[0].model.grants[0].grants[0].exempt is not None
    assert list(written(survey)) == []


@given(st.text(max_size=40))
def test_whatever_is_typed_is_answered(typed: str) -> None:
    """No identifier, however odd, stops the check; what is said is a clause, and what is mended is right."""
    slip = slip_in(typed)
    if slip is not None:
        assert slip.reason
        assert not slip.mended or slip_in(slip.mended) is None


def test_published_identifiers_are_all_accepted(shared: Path) -> None:
    """The identifiers of 1,258 published grants are not found fault with."""
    judged = {}
    for path in sorted((shared / "data").glob("*-grants-360giving.json")):
        for grant in json.loads(path.read_text(encoding="utf-8"))["grants"]:
            identifier = grant["recipientOrganization"][0]["id"]
            judged[identifier] = slip_in(identifier)
    assert len(judged) > 500
    assert {identifier for identifier, slip in judged.items() if slip is not None} == set()
