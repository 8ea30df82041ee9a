"""A year to compare with, without the value of that year."""

from tests.rules.said import said


def test_a_year_to_compare_with_needs_its_value() -> None:
    text = """
    smart-doelen:
      - {id: S1, tekst: "Het verzuim daalt in 2028 t.o.v. 2019."}
      - {id: S2, tekst: "Het verzuim daalt in 2028 t.o.v. 2019 (toen 7%)."}
      - {id: S3, tekst: "In 2028 sport 60%. Dat deel daalde in 2021."}
      - {id: S4, tekst: "In 2028 sport 60%.", nulmeting-jaar: "2024"}
      - {id: S5, tekst: "In 2028 sport 60%.", nulmeting-jaar: "2024", nulmeting: 52%}
      - {id: S6, tekst: "In 2019 rookt 12%.", nulmeting-jaar: "2021"}
    """
    assert [words[:2] for words in said("no_start_value", text)] == [
        "S1",
        "S4",
    ]


def test_a_goal_that_no_target_measures_is_asked_too() -> None:
    text = """
    doelen:
      - {id: D1, tekst: "Schoolverzuim neemt af t.o.v. 2019."}
      - id: D2
        tekst: "Minder verzuim t.o.v. 2019."
        smart: ["In 2028 verzuimt 5% (2019: 7%)."]
    """
    assert said("no_start_value", text) == [
        "D1 (goal) compares with 2019, and does not say what the value was then."
    ]
