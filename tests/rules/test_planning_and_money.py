"""Rules on time and money: a field speaks only where a document uses it."""

import pytest

import dinet
from tests.rules.said import found, said


def efforts(*fields: str) -> str:
    return "inspanningen:\n" + "".join(
        f"  - {{tekst: Werk {number}{field and ', ' + field}}}\n"
        for number, field in enumerate(fields, 1)
    )


def test_an_effort_without_time_is_told_where_most_have_one() -> None:
    assert said("no_period", efforts("periode: 2026", "fase: loopt", "")) == [
        "Effort I3 has no period or phase: “Werk 3”."
    ]
    assert said("no_period", efforts("periode: 2026", "", "")) == []


def test_a_part_of_an_effort_has_the_time_and_money_of_the_whole() -> None:
    text = efforts("periode: 2026, budget: € 5", "onderdeel-van: I1")
    assert said("no_period", text) == []
    assert said("effort_without_budget", text) == []


def test_a_period_that_runs_back_is_told_in_every_notation() -> None:
    back = (
        "2028-2026",
        "2028 - 2026",
        "mei 2027 t/m maart 2026",
        "Q3 2027 - Q1 2027",
        "01-06-2027; 01-05-2027",
    )
    fine = (
        "2026-2028",
        "2026-28",
        "2027; 2026",
        "vanaf 2027",
        "2026",
        "ooit - nooit",
        "n.t.b.",
        "01-05-2027; 01-06-2027",
    )
    text = efforts(*(f"periode: '{words}'" for words in (*back, *fine)))
    assert [
        words.split("“")[1] for words in said("period_reversed", text)
    ] == [f"{words}”." for words in back]


def test_the_place_of_a_reversed_period_is_its_cell() -> None:
    text = """
        inspanningen:
          - tekst: Bouwen
            periode: 2028-2026
            velden: [{veld: periode, plaats: {bestand: p.xlsx, blad: Plan, rij: 4, kolom: 6}}]
    """
    (finding,) = found("period_reversed", text)
    assert str(finding.places[0].as_sentence()) == "p.xlsx!Plan!F4"


def test_an_effort_that_ends_after_its_target_comes_too_late() -> None:
    text = """
        smart-doelen:
          - {id: S1, tekst: In 2027 rookt 5%.}
          - {id: S2, tekst: Minder rokers}
        inspanningen:
          - {id: I1, tekst: Een, voor: S1, periode: 2026-2028}
          - {id: I2, tekst: Twee, voor: S1, periode: 2026-2027}
          - {id: I3, tekst: Drie, voor: S1, periode: vanaf 2026}
          - {id: I4, tekst: Vier, voor: S2, periode: 2030}
    """
    assert said("effort_after_target", text) == [
        "Effort I1 runs until 2028, after the year of target S1: 2027."
    ]


def row(number: int, *tables: int, planned: bool) -> str:
    places = ", ".join(
        f"{{bestand: p.docx, tabel: {table}, rij: {number}}}"
        for table in tables
    )
    planning = "    planning: [{periode: '2026', fase: start}]\n" * planned
    return f"  - tekst: Werk {number}\n{planning}    herkomst: [{places}]\n"


REPEATED = "inspanningen:\n" + "".join(
    row(number, 1, 2, planned=True) for number in (1, 2, 3)
)


def test_two_lists_that_have_drifted_apart_are_told_on_both_sides() -> None:
    text = REPEATED + row(4, 1, planned=False) + row(5, 2, planned=True)
    assert said("planning_drift", text) == [
        "Effort I5 stands in the planning only: “Werk 5”.",
        "Effort I4 is not in the planning: “Werk 4”.",
    ]
    assert said("no_period", text) == []


def test_many_efforts_that_the_planning_lacks_are_told_together() -> None:
    missing = [row(number, 1, planned=False) for number in range(4, 10)]
    assert said("planning_drift", REPEATED + "".join(missing)) == [
        "Of the 9 efforts 6 are not in the planning: I4, I5, I6, I7, I8, I9."
    ]


def test_a_table_with_its_planning_in_columns_is_no_second_list() -> None:
    text = "inspanningen:\n" + "".join(
        row(number, 1, planned=number < 5) for number in range(1, 7)
    )
    assert said("planning_drift", text) == []
    assert [words[7:9] for words in said("no_period", text)] == ["I5", "I6"]


def test_a_slip_in_a_phase_is_told_once_with_what_is_meant() -> None:
    text = efforts(
        "fase: Uitvoeirng",
        "fase: uitvoeirng",
        "fase: Uitvoering",
        "fase: Fase 2a",
    )
    assert said("unknown_phase", text) == [
        "The phase “Uitvoeirng” of I1 (effort) looks misspelt: “uitvoering”? "
        "2 elements have it."
    ]


def test_a_phase_of_its_own_is_its_own_affair_unless_it_slips() -> None:
    own = efforts("fase: Broedtijd", "fase: Broedtijd", "fase: Broedtij")
    assert said("unknown_phase", own) == [
        "The phase “Broedtij” of I3 (effort) looks misspelt: “broedtijd”?"
    ]
    assert (
        said("unknown_phase", efforts("fase: Vliegen", "fase: n.t.b.")) == []
    )


def test_a_slip_in_a_planning_is_told_at_its_row() -> None:
    text = REPEATED.replace("fase: start", "fase: Vorbereiding")
    (finding,) = found("unknown_phase", text)
    assert str(finding.places[0].as_sentence()) == "p.docx, table 2, row 1"


def test_a_goal_of_ongoing_work_only_is_told() -> None:
    text = """
        doelen: [{id: D1, tekst: Een}, {id: D2, tekst: Twee}]
        inspanningen:
          - {id: I1, tekst: Geven, voor: D1, fase: Doorlopend}
          - {id: I2, tekst: Bouwen, voor: D2, periode: 2026}
          - {id: I3, tekst: Helpen, voor: [D1, D2], periode: continu}
    """
    assert said("only_ongoing_efforts", text) == [
        "Goal D1 is served by ongoing work only: I1, I3."
    ]


def test_money_that_is_open_is_money() -> None:
    text = efforts("budget: € 5", "budget: p.m.", "")
    assert said("effort_without_budget", text) == [
        "Effort I3 has no budget: “Werk 3”."
    ]
    assert said("effort_without_budget", efforts("budget: € 5", "", "")) == []


def test_a_goal_without_budget_is_told_where_most_goals_have_one() -> None:
    text = """
        doelen:
          - {id: D1, tekst: Een, budget: € 5}
          - {id: D2, tekst: Twee}
          - {id: D3, tekst: Drie, voor: D1}
          - {id: D4, tekst: Vier, budget: p.m.}
    """
    assert said("goal_without_budget", text) == [
        "Goal D2 has no budget: “Twee”."
    ]


def test_money_that_serves_no_goal_is_told_unless_another_rule_says_it() -> (
    None
):
    text = """
        doelen: [{id: D1, tekst: Een}]
        smart-doelen: [{id: S1, tekst: Los}, {id: S2, tekst: Vast, voor: D1}]
        inspanningen:
          - {id: I1, tekst: Een, voor: S1, budget: € 5}
          - {id: I2, tekst: Twee, voor: S2, budget: € 5}
          - {id: I3, tekst: Drie, budget: € 5}
    """
    assert said("budget_without_goal", text) == [
        "I1 (effort) has a budget, “€ 5”, and serves no goal."
    ]


SHARED = """
    doelen:
      - {{id: D1, tekst: Een, budget: "{first}"}}
      - {{id: D2, tekst: Twee, budget: "{second}"}}
    inspanningen:
      - {{id: I1, tekst: Samen, budget: "{shared}", voor: [D1, D2]}}
      - {{id: I2, tekst: Alleen, budget: "€ 20", voor: D2}}
"""


def test_a_shared_amount_that_is_whole_in_two_goals_is_counted_twice() -> None:
    twice = SHARED.format(first="€ 100", second="€ 120", shared="€ 100")
    assert said("budget_counted_twice", twice) == [
        "The budget of effort I1, “€ 100”, is counted whole under D1, D2."
    ]
    split = SHARED.format(first="€ 50", second="€ 70", shared="€ 100")
    unknown = SHARED.format(first="€ 100", second="€ 120", shared="p.m.")
    assert said("budget_counted_twice", split) == []
    assert said("budget_counted_twice", unknown) == []


def test_a_policy_area_is_a_number_with_or_without_a_name() -> None:
    def area(words: str) -> str:
        return (
            "inspanningen: [{tekst: Bouwen, extra: [{kop: 'Taakveld:', "
            f"tekst: '{words}'}}]}}]"
        )

    for right in ("5.2", "6.71a", "5.2 Sport; en recreatie", "0.4, 0.5", ""):
        assert said("invalid_taakveld", area(right)) == []
    for wrong in ("sport", "5", "5.2.1", "62", "Taakveld 5.2"):
        assert said("invalid_taakveld", area(wrong)) == [
            f"I1 (effort) has a policy area (taakveld) without a number: “{wrong}”."
        ]


def test_two_cells_under_begin_and_end_are_a_period() -> None:
    document = """
| Doel | Inspanning | Start | Eind |
|---|---|---|---|
| Meer sport | Hal bouwen | 2028 | 2026 |
| Meer spel | Plein openen | 2026 | 2028 |
"""
    programme = dinet.read_bytes(document.encode(), "plan.md")
    told = [
        str(finding.sentence)
        for finding in dinet.audit(programme)
        if finding.code == "DP602"
    ]
    assert told == [
        "The period of I1 (effort) ends before it begins: “2028; 2026”."
    ]


@pytest.mark.parametrize(
    ("effort", "count"),
    [
        ("Evalueren van de proef.", 0),
        ("Borging in de wijkteams.", 0),
        ("Uitbreiden van de evaluatie.", 1),
    ],
)
def test_an_evaluation_may_come_after_the_year_of_its_target(
    effort: str, count: int
) -> None:
    text = f"""
    smart-doelen: [{{id: S1, tekst: In 2026 sport 60% van de jeugd.}}]
    inspanningen:
      - {{tekst: {effort}, voor: [S1], periode: 2026-2027}}
    """
    assert len(said("effort_after_target", text)) == count
