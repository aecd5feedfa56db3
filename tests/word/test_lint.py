"""Template lint: what a template gets wrong is said before a paper is built with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_paper import PAPER, changed

from pcp_reports.findings import Place, Severity, has_errors
from pcp_reports.word.default_template import default_template
from pcp_reports.word.fill import fill
from pcp_reports.word.lint import lint
from pcp_reports.word.looks import BRIEFING, LAYOUTS, UPDATE
from pcp_reports.word.package import read_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PATH = "templates/panel-update.docx"
MAIN = "word/document.xml"


def said(template: bytes, layout: str = UPDATE) -> list[str]:
    """Return what lint says, each with its code in front, notes left out."""
    findings = lint(template, PATH, layout=layout)
    assert all(finding.place == Place(PATH) for finding in findings)
    return [f"{one.code} {one.message}" for one in findings if one.severity is not Severity.NOTE]


def with_body(inside: str, *, instead_of: str = "") -> bytes:
    """Return the default template with some XML before the end of the body, or in place of the paragraph with words."""

    def change(xml: str) -> str:
        if instead_of:
            found = [text for text in re.findall(r"<w:p>.*?</w:p>", xml) if instead_of in text]
            assert len(found) == 1, found
            return xml.replace(found[0], inside)
        at = xml.rindex("<w:sectPr")
        return xml[:at] + inside + xml[at:]

    return changed(default_template(UPDATE), MAIN, change)


def line(*runs: str) -> str:
    """Return a paragraph of these runs."""
    words = "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{words}</w:p>"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_templates_we_hand_out_are_clean(layout: str) -> None:
    """Nothing at all is said of the templates that come with the tool."""
    assert lint(default_template(layout), PATH, layout=layout) == []


def test_a_template_saved_by_libreoffice_is_no_error(
    convert: Callable[[Sequence[bytes], str], list[bytes]],
) -> None:
    """A template that somebody opened and saved in LibreOffice still lints without an error or a warning."""
    quoted = line("{%p if paper.name == “x” %}") + line("{%p endif %}")
    templates = [*map(default_template, LAYOUTS), with_body(quoted)]
    for layout, saved in zip((*LAYOUTS, UPDATE), convert(templates, "docx"), strict=True):
        assert said(saved, layout) == []


CASES = [
    pytest.param(
        line("{{ paper.titel }}"),
        [
            (
                "W103 In the document, in “{{ paper.titel }}”, under the heading “Recommendation”: "
                "a paper has nothing called “paper.titel”"
            ),
        ],
        id="a misspelt placeholder",
    ),
    pytest.param(line("{{ pa", "per.ti", "tle }}"), [], id="a placeholder in pieces is one placeholder"),
    pytest.param(line("{{ title }}"), ["W103 … a paper has nothing called “title”"], id="an unknown name"),
    pytest.param(line("{{ paper }}"), ["W103 … {{ paper }} does not say what to print"], id="half a name"),
    pytest.param(line("{ paper.title }"), ["W107 … “{ paper.title }” has too few braces"], id="single braces"),
    pytest.param(line("{{ paper.title }"), ["W107 … “{{ paper.title }” has too few braces"], id="one brace missing"),
    pytest.param(line("{ meeting.date }}"), ["W107 … “{ meeting.date }}” has too few braces"], id="one brace too few"),
    pytest.param(line("a set {x} and {12}"), [], id="braces that mean nothing"),
    pytest.param(
        line("{{ paper.") + line("title }}"),
        ["W106 … a placeholder is split over paragraphs"],
        id="a split placeholder",
    ),
    pytest.param(line("{{ paper.title"), ["W111 … {{ has no closing }}"], id="no closing"),
    pytest.param(line("paper.title }}"), ["W111 … }} has no opening {{"], id="no opening"),
    pytest.param(line("{% if meeting.date"), ["W111 … {% has no closing %}"], id="a statement without closing"),
    pytest.param(
        line("{%p if meeting.date %}"), ["W110 … {%p if meeting.date %} has no {% endif %}"], id="an if without end"
    ),
    pytest.param(line("{%p endif %}"), ["W110 … {%p endif %} ends nothing that is open here"], id="an end without if"),
    pytest.param(
        line("{%p if summary %}") + line("{%p endfor %}"),
        ["W110 … {%p endfor %} ends nothing that is open here", "W110 … {%p if summary %} has no {% endif %}"],
        id="an if ended as a for",
    ),
    pytest.param(
        line("{%p if summary %}") + line("{% endif %}"),
        ["W110 … {%p if summary %} and {% endif %} do not go together"],
        id="one with p and one without",
    ),
    pytest.param(line("{%p else %}"), ["W110 … {%p else %} belongs to no {% if … %}"], id="an else alone"),
    pytest.param(line("{{ paper.title | }}"), ["W110 … {{ paper.title | }} cannot be read"], id="a broken placeholder"),
    pytest.param(line("{{ p body }}"), ["W110 … {{ p body }} cannot be read"], id="a blank before the p"),
    pytest.param(
        line("Text {{p summary }}"),
        ["W105 … “Text” stands beside {{p summary }}, and would be deleted with it"],
        id="words beside a paragraph tag",
    ),
    pytest.param(
        line("{%p if summary %}{%p endif %}"),
        [
            "W105 … “{%p endif %}” stands beside {%p if summary %}, and would be deleted with it",
            "W105 … “{%p if summary %}” stands beside {%p endif %}, and would be deleted with it",
        ],
        id="two paragraph tags in one paragraph",
    ),
    pytest.param(
        "<w:p><w:r><w:drawing/></w:r><w:r><w:t>{{p summary }}</w:t></w:r></w:p>",
        ["W105 … a picture stands beside {{p summary }}, and would be deleted with it"],
        id="a picture beside a paragraph tag",
    ),
    pytest.param(
        line("{%tr if summary %}"),
        [
            "W105 … {%tr if summary %} stands for a row of a table, but in no table",
            "W110 … {%tr if summary %} has no {% endif %}",
        ],
        id="a row tag in no table",
    ),
    pytest.param(
        '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>{{ paper.title }}</w:t></w:r></w:ins></w:p>',
        [
            "W108 … {{ paper.title }} stands in a tracked change",
            "W118 The template holds tracked changes, and so would every paper.",
        ],
        id="a placeholder in a tracked insertion",
    ),
    pytest.param(
        '<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>{{ paper.title }}</w:delText></w:r></w:del></w:p>',
        [
            "W108 … {{ paper.title }} stands in a tracked change",
            "W118 The template holds tracked changes, and so would every paper.",
        ],
        id="a placeholder in a tracked deletion",
    ),
    pytest.param(
        line("{{ summary }}"), ["W114 … summary is made of paragraphs, so it cannot stand inside one"], id="no p"
    ),
    pytest.param(
        line("{{p paper.title }}"),
        ["W114 … {{p paper.title }} would leave its words outside any paragraph, where Word shows nothing"],
        id="a p too many",
    ),
    pytest.param(line("{{p body }}"), ["W112 The template places the body more than once."], id="two bodies"),
    pytest.param(
        line("{% include 'x' %}"), ["W113 … {% include 'x' %} is nothing that a template may do"], id="include"
    ),
    pytest.param(
        line("{% paper.title %}"), ["W113 … {% paper.title %} is nothing that a template may do"], id="wrong braces"
    ),
    pytest.param(line("{{ range(9) }}"), ["W113 … {{ range(9) }} does more than a placeholder may"], id="a call"),
    pytest.param(
        line("{{ paper['title'] }}"), ["W113 … {{ paper['title'] }} does more than a placeholder may"], id="an index"
    ),
    pytest.param(
        line("{{ paper.title | upper }}"),
        ["W113 … “upper” changes words that are proved as they stand"],
        id="a filter on proved words",
    ),
    pytest.param(line("{{ office.panel | upper }}"), [], id="a filter on other words"),
    pytest.param(
        line("{{ paper.title -}}"),
        ["W113 … {{ paper.title - }} would pull the paragraphs around it together"],
        id="whitespace control",
    ),
    pytest.param(
        line("{%p for x in paper.title %}") + line("{%p endfor %}"),
        ["W113 … {%p for x in paper.title %} goes through something other than paper.blocks"],
        id="a loop over something else",
    ),
    pytest.param(line("{# a remark #}"), [], id="a remark"),
    pytest.param(
        line("{% set place = office.name %}"),
        ["W113 … {% set place = office.name %} is nothing that a template may do"],
        id="a name of the template's own",
    ),
    pytest.param(line("{% if meeting.date and not summary %}x{% else %}y{% endif %}"), [], id="a choice in a line"),
    pytest.param(line("{{ contact.line if contact else “nobody” }}"), [], id="typographic quotation marks"),
    pytest.param(line("{{ contact.line or &amp;quot;x&amp;quot; }}"), [], id="escaped quotation marks"),
    *(
        pytest.param(line(words), [f"W109 … guidance for writers is left: “{shown or words}”"], id=f"guidance: {words}")
        for words, shown in (
            ("[Insert date of meeting]", ""),
            ("Meeting on XX/XX/XXXX", "XX/XX/XXXX"),
            ("Delete this paragraph.", ""),
            ("Please delete as appropriate", "delete as appropriate"),
            ("Guidance: keep it short.", ""),
            ("Lorem ipsum dolor", ""),
            ("&lt;insert name&gt;", "<insert name>"),
            ("Click or tap here to enter text.", ""),
        )
    ),
    pytest.param(line("[1] See the Plan <sup>", "").replace("<sup>", ""), [], id="a footnote mark is no guidance"),
    pytest.param(line("Members may delete items."), [], id="delete in a sentence is no guidance"),
]


@pytest.mark.parametrize(("inside", "expected"), CASES)
def test_what_is_wrong_with_a_paragraph_is_said(inside: str, expected: list[str]) -> None:
    """Each fault is named with the paragraph and the nearest heading, and nothing is said of what is right."""
    found = said(with_body(inside))
    assert len(found) == len(expected), found
    assert [short(one) if "…" in two else one for one, two in zip(found, expected, strict=True)] == expected


def short(message: str) -> str:
    """Return a message with its place cut out."""
    code, _, rest = message.partition(" ")
    return f"{code} … {rest.partition('Recommendation”: ')[2]}"


def test_a_loop_over_the_blocks_is_a_body() -> None:
    """A template may print the blocks itself; then it needs no {{p body }}."""
    loop = line("{%p for one in paper.blocks %}") + line("{{p one.xml }}") + line("{%p endfor %}")
    assert said(with_body(loop, instead_of="{{p body }}")) == []
    wrong = line("{%p for one in paper.blocks %}") + line("{{ one.txt }}") + line("{%p endfor %}")
    (fault, body) = said(with_body(wrong, instead_of="{{p body }}"))
    assert "a block of the paper has no “txt”" in fault
    assert body == "W112 The template does not place the body."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("{{p body }}", "W112 The template does not place the body."),
        ("{{ paper.title }}", "W115 The template does not place the paper's title."),
        ("on {{ meeting.date }}", "W116 The template does not place the meeting"),
        ("{{p summary }}", "W116 The template does not place the summary"),
        ("{{ signatory.name }}", "W116 The template does not place the signatory"),
    ],
)
def test_what_is_not_placed_is_missed(words: str, expected: str) -> None:
    """If the body or the title is not placed, nothing can be built; the rest is a warning."""
    other = "{{ signatory.role }}"
    template = with_body(line("x"), instead_of=words)
    if "signatory" in words:
        template = changed(template, MAIN, lambda xml: xml.replace(other, ""))
        template = changed(template, MAIN, lambda xml: re.sub(r"\{%p if signatory\.\w+ %\}", "{%p if summary %}", xml))
    (found,) = said(template)
    assert found.startswith(expected)


def test_hints_say_what_to_type() -> None:
    """With a misspelt placeholder comes the one that was meant."""
    hints = {
        name: lint(with_body(line(f"{{{{ {name} }}}}")), PATH, layout=UPDATE)[0].hint
        for name in ("paper.titel", "title", "meting.date", "contact.phone", "zebra")
    }
    assert hints["paper.titel"] == "Did you mean paper.title?"
    assert hints["title"] == "Did you mean paper.title?"
    assert hints["meting.date"] == "Did you mean meeting.date?"
    assert hints["contact.phone"].startswith("There is: contact.name, contact.role")
    assert hints["zebra"].startswith("There is: paper.title, paper.name")


def test_a_fault_in_a_footer_is_said_to_be_there() -> None:
    """I am told that it is the footer, so that I do not search the text."""
    parts = read_parts(default_template(UPDATE), PATH)
    assert isinstance(parts, dict)
    footer = next(name for name in sorted(parts) if name.startswith("word/footer"))
    template = changed(
        default_template(UPDATE), footer, lambda xml: xml.replace("{{ office.name }}", "{{ office.nmae }}")
    )
    (found,) = said(template)
    assert found.startswith("W103 In a page footer, in “{{ office.nmae }} Page")


def test_words_beside_a_row_tag_are_said() -> None:
    """A row that holds {%tr … %} goes whole; what else stands in it would be lost without a word."""
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    row = "<w:tr>" + cell.format(line("{%tr if summary %}")) + cell.format(line("Words")) + "</w:tr>"
    end = "<w:tr>" + cell.format(line("{%tr endif %}")) + cell.format(line("")) + "</w:tr>"
    (found,) = said(with_body(f"<w:tbl><w:tblPr/><w:tblGrid/>{row}{end}</w:tbl>{line('')}"))
    assert "other words stand in the same row as {%tr if summary %}" in found


def test_a_choice_may_not_reach_over_the_edge_of_a_cell() -> None:
    """An {%p if %} in a table and its {%p endif %} behind it would tear the table apart."""
    cell = f"<w:tc><w:tcPr/>{line('{%p if summary %}')}{line('x')}</w:tc>"
    (found,) = said(with_body(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>{line('{%p endif %}')}"))
    assert "do not stand in the same cell or text" in found


STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"


def restyled(part: str, old: str, new: str) -> bytes:
    """Return the default template with some XML of its styles or lists changed."""
    return changed(default_template(UPDATE), part, lambda xml: re.sub(old, new, xml))


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        pytest.param(
            restyled(STYLES, 'w:name w:val="Grant Line"', 'w:name w:val="Grant Lines"'),
            ["W101 The template has no style called “Grant Line”."],
            id="a renamed style",
        ),
        pytest.param(
            restyled(STYLES, 'w:type="table"([^>]*"PaperTable")', r'w:type="paragraph"\1'),
            ["W102 The style “Paper Table” is a paragraph style; the paper needs a table style of that name."],
            id="a style of the wrong type",
        ),
        pytest.param(
            restyled(STYLES, r'(styleId="NumberedParagraph".*?)<w:numPr>.*?</w:numPr>', r"\1"),
            ["W104 The style “Numbered Paragraph” is not linked to a list, so it prints no numbers."],
            id="a style without its list",
        ),
        pytest.param(
            restyled(NUMBERING, '<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="upperRoman"/>'),
            ["W104 Three paragraphs of the style “Numbered Paragraph” print I., II., III., not 1, 2, 3."],
            id="Roman numbers",
        ),
        pytest.param(
            restyled(NUMBERING, '<w:start w:val="1"/>', '<w:start w:val="4"/>'),
            ["W104 Three paragraphs of the style “Numbered Paragraph” print 4., 5., 6., not 1, 2, 3."],
            id="numbers that begin at 4",
        ),
        pytest.param(
            restyled(NUMBERING, 'w:pStyle w:val="NumberedParagraph"', 'w:pStyle w:val="PaperText"'),
            ["W104 The list of the style “Numbered Paragraph” belongs to another style (PaperText)."],
            id="a list that names another style",
        ),
        pytest.param(
            restyled(STYLES, '(styleId="NumberedContinuation".*?<w:basedOn w:val=)"Normal"', r'\1"NumberedParagraph"'),
            [
                "W104 The style “Numbered Continuation” prints numbers of its own (2.) among the paper's.",
                "W104 Three paragraphs of the style “Numbered Paragraph” print 1., 3., 4., not 1, 2, 3.",
            ],
            id="a continuation that counts",
        ),
        pytest.param(
            restyled(NUMBERING, r'w:num w:numId="\d+"', 'w:num w:numId="1"'),
            [
                "W104 Two lists of the template bear the same number inside the file; Word would mix them up.",
            ],
            id="two lists with one number",
        ),
    ],
)
def test_styles_and_lists_that_would_spoil_the_paper_are_named(template: bytes, expected: list[str]) -> None:
    """A style that is missing, or a list that would not print 1, 2, 3, is named before a paper is built."""
    found = said(template)
    assert [one for one in expected if one not in found] == []
    assert all(one.startswith(("W101", "W102", "W104")) for one in found)


def test_a_list_that_does_not_name_its_style_is_a_note() -> None:
    """LibreOffice drops that link; the numbers are right all the same."""
    template = restyled(NUMBERING, '<w:pStyle w:val="NumberedParagraph"/>', "")
    (note,) = lint(template, PATH, layout=UPDATE)
    assert (note.code, note.severity) == ("W123", Severity.NOTE)


def test_a_briefing_needs_no_numbered_style() -> None:
    """A briefing's template without numbered paragraphs is a whole template."""
    template = changed(
        default_template(BRIEFING),
        STYLES,
        lambda xml: re.sub(r'<w:name w:val="Numbered \w+"/>', '<w:name w:val="x"/>', xml),
    )
    assert said(template, BRIEFING) == []


def test_paper_size_language_and_page_numbers_are_notes() -> None:
    """American paper, no language and no page numbers are worth a note and no more."""
    template = changed(
        default_template(UPDATE), MAIN, lambda xml: xml.replace('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')
    )
    template = changed(template, STYLES, lambda xml: re.sub(r"<w:lang [^>]*/>", "", xml))
    template = changed(template, "word/settings.xml", lambda xml: re.sub(r"<w:themeFontLang [^>]*/>", "", xml))
    parts = read_parts(template, PATH)
    assert isinstance(parts, dict)
    for name in [name for name in parts if name.startswith("word/footer")]:
        template = changed(template, name, lambda xml: xml.replace(" PAGE ", " DATE "))
    found = lint(template, PATH, layout=UPDATE)
    assert [one.code for one in found] == ["W120", "W121", "W122"]
    assert {one.severity for one in found} == {Severity.NOTE}


def test_a_file_that_is_no_template_is_refused() -> None:
    """Something that is not a Word file gets one plain answer."""
    (found,) = lint(b"%PDF-1.7", PATH, layout=UPDATE)
    assert found.code == "W201"


@settings(deadline=None)
@given(st.text(alphabet="{}%#p aifr.ty\"“'|()-xsumendrbol", max_size=60))
def test_whatever_is_typed_lint_answers(text: str) -> None:
    """Whatever stands in a paragraph, lint answers, and what it passes can be filled."""
    words = text.replace("&", "&amp;").replace("<", "&lt;")
    template = with_body(line(words))
    if not has_errors(lint(template, PATH, layout=UPDATE)):
        assert isinstance(fill(PAPER, template, PATH, draft=None), bytes), fill(PAPER, template, PATH, draft=None)


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("{{ paper.title", "{{ paper.title }}"),
        ("{% if meeting.date", "{%p if summary %}"),
        ("date }}", "{{ paper.title }}"),
    ],
)
def test_half_a_placeholder_comes_with_what_to_type(words: str, typed: str) -> None:
    """Where half of the braces are lost, I see how a whole placeholder is typed."""
    (finding,) = (one for one in lint(with_body(line(words)), PATH, layout=UPDATE) if one.code == "W111")
    assert typed in finding.hint
