"""Links that a document states by codes between brackets.

And headings about what stands under no theme.
"""

import pytest

from dinet.interpret.texts.stated_links import extract_stated_links
from tests.documents import bullet, heading, in_word, noted, table, told

HEAD = ["Doel", "SMART-doelen", "Inspanningen"]


@pytest.mark.parametrize(
    ("text", "rest", "found"),
    [
        (
            "Een hal (draagt bij aan D3).",
            "Een hal.",
            (("contributes_to", "D3"),),
        ),
        (
            "Een hal [hangt af van I2, I4 en S1]",
            "Een hal",
            (("depends_on", "I2"), ("depends_on", "I4"), ("depends_on", "S1")),
        ),
        (
            "Minder schulden (Gedeeld met D1 & D2)",
            "Minder schulden",
            ((None, "D1"), (None, "D2")),
        ),
        (
            "Less debt (shared with D1; conflicts with D2)",
            "Less debt (shared with D1; conflicts with D2)",
            (),
        ),
        (
            "Sport (draagt bij aan gezondheid)",
            "Sport (draagt bij aan gezondheid)",
            (),
        ),
        ("Sport draagt bij aan D3", "Sport draagt bij aan D3", ()),
    ],
)
def test_only_codes_between_brackets_are_links(
    text: str, rest: str, found: tuple[object, ...]
) -> None:
    assert extract_stated_links(text) == (rest, found)


def test_codes_name_what_the_document_calls_so() -> None:
    found = in_word(
        table(
            HEAD,
            [
                "D1: Meer sport",
                "S1: In 2030 sport 60%.",
                "I1: Een hal bouwen (hangt af van I2)",
            ],
            [
                "D2: Gezond eten",
                "S2: In 2030 eet 50% gezond. (gedeeld met D1)",
                "I2: Lessen geven (draagt bij aan S1)",
            ],
        )
    )
    assert told(found) == [
        "D1 Meer sport",
        "D2 Gezond eten",
        "S1 In 2030 sport 60%. > D1",
        "S2 In 2030 eet 50% gezond. > D1, D2",
        "I1 Een hal bouwen > D1, S1, I2",
        "I2 Lessen geven > D2, S1, S2",
    ]


def test_a_code_that_nothing_has_is_noted() -> None:
    found = in_word(
        table(
            HEAD,
            ["D1: Meer sport", "", "I1: Een hal bouwen (draagt bij aan D7)"],
        )
    )
    assert told(found) == ["D1 Meer sport", "I1 Een hal bouwen > D1"]
    assert "reference_unknown" in noted(found)


def test_a_heading_about_the_rest_closes_the_theme() -> None:
    rows = (HEAD, ["Meer sport", "", "Een hal bouwen"])
    found = in_word(
        heading("Thema 1: Sport"),
        table(*rows),
        heading("Zonder thema"),
        table(HEAD, ["Gezond eten", "", "Lessen geven"]),
    )
    assert told(found)[1:3] == ["D1 Meer sport > T1", "D2 Gezond eten"]


def test_other_efforts_do_not_stand_under_the_last_theme() -> None:
    found = in_word(
        heading("Thema 1: Sport"),
        table(HEAD, ["Meer sport", "", "Een hal bouwen"]),
        heading("Overige inspanningen"),
        bullet("Communicatie"),
    )
    assert [
        each.group for each in found.elements if each.text == "Communicatie"
    ] == [None]
