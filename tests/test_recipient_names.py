"""Recipients' names: two spellings of one body are asked about, two bodies never."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import codes, funding_round, statement, surveyed

from pcp_reports.checks.recipients import recipients
from pcp_reports.findings import Severity
from pcp_reports.recipients.names import near_pairs, plain

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.findings import Finding

ONE_BODY = [
    ("Burnley Leisure & Culture Group", "Burnley Leisure and Culture Grp"),
    ("Burnley Leisure & Culture Group", "Burnley Liesure & Culture Group"),
    ("Burnley Leisure & Culture Group", "BURNLEY LEISURE & CULTURE GROUP"),
    ("The Salvation Army", "Salvation Army"),
    ("Accrington Stanley Community Trust", "Accringtn Stanley Community Trust"),
    ("Accrington Stanley Community Trust", "Acrington Stanley Community Trust"),
    ("Accrington Stanley Community Trust", "Accrington Stanley Comunity Trust"),
    ("Longridge Community Action", "Longridge Communtiy Action"),
    ("Blackpool Stanley Rugby Club", "Blackpol Stanley Rugby Club"),
    ("BDS Training", "BDS Training Ltd"),
    ("BDS Training Limited", "B.D.S. Training Ltd."),
    ("Anwick Cycle Hub", "Anwick Cycle Hub Community Interest Company"),
    ("Anwick Cycle-Hub CIC", "Anwick Cycle Hub C.I.C."),
    ("St Mary's Youth Club", "St. Marys Youth Club"),
    ("St Mary’s Youth Club", "Saint Mary's Youth Club"),
    ("Preston Youth Zone", "Preston Youthzone"),
    ("Residents Association of Farringdon", "Resident's Association of Farringdon"),
    ("Kent Refugee Action Network (KRAN)", "Kent Refugee Action Network"),
    ("Flowhesion", "Flowhesoin"),
    ("Tŷ Hafan", "Ty Hafan"),
    ("Canolfan Gymdeithasol Llanrwst", "Canolfan Gymdeithasol Llanwrst"),
    ("Cymdeithas Tai Clwyd", "Cymdeithas Tai Clwyd Cyf."),
    ("Smith & Sons t/a The Boxing Gym", "Smith and Sons (t/a Boxing Gym)"),
    ("Barchester Neighbourhood Watch", "Barchester Neighbourhoods Watch"),
    ("Rossendale Valley Sports Centre", "Rossendale Valley Sports Center"),
]
TWO_BODIES = [
    ("Chorley Borough Council", "Corby Borough Council"),
    ("Preston North", "Preston South"),
    ("1st Barchester Scouts", "2nd Barchester Scouts"),
    ("Year 11 Hub", "Year 12 Hub"),
    ("11th Barchester Scouts", "12th Barchester Scouts"),
    ("St Mary's Church", "St Mark's Church"),
    ("St Mary's Church (Chorley)", "St Mary's Church (Preston)"),
    ("Blackpool Stanley Rugby Club", "Accrington Stanley Rugby Club"),
    ("Carlton Boxing Club", "Charlton Boxing Club"),
    ("Barton Youth Club", "Burton Youth Club"),
    ("Whaley Scouts", "Whalley Scouts"),
    ("Norwich City Trust", "Northwich City Trust"),
    ("Houghton Hall", "Haughton Hall"),
    ("Hambleton Parish Council", "Hambledon Parish Council"),
    ("Broughton Parish Council", "Boughton Parish Council"),
    ("Kirkby Parish Council", "Kirby Parish Council"),
    ("Barnsley Youth Club", "Burnley Youth Club"),
    ("Ashton Community Centre", "Aston Community Centre"),
    ("Church Road Allotments", "Chorley Road Allotments"),
    ("BDS Training", "BDS Trading"),
    ("BDS Ltd", "BDS CIC"),
    ("Barchester Boys' Club", "Barchester Girls' Club"),
    ("Leyland Scouts", "Leyland Guides"),
    ("Women's Centre", "Men's Centre"),
    ("YMCA", "YWCA"),
    ("Wyre Council", "Wyre Borough Council"),
    ("Age UK Lancashire", "Age UK Lancaster"),
    ("Home-Start Fylde", "Home-Start Wyre"),
    ("Northern Lights", "Southern Lights"),
    ("Blackpool Council", "Blackpool Council Youth Justice Team"),
    ("RAFT", "RAFT (Residents Association of Farringdon and Thirlmere)"),
    ("Cymdeithas Tai Clwyd", "Cymdeithas Tai Conwy"),
    ("Station12 Hub", "Station21 Hub"),
    ("Barchester Youth Club (YMCA)", "Barchester Youth Club"),
    ("Preston County Club", "Preston Country Club"),
    ("A", "B"),
]


def grant(recipient: str, more: str = "", purpose: str = "a youth club") -> str:
    """Return a grant as typed."""
    lines = [f'- recipient: "{recipient}"', f"  purpose: {purpose}", "  amount: £1,000"]
    return "\n".join([*lines, *(f"  {line}" for line in more.splitlines())]) + "\n"


def judged(root: Path, *rounds: str, **more: str) -> list[Finding]:
    """Return what is said of the recipients of rounds of five years, named a, b, c and so on."""
    files = {
        name: funding_round(text, announced=f"{2019 + number}-09")
        for number, (name, text) in enumerate(zip("abcde", rounds, strict=False))
    }
    return list(recipients(surveyed(root, files | more)))


@pytest.mark.parametrize(("one", "other"), ONE_BODY)
def test_two_spellings_of_one_body_are_asked_about_once(one: str, other: str, tmp_path: Path) -> None:
    """A slip, “&” for “and”, a missing “The” or “Ltd”: the rarer spelling is noted, with the usual one to type."""
    (finding,) = judged(tmp_path, grant(one), grant(one, purpose="a camp"), grant(other))
    assert (finding.code, finding.severity, finding.place.path) == ("G313", Severity.NOTE, "entries/c.yaml")
    assert finding.message.endswith(f"Did you mean “{one}” (a)?")
    assert finding.related[0].place.path == "entries/a.yaml"


@pytest.mark.parametrize(("one", "other"), TWO_BODIES)
def test_two_bodies_are_never_asked_about(one: str, other: str, tmp_path: Path) -> None:
    """Names that differ in a figure, a place or a word are those of two bodies, however alike they look."""
    assert judged(tmp_path, grant(one) + grant(other)) == []


def test_the_message_is_one_that_a_colleague_can_act_on(tmp_path: Path) -> None:
    """What stands where, what was meant, and the value to type, in quotation marks where YAML needs them."""
    (finding,) = judged(tmp_path, grant("Hub: a youth space"), grant("Hub a youth space"))
    assert finding.message == (
        "b, recipient: “Hub a youth space” is nearly a name that stands elsewhere. "
        "Did you mean “Hub: a youth space” (a)?"
    )
    assert finding.hint == 'If it is the same body, type: "Hub: a youth space"'


def test_the_force_and_the_partners_are_known_names(tmp_path: Path) -> None:
    """A recipient that is nearly the office's own force, or a partner of a partnership, is asked about."""
    partnership = "kind: partnership\nname: Harbour\npartners:\n  - police\n  - Regenda Housing\n"
    told = judged(
        tmp_path, grant("Barsetshire Constabularly") * 2, grant("Regenda Housng"), grant("Police"), harbour=partnership
    )
    assert [one.message.partition("Did you mean ")[2] for one in told if one.code == "G313"] == [
        "“Barsetshire Constabulary” (office)?",
        "“Regenda Housing” (harbour)?",
    ]


def test_another_identifier_says_that_it_is_another_body(tmp_path: Path) -> None:
    """Two bodies with nearly one name and two charity numbers are two; with one number they are one."""
    names = ("Accrington Youth Trust", "Acrington Youth Trust")
    two = [grant(name, f"recipient_id: GB-CHC-123456{number}") for number, name in enumerate(names)]
    assert judged(tmp_path, *two) == []
    one = [grant(name, "recipient_id: GB-CHC-1234567") for name in names]
    assert codes(judged(tmp_path, *one)) == ["G313"]


def test_one_identifier_beside_two_names_is_noted(tmp_path: Path) -> None:
    """One charity number beside two names: the body was renamed, or a number is wrong; a longer form is neither."""
    number = "recipient_id: GB-CHC-1105759"
    (finding,) = judged(
        tmp_path, grant("Koestler Trust", number), grant("Humanists UK", "recipient_id: gb-chc-1105759")
    )
    assert (finding.code, finding.severity) == ("G316", Severity.NOTE)
    assert finding.message == (
        "b, Humanists UK, recipient_id: gb-chc-1105759 stands beside “Koestler Trust” as well (a)."
    )
    assert judged(tmp_path, grant("Blackpool Council", number), grant("Blackpool Council Youth Team", number)) == []


def test_one_name_with_two_identifiers_is_noted(tmp_path: Path) -> None:
    """One name with two charity numbers: one of them may be mistyped. In two districts they may be two churches."""
    (finding,) = judged(
        tmp_path,
        grant("Barchester Hub", "recipient_id: GB-CHC-1234567"),
        grant("Barchester Hub", "recipient_id: GB-CHC-1234576"),
    )
    assert (finding.code, finding.severity) == ("G317", Severity.NOTE)
    assert "it is GB-CHC-1234576 here and GB-CHC-1234567 in a" in finding.message
    churches = [
        grant("St Mary's Church", f"recipient_id: GB-CHC-123456{number}\ndistrict: {district}")
        for number, district in enumerate(["Chorley", "Preston"])
    ]
    assert judged(tmp_path, *churches) == []


def test_a_charity_that_is_a_company_too_has_two_numbers(tmp_path: Path) -> None:
    """A number in each of two registers is no contradiction."""
    numbers = ("GB-CHC-1234567", "GB-COH-01234567")
    assert judged(tmp_path, *(grant("Barchester Hub", f"recipient_id: {number}") for number in numbers)) == []


def test_no_exempt_name_is_quoted(tmp_path: Path) -> None:
    """The name of a refuge that is kept out of public is not offered as the spelling that was meant."""
    exempt = "exempt:\n  paragraph: 3\n  reason: a refuge"
    hidden = grant("Barchester Women's Refuge", f"recipient_id: GB-CHC-1234567\n{exempt}")
    told = judged(
        tmp_path,
        hidden,
        grant("Barchester Womens Refuge", "recipient_id: GB-CHC-7654321"),
        grant("Other", "recipient_id: GB-CHC-1234567"),
        c=funding_round(grant("Barchester Womens Refudge"), more=exempt + "\n"),
        harbour=f"kind: partnership\nname: Harbour\npartners:\n  - Barchester Womens Refuges\n{exempt}\n",
    )
    assert told == []


def test_a_prompt_is_nobodys_name(tmp_path: Path) -> None:
    """A prompt left in place twice is not two spellings, nor one grant entered twice."""
    text = grant("[who receives the money]") * 2 + grant("[Who receives the money]")
    assert judged(tmp_path, text, notes=statement("Nothing.")) == []


def test_published_names_are_told_apart(shared: Path) -> None:
    """Of 635 published names, those asked about have one charity number; none is another body's."""
    numbers: dict[str, set[str]] = {}
    for path in sorted((shared / "data").glob("*-grants-360giving.json")):
        for row in json.loads(path.read_text(encoding="utf-8"))["grants"]:
            recipient = row["recipientOrganization"][0]
            numbers.setdefault(recipient["name"], set()).add(recipient["id"])
    plains = {name: plain(name) for name in numbers}
    near = {tuple(sorted((one.run, other.run))) for one, other in near_pairs(plains.values())}
    pairs = [
        (one, other)
        for one in numbers
        for other in numbers
        if one < other
        and (plains[one].run == plains[other].run or tuple(sorted((plains[one].run, plains[other].run))) in near)
    ]
    assert len(pairs) >= 13
    assert [pair for pair in pairs if numbers[pair[0]].isdisjoint(numbers[pair[1]])] == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_names_can_be_held_against_each_other(one: str, other: str) -> None:
    """No name, however odd, stops the check; two plain forms are near in either order or in neither."""
    names = plain(one), plain(other)
    assert all(name.words for name in names)
    assert bool(list(near_pairs(names))) == bool(list(near_pairs(names[::-1])))


def test_a_slip_is_found_among_many_names() -> None:
    """Sixteen hundred clubs that differ in one word are compared at once; the one slip among them is found, and no other."""
    letters = "bcdfghjklmnprstvwxyz"
    names = [f"Q{a * 2}o{b * 2}e{c * 2} Community Club" for a in letters for b in letters for c in letters[:4]]
    assert list(near_pairs(map(plain, names))) == []
    (pair,) = near_pairs(map(plain, [*names, names[77].replace("o", "", 1)]))
    assert pair[0] == plain(names[77])
    common = [name.replace(" Community", "") for name in names] + ["Queeringside Club", "Qualifications Club"]
    assert list(near_pairs(map(plain, common))) == []


def test_a_common_word_is_known_with_two_slips_among_many() -> None:
    """“Neighborhod” is “Neighbourhood” among any number of other words."""
    others = [f"Barchester N{a}{b}rt{a}{b} Watch" for a in "bcdfghjk" for b in "aeiou"]
    (pair,) = near_pairs(map(plain, [*others, "Barchester Neighborhod Watch", "Barchester Neighbourhood Watch"]))
    assert {name.words[1] for name in pair} == {"neighborhod", "neighbourhood"}


def test_the_office_s_own_force_is_the_name_that_is_right(tmp_path: Path) -> None:
    """Where the force has a grant under its name and another misspelt, the misspelt one is asked about."""
    rows = "".join(
        f"- recipient: {name}\n  purpose: {purpose}\n  amount: £500\n"
        for name, purpose in (
            ("Barsetshire Constabluary", "patrols"),
            ("Barsetshire Constabluary", "radios"),
            ("Barsetshire Constabulary", "cameras"),
        )
    )
    (note,) = recipients(surveyed(tmp_path, {"winter": funding_round(rows)}))
    assert note.code == "G313"
    assert note.message == (
        "winter, recipient: “Barsetshire Constabluary” is nearly a name that stands elsewhere. "
        "Did you mean “Barsetshire Constabulary” (office)?"
    )
