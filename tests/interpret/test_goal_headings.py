"""Goals, themes and references that are headings, numbers on their own lines, and page menus."""

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.model import Programme
from tests.documents import (
    bullet,
    heading,
    in_markdown,
    in_text,
    in_word,
    left,
    noted,
    table,
    told,
    word,
)

SHADE, QUIET = "Meer schaduw op het plein", "Stiller langs de singel"
READ = [
    f"D1 {SHADE}",
    f"D2 {QUIET}",
    "I1 Platanen planten > D1",
    "I2 Zeilen spannen > D1",
    "I3 Drempels weghalen > D2",
]


def in_html(text: str) -> Programme:
    return read_bytes(f"<html><body>{text}</body></html>".encode(), "p.html")


def test_headings_under_one_about_goals_are_goals() -> None:
    read = in_word(
        heading("Onze ambities"),
        heading(SHADE, 2),
        "Wat gaan we doen?",
        bullet("Platanen planten"),
        bullet("Zeilen spannen"),
        heading(QUIET, 2),
        "Wat gaan we doen?",
        bullet("Drempels weghalen"),
    )
    assert told(read) == READ
    assert noted(read) == []


def test_bullets_right_under_such_goals_are_efforts_for_a_person_to_check() -> (
    None
):
    read = in_markdown(
        f"# Doelen\n\nDe raad koos twee doelen.\n\n## {SHADE}\n\n"
        f"- Platanen planten\n- Zeilen spannen\n\n## {QUIET}\n\n- Drempels weghalen\n"
    )
    assert told(read) == READ
    assert noted(read) == ["efforts_under_goals"]
    assert left(read)[-1:] == [("text_left", "De raad koos twee doelen.")]


def test_bullets_under_a_goal_are_left_where_others_are_called_efforts() -> (
    None
):
    read = in_markdown(
        f"## Doel 1: {SHADE}\n\n- De zomers worden heter.\n\nInspanningen:\n\n"
        f"- Platanen planten\n\n## Doel 2: {QUIET}\n\n- Vooral in de avond.\n"
    )
    assert told(read) == [
        f"D1 {SHADE}",
        f"D2 {QUIET}",
        "I1 Platanen planten > D1",
    ]


def test_a_heading_that_any_report_has_is_no_goal() -> None:
    read = in_markdown(
        f"# Doelen\n\n## Achtergrond\n\nHet wordt warmer.\n\n## {SHADE}\n\n"
        f"- Platanen planten\n- Zeilen spannen\n\n## {QUIET}\n\n- Drempels weghalen\n"
    )
    assert told(read) == READ


@pytest.mark.parametrize(
    "line", ["Wij kiezen voor twee doelen.", "Deze nota heeft drie doelen."]
)
def test_a_sentence_that_counts_the_goals_is_none(line: str) -> None:
    read = in_markdown(
        f"# Plan\n\n## Wat wij willen\n\n{line}\n\n## Doel 1: {SHADE}\n\n"
        "Inspanningen:\n\n- Platanen planten\n"
    )
    assert told(read) == [f"D1 {SHADE}", "I1 Platanen planten > D1"]
    assert line in str(read.unread)


def test_the_number_of_a_form_is_no_goal() -> None:
    forms = (
        f"### Kaart {number}\n\n| Doel | {goal} |\n|-|-|\n"
        f"| Resultaat | {number} klachten in 2028 |\n"
        f"| Activiteiten | {work} |\n| Trekker | Team Groen |\n"
        for number, goal, work in (
            (1, SHADE, "Platanen planten"),
            (2, QUIET, "Drempels weghalen"),
        )
    )
    read = in_markdown("## Wat wij willen\n\n" + "\n".join(forms))
    assert [line for line in told(read) if line.startswith("D")] == [
        f"D1 {SHADE}",
        f"D2 {QUIET}",
    ]


@pytest.mark.parametrize("head", ["Pleinen", "Speerpunt warmte"])
def test_a_heading_above_a_table_with_its_own_goals_is_none(head: str) -> None:
    row = "| Doel | Inspanning |\n|-|-|\n| {} | {} |\n"
    read = in_markdown(
        f"# Plan\n\n## Wat wij willen\n\n### {head}\n\n"
        + row.format(SHADE, "Platanen planten")
        + "\n### Water\n\n"
        + row.format(QUIET, "Drempels weghalen")
    )
    assert [line for line in told(read) if line.startswith("D")] == [
        f"D1 {SHADE} > T1",
        f"D2 {QUIET} > T2",
    ]


def test_efforts_under_a_heading_higher_than_the_last_goal_are_not_of_that_goal() -> (
    None
):
    read = in_markdown(
        f"## Doelen\n\n### Doel 1: {SHADE}\n\n### Doel 2: {QUIET}\n\n"
        "## Inspanningen\n\n- Platanen planten\n"
    )
    assert told(read) == [
        f"D1 {SHADE}",
        f"D2 {QUIET}",
        "I1 Platanen planten",
    ]
    assert "list_unlinked" in noted(read)


@pytest.mark.parametrize(
    ("first", "second", "prefix"),
    [
        ("Ambitie 1", "Ambitie 2", ""),
        ("Voor doel 1", "Voor doel 2", ""),
        (SHADE, QUIET, "D"),
    ],
)
def test_under_efforts_the_number_or_name_of_a_goal_refers_to_it(
    first: str, second: str, prefix: str
) -> None:
    """A number is the id of its goal where something refers to it by that number."""
    read = in_word(
        heading("Ambities"),
        "1",
        SHADE,
        "2",
        QUIET,
        heading("Acties per ambitie"),
        heading(first, 2),
        bullet("Platanen planten"),
        bullet("Zeilen spannen"),
        heading(second, 2),
        bullet("Drempels weghalen"),
    )
    assert told(read) == [
        f"{prefix}1 {SHADE}",
        f"{prefix}2 {QUIET}",
        f"I1 Platanen planten > {prefix}1",
        f"I2 Zeilen spannen > {prefix}1",
        f"I3 Drempels weghalen > {prefix}2",
    ]


def test_under_efforts_the_number_of_no_goal_leaves_them_unlinked() -> None:
    read = in_word(
        heading("Ambities"),
        bullet(SHADE),
        heading("Acties per ambitie"),
        heading("Ambitie 4", 2),
        bullet("Platanen planten"),
    )
    assert told(read) == [f"D1 {SHADE}", "I1 Platanen planten"]


def test_letters_before_goals_are_what_a_table_refers_to() -> None:
    read = in_word(
        heading("Doelen"),
        f"a. {SHADE}",
        f"b. {QUIET}",
        heading("Activiteiten"),
        table(
            ["Activiteit", "Voor doel"],
            ["Platanen planten", "a"],
            ["Stil asfalt", "a en b"],
        ),
    )
    assert told(read) == [
        f"a {SHADE}",
        f"b {QUIET}",
        "I1 Platanen planten > a",
        "I2 Stil asfalt > a, b",
    ]


def test_a_name_with_an_initial_is_not_counted() -> None:
    read = in_word(
        heading("Doelen"),
        bullet(SHADE),
        heading("Colofon"),
        "A. de Wit",
        "Met dank aan allen.",
    )
    assert told(read) == [f"D1 {SHADE}"]


def test_themes_stand_above_labelled_lines() -> None:
    read = in_markdown(
        "# Akkoord\n\n## Beleidsthema Groen\n\nDoel:\n\n- Meer bomen\n\nInspanningen:\n\n"
        "- Bomen planten\n\n## Beleidsthema Blauw\n\nDoel:\n\n- Meer vis\n"
    )
    assert told(read) == [
        "T1 Groen",
        "T2 Blauw",
        "D1 Meer bomen > T1",
        "D2 Meer vis > T2",
        "I1 Bomen planten > D1",
    ]


def test_a_heading_for_all_themes_is_none_itself() -> None:
    read = in_markdown(
        "# Speerpunten\n\n## Groen\n\nDoelen:\n\n- Meer bomen\n\n"
        "## Blauw\n\nDoelen:\n\n- Meer vis\n"
    )
    assert told(read)[:2] == ["T1 Groen", "T2 Blauw"]


def test_menus_and_links_of_a_web_page_are_no_efforts() -> None:
    read = in_html(
        "<ul><li>Home</li><li>Zoeken</li></ul><h1>Doel 1: Schone straten</h1>"
        "<h2>Inspanningen</h2><ul><li>Vegen</li></ul>"
        "<ul><li>Privacy</li><li>Toegankelijkheid</li><li>Werken bij ons</li></ul>"
        "<p>Naar boven</p><p>Deel deze pagina</p>"
    )
    assert told(read) == ["D1 Schone straten", "I1 Vegen > D1"]
    assert ("text_left", "Naar boven") in left(read)
    assert ("text_left", "Home") in left(read)


def test_an_address_at_the_foot_of_a_web_page_is_no_effort() -> None:
    read = in_html(
        "<h1>Doel 1: Schone straten</h1><h2>Inspanningen</h2><ul><li>Vegen</li></ul>"
        "<p>Raadhuisplein 1</p><p>Openingstijden</p><p>Proclaimer</p>"
    )
    assert told(read) == ["D1 Schone straten", "I1 Vegen > D1"]


def test_what_a_reading_guide_says_of_words_is_no_element() -> None:
    read = in_markdown(
        "# Leeswijzer\n\nDoel: wat er verandert\n\nInspanning: wat we doen\n\n"
        f"# Programma\n\nDoel: {SHADE}\n\nInspanning: Platanen planten\n"
    )
    assert told(read) == [f"D1 {SHADE}", "I1 Platanen planten > D1"]


def test_a_line_about_what_stands_above_it_heads_no_table() -> None:
    read = in_word(
        heading("Ambitie 1: Schoon water"),
        "Trekker: het waterschap",
        table(["Actie", "Wanneer"], ["Baggeren", "2026"]),
    )
    assert told(read) == ["D1 Schoon water", "I1 Baggeren > D1"]


# refusals


def test_a_document_without_text_says_that_it_is_empty() -> None:
    with pytest.raises(DocumentError, match="this document is empty"):
        read_bytes(word(), "leeg.docx")


def test_a_refusal_tells_which_headings_are_known_and_which_are_not() -> None:
    with pytest.raises(DocumentError) as refused:
        in_text(
            "Menukaart", ["Gerecht", "Trekker", "Prijs"], ["Soep", "Bo", "4"]
        )
    said = str(refused.value)
    assert "dinet knows: “Trekker”" in said
    assert "does not know: “Menukaart”, “Gerecht”, “Prijs”" in said
    assert "--dialect" in said


def test_questions_alone_are_no_network() -> None:
    with pytest.raises(DocumentError, match="not a network"):
        in_word(heading("Wat ga je doen?"), bullet("Je schrijft teksten"))
