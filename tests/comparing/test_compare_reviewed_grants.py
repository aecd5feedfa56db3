"""A grant's line typed over in Word: nothing that was written of one body is given to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from built_papers import NAME, Built, workspace
from support import funding_round, paper

from pcp_reports.comparing.entries.another_grant import is_same_body, is_same_purpose
from pcp_reports.comparing.entries.change import Kind

if TYPE_CHECKING:
    from pathlib import Path

ROUND = "entries/funding/autumn.yaml"
CHORLEY = "Chorley Borough Council – a programme for the summer holidays – £3,228"
GRANTS = """
Community Fund:
  - recipient: Guides
    purpose: tents for the camp
    amount: £1,000
  - recipient: Chorley Borough Council
    purpose: a programme for the summer holidays
    amount: £3,228
    district: Chorley
    reference: SNF/77
    recipient_id: GB-LAE-CHO
    reason: Chorley has the most calls in July and August.
"""


def with_grants(root: Path, grants: str = GRANTS, text: str = "These grants were made:") -> Built:
    """Return a paper with a round."""
    files = {f"{NAME}/paper": paper("autumn"), "funding/autumn": funding_round(grants, text=text)}
    return workspace(root, files)


def over(made: Built, old: str, new: str) -> None:
    """Type over words of Chorley's line."""
    made.edited.replace(old, new, made.edited.having("Chorley Borough Council"))


@pytest.mark.parametrize("marks", [True, False])
def test_another_body_and_another_purpose_are_a_grant_deleted_and_one_added(tmp_path: Path, *, marks: bool) -> None:
    """“New Hub” typed over Chorley's line gets neither Chorley's identifier nor its reason; I hear of both grants."""
    made = with_grants(tmp_path)
    over(made, CHORLEY, "New Hub – café for young people – £5,000")
    if not marks:
        made.edited.without_marks()
    planned = made.planned()
    assert planned.files == {}
    gone, came = planned.left
    assert (gone.kind, gone.old, gone.new) == (Kind.DELETED, CHORLEY, "")
    assert (came.kind, came.old, came.new) == (Kind.ADDED, "", "New Hub – café for young people – £5,000")
    assert gone.hint == f"To leave it out, delete it in {ROUND}, line 11."
    assert "recipient “New Hub”, purpose “café for young people”, amount “£5,000”" in came.hint
    assert [one.explanation for change in planned.left for one in change.figures] == [
        "With all that Word has otherwise the round comes to £6,000 instead of £4,228."
    ] * 2


def test_another_body_alone_says_which_keys_would_stay(tmp_path: Path) -> None:
    """Another council for the same programme: I hear what stands beneath that was written of the first."""
    made = with_grants(tmp_path)
    over(made, "Chorley Borough", "Preston City")
    planned = made.planned()
    assert planned.files == {}
    (change,) = planned.left
    assert change.why == "it may be another body than the entry names"
    assert change.hint == (
        f"If it is the same grant, type it in {ROUND}, line 11, and look at “district”, “reference”, “recipient_id”"
        " and “reason” beneath it, which would stay. If not, take that grant out and add this one."
    )


def test_another_body_is_not_written_where_no_other_key_stands_either(tmp_path: Path) -> None:
    """A grant of three keys, another body: whether it is the same grant is mine to say."""
    made = with_grants(tmp_path)
    made.edited.replace("Guides – tents", "Scouts – tents")
    (change,) = made.planned().left
    assert change.hint == (
        f"If it is the same grant, type it in {ROUND}, line 8. If not, take that grant out and add this one."
    )


@pytest.mark.parametrize(
    "name", ["The Chorley Borough Council", "Chorley Borough Council (Leisure)", "Chorley Council"]
)
def test_a_name_with_words_more_or_less_is_written(tmp_path: Path, name: str) -> None:
    """The same body called by its longer or shorter name is a correction, and its other keys stay."""
    made = with_grants(tmp_path)
    over(made, "Chorley Borough Council", name)
    planned = made.apply()
    assert planned.remaining == ()
    assert f"recipient: {name}\n" in made.file("funding/autumn")
    assert "recipient_id: GB-LAE-CHO\n" in made.file("funding/autumn")


def test_a_spelling_that_the_other_keys_have_as_well_is_left(tmp_path: Path) -> None:
    """“Charley” for Chorley: the district and the reason say Chorley, so I am to look at them."""
    made = with_grants(tmp_path)
    over(made, "Chorley", "Charley")
    (change,) = made.planned().left
    assert "“district”" in change.hint


def test_another_purpose_leaves_the_reason_and_the_conditions_to_me(tmp_path: Path) -> None:
    """The reason was given for the programme, and would be published as the reason for a café."""
    made = with_grants(tmp_path)
    over(made, "a programme for the summer holidays", "new radios")
    (change,) = made.planned().left
    assert change.why == "it is another purpose, and what else the entry says of the grant was written of the old one"
    assert "“reason” beneath it, which would stay" in change.hint


@pytest.mark.parametrize(
    ("old", "new"),
    [("Guides – tents for the camp", "Guides – a minibus"), ("tents for the camp", "a tent for the camp")],
)
def test_another_purpose_is_written_where_nothing_else_was_said_of_it(tmp_path: Path, old: str, new: str) -> None:
    """A grant that keeps no reason and no reference can have its purpose worded anew."""
    made = with_grants(tmp_path)
    made.edited.replace(old, new)
    assert made.apply().left == ()
    assert made.apply().remaining == ()


@pytest.mark.parametrize("text", ["These grants were made:", "These grants were made:\n\n{{ lines }}\n\nMore follow."])
def test_a_first_grant_typed_over_is_not_put_into_the_text_above_it(tmp_path: Path, text: str) -> None:
    """In a round without strands the first grant stands right beneath the words: a new one is data all the same."""
    grants = "- {recipient: Guides, purpose: tents, amount: '£1,000'}\n- {recipient: Rovers, purpose: kit, amount: £20}"
    made = with_grants(tmp_path, grants, text)
    made.edited.replace("Guides – tents – £1,000", "New Hub – café – £5,000")
    planned = made.planned()
    assert planned.files == {}
    assert [one.kind for one in planned.left] == [Kind.DELETED, Kind.ADDED]
    assert "recipient “New Hub”" in planned.left[1].hint


def test_a_grant_that_an_entry_changed_as_well_is_not_called_another(tmp_path: Path) -> None:
    """Where the entry went on since the build, what its line said then is not known, and nothing is held against it."""
    made = with_grants(tmp_path)
    over(made, CHORLEY, "New Hub – café for young people – £5,000")
    path = made.root / ROUND
    path.write_text(path.read_text(encoding="utf-8").replace("the summer", "all"), encoding="utf-8", newline="\n")
    (change,) = made.planned().left
    assert (change.kind, "changed since this Word file was built" in change.why) == (Kind.CHANGED, True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("St. Mary's School", "Saint Mary’s School", True),
        ("Acorn Ltd", "Acorn Limited", True),
        ("Flowhesion", "Flowhession", True),
        ("Accrington Stanley Trust", "Acrington Stanley Trust", True),
        ("RAFT (Residents Association)", "RAFT", True),
        ("56 Group Wales", "The 56 Group Wales", True),
        ("56 Group Wales", "57 Group Wales", False),
        ("Lancaster City Council", "Lancashire City Council", False),
        ("Bury Council", "Burnley Council", False),
        ("Acorn Trust", "Oak Trust", False),
        ("ACT", "ART", False),
        ("Chorley Youth Club", "Youth Club Leyland", False),
        ("The Trust", "The Charity", False),
    ],
)
def test_when_two_names_are_one_bodys(one: str, other: str, *, same: bool) -> None:
    """A spelling, an abbreviation, a word more: the same body. Another word of weight for one: perhaps not."""
    assert is_same_body(one, other) is is_same_body(other, one) is same


def test_when_two_purposes_are_worded_alike() -> None:
    """A purpose with words put in or spelt otherwise is the same; one that shares a preposition is not."""
    assert is_same_purpose("a programme for the summer", "a new programme for the summer holidays")
    assert is_same_purpose("boxing", "boxing classes for the young people of the whole town")
    assert is_same_purpose("boxing", "boxng")
    assert not is_same_purpose("a programme for the summer holidays", "café for young people")
