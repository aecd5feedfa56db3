"""Templates as somebody who means harm would make them: refused in words, quickly, by lint and by the build alike."""

from __future__ import annotations

import io
from time import process_time
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_paper import PAPER, changed

from pcp_reports.findings import Finding, Severity
from pcp_reports.word.default_template import default_template
from pcp_reports.word.fill import fill
from pcp_reports.word.inert import read_template
from pcp_reports.word.lint import lint
from pcp_reports.word.looks import LAYOUTS, UPDATE
from pcp_reports.word.package import CONTENT_TYPES, DOCUMENT, canonical, read_parts
from pcp_reports.word.parts import RELATIONSHIPS, part_of_kind, relate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GOOD = default_template(UPDATE)
EXTERNAL_OBJECT = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r>'


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file that must open."""
    parts = read_parts(data, "t.docx")
    assert isinstance(parts, dict), parts
    return parts


def codes(template: bytes) -> set[str]:
    """Return the codes a template is refused with, by lint and by the build alike."""
    built = fill(PAPER, template, "t.docx", draft=None)
    assert isinstance(built, list), "it was built"
    said = lint(template, "t.docx", layout=UPDATE)
    assert [one for one in said if one.severity is Severity.ERROR]
    return {one.code for one in built}


def with_runs(runs: str) -> bytes:
    """Return the template with a paragraph of these runs at the end."""
    return changed(GOOD, DOCUMENT, lambda xml: f"<w:p>{runs}</w:p><w:sectPr".join(xml.rsplit("<w:sectPr", 1)))


def words(text: str) -> bytes:
    """Return the template with a paragraph of these words at the end."""
    return with_runs(f"<w:r><w:t>{text}</w:t></w:r>")


def field(*codes_: str) -> str:
    """Return a field whose code stands in these runs."""
    inside = "".join(
        piece if piece.startswith("<") else f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in codes_
    )
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{inside}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "https://tracker.example.org/a.png"),
        ("frame", "https://example.org/"),
        ("hyperlink", "javascript:alert(1)"),
        ("hyperlink", " java\tscript:alert(1)"),
        ("hyperlink", "file:///S:/Papers/old.docx"),
        ("hyperlink", "\\\\server\\share\\x.exe"),
        ("hyperlink", "//server/share/x.exe"),
    ],
)
def test_nothing_is_fetched_from_elsewhere(kind: str, target: str) -> None:
    """A picture, frame or link that leads anywhere but to the web or an e-mail address never reaches the Panel."""
    parts = relate(parts_of(GOOD), DOCUMENT, f"{RELATIONSHIPS}/{kind}", {"rId900": target}, external=True)
    assert codes(canonical(parts)) == {"W210"}


@pytest.mark.parametrize("target", ["https://example.org/a?b=1", "HTTP://example.org", "mailto:a@example.org", "#top"])
def test_links_to_the_web_stay(target: str) -> None:
    """A template may link to the office's web site, as most do."""
    parts = relate(parts_of(GOOD), DOCUMENT, f"{RELATIONSHIPS}/hyperlink", {"rId900": target}, external=True)
    assert isinstance(fill(PAPER, canonical(parts), "t.docx", draft=None), bytes)


@pytest.mark.parametrize("kind", ["aFChunk", "oleObject", "subDocument", "package", "vbaProject", "control"])
@pytest.mark.parametrize("external", [True, False])
def test_nothing_that_runs_or_hides_another_file(kind: str, *, external: bool) -> None:
    """A macro, an embedded sheet, a control or another document is refused, whatever its part is called."""
    parts = relate(parts_of(GOOD), DOCUMENT, f"{RELATIONSHIPS}/{kind}", {"rId900": "media/a.png"}, external=external)
    assert codes(canonical({**parts, "word/media/a.png": b"x"})) == {"W211"}


@pytest.mark.parametrize("start", [b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"MZ"])
def test_a_part_is_known_by_what_it_is(start: bytes) -> None:
    """An object, a zip or a program that calls itself a picture is refused."""
    assert codes(canonical({**parts_of(GOOD), "word/media/a.png": start + bytes(9)})) == {"W211"}


def test_a_part_is_known_by_its_type() -> None:
    """A part of the type of a macro is refused under any name."""
    typed = '<Override PartName="/word/a.dat" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    template = changed(GOOD, CONTENT_TYPES, lambda xml: xml.replace("</Types>", typed))
    assert codes(canonical({**parts_of(template), "word/a.dat": b"x"})) == {"W211"}


@pytest.mark.parametrize("runs", ['<w:altChunk w:val="x"/>', '<w:subDoc w:val="x"/>', EXTERNAL_OBJECT])
def test_the_places_of_objects_are_refused(runs: str) -> None:
    """The place in the text where an object or another document comes in is refused as well."""
    assert codes(with_runs(runs)) == {"W211"}


@pytest.mark.parametrize(
    "runs",
    [
        field("DDE", "AUTO c:\\\\cmd.exe"),
        field("INCLUDE", "PICTURE", ' "https://example.org/a.png"'),
        field(" includetext notes.docx "),
        field("\\n LINK Excel.Sheet".replace("\\n", "\n")),
        field("QUOTE 68 68 69"),
        field(field("SEQ x"), " c:\\\\cmd.exe"),
        field("IF 1 = 1 ", field("MACROBUTTON Run x")),
        field('HYPERLINK "file:///c:/x.exe"'),
        field('HYPERLINK \\l "\\\\\\\\server\\\\x"'),
        '<w:fldSimple w:instr=" DATABASE x "/>',
        field("IMPORT a.png").replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
    ],
)
def test_fields_that_fetch_or_run_are_refused(runs: str) -> None:
    """A field that fetches a file or runs a program is found in however many pieces, and within another."""
    assert codes(with_runs(runs)) == {"W212"}


@pytest.mark.parametrize(
    "runs",
    [
        field(" PAGE "),
        field("NUM", "PAGES"),
        field('HYPERLINK "https://example.org" \\o "Note: a tip"'),
        field("TOC \\o"),
    ],
)
def test_fields_of_every_day_stay(runs: str) -> None:
    """Page numbers, contents and links to the web are no fault."""
    assert isinstance(fill(PAPER, with_runs(runs), "t.docx", draft=None), bytes)


def test_the_name_of_another_template_goes() -> None:
    """The path of the template that Word made the file with, on somebody's computer, is noted and never published."""
    settings_part = part_of_kind(parts_of(GOOD), "settings")
    assert settings_part is not None
    there = "file:///C:/Shared/office/Normal.dotm"
    parts = relate(parts_of(GOOD), settings_part, f"{RELATIONSHIPS}/attachedTemplate", {"rId1": there}, external=True)
    template = changed(
        canonical(parts),
        settings_part,
        lambda xml: xml.replace(
            "</w:settings>", f'<w:attachedTemplate xmlns:r="{RELATIONSHIPS}" r:id="rId1"/></w:settings>'
        ),
    )
    assert [one.code for one in lint(template, "t.docx", layout=UPDATE)] == ["W124"]
    made = fill(PAPER, template, "t.docx", draft=None)
    assert isinstance(made, bytes)
    assert not [name for name, part in parts_of(made).items() if b"somebody" in part or b"attachedTemplate" in part]


def test_files_of_word_and_its_like_pass(convert: Callable[[Sequence[bytes], str], list[bytes]]) -> None:
    """What LibreOffice saved, and what other programs make, is no attack."""
    file = io.BytesIO()
    docx.Document().save(file)
    for data in (file.getvalue(), *convert([GOOD, default_template(LAYOUTS[1])], "docx")):
        assert isinstance(read_template(data, "t.docx"), dict)


@pytest.mark.parametrize("where", ["<w:sectPr", "<w:document"])
def test_a_mark_of_our_own_is_refused(where: str) -> None:
    """A template cannot pretend to hold a place that this tool has made."""
    template = changed(GOOD, DOCUMENT, lambda xml: f"<?pcp nosuch?>{where}".join(xml.rsplit(where, 1)))
    assert codes(template) == {"W213"}


@pytest.mark.parametrize("width", ["--5", "x", "", "9" * 5000, "²"])
def test_a_page_without_a_width_is_a4(width: str) -> None:
    """A page size that is no number is taken as A4; the paper is made."""
    template = changed(GOOD, DOCUMENT, lambda xml: xml.replace('w:w="11906"', f'w:w="{width}"'))
    assert isinstance(fill(PAPER, template, "t.docx", draft=None), bytes)


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{{ " + "(" * 200 + "1" + ")" * 200 + " }}",
        "{{ a" + ".a" * 100_000 + " }}",
        "{{ a" + ".a" * 240 + " }}",
        "{% colspan " + " " * 20_000 + "x %}",
        "{{ paper.title }}" * 2_001,
        "{{ paper.title ~ paper.title }}",
        "{{ 1 + 1 }}",
        "{{ paper.title | join(paper.title) }}",
        "{% set a = paper.title %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{% macro a() %}{% endmacro %}",
        "{% filter upper %}{% endfilter %}",
        "{% for a in paper.blocks %}{% for b in paper.blocks %}x{% endfor %}{% endfor %}",
        "{% for a in paper.title %}x{% endfor %}",
    ],
)
def test_a_placeholder_cannot_take_for_ever(text: str) -> None:
    """Endless, deep or growing placeholders are refused in a moment, never a crash."""
    before = process_time()
    assert codes(words(text)) <= {"W301", "W302", "W303"}
    assert process_time() - before < 5


def test_what_comes_out_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop that would print gigabytes is stopped while it prints."""
    monkeypatch.setattr("pcp_reports.word.render.MOST_FILLED", 100_000)
    assert codes_of_fill(words("{% for a in paper.blocks %}" + "x" * 10_000 + "{% endfor %}")) == {"W303"}


def test_the_body_cannot_be_printed_without_end() -> None:
    """A template that prints the body a thousand times would make a paper nobody can open."""
    slot = "<w:p><w:r><w:t>{{p body }}</w:t></w:r></w:p>"
    template = changed(GOOD, DOCUMENT, lambda xml: (slot * 1_000 + "<w:sectPr").join(xml.rsplit("<w:sectPr", 1)))
    assert codes_of_fill(template) == {"W303"}


def codes_of_fill(template: bytes) -> set[str]:
    """Return the codes a build is refused with."""
    made = fill(PAPER, template, "t.docx", draft=None)
    assert isinstance(made, list)
    return {one.code for one in made}


@pytest.mark.parametrize("paragraph", ["<w:p/>", "<x/>"])
def test_millions_of_paragraphs_are_refused_before_they_are_read(paragraph: str) -> None:
    """A file of a few kilobytes that holds millions of paragraphs is refused in a moment."""
    template = changed(
        GOOD, DOCUMENT, lambda xml: (paragraph * 5_000_000 + "<w:sectPr").join(xml.rsplit("<w:sectPr", 1))
    )
    before = process_time()
    refused = read_template(template, "t.docx")
    assert isinstance(refused, list)
    assert [one.code for one in refused] == ["W203"]
    assert process_time() - before < 3


def test_a_part_that_cannot_be_counted_is_refused() -> None:
    """Text in an encoding that hides how much there is, is refused."""
    text = parts_of(GOOD)["word/styles.xml"].decode().replace('encoding="UTF-8"', 'encoding="IBM037"')
    refused = read_template(canonical({**parts_of(GOOD), "word/styles.xml": text.encode("cp037")}), "t.docx")
    assert isinstance(refused, list)
    assert [one.code for one in refused] == ["W208"]


@settings(deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(LAYOUTS), st.data())
def test_whatever_happens_to_a_template_there_is_an_answer(layout: str, data: st.DataObject) -> None:
    """A template with any of its bytes flipped or lost gives a paper or a finding."""
    parts = parts_of(default_template(layout))
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        if data.draw(st.booleans()):
            content[at] = data.draw(st.sampled_from(b"0-9azAZ<>/\"'= {}%") | st.integers(0, 255))
        else:
            del content[at : at + data.draw(st.integers(1, 8))]
    template = canonical({**parts, name: bytes(content)})
    assert all(isinstance(one, Finding) for one in lint(template, "t.docx", layout=layout))
    made = fill(PAPER, template, "t.docx", draft=None)
    assert isinstance(made, bytes) or all(isinstance(one, Finding) for one in made)
