"""Rules on how the kinds of element hang together."""

from tests.rules.said import said


def test_an_effort_for_a_theme_passes_by_its_goals() -> None:
    text = """
        focuspunten: [{id: T1, naam: Wonen}]
        doelen: [{id: D1, tekst: Meer huizen, focuspunt: T1}]
        inspanningen:
          - {id: I1, tekst: Bouwen, voor: [D1, T1]}
          - {id: I2, tekst: Slopen, voor: T1}
    """
    # I2 serves no goal at all, which another rule says
    assert said("link_not_allowed", text) == [
        "I1 (effort) cannot serve T1 (theme) without a goal between."
    ]


def test_a_plan_without_goals_may_list_efforts_under_themes() -> None:
    text = """
        focuspunten: [{id: T1, naam: Wonen}]
        smart-doelen: [{id: S1, tekst: Iets, voor: T1}]
    """
    assert said("link_not_allowed", text) == []


def test_a_goal_that_serves_its_effort_is_upside_down() -> None:
    text = """
        doelen: [{id: D1, tekst: Meer huizen}]
        inspanningen: [{id: I1, tekst: Bouwen}]
        resultaten: [{id: R1, tekst: Huizen staan er}]
        smart-doelen: [{id: S1, tekst: Honderd huizen, meet: R1}]
        verbanden:
          - {van: D1, naar: I1, soort: draagt bij aan}
          - {van: I1, naar: D1, soort: verwijst naar}
    """
    assert said("upside_down_link", text) == [
        "The link from D1 (goal) to I1 (effort) is upside down."
    ]


def test_an_effort_for_a_strategic_goal_skips_the_rung_of_the_others() -> None:
    goals = """
        doelen:
          - {id: D1, tekst: Hoog, niveau: strategisch}
          - {id: D2, tekst: Laag, niveau: operationeel, voor: D1}
          - {id: D3, tekst: Alleen, niveau: strategisch}
    """
    efforts = """
        inspanningen:
          - {id: I1, tekst: Een, voor: D2}
          - {id: I2, tekst: Twee, voor: [D1, D2]}
          - {id: I3, tekst: Drie, voor: D3}
    """
    assert said("layer_skipped", goals + efforts) == [
        "Effort I2 serves strategic goal D1 itself: what stands between them?"
    ]
    most = efforts.replace("voor: D2}", "voor: D1}").replace(
        "voor: D3}", "voor: D1}"
    )
    assert said("layer_skipped", goals + most) == []


def test_a_capability_on_an_island_is_told_where_others_serve_something() -> (
    None
):
    text = """
        doelen: [{id: D1, tekst: Meer huizen}]
        vermogens:
          - {id: V1, tekst: Sneller vergunnen, voor: D1}
          - {id: V2, tekst: Beter overleggen}
    """
    assert said("unreachable", text) == [
        "V2 (capability) serves nothing: no way leads from “Beter overleggen” to a "
        "goal."
    ]
    assert said("unreachable", text.replace(", voor: D1", "")) == []


def test_only_secondary_links_are_told_where_some_link_is_the_main_one() -> (
    None
):
    text = """
        doelen: [{id: D1, tekst: Een}, {id: D2, tekst: Twee}]
        inspanningen:
          - {tekst: Bouwen, voor: [{naar: D1, gewicht: primair}]}
          - {tekst: Slopen, voor: [{naar: D1, gewicht: secundair}, {naar: D2, gewicht: s}]}
    """
    assert said("only_supporting_links", text) == [
        "I2 (effort) has only secondary links: “Slopen”."
    ]
    no_main = text.replace("gewicht: primair", "gewicht: '++'")
    assert said("only_supporting_links", no_main) == []


def test_an_effort_for_every_goal_of_four_or_for_six_is_a_hub() -> None:
    def plan(goals: int, served: int) -> str:
        texts = ", ".join(f"Doel {number}" for number in range(goals))
        ids = ", ".join(f"D{number}" for number in range(1, served + 1))
        return (
            f"doelen: [{texts}]\n"
            f"inspanningen: [{{id: I1, tekst: Alles, voor: [{ids}]}}]"
        )

    assert said("hub_effort", plan(3, 3)) == []
    assert said("hub_effort", plan(4, 4)) == [
        "Effort I1 serves 4 of 4 goals: “Alles”."
    ]
    assert said("hub_effort", plan(9, 5)) == []
    assert said("hub_effort", plan(9, 6)) == [
        "Effort I1 serves 6 of 9 goals: “Alles”."
    ]


def test_more_efforts_than_one_can_steer_by_are_told_once() -> None:
    efforts = ", ".join(f"Bouwen {number}" for number in range(23))
    text = f"inspanningen: [{efforts}]"
    assert said("too_many_elements", text) == [
        "There are 23 efforts, more than 20: I21 is the first beyond that."
    ]


def test_points_are_only_added_up_where_a_hundred_are_divided() -> None:
    def plan(*weights: str) -> str:
        efforts = "".join(
            f"  - {{tekst: E{number}, voor: [{{naar: D1, gewicht: '{weight}'}}]}}\n"
            for number, weight in enumerate(weights)
        )
        return f"doelen: [{{id: D1, tekst: Een}}]\ninspanningen:\n{efforts}"

    assert said("weights_not_hundred", plan("1", "3", "2")) == []
    assert said("weights_not_hundred", plan("60", "40")) == []
    assert said("weights_not_hundred", plan("60%", "30%", "")) == []
    assert said("weights_not_hundred", plan("60%", "30,5%")) == [
        "The points of what serves D1 (goal) add up to 90.5, not to 100."
    ]
    assert said("crumb_weights", plan("90", "4", "3", "3")) == [
        "Of 4 links to D1 (goal) 3 have less than 5 points."
    ]
    assert said("crumb_weights", plan("90", "4", "6")) == []
