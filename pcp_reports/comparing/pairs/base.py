"""What the paper says by its entries, as a Word file read in the same way as the edited one.

No words of a built paper are kept anywhere: each of its bookmarks bears a digest of the words it was built with, so that
the entries as they stand now prove themselves, paragraph by paragraph, to be what was built.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from pcp_reports.built import OUTPUT, read_record
from pcp_reports.comparing.pairs.units import units_of
from pcp_reports.compose import compose
from pcp_reports.editing import digest, read_ordinary
from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass
from pcp_reports.starter import template_path

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.comparing.pairs.units import Unit
    from pcp_reports.document import Document
    from pcp_reports.placing import Survey


@dataclass(frozen=True, slots=True)
class Base:
    """A paper by its entries. ``since`` are the files that changed after the last build, as far as its record tells.

    ``record`` tells whether there is one; ``same_template`` whether the template is the one of that build. ``data`` is
    the paper as a Word file.
    """

    survey: Survey
    document: Document
    units: tuple[Unit, ...]
    template: str
    since: frozenset[str]
    record: bool
    same_template: bool
    data: bytes = field(default=b"", repr=False)


def base_of(survey: Survey, name: str, root: Path) -> Base | tuple[Finding, ...]:
    """Return what the paper ``name`` says by its entries, or why it cannot be told."""
    from pcp_reports.papers.docx import read_docx  # noqa: PLC0415 - Word is slow to load
    from pcp_reports.word.fill import fill  # noqa: PLC0415 - as above

    folder = survey.register.papers[name]
    paper = folder.paper
    if paper is None or folder.filed.model is None:
        why = f"{name}: paper.yaml cannot be read, so nothing can be compared with it."
        return (Finding("W701", why, Place(folder.filed.path), "Mend it first; check says how."),)
    path = template_path(root, paper.template)
    if path is None:
        why = f"{name}: there is no template named “{paper.template}”."
        return (Finding("W701", why, Place(folder.filed.path), "“pcp-reports check” says which there are."),)
    shown = f"templates/{path.name}"
    try:
        template = read_ordinary(path)
    except OSError as error:
        why = f"The template {path.name} cannot be opened ({error.strerror})."
        return (Finding("W701", why, Place(shown), "If it is open in Word, close it there."),)
    record = read_record(root / OUTPUT / name)
    # Lenient as for a draft: an entry that somebody spoilt since must not keep the others from being compared.
    document = compose(survey, name, draft=True)
    filled = fill(document, template, shown, draft=None)
    if isinstance(filled, list):
        return tuple(filled)
    read = read_docx(filled, f"{name}.docx")
    if not read.passages:
        return read.findings
    return Base(
        survey,
        document,
        units_of(read, document),
        shown,
        _changed_since(survey, record),
        bool(record.get("file")),
        _held(record, "template", "sha256") in ("", digest(template)),
        filled,
    )


def _changed_since(survey: Survey, record: dict[str, object]) -> frozenset[str]:
    """Return the files whose bytes are no longer those of the last build, and those that it did not print."""
    inputs = record.get("inputs")
    if not isinstance(inputs, dict):
        return frozenset()
    register = survey.register
    office = (register.office_file,) if register.office_file is not None else ()
    papers = (folder.filed for folder in register.papers.values())
    files = (*office, *papers, *register.entries)
    return frozenset(one.path for one in files if inputs.get(one.path) != digest(one.source.data or b""))


def _held(record: dict[str, object], group: str, name: str) -> str:
    inside = record.get(group)
    value = inside.get(name) if isinstance(inside, dict) else None
    return value if isinstance(value, str) else ""
