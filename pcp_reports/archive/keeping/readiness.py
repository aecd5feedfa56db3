"""Whether a built paper may be kept as a version: the refusals, all at once, each with what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.inventory import PUBLIC
from pcp_reports.catalogue import DISAGREEMENT, RULES
from pcp_reports.findings import Finding, Place, Severity
from pcp_reports.words import counted, listed, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pcp_reports.archive.objects import StoredPaper

PROMPT = "P121"
_FIGURES = ("G", "F")
"""The letters of the codes that concern grants, totals, figures and what texts say of them."""
_NAMED = 5
"""How many changed entries are named."""


def disagreements(findings: Iterable[Finding]) -> list[Finding]:
    """Return the warnings that figures disagree with each other or with a rule, and that nobody has accepted."""
    return [
        one
        for one in findings
        if one.severity is Severity.WARNING
        and one.accepted is None
        and one.code.startswith(_FIGURES)
        and RULES[one.code].rank <= DISAGREEMENT
    ]


def prompts(findings: Iterable[Finding]) -> list[Finding]:
    """Return the prompts left in place, accepted or not: nobody can accept words that are still to be written."""
    return [one for one in findings if one.code == PROMPT]


def unready(name: str, status: str, findings: Iterable[Finding], place: Place) -> list[Finding]:
    """Return why a paper with these findings cannot be kept with a status: those that stand in the way, and the refusal.

    A draft needs no more than to be built.
    """
    rows = list(findings)
    if status == "draft":
        return []
    found = []
    claims, left = disagreements(rows), prompts(rows)
    if claims:
        what = f"{counted(len(claims), 'warning')} about grants or figures {'is' if len(claims) == 1 else 'are'}"
        found.append(
            Finding(
                "A105",
                f"{name} cannot be kept as {status}: {what} neither mended nor accepted with a reason.",
                place,
                "Mend the entry, or write beneath “accept:” in it the code and the reason, and build again.",
            )
        )
    if left:
        what = f"{counted(len(left), 'prompt')} in [brackets] {'is' if len(left) == 1 else 'are'} still to be filled in"
        found.append(
            Finding(
                "A106",
                f"{name} cannot be kept as {status}: {what}.",
                place,
                "Write what belongs there, and build again.",
            )
        )
    return [*claims, *left, *found]


def stale(name: str, recorded: Mapping[str, object], now: Mapping[str, str], place: Place) -> Finding | None:
    """Return that the paper was built from other entries or another template than stand there now.

    Both lead from the path of an input to the digest of its bytes; ``recorded`` is what was recorded at the build.
    """
    changed = [path for path, digest in now.items() if path in recorded and recorded[path] != digest]
    new = [path for path in now if path not in recorded]
    gone = [path for path in recorded if path not in now]
    told = [
        f"{listed(_short(paths))} {word}"
        for paths, word in (
            (changed, "changed" if len(changed) == 1 else "were changed"),
            (new, "came in"),
            (gone, "is no longer in it" if len(gone) == 1 else "are no longer in it"),
        )
        if paths
    ]
    if not told:
        return None
    return Finding(
        "A102",
        f"{name} was built before its entries were last changed: {'; '.join(told)}.",
        place,
        f"Build it again: pcp-reports build {typed(name)}",
    )


def superseding(name: str, status: str, standing: StoredPaper | None, *, supersede: bool) -> Finding | None:
    """Return why a version cannot follow on those that stand in the archive.

    Only one that the public will see takes the place of one that it has seen.
    """
    public = published(standing)
    if status == "corrected" and public is None:
        return Finding(
            "A108",
            f"{name} cannot be kept as corrected: no version of it was published.",
            Place(standing.shown if standing is not None else "output/archive"),
            "Keep it as draft, final, sent or published.",
        )
    if public is None or supersede or standing is None or status not in PUBLIC:
        return None
    number, word = public
    return Finding(
        "A107",
        f"v{number} of {name} is {word}, and this version would take its place.",
        Place(standing.shown),
        "If it is meant to, add --supersede. Both stay in the archive.",
    )


def published(standing: StoredPaper | None) -> tuple[int, str] | None:
    """Return the number and status of the latest version that the public has seen, or None."""
    if standing is None:
        return None
    rows = [(number, block.status) for number, block in enumerate(standing.inventory.versions, 1)]
    return next(((number, status) for number, status in reversed(rows) if status in PUBLIC), None)


def _short(paths: list[str]) -> list[str]:
    names = [path.rpartition("/")[2].removesuffix(".yaml") for path in paths]
    return names if len(names) <= _NAMED else [*names[:_NAMED], f"{len(names) - _NAMED} more"]
