"""Rounds as sheets and back: whatever the names, the ledger comes to the same."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from support import run, write
from tracker_files import delimited, imported, rounds, xlsx

from pcp_reports.exports.csv_form import as_csv
from pcp_reports.exports.reading360 import read_360giving
from pcp_reports.exports.rows import rows_of, total_of
from pcp_reports.exports.xlsx_form import as_xlsx
from pcp_reports.ledger import ledger
from pcp_reports.placing import survey
from pcp_reports.workspace import load

HOSTILE = st.sampled_from(
    ["Hub & Spoke", 'The "Hub"', "Smith (t/a Gym)", "Ysgol Tŷ Gwyn", "56 Group Wales", "4 Me 2", "A – B — C", "'t Hof", "Hub: a space", "a #b", "{{ total }}",
     "No", "007", "2023-10-03", "- x", "~", "*bold*", "Total Wellbeing CIC", "a|b", "a;b,c", "£5,000 Club", "[x]", "Sub Total Ltd", "=x", "@x", "Amount", "x\ny"]
)  # fmt: skip
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=25).filter(
    lambda text: bool(text.strip())
)
NAMES = (HOSTILE | WORDS | st.builds(lambda one, other: f"{one} {other}", HOSTILE, WORDS)).filter(
    lambda text: any(char.isalpha() for char in text)
)
GRANT = st.tuples(
    NAMES,
    NAMES,
    st.integers(1, 99_999_999),
    st.dates(date(2023, 4, 1), date(2024, 3, 31)),
    st.sampled_from(["Community Fund", "Innovation Fund", "Fighting Crime Grants"]),
    st.sampled_from(["awarded", "withdrawn", "returned", "varied"]),
)
HEAD = ["Reference", "Recipient", "Purpose", "Amount awarded", "Award date", "Strand", "Status"]


def tidy(words: str) -> str:
    """Return words as a cell on one line has them."""
    return " ".join(words.split())


def held(root: Path) -> list[tuple[str, str, int, str, str, str]]:
    """Return every grant of a workspace, sorted."""
    return sorted(
        (
            tidy(str(grant.recipient)),
            tidy(str(grant.purpose)),
            grant.amount.pence,
            str(grant.awarded),
            str(strand.name),
            grant.status,
        )
        for one in ledger(survey(load(root))).rounds
        for strand in one.round.grants
        for grant in strand.grants
    )


def cells(grants: list[tuple[str, str, int, date, str, str]], *, text: bool) -> list[list[Any]]:
    """Return the rows of a sheet; ``text`` as a spreadsheet would write them into a CSV."""
    rows: list[list[Any]] = [list(HEAD)]
    for number, (recipient, purpose, pence, day, strand, status) in enumerate(grants):
        amount: Any = f"{pence / 100:.2f}" if text else pence / 100
        rows.append(
            [f"R-{number}", recipient, purpose, amount, day.strftime("%d/%m/%Y") if text else day, strand, status]
        )
    return rows


@settings(max_examples=40)
@given(grants=st.lists(GRANT, min_size=1, max_size=12), form=st.sampled_from(["xlsx", ",", ";", "\t"]))
def test_a_sheet_comes_to_the_same_ledger(grants: list[tuple[str, str, int, date, str, str]], form: str) -> None:
    """Every grant of a sheet, whatever its names, is in the ledger letter by letter and to the penny; a second import changes nothing."""
    grants = [(_led(recipient), _led(purpose), *one[2:]) for one in grants for recipient, purpose in (one[:2],)]
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder) / "ws", {})
        data = xlsx(cells(grants, text=False)) if form == "xlsx" else delimited(cells(grants, text=True), form)
        name = "t.xlsx" if form == "xlsx" else "t.csv"
        ran = imported(root, data, "--dates", "day-first", name=name)
        assert ran.code == 0, ran.err
        assert held(root) == sorted(
            (_printed(recipient), _printed(purpose), pence, day.isoformat(), strand, status)
            for recipient, purpose, pence, day, strand, status in grants
        )
        assert "Both agree to the penny" in ran.err
        assert run(root, "check").code == 0
        before = rounds(root)
        assert imported(root, data, "--dates", "day-first", name=name).code == 0
        assert rounds(root) == before


def _led(words: str) -> str:
    """Return words that do not begin with what a spreadsheet would take for a formula, or hides."""
    return words.lstrip("=+@-'|% \u00a0") or "A"


def _printed(words: str) -> str:
    """Return words without the few signs that neither prints nor can be typed."""
    return tidy("".join(" " if char in "\u200b\u2060\ufeff\u00ad" else char for char in words))


EXPORTED = """
    kind: funding-round
    fund: Safer Streets Fund
    announced: 2023-09
    text: We gave {{ total }}.
    grants:
      Community Fund:
        - {recipient: "=Mill & Co", purpose: "@home: a club", amount: '£1,470.57', reference: 007, district: Hulme}
        - {recipient: Quay, purpose: boats, amount: '£10', status: withdrawn, projects: 2, recipient_id: GB-CHC-1234567}
      Innovation Fund:
        - {recipient: Gym, purpose: boxing, amount: '£5,000', awarded: 2023-09-14, conditions: Report, reason: Need, projects: 3}
"""


def test_our_own_exports_are_trackers(tmp_path: Path) -> None:
    """What export --ledger wrote, as CSV or Excel, is a tracker: importing it beside its own entries changes nothing."""
    root = write(tmp_path / "ws", {"funding/2023-24/september": EXPORTED})
    before = rounds(root)
    rows = rows_of(survey(load(root)))
    for name, data in (("t.csv", as_csv(rows).encode()), ("t.xlsx", as_xlsx(rows, "Grants"))):
        ran = imported(root, data, name=name)
        assert ran.code == 0, ran.err
        assert "Nothing has changed" in ran.err
        assert rounds(root) == before
        fresh = write(tmp_path / f"from {name}" / "ws", {})
        ran = imported(fresh, data, name=name)
        assert ran.code == 0, ran.err
        assert total_of(rows_of(survey(load(fresh)))) == total_of(rows)


def test_real_360giving_files_come_to_their_totals(shared: Path, tmp_path: Path) -> None:
    """The two published files come in to the penny, and are rounds that check has no error with."""
    for name, grants, total in (("abct", 783, "£12,785,625"), ("alwf", 475, "£21,757,793.27")):
        data = (shared / "data" / f"{name}-grants-360giving.json").read_bytes()
        root = write(tmp_path / name / "ws", {"office": "kind: office\nname: The Trust\n"})
        ran = imported(root, data, name=f"{name}.json")
        assert ran.code == 0, ran.err
        assert f"Read: {grants} grants awarded, {total}." in ran.err
        rows = rows_of(survey(load(root)))
        assert (len(rows), str(total_of(rows).total)) == (grants, total)
        assert {row.recipient_id for row in rows} == {grant.recipient_id for grant in read_360giving(data).grants}
        assert run(root, "check").code == 0
        before = rounds(root)
        assert imported(root, data, name=f"{name}.json").code == 0
        assert rounds(root) == before


def test_a_360giving_file_of_our_own_comes_back(tmp_path: Path) -> None:
    """A package with fund and strand in its programme makes the round with its strands again."""
    package = """{"grants": [{"id": "360G-x-1", "title": "T", "description": "boxing: for all", "currency": "GBP", "amountAwarded": 1470.57,
      "awardDate": "2023-09-14T00:00:00+00:00", "recipientOrganization": [{"id": "GB-CHC-1234567", "name": "Gym"}],
      "fundingOrganization": [{"id": "GB-x", "name": "Office"}], "grantProgramme": [{"title": "Safer Streets Fund: Community Fund"}]}]}"""
    root = write(tmp_path / "ws", {})
    ran = imported(root, package.encode(), name="own.json")
    assert ran.code == 0, ran.err
    assert held(root) == [("Gym", "boxing: for all", 147057, "2023-09-14", "Community Fund", "awarded")]


def test_our_own_360giving_file_changes_nothing(tmp_path: Path) -> None:
    """What I published as 360Giving, imported beside its own entries, finds its grants; what the export supplied stays out."""
    office = "kind: office\nname: The office\npublishing:\n  prefix: 360G-barsetpcc\n  identifier: GB-GOR-PC99\n  area: Barset\n"
    office += "funds:\n  Safer Streets Fund:\n    Community Fund:\n    Innovation Fund:\n"
    counting = EXPORTED.replace("status: withdrawn, ", "")
    root = write(tmp_path / "ws", {"office": office, "funding/2023-24/september": counting})
    before = rounds(root)
    out = tmp_path / "own.json"
    assert run(root, "export", "--ledger", str(out)).code == 0
    ran = imported(root, out.read_bytes(), name="own.json")
    assert ran.code == 0, ran.err
    assert "Nothing has changed" in ran.err
    assert rounds(root) == before
