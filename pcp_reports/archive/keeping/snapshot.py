"""The built paper as it stands in output/ at one moment, with all that it was made from, ready to be kept.

Everything is read once, and what is kept is what was judged: a build or an edit that happens meanwhile is either wholly
in the snapshot or not at all, because the file must have the digest that its record names.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from pcp_reports.archive.keeping.readiness import stale
from pcp_reports.archive.wrapping import compare, kept
from pcp_reports.building import make
from pcp_reports.built import OUTPUT, RECORD, read_record
from pcp_reports.editing import PAUSE, TRIES, digest, read_ordinary
from pcp_reports.findings import Finding, Place, has_errors
from pcp_reports.output import open_in_word
from pcp_reports.records import dataclass
from pcp_reports.word.package import read_parts
from pcp_reports.words import typed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pcp_reports.building import Made
    from pcp_reports.placing import Survey

SHEET = "figures.docx"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A paper's bytes, the evidence sheet's where there is one, and what they were made from.

    ``as_built`` is False for a paper that somebody edited in Word after it was built; ``draft`` is True for one that is
    marked as a draft on every page.
    """

    name: str
    made: Made
    document: bytes
    sheet: bytes | None
    as_built: bool
    draft: bool
    told: tuple[str, ...] = ()


def snapshot(
    survey: Survey,
    name: str,
    root: Path,
    status: str,
    *,
    as_edited: bool = False,
    step: Callable[[], None] = lambda: None,
) -> Snapshot | tuple[Finding, ...]:
    """Return the paper ``name`` as it was built, or every reason why it cannot be kept with a status.

    The workspace must have been read with the bytes of its entries kept.
    """
    home = root / OUTPUT / name
    record = read_record(home)
    file = record.get("file")
    shown, built = (file.get("path"), file.get("sha256")) if isinstance(file, dict) else (None, None)
    draft = record.get("draft") is True
    made = make(survey, name, root, draft=draft, step=step)
    if has_errors(made.findings):
        return made.findings
    place = Place(f"{OUTPUT}/{name}/{RECORD}")
    if not isinstance(shown, str):
        hint = f"Build it first: pcp-reports build {typed(name)}"
        return (Finding("A101", f"{name} has not been built yet.", place, hint),)
    if draft and status != "draft":
        message = f"What was built last is a draft, marked so on every page; it cannot be kept as {status}."
        return (Finding("A104", message, Place(shown), f"Build the paper itself: pcp-reports build {typed(name)}"),)
    out_of_date = stale(name, _recorded_inputs(record), input_digests(made), place)
    document = out_of_date or _read(root, name, shown)
    if isinstance(document, Finding):
        return (document,)
    if digest(document) != built and _built_again(home, record):
        message = f"{name} was built again while it was being archived."
        return (Finding("A102", message, place, "Type the command again."),)
    told = _unedited(made, document, built, shown)
    as_built = told is not None
    unfit = _edited(name, document, shown, as_edited=as_edited) if not as_built else None
    if unfit is not None:
        return (unfit,)
    sheet = _sheet(home, name, record)
    if isinstance(sheet, Finding):
        return (sheet,)
    return Snapshot(name, made, document, sheet, as_built, draft, told or ())


def _recorded_inputs(record: Mapping[str, Any]) -> dict[str, object]:
    """Return the digests of entries and template that were recorded at the build, by path."""
    inputs, template = record.get("inputs"), record.get("template")
    found = dict(inputs) if isinstance(inputs, dict) else {}
    return {**found, str(template.get("path")): template.get("sha256")} if isinstance(template, dict) else found


def _unedited(made: Made, document: bytes, built: object, shown: str) -> tuple[str, ...] | None:
    """Return what is to be told of a paper whose words are as they were built; None where they may not be."""
    if digest(document) == built:
        return ()
    again = made.data or b""
    wrapping = compare(kept(again), document) if digest(again) == built else None
    if wrapping is None or not wrapping.alone:
        return None
    what = f"{shown.rpartition('/')[2]} was packed anew since it was built, as SharePoint does on upload"
    return (f"{what}: {wrapping.said}. All its words are as they were built, and it is kept as it stands.",)


def _edited(name: str, document: bytes, shown: str, *, as_edited: bool) -> Finding | None:
    """Return why a paper that was edited in Word cannot be kept; one that is said to have gone out so must be a Word file."""
    if as_edited:
        parts = read_parts(document, shown)
        return parts if isinstance(parts, Finding) else None
    message = f"{shown.rpartition('/')[2]} was changed in Word since it was built, so its figures are not proved."
    hint = (
        f"Bring the changes into the entries and type: pcp-reports build {typed(name)} --replace. "
        "If this very file is what went out, add --as-edited, and it is kept and marked as edited."
    )
    return Finding("A103", message, Place(shown), hint)


def input_digests(made: Made) -> dict[str, str]:
    """Return the digest (SHA-256) of everything a paper was made from, by path: entries, the office's file, the template."""
    entries = {filed.path: digest(filed.source.data or b"") for filed in made.inputs}
    template = {f"templates/{made.template.name}": digest(made.template_data)} if made.template is not None else {}
    return {**entries, **template}


def _built_again(home: Path, record: Mapping[str, object]) -> bool:
    """Return whether a build is under way or came in between: it writes the paper first and its record a moment later."""
    for _ in range(TRIES):
        if read_record(home) != record:
            return True
        time.sleep(PAUSE)
    return False


def _read(root: Path, name: str, shown: str) -> bytes | Finding:
    """Return the bytes of the built paper, which must lie in the paper's own folder of output/."""
    folder, _, file = shown.rpartition("/")
    if folder != f"{OUTPUT}/{name}" or file in ("", ".", ".."):
        return Finding(
            "A101",
            f"{name} was last built to another place ({shown}), and only what stands in {OUTPUT}/{name} is kept.",
            Place(shown),
            f"Build it there, too: pcp-reports build {typed(name)}",
        )
    return _bytes_of(root / OUTPUT / name / file, shown, name)


def _bytes_of(path: Path, shown: str, name: str) -> bytes | Finding:
    """Return the bytes of a file in a paper's folder, or why it cannot be read."""
    try:
        if open_in_word(path):
            message = f"{path.name} is open in Word, and what is typed there may not be saved yet."
            return Finding(
                "A109", message, Place(shown), "Close it in Word, or delete the file that begins with ~$ beside it."
            )
        if path.is_symlink():
            why = "it is a link to another place"
        else:
            return read_ordinary(path)
    except FileNotFoundError:
        hint = f"Build it again: pcp-reports build {typed(name)}"
        return Finding("A101", f"{path.name} is no longer there.", Place(shown), hint)
    except PermissionError:
        message = f"{path.name} cannot be opened: it may be open in Word."
        return Finding("A109", message, Place(shown), "Close it in Word.")
    except OSError as error:
        why = str(error.strerror)
    return Finding(
        "A109", f"{path.name} cannot be opened ({why}).", Place(shown), "Look whether the drive can be reached."
    )


def _sheet(home: Path, name: str, record: Mapping[str, Any]) -> bytes | Finding | None:
    """Return the evidence sheet that was written for this very paper, signed or not; None where there is none.

    One of an earlier build would be evidence for other figures, and may hold what has been made exempt since.
    """
    path = home / f"{name} {SHEET}"
    shown = f"{OUTPUT}/{name}/{path.name}"
    if not (path.is_symlink() or path.exists()):
        return None
    sheet, file = record.get("sheet"), record.get("file")
    of = sheet.get("of") if isinstance(sheet, dict) and sheet.get("path") == shown else None
    if of is None or not isinstance(file, dict) or of != file.get("sha256"):
        message = f"The evidence sheet {path.name} was written for another build of {name}, so it cannot be kept with this one."
        hint = f"Rename it or move it away; for a new one type: pcp-reports figures {typed(name)} --format docx"
        return Finding("A110", message, Place(shown), hint)
    data = _bytes_of(path, shown, name)
    parts = read_parts(data, shown) if isinstance(data, bytes) else data
    return parts if isinstance(parts, Finding) else data
