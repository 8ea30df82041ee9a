"""Rules on texts that were made to keep a pattern busy: time grows as the text does."""

import pytest

from dinet.model import (
    Aim,
    Effort,
    ExtraField,
    Goal,
    Identity,
    Link,
    Programme,
    Target,
)
from dinet.network import Network
from dinet.plugins import plugin_folder

pytestmark = pytest.mark.no_cover

LONG = 20_000
"""Characters: a pattern that looks back at each of them would take minutes for one text."""
UNITS = (
    "a", "1", "1%", "€1", "(", "a (", "((a ", "<", "<a ", "=|", "; ", "a en ", "A", "AB ", "- ",
    "ﬁ", " ", "&", "in 2028 ", "90% ", "xx", "meer is en ", ". A", "om ", "\u00ad", "Ã", "-", " - ",
)  # fmt: skip


def programme_of(text: str) -> Programme:
    """A small programme with a text in every place where a rule looks."""
    return Programme(
        identity=Identity(period="2025-2026", date=text),
        elements=(
            Goal(id="D1", text=text, budget=text, period=text),
            Target(
                id="S1",
                text=text,
                sources=(text,),
                wordings=(f"{text}.",),
                target=Aim(year=text, indicator=text),
            ),
            Effort(
                id="I1",
                text=text,
                owners=(text, f"Jan {text}"),
                period=text,
                budget=text,
                phase=text,
                extra=(ExtraField(heading="Taakveld", text=text),),
            ),
        ),
        links=(
            Link(start="I1", end="S1", kind="contributes_to", weight=text),
            Link(start="S1", end="D1", kind="measures"),
        ),
    )


@pytest.mark.no_cover
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "before",
    [
        "",
        pytest.param("=", marks=pytest.mark.slow),
        pytest.param("Meer <€%%(;: - ", marks=pytest.mark.slow),
    ],
)
def test_a_rule_ends_on_a_long_text_of_one_sign(
    unit: str, before: str
) -> None:
    text = before + (unit * LONG)[:LONG]
    network = Network(programme_of(text))
    for plugin in plugin_folder("rules").plugins.values():
        for _, sentence in plugin.module.check.check(network):
            assert str(sentence).strip()
