"""Three versions and more: what became of each element in each of them."""

from dinet.network import Network
from dinet.versions.version_series import ElementLife, follow_versions
from tests.builder import network

FIRST = network("""
    doelen:
      - tekst: Inwoners bewegen meer
        smart-doelen:
          - tekst: In 2026 sport 60% van de inwoners wekelijks.
            inspanningen: [De kunstgrasvelden aan de Dreef vernieuwen]
        inspanningen: [Een sportpas uitgeven aan minima]
""")
SECOND = network("""
    doelen:
      - tekst: Inwoners bewegen meer
        smart-doelen:
          - In 2028 sport 55% van de inwoners wekelijks.
        inspanningen: [De kunstgrasvelden aan de Dreef vernieuwen, Een zwembad openen]
""")
THIRD = network("""
    doelen:
      - tekst: Inwoners bewegen meer
        inspanningen: [Een zwembad openen, Een sportpas uitgeven aan minima]
""")


def life_of(words: str, *versions: Network) -> ElementLife:
    (found,) = (
        life
        for life in follow_versions(versions).lives
        if words in life.last_element.text
    )
    return found


def test_a_target_keeps_the_value_of_each_year_until_it_vanishes() -> None:
    life = life_of("van de inwoners wekelijks", FIRST, SECOND, THIRD)
    assert [year.turn for year in life.years] == ["present", "changed", "gone"]
    assert [year.asked for year in life.years] == [
        ("60%", "In 2026"),
        ("55%", "In 2028"),
        (),
    ]
    effects = [change.effect for change in life.years[1].changes]
    assert {"softer", "later"} <= set(effects)


def test_what_returns_in_the_same_words_takes_up_its_life() -> None:
    life = life_of("sportpas", FIRST, SECOND, THIRD)
    assert [year.turn for year in life.years] == ["present", "gone", "back"]


def test_what_is_new_is_absent_before() -> None:
    life = life_of("zwembad", FIRST, SECOND, THIRD)
    assert [year.turn for year in life.years] == ["absent", "new", "same"]


def test_every_element_of_every_version_stands_in_one_life() -> None:
    versions = FIRST, SECOND, THIRD
    series = follow_versions(versions)
    for number, version in enumerate(versions):
        told = [life.years[number].element for life in series.lives]
        ids = sorted(element.id for element in told if element)
        assert ids == sorted(element.id for element in version)
    assert all(len(life.years) == len(versions) for life in series.lives)


def test_the_efforts_for_a_goal_are_counted_in_each_version() -> None:
    covers = {
        cover.life.last_element.text: cover.efforts
        for cover in follow_versions((FIRST, SECOND, THIRD)).aim_covers()
    }
    assert covers["Inwoners bewegen meer"] == (2, 2, 2)
    assert covers["In 2028 sport 55% van de inwoners wekelijks."] == (
        1,
        0,
        None,
    )
