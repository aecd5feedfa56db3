"""Counts typed in prose against the entry's own data: what is certain is said, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import OFFICE, funding_round, paper, statement, surveyed

from pcp_reports.checks.counts import counted
from pcp_reports.counts.finding import counts_in
from pcp_reports.judging import Verdict
from pcp_reports.nodes import Text
from pcp_reports.reconciling import tied

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.findings import Finding
    from pcp_reports.reconciling import Tied

SIX = "Barchester, Plumstead, Silverbridge, Courcy, Allington and Framley"


def operation(text: str, *, places: str = "", figures: str = "", more: str = "") -> str:
    """Return an operation's file."""
    rows = "".join(f"  - {place}\n" for place in places.replace(" and ", ", ").split(", ") if place)
    numbers = "".join(f"  {line.strip()}\n" for line in figures.strip().splitlines())
    body = "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())
    return (
        "kind: operation\nname: Operation Harvest\n"
        + (f"places:\n{rows}" if rows else "")
        + (f"figures:\n{numbers}" if numbers else "")
        + more
        + f"text: |\n{body}"
    )


def said(root: Path, entry: str) -> list[Finding]:
    """Return what is said of the figures in an entry's prose."""
    return list(counted(surveyed(root, {"2023-10-03/paper": paper("harvest"), "2023-10-03/harvest": entry})))


def ties(root: Path, entry: str) -> tuple[Tied, ...]:
    """Return the figures of an entry's prose that something stands behind."""
    survey = surveyed(root, {"2023-10-03/paper": paper("harvest"), "2023-10-03/harvest": entry})
    return tied(survey.register.entries[0], "en_GB")


# -- what is wrong is said

WRONG_PLACES = (
    ("The first seven hotspots which have seen additional dedicated patrols are areas within " + SIX + ".", SIX),
    (
        "The first six hotspots are areas within Barchester, Plumstead, Silverbridge, Courcy and Allington.",
        "Barchester, Plumstead, Silverbridge, Courcy, Allington",
    ),
    ("The first four hotspots are areas within Barchester, Plumstead, Silverbridge, Courcy and Allington.", ""),
    ("The six towns are Barchester, Plumstead, Silverbridge, Courcy, and Allington.", ""),
    ("Patrols began in five places: " + SIX + ".", SIX),
    ("Patrols began in three places: parts of Barchester, Plumstead, Silverbridge and Courcy.", ""),
    ("Officers worked in four areas (Barchester, Plumstead and Courcy) over the summer.", ""),
    ("The work took in three wards – Courcy, Allington, Framley and Plumstead.", ""),
    ("We visited the five towns of Barchester, Plumstead, Silverbridge and Courcy.", ""),
    ("Seven neighbourhoods, which were chosen by residents, are Barchester, Plumstead and Courcy.", ""),
    ("There are five **hotspot areas**: Barchester, Plumstead, Courcy and Allington.", ""),
    ("The six hotspots are areas within " + SIX + ".", "Barchester, Plumstead, Silverbridge, Courcy, Allington"),
)
WRONG_LISTS = (
    "Three items were discussed:\n\n- Burglary in the county\n- Road safety",
    "The Board considered the following four reports:\n\n- Crime figures for the quarter\n- The force's budget\n- Complaints received",
    "The plan has five priorities:\n\n- Burglary\n- Road safety\n- Victims\n- Rural crime",
    "Two themes came up:\n\n- Speeding through the village\n- Parking outside the school\n- Litter in the park",
    "There were three recommendations:\n- Publish the minutes sooner\n- Meet every month",
    "The Commissioner set out the following three aims:\n\n- Fewer victims\n- Safer roads\n- Faster answers to calls\n- Visible officers",
    "The four objectives are as follows:\n\n- To reduce harm\n- To bring offenders to justice\n- To rebuild confidence in the force",
    "The six strands that were agreed:\n\n- Prevention\n- Enforcement\n- Support\n- Education\n- Research",
    "The following six people were honoured:\n\n- Ann Thorne\n- John Bold\n- Mary Gresham\n- Mark Robarts\n- Lucy Grantly",
    "Work went on under **two** headings:\n\n- Enforcement in the town centre\n- Engagement with schools\n- Youth work in the evenings",
    "Priorities:\n\n- Four measures:\n  - New lights\n  - Cameras in the square\n  - A warden",
)
WRONG_ENUMERATIONS = (
    "The Commissioner has five priorities: burglary, road safety, victims and rural crime.",
    "There were four themes: speeding, parking and litter.",
    "Two forces (Barsetshire, Mercia and Wessex) took part.",
    "The plan rests on five pillars – prevention, enforcement, support and education.",
    "It brought together four councils: Barchester, Courcy and Plumstead.",
    "The three partner agencies are Barchester Council, Courcy Council, Barset Housing, and Mercia Fire.",
)
WRONG_FIGURES = (
    ("37 civil orders have been issued.", "civil orders issued: 38"),
    ("- 37 civil orders have been issued\n- Patrols go on", "civil orders issued: 38"),
    ("So far 92 arrests have been made.", "arrests: 90"),
    ("The operation has led to 549 arrests and 41 warrants executed.", "arrests: 545\nwarrants: 41"),
    ("To date officers have seized 90 stolen vehicles.", "stolen vehicles seized: 96"),
    ("Officers seized cash and £5,000 of drugs were seized.", "drugs seized: £6,000"),
    ("Over 400 arrests have been made.", "arrests: 380"),
    ("Over July and August, 37 civil orders were issued.", "civil orders issued: {value: 38, period: July and August}"),
)
WRONG_PARTNERS = (
    "The partnership brings together 12 organisations.",
    "Working Together brought together five partner agencies.",
    "The partnership is made up of four partners.",
    "The new partnership in Courcy now brings together 12 organisations.",
)


@pytest.mark.parametrize(("text", "places"), WRONG_PLACES)
def test_places_that_are_miscounted_are_named(text: str, places: str, tmp_path: Path) -> None:
    """When I name the places, the number I give must be theirs."""
    (finding,) = said(tmp_path, operation(text, places=places))
    assert finding.code == "F201"


@pytest.mark.parametrize("text", WRONG_LISTS)
def test_bullets_that_are_miscounted_are_named(text: str, tmp_path: Path) -> None:
    """When I say how many follow, so many bullets must follow."""
    (finding,) = said(tmp_path, statement("The Board met.\n\n" + text))
    assert finding.code == "F201"


@pytest.mark.parametrize("text", WRONG_ENUMERATIONS)
def test_things_that_are_miscounted_in_one_sentence_are_named(text: str, tmp_path: Path) -> None:
    """When I say how many and list them in the same breath, I am told when I slip."""
    (finding,) = said(tmp_path, statement(text))
    assert finding.code == "F201"


@pytest.mark.parametrize(("text", "figures"), WRONG_FIGURES)
def test_a_number_that_differs_from_the_figure_of_its_name_is_named(text: str, figures: str, tmp_path: Path) -> None:
    """A figure that I keep beside the text and type again in it must be the same."""
    (finding,) = said(tmp_path, operation("It went on.\n\n" + text, figures=figures))
    assert finding.code == "F201"
    assert "figure(" in finding.hint


@pytest.mark.parametrize("text", WRONG_PARTNERS)
def test_partners_that_are_miscounted_are_named(text: str, tmp_path: Path) -> None:
    """The number of partners in the summary is the number of partners that I list."""
    entry = (
        f"kind: partnership\nname: Working Together\npartners:\n  - police\n  - council\n  - schools\nsummary: {text}\n"
    )
    (finding,) = said(tmp_path, entry)
    assert finding.code == "F201"


# -- what may be right is left alone

CLEAN = (
    # places
    "The first six hotspots which have seen additional dedicated patrols are areas within " + SIX + ".",
    "Patrols began in six places: parts of Barchester, parts of Plumstead, Silverbridge, Courcy, Allington and Framley.",
    "In 3 of the six places, Barchester, Plumstead and Courcy, calls fell.",
    "Two of the six hotspots are Barchester and Courcy.",
    "Among the six hotspots are Barchester, Courcy and Framley.",
    "Six hotspots in Barchester, Courcy and Framley have been patrolled.",
    "Six hotspots are in Barchester, Courcy and Framley.",
    "Six areas, including Barchester, Courcy and Framley, saw patrols.",
    "Patrols took place in six towns, such as Barchester, Courcy and Plumstead.",
    "The four wards are Park and Mount, Pharos, and Warren.",
    "The three wards are Park and Mount, Pharos, and Warren.",
    "The two wards are Park and Mount.",
    "Calls fell in all six areas. Barchester, Courcy and Framley fell most.",
    "The six areas with new patrols saw falls; the biggest were Barchester, Courcy and Framley.",
    "Five projects were funded in Barchester, Courcy and Framley.",
    "Three officers were injured in Barchester, Courcy, Framley and Allington.",
    "The Commissioner visited six towns over four weeks.",
    "Two more areas – Courcy and Framley – were added in August.",
    "Patrols in the other three areas are Courcy, Framley and elsewhere.",
    "There are 14 districts, of which Barchester, Courcy and Framley are the largest.",
    "Officers from the three forces are working with Barchester, Courcy, Framley and Allington councils.",
    "Six hotspots were agreed with councils, and the areas are Barchester, Courcy and Framley for now.",
    "Six hotspots are areas within Barchester, Courcy and Framley.",
    "Officers visited six wards of Barchester and Courcy.",
    "There were patrols in six areas: Barchester (2), Courcy (3) and Framley.",
    "The two areas are Barchester, the county town, and Courcy.",
    "Six areas: two in Barchester, three in Courcy and one in Framley.",
    "Two areas: Barchester, where calls fell, and Courcy.",
    "Visits to three towns: Barchester, Courcy, and on Friday Framley.",
    "Five schools – Barchester High and Courcy Primary among them – took part.",
    "Three councils – Barchester, Courcy and Plumstead – agreed a plan.",
    "Six hotspots (see Annex A, B and C) were chosen.",
    # lists
    "In the following three months:\n\n- Patrols went on\n- Calls fell",
    "Following 5 burglaries the Commissioner:\n\n- Met residents\n- Wrote to the council",
    "12 projects were funded:\n\n- A youth club in Courcy\n- Lights in Framley\n- A boxing gym",
    "Three items were discussed:\n\n- Burglary\n- Road safety\n- Victims",
    "Items discussed included:\n\n- Burglary\n- Road safety",
    "Four items were discussed, including:\n\n- Burglary\n- Road safety",
    "The following measures were taken:\n\n- Patrols\n- Cameras",
    "Over July and August officers dealt with 408 people across two areas of work\n\n- 130 people were arrested for supply.\n- 278 people were arrested for damage.\n- 37 civil orders have been issued.",
    "Three priorities:\n\n- Burglary and robbery\n- Road safety",
    "The following six people were charged:\n\n- Two men from Barchester\n- A woman from Courcy\n- Three men from Framley",
    "The following five measures were agreed:\n\n- Patrols\n- Cameras\n\nand, for the longer term,\n\n- Lights\n- A warden\n- A youth club",
    "The following six actions were taken:\n\n- In the town\n  - Patrols\n  - Cameras\n  - Lights\n- In the villages\n  - Wardens\n  - Speed checks\n  - Surveys",
    "Two of the five recommendations are outstanding:\n\n- Publish the minutes",
    "The Board meets four times a year. The last meeting covered:\n\n- Burglary\n- Road safety",
    "92 arrests were made in June:\n\n- Most were for burglary\n- The rest were for theft",
    "In 12 weeks the team has:\n\n- Made 92 arrests\n- Seized 90 vehicles",
    "Since April the two teams have:\n\n- Visited schools\n- Held surgeries\n- Patrolled the square",
    "The three-year plan covers:\n\n- Burglary\n- Road safety",
    "Three people were arrested:\n\n- The first at the scene\n- The others at home",
    "Three questions were put to the Chief Constable, among them these:\n\n- Why calls take longer\n- What is done about it",
    "Work included the following five measures:\n\n- Patrols at night with dogs and drones\n- Cameras",
    "Over July and August officers were busy, and 30 civil orders were issued.",
    # enumerations
    "The Commissioner has three priorities: burglary, road safety and victims.",
    "The plan has four themes: drink and drug driving, burglary, victims, and rural crime.",
    "Four people were arrested: two men, a woman and a boy.",
    "Officers made three arrests: one for burglary, one for theft, and two people were cautioned.",
    "Three operations were run: Harvest, which targeted theft, Barley and Rye.",
    "It has two aims: to reduce harm, including repeat harm, and to rebuild confidence.",
    "There were three successes: fewer calls, fewer victims and faster answers, and better morale.",
    "Five schools took part (about 600 pupils).",
    "Seven schemes were approved: see the list at Appendix A, B and C.",
    "The three councils – Barchester, Courcy and Plumstead – agreed.",
    "There were two measures: foot patrols, lights and cameras.",
    "Six measures: two for young people, three for schools and one for drivers.",
    "The event brought together 40 organisations.",
    # figures and the rest
    "In all, 20 civil orders were issued. A further 17 followed.",
    "20 civil orders were issued. By Christmas 37 civil orders were issued.",
    "One civil order was issued.",
    "Over July and August, 30 civil orders were issued in Barchester.",
    "Three civil orders were breached.",
    "A further 12 civil orders have been issued.",
    "12 of the civil orders issued were for dogs.",
    "37 civil orders have been issued.",
    "In June 12 civil orders were issued.",
    "Last week 5 civil orders were issued.",
    "There were 12 civil orders issued against shop thieves.",
    "Officers issued 30 fixed penalty notices and 12 community protection orders.",
    "Over 30 civil orders have been issued.",
    "More than three civil orders a week have been issued.",
    "Up to 40 civil orders have been issued each month.",
    "204 fixed penalty notices were handed out and £16k in fines were issued during the week.",
    "The team has made 92 arrests, seized 90 stolen vehicles and stolen cash and drugs since June.",
    "The overall drop in crime was 6% compared to the previous year.",
    "The Panel met on 3 October 2023 at 2pm and heard from two officers.",
    "Section 59 warnings were given to 14 drivers on the M65 and the A56.",
    "The fund has helped 61 projects with £509,832 since 2021, a third of them for young people aged 12-18.",
    "One officer and two PCSOs patrol the four estates on Friday nights.",
    "Nearly 1,500 residents answered the survey, and 52% feel safe.",
    "The Commissioner held 12 surgeries, met 40 groups and answered 350 letters.",
    "Half of the 30 cameras are new, and ten more follow in spring.",
)  # fmt: skip


@pytest.mark.parametrize("text", CLEAN)
def test_a_paragraph_that_may_be_right_is_left_alone(text: str, tmp_path: Path) -> None:
    """I am never accused of a slip where my sentence can be read in a way that is right."""
    assert (
        said(
            tmp_path,
            operation("It went on.\n\n" + text, places=SIX, figures="civil orders issued: 37"),
        )
        == []
    )


def test_the_message_gives_both_numbers_and_names_what_was_counted(tmp_path: Path) -> None:
    """I see what I typed, what there is, and the difference, at the place where I typed it."""
    text = "The first seven hotspots which have seen patrols are areas within Barchester, Courcy and Framley."
    (finding,) = said(tmp_path, operation(text, places="Barchester, Courcy and Framley"))
    assert finding.message == (
        "harvest, text: it says “seven hotspots”, but the sentence names 3: Barchester, Courcy and Framley; "
        "that is 4 too many."
    )
    assert (finding.place.line, finding.place.column) == (8, 13)


def test_a_place_that_the_list_of_places_lacks_is_named(tmp_path: Path) -> None:
    """A town that the text names and the list of places has lost is named."""
    text = "The three hotspots are areas within Barchester, Courcy and Framley."
    (finding,) = said(tmp_path, operation(text, places="Barchester, Framley"))
    assert "“places” has 2, without Courcy" in finding.message


@given(
    noun=st.sampled_from(("places", "hotspots", "towns", "areas")),
    names=st.lists(st.sampled_from(SIX.replace(" and", ",").split(", ")), min_size=2, max_size=6, unique=True),
    comma=st.booleans(),
    count=st.integers(2, 12),
)
def test_an_enumeration_is_named_exactly_when_it_is_miscounted(
    noun: str, names: list[str], comma: bool, count: int
) -> None:
    """Whatever the places and however many, a right count is never named and a wrong one always is."""
    last = f"{',' if comma and len(names) > 2 else ''} and {names[-1]}"
    text = Text(f"The {count} {noun} are {', '.join(names[:-1])}{last}.")
    (one,) = counts_in(text, "text", "en_GB")
    assert (one.judgement.verdict is Verdict.AGREES) == (count == len(names))


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The first six hotspots are areas within " + SIX + ".", "the 6 places named"),
        ("Extra patrols took place in " + SIX + ", the six hotspots chosen.", "the 6 places named"),
        ("The six hotspots that residents chose, in " + SIX + ", are quieter.", "the 6 places named"),
        (
            "The Board met.\n\nThree items were discussed:\n\n- Burglary\n- Road safety\n- Victims",
            "the 3 bullets beneath",
        ),
        ("There are three themes: speeding, parking and litter.", "the 3 things named"),
        ("37 civil orders have been issued in Barchester.", "figures, civil orders issued: 37"),
    ],
)
def test_a_count_that_is_right_is_tied_to_what_bears_it_out(text: str, basis: str, tmp_path: Path) -> None:
    """The evidence sheet can say what stands behind a number in my text."""
    entry = operation(text, places=SIX, figures="civil orders issued: 37")
    assert [(one.basis, one.verdict) for one in ties(tmp_path, entry)] == [(basis, Verdict.AGREES)]


def test_a_misprint_is_named_wherever_it_would_be_printed(tmp_path: Path) -> None:
    """A slip of the finger in a figure is found in a text, the summary, a standing paragraph, and what a grant is for."""
    grants = "Community Fund:\n  - recipient: Courcy Council\n    purpose: lights for £2.8m million\n    amount: £5,000"
    hidden = "  - recipient: A private person\n    purpose: work for £3.8m million\n    amount: £5,000\n    exempt:\n      paragraph: 2\n      reason: it names a person"
    files = {
        "office": OFFICE + "  costs: Policing costs £4.8m million.\n",
        "2023-10-03/paper": paper(
            "harvest", "costs-round", "text: It cost £5.8m million.", more="summary: It cost £6.8m million.\n"
        ),
        "2023-10-03/harvest": statement("It cost £7.8m million."),
        "2023-10-03/costs-round": funding_round(f"{grants}\n{hidden}"),
    }
    found = [one for one in counted(surveyed(tmp_path, files)) if one.code == "F202"]
    assert sorted(one.message.partition(":")[0] for one in found) == [
        "2023-10-03, News",
        "2023-10-03, summary",
        "costs-round, Courcy Council, purpose",
        "harvest, text",
        "office, costs",
    ]


# -- targets, and how far a figure moved


@pytest.mark.parametrize("count", [50, 37])
@pytest.mark.parametrize(
    "text",
    [
        "Planned: {} arrests.",
        "The target is {} arrests.",
        "We aim for {} arrests.",
        "Our goal is {} arrests.",
        "{} arrests were expected.",
        "The team hopes to make {} arrests.",
        "{} arrests were forecast.",
    ],
)
def test_what_is_meant_to_be_is_not_held_against_what_is(text: str, count: int, tmp_path: Path) -> None:
    """A target is neither wrong because it was missed nor right because it was met."""
    entry = operation(text.format(count), figures="arrests: 37")
    assert said(tmp_path, entry) == []
    assert ties(tmp_path, entry) == ()


@pytest.mark.parametrize(
    ("objective", "measures", "figure"),
    [
        ("Make 50 arrests.", "Fewer calls.", "arrests: 37"),
        ("Make arrests.", "37 arrests.", "arrests: 37"),
        ("Make arrests.", "50 arrests.", "arrests: 37"),
        ("To raise funds.", "£50,000 of cash seized.", "cash seized: £37,000"),
    ],
)
def test_objectives_and_measures_of_success_are_targets(
    objective: str, measures: str, figure: str, tmp_path: Path
) -> None:
    """What a partnership set out to do is not compared with what came of it."""
    entry = (
        "kind: partnership\nname: Harvest\nsummary: Words.\nresponse:\n"
        f"  objective: {objective}\n  measures_of_success: {measures}\n  text: Words.\n  figures:\n    {figure}\n"
    )
    assert said(tmp_path, entry) == []
    assert ties(tmp_path, entry) == ()


def test_what_came_of_a_target_is_still_held_against_the_figure(tmp_path: Path) -> None:
    """A sentence that tells of the target and of the outcome is right about the outcome."""
    right = operation("50 arrests were planned and 37 arrests made.", figures="arrests: 37")
    assert [(one.said.claim.text, one.verdict) for one in ties(tmp_path, right)] == [("37", Verdict.AGREES)]
    target = operation("The target is 50 arrests.", figures="target for arrests: 50")
    assert [one.verdict for one in ties(tmp_path, target)] == [Verdict.AGREES]


MOVED = "recorded crime: {was: '117,650', now: '112,438', change: down 4.4%}"


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("Recorded crime fell by 6% to 112,438.", "“6%”, but the figure “recorded crime” of this entry is down 4.4%; that is 1.6 points too high."),
        ("Recorded crime fell to 112,834.", "“112,834”, but the figure “recorded crime” of this entry is 112,438; that is 396 too many."),
        ("Recorded crime has fallen from 116,650 to 112,438.", "“116,650”, but the figure “recorded crime” of this entry was 117,650; that is 1,000 too few."),
        ("Total recorded crime is down 6%.", "“6%”, but the figure “recorded crime” of this entry is down 4.4%; that is 1.6 points too high."),
        ("Recorded crime fell by over 6%, to 112,438 offences.", "“over 6%”, but the figure “recorded crime” of this entry is down 4.4%"),
    ],
)  # fmt: skip
def test_how_far_a_figure_moved_is_held_against_its_data(text: str, has: str, tmp_path: Path) -> None:
    """Where the clause names the figure and goes its way, another number is named with the right one."""
    (warning,) = said(tmp_path, operation(text, figures=MOVED))
    assert warning.code == "F201"
    assert warning.message.startswith(f"harvest, text: it says {has}")


@pytest.mark.parametrize(
    "text",
    [
        "Recorded crime fell by 4.4% to 112,438.",
        "Recorded crime fell by 4% to 112,000.",
        "Recorded crime fell by almost 4.4% to about 112,000.",
        "Recorded crime rose by 6%.",
        "Nationally, recorded crime fell by 6%.",
        "Recorded crime fell by 6% in Barchester.",
        "Recorded crime fell by 6% since 2019.",
        "Recorded knife crime fell by 6% to 834.",
        "Recorded crime for drugs fell by 6%.",
        "Recorded crime is expected to fall by 6%.",
        "Recorded crime will fall by 6% to 110,591.",
        "Recorded crime fell by 6%, then by 3%.",
        "Recorded crime fell by 6%. Recorded crime fell by 3%.",
        "Recorded crime fell by 5,212 to 112,438.",
        "Violence fell by 2% as recorded crime fell by 6%.",
        "Recorded crime per 1,000 people fell by 6% to 98.",
        "Recorded crime fell by 2 points.",
    ],
)
def test_a_movement_that_may_be_another_is_let_alone(text: str, tmp_path: Path) -> None:
    """Another time, place, part or way, or a number that may be the right one rounded, accuses nobody."""
    assert said(tmp_path, operation(text, figures=MOVED)) == []


@pytest.mark.parametrize(
    "part", ["parts: {theft: down 6%}", "elsewhere: {Wyre: down 6%}", "period: 2022", "area: Wyre"]
)
def test_a_movement_of_what_the_figure_names_besides_is_let_alone(part: str, tmp_path: Path) -> None:
    """The number may be that of a part or of another place, or the sentence may speak of another time."""
    assert said(tmp_path, operation("Recorded crime fell by 6%.", figures=MOVED.replace("}", f", {part}}}", 1))) == []


def test_the_number_named_is_the_nearest_that_the_sentence_can_be_read_as(tmp_path: Path) -> None:
    """“Safer roads, rural crime and victims” are three, though they may be two: I am told of the three."""
    (warning,) = said(tmp_path, operation("We set four priorities: safer roads, rural crime and victims."))
    assert "but the sentence names 3: safer roads, rural crime and victims; that is 1 too many." in warning.message


# -- in Welsh

IN_WELSH = OFFICE + "language: cy_GB\n"


def said_in_welsh(root: Path, text: str, more: str = "") -> list[Finding]:
    """Return what is said of an entry's prose in an office that writes Welsh."""
    entry = operation(text, more=more)
    files = {"office": IN_WELSH, "2023-10-03/paper": paper("harvest"), "2023-10-03/harvest": entry}
    return list(counted(surveyed(root, files)))


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("Mae pedair blaenoriaeth: trais, byrgleriaeth a throseddau gwledig.", "the sentence names 3"),
        ("Ymwelwyd â 5 lle: Caerdydd, Abertawe a Chasnewydd.", "the sentence names 3"),
        ("Mae pum cynllun (Cynllun A, Cynllun B, Cynllun C ac Y Rhyl).", "the sentence names 4"),
        ("Trafodwyd tri mater:\n\n- Byrgleriaeth\n- Trais", "2 bullets stand beneath"),
    ],
)
def test_a_welsh_count_that_is_wrong_is_named(text: str, has: str, tmp_path: Path) -> None:
    """Welsh nouns are known with their mutations, and “a” and “ac” join the last of a list."""
    (warning,) = said_in_welsh(tmp_path, text)
    assert (warning.code, has in warning.message) == ("F201", True)


@pytest.mark.parametrize(
    "text",
    [
        "Mae tair blaenoriaeth: trais, byrgleriaeth a throseddau gwledig.",
        "Ymwelwyd â thri lle: Caerdydd, Abertawe a Chasnewydd.",
        "Trafodwyd dau fater:\n\n- Byrgleriaeth\n- Trais",
        "Mae dwy sir: Caerdydd a'r Fro, a Gwent.",
        "Mae tair sir: Caerdydd a'r Fro, a Gwent.",
        "Ymwelwyd â dau o'r pum lle: Caerdydd ac Abertawe.",
        "Ymwelwyd â phum lle, gan gynnwys: Caerdydd ac Abertawe.",
        "Ymwelwyd â phum lle: Caerdydd, Abertawe ac eraill.",
        "Mae 12 o leoedd yn y cynllun.",
    ],
)
def test_a_welsh_count_that_may_be_right_is_let_alone(text: str, tmp_path: Path) -> None:
    """What names more than one, a part of the whole, or not all of it accuses nobody."""
    assert said_in_welsh(tmp_path, text) == []
