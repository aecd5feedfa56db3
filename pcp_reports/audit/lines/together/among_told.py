"""A paragraph or item among others that tell of a grant each, in words of its own: “Elm Dads will put its £1,250 towards a trip”.

Where all about it say who got how much, a line with one sum and one name says so too, whatever its verb is. Words of other
money (raised, costs, last year) leave it unread.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award, Standing
from pcp_reports.audit.lines.amounts.roles import Role, cast
from pcp_reports.audit.lines.amounts.sums import sums_in
from pcp_reports.audit.lines.names import in_small, naming, splitting
from pcp_reports.audit.lines.read import ReadLine
from pcp_reports.audit.lines.single.forms import Shape
from pcp_reports.audit.lines.together.same_words import is_sound, runs
from pcp_reports.audit.words.above import speak_of_grants
from pcp_reports.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.audit.lines.amounts.sums import Sum
    from pcp_reports.passage import Passage

_FEWEST = 3  # lines that were read, for one that was not
_NEAR = 60  # characters behind a sum
_WORD = r"[A-Z0-9][\w’'&.-]*"
_NAME = re.compile(
    rf"(?:[Tt]he\s+)?(?P<name>{_WORD}(?:\s+(?:(?:of|and|the|for|in|on|de|y|yr|&)\s+){{0,2}}{_WORD}){{0,8}}(?:\s+\([A-Z][^()]{{1,40}}\))?)"
)
_BEGINS = re.compile(
    r"(?:For|With|At|And|Now|Then|Meanwhile|Elsewhere|Finally|Lastly|Also|Thanks|An?|Another|There|This|That|Its?|Their)\b,?\s*"
)
_VERB = re.compile(r"(?:[’']s?)?,?\s+(?:£|[a-z])")
_BEHIND = re.compile(
    r"(?:,|\b(?:that|lets?|letting|help(?:s|ing)?|enabl(?:es?|ing)|allow(?:s|ing)?|for|to|at|by|means|gives|is))\s+(?:the\s+)?(?=[A-Z])"
)
_OTHER = re.compile(
    r"(?i)\b(?:last|previous(?:ly)?|earlier|already|before|since|rais(?:e[sd]?|ing)|lottery|government|ministry|council gave|refus\w+|declin\w+|turned down|unsuccessful|appl(?:y|ied|ies|ication)\w*"
    r"|request\w*|asked|sought|hop(?:es?|ed|ing)|cost(?:s|ing)?|worth|spent|sav(?:ed?|es|ing)|budget|turnover|bill|fees?|charges?|charged|sold|sales?|need(?:s|ed)?|owes?|owed|match\w*|income|each|per|between"
    r"|contracts?|quot(?:es?|ed)|salary|paying|paid|stolen|lost|seized|fined?|own|gave|gives|giving|donat\w+|add(?:s|ed|ing)?|contribut\w+|found|finds|short|target|half|rest|reserves?|loan|rent|a year|annual\w*"
    r"|not|would|could|if|may be|price[ds]?|more than|less than|average|total\w*|another of|from (?!(?:the|this|our) (?:fund|scheme|pot|chest|commissioner|p?f?cc|panel|round|grant)\b))\b"
)
_PUT = re.compile(r"(?i)\b(?:put|puts|putting|invest(?:s|ed|ing)?)\s+(?!(?:its|their|the)\s)")


def with_odd_ones(
    passages: Sequence[Passage], reads: Mapping[int, ReadLine], locale: str = "en_GB"
) -> dict[int, ReadLine]:
    """Return what the passages are read into, lines in words of their own as grants where those about them are grants."""
    made = dict(reads)
    for run in runs(passages):
        odd = [at for at in run if not _is_plain(reads.get(at))]
        if not odd or len(run) - len(odd) < max(_FEWEST, 2 * len(odd)) or not speak_of_grants(passages, run[0]):
            continue
        known = {award.recipient for at in run if at not in odd for award in reads[at].awards}
        for at in odd:
            found = _read(passages[at].text, at, reads.get(at), locale)
            if found is not None and found.awards[0].recipient not in known:
                made[at] = found
    return made


def _is_plain(read: ReadLine | None) -> bool:
    """Return whether a line was read as grants of those whom it names, with no verb left behind the name."""
    if read is None or not is_sound(read):
        return False
    return all(not _ends_in_verb(award.recipient) for award in read.awards)


def _ends_in_verb(name: str) -> bool:
    """Return whether small words stand at the end of a name, which are none of a body: “Elm Mediation picked up”, “Elm’s”."""
    last = name.rsplit(maxsplit=1)[-1]
    return (last[:1].islower() and not in_small.is_body(name)) or _OWNER.search(name) is not None or name == "Thanks"


_OWNER = re.compile(r"[a-z][’']s$")


def _read(text: str, at: int, read: ReadLine | None, locale: str) -> ReadLine | None:
    """Return the grant that a line tells of in words of its own; None where it may tell of anything else."""
    said = [*(read.awards if read is not None else ())]
    if any(one.standing is not Standing.AWARDED for one in said) or len(said) > 1 or (read is not None and read.total):
        return None
    sums = sums_in(text, locale=locale)
    if len(sums) != 1 or sums[0].pence is None or sums[0].each or cast(text, sums)[0].role is not Role.AWARD:
        return None
    who = _who(text, sums[0])
    if not who:
        return None
    rest = text.replace(who, " ", 1)
    end = rest.find("£") + len(text[sums[0].start : sums[0].end]) + _NEAR
    if _OTHER.search(rest[:end]) is not None or _PUT.search(rest[: rest.find("£") + 1]) is not None:
        return None
    what = splitting.purpose_behind(text[sums[0].end :]) if text.find(who) < sums[0].start else ""
    start, stop = len(text) - len(text.lstrip()), len(text.rstrip())
    award = Award(who, what, Money(sums[0].pence), at, start, stop, sums[0].claim)
    return ReadLine((award,), sure=False, shape=Shape.SENTENCE)


def _who(text: str, one: Sum) -> str:
    """Return the only body that the sentence of a sum names: at its beginning, else behind the sum; empty where there is none or several."""
    first = splitting.without_bullet(text).lstrip(" *")
    begin = len(text) - len(first)
    lead = _BEGINS.match(text, begin)
    subject = _NAME.match(text, begin) if lead is None else None
    if subject is not None:
        name = re.sub(r"[’']s?$", "", subject["name"])
        if _VERB.match(text, subject.start("name") + len(name)) is None or subject.end() > one.start:
            return ""
        return _sound(name)
    ahead = _NAME.search(text, lead.end() if lead is not None else begin, one.start)
    if ahead is not None:
        return _sound(ahead["name"])
    behind = _BEHIND.search(text, one.end)
    named = _NAME.match(text, behind.end()) if behind is not None else None
    return _sound(named["name"]) if named is not None else ""


def _sound(name: str) -> str:
    who = naming.without_article(naming.tidied(re.sub(r"[’']s?$", "", name) if _OWNER.search(name) else name))
    good = naming.is_name(who) and not naming.is_generic(who) and not naming.is_finance(who) and len(who.split()) > 1
    return who if good and not naming.is_own_office(who) and not naming.is_total(who) else ""
