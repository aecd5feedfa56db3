"""Grants and entries that became exempt after the build: what Word says of them is neither shown nor written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from built_papers import NAME, Built, workspace
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from support import funding_round, paper, statement

if TYPE_CHECKING:
    from pathlib import Path

ROUND = "entries/funding/autumn.yaml"
GRANTS = """
Community Fund:
  - recipient: Guides
    purpose: tents for the camp
    amount: £1,000
  - recipient: Secret House
    purpose: strong locks on every one of its doors
    amount: £9,000
  - recipient: Rovers
    purpose: a minibus
    amount: £2,000
"""
EXEMPT = "    exempt: {paragraph: 3, reason: safety}\n"
SECRETS = ("Secret", "locks", "doors", "9,000", "9,500", "Quiet")


@pytest.fixture
def made(tmp_path: Path) -> Built:
    """Return a paper with a round of three grants, and another entry."""
    files = {
        f"{NAME}/paper": paper("autumn", "patrols"),
        "funding/autumn": funding_round(GRANTS, text="Grants were made:"),
        f"{NAME}/patrols": statement("Patrols went on in Padiham, and Rovers helped."),
    }
    return workspace(tmp_path, files)


def keep_from_the_public(made: Built, grant: str = "Secret House") -> None:
    """Mark a grant as exempt in its entry."""
    path = made.root / ROUND
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if grant in line)
    indent = " " * (len(lines[at]) - len(lines[at].lstrip()) + 2)
    lines.insert(at + 3, f"{indent}{EXEMPT.strip()}\n")
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def shown(made: Built) -> str:
    """Return every word that an officer is shown."""
    compared, planned = made.compared(), made.planned()
    told = [*compared.findings, *compared.checked, *planned.anew]
    rows = [str(one.as_row()) for one in (*compared.changes, *planned.left, *planned.remaining)]
    return " ".join([*(one.message + one.hint for one in told), *rows])


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("£9,000", "£9,500"),
        ("strong locks", "new strong locks"),
        ("Secret House", "Quiet Secret House"),
        ("every one of its doors", "all doors"),
    ],
)
def test_an_exempt_grant_edited_in_word_is_not_shown(made: Built, old: str, new: str, *, marks: bool) -> None:
    """A grant of a public round that is exempt by now: I hear where something was changed, and none of its words."""
    made.edited.replace(old, new)
    keep_from_the_public(made)
    if not marks:
        made.edited.without_marks()
    said = shown(made)
    assert "[kept from the public]" in said
    assert not any(word in said for word in SECRETS)
    assert made.planned().files == {}


def test_an_exempt_grant_typed_over_whole_is_known_by_its_bookmark(made: Built) -> None:
    """Not a word of the grant is left in its line: the hidden mark still says whose it is."""
    made.edited.replace(
        "Secret House – strong locks on every one of its doors – £9,000", "Quiet place – bolts – £9,500"
    )
    keep_from_the_public(made)
    said = shown(made)
    assert "[kept from the public]" in said
    assert not any(word in said for word in (*SECRETS, "bolts"))


def test_its_words_are_not_shown_where_they_are_parted_or_joined_with_others(made: Built) -> None:
    """Nor are they when somebody joined the line with the next, or parted it."""
    made.edited.join(made.edited.having("Secret House"), made.edited.having("Rovers – a"))
    keep_from_the_public(made)
    assert not any(word in shown(made) for word in SECRETS)


def test_a_comment_beside_it_is_not_shown_either(made: Built) -> None:
    """A tracked change within its line is said to be open, without its words."""
    line = made.edited.having("Secret House")
    run = next(line.iter(qn("w:r")))
    put_in = OxmlElement("w:ins")
    put_in.set(qn("w:author"), "Ann")
    put_in.set(qn("w:id"), "900")
    run.addprevious(put_in)
    put_in.append(run)
    keep_from_the_public(made)
    said = shown(made)
    assert "Ann has 1 tracked change open" in said
    assert not any(word in said for word in SECRETS)


def test_a_tracked_change_in_public_words_is_shown(made: Built) -> None:
    """Beside an exempt grant, what is public is told as ever."""
    run = next(made.edited.having("Patrols went on").iter(qn("w:r")))
    put_in = OxmlElement("w:ins")
    put_in.set(qn("w:author"), "Ann")
    put_in.set(qn("w:id"), "900")
    run.addprevious(put_in)
    put_in.append(run)
    keep_from_the_public(made)
    assert "“Patrols went on in Padiham" in shown(made)


@pytest.mark.parametrize(
    ("old", "new"), [("a minibus", "a new minibus"), ("tents for the camp", "tents for the summer camp")]
)
def test_a_public_grant_beside_it_is_written_as_ever(made: Built, old: str, new: str) -> None:
    """The other grants of the round can still be corrected in Word."""
    made.edited.replace(old, new)
    keep_from_the_public(made)
    (change,) = made.planned().applied
    assert new in change.new


def test_a_body_that_has_a_public_grant_as_well_is_no_secret(made: Built) -> None:
    """Rovers stand elsewhere in the paper: a line added for them is told in full, though one of theirs is exempt."""
    keep_from_the_public(made, "Rovers")
    made.edited.delete(made.edited.having("Rovers – a minibus"))
    made.edited.add(made.edited.having("Guides – tents"), "Rovers – first aid lessons – £400")
    assert "Rovers – first aid lessons" in shown(made)


def test_an_entry_that_became_exempt_is_known_without_its_bookmarks(made: Built) -> None:
    """A whole entry kept from the public by now, in a file that lost the hidden marks: its words are not shown."""
    made.edited.replace("went on in Padiham", "went on in Upper Padiham")
    made.edited.without_marks()
    path = made.root / "entries" / NAME / "patrols.yaml"
    path.write_text(path.read_text(encoding="utf-8") + EXEMPT.replace("    ", ""), encoding="utf-8", newline="\n")
    said = shown(made)
    assert "[kept from the public]" in said
    assert "Padiham" not in said
