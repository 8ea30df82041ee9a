"""What one cell says: statements, bullets, sources, joint programmes and references."""

import pytest

from dinet.document.content import Block, Span
from dinet.interpret.normalise.typed_bullets import (
    lift_typed_bullets,
    lift_typed_numbers,
)
from dinet.interpret.texts.annotations import (
    AnnotatedText,
    extract_annotations,
)
from dinet.interpret.texts.cited_sources import split_sources
from dinet.interpret.texts.element_labels import only_labels, split_label
from dinet.interpret.texts.placeholders import TextKind, classify_text
from tests.documents import (
    bullet,
    heading,
    in_markdown,
    in_text,
    in_word,
    left,
    noted,
    para,
    run,
    table,
    told,
)
from tests.interpret.sport import COACH, EFFORT, GOAL, HEAD, OTHER, TARGET


def efforts(*content: object) -> list[str]:
    read = in_word(table(HEAD, [GOAL, TARGET, list(content)]))
    return [each.text for each in read.elements if each.kind == "effort"]


@pytest.mark.parametrize(
    "content",
    [
        [bullet(EFFORT), bullet(COACH)],
        [EFFORT, COACH],
        [f"- {EFFORT}", f"- {COACH}"],
        [f"– {EFFORT}", f"– {COACH}"],
        [f"• {EFFORT} • {COACH}"],
        [f"\uf0b7 {EFFORT}", f"\uf0a7 {COACH}"],
        [f"o {EFFORT}", f"o {COACH}"],
        [f"1. {EFFORT}", f"2. {COACH}"],
        [f"a) {EFFORT}", f"b) {COACH}"],
        [f"☐ {EFFORT}", f"☑ {COACH}"],
        [f"Inspanning 1: {EFFORT}", f"Inspanning 2: {COACH}"],
    ],
    ids=str,
)
def test_every_paragraph_or_bullet_is_an_effort(content: list[object]) -> None:
    assert efforts(*content) == [EFFORT, COACH]


def test_a_bullet_under_a_bullet_is_part_of_it() -> None:
    read = in_word(
        table(
            HEAD,
            [
                GOAL,
                TARGET,
                [bullet(EFFORT), bullet("Dak leggen.", 1), bullet(COACH)],
            ],
        )
    )
    assert told(read)[2:] == [
        f"I1 {EFFORT} > D1, S1",
        "I1.1 Dak leggen. > I1",
        f"I2 {COACH} > D1, S1",
    ]


def test_a_hyphen_before_a_capital_in_a_bullet_begins_a_sub_item() -> None:
    read = in_word(
        table(
            HEAD,
            [
                GOAL,
                TARGET,
                "• Samen optrekken -Verbinding met sport -Verbinding met zorg",
            ],
        )
    )
    assert told(read)[2:] == [
        "I1 Samen optrekken > D1, S1",
        "I1.1 Verbinding met sport > I1",
        "I1.2 Verbinding met zorg > I1",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sport- en beweegaanbod voor -9 maanden tot 18 jaar, in-/extern.",
        "Jongerenwerk – ook in de avond – uitbreiden",
        "De N34 tussen A en B verbreden",
        "Oefenen met 1,5 meter afstand",
        "3 nieuwe speelplekken aanleggen",
        "1.000 woningen isoleren",
        "CO2: minder uitstoot door isolatie",
        "Opbouwen van een netwerk (flexibel)",
    ],
)
def test_what_only_looks_like_a_bullet_or_label_stays_in_the_text(
    text: str,
) -> None:
    assert efforts(text) == [text]


def test_a_list_without_capitals_or_full_stops_stays_a_list() -> None:
    assert efforts("bouwen van een hal", "aanstellen van een coach") == [
        "bouwen van een hal",
        "aanstellen van een coach",
    ]
    assert efforts("Bouwen van een hal", "aanstellen van een coach") == [
        "Bouwen van een hal",
        "aanstellen van een coach",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Er wordt samen met de", "school een coach aangesteld"),
        ("Er wordt een coach", "aangesteld voor de buurt."),
        ("Een hal", "en een veld"),
    ],
)
def test_a_paragraph_that_goes_on_with_the_one_before_is_part_of_it(
    first: str, second: str
) -> None:
    assert efforts(first, second) == [f"{first} {second}"]


def test_a_bold_title_and_its_explanation_are_one_effort() -> None:
    assert efforts(
        para(run("Sporthal", "b")), "We bouwen een hal in Noord."
    ) == ["Sporthal We bouwen een hal in Noord."]


def test_what_only_introduces_a_list_is_noted() -> None:
    for introduction in ("Wij doen het volgende:", para(run("Sport", "b"))):
        read = in_word(
            table(
                HEAD,
                [GOAL, TARGET, [introduction, bullet(EFFORT), bullet(COACH)]],
            )
        )
        assert [each.text for each in read.elements[2:]] == [EFFORT, COACH]
        assert noted(read) == ["introduction_left"]


def test_paragraphs_of_a_goal_are_one_goal() -> None:
    read = in_word(
        table(
            HEAD,
            [
                f"{GOAL}\nBewegen is gezond. Te weinig kinderen doen het.",
                TARGET,
                EFFORT,
            ],
        )
    )
    assert (
        read.elements[0].text
        == f"{GOAL} Bewegen is gezond. Te weinig kinderen doen het."
    )
    assert noted(read) == ["goal_paragraphs"]


def test_every_paragraph_of_a_target_cell_is_a_target() -> None:
    read = in_word(
        table(HEAD, [GOAL, f"{TARGET}\nIn 2029 sport 70%.\nBron: CBS", EFFORT])
    )
    assert [
        (each.text, each.sources)
        for each in read.elements
        if each.kind == "target"
    ] == [
        (TARGET, ()),
        ("In 2029 sport 70%.", ("CBS",)),
    ]


# sources


@pytest.mark.parametrize(
    ("text", "rest", "sources"),
    [
        (f"{TARGET} Bron: CBS", TARGET, ("CBS",)),
        (
            f"{TARGET} Bron : GGD Gezondheidsmonitor.",
            TARGET,
            ("GGD Gezondheidsmonitor",),
        ),
        (f"{TARGET} (Bron: CBS)", TARGET, ("CBS",)),
        (f"{TARGET} [bron: CBS]", TARGET, ("CBS",)),
        (
            "In 2028 sport 60% (bron: CBS, 2023).",
            "In 2028 sport 60%.",
            ("CBS, 2023",),
        ),
        ("In 2028 (bron: CBS) sport 60%.", "In 2028 sport 60%.", ("CBS",)),
        (
            f"{TARGET} Bron: CBS. In 2021 was dit 50%.",
            f"{TARGET} In 2021 was dit 50%.",
            ("CBS",),
        ),
        (
            f"{TARGET} Bron: CBS (2023), bewerking gemeente",
            TARGET,
            ("CBS (2023), bewerking gemeente",),
        ),
        (
            f"{TARGET} Bronnen: CBS, 2023; GGD en politie",
            TARGET,
            ("CBS, 2023", "GGD", "politie"),
        ),
        (f"{TARGET} Bron: CBS Bron: GGD", TARGET, ("CBS", "GGD")),
        (f"{TARGET} Source: Health Survey", TARGET, ("Health Survey",)),
        ("Bron: CBS", "", ("CBS",)),
        (
            "Er zijn 3 waterbronnen: meer dan nu.",
            "Er zijn 3 waterbronnen: meer dan nu.",
            (),
        ),
        (
            "Aanpak bij de bron: lekken dichten.",
            "Aanpak bij de bron: lekken dichten.",
            (),
        ),
        (f"{TARGET} Bron: -", TARGET, ()),
    ],
)
def test_a_source_is_taken_out_of_the_text(
    text: str, rest: str, sources: tuple[str, ...]
) -> None:
    assert split_sources(text) == (rest, sources)


def test_a_source_above_the_first_target_belongs_to_that() -> None:
    read = in_word(table(HEAD, [GOAL, f"Bron: CBS\n{TARGET}", EFFORT]))
    assert (read.elements[1].text, read.elements[1].sources) == (
        TARGET,
        ("CBS",),
    )


def test_the_same_words_in_another_order_are_the_same_source() -> None:
    read = in_word(
        table(
            HEAD,
            [
                GOAL,
                f"{TARGET} Bron: GGD Monitor\nIn 2029 sport 70%. Bron: monitor GGD",
                EFFORT,
            ],
        )
    )
    assert {
        each.sources for each in read.elements if each.kind == "target"
    } == {("GGD Monitor",)}
    assert noted(read) == ["source_same"]


# joint programmes


@pytest.mark.parametrize(
    "content",
    [
        [
            "'Gezamenlijke uitvoering met Gezond Leven'",
            bullet(EFFORT),
            bullet(COACH),
        ],
        [
            "Gezamenlijke uitvoering met Gezond Leven",
            bullet(EFFORT),
            bullet(COACH),
        ],
        [f"‘Gezamenlijke uitvoering met Gezond Leven’ {EFFORT}", COACH],
        [f"Gezamenlijke aanpak met Gezond Leven: {EFFORT}", COACH],
        [EFFORT, f"{COACH} (gezamenlijke uitvoering met Gezond Leven)"],
    ],
    ids=str,
)
def test_a_joint_programme_holds_for_all_efforts_of_its_cell(
    content: list[object],
) -> None:
    read = in_word(
        table(HEAD, [GOAL, TARGET, content], [OTHER, "", "Iets anders."])
    )
    assert [
        (each.text, each.joint_with)
        for each in read.elements
        if each.kind == "effort"
    ] == [
        (EFFORT, ("Gezond Leven",)),
        (COACH, ("Gezond Leven",)),
        ("Iets anders.", ()),
    ]


# references


def test_a_bracketed_reference_leaves_the_text_and_an_inline_one_stays() -> (
    None
):
    assert extract_annotations(
        "Een coach (zie focuspunt: Sport)."
    ) == AnnotatedText("Een coach.", references=("focuspunt: Sport",))
    assert (
        extract_annotations(
            "Dit staat in zie doel Meer sport; verder niets."
        ).text
        == "Dit staat in zie doel Meer sport; verder niets."
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zie doel 2", "D2"),
        ("zie ook thema Lezen", "T2"),
        ("zie thema 2", "T2"),
        ("zie doel: lezen alle kinderen een boek", "D2"),
        ("zie inspanning: bouwen van een sporthal", "I1"),
    ],
)
def test_a_reference_finds_an_element_by_label_or_words(
    words: str, found: str
) -> None:
    head = ["Nr.", *HEAD]
    rows = (
        ["1", GOAL, TARGET, EFFORT],
        ["2", "Alle kinderen lezen een boek.", "", f"{COACH} ({words})"],
    )
    read = in_word(
        heading("Thema 1: Sport"),
        table(head, rows[0]),
        heading("Thema 2: Lezen"),
        table(head, rows[1]),
    )
    assert [
        (link.start, link.end)
        for link in read.links
        if link.kind == "refers_to"
    ] == [("I2", found)]


@pytest.mark.parametrize(
    "words",
    ["zie bijlage 5", "zie doel 9", "zie thema Wonen", "zie doel: kinderen"],
)
def test_a_reference_to_nothing_here_is_noted(words: str) -> None:
    read = in_word(
        table(HEAD, [GOAL, TARGET, f"{EFFORT} ({words})"], [OTHER, "", COACH])
    )
    assert all(link.kind != "refers_to" for link in read.links)
    assert noted(read) == ["reference_unknown"]


# parts


def test_lists_are_lifted_from_typed_marks() -> None:
    blocks = lift_typed_bullets(
        [
            Block((Span("• een • twee"),)),
            Block((Span("Drie-Vier"),)),
            Block((Span("  "),)),
        ]
    )
    assert [(block.text, block.level) for block in blocks] == [
        ("een", 0),
        ("twee", 0),
        ("Drie-Vier", None),
    ]
    assert [
        block.level
        for block in lift_typed_numbers(
            [Block((Span("1. een"),)), Block((Span("2 twee"),))]
        )
    ] == [0, None]


def test_a_bullet_in_a_run_of_its_own_is_taken_off() -> None:
    (block,) = lift_typed_bullets(
        [Block((Span(" "), Span("o"), Span(" oogst")))]
    )
    assert (block.text, block.level) == ("oogst", 0)


def test_what_only_guides_line_breaks_is_no_part_of_a_text() -> None:
    assert (
        Block((Span("Samen\u00adwerken\u200b aan\u00a0sport"),)).text
        == "Samenwerken aan sport"
    )


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Doel 2: Meer sport", "goal", ("2", "Meer sport")),
        ("Doel 2: Meer sport", "effort", ("", "Doel 2: Meer sport")),
        ("D1. Meer sport", "goal", ("D1", "Meer sport")),
        ("(3) meer sport", "goal", ("3", "meer sport")),
        ("2.1 Meer sport", "goal", ("2.1", "Meer sport")),
        ("2.1 miljoen euro", "goal", ("", "2.1 miljoen euro")),
        ("2028. Meer sport", "goal", ("", "2028. Meer sport")),
        ("1.", "goal", ("", "1.")),
    ],
)
def test_a_label_is_split_from_its_text(
    text: str, kind: str, found: tuple[str, str]
) -> None:
    assert split_label(text, kind) == found


def test_a_cell_may_consist_of_labels() -> None:
    assert only_labels("D1, D3 en D4", "goal") == ("D1", "D3", "D4")
    assert only_labels("1 t/m 3", "goal") == ("1", "2", "3")
    assert only_labels("3 - 1", "goal") == ("3", "1")
    assert only_labels("A", "goal") == ("A",)
    assert [
        only_labels(text, "goal")
        for text in ("2028", "60%", "Hal A", "Inspanning 1", "x" * 200)
    ] == [()] * 5


def test_words_that_state_nothing_are_told_apart() -> None:
    found = {
        text: classify_text(text)
        for text in (
            "Meer sport",
            "-",
            "idem",
            "n.t.b.",
            "x",
            "✓",
            "[naam]",
            "(nog te bepalen)",
            "-" * 100,
        )
    }
    assert list(found.values()) == [
        TextKind.STATEMENT,
        TextKind.NOTHING,
        TextKind.DITTO,
        TextKind.PLACEHOLDER,
        TextKind.CHECKMARK,
        TextKind.CHECKMARK,
        TextKind.PLACEHOLDER,
        TextKind.PLACEHOLDER,
        TextKind.NOTHING,
    ]


def test_none_of_a_kind_is_no_element_in_more_words_either() -> None:
    found = map(
        classify_text,
        ("geen nieuwe acties", "Nog geen apart doel", "Geen natte kelders"),
    )
    assert list(found) == [
        TextKind.NOTHING,
        TextKind.NOTHING,
        TextKind.STATEMENT,
    ]


def test_what_only_says_where_an_element_stands_is_none_and_is_told() -> None:
    read = in_text(
        ["Doelen", "SMART-doelen", "Inspanningen"],
        ["Meer sport.", "In 2028 sport 60%.", "Een hal bouwen."],
        ["Meer spel.", "zie doel 1", "Zie om naar elkaar"],
        ["Meer rust.", "idem als 1.1", "zie vorige bladzijde"],
    )
    assert told(read) == [
        "D1 Meer sport.",
        "D2 Meer spel.",
        "D3 Meer rust.",
        "S1 In 2028 sport 60%. > D1",
        "I1 Een hal bouwen. > D1, S1",
        "I2 Zie om naar elkaar > D2",
    ]
    assert [text for _, text in left(read)] == [
        "zie doel 1",
        "idem als 1.1",
        "zie vorige bladzijde",
    ]


def test_what_does_not_say_which_goals_it_means_is_no_goal() -> None:
    read = in_text(
        ["Doelen", "Inspanningen"],
        ["Meer sport.", "Een hal bouwen."],
        ["Meer spel.", "n.v.t. (loopt via doel 1)"],
        ["Beide doelen", "Een folder maken."],
    )
    assert told(read) == [
        "D1 Meer sport.",
        "D2 Meer spel.",
        "I1 Een hal bouwen. > D1",
        "I2 Een folder maken.",
    ]


def test_a_code_that_more_is_said_of_is_no_goal_among_codes() -> None:
    read = in_markdown(
        "| Nr | Doel |\n|-|-|\n| A | Stille straten |\n| B | Snelle bussen |\n\n"
        "| Maatregel | Doel |\n|-|-|\n| Drempels | A |\n| Busbaan | B |\n"
        "| Knip | A, maar remt B |\n"
    )
    assert told(read) == [
        "A Stille straten",
        "B Snelle bussen",
        "I1 Drempels > A",
        "I2 Busbaan > B",
        "I3 Knip",
    ]


def test_codes_that_begin_anew_in_another_chapter_are_other_goals() -> None:
    rows = "| Code | Doel | Inspanning |\n|-|-|-|\n"
    read = in_markdown(
        f"# Plan\n\n## Zorg\n\n{rows}| D1 | Zorg dichtbij | Post openen |\n"
        "| D2 | Zorg betaalbaar | Samen inkopen |\n\n"
        f"## Wonen\n\n{rows}| D1 | Wonen dichtbij werk | Kantoor ombouwen |\n"
        "| D2 | Wonen betaalbaar | Lenen |\n"
    )
    goals = [each.text for each in read.elements if each.kind == "goal"]
    assert goals == [
        "Zorg dichtbij",
        "Zorg betaalbaar",
        "Wonen dichtbij werk",
        "Wonen betaalbaar",
    ]


def test_what_is_named_as_not_meant_is_not_linked_and_is_told() -> None:
    read = in_markdown(
        "| Code | Doel |\n|-|-|\n| D1 | Stille straten |\n| D2 | Snelle bussen |\n"
        "| D3 | Veilige paden |\n\n| Code | Inspanning | Draagt bij aan |\n|-|-|-|\n"
        "| I1 | Drempels | D1, niet D2 |\n| I2 | Busbaan | D2 (anders dan D1) |\n"
        "| I3 | Lampen | alle behalve D1 |\n| I4 | Borden | D1 t/m D3, niet D2 |\n"
    )
    assert told(read)[3:] == [
        "I1 Drempels > D1",
        "I2 Busbaan > D2",
        "I3 Lampen",
        "I4 Borden",
    ]
    words = [text for _, text in left(read)]
    assert {"niet D2", "(anders dan D1)"} < set(words)
    assert {"alle behalve D1", "D1 t/m D3, niet D2"} < set(words)
