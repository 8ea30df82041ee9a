"""Documents in other words than those of the lexicon, and layouts that offices make by hand."""

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.model import Target
from tests.documents import (
    heading,
    in_csv,
    in_markdown,
    in_text,
    in_word,
    table,
    told,
)

_AIMS = [
    "D1 Kinderen lezen graag",
    "D2 Ouders lezen voor",
    "S1 80% leest wekelijks in 2028 > D1",
    "S2 60% leest voor in 2028 > D2",
    "I1 Bibliotheek op school > D1",
    "I2 Boekstart > D2",
]


def test_headings_that_state_aims_above_targets_and_efforts_are_goals() -> (
    None
):
    read = in_markdown(
        "# Beleidsplan lezen",
        "## Kinderen lezen graag",
        "Beoogd resultaat: 80% leest wekelijks in 2028",
        "",
        "Inspanning: Bibliotheek op school",
        "",
        "## Ouders lezen voor",
        "Beoogd resultaat: 60% leest voor in 2028",
        "",
        "Inspanning: Boekstart",
    )
    assert told(read) == _AIMS


def test_a_list_of_terms_gives_its_owners_to_the_effort_above() -> None:
    read = read_bytes(
        b"<h1>Beleidsplan lezen</h1><h2>Kinderen lezen graag</h2><dl>"
        b"<dt>Beoogd resultaat<dd>80% leest wekelijks in 2028"
        b"<dt>Inspanning<dd>Bibliotheek op school<dt>Trekker<dd>Bibliotheek"
        b"</dl><h2>Ouders lezen voor</h2><dl>"
        b"<dt>Beoogd resultaat<dd>60% leest voor in 2028"
        b"<dt>Inspanning<dd>Boekstart<dt>Trekker<dd>Consultatiebureau</dl>",
        "lezen.html",
    )
    assert told(read) == _AIMS
    owners = [each.owners for each in read.elements if each.kind == "effort"]
    assert owners == [("Bibliotheek",), ("Consultatiebureau",)]


def test_names_of_subjects_above_targets_and_efforts_are_no_goals() -> None:
    with pytest.raises(DocumentError):
        in_markdown(
            "# Programma Vitaal",
            "## Wonen",
            "Resultaat: 300 nieuwe woningen in 2028",
            "",
            "Actie: bouwlocaties aanwijzen",
            "",
            "## Zorg",
            "Resultaat: 90% is tevreden in 2027",
            "",
            "Actie: wijkteams versterken",
        )


def test_bold_labels_without_a_colon_say_what_stands_behind_them() -> None:
    read = in_markdown(
        "# Programma Vitaal",
        "**Doel** Meer mensen bewegen",
        "",
        "**Resultaat** 60% beweegt genoeg in 2028",
        "",
        "**Acties** Wandelroutes aanleggen",
        "",
        "**Doel** Minder zwerfvuil",
        "",
        "**Acties** Bakken plaatsen",
    )
    assert told(read) == [
        "D1 Meer mensen bewegen",
        "D2 Minder zwerfvuil",
        "S1 60% beweegt genoeg in 2028 > D1",
        "I1 Wandelroutes aanleggen > D1",
        "I2 Bakken plaatsen > D2",
    ]


def test_a_bold_word_that_begins_a_sentence_is_no_label() -> None:
    with pytest.raises(DocumentError):
        in_markdown(
            "# Notitie",
            "**Doel** van deze notitie is informeren.",
            "",
            "**Resultaat** van het overleg was een lijst.",
            "",
            "**Acties** volgen in een tweede notitie.",
        )


def test_the_name_of_a_project_sheet_is_no_theme() -> None:
    read = in_word(
        heading("Projectblad 07 – Beekherstel", 2),
        table(
            ["Ambitie", "Beken stromen weer natuurlijk"],
            ["Werkzaamheden", "Stuwen vervangen"],
            ["Krediet", "€ 1.400.000"],
        ),
        heading("Projectblad 08 – Erfemissie", 2),
        table(
            ["Ambitie", "Minder gif in de sloten"],
            ["Werkzaamheden", "Wasplaatsen subsidiëren"],
            ["Krediet", "€ 350.000"],
        ),
    )
    assert [each.text for each in read.elements if each.kind == "theme"] == []
    assert told(read)[-1] == "I2 Wasplaatsen subsidiëren > D2"


def test_what_a_row_also_serves_is_of_its_effort_where_efforts_come_first() -> (
    None
):
    read = in_csv(
        "Maatregel;Operationeel doel;Strategisch doel;Ondersteunt ook",
        "Snelbus laten rijden;Dorpen zijn bereikbaar;Iedereen komt er;"
        "Minder auto's in de spits",
        "Fietsroute aanleggen;Minder auto's in de spits;Schone lucht;",
    )
    links = {(each.start, each.end) for each in read.links}
    ids = {each.text: each.id for each in read.elements}
    bus, cars = ids["Snelbus laten rijden"], ids["Minder auto's in de spits"]
    assert (bus, cars) in links
    assert (ids["Iedereen komt er"], cars) not in links


def test_amounts_under_years_are_the_budget_of_an_effort() -> None:
    read = in_csv(
        "Doel;Maatregel;2026;2027",
        "Veilige school;Kiss en ride;40000;",
        "Snel fietsen;Groene golf;60000;30000",
        "Snel fietsen;Fietspad;p.m.;p.m.",
    )
    budgets = [each.budget for each in read.elements if each.kind == "effort"]
    assert budgets == [
        "2026: 40000",
        "2026: 60000; 2027: 30000",
        "2026: p.m.; 2027: p.m.",
    ]


def test_crosses_under_years_stay_a_planning() -> None:
    read = in_csv(
        "Doel;Maatregel;2026;2027",
        "Veilige school;Kiss en ride;x;",
        "Snel fietsen;Groene golf;x;x",
    )
    assert {each.budget for each in read.elements} == {None}


def test_bare_numbers_that_count_the_goals_are_their_codes() -> None:
    read = in_csv(
        "Doel;Maatregel",
        "1 Veilige school;Kiss en ride",
        "2 Snel fietsen;Groene golf",
    )
    assert told(read)[:2] == ["D1 Veilige school", "D2 Snel fietsen"]


def test_numbers_that_say_how_many_stay_in_the_text() -> None:
    read = in_csv(
        "Doel;SMART-doel;Maatregel",
        "Meer sport;3 Nieuwe hallen in 2028;Hallen bouwen",
        "Meer groen;1 Nieuw park in 2028;Park aanleggen",
    )
    targets = [each.text for each in read.elements if each.kind == "target"]
    assert targets == ["3 Nieuwe hallen in 2028", "1 Nieuw park in 2028"]


def test_a_measured_column_in_words_holds_the_targets_of_goals() -> None:
    assert told(
        in_csv(
            "Resultaatdoel;Meetwaarde;Acties",
            "Snel antwoord;90% is binnen een uur geholpen in 2027;Belteam",
            "Heldere brieven;Alle 40 brieven op B1 in 2026;Schrijfcoach",
        )
    )[:3] == [
        "D1 Snel antwoord",
        "D2 Heldere brieven",
        "S1 90% is binnen een uur geholpen in 2027 > D1",
    ]


def test_a_table_goes_on_under_a_line_that_says_so() -> None:
    head = ["Wat willen we bereiken?", "Wat gaan we doen?", "In"]
    read = in_word(
        heading("Schema jeugd", 1),
        table(
            head,
            ["Kinderen zijn veilig", "Plan met het gezin maken", "2026"],
            ["Eén begeleider", "Team in elke gemeente", "2027"],
        ),
        "Vervolg schema",
        table(
            head,
            ["", "Regie overdragen", "2027"],
            ["Jongeren beslissen mee", "Raad oprichten", "2026"],
        ),
    )
    assert "I3 Regie overdragen > D2*" in told(read)


def test_a_start_and_what_was_reached_are_told_apart() -> None:
    read = read_bytes(
        b"Doel;Indicator;Streefwaarde 2027;Stand 2025;Beginstand 2021;Actie\n"
        b"Minder roken;Volwassenen die roken;12%;15%;19%;Cursus geven\n",
        "monitor.csv",
    )
    target = next(each for each in read.elements if each.kind == "target")
    assert isinstance(target, Target)
    assert [
        (value.kind, value.year, value.text) for value in target.measurements
    ] == [
        ("target", "2027", "12%"),
        ("realised", "2025", "15%"),
        ("baseline", "2021", "19%"),
    ]


def test_a_reason_on_a_card_with_a_goal_is_no_goal() -> None:
    read = in_word(
        table(
            ["Doel 1", "Genoeg huisartsen"],
            ["Waarom", "Inwoners vroegen erom"],
            ["Acties", "Praktijk bouwen"],
            ["Zo meten we dat", "1 arts per 2.000 inwoners in 2029"],
        )
    )
    goals = [each.text for each in read.elements if each.kind == "goal"]
    assert goals == ["Genoeg huisartsen"]


def test_a_theme_alone_on_a_row_that_is_not_merged_is_a_theme() -> None:
    read = in_csv(
        "Doel;Actie;Wie",
        "THEMA JEUGD;;",
        "Kinderen zijn veilig;Coaches inzetten;CJG",
        "THEMA OUDEREN;;",
        "Ouderen doen mee;Plekken openen;Welzijn",
    )
    assert told(read)[:4] == [
        "T1 JEUGD",
        "T2 OUDEREN",
        "D1 Kinderen zijn veilig > T1",
        "D2 Ouderen doen mee > T2",
    ]


def test_paragraphs_of_a_cell_with_codes_of_their_own_are_several_goals() -> (
    None
):
    read = in_markdown(
        "| Code | Strategisch doel | Tactisch doel | Project |",
        "|---|---|---|---|",
        "| SD1 | Halvering in 2030 | TD1 Circulair inkopen<br>TD2 Circulair bouwen "
        "| P1 Inkoopbeleid (TD1)<br>P2 Materialenbank (TD2) |",
        "| SD2 | Iedereen repareert | TD3 Dichtbij | P3 Repaircafé (TD3) |",
    )
    assert "TD1 Circulair inkopen > SD1" in told(read)
    assert told(read)[-3:] == [
        "P1 Inkoopbeleid (TD1) > TD1",
        "P2 Materialenbank (TD2) > TD2",
        "P3 Repaircafé (TD3) > TD3",
    ]


def test_a_line_that_joins_kinds_heads_the_list_in_a_plain_text() -> None:
    assert told(
        in_text(
            "Wijkplan De Hoven",
            "",
            "Doelen en acties",
            "",
            "1. Schonere straten",
            "   a. Extra veegronde",
            "   b. Adoptiebakken",
            "2. Buren kennen elkaar",
            "   a. Burendag organiseren",
        )
    ) == [
        "D1 Schonere straten",
        "D2 Buren kennen elkaar",
        "I1 Extra veegronde > D1",
        "I2 Adoptiebakken > D1",
        "I3 Burendag organiseren > D2",
    ]


def test_a_word_for_work_without_a_plural_may_head_several_efforts() -> None:
    read = in_text(
        "Doelstelling A - De straat is levendig",
        "  Inzet: gevelfonds openen; markt verplaatsen",
        "Doelstelling B - Bewoners ontmoeten elkaar",
        "  Inzet: buurtbudget geven",
    )
    efforts = [each.text for each in read.elements if each.kind == "effort"]
    assert efforts == [
        "gevelfonds openen",
        "markt verplaatsen",
        "buurtbudget geven",
    ]


def test_the_name_on_a_project_card_is_the_project() -> None:
    read = in_word(
        heading("Projectkaart 1"),
        table(
            ["Naam", "Groene pleinen"],
            ["Beoogd effect", "Hittestress neemt af"],
            ["Wanneer tevreden?", "In 2029 is 40% groen"],
            ["Uitvoerder", "Team Groen"],
        ),
    )
    assert told(read) == [
        "D1 Hittestress neemt af",
        "S1 In 2029 is 40% groen > D1",
        "I1 Groene pleinen > D1, S1",
    ]


def test_a_goal_on_a_row_above_a_table_is_what_that_is_for() -> None:
    read = in_csv(
        "Hoofddoel;Ouderen wonen langer thuis;",
        "Inspanning;Wie;Gereed",
        "Techniek uitlenen;Zorgloket;2026",
        "Maaltijden brengen;Welzijn;2027",
    )
    assert told(read) == [
        "D1 Ouderen wonen langer thuis",
        "I1 Techniek uitlenen > D1",
        "I2 Maaltijden brengen > D1",
    ]


def test_actions_behind_a_card_with_one_goal_are_done_for_it() -> None:
    read = in_word(
        table(
            ["Doel", "Ouderen wonen thuis"],
            ["Indicator", "80% woont thuis in 2028"],
        ),
        "",
        table(
            ["Actie", "Wie", "Gereed"],
            ["Techniek uitlenen", "Zorgloket", "2026"],
        ),
        "",
        table(
            ["Doel", "Starters vinden een woning"],
            ["Indicator", "300 starters in 2027"],
        ),
        "",
        table(
            ["Actie", "Wie", "Gereed"],
            ["Leningen geven", "Wonen", "2026"],
        ),
    )
    assert told(read) == [
        "D1 Ouderen wonen thuis",
        "D2 Starters vinden een woning",
        "S1 80% woont thuis in 2028 > D1",
        "S2 300 starters in 2027 > D2",
        "I1 Techniek uitlenen > D1",
        "I2 Leningen geven > D2",
    ]


def test_goals_that_stand_in_two_columns_are_no_ladder() -> None:
    read = in_csv(
        "Project;Hoofddoel;Nevendoel",
        "Warmtenet;Minder uitstoot;Lagere rekening",
        "Isolatieteam;Lagere rekening;",
    )
    assert told(read) == [
        "D1 Minder uitstoot",
        "D2 Lagere rekening",
        "I1 Warmtenet > D1, D2",
        "I2 Isolatieteam > D2",
    ]


def test_references_to_targets_with_the_word_goal_in_them_tell_targets() -> (
    None
):
    read = in_csv(
        "Inspanning;Draagt bij aan SMART-doel;Draagt bij aan doel",
        "Coach inzetten;80% doet mee in 2027;Kinderen maken kunst",
        "Fonds openen;25 ateliers in 2028;Kunstenaars blijven",
    )
    assert "I1 Coach inzetten > D1, S1" in told(read)


def test_bold_kinds_before_the_items_of_a_list_are_read() -> None:
    read = in_markdown(
        "- **Doel** Iedereen fietst veilig",
        "  - **Subdoel** Schoolroutes zijn veilig",
        "    - **Maatregel** Oversteek maken",
        "    - **Maatregel** Schoolzones invoeren",
    )
    assert told(read) == [
        "D1 Iedereen fietst veilig",
        "D2 Schoolroutes zijn veilig > D1",
        "I1 Oversteek maken > D2",
        "I2 Schoolzones invoeren > D2",
    ]


def test_a_column_of_numbers_in_one_word_with_its_kind_numbers_elements() -> (
    None
):
    read = in_csv(
        "DoelID;Doel",
        "G1;Minder overgewicht",
        "G2;Rookvrije generatie",
        "",
        "ActiviteitID;DoelID;Activiteit",
        "A1;G1;Gezonde kantine",
        "A2;G2;Rookvrije pleinen",
    )
    assert told(read) == [
        "G1 Minder overgewicht",
        "G2 Rookvrije generatie",
        "A1 Gezonde kantine > G1",
        "A2 Rookvrije pleinen > G2",
    ]


def test_a_count_of_efforts_behind_a_total_is_no_effort() -> None:
    read = in_csv(
        "Beoogd effect;Inspanning",
        "De binnenstad bloeit;Gevelsubsidie",
        "Totaal;1 inspanning",
    )
    efforts = [each.text for each in read.elements if each.kind == "effort"]
    assert efforts == ["Gevelsubsidie"]


def test_lists_under_lines_with_goals_are_work_where_the_heading_says_so() -> (
    None
):
    read = in_markdown(
        "# Gezond ouder worden",
        "## Onze doelen en wat wij doen",
        "Doel: Ouderen wonen langer thuis",
        "",
        "- Huisbezoek aan iedereen",
        "- Trapliften vergoeden",
        "",
        "Doel: Minder ouderen zijn eenzaam",
        "",
        "- Maatjes koppelen",
        "",
        "## Functie-eisen bezoeker",
        "- Kan goed luisteren",
    )
    assert [line.rstrip("*") for line in told(read)] == [
        "D1 Ouderen wonen langer thuis",
        "D2 Minder ouderen zijn eenzaam",
        "I1 Huisbezoek aan iedereen > D1",
        "I2 Trapliften vergoeden > D1",
        "I3 Maatjes koppelen > D2",
    ]


def test_a_rung_in_brackets_behind_a_word_heads_its_column() -> None:
    assert told(
        in_csv(
            "Wat doen we;Waarom (doel);Beheerder",
            "Winkels trainen;Mensen doen gewoon mee;team Zorg",
            "Logeren uitbreiden;Mantelzorgers houden het vol;team Zorg",
        )
    ) == [
        "D1 Mensen doen gewoon mee",
        "D2 Mantelzorgers houden het vol",
        "I1 Winkels trainen > D1",
        "I2 Logeren uitbreiden > D2",
    ]


def test_small_amounts_under_years_are_money_where_some_are_open() -> None:
    read = in_csv(
        "Doel;Inspanning;2026;2027",
        "Eten uit de streek;Boerenmarkt;15;15",
        "Eten uit de streek;Kantine;p.m.;8",
        "Alles bij elkaar;;15;23",
    )
    assert [each.budget for each in read.elements if each.budget] == [
        "2026: 15; 2027: 15",
        "2026: p.m.; 2027: 8",
    ]
    assert [each.text for each in read.elements if each.kind == "goal"] == [
        "Eten uit de streek"
    ]
