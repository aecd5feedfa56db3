"""Who still owes what for a paper: owners, due dates, what is missing, what was found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from support import OFFICE, funding_round, paper, statement, surveyed

from pcp_reports.checks import check, concerning
from pcp_reports.findings import Severity
from pcp_reports.status.of_paper import status_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pcp_reports.status.of_paper import EntryStatus, PaperStatus

TODAY = date(2023, 9, 20)
EXEMPT = "exempt:\n  paragraph: 1\n  reason: about a person\n"
GRANT = "- recipient: Alpha\n  purpose: a youth club\n  amount: £1,000\n"


def status(root: Path, files: Mapping[str, str], today: date = TODAY, name: str = "2023-10-03") -> PaperStatus:
    """Write entries and return how things stand with a paper."""
    survey = surveyed(root, files)
    return status_of(survey, name, concerning(survey, (name,), check(survey)), today)


def only(root: Path, more: str, text: str = "Much was done.", today: date = TODAY) -> EntryStatus:
    """Return how things stand with a paper's one entry, a statement with ``more`` keys."""
    files = {"2023-10-03/paper": paper("news"), "2023-10-03/news": statement(text, more)}
    (entry,) = status(root, files, today).entries
    return entry


def test_entries_stand_by_owner_in_the_paper_s_order(tmp_path: Path) -> None:
    """Each colleague's entries stand together, in the order printed, and those of nobody come last."""
    files = {
        name: statement("Words.", f"owner: {owner}\n") for name, owner in [("a", "Kim"), ("b", "Jo"), ("d", "Kim")]
    }
    found = status(
        tmp_path,
        {
            "2023-10-03/paper": paper("c", "b", "d", "a"),
            "2023-10-03/c": statement("Words."),
            **{f"2023-10-03/{name}": text for name, text in files.items()},
        },
    )
    assert [(one.owner, [entry.filed.name for entry in one.entries]) for one in found.owners] == [
        ("Jo", ["b"]), ("Kim", ["d", "a"]), (None, ["c"]),
    ]  # fmt: skip


def test_what_is_due_before_today_and_not_ready_is_late(tmp_path: Path) -> None:
    """Late is what should have been ready before today; what is due today, or is ready, is not."""
    for typed, late in [
        ("due: 2023-09-19\n", True),
        ("due: 2023-09-19\nready: no\n", True),
        ("due: 2023-09-19\nready: yes\n", False),
        ("due: 2023-09-20\n", False),
        ("due: 2023-08\n", True),
        ("due: 2023-09\n", False),  # the month is not over
        ("", False),
    ]:
        assert only(tmp_path, typed).late is late, typed


def test_what_is_due_only_after_the_paper_must_be_public_is_said(tmp_path: Path) -> None:
    """A due date after Monday 25 September cannot be kept to; a month counts only when all of it lies after."""
    for typed, after in [
        ("due: 2023-09-25\n", False),
        ("due: 2023-09-26\n", True),
        ("due: 2023-09-26\nready: yes\n", False),
        ("due: 2023-09\n", False),
        ("due: 2023-10\n", True),
    ]:
        assert only(tmp_path, typed).after_publication is after, typed


def test_the_publication_day_follows_the_office_file(tmp_path: Path) -> None:
    """Five clear days unless the office says otherwise, with or without an office file."""
    files = {"2023-10-03/paper": paper("text: Words.")}
    for office, days, day in [
        (OFFICE, 5, date(2023, 9, 25)),
        (OFFICE + "clear_days: 3\n", 3, date(2023, 9, 27)),
        (OFFICE + "clear_days: 3\nlanguage: cy_GB\n", 3, date(2023, 9, 27)),
    ]:
        found = status(tmp_path, {"office": office, **files}).publication
        assert found is not None
        assert (found.clear_days, found.day) == (days, day)
    bare = status(tmp_path / "bare", {"office": "", **files}).publication
    assert bare is not None
    assert (bare.clear_days, bare.day) == (5, date(2023, 9, 25))


def test_a_meeting_without_a_day_has_no_publication_day(tmp_path: Path) -> None:
    """While only the month of a meeting is known, no date is shown that would be wrong."""
    assert status(tmp_path / "a", {"2023-10-03/paper": paper("text: Words.", meeting="2023-10")}).publication is None
    assert status(tmp_path / "b", {"2023-10-03/paper": paper("text: Words.", meeting="")}).publication is None


def test_what_an_entry_lacks_is_told_in_the_keys_that_i_type(tmp_path: Path) -> None:
    """Prompts, required keys, the text and the owner are what I still have to fill in."""
    files = {
        "2023-10-03/paper": paper("prompts", "bare", "round", "wordless", "whole", "kindless", "unread"),
        "2023-10-03/prompts": statement("[Say what happened] and [say who came].", "owner: Kim\n"),
        "2023-10-03/bare": "kind: engagement\n",
        "2023-10-03/round": funding_round("- recipient: Alpha\n  purpose: a youth club\n", more="owner: Kim\n"),
        "2023-10-03/wordless": "kind: partnership\nname: Prosper\nowner: Kim\n",
        "2023-10-03/whole": "kind: partnership\nname: Prosper\nowner: Kim\nscanning:\n  text: Much.\n",
        "2023-10-03/kindless": "owner: Kim\ntext: Much was done.\n",
        "2023-10-03/unread": "- owner: Kim\n",
    }
    found = {entry.filed.name: entry.missing for entry in status(tmp_path, files).entries}
    assert found == {
        "prompts": ("2 prompts",),
        "bare": ("text", "owner"),
        "round": ("1 required key inside",),
        "wordless": ("text",),
        "whole": (),
        "kindless": ("kind",),
        "unread": (),
    }


def test_what_the_paper_lacks_itself_is_told(tmp_path: Path) -> None:
    """The paper's own gaps are told, with the entries that it names and nobody has made; a briefing needs no front."""
    found = status(
        tmp_path, {"2023-10-03/paper": paper("news", "text: Words.", meeting="", more="contact: Ann Thorne\n")}
    )
    assert found.missing == ("meeting", "signatory", "summary", "recommendation", "entry news")
    briefing = paper("text: Words.", meeting="", template="partnership-briefing")
    assert status(tmp_path / "briefing", {"2023-10-03/paper": briefing}).missing == ()


def test_what_was_found_stands_with_its_entry_the_worst_first(tmp_path: Path) -> None:
    """Findings are counted entry by entry, an accepted one no longer, and the sum is what check says of the paper."""
    files = {
        "2023-10-03/paper": paper("bad", "good", "accepted", "nowhere"),
        "2023-10-03/bad": statement("[Say what happened] {{ totl }}", "owner: Kim\n"),
        "2023-10-03/good": statement("Words."),
        "2023-10-03/accepted": statement("[Say what happened].", "accept:\n  P121: It is a quotation.\n"),
        "2023-12-04/paper": paper("text: '[Write what happened]'", meeting="2023-12-04"),
    }
    survey = surveyed(tmp_path, files)
    concern = concerning(survey, ("2023-10-03",), check(survey))
    found = status_of(survey, "2023-10-03", concern, TODAY)
    bad, good, accepted = found.entries
    assert bad.found.worst is not None
    assert [one.code for one in bad.found.findings] == [bad.found.worst.code, "P121"] == ["P130", "P121"]
    assert (good.found.findings, good.found.worst, accepted.found.findings) == ((), None, ())
    assert found.found.worst is not None
    assert found.found.worst.code == "P101"
    for severity in Severity:
        assert found.count(severity) == sum(one.severity is severity for one in concern if one.accepted is None)


def test_an_entry_that_nothing_places_is_told_apart(tmp_path: Path) -> None:
    """What lies in the folder without standing in the paper is not among the entries that must be ready."""
    files = {name: statement("Words.") for name in ("2023-10-03/news", "2023-10-03/stray", "other/shared")}
    found = status(tmp_path, {"2023-10-03/paper": paper("news"), **files})
    assert [entry.filed.name for entry in found.entries] == ["news"]
    assert [entry.filed.name for entry in found.unplaced] == ["stray"]


def test_where_the_paper_cannot_be_read_the_folder_stands_for_it(tmp_path: Path) -> None:
    """With an empty or broken paper.yaml I still see who owes what of what lies in its folder."""
    for typed in ("# nothing yet\n", "kind: paper\ntitle: News\n", "kind: paper\ntitle: a: b: c\n"):
        found = status(tmp_path, {"2023-10-03/paper": typed, "2023-10-03/news": statement("Words.", "owner: Kim\n")})
        assert [(one.owner, [entry.placed for entry in one.entries]) for one in found.owners] == [("Kim", [True])]
        assert (found.unplaced, found.publication, found.count(Severity.ERROR) > 0) == ((), None, True)


def test_an_entry_placed_twice_is_owed_once(tmp_path: Path) -> None:
    """An entry that a paper names twice by mistake is counted once."""
    files = {"2023-10-03/paper": paper("news", "news"), "2023-10-03/news": statement("Words.")}
    assert len(status(tmp_path, files).entries) == 1


def test_of_an_exempt_entry_nothing_is_told_but_its_name(tmp_path: Path) -> None:
    """A list that goes round by e-mail holds no word of an exempt entry, or of one that was meant to be."""
    files = {
        "2023-10-03/paper": paper("news", "secret", "meant"),
        "2023-10-03/news": statement("Words."),
        "2023-10-03/secret": statement("[Say what Mr Smith did].", f"owner: Kim\n{EXEMPT}"),
        "2023-10-03/meant": statement("[Say what Mr Smith did].", "owner: Kim\nexempt: yes\n"),
    }
    found = status(tmp_path, files)
    assert [entry.filed.name for entry in found.entries] == ["news"]
    assert [(entry.filed.name, entry.found.worst) for entry in found.exempt] == [("secret", None), ("meant", None)]
    assert [entry.found.count(Severity.WARNING) for entry in found.exempt] == [1, 1]


def test_what_was_found_in_a_round_with_an_exempt_grant_is_counted_and_not_told(tmp_path: Path) -> None:
    """The words of a finding might be those of the exempt grant, so that I am sent to check for them."""
    secret = f"- recipient: Secret\n  purpose: a person\n  amount: £1,00\n  {EXEMPT.replace(chr(10), chr(10) + '  ').rstrip()}\n"
    files = {"2023-10-03/paper": paper("round"), "funding/round": funding_round(GRANT + secret)}
    found = status(tmp_path, files)
    (entry,) = found.entries
    assert (entry.found.count(Severity.ERROR), entry.found.worst) == (1, None)
    assert [(one.grants, [row.grant.recipient for row in one.lacking]) for one in found.grants] == [(1, ["Alpha"])]
    assert [filed.name for filed in found.unread] == ["round"]


def test_the_grants_are_those_of_the_rounds_that_the_paper_cites(tmp_path: Path) -> None:
    """The months are those of this paper's rounds; a round that no paper cites is not among them."""
    rounds = {"funding/mine": funding_round(GRANT), "funding/waiting": funding_round(GRANT.replace("Alpha", "Beta"))}
    found = status(tmp_path, {"2023-10-03/paper": paper("mine"), **rounds})
    assert [row.filed.name for month in found.grants for row in month.lacking] == ["mine"]
    assert found.elsewhere == ()
