"""Documents as officials write them, of which no part was made for a reader of networks."""

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.interpret.outline.introducing_lines import introduced_role
from tests.documents import (
    heading,
    in_csv,
    in_markdown,
    in_text,
    in_word,
    noted,
    para,
    table,
    told,
)


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


def test_outcomes_serve_the_impact_of_their_chain() -> None:
    assert told(
        in_csv(
            "Route;Activiteiten;Outputs;Outcomes;Impact",
            "Thuis;Coaches inzetten;90 bezoeken;Ouders slapen beter;Rust",
            "School;Klassen openen;9 klassen;Betere cijfers;Rust",
        )
    ) == [
        "D1 Rust",
        "B1 Ouders slapen beter > D1",
        "B2 Betere cijfers > D1",
        "R1 90 bezoeken > B1",
        "R2 9 klassen > B2",
        "I1 Coaches inzetten > R1",
        "I2 Klassen openen > R2",
    ]


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


def test_who_carries_out_a_measure_is_its_owner_and_no_effort() -> None:
    rows = (
        "Doel;Maatregel;Uitvoering",
        "Minder rook;Velden rookvrij;GGD",
        "Minder drank;Nix18 handhaven;Team Orde",
    )
    assert told(in_csv(*rows)) == [
        "D1 Minder rook",
        "D2 Minder drank",
        "I1 Velden rookvrij > D1",
        "I2 Nix18 handhaven > D2",
    ]
    assert in_csv(*rows).elements[2].owners == ("GGD",)
    dated = in_csv(rows[0], "Minder rook;Velden rookvrij;2027")
    assert (dated.elements[1].owners, dated.elements[1].period) == ((), "2027")


def test_a_matrix_under_a_list_of_codes_gives_parties_to_its_rows() -> None:
    read = in_markdown(
        "## Doelen\n\n- C1 Meer kunst op school\n- C2 Zichtbaar erfgoed\n\n"
        "## Maatregelen\n\n| Maatregel | C1 | C2 | Wie |\n|---|---|---|---|\n"
        "| Coach | x | 0 | Kunstlab |\n| Route | x | x | Erfgoedhuis |\n"
    )
    assert told(read) == [
        "C1 Meer kunst op school",
        "C2 Zichtbaar erfgoed",
        "I1 Coach > C1",
        "I2 Route > C1, C2",
    ]
    assert read.elements[2].owners == ("Kunstlab",)


def test_a_legend_above_a_matrix_leaves_it_a_matrix() -> None:
    read = in_markdown(
        "# Effecten\n\nLegenda: ++ sterk, 0 geen, - tegen\n\n"
        "| Actie / Doel | Rust op straat | Vitale boeren |\n|---|---|---|\n"
        "| Stal weg | ++ | - |\n| Pad open | + | 0 |\n"
    )
    assert {(link.kind, link.weight) for link in read.links} == {
        ("contributes_to", "++"),
        ("conflicts_with", "-"),
        ("contributes_to", "+"),
    }


def test_the_lines_at_the_end_of_a_document_are_no_efforts() -> None:
    text = (
        "Plan\n\nDoel 1. Dieren hebben rust\nActies:\n1.1 Vuurwerkvrije zone\n"
        "1.2 Egelroutes\n\n{end}\n"
    )
    ends = (
        "Vastgesteld in de vergadering van 4 juni.",
        "Namens het college",
        "Dit is de laatste regel van het plan",
    )
    for end in ends:
        read = in_text(text.replace("{end}", end))
        assert told(read) == [
            "D1 Dieren hebben rust",
            "1.1 Vuurwerkvrije zone > D1",
            "1.2 Egelroutes > D1",
        ]
        assert end in " ".join(piece.text for piece in read.unread)


def test_the_foot_of_a_page_is_no_effort() -> None:
    read = read_bytes(
        b"<h2>Doel 1: Niemand is alleen</h2><h3>Inspanningen</h3>"
        b"<p>Dorpshulp zoeken</p><footer>Cookies | Privacyverklaring</footer>",
        "plan.html",
    )
    assert told(read) == ["D1 Niemand is alleen", "I1 Dorpshulp zoeken > D1"]


def test_columns_under_a_list_of_goals_are_no_goals() -> None:
    read = in_word(
        heading("Operationele doelen"),
        "- Meer stages",
        "- Ruimte voor natuur",
        table(
            ["Wonen", "Natuur"],
            ["Studentenflat", "Ecoduct"],
            ["Hofje", "Bos"],
        ),
    )
    assert told(read) == ["D1 Meer stages", "D2 Ruimte voor natuur"]
    assert "table_not_understood" in noted(read)


@pytest.mark.parametrize("above", ["Voor welk doel", "Welk doel?", "Doel"])
def test_a_cell_that_names_several_goals_in_words_is_no_goal_of_its_own(
    above: str,
) -> None:
    read = in_markdown(
        "| Doel | Toelichting |\n|---|---|\n| Rust op het strand | druk |\n"
        "| Draagvlak bij bewoners | klachten |\n\n"
        f"| Actie | {above} | Met wie |\n|---|---|---|\n"
        "| Panel | Draagvlak bij bewoners en Rust op het strand | raad |\n"
        "| Route | Rust op het strand | eigenaren |\n"
    )
    assert told(read) == [
        "D1 Rust op het strand",
        "D2 Draagvlak bij bewoners",
        "I1 Panel > D1, D2",
        "I2 Route > D1",
    ]


def test_goals_that_only_cards_name_are_told_apart_wherever_they_stand() -> (
    None
):
    cards = (
        ("Markt", "Mooi dorp; Vlot rijden"),
        ("Stalling", "Vlot rijden"),
        ("Gevels", "Mooi dorp"),
    )
    parts: list[object] = []
    for project, goals in cards:
        rows = [["Project", project], ["Draagt bij aan doel", goals]]
        parts += [table(*rows, ["Trekker", "Beheer"]), "Paraaf"]
    read = in_word(*parts)
    assert told(read) == [
        "D1 Vlot rijden",
        "D2 Mooi dorp",
        "I1 Markt > D1, D2",
        "I2 Stalling > D1",
        "I3 Gevels > D2",
    ]


def test_a_lookup_of_sharepoint_links_to_each_item_that_it_holds() -> None:
    read = in_csv(
        "Id,Titel,Inhoudstype,Hoort bij",
        "11,Weten wat te doen,Doel,",
        "12,Orde op straat,Doel,",
        '16,Avond per kern,Activiteit,"11;#Weten wat te doen;#12;#Orde op straat"',
    )
    assert len(read.links) == len(["to 11", "to 12"])


def test_figures_of_indicators_are_no_heads_of_a_matrix() -> None:
    goals = table(
        ["Ambitienr", "Ambitie"], ["1", "Jong en oud"], ["2", "Winkels"]
    )
    read = in_word(
        goals,
        heading("KPI's"),
        table(
            ["KPI-nr", "KPI", "Ambitienr", "Meting 2024", "Doelwaarde 2028"],
            ["1.1", "Aantal woningen", "1", "40", "120"],
            ["1.2", "Leeftijd", "1", "44", "38"],
            ["2.1", "Aantal winkels", "2", "3", "4"],
        ),
    )
    assert told(read) == [
        "1 Jong en oud",
        "2 Winkels",
        "1.1 Aantal woningen > 1",
        "1.2 Leeftijd > 1",
        "2.1 Aantal winkels > 2",
    ]


def test_a_word_made_of_another_and_a_role_is_what_its_last_part_says() -> (
    None
):
    read = in_csv("Wijkdoel;Hoofdactiviteit;Wie", "Schone straat;Vegen;Buurt")
    assert told(read) == ["D1 Schone straat", "I1 Vegen > D1"]


def test_a_measurement_in_words_is_a_target_and_in_figures_a_baseline() -> (
    None
):
    head = "Baat;Meting;Project"
    in_words = in_csv(
        head,
        "Minder papier;70% minder printjes in 2028;Tablets",
        "Sneller klaar;5 weken in plaats van 8 in 2027;Koppeling",
    )
    assert [each.kind for each in in_words.elements].count("target") == len(
        ["printjes", "weken"]
    )
    in_figures = in_csv(head, "Minder papier;70%;Tablets", "Snel;8;Koppeling")
    assert "target" not in {each.kind for each in in_figures.elements}


def test_a_form_with_two_headings_a_row_is_a_card() -> None:
    read = in_word(
        table(
            ["Project", "Deelauto's in de wijk", "Nummer", "P-07"],
            ["Doel", "Minder auto's op straat", "Budget", "€ 60.000"],
            ["Trekker", "Team Wegen", "Status", "loopt"],
        )
    )
    goal, effort = read.elements
    assert goal.text == "Minder auto's op straat"
    assert (effort.owners, effort.status) == (("Team Wegen",), "loopt")
    assert len(read.links) == 1


def test_why_a_goal_is_wanted_is_no_second_goal() -> None:
    read = in_csv(
        "Ambitie;Waarom;Actie", "Sport dichtbij;ver is een drempel;Veld"
    )
    assert told(read) == ["D1 Sport dichtbij", "I1 Veld > D1"]


def test_what_residents_may_do_is_no_effort_of_the_council() -> None:
    read = in_markdown(
        "# Agenda\n\n## Thema Verkeer\n\n**Onze ambitie**\n\nSchoon vervoer.\n\n"
        "**Wat we doen**\n\n- Deelfietsen\n\n**Wat u kunt doen**\n\n- Pak de fiets\n"
    )
    efforts = [each.text for each in read.elements if each.kind == "effort"]
    assert efforts == ["Deelfietsen"]


def test_a_code_with_the_words_that_it_stands_for_is_that_element() -> None:
    read = in_word(
        table(
            ["Code", "Ambitie"], ["A1", "Gezonde buurt"], ["A2", "Zelf doen"]
        ),
        heading("Activiteiten"),
        table(
            ["Activiteit", "Ambitie"],
            ["Coach", "A1 Gezonde buurt"],
            ["Hulp", "A2"],
            ["Huis", "A1 + A2"],
        ),
    )
    assert told(read) == [
        "A1 Gezonde buurt",
        "A2 Zelf doen",
        "I1 Coach > A1",
        "I2 Hulp > A2",
        "I3 Huis > A1, A2",
    ]


def test_income_of_a_year_beside_costs_is_no_benefit() -> None:
    read = in_csv(
        "Doel;Activiteit;Lasten 2025;Baten 2025", "Zwemmen;Zwembad;400;150"
    )
    assert told(read) == ["D1 Zwemmen", "I1 Zwembad > D1"]


def test_actions_under_goals_over_the_whole_width_serve_these() -> None:
    band = '<tr><td colspan="2">Doel {}</tr>'
    action = "<tr><td>{}<td>Groen</tr>"
    read = read_bytes(
        (
            "<table><tr><th>Doel / actie<th>Wie</tr>"
            + band.format("1: Schone lucht")
            + action.format("Haag planten")
            + band.format("2: Meer sport")
            + action.format("Veld maaien")
            + "</table>"
        ).encode(),
        "plan.html",
    )
    texts = {each.id: each.text for each in read.elements}
    assert {(texts[link.start], texts[link.end]) for link in read.links} == {
        ("Haag planten", "Schone lucht"),
        ("Veld maaien", "Meer sport"),
    }


def test_a_heading_that_counts_themes_does_not_name_them() -> None:
    part = "## Prioriteit {}: {}\n\n### Ambitie\n\n{}\n\n### Activiteiten\n\n- {}\n\n"
    read = in_markdown(
        "# Plan\n\n"
        + part.format(1, "Jeugd", "Minder overlast.", "Straatwerk")
        + part.format(2, "Digitaal", "Weerbare inwoners.", "Cybercafé")
    )
    themes = [each.text for each in read.elements if each.kind == "theme"]
    assert themes == ["Jeugd", "Digitaal"]


def test_codes_in_small_letters_refer_as_others_do() -> None:
    read = in_word(
        heading("Maatregelen"),
        table(["Nr", "Maatregel"], ["m1", "Wachten"], ["m2", "Licht"]),
        heading("Doelen"),
        table(
            ["Doel", "Maatregelen"], ["Veilig uit", "m1, m2"], ["Rust", "m2"]
        ),
    )
    assert [each.kind for each in read.elements].count("effort") == len(
        ["m1", "m2"]
    )
    assert len(read.links) == len(["m1 veilig", "m2 veilig", "m2 rust"])


def test_a_line_with_a_word_of_its_own_after_a_list_is_no_effort() -> None:
    read = in_text(
        "Plan\n\nDoel 1: Rust op straat\nInspanningen:\n- Wachten\n- Licht\n\n"
        "Contact: het meldpunt\n"
    )
    assert [each.text for each in read.elements] == [
        "Rust op straat",
        "Wachten",
        "Licht",
    ]


def test_a_column_whose_cells_say_what_they_are_needs_no_heading() -> None:
    read = in_csv(
        "Taaknaam;Bucketnaam;Toegewezen aan",
        "Spreekuur;Doel: rondkomen;Inkomen",
        "Bezoek;Doel: aan het werk;Werkplein",
    )
    assert told(read) == [
        "D1 rondkomen",
        "D2 aan het werk",
        "I1 Spreekuur > D1",
        "I2 Bezoek > D2",
    ]


@pytest.mark.parametrize(
    "head", ["Lasten en baten (x € 1.000)", "Baten", "Opbrengsten 2026"]
)
def test_money_of_some_years_is_no_benefit(head: str) -> None:
    read = in_word(
        table(["Doel", "Inspanning"], ["Koele pleinen", "Bomen planten"]),
        heading("Wat mag het kosten?"),
        table([head, "2026", "2027"], ["Leges", "€ 20", "25"]),
    )
    assert told(read) == ["D1 Koele pleinen", "I1 Bomen planten > D1"]
    assert "table_not_understood" in noted(read)


@pytest.mark.parametrize("head", ["Uitvoering", "Aanpak"])
def test_what_says_how_an_effort_is_done_is_no_effort(head: str) -> None:
    read = in_csv(
        f"Doel;Inspanning;{head}", "Koele pleinen;Bomen planten;Team Groen"
    )
    assert told(read) == ["D1 Koele pleinen", "I1 Bomen planten > D1"]
    assert "Team Groen" in str(read.elements[-1])


def test_codes_under_the_word_for_goals_number_what_describes_them() -> None:
    read = in_word(
        table(
            ["Doel", "Omschrijving", "Meetbaar resultaat"],
            ["D1", "Ieder gebouw is open", "90% voldoet in 2030"],
            ["D2", "Minder eenzaamheid", "Nog 5% in 2030"],
        ),
        table(["Actie", "Doel(en)"], ["Schouw houden", "D1, D2"]),
    )
    assert told(read) == [
        "D1 Ieder gebouw is open",
        "D2 Minder eenzaamheid",
        "S1 90% voldoet in 2030 > D1",
        "S2 Nog 5% in 2030 > D2",
        "I1 Schouw houden > D1, D2",
    ]


def test_a_cell_that_lists_codes_names_each_of_them() -> None:
    read = in_csv("Doel;Actie", "D1;Schouw houden", "D1 en D2;Taalles geven")
    assert told(read) == [
        "D1 D1",
        "D2 D2",
        "I1 Schouw houden > D1",
        "I2 Taalles geven > D1, D2",
    ]


def test_a_label_joined_to_its_number_is_the_code_of_its_line() -> None:
    read = in_markdown(
        "# Plan\n\n## Objective 1: Schone buurt\n\n**Key results**\n\n"
        "- KR1.1: Meldingen dalen naar 2.000\n- KR1.2: 80% is leeg\n\n"
        "## Voortgang\n\n| Key result | Q1 |\n|---|---|\n| KR1.1 | 2.900 |\n"
    )
    assert told(read) == [
        "D1 Schone buurt",
        "KR1.1 Meldingen dalen naar 2.000 > D1",
        "KR1.2 80% is leeg > D1",
    ]


def test_actions_are_part_of_the_plans_of_which_they_name_the_codes() -> None:
    read = in_word(
        heading("BD"),
        table(["Code", "Beleidsdoelstelling"], ["BD-1", "Koele pleinen"]),
        heading("AP"),
        table(
            ["Code", "Actieplan", "Beleidsdoelstelling"],
            ["AP-1", "Groen eerst", "BD-1"],
            ["AP-2", "Water eerst", "BD-1"],
        ),
        heading("AC"),
        table(
            ["Code", "Actie", "Actieplan", "Prioritair", "Dienst"],
            ["AC-1", "Bomen planten", "AP-1", "ja", "Groen"],
            ["AC-2", "Fontein bouwen", "AP-2", "nee", "Water"],
        ),
    )
    assert told(read) == [
        "BD-1 Koele pleinen",
        "AP-1 Groen eerst > BD-1",
        "AP-2 Water eerst > BD-1",
        "AC-1 Bomen planten > AP-1",
        "AC-2 Fontein bouwen > AP-2",
    ]


def test_a_list_of_what_the_sheets_hold_names_no_elements() -> None:
    read = in_word(
        heading("Leeswijzer"),
        table(["Tabblad", "Inhoud"], ["AB", "Doelen"], ["CD", "Acties"]),
        heading("Net"),
        table(["Doel", "Inspanning"], ["Koele pleinen", "Bomen planten"]),
    )
    assert told(read) == ["D1 Koele pleinen", "I1 Bomen planten > D1"]


def test_a_line_above_a_table_without_goals_names_the_goal_of_it() -> None:
    def speerpunt(goal: str, effort: str, result: str) -> list[object]:
        rows = [["Activiteit", "Beoogd resultaat"], [effort, result]]
        return [para(f"Doelstelling: {goal}"), table(*rows)]

    read = in_word(
        heading("Speerpunt 1 Taal"),
        *speerpunt("Meer lezers", "Festival houden", "1.000 bezoekers"),
        heading("Speerpunt 2 Digitaal"),
        *speerpunt("Minder drempels", "Spreekuur houden", "90 vragen"),
    )
    assert told(read)[2:] == [
        "D1 Meer lezers > T1",
        "D2 Minder drempels > T2",
        "S1 1.000 bezoekers > D1",
        "S2 90 vragen > D2",
        "I1 Festival houden > D1, S1",
        "I2 Spreekuur houden > D2, S2",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Risico", "Doel", "Maatregel"],
            ["Krapte", "Rust", "Inhuur regelen"],
        ],
        [
            ["Taakveld", "Product", "Lasten", "Baten"],
            ["6.1", "Zorg", "9", "1"],
        ],
    ],
)
def test_registers_and_budgets_add_nothing_to_the_network(
    rows: list[list[str]],
) -> None:
    network = table(["Doel", "Inspanning"], ["Koele pleinen", "Bomen planten"])
    parts = [heading("Doelen en inspanningen"), network, heading("Bijlage")]
    read = in_word(*parts, table(*rows))
    assert told(read) == ["D1 Koele pleinen", "I1 Bomen planten > D1"]
    assert "table_not_understood" in noted(read)


def test_a_heading_that_says_what_stands_under_it_is_no_theme() -> None:
    network = table(["Doel", "Inspanning"], ["Koele pleinen", "Bomen planten"])
    other = table(["Doel", "Activiteit"], ["Meer steun", "Folder maken"])
    read = in_word(
        heading("Doelen en inspanningen"), network, heading("Aanpak"), other
    )
    assert not [each for each in read.elements if each.kind == "theme"]


def test_numbered_headings_under_the_question_what_we_do_are_efforts() -> None:
    read = in_markdown(
        "# Programma 3\n\n## Wat willen we bereiken?\n\n### 3.1 Koele pleinen\n\n"
        "#### Wat gaan we daarvoor doen?\n\n##### 3.1.1 Bomen planten\n\n"
        "Tien per plein.\n\n##### 3.1.2 Water geven\n\nVijf punten.\n"
    )
    assert told(read) == [
        "3.1 Koele pleinen",
        "3.1.1 Bomen planten > 3.1",
        "3.1.2 Water geven > 3.1",
    ]


def test_headings_of_goals_by_their_abbreviation_stand_above_actions() -> None:
    rows = "| Actie | Timing |\n|---|---|\n| Huis openen | 2027 |\n"
    read = in_markdown(
        f"# Nota\n\n## SD 1 Zorgzaam\n\n### OD 1.1 Sneller steun\n\n{rows}"
    )
    assert told(read) == [
        "D1 Zorgzaam",
        "1.1 Sneller steun > D1",
        "I1 Huis openen > 1.1",
    ]


def test_what_the_matter_is_states_no_goal_beside_a_list_of_goals() -> None:
    read = in_markdown(
        "# Nota\n\n## Opgave\n\nDe zomers worden heter.\n\n"
        "## Doelen\n\n- Koele pleinen\n- Droge kelders\n"
    )
    assert told(read) == ["D1 Koele pleinen", "D2 Droge kelders"]
    assert "De zomers worden heter." in str(read.unread)


OWN = (
    "# Plan\n\n## Onze doelen en inspanningen\n\n"
    "| Doel | Inspanning |\n|---|---|\n| Koele pleinen | Bomen planten |\n"
)
OWN_HEADINGS = "# Plan\n\n## Doelen\n\n### Koele pleinen\n\nInspanningen:\n\n- Bomen planten\n"
DROPPED = "| Doel | Inspanning |\n|-|-|\n| Brug | Bouwen |\n"
LIST = "- Meer bruggen\n- Minder files\n"


@pytest.mark.parametrize("own", [OWN, OWN_HEADINGS])
@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("Doelen van het Rijk", LIST),
        ("Doelen van de vorige periode", LIST),
        ("Wat wilden we bereiken?", LIST),
        ("Doel van het onderzoek", LIST),
        ("Resultaten van de enquête", LIST),
        ("Landelijke doelen", LIST),
        ("Wat doen we niet?", LIST),
        ("Wat doen anderen?", LIST),
        ("Terugblik", "| Doel | Resultaat |\n|-|-|\n| Meer bruggen | ja |\n"),
        ("Voorbeeld", "| Doel | Inspanning |\n|-|-|\n| Bruggen | Bouwen |\n"),
        (
            "Partners",
            "| Partner | Doel | Inzet |\n|-|-|-|\n| Boer | A | B |\n",
        ),
        ("Vooraf", "| Project | Resultaat |\n|-|-|\n| Brug | Minder file |\n"),
        (
            "Proces",
            "| Stap | Activiteit | Resultaat |\n|-|-|-|\n| 1 | A | B |\n",
        ),
        (
            "Cijfers",
            "| Kengetal | 2023 | 2024 |\n|-|-|-|\n| Verzuim | 5 | 6 |\n",
        ),
        (
            "Cijfers",
            "| Indicator | 2023 | 2024 |\n|-|-|-|\n| Verzuim | 5 | 6 |\n",
        ),
        ("Uitleg", "**Wat is een doel?** Wat we willen bereiken.\n"),
        ("Bereik", "| Communicatiedoel | Wanneer |\n|-|-|\n| Weten | mei |\n"),
        ("Acties voor later", LIST),
        ("Behaalde resultaten", LIST),
        ("Afgeronde acties", "| Actie | Doel |\n|-|-|\n| Brug | Steun |\n"),
        ("Vragen en antwoorden", f"### Welke acties zijn er?\n\n{LIST}"),
        ("Welke acties kan ik zelf doen?", LIST),
        ("Wat doen onze partners?", LIST),
        ("Acties van bewoners", LIST),
        ("Doelen van de provincie", LIST),
        ("Opbrengst van de bewonersavonden", LIST),
        ("Doelen 2021-2024", LIST),
        ("Risico's en maatregelen", LIST),
        (
            "Resultaten 2024",
            "| Actie | Resultaat |\n|-|-|\n| Brug | klaar |\n",
        ),
        (
            "Uitleg van de indicatoren",
            "| Indicator | Definitie |\n|-|-|\n| Peil | hoogte |\n",
        ),
        (
            "Cijfers",
            "| Indicator | Bron |\n|-|-|\n| Inwoners | CBS |\n",
        ),
        ("Zo leest u dit plan", "- Doel: wat er komt\n- Actie: wat we doen\n"),
        (
            "Tips",
            "| Niet zo | Maar zo |\n|-|-|\n| Doel: rust | Doel: stilte |\n",
        ),
        (
            "Verantwoording",
            "| Deel | Toelichting |\n|-|-|\n| Doelen | A |\n| Acties | B |\n",
        ),
        ("Opbouw", "| Wat | Waar |\n|-|-|\n| Doelen | hoofdstuk 2 |\n"),
        (
            "Bijlage",
            "| Plan | Doelen | Jaar |\n|-|-|-|\n| Nota | A | 2020 |\n",
        ),
        (
            "Personele inzet",
            "| Activiteit | Uren |\n|-|-|\n| Begeleiden | 400 |\n",
        ),
        (
            "Kernwoorden",
            "| Wet | Doel | Maatregel |\n|-|-|-|\n| Bomenwet | A | B |\n",
        ),
        ("Vervallen doelen en acties", LIST),
        (
            "Bekeken maar niet gekozen",
            "| Doel | Inspanning |\n|-|-|\n| Bruggen | Bouwen |\n",
        ),
        ("Inbreng van de buurt", "- Inspanning: een vlot bouwen\n"),
        ("Wat ondernemers zeiden", "- Inspanning: een vlot bouwen\n"),
        ("Doelen uit het regioplan", LIST),
        ("Ambities van VWS", LIST),
        ("Beleid van het Rijk", DROPPED),
        ("Het programma van de veiligheidsregio", DROPPED),
        (
            "Beleid van de provincie",
            "| Doel | Maatregel |\n|-|-|\n| Bus | Rijden |\n",
        ),
        (
            "Bedrijfsvoering",
            "| KPI | Norm | Realisatie |\n|-|-|-|\n| Verzuim | 5% | 6% |\n",
        ),
        (
            "Vergelijking",
            "| Stad | Ambitie | Maatregel |\n|-|-|-|\n| Oost | A | B |\n",
        ),
        (
            "Terzijde",
            "| Partij | Doel | Inspanning |\n|-|-|-|\n| Boeren | A | B |\n",
        ),
        (
            "Terzijde",
            "| Ambitie | Actie | Waarom niet |\n|-|-|-|\n| Brug | A | B |\n",
        ),
        ("Wat verwacht de provincie van ons?", LIST),
        ("Een ander pakket", f"Daar kiest de raad niet voor.\n\n{DROPPED}"),
        (
            "Cursussen",
            "| Cursus | Leerdoel | Actie |\n|-|-|-|\n| Roer | A | B |\n",
        ),
        ("Wat viel af?", "| Doel | Inspanning |\n|-|-|\n| Brug | Bouwen |\n"),
        ("Hoe doen andere dorpen dat?", LIST),
        (
            "Team",
            "| Rol | Naam | Gaat over |\n|-|-|-|\n"
            "| Spil | Bode | Resultaten en doelen |\n"
            "| Lid | Griffier | Inspanning bomen |\n",
        ),
        (
            "Leeswijzer",
            "Bijvoorbeeld:\n\n| Doel | Inspanning |\n|-|-|\n| Brug | Bouw |\n",
        ),
        (
            "Taal",
            "| Term | Betekenis |\n|-|-|\n| Doel | De verandering |\n"
            "| Inspanning | Het werk dat volgt |\n",
        ),
    ],
)
def test_what_stands_beside_the_network_is_left_and_told(
    own: str, head: str, part: str
) -> None:
    read = in_markdown(f"{own}\n## {head}\n\n{part}")
    assert told(read) == ["D1 Koele pleinen", "I1 Bomen planten > D1"]
    first = part.splitlines()[-1].strip("|- ").split(" |")[0]
    assert first.strip("*").split("**")[0] in str(read.unread)


def test_a_quotation_states_no_goal_beside_those_of_the_document() -> None:
    quoted = "\n> Doel: ieder een eigen sloot\n"
    read = in_markdown(f"{OWN_HEADINGS}{quoted}")
    assert told(read) == ["D1 Koele pleinen", "I1 Bomen planten > D1"]
    assert "ieder een eigen sloot" in str(read.unread)


def test_goals_in_boxes_are_read_where_no_others_stand() -> None:
    read = in_markdown(
        "# Plan\n\n> **Doel:** Koele pleinen\n\n**Inspanningen:**\n\n- Bomen planten\n"
    )
    assert "D1 Koele pleinen" in told(read)


def test_a_chapter_that_repeats_the_goals_is_no_theme() -> None:
    goals = "| Doel | Inspanning |\n|-|-|\n| Koele pleinen | Bomen planten |\n"
    read = in_markdown(
        f"# Plan\n\n## De kern\n\n{goals}\n## Bijlage 1 Op een rij\n\n{goals}"
    )
    assert told(read) == ["D1 Koele pleinen", "I1 Bomen planten > D1"]


def test_what_is_still_and_no_longer_done_is_read_in_one_list() -> None:
    read = in_markdown(f"{OWN_HEADINGS}\n## Acties voor nu en later\n\n{LIST}")
    assert "I2 Meer bruggen" in told(read)


def test_the_purpose_of_an_assignment_is_no_goal() -> None:
    with pytest.raises(DocumentError):
        in_markdown(
            "# Opdracht\n\n| Onderdeel | Tekst |\n|-|-|\n"
            "| Doel van het onderzoek | Weten wat werkt |\n"
            "| Resultaat | Een rapport |\n| Activiteiten | Gesprekken |\n"
        )


def test_figures_of_the_organisation_alone_are_no_network() -> None:
    with pytest.raises(DocumentError):
        in_markdown(
            "# Verslag\n\n## Bedrijfsvoering\n\n"
            "| KPI | Norm | Realisatie |\n|-|-|-|\n| Verzuim | 5% | 6% |\n"
        )


def test_what_is_earlier_is_read_when_the_document_has_nothing_else() -> None:
    read = in_markdown(f"# Plan\n\n## Doelen van de vorige periode\n\n{LIST}")
    assert told(read) == ["D1 Meer bruggen", "D2 Minder files"]


def test_a_goal_may_say_earlier_under_a_heading_about_goals() -> None:
    read = in_markdown(
        OWN_HEADINGS
        + "\n### Minder afval dan vorig jaar\n\n- Bakken plaatsen\n"
    )
    assert "D2 Minder afval dan vorig jaar" in told(read)


def test_of_two_spans_of_years_the_goals_of_the_earlier_one_are_left() -> None:
    read = in_markdown(
        f"# Plan\n\n## Doelen 2021-2024\n\n{LIST}\n"
        "## Doelen 2025-2028\n\n- Koele pleinen\n"
    )
    assert told(read) == ["D1 Koele pleinen"]


def test_indicators_with_a_last_year_that_stands_apart_aim_at_it() -> None:
    read = in_markdown(
        OWN
        + "\n## Cijfers\n\n| Indicator | 2025 | 2030 |\n|-|-|-|\n| Bomen | 5 | 9 |\n"
    )
    assert "S1 Bomen" in told(read)


@pytest.mark.parametrize("head", ["Uitvoeringsagenda", "Overzicht van acties"])
def test_a_table_of_actions_under_a_heading_about_work_is_read(
    head: str,
) -> None:
    read = in_markdown(
        f"{OWN}\n## {head}\n\n| Actie | Wie |\n|-|-|\n| Water geven | Groen |\n"
    )
    assert "I2 Water geven" in told(read)


def test_a_heading_behind_goals_that_have_their_actions_is_of_none() -> None:
    goals = "".join(
        f"## Doel {n}: Plein {n} is koel\n\nActies:\n\n- Boom {n} planten\n\n"
        for n in (1, 2)
    )
    read = in_markdown(f"# Plan\n\n{goals}## Acties\n\n- Brieven sturen\n")
    assert "I3 Brieven sturen" in told(read)


def test_bullets_under_numbered_lines_of_goals_are_efforts_till_the_list_ends() -> (
    None
):
    read = in_markdown(
        "# Agenda\n\n**Doel 1: Koele pleinen**\n\nBomen helpen.\n\n- Bomen planten\n\n"
        "**Doel 2: Droge kelders**\n\n- Pompen vervangen\n\nMeer weten?\n\n- Bel ons\n\n"
        "## Formatie\n\n| Functie | Inzet |\n|-|-|\n| Adviseur | 0,6 |\n"
    )
    assert told(read) == [
        "D1 Koele pleinen",
        "D2 Droge kelders",
        "I1 Bomen planten > D1",
        "I2 Pompen vervangen > D2",
    ]


def test_an_article_in_the_heading_of_a_reference_says_nothing() -> None:
    read = in_markdown(
        "# Plan\n\n## Doelen\n\n- Koele pleinen\n- Droge kelders\n\n## Acties\n\n"
        "| Actie | Draagt bij aan het doel |\n|-|-|\n| Pompen vervangen | Droge kelders |\n"
    )
    assert "I1 Pompen vervangen > D2" in told(read)


def test_a_table_of_pairs_of_codes_joins_goals_and_efforts() -> None:
    goals = table(
        ["Doel-ID", "Omschrijving doel"],
        ["DL01", "Minder overlast"],
        ["DL02", "Minder inbraken"],
    )
    efforts = table(
        ["Act-ID", "Omschrijving activiteit", "Uitvoering"],
        ["AC01", "Straatcoaches inzetten", "Welzijn"],
        ["AC02", "Controles houden", "Handhaving"],
    )
    pairs = table(
        ["Doel-ID", "Act-ID"],
        ["DL01", "AC01"],
        ["DL01", "AC02"],
        ["DL02", "AC02"],
    )
    assert told(in_word(goals, para("."), efforts, para("."), pairs)) == [
        "DL01 Minder overlast",
        "DL02 Minder inbraken",
        "AC01 Straatcoaches inzetten > DL01",
        "AC02 Controles houden > DL01, DL02",
    ]
    with pytest.raises(DocumentError):
        in_word(goals, para("."), efforts)


def test_a_column_for_one_code_or_several_refers() -> None:
    read = in_word(
        table(["Doelcode", "Doel"], ["X1", "Minder hitte"]),
        table(
            ["Maatregelcode", "Maatregel", "Doelcode(s)"],
            ["XM1", "Bomen planten", "X1"],
        ),
    )
    assert told(read) == ["X1 Minder hitte", "XM1 Bomen planten > X1"]


def test_captions_above_tables_that_refer_to_each_other_are_no_themes() -> (
    None
):
    read = in_word(
        heading("Tabel 1. Opgaven"),
        table(["Code", "Opgave"], ["O1", "Herstel"], ["O2", "Dorpen"]),
        heading("Tabel 2. Prestatie-indicatoren"),
        table(
            ["Code", "Opgave", "Prestatie-indicator"],
            ["PI-1", "O1", "Hectare beekdal"],
            ["PI-2", "O2", "Dorpen met een visie"],
        ),
        heading("Tabel 3. Maatregelen"),
        table(
            ["Code", "Maatregel", "Indicator"],
            ["M1", "Beken leggen", "PI-1"],
            ["M2", "Gronden ruilen", "PI-1, PI-2"],
        ),
    )
    assert told(read) == [
        "O1 Herstel",
        "O2 Dorpen",
        "PI-1 Hectare beekdal > O1",
        "PI-2 Dorpen met een visie > O2",
        "M1 Beken leggen > PI-1",
        "M2 Gronden ruilen > PI-1, PI-2",
    ]


def test_an_effort_deeper_in_a_list_than_a_target_serves_it() -> None:
    read = in_markdown(
        "1. **Ambitie 1 – Iedereen kan meedoen**\n"
        "   1. Resultaat: 80% van de aanvragen is digitaal in 2027\n"
        "      - Maatregel: formulieren herschrijven\n"
        "   2. Resultaat: wachttijd hooguit 2 minuten\n"
        "      - Maatregel: terugbelafspraak\n"
        "2. **Ambitie 2 – Gegevens kloppen**\n"
        "   - Maatregel: adressen nagaan\n"
    )
    assert told(read) == [
        "D1 Iedereen kan meedoen",
        "D2 Gegevens kloppen",
        "S1 80% van de aanvragen is digitaal in 2027 > D1",
        "S2 wachttijd hooguit 2 minuten > D1",
        "I1 formulieren herschrijven > D1, S1",
        "I2 terugbelafspraak > D1, S2",
        "I3 adressen nagaan > D2",
    ]


NESTED = """
- Inwoners bewegen elke dag
    - In 2028 voldoet 55% aan de richtlijn
        - Beweegroutes uitzetten
- Iedereen doet mee
    - In 2027 sport 40% bij een club
        - Coaches in elke wijk
"""


def test_levels_of_a_list_are_kinds_under_a_heading_that_names_both() -> None:
    assert told(
        in_markdown(f"# Akkoord\n\n## Ambities en wat we doen\n{NESTED}")
    ) == [
        "D1 Inwoners bewegen elke dag",
        "D2 Iedereen doet mee",
        "S1 In 2028 voldoet 55% aan de richtlijn > D1",
        "S2 In 2027 sport 40% bij een club > D2",
        "I1 Beweegroutes uitzetten > D1, S1",
        "I2 Coaches in elke wijk > D2, S2",
    ]
    with pytest.raises(DocumentError):
        in_markdown(f"# Akkoord\n\n## Wat ons bezighoudt\n{NESTED}")


def test_a_drawn_tree_is_a_list() -> None:
    read = in_text(
        "DOELENBOOM",
        "",
        "Hoofddoel: Inwoners zijn veilig",
        "├── Doel 1: Minder inbraken",
        "│   ├── Actie: keurmerk stimuleren",
        "│   └── Actie: lokfietsen inzetten",
        "└── Doel 2: Minder geweld",
        "    └── Actie: camera's ophangen",
    )
    assert told(read) == [
        "D1 Inwoners zijn veilig",
        "D2 Minder inbraken > D1",
        "D3 Minder geweld > D1",
        "I1 keurmerk stimuleren > D2",
        "I2 lokfietsen inzetten > D2",
        "I3 camera's ophangen > D3",
    ]


def test_a_table_refers_to_numbered_goals_of_a_list() -> None:
    read = in_markdown(
        "# Doelenboom\n\nStrategisch doel 1: Ouders staan sterker\n\n"
        "- Operationeel doel 1.1: Ouders vinden hulp\n"
        "- Operationeel doel 1.2: Ouders hebben rust\n\n"
        "| Operationeel doel | Inzet | Wie |\n|---|---|---|\n"
        "| 1.1 | Oudercafé | CJG |\n| 1.2 | Loket openen | Wijkteam |\n"
    )
    assert told(read)[1:] == [
        "1.1 Ouders vinden hulp > D1",
        "1.2 Ouders hebben rust > D1",
        "I1 Oudercafé > 1.1",
        "I2 Loket openen > 1.2",
    ]


def test_goals_that_running_text_counts_are_read_with_what_is_done() -> None:
    read = in_text(
        "Collegebericht",
        "",
        "Geachte raad,",
        "",
        "Doel 1 is dat ouderen koel wonen. Hiervoor nemen wij maatregelen:",
        "- wij openen koele plekken;",
        "- wij bellen ouderen.",
        "",
        "Ons tweede doel is dat kinderen meedoen. Dat doen we door "
        "het kindpakket uit te breiden en door coaches te betalen.",
        "",
        "Wij informeren u in het najaar.",
    )
    assert told(read) == [
        "D1 ouderen koel wonen",
        "D2 kinderen meedoen",
        "I1 wij openen koele plekken > D1",
        "I2 wij bellen ouderen. > D1",
        "I3 het kindpakket uit te breiden > D2",
        "I4 coaches te betalen > D2",
    ]
    with pytest.raises(DocumentError):
        in_text("Brief", "", "Ons eerste doel is dat u tevreden bent.")


def test_euros_under_a_heading_of_money_are_a_budget() -> None:
    read = in_csv(
        "Opgave;Prestatie;Werkzaamheden;Begroot 2026",
        "Genoeg artsen;In 2028 heeft ieder een arts;Ruimte bieden;€ 40.000",
        "Genoeg artsen;In 2028 heeft ieder een arts;Werven;€ 15.000",
    )
    assert told(read)[1:2] == ["S1 In 2028 heeft ieder een arts > D1"]
    efforts = [each for each in read.elements if each.kind == "effort"]
    assert [effort.budget for effort in efforts] == ["€ 40.000", "€ 15.000"]


def test_effects_with_numbers_beside_ambitions_are_targets() -> None:
    read = in_csv(
        "Ambitie;Beoogd effect;Maatregel",
        "Stille nachten;Hooguit 8% slaapt slecht in 2028;Vluchten verschuiven",
        "Stille parken;Drie parken stil in 2029;Bladblazers verbieden",
        "Schone lucht;10 dagen met smog in 2030;Stookalarm",
    )
    assert [each.kind for each in read.elements].count("target") == len(
        read.elements
    ) // len(("goal", "target", "effort"))


def test_what_describes_an_opgave_holds_the_goals_of_a_turned_table() -> None:
    read = in_csv(
        ";Opgave A;Opgave B",
        "Omschrijving van de opgave;Dijken zijn hersteld;Natuur heeft ruimte",
        "Maatregelen;Dijkvak verbreden;Polder inrichten",
    )
    texts = [each.text for each in read.elements if each.kind == "goal"]
    assert texts == ["Dijken zijn hersteld", "Natuur heeft ruimte"]


def test_a_column_of_titles_of_other_rows_refers_whatever_heads_it() -> None:
    read = in_csv(
        "Naam;Type;Moeder;Labels",
        "Weerbare inwoners;Opgave;;",
        "80% heeft een noodpakket in 2028;Prestatie-indicator;"
        "Weerbare inwoners;",
        "Actie bij winkels;Maatregel;80% heeft een noodpakket in 2028;pakket",
        "Buurtteams opleiden;Maatregel;Weerbare inwoners;",
    )
    assert told(read) == [
        "D1 Weerbare inwoners",
        "S1 80% heeft een noodpakket in 2028 > D1",
        "I1 Actie bij winkels > S1",
        "I2 Buurtteams opleiden > D1",
    ]


def test_sheets_say_what_is_described_in_them() -> None:
    read = in_markdown(
        "## Doel\n\n| id | omschrijving |\n|---|---|\n"
        "| D-01 | Minder drukte |\n| D-02 | Sneller naar de tandarts |\n\n"
        "## Actie\n\n| id | omschrijving | verantwoordelijk |\n|---|---|---|\n"
        "| A-01 | Avondpost openen | GGD |\n| A-02 | App maken | GGD |\n\n"
        "## DoelActie\n\n| doel_id | actie_id |\n|---|---|\n"
        "| D-01 | A-01 |\n| D-01 | A-02 |\n| D-02 | A-02 |\n"
    )
    assert told(read) == [
        "D-01 Minder drukte",
        "D-02 Sneller naar de tandarts",
        "A-01 Avondpost openen > D-01",
        "A-02 App maken > D-01, D-02",
    ]


def test_a_last_row_that_counts_the_crosses_above_it_is_no_effort() -> None:
    read = in_csv(
        "Maatregel;Meer groen;Minder hitte;Schone lucht",
        "Bomen planten;x;x;",
        "Schoolstraten;;;x",
        "Schaduwdoeken;;x;",
        "Aantal bijdragen;1;2;1",
    )
    texts = [each.text for each in read.elements if each.kind == "effort"]
    assert texts == ["Bomen planten", "Schoolstraten", "Schaduwdoeken"]
    assert "sum_row_left" in noted(read)


def test_a_code_that_names_its_column_labels_that_one() -> None:
    read = in_word(
        table(
            ["Hoofddoel", "Subdoel", "Code subdoel"],
            ["Veilig opgroeien", "Ouders krijgen hulp", "SD1"],
            ["Veilig opgroeien", "Geweld stopt", "SD2"],
        ),
        para("."),
        table(
            ["Inspanning", "Subdoel"],
            ["Spreekuur houden", "SD1"],
            ["Gezinnen begeleiden", "SD1, SD2"],
        ),
    )
    assert told(read) == [
        "D1 Veilig opgroeien",
        "SD1 Ouders krijgen hulp > D1",
        "SD2 Geweld stopt > D1",
        "I1 Spreekuur houden > SD1",
        "I2 Gezinnen begeleiden > SD1, SD2",
    ]


def test_goals_and_measures_of_two_parties_are_blocks() -> None:
    read = in_csv(
        "Ambitie stad;Maatregel stad;Ambitie dorp;Maatregel dorp",
        "Genoeg woningen;Grond uitgeven;Lage huur;Huurstop invoeren",
    )
    assert told(read) == [
        "D1 Genoeg woningen",
        "D2 Lage huur",
        "I1 Grond uitgeven > D1",
        "I2 Huurstop invoeren > D2",
    ]


def test_a_year_beside_a_measure_on_a_card_is_no_measure() -> None:
    read = read_bytes(
        b'<table><tr><th>Doel</th><td colspan="2">Schone lucht</td></tr>'
        b"<tr><th>Maatregelen</th><td>Minder houtstook</td><td>2026</td></tr>"
        b"<tr><th>Inzet</th><td>Walstroom</td><td>2027</td></tr></table>",
        "p.html",
    )
    assert "2026" not in [each.text for each in read.elements]


def test_a_value_of_an_earlier_year_is_where_the_target_starts() -> None:
    read = in_csv(
        "Doel;Indicator;Waarde 2024;Streefwaarde 2028",
        "Inwoners zijn tevreden;Rapportcijfer;6,8;7,5",
        "Wachttijden zijn kort;Weken wachttijd;9;4",
    )
    targets = [each for each in read.elements if each.kind == "target"]
    assert [each.target and each.target.baseline for each in targets] == [
        "6,8",
        "9",
    ]


GOALS_WITH_ACTIONS = "".join(
    f"## Doel {n}: Plein {n} is koel\n\nActies:\n\n- Boom {n} planten\n\n"
    for n in (1, 2)
)


@pytest.mark.parametrize("head", ["Aanpak", "Resultaten"])
def test_a_chapter_beside_goals_with_their_work_tells_of_none_of_them(
    head: str,
) -> None:
    read = in_markdown(f"# Plan\n\n{GOALS_WITH_ACTIONS}## {head}\n\n{LIST}")
    assert "Meer bruggen" not in str(told(read))
    assert "Meer bruggen" in str(read.unread)


def test_results_with_a_year_beside_the_goals_are_targets_of_none() -> None:
    part = "## Resultaten\n\n- In 2028 zijn er 10 bruggen\n"
    read = in_markdown(f"# Plan\n\n{GOALS_WITH_ACTIONS}{part}")
    assert "S1 In 2028 zijn er 10 bruggen" in told(read)


def test_an_approach_is_the_work_when_nothing_else_is() -> None:
    goals = GOALS_WITH_ACTIONS.replace("Acties", "Resultaten")
    read = in_markdown(f"# Plan\n\n{goals}## Aanpak\n\n{LIST}")
    assert "I1 Meer bruggen" in told(read)


@pytest.mark.parametrize(
    "head",
    [
        "Acties voor nu en later",
        "Acties voor bewoners",
        "Wat doen we met onze partners?",
    ],
)
def test_lists_of_the_work_itself_are_read(head: str) -> None:
    read = in_markdown(f"{OWN_HEADINGS}\n## {head}\n\n{LIST}")
    assert "I2 Meer bruggen" in told(read)


def test_goals_of_a_province_are_those_of_its_own_plan() -> None:
    own = OWN_HEADINGS.replace("# Plan", "# Plan van de provincie")
    read = in_markdown(f"{own}\n## Doelen van de provincie\n\n{LIST}")
    assert "D2 Meer bruggen" in told(read)


def test_figures_say_that_start_is_where_a_target_starts() -> None:
    head = "| Doel | Indicator | Start | Streefwaarde | Actie | Door | Rijksbijdrage |"
    read = in_markdown(
        f"{head}\n|-|-|-|-|-|-|-|\n"
        "| Schoon water | Schone sloten | 40% | 80% | Baggeren | Beheer | € 900 |\n"
    )
    target, effort = read.elements[1:]
    assert target.target is not None
    assert (target.target.baseline, target.target.value) == ("40%", "80%")
    assert (effort.owners, effort.budget, effort.period) == (
        ("Beheer",),
        "€ 900",
        None,
    )


def test_a_year_in_a_label_is_when_the_result_is_there() -> None:
    lines = "**Doel:** Koele pleinen\n\n**Resultaat in 2027:** 10 bomen\n\n"
    read = in_markdown(
        f"# Plan\n\n{lines}**Actie:** Planten\n\n{lines.replace('Koele', 'Natte')}"
    )
    assert "S1 10 bomen > D1, D2" in told(read)
    assert not read.unread


def test_a_chapter_of_what_was_done_under_a_goal_is_of_that_goal() -> None:
    part = (
        "### Uitgevoerde acties\n\n| Actie | Wie |\n|-|-|\n| Water | Groen |\n"
    )
    read = in_markdown(f"# Plan\n\n{GOALS_WITH_ACTIONS}{part}")
    assert "I3 Water > D2" in told(read)


def test_sentences_that_introduce_lists_say_what_these_hold() -> None:
    read = in_markdown(
        "# Plan\n\nVorig jaar hadden we deze doelen:\n\n- Minder files\n\n"
        "Nu willen we de volgende doelen bereiken:\n\n- Koele pleinen\n\n"
        "Om deze doelen te bereiken voeren we de volgende acties uit:\n\n- Bomen planten\n\n"
        "Deze acties bespreken we met:\n\n- Bewoners\n"
    )
    assert told(read) == ["D1 Koele pleinen", "I1 Bomen planten"]


@pytest.mark.parametrize("first", ["Geachte raad,", "Aanwezig: drie leden"])
def test_letters_and_minutes_introduce_no_network(first: str) -> None:
    with pytest.raises(DocumentError):
        in_markdown(
            f"# Stuk\n\n{first}\n\nWij bepaalden de volgende doelen:\n\n- Geld\n\n"
            "We spraken de volgende acties af:\n\n- Betalen\n"
        )


@pytest.mark.parametrize(
    "line",
    [
        "In 2024 hebben we de volgende acties uitgevoerd:",
        "We leren van de volgende projecten:",
        "Bewoners noemden ons de volgende doelen:",
        "Deze doelen bespreken we met:",
        "Wij voeren deze projecten niet uit:",
        "Voor deze doelen vragen we:",
    ],
)
def test_sentences_about_something_else_introduce_no_elements(
    line: str,
) -> None:
    assert introduced_role(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "We hebben de volgende doelen gesteld:",
        "We bereiken dit met de volgende maatregelen:",
        "In 2027 voeren we de volgende acties uit:",
        "We kennen vier strategische doelen:",
    ],
)
def test_sentences_about_the_work_itself_introduce_it(line: str) -> None:
    assert introduced_role(line) is not None


def test_titles_over_blocks_beside_each_other_are_their_themes() -> None:
    read = in_csv(
        "Wonen;;Water;",
        "Doel;Actie;Doel;Actie",
        "Meer huizen;Bouwen;Schone sloten;Baggeren",
        ";Splitsen;Droge kelders;Pompen",
    )
    assert told(read) == [
        "T1 Wonen",
        "T2 Water",
        "D1 Meer huizen > T1",
        "D2 Schone sloten > T2",
        "D3 Droge kelders > T2",
        "I1 Bouwen > D1",
        "I2 Splitsen > D1*",
        "I3 Baggeren > D2",
        "I4 Pompen > D3",
    ]
    assert not read.unread
