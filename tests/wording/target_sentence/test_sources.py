"""Where the figures come from."""

import pytest

from dinet.wording.target_sentence.analysis import analyse_target


def sources_of(text: str) -> list[str]:
    """The names of the sources of a text."""
    return [source.name for source in analyse_target(text).sources]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("60% fietst in 2028. Bron: Fietsmonitor", ["Fietsmonitor"]),
        (
            "60% fietst in 2028 (bron: Fietsmonitor 2024).",
            ["Fietsmonitor 2024"],
        ),
        ("60% cycles in 2028 (source: Travel Survey).", ["Travel Survey"]),
        ("60% fietst (leerlingenenquête).", ["leerlingenenquête"]),
        ("60% fietst in 2028. Bronnen: CBS, GGD", ["CBS", "GGD"]),
        ("Bron: wijkkompas.nl", ["wijkkompas.nl"]),
        ("60% van de scholieren (ook uit de regio) fietst.", []),
        ("60% fietst (2020: 50%).", []),
        ("Het plan is een bron van trots.", []),
    ],
)
def test_a_source_is_named(text: str, names: list[str]) -> None:
    assert sources_of(text) == names


def test_the_year_of_a_source_is_no_deadline() -> None:
    text = "60% van de scholieren fietst (bron: Fietsmonitor 2024)."
    assert analyse_target(text).deadlines == ()
