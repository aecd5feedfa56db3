"""A Word paper of any office as a reader sees it: its words in order, with the labels that Word prints."""

from __future__ import annotations

import pytest
from word_papers import NUMBERING, STYLES, cell, drawn_box, field, paper, para, passages, row, run, table, texts

from pcp_reports.passage import Sort

NOTE = f"<w:footnote w:id='1'>{para('A note')}</w:footnote>"
DELETED_MARK = "<w:rPr><w:del w:id='1' w:author='A'/></w:rPr>"


def labelled(body: str) -> list[tuple[str, str]]:
    """Return labels and words."""
    return [(one.label, one.text) for one in passages(body)]


def test_numbered_paragraphs_bear_the_numbers_that_word_prints() -> None:
    """Paragraph 2 is called “2.” and (a) beneath it “(a)”, and none of it stands in the words again."""
    body = (
        para("One", number=(1, 0))
        + para("Two", number=(1, 0))
        + para("Within two", number=(1, 1))
        + para("A bullet", number=(2, 0))
        + para("A point of it", number=(2, 1))
        + para("Three", number=(1, 0))
    )
    read = passages(body)
    assert [(one.label, one.level, one.numbered, one.sort) for one in read] == [
        ("1.", 0, True, Sort.ITEM),
        ("2.", 0, True, Sort.ITEM),
        ("(a)", 1, True, Sort.ITEM),
        ("•", 0, False, Sort.ITEM),
        ("•", 1, False, Sort.ITEM),
        ("3.", 0, True, Sort.ITEM),
    ]
    assert [one.where for one in read] == [
        "paragraph 1",
        "paragraph 2",
        "paragraph 2(a)",
        "paragraph 2(a), first bullet",
        "paragraph 2(a), first bullet, first bullet beneath it",
        "paragraph 3",
    ]
    assert [one.line for one in read] == [1, 2, 3, 4, 5, 6]


def test_a_number_that_nothing_is_written_behind_counts_and_is_not_shown() -> None:
    """An empty numbered line takes its number, as on the page, and is no passage."""
    assert labelled(para("One", number=(1, 0)) + para(number=(1, 0)) + para("Three", number=(1, 0))) == [
        ("1.", "One"),
        ("3.", "Three"),
    ]


def test_headings_are_known_by_style_base_style_and_outline_level() -> None:
    """A heading is one whatever language of Word made it, and whatever the office calls its own style."""
    body = (
        para("Update", style="Title")
        + para("Background", style="berschrift1")
        + para("Funding", style="Rubric")
        + para("Grants", style="Outlined")
        + para("By hand", more='<w:outlineLvl w:val="1"/>')
        + para("No heading", style="berschrift1", more='<w:outlineLvl w:val="9"/>')
    )
    assert [(one.sort, one.level) for one in passages(body)] == [
        (Sort.TITLE, 0),
        (Sort.HEADING, 1),
        (Sort.HEADING, 1),
        (Sort.HEADING, 3),
        (Sort.HEADING, 2),
        (Sort.TEXT, 0),
    ]


def test_whole_sentences_in_a_headings_style_are_paragraphs() -> None:
    """Offices that number paragraphs with “Heading 2” still have paragraphs, not headings of forty words."""
    sentence = (
        "The Commissioner has awarded £10,000 to the Trust for its work with young people in the county, and " * 2
    )
    read = passages(para(sentence, style="berschrift1", number=(1, 0)) + para(sentence, style="berschrift1"))
    assert [(one.sort, one.label) for one in read] == [(Sort.ITEM, "1."), (Sort.TEXT, "")]


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        (para(run("Community Fund", "<w:b/>")), True),
        (para(run("Community ", "<w:b/>"), run("Fund", "<w:u w:val='single'/>")), True),
        (para(run("Community ", "<w:b/>"), run(" "), run("Fund", "<w:b/>")), True),
        (para(run("Community ", "<w:b/>"), "Fund"), False),
        (para(run("Community Fund", "<w:b w:val='0'/>"), style="Strong1"), False),
        (para("Community Fund", style="Strong1"), True),
        (para(run("Community Fund", "<w:rStyle w:val='Strong'/>")), True),
        (para(run("Community Fund", "<w:rStyle w:val='Strong'/>"), style="Strong1"), False),
        (para(run("Community Fund", "<w:caps/>")), True),
        (para(run("Community Fund", "<w:rPrChange w:id='1'><w:rPr><w:b/></w:rPr></w:rPrChange>")), False),
        (para("<w:hyperlink>" + run("The list", "<w:u w:val='single'/>") + "</w:hyperlink>"), False),
        (para(run("The list", "<w:rStyle w:val='Hyperlink'/>")), False),
        (para(run("The list", "<w:u w:val='none'/>")), False),
    ],
)
def test_a_line_set_bold_or_underlined_throughout_is_told(body: str, *, bold: bool) -> None:
    """A heading made by hand is seen as one; a link is not, though it is underlined."""
    (read,) = passages(body)
    assert read.bold is bold


def test_breaks_tabs_and_odd_spaces_are_kept_and_soft_hyphens_are_not() -> None:
    """What I typed with Shift+Enter, Tab and Ctrl+Shift+Space is read as that."""
    inside = (
        "<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:noBreakHyphen/><w:t>D\u00a0E</w:t>"
        "<w:softHyphen/><w:t>f\u00adg</w:t></w:r>"
    )
    assert texts(para(inside)) == ["A\tB\nC\u2011D\u00a0Efg"]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0B7", "•"),
        ("Wingdings", "F0A7", "▪"),
        ("Wingdings", "F0FC", "✓"),
        ("Symbol", "F0A3", "≤"),
        ("Times New Roman", "F0A3", "£"),
        ("Times New Roman", "00A3", "£"),
        ("Wingdings 3", "F0EE", "•"),
        ("Arial", "zz", ""),
        ("Arial", "D800", ""),
    ],
)
def test_signs_of_symbol_fonts_are_read_as_what_they_show(font: str, code: str, shown: str) -> None:
    """Insert, Symbol puts a pound sign or a tick into the file in a roundabout way; it is read as one."""
    assert texts(para("x", f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>', "y")) == [f"x{shown}y"]


def test_the_mark_of_a_note_never_runs_into_an_amount() -> None:
    """£10,000 with a note is £10,000; neither Word's own mark nor one typed above the line makes it £100,001."""
    typed = para("£10,000", run("1", "<w:vertAlign w:val='superscript'/>"), " to Guides")
    own = para("£10,000", "<w:r><w:footnoteReference w:id='2'/></w:r>", " to Scouts")
    notes = (
        "<w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
        + "<w:footnote w:id='2'>{}</w:footnote>".format(
            para("<w:r><w:footnoteRef/></w:r>", " Paid in May.") + para("And in June.")
        )
    )
    square = para("10m", run("2", "<w:vertAlign w:val='superscript'/>"), " of turf")
    first, second, area, note, more = passages(typed + own + square, footnotes=notes)
    assert first.text == "£10,000 to Guides"
    assert area.text == "10m² of turf"
    assert second.text == "£10,000 to Scouts"
    assert (note.sort, note.label, note.text, note.where) == (
        Sort.NOTE,
        "1",
        "Paid in May.",
        "footnote 1, first paragraph",
    )
    assert (more.sort, more.text) == (Sort.NOTE, "And in June.")


def test_fields_show_their_result_and_never_their_code() -> None:
    """A page reference reads as its number; what Word computes it from is not in the paper."""
    split = field("<w:r><w:instrText>IF </w:instrText></w:r>" + field("MERGEFIELD x", "never"), "£5")
    assert texts(para("See ", field("REF a", "table 2"), " and ", split, ".")) == ["See table 2 and £5."]
    assert texts(para('<w:fldSimple w:instr=" SEQ Table ">' + run("3") + "</w:fldSimple>")) == ["3"]


def test_signs_and_notes_within_a_fields_code_are_not_read() -> None:
    """A sign that only serves to compute a field is no word of the paper."""
    code = "<w:r><w:instrText>IF </w:instrText><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>"
    assert texts(para("Yes ", field(code, "£5"), ".")) == ["Yes £5."]


def test_a_hidden_field_hides_its_result() -> None:
    """A table of contents whose beginning somebody hid is a table of contents all the same."""
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr>{}</w:r>".format
    begin = hidden("<w:fldChar w:fldCharType='begin'/>") + hidden("<w:instrText>TOC \\o</w:instrText>")
    rest = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("Funding 4")
    assert texts(para(begin, rest, "<w:r><w:fldChar w:fldCharType='end'/></w:r>", "Text")) == ["Text"]


def test_a_comment_of_the_file_itself_parts_no_amount() -> None:
    """A remark that a program left in the file is not read, and nothing behind it is lost."""
    assert texts(para("<w:r><w:t>£5<!-- by a program -->00 to Guides</w:t></w:r>")) == ["£500 to Guides"]


def test_a_field_that_never_ends_does_not_swallow_the_paper() -> None:
    """One broken field does not hide the grants that stand behind it."""
    body = para(field("TOC a", "Funding", end=False)) + para("£500 to Guides", field("REF a", "."))
    assert texts(body) == ["Funding", "£500 to Guides."]


def test_the_choice_in_a_drop_down_list_is_read() -> None:
    """What somebody chose in an old form stands on the page, so it is read."""
    box = (
        "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Draft'/>"
        "<w:listEntry w:val='Public'/></w:ddList></w:ffData></w:fldChar></w:r>"
        "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    assert texts(para("Status: ", box)) == ["Status: Public"]


def test_a_choice_that_is_shown_in_words_is_read_once() -> None:
    """Where a form shows its choice as words of its own, the choice is not said twice."""
    box = (
        "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:listEntry w:val='Public'/></w:ddList></w:ffData>"
        "</w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/>"
        f"</w:r>{run('Public')}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    assert texts(para("Status: ", box)) == ["Status: Public"]


def test_a_table_of_contents_is_left_out() -> None:
    """Its lines only repeat the headings; a sentence that merely wears its style is read."""
    entry = para("Funding\t4", style="TOC1")
    control = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{para('Contents')}{para('Loose line')}</w:sdtContent></w:sdt>"
    )
    begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>"
    spread = (
        para(begin, "<w:r><w:fldChar w:fldCharType='separate'/></w:r>", "Funding 4")
        + para("Grants 5")
        + para("<w:r><w:fldChar w:fldCharType='end'/></w:r>")
    )
    kept = para("The Panel is asked to note the paper.", style="TOC1")
    assert texts(entry + control + spread + kept + para("Funding", style="berschrift1")) == [
        "The Panel is asked to note the paper.",
        "Funding",
    ]


def test_contents_that_end_within_a_control_end_there() -> None:
    """Where a table of contents that began before Word's own control ends in it, what follows is read."""
    begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>"
    last = para("Grants 5", "<w:r><w:fldChar w:fldCharType='end'/></w:r>")
    control = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{last}</w:sdtContent></w:sdt>"
    )
    body = (
        para(begin, "<w:r><w:fldChar w:fldCharType='separate'/></w:r>", "Funding 4") + control + para("£500 to Guides")
    )
    assert texts(body) == ["£500 to Guides"]


def test_content_controls_smart_tags_and_links_are_opened() -> None:
    """Words inside a form field, a smart tag or a link are words of the paper, wherever those stand."""
    tag = "<w:smartTag>" + run("Blackpool") + "</w:smartTag>"
    inline = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('£500')}</w:sdtContent></w:sdt>"
    link = "<w:hyperlink w:anchor='x'>" + run("Guides") + "</w:hyperlink>"
    block = f"<w:sdt><w:sdtContent>{para('In a control')}</w:sdtContent></w:sdt>"
    rows = f"<w:sdt><w:sdtContent>{row('A', 'B')}</w:sdtContent></w:sdt>"
    cells = row("C", f"<w:sdt><w:sdtContent>{cell('D')}</w:sdtContent></w:sdt>")
    assert texts(para(tag, " ", inline, " to ", link) + block + table(rows, cells)) == [
        "Blackpool £500 to Guides",
        "In a control",
        "A\tB",
        "C\tD",
    ]


def test_formulas_comments_and_hidden_words_are_left_out() -> None:
    """What is not printed, or is no wording, is not read."""
    body = para(
        "Seen",
        "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>",
        "<w:commentRangeStart w:id='1'/>",
        run(" hidden", "<w:vanish/>"),
        "<w:r><w:commentReference w:id='1'/></w:r>",
    ) + para(run("Gone", "<w:vanish/>"), number=(1, 0), more="<w:rPr><w:vanish/></w:rPr>")
    assert labelled(body + para("First", number=(1, 0))) == [("", "Seen"), ("1.", "First")]


def test_tracked_changes_are_read_as_accepted() -> None:
    """The paper is read as it will be once every change is accepted."""
    body = para(
        "The Commissioner gave ",
        "<w:del w:id='1'><w:r><w:delText>£5</w:delText></w:r></w:del>",
        "<w:ins w:id='2'>" + run("£7") + "</w:ins>",
        "<w:moveFrom w:id='3'>" + run(" moved away") + "</w:moveFrom>",
        "<w:moveTo w:id='4'>" + run(" in May") + "</w:moveTo>",
        ".",
    )
    assert texts(body) == ["The Commissioner gave £7 in May."]


def test_nothing_that_was_struck_out_is_read() -> None:
    """A tab, a note's mark and words that another program left in a deletion are as gone as its letters."""
    inside = run("£5") + "<w:r><w:tab/><w:footnoteReference w:id='1'/></w:r>"
    read = passages(para("Given", f"<w:del w:id='1'>{inside}</w:del>", " away."), footnotes=NOTE)
    assert [one.text for one in read] == ["Given away."]


def test_a_paragraph_moved_away_leaves_no_number_behind() -> None:
    """A paragraph that was moved in tracked changes counts where it stands now, and there alone."""
    moved = para(
        "<w:moveFrom w:id='1'>" + run("Two") + "</w:moveFrom>",
        number=(1, 0),
        more="<w:rPr><w:moveFrom w:id='2'/></w:rPr>",
    )
    body = moved + para("One", number=(1, 0)) + para("<w:moveTo w:id='3'>" + run("Two") + "</w:moveTo>", number=(1, 0))
    assert labelled(body) == [("1.", "One"), ("2.", "Two")]


def test_a_paragraph_whose_mark_is_deleted_runs_on_into_the_next() -> None:
    """Two paragraphs that somebody joined are one, with one number; one that was taken out whole is gone."""
    gone = "<w:del w:id='1'><w:r><w:delText>Never.</w:delText></w:r></w:del>"
    body = (
        para("One, ", number=(1, 0), more=DELETED_MARK)
        + para("and more of it.", number=(1, 0))
        + para(gone, number=(1, 0), more=DELETED_MARK)
        + para("Two", number=(1, 0))
        + para("Last", more=DELETED_MARK)
    )
    assert labelled(body) == [("1.", "One, and more of it."), ("2.", "Two"), ("", "Last")]


def test_what_hangs_on_a_joined_paragraph_is_read() -> None:
    """The note and the box of a paragraph that was joined to the one above are not lost with its beginning."""
    second = para("and more.", "<w:r><w:footnoteReference w:id='1'/></w:r>", drawn_box(para("Box")))
    read = passages(para("One, ", more=DELETED_MARK) + second, footnotes=NOTE)
    assert [one.text for one in read] == ["One, and more.", "Box", "A note"]


def test_a_paragraph_cannot_run_on_into_a_table() -> None:
    """A paragraph whose mark was deleted before a table stays in front of it, and apart from what follows."""
    body = para("Before", more=DELETED_MARK) + table(row("Guides", "£5")) + para("After")
    assert texts(body) == ["Before", "Guides\t£5", "After"]


def test_a_paragraph_is_not_led_by_one_that_was_deleted_behind_it() -> None:
    """Where the words behind a paragraph were deleted with its mark, it keeps its number and its bookmark."""
    mark = "<w:bookmarkStart w:id='{}' w:name='{}'/>".format
    gone = "<w:del w:id='1'><w:r><w:delText>Never.</w:delText></w:r></w:del>"
    body = para(mark(1, "_pcp_a"), "Kept", number=(1, 0), more=DELETED_MARK) + para(
        mark(2, "_pcp_b"), gone, number=(2, 0)
    )
    assert [(one.label, one.text, one.marks) for one in passages(body)] == [("1.", "Kept", ("_pcp_a",))]


def test_a_field_deleted_in_part_leaves_the_other_fields_whole() -> None:
    """A field's beginning that is struck out does not end the table of contents it stands in."""
    begin, middle, end = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end"))
    code = "<w:r><w:instrText>TOC \\o</w:instrText></w:r>"
    body = para(begin, code, middle, "Funding 4") + para(f"<w:del w:id='1'>{begin}</w:del>", end, "Text")
    assert texts(body) == ["Text"]
    assert texts(para('<w:fldSimple w:instr=" TOC \\c ">' + run("Table 1") + "</w:fldSimple>", "Text")) == ["Text"]


def test_deleted_rows_and_cells_are_gone() -> None:
    """A grant whose row is struck out in tracked changes is not awarded."""
    body = table(
        row("Guides", "£500"),
        row("Scouts", "£900", properties="<w:del w:id='1'/>"),
        row("Rovers", cell("£1", properties="<w:cellDel w:id='2'/>"), "£2"),
    )
    assert texts(body) == ["Guides\t£500", "Rovers\t£2"]


def test_hidden_rows_are_not_read() -> None:
    """A row that is not printed is no part of the paper."""
    assert texts(table(row("Guides", "£5"), row("Scouts", "£9", properties="<w:hidden/>"))) == ["Guides\t£5"]


def test_cells_know_their_columns_and_merged_ones_say_their_words_again() -> None:
    """Each row can be read by itself: the fund beside the second grant is the one merged down from the first."""
    down, again = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    body = table(
        row(cell("Grants", properties="<w:gridSpan w:val='3'/>"), properties="<w:tblHeader/>"),
        row(cell("Fund A", properties=down), "Guides", "£500"),
        row(cell(properties=again), "Scouts", "£900"),
        row("Rovers", "£1", properties="<w:gridBefore w:val='1'/>"),
    )
    head, first, second, last = passages(body)
    assert (head.header, first.header, head.table) == (True, False, 1)
    assert [(one.text, one.column, one.span, one.goes_on) for one in head.cells] == [("Grants", 0, 3, False)]
    assert first.text == "Fund A\tGuides\t£500"
    assert [(one.text, one.column, one.goes_on) for one in second.cells] == [
        ("Fund A", 0, True),
        ("Scouts", 1, False),
        ("£900", 2, False),
    ]
    assert [(one.text, one.column) for one in last.cells] == [("Rovers", 1), ("£1", 2)]
    assert last.where == "table 1, row 4"
    stray = passages(table(row("A"), row(cell("B", properties=again)), row(cell("", properties=again))))
    assert [(one.text, one.cells[0].goes_on) for one in stray] == [("A", False), ("B", False), ("B", True)]


def test_cells_merged_to_the_right_the_old_way_are_one() -> None:
    """Older programs mark each cell that goes on from the one before it: the amount stays in its own column."""
    first, on = (
        cell(words, properties=f"<w:hMerge{more}/>") for words, more in (("Fund", " w:val='restart'"), ("", ""))
    )
    read, *_ = passages(table(row("1", first, on, "£5"), row("a", "b", "c", "d")))
    assert [(one.text, one.column, one.span) for one in read.cells] == [("1", 0, 1), ("Fund", 1, 2), ("£5", 3, 1)]


def test_what_stands_between_two_cells_merged_downwards_parts_them() -> None:
    """A cell that goes on from nothing says its own words; one beside a wide cell stands in its own column."""
    down, again = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    wide = row(cell("All", properties="<w:gridSpan w:val='2'/>"), "£5")
    read = passages(
        table(row(cell("Fund A", properties=down)), row("Fund B"), row(cell("Fund C", properties=again)), wide)
    )
    assert [one.text for one in read] == ["Fund A", "Fund B", "Fund C", "All\t£5"]
    assert [one.column for one in read[-1].cells] == [0, 2]


def test_a_table_within_a_cell_comes_behind_its_row() -> None:
    """Nothing that stands in a table inside a table is lost, and it is a table of its own."""
    inner = table(row("Guides", "£500"))
    read = passages(table(row(cell("Grants:", inner, "<w:p/>"), "2023"), row("Last", "")))
    assert [(one.table, one.text) for one in read] == [(1, "Grants:\t2023"), (2, "Guides\t£500"), (1, "Last\t")]
    assert [one.where for one in read] == ["table 1, row 1", "table 2, row 1", "table 1, row 2"]


def test_bold_rows_are_told_by_hand_or_by_the_tables_style() -> None:
    """A row of headings or totals that only looks like one can be seen to be one."""
    styles = (
        STYLES + '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblStylePr w:type="firstRow">'
        "<w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>"
    )
    by_style = table(
        row("Recipient", "Amount"),
        row("Guides", "£5"),
        properties='<w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0"/>',
    )
    plain = by_style.replace("04A0", "0480")
    assert not any(one.bold for one in passages(plain, styles=styles))
    by_hand = table(row(cell(para(run("Total", "<w:b/>"))), cell(para(run("£5", "<w:b/>")))), row("x", "y"))
    assert [one.bold for one in passages(by_style + by_hand, styles=styles)] == [True, False, True, False]


def test_numbers_of_words_own_are_shown_in_a_column_of_numbers() -> None:
    """The column “No.” holds what is printed in it; a bullet is shown where the cell is all there is in the row."""
    numbers = table(row(cell(para(number=(1, 0))), "Guides"), row(cell(para(number=(1, 0))), "Scouts"))
    alone = table(
        row(cell(para("Grants"), para("Guides", number=(2, 0)), properties="<w:gridSpan w:val='2'/>")), row("A", "B")
    )
    listed = table(row(cell(para("Guides", number=(2, 0))), "£5"))
    assert texts(numbers + alone + listed) == ["1.\tGuides", "2.\tScouts", "Grants\n• Guides", "A\tB", "Guides\t£5"]


def test_a_frame_about_paragraphs_is_no_table() -> None:
    """What stands in a frame (a table of one cell a row) is read as the headings, paragraphs and bullets that it is."""
    mark = "<w:bookmarkStart w:id='1' w:name='_pcp_a'/>"
    inner = table(row("Guides", "£5"))
    frame = table(
        row(cell(para("Grants", style="Rubric"), para("To Guides", number=(2, 0)))),
        mark + row(cell("More", inner, "<w:p/>")),
    )
    read = passages(frame + table(row("A", "B")))
    assert [(one.sort, one.label, one.text, one.table, one.marks) for one in read] == [
        (Sort.HEADING, "", "Grants", 0, ()),
        (Sort.ITEM, "•", "To Guides", 0, ()),
        (Sort.TEXT, "", "More", 0, ("_pcp_a",)),
        (Sort.ROW, "", "Guides\t£5", 1, ()),
        (Sort.ROW, "", "A\tB", 2, ()),
    ]
    headed = table(row("Recipients", properties="<w:tblHeader/>"), row("Guides"))
    assert [one.sort for one in passages(headed)] == [Sort.ROW, Sort.ROW]


SENTENCE = "The Commissioner told the Panel what was done in the county."


def test_numbers_in_a_column_beside_paragraphs_are_their_labels() -> None:
    """Councils set numbers and paragraphs side by side in a table; they are numbered paragraphs, not a table of data."""
    typed = table(
        row(cell(para("1. Aims"), properties="<w:gridSpan w:val='2'/>")),
        row("1.1", SENTENCE),
        row("1.2", cell(SENTENCE, para("Guides – £5", number=(2, 0)))),
        row("", "And so on, beneath it."),
        row("2.", cell(para("Funding", style="Rubric"))),
        row("2.1", SENTENCE),
    )
    read = passages(typed)
    assert [(one.sort, one.label, one.text, one.level) for one in read] == [
        (Sort.ITEM, "1.", "Aims", 0),
        (Sort.ITEM, "1.1", SENTENCE, 1),
        (Sort.ITEM, "1.2", SENTENCE, 1),
        (Sort.ITEM, "•", "Guides – £5", 0),
        (Sort.TEXT, "", "And so on, beneath it.", 0),
        (Sort.HEADING, "2.", "Funding", 1),
        (Sort.ITEM, "2.1", SENTENCE, 1),
    ]
    assert read[3].where == "paragraph 1.2, first bullet"
    by_word = table(row(cell(para(number=(1, 0))), cell(SENTENCE)), row(cell(para(number=(1, 0))), cell(SENTENCE)))
    assert [(one.label, one.sort) for one in passages(by_word)] == [("1.", Sort.ITEM), ("2.", Sort.ITEM)]


@pytest.mark.parametrize(
    "rows",
    [
        [row("130", SENTENCE), row("278", SENTENCE)],  # figures that count something
        [row("1", "Guides"), row("2", "Scouts")],  # places in a list of names
        [row("2022", SENTENCE), row("2023", SENTENCE)],
        [row("1", SENTENCE, "£5"), row("2", SENTENCE, "£9")],
        [row("No.", SENTENCE), row("1", SENTENCE), row("2", SENTENCE)],
        [row("1", SENTENCE)],
        [row("Date:", SENTENCE), row("Author:", SENTENCE)],
        [row("", SENTENCE), row("", SENTENCE)],
    ],
)
def test_tables_of_data_stay_tables(rows: list[str]) -> None:
    """Figures, years, names and headings in the first column never become the numbers of paragraphs."""
    assert {one.sort for one in passages(table(*rows))} == {Sort.ROW}


def test_text_boxes_are_read_once_and_behind_the_text() -> None:
    """What stands in a box is found there once, though the file holds it twice, and its place is named."""
    old = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{para('Old box')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    inner = drawn_box(para("Box", drawn_box(para("Within"))), table(row("Guides", "£5")))
    read = passages(para("One", inner, number=(1, 0)) + para("Two", old, number=(1, 0)))
    assert [(one.sort, one.text, one.where) for one in read] == [
        (Sort.ITEM, "One", "paragraph 1"),
        (Sort.ITEM, "Two", "paragraph 2"),
        (Sort.BOX, "Box", "text box 1 (at paragraph 1), first paragraph"),
        (Sort.BOX, "Guides\t£5", "text box 1 (at paragraph 1), second paragraph"),
        (Sort.BOX, "Old box", "text box 2 (at paragraph 2)"),
        (Sort.BOX, "Within", "text box 3 (at paragraph 1)"),
    ]


def test_a_list_goes_on_from_box_to_box() -> None:
    """Numbers in text boxes count on from one another, and leave those of the text alone."""
    first, second = (drawn_box(para(words, number=(1, 0))) for words in ("One", "Two"))
    read = passages(para("Text", first, number=(1, 0)) + para("More", second, number=(1, 0)))
    assert [(one.label, one.text) for one in read] == [("1.", "Text"), ("2.", "More"), ("1.", "One"), ("2.", "Two")]


def test_what_is_kept_in_two_forms_is_read_once() -> None:
    """A sign that older programs cannot draw is kept twice in the file, and read once."""
    either = "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r>"
    known = either.format("<w:t>new</w:t>", "<w:t>old</w:t>")
    unknown = either.format("<w:unknown/>", "<w:t>old</w:t>")
    assert texts(para(known, " ", unknown)) == ["new old"]


def test_paragraphs_and_boxes_kept_in_two_forms_are_read_once() -> None:
    """Whole paragraphs, and a box within a drawing, that stand twice for older programs' sake are there once."""
    either = "<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    body = either.format(para("£500 to Guides"), para("£500 to Guides"))
    boxes = [f"<wps:txbx><w:txbxContent>{para('Box')}</w:txbxContent></wps:txbx>"] * 2
    drawing = f"<w:r><w:drawing><wp:inline>{either.format(*boxes)}</wp:inline></w:drawing></w:r>"
    assert texts(body + para("Text", drawing)) == ["£500 to Guides", "Text", "Box"]


def test_headers_and_footers_are_read_once_each_where_they_are_printed() -> None:
    """The page's header counts once, not once a page; one that Word does not print is not read."""
    section = (
        "<w:sectPr><w:headerReference w:type='default' r:id='header1'/><w:headerReference w:type='first' r:id='header2'/>"
        "<w:headerReference w:type='even' r:id='header3'/><w:footerReference w:type='default' r:id='footer1'/></w:sectPr>"
    )
    words = {
        "header1": para("Panel"),
        "header2": para("First"),
        "header3": para("Even"),
        "footer1": para("Page ", field("PAGE", "1")),
    }
    read = passages(para("Text") + section, **words)
    assert [(one.sort, one.text, one.where) for one in read] == [
        (Sort.TEXT, "Text", "first paragraph"),
        (Sort.HEADER, "Panel", "page header"),
        (Sort.FOOTER, "Page 1", "page footer"),
    ]
    shown = texts(para("Text") + section.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>"), **words)
    assert "First" in shown
    assert "Even" not in shown
    again = texts(
        para("Text", more=section) + section.replace("header1", "header2"), **(words | {"header2": para("Panel")})
    )
    assert again == ["Text", "Panel", "Page 1"]
    even = texts(para("Text") + section, settings="<w:evenAndOddHeaders/>", **words)
    assert "Even" in even


def test_the_header_of_a_layout_that_was_given_up_is_not_read() -> None:
    """Where a section's old layout is kept in a tracked change, its header is printed no more."""
    old = "<w:sectPr><w:headerReference w:type='default' r:id='header2'/></w:sectPr>"
    section = f"<w:sectPr><w:headerReference w:type='default' r:id='header1'/><w:sectPrChange>{old}</w:sectPrChange></w:sectPr>"
    assert texts(para("Text") + section, header1=para("Panel"), header2=para("Old")) == ["Text", "Panel"]


def test_notes_are_numbered_by_the_order_in_which_the_text_refers_to_them() -> None:
    """Footnote 1 is the one that the text comes to first, and an endnote is called i."""
    refer = "<w:r><w:{}Reference w:id='{}'/></w:r>".format
    read = passages(
        para("A", refer("footnote", 9), "B", refer("endnote", 4), "C", refer("footnote", 3)),
        footnotes=f"<w:footnote w:id='3'>{para('Three')}</w:footnote><w:footnote w:id='9'>{para('Nine')}</w:footnote>"
        f"<w:footnote w:id='5'>{para('Nobody refers to it')}</w:footnote>",
        endnotes=f"<w:endnote w:id='4'>{para('End')}</w:endnote>",
    )
    assert [(one.text, one.where) for one in read[1:]] == [
        ("Nine", "footnote 1"),
        ("End", "endnote i"),
        ("Three", "footnote 2"),
    ]


def test_notes_of_tables_and_boxes_are_read_and_one_referred_to_twice_once() -> None:
    """A note is found wherever the paper refers to it, and keeps its number when that is done again."""
    refer = "<w:r><w:footnoteReference w:id='{}'/></w:r>".format
    notes = "".join(f"<w:footnote w:id='{at}'>{para(words)}</w:footnote>" for at, words in enumerate("ABC", 1))
    boxed = drawn_box(para("Box", refer(3)))
    held = table(row(cell(para("Guides", refer(1), boxed)), "£5"))
    read = passages(held + para("Text", refer(1), refer(2)), footnotes=notes)
    assert [(one.text, one.where) for one in read if one.sort is Sort.NOTE] == [
        ("A", "footnote 1"),
        ("B", "footnote 2"),
        ("C", "footnote 3"),
    ]
    assert "Box" in [one.text for one in read]


def test_hidden_bookmarks_of_this_tool_stay_with_the_words_they_stand_at() -> None:
    """What the paper was built from can be told for each paragraph, row and table, also after an edit."""
    mark = "<w:bookmarkStart w:id='{}' w:name='{}'/>".format
    body = (
        para(mark(1, "_pcp_a"), "One", mark(2, "Other"))
        + mark(3, "_pcp_b")
        + para("Two")
        + mark(4, "_pcp_c")
        + table(mark(5, "_pcp_d") + row("x"), row(cell(para(mark(6, "_pcp_e"), "y"))))
        + para(mark(7, "_pcp_f"), "<w:del w:id='9'><w:r><w:delText>Gone</w:delText></w:r></w:del>", more=DELETED_MARK)
        + para(mark(8, "_pcp_g"), "Last")
    )
    assert [one.marks for one in passages(body)] == [
        ("_pcp_a",),
        ("_pcp_b",),
        ("_pcp_c", "_pcp_d"),
        ("_pcp_e",),
        ("_pcp_g",),
    ]


def test_lists_deeper_by_style_stand_deeper() -> None:
    """A “List Bullet 2” is a point of the bullet above it."""
    read = passages(para("A", number=(2, 0)) + para("B", style="ListBullet2"))
    assert [(one.label, one.level) for one in read] == [("•", 0), ("•", 1)]


def test_a_word_before_every_number_is_no_number() -> None:
    """A list that prints “Note” before each line counts nothing."""
    numbering = NUMBERING.replace('<w:lvlText w:val="%1."/>', '<w:lvlText w:val="–"/>')
    (read,) = passages(para("Words", number=(1, 0)), numbering=numbering)
    assert (read.label, read.numbered) == ("–", False)


def test_what_is_inside_the_file_and_was_not_read_is_said() -> None:
    """A sheet or a document placed inside the paper is not passed over in silence; a formula is no loss."""
    sheet = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    formula = '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>'
    read = paper(para("Text", sheet, formula) + '<w:altChunk r:id="x"/>')
    assert [(one.code, one.severity.value) for one in read.findings] == [("W601", "note"), ("W602", "note")]
    assert "1 other document, which was not read" in read.findings[0].message
    assert "1 sheet or file placed inside it" in read.findings[1].message
    assert [one.text for one in read.passages] == ["Text"]


def test_a_paper_of_pictures_says_that_it_holds_no_words() -> None:
    """A scan that was pasted into Word is refused in words, not read as an empty paper."""
    read = paper(para("<w:r><w:drawing/></w:r>"))
    assert [one.code for one in read.findings] == ["W603"]
    assert read.passages == ()
