"""Rounds made at random, printed in many layouts, sound or with one planted fault: found if planted, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from papers_by_hand import audited

from pcp_reports.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = (
    *(
        "Accrington Scouts",
        "Bacup Family Centre",
        "Chorley Borough Council",
        "Darwen & District Sea Cadets",
        "Eastgate Youth Hub",
    ),
    *(
        "Fleetwood Town Trust",
        "Girlguiding Garstang",
        "The Hope Centre",
        "Ince Allotments CIC",
        "St Jude's Night Shelter",
    ),
    *("Kirkham Street Pastors", "Lune Valley Rescue"),
)
PURPOSES = ("tents", "a minibus", "evening sessions for young people", "street cameras", "a boxing club", "shop radios")
FUNDS = ("Community Fund", "Police Innovation Fund", "Fighting Crime Grants")
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

Line = tuple[str, str, int]
Strands = list[tuple[str | None, list[Line]]]

amounts = st.integers(3, 4000).map(lambda number: number * 250 + 1)


@st.composite
def rounds(draw: st.DrawFn) -> Strands:
    """Draw a round: one list, or the lists of two or three funds; each recipient has one line."""
    names = draw(st.permutations(NAMES))
    number = draw(st.integers(3, len(NAMES)))
    lines = [(name, draw(st.sampled_from(PURPOSES)), draw(amounts)) for name in names[:number]]
    several = draw(st.integers(1, 3))
    if several == 1:
        return [(None, lines)]
    cuts = sorted(draw(st.sets(st.integers(1, number - 1), min_size=several - 1, max_size=several - 1)))
    parts = [lines[start:end] for start, end in zip([0, *cuts], [*cuts, number], strict=True)]
    return list(zip(FUNDS, parts, strict=False))


def pounds(amount: int) -> str:
    """Return an amount as printed."""
    return str(Money(amount * 100))


def as_bullets(line: Line) -> str:
    """Return a line as a bullet, its amount at the end."""
    return f"- {line[0]} – {line[1]} – {pounds(line[2])}"


def amount_first(line: Line) -> str:
    """Return a line as a bullet that begins with its amount."""
    return f"- {pounds(line[2])} to {line[0]} for {line[1]}"


def in_brackets(line: Line) -> str:
    """Return a line as a bullet with its amount in brackets."""
    return f"- {line[0]} ({pounds(line[2])}) – {line[1]}"


def numbered_lines(line: Line) -> str:
    """Return a line as a plain paragraph."""
    return f"{line[0]} – {line[1]} – {pounds(line[2])}"


def row(line: Line) -> str:
    """Return a line as a row of a table."""
    return f"| {line[0]} | {line[1]} | {pounds(line[2])} |"


LEADS = (
    "A further {total} was provided to {count} projects through:",
    "In September the Commissioner awarded {total} to {count} projects through the Safer Streets Fund, as follows:",
    "The following {count} grants were made, {total} in all.",
    "{total} is being invested in {count} projects:",
    "The panel met on 6 March and agreed {count} awards worth {total}:",
)
TAILS = ("In total {total} was awarded to {count} projects.", "These {count} grants come to {total}.")
HEADS = ("{}:", "* {}", "## {}")
BULLETS: tuple[Callable[[Line], str], ...] = (as_bullets, amount_first, in_brackets, numbered_lines, row)


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, Callable[[Line], str], str, bool]:
    """Draw a wording, how lines and headings of strands are set, and whether the wording stands behind the list."""
    behind = draw(st.booleans())
    wording = draw(st.sampled_from(TAILS if behind else LEADS))
    return wording, draw(st.sampled_from(BULLETS)), draw(st.sampled_from(HEADS)), behind


def printed(own: Strands, layout: tuple[str, Callable[[Line], str], str, bool], total: int, count: int) -> str:
    """Return the paper: other matter, the round with its total and count as given, other matter again."""
    wording, shown, head, behind = layout
    said = wording.format(total=pounds(total), count=WORDS[count])
    body = [f"9. {'The Commissioner made these grants:' if behind else said}"]
    for name, lines in own:
        body += [head.format(name)] if name is not None else []
        body += ["| Organisation | Project | Amount awarded |"] if shown is row else []
        body += [shown(line) for line in lines] + [""]
    return "\n".join(
        [
            "# Commissioner's update",
            "8. Officers seized £41,200 in cash and issued 204 fixed penalty notices, and fines came to £16k.",
            *body,
            *([said] if behind else []),
            "# Finance",
            "10. The budget of £379.2m is £1.2m underspent, and 14 cars were bought for £310,000.",
        ]
    )


def sums(own: Strands) -> tuple[int, int]:
    """Return what a round comes to, and how many lines it has."""
    every = [line for _, lines in own for line in lines]
    return sum(line[2] for line in every), len(every)


@given(rounds(), layouts())
def test_a_sound_round_is_read_whole_and_not_accused(
    own: Strands, layout: tuple[str, Callable[[Line], str], str, bool]
) -> None:
    """Whatever the layout, a round whose figures are right is read line by line, and nothing is found in the paper."""
    total, count = sums(own)
    found = audited(printed(own, layout, total, count))
    assert found.findings == ()
    assert [(one.total, one.grants) for one in found.rounds] == [(Money(total * 100), count)]
    assert [line.award.recipient for line in found.rounds[0].lines] == [line[0] for _, lines in own for line in lines]
    assert {claim.verdict.value for claim in found.rounds[0].claims} == {"agrees"}


@given(rounds(), layouts(), st.data())
def test_a_wrong_total_is_found(
    own: Strands, layout: tuple[str, Callable[[Line], str], str, bool], data: st.DataObject
) -> None:
    """A total that leaves a line out, counts one twice, or has two digits changed round is found, whatever the layout."""
    total, count = sums(own)
    line = data.draw(st.sampled_from([line for _, lines in own for line in lines]))
    digits = str(total)
    swapped = [int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]) for at in range(1, len(digits) - 1)]
    wrong = data.draw(
        st.sampled_from([total - line[2], total + line[2], *(other for other in swapped if abs(other - total) > 1)])
    )
    found = audited(printed(own, layout, wrong, count))
    assert [finding.code for finding in found.findings] == ["G201"]
    assert pounds(wrong) in found.findings[0].message
    assert pounds(total) in found.findings[0].message


@given(rounds(), layouts(), st.sampled_from([-1, 1]))
def test_a_wrong_count_is_found(own: Strands, layout: tuple[str, Callable[[Line], str], str, bool], by: int) -> None:
    """A number of projects that is one too few or too many is found, whatever the layout."""
    total, count = sums(own)
    found = audited(printed(own, layout, total, min(count + by, len(WORDS) - 1) if count < len(NAMES) else count - 1))
    assert [finding.code for finding in found.findings] == ["G202"]
