"""`diff` of funding rounds: every grant that came, went or changed is told, and what is told adds up to the totals."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from compared_versions import entries_alone
from hypothesis import given, settings
from hypothesis import strategies as st
from support import THREE_STRANDS, funding_round, paper, write

from pcp_reports.archive.diff.held import hold
from pcp_reports.archive.diff.meaning import meaning
from pcp_reports.ledger import ledger
from pcp_reports.money import Money
from pcp_reports.placing import survey
from pcp_reports.totals_csv import as_csv
from pcp_reports.workspace import load

PAPER = paper("grants")


def told(old: str, new: str, *, text: str = "These grants were made:", new_text: str | None = None) -> list[str]:
    """Return what is told of a round whose grants were ``old`` and are ``new``; of the sums in totals.csv nothing is."""
    with tempfile.TemporaryDirectory() as folder:
        held = []
        for name, grants, words in (("a", old, text), ("b", new, text if new_text is None else new_text)):
            files = {"2023-10-03/paper": PAPER, "2023-10-03/grants": funding_round(grants, text=words)}
            held.append(hold(with_totals(write(Path(folder) / name, files))))
        groups = meaning(*held)
    assert [group.title for group in groups] in ([], ["grants"])
    changes = [change for group in groups for change in group.changes]
    moved = [
        Money.parse(sign[1]).pence * (-1 if sign[0] == "−" else 1)
        for one in changes
        for sign in ROUND_MOVED.findall(one.text)
    ]
    assert sum(one.pence for one in changes) == sum(moved)
    counts = [match for one in changes for match in ROUND_COUNTED.findall(one.text)]
    assert sum(one.projects for one in changes) == sum(int(now) - int(was) for was, now in counts)
    return [change.text for change in changes]


def with_totals(root: Path) -> dict[str, bytes]:
    """Return the entries of a workspace as a version holds them, with their sums."""
    return {**entries_alone(root), "totals.csv": as_csv(ledger(survey(load(root)), papers=("2023-10-03",))).encode()}


def test_totals_that_no_round_explains_are_shown(tmp_path: Path) -> None:
    """Where the sums differ and no round does, or its notes alone, the lines of totals.csv are told: nothing is passed over."""
    files = {"2023-10-03/paper": PAPER, "2023-10-03/grants": funding_round(THREE_STRANDS)}
    one = with_totals(write(tmp_path / "a", files))
    noted = with_totals(
        write(tmp_path / "b", {**files, "2023-10-03/grants": f"# a note\n{files['2023-10-03/grants']}"})
    )
    for other in (one, noted):
        new = {**other, "totals.csv": other["totals.csv"].replace(b"53879.00", b"53878.00")}
        assert new["totals.csv"] != one["totals.csv"]
        assert "totals.csv" in [group.title for group in meaning(hold(one), hold(new))]


ROUND_COUNTED = re.compile(r"^The round: (\d+) projects? → (\d+) projects?\.$")
ROUND_MOVED = re.compile(r"^The round moved by ([+−])(£[0-9,.]+) ")


def changed(old: str, new: str) -> list[str]:
    """Return what is told when words of `THREE_STRANDS` are typed otherwise."""
    assert THREE_STRANDS.count(old) == 1
    return told(THREE_STRANDS, THREE_STRANDS.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        (
            "amount: '£10,000'", "amount: '£9,500'",
            ["Grant to 4 Me 2, Community Fund: £10,000 → £9,500.", "Community Fund moved by −£500 (£53,879 → £53,379).",
             "The round moved by −£500 (£73,719 → £73,219)."],
        ),
        (
            "recipient: 4 Me 2", "recipient: 4Me2",
            ["Grant of £10,000, Community Fund: recipient “4 Me 2” → “4Me2”."],
        ),
        (
            "purpose: dance", "purpose: street dance",
            ["Grant to 4 Me 2, Community Fund: purpose “dance” → “street dance”."],
        ),
        (
            "projects: 4", "projects: 5",
            ["Grant to Barchester Scouts, Community Fund: 4 projects → 5 projects.",
             "Community Fund: 6 projects → 7 projects.", "The round: 8 projects → 9 projects."],
        ),
        (
            "amount: £879", "amount: £879, status: withdrawn",
            ["Grant to Guides, Community Fund: awarded → withdrawn; £879 (1 project) does not count any more.",
             "Community Fund moved by −£879 (£53,879 → £53,000).", "Community Fund: 6 projects → 5 projects.",
             "The round moved by −£879 (£73,719 → £72,840).", "The round: 8 projects → 7 projects."],
        ),
        (
            "      - {recipient: Rovers, purpose: patrols, amount: '£18,000'}",
            "      - {recipient: Rovers, purpose: patrols, amount: '£18,000'}\n      - {recipient: Brownies, purpose: bikes, amount: '£1.50'}",
            ["Grant added, Fighting Crime Grants: Brownies – bikes – £1.50.",
             "Fighting Crime Grants moved by +£1.50 (£18,000 → £18,001.50).",
             "Fighting Crime Grants: 1 project → 2 projects.",
             "The round moved by +£1.50 (£73,719 → £73,720.50).", "The round: 8 projects → 9 projects."],
        ),
        (
            "      - {recipient: 4 Me 2, purpose: dance, amount: '£10,000'}\n", "",
            ["Grant taken out, Community Fund: 4 Me 2 – dance – £10,000.",
             "Community Fund moved by −£10,000 (£53,879 → £43,879).", "Community Fund: 6 projects → 5 projects.",
             "The round moved by −£10,000 (£73,719 → £63,719).", "The round: 8 projects → 7 projects."],
        ),
        (
            "    Innovation Fund:\n", "    Small Ideas Fund:\n",
            ["The strand “Innovation Fund” is now called “Small Ideas Fund”."],
        ),
        (
            "amount: £879", "amount: £879, district: Plumstead",
            ["Grant to Guides, Community Fund, district added: Plumstead."],
        ),
    ],
)  # fmt: skip
def test_each_change_of_a_grant_is_told(old: str, new: str, sentences: list[str]) -> None:
    """A grant added, taken out, corrected, withdrawn: I read it in a line, and how far it moved the totals."""
    assert changed(old, new) == sentences


def test_a_grant_moved_between_strands_moves_both_totals() -> None:
    """A grant that went to another strand is told as moved, and the round's total is not."""
    line = "      - {recipient: Guides, purpose: tents, amount: £879}\n"
    new = THREE_STRANDS.replace(line, "").rstrip("\n") + f"\n{line}"
    assert told(THREE_STRANDS, new) == [
        "Grant to Guides (£879) moved from “Community Fund” to “Fighting Crime Grants”.",
        "Community Fund moved by −£879 (£53,879 → £53,000).",
        "Community Fund: 6 projects → 5 projects.",
        "Fighting Crime Grants moved by +£879 (£18,000 → £18,879).",
        "Fighting Crime Grants: 1 project → 2 projects.",
    ]


def test_another_order_is_told() -> None:
    """Grants, and strands, that stand in another order are named: the paper prints them so."""
    lines = [f"- {{recipient: {name}, purpose: tents, amount: '£10'}}" for name in ("Ann", "Bob", "Cyd", "Dan")]
    assert told("\n".join(lines), "\n".join([*lines[1:], lines[0]])) == [
        "In the list these grants stand elsewhere in the order: Ann."
    ]
    community, innovation, crime = re.split(r"(?=\n {4}\w)", THREE_STRANDS.rstrip("\n"))[-3:]
    assert told(THREE_STRANDS, f"{crime}{community}{innovation}".lstrip("\n")) == [
        "The strands now stand in the order “Fighting Crime Grants”, “Community Fund” and “Innovation Fund”."
    ]


def test_a_reference_tells_the_grant_when_all_else_changed() -> None:
    """The office's own reference is the surest mark: another name and another sum are corrections of that grant."""
    old = "- {recipient: Guides, purpose: tents, amount: '£5', reference: A1}\n- {recipient: Scouts, purpose: bikes, amount: '£7', reference: A2}"
    new = "- {recipient: Scouts, purpose: bikes, amount: '£9', reference: A1}\n- {recipient: Scouts, purpose: bikes, amount: '£7', reference: A2}"
    assert told(old, new) == [
        "Grant of £5: recipient “Guides” → “Scouts”.",
        "Grant to Scouts (bikes): purpose “tents” → “bikes”.",
        "Grant to Scouts (bikes): £5 → £9.",
        "The round moved by +£4 (£12 → £16).",
    ]


def test_two_grants_to_one_recipient_are_told_apart() -> None:
    """The purpose tells which of two grants to one recipient was changed."""
    old = "- {recipient: Guides, purpose: tents, amount: '£5'}\n- {recipient: Guides, purpose: bikes, amount: '£7'}"
    assert told(old, old.replace("£7", "£8"))[0] == "Grant to Guides (bikes): £7 → £8."


def test_what_is_stated_of_a_strand_covers_it(tmp_path: Path) -> None:
    """The word is the one that `totals` uses: a stated figure covers a strand."""
    held = []
    for name, total in (("a", "£53,879"), ("b", "£53,880")):
        stated = f"stated: {{total: '{total}', covers: Community Fund}}\n"
        files = {"2023-10-03/paper": PAPER, "2023-10-03/grants": funding_round(THREE_STRANDS, more=stated)}
        held.append(hold(entries_alone(write(tmp_path / name, files))))
    changes = [one.text for group in meaning(*held) for one in group.changes]
    assert (
        "What the text states: £53,879, covering Community Fund, which agrees with the grants"
        " → £53,880, covering Community Fund, which disagrees with the grants."
    ) in changes


def test_what_the_text_states_is_told_with_its_verdict() -> None:
    """A text that was put right is told with what it is worth against the grants, before and after."""
    said = told(
        THREE_STRANDS,
        THREE_STRANDS,
        text="A further £53,879 was given to 6 projects:",
        new_text="A further £73,719 was given to 8 projects:",
    )
    assert said == [
        "Text changed: 2 words taken out and 2 words put in (“£53,879” → “£73,719” and “6” → “8”).",
        "What the text states: £53,879 to 6 projects, which disagrees with the grants → £73,719 to 8 projects, which agrees with the grants.",
    ]


NAMES = st.sampled_from(["Scouts", "Guides", "Barchester Scouts", "Shop Watch"])
GRANT = st.fixed_dictionaries(
    {
        "recipient": NAMES,
        "purpose": st.sampled_from(["tents", "bikes", "a new boat for the harbour"]),
        "amount": st.integers(1, 30_000).map(lambda pence: f"'£{pence // 100}.{pence % 100:02}'"),
    },
    optional={
        "projects": st.integers(1, 4),
        "status": st.sampled_from(["awarded", "varied", "withdrawn", "returned"]),
        "reference": st.sampled_from(["A1", "A2", "A3"]),
    },
)
STRANDS = st.dictionaries(
    st.sampled_from(["Community Fund", "Innovation Fund"]), st.lists(GRANT, min_size=1, max_size=4), min_size=1
)
Grants = dict[str, list[dict[str, object]]]


def as_yaml(strands: Grants) -> str:
    """Return grants by strand as an entry holds them."""
    lines = []
    for name, grants in strands.items():
        lines.append(f"{name}:")
        lines += ["  - {" + ", ".join(f"{key}: {value}" for key, value in one.items()) + "}" for one in grants]
    return "\n".join(lines)


AMOUNT = r"(£[0-9,.]*[0-9])"
SAID = (
    (re.compile(rf"^Grant added.* – {AMOUNT}(?:, \d+ projects)?\.$"), (0, 1)),
    (re.compile(rf"^Grant taken out.* – {AMOUNT}(?:, \d+ projects)?\.$"), (1, 0)),
    (re.compile(rf"^Grant to .*: {AMOUNT} → {AMOUNT}\.$"), (1, 2)),
    (re.compile(rf"; {AMOUNT} \(\d+ projects?\) does not count any more\.$"), (1, 0)),
    (re.compile(rf"; {AMOUNT} \(\d+ projects?\) counts now\.$"), (0, 1)),
)


def by_the_words(sentences: list[str]) -> int:
    """Return what the sentences about grants add up to in pence, read as an officer with a pencil reads them."""
    total = 0
    for one in sentences:
        for pattern, (less, more) in SAID:
            match = pattern.search(one)
            if match is not None:
                total += Money.parse(match[more]).pence if more else 0
                total -= Money.parse(match[less]).pence if less else 0
    return total


def public_total(strands: Grants) -> int:
    """Return what grants come to in pence, those withdrawn or returned apart."""
    rows = [one for grants in strands.values() for one in grants]
    return sum(
        Money.parse(str(one["amount"]).strip("'")).pence
        for one in rows
        if one.get("status", "awarded") in ("awarded", "varied")
    )


@settings(max_examples=120, deadline=None)
@given(STRANDS, STRANDS)
def test_what_is_told_adds_up_to_what_the_total_moved_by(old: Grants, new: Grants) -> None:
    """Whoever adds up the changes told with a pencil comes to the movement of the total, whatever changed."""
    sentences = told(as_yaml(old), as_yaml(new))
    assert by_the_words(sentences) == public_total(new) - public_total(old)
    assert any(map(ROUND_MOVED.search, sentences)) == (public_total(old) != public_total(new))


@settings(max_examples=40, deadline=None)
@given(STRANDS, st.data())
def test_a_change_of_one_grant_is_told_as_one_change(strands: Grants, data: st.DataObject) -> None:
    """Correcting one amount among many is told as that grant's change, however alike the others are."""
    name = data.draw(st.sampled_from(sorted(strands)))
    at = data.draw(st.integers(0, len(strands[name]) - 1))
    grant = {**strands[name][at], "amount": "'£999'"}
    new = {**strands, name: [*strands[name][:at], grant, *strands[name][at + 1 :]]}
    sentences = [one for one in told(as_yaml(strands), as_yaml(new)) if one.startswith("Grant")]
    assert len(sentences) == 1
    assert "→ £999" in sentences[0]
