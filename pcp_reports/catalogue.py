"""Every code a finding may bear, with its severity and what it means: the one list that code, docs and tests share.

Y… YAML, M… model, G… grants and totals, F… figures and claims, P… paper and order, W… Word template, filling,
read-back and the written file. No claim about the world is an error.
"""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """A kind of finding. ``rank`` orders findings of one severity in the text form, the most embarrassing first."""

    code: str
    severity: str  # "error", "warning" or "note"
    title: str
    rank: int = 5


_ALL = (
    # -- Y: the YAML of a file
    Rule("Y101", "error", "A file cannot be opened"),
    Rule("Y102", "error", "A file is too large"),
    Rule("Y103", "error", "A file is not saved as UTF-8"),
    Rule("Y104", "note", "A file begins with a byte-order mark"),
    Rule("Y105", "error", "A character that does not print"),
    Rule("Y106", "error", "A tab"),
    Rule("Y107", "warning", "A space of no width"),
    Rule("Y110", "error", "A colon in words without quotation marks"),
    Rule("Y111", "error", "A quotation mark at the beginning of a value"),
    Rule("Y112", "error", "A brace or bracket at the beginning of a value"),
    Rule("Y113", "error", "A sign at the beginning of a value that YAML takes for its own"),
    Rule("Y114", "error", "A colon, or the space after it, is missing"),
    Rule("Y115", "error", "A line that begins too far in, or not far enough"),
    Rule("Y116", "error", "A text that is not set in"),
    Rule("Y117", "error", "Words cut off by #"),
    Rule("Y118", "warning", "Words behind # that are not printed", 2),
    Rule("Y119", "error", "A fault that cannot be told more closely"),
    Rule("Y120", "error", "A key that stands twice"),
    Rule("Y121", "error", "YAML's own notation: an anchor, an alias or a tag"),
    Rule("Y122", "error", "A second document in one file"),
    Rule("Y123", "error", "A file that holds too much, or too deep"),
    Rule("Y124", "error", "A list or group where a key belongs"),
    Rule("Y125", "error", "An empty file"),
    Rule("Y126", "error", "A file that does not begin with a key"),
    # -- M: keys and values
    Rule("M101", "error", "A file that does not say its kind"),
    Rule("M102", "error", "A kind that does not exist, or does not belong here"),
    Rule("M103", "error", "A key that is not known"),
    Rule("M104", "error", "Something required is missing"),
    Rule("M105", "error", "Words are expected"),
    Rule("M106", "error", "A list or a group of keys is expected"),
    Rule("M107", "error", "An item of a section that cannot be read"),
    Rule("M108", "error", "Not a whole number"),
    Rule("M109", "error", "Not one of the words that may stand here"),
    Rule("M110", "error", "A date that cannot be read"),
    Rule("M111", "error", "An empty place in a list"),
    Rule("M112", "error", "A change that does not say which way"),
    Rule("M113", "error", "A figure without a value"),
    Rule("M114", "error", "Not an e-mail address"),
    Rule("M120", "note", "An accepted warning that is not there"),
    Rule("M121", "warning", "An acceptance of something that cannot be accepted"),
    # -- G: grants and totals
    Rule("G101", "error", "An amount that cannot be read"),
    Rule("G110", "error", "A strand that the fund does not have"),
    Rule("G111", "error", "A fund that the office does not have"),
    Rule("G112", "error", "A claim over a strand that the round does not have"),
    Rule("G113", "warning", "Grants without a strand in a fund that has strands", 3),
    Rule("G201", "warning", "A stated total that disagrees with the grants", 1),
    Rule("G202", "warning", "A stated number of projects that disagrees with the grants", 1),
    # -- P: papers, their order, and the folder
    Rule("P101", "error", "An item that names no entry"),
    Rule("P102", "error", "A person who is not in office.yaml"),
    Rule("P103", "error", "A priority that is not in office.yaml"),
    Rule("P104", "error", "A standing paragraph that is not in office.yaml"),
    Rule("P105", "error", "An item placed twice"),
    Rule("P106", "warning", "An entry that nothing places", 2),
    Rule("P107", "note", "A round that no paper cites yet"),
    Rule("P108", "error", "A name that two files share"),
    Rule("P109", "warning", "A paper's own entry of a shared one's name", 2),
    Rule("P110", "error", "A second office or a second paper of one name"),
    Rule("P111", "error", "Nothing above for an “also” to go on under"),
    Rule("P112", "error", "A text that begins with a bullet has nothing to carry the number"),
    Rule("P113", "error", "A Word template that is not there"),
    Rule("P114", "error", "The office's file is missing"),
    Rule("P115", "warning", "A paper whose folder and meeting say different days", 2),
    Rule("P116", "note", "No paper yet"),
    Rule("P120", "warning", "A date after the meeting", 2),
    Rule("P121", "warning", "A prompt left in place", 0),
    Rule("P122", "note", "Exempt matter kept out of everything public"),
    Rule("P123", "note", "A schema for editors that is out of date"),
    Rule("P130", "error", "A placeholder that cannot be filled"),
    Rule("P131", "error", "A placeholder that is not finished, or is more than an expression"),
    Rule("P132", "error", "Bullets too deep within each other"),
    Rule("P133", "warning", "Words that look like formatting but print as typed", 3),
    Rule("P134", "warning", "A link that is not one", 3),
    Rule("P140", "note", "A file that nothing uses"),
    Rule("P141", "note", "A link or a folder that is not followed"),
    Rule("P142", "note", "A name that cannot be read"),
    Rule("P143", "error", "A folder that cannot be opened"),
    Rule("P144", "warning", "A file whose name is almost paper.yaml or office.yaml", 1),
    # -- W1: what a template gets wrong (template lint)
    # -- W2: a Word file that cannot be used
    Rule("W201", "error", "The file is not a Word file"),
    Rule("W202", "error", "The Word file is protected by a password, or is an old .doc"),
    Rule("W203", "error", "The Word file is far bigger than a paper needs"),
    Rule("W204", "error", "The Word file is packed as Word never packs one"),
    Rule("W205", "error", "The file has no Word document inside"),
    Rule("W206", "error", "The Word file declares a document type of its own"),
    Rule("W207", "error", "The Word file has macros inside"),
    Rule("W208", "error", "The Word file is damaged"),
    Rule("W209", "error", "The Word file is of a form that cannot be filled"),
    # -- W3: filling
    Rule("W301", "error", "A placeholder in the template cannot be read"),
    Rule("W302", "error", "The template asks for something the paper does not have"),
    Rule("W303", "error", "A placeholder in the template does more than a placeholder may"),
    Rule("W304", "error", "The template's placeholders leave a broken document"),
    Rule("W305", "error", "The body stands in the middle of a line in the template"),
    Rule("W306", "error", "The template lacks a style that the paper needs"),
    Rule("W307", "error", "The paper holds a character that Word cannot hold"),
    # -- W4: read-back
    Rule("W401", "error", "The finished paper cannot be read back"),
    Rule("W402", "error", "A part of the paper is missing from the finished file", 1),
    Rule("W403", "error", "A paragraph of the finished file says something else than the entry", 1),
    Rule("W404", "error", "A paragraph of the finished file stands in the wrong place", 2),
    Rule("W405", "error", "A paragraph is printed twice in the finished file", 2),
    Rule("W406", "error", "The numbers of the finished file do not run 1, 2, 3 …", 2),
    Rule("W407", "error", "A link of the finished file is lost, or leads elsewhere", 2),
    Rule("W408", "error", "A table of the finished file says something else than the entry", 1),
    Rule("W409", "error", "The grant lines of the finished file do not add up to the round's total", 1),
    Rule("W410", "error", "The title, meeting, contact or signatory is not in the finished file", 2),
    Rule("W411", "error", "A placeholder was left unfilled in the finished file", 1),
    Rule("W412", "error", "The finished file's properties do not bear the paper's title", 3),
    # -- W5: the written file
)

RULES: dict[str, Rule] = {rule.code: rule for rule in _ALL}
