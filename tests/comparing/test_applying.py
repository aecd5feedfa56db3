"""`compare --apply`: the paper built again says what Word says, and the entries keep all else byte for byte."""

from __future__ import annotations

import difflib
import shutil
from typing import TYPE_CHECKING

import pytest
from built_papers import EXAMPLE, NAME, Built, said, workspace
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import FUND, funding_round, paper, statement
from word_edits import Edited

from pcp_reports.building import make
from pcp_reports.comparing import applying
from pcp_reports.comparing.applying import plan, write
from pcp_reports.comparing.comparison import compare, key_of
from pcp_reports.comparing.entries.change import Kind
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from pcp_reports.placing import Survey

BACUP = """
    The Commissioner opened a **new police base** in Bacup, paid for
    by the [county council](https://example.org/base), under the {{ title }}.

    It is open on weekdays:

    - from nine to noon
    - from two to five

    Residents asked for *Saturdays* as well.
    """


@pytest.fixture
def bacup(tmp_path: Path) -> Built:
    """Return a paper with an entry of every sort of typing, and notes in it."""
    files = {
        f"{NAME}/paper": paper("bacup", "text: Members are thanked for their time.", more="summary: What was done.\n"),
        f"{NAME}/bacup": "# kept for the Bacup team\n"
        + statement(BACUP, "title: Plan for Bacup # its title\nowner: Ann\n"),
    }
    return workspace(tmp_path, files)


def lines_changed(before: str, after: str) -> list[str]:
    """Return the lines that went and came, with their signs."""
    rows = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [row for row in rows if row[0] in "+-"]


def test_only_the_line_concerned_changes(bacup: Built) -> None:
    """Notes, blank lines, the other keys and the other lines of the text keep every byte."""
    before = bacup.file(f"{NAME}/bacup")
    bacup.edited.replace("in Bacup, paid for", "in the town, paid for")
    bacup.apply()
    assert lines_changed(before, bacup.file(f"{NAME}/bacup")) == [
        "-   The Commissioner opened a **new police base** in Bacup, paid for\n",
        "+   The Commissioner opened a **new police base** in the town, paid for\n",
    ]


@pytest.mark.parametrize(
    ("old", "new", "typed"),
    [
        ("new police base", "new base", "a **new base** in"),
        ("a new police", "the new police", "opened the **new police base** in"),
        ("county council", "council", "[council](https://example.org/base)"),
        ("under the", "as part of the", "as part of the {{ title }}."),
        ("Plan for Bacup.", "Plan for Bacup, and used daily.", "{{ title }}, and used daily."),
        ("new police base in", "base in", "opened a **base** in"),
        ("paid for by", "funded by", "funded by the [county"),
        ("opened", "opened & named", "opened & named a **new"),
    ],
)
def test_placeholders_links_and_bold_words_that_were_not_touched_stay(
    bacup: Built, old: str, new: str, typed: str
) -> None:
    """A change beside or within words set bold, a link or a placeholder leaves their signs where they are."""
    bacup.edited.replace(old, new)
    planned = bacup.apply()
    assert typed in bacup.file(f"{NAME}/bacup").replace("\n  ", " ")
    assert planned.remaining == ()
    assert said(bacup.built_again()) == said(bacup.edited)


def test_bold_words_taken_out_take_their_asterisks_along(bacup: Built) -> None:
    """No stray asterisks are left behind."""
    bacup.edited.replace("new police base ", "")
    planned = bacup.apply()
    assert "**" not in bacup.file(f"{NAME}/bacup")
    assert planned.remaining == ()


def test_paragraphs_and_bullets_parted_joined_added_and_deleted_go_back(bacup: Built) -> None:
    """Whatever was done with the paragraphs of one entry is done in its text."""
    edited = bacup.edited
    edited.part(edited.having("The Commissioner opened"), len("The Commissioner opened a new police base in Bacup,"))
    edited.add(edited.having("nine to noon"), "on Mondays alone until the evening")
    edited.delete(edited.having("two to five"))
    edited.add(edited.having("Residents asked"), "That is being looked at.")
    edited.add(edited.having("That is being"), "So are Sundays.")
    planned = bacup.apply()
    # Enter gives both halves a number in Word; the paper gives one to the first of an entry alone.
    assert [(one.kind, one.new) for one in planned.remaining] == [
        (Kind.LAYOUT, "paid for by the county council, under the Plan for Bacup.")
    ]
    assert {one.kind for one in planned.applied} == {Kind.SPLIT, Kind.ADDED, Kind.DELETED}
    text = bacup.file(f"{NAME}/bacup").partition("text: |\n")[2]
    assert text == (
        "  The Commissioner opened a **new police base** in Bacup,\n\n  paid for\n"
        "  by the [county council](https://example.org/base), under the {{ title }}.\n\n"
        "  It is open on weekdays:\n\n  - from nine to noon\n  - on Mondays alone until the evening\n\n"
        "  Residents asked for *Saturdays* as well.\n\n  That is being looked at.\n\n  So are Sundays.\n"
    )
    assert said(bacup.built_again()) == said(edited)


def test_title_summary_heading_and_text_in_place_go_into_the_paper(bacup: Built) -> None:
    """What paper.yaml itself prints is written there."""
    edited = bacup.edited
    edited.replace("The Commissioner's update", "An update by the Commissioner")
    edited.replace("What was done.", "What was done, and why.")
    edited.replace("News", "The news")
    edited.replace("Members are thanked", "Members are warmly thanked")
    bacup.apply()
    text = bacup.file(f"{NAME}/paper")
    assert "title: An update by the Commissioner\n" in text
    assert "summary: What was done, and why.\n" in text
    assert "- heading: The news\n" in text
    assert "- text: Members are warmly thanked for their time.\n" in text


@pytest.mark.parametrize("words", ["a *starred* word", "see [this](https://example.org)", "{{ title }}"])
def test_words_that_would_read_as_markup_are_left_to_the_officer(bacup: Built, words: str) -> None:
    """What an entry would take for more than words is listed, never mangled."""
    before = bacup.file(f"{NAME}/bacup")
    edited = bacup.edited
    edited.add(edited.having("Residents asked"), words)
    planned = bacup.apply()
    assert bacup.file(f"{NAME}/bacup") == before
    (left,) = planned.left
    assert left.new == words
    assert "such as asterisks" in left.why


@pytest.mark.parametrize("lead", ["2023. ", "(a) ", "1. ", "a) ", "3.2 ", "• "])
def test_what_looks_like_a_label_stays_in_the_entry(tmp_path: Path, lead: str) -> None:
    """A paragraph that begins as if it were numbered by hand keeps its beginning when another word is changed."""
    files = {
        f"{NAME}/paper": paper("bacup"),
        f"{NAME}/bacup": statement(f"One thing first.\n\n{lead}It was a good year."),
    }
    made = workspace(tmp_path, files)
    made.edited.replace("a good year", "a very good year")
    planned = made.apply()
    assert planned.remaining == ()
    assert made.file(f"{NAME}/bacup") == statement(f"One thing first.\n\n{lead}It was a very good year.")


@pytest.mark.parametrize(("old", "new"), [("for Bacup.", "for Burnley."), ("Plan for", "Plan made for")])
def test_a_part_of_what_is_put_in_leaves_the_placeholder_where_it_is(bacup: Built, old: str, new: str) -> None:
    """“Plan for Burnley” where the tool puts in the title: the braces stay, and I hear why."""
    bacup.edited.replace(old, new, bacup.edited.having("under the Plan"))
    planned = bacup.planned()
    assert planned.files == {}
    assert ["the tool puts in from data" in one.why for one in planned.left] == [True]


def test_words_that_became_markup_are_left_with_the_reason(bacup: Built) -> None:
    """Asterisks typed in Word would not come out as such: I am told why the words are left to me."""
    bacup.edited.replace("It is open", "It *is* open")
    (left,) = bacup.planned().left
    assert "such as asterisks" in left.why


def test_signs_that_word_set_by_itself_stay_out_of_the_entry(tmp_path: Path) -> None:
    """Beside a word that I changed, the quotation marks and dashes of the entry stay as they were typed."""
    text = 'The force\'s "clean-up" - a week of work - is done.'
    made = workspace(tmp_path, {f"{NAME}/paper": paper("bacup"), f"{NAME}/bacup": statement(text)})
    made.edited.put(
        made.edited.having("The force"), 0, len(text), "The force’s “clean-up” – a month of work – is done."
    )
    made.apply()
    assert made.file(f"{NAME}/bacup") == statement(text.replace("week", "month"))


def test_words_that_yaml_would_stumble_over_are_written_so_that_they_read_back(bacup: Built) -> None:
    """Colons, hashes, quotation marks: a title in one line is put in quotation marks where it must be."""
    bacup.edited.replace("Members are thanked for their time.", "Members: thanks #1, “again” & 'so on' — {yes}.")
    planned = bacup.apply()
    assert planned.remaining == ()
    assert said(bacup.built_again()) == said(bacup.edited)


def test_lines_that_end_as_windows_ends_them_stay_so(tmp_path: Path) -> None:
    """A file from Notepad keeps its line ends, in the lines that were written as well."""
    files = {
        f"{NAME}/paper": paper("bacup"),
        f"{NAME}/bacup": statement("One day.\n\nAnother day.").replace("\n", "\r\n"),
    }
    made = workspace(tmp_path, files)
    made.edited.replace("Another day.", "Another good day.")
    made.apply()
    assert made.file(f"{NAME}/bacup") == statement("One day.\n\nAnother good day.").replace("\n", "\r\n")


def test_a_grants_recipient_and_purpose_go_into_their_keys(tmp_path: Path) -> None:
    """A grant line corrected in Word corrects the grant, and its other keys stay."""
    grants = """
    Community Fund:
      - recipient: Barchester Scouts # by e-mail
        purpose: tents – for the summer camp
        amount: £1,000
        reference: A1
      - recipient: Guides
        purpose: a hall
        amount: £2,000
    """
    files = {f"{NAME}/paper": paper("autumn"), "funding/autumn": funding_round(grants)}
    made = workspace(tmp_path, files)
    before = made.file("funding/autumn")
    made.edited.replace("Barchester Scouts", "1st Barchester Scouts")
    made.edited.replace("the summer camp", "the summer camps")
    made.edited.replace("Guides – a hall", "Guides - a village hall")
    planned = made.apply()
    assert [
        row[:1] + row[1:].strip() for row in lines_changed(before, made.file("funding/autumn")) if row[0] == "+"
    ] == [
        "+- recipient: 1st Barchester Scouts # by e-mail",
        "+purpose: tents – for the summer camps",
        "+purpose: a village hall",
    ]
    assert planned.remaining == ()


def test_exempt_matter_is_never_touched(tmp_path: Path) -> None:
    """A grant and an entry kept from the public stay byte for byte, and no message names them."""
    grants = """
    Community Fund:
      - {recipient: Barchester Scouts, purpose: tents, amount: '£1,000'}
      - recipient: Secret House
        purpose: locks
        amount: £9,000
        exempt: {paragraph: 3, reason: safety}
      - {recipient: Guides, purpose: hall, amount: '£2,000'}
    """
    hidden = statement("The refuge lies in Mill Lane.", "exempt: {paragraph: 3, reason: safety}\n")
    files = {
        f"{NAME}/paper": paper("autumn", "refuge", "patrols"),
        "funding/autumn": funding_round(grants, text="Grants were made:"),
        f"{NAME}/refuge": hidden,
        f"{NAME}/patrols": statement("Patrols went on."),
    }
    made = workspace(tmp_path, files)
    made.edited.replace("Guides – hall", "Guides – a hall")
    made.edited.replace("Patrols went on", "Patrols went on daily")
    compared = made.compared()
    planned = made.apply()
    assert made.file(f"{NAME}/refuge") == hidden
    kept = "    - recipient: Secret House\n      purpose: locks\n      amount: £9,000\n      exempt: {paragraph: 3, reason: safety}\n"
    assert kept in made.file("funding/autumn")
    assert 'purpose: "a hall"' in made.file("funding/autumn")
    told = [*compared.findings, *compared.checked, *planned.anew]
    shown = " ".join([*(one.message + one.hint for one in told), *(str(one.as_row()) for one in compared.changes)])
    assert not any(word in shown for word in ("Secret", "locks", "9,000", "Mill Lane", "refuge"))


def test_a_file_that_somebody_saved_meanwhile_is_left_alone(bacup: Built) -> None:
    """If the entry is no longer the one that was read, it is not written, and I hear so."""
    bacup.edited.replace("It is open", "It will be open")
    now = bacup.survey
    planned = plan(compare(now, NAME, bacup.root, bacup.edited.saved(), "edited.docx"), now, bacup.root)
    path = bacup.root / "entries" / NAME / "bacup.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n  More.\n", encoding="utf-8", newline="\n")
    before = path.read_bytes()
    written, failed = write(planned, now, bacup.root)
    assert written == ()
    assert [one.code for one in failed] == ["W711"]
    assert path.read_bytes() == before


def test_a_piece_of_the_paper_deletes_nothing(tmp_path: Path) -> None:
    """Somebody sent back two pages of ten: what is missing from them stays in the entries."""
    bullets = "\n".join(f"- the {number}th bullet of that day" for number in range(4, 20))
    made = workspace(tmp_path, {f"{NAME}/paper": paper("bacup"), f"{NAME}/bacup": statement(f"One day:\n\n{bullets}")})
    for number in range(8, 20):
        made.edited.delete(made.edited.having(f"the {number}th bullet"))
    planned = made.apply()
    assert planned.files == {}
    assert {one.why for one in planned.left} == {
        "so much of the paper is missing from this file that it may be a piece of it"
    }


@pytest.mark.parametrize(("bullets", "gone"), [(40, 6), (8, 4)])
def test_a_list_that_was_made_shorter_is_no_piece_of_the_paper(tmp_path: Path, bullets: int, gone: int) -> None:
    """Six bullets taken out of forty, or half of a short list, were deleted on purpose, and go."""
    text = "One day:\n\n" + "\n".join(f"- the {number}th bullet of that day" for number in range(bullets))
    made = workspace(tmp_path, {f"{NAME}/paper": paper("bacup"), f"{NAME}/bacup": statement(text)})
    for number in range(1, gone + 1):
        made.edited.delete(made.edited.having(f"the {number}th bullet"))
    planned = made.planned()
    assert (len(planned.applied), planned.left) == (gone, ())


def test_another_paper_is_never_applied(bacup: Built) -> None:
    """A file named by mistake changes nothing."""
    bacup.edited.without_marks()
    for number, paragraph in enumerate(bacup.edited.paragraphs):
        bacup.edited.put(paragraph, 0, len(bacup.edited.text(paragraph)), f"Item {number}: the weather was fair.")
    planned = bacup.apply()
    assert planned.files == {}
    assert "the file may be another paper" in {one.why for one in planned.left}


def test_an_amount_that_would_change_a_total_is_left_and_the_wording_beside_it_written(tmp_path: Path) -> None:
    """A new amount would make the paper print a total that Word has not: that alone is left to me, with the reason."""
    grants = (
        "- {recipient: Scouts, purpose: tents, amount: '£1,000'}\n- {recipient: Guides, purpose: kit, amount: '£20'}"
    )
    files = {f"{NAME}/paper": paper("autumn"), "funding/autumn": funding_round(grants, text="In all {{ total }}:")}
    made = workspace(tmp_path, files)
    made.edited.replace("£1,000", "£1,100")
    made.edited.replace("Guides – kit", "Guides – a kit")
    planned = made.planned()
    (left,) = planned.left
    assert (left.new, left.why) == (
        "Scouts – tents – £1,100",
        "in the text “£1,020” would become “£1,120”, and Word still says “£1,020”",
    )
    assert [one.new for one in planned.applied] == ["Guides – a kit – £20"]
    text = planned.files["entries/funding/autumn.yaml"].decode()
    assert ("1,000" in text, "1,100" in text, "a kit" in text) == (True, False, True)


def test_two_titles_for_one_paper_are_not_both_written(tmp_path: Path) -> None:
    """The title stands twice in the paper, and Word has two: the first is written, the other left with the reason."""
    shutil.copytree(EXAMPLE / "templates", tmp_path / "templates")
    path = tmp_path / "templates" / "panel-update.docx"
    template = Edited(path.read_bytes())
    template.add(template.having("{{ paper.title }}"), "{{ paper.title }}")
    path.write_bytes(template.saved())
    made = workspace(tmp_path, {f"{NAME}/paper": paper("bacup"), f"{NAME}/bacup": statement("One day.")})
    first, second = (one for one in made.edited.paragraphs if made.edited.text(one) == "The Commissioner's update")
    made.edited.put(first, 0, 3, "A")
    made.edited.put(second, 0, 3, "Another")
    planned = made.planned()
    assert [one.new for one in planned.applied] == ["A Commissioner's update"]
    (left,) = planned.left
    assert (left.new, left.why) == (
        "Another Commissioner's update",
        "two changes set the same key to different words",
    )


def test_a_purpose_changed_beside_an_amount_written_otherwise_is_not_called_the_same_amount(tmp_path: Path) -> None:
    """Word has another purpose and £1,000.00 for £1,000: that is more than the same amount, and is left to me as that."""
    grants = (
        "- {recipient: Scouts, purpose: tents, amount: '£1,000'}\n- {recipient: Guides, purpose: kit, amount: '£20'}"
    )
    made = workspace(tmp_path, {f"{NAME}/paper": paper("autumn"), "funding/autumn": funding_round(grants)})
    made.edited.replace("tents – £1,000", "two tents – £1,000.00")
    (left,) = made.planned().left
    assert left.why == "the paper built again would still not say what Word says"


def test_a_bullet_is_not_deleted_from_above_its_own_bullets(tmp_path: Path) -> None:
    """Without the bullet that they stand beneath, the others would read as something else: that is left to me."""
    text = "Residents asked for:\n\n- safer streets\n  - lamps in Mill Lane\n- a patrol"
    made = workspace(tmp_path, {f"{NAME}/paper": paper("bacup"), f"{NAME}/bacup": statement(text)})
    made.edited.delete(made.edited.having("safer streets"))
    planned = made.planned()
    assert planned.files == {}
    assert [one.why for one in planned.left] == ["where its words were typed cannot be told"]


def test_the_only_paragraph_beside_the_grants_is_not_deleted(tmp_path: Path) -> None:
    """A round's text of one paragraph and its grants keeps the paragraph: I hear what to do instead."""
    grants = "- {recipient: Scouts, purpose: tents, amount: '£1,000'}"
    files = {
        f"{NAME}/paper": paper("autumn", "text: That is all."),
        "funding/autumn": funding_round(grants, text="These were given:\n\n{{ lines }}"),
    }
    made = workspace(tmp_path, files)
    made.edited.delete(made.edited.having("These were given"))
    planned = made.planned()
    assert planned.files == {}
    assert "nothing would be left of the text: take its entry out of the paper instead" in {
        one.why for one in planned.left
    }


@pytest.mark.parametrize("proof", ["no paper", "as before"])
def test_what_the_proof_does_not_bear_out_is_not_written(
    bacup: Built, monkeypatch: pytest.MonkeyPatch, proof: str
) -> None:
    """If the entries made no paper any more, or still said what they said, nothing is written, and each is listed."""
    bacup.edited.replace("It is open", "It will be open")
    bacup.edited.replace("What was done.", "What was done, and why.")
    monkeypatch.setattr(applying, "left_over", lambda compared, *_: None if proof == "no paper" else compared.changes)
    planned = bacup.planned()
    assert (planned.files, planned.applied) == ({}, ())
    assert {one.why for one in planned.left} == {"the paper built again would still not say what Word says"}
    assert len(planned.left) == 2


WORDS = (
    *("river", "bridge", "Saturday", "council", "young", "people's", "safer", "(new)", "well-lit", "&"),
    *("quiet", "“hub”", "£20", "t/a", "Tŷ"),
)


def edit(edited: Edited, chance: random.Random) -> None:
    """Do something to a paragraph that the entries print, as somebody might in Word."""
    paragraphs = edited.marked
    paragraph = chance.choice(paragraphs)
    text = edited.text(paragraph)
    words = text.split(" ")
    how = chance.choice(("type over", "put in", "take out", "type over", "put in", "part", "join", "add", "delete"))
    at = chance.randrange(len(words))
    start = len(" ".join(words[:at])) + bool(at)
    if how == "type over":
        edited.put(paragraph, start, start + len(words[at]), chance.choice(WORDS))
    elif how == "put in":
        edited.put(paragraph, start, start, f"{chance.choice(WORDS)} ")
    elif how == "take out" and len(words) > 2:
        edited.put(paragraph, start, min(start + len(words[at]) + 1, len(text)), "")
    elif how == "part" and len(words) > 6:
        edited.part(paragraph, start)
    elif how == "join" and (following := paragraph.getnext()) is not None and following in paragraphs:
        edited.join(paragraph, following)
    elif how == "add":
        edited.add(paragraph, " ".join(chance.choice(WORDS) for _ in range(chance.randrange(3, 9))) + ".")
    elif how == "delete" and len(paragraphs) > 5:
        edited.delete(paragraph)


def prove(surveyed: Survey, name: str, root: Path, data: bytes) -> None:
    """Hold that whatever was changed was written or is listed, and that entries changed in those places alone."""
    compared = compare(surveyed, name, root, data, "edited.docx")
    planned = plan(compared, surveyed, root)
    passages = compared.passages
    listed = {key_of(one, passages) for one in planned.left}
    listed |= {key_of(one, passages) for one in planned.applied if one.partly}
    # What the paper, built again, still says otherwise than Word is listed, every bit of it.
    remaining = [one for one in planned.remaining if one.path and one.kind is not Kind.LAYOUT]
    assert {key_of(one, passages) for one in remaining} <= listed
    assert len(planned.applied) + len(planned.left) == len(compared.changes)
    for path, new in planned.files.items():
        old = (root / path).read_text(encoding="utf-8").splitlines()
        notes = [line.partition("#")[2] for line in old if "#" in line]
        assert [line.partition("#")[2] for line in new.decode().splitlines() if "#" in line] == notes


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Survey, dict[str, bytes]]:
    """Return the example workspace, and its papers as built."""
    root = tmp_path_factory.mktemp("example")
    for folder in ("entries", "templates"):
        shutil.copytree(EXAMPLE / folder, root / folder)
    surveyed = survey(load(root, keep=True))
    papers = {name: make(surveyed, name, root, draft=False).data or b"" for name in surveyed.register.papers}
    return root, surveyed, papers


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.randoms(use_true_random=False),
    st.integers(1, 6),
    st.sampled_from(["2023-10-03", "prosper-partnership"]),
    st.booleans(),
)
def test_every_change_is_written_or_listed(
    example: tuple[Path, Survey, dict[str, bytes]],
    chance: random.Random,
    times: int,
    name: str,
    marks: bool,
) -> None:
    """Whatever somebody does to the example papers, nothing of it is dropped, with the hidden marks or without."""
    root, surveyed, papers = example
    edited = Edited(papers[name])
    for _ in range(times):
        edit(edited, chance)
    if not marks:
        edited.without_marks()
    prove(surveyed, name, root, edited.saved())


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.integers(1, 4))
def test_words_changed_within_entries_come_back_exactly(
    example: tuple[Path, Survey, dict[str, bytes]], chance: random.Random, times: int
) -> None:
    """Words put in, taken out or typed over in the entries' own texts: the paper built again says what Word says."""
    root, surveyed, papers = example
    edited = Edited(papers[NAME])
    for _ in range(times):
        texts = [one for one in edited.marked if len(edited.text(one).split()) > 8 and " – £" not in edited.text(one)]
        paragraph = chance.choice(texts)
        words = edited.text(paragraph).split(" ")
        at = chance.randrange(1, len(words))
        start = len(" ".join(words[:at])) + 1
        edited.put(paragraph, start, start, f"{chance.choice(WORDS[:10])} ")
    compared = compare(surveyed, NAME, root, edited.saved(), "edited.docx")
    planned = plan(compared, surveyed, root)
    whys = ("standing paragraph", "from data", "does not agree")
    assert all(any(why in one.why for why in whys) for one in planned.left), [one.why for one in planned.left]
    assert {one.new for one in planned.remaining} == {
        one.new for one in (*planned.left, *planned.applied) if not one.can_apply or one.partly
    }


def test_a_round_of_hostile_names_comes_back(tmp_path: Path) -> None:
    """Ampersands, quotes, brackets, dashes and figures in names: each can be corrected in Word."""
    grants = "\n".join(
        f"- recipient: {name}\n  purpose: '{purpose}'\n  amount: £{number},000"
        for number, (name, purpose) in enumerate(
            (
                ("56 Group Wales", "tools & paint"),
                ("'4 Me 2 (Tŷ Coch)'", 'a "safe" room – with locks'),
                ("'Smith t/a Jones'", "bus: there – and back"),
            ),
            1,
        )
    )
    made = workspace(tmp_path, {f"{NAME}/paper": paper("autumn"), "funding/autumn": funding_round(grants)})
    assert FUND in made.file("funding/autumn")
    made.edited.replace("56 Group", "The 56 Group")
    made.edited.replace('a "safe" room', 'one "safe" room')
    made.edited.replace("and back", "and home again")
    planned = made.apply()
    assert planned.remaining == ()
    assert said(made.built_again()) == said(made.edited)
