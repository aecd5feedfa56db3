"""Whatever is put into a grant line, in whatever layout, comes out of it again; and no text makes the reader stumble."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pcp_reports.audit.lines import awards_in, read_line
from pcp_reports.audit.tables import awards_of, columns_of
from pcp_reports.money import Money, format_money
from pcp_reports.passage import Cell, Passage, Sort

NAMES = (
    "Guides",
    "56 Group Wales",
    "4 Me 2",
    "£1 Challenge CIC",
    "180 Programme",
    "Route 66",
    "Project 2000",
    "1st Padiham (St Leonard’s) Scouts",
    "Burnley Leisure & Culture Group",
    "Smith & Sons Ltd",
    "J Smith t/a The Hub",
    "RAFT (Residents Association of Farringdon and Thirlmere)",
    "Clwb Ieuenctid Tŷ Gwyn",
    "Cymdeithas Gŵyl y Môr Cyf",
    "The “Make It” Trust",
    "St Mary’s C of E School",
    "Boys and Girls Club",
    "Action for Children",
    "Stoke-on-Trent YMCA",
    "Total Wellbeing CIC",
    "Grants Hill Residents",
    "Awarded Youth CIC",
    "The Salvation Army",
    "Blackpool Council",
    "Victim Support",
    "A.B.C. Trust",
    "Friends of Tinker's Wood",
    "Lancashire Constabulary",
    "@ The Hub",
)
PURPOSES = (
    "tents",
    "sport to reduce anti-social behaviour",
    "young people aged 12-18, in 16 sessions",
    "workshops on “county lines” & knives",
    "a hub, ‘The Den’ (pilot)",
    "CCTV upgrade around the centre",
    "a drop-in for over 50s",
    "work with refused asylum seekers",
    "deferred prosecution scheme",
    "pebyll i bobl ifanc",
    "Friday Night Football",
    "bikes, helmets and locks",
    "24/7 helpline",
    "support for victims and their families",
    "a budget cookery course",
)
LAYOUTS = (
    "{who} – {what} – {sum}",
    "{who} - {what} - {sum}.",
    "{who} — {what} — {sum};",
    "{who} – {what}- {sum}",
    "{who} – {what} – {sum}; and",
    "• {who} – {what} – {sum}",
    "{who}\t{what}\t{sum}",
    "{who} | {what} | {sum}",
    "{who}: {what}: {sum}",
    "{who} – {what} ({sum})",
    "{who} – {what} – {sum} awarded",
    "{who} – {what} – {sum} (requested £99,999,999)",
    "{who} – {what} – {sum} (total project cost £99,999,999)",
    "{who} ({sum}) – {what}",
    "{who} – {sum} – {what}",
    "{who}: {sum} for {what}",
    "{who} – {sum} for {what}",
    "{sum} – {who} – {what}",
    "{sum}\t{who}\t{what}",
    "{who} was awarded {sum} for {what}",
    "{who} received {sum} for {what}",
    "{who} has been given a grant of {sum} towards {what}.",
)
TO_LAYOUTS = (
    "{sum} to {who} for {what}",
    "{sum} to {who}: {what}",
    "A grant of {sum} to {who} towards {what}",
    "The Commissioner awarded {sum} to {who} for {what}",
    "{sum} was awarded to {who} for {what}.",
)
LIST_LAYOUTS = (
    ("Grants were made to ", "{who} ({sum})", ", ", " and ", ""),
    ("Grants were made to: ", "{who} – {sum}", "; ", "; and ", "."),
    ("", "{who} ({sum})", ", ", " and ", "."),
    ("These were: ", "{who}, {sum}", "; ", "; and ", "."),
    ("", "{sum} to {who}", "; ", " and ", "."),
    ("The Commissioner awarded ", "{sum} to {who}", ", ", " and ", "."),
    ("", "{who} received {sum}", ", ", " and ", "."),
)

_letters = st.sampled_from("abcdefghijklmnoprstuwŵŷâêî’'")
_word = st.text(_letters, min_size=3, max_size=9).filter(lambda word: word.strip("’'") == word)
# every word begins as no word of the language does that counts or gathers (“These Club” names nobody)
_made_up = st.lists(_word.map(lambda word: f"Tre{word}"), min_size=1, max_size=4).map(
    lambda words: f"{' '.join(words)} Club"
)
names = st.one_of(st.sampled_from(NAMES), _made_up)
sums = st.one_of(
    st.integers(1, 5_000_000).map(lambda pounds: pounds * 100),
    st.integers(100, 500_000_000),
)


def _forms(pence: int) -> st.SearchStrategy[str]:
    """Return the ways to print an amount."""
    pounds, rest = divmod(pence, 100)
    plain = format_money(Money(pence))
    forms = [
        plain,
        f"£{pounds}.{rest:02}" if rest else f"£{pounds}",
        plain.replace("£", "£ "),
        plain.replace("£", "£\u00a0"),
    ]
    if not rest:
        forms.append(f"{plain}.00")
    return st.sampled_from(forms)


printed = sums.flatmap(lambda pence: st.tuples(st.just(Money(pence)), _forms(pence)))


@settings(max_examples=400)
@given(who=names, what=st.sampled_from(PURPOSES), amount=printed, layout=st.sampled_from(LAYOUTS))
def test_a_line_gives_back_what_was_put_in(who: str, what: str, amount: tuple[Money, str], layout: str) -> None:
    """Names with numbers, marks, brackets and amounts in them come out of every layout as they were put in."""
    text = layout.format(who=who, what=what, sum=amount[1])
    assert [(one.recipient, one.purpose, one.amount, one.counts) for one in awards_in(text, passage=0)] == [
        (who, what, amount[0], True)
    ]


@settings(max_examples=200)
@given(who=names, what=st.sampled_from(PURPOSES), amount=printed, layout=st.sampled_from(TO_LAYOUTS))
def test_a_sentence_gives_back_what_was_put_in(who: str, what: str, amount: tuple[Money, str], layout: str) -> None:
    """“£500 to Action for Children for tents” ends the name where the purpose begins."""
    text = layout.format(who=who, what=what, sum=amount[1])
    told = awards_in(text, passage=0)
    assert [one.amount for one in told] == [amount[0]]
    if what[0].islower() and " for " not in who:
        assert (told[0].recipient, told[0].purpose) == (who, what)
    assert read_line(text, passage=0).sure


@settings(max_examples=200)
@given(
    grants=st.lists(st.tuples(names, sums), min_size=2, max_size=6, unique_by=lambda one: one[0]),
    layout=st.sampled_from(LIST_LAYOUTS),
)
def test_a_list_gives_back_what_was_put_in(
    grants: list[tuple[str, int]], layout: tuple[str, str, str, str, str]
) -> None:
    """However many grants a sentence lists, each comes out once, with its own amount, and no other."""
    assume(not any(who[:3].isdecimal() for who, _ in grants[1:]))  # “£500, 180 Programme” may be a misprint of £500,180
    lead, form, between, last, end = layout
    parts = [form.format(who=who, sum=format_money(Money(pence))) for who, pence in grants]
    text = f"{lead}{between.join(parts[:-1])}{last}{parts[-1]}{end}"
    told = [(one.recipient, one.amount) for one in awards_in(text, passage=0)]
    assert told == [(who, Money(pence)) for who, pence in grants]


@settings(max_examples=150)
@given(
    grants=st.lists(st.tuples(names, st.sampled_from(PURPOSES), sums), min_size=1, max_size=8),
    bare=st.booleans(),
    total=st.booleans(),
    swapped=st.booleans(),
)
def test_a_table_gives_back_what_was_put_in(
    grants: list[tuple[str, str, int]],
    bare: bool,
    total: bool,
    swapped: bool,
) -> None:
    """A table gives each of its rows once, with and without pound signs, and its total apart from them."""
    heading = "Amount awarded (£)" if bare else "Amount awarded"
    table = [["Organisation", "Project", heading]]
    for who, what, pence in grants:
        shown = format_money(Money(pence))
        table.append([who, what, shown.strip("£") if bare else shown])
    whole = Money(sum(pence for _, _, pence in grants))
    if total:
        table.append(["Total", "", format_money(whole).strip("£") if bare else format_money(whole)])
    order = (2, 0, 1) if swapped else (0, 1, 2)
    rows = [_row([row[at] for at in order], number) for number, row in enumerate(table, 1)]
    columns = columns_of(rows)
    assert columns is not None
    read = awards_of(rows, columns, passages=range(len(rows)))
    assert [(one.recipient, one.purpose, one.amount) for one in read.awards] == [
        (who, what, Money(pence)) for who, what, pence in grants
    ]
    assert [one.claim.value for one in read.totals] == ([one.claim.value for one in read.totals] if total else [])
    assert len(read.totals) == total


def _row(words: list[str], line: int) -> Passage:
    cells = tuple(Cell(word, column) for column, word in enumerate(words))
    return Passage(Sort.ROW, "\t".join(words), line, cells=cells, table=1)


_hostile = st.text(
    st.one_of(
        st.sampled_from("£0123456789,.-–—:;()[] \n\tkmbn%&'’“”/\\ABab\u00a0\ufffc\ue000"), st.characters(codec="utf-8")
    ),
    max_size=120,
)


@settings(max_examples=400)
@given(text=_hostile, money=st.booleans())
def test_no_text_makes_the_reader_stumble(text: str, money: bool) -> None:
    """Whatever stands in a paper, the reader gives grant lines or none, never an error, and points inside the text."""
    for award in awards_in(text, passage=1, money=money):
        assert 0 <= award.start <= award.end <= len(text)
        assert award.amount is None or award.amount.pence >= 0
        assert award.recipient


@settings(max_examples=150)
@given(
    st.lists(
        st.lists(st.one_of(_hostile, st.sampled_from(["Organisation", "Amount", "£500", "Total"])), max_size=4),
        max_size=6,
    )
)
def test_no_table_makes_the_reader_stumble(table: list[list[str]]) -> None:
    """Whatever stands in a table, it gives grants or none, never an error."""
    rows = [_row(words, number) for number, words in enumerate(table, 1)]
    columns = columns_of(rows)
    if columns is not None:
        assert all(one.recipient for one in awards_of(rows, columns, passages=range(len(rows))).awards)
