"""Rows of a table of grants that are none: the budget that they come out of, and what is left of it."""

from __future__ import annotations

import re

from pcp_reports.printed.patterns import word_set

_KEYS = word_set(
    "budget budgets balance balances underspend underspent overspend overspent remaining remainder remains carry carried uncommitted"
    " unallocated unspent available retained contingency reserve reserves surplus deficit brought b/f c/f previously cyllideb gweddill left headroom"
)
_FILLERS = word_set(
    "total totals the of for in to from on awards awarded award grants granted grant fund funding funds forward year this next last round rounds"
    " date after before by at opening closing less plus minus already current annual original revised initial overall amount sum money still and be is was"
    " small community commissioned opcc pcc pfcc office commissioner allocated allocation committed spent spend spending paid so far end start quarter financial"
    " a additional one two three four five approved agreed set aside held back over under as per our pot cash net gross estimated"
)
_KEY_SAYS = re.compile(
    r"(?:grants?|amount|sum|awards?|funding)\s+(?:previously\s+)?(?:awarded|committed|approved|paid|spent|allocated)\s+(?:to\s+date|previously|so\s+far|earlier)"
    r"|(?:spent|committed|paid)\s+to\s+date|available|uncommitted|carry[-\s]?forward|carried[-\s]forward|brought[-\s]forward|roll(?:ed)?[-\s]over",
    re.IGNORECASE,
)
_OWN_COSTS = re.compile(
    r"(?i)(?:less |plus )?(?:the )?(?:fund |grants? )?(?:admin(?:istration|istrative)?|management|handling|processing)"
    r" (?:fees?|costs?|charges?|expenses)"
)
"""What making the awards cost: it went to nobody on the list."""
_WORD = re.compile(r"[A-Za-z][A-Za-z’'/&-]*")
_MOST = 12


def is_budget(words: str) -> bool:
    """Return whether the words of a row speak of the budget and of nobody: “Budget remaining”, “Balance carried forward”.

    A single word that is a name as well (“Balance”) is one only beside others.
    """
    plain = words.partition("£")[0].strip(" .,:;()–—-*")
    if not plain:
        return False
    if _OWN_COSTS.fullmatch(plain) is not None:
        return True
    told = [word.strip("-’'/&").lower() for word in _WORD.findall(plain)]
    parts = [part for word in told for part in (word.split("-") if "-" in word else [word]) if part]
    if not parts or len(parts) > _MOST:
        return False
    if any(part not in _KEYS and part not in _FILLERS for part in parts):
        return False
    return parts[0] in {"less", "minus"} or any(part in _KEYS for part in parts) or _KEY_SAYS.search(plain) is not None
