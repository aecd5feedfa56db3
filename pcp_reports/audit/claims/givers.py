"""Whether a sentence above a list names another giver, or another fund, than the rest of the words about that list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.givers import names_another
from pcp_reports.audit.words.names import FUND, funds_of

if TYPE_CHECKING:
    from pcp_reports.audit.claims.summing import Summed

_GIVER = re.compile(
    r"(?i)\b(?:council|commissioner|pcc|pfcc|opcc|mayor|foundation|trust|corporation|committee|panel|society|rotary|lions|government)\b"
)


def is_of_another_giver(text: str, made: Summed) -> bool:
    """Return whether a sentence names a giver or a fund where the other words about the list name their own.

    A fund that it names counts only where those words name one as well: by one word alone, “the Fund”, they name none.
    """
    rest = str(made.whole.round.text).replace(text.strip(), " ")
    if _GIVER.search(rest) is None:
        return False
    if all(len(name.split()) == 1 for name in funds_of([rest])):
        text = FUND.sub(" ", text)
    return names_another(text, (rest, *(grant.recipient for grant in made.whole.within(()))))
