"""A passage that is new in Word: whether it may go into the text above it, or why it is left to the officer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.comparing.entries.fields import is_grant_line
from pcp_reports.comparing.entries.retyping import added
from pcp_reports.comparing.telling.one_change import SINCE
from pcp_reports.document import BlockKind
from pcp_reports.ledger import ROUND
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from pcp_reports.comparing.entries.change import TextEdit
    from pcp_reports.comparing.entries.stories import Stories
    from pcp_reports.document import Block
    from pcp_reports.passage import Passage

TYPED_NUMBER = re.compile(r"\s*\(?\d{1,3}(?:(?:\.\d{1,3})+[.)]?|[.)])\s+(?=[^\W\d_a-z])")
"""“4.12 ” or “3) ” in front of a sentence; not “12 people”, nor “3.5 million”."""

BUILT_FROM_ANOTHER = "it was built from an entry that the paper does not print now, or stands beneath such words"
_OF_GRANTS = (BlockKind.GRANT, BlockKind.GRANT_HEADING)


def is_among_grants(stories: Stories, above: Block | None, passage: Passage) -> bool:
    """Return whether a passage stands among grants, or is a grant right beneath the words of a round."""
    if above is None or above.kind in _OF_GRANTS:
        return above is not None
    filed = stories.files.get(above.origin.path)
    return filed is not None and filed.kind == ROUND and is_grant_line(passage.text)


def new_words(
    stories: Stories, since: AbstractSet[str], above: Block | None, passage: Passage, *, instead: bool
) -> TextEdit | str:
    """Return how a new passage goes into the text above it, or why it cannot, as a clause.

    ``since`` are the entries that went on since the build; ``instead``: words of the template were taken out beside it.
    """
    if passage.sort is Sort.HEADING:
        return "it is a heading"
    if passage.sort is Sort.ROW:
        return "it is a row of a table"
    if passage.numbered:
        return "it is a numbered paragraph of its own"
    if is_among_grants(stories, above, passage):
        return "it stands among the grants, which are data and count in the totals"
    if instead:
        return "it may stand for words of the template that were taken out beside it"
    story = stories.of(above)
    if story is None or above is None:
        return "nothing in the entries stands right above it that it could belong to"
    if TYPED_NUMBER.match(passage.text):
        return "a number is typed in front of it by hand, and the paper numbers its paragraphs by itself"
    return SINCE if above.origin.path in since else added(stories, story, above, passage)
