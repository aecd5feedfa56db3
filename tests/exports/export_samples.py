"""What tests of the exports share: a workspace with something of everything, and rows of any names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st
from support import funding_round, paper, statement, surveyed

from pcp_reports.dates import FinancialYear, PartialDate
from pcp_reports.exports.rows import GrantRow
from pcp_reports.money import Money

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.placing import Survey

HIDDEN = "Safe House Zeta"
"""A name that stands in everything exempt, and nowhere else."""

ROUNDS = {
    "2023-10-03/paper": paper("september", "news"),
    "2023-10-03/news": statement("Nothing new."),
    "funding/september": funding_round(
        f"""
        Community Fund:
          - recipient: =Barchester Scouts
            purpose: tents
            amount: £1,470.57
            awarded: 2023-09-14
            reference: CF/1
            recipient_id: GB-CHC-1234567
            district: Wyre
            reason: Best of twelve
            conditions: Report by May
            projects: 2
          - {{recipient: {HIDDEN}, purpose: locks, amount: '£777', exempt: {{paragraph: 1, reason: names a victim}}}}
          - {{recipient: Caffi Tŷ Ni t/a “Y Cwt”, purpose: '4 Me 2', amount: '£9,500', awarded: 2024-04}}
        Innovation Fund:
          - {{recipient: Shop Watch, purpose: radios, amount: '£1,840', status: withdrawn}}
          - {{recipient: Guides & Co, purpose: kit, amount: '£0.10', status: varied}}
        """
    ),
    "funding/may": funding_round(
        "- {recipient: Rovers, purpose: patrols, amount: '£18,000', status: returned}\n"
        "- {recipient: Rovers, purpose: lights, amount: '£0.20'}\n",
        announced="2023-05-02",
    ),
    "funding/hidden": funding_round(
        f"- {{recipient: {HIDDEN}, purpose: {HIDDEN} rent, amount: '£5,000'}}\n",
        more=f"exempt: {{paragraph: 1, reason: {HIDDEN} is a refuge}}\n",
    ),
}


def sample(root: Path) -> Survey:
    """Return the sample workspace, read and placed."""
    return surveyed(root, ROUNDS)


def row(recipient: str, amount: int = 1_000_000, *, number: int = 1, **more: object) -> GrantRow:
    """Return one grant of a round “september”; ``amount`` is in pence, ``more`` replaces any part of it."""
    parts: dict[str, object] = {
        "year": FinancialYear(2023),
        "fund": "Safer Streets Fund",
        "strand": "Community Fund",
        "round": "september",
        "announced": PartialDate(2023, 9),
        "awarded": PartialDate(2023, 9, 14),
        "paper": "2023-10-03",
        "recipient": recipient,
        "recipient_id": None,
        "purpose": "tents",
        "amount": Money(amount),
        "projects": 1,
        "district": "Wyre",
        "reference": None,
        "status": "awarded",
        "counts": True,
        "reason": None,
        "conditions": None,
        "path": "entries/funding/september.yaml",
        "line": number,
    }
    return GrantRow(**{**parts, **more})  # type: ignore[arg-type] # a part by its name


_LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff")
HOSTILE = st.one_of(
    st.sampled_from(
        ["=1+1", "+44 1234", "-2", "@SUM(A1)", "#N/A", "56 Group Wales", "4 Me 2", "A & B", "“Tŷ” t/a <b>", "_x0041_"]
    ),
    st.text(_LETTERS, min_size=1, max_size=200).filter(str.strip),
)
"""Names as officers and mischief-makers write them."""

ROWS = st.lists(
    st.builds(
        row,
        HOSTILE,
        st.integers(1, 10**14),
        number=st.integers(1, 5000),
        purpose=HOSTILE,
        fund=HOSTILE,
        strand=st.none() | HOSTILE,
        round=HOSTILE,
        reference=st.none() | HOSTILE,
        recipient_id=st.none() | HOSTILE,
        district=st.none() | HOSTILE,
        counts=st.booleans(),
    ),
    min_size=1,
    max_size=6,
)
"""Several grants of any names."""
