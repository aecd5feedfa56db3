"""The proof of an import, before anything is written: the workspace as it would be, read by the real loader and added up.

It is made in a temporary folder: every entry as it stands, the edits in place of what they edit, and the new files.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place, Severity
from pcp_reports.importing.made import RoundTotal
from pcp_reports.ledger import sum_round
from pcp_reports.model import KEYS
from pcp_reports.money import Money
from pcp_reports.nodes import Block, Items, Text
from pcp_reports.placing import survey
from pcp_reports.records import dataclass
from pcp_reports.source import read_source
from pcp_reports.words import quoted
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcp_reports.importing.made import Made
    from pcp_reports.workspace import Filed, Register

_NOT_OURS = frozenset(("G110", "G111"))
"""Errors of `check` about funds and strands that office.yaml does not have: the import has told them already."""


MOST_MODELLED = 2_000
"""How many new grants are loaded, modelled and checked for the proof. More are read back as the reader of entries has them."""


@dataclass(frozen=True, slots=True)
class Proved:
    """What the ledger says of the rounds concerned once all is written, and what is wrong; nothing may be written then."""

    grants: int
    total: Money
    findings: tuple[Finding, ...] = ()


def proved(made: Made, register: Register, step: Callable[[], None] = lambda: None) -> Proved:
    """Return the proof of an import against the register it was made for, which must hold its bytes (``keep``)."""
    try:
        return _proved(made, register, step)
    except OSError as error:
        message = f"The import cannot be proved, as the temporary folder cannot be written ({error.strerror or type(error).__name__})."
        finding = Finding(
            "G536", message, Place("entries"), "Make room on the drive of this computer. Nothing was written."
        )
        return Proved(0, Money(0), (finding,))


def _proved(made: Made, register: Register, step: Callable[[], None]) -> Proved:
    new = {file.path: file for file in made.files}
    if sum(one.grants for one in made.rounds if one.path in new) <= MOST_MODELLED:
        return _loaded(made, register, step)
    # Ten thousand new grants: the model of each would take longer than reading the tracker did.
    quick = [read_back(new[one.path].text, one) for one in made.rounds if one.path in new]
    findings = tuple(one for one in quick if isinstance(one, Finding))
    sums = [one for one in quick if isinstance(one, RoundTotal)]
    rest = tuple(one for one in made.rounds if one.path not in new)
    others = Money.total(one.total for one in sums)
    old = replace(made, files=(), rounds=rest)
    proof = _loaded(old, register, step, others) if rest or made.edits else Proved(0, Money(0))
    total = proof.total + others
    if not findings and not rest and total - made.left != made.total_in:
        findings = (_disagrees(total - made.left, made),)
    return Proved(proof.grants + sum(one.grants for one in sums), total, (*findings, *proof.findings))


def read_back(text: str, meant: RoundTotal) -> RoundTotal | Finding:
    """Return what a new round comes to as the reader of entries has it, grant by grant; or why it is not as it was meant."""
    source = read_source(text.encode("utf-8", errors="surrogatepass"), meant.path, KEYS)
    held = source.root.get(Text("grants")) if source.root is not None else None
    lists = list(held.values()) if isinstance(held, Block) else [held]
    rows = [row for rows in lists for row in (rows if isinstance(rows, Items) else ())]
    pence = grants = 0
    for row in rows:
        words = row if isinstance(row, Block) else Block()
        status = words.get(_STATUS)
        if status is None or status in ("awarded", "varied"):
            amount = words.get(_AMOUNT)
            pence += Money.parse(amount).pence if isinstance(amount, Text) and words.get(_RECIPIENT) else 0
            grants += 1
    found = RoundTotal(meant.path, grants, Money(pence))
    if source.findings:
        large = source.findings[0].code in _TOO_LARGE
        message = f"{meant.path} would not read back: {source.findings[0].message}"
        return Finding("G535", message, Place(meant.path), _SPLIT if large else _OURS)
    return found if found == meant else _unlike(meant, found.grants, found.total)


_TOO_LARGE = ("Y102", "Y123")
_SPLIT = "Nothing was written. One round holds too many grants for one file: give the tracker a column of rounds, or of dates."
_STATUS, _AMOUNT, _RECIPIENT = Text("status"), Text("amount"), Text("recipient")


def _unlike(meant: RoundTotal, grants: int, total: Money) -> Finding:
    message = (
        f"{meant.path} would come to {total} in {grants} grants, and should come to {meant.total} in {meant.grants}."
    )
    return Finding("G535", message, Place(meant.path), _OURS)


def _disagrees(total: Money, made: Made) -> Finding:
    message = f"The entries would come to {total}, and what was read comes to {made.total_in}."
    return Finding("G535", message, Place(made.rounds[0].path), _OURS)


_NONE = Money(0)


def _loaded(made: Made, register: Register, step: Callable[[], None], others: Money = _NONE) -> Proved:
    """Return the proof by the real loader, ledger and checks; ``others`` is what was proved already."""
    from pcp_reports.checks import check  # noqa: PLC0415 - slow to load, and thousands of new grants do without

    with tempfile.TemporaryDirectory(prefix="pcp-reports-import-") as folder:
        root = Path(folder)
        _lay_out(made, register, root)
        told = load(root, step)
        sums = {filed.path: filed for filed in told.entries}
        findings: list[Finding] = []
        grants, total = 0, Money(0)
        for one in made.rounds:
            filed = sums.get(one.path)
            if filed is None or filed.model is None:
                findings.append(_unread(one.path, filed))
                continue
            found = sum_round(filed, internal=True).sum
            grants, total = grants + found.grants, total + found.total
            if (found.grants, found.total) != (one.grants, one.total):
                findings.append(_unlike(one, found.grants, found.total))
        if not findings and total + others - made.left != made.total_in and made.rounds:
            findings.append(_disagrees(total + others - made.left, made))
        touched = {file.path for file in made.files} | {edit.path for edit in made.edits}
        before = {(one.code, one.place.path) for one in check(survey(register)) if one.place.path in touched}
        findings += [
            one
            for one in check(survey(told))
            if one.severity is Severity.ERROR
            and one.place.path in touched
            and one.code not in _NOT_OURS
            and (one.code, one.place.path) not in before
            and one not in findings
        ]
    return Proved(grants, total, tuple(findings))


_OURS = "Nothing was written. This is a fault of the tool: please report it, with the file if you may."


def _lay_out(made: Made, register: Register, root: Path) -> None:
    """Write the workspace as it would be."""
    papers = [folder.filed for folder in register.papers.values()]
    files = {
        filed.path: filed.source.data
        for filed in (
            *papers,
            *register.entries,
            *((register.office_file,) if register.office_file is not None else ()),
        )
        if filed.source.data is not None
    }
    files |= {edit.path: edit.data for edit in made.edits}
    files |= {file.path: file.text.encode("utf-8", errors="surrogatepass") for file in made.files}
    (root / "entries").mkdir()
    for path, data in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    if register.templates:
        (root / "templates").mkdir()
        for name in register.templates:
            (root / "templates" / f"{name}.docx").touch()


def _unread(path: str, filed: Filed | None) -> Finding:
    first = (
        next((one for one in filed.source.findings if one.severity is Severity.ERROR), None)
        if filed is not None
        else None
    )
    why = f": {first.message}" if first is not None else ""
    return Finding("G535", f"{quoted(path)} would not read back{why}", Place(path), _OURS)
