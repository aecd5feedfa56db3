"""Findings on the screen: nothing in them steers a terminal or forges a line, and thousands alike are told in few."""

from __future__ import annotations

import json
from dataclasses import replace

from pcp_reports.cli.report import LONGEST, LONGEST_MESSAGE, MOST_ALIKE, as_json, as_text, dump
from pcp_reports.findings import Finding, Place, Related
from pcp_reports.workspace import Register

EMPTY = Register(None, {}, (), ())
EVIL = "a\x1b[2Jb\nerror: forged\u202ec\x9bd"


def test_no_part_of_a_finding_steers_the_screen() -> None:
    """Message, place, hint, related place and reason show a sign where a control character stood, on one line each."""
    place = Place(f"entries/{EVIL}.yaml", 2)
    finding = Finding("P121", EVIL, place, EVIL, (Related(EVIL, place),), accepted=EVIL)
    text = as_text([finding], EMPTY)
    assert "\n".join(text.splitlines()) == text
    assert not any(sign in text.replace("\x1b[0m", "") for sign in "\u202e\x9b")
    assert "[2J" in text
    assert "\x1b[2J" not in text
    assert not any(line.startswith("error: forged") for line in text.splitlines())


def test_json_holds_what_steers_a_screen_as_escapes() -> None:
    """A program reads the words as they are, and a screen that shows the JSON is not steered by them."""
    text = dump({"message": EVIL, "letters": "£ô"})
    assert json.loads(text) == {"message": EVIL, "letters": "£ô"}
    assert "£ô" in text
    assert not any(sign in text for sign in "\x1b\x9b\u202e")


def test_a_thousand_findings_alike_are_told_in_part() -> None:
    """The first fifty of a kind in one file are shown, and the rest is one line; another file is not cut for it."""
    many = [Finding("P121", f"Prompt {number}.", Place("entries/a.yaml", number)) for number in range(1, 1001)]
    text = as_text([*many, Finding("P121", "Another.", Place("entries/b.yaml"))], EMPTY)
    assert text.count("Prompt ") == MOST_ALIKE
    assert "… and 950 more of these (P121, entries/a.yaml)" in text
    assert "Another." in text
    assert "1,001 warnings" in text


def test_a_message_as_long_as_a_page_is_cut() -> None:
    """A page pasted into one value does not fill my screen."""
    text = as_text([Finding("P121", "word " * 2000, Place("entries/a.yaml"), "type " * 2000)], EMPTY)
    assert len(text) < 3 * LONGEST_MESSAGE
    text = as_text([Finding("P121", "Short.", Place("entries/a.yaml"), accepted="why " * 2000)], EMPTY)
    assert len(text) < 2 * LONGEST


def test_the_lines_that_an_explanation_names_are_all_told() -> None:
    """A long sentence that the tool makes is shown to its end: the names at its end are what I look for."""
    message = f"winter: it fits if {', '.join(f'the line of Recipient {number}' for number in range(30))} are left out."
    text = as_text([Finding("G201", message, Place("entries/a.yaml"), message)], EMPTY)
    assert text.count(message) == 2


def test_hundreds_of_places_are_told_in_part_and_whole_in_json() -> None:
    """Of 300 strands ten are shown on the screen, with how many more there are; a program gets them all."""
    related = tuple(Related(f"Strand {number}.", Place("entries/a.yaml", number)) for number in range(1, 301))
    finding = Finding("G201", "Short.", Place("entries/a.yaml"), related=related)
    lines = as_text([finding], EMPTY).splitlines()
    assert [line for line in lines if "·" in line][-2:] == [
        "    · Strand 10. (entries/a.yaml:10:1)",
        "    · … and 290 more",
    ]
    assert len(as_json([finding], EMPTY)["findings"][0]["related"]) == 300
    ten = replace(finding, related=related[:10])
    assert "more" not in as_text([ten], EMPTY)
