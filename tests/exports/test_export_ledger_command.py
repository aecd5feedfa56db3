"""`export --ledger`: the grants in a file, in whichever form its name asks for, and nobody's own file lost."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from export_samples import HIDDEN, ROUNDS, row
from giving_schema import validator
from openpyxl import load_workbook
from support import OFFICE, funding_round, paper, run, write

from pcp_reports.editing import digest
from pcp_reports.exports import writing
from pcp_reports.exports.quality_shape import Quality
from pcp_reports.exports.shortfalls import shortfalls
from pcp_reports.exports.writing import write_export

ROOT = Path(__file__).resolve().parents[2]
PUBLISHING = "publishing:\n  prefix: 360G-barsetpcc\n  identifier: GB-GOR-PC99\n  area: Barsetshire\n"
SETTINGS = {"office": OFFICE + PUBLISHING}


def grants_in(path: Path) -> list[dict[str, Any]]:
    """Return the grants of a 360Giving file, numbers exact."""
    grants: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["grants"]
    return grants


def test_the_ending_says_which_form_is_written(tmp_path: Path) -> None:
    """I name the file, and get a table, a workbook or 360Giving; its path is all that is printed."""
    write(tmp_path, {**ROUNDS, **SETTINGS})
    for name in ("grants.csv", "grants.xlsx", "Grants.JSON"):
        ran = run(tmp_path, "export", "--ledger", str(tmp_path / name))
        assert (ran.code, ran.out) == (0, f"{tmp_path / name}\n")
        assert "Exported: 4 grants, £10,970.87 in all; 2 grants withdrawn or returned, " in ran.err
    told = csv.DictReader(io.StringIO((tmp_path / "grants.csv").read_text(encoding="utf-8-sig")))
    amounts = [one["amount"] for one in told]
    assert amounts == ["18000.00", "0.20", "1470.57", "9500.00", "1840.00", "0.10"]
    sheet = load_workbook(tmp_path / "grants.xlsx")["Grants"]
    assert [str(sheet.cell(at, 11).value) for at in range(2, 8)] == ["18000", "0.2", "1470.57", "9500", "1840", "0.1"]
    assert sum(one["amountAwarded"] for one in grants_in(tmp_path / "Grants.JSON")) == Decimal("10970.87")


def test_nothing_exempt_is_in_any_form(tmp_path: Path) -> None:
    """What is exempt is neither written nor spoken of."""
    write(tmp_path, {**ROUNDS, **SETTINGS})
    for name in ("grants.csv", "grants.xlsx", "grants.json"):
        ran = run(tmp_path, "export", "--ledger", str(tmp_path / name))
        assert HIDDEN not in ran.err + ran.out
        data = (tmp_path / name).read_bytes()
        assert data
        if name == "grants.xlsx":
            data = "\n".join(
                str(cell.value) for sheet in load_workbook(tmp_path / name) for line in sheet.rows for cell in line
            ).encode()
        assert HIDDEN.encode() not in data
        assert b"777" not in data


def test_a_package_is_what_the_standard_asks(tmp_path: Path, shared: Path) -> None:
    """The 360Giving file passes the standard's own schema, and bears the day of the export as its last change."""
    write(tmp_path, {**ROUNDS, **SETTINGS})
    before = datetime.now().astimezone().date()
    assert run(tmp_path, "export", "--ledger", str(tmp_path / "grants.json")).code == 0
    package = json.loads((tmp_path / "grants.json").read_text(encoding="utf-8"))
    assert [error.message for error in validator(shared).iter_errors(package)] == []
    modified = datetime.fromisoformat(package["modified"])
    assert modified.tzinfo == UTC
    assert before <= modified.date() <= datetime.now().astimezone().date()
    assert {one["dateModified"] for one in package["grants"]} == {package["modified"]}
    assert package["publisher"] == {
        "name": "Office of the Police and Crime Commissioner for Barsetshire",
        "identifier": "GB-GOR-PC99",
    }


@pytest.mark.parametrize(
    ("name", "grants", "total"),
    [("abct", 783, "12785625"), ("alwf", 475, "21757793.27")],
)
def test_published_grants_come_in_and_go_out_again_exactly(
    tmp_path: Path, shared: Path, name: str, grants: int, total: str
) -> None:
    """Two funders' real files become entries, and go out as valid 360Giving: every grant, to the penny."""
    write(tmp_path, {"office": "kind: office\nname: The office\n" + PUBLISHING})
    assert run(tmp_path, "import", str(shared / "data" / f"{name}-grants-360giving.json")).code == 0
    ran = run(tmp_path, "export", "--ledger", str(tmp_path / "again.json"))
    assert ran.code == 0
    again = grants_in(tmp_path / "again.json")
    assert (len(again), sum(one["amountAwarded"] for one in again)) == (grants, Decimal(total))
    before = grants_in(shared / "data" / f"{name}-grants-360giving.json")
    assert sorted(one["amountAwarded"] for one in again) == sorted(
        Decimal(str(one["amountAwarded"])).quantize(Decimal("0.01")) for one in before
    )
    package = json.loads((tmp_path / "again.json").read_text(encoding="utf-8"))
    assert [error.message for error in validator(shared).iter_errors(package)] == []


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("", ["360Giving needs your publisher's prefix", "360Giving needs the office's own identifier"]),
        (PUBLISHING.replace("  prefix: 360G-barsetpcc\n", ""), ["360Giving needs your publisher's prefix"]),
        (PUBLISHING.replace("360G-", ""), ["“barsetpcc” is not a publisher's prefix"]),
        (PUBLISHING.replace("-barsetpcc", "-barset/pcc"), ["“360G-barset/pcc” is not a publisher's prefix"]),
        (PUBLISHING.replace("  identifier: GB-GOR-PC99\n", ""), ["360Giving needs the office's own identifier"]),
        (PUBLISHING.replace("GB-GOR-PC99", "1234567"), ["“1234567” is no identifier: the register is missing"]),
        (PUBLISHING.replace("GB-GOR-PC99", "GB-XYZ-1"), ["“GB-XYZ-1” is no identifier: "]),
        (PUBLISHING.replace("GB-GOR-PC99", "360G-barset/1"), ["“360G-barset/1” is no identifier"]),
    ],
)
def test_what_360giving_needs_is_asked_for(tmp_path: Path, settings: str, said: list[str]) -> None:
    """Without who publishes, no 360Giving file is made, and I am told what to type in office.yaml."""
    write(tmp_path, {**ROUNDS, "office": OFFICE + settings})
    ran = run(tmp_path, "export", "--ledger", str(tmp_path / "grants.json"))
    assert (ran.code, ran.out) == (1, "")
    assert [one in ran.err for one in said] == [True] * len(said)
    assert ran.err.count("(G561, entries/office.yaml:1:1)") == len(said)
    assert "Nothing is exported until this is mended." in ran.err
    assert not (tmp_path / "grants.json").exists()
    assert run(tmp_path, "export", "--ledger", str(tmp_path / "grants.csv")).code == 0


def test_shortfalls_are_told_of_the_grant_in_my_file(tmp_path: Path) -> None:
    """What the standard finds fault with is told with the round, the recipient, the line and what to type."""
    grants = """
    - {recipient: Mill Trust, purpose: lamps, amount: £5, awarded: 2090-01-02, recipient_id: '12/34', district: Wyre}
    - {recipient: Old Quay, purpose: write to quay@example.org, amount: £6, awarded: 1990-01-02, recipient_id: GB-XYZ-1}
    - {recipient: Anwick, purpose: bikes, amount: £7, awarded: 2023-09, status: returned}
    - {recipient: Rovers, purpose: bikes, amount: £8}
    """
    office = OFFICE + PUBLISHING.replace("  area: Barsetshire\n", "")
    write(tmp_path, {"office": office, "funding/winter": funding_round(grants)})
    ran = run(tmp_path, "export", "--ledger", str(tmp_path / "grants.json"))
    told = "\n".join(line.strip() for line in ran.err.splitlines())
    path = "entries/funding/winter.yaml"
    assert f"winter, Mill Trust: the award date, 2 January 2090, is still to come. (G565, {path}:7:1)" in told
    assert f"winter, Old Quay: the award date, 2 January 1990, is more than 25 years ago. (G565, {path}:8:1)" in told
    assert "winter, Mill Trust: the identifier “12/34” cannot be published; 360G-barsetpcc-org-mill-trust" in told
    assert "winter, Old Quay: the recipient's identifier “GB-XYZ-1” begins with no known register. (G566" in told
    assert "winter, Old Quay: an e-mail address stands in the text: quay@example.org. (G567" in told
    assert "winter, Rovers: the grant does not say where it is spent (beneficiaryLocation). (G567" in told
    assert "Anwick, £7: the grant was returned, so it is not published as one awarded. (G568" in told
    assert "Rovers: the day of the award is not known, only September 2023; the first of the month" in told
    assert ran.code == 0
    assert len(grants_in(tmp_path / "grants.json")) == 3


def test_many_of_one_kind_are_told_as_one(tmp_path: Path) -> None:
    """A hundred grants without a place are one thing to mend, not a hundred."""
    grants = "\n".join(f"- {{recipient: Club {at}, purpose: bats {at}, amount: £{at + 5}}}" for at in range(100))
    office = OFFICE + PUBLISHING.replace("  area: Barsetshire\n", "")
    write(tmp_path, {"office": office, "funding/winter": funding_round(grants)})
    ran = run(tmp_path, "export", "--ledger", str(tmp_path / "grants.json"))
    assert ran.err.count("G567") == ran.err.count("G568") == 1
    assert "warning: 100 grants do not say where they are spent." in ran.err


def test_a_shortcoming_of_the_office_is_told_once() -> None:
    """What is wrong with the funder stands in every grant, and is told once, of office.yaml."""
    told = [
        Quality("prefix-unknown", "The funder is odd.", "x", f"grants/{at}/fundingOrganization/0/id") for at in (0, 1)
    ]
    (found,) = shortfalls(told, [row("A"), row("B")], "entries/office.yaml")
    assert (found.code, found.message, found.place.path) == ("G566", "The funder is odd.", "entries/office.yaml")


def test_papers_and_a_year_choose_the_grants(tmp_path: Path) -> None:
    """A paper's own rounds, or one financial year, as for the totals; and a slip in either is asked about."""
    write(tmp_path, ROUNDS)
    target = tmp_path / "grants.csv"

    def recipients(*arguments: str) -> list[str]:
        assert run(tmp_path, "export", *arguments, "--ledger", str(target)).code == 0
        return [one["recipient"] for one in csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig")))]

    assert recipients("2023-10-03") == ["'=Barchester Scouts", "Caffi Tŷ Ni t/a “Y Cwt”", "Shop Watch", "Guides & Co"]
    assert recipients("--year", "2024/25") == ["Caffi Tŷ Ni t/a “Y Cwt”"]
    assert len(recipients()) == 6
    for arguments in (["2023-10-04"], ["--year", "2023"], ["--year", "2024/26"]):
        ran = run(tmp_path, "export", *arguments, "--ledger", str(target))
        assert (ran.code, ran.out) == (2, "")
    ran = run(tmp_path, "export", "--year", "2019/20", "--ledger", str(target))
    assert (ran.code, ran.out) == (1, "")
    assert "There are no grants to export in 2019/20. (G564)" in ran.err


def test_a_round_that_cannot_be_read_keeps_everything_back(tmp_path: Path) -> None:
    """With an amount that cannot be read, no list goes out that lacks the grant without anybody noticing."""
    broken = funding_round("- {recipient: Mill Trust, purpose: lamps, amount: £9.280}")
    write(tmp_path, {**ROUNDS, "funding/broken": broken})
    ran = run(tmp_path, "export", "--ledger", str(tmp_path / "grants.csv"))
    assert (ran.code, ran.out) == (1, "")
    assert "G101" in ran.err
    assert "Nothing is exported until these are mended: grants would be missing from it." in ran.err
    assert not (tmp_path / "grants.csv").exists()


@pytest.mark.parametrize("name", ["grants.csv", "grants.xlsx", "grants.json"])
def test_an_export_follows_the_entries_and_no_file_of_mine_is_lost(tmp_path: Path, name: str) -> None:
    """Exporting again brings the file up to date; one that I changed, or that was mine, is left alone."""
    write(tmp_path, {**ROUNDS, **SETTINGS})
    target = tmp_path / name
    assert run(tmp_path, "export", "--ledger", str(target)).code == 0
    first = target.read_bytes()
    write(tmp_path, {**SETTINGS, "funding/more": funding_round("- {recipient: New Club, purpose: bats, amount: £77}")})
    assert run(tmp_path, "export", "--ledger", str(target)).code == 0
    assert target.read_bytes() != first
    target.write_bytes(b"mine")
    ran = run(tmp_path, "export", "--ledger", str(target))
    assert (ran.code, ran.out) == (1, "")
    assert f"{name} was changed since it was exported, so it is not overwritten. (G562)" in ran.err
    assert target.read_bytes() == b"mine"
    other = target.with_name(f"other {name}")
    other.write_bytes(b"mine too")
    ran = run(tmp_path, "export", "--ledger", str(other))
    assert f"other {name} is there already, and no export wrote it, so it is not overwritten. (G562)" in ran.err
    assert other.read_bytes() == b"mine too"


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("grants.pdf", "does not say in which form to write"),
        ("grants", "does not say in which form to write"),
        ("entries/grants.csv", "entries/ is kept for what the tool reads and keeps"),
        ("output/archive/grants.csv", "output/archive/ is kept for"),
        ("output/ledger/grants.csv", "output/ledger/ is kept for"),
        ("nowhere/grants.csv", "there is no folder nowhere"),
        ("entries/office.yaml/grants.csv", "entries/ is kept for"),
        ("a.file/grants.csv", "a.file is no folder"),
        ("folder.csv", "it is a folder"),
        ("open.xlsx", "open.xlsx is open in Excel"),
    ],
)
def test_a_place_that_cannot_be_is_named_with_the_reason(tmp_path: Path, where: str, said: str) -> None:
    """I am told why nothing can be written there, and nothing is."""
    write(tmp_path, ROUNDS)
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "a.file").write_bytes(b"")
    (tmp_path / "~$open.xlsx").write_bytes(b"")
    before = sorted(tmp_path.rglob("*"))
    ran = run(tmp_path, "export", "--ledger", str(tmp_path / where))
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert "(G563)" in ran.err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_changed_in_the_same_moment_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody saved between my looking and my writing stays theirs, and I am asked to export again."""
    target = tmp_path / "grants.csv"
    assert write_export(b"first", target, tmp_path) is None
    target.write_bytes(b"theirs")
    monkeypatch.setattr(writing, "digest_of", lambda _: digest(b"first"))
    found = write_export(b"second", target, tmp_path)
    assert found is not None
    assert (found.code, found.hint) == ("G562", "Export again.")
    assert target.read_bytes() == b"theirs"


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs more rights there")
def test_a_link_into_the_entries_is_followed(tmp_path: Path) -> None:
    """A folder that is only another name for entries/ is barred as that is."""
    write(tmp_path, ROUNDS)
    (tmp_path / "shared").symlink_to(tmp_path / "entries")
    ran = run(tmp_path, "export", "--ledger", str(tmp_path / "shared" / "grants.csv"))
    assert (ran.code, "entries/ is kept for" in ran.err) == (1, True)
    assert not (tmp_path / "entries" / "grants.csv").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes of this kind on Windows")
def test_a_pipe_is_not_read_for_ever(tmp_path: Path) -> None:
    """Something that is no file is named, and the command ends."""
    write(tmp_path, ROUNDS)
    os.mkfifo(tmp_path / "grants.csv")
    ran = run(tmp_path, "export", "--ledger", str(tmp_path / "grants.csv"))
    assert ran.code == 1
    assert "what stands there is no export of this tool" in ran.err


def test_no_grant_that_counts_is_no_package(tmp_path: Path) -> None:
    """A 360Giving file without a grant would be refused by everybody, so none is written."""
    grants = "- {recipient: Anwick, purpose: bikes, amount: £7, status: returned}"
    write(tmp_path, {**SETTINGS, "funding/winter": funding_round(grants)})
    ran = run(tmp_path, "export", "--ledger", str(tmp_path / "grants.json"))
    assert (ran.code, ran.out) == (1, "")
    assert "none of them counts. (G564)" in ran.err
    assert not (tmp_path / "grants.json").exists()


def test_what_may_count_twice_is_said(tmp_path: Path) -> None:
    """Two rounds that are copies of each other are named, as the totals name them."""
    same = funding_round("- {recipient: A, purpose: a, amount: £7}\n- {recipient: B, purpose: b, amount: £8}")
    write(tmp_path, {"funding/one": same, "funding/two": same, "2023-10-03/paper": paper("one", "two")})
    ran = run(tmp_path, "export", "--ledger", str(tmp_path / "grants.csv"))
    assert ran.code == 0
    assert "(G114" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "pcp-reports export --ledger grants.xlsx"),
        (["2023-10-03"], "Say what to export"),
        (["--ledger", "g.csv", "--bagit", "bag"], "Only one of --ledger and --bagit"),
        (["2023-10-03", "--bagit", "bag"], "--bagit needs a paper and a version"),
        (["2023-10-03", "v1", "v2", "--bagit", "bag"], "--bagit needs a paper and a version"),
        (["2023-10-03", "v1", "--bagit", "bag", "--year", "2023/24"], "--year is for --ledger"),
        (["--ledger", " "], "The name behind --ledger is empty"),
    ],
)
def test_a_slip_in_the_command_is_answered(tmp_path: Path, arguments: list[str], said: str) -> None:
    """I am told what to type."""
    write(tmp_path, ROUNDS)
    ran = run(tmp_path, "export", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_the_example_exports_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worked example's seventeen grants come out at £142,986, beside where I work."""
    shutil.copytree(ROOT / "entries", tmp_path / "entries")
    monkeypatch.chdir(tmp_path)
    ran = run(tmp_path, "export", "--ledger", "grants.xlsx")
    assert (ran.code, ran.out, ran.err) == (0, "grants.xlsx\n", "Exported: 17 grants, £142,986 in all.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["entries", "grants.xlsx", "output"]
