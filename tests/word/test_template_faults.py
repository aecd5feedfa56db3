"""What a template gets wrong is told by where an officer finds it in Word, and with what to type."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_paper import PAPER, changed

from pcp_reports.findings import Finding, Place
from pcp_reports.word.default_template import default_template
from pcp_reports.word.fill import fill
from pcp_reports.word.package import DOCUMENT

UPDATE = default_template("panel-update")
SLOT = '<w:p><w:pPr><w:pStyle w:val="PaperText"/></w:pPr><w:r><w:t xml:space="preserve">{{p body }}</w:t></w:r></w:p>'
SUMMARY = SLOT.replace("body", "summary")
HEADING = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Grants made</w:t></w:r></w:p>'


def tagged(*tags: str) -> str:
    """Return a paragraph of the template for each of these texts."""
    return "".join(f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>" for tag in tags)


def found(xml: str, part: str = DOCUMENT, place: str = SLOT) -> tuple[str, str, str]:
    """Return the code, the words and the hint that filling with ``xml`` put in front of ``place`` comes to."""
    template = changed(UPDATE, part, lambda text: text.replace(place, xml + place))
    findings = fill(PAPER, template, "templates/panel-update.docx", draft=None)
    assert isinstance(findings, list)
    assert [finding.place for finding in findings] == [Place("templates/panel-update.docx")]
    return findings[0].code, findings[0].message, findings[0].hint


def test_a_name_nothing_has_is_told_with_the_nearest() -> None:
    """A mistyped placeholder is named with its paragraph, the heading above it, and what was meant."""
    assert found(HEADING + tagged("Words before", "Written for {{ offices.name }} in haste", "Words after")) == (
        "W302",
        (
            "In the document, in “Written for {{ offices.name }} in haste”, under the heading “Grants made”: "
            "a paper has nothing called “offices.name”"
        ),
        "Did you mean office?",
    )


def test_a_part_of_a_name_nothing_has_is_told_with_the_nearest() -> None:
    """A placeholder that is right in its first half is told what its second half may be."""
    assert found(tagged("{{ meeting.dat }}"))[1:] == (
        (
            "In the document, in “{{ meeting.dat }}”, under the heading “Recommendation”: "
            "a paper has nothing called “meeting.dat”"
        ),
        "Did you mean meeting.date?",
    )
    assert found(tagged("{{ office.fax }}"))[2] == (
        "There is: office.name, office.commissioner, office.force, office.panel."
    )


def test_a_tag_in_a_paragraph_of_its_own_is_told_by_itself() -> None:
    """A paragraph that is only a tag is named by the tag, not by the paragraph above it."""
    code, message, _ = found(tagged("Innocent words", "{{p bodi }}", "{{p body }}"))
    assert code == "W302"
    assert message.startswith("In the document, in “{{ bodi }}”, under the heading “Recommendation”: ")
    code, message, _ = found(tagged("Innocent words", "{%p if meting %}", "{%p endif %}"))
    assert message.startswith("In the document, in “{% if meting %}”, under the heading “Recommendation”: ")


@pytest.mark.parametrize(
    ("part", "words"), [("word/header.xml", "In a page header"), ("word/footer1.xml", "In a page footer")]
)
def test_a_fault_outside_the_document_is_told_by_its_part(part: str, words: str) -> None:
    """A fault in a header or footer is said to be there."""
    template = changed(UPDATE, part, lambda text: text.replace("{{ ", "{{ x", 1))
    findings = fill(PAPER, template, "t.docx", draft=None)
    assert isinstance(findings, list)
    assert findings[0].code == "W302"
    assert findings[0].message.startswith(f"{words}, in “")


@pytest.mark.parametrize(
    "tags",
    [
        ("{{ paper..title }}",),
        ("{%p if meeting.date %}",),
        ("{%p endif %}",),
        ("{%p for block in %}", "{%p endfor %}"),
        ("{% nonsense %}",),
        ("{{ paper.title|shout }}",),
    ],
)
def test_a_tag_that_cannot_be_read_is_told(tags: tuple[str, ...]) -> None:
    """An if without its end, a filter that is not there: told as a placeholder that cannot be read."""
    code, message, hint = found(tagged(*tags))
    assert code == "W301"
    assert message.startswith("In the document")
    assert "two braces on each side" in hint


@pytest.mark.parametrize(
    "tag",
    [
        "{{ paper.title.upper() }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%0999999999d' % 1 }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ paper.__init__.__globals__ }}",
        "{{ paper.title / 2 }}",
        "{% include 'x' %}",
    ],
)
def test_a_placeholder_does_nothing_but_fill_in(tag: str) -> None:
    """A template can run nothing, reach nothing and grow nothing: whatever tries is told, and nothing is made."""
    code, message, _ = found(tagged(tag))
    assert code in {"W301", "W302", "W303"}
    assert message.startswith("In the document")


@pytest.mark.parametrize("name", ["range", "cycler", "lipsum", "dict", "namespace", "joiner"])
def test_no_helpers_are_within_reach(name: str) -> None:
    """Nothing but the paper is within a template's reach."""
    assert found(tagged(f"{{{{ {name} }}}}"))[0] == "W302"


def test_the_body_needs_a_paragraph_of_its_own() -> None:
    """The body typed without its p, or in a header, is told with how to type it."""
    assert found(HEADING + tagged("See {{ summary }} above")) == (
        "W305",
        (
            "In the document, in “See above”, under the heading “Grants made”: "
            "summary is made of paragraphs, so it cannot stand inside one"
        ),
        "Type {{p summary }} in a paragraph of its own, in the document itself.",
    )
    assert found(SUMMARY, "word/header.xml", "</w:hdr>")[0] == "W305"


def test_words_outside_any_paragraph_are_told() -> None:
    """Plain words put where only paragraphs may stand would vanish in Word without a sign; they are told instead."""
    code, message, hint = found(tagged("Before", "{{p paper.title }}"))
    assert code == "W304"
    assert "“Police & Crime Commissioner's update” would stand outside any paragraph" in message
    assert "leave the p out" in hint
    first = changed(UPDATE, DOCUMENT, lambda text: text.replace("<w:body>", "<w:body>" + tagged("{{p paper.title }}")))
    findings = fill(PAPER, first, "t.docx", draft=None)
    assert isinstance(findings, list)
    assert [finding.code for finding in findings] == ["W304"]


def test_tags_that_tear_the_document_are_told() -> None:
    """An if that begins inside one paragraph and ends inside another would tear the document; it is told."""
    code, message, _ = found(tagged("One {% if not meeting.date %} two", "{%p endif %}"))
    assert code == "W304"
    assert "not a sound document" in message


@pytest.mark.parametrize("name", ["paper", "office", "paper.blocks", "self", "meeting == 1"])
def test_a_placeholder_stands_for_words(name: str) -> None:
    """A placeholder that stands for a whole lot, not for words, is told; a contact or a meeting is its one line."""
    assert found(tagged(f"{{{{ {name} }}}}"))[0] == "W303"
    template = changed(UPDATE, DOCUMENT, lambda text: text.replace(SLOT, tagged("{{ contact }} {{ meeting }}") + SLOT))
    assert isinstance(fill(PAPER, template, "t.docx", draft=None), bytes)


@pytest.mark.parametrize("quote", ["&quot;", "&apos;", '"', "“", "\xa0"])
def test_quotes_are_read_however_a_program_wrote_them(quote: str) -> None:
    """Quotes in a tag may be straight, curly or written out, and blanks may be Word's own: the tag is read."""
    mark = '"' if quote == "\xa0" else quote
    blank = "\xa0" if quote == "\xa0" else " "
    closing = "”" if quote == "“" else mark
    xml = tagged(f"{{{{{blank}paper.title|default({mark}none{closing}){blank}}}}}")
    template = changed(UPDATE, DOCUMENT, lambda text: text.replace(SLOT, xml + SLOT))
    assert isinstance(fill(PAPER, template, "t.docx", draft=None), bytes)


TORN = ("</w:t></w:r></w:p><w:p><w:r><w:t>", "</w:t></w:r><w:r><w:t>", "</w:t></w:r></w:p><w:tbl/><w:p><w:r><w:t>")
TYPED = (
    "{{|}}|{%|%}|{{p |{%p |{%tr |{{r |{#|#}|body|paper.title|if |endif|for |block| in paper.blocks|endfor|.xml| |x|-"
)
SIGNS = "(|)|&quot;|colspan 2|vm|{|}|~upper"
PIECES = st.lists(st.sampled_from((*TORN, *TYPED.split("|"), *SIGNS.replace("~", "|").split("|"))), max_size=14)


@settings(deadline=None, max_examples=300)
@given(PIECES)
def test_no_template_whatever_makes_it_fail(pieces: list[str]) -> None:
    """Whatever is typed into a template, the answer is a paper or a finding in words."""
    xml = tagged("".join(pieces)) + SLOT
    template = changed(UPDATE, DOCUMENT, lambda text: text.replace(SLOT, xml))
    made = fill(PAPER, template, "t.docx", draft=None)
    assert isinstance(made, bytes) or all(isinstance(finding, Finding) for finding in made)


@pytest.mark.parametrize(
    ("tags", "said"),
    [
        (("{%p if meeting.date %}",), "{% if … %} has no {% endif %}"),
        (("{%p for block in paper.blocks %}", "{{ block.text }}"), "{% for … %} has no {% endfor %}"),
        (("{%p endif %}",), "{% endif %} has no {% if … %} before it"),
        (("{%p elif meeting.date %}",), "{% elif %} has no {% if … %} before it"),
        (("{%p if meeting.date %}", "{%p endfor %}"), "{% endfor %} stands where {% if … %} has not ended yet"),
        (("{% nonsense %}",), "there is no {% nonsense %}"),
        (("{{ paper..title }}",), "the placeholder cannot be read"),
        (("{{ paper.title|shout }}",), "the placeholder cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said_in_plain_words(tags: tuple[str, ...], said: str) -> None:
    """I am told what has no end or no beginning in the words I typed, never in a programmer's."""
    message = found(tagged(*tags))[1]
    assert message.endswith(f": {said}")
