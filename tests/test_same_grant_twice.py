"""The same grant entered twice: in two rounds, in one, or under one reference. Another grant never is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import codes, found, funding_round, of_code, surveyed

from pcp_reports.checks.recipients import recipients
from pcp_reports.checks.same_grant import COPIED, MOST_COMPARED
from pcp_reports.findings import Severity
from pcp_reports.recipients.purposes import purpose_of, same_purpose

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.findings import Finding

CLUB = "Barchester Boxing Club"
YOUTH = "two evening sessions a week for young people"


def grant(recipient: str = CLUB, purpose: str = YOUTH, amount: str = "£5,000", more: str = "") -> str:
    """Return a grant as typed."""
    lines = [f"- recipient: {recipient}", f"  purpose: {purpose}", f"  amount: {amount}"]
    return "\n".join([*lines, *(f"  {line}" for line in more.splitlines())]) + "\n"


def judged(root: Path, **rounds: str) -> list[Finding]:
    """Return what is said of rounds, each announced in the month of its name: ``y2023_09`` is September 2023."""
    files = {name: funding_round(text, announced=name[1:8].replace("_", "-")) for name, text in rounds.items()}
    return list(recipients(surveyed(root, files)))


SAME = [
    ("Youth club on Friday nights", "youth club on Friday nights."),
    ("CCTV upgrade around the centre", "CCTV upgrade around centre"),
    (
        "diversionary activity with sports focus to reduce anti-social behaviour",
        "Diversionary activity with sport focus to reduce antisocial behaviour",
    ),
    ("summer holiday diversionary activity", "sumer holiday diversionary activity"),
    ("Patrols in the town centre and parks", "Patrols in the town center and parks"),
    ("workshops for young people's safety", "workshops for young peoples’ safety"),
    ("mentoring in Newton Abbot", "mentoring in Newton Abbott"),
    ("weekly boxing for young people", "weekly boxing for young people and their parents"),
    ("two evening sessions a week, at the gym", "two evening sessions a week at the gym and park"),
]
OTHER = [
    ("mentoring in Whaley for all", "mentoring in Whalley for all"),
    ("mentoring in North Tawton", "mentoring in North Lawton"),
    ("patrols in Great Harwood", "patrols in Great Horwood"),
    ("patrols in West Norton", "patrols in West Norston park"),
    ("Youth club on Friday nights", "Youth club on Monday nights"),
    ("patrols in Accrington town", "patrols in Padiham town"),
    ("patrols in Carlton town", "patrols in Charlton town"),
    ("phase 1 of the CCTV scheme", "phase 2 of the CCTV scheme"),
    ("phase one of the CCTV scheme", "phase two of the CCTV scheme"),
    ("football for boys under twelve", "football for girls under twelve"),
    ("summer programme in the park", "autumn programme in the park"),
    ("workshops about drugs for young people", "workshops about knives for young people"),
    (
        "weekly workshops for young people about the harm that is done by drugs in the town",
        "weekly workshops for young people about the harm that is done by knives in the town",
    ),
    ("training for 12 volunteers", "training for 14 volunteers"),
    ("lighting on Mill Street", "lighting on Mill Lane"),
    ("bicycle marking days in town", "bicycle marking days in town, second year"),
    ("youth work in the park", "youth work in the park at Bacup"),
    ("equipment", "equipment storage"),
    (
        "prevention and diversionary activity through youth work in anti-social behaviour hotspot areas",
        "support for additional Council patrols that will support the Blackpool Op Centurion Patrol Plan",
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_purpose_typed_a_little_otherwise_is_the_same(one: str, other: str, tmp_path: Path) -> None:
    """A full stop, a little word, a slip of the pen: the line stands twice in the round."""
    (finding,) = judged(tmp_path, y2023_09=grant(purpose=one) + grant(purpose=other))
    assert (finding.code, finding.severity) == ("G311", Severity.WARNING)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_purpose_is_another_grant(one: str, other: str, tmp_path: Path) -> None:
    """One recipient may have two grants of one amount, for another day, place, phase or thing."""
    assert judged(tmp_path, y2023_09=grant(purpose=one) + grant(purpose=other), y2023_10=grant(purpose="x")) == []
    assert judged(tmp_path, y2023_09=grant(purpose=one), y2023_10=grant(purpose=other)) == []


def test_a_line_that_stands_twice_in_a_round_is_named(tmp_path: Path) -> None:
    """Both lines are shown, with the amount and what it is for; the recipient may be spelled otherwise."""
    text = grant() + grant("Old Town Hub") + grant("Barchester Boxing Club Ltd")
    (finding,) = of_code(judged(tmp_path, y2023_09=text), "G311")
    assert finding.message == (
        "y2023_09, Barchester Boxing Club Ltd: £5,000 for “two evening sessions a week for young people” stands twice "
        "in this round, given to “Barchester Boxing Club”; the same grant may have been entered twice."
    )
    assert (finding.place.line, finding.related[0].place.line) == (13, 7)


def test_two_strands_of_a_round_are_named(tmp_path: Path) -> None:
    """A grant that stands under two strands of a round is asked about, with the strands."""
    text = f"Community Fund:\n  {grant().replace(chr(10), chr(10) + '  ').strip()}\n"
    text += text.replace("Community Fund", "Innovation Fund")
    (finding,) = judged(tmp_path, y2023_09=text)
    assert "twice in this round, under Community Fund and under Innovation Fund" in finding.message


def test_a_grant_that_stands_in_two_rounds_is_named_in_the_later(tmp_path: Path) -> None:
    """The same recipient, purpose and amount in two rounds of a year: one warning, at the later line."""
    (finding,) = judged(tmp_path, y2023_09=grant() + grant("Other"), y2023_06=grant() + grant("Another"))
    assert (finding.code, finding.severity) == ("G310", Severity.WARNING)
    assert finding.message == (
        "y2023_09, Barchester Boxing Club: £5,000 for “two evening sessions a week for young people” stands in "
        "y2023_06 as well; the same grant may have been entered twice."
    )
    assert finding.related[0].place.path == "entries/y2023_06.yaml"


def test_instalments_are_asked_about_once(tmp_path: Path) -> None:
    """A grant that stands in four rounds is one question, not three."""
    (finding,) = judged(tmp_path, y2023_04=grant(), y2023_07=grant(), y2023_10=grant(), y2024_01=grant())
    assert (finding.place.path, len(finding.related)) == ("entries/y2024_01.yaml", 3)


def test_what_comes_back_every_year_is_no_mistake(tmp_path: Path) -> None:
    """A summer programme that is paid each June stands in each year's round."""
    assert judged(tmp_path, y2021_06=grant(), y2022_06=grant(), y2023_06=grant()) == []


def test_the_turn_of_the_year_hides_nothing(tmp_path: Path) -> None:
    """A grant entered in March and again in April is looked for across the turn of the financial year."""
    assert codes(judged(tmp_path, y2023_03=grant(), y2023_04=grant())) == ["G310"]


def test_another_amount_in_another_round_is_a_note(tmp_path: Path) -> None:
    """The same words with another amount may go on from the first grant: a note, which shows both amounts."""
    (finding,) = judged(tmp_path, y2023_06=grant(), y2023_09=grant(amount="£2,500"))
    assert (finding.code, finding.severity) == ("G318", Severity.NOTE)
    assert "£2,500 for" in finding.message
    assert finding.message.endswith("stands in y2023_06 as well, with £5,000.")
    assert judged(tmp_path, y2023_06=grant() + grant(amount="£2,500"), y2023_09=grant("Other")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("reference: SNF-1", "reference: SNF-2"),
        ("district: Chorley", "district: Preston"),
        ("awarded: 2023-09-04", "awarded: 2023-09-11"),
    ],
)
def test_what_is_said_apart_is_two_grants(one: str, other: str, tmp_path: Path) -> None:
    """Another reference, district or day of award says that it is another grant, whatever else is the same."""
    assert judged(tmp_path, y2023_09=grant(more=one) + grant(more=other)) == []
    assert judged(tmp_path, y2023_09=grant(more=one), y2023_10=grant(more=other)) == []
    assert codes(judged(tmp_path, y2023_09=grant(more=one) + grant(), y2023_10=grant("Other"))) == ["G311"]


@pytest.mark.parametrize("status", ["withdrawn", "returned"])
def test_a_grant_that_was_withdrawn_may_be_made_again(status: str, tmp_path: Path) -> None:
    """What was withdrawn or returned does not count, and may stand again, under its reference too."""
    more = "reference: SNF-1"
    rounds = {"y2023_06": grant(more=f"{more}\nstatus: {status}"), "y2023_09": grant(more=more) + grant("Other")}
    assert judged(tmp_path, **rounds) == []
    assert judged(tmp_path, y2023_06=grant(more=f"status: {status}"), y2023_09=grant() + grant("Other")) == []


def test_a_council_with_two_purposes_stays_quiet(tmp_path: Path) -> None:
    """Blackpool Council with £10,000 for youth work and £10,000 for patrols has two grants."""
    text = grant("Blackpool Council", "youth work in hotspot areas", "£10,000")
    assert (
        judged(tmp_path, y2023_09=text + grant("Blackpool Council", "additional patrols in the town", "£10,000")) == []
    )


def test_two_clubs_with_one_purpose_stay_quiet(tmp_path: Path) -> None:
    """Preston North and Preston South may have the same grant each."""
    assert judged(tmp_path, y2023_09=grant("Preston North") + grant("Preston South")) == []


# -- rounds that share much


def several(count: int, first: int = 0) -> str:
    """Return grants to so many clubs."""
    return "".join(
        grant(f"Club of Ward {number}", amount=f"£{1_000 + number}") for number in range(first, first + count)
    )


def test_rounds_that_share_many_grants_are_named_once(tmp_path: Path) -> None:
    """A round copied into the next month, with a grant added, is one warning that names both rounds."""
    (finding,) = judged(tmp_path, y2023_06=several(8), y2023_07=several(9))
    assert finding.code == "G310"
    assert finding.message.startswith("y2023_07: 8 grants of this round stand in y2023_06 as well")
    assert len(finding.related) == 8
    assert len(judged(tmp_path, y2023_06=several(COPIED - 1), y2023_07=several(COPIED))) == COPIED - 1


def test_a_copied_round_is_told_once(tmp_path: Path) -> None:
    """Two rounds of one date with the very same grants are named as copies, and not grant by grant as well."""
    text = funding_round(several(4) + grant(more="reference: SNF-1"))
    told = found(tmp_path, {"a/summer": text, "b/holidays": text})
    assert "G114" in codes(told)
    assert [finding for finding in told if finding.code.startswith("G31")] == []


# -- references


def test_a_reference_that_stands_twice_is_named(tmp_path: Path) -> None:
    """Two grants with one reference: one of them has another's, in whatever letters it is typed."""
    (finding,) = judged(
        tmp_path, y2023_06=grant("Old Town Hub", more="reference: snf-0142"), y2023_09=grant(more="reference: SNF-0142")
    )
    assert (finding.code, finding.severity) == ("G312", Severity.WARNING)
    assert finding.message == (
        "y2023_09, Barchester Boxing Club, reference: “SNF-0142” is the reference of another grant to Old Town Hub "
        "in y2023_06 as well."
    )


def test_one_grant_twice_under_one_reference_is_one_warning(tmp_path: Path) -> None:
    """A line that was copied with its reference is told once."""
    more = "reference: SNF-0142"
    assert codes(judged(tmp_path, y2023_09=grant(more=more) * 2)) == ["G312"]


@pytest.mark.parametrize("reference", ["n/a", "pending", "tbc"])
def test_words_in_place_of_a_reference_are_none(reference: str, tmp_path: Path) -> None:
    """“n/a” on several grants is no reference."""
    more = f"reference: {reference}"
    assert judged(tmp_path, y2023_09=grant(more=more) + grant("Other", more=more)) == []


def test_a_reference_of_the_whole_round_is_no_grants_own(tmp_path: Path) -> None:
    """Where the office's reference is the round's, many recipients have it."""
    text = "".join(grant(f"Club of Ward {number}", more="reference: SNF 2023/4") for number in range(5))
    assert judged(tmp_path, y2023_09=text) == []


# -- exempt matter, and room for a lot


def test_nothing_exempt_is_compared(tmp_path: Path) -> None:
    """A grant that is kept out of public is not said to stand elsewhere: that would tell its recipient and amount."""
    exempt = "reference: SNF-1\nexempt:\n  paragraph: 3\n  reason: a refuge"
    files = {
        "a": funding_round(grant(more=exempt) + grant("Other")),
        "b": funding_round(grant(more="reference: SNF-1")),
        "c": funding_round(grant(more="reference: SNF-1"), more="exempt:\n  paragraph: 3\n  reason: a refuge\n"),
    }
    assert list(recipients(surveyed(tmp_path, files))) == []


def test_many_grants_to_one_recipient_are_compared_in_bounded_time(tmp_path: Path) -> None:
    """A recipient with hundreds of grants of one amount is checked for equal purposes, and nothing grows without end."""
    count = MOST_COMPARED * 10
    text = "".join(grant(purpose=f"patrol in the week of day {number}") for number in range(count))
    assert judged(tmp_path, y2023_09=text) == []
    told = judged(tmp_path, y2023_09=text + grant(purpose="Patrol in the week of day 7."))
    assert codes(told) == ["G311"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_purposes_can_be_compared(one: str, other: str) -> None:
    """No purpose, however odd, stops the check; the answer does not depend on which is first."""
    purposes = purpose_of(one), purpose_of(other)
    assert same_purpose(purposes[0], purpose_of(one))
    assert same_purpose(*purposes) == same_purpose(*purposes[::-1])
