"""What the grants come to: strand, round, fund and financial year, against sums worked out another way."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import FUND, OFFICE, funding_round, paper, run, surveyed, write

from pcp_reports.dates import FinancialYear, PartialDate
from pcp_reports.ledger import Sum, ledger, sum_round
from pcp_reports.totals_csv import safe

EXEMPT = "exempt: {paragraph: 3, reason: commercial}"
STRANDS = ("Community Fund", "Innovation Fund", "Fighting Crime Grants")
DATES = ("2023-03", "2023-03-31", "2023-04-01", "2023-04", "31 March 2024", "1 April 2024", "December 2023")
YEARS = {date: 2022 if date.startswith("2023-03") else 2024 if date == "1 April 2024" else 2023 for date in DATES}
"""The financial year that each of `DATES` lies in, by its first calendar year, worked out by hand."""


@dataclass(frozen=True)
class TypedGrant:
    """A grant as an officer types it, with its amount in pence."""

    pence: int
    projects: int | None
    status: str | None
    exempt: bool
    awarded: str | None

    @property
    def counts(self) -> bool:
        """Return whether a public total counts it."""
        return not self.exempt and self.status not in ("withdrawn", "returned")

    def lines(self, number: int) -> str:
        """Return the grant as lines of YAML."""
        pounds, pence = divmod(self.pence, 100)
        typed = f"£{pounds:,}" + (f".{pence:02}" if pence else "")
        rows = [f"- recipient: Group {number}", "  purpose: a purpose", f"  amount: {typed}"]
        rows += [f"  projects: {self.projects}"] if self.projects else []
        rows += [f"  status: {self.status}"] if self.status else []
        rows += [f"  awarded: {self.awarded}"] if self.awarded else []
        rows += [f"  {EXEMPT}"] if self.exempt else []
        return "\n".join(rows)


@dataclass(frozen=True)
class TypedRound:
    """A round as an officer types it: grants by strand, or under None as a plain list."""

    announced: str
    exempt: bool
    strands: dict[str | None, list[TypedGrant]]

    def file(self) -> str:
        """Return the round's file."""
        blocks = []
        for name, grants in self.strands.items():
            rows = "\n".join(grant.lines(number) for number, grant in enumerate(grants, 1))
            blocks.append(rows if name is None else f"{name}:\n" + "\n".join(f"  {row}" for row in rows.split("\n")))
        return funding_round("\n".join(blocks), announced=self.announced, more=EXEMPT + "\n" if self.exempt else "")


grants = st.builds(
    TypedGrant,
    pence=st.integers(1, 2_000_000) | st.integers(1, 20_000).map(lambda pounds: pounds * 100),
    projects=st.none() | st.integers(1, 40),
    status=st.sampled_from((None, None, "awarded", "varied", "withdrawn", "returned")),
    exempt=st.sampled_from((False, False, False, True)),
    awarded=st.none() | st.sampled_from(DATES),
)
rounds = st.builds(
    TypedRound,
    announced=st.sampled_from(DATES),
    exempt=st.sampled_from((False, False, False, True)),
    strands=st.dictionaries(st.sampled_from(STRANDS), st.lists(grants, min_size=1, max_size=4), min_size=1)
    | st.lists(grants, min_size=1, max_size=5).map(lambda rows: {None: rows}),
)


def by_hand(rows: list[TypedGrant]) -> tuple[str, int, int]:
    """Return total, grants and projects in plain integers of pence."""
    pence = 0
    for row in rows:
        pence += row.pence
    return f"{pence // 100}.{pence % 100:02}", len(rows), sum(row.projects or 1 for row in rows)


def sums(shown: dict[str, Any]) -> tuple[str, int, int]:
    """Return total, grants and projects of a row of the JSON form."""
    return shown["total"], shown["grants"], shown["projects"]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(typed=st.lists(rounds, min_size=1, max_size=3), cited=st.integers(0, 3))
def test_every_sum_is_what_plain_addition_gives(typed: list[TypedRound], cited: int) -> None:
    """Strand, round and year come to what I get with a calculator, whatever I enter and however often it is cited."""
    folder = Path(tempfile.mkdtemp())
    try:
        files = {f"funding/round-{number}": one.file() for number, one in enumerate(typed)}
        names = [f"round-{number}" for number in range(len(typed))]
        files |= {f"paper-{number}/paper": paper(*names) for number in range(cited)}
        shown = json.loads(run(write(folder, files), "totals", "--format", "json").out)
    finally:
        shutil.rmtree(folder)
    public = {f"entries/funding/round-{number}.yaml": one for number, one in enumerate(typed) if not one.exempt}
    assert {row["entry"] for row in shown["rounds"]} == set(public)
    assert len(shown["rounds"]) == len(public)
    years: dict[tuple[int, str | None], list[TypedGrant]] = {}
    for row in shown["rounds"]:
        one = public[row["entry"]]
        counted = {name: [grant for grant in rows if grant.counts] for name, rows in one.strands.items()}
        assert sums(row) == by_hand([grant for rows in counted.values() for grant in rows])
        visible = [name for name, rows in one.strands.items() if name and not all(grant.exempt for grant in rows)]
        assert [strand["name"] for strand in row["strands"]] == visible
        for strand in row["strands"]:
            assert sums(strand) == by_hand(counted[strand["name"]])
        assert row["paper"] == ("paper-0" if cited else None)
        for name, rows in counted.items():
            for grant in rows:
                years.setdefault((YEARS[grant.awarded or one.announced], name), []).append(grant)
    expected = {(f"{year}/{year - 1999}", name): by_hand(rows) for (year, name), rows in years.items()}
    assert {(row["year"], row["strand"]): sums(row) for row in shown["years"]} == expected
    assert len(shown["years"]) == len(expected)


GRANT = "- recipient: {0}\n  purpose: nets\n  amount: {1}\n"
"""A grant's lines, for a plain list."""


def plain(*rows: tuple[str, str], **keys: str) -> str:
    """Return a round that is a plain list of recipients and amounts."""
    return funding_round("".join(GRANT.format(*row) for row in rows), **keys)


def totals(root: Path, *arguments: str) -> Any:  # noqa: ANN401 - as json reads it
    """Return what `totals --format json` prints."""
    ran = run(root, "totals", "--format", "json", *arguments)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def test_the_json_holds_the_keys_agreed_and_no_others(tmp_path: Path) -> None:
    """Programs that read our totals find each key as it was promised, and money as words with two decimals."""
    grants = """
        Community Fund:
          - recipient: Scouts
            purpose: tents
            amount: £1,470.57
            projects: 2
        Innovation Fund:
          - recipient: Shop Watch
            purpose: radios
            amount: £500
    """
    stated = "stated:\n  - covers: Community Fund\n    total: £1,470.57\n    projects: 2\n  - total: £2k\n"
    root = write(tmp_path, {"update/paper": paper("august"), "august": funding_round(grants, more=stated)})
    assert totals(root) == {
        "rounds": [
            {
                "paper": "update",
                "entry": "entries/august.yaml",
                "fund": FUND,
                "announced": "2023-09",
                "total": "1970.57",
                "grants": 2,
                "projects": 3,
                "strands": [
                    {"name": "Community Fund", "total": "1470.57", "grants": 1, "projects": 2},
                    {"name": "Innovation Fund", "total": "500.00", "grants": 1, "projects": 1},
                ],
                "stated": [
                    {"total": "£1,470.57", "projects": "2", "covers": ["Community Fund"], "verdict": "agrees"},
                    {"total": "£2k", "projects": None, "covers": [], "verdict": "agrees_rounded"},
                ],
            }
        ],
        "years": [
            {
                "year": "2023/24",
                "fund": FUND,
                "strand": "Community Fund",
                "total": "1470.57",
                "grants": 1,
                "projects": 2,
            },
            {
                "year": "2023/24",
                "fund": FUND,
                "strand": "Innovation Fund",
                "total": "500.00",
                "grants": 1,
                "projects": 1,
            },
        ],
    }


def test_rounds_stand_in_the_order_announced_and_years_and_funds_in_theirs(tmp_path: Path) -> None:
    """I read rounds as they were announced, and each year's funds together, whatever the files are called."""
    files = {
        "a-late": plain(("Scouts", "30"), announced="2024-05"),
        "b-early": plain(("Scouts", "10"), announced="2023-05"),
        "c-small": plain(("Scouts", "20"), announced="2023-06").replace(FUND, "Small Grants"),
        "d-same": plain(("Scouts", "40"), announced="2023-05-01"),
    }
    shown = totals(write(tmp_path, files))
    assert [row["entry"][8:-5] for row in shown["rounds"]] == ["b-early", "d-same", "c-small", "a-late"]
    assert [(row["year"], row["fund"], row["strand"], row["total"]) for row in shown["years"]] == [
        ("2023/24", FUND, None, "50.00"),
        ("2023/24", "Small Grants", None, "20.00"),
        ("2024/25", FUND, None, "30.00"),
    ]


def test_a_round_that_two_papers_cite_counts_once_and_bears_the_earlier_papers_name(tmp_path: Path) -> None:
    """A round told to two meetings is not money spent twice; it is put down to the meeting that heard of it first."""
    files = {
        "a/paper": paper("august", meeting="2024-01-15"),
        "b/paper": paper("august", meeting="2023-10-03"),
        "undated/paper": paper("august", meeting=""),
        "august": plain(("Scouts", "£10")),
    }
    shown = totals(write(tmp_path, files))
    assert [(row["paper"], row["total"]) for row in shown["rounds"]] == [("b", "10.00")]
    assert [row["total"] for row in shown["years"]] == ["10.00"]
    assert totals(tmp_path, "a", "b")["years"] == shown["years"]


def test_papers_named_show_their_own_rounds_and_the_year_up_to_the_latest_of_their_meetings(tmp_path: Path) -> None:
    """Naming papers gives me their rounds, and the year to date as the Panel will hear it: up to the last meeting named."""
    files = {
        "first/paper": paper("june", meeting="2023-07-04"),
        "second/paper": paper("september", meeting="2023-10-03"),
        "third/paper": paper("december", meeting="2024-01-15"),
        "june": plain(("Scouts", "£1"), announced="2023-06"),
        "september": plain(("Scouts", "£10"), announced="2023-09"),
        "uncited": plain(("Scouts", "£100"), announced="2023-10"),
        "day-after": plain(("Scouts", "£1,000"), announced="2023-10-04"),
        "on-the-day": plain(("Scouts", "£10,000"), announced="2023-10-03"),
        "december": plain(("Scouts", "£100,000"), announced="2023-12"),
    }
    root = write(tmp_path, files)
    second = totals(root, "second")
    assert [row["entry"] for row in second["rounds"]] == ["entries/september.yaml"]
    # October's round may have been announced before the 3rd: a month is late only if its first day is.
    assert [row["total"] for row in second["years"]] == ["10111.00"]
    assert [row["total"] for row in totals(root, "first")["years"]] == ["1.00"]
    both = totals(root, "second", "first")
    assert [row["entry"] for row in both["rounds"]] == ["entries/june.yaml", "entries/september.yaml"]
    assert both["years"] == second["years"]
    assert [row["total"] for row in totals(root)["years"]] == ["111111.00"]


def test_the_year_to_date_runs_through_a_month_whose_day_of_meeting_is_not_known(tmp_path: Path) -> None:
    """Where I know only the month of the meeting, all awards of that month may have come before it."""
    files = {
        "update/paper": paper("august", meeting="2023-10"),
        "august": plain(("Scouts", "£1"), announced="2023-10-31"),
        "after": plain(("Scouts", "£20"), announced="2023-11-01"),
    }
    assert [row["total"] for row in totals(write(tmp_path, files), "update")["years"]] == ["1.00"]


def test_a_grant_awarded_after_the_meeting_is_not_in_the_year_to_date(tmp_path: Path) -> None:
    """The year to date goes by the day of each award, where I give it, not by the round's announcement."""
    grants = GRANT.format("Scouts", "£1") + GRANT.format("Guides", "£20") + "  awarded: 2023-11-01\n"
    root = write(tmp_path, {"update/paper": paper("august"), "august": funding_round(grants)})
    shown = totals(root, "update")
    assert [row["total"] for row in shown["rounds"]] == ["21.00"]
    assert [row["total"] for row in shown["years"]] == ["1.00"]


@pytest.mark.parametrize("typed", ["2023/24", "2023-24", "2023/2024"])
def test_a_year_asked_for_shows_that_year_alone(tmp_path: Path, typed: str) -> None:
    """`--year 2023/24` runs from 1 April to 31 March, by the award where it is given, and shows what belongs to it."""
    files = {
        "before": plain(("Scouts", "£1"), announced="2023-03-31"),
        "first-day": plain(("Scouts", "£10"), announced="2023-04-01"),
        "last-day": plain(("Scouts", "£100"), announced="31 March 2024"),
        "after": plain(("Scouts", "£1,000"), announced="April 2024"),
        "told-later": funding_round(GRANT.format("Scouts", "£10,000") + "  awarded: 2024-03\n", announced="2024-05"),
        "paid-later": funding_round(GRANT.format("Scouts", "£5") + "  awarded: 2024-05\n", announced="2024-02"),
        "all-withdrawn": funding_round(GRANT.format("Scouts", "£7") + "  status: withdrawn\n", announced="2024-02"),
    }
    shown = totals(write(tmp_path, files), "--year", typed)
    assert [(row["year"], row["total"]) for row in shown["years"]] == [("2023/24", "10110.00")]
    named = [row["entry"][8:-5] for row in shown["rounds"]]
    assert named == ["first-day", "all-withdrawn", "last-day", "told-later"]


@pytest.mark.parametrize("typed", ["2023", "2023/25", "23/24", "soon", "٢٠٢٣/٢٤"])
def test_a_year_that_is_none_is_asked_about(tmp_path: Path, typed: str) -> None:
    """A mistyped year is not guessed at: I am told how to type it, and no figure is printed."""
    ran = run(write(tmp_path, {"august": plain(("Scouts", "£10"))}), "totals", "--year", typed)
    assert (ran.code, ran.out) == (2, "")
    assert "2023/24" in ran.err


def test_withdrawn_and_returned_grants_never_count_and_are_listed_apart(tmp_path: Path) -> None:
    """Money that came back is not money spent: it is named apart, with its amount, and every total leaves it out."""
    grants = """
        Community Fund:
          - {recipient: Scouts, purpose: tents, amount: £1, status: awarded}
          - {recipient: Guides, purpose: tents, amount: £10, status: varied}
          - {recipient: Rovers, purpose: tents, amount: £100, status: withdrawn, projects: 5}
        Innovation Fund:
          - {recipient: Cubs, purpose: tents, amount: £1000, status: returned, projects: 7}
    """
    root = write(tmp_path, {"august": funding_round(grants, more="stated:\n  total: £11\n  projects: 2\n")})
    (shown,) = totals(root)["rounds"]
    assert sums(shown) == ("11.00", 2, 2)
    assert [sums(strand) for strand in shown["strands"]] == [("11.00", 2, 2), ("0.00", 0, 0)]
    assert shown["stated"][0]["verdict"] == "agrees"
    text = run(root, "totals").out
    assert "Withdrawn, not counted: £100 (Rovers)" in text
    assert "Returned, not counted: £1,000 (Cubs)" in text
    assert "1,111" not in text


def test_exempt_grants_are_counted_only_when_asked_for_internally(tmp_path: Path) -> None:
    """What the public sees leaves exempt grants and rounds out; `--internal` counts them and says it is not for publication."""
    grants = GRANT.format("Scouts", "£1") + GRANT.format("Refuge", "£20") + f"  {EXEMPT}\n"
    root = write(tmp_path, {"august": funding_round(grants), "secret": plain(("Refuge", "£300"), more=EXEMPT + "\n")})
    shown, internal = totals(root), totals(root, "--internal")
    assert [(row["entry"], *sums(row)) for row in shown["rounds"]] == [("entries/august.yaml", "1.00", 1, 1)]
    assert [row["total"] for row in shown["years"]] == ["1.00"]
    assert [sums(row) for row in internal["rounds"]] == [("21.00", 2, 2), ("300.00", 1, 1)]
    assert [row["total"] for row in internal["years"]] == ["321.00"]
    assert run(root, "totals", "--internal").out.startswith("INTERNAL: exempt grants are counted. Not for publication.")
    assert "INTERNAL" not in run(root, "totals").out


BROKEN = {
    "an amount that cannot be read": plain(("Scouts", "ten")),
    "a key that is not known": plain(("Scouts", "£10")) + "stray: yes\n",
    "no fund": plain(("Scouts", "£10")).replace(f"fund: {FUND}\n", ""),
    "a kind that nobody knows": "kind: gift\nrecipient: Scouts\namount: £10\n",
    "nothing that can be read": "kind: funding-round\ntext: [\n",
    "a grant that was meant to be exempt": funding_round(GRANT.format("Scouts", "£10") + "  exmpt: yes\n"),
}


@pytest.mark.parametrize("wrong", BROKEN)
@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_no_total_is_printed_while_a_round_cannot_be_read_whole(tmp_path: Path, wrong: str, form: str) -> None:
    """A total with a hole in it is a wrong total: I get the fault and no figure, until it is mended."""
    root = write(tmp_path, {"update/paper": paper("good"), "good": plain(("Guides", "£77")), "bad": BROKEN[wrong]})
    for arguments in ((), ("update",), ("--internal",)):
        ran = run(root, "totals", "--format", form, *arguments)
        assert (ran.code, ran.out) == (1, "")
        assert "entries/bad.yaml" in ran.err
        assert "77" not in ran.err


@pytest.mark.parametrize(
    "wrong",
    [
        paper("august", meeting="03/10/2023"),
        paper("august", "agust"),
        paper("august", more="contct: Ann Thorne\n"),
        "kind: paper\n",
    ],
)
def test_no_total_is_printed_for_a_paper_that_does_not_say_its_rounds_and_meeting(tmp_path: Path, wrong: str) -> None:
    """I asked for this paper's rounds up to its meeting: if either cannot be told, I am told that, not another figure."""
    files = {
        "update/paper": wrong,
        "august": plain(("Scouts", "£10")),
        "later": plain(("Scouts", "£99"), announced="2024-01"),
    }
    root = write(tmp_path, files)
    ran = run(root, "totals", "update")
    assert (ran.code, ran.out) == (1, "")
    assert "entries/update/paper.yaml" in ran.err
    assert run(root, "totals").code == 0  # all rounds need no paper


def test_other_faults_do_not_stop_the_totals(tmp_path: Path) -> None:
    """A mistake in an entry that holds no money does not keep the totals from me."""
    root = write(tmp_path, {"august": plain(("Scouts", "£10")), "visit": "kind: engagement\n"})
    assert totals(root)["rounds"][0]["total"] == "10.00"


def test_a_workspace_without_rounds_says_so(tmp_path: Path) -> None:
    """With no round yet, I read that there is none, and programs get two empty lists."""
    root = write(tmp_path, {})
    assert run(root, "totals").out == "There are no funding rounds yet.\n"
    assert totals(root) == {"rounds": [], "years": []}


def as_rows(printed: str) -> list[dict[str, str]]:
    """Return the rows of the CSV form, which begins with a byte-order mark."""
    assert printed.startswith("\ufeff")
    assert printed.count("\ufeff") == 1
    return list(csv.DictReader(io.StringIO(printed[1:], newline="")))


def test_the_csv_opens_with_a_row_for_each_strand_round_and_year(tmp_path: Path) -> None:
    """In Excel I find a row a strand, a row a round and a row a year, with accents and pound signs right."""
    grants = "Community Fund:\n  - {recipient: Scouts, purpose: tents, amount: '£1,470.57', projects: 2}\n"
    root = write(tmp_path, {"update/paper": paper("august"), "august": funding_round(grants, announced="2023-08")})
    printed = run(root, "totals", "--format", "csv").out
    assert printed.count("\r\n") == printed.count("\n") == 4
    lead = {"year": "2023/24", "fund": FUND, "grants": "1", "projects": "2", "total": "1470.57"}
    one = {**lead, "round": "august", "announced": "2023-08", "paper": "update"}
    year = {**lead, "round": "", "announced": "", "paper": ""}
    assert as_rows(printed) == [
        {"row": "strand", **one, "strand": "Community Fund"},
        {"row": "round", **one, "strand": ""},
        {"row": "year", **year, "strand": "Community Fund"},
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠"])
def test_no_cell_is_taken_for_a_formula(tmp_path: Path, sign: str) -> None:
    """A fund, strand, file or folder whose name begins with a sign of reckoning is words in Excel, never a command."""
    name = f"{sign}cmd('x')!A0, \"{sign}1\""
    shown = name.replace('"', "")
    quoted = "'" + name.replace("'", "''") + "'"
    files = {
        f"{sign}update/paper": paper(f"'{sign}august'"),
        f"{sign}august": f"kind: funding-round\nfund: {quoted}\nannounced: 2023-09\ntext: Grants\ngrants:\n"
        f"  {quoted}:\n    - {{recipient: {quoted}, purpose: {quoted}, amount: 10}}\n",
    }
    rows = as_rows(run(write(tmp_path, files), "totals", "--format", "csv").out)
    assert [row["row"] for row in rows] == ["strand", "round", "year"]
    for row in rows:
        assert {row["fund"], row["strand"] or f"'{name}"} == {f"'{name}"}, shown
        assert not any(cell[:1] == sign for cell in row.values())
    assert rows[0]["round"] == f"'{sign}august"
    assert rows[0]["paper"] == f"'{sign}update"


@given(cell=st.text(max_size=8))
@settings(max_examples=300)
def test_a_cell_is_kept_as_it_is_or_led_by_an_apostrophe(cell: str) -> None:
    """Whatever a name is, its cell holds the same words, and none that a spreadsheet would reckon with."""
    made = safe(cell)
    assert made in (cell, f"'{cell}")
    assert made.lstrip(" \u00a0")[:1] not in set("=+-@\t\r\n＝＋－＠")


@pytest.mark.parametrize("cell", ["\tcmd", "\r=1", "\n=1", " =1", "\u00a0=1", "=1", "+44", "-2", "@sum"])
def test_signs_that_begin_a_formula_are_disarmed(cell: str) -> None:
    """Each sign that begins a formula is disarmed, blanks before it or not."""
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Scouts", "2023/24", "a=b", "£10", "’s"])
def test_ordinary_words_stay_as_they_are(cell: str) -> None:
    """Ordinary names get no apostrophe."""
    assert safe(cell) == cell


def test_the_columns_of_the_table_line_up(tmp_path: Path) -> None:
    """On the screen, amounts stand under each other by their last figure, and counts after them."""
    grants = """
        Community Fund:
          - {recipient: A, purpose: p, amount: £9}
          - {recipient: B, purpose: p, amount: £10, projects: 3}
        Fighting Crime Grants:
          - {recipient: C, purpose: p, amount: '£1,234,567.89'}
    """
    root = write(tmp_path, {"update/paper": paper("august"), "august": funding_round(grants)})
    assert run(root, "totals").out == (
        "august: Safer Streets Fund, announced September 2023 (in update)\n"
        "  Community Fund                   £19  2 grants, 4 projects\n"
        "  Fighting Crime Grants  £1,234,567.89  1 grant\n"
        "  ────────────────────────────────────\n"
        "  Total                  £1,234,586.89  3 grants, 5 projects\n"
        "\n"
        "Financial year 2023/24: Safer Streets Fund\n"
        "  Community Fund                   £19  2 grants, 4 projects\n"
        "  Fighting Crime Grants  £1,234,567.89  1 grant\n"
        "  ────────────────────────────────────\n"
        "  Total                  £1,234,586.89  3 grants, 5 projects\n"
    )


def test_the_table_says_what_each_claim_is_worth(tmp_path: Path) -> None:
    """Under each round I read what was stated of it, over what, and whether it holds."""
    grants = "Community Fund:\n  - {recipient: A, purpose: p, amount: £9}\n"
    stated = """
        stated:
          - {total: £9, projects: 1, covers: Community Fund}
          - {total: £7}
          - {projects: over 100}
          - {total: £9.000}
          - {covers: [Community Fund]}
    """
    root = write(tmp_path, {"august": funding_round(grants, more=stated.replace("\n        ", "\n"))})
    printed = run(root, "totals").out
    assert [line for line in printed.split("\n") if "Stated" in line] == [
        "  Stated: £9 to 1 project, covering Community Fund – agrees",
        "  Stated: £7 – disagrees",
        "  Stated: over 100 projects – disagrees",
        "  Stated: £9.000 – cannot be checked",
        "  Stated: in the text, covering Community Fund – cannot be checked",
    ]
    assert "(no paper cites it yet)" in printed


def test_a_sum_over_strands_is_over_those_named_and_no_others(tmp_path: Path) -> None:
    """A claim over two strands of three is held against those two."""
    grants = """
        Community Fund:
          - {recipient: A, purpose: p, amount: £1}
        Innovation Fund:
          - {recipient: B, purpose: p, amount: £10, projects: 2}
        Fighting Crime Grants:
          - {recipient: C, purpose: p, amount: £100}
    """
    (filed,) = surveyed(tmp_path, {"august": funding_round(grants)}).register.shared
    whole = sum_round(filed)
    assert whole.over(("Fighting Crime Grants", "Innovation Fund")).total.pence == 11000
    assert whole.over(("Innovation Fund",)) == Sum(whole.strands[1].grants[0].amount, 1, 2)
    assert whole.over(()) == whole.sum
    assert Counter(strand.name for strand in whole.strands) == Counter(STRANDS)


def test_the_ledger_of_a_year_holds_nothing_of_another(tmp_path: Path) -> None:
    """Asked for one financial year, the ledger gives that year's rows alone."""
    files = {
        "old": plain(("Scouts", "£1"), announced="2023-03"),
        "new": plain(("Scouts", "£2"), announced="2023-04"),
    }
    made = ledger(surveyed(tmp_path, files), year=FinancialYear.of(PartialDate(2023, 3)))
    assert [(str(row.year), row.sum.total.pence) for row in made.years] == [("2022/23", 100)]
    assert [one.filed.name for one in made.rounds] == ["old"]


def test_the_office_has_what_the_tests_name() -> None:
    """The strands of these tests are those of the office that they write."""
    assert all(f"      {name}:\n" in OFFICE for name in STRANDS)
