"""What each month's grants lack before they can be published: SI 2011/3050, Schedule, para 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support import funding_round, paper, surveyed

from pcp_reports.dates import PartialDate
from pcp_reports.ledger import rounds_of
from pcp_reports.status.monthly_grants import CONDITIONS, REASON, by_month, cited_elsewhere, uncited

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.status.monthly_grants import MonthGrants

SEPTEMBER, OCTOBER = PartialDate(2023, 9), PartialDate(2023, 10)


def grant(recipient: str, *more: str) -> str:
    """Return a grant as typed, with ``more`` lines."""
    lines = [f"- recipient: {recipient}", "  purpose: a youth club", "  amount: £1,000", *(f"  {one}" for one in more)]
    return "\n".join(lines) + "\n"


def months(root: Path, grants: str) -> tuple[MonthGrants, ...]:
    """Return the months of one round announced in September 2023."""
    survey = surveyed(root, {"2023-10-03/paper": paper("round"), "funding/round": funding_round(grants)})
    return by_month(rounds_of(survey.register))


def test_each_grant_that_lacks_something_is_named_with_its_line(tmp_path: Path) -> None:
    """I am told which grants lack what, and the line of the file where I add it."""
    whole = grant("Alpha", "reason: fewer thefts", "conditions: none")
    (one,) = months(tmp_path, whole + grant("Beta", "reason: fewer thefts") + grant("Gamma"))
    assert (one.month, one.grants, one.without(REASON), one.without(CONDITIONS)) == (SEPTEMBER, 3, 1, 2)
    assert [(row.grant.recipient, row.missing) for row in one.lacking] == [
        ("Beta", (CONDITIONS,)), ("Gamma", (REASON, CONDITIONS)),
    ]  # fmt: skip
    typed = (tmp_path / "entries/funding/round.yaml").read_text(encoding="utf-8").splitlines()
    assert [typed[row.line - 1].strip() for row in one.lacking] == ["- recipient: Beta", "- recipient: Gamma"]


def test_a_grant_belongs_to_the_month_it_was_awarded_in(tmp_path: Path) -> None:
    """A grant with a day of award of its own is published with that month's, the others with the round's."""
    found = months(tmp_path, grant("Beta", "awarded: 2023-10-02") + grant("Alpha") + grant("Gamma", "awarded: 2023-09"))
    assert [(one.month, [row.grant.recipient for row in one.lacking]) for one in found] == [
        (SEPTEMBER, ["Alpha", "Gamma"]), (OCTOBER, ["Beta"]),
    ]  # fmt: skip


def test_what_is_not_published_is_not_asked_for(tmp_path: Path) -> None:
    """Nobody asks me for the reasons of an exempt grant, or of one that was withdrawn or returned."""
    exempt = grant("Secret", "exempt:", "  paragraph: 1", "  reason: a person")
    gone = grant("Gone", "status: withdrawn") + grant("Back", "status: returned") + grant("Varied", "status: varied")
    (one,) = months(tmp_path, exempt + gone)
    assert (one.grants, [row.grant.recipient for row in one.lacking]) == (1, ["Varied"])


def test_a_round_that_was_meant_to_be_exempt_is_left_alone(tmp_path: Path) -> None:
    """Where the words for exempt cannot be read, not a recipient of the round is listed."""
    assert months(tmp_path, grant("Secret", "exempt: yes") + grant("Alpha")) == ()


def test_a_prompt_is_no_reason(tmp_path: Path) -> None:
    """A reason that is still a prompt in brackets is missing."""
    (one,) = months(tmp_path, grant("Alpha", 'reason: "[Why it was made]"', "conditions: a report by March [2024]"))
    assert [row.missing for row in one.lacking] == [(REASON,)]


def test_a_month_that_is_not_known_comes_last(tmp_path: Path) -> None:
    """A grant of a round whose date cannot be read is not lost."""
    first = funding_round(grant("Alpha"), announced="soon")
    rounds = {"a": first, "b": funding_round(grant("Beta"))}
    survey = surveyed(tmp_path, {f"funding/{name}": text for name, text in rounds.items()})
    assert [one.month for one in by_month(rounds_of(survey.register))] == [SEPTEMBER, None]


def test_rounds_of_other_papers_and_of_none_are_told_apart(tmp_path: Path) -> None:
    """The duty is monthly, not per paper: I hear of the same month's grants elsewhere, and of rounds nothing cites."""
    done = grant("Alpha", "reason: fewer thefts", "conditions: none")
    survey = surveyed(
        tmp_path,
        {
            "2023-10-03/paper": paper("mine"),
            "2023-12-04/paper": paper("theirs", "complete", meeting="2023-12-04"),
            "funding/mine": funding_round(grant("Alpha")),
            "funding/theirs": funding_round(grant("Beta") + grant("Gamma", "awarded: 2023-11")),
            "funding/complete": funding_round(done),
            "funding/waiting": funding_round(grant("Delta"), announced="2023-10"),
            "funding/waiting-complete": funding_round(done),
        },
    )
    (other,) = cited_elsewhere(survey, "2023-10-03", [SEPTEMBER, None])
    assert (other.filed.name, other.papers) == ("theirs", ("2023-12-04",))
    assert [(one.month, one.grants) for one in other.months] == [(SEPTEMBER, 1)]
    assert [(one.filed.name, one.papers, one.months[0].month) for one in uncited(survey)] == [("waiting", (), OCTOBER)]
