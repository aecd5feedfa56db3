"""A panel paper of any office, in Word or as text -> entries: a first draft of every file, and all that must be said of it.

Nothing is dropped silently: every passage of the paper is in an entry, or is named. Amounts go in as they are read, and
the ledger must come to the same; numbers that the text states stay as typed, for `check` to judge.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.dates import in_words
from pcp_reports.editing import digest
from pcp_reports.findings import Finding, Place
from pcp_reports.importing.funds import Funds
from pcp_reports.importing.made import EditedFile, Made, NewFile, Tally
from pcp_reports.importing.papers.bits import set_as
from pcp_reports.importing.papers.body import NO_HEADING, is_counted, parts_of
from pcp_reports.importing.papers.disagreeing import disagreeing
from pcp_reports.importing.papers.doubts import not_grants, numbers, of_rounds, told_again, unsure
from pcp_reports.importing.papers.entries import Entries
from pcp_reports.importing.papers.entry_texts import block, value
from pcp_reports.importing.papers.front import front_of, with_lists, without_sums
from pcp_reports.importing.papers.funds import Placing
from pcp_reports.importing.papers.lacking import funds_missing, funds_of, new_funds, people_named
from pcp_reports.importing.papers.left import left_out, name_of, unsaid
from pcp_reports.importing.papers.literal import plain
from pcp_reports.importing.papers.office import office_of, unfilled, with_new_funds
from pcp_reports.importing.papers.open_counts import CODE, open_counts
from pcp_reports.importing.papers.pictures import pictures_left
from pcp_reports.importing.papers.rounds import rounds_of
from pcp_reports.importing.papers.tables import Tables
from pcp_reports.importing.papers.twins import told_once
from pcp_reports.importing.papers.untaken import not_taken
from pcp_reports.money import Money
from pcp_reports.papers.opening import read_paper
from pcp_reports.scaffold import schema_line
from pcp_reports.words import counted, yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.dates import PartialDate
    from pcp_reports.importing.papers.body import Part
    from pcp_reports.importing.papers.office import Office
    from pcp_reports.importing.papers.taken_over import PaperRound
    from pcp_reports.passage import Paper
    from pcp_reports.word.set_words import SetParagraph
    from pcp_reports.workspace import Register

OFFICE_FILE = "entries/office.yaml"
_FILLED = "It was still a form with nothing filled in; now it holds what the paper says of the office."


def from_paper(
    data: bytes, path: str, meeting: PartialDate, register: Register | None = None, *, add_funds: bool = False
) -> Made:
    """Return what a paper comes to as entries for a meeting; a file that is no paper makes nothing, and it is said why.

    ``register`` is the workspace as it stands: its office, the names that are taken, the rounds it holds already. With
    ``add_funds`` office.yaml gets the funds and strands that it lacks; one without any gets them unasked.
    """
    there = register.papers.get(str(meeting)) if register is not None else None
    if there is not None:
        return Made(findings=(_there(there.filed.path, meeting),))
    paper = read_paper(data, path)
    if not paper.passages:
        return Made(findings=paper.findings or (_empty(paper),))
    typed: dict[int, SetParagraph] = {}
    if paper.form == "docx":
        from pcp_reports.word.set_words import set_words  # noqa: PLC0415 - Word is slow to load

        typed = set_as(paper, set_words(data, path))
    made = _Making(paper, typed, meeting, register).made(add_funds=add_funds)
    pictures = tuple(pictures_left(data, path)) if paper.form == "docx" else ()
    return replace(made, findings=(*made.findings, *pictures))


def _empty(paper: Paper) -> Finding:
    hint = "Name the paper itself, in Word or as text."
    return Finding("G552", f"{name_of(paper)} has no words that could be made into entries.", Place(paper.path), hint)


def _there(path: str, meeting: PartialDate) -> Finding:
    message = f"The meeting of {in_words(meeting)} has a paper already, {path}, and nothing that exists is overwritten."
    hint = (
        "Move that folder out of entries/ if the paper is to be made anew, or name another meeting. What somebody changed in "
        "Word in a built paper, “pcp-reports compare” finds."
    )
    return Finding("G556", message, Place(path), hint)


def _leads(rounds: Sequence[PaperRound]) -> frozenset[int]:
    """Return the passages that lead up to lists."""
    return frozenset(at for one in rounds for at in one.lead)


class _Making:
    def __init__(
        self, paper: Paper, typed: dict[int, SetParagraph], meeting: PartialDate, register: Register | None
    ) -> None:
        self.paper = paper
        self.meeting = meeting
        self.register = register
        self.front = front_of(paper)
        self.made_office: Office = office_of(paper, self.front)
        office = register.office if register is not None else None
        self.locale = office.language if office is not None and office.language else self.made_office.language
        found, audited = rounds_of(paper, typed, self.locale)
        self.front = with_lists(self.front, paper, [one.places for one in found], _leads(found))
        body = set(self.front.body)
        if any(not one.places <= body for one in found):
            # What the summary lists is told in full further down: the audit reads a list once, and the first of the two.
            others, more = rounds_of(
                without_sums(paper, (*self.front.summary, *self.front.recommendation)), typed, self.locale
            )
            found = (*others, *(one for one in found if not one.places <= body))
            audited = (*audited, *more)
            self.front = with_lists(self.front, paper, [one.places for one in found], _leads(found))
            body = set(self.front.body)
        inside = [one for one in found if one.places <= body]
        self.rounds, self.again = told_once(inside, paper.passages)
        self.audited = audited
        self.untaken = not_taken(paper, audited, found, body)
        self.parts: tuple[Part, ...] = parts_of(paper, self.front.body, self.rounds)
        texts = [" ".join(one.text.split()) for one in paper.passages]
        placing = Placing(self.rounds, texts, meeting, Funds.of(office))
        self.entries = Entries(paper, typed, meeting, placing, Tables(paper, self.rounds, self.front.used), register)
        if self.front.meeting is not None:
            self.entries.was = str(self.front.meeting)

    def made(self, *, add_funds: bool) -> Made:
        summary, recommendation = (
            self.entries.prose(places, [at for at in places if is_counted(self.paper.passages[at])]).text
            for places in (self.front.summary, self.front.recommendation)
        )
        from pcp_reports.audit.auditing import audit  # noqa: PLC0415 - with all that judges figures

        judged = audit(self.paper, self.locale)
        self.entries.open_counts = open_counts(judged.rounds)
        sections = [(part, self.entries.items_of(part)) for part in self.parts]
        heads = {at for part in self.parts for at in part.heads}
        if not any(items for _, items in sections) or not self.entries.used - heads:
            return Made(findings=(*self.paper.findings, _empty(self.paper)))
        told: list[Finding] = [*self.paper.findings, *self._of_meeting()]
        people, missing = people_named(self.paper, self.front, self.register)
        told += missing
        front = (summary, recommendation)
        files = [
            NewFile(f"entries/{self.entries.folder}/paper.yaml", self._paper(front, people, sections), self._about())
        ]
        files += self.entries.files
        edits: list[EditedFile] = []
        form = unfilled(self.register)
        if self.register is None or self.register.office_file is None or form is not None:
            office = self.made_office.text(
                funds_of(self.entries.rounds), self.entries.new_standing, plain(name_of(self.paper))
            )
            if form is None:
                files.insert(0, NewFile(OFFICE_FILE, office, "the office"))
            else:
                edits.append(EditedFile(OFFICE_FILE, digest(form), office.encode(), (_FILLED,)))
        else:
            new = new_funds(funds_of(self.entries.rounds), self.register)
            known = self.register.office.funds if self.register.office is not None else None
            edited = with_new_funds(self.register, new) if add_funds or not known else None
            edits += [edited] if isinstance(edited, EditedFile) else []
            told += [edited] if isinstance(edited, Finding) else []
            told += funds_missing(self.paper, new, self.register) if not edits else []
        told += of_rounds(self.paper, self.rounds, self.entries)
        told += not_grants(self.paper, self.untaken)
        told += told_again(self.paper, self.again)
        told += [*unsure(self.paper, self.entries), *numbers(self.paper, self.front.body)]
        told += left_out(self.paper, self.front, self.entries)
        made = "\n".join([*(one.text for one in files), *(one.data.decode() for one in edits)])
        told += list(unsaid(self.paper, self.front, self.rounds, made, told, self.entries.held, self._office()))
        told += disagreeing(self.paper, judged)
        return Made(
            files=tuple(files),
            edits=tuple(edits),
            rounds=self.entries.totals(),
            tallies=self._tallies(),
            notes=tuple(self._notes(sections)),
            findings=tuple(told),
            apart=tuple(self._apart()),
        )

    # -- paper.yaml

    def _paper(self, front: tuple[str, str], people: dict[str, str], sections: Sequence[tuple[Part, list[str]]]) -> str:
        lines = [
            schema_line(1),
            f"# Made from {plain(name_of(self.paper))}: a first draft. Look it over, and run “pcp-reports check”.",
            "kind: paper",
            f"meeting: {self.meeting}",
            value("title", plain(self.front.title) or plain(self.paper.title) or "[The paper's title]"),
        ]
        lines += [value(key, name) for key, name in people.items()]
        for key, text in zip(("summary", "recommendation"), front, strict=True):
            lines += block(key, text, bar=False) if text else []
        lines.append("sections:")
        for part, items in sections:
            if items:
                lines += [f"  - heading: {yaml_quoted(plain(part.heading) or NO_HEADING)}", "    items:", *items]
        return "\n".join(lines) + "\n"

    def _about(self) -> str:
        return f"the paper: {self.front.title or self.paper.title}"

    # -- the office

    def _office(self) -> str:
        filed = self.register.office_file if self.register is not None else None
        return "\n".join(filed.source.lines) if filed is not None else ""

    # -- what is said

    def _of_meeting(self) -> Iterator[Finding]:
        said = self.front.meeting
        if said is not None and said != self.meeting:
            message = (
                f"The paper itself is for {in_words(said)}, and its entries are made for {in_words(self.meeting)}."
            )
            yield Finding(
                "G553", message, Place(self.paper.path), f"If that is a slip: import again with --meeting {said}."
            )

    def _apart(self) -> Iterator[str]:
        """Give what stands with the grants and is in no total, with the code under which it is said."""
        if self.untaken:
            number = len(self.untaken)
            were = "that was" if number == 1 else "that were"
            yield f"{counted(number, 'line')} with the grants {were} not taken (G546)"
        if any(one.struck for one in self.audited):
            yield "words that are struck through (W604)"

    def _tallies(self) -> tuple[Tally, ...]:
        rows: dict[str, list[Money]] = {"awarded": []}
        for one in self.rounds:
            for line in one.lines:
                rows.setdefault(line.status, []).append(line.amount)
        return tuple(Tally(status, len(amounts), Money.total(amounts)) for status, amounts in rows.items())

    def _notes(self, sections: Sequence[tuple[Part, list[str]]]) -> Iterator[str]:
        front = self.front
        for folder in self.register.papers.values() if self.register is not None else ():
            if folder.paper is not None and folder.paper.meeting == self.meeting:
                yield f"{folder.filed.path} is for that meeting too. It is left alone, and a second paper is made beside it."
        yield f"Title: {front.title or '(none found)'}"
        if front.contact is not None:
            yield f"Contact: {front.contact.name}"
        if front.signatory:
            yield f"Signed: {front.signatory}" + (f", {front.role}" if front.role else "")
        for name, why in self.entries.accepted:
            yield f"{name}: the number of projects is left as it stands ({CODE} accepted). {why}"
        headings = [part.heading for part, items in sections if items]
        yield f"{counted(len(headings), 'section')}: {'; '.join(headings)}"
