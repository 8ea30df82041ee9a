"""Layouts that officials use without a thought, each of which was once read as something else."""

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.model import Programme
from tests.documents import in_csv, in_markdown, in_text, told
from tests.workbooks import sheet, workbook


def in_html(*parts: str) -> Programme:
    return read_bytes("".join(parts).encode(), "plan.html")


def test_numbers_under_wide_headings_make_the_second_row_headings_too() -> (
    None
):
    read = in_html(
        '<table><tr><th colspan="2">Doel<th colspan="3">Indicator'
        '<th colspan="2">Actie<th>Kosten</tr>',
        "<tr><td>Nr.<td>Omschrijving<td>Naam<td>2026<td>2029<td>Nr."
        "<td>Omschrijving<td>x € 1.000</tr>",
        "<tr><td>1<td>Stille nachten<td>Klachten<td>90<td>30<td>1.1"
        "<td>Stil asfalt<td>12</tr></table>",
    )
    assert told(read) == [
        "1 Stille nachten",
        "S1 Klachten > 1",
        "1.1 Stil asfalt > 1, S1",
    ]
    target = next(each for each in read.elements if each.kind == "target")
    assert [value.text for value in target.measurements] == ["90", "30"]
    effort = next(each for each in read.elements if each.kind == "effort")
    assert not effort.planning


def test_rows_under_the_marks_describe_the_work_above_them() -> None:
    read = in_html(
        '<table><tr><th rowspan="2">Doelen<th colspan="2">Projecten</tr>',
        "<tr><td>Wadi<td>Bijenlint</tr>",
        "<tr><td>Droge kelders<td>x<td></tr>",
        "<tr><td>Meer vlinders<td>x<td>x</tr>",
        "<tr><td>Trekker<td>Riool<td>Groen</tr>",
        "<tr><td>Kosten 2027<td>€ 90<td>€ 35</tr></table>",
    )
    assert told(read) == [
        "D1 Droge kelders",
        "D2 Meer vlinders",
        "I1 Wadi > D1, D2",
        "I2 Bijenlint > D2",
    ]
    efforts = [each for each in read.elements if each.kind == "effort"]
    assert [effort.owners for effort in efforts] == [("Riool",), ("Groen",)]
    assert [effort.budget for effort in efforts] == ["€ 90", "€ 35"]


def test_a_table_of_owners_and_amounts_holds_no_elements() -> None:
    """What no shape understands is left, rather than read as something else."""
    with pytest.raises(DocumentError):
        in_csv(
            "Doelen;Projecten;Projecten",
            "Trekker;Riool;Groen",
            "Budget;€ 90;€ 35",
            "Planning;€ 10;€ 12",
        )


def test_a_table_of_pairs_of_codes_links_them_with_their_weight() -> None:
    read = in_markdown(
        "| Code | Doel |\n|---|---|\n| DL-1 | Schone lucht |\n| DL-2 | Rust |\n",
        "| Code | Actie |\n|---|---|\n| M-1 | Milieuzone |\n| M-2 | Stil asfalt |\n",
        "| Actie | Doel | Bijdrage |\n|---|---|---|",
        "| M-1 | DL-1 | hoog |\n| M-1 | DL-2 | geen |\n| M-2 | DL-2 | midden |",
    )
    assert told(read) == [
        "DL-1 Schone lucht",
        "DL-2 Rust",
        "M-1 Milieuzone > DL-1",
        "M-2 Stil asfalt > DL-2",
    ]
    assert [link.weight for link in read.links] == ["hoog", "midden"]


def test_lower_goals_under_a_goal_serve_it_and_leave_it_open() -> None:
    read = in_markdown(
        "# Visie\n\n## Ambitie 1: Kunst voor elk kind\n\n**Subdoelen**\n",
        "- Elke school heeft een gids\n- Elke klas ziet een voorstelling\n",
        "**Hier gaan we mee aan de slag**\n\n- Busvervoer vergoeden\n",
        "## Ambitie 2: Erfgoed leeft\n\n**Subdoelen**\n\n- Zes forten zijn open\n",
        "**Hier gaan we mee aan de slag**\n\n- Route aanleggen\n",
    )
    assert told(read) == [
        "D1 Kunst voor elk kind",
        "D2 Elke school heeft een gids > D1",
        "D3 Elke klas ziet een voorstelling > D1",
        "D4 Erfgoed leeft",
        "D5 Zes forten zijn open > D4",
        "I1 Busvervoer vergoeden > D1",
        "I2 Route aanleggen > D4",
    ]


def test_a_short_line_above_a_sentence_is_no_effort_of_the_list_before() -> (
    None
):
    read = read_bytes(
        b"Doel 1: Een groene wijk\nActies:\n a) bomen planten\n b) tegels lichten\n"
        b"\nOverleg\nDe groep komt elke zes weken in het wijkhuis bijeen.\n",
        "plan.txt",
    )
    assert told(read) == [
        "D1 Een groene wijk",
        "I1 bomen planten > D1",
        "I2 tegels lichten > D1",
    ]


def test_goals_in_rows_of_their_own_head_the_activities_of_a_plan_of_months() -> (
    None
):
    read = in_csv(
        "Doel / activiteit;Trekker;jan;feb;mrt;Uren",
        "Doel A: Kernen zijn mooi;;;;;",
        "Gevels opknappen;Erfgoed;x;x;;120",
        "Plein bestraten;Civiel;;x;x;300",
        "Doel B: Dorpen regelen meer;;;;;",
        "Budget verdelen;Gebied;;;x;60",
    )
    assert told(read) == [
        "D1 Kernen zijn mooi",
        "D2 Dorpen regelen meer",
        "I1 Gevels opknappen > D1",
        "I2 Plein bestraten > D1",
        "I3 Budget verdelen > D2",
    ]


def test_the_goals_of_an_ogsm_are_targets_and_its_strategies_work() -> None:
    read = in_csv(
        "Objective;Goals;Strategies;Dashboard;Acties",
        "Wij zijn gezien;95% op tijd in 2028;Vaste werkwijze;Dagen;Sjablonen",
    )
    assert told(read) == [
        "D1 Wij zijn gezien",
        "S1 95% op tijd in 2028 > D1",
        "S2 Dagen > D1",
        "I1 Vaste werkwijze > D1, S1, S2",
        "I2 Sjablonen > D1, S1, S2",
    ]


def test_a_form_per_project_tells_of_the_project_and_its_activities() -> None:
    read = in_html(
        "<table><tr><td>Projectnaam<td>Deelauto</tr>",
        "<tr><td>Doel<td>Bereikbare dorpen</tr>",
        "<tr><td>Activiteiten<td><ul><li>Aanbesteden<li>Plekken kiezen</ul></tr>",
        "<tr><td>Projectleider<td>Team Vervoer</tr>",
        "<tr><td>Budget<td>€ 600</tr></table>",
    )
    assert told(read) == [
        "D1 Bereikbare dorpen",
        "I1 Deelauto > D1",
        "I2 Aanbesteden > D1",
        "I3 Plekken kiezen > D1",
    ]
    efforts = [each for each in read.elements if each.kind == "effort"]
    assert [effort.budget for effort in efforts] == ["€ 600", None, None]
    assert [bool(effort.owners) for effort in efforts] == [True, False, False]


_NOTE = (
    "# Startnotitie\n\n## Doelstelling\n\nGeen kind groeit op in armoede.\n",
    "## Beoogde resultaten\n\n{}\n",
    "## Maatregelen\n\n| Maatregel | Planning |\n|---|---|\n| Geldles | 2027 |\n",
)


def test_results_in_figures_make_a_note_in_everyday_words_a_network() -> None:
    figures = "- In 2028 gebruikt 90% het pakket\n- In 2029 zijn er 200 schulden minder"
    read = in_markdown("\n".join(_NOTE).format(figures))
    assert told(read) == [
        "D1 Geen kind groeit op in armoede.",
        "S1 In 2028 gebruikt 90% het pakket > D1",
        "S2 In 2029 zijn er 200 schulden minder > D1",
        "I1 Geldles > D1",
    ]
    with pytest.raises(DocumentError):
        in_markdown("\n".join(_NOTE).format("- Een rapport\n- Een advies"))


def test_goals_named_with_their_word_in_one_cell_are_each_linked() -> None:
    read = in_markdown(
        "| Nr | Actie | Draagt bij aan |\n|---|---|---|",
        "| 1 | Contactpersoon | Doel 1, Doel 3 |\n| 2 | Folder | Doel 2 |\n",
        "| Doel | Omschrijving |\n|---|---|\n| Doel 1 | Tevreden winkeliers |",
        "| Doel 2 | Een drukke markt |\n| Doel 3 | Werk voor jongeren |",
    )
    contact = read.elements[3].id
    assert [link.end for link in read.links if link.start == contact] == [
        read.elements[0].id,
        read.elements[2].id,
    ]


def test_lines_that_name_lower_goals_serve_the_line_above_them() -> None:
    read = read_bytes(
        b"Boom\n\nHoofddoel: Inwoners redden zich\n  Subdoel: Minder bijstand\n"
        b"    Actie: Banenmarkt\n  Subdoel: Snelle hulp\n    Actie: Loket\n",
        "boom.txt",
    )
    assert told(read) == [
        "D1 Inwoners redden zich",
        "D2 Minder bijstand > D1",
        "D3 Snelle hulp > D1",
        "I1 Banenmarkt > D2",
        "I2 Loket > D3",
    ]


def test_where_we_want_to_go_from_where_we_are_is_the_target() -> None:
    read = in_csv(
        "Wat willen we?;Waar staan we nu?;Waar willen we naartoe?;Maatregel",
        "Sport voor elk;58% sport;65% in 2029;Kennismaking",
    )
    assert told(read) == [
        "D1 Sport voor elk",
        "S1 65% in 2029 > D1",
        "I1 Kennismaking > D1, S1",
    ]


def test_an_export_with_the_number_of_the_parent_links_to_that() -> None:
    read = in_csv(
        "Id;Niveau;Titel;Ouder-id",
        "1;Programmadoel;Cultuur dichtbij;",
        "2;Subdoel;Jongeren in het theater;1",
        "4;Actie;Jongerenpas;2",
    )
    assert told(read) == [
        "1 Cultuur dichtbij",
        "2 Jongeren in het theater > 1",
        "I1 Jongerenpas > 2",
    ]


def test_headings_under_merged_ones_in_a_workbook_are_one_header() -> None:
    plan = sheet(
        "Plan",
        ["Ambitie", None, "Prestatie", None, None, "Project", None],
        ["Code", "Tekst", "KPI", "Start", "Eind", "Code", "Naam"],
        ["A", "Schone stad", "Rapportcijfer", "6,1", "7,5", "A1", "Vegen"],
        ["B", "Vlotte stad", "Reistijd", "24", "18", "B1", "Lichten"],
        merges=["A1:B1", "C1:E1", "F1:G1"],
    )
    read = read_bytes(workbook(plan), "plan.xlsx")
    assert told(read) == [
        "A Schone stad",
        "B Vlotte stad",
        "S1 Rapportcijfer > A",
        "S2 Reistijd > B",
        "A1 Vegen > A, S1",
        "B1 Lichten > B, S2",
    ]
    targets = [each.target for each in read.elements if each.kind == "target"]
    assert [(aim.baseline, aim.value) for aim in targets] == [
        ("6,1", "7,5"),
        ("24", "18"),
    ]


def test_goals_said_again_in_the_list_of_what_is_done_head_their_actions() -> (
    None
):
    read = in_markdown(
        "## Wat willen we bereiken?\n\n1. Energie besparen\n2. Het voorbeeld geven\n",
        "## Wat gaan we daarvoor doen?\n\n1. Energie besparen\n   - Coaches",
        "   - Witgoed ruilen\n2. Het voorbeeld geven\n   - Zonnedak\n",
        "3. Communiceren\n",
    )
    assert told(read) == [
        "D1 Energie besparen",
        "D2 Het voorbeeld geven",
        "I1 Coaches > D1",
        "I2 Witgoed ruilen > D1",
        "I3 Zonnedak > D2",
        "I4 Communiceren",
    ]


def test_a_result_over_the_whole_width_measures_the_goal_above_it() -> None:
    read = in_html(
        '<table><tr><td colspan="2">Doelstelling: Langer thuis</tr>',
        '<tr><td colspan="2">Beoogd resultaat: 300 trapliften per jaar</tr>',
        "<tr><td>Activiteit<td>Wie</tr><tr><td>Klusdienst<td>Welzijn</tr>",
        '<tr><td colspan="2">Doelstelling: Rust voor mantelzorgers</tr>',
        '<tr><td colspan="2">Beoogd resultaat: 500 dagen in 2028</tr>',
        "<tr><td>Activiteit<td>Wie</tr><tr><td>Logeerhuis<td>Zorg</tr></table>",
    )
    assert told(read) == [
        "D1 Langer thuis",
        "D2 Rust voor mantelzorgers",
        "S1 300 trapliften per jaar > D1",
        "S2 500 dagen in 2028 > D2",
        "I1 Klusdienst > D1",
        "I2 Logeerhuis > D2",
    ]


def test_actions_by_the_number_of_a_goal_in_their_heading_serve_that() -> None:
    read = in_markdown(
        "# Notitie\n\n## Twee doelen voor 2030\n\n1. Iedereen leest\n2. Een huis",
        "\n## Acties bij doel 1\n\n- Taalpunt\n- Gidsen\n",
        "## Acties bij doel 2\n\n- Langer open\n",
    )
    told_links = [(link.start, link.end) for link in read.links]
    first, second, *efforts = [each.id for each in read.elements]
    assert told_links == list(
        zip(efforts, (first, first, second), strict=True)
    )


def test_columns_that_count_or_judge_the_marks_are_no_goals() -> None:
    read = in_markdown(
        "| Project | Doel: Stille straten | Doel: Koele pleinen | Somscore | Urgentie |",
        "|---|---|---|---|---|",
        "| Waterspeelplek | 0 | 3 | 3 | 2 |",
        "| Knip in de ring | 2 | 1 | 3 | 1 |",
        "| Gemiddeld | 1 | 2 | 3 | |",
    )
    assert told(read) == [
        "D1 Stille straten",
        "D2 Koele pleinen",
        "I1 Waterspeelplek > D2",
        "I2 Knip in de ring > D1, D2",
    ]


def test_themes_over_the_width_of_a_list_of_actions_are_no_actions() -> None:
    read = in_html(
        "<table><tr><th>Inspanning<th>Wie<th>Klaar op</tr>",
        '<tr><td colspan="3">Thema Spelen</tr>',
        "<tr><td>Klimboom<td>Groen<td>2027</tr>",
        '<tr><td colspan="3">Alles in overleg met de buurt.</tr>',
        "<tr><td>Zandbak<td>Beheer<td>2028</tr></table>",
    )
    assert told(read) == ["I1 Klimboom", "I2 Zandbak"]
    noted = [note.code for note in read.notes]
    assert "band_left" in noted


def test_a_column_of_reasons_that_asks_for_the_goal_holds_goals() -> None:
    read = in_csv(
        "Wat doen we;Waarom: welk doel;Wie",
        "Leesclub;Ouderen ontmoeten elkaar;Welzijn",
        "Eettafel;Ouderen ontmoeten elkaar;Kerk",
    )
    assert told(read) == [
        "D1 Ouderen ontmoeten elkaar",
        "I1 Leesclub > D1",
        "I2 Eettafel > D1",
    ]


@pytest.mark.parametrize("word", ["wijkdoel", "programmadoelstelling"])
def test_numbers_under_a_word_made_of_goal_refer_to_the_goals(
    word: str,
) -> None:
    read = in_markdown(
        "## Doelen\n\n1. Schone sloten\n2. Veilige oevers\n",
        "## Acties\n",
        f"| Actie | Draagt bij aan {word} |",
        "|---|---|",
        "| Baggeren | 1 |",
        "| Trapjes | 1 en 2 |",
    )
    assert told(read)[2:] == ["I1 Baggeren > 1", "I2 Trapjes > 1, 2"]


def test_where_to_go_behind_how_things_are_is_the_target_of_a_card() -> None:
    read = in_markdown(
        "| Kaart 1 | |\n|---|---|",
        "| Doel | Minder glas op straat |",
        "| Hoe staat het ervoor? | 90 meldingen in 2025 |",
        "| Waar willen we heen? | 30 meldingen in 2029 |",
        "| Welke inspanningen? | Bakken legen |",
    )
    assert told(read) == [
        "D1 Minder glas op straat",
        "S1 30 meldingen in 2029 > D1",
        "I1 Bakken legen > D1, S1",
    ]


def test_heads_of_marks_may_say_to_which_goal_the_work_contributes() -> None:
    read = in_markdown(
        "| Maatregel | Bijdrage aan doel 1: Rust | Bijdrage aan doel 2: Ruimte | Haalbaarheid |",
        "|---|---|---|---|",
        "| Stiltebos | 5 | 3 | 4 |",
        "| Brede stoep | 0 | 5 | 2 |",
    )
    assert told(read) == [
        "D1 Rust",
        "D2 Ruimte",
        "I1 Stiltebos > D1, D2",
        "I2 Brede stoep > D2",
    ]


def test_a_label_in_bold_is_not_the_last_word_of_the_goal_above_it() -> None:
    read = in_markdown(
        "## Doelen\n\n1. Kelders lopen niet meer onder\n",
        "**Maatregelen**\n\n- Pompen\n- Dijkje",
    )
    assert told(read) == [
        "D1 Kelders lopen niet meer onder",
        "I1 Pompen",
        "I2 Dijkje",
    ]


def test_a_wished_situation_behind_the_present_one_measures_the_goal() -> None:
    read = in_markdown(
        "| Ambitie | Iedereen leent boeken |\n|---|---|",
        "| Huidige situatie | 4 wijken met een bieb |",
        "| Gewenste situatie in 2031 | 9 wijken met een bieb |",
        "| Wat is daarvoor nodig? | Bibliobus |",
    )
    assert told(read) == [
        "D1 Iedereen leent boeken",
        "S1 9 wijken met een bieb > D1",
        "I1 Bibliobus > D1, S1",
    ]


def test_a_heading_may_say_that_the_action_contributes_to_the_goal() -> None:
    read = in_csv(
        "Actie;Doel waaraan de actie bijdraagt;Trekker",
        "Knuffelhoek;Kinderen lezen graag;Bieb",
        "Voorleesuur;Kinderen lezen graag;School",
    )
    assert told(read) == [
        "D1 Kinderen lezen graag",
        "I1 Knuffelhoek > D1",
        "I2 Voorleesuur > D1",
    ]


@pytest.mark.parametrize(
    "heading",
    ["Draagt mede bij aan", "Tevens voor doel", "Contributes also to"],
)
def test_a_column_of_what_is_served_besides_refers(heading: str) -> None:
    read = in_csv(
        f"Doel;Maatregel;{heading}",
        "1. Meer banen;Techniekhuis;2",
        "2. Sterker mbo;Stages;1",
    )
    assert told(read) == [
        "1 Meer banen",
        "2 Sterker mbo",
        "I1 Techniekhuis > 1, 2",
        "I2 Stages > 1, 2",
    ]


def test_lines_are_numbered_with_a_letter_behind() -> None:
    read = in_markdown(
        "Hoofddoel 1: Minder gehinderden",
        "",
        "Actie 1a: Schermen plaatsen",
        "",
        "Actie 1.b Woningen isoleren",
    )
    assert [line.split(" ", 1)[1] for line in told(read)] == [
        "Minder gehinderden",
        "Schermen plaatsen > D1",
        "Woningen isoleren > D1",
    ]


def test_steps_to_the_right_are_as_high_as_their_labels_say() -> None:
    read = in_csv(
        "Niveau 1;Niveau 2;Niveau 3",
        "Hoofddoel: Veilig verkeer;;",
        ";Subdoel: Minder ongevallen;",
        ";;Actie: Fietspad verbreden",
        ";Subdoel: Minder hardrijders;",
        ";;Actie: Flitspaal zetten",
    )
    assert told(read) == [
        "D1 Veilig verkeer",
        "D2 Minder ongevallen > D1*",
        "D3 Minder hardrijders > D1*",
        "I1 Fietspad verbreden > D2*",
        "I2 Flitspaal zetten > D3*",
    ]


def test_goals_in_headings_above_tables_of_work_are_a_network() -> None:
    lines = [
        "## Doel: Snellere vergunningen",
        "",
        "| Activiteit | Wie | Wanneer |",
        "|---|---|---|",
        "| Digitaal loket | Team A | 2026 |",
        "",
    ]
    second = [line.replace("Snellere", "Betere") for line in lines]
    read = in_markdown(*lines, *second)
    assert [line.split(" ", 1)[1] for line in told(read)] == [
        "Snellere vergunningen",
        "Betere vergunningen",
        "Digitaal loket > D1, D2",
    ]
    with pytest.raises(DocumentError):  # one is the purpose of a meeting
        in_markdown(*lines)


def test_what_is_wished_beside_an_indicator_is_its_value() -> None:
    read = in_html(
        "<table><tr><th>Doelstelling<td>Monumenten blijven behouden</tr>",
        "<tr><th>Prestatie-indicator<td>Aandeel in goede staat</tr>",
        "<tr><th>Beginsituatie<td>71% (2022)</tr>",
        "<tr><th>Gewenste situatie<td>80% in 2028</tr>",
        "<tr><th>Inspanningen<td>Monumentenwacht inzetten</tr></table>",
    )
    assert [line.partition(" >")[0] for line in told(read)] == [
        "D1 Monumenten blijven behouden",
        "S1 Aandeel in goede staat",
        "I1 Monumentenwacht inzetten",
    ]


def test_work_below_one_name_of_its_kind_is_of_that_kind() -> None:
    read = in_csv(
        ";Interventielogica;Indicatoren;Aannames",
        "Algemene doelstelling;Boeren verdienen genoeg;20% meer in 2029;Vrede",
        "Specifieke doelstelling;Oogsten zijn groter;3 ton in 2028;Regen",
        "Activiteiten;Zaadbank oprichten;;",
        ";Training geven;;",
    )
    efforts = [each.text for each in read.elements if each.kind == "effort"]
    assert efforts == ["Zaadbank oprichten", "Training geven"]


def test_numbers_divide_a_list_on_one_line_behind_a_label() -> None:
    read = in_markdown(
        "Doelen: 1. Meer toeristen 2. Meer banen",
        "",
        "| Projectnaam | Startersloket |",
        "|---|---|",
        "| Draagt bij aan doel | 2 |",
        "| Trekker | Economie |",
    )
    assert told(read) == [
        "1 Meer toeristen",
        "2 Meer banen",
        "I1 Startersloket > 2",
    ]
    note = next(note for note in read.notes if note.code == "semicolons")
    assert note.values["count"] == "2"
    # these numbers count nothing
    assert told(in_csv("Doelen;Acties", "Klasse 2. Beter 1. Meer;Fietsen"))[
        0
    ] == ("D1 Klasse 2. Beter 1. Meer")


def test_a_bracket_names_a_goal_by_its_letter() -> None:
    read = in_csv(
        "Doelen;Inspanningen",
        "A. Sterke dorpen;Dorpsfonds (ook voor doel B)",
        "B. Levend platteland;Boerenloket (type A)",
    )
    assert told(read) == [
        "A Sterke dorpen",
        "B Levend platteland",
        "I1 Dorpsfonds > A, B",
        "I2 Boerenloket (type A) > B",
    ]


def test_bare_numbers_beside_values_are_those_of_goals() -> None:
    read = in_markdown(
        "## Wat willen we bereiken?",
        "",
        "- 1.1 Minder geweld",
        "- 1.2 Meer veiligheid",
        "",
        "## Hoe meten we het?",
        "",
        "| Doel | Indicator | Streefwaarde 2026 |",
        "|---|---|---|",
        "| 1.1 | Aantal incidenten | 60 |",
        "| 1.2 | Rapportcijfer | 7,5 |",
    )
    assert told(read)[2:] == [
        "S1 Aantal incidenten > 1.1",
        "S2 Rapportcijfer > 1.2",
    ]


def test_a_goal_under_a_goal_leaves_the_theme_to_that() -> None:
    read = in_markdown(
        "# Thema 1: Gezond",
        "",
        "## Doel: Inwoners leven gezonder",
        "",
        "### Subdoel: Meer mensen bewegen",
        "",
        "- Inspanning: Beweegcoach aanstellen",
    )
    assert told(read) == [
        "T1 Gezond",
        "D1 Inwoners leven gezonder > T1",
        "D2 Meer mensen bewegen > D1",
        "I1 Beweegcoach aanstellen > D2",
    ]


def test_goals_that_letters_and_colons_count_are_referred_to_by_these() -> (
    None
):
    read = in_markdown(
        "## Doelen",
        "",
        "- A: Iedereen kan sporten",
        "- B: Vitale clubs",
        "",
        "## Acties",
        "",
        "| Actie | Voor doel |",
        "|---|---|",
        "| Sportloket | A |",
        "| Coach | A en B |",
    )
    assert told(read) == [
        "A Iedereen kan sporten",
        "B Vitale clubs",
        "I1 Sportloket > A",
        "I2 Coach > A, B",
    ]


def test_a_sheet_that_is_called_by_a_code_is_no_theme() -> None:
    cards = [
        sheet(
            name, ["Doel", goal], ["Indicator", "Leegstand"], ["Actie", work]
        )
        for name, goal, work in (
            ("D1", "Minder lege winkels", "Pandenfonds"),
            ("D2", "Meer bezoekers", "Markten"),
        )
    ]
    read = read_bytes(workbook(*cards), "plan.xlsx")
    assert [each.kind for each in read.elements if each.kind == "theme"] == []
    assert len(read.elements) > len(cards)


@pytest.mark.parametrize("title", ["Agenda Digitaal", "Agenda 2030"])
def test_an_agenda_may_be_a_plan(title: str) -> None:
    lines = (title, "", "Doel: Meedoen", "Acties:", "- Digihulp bieden", "")
    second = ("Doel: Veilige systemen", "Acties:", "- Testen houden")
    assert told(in_text(*lines, *second)) == [
        "D1 Meedoen",
        "D2 Veilige systemen",
        "I1 Digihulp bieden > D1",
        "I2 Testen houden > D2",
    ]
    with pytest.raises(DocumentError):
        in_text("Agenda overleg", *lines[1:], *second)
