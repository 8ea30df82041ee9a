"""Documents that are no network are refused, and tables that are none make no elements."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinet.api import read_bytes
from dinet.document.content import Block, Cell, Document, Grid, Para, Span
from dinet.errors import DocumentError
from dinet.interpret.interpret import interpret_document
from dinet.model import Place
from tests.documents import (
    bullet,
    heading,
    in_text,
    in_word,
    left,
    noted,
    para,
    tabbed,
    table,
    told,
    word,
)
from tests.interpret.sport import EFFORT, GOAL, HEAD, READ, ROW, TARGET
from tests.strategies import FEW_EXAMPLES

LETTER = [
    "Gemeente Voorbeeld",
    "Geachte raad,",
    "Hierbij bieden wij u de doelen en de inspanningen aan.",
    "Hoogachtend,",
    "Het college",
]
MINUTES = [
    "Verslag overleg 3 maart",
    "Aanwezig: drie leden",
    "Doel: bespreken van de planning",
    "Acties",
    "- Zaal huren",
    "- Verslag rondsturen",
]
ACTIONS = [
    "Actielijst",
    ["Nr.", "Actie", "Wie", "Wanneer"],
    ["1", "Zaal huren", "Ans", "5 maart"],
    ["2", "Verslag rondsturen", "Bo", "6 maart"],
]
AGENDA = [
    "Agenda raad",
    "1. Opening",
    "2. Vaststellen agenda",
    "3. Programma Jong",
    "4. Sluiting",
]
BUDGET = [
    "Begroting 2026",
    ["Project", "Budget 2025", "Budget 2026"],
    ["Sporthal", "100", "20"],
    ["Bibliotheek", "50", "5"],
]
MONEY = [
    "Begroting 2026",
    ["Programma", "Lasten", "Baten"],
    ["Sport", "100", "20"],
    ["Jeugd", "50", "5"],
]
LIFE = [
    "Curriculum vitae",
    "Doel: een baan als adviseur",
    "Werkervaring",
    "2019-2024 Adviseur",
    "Projecten",
    "- Bouw van een site",
    "- Nieuw systeem",
]
RECIPE = [
    "Appeltaart",
    "Ingrediënten",
    "- 5 appels",
    "- bloem",
    "Bereiding",
    "Meng alles.",
]
NOTE = [
    "Notitie",
    "Doel",
    "Het doel van deze notitie is informeren.",
    "Aanpak",
    "Wij spreken met partners.",
    "Resultaat",
    "Een goed gesprek.",
]
PROFILE = [
    "Functieprofiel adviseur",
    ["Resultaatgebied", "Activiteiten", "Resultaat"],
    ["Advies", "Schrijft nota's", "Goede nota's"],
    ["Netwerk", "Spreekt partners", "Goede contacten"],
]
DUTIES = [
    "Functiebeschrijving teamleider",
    ["Doel", "Taken", "Resultaat"],
    ["Leiden van het team", "Voert gesprekken", "Een sterk team"],
    ["Bewaken van geld", "Stelt een begroting op", "Geen tekort"],
]
MANUAL = [
    "Handleiding zaaksysteem",
    ["Stap", "Actie", "Resultaat"],
    ["1", "Klik op nieuw", "Het scherm opent"],
    ["2", "Vul de naam in", "De zaak is gemaakt"],
]
SCHEDULE = [
    "Planning",
    ["Activiteit", "Januari", "Februari"],
    ["Startbijeenkomst", "x", ""],
    ["Evaluatie", "", "x"],
]


@pytest.mark.parametrize(
    "lines",
    [
        LETTER,
        MINUTES,
        ACTIONS,
        AGENDA,
        BUDGET,
        MONEY,
        LIFE,
        RECIPE,
        NOTE,
        SCHEDULE,
        PROFILE,
        DUTIES,
        MANUAL,
    ],
    ids=lambda lines: lines[0],
)
def test_another_kind_of_document_is_refused(
    lines: list[str | list[str]],
) -> None:
    with pytest.raises(DocumentError):
        in_text(*lines)


@pytest.mark.parametrize("lines", [ACTIONS, LIFE], ids=lambda lines: lines[0])
def test_the_refusal_says_that_it_is_no_network(
    lines: list[str | list[str]],
) -> None:
    with pytest.raises(
        DocumentError,
        match=r"^plan\.txt: this is a list of actions, or a text about something else",
    ):
        in_text(*lines)


@pytest.mark.parametrize(
    "rows",
    [[], [["", "", ""]], [["[vul in]", "...", "n.t.b."], ["", "-", ""]]],
    ids=["head", "blank", "placeholders"],
)
def test_an_empty_template_is_an_empty_programme_that_says_so(
    rows: list[list[str]],
) -> None:
    read = in_word(heading("Doelen-inspanningen-netwerk"), table(HEAD, *rows))
    assert (read.elements, read.links) == ((), ())
    assert noted(read)[-1] == "nothing_filled_in"


def test_a_manual_for_networks_shows_one() -> None:
    read = in_text(
        "Handleiding voor programma's",
        ["Doel", "SMART-doel", "Inspanning"],
        ["Koele pleinen", "Vijf pleinen in 2028", "Bomen planten"],
    )
    assert len(read.elements) == 3


def test_a_vision_alone_is_no_network() -> None:
    with pytest.raises(
        DocumentError, match="no goals, targets or efforts were found"
    ):
        in_word(heading("Visie"), "Iedereen doet mee.")


def test_efforts_alone_are_read_when_the_document_calls_them_so() -> None:
    assert told(
        in_word(table(["Inspanning", "Trekker"], [EFFORT, "Ans"]))
    ) == [f"I1 {EFFORT}"]


OTHER_TABLES = {
    "contacts": [["Naam", "Functie", "Telefoon"], ["Ans", "Adviseur", "06"]],
    "contacts with a role": [
        ["Wie", "Project", "Telefoon"],
        ["Ans", "Sport", "06"],
    ],
    "versions": [
        ["Versie", "Datum", "Actie", "Wie"],
        ["0.1", "1-1-2024", "Eerste opzet", "Ans"],
    ],
    "distribution": [["Naam", "Actie"], ["Ans", "Ter informatie"]],
    "risks": [
        ["Risico", "Kans", "Effect", "Maatregel", "Eigenaar"],
        ["Geen geld", "groot", "groot", "Subsidie", "Ans"],
    ],
    "short risks": [
        ["Risico", "Maatregel", "Eigenaar"],
        ["Geen geld", "Subsidie", "Ans"],
    ],
    "partners": [["Partner", "Rol", "Inzet"], ["GGD", "Adviseur", "2 uur"]],
    "means": [
        ["Middel", "Doel", "Doelgroep", "Wanneer"],
        ["Folder", "Informeren", "Ouders", "2027"],
    ],
    "money": [["Post", "2026", "2027"], ["Sport", "100", "120"]],
    "questions": [["Vraag", "Antwoord"], ["Waarom?", "Daarom."]],
    "numbers": [
        ["Naam indicator", "Eenheid", "Bron", "2023", "Nederland"],
        ["Verhard oppervlak", "%", "CBS", "10", "12"],
    ],
}


@pytest.mark.no_cover
@pytest.mark.parametrize("rows", OTHER_TABLES.values(), ids=OTHER_TABLES)
@pytest.mark.parametrize("first", [True, False])
def test_another_table_makes_no_elements(
    rows: list[list[str]], first: bool
) -> None:
    tables = [table(HEAD, ROW), heading("Bijlage"), table(*rows)]
    read = in_word(
        *(
            tables
            if not first
            else [tables[2], heading("Doelen en inspanningen"), tables[0]]
        )
    )
    assert told(read) == READ
    assert noted(read) == ["table_not_understood"]


@pytest.mark.parametrize("name", ["contacts", "short risks", "partners"])
def test_another_table_right_after_the_network_is_no_part_of_it(
    name: str,
) -> None:
    assert (
        told(in_word(table(HEAD, ROW), para(), table(*OTHER_TABLES[name])))
        == READ
    )
    assert told(in_text(HEAD, ROW, "", *OTHER_TABLES[name])) == READ


def test_a_table_of_contents_makes_no_elements() -> None:
    contents = [
        "Inhoudsopgave",
        "1. Inleiding 1",
        "2. Doelen 2",
        "Sport en bewegen 3",
        "3. Inspanningen 5",
    ]
    assert (
        told(in_text(*contents, "", "Doelen en inspanningen", HEAD, ROW))
        == READ
    )
    dots = [
        "Doelen ........ 2",
        "Sport en bewegen . . . . 3",
        "Inspanningen………… 5",
    ]
    assert told(in_text(*dots, "Doelen en inspanningen", HEAD, ROW)) == READ


def test_a_legend_makes_no_elements() -> None:
    read = in_text(
        HEAD, ROW, "", "Legenda", ["voorbereiding", "uitvoering", "evaluatie"]
    )
    assert told(read) == READ


def test_what_is_left_is_noted_with_its_place() -> None:
    read = in_word(
        "Programma Jong",
        "Wij leiden dit in.",
        table(HEAD, ROW),
        heading("Bijlage"),
        table(["Post", "Bedrag"], ["Sport", "5"]),
    )
    assert left(read) == [
        ("text_left", "Wij leiden dit in."),
        ("heading_left", "Bijlage"),
        ("table_not_understood", "Post"),
        ("table_not_understood", "Bedrag"),
        ("table_not_understood", "Sport"),
        ("table_not_understood", "5"),
    ]
    assert [(note.code, note.values) for note in read.notes] == [
        ("table_not_understood", {"text": "Post"}),
    ]
    assert read.notes[0].place is not None
    assert (read.notes[0].place.file, read.notes[0].place.table) == (
        "plan.docx",
        2,
    )


HOSTILE = {
    "spaces": "a" + " " * 20_000 + "b",
    "brackets": "(" * 20_000 + "bron: x",
    "pairs": "()" * 10_000,
    "hyphens": "- " * 10_000 + "x",
    "bullets": "• " * 5_000 + "x",
    "numbers": "1." * 10_000 + " x",
    "quotes": "'" * 20_000 + "x",
    "sources": "bron: " * 5_000,
    "references": "(zie doel " * 3_000,
    "joint": "'gezamenlijke uitvoering met " * 1_000,
    "prefixes": "Doel 1: " * 3_000,
    "stops": "a. B. " * 5_000,
    "names": "Van der " * 3_000 + "!",
    "tags": "<p" * 10_000,
    "one word": "x" * 32_000,
    "entities": "&amp;" * 5_000,
}


@pytest.mark.no_cover
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_changes_nothing_of_what_stands_beside_it(
    text: str,
) -> None:
    head = [*HEAD, "Trekker"]
    rows = (
        [text, "", "", ""],
        ["", text, "", ""],
        ["", "", text, ""],
        [GOAL, TARGET, EFFORT, text],
    )
    for data, name in (
        (tabbed(text, head, *rows), "plan.txt"),
        (word(text, bullet(text), table(head, *rows)), "plan.docx"),
    ):
        read = read_bytes(data, name)
        found = {each.text: each.id for each in read.elements}
        linked = {(link.start, link.end) for link in read.links}
        assert {
            (found[TARGET], found[GOAL]),
            (found[EFFORT], found[GOAL]),
            (found[EFFORT], found[TARGET]),
        } <= linked


@pytest.mark.slow
def test_thousands_of_rows_are_read_whole() -> None:
    rows = [
        [
            f"Doel van wijk {n}.",
            f"In 2028 is {n}% van wijk {n} tevreden.",
            f"Werk in wijk {n} doen.",
        ]
        for n in range(2_000)
    ]
    read = in_text(HEAD, *rows)
    assert len(read.elements) == 3 * len(rows)
    assert len(read.links) == 3 * len(rows)


@pytest.mark.no_cover
def test_thousands_of_sentences_that_look_alike_are_told_once_each() -> None:
    rows = [
        [GOAL, f"In 2028 is 5% van alle kinderen in wijk n{n} gezond.", ""]
        for n in range(600)
    ]
    read = in_text(HEAD, *rows)
    assert len(
        [each for each in read.elements if each.kind == "target"]
    ) == len(rows)
    assert len(read.notes) < len(rows)


WORDS = [
    *[
        "Doel",
        "SMART-doel",
        "Inspanning",
        "Inspanningen",
        "Thema",
        "Trekker",
        "2026",
        "Legenda",
        "Visie",
        "Nr.",
        "Planning",
    ],
    *[
        "x",
        "idem",
        "-",
        "n.t.b.",
        "",
        "1",
        "D1",
        "Doel 1",
        "Doel 1: Meer sport",
        "Thema 2: Taal",
        "Meer sport.",
        "Hal bouwen",
    ],
    *[
        "Bron: CBS",
        "• a • b",
        "(zie doel 1)",
        "[x]",
        "en verder.",
        "Wij doen dit:",
        "1. een",
        "Vacant",
        "Ans & Bo",
        "Doelen 3",
    ],
    *[
        "'Gezamenlijke uitvoering met Gezond'",
        "Inhoudsopgave",
        "Strategische doelen",
        "Operationele doelen",
        "Voor doel",
    ],
]
blocks = st.builds(
    Block,
    st.lists(st.builds(Span, st.sampled_from(WORDS)), max_size=2).map(tuple),
    st.sampled_from([None, None, 0, 1]),
)
fills = st.sampled_from([None, None, "FF0000", "00FF00"])


def build_cells(
    tables: st.SearchStrategy[tuple[Grid, ...]],
) -> st.SearchStrategy[Cell]:
    """Cells that hold some tables."""
    return st.builds(
        Cell,
        place=st.just(Place(file="a")),
        blocks=st.lists(blocks, max_size=2).map(tuple),
        covered=st.booleans(),
        fill=fills,
        width=st.integers(1, 4),
        tables=tables,
        failed=st.booleans(),
    )


def build_grids(cells: st.SearchStrategy[Cell]) -> st.SearchStrategy[Grid]:
    """Tables of rows of equally many cells, as every reader yields them."""
    rows_of_width = st.integers(0, 4).flatmap(
        lambda width: st.lists(st.tuples(*[cells] * width), max_size=5).map(
            tuple
        )
    )
    return st.builds(
        Grid,
        rows=rows_of_width,
        place=st.just(Place(file="a", table=1)),
        merges_known=st.booleans(),
        adjacent=st.booleans(),
    )


nested_grids = build_grids(build_cells(st.just(())))
grids = build_grids(build_cells(st.lists(nested_grids, max_size=1).map(tuple)))
paras = st.builds(
    Para,
    blocks,
    st.just(Place(file="a", line=1)),
    st.sampled_from([None, None, 1, 2]),
)


@settings(max_examples=FEW_EXAMPLES)
@given(st.lists(st.one_of(grids, paras), max_size=6).map(tuple))
def test_whatever_a_reader_yields_is_read_soundly_or_refused(
    parts: tuple[Para | Grid, ...],
) -> None:
    try:
        read = interpret_document(Document("a", parts))
    except DocumentError:
        return
    ids = [each.id for each in read.elements]
    assert len(ids) == len(set(ids))
    assert all(each.text.strip() for each in read.elements)
    assert all(
        link.start in ids and link.end in ids and link.start != link.end
        for link in read.links
    )
    assert interpret_document(Document("a", parts)) == read
