"""Decisions told in sentences: “Elm Carers will have £11,450 towards a worker”, awarded from a reserve."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.lines.reading import awards_in
from pcp_reports.papers.opening import read_paper

DECISION = "Decision\n\nTo make awards from the incentivisation reserve to the organisations below.\n\nReasons\n\n"


@pytest.mark.parametrize("verb", ["will have", "is to have", "are to have", "will now have", "shall have"])
def test_who_will_have_a_sum_for_something_was_given_it(verb: str) -> None:
    """The sum in all behind such sentences is held against them, right and wrong."""
    told = (
        f"Elm Tenants {verb} £6,200 for gates at the alley. Ormsdale Carers {verb} £11,450 towards a worker."
        f" Finally Ripley Boxing {verb} £3,640 for a new ring."
    )
    for total, codes in (("£21,290", []), ("£21,920", ["G201"])):
        text = f"{DECISION}{told}\n\nThe three awards total {total}, which leaves £190,000 in the reserve.\n"
        found = audit(read_paper(text.encode(), "paper.txt"))
        lines = [(line.award.recipient, line.award.purpose) for one in found.rounds for line in one.lines]
        assert lines == [
            ("Elm Tenants", "gates at the alley"),
            ("Ormsdale Carers", "a worker"),
            ("Ripley Boxing", "a new ring"),
        ]
        assert [one.code for one in found.findings] == codes


@pytest.mark.parametrize(
    "sentence",
    [
        "The fund will have £6,200 for the next round.",
        "We will have £6,200 for gates.",
        "The Commissioner will have £6,200 for body cameras.",
        "The force will have £6,200 for gates.",
        "Elm Council will have £6,200 left.",
        "Ormsdale Carers will have £6,200 more than last year.",
    ],
)
def test_what_a_giver_or_a_pot_will_have_is_no_grant(sentence: str) -> None:
    """What is left, and what the office itself has, was given to nobody."""
    assert not audit(read_paper(f"{sentence} More is said in May.\n".encode(), "paper.txt")).rounds


def test_what_was_asked_for_is_no_words_of_the_purpose() -> None:
    """“…, which asked for £12,000, for apprentices” is for apprentices."""
    for behind in ("which asked for £12,000, for apprentices", "which had applied for £12,000.50, towards apprentices"):
        (award,) = awards_in(f"An award of £7,985 goes to Fresh Start Furniture, {behind}.", passage=0)
        assert (award.recipient, award.purpose) == ("Fresh Start Furniture", "apprentices")
