"""Documents in other words than those of the lexicon, and layouts that offices make by hand."""

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.model import Target
from tests.documents import (
    heading,
    in_csv,
    in_markdown,
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
