"""Grants that stand in another round of the entries than the tracker has them in: left there, and named."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pcp_reports.dates import PartialDate, in_words
from pcp_reports.findings import Finding
from pcp_reports.importing.trackers.against.filed_rounds import moved
from pcp_reports.importing.trackers.against.typed_by_hand import more_than
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.importing.trackers.against.filed_rounds import FiledGrant, FiledRound
    from pcp_reports.importing.trackers.tracked import Tracked


def left_there(
    pairs: Sequence[tuple[Tracked, FiledGrant]], rounds: Mapping[str, FiledRound], unit: str, *, remove_gone: bool
) -> Iterator[Finding]:
    """Yield a finding for each grant that the tracker has in another round; ``rounds`` are those of the entries by path.

    What an officer typed with it is named where the way on would lose it.
    """
    times = Counter(grant.filed.path for _, grant in pairs)
    for award, grant in pairs:
        path = grant.filed.path
        message = (
            f"{award.recipient} ({unit} {award.row}) stands in {quoted(grant.filed.name)} in the entries, and the tracker has it "
            f"under {_round_of(award)}."
        )
        date = ", and so was its date" if moved(award, grant) else ""
        hint = f"It was left where it is{date}. If the tracker is right, "
        more = more_than(award, grant)
        if times[path] == len(rounds[path].grants) and any(one.exempt for one in rounds[path].grants):
            hint += (
                f"change the date of the round by hand (announced: in {path}), with its title and text. Do not delete it: what is "
                "exempt would come in anew, and in public."
            )
        elif times[path] == len(rounds[path].grants):
            hint += f"the whole round has moved: delete {path} by hand, then import again."
            hint += f" Keep first what the tracker does not say of it: {listed(list(more))}." if more else ""
        else:
            mine = (
                f", as --remove-gone would lose what you typed there: {listed(list(more))}"
                if more and remove_gone
                else ""
            )
            hint += f"move its lines to that round by hand{mine}."
        yield Finding("G533", message, grant.filed.source.place(grant.grant.node), hint)


def _round_of(award: Tracked) -> str:
    when = award.announced or award.awarded
    return quoted(award.round) if award.round or when is None else in_words(PartialDate(when.year, when.month))
