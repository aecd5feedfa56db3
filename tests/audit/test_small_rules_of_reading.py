"""Names and purposes as typed in a hurry: what is bought in capitals, purposes in brackets, pay, lines wrapped by hand."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

LEAD = "The Commissioner awarded £12,500 to three groups:"


def _read(text: str, name: str = "paper.txt") -> tuple[list[tuple[str, str, int]], list[str]]:
    """Return recipient, purpose and pounds of each line of a paper, and the codes of what is found in it."""
    paper = audit(read_paper(text.encode(), name))
    lines = [
        (line.award.recipient, line.award.purpose, line.award.amount.pence // 100)
        for one in paper.rounds
        for line in one.lines
        if line.award.amount is not None
    ]
    return lines, [one.code for one in paper.findings if one.code.startswith("G2")]


@pytest.mark.parametrize(
    "what", ["CCTV", "CCTV in the park", "ANPR cameras", "SIDs", "TV and games", "e-bikes", "Wi-Fi"]
)
@pytest.mark.parametrize("by", [" for {}", ", {}", " towards {}"])
def test_what_is_bought_in_capitals_is_a_purpose(what: str, by: str) -> None:
    """“Elm Parish Council for CCTV” is a body and what it buys: no body of that name."""
    items = (
        f"- £5,000 to Elm Parish Council{by.format(what)}",
        "- £4,500 to Oak Youth Club for rent",
        "- £3,000 to Ash Mind for staff",
    )
    lines, found = _read("\n".join((LEAD, "", *items, "")))
    assert lines[0] == ("Elm Parish Council", what, 5_000)
    assert not found


@pytest.mark.parametrize("name", ["CCTV Users Association", "Action for TV", "ICT 4 All", "Elm IT Centre"])
def test_capitals_in_a_name_stay_in_it(name: str) -> None:
    """A body may have letters in its name that others buy."""
    lines, found = _read(f"{LEAD}\n\n- {name}: £5,000\n- Oak Youth Club: £4,500\n- Ash Mind: £3,000\n")
    assert lines[0][0] == name
    assert not found


def test_brackets_of_all_lines_say_what_for() -> None:
    """“Elm Trust (night patrols)” is a body and a purpose where every line of the list is built so."""
    lines, found = _read(
        f"{LEAD}\n\n- Elm Trust (night patrols), £5,000\n- Oak Youth Club (boxing twice a week), £4,500\n- Ash Mind (CCTV at the door), £3,000\n"
    )
    assert lines == [
        ("Elm Trust", "night patrols", 5_000),
        ("Oak Youth Club", "boxing twice a week", 4_500),
        ("Ash Mind", "CCTV at the door", 3_000),
    ]
    assert not found


@pytest.mark.parametrize(
    "bracket", ["(formerly Elm Aid)", "(Upper Elm)", "(north)", "(t/a Elm Aid)", "(hosted by the council)"]
)
def test_brackets_that_belong_to_a_name_stay_with_it(bracket: str) -> None:
    """A former name, a place or a host in brackets is part of who was paid."""
    lines, _ = _read(
        f"{LEAD}\n\n- Elm Trust {bracket}, £5,000\n- Oak Youth Club (juniors), £4,500\n- Ash Mind (east), £3,000\n"
    )
    assert [line[0] for line in lines] == [f"Elm Trust {bracket}", "Oak Youth Club (juniors)", "Ash Mind (east)"]


@pytest.mark.parametrize(
    "salary",
    [
        "The salary is £52,400 to £57,900.",
        "The salary range is from £52,400 to £57,900 a year.",
        "Salaries are between £52,400 and £57,900.",
        "The salary starts at £52,400.",
        "Mrs Elm has joined us. The Head of Assurance post closes on 1 December; the salary is £52,400 - £57,900.",
        "The Head of Assurance post closes on 1 December; the salary will be between £52,400 and £57,900.",
        "The salary band runs from £52,400 to £57,900, and ten people have applied.",
    ],
)
def test_pay_is_no_grant(salary: str) -> None:
    """What a post pays, by itself or as a range, is nobody's grant, and no total."""
    items = "- Elm Trust: £5,000\n- Oak Youth Club: £4,500\n- Ash Mind: £3,000"
    for text in (
        f"{LEAD}\n\n{items}\n\n{salary}\n",
        f"{salary}\n\n{LEAD}\n\n{items}\n",
        f"{LEAD}\n\nElm Trust: £5,000\n\nOak Youth Club: £4,500\n\nAsh Mind: £3,000\n\n{salary}\n",
    ):
        lines, found = _read(text)
        assert [line[2] for line in lines] == [5_000, 4_500, 3_000]
        assert not found
    assert _read(f"{salary}\n")[0] == []


def test_pay_in_news_of_grants_is_no_grant() -> None:
    """A post and the range of its pay, in a paragraph behind sentences of grants, is no grant to the post."""
    news = (
        "1. Safer Streets. The last of the money has gone out. £22,500 went to Elm Town Council for CCTV in the bus station,"
        " £14,750 to Oak Housing for door entry systems, and £8,300 to the Ash Improvement District for radio handsets,"
        " £45,550 altogether."
    )
    for pay in ("the salary is £52,400 - £57,900", "the salary range is from £52,400 to £57,900"):
        lines, found = _read(f"{news}\n\n2. Staffing. The Head of Assurance post closes on 1 December; {pay}.\n")
        assert [line[2] for line in lines] == [22_500, 14_750, 8_300]
        assert not found


RAGGED = """Dear all,

The Community Fund has closed for the year, and the panel of residents met on a
Monday to look at what had come in. There were nine bids, which is more than in
any round before, and all of them were good ones, says the chair, who is Ms
Elmhurst. The Commissioner has agreed with every one of the choices that were
made and thanks those who took part, as she does each year.

The next round opens in May. Anybody who thinks of bidding may ring Mrs
Elm at the office, who knows what is wanted, and what is not, and will look at
a draft before it is sent to the panel, which has little time.
"""


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    """A line that hardly had room for a word more goes on in the next, even where that begins with a capital."""
    passages = read_paper(RAGGED.encode(), "mail.txt").passages
    assert [passage.text.split()[-1] for passage in passages] == ["all,", "year.", "time."]


def test_lines_set_apart_by_hand_stay_apart() -> None:
    """Lines of a list are not run together because they are about as long as the lines of the prose above them."""
    items = (
        "Elm Parish Council, new lights along the path to the station, £5,000",
        "Oak Youth Club, opening on three evenings a week until summer, £4,500",
        "Ash Mind, a worker in the day centre for the whole of a year, £3,000",
    )
    lines, found = _read("\n".join((RAGGED, LEAD, "", *items, "")))
    assert [line[2] for line in lines] == [5_000, 4_500, 3_000]
    assert not found


@pytest.mark.parametrize(
    "beside",
    [
        "(the FA is adding £7,500)",
        "(the FA adds £4,999)",
        "(Sport England is putting in £2,000)",
        "(with £2,500 from the FA)",
        "(the FA gave £2,500)",
        ", with the FA adding £2,000",
        ", with Sport England giving another £2,000",
        "(Elm Co-op will give the other £2,000)",
    ],
)
def test_what_others_pay_beside_a_grant_is_no_part_of_it(beside: str) -> None:
    """In brackets behind a line, or told with it, anybody may pay the rest, by whatever name."""
    lines, found = _read(
        f"{LEAD}\n\n- £5,000 to Elm Trust for football {beside}\n- £4,500 to Oak Youth Club for rent\n- £3,000 to Ash Mind for staff\n".replace(
            " ,", ","
        )
    )
    assert [(line[0], line[2]) for line in lines] == [
        ("Elm Trust", 5_000),
        ("Oak Youth Club", 4_500),
        ("Ash Mind", 3_000),
    ]
    assert not found
