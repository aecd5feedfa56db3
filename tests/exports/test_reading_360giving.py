"""Other funders' 360Giving files, read and written again."""

from __future__ import annotations

import json
import time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from giving_schema import validator
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.dates import PartialDate
from pcp_reports.exports.reading360 import MOST_BYTES, read_360giving, written_360giving
from pcp_reports.money import Money

if TYPE_CHECKING:
    from pathlib import Path

REAL = [("abct", 783, 1_278_562_500), ("alwf", 475, 2_175_779_327)]


def package(*amounts: str, more: str = "") -> bytes:
    """Return a package of grants with the amounts as written."""
    rows = ", ".join(f'{{"id": "g{at}", "currency": "GBP", "amountAwarded": {one}}}' for at, one in enumerate(amounts))
    return f'{{"grants": [{rows}]{more}}}'.encode()


@pytest.mark.parametrize(("name", "grants", "pence"), REAL)
def test_real_grants_are_read_to_the_penny(shared: Path, name: str, grants: int, pence: int) -> None:
    """Each published grant is read, and together they come to what is known of them."""
    read = read_360giving((shared / "data" / f"{name}-grants-360giving.json").read_bytes())
    assert (len(read.grants), read.total) == (grants, Money(pence))
    assert all(one.recipient and one.title and one.recipient_id and one.awarded for one in read.grants)


@pytest.mark.parametrize(("name", "grants", "pence"), REAL)
def test_real_grants_are_written_again(shared: Path, name: str, grants: int, pence: int) -> None:
    """What was read is exported again: the same grants, nothing lost, the same total, and it validates."""
    data = (shared / "data" / f"{name}-grants-360giving.json").read_bytes()
    first = read_360giving(data)
    text = written_360giving(first)
    again = read_360giving(text.encode())
    assert again.grants == first.grants
    assert [dict(one.source) for one in again.grants] == [dict(one.source) for one in first.grants]
    assert (len(again.grants), again.total, again.told) == (grants, Money(pence), ())
    exact = json.loads(text, parse_float=Decimal)
    assert sum(one["amountAwarded"] for one in exact["grants"]) == Decimal(pence).scaleb(-2)
    assert schema_faults(shared, text) == []


def schema_faults(shared: Path, text: str) -> list[str]:
    """Return what the standard's schema finds in a file."""
    return [error.message for error in validator(shared).iter_errors(json.loads(text))]


def test_what_a_computer_left_of_an_amount_is_mended_and_told(shared: Path) -> None:
    """Two amounts of the published file have float residue; each is read as the pence meant, and I am told."""
    read = read_360giving((shared / "data/alwf-grants-360giving.json").read_bytes())
    assert [(one.code, one.message) for one in read.told] == [
        (
            "amount-mended",
            "The amount 41133.770000000004 is read as £41,133.77: the rest is what a computer made of it.",
        ),
        (
            "amount-mended",
            "The amount 44337.130000000005 is read as £44,337.13: the rest is what a computer made of it.",
        ),
    ]


def test_what_a_package_says_of_itself_is_written_again() -> None:
    """The licence, the publisher and whatever else stands beside the grants goes out as it came in."""
    text = written_360giving(
        read_360giving(package("7", more=', "license": "https://example.org/by", "version": "1.4"'))
    )
    assert {key: one for key, one in json.loads(text).items() if key != "grants"} == {
        "license": "https://example.org/by",
        "version": "1.4",
    }


@given(st.integers(-(10**12), 10**12))
def test_a_float_of_whole_pence_is_read_as_them(pence: int) -> None:
    """An amount that went through a computer's binary fractions is read as the pence that went in."""
    read = read_360giving(package(repr(pence / 100)))
    assert [one.amount for one in read.grants] == [Money(pence)]


def test_a_grant_is_read_with_all_its_parts() -> None:
    """Recipient, funder, programme, place and day are read where they stand; what is missing is empty."""
    source = {
        "id": "360G-x-1",
        "title": "T",
        "description": "D",
        "currency": "GBP",
        "amountAwarded": 5,
        "awardDate": "2024-02-29T00:00:00+00:00",
        "recipientOrganization": [{"id": "GB-CHC-1234567", "name": "Tŷ & Co"}],
        "fundingOrganization": [{"id": "f", "name": "F"}],
        "grantProgramme": [{"title": "P"}],
        "beneficiaryLocation": [{"name": "Wyre"}],
    }
    bare = {"id": "b", "currency": "GBP", "amountAwarded": 1, "awardDate": "2023-02-30", "recipientOrganization": "?"}
    one, other = read_360giving(json.dumps({"grants": [source, bare]}).encode()).grants
    assert (one.awarded, one.recipient, one.recipient_id) == (PartialDate(2024, 2, 29), "Tŷ & Co", "GB-CHC-1234567")
    assert (one.funder, one.programme, one.place, one.amount) == ("F", "P", "Wyre", Money(500))
    assert (other.awarded, other.recipient, other.programme) == (None, "", "")


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("12.345", "amount-unread"),
        ('"500"', "amount-unread"),
        ("null", "amount-unread"),
        ("true", "amount-unread"),
        ("1e300", "amount-unread"),
        ("1000000000000.01", "amount-unread"),
    ],
)
def test_an_amount_that_is_none_leaves_its_grant_out_and_is_told(amount: str, code: str) -> None:
    """A grant whose amount cannot be read to the penny is left out, named, and the rest is read."""
    read = read_360giving(package("7", amount))
    assert [one.amount for one in read.grants] == [Money(700)]
    assert [(one.code, one.grant, one.path) for one in read.told] == [(code, "g1", "grants/1/amountAwarded")]


def test_another_currency_is_not_taken_for_pounds() -> None:
    """A grant in euros is left out and told."""
    read = read_360giving(package("5").replace(b"GBP", b"EUR"))
    assert (read.grants, [one.code for one in read.told]) == ((), ["currency"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-json"),
        (b"{", "not-json"),
        (b'{"grants": [1,]}', "not-json"),
        (b'{"grants": [NaN]}', "not-json"),
        (b'{"grants": [-Infinity]}', "not-json"),
        (b'{"grants": [' + b"9" * 5000 + b"]}", "not-json"),
        (b'{"grants": [1.' + b"9" * 5000 + b"]}", "not-json"),
        (b'{"grants": [1e99999999999999999999]}', "not-json"),
        ("{}".encode("utf-16"), "not-json"),
        (b"PK\x03\x04", "not-json"),
        (b"[]", "not-a-package"),
        (b'{"grants": {}}', "not-a-package"),
        (b'{"grants": [], "grants": []}', "key-twice"),
        (b'{"grants": [{"id": "a", "id": "b"}]}', "key-twice"),
        (b"[" * 100_000, "too-deep"),
        (b'{"a":' * 100_000, "too-deep"),
        (b" " * (MOST_BYTES + 1), "too-large"),
    ],
    ids=lambda one: one if isinstance(one, str) else f"{len(one)}-bytes",
)
def test_a_hostile_file_is_refused_in_a_sentence(data: bytes, code: str) -> None:
    """A file that is broken, too deep, too large or says a thing twice is refused with the reason."""
    read = read_360giving(data)
    assert (read.grants, [one.code for one in read.told]) == ((), [code])


def test_brackets_inside_words_are_not_depth() -> None:
    """A description full of brackets and quotation marks is read as the words it is."""
    words = "[{" * 500 + '\\"'
    read = read_360giving(package("5", more=f', "note": "{words}"'))
    assert (read.head["note"], len(read.grants)) == ("[{" * 500 + '"', 1)


@pytest.mark.parametrize(
    "data",
    [b'"\\' * 1_000_000, b'"' * 1_000_001 + b"\\", b'"\\"' * 500_000],
    ids=["cut off", "one too many", "escaped"],
)
def test_an_odd_file_is_refused_at_once(data: bytes) -> None:
    """Two megabytes of quotation marks and backslashes hold nobody up."""
    start = time.perf_counter()
    assert [one.code for one in read_360giving(data).told] == ["not-json"]
    assert time.perf_counter() - start < 5


@given(st.binary(max_size=200) | st.text(alphabet='{}[]",:1e.-\\grants', max_size=80).map(str.encode))
def test_any_bytes_are_answered(data: bytes) -> None:
    """Whatever file I give, the answer is grants or sentences, never a crash."""
    read = read_360giving(data)
    assert read.told or read.grants == ()
