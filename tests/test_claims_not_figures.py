"""Numbers that are no figures: dates, times, ages, roads, references, and pointers into documents."""

from __future__ import annotations

import pytest

from pcp_reports.claims import find

DATES = """3 October 2023|3rd Oct|the 3rd of October|October 3, 2023|on May 12 people voted|in October 2023|03/10/2023|3.10.23|2023-10-03
3 and 4 October|3-5 October|5 to 9 June 2023|1 April to 31 March|between 1 April 2023 and 31 March 2024|Friday 29th|in 2023|by 2025
2021-2025|2021–25|2023/24|2023-24|the 1990s|the 2024 election|FY25|Q1 23/24|since 1 May|’23|a man in his 30s"""
TIMES = """7.30pm|7pm|7 pm|10am|10 a.m.|19:30|7-9pm|6pm–2am|10 o’clock|12 noon|at 12.45|until 10.30 on Friday|24/7|a 24-hour helpline"""
TELEPHONES = """01772 533587|0300 123 4567|0800 555 111|07700 900123|+44 1772 533587|+44 (0)1772 533587|call 101|dial 999|999 calls
the 101 service|NHS 111|999 and 101 calls|text 61016|ext. 2345"""
ROADS = """the M65|the M6|A59|B6265|J29|junction 4|Junctions 28 and 29|route 5|Route 66"""
AGES = """ages 12-18|aged 12 to 18|12–18 year olds|16-year-old|a 16 year old|under-18s|over 65s|aged 18|18+|aged 16 and over|under 25s
16 and 17-year-olds|people under 18|aged between 12 and 18|men aged 24 and 31|18 years of age|under 18.|an 18-month-old baby
the age of 18|45-54 year olds|18–24s"""
NAMES = """PR1 4XY|GB-CHC-1234567|ABC/123/45|charity number 1098765|company no. 01234567|crime ref. 12/34|Covid-19|COVID 19|G7|4x4|5G
3D|WW2|Operation 4|PC 1234|ISO 9001|Microsoft 365|Catch-22|E10000017|Safer Streets 4|4 x 4|360G-abc-123|No 10|number 7|VAT 123 4567 89
12-34-56|6016 1331 9268 1901|12 High Street|1-3 Market Place|Flat 2, 14 Station Road|Channel 4|Windows 11|BBC One|the Famous Five"""
POINTERS = """section 23|s.9|s 9|ss. 9 and 10|Section 60|Schedule 12A|Sch. 12A|paragraph 8|paras 3 and 4|¶9|Part 1|Article 5|page 3|pp. 75–78
Pages 75-78|Pages 75 – 78 of the plan|item 5|Appendix 2|Appendices 2, 3 and 4|Annex A1|figure 3|table 2|chapter 4|Regulation 3|Reg 14(2)(b)
SI 2011/3050|Class A|Category 1|Grade 2|Tier 1|Level 3|Phase 2|Stage 1|phase two|Step 4|Unit 5|Ward 3|Room 12|Zone 2|Year 9 pupils
Key Stage 2|Quarter 2|Q2|Week 3|Day 1|day one|in year 2|version 2.1|Priority 1|Objective 4|Recommendation 3|Question 4|Strand 2
Round 3|Lot 2|minute 23|Minute 23"""
ADDRESSES = (
    "https://www.example.org/news/2023/10/500-grants/?id=45|www.example.org/12|a.b12@example.org|#Op50|@Lancs2023"
)
LISTS = "1. Background|1) Background|(1) Background|12. Background|3.2.1|3.2 Background|a note[1]|a note [12]"
WORDS = """a third|two-thirds|three quarters|half|half the budget|twice|both|hundreds of people|tens of thousands|dozens
a couple of hundred people|several hundred|one-off|two-tier|twenty-first|the twenty first century|ten o’clock|zero tolerance
the two|number one|the Three Peaks Challenge|five times more"""
SHAPES = "3-2|50:50|3:1|5/6|9/10|70mph|20 mph limits|20-30mph|a 10k run|a term of 3+2|5-a-side|1st|21st|£|$5,000|€5,000|per 1,000"


def listed(*groups: str) -> list[str]:
    """Return the phrases of the groups, which stand between bars or on lines of their own."""
    return [phrase for group in groups for line in group.split("\n") for phrase in line.split("|")]


@pytest.mark.parametrize(
    "phrase",
    listed(DATES, TIMES, TELEPHONES, ROADS, AGES, NAMES, POINTERS, ADDRESSES, LISTS, WORDS, SHAPES),
)
def test_a_number_that_is_no_figure_is_passed_over(phrase: str) -> None:
    """No date, time, age, road, reference or page is ever held against my data."""
    assert [claim.text for claim in find(phrase)] == []


@pytest.mark.parametrize(
    ("phrase", "figure"),
    [
        ("In May 12 people voted.", "12"),
        ("During October 450 homes were visited.", "450"),
        ("In March 130 people were arrested.", "130"),
        ("Last year 12 grants were made.", "12"),
        ("In this round 6 projects were chosen.", "6"),
        ("At the first stage 45 bids were left.", "45"),
        ("Under that strand 6 projects were chosen.", "6"),
        ("549 arrests, 101 for drug supply", "549"),
        ("101 people came", "101"),
        ("4 October events", ""),
        ("30+ initiatives", "30+"),
        ("more than 2000 people", "more than 2000"),
        ("2000 homes were leafleted", "2000"),
        ("12 Crown Court trials", "12"),
        ("6 High Court judges", "6"),
        ("1.5 million people", "1.5 million"),
        ("5.7 per cent of them", "5.7 per cent"),
        ("12 people came", "12"),
        ("(12 people)", "12"),
        ("Grade 1 – 8 minutes", "8"),
        ("Lot 2 – £75,000", "£75,000"),
        ("two thirds reduction in the 91 wards", "91"),
        ("Three Commissioners met", "Three"),
        ("a speed of 70mph cost 12 drivers their licence", "12"),
        ("per 1,000 people 12 were hurt", "12"),
        ("The wall is 2m high", "2"),
        ("n=1,023", "1,023"),
        ("Arrests:12", "12"),
        ("c.400 people", "c.400"),
        ("+/-3%", "3%"),
    ],
)
def test_a_figure_beside_such_a_number_is_found(phrase: str, figure: str) -> None:
    """What only looks like a date or a pointer is a figure all the same."""
    found = [claim.text for claim in find(phrase)]
    assert found[:1] == ([figure] if figure else [])
