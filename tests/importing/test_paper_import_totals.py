"""Totals of a paper: none is lost between `audit` and `import`, and each says what it is the total of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paper_imports import MEETING, imported, news, round_text, told, written
from papers_in_word import word_file
from support import run

from pcp_reports.audit.auditing import audit
from pcp_reports.checks import check
from pcp_reports.importing.papers.drafting import from_paper
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.importing.made import Made

TOP = "T| Update\nH1| Grants\nN0| Grants of the Lantern Fund made in June:\nTABLE| header\n"
NO_WORD = f"{TOP}| Grantee | Award |\n| Eco Hub | £6,000 |\n| Maldon Sailing | £1,995 |\n| | £7,955 |\n"
STRANDS = f"""{TOP}| Organisation | Project | Award |
| >3 Early help |
| Guides | Badges | £2,900 |
| Umbrella | Drop-in | £8,300 |
| Subtotal | | £11,200 |
| >3 Reoffending |
| Rethink | Mentors | £19,900 |
| Sporting Chance | Football | £21,000 |
| Subtotal | | £40,090 |
| Grand total | | £52,100 |
"""


def of_word(description: str) -> Made:
    """Import a paper in Word."""
    return from_paper(word_file(description), "u.docx", MEETING)


def test_a_sum_below_a_column_of_grants_is_a_total_though_no_word_says_so(tmp_path: Path) -> None:
    """“£7,955” in the last row stands as “Total: £7,955”, nobody is sent to make a grant of it, and `check` finds it wrong."""
    made = of_word(NO_WORD)
    assert "\n\n  Total: £7,955\n" in round_text(made)
    assert told(made, "G546") == []
    (found,) = [one for one in check(written(tmp_path, made)) if one.code == "G201"]
    assert "the text says £7,955, but the grants of the round come to £7,995" in found.message


def test_what_the_audit_finds_in_a_paper_the_import_says_too() -> None:
    """A total in a sentence that its grants do not come to is named with the audit's own words."""
    text = news(
        "1. In June 2023 the Lantern Fund supported three bodies:\n\n- Skill Mill – tools – £95,000\n- Amber – beds – £37,500\n"
        "- Clear – rehab – £12,000\n\nThe three grants come to £143,500.\n"
    )
    made = imported(text)
    (found,) = [one for one in made.findings if one.code == "G557"]
    wanted = [one.message for one in audit(read_paper(text.encode(), "update.txt")).findings]
    assert wanted
    assert [near.message for near in found.related] == wanted
    assert found.message == "update.txt: 1 figure disagrees with the grants of the paper, or cannot be read."


def test_of_a_sound_paper_nothing_is_said() -> None:
    """Where totals agree, no figure is spoken of."""
    made = imported(
        news(
            "1. In June 2023 the Lantern Fund gave £750:\n\n- Mill – lamps – £500\n- Quay – boats – £250\n\nTotal: £750\n"
        )
    )
    assert told(made, "G557") == []


def test_a_subtotal_bears_the_name_of_its_strand(tmp_path: Path) -> None:
    """Beneath the grants each subtotal says of what, so that a reader understands it, and `check` judges the last of them."""
    made = of_word(STRANDS)
    behind = "  Total for Early help: £11,200\n\n  Total for Reoffending: £40,090\n\n  Grand total: £52,100\n"
    assert behind in round_text(made)
    (wrong,) = [one for one in made.findings if one.code == "G557"]
    assert ["£40,090" in near.message for near in wrong.related] == [True]
    made = of_word(STRANDS.replace("| Grand total | | £52,100 |\n", ""))
    (found,) = [one.message for one in check(written(tmp_path, made)) if one.code == "G201"]
    assert "the text says £40,090, but the grants of Reoffending come to £40,900" in found


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("| Total | 1,250 |", "Total: £1,250"),
        ("| Total awarded | 1,250.00 |", "Total awarded: £1,250.00"),
        ("| All districts | 1,250 |", "Total (All districts): £1,250"),
        ("| | 1,250 |", "Total: £1,250"),
    ],
)
def test_a_total_is_a_line_of_its_own_in_pounds(row: str, words: str) -> None:
    """Under a heading “(£)” the figures have no sign; beneath the grants the total has one, and the row's own words."""
    made = of_word(f"{TOP}| Organisation | Amount (£) |\n| Mill Trust | 500 |\n| Quay Club | 750 |\n{row}\n")
    assert f"\n  {words}\n" in round_text(made)


def test_a_total_of_what_was_asked_for_is_not_lost() -> None:
    """Of a row with two sums the award's is the total; the other is named, as it is in no entry."""
    rows = "| Organisation | Project | Requested (£) | Awarded (£) |\n| Mill | lamps | 900 | 500 |\n| Quay | nets | 800 | 750 |\n"
    made = of_word(f"{TOP}{rows}| Total | | 1,700 | 1,250 |\n")
    assert "\n  Total: £1,250\n" in round_text(made)
    (found,) = [one for one in made.findings if one.code == "G541"]
    assert [near.message.rpartition(": ")[2] for near in found.related] == ["Total 1,700 1,250"]


def test_declined_rows_are_left_out_and_named(tmp_path: Path) -> None:
    """Who was declined in a table is no public paragraph of mine, and nobody asks me to add it as a grant."""
    rows = "| Ref | Organisation | Project | Awarded (£) | Decision |\n| 1 | Mill | lamps | 500 | Approved |\n| 2 | Quay | nets | 750 | Approved |\n"
    made = of_word(
        f"{TOP}{rows}| 3 | Skate Park | cameras | 0.00 | Declined |\n| 4 | Rugby Club | lights | - | Declined |\n"
    )
    assert "Skate Park" not in round_text(made)
    assert "Declined" not in round_text(made)
    assert "reference: " in round_text(made)
    (found,) = [one for one in made.findings if one.code == "G546"]
    assert "2 applications that were not awarded are left out, in no total." in found.message
    assert [near.message.rpartition(": ")[2] for near in found.related] == ["Skate Park", "Rugby Club"]
    assert found.hint.startswith("Nothing need be done")
    written(tmp_path, made)


def test_the_command_ends_with_what_the_paper_gets_wrong(tmp_path: Path) -> None:
    """Whoever reads only the last lines on the screen reads which figures disagree."""
    (tmp_path / "entries").mkdir()
    (tmp_path / "update.docx").write_bytes(word_file(NO_WORD))
    ran = run(tmp_path, "import", str(tmp_path / "update.docx"), "--meeting", "2023-10-03")
    assert ran.code == 0, ran.err
    last = ran.err.partition("Both agree to the penny.")[2]
    assert "1 figure disagrees with the grants of the paper" in last
    assert "£7,995" in last
    assert ran.err.count("G557") == 1
