"""The office behind a paper: an office.yaml for a workspace that has none, out of what the paper says of it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS_CY
from pcp_reports.editing import digest
from pcp_reports.findings import Finding, Place
from pcp_reports.importing.made import EditedFile
from pcp_reports.importing.papers.entry_texts import block, names, value
from pcp_reports.records import dataclass
from pcp_reports.rewriting import Refused, Setting, rewritten
from pcp_reports.scaffold import schema_line
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.importing.papers.front import Front
    from pcp_reports.passage import Paper
    from pcp_reports.rewriting import Edit, Written
    from pcp_reports.workspace import Register

_NAMED = r"(?:[A-Z][\w’'-]+(?:\s+(?:and|&)\s+[A-Z][\w’'-]+|\s+[A-Z][\w’'-]+){0,4})"
_OFFICE = re.compile(
    r"\bOffice\s+of\s+(?:the\s+)?(?:[A-Z][\w’'-]+\s+)?(?:Police,?(?:\s+Fire,?)?\s+(?:and|&)\s+Crime\s+Commissioner|Mayor|"
    rf"Deputy\s+Mayor)(?:\s+for\s+(?:the\s+)?{_NAMED}|\s+of\s+{_NAMED})?"
)
_COMMISSIONER = re.compile(
    r"\bPolice,?(?:\s+Fire,?)?\s+(?:and|&)\s+Crime\s+Commissioner\b|\bDeputy\s+Mayor\s+for\s+Policing[\w ,&]*\b"
)
_FORCE = re.compile(
    r"\b(?:(?:[A-Z][\w’'-]+\s+(?:(?:and|&)\s+)?){1,4}(?:Constabulary|Police(?!\s*(?:,|and|&|Fire|Innovation|Fund|Officer|Force|Service|Staff)\b))|Heddlu\s+[A-Z]\w+(?:[ -][A-Z]\w+)?)"
)
_LEAD = re.compile(
    r"^(?:(?:The|Of|And|While|When|Over|Since|At|In|By|With|For|From|Op|Operation|Neighbourhood|British\s+Transport)\s+)+"
)
_WELSH = re.compile(rf"\b(?:{'|'.join(MONTHS_CY)}|Heddlu|Comisiynydd|mae|wedi|gan|ar|yr|yn)\b")
PROMPT = "[The office's full name]"


@dataclass(frozen=True, slots=True)
class Office:
    """What a paper says of its office. ``people`` are names, each with keys and words; ``funds`` with their strands."""

    name: str
    commissioner: str
    force: str
    panel: str
    language: str
    people: Mapping[str, Sequence[tuple[str, str]]]

    def text(self, funds: Mapping[str, Sequence[str]], standing: Mapping[str, str], path: str) -> str:
        """Return office.yaml; ``standing`` are paragraphs by name, ``path`` is the paper's, for the comment."""
        lines = [
            schema_line(0),
            f"# Made from {path}. Look every line over; docs/entries.md says what else may stand here.",
            "kind: office",
            value("name", self.name),
            value("commissioner", self.commissioner),
        ]
        lines += [value("force", self.force)] if self.force else []
        lines += [value("panel", self.panel or "Police and Crime Panel"), f"language: {self.language}", "clear_days: 5"]
        if self.people:
            lines += names("people", {name: person_lines(keys) for name, keys in self.people.items()})
        if funds:
            rows = {
                name: names("strands", dict.fromkeys(strands, ())) if strands else [] for name, strands in funds.items()
            }
            lines += names("funds", rows)
        if standing:
            lines += ["standing:", *(line for name, text in standing.items() for line in block(name, text, 2))]
        return "\n".join(lines) + "\n"


def person_lines(keys: Sequence[tuple[str, str]]) -> list[str]:
    """Return a person's keys as typed."""
    return [value(key, words) for key, words in keys]


def office_of(paper: Paper, front: Front) -> Office:
    """Return what a paper says of its office; a prompt stands for a name that it does not say."""
    texts = [" ".join(line.split()) for one in paper.passages for line in re.split(r"[\t\n]", one.text)]
    offices = [match[0] for text in texts for match in _OFFICE.finditer(text)]
    contact = front.contact.office if front.contact is not None else ""
    titles = Counter(match[0] for text in texts for match in _COMMISSIONER.finditer(text))
    forces = Counter(
        _LEAD.sub("", match[0])
        for text in texts
        for match in _FORCE.finditer(text)
        if len(_LEAD.sub("", match[0]).split()) > 1
    )
    words = sum(len(_WELSH.findall(text)) for text in texts)
    total = sum(len(text.split()) for text in texts)
    return Office(
        name=max([*offices, contact], key=len) or PROMPT,
        commissioner=titles.most_common(1)[0][0] if titles else "Police and Crime Commissioner",
        force=forces.most_common(1)[0][0] if forces else "",
        panel=_panel(front.panel),
        language="cy_GB" if total and words * 8 > total else "en_GB",
        people=people_of(front),
    )


def people_of(front: Front) -> dict[str, list[tuple[str, str]]]:
    """Return the people whom a paper names as contact and signatory, each with the keys that it gives."""
    made: dict[str, list[tuple[str, str]]] = {}
    if front.contact is not None:
        one = front.contact
        keys = (("role", one.role), ("telephone", one.telephone), ("office", one.office), ("email", one.email))
        made[one.name] = [(key, words) for key, words in keys if words]
    if front.signatory:
        keys_of = made.setdefault(front.signatory, [])
        if front.role and not any(key == "role" for key, _ in keys_of):
            keys_of.insert(0, ("role", front.role))
    return made


def _panel(words: str) -> str:
    """Return the panel's name; one in capitals throughout is set as names are."""
    if not words.isupper():
        return words
    small = {"AND", "OF", "FOR", "THE"}
    return " ".join(
        word.lower() if word in small and at else word.capitalize() for at, word in enumerate(words.split())
    )


def unfilled(register: Register | None) -> bytes | None:
    """Return the bytes of an office.yaml that is still the form that `init --empty` makes, with nothing filled in; else None."""
    if register is None or register.office is None or register.office_file is None:
        return None
    office = register.office
    said = [office.name or "", *map(str, office.people or {})]
    if (
        office.funds
        or office.plan
        or office.standing
        or office.publishing
        or not all(one.startswith("[") for one in said)
    ):
        return None
    return register.office_file.source.data


def with_new_funds(register: Register, new: Mapping[str, Sequence[str]]) -> EditedFile | Finding | None:
    """Return office.yaml with funds and strands added, every other line as it was; ``new`` are strands by fund."""
    filed, office = register.office_file, register.office
    if filed is None or office is None or filed.source.data is None or not new:
        return None
    known = {str(name) for name in office.funds or {}}
    edits: list[Edit] = []
    fresh: dict[str, Written] = {}
    said: list[str] = []
    for fund, strands in new.items():
        said += [f"new: {quoted(name)}, a strand of {quoted(fund)}" for name in strands]
        if fund in known:
            edits += [Setting(("funds", fund, "strands", name), None) for name in strands]
        else:
            said.append(f"new: {quoted(fund)}, a fund")
            fresh[fund] = {"strands": dict.fromkeys(strands)} if strands else None
    if known:
        edits += [Setting(("funds", fund), value) for fund, value in fresh.items()]
    elif fresh:
        edits.append(Setting(("funds",), fresh))
    made = rewritten(filed.source.data.decode("utf-8", errors="surrogateescape"), tuple(edits))
    if isinstance(made, Refused):
        message = f"office.yaml cannot be edited: {made.why}."
        return Finding("G549", message, Place(filed.path), f"Add these to funds by hand: {', '.join(new)}.")
    return EditedFile(
        filed.path, digest(filed.source.data), made.encode("utf-8", errors="surrogateescape"), tuple(said)
    )
