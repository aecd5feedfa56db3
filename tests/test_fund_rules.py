"""The fund's own rules: least and most of a grant, who may apply, and the year's budget of a strand."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import FUND, OFFICE, codes, found, funding_round, of_code, surveyed

from pcp_reports.checks.fund_rules import rules
from pcp_reports.findings import Severity
from pcp_reports.recipients.organisations import KINDS, WORDS_FOR_KINDS, certainty_of

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.findings import Finding


def office(ruled: str) -> str:
    """Return the office's file with rules for the Community Fund."""
    keys = indent(dedent(ruled).strip(), " " * 8)
    return OFFICE.replace("      Community Fund:\n", f"      Community Fund:\n{keys}\n")


SIZES = office("least: £1,000\nmost: £10,000")


def grant(amount: str, more: str = "", recipient: str = "Barchester Youth Club") -> str:
    """Return a grant as typed."""
    lines = [f"- recipient: {recipient}", "  purpose: a youth club", f"  amount: {amount}"]
    return "\n".join([*lines, *(f"  {line}" for line in more.splitlines())])


def community(*grants: str, announced: str = "2023-09", more: str = "") -> str:
    """Return a round of the Community Fund."""
    return funding_round("Community Fund:\n" + indent("\n".join(grants), "  "), announced=announced, more=more)


def judged(root: Path, file: str, *rounds: str) -> list[Finding]:
    """Return what the rules of an office say of rounds, which are named a, b, c and so on."""
    files = {"office": file} | {f"funding/{name}": text for name, text in zip("abcdef", rounds, strict=False)}
    return list(rules(surveyed(root, files)))


# -- least and most


def test_a_grant_under_the_least_is_named_with_the_rule(tmp_path: Path) -> None:
    """A grant of £500 where £1,000 is the least is a warning that quotes the rule and shows where it stands."""
    (finding,) = judged(tmp_path, SIZES, community(grant("£500")))
    assert (finding.code, finding.severity) == ("G301", Severity.WARNING)
    assert finding.message == (
        "a, Barchester Youth Club: £500 is £500 less than the rule allows: "
        "“Community Fund: from £1,000 to £10,000 a grant” (office.yaml)."
    )
    (rule,) = finding.related
    assert (rule.place.path, rule.place.line) == ("entries/office.yaml", 22)


def test_a_grant_over_the_most_is_named_with_the_rule(tmp_path: Path) -> None:
    """A grant of £10,000.01 where £10,000 is the most is a warning; the rule's own line is shown."""
    (finding,) = judged(tmp_path, SIZES, community(grant("£10,000.01")))
    assert finding.code == "G302"
    assert "£10,000.01 is £0.01 more than the rule allows" in finding.message
    assert finding.related[0].place.line == 23


@pytest.mark.parametrize("amount", ["£1,000", "£10,000", "£5,432.10"])
def test_the_bounds_themselves_are_allowed(amount: str, tmp_path: Path) -> None:
    """From £1,000 to £10,000 takes in both."""
    assert judged(tmp_path, SIZES, community(grant(amount))) == []


@pytest.mark.parametrize(
    ("ruled", "said"),
    [
        ("least: £20,000", "“Community Fund: at least £20,000 a grant”"),
        ("most: £900", "“Community Fund: up to £900 a grant”"),
    ],
)
def test_a_rule_with_one_end_is_quoted_as_it_is(ruled: str, said: str, tmp_path: Path) -> None:
    """Where only the least or only the most is laid down, nothing is said of the other."""
    (finding,) = judged(tmp_path, office(ruled), community(grant("£1,000")))
    assert said in finding.message


@pytest.mark.parametrize("status", ["withdrawn", "returned"])
def test_a_grant_that_does_not_count_breaks_no_rule(status: str, tmp_path: Path) -> None:
    """A withdrawn or returned grant is not money given; a varied one is."""
    file = office("most: £900\nbudget: £950")
    assert judged(tmp_path, file, community(grant("£1,000", f"status: {status}"))) == []
    assert codes(judged(tmp_path, file, community(grant("£1,000", "status: varied")))) == ["G302", "G303"]


def test_a_line_that_pays_two_projects_may_be_two_grants(tmp_path: Path) -> None:
    """£15,000 to two projects is within £10,000 a grant; £25,000 to two is not."""
    assert judged(tmp_path, SIZES, community(grant("£15,000", "projects: 2"))) == []
    assert codes(judged(tmp_path, SIZES, community(grant("£25,000", "projects: 2")))) == ["G302"]


def test_other_strands_and_funds_have_their_own_rules(tmp_path: Path) -> None:
    """The rule of one strand is not held against the grants of another, or of another fund."""
    other = funding_round("Innovation Fund:\n  " + indent(grant("£50,000"), "  ").strip())
    small = community(grant("£50,000")).replace(FUND, "Small Grants")
    assert judged(tmp_path, SIZES, other, small) == []


def test_rules_that_contradict_each_other_are_named_once(tmp_path: Path) -> None:
    """A least above the most is a slip in office.yaml: it is named there, and no grant is blamed for it."""
    (finding,) = judged(tmp_path, office("least: £10,000\nmost: £1,000"), community(grant("£500"), grant("£50,000")))
    assert (finding.code, finding.place.path) == ("G305", "entries/office.yaml")


def test_a_breach_can_be_accepted_with_its_reason(tmp_path: Path) -> None:
    """A rule that the Commissioner waived is accepted in the round's file, and the reason is kept."""
    accept = "accept:\n  G301: Waived by the Commissioner on 4 September.\n"
    (finding,) = of_code(found(tmp_path, {"office": SIZES, "a": community(grant("£500"), more=accept)}), "G301")
    assert finding.accepted == "Waived by the Commissioner on 4 September."


# -- the budget of a year


def test_the_grant_that_passes_the_budget_is_named(tmp_path: Path) -> None:
    """The strand's budget is passed by the third grant in time: it is named, with by how much, and each round's share."""
    (finding,) = judged(
        tmp_path,
        office("budget: £10,000"),
        community(grant("£4,000"), announced="2023-11"),
        community(grant("£3,000"), announced="2023-06"),
        community(grant("£5,000", recipient="Barchester Boxing Club"), announced="2024-03"),
    )
    assert (finding.code, finding.place.path) == ("G303", "entries/funding/c.yaml")
    assert finding.message == (
        "c, Barchester Boxing Club: with this grant Community Fund is over its budget; its grants of 2023/24 come to "
        "£12,000, which is £2,000 more than the rule: “Community Fund: £10,000 a financial year” (office.yaml)."
    )
    assert [one.message for one in finding.related] == [
        "the rule of Community Fund",
        "b: £3,000",
        "a: £4,000",
        "c: £5,000",
    ]


def test_each_financial_year_has_its_own_budget(tmp_path: Path) -> None:
    """March belongs to one year and April to the next; a grant's own date comes before its round's."""
    file = office("budget: £10,000")
    march = community(grant("£9,000"), announced="2023-03-31")
    april = community(grant("£9,000"), announced="2023-04-01")
    assert judged(tmp_path, file, march, april) == []
    late = community(grant("£9,000", "awarded: 2023-04-01"), announced="2023-03")
    assert codes(judged(tmp_path, file, late, april)) == ["G303"]


def test_a_budget_spent_to_the_penny_is_not_passed(tmp_path: Path) -> None:
    """The whole budget may be given."""
    file = office("budget: £10,000")
    assert judged(tmp_path, file, community(grant("£9,999.99"), grant("£0.01"))) == []
    assert codes(judged(tmp_path, file, community(grant("£9,999.99"), grant("£0.02")))) == ["G303"]


@given(st.lists(st.integers(1, 3_000), min_size=1, max_size=8), st.integers(1, 12_000))
@settings(max_examples=25)
def test_the_budget_is_passed_exactly_where_the_sum_passes_it(
    tmp_path_factory: pytest.TempPathFactory, pounds: list[int], budget: int
) -> None:
    """Whatever the amounts, the grant named is the first with which the money given is more than the budget."""
    clubs = [f"Club {number}" for number in range(len(pounds))]
    rows = [grant(f"£{amount}", recipient=club) for amount, club in zip(pounds, clubs, strict=True)]
    told = judged(tmp_path_factory.mktemp("budget"), office(f"budget: £{budget}"), community(*rows))
    passed = [club for number, club in enumerate(clubs) if sum(pounds[: number + 1]) > budget]
    assert [finding.message.split(", ")[1].split(":")[0] for finding in told] == passed[:1]


# -- exempt matter

EXEMPT = "exempt:\n  paragraph: 3\n  reason: the address of a refuge"


def test_nothing_exempt_is_held_against_a_rule(tmp_path: Path) -> None:
    """An exempt grant or round breaks no rule in public, and fills no budget: its amount cannot be inferred."""
    file = office("least: £1,000\nmost: £2,000\nbudget: £2,500\nopen_to: police")
    council = "Barchester Borough Council"
    hidden = community(grant("£90", EXEMPT, council), grant("£9,000", EXEMPT, council), grant("£2,000"))
    assert judged(tmp_path, file, hidden, community(grant("£9,000", recipient=council), more=EXEMPT + "\n")) == []


def test_what_was_meant_to_be_exempt_is_not_told_of(tmp_path: Path) -> None:
    """A round whose “exempt” is misspelt, and cannot be read, is not quoted in a finding about rules."""
    round_ = community(grant("£90"), more="exmept:\n  paragraph: 3\n  reason: a refuge\n")
    assert judged(tmp_path, SIZES, round_) == []


# -- who may apply

COUNCIL = ["Chorley Borough Council", "Lancashire County Council", "Bacup Town Council", "Cyngor Sir Ddinbych"]
COUNCIL += [
    "Rhondda Cynon Taf County Borough Council",
    "The Longridge Town Council",
    "Stockport Metropolitan Borough Council",
]
POLICE = ["Barsetshire Constabulary", "Lancashire Constabulary"]
UNTOLD = [
    "Blackpool Council",  # a council, but so might “Youth Council” seem
    "Youth Council",
    "Friends of Chorley Borough Council Park",
    "Friends of Chorley Borough Council",
    "Chorley Youth Zone and Chorley Borough Council",
    "Chorley Youth Zone with Chorley Borough Council",
    "Youth Work for Chorley Borough Council",
    "The Hub via Chorley Borough Council",
    "Supporters of Preston City Council",
    "Volunteers of Preston City Council",
    "Youth Hub at Preston City Council",
    "Youth Hub by Preston City Council",
    "Women in Preston City Council",
    "Preston Parochial Church Council",
    "Lancashire Constabulary Sports Club",
    "Lancashire Talking",
    "Northshire Police",
    "Flakefleet Primary School",
    "Empowerment Charity",
    "BDS Training Ltd",
    "Council",
    "",
]


@pytest.mark.parametrize("name", COUNCIL)
def test_a_council_is_known_by_its_name(name: str) -> None:
    """A borough, county, city, district, parish or town council is a council and nothing else."""
    certain = certainty_of(name)
    assert certain is not None
    assert certain.kinds == {"council", "public body"}


@pytest.mark.parametrize("name", POLICE)
def test_a_force_is_known_by_its_name(name: str) -> None:
    """A constabulary is the police, and so is the office's own force, whatever it is called."""
    certain = certainty_of(name)
    assert certain is not None
    assert "police" in certain.kinds
    own = certainty_of("northshire police", force="Northshire Police")
    assert own is not None
    assert own.what == "it is the office's own force"


@pytest.mark.parametrize("name", UNTOLD)
def test_nothing_is_told_of_other_names(name: str) -> None:
    """Where a name could be another body's, nobody is said to be one or the other."""
    assert certainty_of(name) is None


def test_registers_tell_what_they_certainly_hold() -> None:
    """A council's register holds councils; a charity may be a company, a school or a club as well."""
    for identifier in ("GB-LAE-LAN", "GB-LAS-GLG", "GB-PLA-AGY", "GB-LANI-BFS"):
        council = certainty_of("Whoever", identifier)
        assert council is not None
        assert "charity" not in council.kinds
    for identifier in ("GB-CHC-1234567", "GB-SC-SC012345", "GB-NIC-101234", "GB-COH-01234567"):
        either = certainty_of("Whoever", identifier)
        assert either is not None
        assert {"charity", "company", "community group", "school", "sports club"} <= either.kinds
        assert not {"council", "police", "fire service"} & either.kinds
    for identifier in ("GB-NHS-RAX", "GB-UKPRN-10001234", "GB-EDU-133843", "1234567", "US-EIN-13-3458820", "GB"):
        assert certainty_of("Whoever", identifier) is None


def test_a_council_may_not_have_what_is_for_charities(tmp_path: Path) -> None:
    """A grant to a council out of a strand for charities and community groups is a warning that quotes the rule."""
    file = office("open_to:\n  - charities\n  - community group")
    (finding,) = judged(
        tmp_path, file, community(grant("£1,000", recipient="Chorley Borough Council"), grant("£1,000"))
    )
    assert (finding.code, finding.severity) == ("G304", Severity.WARNING)
    assert finding.message == (
        "a, Chorley Borough Council: by its name it is a council, and the rule is "
        "“Community Fund: open to charities and community groups” (office.yaml)."
    )
    assert finding.related[0].place.path == "entries/office.yaml"


@pytest.mark.parametrize("open_to", ["council", "local authorities", "public bodies", "[charity, council]"])
def test_a_council_may_have_what_is_for_councils(open_to: str, tmp_path: Path) -> None:
    """A strand that is open to councils, in whatever words, takes a council's application."""
    round_ = community(grant("£1,000", recipient="Chorley Borough Council"))
    assert judged(tmp_path, office(f"open_to: {open_to}"), round_) == []


def test_a_company_number_does_not_rule_out_a_charity(tmp_path: Path) -> None:
    """Many a charity is a company too: its company number is nothing against it. A council it is not."""
    round_ = community(grant("£1,000", "recipient_id: GB-COH-01234567"))
    for open_to in ("charity", "community group", "social enterprise", "school", "sports club"):
        assert judged(tmp_path, office(f"open_to: {open_to}"), round_) == []
    assert codes(judged(tmp_path, office("open_to: [council, police]"), round_)) == ["G304"]


def test_a_word_that_is_no_kind_is_an_error_with_the_word_meant(tmp_path: Path) -> None:
    """A misspelt kind is named in office.yaml; until it is mended nobody is said to be barred."""
    file = office("open_to:\n  - charities\n  - concil")
    round_ = community(grant("£1,000", recipient="Chorley Borough Council"))
    told = found(tmp_path, {"office": file, "a": round_})
    (error,) = of_code(told, "M109")
    assert (error.place.path, error.hint) == ("entries/office.yaml", "Did you mean “council”?")
    assert of_code(told, "G304") == []
    assert judged(tmp_path, file, round_) == []


def test_every_kind_can_be_typed_in_one_and_in_many() -> None:
    """“charity” and “charities” are the same rule, and so it is for every kind."""
    assert {WORDS_FOR_KINDS[one] for one in KINDS} == set(KINDS)
    assert all(words and all(WORDS_FOR_KINDS[word] == one for word in words) for one, words in KINDS.items())
