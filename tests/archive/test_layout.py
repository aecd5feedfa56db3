"""The names that files bear in the archive: every system can hold them, they stay as they are, and no two become one."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pcp_reports.archive.layout import (
    LONGEST_NAME,
    LONGEST_PATH,
    id_of,
    object_place,
    paper_of,
    safe_name,
    safe_paths,
)

# Microsoft, "Naming Files, Paths, and Namespaces": barred characters, devices (also before an ending, blanks between).
BARRED = set('<>:"/\\|?*') | {chr(code) for code in range(32)}
DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"
}

SIGNS = st.one_of(
    st.characters(),
    st.sampled_from(sorted(BARRED - {"/"}) + list(" .~$_-%#ôéßİ\u0301\u00a0\u3000\u200b\u202e\u2028\x7f\x85\ud800💷")),
)
AWKWARD = """con AUX nul.yaml Com1 lpt9. COM² CONIN$ _vti_ _Vti_cnf desktop.ini .lock ~$a forms . .. ... a.yaml A.yaml paper.yaml"""
WORDS = st.sampled_from([*AWKWARD.split(), " ", "x" * 79, "💷" * 60, "ending.💷💷💷💷💷", "a" * 300])
NAMES = st.one_of(
    WORDS, st.text(SIGNS, min_size=1, max_size=120), st.tuples(WORDS, st.text(SIGNS, max_size=6)).map("".join)
)
PATHS = st.lists(NAMES.map(lambda name: name.replace("/", "-")), min_size=1, max_size=5).map("/".join)


def why_refused(name: str) -> str:
    """Return why Windows, SharePoint or a BagIt manifest would not have a name; nothing for one that all of them bear."""
    stem = name.partition(".")[0].rstrip(" ").casefold()
    rules = {
        "it is empty": not name,
        "it has a barred character": bool(BARRED & set(name)),
        "it cannot be written as UTF-8": any("\ud800" <= sign <= "\udfff" for sign in name),
        "it cannot be seen": any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") for sign in name),
        "a blank or dot at an end": name != name.strip() or name.endswith("."),
        "it is a device": stem in DEVICES,
        "SharePoint keeps it": name.casefold() in (".lock", "desktop.ini", "forms") or name.startswith("~$"),
        "FrontPage keeps it": "_vti_" in name.casefold(),
        "it is not composed": unicodedata.normalize("NFC", name) != name,
        "it is too long": len(name.encode("utf-16-le")) // 2 > LONGEST_NAME
        if not re.search("[\ud800-\udfff]", name)
        else False,
    }
    return ", ".join(why for why, broken in rules.items() if broken)


def folded(path: str) -> str:
    """Return a path as a drive sees it that knows no capitals and one way of writing an accent."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


@given(NAMES)
@example("con .yaml")
@example("a\u00a0.")
@example("x.💷💷💷💷💷")
@example("_Vti_cnf")
@example("")
def test_every_name_that_a_system_refuses_is_mended(name: str) -> None:
    """Whatever a file is called, its copy in the archive can be opened on Windows, in SharePoint and everywhere else."""
    assert why_refused(safe_name(name)) == ""


@given(NAMES)
def test_a_name_that_every_system_bears_stays_as_it_is(name: str) -> None:
    """I find my files in the archive under their own names; only a name that could not stand is another."""
    if why_refused(name) == "" and name == "".join(sign for sign in name if sign.isprintable()):
        assert safe_name(name) == name
    assert safe_name(safe_name(name)) == safe_name(name)


@given(st.lists(PATHS, max_size=12, unique=True))
@example(["A.yaml", "a.yaml", "ô.yaml", "o\u0302.yaml"])
@example(["a", "A/b"])
@example(["x" * 80 + "/" + "y" * 80])
def test_no_two_files_get_one_name(paths: list[str]) -> None:
    """Two files of mine are two files in the archive, even on a drive that knows no capitals."""
    made = safe_paths(paths)
    assert list(made) == paths
    places = [folded(path) for path in made.values()]
    assert len(set(places)) == len(places)
    folders = {place.rsplit("/", deep)[0] for place in places for deep in range(1, place.count("/") + 1)}
    assert not folders & set(places)
    for path in made.values():
        assert len(path.encode("utf-16-le")) // 2 <= LONGEST_PATH
        assert [why_refused(part) for part in path.split("/")] == [""] * len(path.split("/"))


def test_a_name_that_looks_like_a_mended_one_is_not_taken_for_it() -> None:
    """Not even a file that is named like the mended name of another takes its place."""
    mended = safe_paths(["A.yaml", "a.yaml"])["a.yaml"]
    made = safe_paths([mended.upper(), "A.yaml", "a.yaml", "What?", safe_name("What?")])
    assert len({folded(path) for path in made.values()}) == 5


@given(st.lists(PATHS, max_size=8, unique=True), PATHS)
def test_a_file_more_changes_no_name(paths: list[str], more: str) -> None:
    """What my files are called in the archive does not depend on which files come after them."""
    before = safe_paths(paths)
    after = safe_paths([*paths, more])
    assert {path: after[path] for path in before} == before


STABLE = {
    "2023-10-03 panel-update v2 final.docx": "2023-10-03 panel-update v2 final.docx",
    "slnf-september.yaml": "slnf-september.yaml",
    "Heddlu’r Gogledd – Llŷn.yaml": "Heddlu’r Gogledd – Llŷn.yaml",
    "What next?.yaml": "What next_-9e587978.yaml",
    "aux.yaml": "_aux-aa670947.yaml",
    "COM1": "_COM1-6eac394b",
    "trailing.": "trailing-44c12a4e",
    "100%.yaml": "100%.yaml",
}


@pytest.mark.parametrize("name", STABLE)
def test_names_stay_what_they_were(name: str) -> None:
    """A version archived years from now bears the names that one of today bears."""
    assert safe_name(name) == STABLE[name]


@pytest.mark.parametrize(
    "name",
    ["Con", "prn.txt", "aux", "NUL.tar.gz", "com0", "LPT9.docx", "lpt¹", "conout$", "con .yaml", "CON.", "nul  .x"],
)
def test_no_device_of_windows_is_a_file(name: str) -> None:
    """A file named like a device of Windows does not vanish into it."""
    assert safe_name(name).startswith("_")
    assert why_refused(safe_name(name)) == ""


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_paper_is_found_again_by_its_name(name: str) -> None:
    """The archive tells my papers apart by their names, accents composed or not."""
    composed = unicodedata.normalize("NFC", name)
    assert paper_of(id_of(name)) == composed
    assert id_of(composed) == id_of(unicodedata.normalize("NFD", name))


def test_a_paper_lies_under_the_year_of_its_meeting() -> None:
    """I find a paper under the year of the Panel's meeting, and one without a meeting under “undated”."""
    assert object_place("2023-10-03", "panel-update", 2023) == ("2023", "2023-10-03-panel-update")
    assert object_place("prosper", "partnership-briefing", None) == ("undated", "prosper-partnership-briefing")
    assert paper_of("urn:uuid:0") is None
