"""Which row of a tracker is which grant of the entries, and what of it is written: nobody's grant becomes another's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import run, write
from tracker_files import imported, rounds, xlsx

from pcp_reports.dates import PartialDate
from pcp_reports.importing.sheets.cell_words import NO_PURPOSE
from pcp_reports.importing.trackers.against.changed import changes, kept_words, other_strand
from pcp_reports.importing.trackers.against.filed_rounds import FiledRounds
from pcp_reports.importing.trackers.against.matching import matched
from pcp_reports.importing.trackers.against.withheld import unmarked
from pcp_reports.importing.trackers.rounds import PlannedRound
from pcp_reports.importing.trackers.tracked import Tracked
from pcp_reports.money import Money
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.importing.trackers.against.filed_rounds import FiledGrant

D = date(2023, 9, 14)
ENTRY = """\
kind: funding-round
title: {title}
fund: Safer Streets Fund
announced: {announced}
text: Given to
grants:
{rows}"""


def entry(*rows: str, title: str = "Safer Streets Fund, September 2023", announced: str = "2023-09") -> str:
    """Return a round; a row is “recipient | purpose | amount”, and further keys behind more strokes."""
    grants = []
    for row in rows:
        recipient, purpose, amount, *more = (part.strip() for part in row.split("|"))
        keys = [f"purpose: {purpose}", f"amount: £{amount}", *more]
        grants.append("\n    ".join([f"  - recipient: {recipient}", *keys]) + "\n")
    return ENTRY.format(title=title, announced=announced, rows="".join(grants))


def filed(tmp_path: Path, **entries: str) -> FiledRounds:
    """Return the rounds of a workspace with these entries."""
    root = write(tmp_path / "ws", {f"funding/2023-24/{name}": text for name, text in entries.items()})
    return FiledRounds(load(root))


def award(row: int, recipient: str, purpose: str, pounds: int, **more: Any) -> Tracked:  # noqa: ANN401 - any field of an award
    """Return a row of a tracker."""
    return Tracked(row, recipient, purpose, Money(pounds * 100), fund="Safer Streets Fund", **more)


def pairs(told: FiledRounds, *awards: Tracked) -> tuple[dict[int, str], list[int], list[str]]:
    """Return which row was found to be which grant (by its purpose), the rows that are new, and the grants that are gone."""
    made = matched(awards, told.rounds[0], told.claims(awards))
    found = {row.row: str(grant.grant.purpose) for row, grant in made.pairs}
    return found, [row.row for row in made.new], [str(grant.grant.purpose) for grant in made.gone]


# -- which is which


def test_a_row_is_the_grant_of_its_recipient_and_purpose(tmp_path: Path) -> None:
    """Recipient and purpose tell a grant, whatever became of its amount; who has another purpose is another."""
    told = filed(tmp_path, one=entry("Hub | tea | 10", "Hub | cake | 10", "Gym | tea | 10"))
    assert pairs(told, award(2, "hub", "Cake.", 99), award(3, "Gym", "tea", 10)) == ({2: "cake", 3: "tea"}, [], ["tea"])


def test_a_row_is_the_grant_of_its_recipient_and_amount_where_there_is_one(tmp_path: Path) -> None:
    """A purpose that was worded anew leaves recipient and amount to tell the grant, where there is one of each alone."""
    told = filed(tmp_path, one=entry("Hub | tea | 10", "Hub | cake | 20"))
    assert pairs(told, award(2, "Hub", "buns", 20)) == ({2: "cake"}, [], ["tea"])


@pytest.mark.parametrize(
    ("entries", "rows"),
    [
        (("Hub | tea | 10", "Hub | cake | 10"), ("buns",)),
        (("Hub | tea | 10",), ("buns", "bread")),
        (("Hub | tea | 10", "Hub | cake | 10"), ("buns", "bread")),
    ],
)
def test_which_of_two_it_is_is_not_guessed(tmp_path: Path, entries: tuple[str, ...], rows: tuple[str, ...]) -> None:
    """Two grants, or two rows, of one recipient and one amount with other purposes: none is taken for another."""
    told = filed(tmp_path, one=entry(*entries))
    awards = [award(at, "Hub", purpose, 10) for at, purpose in enumerate(rows, 2)]
    found, new, gone = pairs(told, *awards)
    assert (found, len(new), len(gone)) == ({}, len(rows), len(entries))


def test_of_grants_alike_each_row_has_its_own_amount(tmp_path: Path) -> None:
    """Two grants to one body for one purpose are told by their amounts, in whatever order the rows stand."""
    told = filed(tmp_path, one=entry("Hub | tea | 10", "Hub | tea | 20"))
    awards = (award(2, "Hub", "tea", 30), award(3, "Hub", "tea", 10))
    found = matched(awards, told.rounds[0], told.claims(awards))
    assert sorted((row.row, grant.grant.amount.pence) for row, grant in found.pairs) == [(2, 2000), (3, 1000)]


def test_other_references_are_never_one(tmp_path: Path) -> None:
    """Row and grant of one name, purpose and amount are two where each bears a reference of its own."""
    told = filed(tmp_path, one=entry("Hub | tea | 10 | reference: A1"))
    assert pairs(told, award(2, "Hub", "tea", 10, reference="A2")) == ({}, [2], ["tea"])
    assert pairs(told, award(2, "Hub", "tea", 10)) == ({2: "tea"}, [], [])
    assert pairs(told, award(2, "Other", "else", 5, reference="a1 ")) == ({2: "tea"}, [], [])


def test_a_reference_on_two_rows_or_two_grants_tells_nothing(tmp_path: Path) -> None:
    """A reference tells a grant only where it stands once in the tracker and once in the entries."""
    told = filed(tmp_path, one=entry("Hub | tea | 10 | reference: A1", "Gym | mats | 20 | reference: B1", "Den | x | 5 | reference: B1"))  # fmt: skip
    one, two = award(2, "X", "y", 1, reference="A1"), award(3, "Y", "z", 2, reference="A1")
    assert set(told.claims([one])) == {2}
    assert told.claims([one, two]) == {}
    assert told.claims([award(4, "Gym", "mats", 20, reference="B1")]) == {}


def test_a_grant_of_another_round_is_found_by_its_reference(tmp_path: Path) -> None:
    """A row whose grant stands in another round is that grant, and is not made a second time in this one."""
    told = filed(
        tmp_path, one=entry("Hub | tea | 10"), two=entry("Gym | mats | 20 | reference: B1", announced="2023-10")
    )
    row = award(2, "Gym", "mats", 20, reference="B1")
    made = matched([row], told.rounds[0], told.claims([row]))
    assert (made.pairs, made.new) == ((), ())
    assert [(one.row, str(grant.grant.recipient)) for one, grant in made.elsewhere] == [(2, "Gym")]
    none = matched([row], None, told.claims([row]))
    assert (none.pairs, none.new, len(none.elsewhere)) == ((), (), 1)


@pytest.mark.parametrize(
    ("recipient", "purpose", "pounds", "same"),
    [
        ("Saint John’s", "path lights", 10, True),
        ("Saint John’s", "path lights", 11, False),
        ("Saint John’s", "benches", 11, False),
        ("Wyre Refuge", "path lights", 10, False),
        ("Saint John’s", NO_PURPOSE, 10, False),
    ],
)
def test_a_respelt_recipient_is_the_same_with_purpose_and_amount(
    tmp_path: Path, recipient: str, purpose: str, pounds: int, *, same: bool
) -> None:
    """St John's and Saint John’s are one where purpose and amount are; else I am shown a new grant and one that is gone."""
    told = filed(tmp_path, one=entry("St John's | path lights | 10"))
    found, new, gone = pairs(told, award(2, recipient, purpose, pounds))
    assert (bool(found), bool(new), bool(gone)) == (same, not same, not same)


def test_of_two_works_alike_a_respelt_recipient_is_not_guessed(tmp_path: Path) -> None:
    """Where two grants, or two rows, have one purpose and amount, a name that is nearly one of them tells nothing."""
    told = filed(tmp_path, one=entry("St John's | path lights | 10", "St Jude | path lights | 10"))
    assert pairs(told, award(2, "St John", "path lights", 10))[0] == {}
    told = filed(tmp_path / "b", one=entry("St John's | path lights | 10"))
    rows = award(2, "Saint John’s", "path lights", 10), award(3, "St. Johns", "path lights", 10)
    assert pairs(told, *rows)[0] == {}


# -- which round is which


def plan(name: str = "", when: str = "2023-09") -> PlannedRound:
    """Return a round of a tracker."""
    return PlannedRound("Safer Streets Fund", name, PartialDate.parse(when), ((None, (award(2, "Hub", "tea", 10),)),))


@pytest.mark.parametrize(
    ("title", "announced", "name", "when", "found"),
    [
        ("Safer Streets Fund, September 2023", "2023-09", "", "2023-09", True),
        ("Safer Streets Fund, September 2023", "2023-09", "", "2023-10", False),
        ("Safer Streets Fund, September 2023", "2022-09", "", "2023-09", False),
        ("Safer Streets Fund, September 2023", "2023-09", "Round 3", "2023-09", True),
        ("Safer Streets Fund, Round 3", "2023-08", "Round 3", "2023-09", True),
        ("Safer Streets Fund, Round 3", "2022-08", "Round 3", "2023-09", False),
        ("Safer Streets Fund, Round 2", "2023-09", "Round 3", "2023-09", False),
        ("Safer Streets Fund, Round 2", "2023-09", "", "2023-09", True),
        ("Grants for safer streets", "2023-09", "Round 3", "2023-09", True),
    ],
)
def test_a_round_is_known_by_its_name_else_by_its_month(
    tmp_path: Path, title: str, announced: str, name: str, when: str, *, found: bool
) -> None:
    """Round 3 of this year is the entry of that name; one named Round 2 is never it, though it is of the same month."""
    told = filed(tmp_path, one=entry("Gym | mats | 5", title=title, announced=announced))
    one = told.of(plan(name, when), "safer-streets-fund-x", "t.xlsx", {})
    assert (one is told.rounds[0]) is found
    assert found or one is None


def test_a_round_is_that_which_holds_most_of_its_references(tmp_path: Path) -> None:
    """Rows of the tracker that stand, by their references, in an entry of another month make it their round."""
    told = filed(
        tmp_path,
        one=entry("Gym | mats | 5 | reference: A1"),
        two=entry("Den | x | 5 | reference: A2", "Bar | y | 5 | reference: A3", announced="2023-08"),
    )
    rows = tuple(award(at, "Z", "z", 5, reference=f"A{at}") for at in (1, 2, 3))
    one = replace(plan(), strands=((None, rows),))
    assert told.of(one, "x", "t.xlsx", told.claims(rows)) is told.by_path["entries/funding/2023-24/two.yaml"]


# -- what is written


def only(told: FiledRounds) -> FiledGrant:
    """Return the one grant of a workspace."""
    (grant,) = told.rounds[0].grants
    return grant


def written(known: FiledGrant, row: Tracked) -> dict[str, object]:
    """Return the keys that the tracker changes, with what is written there."""
    return {str(one.edit.trail[-1]): one.edit.value for one in changes(row, known, "row")}


def test_the_tracker_has_the_last_word_on_facts(tmp_path: Path) -> None:
    """Whatever the tracker says otherwise of amount, status, day, reference, district, number or projects is written."""
    known = only(filed(tmp_path, one=entry("Hub | tea | 10 | status: awarded | district: Wyre")))
    same = award(2, "HUB", "tea", 10, status="awarded", district="wyre", projects=1)
    assert written(known, same) == {}
    row = award(
        2, "The Hub", "tea", 11, status="returned", district="Fylde", projects=2, awarded=PartialDate(2023, 9, 14),
        reference="A1", recipient_id="GB-CHC-1234567",
    )  # fmt: skip
    assert written(known, row) == {
        "recipient": "The Hub",
        "amount": "£11",
        "awarded": "2023-09-14",
        "status": "returned",
        "projects": "2",
        "reference": "A1",
        "district": "Fylde",
        "recipient_id": "GB-CHC-1234567",
    }
    assert written(known, award(2, "Hub", "tea", 10)) == {}


def test_words_that_i_bettered_stay_and_those_that_are_lacking_come_in(tmp_path: Path) -> None:
    """A purpose, reason or condition is written where the entry has none; one of mine stays, and I am told that it differs."""
    row = award(2, "Hub", "cakes", 10, reason="need", conditions="report")
    mine = only(filed(tmp_path, one=entry("Hub | tea | 10 | reason: mine | conditions: Report.")))
    assert written(mine, row) == {}
    assert [key for key, *_ in kept_words(row, mine)] == ["purpose", "reason"]
    bare = only(filed(tmp_path / "b", one=entry(f"Hub | '{NO_PURPOSE}' | 10")))
    assert written(bare, row) == {"purpose": "cakes", "reason": "need", "conditions": "report"}
    assert kept_words(row, bare) == ()
    assert written(bare, award(2, "Hub", NO_PURPOSE, 10)) == {}


def test_another_strand_is_told_only_where_both_have_one(tmp_path: Path) -> None:
    """A strand that only the tracker, or only the entry, has is no other strand; nor is one that is spelt otherwise."""
    text = entry("x | y | 1").replace("  - ", "    - ").replace("    purpose", "      purpose").replace("    amount", "      amount")  # fmt: skip
    known = only(filed(tmp_path, one=text.replace("grants:\n", "grants:\n  Community Fund:\n")))
    told = [other_strand(award(2, "x", "y", 1, strand=one), known) for one in ("", "the community", "Innovation Fund")]
    assert told == [False, False, True]
    plain = only(filed(tmp_path / "b", one=entry("x | y | 1")))
    assert not other_strand(award(2, "x", "y", 1, strand="Innovation Fund"), plain)


# -- exempt grants


@pytest.mark.parametrize(
    ("recipient", "purpose", "more", "asked"),
    [
        ("The Wyre Refuge", "else", {"awarded": PartialDate(2023, 8)}, True),
        ("Fylde Aid", "safe beds", {"announced": PartialDate(2023, 8)}, True),
        ("Fylde Aid", "else", {"awarded": PartialDate(2023, 8)}, False),
        ("The Wyre Refuge", "safe beds", {"awarded": PartialDate(2024, 8)}, False),
        ("The Wyre Refuge", "safe beds", {"awarded": PartialDate(2023, 8), "reference": "A2"}, True),
        ("Fylde Aid", NO_PURPOSE, {"awarded": PartialDate(2023, 8)}, False),
    ],
)
def test_what_could_be_an_exempt_grant_is_asked_about(
    tmp_path: Path, recipient: str, purpose: str, more: dict[str, Any], *, asked: bool
) -> None:
    """A new row that could be an exempt grant of its fund and year is asked about; one of another year is not.

    A reference that differs tells them apart where the tracker has the exempt grant's own besides.
    """
    told = filed(
        tmp_path,
        one=entry("Wyre Refuge | safe beds | 10 | reference: A1 | exempt: {paragraph: 1, reason: the address}"),
    )
    found = unmarked([award(2, recipient, purpose, 9, **more)], told.rounds, (), "row")
    assert [one.code for one in found] == (["G531"] if asked else [])
    other = replace(award(2, recipient, purpose, 9, **more), fund="Another")
    assert unmarked([other], told.rounds, (), "row", {"a1"}) == []
    assert unmarked([award(2, recipient, purpose, 9, **more)], told.rounds, told.rounds[0].grants, "row") == []
    besides = unmarked([award(2, recipient, purpose, 9, **more)], told.rounds, (), "row", {"a1"})
    assert bool(besides) is (asked and "reference" not in more)


# -- through the command


def test_rows_without_a_strand_among_others_are_named(tmp_path: Path) -> None:
    """Where some grants of a round have a strand and one has none, that one is named, not the others."""
    root = write(tmp_path / "ws", {})
    head = ["Recipient", "Project", "Amount", "Date", "Strand"]
    rows = [["A", "a", 5, D, "Community Fund"], ["B", "b", 6, D, None], ["C", "c", 7, D, "Community Fund"]]
    ran = imported(root, xlsx([head, *rows]), "--fund", "Safer Streets Fund")
    assert ran.code == 1
    assert "Row 3: no strand stands there, and other grants of the round have one (“Community Fund”)" in ran.err


def test_what_is_left_to_the_entries_is_said(tmp_path: Path) -> None:
    """A purpose that the tracker words otherwise is left and said; one that is the same is not spoken of."""
    root = write(tmp_path / "ws", {"funding/2023-24/one": entry("Hub | tea | 10 | awarded: 2023-09-14", "Gym | mats | 5 | awarded: 2023-09-14")})  # fmt: skip
    rows = [["Hub", "cakes", 10, D, "Safer Streets Fund"], ["Gym", "Mats", 5, D, "Safer Streets Fund"]]
    ran = imported(root, xlsx([["Recipient", "Project", "Amount", "Date", "Fund"], *rows]))
    assert ran.code == 0, ran.err
    assert ran.err.count("G534") == 1
    assert "Hub (row 2), purpose: the tracker has “" in ran.err


def test_a_360giving_grant_that_is_none_is_not_taken(tmp_path: Path) -> None:
    """A grant of nothing and one to nobody are left out and named; the total is of the others alone."""
    grant = (
        '{"id": "360G-x-%s", "title": "T", "description": "d", "currency": "%s", "amountAwarded": %s, '
        '"awardDate": "2023-09-14", "recipientOrganization": [{"id": "GB-CHC-1234567", "name": "%s"}], '
        '"fundingOrganization": [{"id": "GB-x", "name": "Office"}]}'
    )
    rows = [grant % row for row in (("1", "GBP", "5.10", "Gym"), ("2", "GBP", "0", "Hub"), ("3", "GBP", "7", " "), ("4", "GBP", "-3", "X"))]  # fmt: skip
    root = write(tmp_path / "ws", {})
    ran = imported(root, f'{{"grants": [{", ".join(rows)}]}}'.encode(), name="t.json")
    assert ran.code == 0, ran.err
    assert (
        "3 grants cannot be taken over, as they have no recipient or their amounts are £0 or less: “360G-x-2” (£0), “360G-x-3” (£7)"
        in ran.err
    )
    assert "Read: 1 grant awarded, £5.10" in ran.err
    none = grant % ("1", "EUR", "5.10", "Gym")
    ran = imported(write(tmp_path / "b", {}), f'{{"grants": [{none}]}}'.encode(), name="t.json")
    assert ran.code == 1
    assert "its currency is not said to be pounds" in ran.err
    assert "G501" in ran.err


def test_references_outlive_our_own_360giving_file(tmp_path: Path) -> None:
    """What I published comes back beside the entries with each grant's own reference, not the published identifier."""
    office = "kind: office\nname: The office\npublishing:\n  prefix: 360G-barsetpcc\n  identifier: GB-GOR-PC99\n  area: Barset\nfunds:\n  Safer Streets Fund:\n"
    grants = entry(
        "Hub | tea | 10 | awarded: 2023-09-14 | reference: A1 | district: Wyre | recipient_id: GB-CHC-1234567"
    )
    root = write(tmp_path / "ws", {"office": office, "funding/2023-24/one": grants})
    out = tmp_path / "own.json"
    assert run(root, "export", "--ledger", str(out)).code == 0
    before = rounds(root)
    ran = imported(root, out.read_bytes(), name="own.json")
    assert ran.code == 0, ran.err
    assert "Nothing has changed" in ran.err
    assert rounds(root) == before
    other = out.read_text(encoding="utf-8").replace('"Hub"', '"Bakery"')
    ran = imported(root, other.replace(": 10", ": 11").encode(), name="own.json")
    assert ran.code == 0, ran.err
    assert "Hub, recipient: Hub → Bakery (grant 1)" in ran.err
    assert "reference: A1" in rounds(root)["entries/funding/2023-24/one.yaml"]
