"""Tables beside a network that nothing ties to it are left and told; those that are tied stay."""

import pytest

from dinet.model import Programme
from tests.documents import in_csv, in_markdown, told

PLAN = """# Plan

| Doel | SMART-doel | Inspanning | Trekker |
|---|---|---|---|
| Meer sport | 60% sport in 2028 | Beweegtuin aanleggen | Team Sport |
| Minder roken | 5% rookt in 2028 | Schoolpleinen rookvrij maken | GGD |
"""
READ = [
    "D1 Meer sport",
    "D2 Minder roken",
    "S1 60% sport in 2028 > D1",
    "S2 5% rookt in 2028 > D2",
    "I1 Beweegtuin aanleggen > D1, S1",
    "I2 Schoolpleinen rookvrij maken > D2, S2",
]


def beside_plan(heading: str, *rows: str) -> Programme:
    head, *rest = rows
    rule = "|".join("---" for _ in head.split("|"))
    lines = [f"| {row} |" for row in (head, rule, *rest)]
    return in_markdown(PLAN + "\n".join(["", f"## {heading}", "", *lines]))


def reasons(read: Programme) -> set[str]:
    return {unread.reason for unread in read.unread}


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("Overleg 14 mei", ["Actie | Wie", "Zaal reserveren | Els"]),
        ("Kosten", ["Activiteit | 2027 | 2028", "Huur kantoor | 5 | 6"]),
        ("Actielijst", ["Actie | Wie | Wanneer", "Mail sturen | Els | 3 mei"]),
        ("Cijfers", ["KPI | Norm | Stand", "Verzuim | 4% | 5%"]),
        ("Instrumenten", ["Instrument | Doel", "Besluit | Regels stellen"]),
    ],
)
def test_a_table_that_nothing_ties_to_the_network_is_left(
    heading: str, rows: list[str]
) -> None:
    read = beside_plan(heading, *rows)
    assert told(read) == READ
    assert [note.code for note in read.notes] == ["table_apart"]
    assert "table_apart" in reasons(read)


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("Overige maatregelen", "Zwemles geven | Els | 2028"),
        ("Planning", "Zwemles geven | Els | 2028"),
        ("Overleg 14 mei", "Zwemles geven | GGD | 2028"),
        ("Overleg 14 mei", "Beweegtuin laten aanleggen | Els | 2028"),
    ],
)
def test_a_heading_an_owner_or_its_words_tie_work_to_the_network(
    heading: str, row: str
) -> None:
    read = beside_plan(heading, "Actie | Wie | Wanneer", row)
    effort = row.partition(" | ")[0]
    assert any(each.text == effort for each in read.elements)


def test_work_that_no_network_links_is_read() -> None:
    read = in_markdown(
        "# Plan\n\n## Doelen\n\n- Meer sport\n\n## Inspanningen\n\n"
        "- Beweegtuin aanleggen\n\n## Afspraken\n\n"
        "| Actie | Wie |\n|---|---|\n| Zaal reserveren | Els |\n"
    )
    assert any(each.text == "Zaal reserveren" for each in read.elements)


def test_a_line_and_headings_behind_a_blank_row_begin_another_table() -> None:
    read = in_csv(
        "Doel;SMART-doel;Inspanning",
        "Meer sport;60% sport in 2028;Beweegtuin aanleggen",
        "",
        "Bespreekpunten",
        "Punt;Toelichting;Van wie",
        "Zaalhuur;Wie betaalt dit;Els",
    )
    assert told(read) == [READ[0], READ[2], READ[4]]


def test_a_pointer_and_a_band_are_told_as_what_they_are() -> None:
    read = in_csv(
        "Doel;Inspanning",
        "Meer sport;Beweegtuin aanleggen",
        "Minder roken;zie doel 1",
    )
    assert "pointer_left" in {note.code for note in read.notes}


@pytest.mark.parametrize(
    "heading",
    [
        "Scenario B: twee kernen (afgevallen)",
        "Landelijk kader",
        "Provinciale opgaven",
        "Wat wil het Rijk?",
    ],
)
def test_headings_say_of_whom_a_whole_table_is(heading: str) -> None:
    read = beside_plan(heading, "Doel | Maatregel", "Lege wegen | Tol heffen")
    assert told(read) == READ


def test_the_goals_of_a_province_in_its_own_plan_are_read() -> None:
    read = in_markdown(
        "# Provinciale visie\n\n## Provinciale opgaven\n\n"
        "| Doel | Maatregel |\n|---|---|\n| Lege wegen | Tol heffen |\n\n"
        "## Wonen\n\n"
        "| Doel | Maatregel |\n|---|---|\n| Meer huizen | Bouwen |\n"
    )
    assert any(each.text == "Lege wegen" for each in read.elements)


def test_cards_of_goals_stand_beside_the_programme_of_a_day() -> None:
    read = in_markdown(
        "# Ouderenplan\n\n| Doel | Vitale ouderen |\n|---|---|\n"
        "| Resultaat | 65% vitaal in 2028 |\n| Activiteiten | Valpreventie |\n"
        "\n## Studiedag\n\n| Tijd | Activiteit | Doel |\n|---|---|---|\n"
        "| 9.00 | Kennismaken | Elkaar leren kennen |\n"
    )
    assert not any("leren kennen" in each.text for each in read.elements)
    assert any(each.text == "Vitale ouderen" for each in read.elements)
