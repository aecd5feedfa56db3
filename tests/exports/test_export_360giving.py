"""The ledger as 360Giving JSON."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from export_samples import HIDDEN, ROWS, row, sample
from giving_schema import validator
from hypothesis import HealthCheck, given
from hypothesis import settings as within
from hypothesis import strategies as st

from pcp_reports.dates import PartialDate
from pcp_reports.exports.giving360 import Publisher, as_360giving, slug
from pcp_reports.exports.json_form import as_json
from pcp_reports.exports.quality import quality_of
from pcp_reports.exports.reading360 import read_360giving
from pcp_reports.exports.rows import rows_of, total_of
from pcp_reports.money import Money

if TYPE_CHECKING:
    from pathlib import Path

    from jsonschema import Draft202012Validator

    from pcp_reports.exports.rows import GrantRow

OFFICE = Publisher("360G-barsetpcc", "GB-GOR-PC99", "Barsetshire PCC", "Barsetshire")
NOW = datetime(2024, 5, 1, 12, 30, tzinfo=UTC)


def grants_of(text: str) -> list[dict[str, Any]]:
    """Return the grants of a package as JSON gives them, numbers exact."""
    package = json.loads(text, parse_float=Decimal)
    grants: list[dict[str, Any]] = package["grants"]
    return grants


@pytest.fixture(scope="module")
def schema(shared: Path) -> Draft202012Validator:
    """Return the standard's own schema."""
    return validator(shared)


def test_a_grant_is_published_with_all_that_the_standard_asks(tmp_path: Path) -> None:
    """A grant of mine comes out with identifiers, amount to the penny, day, recipient, funder, programme and place."""
    made = as_360giving(rows_of(sample(tmp_path)), OFFICE, NOW)
    assert grants_of(made.text)[1] == {
        "id": "360G-barsetpcc-september-cf-1",
        "title": "Grant to =Barchester Scouts",
        "description": "tents",
        "currency": "GBP",
        "amountAwarded": Decimal("1470.57"),
        "awardDate": "2023-09-14",
        "recipientOrganization": [{"id": "GB-CHC-1234567", "name": "=Barchester Scouts", "charityNumber": "1234567"}],
        "fundingOrganization": [{"id": "GB-GOR-PC99", "name": "Barsetshire PCC"}],
        "grantProgramme": [
            {"code": "safer-streets-fund-community-fund", "title": "Safer Streets Fund: Community Fund"}
        ],
        "beneficiaryLocation": [{"name": "Wyre", "countryCode": "GB"}],
        "dateModified": "2024-05-01T12:30:00Z",
    }
    assert '"amountAwarded": 1470.57,' in made.text
    assert '"amountAwarded": 9500,' in made.text


def test_only_grants_that_count_are_published(tmp_path: Path) -> None:
    """Withdrawn and returned grants are left out and told; exempt ones are neither published nor told."""
    rows = rows_of(sample(tmp_path))
    made = as_360giving(rows, OFFICE, NOW)
    assert (made.grants, made.total) == (4, total_of(rows).total)
    assert [note.message for note in made.notes if note.code == "left-out"] == [
        "Rovers, £18,000: the grant was returned, so it is not published as one awarded.",
        "Shop Watch, £1,840: the grant was withdrawn, so it is not published as one awarded.",
    ]
    assert HIDDEN not in made.text + repr(made.notes)
    assert "hidden" not in made.text + repr(made.notes)


def test_the_sample_passes_the_schema_and_the_further_rules(tmp_path: Path, schema: Draft202012Validator) -> None:
    """What is published validates, and the standard's further checks find nothing to say."""
    made = as_360giving(rows_of(sample(tmp_path)), OFFICE, NOW)
    package = json.loads(made.text)
    assert [error.message for error in schema.iter_errors(package)] == []
    assert quality_of(package, date(2024, 5, 1)) == ()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("awardDate", "31/08/2023"),
        ("dateModified", "2023-08-31"),
        ("amountAwarded", "5"),
        ("recipientOrganization", []),
    ],
)
def test_the_schema_is_really_asked(schema: Draft202012Validator, key: str, value: object) -> None:
    """The validator of these tests refuses what the standard refuses: it reads the grant's schema and the formats."""
    package = json.loads(as_360giving([row("Scouts")], OFFICE, NOW).text)
    package["grants"][0][key] = value
    assert not schema.is_valid(package)


def test_a_month_stands_for_its_first_day_and_is_told() -> None:
    """Where I know only the month of an award, the first of it is given, and I am told."""
    made = as_360giving([row("Scouts", awarded=None)], OFFICE, NOW)
    assert grants_of(made.text)[0]["awardDate"] == "2023-09-01"
    assert [note.message for note in made.notes] == [
        "Scouts: the day of the award is not known, only September 2023; the first of the month is given."
    ]


def test_an_identifier_of_the_wrong_form_is_not_published() -> None:
    """A recipient's number with a slip is mended where that is certain, else replaced by one of the office's own."""
    rows = [
        row("A", number=1, recipient_id="gb-chc-1234567"),
        row("B", number=2, recipient_id="no/number"),
        row("C", number=3, recipient_id="GB-COH-01234567"),
        row("D", number=4, recipient_id="XX-LIST-1/2"),
        row("E", number=5, recipient_id="XX-LIST-12"),
    ]
    made = as_360giving(rows, OFFICE, NOW)
    assert [one["recipientOrganization"][0] for one in grants_of(made.text)] == [
        {"id": "GB-CHC-1234567", "name": "A", "charityNumber": "1234567"},
        {"id": "360G-barsetpcc-org-b", "name": "B"},
        {"id": "GB-COH-01234567", "name": "C", "companyNumber": "01234567"},
        {"id": "360G-barsetpcc-org-d", "name": "D"},
        {"id": "XX-LIST-12", "name": "E"},
    ]
    assert [note.code for note in made.notes] == ["recipient-identifier"] * 3


def test_recipients_are_told_apart_and_recognised_again() -> None:
    """One recipient has one identifier however it is typed; two whose names only look alike have two."""
    names = ("Tŷ Ni", "tŷ  NI", "Ty Ni", "Tŷ-Ni", "日本", "本日")
    made = as_360giving([row(name, number=at) for at, name in enumerate(names)], OFFICE, NOW)
    ids = [one["recipientOrganization"][0]["id"] for one in grants_of(made.text)]
    assert ids[0] == ids[1] == "360G-barsetpcc-org-ty-ni"
    assert len(set(ids)) == 5


def test_withdrawing_a_grant_renames_no_other() -> None:
    """A grant keeps its identifier when the one before it is withdrawn."""
    rows = [row("A", number=1), row("B", number=2)]
    before = grants_of(as_360giving(rows, OFFICE, NOW).text)[1]["id"]
    after = grants_of(as_360giving([row("A", number=1, counts=False), rows[1]], OFFICE, NOW).text)[0]["id"]
    assert before == after == "360G-barsetpcc-september-2"


def test_rounds_of_one_name_in_two_papers_are_told_apart() -> None:
    """Two papers may each have a round of their own called “september”."""
    rows = [row("A", path="entries/a/september.yaml"), row("A", path="entries/b/september.yaml")]
    ids = [one["id"] for one in grants_of(as_360giving(rows, OFFICE, NOW).text)]
    assert len(set(ids)) == 2


def test_a_reference_typed_twice_or_like_a_number_names_one_grant_alone() -> None:
    """Two grants with one reference, and a reference that is another's number, still have identifiers of their own."""
    rows = [row("A", reference="2"), row("B"), row("C", reference="CF/7"), row("D", reference="cf 7")]
    ids = [one["id"] for one in grants_of(as_360giving(rows, OFFICE, NOW).text)]
    assert [ids[0], ids[2]] == ["360G-barsetpcc-september-2", "360G-barsetpcc-september-cf-7"]
    assert len(set(ids)) == 4


def test_a_grant_published_before_keeps_its_identifier() -> None:
    """A reference that is an identifier of mine already stays what it is: the public knows the grant by it."""
    rows = [
        row("A", reference="360G-barsetpcc-2019-7"),
        row("B", reference="360G-other-1"),
        row("C", reference="360G-barsetpcc-a/b"),
    ]
    ids = [one["id"] for one in grants_of(as_360giving(rows, OFFICE, NOW).text)]
    assert ids[0] == "360G-barsetpcc-2019-7"
    assert ids[1] == "360G-barsetpcc-september-360g-other-1"
    assert "/" not in ids[2]


def test_names_in_other_scripts_and_long_ones_become_sound_identifiers() -> None:
    """A Welsh name keeps its letters without their signs; a name in another script, or a long one, has its own mark."""
    assert (slug("Caffi Tŷ Ni & Co."), slug("Wîn/Cŵn")) == ("caffi-ty-ni-and-co", "win-cwn")
    made = [slug(name) for name in ("日本", "本日", "!", "x" * 61, "x" * 62, "Łódź", "Łodz")]
    assert len(set(made)) == len(made)
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", one) for one in made)


def test_half_a_character_is_written_so_that_a_file_can_hold_it() -> None:
    """A name broken inside a character, as some programs leave it, is written and read back as it was."""
    text = as_json(["A\ud83d", "\ud83d😀"])
    assert json.loads(text.encode("utf-8")) == ["A\ud83d", "\ud83d😀"]


def test_long_and_repeated_words_make_a_sound_title() -> None:
    """A title has at most 140 characters and is never the description over again."""
    rows = [row("x" * 200, number=1), row("Scouts", number=2, purpose="Grant to Scouts")]
    titles = [one["title"] for one in grants_of(as_360giving(rows, OFFICE, NOW).text)]
    assert [len(titles[0]), titles[1]] == [140, "Award to Scouts"]


def test_nothing_to_publish_is_said() -> None:
    """A ledger in which no grant counts makes no file, because the standard has none without grants."""
    made = as_360giving([row("A", counts=False, status="withdrawn")], OFFICE, NOW)
    assert (made.text, made.grants, made.notes[-1].code) == ("", 0, "no-grants")


def test_the_time_is_given_in_one_zone_whatever_the_offices() -> None:
    """The time of the last change is written in universal time; one without its zone is refused."""
    summer = timezone(timedelta(hours=1))
    made = as_360giving([row("A")], OFFICE, datetime(2024, 7, 1, 0, 30, tzinfo=summer))
    assert grants_of(made.text)[0]["dateModified"] == "2024-06-30T23:30:00Z"
    with pytest.raises(ValueError, match="zone"):
        as_360giving([], OFFICE, datetime(2024, 7, 1))  # noqa: DTZ001 - that is the case
    with pytest.raises(ValueError, match="prefix"):
        as_360giving([], Publisher("a/b", "x", "y"), NOW)


@within(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS)
def test_any_names_validate_and_are_read_back_to_the_penny(schema: Draft202012Validator, rows: list[GrantRow]) -> None:
    """Whatever recipients and rounds are called, the file validates, and reading it gives the same names and amounts."""
    made = as_360giving(rows, OFFICE, NOW)
    counted = [one for one in rows if one.counts]
    if not counted:
        assert made.text == ""
        return
    package = json.loads(made.text)
    assert list(schema.iter_errors(package)) == []
    ids = [one["id"] for one in package["grants"]]
    assert all(re.fullmatch(r"360G-barsetpcc-[a-z0-9-]+", one) for one in ids)
    assert len(set(ids)) == len(ids)
    wrong = {one.code for one in quality_of(package, date(2024, 5, 1))}
    assert wrong <= {"email", "prefix-unknown"}
    read = read_360giving(made.text.encode())
    assert read.told == ()
    assert [(one.recipient, one.description, one.amount) for one in read.grants] == [
        (one.recipient, one.purpose, one.amount) for one in counted
    ]
    assert read.total == made.total
    assert [one.awarded for one in read.grants] == [PartialDate(2023, 9, 14)] * len(counted)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.decimals(allow_nan=False, allow_infinity=False),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    max_leaves=20,
)


@given(_JSON)
def test_json_is_written_as_the_standard_library_reads_it(value: object) -> None:
    """Any value comes back from its JSON unchanged, decimals figure for figure."""
    assert json.loads(as_json(value), parse_float=Decimal) == value


def test_no_float_is_ever_written() -> None:
    """A float among the values is refused, so that none can slip into an amount."""
    with pytest.raises(TypeError):
        as_json({"amountAwarded": 0.1})
    with pytest.raises(ValueError, match="not a number"):
        as_json(Decimal("NaN"))
    assert as_json([Money(10), Money(100), ()]) == "[\n  0.10,\n  1,\n  []\n]\n"
