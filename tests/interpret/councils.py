"""The same kind of network as different offices write it down.

Their words, their layers, their columns.
"""

from typing import NamedTuple

from tests.formats import Cell, Heading, Part, Table, cell, table


class Written(NamedTuple):
    """A document of one dialect, and what is read in it.

    Its elements in lines, and what columns say of them.
    """

    parts: tuple[Part, ...]
    lines: list[str]
    said: dict[str, dict[str, object]]


MUNICIPAL = Written(
    (
        Heading("Focuspunt: Gezond opgroeien", 2),
        table(
            (
                "Opgave / Doel",
                "SMART-doelen",
                "Inspanningen",
                "Trekker",
                "Samen met",
            ),
            (
                "Meer kinderen bewegen elke dag.",
                cell(
                    "In 2028 beweegt 65% van de kinderen een uur per dag.",
                    "Bron: Jeugdmonitor",
                ),
                "Beweegpleinen aanleggen in elke wijk.",
                "Team Sport",
                "Basisscholen",
            ),
            (None, None, "Lessen geven over gezond eten.", "Team Jeugd", None),
            (
                "Minder jongeren roken.",
                "In 2027 rookt 4% van de jongeren.",
                "Rookvrije sportparken inrichten.",
                "Team Sport",
                None,
            ),
        ),
    ),
    [
        "T1 Gezond opgroeien",
        "D1 Meer kinderen bewegen elke dag. > T1",
        "D2 Minder jongeren roken. > T1",
        "S1 In 2028 beweegt 65% van de kinderen een uur per dag. > D1",
        "S2 In 2027 rookt 4% van de jongeren. > D2",
        "I1 Beweegpleinen aanleggen in elke wijk. > D1, S1",
        "I2 Lessen geven over gezond eten. > D1*, S1*",
        "I3 Rookvrije sportparken inrichten. > D2, S2",
    ],
    {
        "S1": {"sources": ("Jeugdmonitor",)},
        "I1": {"owners": ("Team Sport",), "partners": ("Basisscholen",)},
        "I2": {"owners": ("Team Jeugd",)},
        "I3": {"owners": ("Team Sport",)},
    },
)

POSTER = Written(
    (
        Heading("Visie", 2),
        "In 2035 is de binnenstad groen en gastvrij.",
        Heading("Doelen en inspanningen", 2),
        table(
            (
                "Strategische doelstelling",
                "Operationele doelstelling",
                "Inspanningen",
            ),
            (
                "Meer groen in de binnenstad",
                "Elke straat heeft schaduw",
                "Planten van tweehonderd bomen",
            ),
            (None, "Minder stenen op pleinen", "Vergroenen van de Markt"),
            (
                "Meer bezoekers blijven een dag",
                "Er is meer te doen in het weekend",
                "Uitbreiden van de zondagsmarkt",
            ),
        ),
        Heading("Planning", 2),
        table(
            ("Inspanning", "Eigenaar", "2026 K1", "2026 K2"),
            (
                "Planten van tweehonderd bomen",
                "Team Groen",
                "voorbereiding",
                "uitvoering",
            ),
            (
                "Uitbreiden van de zondagsmarkt",
                "Team Economie",
                None,
                "voorbereiding",
            ),
        ),
    ),
    [
        "D1 Meer groen in de binnenstad",
        "D2 Elke straat heeft schaduw > D1",
        "D3 Minder stenen op pleinen > D1*",
        "D4 Meer bezoekers blijven een dag",
        "D5 Er is meer te doen in het weekend > D4",
        "I1 Planten van tweehonderd bomen > D2",
        "I2 Vergroenen van de Markt > D3",
        "I3 Uitbreiden van de zondagsmarkt > D5",
    ],
    {
        "D1": {"level": "strategic"},
        "D2": {"level": "operational"},
        "D3": {"level": "operational"},
        "D4": {"level": "strategic"},
        "D5": {"level": "operational"},
        "I1": {
            "owners": ("Team Groen",),
            "planning": (
                {"period": "2026 K1", "phase": "voorbereiding"},
                {"period": "2026 K2", "phase": "uitvoering"},
            ),
        },
        "I3": {
            "owners": ("Team Economie",),
            "phase": "voorbereiding",
            "planning": ({"period": "2026 K2", "phase": "voorbereiding"},),
        },
    },
)

HANDBOOK = Written(
    (
        Heading("Visie", 2),
        "Inwoners regelen hun zaken met de gemeente snel en zelf.",
        Heading("Doelen-inspanningen-netwerk", 2),
        table(
            (
                "Doel",
                "Baten",
                "Ongewenst effect",
                "Vermogens",
                "Inspanningen",
                "Baateigenaar",
            ),
            (
                "Betere dienstverlening",
                "Kortere wachttijd aan de balie",
                "Meer vragen per telefoon",
                "Aanvragen digitaal afhandelen",
                "Invoeren van een nieuw zaaksysteem",
                "Hoofd Publiekszaken",
            ),
            (None, None, None, None, "Opleiden van de medewerkers", None),
            (
                None,
                "Minder fouten in besluiten",
                None,
                "Dossiers op tijd controleren",
                "Schrijven van werkinstructies",
                "Hoofd Juridisch",
            ),
        ),
    ),
    [
        "D1 Betere dienstverlening",
        "B1 Kortere wachttijd aan de balie > D1",
        "B2 Meer vragen per telefoon > D1",
        "B3 Minder fouten in besluiten > D1*",
        "V1 Aanvragen digitaal afhandelen > B1",
        "V2 Dossiers op tijd controleren > B3",
        "I1 Invoeren van een nieuw zaaksysteem > V1",
        "I2 Opleiden van de medewerkers > V1*",
        "I3 Schrijven van werkinstructies > V2",
    ],
    {
        "B1": {"owners": ("Hoofd Publiekszaken",)},
        "B3": {"owners": ("Hoofd Juridisch",)},
    },
)

BUDGET = Written(
    (
        Heading("Programmabegroting Waterrijk"),
        table(
            (
                "Programma",
                "Wat willen we bereiken?",
                "Wat gaan we daarvoor doen?",
                "Indicatoren",
                "Nulmeting 2024",
                "Streefwaarde 2027",
                "Wat mag het kosten?",
            ),
            (
                "Veiligheid",
                "Inwoners voelen zich veilig",
                "Meer toezicht in de avond",
                "Aandeel dat zich veilig voelt",
                "71%",
                "80%",
                "€ 90.000",
            ),
            (
                None,
                None,
                "Voorlichting over oplichting",
                None,
                None,
                None,
                "p.m.",
            ),
            (
                "Bereikbaarheid",
                "Fietsers komen veilig thuis",
                "Fietspaden verbreden",
                "Ongevallen met fietsers",
                "48",
                "30",
                "€ 400.000",
            ),
        ),
    ),
    [
        "T1 Veiligheid",
        "T2 Bereikbaarheid",
        "D1 Inwoners voelen zich veilig > T1",
        "D2 Fietsers komen veilig thuis > T2",
        "S1 Aandeel dat zich veilig voelt > D1",
        "S2 Ongevallen met fietsers > D2",
        "I1 Meer toezicht in de avond > D1, S1",
        "I2 Voorlichting over oplichting > D1*, S1*",
        "I3 Fietspaden verbreden > D2, S2",
    ],
    {
        "S1": {
            "target": {
                "value": "80%",
                "year": "2027",
                "baseline": "71%",
                "baseline_year": "2024",
            }
        },
        "S2": {
            "target": {
                "value": "30",
                "year": "2027",
                "baseline": "48",
                "baseline_year": "2024",
            }
        },
        "I1": {"budget": "€ 90.000"},
        "I2": {"budget": "p.m."},
        "I3": {"budget": "€ 400.000"},
    },
)

GOAL_TREE = Written(
    (
        table(
            (
                "Missie",
                "Strategisch doel",
                "Strategische benefit",
                "Programmabaat",
                "Operationele benefit",
                "Capability",
                "Project",
            ),
            (
                "Een veilige haven",
                "Snellere doorvaart",
                "Kortere wachttijd",
                "Minder controle met de hand",
                "Snellere herkenning",
                "Schepen volgen",
                "Plaatsen van camera's",
            ),
            (None, None, None, None, None, None, "Aanschaffen van software"),
            (
                None,
                None,
                None,
                "Betere planning van ligplaatsen",
                "Minder wachtende schepen",
                "Gegevens delen",
                "Bouwen van een koppeling",
            ),
        ),
    ),
    [
        "D1 Snellere doorvaart",
        "B1 Kortere wachttijd > D1",
        "B2 Minder controle met de hand > B1",
        "B3 Snellere herkenning > B2",
        "B4 Betere planning van ligplaatsen > B1*",
        "B5 Minder wachtende schepen > B4",
        "V1 Schepen volgen > B3",
        "V2 Gegevens delen > B5",
        "I1 Plaatsen van camera's > V1",
        "I2 Aanschaffen van software > V1*",
        "I3 Bouwen van een koppeling > V2",
    ],
    {"D1": {"level": "strategic"}},
)

NUMBERED = Written(
    (
        table(
            ("Nr.", "Doelen", "Beoogd resultaat 2028"),
            ("9.7", "Fietsen is aantrekkelijk", None),
            (
                "9.7.3",
                "Het fietsnetwerk is compleet",
                "80% van de routes is klaar",
            ),
            ("9.7.4", "Stallen is makkelijk", "Er zijn 500 plekken meer"),
        ),
        Heading("Uitvoering", 2),
        table(
            ("Nr.", "Inspanningen", "Trekker"),
            ("9.7.3.1", "Aanleggen van een snelfietsroute", "Team Wegen"),
            ("9.7.4.1", "Bouwen van een stalling", "Team Bouw"),
            ("9.9.1", "Vieren van de dag van de fiets", "Team Wegen"),
        ),
    ),
    [
        "9.7 Fietsen is aantrekkelijk",
        "9.7.3 Het fietsnetwerk is compleet > 9.7",
        "9.7.4 Stallen is makkelijk > 9.7",
        "S1 80% van de routes is klaar > 9.7.3",
        "S2 Er zijn 500 plekken meer > 9.7.4",
        "9.7.3.1 Aanleggen van een snelfietsroute > 9.7.3",
        "9.7.4.1 Bouwen van een stalling > 9.7.4",
        "9.9.1 Vieren van de dag van de fiets",
    ],
    {
        "9.7.3.1": {"owners": ("Team Wegen",)},
        "9.7.4.1": {"owners": ("Team Bouw",)},
        "9.9.1": {"owners": ("Team Wegen",)},
    },
)

INDICATORS = Written(
    (
        table(
            (
                "Doel",
                "Indicator",
                "Eenheid",
                "Nulmeting 2022",
                "Streefwaarde 2024",
                "Streefwaarde 2026",
                "Bron",
            ),
            (
                "Minder ouderen zijn eenzaam",
                "Ouderen die zich eenzaam voelen",
                "%",
                "48",
                "45",
                "40",
                "Gezondheidsmonitor",
            ),
            (
                None,
                "Bezoekers van het wijkcentrum",
                "aantal",
                "210",
                "250",
                "300",
                "Welzijnswerk",
            ),
        ),
    ),
    [
        "D1 Minder ouderen zijn eenzaam",
        "S1 Ouderen die zich eenzaam voelen > D1",
        "S2 Bezoekers van het wijkcentrum > D1*",
    ],
    {
        "S1": {
            "sources": ("Gezondheidsmonitor",),
            "target": {
                "unit": "%",
                "baseline": "48",
                "baseline_year": "2022",
                "value": "40",
                "year": "2026",
            },
        },
        "S2": {
            "sources": ("Welzijnswerk",),
            "target": {
                "unit": "aantal",
                "baseline": "210",
                "baseline_year": "2022",
                "value": "300",
                "year": "2026",
            },
        },
    },
)

EVERY = {
    "municipal": MUNICIPAL,
    "poster": POSTER,
    "handbook": HANDBOOK,
    "budget": BUDGET,
    "goal tree": GOAL_TREE,
    "numbered": NUMBERED,
    "indicators": INDICATORS,
}


def with_repeated_cells(
    parts: tuple[Part, ...], columns: int
) -> tuple[Part, ...]:
    """The parts with the cell above in every blank cell of the first columns of each table.

    As a sheet without merges has it.
    """
    return tuple(
        _repeated(part, columns) if isinstance(part, Table) else part
        for part in parts
    )


def _repeated(this: Table, columns: int) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for row in this.rows:
        above = rows[-1] if rows else row
        rows.append(
            tuple(
                above[at] if at < columns and not each.lines else each
                for at, each in enumerate(row)
            )
        )
    return Table(tuple(rows))


def reordered(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with the columns of each table by the alphabet."""
    return tuple(
        _by_alphabet(part) if isinstance(part, Table) else part
        for part in parts
    )


def _by_alphabet(this: Table) -> Table:
    order = sorted(
        range(len(this.rows[0])), key=lambda at: str(this.rows[0][at].lines)
    )
    return Table(tuple(tuple(row[at] for at in order) for row in this.rows))


def reworded(
    parts: tuple[Part, ...], words: dict[str, str]
) -> tuple[Part, ...]:
    """The parts with other words above the columns."""
    return tuple(
        Table(
            (
                tuple(
                    cell(*(words.get(str(line), line) for line in each.lines))
                    for each in part.rows[0]
                ),
                *part.rows[1:],
            )
        )
        if isinstance(part, Table)
        else part
        for part in parts
    )
