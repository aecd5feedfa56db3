"""`compare --apply`: wording goes back into the entries, proved first by building the paper again in memory.

The proof is made without --apply as well: what is said beforehand to be written is what then is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.comparing.comparison import as_edited, key_of, left_over
from pcp_reports.comparing.entries.change import Kind
from pcp_reports.comparing.entries.fields import Keys
from pcp_reports.comparing.entries.standing_in_the_way import hint_of, why_of
from pcp_reports.comparing.entries.stories import Stories
from pcp_reports.comparing.entries.writing_back import files_of
from pcp_reports.editing import FileChangedError, digest, edit_file
from pcp_reports.findings import Finding, Place, Severity
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pcp_reports.comparing.comparison import Comparison
    from pcp_reports.comparing.entries.change import Change
    from pcp_reports.placing import Survey

Why = tuple[str, str]
"""Why a change is left, as a clause, and what to do instead (empty: as was said before)."""

_TRIES = 12
_PAGES = (Sort.HEADER, Sort.FOOTER)
_OTHERWISE = "the paper built again would still not say what Word says"


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written: files by path, and all changes, those that are left to the officer with the reason.

    ``remaining`` is what the paper, built again, would still say otherwise than Word; ``anew`` what check would then say.
    """

    files: dict[str, bytes]
    changes: tuple[Change, ...]
    remaining: tuple[Change, ...]
    anew: tuple[Finding, ...]

    @property
    def applied(self) -> tuple[Change, ...]:
        """Return the changes that the files hold."""
        return tuple(one for one in self.changes if one.can_apply)

    @property
    def left(self) -> tuple[Change, ...]:
        """Return the changes that are left to the officer."""
        return tuple(one for one in self.changes if not one.can_apply)


def as_planned(comparison: Comparison, made: Plan) -> Comparison:
    """Return the comparison as it is told: only of what the proof bears out is it said that it can be written."""
    return replace(comparison, changes=made.changes)


def plan(comparison: Comparison, survey: Survey, root: Path) -> Plan:
    """Return what can be written of a comparison, proved: a change that does not come out as it stands in Word is left."""
    base = comparison.base
    if base is None:
        raise ValueError(comparison.paper)
    stories = Stories(survey, base.document)
    refused: dict[int, Why] = {}
    wanted = [one for one in comparison.changes if one.edit is not None]
    for _ in range(_TRIES):
        going = [one for one in wanted if id(one) not in refused]
        files, left = files_of(stories, going)
        refused |= {id(change): (why, "") for change, why in left}
        going = [one for one in going if id(one) not in refused]
        then = as_edited(survey, comparison.paper, root, files)
        remaining = left_over(comparison, then.survey, root) if files else _told(comparison.changes)
        bad = _bad(comparison, stories, going, remaining, [one for one in then.anew if one.severity is Severity.ERROR])
        if not bad:
            changes = tuple(one.refused(*refused[id(one)]) if id(one) in refused else one for one in comparison.changes)
            return Plan(files, changes, remaining or (), then.anew)
        refused |= bad
    everything = tuple(one.refused(_OTHERWISE) if one.edit is not None else one for one in comparison.changes)
    return Plan({}, everything, _told(comparison.changes), ())


def _told(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(one for one in changes if one.kind is not Kind.TYPOGRAPHIC)


def _bad(
    comparison: Comparison,
    stories: Stories,
    going: Sequence[Change],
    remaining: Sequence[Change] | None,
    errors: Sequence[Finding],
) -> dict[int, Why]:
    """Return the changes that must not be written, with the reason and what to do instead."""
    if remaining is None:
        return {id(one): (_OTHERWISE, "") for one in going}
    spoilt = {one.place.path: one.message for one in errors}
    bad: dict[int, Why] = {
        id(one): (f"check would then call an error: {spoilt[one.edit.path]}", "")
        for one in going
        if one.edit is not None and one.edit.path in spoilt
    }
    passages = comparison.passages
    # How words are set is the template's affair, and no reason to keep them out of the entries.
    remaining = [one for one in remaining if one.kind is not Kind.LAYOUT]
    # What was moved as well has its words written, and keeps its place.
    still = {key_of(one, passages) for one in remaining if one.kind is not Kind.MOVED}
    bad |= {id(one): (_OTHERWISE, "") for one in going if not one.partly and key_of(one, passages) in still}
    if bad:
        return bad
    known = {key_of(one, passages) for one in comparison.changes}
    # The page's head repeats the title: there it is the paper built again that is right.
    told = [one for one in remaining if not any(passages[at].sort in _PAGES for at in one.match.passages)]
    harm = [one for one in told if one.path and key_of(one, passages) not in known]
    if not harm:
        return {}
    harmed = {one.path for one in harm}
    # A new difference comes of something in the same file: of an amount first, whose total is printed elsewhere in it.
    near = [one for one in going if one.edit is not None and one.edit.path in harmed] or list(going)
    amounts = [one for one in near if isinstance(one.edit, Keys) and one.edit.amount is not None]
    return {id(one): (why_of(harm), hint_of(stories, one)) for one in amounts or near}


def write(made: Plan, survey: Survey, root: Path) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Write the files, each whole or not at all and only if it is still the one that was read; return those written.

    What could not be written is told in findings.
    """
    register = survey.register
    office = (register.office_file,) if register.office_file is not None else ()
    papers = (folder.filed for folder in register.papers.values())
    read = {one.path: one.source.data for one in (*register.entries, *papers, *office)}
    done: list[str] = []
    findings: list[Finding] = []
    for path, data in sorted(made.files.items()):
        place = Place(path)
        try:
            edit_file(root / path, digest(read[path] or b""), data)
        except FileChangedError:
            message = f"{path} was changed by somebody else at the same moment, and was left alone."
            findings.append(Finding("W711", message, place, "Compare again."))
        except KeyboardInterrupt:
            # What is written is written whole: it is told, and not thrown away with the rest.
            message = "You stopped it: what is not named as written was left alone."
            findings.append(
                Finding("W711", message, place, "Compare again; what is written already is then no change.")
            )
            break
        except OSError as error:
            message = f"{path} cannot be written ({error.strerror}), and was left alone."
            findings.append(Finding("W711", message, place, "If somebody has it open, ask them to close it."))
        else:
            done.append(path)
    return tuple(done), tuple(findings)
