"""Networks in lines that say themselves what they are, in paragraphs, lists and cells."""

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.model import Programme
from tests.documents import (
    Xml,
    bullet,
    heading,
    in_markdown,
    in_text,
    in_word,
    left,
    table,
    told,
)

CLEAN, DRY = "De vijver is helder", "Kelders blijven droog"


def in_html(text: str) -> Programme:
    return read_bytes(f"<html><body>{text}</body></html>".encode(), "p.html")


def owners(programme: Programme) -> dict[str, tuple[str, ...]]:
    """The owners of each element that has any, by its id."""
    return {each.id: each.owners for each in programme.elements if each.owners}


def broken(*lines: str) -> Xml:
    """A paragraph of Word with a line break between these lines."""
    inside = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines)
    return Xml(f"<w:p><w:r>{inside}</w:r></w:p>")


LABELLED = [
    f"D1 {CLEAN}",
    f"D2 {DRY}",
    "S1 zicht tot 2 meter in 2029 > D1",
    "I1 slib weghalen > D1",
    "I2 riet planten > D1",
    "I3 pomp plaatsen > D2",
]


def test_everyday_labels_are_a_network_when_there_are_several_goals() -> None:
    read = in_text(
        f"Doel: {CLEAN}",
        "Resultaat: zicht tot 2 meter in 2029",
        "Acties: slib weghalen; riet planten",
        f"Doel: {DRY}",
        "Acties:",
        "- pomp plaatsen",
    )
    assert told(read) == LABELLED
    assert {link.basis for link in read.links} == {"heading"}


def test_labels_in_the_levels_of_a_list_say_the_same() -> None:
    read = in_markdown(
        f"- Doel: {CLEAN}\n"
        "  - Resultaat: zicht tot 2 meter in 2029\n"
        "  - Acties:\n"
        "    - slib weghalen\n"
        "    - riet planten\n"
        f"- Doel: {DRY}\n"
        "  - Actie: pomp plaatsen\n"
    )
    assert told(read) == LABELLED


def test_labels_at_one_level_of_a_list_head_the_items_after_them() -> None:
    read = in_word(
        bullet(f"Doel: {CLEAN}"),
        bullet("Resultaat: zicht tot 2 meter in 2029"),
        bullet("Acties:"),
        bullet("slib weghalen"),
        bullet("riet planten"),
        bullet(f"Doel: {DRY}"),
        bullet("Acties:"),
        bullet("pomp plaatsen"),
    )
    assert told(read) == LABELLED


def test_labels_in_broken_lines_of_a_paragraph_say_the_same() -> None:
    read = in_word(
        broken(
            f"Doel: {CLEAN}",
            "Resultaat: zicht tot 2 meter in 2029",
            "Acties: slib weghalen; riet planten",
        ),
        broken(f"Doel: {DRY}", "Acties:"),
        bullet("pomp plaatsen"),
    )
    assert told(read) == LABELLED
    read = in_html(
        f"<p><b>Doel:</b> {CLEAN}<br>Resultaat: zicht tot 2 meter in 2029<br>"
        "Acties: slib weghalen; riet planten</p>"
        f"<p>Doel: {DRY}<br>Acties:</p><ul><li>pomp plaatsen</li></ul>"
    )
    assert told(read) == LABELLED
    read = in_markdown(
        f"**Doel:** {CLEAN}\n**Resultaat:** zicht tot 2 meter in 2029\n"
        "**Acties:** slib weghalen; riet planten\n\n"
        f"**Doel:** {DRY}\n*Acties:*\n- pomp plaatsen\n"
    )
    assert told(read) == LABELLED


def test_labels_in_cells_stand_under_what_the_row_is_about() -> None:
    read = in_word(
        table(
            ["Gebied", "Inhoud"],
            ["Park", f"Doel: {CLEAN}\nActies: slib weghalen; riet planten"],
            [
                "Dijk",
                f"Doel: {DRY}\nActie: pomp plaatsen\nWie: het waterschap",
            ],
        )
    )
    assert told(read) == [
        "T1 Park",
        "T2 Dijk",
        f"D1 {CLEAN} > T1",
        f"D2 {DRY} > T2",
        "I1 slib weghalen > D1",
        "I2 riet planten > D1",
        "I3 pomp plaatsen > D2",
    ]
    assert owners(read) == {"I3": ("het waterschap",)}


def test_one_goal_with_its_result_and_actions_is_a_network_too() -> None:
    read = in_text(
        f"Doel: {CLEAN}",
        "Resultaat: zicht tot 2 meter",
        "Acties:",
        "- baggeren",
    )
    assert [line[:2] for line in told(read)] == ["D1", "S1", "I1"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Doel: kennismaken", "Actie: zaal boeken", "Actie: taart halen"],
        [
            "Notulen bestuur",
            "Doel: begroting bespreken",
            "Actie: stukken mailen",
            "Doel: rondvraag voorbereiden",
            "Actie: lunch bestellen",
        ],
        [
            "Geachte buren,",
            "Doel: u informeren",
            "Resultaat: u weet het",
            "Acties: hek sluiten",
        ],
        ["Doel van het overleg: data prikken", "Acties:", "- mail sturen"],
    ],
    ids=["one goal", "minutes", "letter", "goal of the meeting"],
)
def test_labels_of_minutes_and_letters_are_no_network(
    lines: list[str],
) -> None:
    with pytest.raises(DocumentError, match=r"not a network|no goals"):
        in_text(*lines)


def test_a_goal_of_the_document_itself_is_left_where_there_is_a_network() -> (
    None
):
    read = in_word(
        "Doel van deze bijeenkomst: luisteren.",
        table(["Doel", "Inspanning"], [CLEAN, "Baggeren"]),
    )
    assert told(read) == [f"D1 {CLEAN}", "I1 Baggeren > D1"]
    assert left(read) == [
        ("text_left", "Doel van deze bijeenkomst: luisteren.")
    ]


def test_a_label_after_a_line_with_an_open_end_begins_something() -> None:
    read = in_text(
        "Doelstelling: De straat kan het water aan",
        "Indicator: geen plassen na een uur",
        "Maatregelen: goten verbreden",
    )
    assert told(read) == [
        "D1 De straat kan het water aan",
        "S1 geen plassen na een uur > D1",
        "I1 goten verbreden > D1",
    ]


def test_projects_before_their_goals_serve_the_goal_of_their_own_block() -> (
    None
):
    read = in_text(
        "Project: vlonder bouwen",
        f"Doel: {CLEAN}",
        "Resultaat: 300 bezoekers per week",
        "Project: drempel leggen",
        "Trekker: de aannemer",
        f"Doel: {DRY}",
    )
    assert told(read) == [
        f"D1 {CLEAN}",
        f"D2 {DRY}",
        "S1 300 bezoekers per week > D1",
        "I1 vlonder bouwen > D1",
        "I2 drempel leggen > D2",
    ]
    assert owners(read) == {"I2": ("de aannemer",)}


def test_a_goal_deeper_in_the_list_serves_the_one_above_it() -> None:
    read = in_markdown(
        "- Hoofddoel: Een gezonde stad\n"
        "  - Subdoel: Minder rook\n"
        "    - Actie: Rookvrij plein\n"
        "  - Subdoel: Meer beweging\n"
        "    - Actie: Beweegroute\n"
    )
    assert told(read) == [
        "D1 Een gezonde stad",
        "D2 Minder rook > D1",
        "D3 Meer beweging > D1",
        "I1 Rookvrij plein > D2",
        "I2 Beweegroute > D3",
    ]


def test_key_results_hang_on_their_objective() -> None:
    read = in_markdown(
        "## Objective: Customers stay\n\n- KR1: Churn below 3%\n- KR2: 60% order again\n\n"
        "Initiatives:\n\n- Welcome calls\n\n"
        "## Objective: Releases are boring\n\n- KR1: One rollback a quarter\n"
    )
    assert told(read) == [
        "D1 Customers stay",
        "D2 Releases are boring",
        "S1 Churn below 3% > D1",
        "S2 60% order again > D1",
        "S3 One rollback a quarter > D2",
        "I1 Welcome calls > D1",
    ]


def test_an_item_less_deep_than_a_list_of_actions_is_none_of_them() -> None:
    read = in_markdown(
        "- Programma: Water\n"
        f"  - Doel: {CLEAN}\n"
        "    - Acties:\n"
        "      - slib weghalen\n"
        "- Programma: Straat\n"
        f"  - Doel: {DRY}\n"
        "    - Acties:\n"
        "      - pomp plaatsen\n"
    )
    assert told(read) == [
        "T1 Water",
        "T2 Straat",
        f"D1 {CLEAN} > T1",
        f"D2 {DRY} > T2",
        "I1 slib weghalen > D1",
        "I2 pomp plaatsen > D2",
    ]


# what lines say of what they stand under


def test_a_line_before_the_actions_tells_of_all_of_them_and_one_after_an_action_of_that() -> (
    None
):
    read = in_text(
        f"Doel: {CLEAN}",
        "Trekker: team Groen",
        "Budget: € 9.000",
        "Acties:",
        "- slib weghalen",
        "- riet planten",
        "  - trekker: de hengelclub",
        f"Doel: {DRY}",
        "Actie: pomp plaatsen",
        "Wie: de buurt, wanneer: 2027",
    )
    assert owners(read) == {
        "I1": ("team Groen",),
        "I2": ("de hengelclub",),
        "I3": ("de buurt",),
    }
    by_id = {each.id: each for each in read.elements}
    assert by_id["I3"].period == "2027"
    # one sum for several actions is not told twice
    assert [each.id for each in read.elements if each.budget] == ["D1"]


def test_what_stands_behind_an_action_on_its_line_is_said_of_it() -> None:
    read = in_text(
        f"Doel 1: {CLEAN}",
        "Inspanning: baggeren - trekker: team Groen - wanneer: 2028",
        "Inspanning: riet planten; kosten: € 500",
    )
    assert told(read)[1:] == ["I1 baggeren > D1", "I2 riet planten > D1"]
    first, second = read.elements[1:]
    assert (first.owners, first.period) == (("team Groen",), "2028")
    assert second.budget == "€ 500"


def test_a_period_after_an_owner_is_no_owner() -> None:
    read = in_word(
        heading("Inspanningen"), bullet("Zwemles (trekker: de club, 2027)")
    )
    (effort,) = read.elements
    assert (effort.text, effort.owners) == ("Zwemles", ("de club",))
    assert effort.period == "2027"


def test_lines_with_numbers_after_an_indicator_are_its_values() -> None:
    read = in_text(
        f"Doel: {CLEAN}",
        "Indicator: zicht in meters",
        "Nulmeting 2025: 1",
        "Streefwaarde 2029: 2",
        "Bron: de boswachter",
        "Acties: baggeren",
        f"Doel: {DRY}",
        "Acties: pompen",
    )
    target = next(each for each in read.elements if each.kind == "target")
    assert target.target is not None
    assert (target.target.baseline, target.target.value) == ("1", "2")
    assert target.sources == ("de boswachter",)


def test_an_owner_with_no_action_under_a_goal_is_that_of_the_goal() -> None:
    read = in_word(
        heading("Doel 1: Meer groen"),
        "Trekker: team Groen",
        heading("Doel 2: Minder grijs"),
        "Inspanning: tegels wippen",
    )
    assert owners(read) == {"D1": ("team Groen",)}


def test_money_named_in_a_list_of_actions_may_be_one_of_them() -> None:
    read = in_word(
        heading("Inspanningen"),
        bullet("Zaal verbouwen"),
        bullet("Subsidie: regeling voor clubs maken"),
    )
    assert len(read.elements) == 2


def test_a_goal_named_by_its_number_in_brackets_is_served() -> None:
    read = in_markdown(
        "## Doelen\n\n1. Schone lucht\n2. Stille straten\n\n## Inspanningen\n\n"
        "- Milieuzone (voor doel 1)\n- Stil asfalt (doel 1 en 2)\n- Spelen (doel 7)\n"
    )
    assert told(read)[2:] == [
        "I1 Milieuzone > 1",
        "I2 Stil asfalt > 1, 2",
        "I3 Spelen",
    ]
    unknown = [note for note in read.notes if note.code == "reference_unknown"]
    assert [note.values["text"] for note in unknown] == ["doel 7"]
