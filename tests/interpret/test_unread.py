"""Every word of a document is in the programme, or is unread with its place; nothing else is.

Two laws, over all documents at hand and over any other. Words in are words out: each word of a
paragraph or cell is part of an element, a field, a link, a heading that opened something, or of
``unread``. And nothing is invented: what the programme says stands in the document.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dinet.document.content import Block, Cell, Document, Grid, Para, Span
from dinet.errors import DocumentError
from dinet.interpret.account.document_account import Account
from dinet.interpret.account.unread import account_for
from dinet.interpret.account.word_matching import WordFate, letters_of
from dinet.interpret.interpret import interpret_with_account
from dinet.interpret.texts.placeholders import classify_text
from dinet.model import Place, Programme
from dinet.plugins import plugin_folder
from tests.documents import UP, bullet, heading, in_word, left, table, word
from tests.formats import EVERY as FORMATS
from tests.interpret.councils import EVERY as COUNCILS
from tests.interpret.sport import COACH, EFFORT, GOAL, HEAD, OTHER, ROW, TARGET

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).parent.parent.parent
SUFFIXES = (".docx", ".txt", ".csv", ".md", ".html", ".xlsx", ".pdf")
DOCUMENTS = sorted(
    path
    for folder in ("examples", "tests/data/layouts")
    for path in (ROOT / folder).iterdir()
    if path.suffix in SUFFIXES and "werkmap" not in path.name
)
NUMBERED = re.compile(r"kolom \d+")
"""What a group is called that has no heading: the number of its column."""
MOST_WORDS_OF_HEADING = 12


@cache
def read(data: bytes, name: str) -> tuple[Document, Programme, Account]:
    plugin = plugin_folder("readers").for_file(name)
    assert plugin is not None
    document = plugin.module.read(data, name)
    assert isinstance(document, Document)
    return document, *interpret_with_account(document)


def texts_of(document: Document) -> Iterator[tuple[Place, str]]:
    for part in document.parts:
        if isinstance(part, Para):
            yield part.place, part.text
            continue
        for cell in chain.from_iterable(part.rows):
            for block in cell.blocks:
                yield cell.place, block.text


def placed_words(
    texts: Iterator[tuple[Place, str]],
) -> Counter[tuple[Place, str]]:
    return Counter(
        (place, one) for place, text in texts for one in text.split()
    )


def words_in_are_words_out(
    document: Document, programme: Programme, account: Account
) -> None:
    """The first law."""
    told = (
        (place, "".join(run.text for run in text.runs))
        for place, text in account.texts()
    )
    words_of_document = placed_words(texts_of(document))
    assert placed_words(told) == words_of_document
    spoken = [
        one for _, one in words_of_document.elements() if letters_of(one)
    ]
    whole, count_read = account.count_words()
    assert whole == len(spoken)
    assert count_read <= whole
    held = {
        element.id: letters_of(
            json.dumps(element.model_dump(mode="json"), ensure_ascii=False)
        )
        for element in programme.elements
    }
    links = {link.start for link in programme.links}
    links |= {link.end for link in programme.links}
    unread = Counter((text.place, text.text) for text in programme.unread)
    for place, text in account.texts():
        for run in text.runs:
            fate = run.fate
            assert fate is not None
            if fate.kind == "unread":
                unread[place, run.text.strip()] -= 1
            else:
                assert is_kept(run.text, fate, programme, held, links), (
                    place,
                    run,
                )
    assert not any(unread.values())


def is_kept(
    text: str,
    fate: WordFate,
    programme: Programme,
    held: dict[str, str],
    links: set[str],
) -> bool:
    """Words with a fate are where the fate says."""
    words = [letters_of(part) for part in text.split()]
    if fate.kind in ("text", "field", "code") and fate.element:
        told = held[fate.element]
        by_sign = classify_text(text).name == "CHECKMARK"
        return by_sign or all(part in told for part in words)
    if fate.kind == "programme":
        told = letters_of(programme.identity.model_dump_json())
        return all(part in told for part in words)
    if fate.kind in ("reference", "mark"):
        return not fate.element or fate.element in links
    if fate.kind in ("heading", "repeated"):
        return len(words) <= MOST_WORDS_OF_HEADING
    if fate.kind == "nothing":
        return classify_text(text).name != "STATEMENT"
    return fate.kind == "page" or fate.element == ""


def nothing_is_invented(document: Document, programme: Programme) -> None:
    """The second law."""
    whole = letters_of(" ".join(text for _, text in texts_of(document)))
    for text in texts_in_programme(programme):
        stands = letters_of(text) in whole
        pieces = [letters_of(part) for part in text.split()]
        assert stands or all(part in whole for part in pieces), text
    assert all(link.places for link in programme.links)


def texts_in_programme(programme: Programme) -> Iterator[str]:
    identity = programme.identity
    yield from filter(None, (identity.title, identity.vision))
    for element in programme.elements:
        yield element.text
        yield from chain(
            element.wordings,
            element.sources,
            element.owners,
            element.partners,
            element.joint_with,
        )
        fields = (
            element.vacant,
            None if NUMBERED.fullmatch(element.group or "") else element.group,
            element.phase,
            element.period,
            element.budget,
            element.status,
            element.remark,
        )
        yield from filter(None, fields)
    yield from (text.text for text in programme.unread)


@pytest.mark.no_cover
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_word_of_a_document_is_accounted_for(path: Path) -> None:
    words_in_are_words_out(*read(path.read_bytes(), path.name))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_nothing_in_a_programme_is_invented(path: Path) -> None:
    document, programme, _ = read(path.read_bytes(), path.name)
    nothing_is_invented(document, programme)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("council", COUNCILS)
def test_both_laws_hold_for_every_dialect_in_every_format(
    council: str, name: str
) -> None:
    data = FORMATS[name](*COUNCILS[council].parts)
    document, programme, account = read(data, f"plan.{name}")
    words_in_are_words_out(document, programme, account)
    nothing_is_invented(document, programme)


WORDS = st.sampled_from(
    "meer sport wijk (2028) zwembad Doel 12% en Bron: CBS D1 x n.v.t. - team "
    "Noord, jeugd; Trekker: ouders €5 • I2 geen zie samen kw1 Totaal".split()
)
TEXTS = st.one_of(
    st.just(""), st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
)
HEADINGS = st.sampled_from(
    [
        "Doel",
        "SMART-doel",
        "Inspanning",
        "Trekker",
        "Planning",
        "Kosten",
        "Nr",
        "Wijk",
        "Bron",
        "2027",
        "Thema",
    ]
)


@st.composite
def grids(draw: st.DrawFn, number: int) -> Grid:
    """A table with headings, rows of any texts, and cells that merge."""
    width = draw(st.integers(1, 4))
    rows = [draw(st.lists(HEADINGS, min_size=width, max_size=width))]
    rows += draw(
        st.lists(st.lists(TEXTS, min_size=width, max_size=width), max_size=5)
    )
    made = []
    for row_number, row in enumerate(rows, start=1):
        cells = []
        for column, text in enumerate(row, start=1):
            place = Place(
                file="plan.docx", table=number, row=row_number, column=column
            )
            covered = row_number > 2 and not text and draw(st.booleans())
            blocks = tuple(
                Block((Span(part.strip()),))
                for part in text.split("; ")
                if part.strip()
            )
            cells.append(Cell(place, blocks, covered))
        made.append(tuple(cells))
    place = Place(file="plan.docx", table=number)
    return Grid(tuple(made), place, True, draw(st.booleans()))


@st.composite
def any_documents(draw: st.DrawFn) -> Document:
    """Paragraphs, headings, lists and tables in any order."""
    parts: list[Para | Grid] = []
    for number in range(1, draw(st.integers(2, 7))):
        if draw(st.booleans()):
            parts.append(draw(grids(number)))
            continue
        text = draw(st.one_of(TEXTS, HEADINGS))
        level = draw(st.sampled_from([None, None, 0, 1]))
        rank = (
            draw(st.sampled_from([None, None, 1, 2]))
            if level is None
            else None
        )
        place = Place(file="plan.docx", paragraph=number)
        parts.append(Para(Block((Span(text),), level), place, rank))
    return Document("plan.docx", tuple(parts))


@given(any_documents())
def test_both_laws_hold_for_any_document(document: Document) -> None:
    try:
        programme, account = interpret_with_account(document)
    except DocumentError:
        assume(False)
        return
    words_in_are_words_out(document, programme, account)
    nothing_is_invented(document, programme)


def test_what_a_reading_forgets_is_found() -> None:
    plan = word(table(HEAD, ROW, [OTHER, "", COACH]))
    document, programme, account = read(plan, "plan.docx")
    assert account.unread() == ()
    poorer = programme.model_copy(
        update={
            "elements": programme.elements[:-1],
            "links": programme.links[:-1],
        }
    )
    (forgotten,) = account_for(document, poorer).unread()
    assert (forgotten.text, forgotten.reason) == (COACH, "cell_not_understood")
    assert forgotten.place is not None
    assert (forgotten.place.row, forgotten.place.column) == (3, 3)


def test_a_word_beside_what_was_read_is_left_alone() -> None:
    plan = word(table(HEAD, ROW))
    document, programme, _ = read(plan, "plan.docx")
    (grid,) = document.parts
    assert isinstance(grid, Grid)
    cell = grid.rows[1][0]
    longer = cell._replace(blocks=(Block((Span(f"{GOAL} Of toch niet?"),)),))
    rows = (grid.rows[0], (longer, *grid.rows[1][1:]))
    account = account_for(
        Document("plan.docx", (grid._replace(rows=rows),)), programme
    )
    assert [(text.reason, text.text) for text in account.unread()] == [
        ("words_left", "Of toch niet?")
    ]


def test_a_heading_over_a_column_of_which_nothing_was_read_is_left_too() -> (
    None
):
    document, programme, _ = read(word(table(HEAD, ROW)), "plan.docx")
    (grid,) = document.parts
    assert isinstance(grid, Grid)
    wider = [
        (*row, Cell(place_beside(row[-1]), (Block((Span(text),)),)))
        for row, text in zip(grid.rows, ("Wijk", "Noord"), strict=True)
    ]
    account = account_for(
        Document("plan.docx", (grid._replace(rows=tuple(wider)),)), programme
    )
    assert [text.text for text in account.unread()] == ["Wijk", "Noord"]


def place_beside(cell: Cell) -> Place:
    column = (cell.place.column or 0) + 1
    return cell.place.model_copy(update={"column": column})


def test_a_repeated_row_of_headings_is_no_loss() -> None:
    assert left(in_word(table(HEAD, ROW, HEAD, [OTHER, "", COACH]))) == []


def test_words_that_only_name_what_stands_beside_them_are_no_loss() -> None:
    cell = [f"{TARGET} (Bron: Jeugdmonitor)"]
    found = in_word(
        table(
            [*HEAD, "Trekker"],
            [GOAL, *cell, [bullet(f"{EFFORT} (trekker: Team Sport)")], ""],
            [UP, UP, COACH, "n.t.b."],
        )
    )
    assert left(found) == []


def test_every_paragraph_of_prose_is_listed_whole() -> None:
    long = "Dit is een lange toelichting die niemand hoeft te lezen. " * 9
    found = in_word("Een inleiding.", long, table(HEAD, ROW), heading("Slot"))
    assert left(found) == [
        ("text_left", "Een inleiding."),
        ("text_left", long.strip()),
        ("heading_left", "Slot"),
    ]


def test_a_word_that_a_page_break_cut_off_is_read_with_its_cell() -> None:
    data = word(
        table(HEAD, [GOAL, TARGET, "Een sporthal bouwen in de wijk en"]),
        table(["", "", "daarna een zwembad openen."]),
    )
    _, programme, account = read(data, "plan.docx")
    assert account.unread() == ()
    assert [each.text for each in programme.elements][-1] == (
        "Een sporthal bouwen in de wijk en daarna een zwembad openen."
    )
    last = list(account.texts())[-1]
    assert last[0].table == 2
    assert [run.fate for run in last[1].runs] == [WordFate("text", "I1")]


def test_a_cell_that_a_page_break_left_blank_is_read_with_what_follows() -> (
    None
):
    _, programme, account = read(
        word(
            table(HEAD, [GOAL, "", "Een sporthal bouwen in de wijk en"]),
            table(["", TARGET, "daarna een zwembad openen."]),
        ),
        "plan.docx",
    )
    assert [each.text for each in programme.elements] == [
        GOAL,
        TARGET,
        "Een sporthal bouwen in de wijk en daarna een zwembad openen.",
    ]
    assert account.unread() == ()


def test_a_long_table_of_which_much_is_forgotten_names_every_cell() -> None:
    lines = ["Doel;SMART-doel;Inspanning"]
    lines += [
        f"Doel nummer {n // 2};In 2028 doet {n}% mee;Hal {n} bouwen"
        for n in range(400)
    ]
    document, programme, _ = read("\n".join(lines).encode(), "plan.csv")
    goals = [each for each in programme.elements if each.kind == "goal"]
    poorer = programme.model_copy(update={"elements": tuple(goals)})
    assert len(account_for(document, poorer).unread()) == 2 * 400 + 2
