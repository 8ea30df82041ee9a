"""What single cells say of elements: with their place, in their words, and as numbers."""

from decimal import Decimal

import pytest

from dinet.application.auditing.audit_network import audit_network
from dinet.interpret.texts.owner_names import OwnerNames, role_in_heading
from dinet.model import Element, FieldName, Programme, Target
from tests.documents import in_csv
from tests.formats import EVERY, read_as, table

E2 = "Oevers inrichten"


def by_text(programme: Programme, text: str) -> Element:
    (found,) = [each for each in programme.elements if each.text == text]
    return found


def cells(element: Element, field: FieldName) -> list[tuple[str, int | None]]:
    """The texts of a field, each with its row."""
    return [
        (mention.text, mention.place and mention.place.row)
        for mention in element.stated
        if mention.field == field
    ]


# fields with their places


def test_an_element_that_stands_twice_keeps_its_owners_and_money_apart() -> (
    None
):
    read = in_csv(
        "Doel;Maatregel;Wie;Kosten;Gereed",
        f"Schoon water;{E2};Waterschap;€ 40.000;2026",
        f"Meer natuur;{E2};Waterschap;€ 25.000;2027",
    )
    effort = by_text(read, E2)
    assert cells(effort, "owner") == [("Waterschap", 2), ("Waterschap", 3)]
    assert cells(effort, "budget") == [("€ 40.000", 2), ("€ 25.000", 3)]
    assert cells(effort, "period") == [("2026", 2), ("2027", 3)]
    assert [amount.value for amount in effort.amounts] == [40000, 25000]
    assert effort.budget == "€ 40.000; € 25.000"


@pytest.mark.parametrize("name", EVERY)
def test_a_finding_on_one_field_stands_at_its_cell_in_every_format(
    name: str,
) -> None:
    read = read_as(
        name,
        table(
            ("Doel", "Actie", "Fase", "Raming", "Trekker", "Looptijd"),
            ("Schoon water", E2, "n.t.b.", "pm", "vacature", "nog te bepalen"),
        ),
    )
    told = {
        (finding.code, place.column)
        for finding in audit_network(read)
        if finding.code in ("DW209", "DO502")
        for place in finding.places
    }
    assert told == {("DW209", 3), ("DW209", 4), ("DO502", 5), ("DW209", 6)}


def test_of_two_cells_of_a_field_the_finding_names_the_one_that_is_open() -> (
    None
):
    read = in_csv(
        "Doel;Maatregel;Kosten",
        f"Schoon water;{E2};€ 40.000",
        f"Meer natuur;{E2};p.m.",
    )
    (finding,) = [each for each in audit_network(read) if each.code == "DW209"]
    assert [place.row for place in finding.places] == [3]


def test_an_open_value_of_a_target_is_told_at_its_cell() -> None:
    read = in_csv(
        "Doel;Indicator;Nulmeting;Streefwaarde 2030",
        "Schoon water;Plekken om te zwemmen;12;n.t.b.",
    )
    (finding,) = [each for each in audit_network(read) if each.code == "DW209"]
    assert [place.column for place in finding.places] == [4]
    assert "value of S1" in str(finding.sentence)


# roles of owners


def test_what_an_owner_is_comes_from_the_heading_of_its_column() -> None:
    read = in_csv(
        "Doel;Maatregel;Bestuurlijk opdrachtgever;Ambtelijk trekker;Afdeling",
        f"Schoon water;{E2};Wethouder Water;Team Oevers;Beheer",
    )
    effort = by_text(read, E2)
    assert effort.owners == ("Wethouder Water", "Team Oevers", "Beheer")
    assert [(owner.role, owner.name) for owner in effort.roles] == [
        ("Bestuurlijk opdrachtgever", "Wethouder Water"),
        ("Ambtelijk trekker", "Team Oevers"),
    ]


def test_what_an_owner_is_may_stand_in_its_cell() -> None:
    read = in_csv(
        "Doel;Maatregel;Wie",
        f'Schoon water;{E2};"Opdrachtgever: Dagelijks Bestuur; Team Oevers (uitvoerder)"',
    )
    effort = by_text(read, E2)
    assert effort.owners == ("Dagelijks Bestuur", "Team Oevers")
    assert [(owner.role, owner.name) for owner in effort.roles] == [
        ("Opdrachtgever", "Dagelijks Bestuur"),
        ("uitvoerder", "Team Oevers"),
    ]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Portefeuillehouder(s)", "Portefeuillehouder"),
        ("Projectleiders", "Projectleiders"),
        ("Baateigenaar", "Baateigenaar"),
        ("Accountable", "Accountable"),
        ("Wie doet het?", None),
        ("Team", None),
        ("", None),
    ],
)
def test_a_heading_has_a_role_or_only_asks_who(
    heading: str, role: str | None
) -> None:
    assert role_in_heading(heading) == role


# names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Visser, Lotte", ("Visser, Lotte",)),
        ("van den Berg, Teun", ("van den Berg, Teun",)),
        ("Berg, T. van den", ("Berg, T. van den",)),
        ("Smit-de Boer, Ilse", ("Smit-de Boer, Ilse",)),
        ("Visser, Lotte; Bos, Roel", ("Visser, Lotte", "Bos, Roel")),
        ("Visser, Lotte en Mulder, Zwaan", ("Visser, Lotte", "Mulder, Zwaan")),
        ("Visser, Lotte & Bos, R.", ("Visser, Lotte", "Bos, R.")),
        ("Visser, Lotte, Bos, Roel", ("Visser, Lotte", "Bos, Roel")),
        ("Visser, Lotte (trekker)", ("Visser, Lotte",)),
        ("Sport, Jeugd", ("Sport", "Jeugd")),
        ("Sport, Jeugd en Wonen", ("Sport", "Jeugd en Wonen")),
        ("Lotte, Roel", ("Lotte", "Roel")),
        ("Afdeling Zorg, Wijkteam", ("Afdeling Zorg", "Wijkteam")),
        ("Lotte Visser, Roel Bos", ("Lotte Visser", "Roel Bos")),
        ("Zwaan Visser, Roel Bos", ("Zwaan Visser", "Roel Bos")),
    ],
)
def test_a_surname_with_its_given_name_behind_a_comma_is_one_person(
    cell: str, names: tuple[str, ...]
) -> None:
    assert OwnerNames([cell]).split_owners(cell) == (names, None)


@pytest.mark.parametrize(
    "cell",
    [
        "vacant per 1 mei",
        "Vacature (wordt opgesteld)",
        "vacature vanaf september",
        "nog niet bekend",
        "Nog aan te wijzen",
        "gezocht",
        "to be appointed",
        "??",
    ],
)
def test_words_for_nobody_yet_are_no_name(cell: str) -> None:
    effort = by_text(in_csv("Doel;Actie;Wie", f"Schoon water;{E2};{cell}"), E2)
    assert (effort.owners, effort.vacant) == ((), cell)


@pytest.mark.parametrize("cell", ["-", "—", ""])
def test_a_dash_for_an_owner_says_nothing(cell: str) -> None:
    effort = by_text(in_csv("Doel;Actie;Wie", f"Schoon water;{E2};{cell}"), E2)
    assert (effort.owners, effort.vacant, effort.stated) == ((), None, ())


# measurements


def values(target: Element) -> list[tuple[str | None, str | None, str]]:
    assert isinstance(target, Target)
    return [
        (value.kind, value.year, value.text) for value in target.measurements
    ]


@pytest.mark.parametrize(
    ("headings", "wanted"),
    [
        (
            ("Nulmeting 2020", "Stand 2023", "Streefwaarde 2028"),
            ["baseline", "realised", "target"],
        ),
        (
            ("Startwaarde", "Werkelijk 2023", "Norm 2028"),
            ["baseline", "realised", "target"],
        ),
        (
            ("Score (nulmeting 2020)", "Score (realisatie 2023)", "Norm"),
            ["baseline", "realised", "target"],
        ),
        (
            ("2020 (nulmeting)", "2023 (realisatie)", "2028 (streefwaarde)"),
            ["baseline", "realised", "target"],
        ),
        (
            ("Gerealiseerd 2023", "Verwachting 2025", "Ambitie 2028"),
            ["realised", "forecast", "target"],
        ),
        (
            ("Realisatie 2023", "Prognose 2025", "Ambitie"),
            ["realised", "forecast", "target"],
        ),
        (("2023", "2025", "Streefwaarde 2028"), [None, None, "target"]),
        (
            ("Baseline", "Actual 2023", "Target 2028"),
            ["baseline", "realised", "target"],
        ),
    ],
)
def test_every_value_of_a_target_is_a_measurement_of_its_kind(
    headings: tuple[str, ...], wanted: list[str | None]
) -> None:
    read = in_csv(
        ";".join(("Doel", "Indicator", *headings)),
        "Schoon water;Plekken om te zwemmen;12;15;20",
    )
    target = by_text(read, "Plekken om te zwemmen")
    assert isinstance(target, Target)
    assert target.target
    assert [kind for kind, _, _ in values(target)] == wanted
    assert [text for _, _, text in values(target)] == ["12", "15", "20"]
    has_baseline = "baseline" in wanted
    assert target.target.baseline == ("12" if has_baseline else None)
    assert target.target.value == "20"
    assert len(read.elements) == 2


def test_a_measurement_is_a_number_by_the_notation_of_the_document() -> None:
    read = in_csv(
        "Doel;Indicator;Nulmeting;Streefwaarde",
        "Schoon water;Bezoekers;1.200;≥ 1.500 per dag",
        "Schoon water;Aandeel;7,5%;hoger dan nu",
        "Schoon water;Het aantal plekken waar je kunt zwemmen;ca. 12;meer dan 15",
    )
    numbers = [
        (value.number, value.unit)
        for element in read.elements
        if isinstance(element, Target)
        for value in element.measurements
    ]
    assert numbers == [
        (1200, None),
        (None, None),
        (Decimal("7.5"), "%"),
        (None, None),
        (12, None),
        (None, None),
    ]


def test_a_year_under_the_heading_of_targets_is_theirs_and_not_of_efforts() -> (
    None
):
    read = in_csv(
        "Doel;Indicator;Norm;Jaartal;Actie;Jaar",
        f"Schoon water;Plekken;20;2029;{E2};2027",
    )
    target = by_text(read, "Plekken")
    assert isinstance(target, Target)
    assert target.target
    assert (target.target.value, target.target.year) == ("20", "2029")
    assert by_text(read, E2).period == "2027"


def test_the_goals_of_last_year_are_kept_with_those_of_this_year() -> None:
    read = in_csv(
        "Thema;Doel 2026;Doel 2027;Actie",
        "Water;De plas is in de zomer schoon;De plas is het hele jaar schoon;"
        + E2,
        "Water;Er zijn drie nieuwe strandjes;Er zijn vijf nieuwe strandjes;Zand",
    )
    goals = [each for each in read.elements if each.kind == "goal"]
    assert [goal.text for goal in goals] == [
        "De plas is het hele jaar schoon",
        "Er zijn vijf nieuwe strandjes",
    ]
    kept = [
        (own.heading, own.text) for each in read.elements for own in each.extra
    ]
    assert kept == [
        ("Doel 2026", "De plas is in de zomer schoon"),
        ("Doel 2026", "Er zijn drie nieuwe strandjes"),
    ]
    assert "own_column" in [note.code for note in read.notes]


def test_goals_of_a_year_in_numbers_are_values() -> None:
    read = in_csv(
        "Thema;Indicator;Doel 2026;Doel 2027;Actie",
        f"Water;Plekken;15;20;{E2}",
    )
    assert [each.kind for each in read.elements] == [
        "theme",
        "target",
        "effort",
    ]
    assert values(read.elements[1]) == [
        ("target", "2026", "15"),
        ("target", "2027", "20"),
    ]


# columns of the document's own


def test_a_column_of_the_documents_own_becomes_no_element() -> None:
    read = in_csv(
        "Doel;Actie;Raakvlak met wijkvisie;Kenmerk beleidsstuk",
        f"Schoon water;{E2};Wijkvisie Noord, deel 2;Z-2024-118",
        "Meer natuur;Bomen planten;;Z-2024-119",
    )
    assert [each.text for each in read.elements] == [
        "Schoon water",
        "Meer natuur",
        E2,
        "Bomen planten",
    ]
    kept = {
        each.text: [(own.heading, own.text) for own in each.extra]
        for each in read.elements
        if each.extra
    }
    assert kept[E2] == [
        ("Raakvlak met wijkvisie", "Wijkvisie Noord, deel 2"),
        ("Kenmerk beleidsstuk", "Z-2024-118"),
    ]
    assert kept["Bomen planten"] == [("Kenmerk beleidsstuk", "Z-2024-119")]


# weights


def test_the_weights_of_a_matrix_stay_on_its_links_and_minus_is_a_conflict() -> (
    None
):
    read = in_csv(
        "Maatregel / Doel;Schoon water;Meer natuur",
        "Oevers afgraven;++;+",
        "Kade verhogen;0;--",
    )
    assert [(link.kind, link.weight) for link in read.links] == [
        ("contributes_to", "++"),
        ("contributes_to", "+"),
        ("conflicts_with", "--"),
    ]
