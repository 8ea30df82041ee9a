import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinet.api import read_bytes
from dinet.document.content import Grid
from dinet.errors import DinetError
from dinet.model import Programme
from dinet.plugins import plugin_folder
from tests.documents import noted, told
from tests.formats import (
    ALL,
    UNDER,
    WITH_MERGES,
    Heading,
    Item,
    as_csv,
    bare,
    cell,
    read_as,
    table,
)

READERS = plugin_folder("readers").plugins

MERGED = (
    Heading("Programma Samen sterk"),
    Heading("Focuspunt: Sport en bewegen", 2),
    table(
        ("Doel", "SMART-doelen", "Inspanningen"),
        (
            cell("Meer kinderen sporten.", down=2),
            cell(
                "In 2028 sport 60% van de kinderen elke week (in 2024 was dit 48%). Bron: CBS",
                down=1,
            ),
            cell(
                "‘Gezamenlijke uitvoering met Gezond Leven’",
                Item("Een sporthal bouwen."),
                Item("Clubs, scholen en buurten", 0),
                Item("Zwemmen", 1),
            ),
        ),
        (UNDER, UNDER, "Een nieuw beweegplan."),
        (UNDER, None, "Gratis proeflessen; ook in de zomer."),
        (
            "Minder jongeren roken.",
            cell("In 2027 rookt hooguit 5% van de jongeren.", "Bron: GGD"),
            None,
        ),
    ),
    Heading("Focuspunt: Opgroeien", 2),
    table(
        ("Doel", "SMART-doelen", "Inspanningen"),
        (
            "Meer kinderen ontbijten.",
            None,
            cell("Schoolontbijt & fruit.", "Een nieuw beweegplan."),
        ),
    ),
)
FLAT = tuple(
    table(*(tuple(cell(*each.lines) for each in row) for row in part.rows))
    if hasattr(part, "rows")
    else part
    for part in MERGED
)
PLANNING = (
    Heading("Inspanningen"),
    table(
        ("Inspanning", "Trekker", "2027 K1", "2027 K2"),
        (
            "Een sporthal bouwen",
            "Ans de Vries",
            cell(fill="FFE699"),
            cell(fill="A9D08E"),
        ),
        ("Een nieuw beweegplan", "Bo Jansen", None, cell(fill="FFE699")),
    ),
    "Legenda",
    table(
        (
            cell("voorbereiding", fill="FFE699"),
            cell("uitvoering", fill="A9D08E"),
        )
    ),
)
ALL_LINES = [
    "T1 Sport en bewegen",
    "T2 Opgroeien",
    "D1 Meer kinderen sporten. > T1",
    "D2 Minder jongeren roken. > T1",
    "D3 Meer kinderen ontbijten. > T2",
    "S1 In 2028 sport 60% van de kinderen elke week (in 2024 was dit 48%). > D1",
    "S2 In 2027 rookt hooguit 5% van de jongeren. > D2",
    "I1 Een sporthal bouwen. > D1, S1",
    "I2 Clubs, scholen en buurten > D1, S1",
    "I2.1 Zwemmen > I2",
    "I3 Een nieuw beweegplan. > D1, D3, S1",
    "I4 Gratis proeflessen; ook in de zomer. > D1",
    "I5 Schoolontbijt & fruit. > D3",
]


@pytest.mark.no_cover
@pytest.mark.parametrize("name", WITH_MERGES)
def test_the_same_table_with_merged_cells_is_the_same_programme_in_every_format_that_has_them(
    name: str,
) -> None:
    found = read_as(name, *MERGED)
    assert told(found) == ALL_LINES
    assert bare(found) == bare(read_as("docx", *MERGED))


@pytest.mark.no_cover
@pytest.mark.parametrize("name", ALL)
def test_the_same_table_without_merged_cells_is_the_same_programme_in_every_format(
    name: str,
) -> None:
    found = read_as(name, *FLAT)
    assert [line.replace("*", "") for line in told(found)][:10] == ALL_LINES[
        :10
    ]
    assert bare(found) == bare(read_as("docx", *FLAT))


@pytest.mark.parametrize("name", WITH_MERGES)
def test_the_colours_of_a_planning_are_phases_in_every_format_that_has_them(
    name: str,
) -> None:
    hall, plan = read_as(name, *PLANNING).elements
    assert [(step.period, step.phase) for step in hall.planning] == [
        ("2027 K1", "voorbereiding"),
        ("2027 K2", "uitvoering"),
    ]
    assert [(step.period, step.phase) for step in plan.planning] == [
        ("2027 K2", "voorbereiding")
    ]
    assert (hall.owners, plan.owners) == (("Ans de Vries",), ("Bo Jansen",))


@pytest.mark.parametrize("name", WITH_MERGES)
def test_a_legend_of_one_column_explains_its_colours_too(name: str) -> None:
    under_each_other = table(
        (cell("voorbereiding", fill="FFE699"),),
        (cell("uitvoering", fill="A9D08E"),),
    )
    found = read_as(name, *PLANNING[:-1], under_each_other)
    assert (
        bare(found)["elements"] == bare(read_as(name, *PLANNING))["elements"]
    )
    assert noted(found) == []


@pytest.mark.parametrize("name", ALL)
def test_typed_dashes_under_typed_bullets_are_parts_of_efforts(
    name: str,
) -> None:
    typed = cell("• Een hal bouwen", "- Zaal", "- Tribune", "• Lessen geven")
    found = read_as(
        name, table(("Doel", "Inspanning"), ("Meer sport.", typed))
    )
    assert told(found)[1:] == [
        "I1 Een hal bouwen > D1",
        "I1.1 Zaal > I1",
        "I1.2 Tribune > I1",
        "I2 Lessen geven > D1",
    ]


@pytest.mark.parametrize("name", ["docx", "odt", "txt", "html"])
def test_typed_dashes_under_typed_bullets_are_parts_outside_tables_too(
    name: str,
) -> None:
    found = read_as(
        name,
        Heading("Inspanningen"),
        "• Een hal bouwen",
        "- Zaal",
        "- Tribune",
        "• Lessen geven",
    )
    assert told(found) == [
        "I1 Een hal bouwen",
        "I1.1 Zaal > I1",
        "I1.2 Tribune > I1",
        "I2 Lessen geven",
    ]


@pytest.mark.parametrize("name", ALL)
def test_every_cell_says_where_it_stands(name: str) -> None:
    goal = next(
        each for each in read_as(name, *FLAT).elements if each.id == "D2"
    )
    (place,) = goal.places
    assert place.file == f"plan.{name}"
    assert (place.row, place.column, place.heading) == (
        (11 if name in ("csv", "tsv", "xlsx", "ods") else 5),
        1,
        "Doel",
    )


@pytest.mark.no_cover
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"]
)
@pytest.mark.parametrize(
    "dialect",
    [{}, {"lineterminator": "\n"}, {"quoting": 1}],
    ids=["crlf", "lf", "quoted"],
)
def test_a_csv_is_the_same_programme_in_every_dialect(
    delimiter: str, encoding: str, dialect: dict[str, object]
) -> None:
    found = read_bytes(
        as_csv(*FLAT, delimiter=delimiter, encoding=encoding, **dialect),
        "plan.csv",
    )
    assert told(found) == told(read_as("docx", *FLAT))
    assert ("encoding" in noted(found)) == (encoding == "cp1252")


def test_every_reader_says_in_a_line_what_it_reads() -> None:
    assert all(
        plugin.summary.endswith((".", ":")) or len(plugin.summary) > 20
        for plugin in READERS.values()
    )
    assert len(
        {suffix for plugin in READERS.values() for suffix in plugin.suffixes}
    ) == sum(len(plugin.suffixes) for plugin in READERS.values())


@pytest.mark.parametrize("name", sorted(READERS))
@given(
    data=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(
            lambda text: text.encode("utf-8", "surrogatepass")
        ),
    )
)
def test_no_bytes_at_all_break_a_reader(name: str, data: bytes) -> None:
    assert _read_or_refused(data, f"plan.{name}")


@pytest.mark.no_cover
@pytest.mark.parametrize("name", sorted(ALL))
def test_a_file_with_damaged_bytes_is_read_or_refused(name: str) -> None:
    whole = ALL[name](*FLAT)
    chance = random.Random(name)
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert _read_or_refused(
            bytes(data[: chance.randint(1, len(data))]), f"plan.{name}"
        )


def _read_or_refused(data: bytes, name: str) -> bool:
    """The file is read, or refused with a message that names it."""
    try:
        return isinstance(read_bytes(data, name), Programme)
    except DinetError as error:
        return name in error.in_language("nl") and name in error.in_language(
            "en"
        )


@pytest.mark.parametrize("name", sorted(ALL))
def test_the_rows_of_every_grid_are_equally_wide(name: str) -> None:
    document = READERS[name].module.read(ALL[name](*MERGED), f"plan.{name}")
    grids = [part for part in document.parts if isinstance(part, Grid)]
    assert [{len(row) for row in grid.rows} for grid in grids] == [{3}, {3}]
