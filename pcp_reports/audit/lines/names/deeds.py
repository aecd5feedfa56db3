"""Where a name ends because words say what is or was done: “Elm Café to keep a worker”, “Oak Chaplains bought radios”."""

from __future__ import annotations

import re

from pcp_reports.audit.lines.names.naming import is_name
from pcp_reports.printed.patterns import word_set

_LEAST_PAST = 5  # letters of a verb in -ed
_MARK = re.compile(r"\s+(?=[a-z])")
_MOST_TRIED = 12  # words in small letters: further on no name ends
_TO = re.compile(r"to\s+(?P<verb>[a-z][a-z-]*)(?:\s+(?P<next>\S+))?")
_DID = re.compile(r"(?P<verb>[a-z][a-z-]*)\s+(?P<next>\S+)")
_VERBS = word_set(
    "achieve act add address advise aid allow arrange attend begin benefit bring broaden build buy campaign carry change clean clear coach"
    " commission complete connect continue convert cover create cut deal decorate deepen deliver demonstrate deter develop display divert do"
    " draw educate employ empower enable encourage engage enhance ensure equip establish expand explore extend fence fill film finish fit fix"
    " fund gather get give go grow heat help hire hold host improve increase inform inspire install insulate introduce invest involve join"
    " keep kit launch lay lead learn let light listen look maintain make meet mend mentor move offer open operate organise organize paint pay"
    " pilot plan plant play prevent print produce promote protect provide publish purchase put raise reach rebuild record recruit redecorate"
    " reduce refurbish refresh renew rent reopen repair replace resurface restore rewire roll run secure see sell send set share show sing"
    " spread staff stage start stay stock stop strengthen subsidise supply support survey sustain tackle take talk teach tell test tidy trace"
    " train transform treat try turn update upgrade use visit warm widen win work write"
)
"""What stands behind “to” where it begins what a grant is for; “to school” or “to justice” may belong to a name."""

_OPENS = word_set(
    "a an the its their his her our every each all more new some two three four five six seven eight nine ten twelve several both up out off"
    " on down back away round together one another many extra further better young local people"
)
"""What stands behind a verb and behind no noun: “to keep a worker”, “to put up lights”."""

_PAST = word_set(
    "bought brought built began came caught chose cut did drew drove fed fitted found gave got grew held helped hired hosted kept laid led"
    " lent let lit made met paid planted put ran rang ran sang sent set showed sold sowed spent spoke spread stood swam taught threw took"
    " went won wrote"
)
_PRESENT = word_set(
    "brings builds buys delivers feeds gives helps holds hosts keeps makes meets mentors offers organises plants plays provides puts runs"
    " sends supports teaches trains visits welcomes works"
)
_NO_VERB = word_set(
    "based led funded shared united combined advanced assisted supervised supported registered limited associated accredited hundred"
    " need speed seed feed shed bed red indeed aged so-called related named called known detached unaccompanied disabled retired abused"
    " displaced excluded integrated mixed joined-up trauma-informed"
)
_JOINS = word_set("of and & de la")


def deed_at(words: str) -> tuple[int, int] | None:
    """Return where a name ends and where the words about what is or was done begin; None where no name is followed so.

    The name is what has capitals; it is of two words at least, unless the words behind it cannot belong to a name.
    """
    if not words[:1].isupper() and not words[:1].isdigit():
        return None
    for number, mark in enumerate(_MARK.finditer(words)):
        if number >= _MOST_TRIED:
            return None
        name, rest = words[: mark.start()], words[mark.end() :]
        last = name.rsplit(maxsplit=1)[-1]
        if not any(char.isupper() or char.isdigit() for char in last):
            continue
        short = len(name.split()) == 1
        if _begins_deed(rest, short=short) and is_name(name):
            return mark.start(), mark.end()
    return None


def _begins_deed(rest: str, *, short: bool) -> bool:
    """Return whether words begin with a verb. ``short``: the name before them is a word alone: “Safe to talk” is a name."""
    to = _TO.match(rest)
    if to is not None:
        opens = to["next"] is not None and _opens(to["next"])
        return opens if short else opens or to["verb"] in _VERBS
    did = _DID.match(rest)
    if did is None or did["verb"] in _NO_VERB or did["next"].lower() in _JOINS:
        return False
    verb = did["verb"]
    past = verb in _PAST or (
        verb.endswith("ed") and len(verb) >= _LEAST_PAST and did["next"].lower() not in {"at", "for", "in"}
    )
    if short:
        return (past or verb in _PRESENT) and _opens(did["next"])
    return past or verb in _PRESENT


def _opens(word: str) -> bool:
    plain = word.strip(".,;:)")
    return plain.lower() in _OPENS or plain.isdigit() or (plain.endswith("ing") and plain[:1].islower())
