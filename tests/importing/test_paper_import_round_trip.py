"""Entries to paper to entries: what the tool itself printed comes back to the penny, whatever names are in it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from paper_imports import MEETING, errors, grants_in, text_of, written
from support import funding_round, paper, run, write

from pcp_reports.importing.papers.drafting import from_paper
from pcp_reports.ledger import ledger
from pcp_reports.money import Money, format_money
from pcp_reports.placing import survey
from pcp_reports.words import yaml_quoted
from pcp_reports.workspace import load

STRANDS = ("Community Fund", "Innovation Fund", "Fighting Crime Grants")
Row = tuple[str, str, int]


def built(root: Path) -> bytes:
    """Build the paper and return its bytes."""
    ran = run(root, "build", "2023-10-03")
    assert ran.code == 0, ran.err
    (path,) = (root / "output" / "2023-10-03").glob("*.docx")
    return path.read_bytes()


def round_of(rows: list[tuple[str, list[Row]]]) -> str:
    """Return a round's file with these grants by strand."""
    lines = ["kind: funding-round", "fund: Safer Streets Fund", "announced: 2023-09"]
    lines += ["text: The Safer Streets Fund made these grants in September 2023.", "grants:"]
    for strand, grants in rows:
        lines.append(f"  {strand}:")
        for recipient, purpose, pence in grants:
            lines.append(f"    - recipient: {yaml_quoted(recipient)}")
            lines += [f"      purpose: {yaml_quoted(purpose)}", f"      amount: {format_money(Money(pence))}"]
    return "\n".join(lines) + "\n"


NAMES = st.one_of(
    st.sampled_from(
        [
            *(
                "56 Group Wales",
                "4 Me 2",
                "Burnley Leisure & Culture Group",
                "RAFT (Residents Association)",
                "J Bell t/a Y Cwt",
            ),
            *(
                "Tŷ Gobaith",
                "“The Station”",
                "O'Neill – Sons",
                "A – B – £5",
                "£10 Club",
                "Re-think - UK",
                "Club [North]",
            ),
            *(
                "<b>Bold</b> & Co",
                "{{ total }}",
                "**Stars**",
                "- Dash",
                "# Hash",
                "100% Proof",
                "Mwldan: Canolfan",
                "yes",
                "1.",
            ),
            *(
                "Total",
                "Community Fund",
                "Fund – total £500 – left",
                "a*b*c",
                "x_y_z",
                "Caffi 'Ni'",
                "Youth, Arts; and more.",
            ),
        ]
    ),
    st.text(st.sampled_from("abcABC ŵŷâ&'\"()[]{}<>*_-–—£0123456789.,;:#%/|`“”’"), min_size=1, max_size=30)
    .map(lambda text: " ".join(text.split()))
    .filter(bool),
)
GRANTS = st.lists(st.tuples(NAMES, NAMES, st.integers(1, 10**9)), min_size=1, max_size=5)


@settings(max_examples=25)
@given(st.lists(GRANTS, min_size=1, max_size=3))
def test_what_was_printed_comes_back_to_the_ledger_as_it_was(strands: list[list[Row]]) -> None:
    """Whatever a recipient is called, the built paper brings the same grants back, strand by strand, to the penny."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "before", Path(folder) / "after"
        rows = list(zip(STRANDS, strands, strict=False))
        write(before, {"2023-10-03/paper": paper("winter"), "funding/winter": round_of(rows)})
        wanted = grants_in(survey(load(before)))
        made = from_paper(built(before), "2023-10-03 panel-update.docx", MEETING)
        got = written(after, made)
        assert grants_in(got) == wanted
        assert made.total_in == made.total_out == Money(sum(pence for *_, pence in wanted.elements()))
        assert errors(got) == []


def test_withdrawn_grants_and_words_behind_the_list_come_back(tmp_path: Path) -> None:
    """A round without strands comes back with its withdrawn and returned grants, which count for nothing, and its last words."""
    grants = """
    - {recipient: Mill Trust, purpose: lamps, amount: '£1,470.57'}
    - {recipient: Quay – Port, purpose: boats – two, amount: '£250'}
    - {recipient: Shop Watch, purpose: radios, amount: '£1,840', status: withdrawn}
    - {recipient: Rovers, purpose: lights, amount: '£7', status: returned}
    """
    text = "The Safer Streets Fund paid in May:\n\n{{ lines }}\n\nMore will follow."
    write(tmp_path / "w", {"2023-10-03/paper": paper("winter"), "funding/winter": funding_round(grants, text=text)})
    made = from_paper(built(tmp_path / "w"), "update.docx", MEETING)
    got = written(tmp_path / "again", made)
    assert grants_in(got) == grants_in(survey(load(tmp_path / "w")))
    (one,) = ledger(got).rounds
    assert [(str(grant.recipient), grant.status) for grant in one.apart] == [
        ("Shop Watch", "withdrawn"),
        ("Rovers", "returned"),
    ]
    assert "\n\n  {{ lines }}\n\n  More will follow.\n" in text_of(made, made.rounds[0].path)
    assert [(tally.what, tally.rows) for tally in made.tallies] == [("awarded", 2), ("withdrawn", 1), ("returned", 1)]
    assert str(made.total_in) == "£1,720.57"
