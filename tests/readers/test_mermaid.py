"""Mermaid flowcharts, as people draw them."""

from textwrap import dedent

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.model import Programme
from tests.documents import noted, told


def chart(text: str) -> Programme:
    return read_bytes(dedent(text).encode(), "plan.mmd")


def refused(text: str) -> str:
    with pytest.raises(DocumentError) as error:
        chart(text)
    return error.value.in_language("en")


SPORT = ["D1 Sport", "I1 Hal > D1"]


@pytest.mark.parametrize(
    "shape",
    [
        "[{}]",
        "({})",
        "([{}])",
        "[[{}]]",
        "[({})]",
        "(({}))",
        "((({})))",
        ">{}]",
        "{{{}}}",
        "[/{}/]",
    ],
)
@pytest.mark.parametrize(
    "label", ["Hal", '"Hal"', '"`**Hal**`"', '" Hal<br/>"']
)
def test_a_label_is_read_in_every_shape(shape: str, label: str) -> None:
    assert (
        told(chart(f"graph TD\nD1[Sport]\nI1{shape.format(label)} --> D1"))
        == SPORT
    )


def test_a_shape_may_be_named_in_fields() -> None:
    assert (
        told(
            chart(
                'flowchart\n D1@{ shape: rect, label: "Sport" }\n'
                " I1@{shape: stadium, label: Hal} --> D1"
            )
        )
        == SPORT
    )


@pytest.mark.parametrize(
    "arrow",
    [
        "-->",
        "---->",
        "==>",
        "--o",
        "--x",
        "-->|draagt bij aan|",
        "---",
        "===",
        "<-->",
        "x--x",
        "e1@-->",
    ],
)
def test_every_line_is_a_link(arrow: str) -> None:
    found = chart(f"flowchart RL\n D1[Sport]\n I1[Hal] {arrow} D1")
    assert told(found) == SPORT
    assert [(each.kind, each.basis) for each in found.links] == [
        ("contributes_to", "stated")
    ]


@pytest.mark.parametrize(
    "arrow",
    ["-.->", "-..->", "-.-", "-. draagt bij aan .->", "-.->|draagt bij aan|"],
)
def test_a_dotted_line_is_an_uncertain_link(arrow: str) -> None:
    assert [
        each.basis
        for each in chart(f"flowchart RL\n I1[Hal] {arrow} D1[Sport]").links
    ] == ["inferred"]


@pytest.mark.parametrize(
    "arrow",
    [
        "-- hangt af van -->",
        "-->|depends on|",
        '-->|"hangt af van"|',
        "== hangt af van ==>",
    ],
)
def test_words_at_a_line_can_say_what_kind_of_link_it_is(arrow: str) -> None:
    (link,) = chart(f"flowchart RL\n D1[Sport] {arrow} I1[Hal]").links
    assert (link.start, link.end, link.kind) == ("D1", "I1", "depends_on")


def test_other_words_at_a_line_are_noted() -> None:
    found = chart("flowchart RL\n I1[Hal] -- via school --> D1[Sport]")
    assert told(found) == SPORT
    assert [note.values for note in found.notes] == [
        {"count": "1", "text": "via school"}
    ]


def test_an_invisible_line_is_no_link() -> None:
    assert chart("flowchart RL\n I1[Hal] ~~~ D1[Sport]").links == ()


def test_chained_and_joined_boxes_are_all_linked() -> None:
    found = chart(
        "flowchart RL\n I1[Hal] & I2[Bad] --> S1[60%] & S2[70%] --> D1[Sport]; I3[Zaal] --> S1"
    )
    assert told(found) == [
        "D1 Sport",
        "S1 60% > D1",
        "S2 70% > D1",
        "I1 Hal > S1, S2",
        "I2 Bad > S1, S2",
        "I3 Zaal > S1",
    ]


def test_arrows_from_goals_to_efforts_are_turned_with_a_note() -> None:
    found = chart(
        "flowchart LR\n D0[Gezond] --> D1[Sport] --> I1[Hal] --> I2[Fundering]"
    )
    assert told(found) == [
        "D0 Gezond",
        "D1 Sport > D0",
        "I1 Hal > D1",
        "I2 Fundering > I1",
    ]
    assert [
        (note.code, note.values["count"], note.values["text"])
        for note in found.notes
    ] == [("arrows_turned", "3", "D0 → D1")]


def test_one_arrow_that_runs_the_other_way_is_turned_alone() -> None:
    found = chart(
        "flowchart LR\n I1[Hal] --> D1[Sport] --> D2[Gezond]\n I2[Bad] --> D1\n D2 --> I3[Plan]"
    )
    assert told(found) == [
        "D1 Sport > D2",
        "D2 Gezond",
        "I1 Hal > D1",
        "I2 Bad > D1",
        "I3 Plan > D2",
    ]


@pytest.mark.parametrize("word", ["goal", "doel", "doelen", "Doelstelling"])
def test_a_class_says_what_a_box_is(word: str) -> None:
    kinds = {
        each.id: each.kind
        for each in chart(
            f"flowchart\n a[Sport]:::{word}\n b[Meer]\n c[Hal]:::inspanning\n class b,d {word}"
        ).elements
    }
    assert kinds == {"a": "goal", "b": "goal", "d": "goal", "c": "effort"}


def test_a_class_says_more_than_a_code() -> None:
    assert [
        each.kind
        for each in chart("flowchart\n D1[Sport]:::inspanning").elements
    ] == ["effort"]


def test_the_name_of_a_group_says_what_its_boxes_are() -> None:
    found = chart("""
        flowchart LR
          subgraph Doelen
            a[Sport]
          end
          subgraph x["SMART-doelen"]
            direction TB
            b[60%]
          end
          subgraph "Inspanningen"
            c[Hal] --> b
          end
          b --> a
    """)
    assert [(each.id, each.kind) for each in found.elements] == [
        ("a", "goal"),
        ("b", "target"),
        ("c", "effort"),
    ]
    assert noted(found) == []


def test_words_or_a_code_before_a_text_say_what_it_is() -> None:
    found = chart(
        "flowchart\n a[Doel 2: Sport]\n b[S4 · 60%]\n c[Inspanning: Hal] --> b --> a\n e[I7: Bad]"
    )
    assert told(found) == ["D2 Sport", "S4 60% > D2", "c Hal > S4", "I7 Bad"]


def test_a_box_that_nothing_says_it_of_is_left_out_with_a_note() -> None:
    found = chart("flowchart\n I1[Hal] --> x[Buurt] --> D1[Sport]\n y[Los]")
    assert told(found) == ["D1 Sport", "I1 Hal"]
    assert [
        (note.code, note.values["text"], note.values["count"])
        for note in found.notes
    ] == [
        ("box_left", "Buurt", "2"),
        ("box_left", "Los", "0"),
    ]


def test_another_group_is_a_theme_of_the_goals_in_it_and_the_group_of_loose_efforts() -> (
    None
):
    found = chart("""
        flowchart
          subgraph g1 [Gezond opgroeien]
            subgraph Doelen
              D1[Sport]
            end
            I1[Hal] --> D1
            I2[Bad]
          end
    """)
    assert told(found) == [
        "T1 Gezond opgroeien",
        "D1 Sport > T1",
        "I1 Hal > D1",
        "I2 Bad",
    ]
    assert found.elements[-1].group == "Gezond opgroeien"
    assert [each.basis for each in found.links] == ["heading", "stated"]
    assert noted(found) == ["theme_from_group"]


def test_what_stands_in_a_goal_serves_it() -> None:
    found = chart(
        "flowchart\n subgraph Thema 1: Wonen\n subgraph a[Doel 1: Sport]\n I1[Hal]\n end\n end"
    )
    assert told(found) == ["T1 Wonen", "D1 Sport > T1", "I1 Hal > D1"]


def test_two_boxes_with_one_code_stay_two_elements() -> None:
    found = chart("flowchart\n a[I1: Hal] --> D1[Sport]\n b[I1: Bad] --> D1")
    assert told(found) == ["D1 Sport", "I1 Hal > D1", "I2 Bad > D1"]
    assert noted(found) == ["id_taken"]


def test_what_only_says_how_it_looks_is_skipped() -> None:
    found = chart("""
        ---
        title: Samen sterk
        config:
          theme: dark
        ---
        %%{init: {"theme":
          "dark"}}%%
        flowchart LR
          %% I9[Nee] --> D1
          accDescr {
            Een tekening
          }
          direction LR
          D1[Sport] ; I1[Hal]:::inspanning --> D1
          classDef inspanning fill:#fff,stroke:#000
          style D1 fill:#f00
          linkStyle 0 stroke:red
          click I1 "javascript:alert(1)" "tip"
    """)
    assert told(found) == SPORT
    assert found.title == "Samen sterk"


def test_entities_are_signs_and_a_label_may_hold_brackets_between_quotes() -> (
    None
):
    found = chart(
        'flowchart\n D1["90% (was #35;1) #quot;van#quot; [ons] &amp; #9829; #x; #lt;b#gt;"]'
    )
    assert found.elements[0].text == '90% (was #1) "van" [ons] & ♥ #x; <b>'


def test_every_element_and_link_knows_its_line() -> None:
    found = chart("flowchart\n\n D1[Sport]\n I1[Hal]\n I1 -->\n D1")
    assert [
        each.places[0].line for each in (*found.elements, *found.links)
    ] == [
        3,
        4,
        5,
    ]


def test_what_is_no_flowchart_is_refused_with_what_it_is() -> None:
    assert refused("%% plan\nsequenceDiagram\n A->>B: x") == (
        "plan.mmd, line 2: this is not a Mermaid flowchart: it begins with “sequenceDiagram”. "
        "A flowchart begins with “flowchart” or “graph”."
    )


def test_all_lines_that_mermaid_does_not_draw_either_are_named() -> None:
    said = refused("flowchart\n D1[Sport --> I1\n end\n subgraph x\n I1 -->\n")
    assert said.splitlines() == [
        "plan.mmd:2: this is not a line of a Mermaid flowchart: “D1[Sport --> I1”.",
        "plan.mmd:3: this is not a line of a Mermaid flowchart: “end”.",
        "plan.mmd:5: this is not a line of a Mermaid flowchart: “I1 -->”.",
        "plan.mmd:4: this subgraph has no end.",
    ]


def test_a_drawing_of_something_else_is_refused() -> None:
    assert refused("flowchart\n a[Start] --> b[Einde]").startswith(
        "plan.mmd: no box says that it is a goal, target or effort."
    )


def test_more_lines_than_anybody_draws_are_refused() -> None:
    many = " & ".join(f"I{n}" for n in range(1000))
    assert "more than 200000 lines" in refused(
        f"flowchart\n {many} --> {many}"
    )


def test_groups_in_groups_without_end_are_refused() -> None:
    assert "nested" in refused("flowchart\n" + "subgraph x\n" * 300)


def test_a_chart_may_name_itself() -> None:
    assert (
        chart("flowchart\n accTitle: Samen sterk\n D1[Sport]").title
        == "Samen sterk"
    )


def test_a_class_may_tell_the_level_of_a_goal() -> None:
    found = chart(
        "flowchart\n a[Sport]:::strategisch_doel\n b[Hal]:::operationeel_doel"
    )
    assert [each.level for each in found.elements] == [
        "strategic",
        "operational",
    ]
