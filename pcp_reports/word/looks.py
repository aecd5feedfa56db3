"""The named styles of a paper: what each is called, what it is for, and how it looks when the office says nothing else.

Looks are the inner XML of a Word style. They name no font and rest on the office's own Normal style, so that they sit
well in any paper. Measures are Word's own: twentieths of a point for spaces and indents, half points for sizes.
"""

from __future__ import annotations

from pcp_reports.records import dataclass

UPDATE = "panel-update"
BRIEFING = "partnership-briefing"
LAYOUTS = (UPDATE, BRIEFING)

NAVY = "1F3864"  # on white, contrast 11.6 to 1
GREY = "595959"  # on white, contrast 7.0 to 1
RED = "B00020"  # on white, contrast 7.3 to 1
RULE = "B8C2D1"
TINT = "E9EEF5"

NUMBER_HANG = 567  # 1 cm: a number and what stands beneath it
BULLET_HANG = 397  # 7 mm: a bullet and its words


@dataclass(frozen=True, slots=True)
class Look:
    """One named style. ``paragraph`` and ``run`` are the inner XML of w:pPr and w:rPr, ``table`` that of the rest."""

    name: str
    kind: str = "paragraph"
    based_on: str = "Normal"
    following: str = ""
    paragraph: str = ""
    run: str = ""
    table: str = ""
    gallery: bool = True  # whether Word shows it among the styles to choose from

    @property
    def identifier(self) -> str:
        """Return the id that the style takes where no other has it."""
        return "".join(word[0].upper() + word[1:] for word in self.name.split())


def indent(layout: str) -> int:
    """Return how far in the words of a paper stand: under their numbers, or at the margin where there are none."""
    return NUMBER_HANG if layout == UPDATE else 0


def looks(layout: str) -> tuple[Look, ...]:
    """Return every style that a paper of this layout uses, those they rest on first."""
    return (*_BASE, *_FRONT, *_HEADINGS, *_body(indent(layout)), *_tables(indent(layout)))


def _space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _ink(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


_BOLD = "<w:b/><w:bCs/>"
_KEEP = "<w:keepNext/><w:keepLines/>"

_BASE = (
    Look(
        "Normal",
        based_on="",
        paragraph='<w:widowControl/><w:spacing w:after="140" w:line="266" w:lineRule="auto"/>',
    ),
    Look("Default Paragraph Font", kind="character", based_on="", gallery=False),
    Look(
        "Normal Table",
        kind="table",
        based_on="",
        gallery=False,
        table='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>",
    ),
    Look("No List", kind="numbering", based_on="", gallery=False),
    Look("Strong", kind="character", based_on="Default Paragraph Font", run=_BOLD),
    Look(
        "Hyperlink",
        kind="character",
        based_on="Default Paragraph Font",
        run='<w:color w:val="0B4FA0"/><w:u w:val="single"/>',
        gallery=False,
    ),
    Look(
        "header",
        paragraph='<w:tabs><w:tab w:val="right" w:pos="9026"/></w:tabs>'
        '<w:spacing w:after="200" w:line="240" w:lineRule="auto"/>',
        run=_ink(GREY) + _size(18),
        gallery=False,
    ),
    Look(
        "footer",
        paragraph=f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{RULE}"/></w:pBdr>'
        '<w:tabs><w:tab w:val="right" w:pos="9026"/></w:tabs>'
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
        run=_ink(GREY) + _size(18),
        gallery=False,
    ),
)

_FRONT = (
    Look(
        "Panel Line",
        following="Meeting Line",
        paragraph=_KEEP + _space(0, 40),
        run=_BOLD + "<w:caps/>" + _ink(NAVY) + '<w:spacing w:val="16"/>' + _size(24),
    ),
    Look("Meeting Line", following="Title", paragraph=_KEEP + _space(0, 320), run=_ink(GREY)),
    Look(
        "Title",
        following="Contact Line",
        paragraph=_KEEP + '<w:spacing w:before="0" w:after="240" w:line="240" w:lineRule="auto"/>',
        run=_BOLD + _ink(NAVY) + _size(44),
    ),
    Look(
        "Subtitle",
        following="Paper Text",
        paragraph=_space(0, 240),
        run=_ink(GREY) + _size(26),
    ),
    Look(
        "Contact Line",
        following="Heading 1",
        paragraph=f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{RULE}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="6" w:color="{RULE}"/></w:pBdr>' + _space(120, 280),
        run=_size(21),
    ),
    Look(
        "Signatory",
        # With contextual spacing the room to sign stands above the name alone, not between name and role.
        paragraph='<w:keepNext/><w:keepLines/><w:spacing w:before="640" w:after="0"/><w:contextualSpacing/>',
    ),
)

_HEADINGS = (
    Look(
        "heading 1",
        following="Numbered Paragraph",
        paragraph=_KEEP + _space(360, 140) + '<w:outlineLvl w:val="0"/>',
        run=_BOLD + _ink(NAVY) + _size(30),
    ),
    Look(
        "heading 2",
        following="Paper Text",
        paragraph=_KEEP
        + f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="{RULE}"/></w:pBdr>'
        + _space(360, 140)
        + '<w:outlineLvl w:val="1"/>',
        run=_BOLD + _ink(NAVY) + _size(27),
    ),
    Look(
        "heading 3",
        following="Paper Text",
        paragraph=_KEEP + _space(220, 80) + '<w:outlineLvl w:val="2"/>',
        run=_BOLD + _ink(NAVY) + _size(24),
    ),
)


# Between two paragraphs Word takes the larger of the one's space after and the other's space before.
def _body(left: int) -> tuple[Look, ...]:
    beneath = f'<w:ind w:left="{left}"/>' if left else ""
    return (
        Look("Numbered Paragraph", following="Numbered Paragraph", paragraph=_space(160, 100)),
        Look("Numbered Continuation", following="Numbered Continuation", paragraph=_space(100, 100) + beneath),
        Look("Paper Text", following="Paper Text", paragraph=_space(100, 100)),
        Look("Paper Bullet", following="Paper Bullet", paragraph=_space(0, 80)),
        Look("Paper Bullet 2", following="Paper Bullet 2", paragraph=_space(0, 80)),
        Look(
            "Grant Heading",
            following="Grant Line",
            paragraph=_KEEP + _space(180, 80) + beneath + '<w:outlineLvl w:val="1"/>',
            run=_BOLD + _ink(NAVY),
        ),
        Look("Grant Line", following="Grant Line", paragraph="<w:keepLines/>" + _space(0, 80)),
        Look(
            "Quotation",
            following="Paper Text",
            paragraph=f'<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{NAVY}"/></w:pBdr>'
            + _space(120, 180)
            + f'<w:ind w:left="{left + 340}" w:right="567"/>',
            run="<w:i/><w:iCs/>",
        ),
    )


def _tables(left: int) -> tuple[Look, ...]:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    return (
        Look(
            "Table Text",
            following="Table Text",
            paragraph='<w:spacing w:before="50" w:after="50" w:line="252" w:lineRule="auto"/>',
            run=_size(21),
        ),
        Look("Table Heading", based_on="Table Text", paragraph=_KEEP, run=_BOLD + _ink(NAVY)),
        Look(
            "Paper Table",
            kind="table",
            based_on="Normal Table",
            table=f'<w:tblPr><w:tblInd w:w="{left}" w:type="dxa"/><w:tblBorders><w:top {rule}/><w:bottom {rule}/>'
            f'<w:insideH {rule}/></w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/>'
            '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f'<w:tblStylePr w:type="firstRow"><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>',
        ),
    )


DRAFT_LOOKS = (
    Look(
        "Draft Mark",
        based_on="header",
        paragraph=f'<w:pBdr><w:top w:val="single" w:sz="12" w:space="3" w:color="{RED}"/>'
        f'<w:bottom w:val="single" w:sz="12" w:space="3" w:color="{RED}"/></w:pBdr>'
        '<w:spacing w:before="0" w:after="120"/><w:jc w:val="center"/>',
        run=_BOLD + _ink(RED) + _size(24),
    ),
    Look(
        "Draft Heading",
        following="Draft Notice",
        paragraph=_KEEP + _space(120, 200),
        run=_BOLD + _ink(RED) + _size(36),
    ),
    Look("Draft Notice", following="Draft Notice"),
    Look(
        "Draft Fault",
        following="Draft Fault",
        paragraph=f'<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{RED}"/></w:pBdr>'
        + _space(0, 120)
        + '<w:ind w:left="227"/>',
    ),
    Look(
        "Draft End",
        # The mark of a paragraph that ends in a page break falls on the next page: so small that nothing moves.
        paragraph='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
        run=_size(2),
        gallery=False,
    ),
)
