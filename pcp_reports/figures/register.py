"""The figure register: every figure that a paper prints, in order, each once, with what it rests on. Pure.

What is searched is what is printed, as `compose` makes it; names that hold digits are no figures. A purpose of a grant
counts as sourced: it is the applicant's own wording, kept with the grant. A number is not proved by being kept as data:
without a source it is unsupported, however it is put in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.compose import compose
from pcp_reports.document import BlockKind
from pcp_reports.figures.proofs import Proving
from pcp_reports.findings import Place
from pcp_reports.labels import label
from pcp_reports.standing import FigureRegister, PrintedFigure, Proof, Standing, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.document import Block, Document
    from pcp_reports.findings import Finding
    from pcp_reports.placing import Survey

FRONT_AND_BODY = ("title", "summary", "recommendation", "body")
"""What the templates that come along print, in their order."""

_OWN_NAME = {
    BlockKind.BULLET: "bullet",
    BlockKind.SUB_BULLET: "bullet",
    BlockKind.GRANT: "grant_line",
    BlockKind.GRANT_HEADING: "heading",
    BlockKind.MINOR: "heading",
    BlockKind.QUOTATION: "quotation",
    BlockKind.TABLE: "table",
}


def register_figures(
    survey: Survey,
    name: str,
    findings: Iterable[Finding],
    layout: Sequence[str | Wording] = FRONT_AND_BODY,
    *,
    tongue: str = "en_GB",
) -> FigureRegister:
    """Return the register of the paper ``name``.

    ``findings`` are what the checks found; callers make sure that no error is among those that concern the paper.
    ``layout`` is what the paper's template prints, in order: names as in `FRONT_AND_BODY`, and words of its own. What the figures rest on is told in ``tongue``.
    """
    document = compose(survey, name)
    locale = document.language.replace("-", "_")
    proving = Proving(survey.register, findings, locale, tongue)
    filed = survey.register.papers[name].filed
    found: list[PrintedFigure] = []
    for part in layout:
        if isinstance(part, Wording):
            place = Place(part.path)
            found += _plain(proving, part.text, place, label("template", tongue), label("in_template", tongue))
        elif part == "title":
            place = filed.place(filed.model.node, "title")
            found += _plain(proving, document.title, place, label("title", tongue), label("no_source", tongue))
        elif part in ("summary", "recommendation"):
            blocks = document.summary if part == "summary" else document.recommendation
            found += _figures(proving, ((block, None, label(part, tongue)) for block in blocks))
        else:
            found += _figures(proving, _placed(document, tongue))
    return FigureRegister(name, document.title, document.meeting, locale, tuple(found))


def _plain(proving: Proving, text: str, place: Place, where: str, why: str) -> Iterator[PrintedFigure]:
    for claim in proving.find(text):
        yield PrintedFigure(claim, None, where, Proof(Standing.UNSUPPORTED, why), place)


def _figures(proving: Proving, blocks: Iterable[tuple[Block, int | None, str]]) -> Iterator[PrintedFigure]:
    for block, number, where in blocks:
        for claim, proof, place in proving.figures_of(block):
            yield PrintedFigure(claim, number, where, proof, place)


def _placed(document: Document, tongue: str) -> Iterator[tuple[Block, int | None, str]]:
    """Yield the blocks of the body with the number they stand under, if any, and where that is in words."""
    number, heading, phase = 0, "", ""
    for block in document.body:
        own = label(_OWN_NAME[block.kind], tongue) if block.kind in _OWN_NAME else ""
        if block.kind is BlockKind.HEADING:
            heading, phase = block.text, ""
            yield block, None, label("heading", tongue)
            continue
        if block.kind is BlockKind.PHASE:
            phase = block.text
            yield block, None, label("heading", tongue)
            continue
        number += block.kind is BlockKind.NUMBERED
        kind = block.origin.key.rpartition(", ")[2]
        if kind in ("sentences", "civil_orders"):
            own = label(kind, tongue).lower()
        above = f"{label('paragraph', tongue)} {number}" if number else phase or heading
        yield block, number or None, ", ".join(part for part in (above, own) if part)
