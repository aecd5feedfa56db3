"""A draft says that it is one: on every page, and with its faults in front."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.section import WD_SECTION
from judges import complaints
from sample_paper import BRIEFING, PAPER, changed, filled

from pcp_reports.word.default_template import default_template
from pcp_reports.word.draft import MARK, DraftNotice
from pcp_reports.word.fill import fill
from pcp_reports.word.package import DOCUMENT, WORD, parse, read_parts
from pcp_reports.word.parts import RELATIONSHIPS, targets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pcp_reports.document import Document

W = f"{{{WORD}}}"
R = f"{{{RELATIONSHIPS}}}"
NOTICE = DraftNotice(
    ("bacup: the amount “£12,34.50” cannot be read <here> & now", "patrols: a prompt stands in it: [name]")
)


def own_template(*, sections: int = 3, header: bool = True) -> bytes:
    """Return an office's own template: several sections, even pages of their own, a header only if it has one."""
    paper = docx.Document()
    if header:
        paper.sections[0].header.paragraphs[0].text = "Our own header"
    paper.add_paragraph("{{p body }}")
    for _ in range(sections - 1):
        section = paper.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = True
        paper.add_paragraph("Annex")
    if header and sections > 1:
        paper.sections[-1].header.is_linked_to_previous = False
        paper.sections[-1].header.paragraphs[0].text = "The annex"
    paper.settings.odd_and_even_pages_header_footer = True
    file = io.BytesIO()
    paper.save(file)
    return file.getvalue()


def headers(data: bytes) -> list[dict[str, str]]:
    """Return the words of each section's headers by their kind, those of the section before where it has none."""
    parts = read_parts(data, "draft.docx")
    assert isinstance(parts, dict)
    named = targets(parts, "header")
    now: dict[str, str] = {}
    found = []
    for section in parse(parts[DOCUMENT]).iter(f"{W}sectPr"):
        for reference in section.findall(f"{W}headerReference"):
            part = parse(parts[named[reference.get(f"{R}id", "")]])
            words = "|".join("".join(text.text or "" for text in one.iter(f"{W}t")) for one in part.iter(f"{W}p"))
            now = {**now, reference.get(f"{W}type", ""): words}
        found.append(now)
    return found


@pytest.mark.parametrize("document", [PAPER, BRIEFING], ids=["panel update", "briefing"])
def test_the_faults_stand_on_a_page_in_front(document: Document) -> None:
    """The first page says that this is a draft and lists every fault, and the paper itself follows whole."""
    made = docx.Document(io.BytesIO(filled(document, draft=NOTICE)))
    said = [paragraph.text for paragraph in made.paragraphs]
    assert said[:5] == [
        MARK,
        "This draft was built in spite of 2 errors, which must be mended before the paper can be built.",
        *NOTICE.faults,
        "",
    ]
    assert 'w:type="page"' in made.paragraphs[4]._p.xml
    assert said[5:] == [paragraph.text for paragraph in docx.Document(io.BytesIO(filled(document))).paragraphs]


@pytest.mark.parametrize(
    "template",
    [None, own_template(), own_template(header=False), own_template(sections=1, header=False)],
    ids=["ours", "own with sections", "own without a header", "own of one section"],
)
def test_every_page_says_draft(template: bytes | None) -> None:
    """First page, even pages, every section, with a header or without: each page says it is not for publication."""
    for section in headers(filled(PAPER, template, draft=NOTICE)):
        assert set(section) == {"default", "first", "even"}
        assert all(words.startswith(MARK) for words in section.values()), section


def test_a_header_keeps_its_own_words() -> None:
    """The mark stands above what a header says, not in its stead."""
    assert headers(filled(PAPER, own_template(), draft=NOTICE))[0]["default"] == f"{MARK}|Our own header"


def test_a_finished_paper_says_draft_nowhere() -> None:
    """Only a draft is marked as one."""
    parts = read_parts(filled(PAPER), "paper.docx")
    assert isinstance(parts, dict)
    assert not [name for name, content in parts.items() if MARK.encode() in content or b"Draft" in content]


@pytest.mark.parametrize("template", [None, own_template()], ids=["ours", "own"])
def test_word_opens_a_draft_cleanly(template: bytes | None, tmp_path: Path) -> None:
    """Neither validator has a word to say against a draft."""
    assert complaints(filled(PAPER, template, draft=NOTICE), tmp_path) == []


def test_every_printed_page_is_marked(convert: Callable[[Sequence[bytes], str], list[bytes]]) -> None:
    """Printed by another program than Word, the paper begins on the page after the faults."""
    made = convert([filled(PAPER, draft=NOTICE)], "pdf")[0]
    assert made.count(b"/Type/Page\n") + made.count(b"/Type/Page/") >= 2


def test_a_draft_is_built_with_a_template_that_lacks_styles() -> None:
    """On deadline day a template without all its styles does for a draft; for the paper itself it does not."""
    bare = changed(
        default_template("panel-update"), "word/styles.xml", lambda text: text.replace('"Grant Line"', '"Some Line"')
    )
    assert isinstance(fill(PAPER, bare, "t.docx", draft=NOTICE), bytes)
    assert isinstance(fill(PAPER, bare, "t.docx", draft=None), list)


def test_a_fault_is_listed_whatever_is_in_it() -> None:
    """A fault that quotes a sign Word cannot hold is listed all the same."""
    made = docx.Document(io.BytesIO(filled(PAPER, draft=DraftNotice(("a\x0bb\ud800",)))))
    assert made.paragraphs[2].text == "a\ufffdb\ufffd"


def test_a_draft_without_faults_says_so() -> None:
    """A draft asked for without need says that nothing was found."""
    made = docx.Document(io.BytesIO(filled(PAPER, draft=DraftNotice(()))))
    assert made.paragraphs[1].text == "No fault was found in the entries when this draft was built."


@pytest.mark.parametrize(
    ("notice", "said", "listed"),
    [
        (DraftNotice((), ("b", "c")), "in spite of 2 warnings.", ("b", "c")),
        (
            DraftNotice(("a", "A"), ("b", "c", "d")),
            "in spite of 2 errors, which must be mended before the paper can be built, and 3 warnings.",
            ("a", "A", "b", "c", "d"),
        ),
        (
            DraftNotice(("a",), (), 1, 2),
            "in spite of 2 errors, which must be mended before the paper can be built, and 2 warnings.",
            (
                "a",
                "1 error and 2 warnings not told here, because the entry holds exempt matter: see check.",
            ),
        ),
    ],
)
def test_errors_and_warnings_are_counted_apart(notice: DraftNotice, said: str, listed: tuple[str, ...]) -> None:
    """The first page says how many errors must be mended and how many warnings there are, the untold ones included."""
    made = docx.Document(io.BytesIO(filled(PAPER, draft=notice)))
    assert made.paragraphs[1].text == f"This draft was built {said}"
    assert tuple(one.text for one in made.paragraphs[2 : 2 + len(listed)]) == listed
