"""Plans as councils, water boards and health services make them, one kind in each test."""

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from tests.documents import in_csv, in_markdown, in_text, told


def kinds_of(*rows: str) -> list[str]:
    return [element.kind for element in in_csv(*rows).elements]


def test_an_item_that_only_names_a_kind_heads_the_items_under_it() -> None:
    read = in_markdown(
        "# Lokale afspraken",
        "- Doel: Ieder kind start goed",
        "  - Acties",
        "    - Peuteraanbod van 16 uur",
        "    - Warme overdracht",
        "- Doel: Minder thuiszitters",
        "  - Acties",
        "    - Doorbraaktafel",
    )
    assert told(read) == [
        "D1 Ieder kind start goed",
        "D2 Minder thuiszitters",
        "I1 Peuteraanbod van 16 uur > D1",
        "I2 Warme overdracht > D1",
        "I3 Doorbraaktafel > D2",
    ]


def test_the_one_goal_under_this_is_what_we_want_is_served() -> None:
    read = in_markdown(
        "## Dit willen we bereiken",
        "- Niemand wacht langer dan een maand op hulp",
        "",
        "## Dit gaan we doen",
        "- We breiden de wijkteams uit",
    )
    assert told(read)[-1] == "I1 We breiden de wijkteams uit > D1"


def test_a_success_factor_beside_indicators_is_what_these_measure() -> None:
    rows = (
        "Doel;Kritieke succesfactor;Indicator;Initiatief",
        "Sterk toezicht;Toezicht volgt het risico;80% op risico;Model bouwen",
    )
    assert kinds_of(*rows) == ["goal", "target", "result", "effort"]
    alone = "Doel;Kritieke succesfactor;Initiatief", "Rust;80% tevreden;Bord"
    assert kinds_of(*alone) == ["goal", "target", "effort"]


def test_lines_of_work_that_name_the_goals_they_serve_are_efforts() -> None:
    goals = "| # | Doel |\n|---|---|\n| 1 | Meer werk |\n| 2 | Meer zorg |\n"
    lines = "| # | Actielijn | Doel(en) |\n|---|---|---|\n| a | Loket | 1, 2 |"
    read = in_markdown(goals, lines, "| b | Coach | 2 |")
    assert told(read)[2:] == ["I1 Loket > 1, 2", "I2 Coach > 2"]


def test_performances_without_figures_are_what_is_done() -> None:
    head = "Doel;Prestatie 2027;Verantwoordelijk"
    assert kinds_of(head, "Droge voeten;Dijk versterken;Team") == [
        "goal",
        "effort",
    ]
    assert kinds_of(head, "Droge voeten;12 km dijk op orde;Team") == [
        "goal",
        "target",
    ]


def test_a_list_of_performances_without_figures_is_what_is_done() -> None:
    lines = ("## Doel 5.1 Meer sport", "Prestaties", "")
    read = in_markdown(*lines, "- 5.1.1 We bouwen een zwembad")
    assert [element.kind for element in read.elements] == ["goal", "effort"]
    read = in_markdown(*lines, "- 5.1.1 In 2027 sport 60% wekelijks")
    assert [element.kind for element in read.elements] == ["goal", "target"]


def test_subgoals_in_a_list_serve_the_main_goal_above_it() -> None:
    read = in_markdown(
        "Hoofddoel: Iedereen geniet van het landschap",
        "",
        "- Subdoel: Het wandelnetwerk is op orde",
        "  - Maatregel: Schakels aanleggen",
        "- Subdoel: Varen is duurzaam",
        "  - Maatregel: Laadpunten plaatsen",
    )
    assert told(read)[1:] == [
        "D2 Het wandelnetwerk is op orde > D1",
        "D3 Varen is duurzaam > D1",
        "I1 Schakels aanleggen > D2",
        "I2 Laadpunten plaatsen > D3",
    ]


def test_a_column_of_counts_beside_signs_is_no_head_of_a_matrix() -> None:
    read = in_csv(
        "Doel / Project;Station;Fietstunnel;Aantal bijdragen",
        "Een prettige entree;++;+;2",
        "Meer fietsers in de stad;0;++;1",
    )
    assert told(read)[2:] == ["I1 Station > D1", "I2 Fietstunnel > D1, D2"]


def test_a_doubt_in_a_matrix_is_no_link_and_is_told() -> None:
    read = in_csv(
        "Inspanning / Doel;Meer groen;Betere lucht",
        "Bomen planten;x;misschien",
        "Fietsstraat;?;x",
    )
    assert told(read)[2:] == ["I1 Bomen planten > D1", "I2 Fietsstraat > D2"]
    notes = [note for note in read.notes if note.code == "cell_not_understood"]
    assert [note.values["text"] for note in notes] == ["misschien", "?"]


def test_a_numbered_label_begins_anew_below_an_open_end() -> None:
    read = in_text(
        "Doel 1. Meer opwek",
        "  Resultaat 1.1 In 2030 wekt de provincie 40 GWh zelf op",
        "    Actie 1.1.1 Zonnepanelen op gebouwen",
        "Doel 2. Minder verbruik",
        "    Actie 2.1.1 Adviseurs inzetten",
    )
    assert told(read)[2:4] == [
        "1.1 In 2030 wekt de provincie 40 GWh zelf op > D1",
        "1.1.1 Zonnepanelen op gebouwen > D1, 1.1",
    ]


CHAPTERS = (
    "# Programma",
    "## Verblijf",
    "Doelen",
    "",
    "1. Het plein nodigt uit",
    "2. Stegen zijn veilig",
    "",
    "Acties",
    "",
    "- Terras vergunnen (doel 1)",
    "",
    "## Bereikbaarheid",
    "Doelen",
    "",
    "1. Bezoekers parkeren aan de rand",
    "2. Bevoorrading is schoon",
    "",
    "Acties",
    "",
    "- Bord vernieuwen (doel 1)",
    "- Hub openen (doel 2)",
)


def test_numbers_that_begin_anew_mean_the_goals_of_their_own_chapter() -> None:
    read = in_markdown(*CHAPTERS)
    assert told(read)[-3:] == [
        "I1 Terras vergunnen > D1",
        "I2 Bord vernieuwen > D3",
        "I3 Hub openen > D4",
    ]


def test_a_number_of_two_lists_above_the_actions_means_none() -> None:
    without = [line for line in CHAPTERS if "Terras" not in line]
    read = in_markdown(*without)
    efforts = [line for line in told(read) if line.startswith("I")]
    assert efforts == ["I1 Bord vernieuwen", "I2 Hub openen"]


def test_an_action_table_by_numbers_belongs_to_the_goals_of_its_chapter() -> (
    None
):
    read = in_markdown(
        "## Verblijf",
        "| Nr | Doel |\n|---|---|\n| 1 | Het plein nodigt uit |\n",
        "| Actie | Doel |\n|---|---|\n| Terras vergunnen | 1 |\n",
        "## Bereikbaarheid",
        "| Nr | Doel |\n|---|---|\n| 1 | Bezoekers parkeren |\n",
        "| Actie | Doel |\n|---|---|\n| Bord vernieuwen | 1 |\n",
    )
    efforts = [line for line in told(read) if line.startswith("I")]
    assert efforts == ["I1 Terras vergunnen > D1", "I2 Bord vernieuwen > D2"]


def test_lower_efforts_are_parts_of_the_higher_one_on_their_row() -> None:
    read = in_csv(
        "Doel;Hoofdactie;Subactie",
        "Meer sport;Sportpark bouwen;Grond kopen",
        ";;Architect kiezen",
    )
    assert told(read)[1:] == [
        "I1 Sportpark bouwen > D1",
        "I1.1 Grond kopen > I1",
        "I1.2 Architect kiezen > I1*",
    ]


def test_names_before_the_goals_are_themes_and_grades_are_not() -> None:
    head = "Prioriteit;Wat willen we bereiken;Wat gaan we doen"
    named = f"Digitale veiligheid;{GOAL}", f"Jeugd;{OTHER}"
    graded = f"hoog;{GOAL}", f"laag;{OTHER}"
    assert kinds_of(head, *named).count("theme") == len(named)
    assert "theme" not in kinds_of(head, *graded)


GOAL = "Inwoners zijn weerbaar;Cursus geven"
OTHER = "Jongeren blijven weg van drugs;Straatcoach inzetten"


def test_what_is_to_be_reached_is_called_so_in_several_words() -> None:
    head = "Doelstelling;Te behalen resultaat;Actie"
    row = "Minder afval;In 2028 is er 100 kg per inwoner;Inzamelen"
    assert kinds_of(head, row) == ["goal", "target", "effort"]


def test_an_aim_under_a_heading_of_measuring_is_the_value() -> None:
    read = read_bytes(
        b"<table><tr><th rowspan=2>Ambitie<th colspan=2>Zo meten we"
        b"<th colspan=2>Zo pakken we het aan</tr>"
        b"<tr><th>Maatstaf<th>Streven<th>Actie<th>Afdeling</tr>"
        b"<tr><td>Snel antwoord<td>Opgenomen binnen 30 seconden<td>90%"
        b"<td>Belteam uitbreiden<td>Klantcontact</tr></table>",
        "plan.html",
    )
    [target] = [each for each in read.elements if each.kind == "target"]
    assert target.target is not None
    assert target.target.value == "90%"


BOARD = (
    "| Te doen | Bezig | Klaar |\n|---|---|---|\n| Plan maken | Dak doen | |"
)


def test_a_board_under_a_goal_holds_what_is_done_for_it() -> None:
    read = in_markdown("## Doel: Een dorpshuis in elk dorp", BOARD)
    assert told(read)[1:] == ["I1 Plan maken > D1", "I2 Dak doen > D1"]
    assert [each.status for each in read.elements[1:]] == ["Te doen", "Bezig"]


def test_a_board_under_no_goal_is_left() -> None:
    with pytest.raises(DocumentError):
        in_markdown("## Het team", BOARD)


def test_now_and_later_are_no_stages() -> None:
    head = "| Doel | Nu | Later |\n|---|---|---|"
    with pytest.raises(DocumentError):
        in_markdown("## Stand", f"{head}\n| Meer sport | Team | Club |")


@pytest.mark.parametrize("cell", ["x", "12", "2026"])
def test_marks_and_figures_under_stages_are_no_work(cell: str) -> None:
    head = "| Doel | Te doen | Bezig |\n|---|---|---|"
    row = f"| Meer sport | {cell} | |"
    with pytest.raises(DocumentError):
        in_markdown("## Stand", head + "\n" + row)


def test_a_line_that_repeats_a_goal_says_for_which_one_a_list_is() -> None:
    read = in_markdown(
        "## Wat willen we bereiken?",
        "1. Minder overlast door uitgaan",
        "2. Een weerbare samenleving",
        "",
        "## Wat gaan we daarvoor doen?",
        "Minder overlast door uitgaan",
        "",
        "- Gastheren inzetten",
        "",
        "Een weerbare samenleving",
        "",
        "- Noodsteunpunt inrichten",
        "",
        "Voor alles",
        "",
        "- Evalueren in 2028",
    )
    assert told(read)[2:] == [
        "I1 Gastheren inzetten > D1",
        "I2 Noodsteunpunt inrichten > D2",
        "I3 Evalueren in 2028",
    ]


def test_a_card_for_a_goal_of_the_list_above_has_no_theme() -> None:
    read = in_markdown(
        "## Doelen",
        "1. De haven is emissievrij",
        "2. Er is ruimte voor de industrie",
        "",
        "## Projecten",
        "### Walstroom",
        "| Doel | De haven is emissievrij |\n|---|---|",
        "| Wat gaan we doen | Kasten plaatsen |",
        "### Scheepswerf",
        "| Doel | Er is ruimte voor de industrie |\n|---|---|",
        "| Wat gaan we doen | Bodem saneren |",
    )
    assert told(read) == [
        "D1 De haven is emissievrij",
        "D2 Er is ruimte voor de industrie",
        "I1 Kasten plaatsen > D1",
        "I2 Bodem saneren > D2",
    ]


def test_one_heading_behind_several_goals_is_about_all_of_them() -> None:
    goals = "## Doel 1: Meer sport", "## Doel 2: Meer boeken"
    work = "### Acties\n\n- Hal bouwen", "### Acties\n\n- Bus laten rijden"
    figures = "## Indicatoren\n\n- In 2027 sport 60% wekelijks"
    read = in_markdown(goals[0], work[0], goals[1], work[1], figures)
    [target] = [line for line in told(read) if line.startswith("S")]
    assert target == "S1 In 2027 sport 60% wekelijks"


def test_a_parent_in_a_list_of_kinds_is_found_by_any_column_of_codes() -> None:
    read = in_csv(
        "Taak-id;Taaknaam;Bucket;Ouder;Toegewezen aan",
        "T-01;Inwoners zwemmen veilig;Doel;;Sanne",
        "T-02;Zwemvangnet voor kinderen;Actie;T-01;Sanne",
        "T-03;Het bad draait zonder gas;Doel;;Ruben",
        "T-04;Warmtepomp aanbesteden;Actie;T-03;Ruben",
    )
    assert told(read)[2:] == [
        "T-02 Zwemvangnet voor kinderen > T-01",
        "T-04 Warmtepomp aanbesteden > T-03",
    ]


def test_a_column_that_says_under_what_refers_to_that() -> None:
    read = in_markdown(
        "| Doel | Omschrijving |\n|---|---|\n| HD1 | Steden zijn bereikbaar |\n"
        "| HD2 | Minder slachtoffers |\n",
        "| Subdoel | Omschrijving | Onder hoofddoel |\n|---|---|---|\n"
        "| SD1 | Snelle bussen | HD1 |\n| SD2 | Veilige wegen | HD2 |\n",
        "| Nr. | Maatregel | Subdoel |\n|---|---|---|\n"
        "| 1 | Busbaan | SD1 |\n| 2 | Berm verharden | SD2 |",
    )
    assert told(read)[2:] == [
        "SD1 Snelle bussen > HD1",
        "SD2 Veilige wegen > HD2",
        "I1 Busbaan > SD1",
        "I2 Berm verharden > SD2",
    ]


def test_cells_beside_labelled_lines_hold_what_their_head_says() -> None:
    read = read_bytes(
        b"<table><tr><th>Doel en resultaat<th>Activiteiten<th>Trekker</tr>"
        b"<tr><td><p>Doel: Ieder een dak<p>Resultaat: 15 kamers in 2027"
        b"<td><ul><li>Kamers zoeken<li>Adres regelen</ul><td>Wijkteam</tr>"
        b"<tr><td><p>Doel: Ieder een inkomen<p>Resultaat: 80% in 2027"
        b"<td><ul><li>Loket openen</ul><td>Werkplein</tr></table>",
        "plan.html",
    )
    assert [line for line in told(read) if line.startswith("I")] == [
        "I1 Kamers zoeken > D1",
        "I2 Adres regelen > D1",
        "I3 Loket openen > D2",
    ]


def test_years_beside_goals_hold_the_work_of_each_year() -> None:
    head = "Doel;2026;2027"
    read = in_csv(head, "Schone gebouwen;Zon op de werf;Isolatie stadhuis")
    assert told(read)[1:] == [
        "I1 Zon op de werf > D1",
        "I2 Isolatie stadhuis > D1",
    ]
    assert [str(each.period) for each in read.elements[1:]] == ["2026", "2027"]


@pytest.mark.parametrize(
    "cells", ["40 woningen;60 woningen", "Verkenning;Pilot"]
)
def test_figures_and_phases_of_years_are_no_work(cells: str) -> None:
    with pytest.raises(DocumentError):
        in_csv("Doel;2026;2027", f"Schone gebouwen;{cells}")


def test_a_numbered_list_without_kinds_in_its_heading_is_left() -> None:
    rows = "| 1 | Weinig overlast | |", "| 1.1 | Riool vergroten | Civiel |"
    head = "| Nr | Onderdeel | Trekker |\n|---|---|---|"
    with pytest.raises(DocumentError):
        in_markdown("## Overzicht", "\n".join((head, *rows)))
