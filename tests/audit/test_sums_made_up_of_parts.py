"""A sum whose parts the paper tells is held against them, whatever it is of; one whose parts may not be all is let alone."""

from __future__ import annotations

import time

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.made_up.finding import made_up
from pcp_reports.papers.opening import read_paper


def _said(text: str, *codes: str) -> list[str]:
    found = audit(read_paper(f"# Report\n\n## Funding\n\n{text}\n".encode(), "paper.md")).findings
    return [one.message for one in found if one.code in ("G214", *codes)]


@pytest.mark.parametrize(
    "text",
    [
        "Running it costs £912,000, made up of a £655,400 grant from the Ministry and £257,600 of our own.",
        "Running it costs £912,000 this year. This amount is made up of £655,400 from the Ministry and £257,600 of ours.",
        "Funding of £210,000, comprising £160,000 core and £60,000 uplift, was agreed.",
        "The balance was £60,000, split by ward as follows: Alder £20,000, Birch £25,000 and Cedar £18,000.",
        "The balance was £60,000, broken down as Alder (£20,000), Birch (£25,000) and Cedar (£18,000).",
        "The grant is £500,000 (made up of £310,000 in 2023/24 and £200,000 in 2024/25).",
        "£150,000 consisting of £100,000 for staff; £30,000 for premises; and £25,000 for equipment was agreed.",
        "An underspend of £31,200, being £12,200 on staff and £18,000 on premises, was reported.",
    ],
)
def test_parts_that_the_words_close_are_held_against_their_sum(text: str) -> None:
    """A sum that the text says is made up of others, which do not come to it, is found; no grant need be told of."""
    assert len(_said(text, "G201")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Of the £60,000, £45,000 went on staff and the remaining £25,000 on premises.",
        "Of the £60,000 set aside, £45,000 has been spent. The remaining £25,000 will be kept.",
        "£45,000 of the £60,000 has been spent, and the balance of £5,000 is to be returned.",
        "The office has £123,400, of which £73,400 is for staff and the remaining £40,000 for premises.",
    ],
)
def test_what_remains_makes_the_parts_whole(text: str) -> None:
    """What was spent and what remains must be what there was."""
    assert len(_said(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "That £125,000 be used as follows:-\n\n(1) £35,000 to give £7,000 to each of five halls; and\n\n(2) £100,000 for a scheme.",
        "The cost of £125,000 is made up as follows:\n\n- Staff £85,000\n- Premises £30,000\n- Equipment £20,000",
        "The cost of £125,000 is broken down below:\n\n- £85,000 for staff\n- £30,000 for premises\n- £20,000 for equipment",
    ],
)
def test_a_list_that_says_what_a_sum_is_used_for_must_come_to_it(text: str) -> None:
    """The items of a list that its lead calls the whole are added up and held against it."""
    assert len(_said(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A total of £513,394 was spent: £482,307 on staff and £49,087 on premises.\n",
        "The office spent £839,491. £811,391 came from the base budget and £82,100 from partners.",
        "£482,307.40 came from the Home Office. A further £49,087.60 was given in May, total for the year £513,395.",
        "Approve £513,394 for the fund.\n\nThe board is asked to:\n\n- approve £482,307 for awards;\n- approve £49,087 in fees;\n- sign.",
        "- Accept £482,307 from the Home Office, with up to £9,000 for its costs.\n- Approve £49,087 of our own.\n- Award the funding, totalling up to £513,394.",
    ],
)
def test_two_digits_that_changed_places_are_found_wherever_the_parts_stand(text: str) -> None:
    """Long figures that agree but for two digits are no chance, whether or not words say that the parts are all."""
    said = _said(text)
    assert len(said) == 1
    assert "Two digits may have changed places" in said[0]


def test_the_message_gives_both_sums_and_the_difference() -> None:
    """An officer reads what the text gives, what its parts come to, by how much, and what may have happened."""
    text = "It costs £912,450. This is made up of £655,410 from the Ministry. We add £275,040 to it."
    assert _said(text) == [
        (
            "Under “Funding”, first paragraph: The text gives £912,450, but its parts, £655,410 and £275,040, come to "
            "£930,450, which is £18,000 more. Two digits may have changed places: £275,040 for £257,040."
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Funding of £210,000, comprising £160,000 core and £50,000 uplift, was agreed.",
        "The office has £910,000, including £655,000 for staff and £235,000 for premises.",
        "Funding of £210,000 comprises mainly £160,000 core and £30,000 uplift.",
        "Funding of £210,000 comprises £160,000 core, £30,000 uplift and help in kind.",
        "Funding of £210,000 comprises £160,000 core and £30,000 uplift, together with a loan.",
        "Funding of £210,000 comprises £160,000 core and £30,000 uplift. A further £20,000 comes from the reserve.",
        "Funding of £210,000 comprises £160,000 core and £30,000 uplift. The rest is met from reserves of £20,000.",
        "Funding of about £210,000 comprises £160,000 core and £40,000 uplift.",
        "Funding of £2.1m comprises £1.6m core and £0.6m uplift.",
        "The fund of £35,000 is made up of £20,100 from the council and £14,720 from the force.",
        "The total is £34,820, made up of £20,100 and £14,721.",
        "We spent £50,000 on a team comprising six officers (£30,000) and two vehicles (£12,000).",
        "The grant of £60,000 was split between Elm House and Oak Court (£25,000) and Ash Lodge (£28,000).",
        "The grant of £12,000 was split between Elm House, Oak Court (£5,000) and Ash Lodge (£4,500).",
        "The grant of £60,000 is made up of £30,000 for staff, 20,000 for cars and £5,000 for fuel.",
        "The bank has £2.45bn, consisting of £1.2bn of shares, £950m of earnings, £-45m of losses, and £15m of reserves.",
        "Of the £60,000, £45,000 went to Elm House and £5,000 to Oak Court.",
        "Of the £60,000, £20,000 was spent in May, and of the remaining £40,000, £15,000 went to Oak Court.",
        "Of the £60,000 grant, £45,000 was spent. The remaining balance of the reserve stands at £20,000.",
        "The £60,000 fund is used as follows:\n\n- £30,000 for staff\n- £25,000 for cars",
        "The £60,000 fund is used as follows: £30,000 for staff and £25,000 for cars.",
        "The award was £500,000 (£450,000 in 2022/23 and £420,000 in 2021/22).",
        "£5,000 for tents and £3,000 for food were agreed, bringing the total to £18,000.",
        "The cost of £125,000 is broken down below:\n\n- Staff £85,000\n- Premises £30,000\n- Equipment, not costed yet",
        "The cost of £125,000 is broken down below:\n\n- Staff £85,000\n- Premises £30,000\n\nA further £10,000 is kept back.",
        "From £125,000 the following were paid as follows:\n\n- £85,000 to Elm House\n- £30,000 to Oak Court",
    ],
)
def test_parts_that_may_not_be_all_are_let_alone(text: str) -> None:
    """Where the words leave the parts open, a figure is rounded or hedged, or another reading is sensible, nothing is said."""
    assert _said(text) == []


def test_sums_of_one_list_of_grants_are_judged_there_alone() -> None:
    """A total of grants that is wrong is said once, of the list."""
    text = (
        "In May £53,789, made up as follows, was awarded to two projects:\n\n"
        "- Chorley Council – taxi marshals – £9,280\n- Burnley FC – football nights – £44,599\n"
    )
    found = audit(read_paper(f"# Report\n\n## Community Fund\n\n{text}".encode(), "paper.md")).findings
    assert [one.code for one in found] == ["G201"]


@pytest.mark.parametrize(
    "text",
    [
        "£1,234 " * 14_000,
        "£1,234 made up of " * 5_500,
        "£1,234, of which " * 5_800,
        "£10,000 " + "and " * 25_000 + "£2,000",
        "£10,000 (" + "(" * 99_000,
        "remaining " * 10_000 + "£5 of the £10, £4",
        ("of the £12,345 £1,234 and " + ", " * 40) * 900,
    ],
)
def test_no_text_keeps_the_reader_busy(text: str) -> None:
    """A text of a hundred thousand characters, whatever they are, is read in seconds."""
    paper = read_paper(text.encode(), "paper.txt")
    began = time.process_time()
    list(made_up(paper, ()))
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a part as large as the whole", "The cost of £20,000 is made up of £20,000 for staff and £1,500 for premises."),
        ("a gap of more than a quarter", "The cost of £60,000 is made up of £25,000 for staff and £15,000 for premises."),
        ("some parts alone make it", "The cost of £60,000 is made up of £40,000 for staff, £20,000 for rent and £9,000 for tools."),
        ("the gap is named beside", "The cost of £60,000 is made up of £40,000 for staff and £15,000 for rent. Tools are £5,000."),
        ("what they come to is named beside", "The cost of £60,000 is made up of £40,000 for staff and £15,000 for rent. In April it was £55,000."),
    ],
)  # fmt: skip
def test_parts_that_may_be_meant_otherwise_are_let_alone(what: str, text: str) -> None:
    """Where a part is the whole, the gap is wide, or the paper itself accounts for it, nobody is told of a wrong sum."""
    assert not _said(text), what


def test_a_gap_of_a_quarter_of_the_whole_is_still_told() -> None:
    """Of a sum that its words close, parts that are a quarter short of it are told."""
    assert len(_said("The cost of £60,000 is made up of £30,000 for staff and £15,000 for premises.")) == 1
