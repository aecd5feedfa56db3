"""Kinds and keys: every key is read, a slip is asked about, and what is expected is said in an officer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pcp_reports.model import KEYS, KINDS, model_of
from pcp_reports.model.fields import MOST_STRANGE, Reading, keys_of, read_model
from pcp_reports.model.funding_round import Grant
from pcp_reports.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.findings import Finding

PATH = "entries/a/harbour.yaml"


def read(kind: str, text: str) -> tuple[Any, list[Finding]]:
    """Return an entry of a kind as read, and what is wrong with it."""
    source = read_source(f"kind: {kind}\n{text}".encode(), PATH, KEYS)
    assert source.root is not None
    reading = Reading(source, "harbour")
    return read_model(model_of(kind), source.root, reading), [*source.findings, *reading.findings]


def said(kind: str, text: str) -> list[tuple[str, str, str]]:
    """Return place, message and hint of all that is wrong."""
    found = read(kind, text)[1]
    return [(f"{one.place.line}:{one.place.column}", one.message, one.hint) for one in found]


def keys_within(model: type, seen: set[type]) -> Iterator[str]:
    """Yield every key of a model and of the models within it."""
    if model in seen:
        return
    seen.add(model)
    for one in keys_of(model).values():
        yield one.name
        yield from keys_behind(one.value, seen)


def keys_behind(value: Any, seen: set[type]) -> Iterator[str]:  # noqa: ANN401 - any value of the entry language
    """Yield the keys of the models that a value is read into."""
    model = getattr(value, "model", None)
    if isinstance(model, type):
        yield from keys_within(model, seen)
    for name in dir(value):
        inner = getattr(value, name)
        if not name.startswith("_") and hasattr(inner, "read") and not isinstance(inner, type):
            yield from keys_behind(inner, seen)


def test_the_list_of_keys_is_that_of_the_models() -> None:
    """A colon that I forget behind any key is recognised, because the list of keys is the one the kinds have."""
    seen: set[type] = set()
    own = {key for kind in KINDS for key in keys_within(model_of(kind), seen)}
    own |= set(keys_of(Grant))
    assert own | {"also"} == set(KEYS)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_entry_says_what_it_lacks(kind: str) -> None:
    """I am told every key that a kind must have, each with what it is for and how its line begins."""
    required = [one.name for one in keys_of(model_of(kind)).values() if one.required and one.name != "kind"]
    model, found = read(kind, "")
    assert (model is None) == bool(required)
    assert [one.code for one in found] == ["M104"] * len(required)
    assert [one.hint for one in found] == [f"Add a line that begins “{name}: ”." for name in required]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("office", "paper")])
def test_every_kind_of_entry_has_the_common_keys(kind: str) -> None:
    """A title, a date, an owner and the rest may stand in any entry."""
    common = {"title", "date", "owner", "due", "ready", "priority", "figures", "evidence", "accept", "exempt"}
    assert common <= set(keys_of(model_of(kind)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("titel", "title"), ("Title", "title"), ("pririty", "priority"), ("owners", "owner"), ("evidance", "evidence")],
)
def test_a_slip_in_a_key_is_asked_about_and_shown_mended(typed: str, meant: str) -> None:
    """I see the line as it should be, and the mend is of the key alone."""
    _, (finding,) = read("statement", f"text: Fine.\n{typed}: {typed} of all\n")
    assert finding.message == f"harbour: “{typed}” is not a key that is known here. Did you mean “{meant}”?"
    assert finding.fix is not None
    assert finding.fix.new == (f"{meant}: {typed} of all",)


def test_a_required_key_with_a_slip_is_not_called_missing_as_well() -> None:
    """One slip is one thing to mend."""
    assert said("statement", "Text: Fine.\n") == [
        ("2:1", "harbour: “Text” is not a key that is known here. Did you mean “text”?", "Type: text: Fine.")
    ]


def test_words_taken_for_a_key_are_told_from_a_slip() -> None:
    """A line of my text that is not set in is not met with a list of keys alone: I am told what has happened."""
    ((place, message, hint),) = said("statement", "text: |\n  Fine.\n\nShe said: so it was.\n")
    assert (place, message) == ("5:1", "harbour: “She said” is not a key that is known here.")
    assert hint.startswith("If the words belong to the text above, set the line in by two spaces more.")


def test_a_page_of_unknown_keys_is_counted_and_not_listed() -> None:
    """A page of another program is answered with the first twenty keys and how many more there are."""
    found = read("statement", "text: Fine.\n" + "".join(f"zz{number}: a\n" for number in range(500)))[1]
    assert len(found) == MOST_STRANGE + 1
    assert found[-1].message == "harbour: 480 more keys are not known here."


def test_faults_of_all_grants_are_named_by_recipient_at_once() -> None:
    """Each fault names the grant by its recipient, and one grant's fault does not hide another's."""
    text = (
        "fund: F\nannounced: 2023-11\ntext: Fine.\ngrants:\n  Community Fund:\n"
        "    - recipient: Harbour Club\n      purpose: boats\n      amount: 10k\n"
        "    - recipient: Mill Trust\n      amount: £2,500\n      status: gone\n"
        "    - purpose: cameras\n      amount: £12,34.50\n      projects: 0\n"
    )
    assert said("funding-round", text) == [
        ("9:15", "harbour, Harbour Club, amount: “10k” cannot be read as an amount: it is shortened, and an amount is given in full.", "Type £10,000."),
        ("12:15", "harbour, Mill Trust, status: “gone” is not awarded, varied, withdrawn or returned.", ""),
        ("10:7", "harbour, Mill Trust: “purpose” is missing: what it is for.", "Add a line that begins “purpose: ”."),
        ("14:15", "harbour, grant 3, amount: “£12,34.50” cannot be read as an amount: a comma stands in the wrong place.", "Type £1,234.50 or £12,345."),
        ("15:17", "harbour, grant 3, projects: “0” is not a whole number from 1 to 10,000.", "Type figures only, such as 2."),
        ("13:7", "harbour, grant 3: “recipient” is missing: who receives the money.", "Add a line that begins “recipient: ”."),
    ]  # fmt: skip


def test_a_list_may_be_one_value_and_never_bullets_run_together() -> None:
    """One name may stand behind the key; bullets that Word made are not taken for one long name."""
    assert read("engagement", "text: Fine.\nwith: Harbour Traders\n")[0].with_ == ("Harbour Traders",)
    assert read("engagement", "text: Fine.\nwith: 1-to-1 club\n")[0].with_ == ("1-to-1 club",)
    for sign in "–—•·-":
        model, found = read("engagement", f"text: Fine.\nwith:\n  {sign}Police\n  {sign} Council\n")
        assert [one.code for one in found] == ["M106"]
        assert found[0].fix is not None
        assert found[0].fix.new == ("  - Police", "  - Council")
        assert model is not None


def test_literal_words_stand_on_one_line() -> None:
    """A purpose that I typed over several lines is one line in the paper."""
    text = "fund: F\nannounced: 2023-11\ntext: Fine.\ngrants:\n  - recipient: A\n    amount: £1\n    purpose: |\n      evening\n\n        sessions\n"
    assert read("funding-round", text)[0].grants[0].grants[0].purpose == "evening sessions"


def test_a_blank_line_in_a_text_without_a_bar_is_a_paragraph() -> None:
    """Two paragraphs that I see in my file are two in the paper, whether or not I typed the bar."""
    for typed in ("text: |\n  One.\n\n  Two.\n", "text: One.\n\n  Two.\n", 'text: "One.\n\n  Two."\n', "text: >\n  One.\n\n  Two.\n"):  # fmt: skip
        assert read("statement", typed)[0].text.strip() == "One.\n\nTwo.", typed


def test_a_change_that_cannot_be_read_is_one_fault() -> None:
    """A figure whose change has a sign instead of a word is not called empty as well."""
    text = "text: Fine.\nfigures:\n  burglary:\n    change: +4%\n"
    assert [(one.code, one.hint) for one in read("statement", text)[1]] == [("M112", "Type: up 4%")]
    text = "text: Fine.\nfigures:\n  burglary:\n    change:\n    source: us\n"
    assert [one.code for one in read("statement", text)[1]] == ["M113"]


@pytest.mark.parametrize(
    "typed", ["exempt: yes", "exempt:", "Exempt: yes", "exmept:\n  paragraph: 7\n  reason: x", "exempt: [7]"]
)
def test_whatever_is_wrong_with_exempt_the_words_are_withheld(typed: str) -> None:
    """A slip in the key that keeps matter private never lets it into the paper."""
    source = read_source(f"kind: statement\ntext: Secret.\n{typed}\n".encode(), PATH, KEYS)
    assert source.root is not None
    reading = Reading(source, "harbour")
    read_model(model_of("statement"), source.root, reading)
    assert reading.withheld
    assert reading.findings


def test_a_dash_before_every_key_is_one_slip() -> None:
    """A dash before each line of a grant is one thing to mend, not a page of missing keys."""
    head = "fund: F\nannounced: 2023-11\ntext: Fine.\ngrants:\n"
    apart = f"{head}  - recipient: A\n  - purpose: b\n  - amount: £1\n"
    assert said("funding-round", apart) == [
        (
            "7:5",
            "harbour, grants: one dash begins a grant, and here each of its keys has one.",
            "Type two spaces instead of the dash and the space before “purpose” and “amount”.",
        )
    ]
    strand = f"{head}  - Community Fund:\n    - recipient: A\n      purpose: b\n      amount: £1\n"
    assert said("funding-round", strand) == [
        (
            "6:5",
            "harbour, grants: a dash stands before the strand “Community Fund”.",
            "Take the dash away: Community Fund:",
        )
    ]


def test_claims_of_one_key_each_are_claims() -> None:
    """Two claims, one about the total and one about the count, are two items, and nobody takes them for one."""
    head = "fund: F\nannounced: 2023-11\ntext: Fine.\n"
    text = (
        f'{head}stated:\n  - total: £1\n  - projects: "1"\ngrants:\n  - recipient: A\n    purpose: b\n    amount: £1\n'
    )
    model, found = read("funding-round", text)
    assert found == []
    assert [(one.total, one.projects) for one in model.stated] == [("£1", None), (None, "1")]


def test_keys_that_are_not_set_in_are_told_from_unknown_ones() -> None:
    """Where a group's names stand at the margin, I am told to set them in, and under which key."""
    found = said("statement", "text: Fine.\nfigures:\nboats: 7\n")
    assert [(place, hint.partition(". ")[0]) for place, _, hint in found] == [
        ("4:1", "If it belongs to “figures:” above, set it in beneath it by two spaces")
    ]


def test_a_key_in_curly_quotation_marks_is_recognised() -> None:
    """Word's quotation marks round a key are taken off."""
    assert [hint for _, _, hint in said("statement", "“text”: Fine.\n")] == ["Type: text: Fine."]
