"""The model of the planning."""

from dinet.language import Sentence
from dinet.layout.tables.planning import build_planning
from dinet.model import Effort, Goal, Link, Programme, Step, Theme
from dinet.network import Network


def effort(
    number: int = 1, *steps: tuple[str, str], **facts: object
) -> Effort:
    planned = tuple(
        Step(period=period, phase=phase) for period, phase in steps
    )
    return Effort(
        id=f"I{number}", text=f"Inspanning {number}", planning=planned, **facts
    )


def planned(*efforts: Effort):
    return build_planning(Network(Programme(elements=efforts)))


def said(*efforts: Effort) -> list[str]:
    return [line.words().in_language("en") for line in planned(*efforts).lines]


def test_periods_that_follow_each_other_in_one_phase_are_one_bar():
    steps = (
        ("2023 K3", "voorbereiding"),
        ("2023 K4", "Voorbereiding"),
        ("2024 K1", "uitvoering"),
    )
    assert said(effort(1, *steps)) == [
        "voorbereiding: 2023 K3 – 2023 K4; uitvoering: 2024 K1"
    ]


def test_a_pause_divides_a_bar():
    found = planned(
        effort(1, ("2023 K1", "uitvoering"), ("2023 K3", "uitvoering"))
    )
    assert [found.bar_shares(bar) for bar in found.lines[0].bars] == [
        (0, 0.25),
        (0.5, 0.75),
    ]


def test_a_period_without_steps_is_a_bar_in_the_phase_of_the_effort():
    assert said(effort(1, period="2023-2025", phase="uitvoering")) == [
        "uitvoering: 2023-2025"
    ]
    assert said(effort(1, period="eind 2025")) == ["eind 2025"]


def test_a_time_that_cannot_be_read_is_told_in_its_own_words():
    assert said(effort(1, period="zodra er geld is", phase="uitvoering")) == [
        "zodra er geld is: uitvoering"
    ]


def test_a_phase_without_a_time_is_told():
    assert said(effort(1, phase="doorlopend")) == ["doorlopend"]


def test_efforts_without_planning_are_listed_as_such_after_the_others():
    found = planned(effort(1), effort(2, period="2024"), effort(3))
    assert [line.effort.id for line in found.lines] == ["I2", "I1", "I3"]
    assert (
        found.groups[-1].heading
        == found.groups[-1].lines[0].words()
        == Sentence("planning unknown")
    )
    assert found.known == 1


def test_the_calendar_runs_over_whole_years():
    found = planned(
        effort(1, period="mei 2024"), effort(2, period="vanaf 2025")
    )
    assert found.years == (2024, 2025)
    assert [
        found.bar_shares(bar) for line in found.lines for bar in line.bars
    ] == [
        (4 / 24, 5 / 24),
        (0.5, 1.0),
    ]


def test_what_goes_on_for_ever_fills_the_calendar():
    found = planned(effort(1, period="doorlopend"), effort(2, period="2024"))
    assert found.bar_shares(found.lines[0].bars[0]) == (0.0, 1.0)
    assert planned(effort(1, period="doorlopend")).years is None


def test_bars_at_the_same_time_stand_in_lanes():
    line = planned(
        effort(
            1,
            ("2024", "uitvoering"),
            ("2024 K2", "evaluatie"),
            ("2025", "borging"),
        )
    ).lines[0]
    assert [(bar.stated_periods[0], bar.lane) for bar in line.bars] == [
        ("2024", 0),
        ("2024 K2", 1),
        ("2025", 0),
    ]
    assert line.lane_count == 2


def test_every_phase_has_a_letter_and_a_fill_of_its_own():
    words = (
        "voorbereiding",
        "uitvoering",
        "evaluatie",
        "verkenning",
        "vaststelling",
        "doorlopend",
    )
    phases = planned(
        effort(1, *((f"{2020 + at}", each) for at, each in enumerate(words)))
    ).phases
    assert [phase.words for phase in phases] == list(words)
    assert (
        len({phase.letter for phase in phases})
        == len({phase.fill for phase in phases})
        == len(words)
    )


def test_phases_without_a_letter_left_get_a_number():
    phases = planned(
        effort(1, ("2024", "aa"), ("2025", "a a"), ("2026", "a-a"))
    ).phases
    assert [phase.letter for phase in phases] == ["A", "1", "2"]


def test_with_themes_the_groups_are_themes_in_their_order():
    elements = (
        Theme(id="T1", text="Wonen"),
        Theme(id="T2", text="Zorg"),
        Goal(id="D1", text="Huis"),
        Goal(id="D2", text="Hulp"),
        *(effort(number, period="2024") for number in (1, 2, 3)),
    )
    links = [("D1", "T1"), ("D2", "T2"), ("I1", "D2"), ("I2", "D1")]
    network = Network(
        Programme(
            elements=elements,
            links=tuple(
                Link(start=a, end=b, kind="contributes_to") for a, b in links
            ),
        )
    )
    found = [
        (
            group.heading if isinstance(group.heading, str) else "",
            len(group.lines),
        )
        for group in build_planning(network).groups
    ]
    assert found == [("T1 Wonen", 1), ("T2 Zorg", 1), ("", 1)]


def test_without_themes_the_groups_are_owners_and_whoever_has_none_comes_last():
    found = planned(
        effort(1, period="2024", vacant="Vacant"),
        effort(2, period="2024", owners=("Jeugd", "Zorg")),
        effort(3, period="2025", owners=("Jeugd",)),
    )
    assert [
        [(line.effort.id, line.who) for line in group.lines]
        for group in found.groups
    ] == [
        [("I2", "Jeugd, Zorg"), ("I3", "Jeugd")],
        [("I1", "Vacant")],
    ]
