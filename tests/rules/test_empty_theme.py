"""A theme without goals is told once, and not when the whole programme has none."""

from dinet.rules.empty_theme import check
from tests.builder import network
from tests.rules.said import said


def test_a_theme_whose_goals_all_belong_elsewhere_is_empty() -> None:
    world = network("""
        focuspunten: [{id: T1, naam: Wonen}, {id: T2, naam: Sport}]
        doelen: [{tekst: Meer sport., focuspunt: T2}]
    """)
    assert [theme.id for theme, _ in check.check(world)] == ["T1"]


def test_a_programme_without_goals_has_another_fault() -> None:
    assert (
        list(check.check(network("focuspunten: [{id: T1, naam: Wonen}]")))
        == []
    )


def test_a_heading_over_efforts_of_a_matrix_is_no_theme_without_goals() -> (
    None
):
    text = """
    focuspunten: [{id: T1, naam: Wonen}, {id: T2, naam: Werk}]
    doelen: [{id: D1, tekst: Een passend huis.}]
    inspanningen:
      - {tekst: Woningen labelen., groep: wonen, voor: [D1]}
    """
    assert said("empty_theme", text) == ["Theme T2 has no goal."]
