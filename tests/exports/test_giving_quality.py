"""The rules of the 360Giving standard beyond its schema."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.exports.quality import quality_of

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.exports.quality_shape import Quality

TODAY = date(2024, 5, 1)


def grant(**changed: object) -> dict[str, Any]:
    """Return a grant with nothing to say of it, but for what is changed; a part changed to None is left out."""
    parts: dict[str, object] = {
        "id": "360G-barsetpcc-1",
        "title": "Grant to Scouts",
        "description": "tents",
        "currency": "GBP",
        "amountAwarded": 500,
        "awardDate": "2024-05-01",
        "recipientOrganization": [{"id": "GB-CHC-1234567", "name": "Scouts", "charityNumber": "1234567"}],
        "fundingOrganization": [{"id": "GB-GOR-PC99", "name": "Barsetshire PCC"}],
        "grantProgramme": [{"title": "Safer Streets"}],
        "beneficiaryLocation": [{"name": "Wyre"}],
        "plannedDates": [{"startDate": "2024-06", "endDate": "2026"}],
        "actualDates": [{"startDate": "2024-04-01", "endDate": "2024-04-30"}],
        "dateModified": "2024-05-01T00:00:00+00:00",
    }
    return {key: value for key, value in {**parts, **changed}.items() if value is not None}


def told(*grants: object) -> list[tuple[str, str]]:
    """Return the codes and paths of what is found in a package of grants."""
    return [(one.code, one.path) for one in quality_of({"grants": list(grants)}, TODAY)]


def recipient(**parts: str) -> dict[str, Any]:
    """Return what is changed for a grant whose recipient has these parts."""
    return {"recipientOrganization": [{"id": "GB-CHC-1234567", "name": "Scouts", **parts}]}


def test_a_sound_grant_is_passed_over() -> None:
    """A grant that keeps every rule is not spoken of; neither is one dated today."""
    assert told(grant()) == []


@pytest.mark.parametrize(
    ("changed", "code", "path"),
    [
        ({"id": "360G-a\n1"}, "id-newline", "id"),
        ({"id": "360G-a\r1"}, "id-newline", "id"),
        ({"id": "360G-a\u20281"}, "id-newline", "id"),
        ({"id": "360G-a/1"}, "id-slash", "id"),
        ({"id": "barset-1"}, "id-prefix", "id"),
        ({"id": " "}, "id-missing", "id"),
        ({"amountAwarded": 0}, "amount-zero", "amountAwarded"),
        ({"amountAwarded": Decimal("-0.01")}, "amount-negative", "amountAwarded"),
        ({"amountAwarded": "500"}, "amount-missing", "amountAwarded"),
        ({"amountAwarded": True}, "amount-missing", "amountAwarded"),
        ({"title": "x" * 141}, "title-long", "title"),
        ({"title": "tents "}, "title-description", "title"),
        ({"title": ""}, "title-missing", "title"),
        ({"description": None}, "description-missing", "description"),
        ({"awardDate": "2024-02-30"}, "date-impossible", "awardDate"),
        ({"awardDate": "2023-02-29T00:00:00Z"}, "date-impossible", "awardDate"),
        ({"awardDate": "2024-02-01T25:00:00Z"}, "date-impossible", "awardDate"),
        ({"awardDate": "31/08/2023"}, "date-impossible", "awardDate"),
        ({"awardDate": "2024-04"}, "date-impossible", "awardDate"),
        ({"awardDate": None}, "date-missing", "awardDate"),
        ({"awardDate": "2024-05-02"}, "date-future", "awardDate"),
        ({"awardDate": "1999-04-30"}, "date-old", "awardDate"),
        ({"dateModified": "2024-05-02T00:00:00Z"}, "date-future", "dateModified"),
        ({"dateModified": None}, "no-modified", ""),
        ({"plannedDates": [{"startDate": "2036-05-02"}]}, "date-future", "plannedDates/0/startDate"),
        ({"plannedDates": [{"endDate": "2024-06-31"}]}, "date-impossible", "plannedDates/0/endDate"),
        ({"plannedDates": [{"startDate": "1998", "endDate": "2024"}]}, "date-old", "plannedDates/0/startDate"),
        (
            {"plannedDates": [{"startDate": "2024-06-02", "endDate": "2024-06-01"}]},
            "date-reversed",
            "plannedDates/0/endDate",
        ),
        (
            {"actualDates": [{}, {"startDate": "2024-03", "endDate": "2024-02"}]},
            "date-reversed",
            "actualDates/1/endDate",
        ),
        ({"actualDates": [{"endDate": "2024-06"}]}, "date-future", "actualDates/0/endDate"),
        (recipient(id="GB-CHARITY-1234567"), "prefix-unknown", "recipientOrganization/0/id"),
        (recipient(id="1234567"), "prefix-unknown", "recipientOrganization/0/id"),
        (recipient(id=""), "prefix-unknown", "recipientOrganization/0/id"),
        (recipient(id="360G-barsetpcc-org/1"), "id-slash", "recipientOrganization/0/id"),
        ({"fundingOrganization": [{"id": "XX-YY-1", "name": "A"}]}, "prefix-unknown", "fundingOrganization/0/id"),
        (recipient(charityNumber="12345"), "charity-number", "recipientOrganization/0/charityNumber"),
        (recipient(charityNumber="12345678"), "charity-number", "recipientOrganization/0/charityNumber"),
        (recipient(id="GB-CHC-12345"), "charity-number", "recipientOrganization/0/id"),
        (recipient(companyNumber="1234567"), "company-number", "recipientOrganization/0/companyNumber"),
        (recipient(id="GB-COH-1234567"), "company-number", "recipientOrganization/0/id"),
        ({"description": "tents; ask ann.thorne@example.gov.uk"}, "email", "description"),
        ({"classifications": [{"title": "a@b.cymru"}]}, "email", "classifications/0/title"),
        ({"grantProgramme": None}, "no-programme", ""),
        ({"grantProgramme": [{"code": "x"}]}, "no-programme", ""),
        ({"beneficiaryLocation": []}, "no-location", ""),
        ({"beneficiaryLocation": [{}]}, "no-location", ""),
    ],
)
def test_each_rule_speaks_of_what_breaks_it_and_of_nothing_else(
    changed: dict[str, object], code: str, path: str
) -> None:
    """Each of the standard's further rules is told of once, with the grant and the place in the file."""
    assert told(grant(), {**grant(**changed), **({} if "id" in changed else {"id": "360G-2"})}) == [
        (code, f"grants/1/{path}".rstrip("/"))
    ]


@pytest.mark.parametrize(
    "fine",
    [
        recipient(id="GB-SC-SC012345", charityNumber="SC012345"),
        recipient(id="GB-NIC-101234", charityNumber="NIC101234"),
        recipient(id="GB-COH-SC123456", companyNumber="SC123456"),
        recipient(id="360G-barsetpcc-org-scouts"),
        recipient(id="US-EIN-12-3456789"),
        recipient(email="scouts@example.org"),
        {"title": "x" * 140},
        {"amountAwarded": Decimal("0.01")},
        {"awardDate": "2024-02-29"},
        {"awardDate": "1999-05-01T00:00:00+00:00"},
        {"plannedDates": [{"startDate": "2024-06-14", "endDate": "2024-06"}, {"duration": 12}]},
        {"plannedDates": [{"startDate": "2024-06-14", "endDate": "2024-06-14"}]},
        {"actualDates": [{"startDate": "2024-04-14", "endDate": "2024-04-14T18:00:00Z"}]},
        {"description": "a price of 5@£3, @barchester"},
    ],
)
def test_what_keeps_the_rules_is_never_accused(fine: dict[str, object]) -> None:
    """Scottish and Northern Irish numbers, the last allowed day and length, and an address in its own field pass."""
    assert told(grant(**fine)) == []


def test_an_identifier_given_twice_is_told() -> None:
    """Two grants of one identifier are one grant to whoever reads the file."""
    (one,) = quality_of({"grants": [grant(), grant()]}, TODAY)
    assert (one.code, one.message) == ("id-repeated", "The identifier “360G-barsetpcc-1” is also that of grant 1.")


def test_what_is_no_package_is_said() -> None:
    """A file that holds no grants is named as that, and a grant that is none as that."""
    assert [one.code for one in quality_of([], TODAY)] == ["no-grants"]
    assert [one.code for one in quality_of({"grants": []}, TODAY)] == ["no-grants"]
    assert told("x", grant()) == [("not-a-grant", "grants/0")]


def of_file(shared: Path, name: str) -> tuple[Quality, ...]:
    """Return what is found in a file of real grants."""
    text = (shared / "data" / f"{name}-grants-360giving.json").read_text(encoding="utf-8")
    return quality_of(json.loads(text, parse_float=Decimal), TODAY)


def test_a_real_trusts_grants_are_judged(shared: Path) -> None:
    """Of a published file of 783 grants, only what is really missing in it is told."""
    assert Counter(one.code for one in of_file(shared, "abct")) == ABCT


def test_a_real_foundations_grants_are_judged(shared: Path) -> None:
    """Of a published file of 475 grants, each shortcoming is told, and what is sound is not."""
    assert Counter(one.code for one in of_file(shared, "alwf")) == ALWF


# Counted in the files by hand: 9 and 8 numbers are a company's, another country's or a sentence.
ABCT = {"charity-number": 9, "no-location": 1, "no-modified": 783}
ALWF = {"charity-number": 8, "no-location": 117, "no-modified": 124}

_ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["2024-02-30", "GB-CHC-1"]),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(sorted(grant())) | st.text(), inside),
    max_leaves=30,
)


@given(st.lists(_ODD, max_size=4))
def test_a_file_of_any_shape_is_judged_without_an_accident(grants: list[object]) -> None:
    """However odd a file is, it is answered with what is wrong, never with a crash."""
    assert all(one.message.endswith(".") for one in quality_of({"grants": grants}, TODAY))
