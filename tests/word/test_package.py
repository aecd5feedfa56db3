"""Opening a Word file with suspicion, and writing one that is always the same."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.findings import Finding
from pcp_reports.word import package
from pcp_reports.word.default_template import default_template
from pcp_reports.word.package import CONTENT_TYPES, DOCUMENT, canonical, read_parts

GOOD = default_template("panel-update")


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file that must open."""
    parts = read_parts(data, "paper.docx")
    assert isinstance(parts, dict), parts
    return parts


def refusal(data: bytes) -> tuple[str, str]:
    """Return the code and the words a file is refused with; it must be refused, and say what to do."""
    finding = read_parts(data, "templates/ours.docx")
    assert isinstance(finding, Finding)
    assert finding.place.path == "templates/ours.docx"
    assert finding.hint
    return finding.code, finding.message


def zipped(*members: tuple[str, bytes]) -> bytes:
    """Return a zip of members in this order, whatever their names."""
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore", UserWarning)  # Python warns of two members of one name: that is the test
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """Return the good file with one more part, or another in place of one."""
    return canonical({**parts_of(GOOD), name: content})


def test_a_word_file_opens_with_all_its_parts() -> None:
    """A template that Word saved opens, and nothing in it is lost."""
    parts = parts_of(zipped((CONTENT_TYPES, parts_of(GOOD)[CONTENT_TYPES]), (DOCUMENT, parts_of(GOOD)[DOCUMENT])))
    assert parts == {name: parts_of(GOOD)[name] for name in (CONTENT_TYPES, DOCUMENT)}


@pytest.mark.parametrize("data", [b"", b"Dear Panel,", b"PK\x03\x04 not really", GOOD[:400], GOOD[:-30]])
def test_something_else_is_not_a_word_file(data: bytes) -> None:
    """A text file, an empty file or half a file is named as not a Word file."""
    code, message = refusal(data)
    assert (code, message) == ("W201", "This is not a Word file: it does not open as one.")


def test_a_password_is_named() -> None:
    """A file protected by a password, or an old .doc, is named as that."""
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == (
        "W202",
        "This Word file is protected by a password, or is in the old .doc form.",
    )
    locked = bytearray(GOOD)
    central = locked.index(b"PK\x01\x02")
    locked[central + 8] |= 1
    assert refusal(bytes(locked))[0] == "W202"


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of thousands of parts is refused before any is read."""
    monkeypatch.setattr(package, "MOST_MEMBERS", 5)
    assert refusal(GOOD)[0] == "W203"


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unpacks to gigabytes is refused, part by part and in sum."""
    monkeypatch.setattr(package, "MOST_BYTES_IN_ONE", 3_000_000)
    assert refusal(with_part("word/media/a.png", bytes(3_000_001)))[0] == "W203"
    assert parts_of(with_part("word/media/a.png", bytes(2_900_000)))
    monkeypatch.setattr(package, "MOST_BYTES", 4_000_000)
    two = canonical({**parts_of(GOOD), "word/media/a.png": bytes(2_900_000), "word/media/b.png": bytes(2_900_000)})
    assert refusal(two)[0] == "W203"


def test_a_size_the_file_lies_about_is_not_believed() -> None:
    """A part that says it is small and is not makes the file a damaged one, not a bigger one."""
    data = bytearray(zipped(*parts_of(GOOD).items(), ("word/media/a.png", bytes(100_000))))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<L", 10)
    assert refusal(bytes(data))[0] == "W208"


@pytest.mark.parametrize(
    "name", ["../evil.xml", "/word/evil.xml", "word/../../evil.xml", "C:/evil.xml", "word\\evil.xml", "word//evil.xml"]
)
def test_a_part_that_points_outside_is_refused(name: str) -> None:
    """A part whose name leads out of the file is refused."""
    assert refusal(zipped(*parts_of(GOOD).items(), (name, b"<a/>")))[0] == "W204"


def test_two_parts_of_one_name_are_refused() -> None:
    """Two parts of one name, capitals aside, are refused: two programs would read two different papers."""
    again = ("WORD/document.xml", parts_of(GOOD)[DOCUMENT])
    assert refusal(zipped(*parts_of(GOOD).items(), again))[0] == "W204"
    assert refusal(zipped(*parts_of(GOOD).items(), (DOCUMENT, again[1])))[0] == "W204"


@pytest.mark.parametrize("name", [CONTENT_TYPES, DOCUMENT])
def test_a_zip_that_holds_no_document_is_refused(name: str) -> None:
    """A zip of photographs, or a spreadsheet, is not a Word file although it is packed like one."""
    parts = parts_of(GOOD)
    del parts[name]
    assert refusal(canonical(parts))[0] == "W205"


def test_a_document_type_is_refused() -> None:
    """XML that declares entities, with which a small file can grow without end, is refused."""
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    assert refusal(with_part("word/styles.xml", bomb))[0] == "W206"
    assert refusal(with_part("customXml/item1.xml", bomb.decode().encode("utf-16")))[0] == "W206"


def test_macros_are_refused() -> None:
    """A file with macros is refused, whichever way it says so."""
    types = parts_of(GOOD)[CONTENT_TYPES]
    macro = types.replace(b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")
    assert macro != types
    assert refusal(with_part(CONTENT_TYPES, macro))[0] == "W207"
    assert refusal(with_part("word/vbaProject.bin", b"x"))[0] == "W207"


def test_a_damaged_part_is_refused() -> None:
    """A file with a part that breaks off, or whose bytes were altered on the way, is named as damaged."""
    code, message = refusal(with_part("word/header.xml", b"<w:hdr>"))
    assert code == "W208"
    assert "word/header.xml" in message
    data = bytearray(zipped(*((name, content) for name, content in parts_of(GOOD).items())))
    data[60] ^= 0xFF
    assert refusal(bytes(data))[0] == "W208"


def test_other_kinds_of_word_file_are_refused() -> None:
    """A Word template (.dotx) or a file in the strict form is refused with how to save it."""
    types = parts_of(GOOD)[CONTENT_TYPES].replace(b"document.main+xml", b"template.main+xml")
    assert refusal(with_part(CONTENT_TYPES, types))[0] == "W209"
    strict = parts_of(GOOD)[DOCUMENT].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert refusal(with_part(DOCUMENT, strict))[0] == "W209"


@given(st.dictionaries(st.text("abc/", min_size=1).filter(lambda name: name[-1] != "/"), st.binary(), max_size=5))
def test_the_same_parts_give_the_same_bytes(parts: dict[str, bytes]) -> None:
    """However the parts come, the file that holds them is the same to the last byte."""
    backwards = dict(reversed(list(parts.items())))
    assert canonical(parts) == canonical(backwards)
    with zipfile.ZipFile(io.BytesIO(canonical(parts))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == parts


@given(st.binary(max_size=300), st.integers(0, len(GOOD) - 1))
def test_no_bytes_whatever_make_it_fail(noise: bytes, at: int) -> None:
    """Any file at all is either opened or refused in words."""
    for data in (noise, GOOD[:at] + noise + GOOD[at:], GOOD[:at] + noise + GOOD[at + len(noise) :]):
        assert isinstance(read_parts(data, "x.docx"), dict | Finding)
