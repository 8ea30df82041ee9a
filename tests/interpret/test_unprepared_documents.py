"""Documents as officials write them, of which no part was made for a reader of networks."""

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.model import Programme
from tests.documents import heading, in_text, in_word, noted, table, told


def in_markdown(text: str) -> Programme:
    return read_bytes(text.encode(), "plan.md")


def in_csv(*rows: str) -> Programme:
    return read_bytes("\n".join(rows).encode(), "plan.csv")


def test_a_column_that_describes_goals_beside_their_numbers_holds_them() -> (
    None
):
    read = in_word(
        heading("Doelen"),
        table(
            ["DoelID", "Omschrijving doel", "Portefeuille"],
            ["AB-1", "Dorpen houden hun bus", "Vervoer"],
            ["AB-2", "Pleinen zijn koel", "Groen"],
        ),
        heading("Acties"),
        table(
            ["ActieID", "Actie", "Doel(en)"],
            ["K-1", "Belbus", "AB-1"],
            ["K-2", "Folder", "alle doelen"],
        ),
    )
    assert told(read) == [
        "AB-1 Dorpen houden hun bus",
        "AB-2 Pleinen zijn koel",
        "K-1 Belbus > AB-1",
        "K-2 Folder > AB-1, AB-2",
    ]


def test_codes_under_unknown_headings_are_no_goals() -> None:
    with pytest.raises(DocumentError):
        in_word(
            heading("Doelen"),
            table(["Sleutel", "Kleur"], ["AB-1", "rood"], ["AB-2", "groen"]),
        )


def test_a_cell_that_only_refers_to_an_effort_links_that_one() -> None:
    rows = [
        "Nr;Doel;Nr;Inspanning",
        "1;Minder rokers;1.1;Rookvrije velden",
        "2;Minder drinken;2.1;zie 1.1",
    ]
    read = in_csv(*rows)
    efforts = [each for each in read.elements if each.kind == "effort"]
    assert [effort.text for effort in efforts] == ["Rookvrije velden"]
    assert len(read.links) == len(["to 1", "to 2"])
    assert "reference_unknown" in noted(
        in_csv(*rows[:2], rows[2].replace("1.1", "7.7"))
    )


def test_merged_cells_show_a_second_row_of_headings_in_any_words() -> None:
    head = '<tr><th rowspan="2">Doel<th colspan="2">Indicator'
    read = read_bytes(
        f'<table>{head}<th colspan="2">Maatregel</tr>'
        "<tr><th>Naam<th>Straks<th>Wat<th>Wie</tr>"
        "<tr><td>Schoon water<td>Dagen met verbod<td>5<td>Baggeren<td>Beheer"
        "</tr></table>".encode(),
        "plan.html",
    )
    assert told(read) == [
        "D1 Schoon water",
        "S1 Dagen met verbod > D1",
        "I1 Baggeren > D1, S1",
    ]


def test_goals_as_rows_above_their_actions_make_a_list_a_network() -> None:
    assert told(
        in_csv(
            "Actie;Trekker;Gereed",
            "Doel 1: Stilte in de nacht;;",
            "Stil asfalt;Wegen;2027",
            "Doel 2: Stilte in het veen;;",
            "Drones weren;Toezicht;2026",
        )
    ) == [
        "D1 Stilte in de nacht",
        "D2 Stilte in het veen",
        "I1 Stil asfalt > D1",
        "I2 Drones weren > D2",
    ]


def test_outputs_serve_outcomes_and_are_not_measured_by_them() -> None:
    read = in_csv(
        "Outcome;Output;Activity",
        "Farmers use less water;40 systems installed;Train people",
    )
    assert {link.kind for link in read.links} == {"contributes_to"}


def test_efforts_after_a_row_of_goals_are_of_none_of_them() -> None:
    goals = ["Doel 1: Rust in de wijk", "Doel 2: Groen in de wijk"]
    work = ["Wat gaan we doen?", "- Bankjes plaatsen", "- Bomen planten"]
    read = in_text("Plan", *goals, *work)
    assert not read.links
    assert "list_unlinked" in noted(read)
    split = [work[0], "Voor doel 1:", work[1], "Voor doel 2:", work[2]]
    assert told(in_text("Plan", *goals, *split))[2:] == [
        "I1 Bankjes plaatsen > D1",
        "I2 Bomen planten > D2",
    ]


def test_a_list_links_by_codes_in_brackets_that_something_has() -> None:
    assert told(
        in_markdown(
            "# Plan\n\n## Doelen\n\n- D1 Dorpen leven\n- D2 Boeren blijven\n\n"
            "## Inspanningen\n\n- I1 Winkelbus (D1)\n- I2 Knip in de weg (N35)\n"
        )
    ) == [
        "D1 Dorpen leven",
        "D2 Boeren blijven",
        "I1 Winkelbus (D1) > D1",
        "I2 Knip in de weg (N35)",
    ]


def test_a_question_and_its_answer_stand_on_one_line() -> None:
    assert told(
        in_markdown(
            "# Plan\n\n**Waar gaan we voor?** Ieder kind leest.\n\n"
            "**Wanneer zijn we tevreden?** 90% leest in 2028.\n\n"
            "**Wat gaan we daarvoor doen?**\n\n- [x] Prentenboeken\n- [ ] Bieb\n"
        )
    ) == [
        "D1 Ieder kind leest.",
        "S1 90% leest in 2028. > D1",
        "I1 Prentenboeken > D1",
        "I2 Bieb > D1",
    ]


@pytest.mark.parametrize("label", ["SMART", "KPI", "Indicator"])
def test_a_label_in_capitals_says_what_its_line_is(label: str) -> None:
    read = in_text("Doel: Rust", f"{label}: 20% minder lawaai", "Actie: Haag")
    assert told(read)[1] == "S1 20% minder lawaai > D1"


def test_a_value_with_its_word_beside_an_indicator_is_no_target() -> None:
    read = in_word(
        table(
            ["Doelstelling", "Meer muziek", ""],
            ["Indicator", "Aantal leerlingen", "Nu: 240"],
            ["Maatregelen", "Lessen op school", "Gratis proefles"],
        )
    )
    targets = [each for each in read.elements if each.kind == "target"]
    assert [target.text for target in targets] == ["Aantal leerlingen"]
    assert "cell_not_understood" in noted(read)


def test_a_study_of_its_own_aim_is_no_network() -> None:
    with pytest.raises(DocumentError):
        in_word(
            heading("Doel van het onderzoek"),
            "Nagaan of de zomerschool werkt.",
            heading("Aanpak"),
            "Wij spraken met ouders.",
            heading("Resultaten"),
            "Ouders zijn tevreden.",
        )
