"""Any file at all: it is read as what it is, or one finding says what it is and what to do."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.findings import Finding, Severity
from pcp_reports.papers import opening, plain
from pcp_reports.papers.opening import read_paper
from pcp_reports.word.default_template import default_template

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def packed(*names: str, mimetype: str = "") -> bytes:
    """Return a zip that holds files of these names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "<x/>")
    return file.getvalue()


def refusal(data: bytes, path: str) -> Finding:
    """Return the one finding of a file that cannot be read."""
    paper = read_paper(data, path)
    assert paper.passages == ()
    (finding,) = paper.findings
    assert finding.severity is Severity.ERROR
    assert finding.hint
    return finding


OTHERS = {
    "a picture": (b"\x89PNG\r\n\x1a\n123", "scan.docx"),
    "a picture ": (b"\xff\xd8\xff\xe0JFIF", "scan.pdf"),
    "a rich text file (.rtf)": (b"{\\rtf1\\ansi Hello}", "old.doc"),
    "a web page": (b"\n<!DOCTYPE html><html><body>Hello</body></html>", "export.doc"),
    "a file in XML": (b"<?xml version='1.0'?><a/>", "a.xml"),
    "a saved e-mail": (b"MIME-Version: 1.0\nFrom: x\nContent-Type: text/plain\n\nHello", "grants.eml"),
    "an Excel workbook": (packed("[Content_Types].xml", "xl/workbook.xml"), "tracker.docx"),
    "a PowerPoint file": (packed("[Content_Types].xml", "ppt/presentation.xml"), "deck.pptx"),
    "an OpenDocument text (.odt)": (packed("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "a.odt"),
    "an OpenDocument spreadsheet": (
        packed("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"),
        "a.ods",
    ),
    "a packed archive (.zip)": (packed("paper.docx"), "papers.zip"),
    "a packed archive": (gzip.compress(b"x"), "a.txt"),
    "a Word file of the old form (.doc)": (OLE + "WordDocument".encode("utf-16-le"), "a.doc"),
    "an Excel workbook of the old form (.xls)": (OLE + "Workbook".encode("utf-16-le"), "a.xls"),
    "a message saved by Outlook (.msg)": (OLE + "__substg1.0_".encode("utf-16-le"), "a.msg"),
    "a table of values (.csv)": (b"Recipient,Amount\nScouts,500\n", "tracker.csv"),
    "a file of data (.json)": (b'{"grants": []}', "grants.json"),
}


@pytest.mark.parametrize("what", OTHERS)
def test_a_file_of_another_kind_is_called_what_it_is(what: str) -> None:
    """A spreadsheet, a picture or an old Word file is named as that, whatever its name, with what to do about it."""
    finding = refusal(*OTHERS[what])
    name = OTHERS[what][1]
    assert finding.code == "W611"
    assert finding.message == f"“{name}” is {what.strip()}; only Word (.docx), PDF and plain text are read as papers."


def test_a_tracker_is_sent_to_import() -> None:
    """Who gives a grant tracker to audit is told which command takes it."""
    assert "pcp-reports import" in refusal(*OTHERS["an Excel workbook"]).hint
    assert "pcp-reports import" in refusal(*OTHERS["a table of values (.csv)"]).hint


def test_a_file_under_a_password_is_called_that() -> None:
    """A Word file under a password is not called damaged."""
    finding = refusal(OLE + "EncryptedPackage".encode("utf-16-le"), "secret.docx")
    assert finding.code == "W614"
    assert finding.message == "“secret.docx” is protected by a password, so it cannot be read."


@pytest.mark.parametrize("data", [b"", b"  \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe\r\0\n\0", bytes(2000)])
@pytest.mark.parametrize("path", ["a.txt", "b.docx", "c.pdf"])
def test_an_empty_file_is_called_empty(data: bytes, path: str) -> None:
    """A file without anything in it, or with blanks alone, is called empty."""
    assert refusal(data, path).code == "W612"


def test_a_file_that_is_too_large_is_not_even_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file far beyond any paper is refused with its size, and a text sooner than a Word file with pictures."""
    monkeypatch.setattr(opening, "MOST_BYTES", 3_000_000)
    finding = refusal(b"a" * 3_200_000, "a.txt")
    assert (finding.code, finding.message) == (
        "W613",
        "“a.txt” is too large for a paper (over 2 MB, which is the most).",
    )
    monkeypatch.setattr(plain, "MOST_TEXT", 1_000_000)
    assert refusal(b"a" * 1_000_001, "a.txt").code == "W613"


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a"])
def test_what_is_no_text_is_refused(path: str) -> None:
    """A file of no text at all is never read as words."""
    assert refusal(bytes(range(32)) * 40, path).code == "W615"


@pytest.mark.parametrize("path", ["paper.txt", "paper.pdf", "paper.doc", "paper"])
def test_a_word_file_is_read_whatever_its_name_says(path: str) -> None:
    """A Word file that was given another name is read as Word, and I am told so in a note."""
    paper = read_paper(default_template("panel-update"), path)
    assert paper.form == "docx"
    assert paper.passages
    notes = [one for one in paper.findings if one.code == "W616"]
    assert len(notes) == (path != "paper")
    assert all(one.severity is Severity.NOTE for one in notes)


def test_a_text_that_bears_the_name_of_a_word_file_is_read() -> None:
    """Words saved as plain text under a .docx name are still read, with a note."""
    paper = read_paper("Chorley – £5,000\n".encode(), "x/paper.docx")
    assert [one.text for one in paper.passages] == ["Chorley – £5,000"]
    (note,) = paper.findings
    assert note.message == "“paper.docx” is a plain text, whatever its name says (.docx), and was read as one."


def test_a_cut_word_file_has_one_error() -> None:
    """A Word file that was cut off on its way is refused once, and never read as text."""
    whole = default_template("panel-update")
    for size in (10, 100, 3_000, len(whole) - 20):
        finding = refusal(whole[:size], "paper.docx")
        assert finding.code.startswith("W")


WORD = default_template("panel-update")


@given(st.lists(st.tuples(st.integers(0, len(WORD) - 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_damaged_word_file_never_fails(changes: list[tuple[int, int]]) -> None:
    """Whatever bytes of a Word file were changed, it is read, or one error says that it cannot be."""
    data = bytearray(WORD)
    for at, value in changes:
        data[at] = value
    paper = read_paper(bytes(data), "paper.docx")
    errors = [one for one in paper.findings if one.severity is Severity.ERROR]
    assert len(errors) <= 1
    assert not (errors and paper.passages)


STARTS = [
    b"PK\x03\x04",
    b"%PDF-1.4\n",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
    b"<html>",
    b"",
    b"# x\n",
]


@given(
    st.sampled_from(STARTS),
    st.binary(max_size=300),
    st.sampled_from(["a.txt", "a.md", "a", "a.docx", "a.pdf", "a.xlsx"]),
)
def test_any_bytes_give_words_or_one_reason(start: bytes, data: bytes, path: str) -> None:
    """No file makes the tool fail: there are passages, or one error, or a text without a word in it."""
    paper = read_paper(start + data, path)
    errors = [one for one in paper.findings if one.severity is Severity.ERROR]
    assert len(errors) <= 1
    assert not (errors and paper.passages)
