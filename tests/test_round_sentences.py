"""Sentences as offices write them above a list of grants, all of them true: none is accused of anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import THREE_STRANDS, found, funding_round

if TYPE_CHECKING:
    from pathlib import Path

TRUE = (
    "More than £73,000 from the Safer Streets Fund has been awarded to community groups and police teams across Barsetshire.",
    "The Commissioner has awarded five grants totalling £73,719 in the latest round, which opened in June and attracted 41 applications requesting £412,000.",
    "£73,719 of money seized from criminals is being put back into communities through these eight projects:",
    "Since the fund was launched in 2021 more than £1.2m has been awarded to over 180 projects. In the latest round £73,719 was awarded to the following 8 projects:",
    "Grants ranging from £879 to £43,000 were awarded, with a total value of £73,719:",
    "Eight projects were supported with a total of £73,719, an average of £9,215 each.",
    "The latest round of the fund saw 5 organisations receive a share of £73,719.",
    "The Commissioner agreed funding of £73,719 for the projects listed below, leaving £126,281 in the fund for the rest of the year.",
    "In the second round a total of £73,719 was allocated (first round: £61,200) to these projects:",
    "Nearly £74k has been shared out between local groups working with young people aged 8 to 18.",
    "Over the summer, the Commissioner invested £73.7k in 8 projects:",
    "Following 23 bids worth £210,450, the panel of 7 recommended 8 projects to the Commissioner, who approved £73,719:",
    "The projects will reach 1,200 young people over 12 months, at a cost of £61.43 per person.",
    "Up to £10,000 was available per project; the Commissioner made an exception for two. Projects funded:",
    "This quarter the Commissioner has funded 8 projects at a total cost of £73,719:",
    "£43,000 for the Scouts, £18,000 for Rovers and three smaller grants were awarded:",
    "The Scouts received £43,000 over two years for tents.",
    "Of the £73,719 awarded, £53,879 (73%) came from the Community Fund.",
    "The Community Fund awarded 3 grants worth £53,879; the Innovation Fund made one of £1,840; one Fighting Crime Grant of £18,000 was made.",
    "Thanks to the Proceeds of Crime Act, £73,719 has been reinvested in 8 local projects.",
    "The Deputy Commissioner visited three of the projects. The round (£73,719) is listed below.",
    "The following were awarded funding from a pot of £75,000:",
    "A further eight projects have been given a boost thanks to £73,719 of funding from the PCC:",
    "Eight projects have shared more than £73,000.",
    "Between them the projects received just over £73,700.",
    "The PCC has committed £100,000 to the fund this year, of which £73,719 is awarded below.",
    "Three Community Fund grants, one Innovation Fund grant and one Fighting Crime grant were made.",
    "Five successful applicants will share £73,719.",
    "Funding totalling £73,719.00 was awarded:",
    "In 2023/24 the Commissioner set aside £150,000 for the fund; the second tranche, £73,719, went to:",
    "The PCC's £500k Safer Streets Fund has awarded its first £73,719 to 8 projects.",
    "Successful bids in the £1,000–£10,000 bracket and above are listed:",
    "Round 3 of the fund was worth £73,719.",
    "A total of 12 bids were received, with 8 projects successful:",
    "Ten bids were considered and five awarded, as follows:",
    "Two of the grants run for three years.",
    "The grants were approved on 12 September and announced on 3 October 2023 (Decision 2023/14).",
    "£53,879 is going to community groups, £1,840 to innovation and £18,000 to fighting crime:",
    "Community groups received £53,879 and the police £19,840:",
    "£73,719 has been awarded to 8 projects to tackle ASB, which fell by 12% last year, and knife crime, which rose 4%.",
    "An extra £10,000 went to dance, bringing the total to £73,719.",
    "These grants went to 8 projects, bringing the total this year to £101,500:",
    "Last year the fund gave £54,900 to 8 projects.",
    "Grants were made to 8 projects, and £190,000 has been awarded to date.",
)


BASE = """
    Community Safety Fund:
      - {recipient: Farnham Residents Association, purpose: gates, amount: '£5,000'}
      - {recipient: Guildford Street Angels, purpose: radios, amount: '£4,200'}
      - {recipient: Reigate Methodist Church, purpose: a café, amount: '£2,750'}
    Children and Young People Fund:
      - {recipient: Leatherhead Youth Project, purpose: detached work, amount: '£20,000'}
      - {recipient: Matrix Trust, purpose: mentors, amount: '£12,500'}
"""
"""£11,950 to 3 and £32,500 to 2: £44,450 to 5, every grant a project."""

TRUE_OF_BASE = (
    "£44,450 was awarded to Matrix Trust and four other groups.",
    "£44,450 was awarded, to Leatherhead Youth Project (£20,000), Matrix Trust (£12,500) and others.",
    "Grants run from Reigate Methodist Church (£2,750) to Leatherhead Youth Project (£20,000).",
    "Leatherhead Youth Project will receive £5,000 now and £15,000 in January.",
    "The first £5,000 has been paid to Matrix Trust.",
    "Leatherhead Youth Project received £10,000 for each of two estates.",
    "£44,450 was awarded. 3 projects have received 50% up front.",
    "£44,450 was awarded. Three awards went to charities and two to companies.",
    "£44,450 was awarded. Two projects, in Leatherhead and Dorking, support 60 young people.",
    "£44,450 was awarded. Two schemes will receive support from our partnership team.",
    "£44,450 was awarded. Funding went to 3 districts and 5 wards; 2 schemes are in rural areas.",
    "£44,450 was awarded. Four projects are led by volunteers, and one project was given extra support.",
    "Three grants are under £5,001 and two over £10,000.",
    "One project will use its £5,000 to fit gates; another £4,200 pays for radios.",
    "£44,450 to five local organisations. One grant supports volunteers.",
    "£44,450 was awarded. One initiative given funding is a café.",
    "Two youth projects received £32,500 between them; three others shared £11,950.",
    "The Commissioner awarded 2 grants to youth projects this month.",
    "Two new projects are among those funded this month.",
    "This round supports two new projects and three that were funded before.",
    "£44,450 was awarded. 3 projects cover Guildford.",
    "The three smaller grants total £11,950.",
    "The biggest grant was £20,000.",
    "Two of the largest awards, totalling £32,500, went to youth charities.",
    "Nearly three-quarters of the funding (£32,500) was awarded to youth charities.",
    "The two youth grants, worth £32,500, pay for three projects.",
    "The charity has awarded 14 bursaries worth £6,000 in total with the help of our grant.",
    "£1,000 was awarded to each of three schools by one of the charities.",
    "The Deputy Commissioner said: “We have given £300,000 to 45 projects this summer.”",
    "Two projects in Mole Valley were awarded £25,000.",
    "The Community Safety Fund awarded £5,000 to one project, £4,200 to another and £2,750 to a third.",
    "The Children and Young People Fund spent £20,000 on detached work.",
    "The Children and Young People Fund has now helped 40 organisations with £310,000.",
    "The new Children and Young People Fund, worth £275,000, made its first two awards.",
    "The Children and Young People Fund supports 12 youth clubs; this month two grants were made.",
    "Three projects from the Community Safety Fund; £32,500 to two from the Children and Young People Fund.",
    "£11,950 to three community safety projects and £32,500 to two youth projects.",
    "Back in 2022, 4 projects were funded.",
    "In the autumn of 2024 we awarded £9,000.",
    "The fund awarded £9,000 in 2022/23.",
    "In its first year, 61 projects received £509,832.58.",
    "£142,986 has now been awarded.",
    "Altogether £142,986 was awarded over two rounds.",
    "18 projects have now been supported.",
    "This makes 18 projects in the year.",
    "Of 10 projects considered, five were funded.",
    "10 projects were shortlisted; five were awarded.",
    "7 grants were recommended; 5 were approved.",
    "The panel scored 10 projects, against a target of 12.",
    "The Commissioner visited 3 projects and awarded £44,450.",
    "The Commissioner opened 3 new projects.",
    "One project alone received £20,000.",
    "Half of the money, £22,225, is paid at once.",
    "Each will receive a first instalment of £1,320.",
    "Matrix Trust also received £700 in kind.",
    "Projects in Leatherhead received £32,500.",
    "Successful projects receive £20,000 at most.",
    "The fund is worth £500,000.",
    "The fund will award £500,000 over three years.",
    "The Commissioner secured £1m of funding for safer streets.",
    "£44,450 was awarded to five projects.\n\nThe Commissioner gave £41,000 to them in the end:",
    "£210,450 was on offer, and £41,000 went to 5 projects:",
    "£12,500 to Matrix Trust, £20,000 to Leatherhead Youth Project and the rest to others:",
    "Sums run from the smallest (£2,000) to Matrix Trust.",
    "£44,450 was awarded to Matrix Trust.",
    "£41,000 was awarded to 2 new projects:",
)


@pytest.mark.parametrize("text", TRUE_OF_BASE)
def test_what_is_said_of_something_else_is_never_held_against_the_round(tmp_path: Path, text: str) -> None:
    """Parts, plans, other years, other people's money and single grants are not taken for the round's own figures."""
    findings = found(tmp_path, {"august": funding_round(BASE, text=text)})
    assert [(one.code, one.message) for one in findings if one.code[:2] in ("G2", "F2")] == []


@pytest.mark.parametrize("text", TRUE)
def test_a_true_sentence_is_never_accused(tmp_path: Path, text: str) -> None:
    """However I put it, what is true of the round, or speaks of something else, is left in peace."""
    findings = found(tmp_path, {"august": funding_round(THREE_STRANDS, text=text)})
    assert [(one.code, one.message) for one in findings if one.code[0] in "GF"] == []


@pytest.mark.parametrize("text", [text for text in TRUE if text.count("£73,719") == 1])
def test_a_sentence_with_a_slip_in_its_total_is_never_called_right(tmp_path: Path, text: str) -> None:
    """A false total is either named or left alone; no other figure of the sentence is accused in its stead."""
    findings = found(tmp_path, {"august": funding_round(THREE_STRANDS, text=text.replace("£73,719", "£73,179"))})
    told = [(one.code, one.message) for one in findings if one.code[0] in "GF"]
    assert len(told) <= 1
    assert all(code == "G201" and "£73,179" in message for code, message in told)


def test_most_slips_in_such_sentences_are_found(tmp_path: Path) -> None:
    """Where the words leave no doubt, the slip is named: in half of sentences as varied as these."""
    texts = [text for text in TRUE if text.count("£73,719") == 1]
    hits = 0
    for number, text in enumerate(texts):
        wrong = funding_round(THREE_STRANDS, text=text.replace("£73,719", "£73,179"))
        hits += any(one.code == "G201" for one in found(tmp_path / str(number), {"august": wrong}))
    assert hits * 2 >= len(texts)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("£44,450 was awarded:\n\n- Matrix Trust: £15,200\n- Leatherhead Youth Project: £20,000", ["G206"]),
        ("Matrix Trust (£15,200) and Leatherhead Youth Project (£20,000) were funded.", ["G206"]),
        ("Leatherhead Youth Project received £12,500 and Matrix Trust £20,000.", ["G206", "G206"]),
        ("£25,000 was awarded to Matrix Trust.", ["G206"]),
        ("Matrix Trust received £12,500 for its mentors.", []),
        ("£44,450 was awarded to six organisations.", ["G202"]),
        ("£44,450 was awarded to five projects.\n\nIn summary, £44,540 has been given to the five groups.", ["G201"]),
        ("The round of £44,540 was awarded to five projects:", ["G201"]),
        ("Matrix Trust, £15,200; Leatherhead Youth Project, £20,000.", ["G206"]),
        ("In the town 12 people met. It was agreed to fund nine projects:", ["G202"]),
        ("The Commissioner made seven grants.", ["G202"]),
    ],
)
def test_slips_about_single_grants_and_second_totals_are_found(tmp_path: Path, text: str, codes: list[str]) -> None:
    """A wrong sum beside a recipient, a wrong number of groups and a second total with its digits turned are all named."""
    findings = found(tmp_path, {"august": funding_round(BASE, text=text)})
    assert [one.code for one in findings if one.code[:2] == "G2"] == codes


def test_a_scope_said_in_other_words_is_said(tmp_path: Path) -> None:
    """“Three community safety projects” says well enough that it is the Community Safety Fund."""
    text = "£11,950 was awarded to three {}projects:"
    scope = "stated:\n  covers: Community Safety Fund\n"
    for words, codes in (("community safety ", []), ("", ["G201"])):
        entry = funding_round(BASE, text=text.format(words), more=scope)
        findings = found(tmp_path / (words.strip() or "none"), {"august": entry})
        assert [one.code for one in findings if one.code[:2] == "G2"] == codes


def test_a_sentence_that_shows_all_the_parts_needs_no_scope(tmp_path: Path) -> None:
    """Where the sums of one sentence make the whole round, nobody takes one of them for it."""
    scopes = "stated:\n  - covers: Community Safety Fund\n  - covers: Children and Young People Fund\n"
    whole = funding_round(BASE, text="The Commissioner gave £11,950 to three and £32,500 to two:", more=scopes)
    assert [one.code for one in found(tmp_path / "whole", {"august": whole}) if one.code[:2] == "G2"] == []
    part = funding_round(BASE, text="The Commissioner gave £11,950 to three, at £3,983 on average:", more=scopes)
    assert "G201" in [one.code for one in found(tmp_path / "part", {"august": part})]


def test_a_number_alone_that_does_not_say_its_scope_is_warned_of(tmp_path: Path) -> None:
    """The same holds for a number of projects without a sum."""
    scope = "stated:\n  covers: Community Safety Fund\n"
    entry = funding_round(BASE, text="The Commissioner funded three projects:", more=scope)
    (one,) = [one for one in found(tmp_path, {"august": entry}) if one.code[:2] == "G2"]
    assert one.code == "G201"
    assert one.hint == "Type: The Commissioner funded three Community Safety Fund projects:"


@pytest.mark.parametrize(
    ("stated", "message", "hint"),
    [
        (
            "total: around £45,000",
            "around £45,000 is not quite what the grants of the round come to, £44,450",
            "£44,450",
        ),
        ("total: £44,451", "£44,451 differs from what the grants of the round come to, £44,450", "rounding"),
        ("total: lots", "“lots” cannot be read as an amount", "£53,879, £54k or over £50,000"),
        ("projects: lots", "“lots” cannot be read as a number", "6, six or over 100"),
    ],
)
def test_small_things_are_said_in_their_own_words(tmp_path: Path, stated: str, message: str, hint: str) -> None:
    """What is nearly right, and what cannot be read, is told as that, with an example of what to type."""
    entry = funding_round(BASE, more=f"stated:\n  {stated}\n")
    (one,) = [one for one in found(tmp_path, {"august": entry}) if one.code[:2] == "G2"]
    assert message in one.message
    assert hint in one.hint + one.message
