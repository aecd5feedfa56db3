"""A Word file that a drive packed anew is told from one that somebody altered."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_wrappers import (
    DOT,
    MAIN,
    OFFICE,
    TOP,
    TYPES,
    altered,
    entered,
    on_sharepoint,
    opened,
    packed,
    paper,
    related,
)

from pcp_reports.archive.wrapping import compare, kept, parts_of
from pcp_reports.word.package import read_parts

if TYPE_CHECKING:
    from collections.abc import Callable

PAPER = paper()
KEPT = json.loads(json.dumps(kept(PAPER)))
CHUNK = f"{OFFICE}/aFChunk"
Parts = dict[str, bytes]


def told(data: bytes) -> tuple[bool, str]:
    """Return the judgement over a file in the place of `PAPER`."""
    judged = compare(KEPT, data)
    assert judged is not None
    return judged.alone, judged.said


def test_a_file_that_sharepoint_rewrote_is_the_same_in_another_wrapper() -> None:
    """I uploaded the paper to SharePoint, which wrote its columns into it: nobody is said to have altered it."""
    data = on_sharepoint(PAPER)
    assert data != PAPER
    alone, said = told(data)
    assert alone
    assert said == "its properties were written anew (docProps/core.xml, docProps/custom.xml and 2 more)"


def test_a_file_packed_another_way_is_the_same() -> None:
    """The same parts in another order, with other times and less compressed, are the same paper."""
    assert told(packed(opened(PAPER))) == (True, "its parts were packed another way")


def test_a_label_of_sensitivity_is_a_wrapper_too() -> None:
    """A drive that marks papers as Official writes that into the file's properties, and touches nothing else."""
    parts = opened(on_sharepoint(PAPER))
    parts["docMetadata/LabelInfo.xml"] = (
        b"<clbl:labelList xmlns:clbl='http://schemas.microsoft.com/office/2020/mipLabelMetadata'/>"
    )
    kind = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels"
    parts[TOP] = related(parts[TOP], "rId7", kind, "docMetadata/LabelInfo.xml")
    assert told(packed(parts))[0]


def test_other_numbers_for_the_relations_of_the_file_itself_are_the_same() -> None:
    """Nothing inside the file speaks of those by number."""
    parts = opened(on_sharepoint(PAPER))
    parts[TOP] = parts[TOP].replace(b'Id="rId1"', b'Id="rIdA"')
    assert told(packed(parts))[0]


ALTERED: dict[str, Callable[[], bytes]] = {
    "a word": lambda: altered(PAPER, "word/document.xml", "£5,000".encode(), "£9,500".encode()),
    "a style": lambda: altered(PAPER, "word/styles.xml", b"</w:styles>", b" </w:styles>"),
    "the numbering": lambda: altered(PAPER, "word/numbering.xml", b"</w:numbering>", b" </w:numbering>"),
    "the footer": lambda: altered(PAPER, "word/footer.xml", b"</w:ftr>", b" </w:ftr>"),
    "a picture": lambda: altered(PAPER, "word/media/image1.png", DOT, DOT + b"\1"),
    "a relation to another picture": lambda: altered(PAPER, MAIN, b"media/image1.png", b"media/image2.png"),
    "a link to elsewhere": lambda: altered(PAPER, MAIN, b"example.gov.uk/minutes", b"example.gov.uk/m1nutes"),
    "a link outside that was inside": lambda: altered(PAPER, MAIN, b'"media/image1.png"', b'"media/image1.png" TargetMode="External"'),
    "an added link": lambda: with_relation(MAIN, f"{OFFICE}/hyperlink", "https://elsewhere.example", outside=True),
    "an added template": lambda: with_relation("word/_rels/settings.xml.rels", f"{OFFICE}/attachedTemplate", "https://elsewhere.example/t.dotm", outside=True),
    "an added document within": lambda: with_part("word/more.htm", b"<p>More</p>", CHUNK, "more.htm"),
    "a document among the properties": lambda: with_part("customXml/more.htm", b"<p>More</p>", CHUNK, "../customXml/more.htm"),
    "custom data that lies outside": lambda: with_relation(MAIN, f"{OFFICE}/customXml", "https://elsewhere.example", outside=True),
    "custom data that is a part of the paper": lambda: with_relation(MAIN, f"{OFFICE}/customXml", "document.xml"),
    "an added part that nothing speaks of": lambda: with_part("word/more.xml", b"<more/>"),
    "a part said to be another thing": lambda: altered(PAPER, TYPES, b"wordprocessingml.footer+xml", b"wordprocessingml.header+xml"),
    "another main part": lambda: altered(PAPER, TOP, b'"/word/document.xml"', b'"/word/styles.xml"'),
    "a part taken out": lambda: packed({name: part for name, part in opened(on_sharepoint(PAPER)).items() if name != "word/footer.xml"}),
    "a relation taken out": lambda: altered(PAPER, MAIN, b'Id="rId901"', b'Id="rId999"'),
    "two relations of one name": lambda: altered(PAPER, MAIN, b'Id="rId902"', b'Id="rId901"'),
    "two types of one part": lambda: packed({**opened(PAPER), TYPES: entered(opened(PAPER)[TYPES], '<Default Extension="png" ContentType="image/jpeg"/>')}),
    "two parts of one name": lambda: packed(opened(PAPER), {"WORD/document.xml": b"<x/>"}),
    "a document type of its own": lambda: altered(PAPER, "docProps/custom.xml", b"<Properties", b"<!DOCTYPE x><Properties"),
    "custom data that only seems to lie inside": lambda: with_relation(MAIN, f"{OFFICE}/customXml", "customXml/item1.xml", outside=True),
    "custom data of the footer": lambda: with_relation("word/_rels/footer.xml.rels", f"{OFFICE}/customXml", "../customXml/item1.xml"),
    "a relation put before one of its name": lambda: altered(PAPER, MAIN, b"<Relationship ", f'<Relationship Id="rId901" Type="{OFFICE}/image" Target="media/image2.png"/><Relationship '.encode()),
    "a type put before one of its name": lambda: altered(PAPER, TYPES, b"<Default ", b'<Default Extension="png" ContentType="image/jpeg"/><Default '),
    "half a file": lambda: PAPER[: len(PAPER) // 2],
    "nothing at all": lambda: b"",
    "no Word file": lambda: b"%PDF-1.7",
}  # fmt: skip


def with_relation(rows: str, kind: str, target: str, *, outside: bool = False) -> bytes:
    """Return the paper from SharePoint with one relation more."""
    parts = opened(on_sharepoint(PAPER))
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    return packed({**parts, rows: related(parts.get(rows, empty), "rId77", kind, target, outside=outside)})


def with_part(name: str, content: bytes, kind: str = "", target: str = "") -> bytes:
    """Return the paper from SharePoint with one part more, and a relation to it if a kind of one is given."""
    parts = opened(on_sharepoint(PAPER))
    ending = name.rpartition(".")[2]
    parts[TYPES] = entered(
        parts[TYPES], f'<Default Extension="{ending}" ContentType="text/html"/>' if ending == "htm" else ""
    )
    if kind:
        parts[MAIN] = related(parts[MAIN], "rId77", kind, target)
    return packed({**parts, name: content})


@pytest.mark.parametrize("made", ALTERED.values(), ids=ALTERED)
def test_whatever_a_reader_could_see_changed_is_altered(made: Callable[[], bytes]) -> None:
    """A word, a style, a number, a picture or a link that is another is never excused as SharePoint's doing."""
    data = made()
    alone, said = told(data)
    assert not alone, said
    assert said


def test_what_was_altered_is_named() -> None:
    """I read which part of the paper is another."""
    assert told(ALTERED["a word"]())[1] == "changed: its text"
    assert told(ALTERED["a picture"]())[1] == "changed: a picture"
    assert "takes a part or a link from" in told(ALTERED["a relation to another picture"]())[1]


BOUND = b'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:sectPr'
BOUND_TO_ITEM = BOUND.replace(b"6C3C8BC8-F283-45AE-878A-BAB7291924A1", b"0f1e2d3c-4b5a-4968-8776-655443322110")
BOUND_TO_ANY = BOUND.replace(b' w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"', b"")


@pytest.mark.parametrize("control", [BOUND, BOUND_TO_ITEM, BOUND_TO_ANY], ids=["core", "item", "any"])
def test_properties_that_the_paper_prints_are_no_wrapper(control: bytes) -> None:
    """Where the paper shows its title out of the file's properties, another title there is another paper."""
    parts = opened(PAPER)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", control, 1)
    before = packed(parts)
    judged = compare(kept(before), on_sharepoint(before))
    assert judged is not None
    assert (judged.alone, judged.said) == (False, "changed: its properties, some of which it prints")
    assert compare(kept(before), packed(opened(before))) is not None


@pytest.mark.parametrize(("control", "alone"), [(BOUND, True), (BOUND_TO_ITEM, False), (BOUND_TO_ANY, False)])
def test_an_added_property_is_printed_where_a_control_asks_for_it(control: bytes, *, alone: bool) -> None:
    """What a drive adds is no wrapper if the paper would show it; if the paper shows only what was left alone, it is."""
    parts = opened(PAPER)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", control, 1)
    added = opened(on_sharepoint(packed(parts))) | {"docProps/core.xml": parts["docProps/core.xml"]}
    judged = compare(kept(packed(parts)), packed(added))
    assert judged is not None
    assert judged.alone is alone


FIELDS = {
    "in one piece": "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TITLE </w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
    "in pieces": "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DOCPROP</w:instrText></w:r><w:r><w:instrText>ERTY Subject</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
    "simple": "<w:p><w:fldSimple w:instr='info Author'/></w:p>",
    "with a switch": "<w:p><w:fldSimple w:instr='COMMENTS\\* MERGEFORMAT'/></w:p>",
    "within another": "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>IF 1=1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>KEYWORDS</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
}


@pytest.mark.parametrize("where", ["word/document.xml", "word/footer.xml"])
@pytest.mark.parametrize("field", FIELDS)
def test_properties_that_a_field_prints_are_no_wrapper(field: str, where: str) -> None:
    """Where a template prints its title by a field, another title is another paper, in the text or at the foot of a page."""
    parts = opened(PAPER)
    end = b"<w:sectPr" if where == "word/document.xml" else b"</w:ftr>"
    parts[where] = parts[where].replace(end, FIELDS[field].encode() + end, 1)
    before = packed(parts)
    judged = compare(kept(before), on_sharepoint(before))
    assert judged is not None
    assert (judged.alone, judged.said) == (False, "changed: its properties, some of which it prints")


def test_a_page_number_prints_no_property() -> None:
    """A field that counts pages keeps nobody from SharePoint."""
    parts = opened(PAPER)
    parts["word/footer.xml"] = parts["word/footer.xml"].replace(
        b"</w:ftr>", b"<w:p><w:fldSimple w:instr='PAGE'/></w:p></w:ftr>", 1
    )
    judged = compare(kept(packed(parts)), on_sharepoint(packed(parts)))
    assert judged is not None
    assert judged.alone


def between(data: bytes) -> bytes:
    """Return a zip with bytes between its first two members, and all that is counted from there put right."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        second = sorted(one.header_offset for one in archive.infolist())[1]
        start = archive.start_dir
    more = b"%PDF-1.7"
    head, tail = bytearray(data[second:start]), bytearray(data[start:])
    at = 0
    while tail[at : at + 4] == b"PK\1\2":
        name, extra, comment = struct.unpack_from("<HHH", tail, at + 28)
        (offset,) = struct.unpack_from("<L", tail, at + 42)
        struct.pack_into("<L", tail, at + 42, offset + len(more) if offset >= second else offset)
        at += 46 + name + extra + comment
    struct.pack_into("<L", tail, at + 16, start + len(more))
    return data[:second] + more + bytes(head) + bytes(tail)


FOREIGN: dict[str, Callable[[bytes], bytes]] = {
    "before": lambda data: b"MZ" + b"\0" * 4000 + data,
    "behind": lambda data: data + b"%PDF-1.7",
    "a comment": lambda data: data[:-2] + b"\x08\0%PDF-1.7",
    "between": between,
}


@pytest.mark.parametrize("where", FOREIGN)
def test_bytes_that_belong_to_no_part_are_no_wrapper(where: str) -> None:
    """A program or another paper put around, or into, the file is told; Word shows nothing of it, others do."""
    data = FOREIGN[where](on_sharepoint(PAPER))
    assert isinstance(read_parts(data, ""), dict)
    assert told(data) == (False, "something stands before, between or after its parts that belongs to none of them")


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_file_written_in_one_go_is_bare(compression: int) -> None:
    """A drive that writes a file without going back puts each part's size behind it; that belongs to the part."""

    class Flowing(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object, /) -> int:
            piece = bytes(data)  # type: ignore[call-overload]  # whatever zipfile writes is bytes-like
            self.data += piece
            return len(piece)

    file = Flowing()
    with zipfile.ZipFile(file, "w", compression) as made:
        for name, content in opened(on_sharepoint(PAPER)).items():
            made.writestr(name, content)
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        assert all(one.flag_bits & 0x8 for one in archive.infolist())
    assert told(file.data)[0]


def test_what_was_kept_of_another_tool_or_by_hand_tells_nothing() -> None:
    """Where nothing sound was kept of the parts, it is not guessed whether the wrapper alone is another."""
    wrong: list[object] = [
        None,
        {},
        [],
        {"parts": {}},
        {"parts": {}, "types": {}, "relations": {}},
        {**KEPT, "relations": {"": [[1]]}},
        {**KEPT, "parts": 3},
        kept(b"no Word file"),
    ]
    assert [compare(one, PAPER) for one in wrong] == [None] * len(wrong)


def test_a_bomb_is_not_unpacked() -> None:
    """A file that unpacks to gigabytes is refused, and keeps nobody waiting."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in opened(PAPER).items():
            made.writestr(name, content)
        made.writestr("customXml/item9.xml", b"<x>" + b" " * 80_000_000 + b"</x>")
    bomb = file.getvalue()
    assert len(bomb) < 200_000
    assert parts_of(bomb) is None
    alone, said = told(bomb)
    assert not alone
    assert "unpacks to far more" in said


def test_the_parts_of_a_file_are_told_by_their_digests() -> None:
    """The parts have the same digests in whatever wrapper; a file that is broken has none."""
    before, after = parts_of(PAPER), parts_of(on_sharepoint(PAPER))
    assert before is not None
    assert after is not None
    assert before["word/document.xml"] == after["word/document.xml"]
    assert parts_of(PAPER[:-30]) is None


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_flipped_bit_is_never_a_wrapper(data: st.DataObject) -> None:
    """A file with a bit flipped is told as altered, or holds every part as before; it never ends in a fault of the tool."""
    at = data.draw(st.integers(0, len(PAPER) * 8 - 1))
    flipped = bytearray(PAPER)
    flipped[at // 8] ^= 1 << at % 8
    alone, _ = told(bytes(flipped))
    assert not alone or parts_of(bytes(flipped)) == parts_of(PAPER)
