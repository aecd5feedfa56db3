"""360Giving packages as tests of importing need them."""

from __future__ import annotations

import json
from typing import Any


def grant(number: int, **more: object) -> dict[str, Any]:
    """Return a grant of the office's that breaks no rule of the standard, with some fields otherwise."""
    return {
        "id": f"360G-x-{number}", "title": f"Grant {number}", "description": f"work number {number}", "currency": "GBP",
        "amountAwarded": 500 + number, "awardDate": "2023-09-14", "dateModified": "2023-10-01T00:00:00Z",
        "recipientOrganization": [{"id": "GB-CHC-1000000", "name": f"Body {number}"}],
        "fundingOrganization": [{"id": "GB-GOR-PC99", "name": "Barsetshire PCC"}],
        "grantProgramme": [{"title": "Small Grants"}], "beneficiaryLocation": [{"name": "Town"}], **more,
    }  # fmt: skip


def package(*grants: dict[str, Any]) -> bytes:
    """Return a package of grants."""
    return json.dumps({"grants": list(grants)}).encode()
