"""From a checked workspace to the bytes of a Word paper, read back and proved. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.checks import check, concerning
from pcp_reports.compose import compose
from pcp_reports.editing import digest, read_ordinary
from pcp_reports.findings import Finding, Place, Severity, by_weight, has_errors
from pcp_reports.ledger import ROUND, sum_round
from pcp_reports.records import dataclass
from pcp_reports.starter import template_path
from pcp_reports.withholding import is_exempt, public_findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pcp_reports.ledger import RoundSum
    from pcp_reports.placing import Survey
    from pcp_reports.word.draft import DraftNotice
    from pcp_reports.workspace import Filed


SOUND = {
    True: "a1817f5217a23c921d7d316800ef9e69ca8d6485a8f2b020ab36736622fb842e",
    False: "c42f8da7531cd0ab39443840b0b09c76183087ff1b9f357b31d786de5abd27c6",
}
"""The SHA-256 of the templates that come along, by whether their paper is numbered: looking these over again at every
build would take a tenth of it. A test holds the digests to the files, and the files to the lint.
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A paper's bytes, or None; what was found; and what it was made from: template, entries, and rounds as summed in public."""

    data: bytes | None
    findings: tuple[Finding, ...]
    template: Path | None = None
    template_data: bytes = b""
    inputs: tuple[Filed, ...] = ()
    rounds: tuple[RoundSum, ...] = ()
    draft: bool = False


def make(survey: Survey, name: str, root: Path, *, draft: bool, step: Callable[[], None] = lambda: None) -> Made:
    """Return the paper ``name`` of a workspace as Word, proved to say what its entries say.

    Errors stop it. A draft is made in spite of them, marked and with the faults in front, but never of a paper or an
    entry that cannot be read.
    """
    findings = concerning(survey, (name,), check(survey))
    step()
    if draft:
        findings += _why_no_draft(survey, name)
    paper = survey.register.papers[name].paper
    template = template_path(root, paper.template) if paper is not None else None
    if paper is None or template is None or any(one.code == "W505" for one in findings):
        return Made(None, tuple(findings))
    try:
        data = read_ordinary(template)
    except OSError as error:
        why = f"The template {template.name} cannot be opened ({error.strerror})."
        return Made(
            None,
            (
                *findings,
                Finding("W506", why, Place(f"templates/{template.name}"), "If it is open in Word, close it there."),
            ),
        )
    from pcp_reports.word.fill import fill  # noqa: PLC0415 - `check` must not pay for Word
    from pcp_reports.word.read_back import read_back  # noqa: PLC0415 - as above

    shown = f"templates/{template.name}"
    findings += _template_faults(data, shown, numbered=paper.numbered)
    step()
    if has_errors(findings) and not draft:
        return Made(None, tuple(findings))
    document = compose(survey, name, draft=draft)
    filled = fill(document, data, shown, draft=_notice(survey, findings) if draft else None)
    step()
    if isinstance(filled, list):
        # What the lint has said of the template already is not said again in other words.
        known = any(one.place.path == shown and one.severity is Severity.ERROR for one in findings)
        return Made(None, (*findings, *(one for one in filled if not known or one.place.path != shown)))
    unproved = read_back(filled, document, f"{name} {template.stem}.docx")
    step()
    inputs = (
        survey.register.papers[name].filed,
        *(one for one in survey.placements[name].filed if not is_exempt(one)),
    )
    office = (survey.register.office_file,) if survey.register.office_file is not None else ()
    return Made(
        None if has_errors(unproved) else filled,
        (*findings, *unproved),
        template,
        data,
        (*office, *dict.fromkeys(inputs)),
        tuple(sum_round(one, name) for one in dict.fromkeys(inputs) if one.kind == ROUND and one.sound),
        draft=draft,
    )


def draft_can_be_made(survey: Survey, name: str, root: Path) -> bool:
    """Return whether a draft of a paper could be built: a template that cannot be filled stops a draft too."""
    return make(survey, name, root, draft=True).data is not None


def _template_faults(data: bytes, shown: str, *, numbered: bool) -> list[Finding]:
    """Return what the lint has to say of a template that a paper is built with; its notes are for the lint alone."""
    if digest(data) == SOUND[numbered]:
        return []
    from pcp_reports.word.lint import lint  # noqa: PLC0415 - `check` must not pay for Word
    from pcp_reports.word.looks import BRIEFING, UPDATE  # noqa: PLC0415 - as above

    found = lint(data, shown, layout=UPDATE if numbered else BRIEFING)
    return [one for one in found if one.severity is not Severity.NOTE]


def _why_no_draft(survey: Survey, name: str) -> list[Finding]:
    """Return why not even a draft can be made: something that the paper is made of cannot be read."""
    folder = survey.register.papers[name]
    needed = (
        folder.filed,
        *survey.placements[name].filed,
        *((survey.register.office_file,) if survey.register.office_file is not None else ()),
    )
    unread = [filed for filed in needed if has_errors(filed.source.findings)]  # mended in memory is guessed, not read
    unread += [filed for filed in (folder.filed, survey.register.office_file) if filed is not None and filed.withheld]
    if folder.filed.model is None:
        unread.append(folder.filed)
    return [
        Finding(
            "W505",
            f"{filed.name}: no draft can be made while this file cannot be read.",
            Place(filed.path),
            "Mend it first; check says how.",
        )
        for filed in dict.fromkeys(unread)
    ]


def _notice(survey: Survey, findings: Iterable[Finding]) -> DraftNotice:
    """Return the faults to list in front of a draft, without a word of what is exempt."""
    from pcp_reports.word.draft import DraftNotice  # noqa: PLC0415 - `check` must not pay for Word

    open_ones = [one for one in by_weight(findings) if one.severity is not Severity.NOTE and one.accepted is None]
    told, untold = public_findings(survey.register, open_ones)

    def words(severity: Severity) -> tuple[str, ...]:
        return tuple(one.message + (f" {one.hint}" if one.hint else "") for one in told if one.severity is severity)

    def kept_back(severity: Severity) -> int:
        return sum(one.severity is severity for one in untold)

    return DraftNotice(
        words(Severity.ERROR), words(Severity.WARNING), kept_back(Severity.ERROR), kept_back(Severity.WARNING)
    )


def file_name(survey: Survey, name: str, *, draft: bool) -> str:
    """Return the name of a paper's Word file: ``2023-10-03 panel-update.docx``."""
    paper = survey.register.papers[name].paper
    template = paper.template if paper is not None else "paper"
    return f"{name} {template}{' DRAFT' if draft else ''}.docx"
