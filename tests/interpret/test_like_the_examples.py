"""Documents in the shape of the examples, as other councils write them, in every format."""

import pytest

from tests.documents import told
from tests.formats import (
    EVERY,
    WITH_MERGES,
    Heading,
    Item,
    cell,
    read_as,
    table,
)
from tests.interpret.councils import reordered, with_repeated_cells

pytestmark = pytest.mark.no_cover

_GOAL = "Kinderen groeien op met gelijke kansen, thuis en op school."
_HEAD = ("Ambitie", "Meetbaar resultaat", "Wat gaan we ervoor doen")
ANNEX = (
    Heading("Bijlage 2: Doelen-inspanningen-netwerk"),
    Heading("Speerpunt: Gelijk aan de start", 2),
    table(
        _HEAD,
        (
            _GOAL,
            cell(
                "In 2027 ervaart 80% van de leerlingen gelijke kansen.",
                "Bron: Schoolmonitor",
            ),
            cell(
                Item("Voorleesbussen laten rijden."),
                Item("Taalmaatjes werven en -begeleiden."),
            ),
        ),
        (
            None,
            "In 2028 heeft 9 van de 10 scholen een wijkplan. Bron: scholenkring",
            "Huiswerkklassen openen.",
        ),
        (
            "Jongeren vinden hun plek.",
            None,
            cell(
                "‘Gezamenlijke uitvoering met Gezonde Stad’",
                "Een jongerenraad instellen.",
            ),
        ),
    ),
    Heading("Speerpunt: Sterke scholen", 2),
    table(
        _HEAD,
        (
            "Scholen werken samen met de wijk.",
            "In 2028 heeft 9 van de 10 scholen een wijkplan.",
            "Pleinen open na vier uur (zie speerpunt: Gelijk aan de start).",
        ),
        (None, None, "Elke school krijgt een wijkverbinder."),
    ),
)
READ = [
    "T1 Gelijk aan de start",
    "T2 Sterke scholen",
    f"D1 {_GOAL} > T1",
    "D2 Jongeren vinden hun plek. > T1",
    "D3 Scholen werken samen met de wijk. > T2",
    "S1 In 2027 ervaart 80% van de leerlingen gelijke kansen. > D1",
    "S2 In 2028 heeft 9 van de 10 scholen een wijkplan. > D1, D3",
    "I1 Voorleesbussen laten rijden. > D1, S1",
    "I2 Taalmaatjes werven en -begeleiden. > D1, S1",
    "I3 Huiswerkklassen openen. > D1, S2",
    "I4 Een jongerenraad instellen. > D2",
    "I5 Pleinen open na vier uur. > →T1, D3, S2",
    "I6 Elke school krijgt een wijkverbinder. > D3",
]
SHAPES = {
    "as it is": ANNEX,
    "columns in another order": reordered(ANNEX),
    "goals repeated": with_repeated_cells(ANNEX, 1),
}


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_table_for_each_theme_is_read_in_every_format(
    shape: str, name: str
) -> None:
    read = read_as(name, *SHAPES[shape])
    *lines, last = (line.replace("*", "") for line in told(read))
    assert [
        *lines,
        last.removesuffix(", S2"),
    ] == READ  # blank cells may say that it goes on with the target above
    by_id = {each.id: each for each in read.elements}
    assert (by_id["S1"].sources, by_id["S2"].sources) == (
        ("Schoolmonitor",),
        ("scholenkring",),
    )
    assert by_id["I4"].joint_with == ("Gezonde Stad",)


_START, _WORK, _ALWAYS = "FFE699", "A9D08E", "9DC3E6"
POSTER = (
    Heading("Programma Samen Ouder"),
    Heading("Visie", 2),
    "Iedereen wordt hier met plezier oud.",
    Heading("Strategische doelen", 2),
    table(("Ouderen doen langer mee.", "Mantelzorgers houden het vol.")),
    Heading("Operationele doelen", 2),
    table(("Meer ouderen bezoeken de soos.", "Respijtzorg is dichtbij.")),
    Heading("Inspanningen", 2),
    table(
        ("Belbus uitbreiden.", "Café openen."),
        ("Ouderenraad oprichten.", "Logeerhuis verkennen."),
    ),
    Heading("Planning", 2),
    table(
        ("Inspanning", "Trekker", "2025", "2026"),
        (
            "Belbus uitbreiden.",
            "Mia Zonneveld",
            cell(fill=_START),
            cell(fill=_WORK),
        ),
        ("Café openen.", "Vacant", None, cell(fill=_START)),
        (
            "Ouderenraad oprichten.",
            "Mia Zonneveld & Jan Duin",
            cell(fill=_ALWAYS),
            cell(fill=_ALWAYS),
        ),
    ),
    Heading("Legenda", 2),
    table(
        (
            cell("voorbereiding", fill=_START),
            cell("uitvoering", fill=_WORK),
            cell("doorlopend", fill=_ALWAYS),
        )
    ),
)


@pytest.mark.parametrize("name", [*WITH_MERGES, "pdf"])
def test_a_poster_with_a_planning_in_colours_is_read_in_every_format_with_colours(
    name: str,
) -> None:
    read = read_as(name, *POSTER)
    assert [
        (each.text, getattr(each, "level", None)) for each in read.elements[:4]
    ] == [
        ("Ouderen doen langer mee.", "strategic"),
        ("Mantelzorgers houden het vol.", "strategic"),
        ("Meer ouderen bezoeken de soos.", "operational"),
        ("Respijtzorg is dichtbij.", "operational"),
    ]
    found = {
        each.text: (
            each.owners,
            [(step.period, step.phase) for step in each.planning],
        )
        for each in read.elements[4:]
    }
    assert found == {
        "Belbus uitbreiden.": (
            ("Mia Zonneveld",),
            [("2025", "voorbereiding"), ("2026", "uitvoering")],
        ),
        "Café openen.": ((), [("2026", "voorbereiding")]),
        "Ouderenraad oprichten.": (
            ("Mia Zonneveld", "Jan Duin"),
            [("2025", "doorlopend"), ("2026", "doorlopend")],
        ),
        "Logeerhuis verkennen.": ((), []),
    }
    assert read.links == ()
    assert {"group_unexplained", "levels_unlinked"} <= {
        note.code for note in read.notes
    }


def test_two_headings_after_each_other_are_two_in_a_pdf() -> None:
    parts = (
        Heading("Bijlage 2: Netwerk"),
        Heading("Speerpunt: Sterke scholen"),
        *ANNEX[-1:],
    )
    assert [
        each.text
        for each in read_as("pdf", *parts).elements
        if each.kind == "theme"
    ] == ["Sterke scholen"]
