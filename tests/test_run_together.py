"""Lists and texts that YAML reads otherwise than they look: no grant is lost, and no line is swallowed, by --fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import found, funding_round

from pcp_reports.findings import Finding, Fix, Place
from pcp_reports.mending import mend
from pcp_reports.model import KEYS
from pcp_reports.nodes import Block, Items
from pcp_reports.source import Source, read_source

if TYPE_CHECKING:
    from pathlib import Path

FILE = "entries/2023-10-03/round.yaml"
HEAD = "kind: funding-round\nfund: Small Grants\nannounced: 2023-09\ntext: Two grants.\n"


def read(typed: str) -> Source:
    """Return an entry read as typed."""
    return read_source(typed.encode(), FILE, KEYS)


def mended(root: Path, typed: str) -> Source:
    """Return an entry after --fix has done all it can."""
    (root / FILE).parent.mkdir(parents=True, exist_ok=True)
    (root / FILE).write_bytes(typed.encode())
    for _ in range(6):
        source = read((root / FILE).read_text(encoding="utf-8"))
        if not mend(root, source.findings).written:
            break
    return source


def keys_at(source: Source, *trail: str) -> object:
    """Return what stands behind keys within keys."""
    node: object = source.root
    for key in trail:
        assert isinstance(node, Block)
        node = node.get(key)  # type: ignore[call-overload] # a plain string finds a key
    return node


def names(node: object) -> list[str]:
    """Return the recipients of a list of grants."""
    assert isinstance(node, Items)
    return [str(row["recipient"]) for row in node if isinstance(row, Block)]  # type: ignore[index] # as above


@pytest.mark.parametrize("written", ["\\u202e", "\\x07", "\\0", "\\e", "\\u0092", "\\N"])
@pytest.mark.parametrize("value", ["A {} 000,01£", "{}", "one\n      two {}"])
def test_a_character_that_a_backslash_writes_is_banned_as_the_character_is(written: str, value: str) -> None:
    """Nothing that does not print comes into the paper by way of a backslash in quotation marks."""
    source = read(f'{HEAD}grants:\n  - recipient: "{value.format(written)}"\n    purpose: Hub\n    amount: £5\n')
    (finding,) = source.findings
    assert (finding.code, finding.fix) == ("Y105", None)
    assert finding.place.line == (7 if "\n" in value else 6)
    rows = keys_at(source, "grants")
    assert all(character.isprintable() for character in names(rows)[0])


def test_a_backslash_that_prints_is_none_of_anybodys_business() -> None:
    """A path of Windows and an accented letter may be written with backslashes."""
    assert read('title: "C:\\\\x caf\\u00e9 \\"a\\""\nkind: statement\ntext: a\\x07\n').findings == ()


@pytest.mark.parametrize("inner", [4, 5, 6])
@pytest.mark.parametrize("strand", ["  S1:\n", ""])
def test_a_dash_without_its_space_loses_no_grant(inner: int, strand: str, tmp_path: Path) -> None:
    """Grants typed as -recipient are grants after --fix, as many as I typed, wherever their other keys stand."""
    rows = [f"    -recipient: {who}\n{' ' * inner}purpose: {who} x\n{' ' * inner}amount: £5\n" for who in "AB"]
    typed = f"{HEAD}grants:\n{strand}{''.join(rows)}"
    assert [one.code for one in read(typed).findings] == ["Y114"]
    assert read(typed).findings[0].hint.startswith("Type: - recipient: A")
    source = mended(tmp_path, typed)
    assert source.findings == ()
    rows_read = keys_at(source, "grants", "S1") if strand else keys_at(source, "grants")
    assert names(rows_read) == ["A", "B"]
    assert [sorted(map(str, row)) for row in rows_read] == [["amount", "purpose", "recipient"]] * 2  # type: ignore[attr-defined] # a list


def test_a_name_beneath_another_is_not_taken_into_its_value(tmp_path: Path) -> None:
    """A second line of evidence stays a line of evidence, though it begins with a sign of YAML's."""
    source = mended(tmp_path, "kind: statement\ntext: One.\nevidence:\n  20%: 10 + 10\n  %: x\n")
    assert keys_at(source, "evidence") == {"20%": "10 + 10", "%": "x"}
    assert source.findings == ()


@pytest.mark.parametrize("sign", ["%: x", "&: x: y", "]: x"])
def test_no_line_as_far_in_as_a_key_is_ever_swallowed(sign: str, tmp_path: Path) -> None:
    """What I typed on a line of its own is never written into the words above it."""
    source = mended(tmp_path, f"kind: statement\ntext: One.\nevidence:\n  20%: 10 + 10\n  {sign}\n")
    assert source.line(4) == "  20%: 10 + 10"


def test_two_grants_without_a_dash_between_them_are_both_kept() -> None:
    """A forgotten dash is named as one: nobody tells me to throw one of my grants away."""
    typed = (
        f"{HEAD}grants:\n  - recipient: A\n    purpose: x\n    amount: £5\n"
        "    recipient: B\n    purpose: y\n    amount: £6\n    recipient: C\n    purpose: z\n    amount: £7\n"
    )
    findings = read(typed).findings
    assert [(one.code, one.place.line, one.hint, one.fix) for one in findings] == [
        ("Y120", 9, "Type: - recipient: B", None),
        ("Y120", 12, "Type: - recipient: C", None),
    ]
    assert "a dash is missing before the second “recipient”" in findings[0].message


def test_a_key_twice_in_one_grant_is_still_a_key_twice() -> None:
    """Two amounts in one grant are two amounts, of which I keep one."""
    (finding,) = read(f"{HEAD}grants:\n  - recipient: A\n    amount: £5\n    amount: £6\n").findings
    assert (finding.code, finding.hint) == ("Y120", "Keep one of the two.")


def test_a_strand_without_its_colon_gets_one(tmp_path: Path) -> None:
    """A strand's name alone above its grants is read as a strand."""
    rows = "    - recipient: A\n      purpose: x\n      amount: £5\n"
    typed = f"{HEAD}grants:\n  Youth Fund\n{rows}  Other:\n{rows}"
    (finding,) = read(typed).findings
    assert (finding.code, finding.place.line, finding.hint) == ("Y114", 6, "Type: Youth Fund:")
    source = mended(tmp_path, typed)
    assert (source.findings, names(keys_at(source, "grants", "Youth Fund"))) == ((), ["A"])


@pytest.mark.parametrize("amount", ["£5,000", "£1,234,567", "£5,000.50"])
def test_a_comma_in_braces_is_named_for_what_it_does(amount: str, tmp_path: Path) -> None:
    """An amount that braces cut in two is shown whole, on lines of its own; “000” is never called a key."""
    typed = funding_round(f"Community Fund:\n  - {{recipient: A, purpose: x, amount: {amount}}}")
    said = [one for one in found(tmp_path, {"2023-10-03/round.yaml": typed}) if one.severity.value == "error"]
    assert said
    assert all("cuts its value in two" in one.message for one in said)
    assert said[0].hint.endswith(f"- recipient: A ⏎ purpose: x ⏎ amount: {amount}")
    assert len(said) == 1


@pytest.mark.parametrize(
    "pasted",
    ["Subject: RE: words", "Title: of the thing was good: yes", "Dear: all\n\nSubject: RE: words", "One.\n\nRE: A: b"],
)
def test_a_pasted_text_is_set_in_without_quotation_marks_that_would_be_printed(pasted: str, tmp_path: Path) -> None:
    """An e-mail pasted under the bar is printed as it was written."""
    source = mended(tmp_path, f"kind: statement\ntext: |\n{pasted}\nready: no\n")
    assert (source.findings, str(keys_at(source, "text")).strip()) == ((), pasted)


def test_a_misspelt_key_is_not_mended_into_one_that_stands_already(tmp_path: Path) -> None:
    """Of two slips for one key only the first is offered the key, so that --fix makes no key stand twice."""
    typed = funding_round("Community Fund:\n  - recipint: A\n    recipent: B\n    purpose: x\n    amount: £5")
    fixes = [one.fix for one in found(tmp_path, {"2023-10-03/round.yaml": typed}) if one.fix is not None]
    assert [fix.new[0].strip() for fix in fixes] == ["- recipient: A"]


def test_a_mend_that_is_not_written_is_said_and_keeps_back_no_other(tmp_path: Path) -> None:
    """When --fix leaves a line alone it tells me so, and mends the others all the same."""
    entry = "kind: statement\ntext: Fine.\ntitle: Hub\n"
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_bytes(entry.encode())

    def wanting(line: int, old: str, new: str) -> Finding:
        return Finding("M103", "a mend.", Place(FILE, line), fix=Fix(FILE, line, (old,), (new,)))

    harmful = wanting(2, "text: Fine.", "text: a: b: [")
    stale = wanting(3, "title: Pub", "title: Bar")
    done = mend(tmp_path, [harmful, stale])
    assert done.written == ()
    assert [words.partition(": ")[0] for words in done.left] == [f"{FILE}, line 2", f"{FILE}, line 3"]
    assert (tmp_path / FILE).read_bytes() == entry.encode()
    done = mend(tmp_path, [harmful, wanting(3, "title: Hub", "title: Pub")])
    assert [fix.first for fix in done.written] == [3]
    assert (tmp_path / FILE).read_bytes() == entry.replace("Hub", "Pub").encode()


def test_a_mend_is_promised_only_for_lines_that_stand_in_the_file() -> None:
    """What waits for another mend of the same lines is not counted before that one is written."""
    typed = 'kind: statement\ntitle: "A" b\x96c: d\ntext: "One" two: three\n'
    source = read(typed)
    fixes = [one.fix for one in source.findings if one.fix is not None]
    assert fixes
    assert all(source.lines[fix.first - 1 : fix.first - 1 + len(fix.old)] == fix.old for fix in fixes)


@pytest.mark.parametrize("typed", ["€5", "$5", "0", "NaN", "TBC", "£0.00"])
def test_an_amount_that_nobody_can_guess_is_answered_with_how_amounts_look(typed: str, tmp_path: Path) -> None:
    """No rate of exchange is made up: I am told how an amount is typed."""
    entry = funding_round(f"Community Fund:\n  - recipient: A\n    purpose: x\n    amount: {typed}")
    (told,) = [one for one in found(tmp_path, {"2023-10-03/round.yaml": entry}) if one.code == "G101"]
    assert told.hint == "Type the amount in pounds, such as £9,500 or £1,470.57."
