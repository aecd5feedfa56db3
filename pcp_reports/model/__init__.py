"""The kinds of entry. Each is imported when a file of its kind is met: an office without partnerships never pays for them."""

from __future__ import annotations

from importlib import import_module

KINDS: dict[str, tuple[str, str]] = {
    "office": ("office", "Office"),
    "paper": ("paper", "Paper"),
    "accountability-board": ("accountability_board", "AccountabilityBoard"),
    "operation": ("operation", "Operation"),
    "engagement": ("engagement", "Engagement"),
    "statement": ("statement", "Statement"),
    "funding-round": ("funding_round", "FundingRound"),
    "partnership": ("partnership", "Partnership"),
}
"""Each kind's name, with its module and class."""

KEYS: frozenset[str] = frozenset(
    [
        "kind",
        "name",
        "commissioner",
        "force",
        "panel",
        "language",
        "clear_days",
        "people",
        "role",
        "telephone",
        "office",
        "email",
        "plan",
        "priorities",
        "funds",
        "strands",
        "least",
        "most",
        "budget",
        "open_to",
        "standing",
        "publishing",
        "prefix",
        "identifier",
        "meeting",
        "title",
        "template",
        "contact",
        "signatory",
        "summary",
        "recommendation",
        "sections",
        "heading",
        "items",
        "order",
        "also",
        "text",
        "held",
        "launched",
        "places",
        "place",
        "with",
        "fund",
        "announced",
        "stated",
        "covers",
        "total",
        "projects",
        "grants",
        "recipient",
        "purpose",
        "amount",
        "district",
        "awarded",
        "reference",
        "recipient_id",
        "reason",
        "conditions",
        "status",
        "partners",
        "scanning",
        "analysis",
        "response",
        "assessment",
        "objective",
        "measures_of_success",
        "figures",
        "sentences",
        "term",
        "offence",
        "civil_orders",
        "quotes",
        "words",
        "by",
        "date",
        "owner",
        "due",
        "ready",
        "priority",
        "evidence",
        "accept",
        "exempt",
        "paragraph",
        "value",
        "was",
        "now",
        "change",
        "since",
        "period",
        "area",
        "source",
        "elsewhere",
        "parts",
        "partial",
        "part_of",
    ]
)
"""Every key of the entry language, so that a missing colon can be told from prose; a test holds it against the models."""


def model_of(kind: str) -> type:
    """Return the model of a kind."""
    module, name = KINDS[kind]
    return getattr(import_module(f"pcp_reports.model.{module}"), name)  # type: ignore[no-any-return] # the table holds classes only


SCHEMA_SUM = 2469584189
"""The check sum (CRC-32) of the schema that these models make, so that `check` can tell a stale one without making it;
a test holds it against `model.schema`.
"""
