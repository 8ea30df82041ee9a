"""Amounts and numbers, as budgets and indicator tables of councils write them."""

from decimal import Decimal

import pytest

from dinet.wording.amounts import read_amounts
from dinet.wording.numbers import parse_number


@pytest.mark.parametrize(
    ("written", "lang", "number"),
    [
        ("3.400.000", "nl", "3400000"),
        ("3,400,000.75", "nl", "3400000.75"),
        ("3.400,5", "en", "3400.5"),
        ("2 750 000", "nl", "2750000"),
        ("2'750", "nl", "2750"),
        ("4.200", "nl", "4200"),
        ("4.200", "en", "4.200"),
        ("4,200", "en", "4200"),
        ("0,375", "en", "0.375"),
        ("12.34.567", "nl", None),
        ("1.2.3", "en", None),
        ("1234567890123456", "nl", None),
    ],
)
def test_a_number_is_read_by_the_notation_of_its_document(
    written: str, lang: str, number: str | None
) -> None:
    wanted = None if number is None else Decimal(number)
    assert parse_number(written, lang) == wanted


@pytest.mark.parametrize(
    ("cell", "heading", "wanted"),
    [
        ("€ 340.000,-", "Lasten", [("340000", "EUR", None)]),
        ("€ 1.250,50", "Lasten", [("1250.50", "EUR", None)]),
        ("7,25 miljoen euro", "Middelen", [("7250000", "EUR", None)]),
        ("EUR 80k", "Middelen", [("80000", "EUR", None)]),
        ("80 k", "Budget", [("80000", None, None)]),
        ("35", "Kosten (x € 1.000)", [("35000", "EUR", None)]),
        ("1,5", "Investering in miljoenen euro's", [("1500000", "EUR", None)]),
        ("410", "Lasten 2027 (k€)", [("410000", "EUR", "2027")]),
        ("60.000", "Begroting 2028", [("60000", None, "2028")]),
        ("0,6 fte", "Capaciteit", [("0.6", "fte", None)]),
        ("1.200", "Uren", [("1200", "uur", None)]),
        ("€ 15.000 per jaar", "Kosten", [("15000", "EUR per jaar", None)]),
        ("ca. € 9.500", "Kosten", [("9500", "EUR", None)]),
        ("€ 9.500 (uit de reserve)", "Kosten", [("9500", "EUR", None)]),
        ("- € 20.000", "Saldo", [("-20000", "EUR", None)]),
        (
            "2026: € 4.000; 2027: € 6.000",
            "Budget",
            [("4000", "EUR", "2026"), ("6000", "EUR", "2027")],
        ),
        ("€ 4.000 (2026)", "Budget", [("4000", "EUR", "2026")]),
        ("PM", "Kosten in euro", [(None, "EUR", None)]),
        ("n.t.b.", "Budget 2026", [(None, None, "2026")]),
    ],
)
def test_an_amount_is_a_number_with_its_unit_and_year(
    cell: str, heading: str, wanted: list[tuple[str | None, ...]]
) -> None:
    read = [
        (amount.value, amount.unit, amount.year)
        for amount in read_amounts(cell, heading, "nl")
    ]
    assert read == [
        (None if value is None else Decimal(value), unit, year)
        for value, unit, year in wanted
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "binnen de bestaande begroting",
        "€ 10.000 - € 15.000",
        "tussen 10 en 15 mille",
        "€ 10.000 van de provincie en € 5.000 eigen geld",
        "zie bijlage 3",
        "fase 2",
        "",
        "€ 5.000 tot 2027",
    ],
)
def test_what_is_not_one_clear_amount_stays_words(cell: str) -> None:
    assert read_amounts(cell, "Budget", "nl") == ()


def test_an_amount_keeps_the_words_of_its_cell() -> None:
    (first, second) = read_amounts("2026: 3 mln\n2027: p.m.", "Geld", "nl")
    assert (first.text, second.text) == ("2026: 3 mln", "2027: p.m.")
    assert second.value is None
