"""Networks in the words and layers of different offices, in every format."""

from functools import cache

import pytest

from dinet.model import Programme
from tests.documents import told
from tests.formats import EVERY as FORMATS
from tests.formats import Part, bare, read_as
from tests.interpret.councils import (
    EVERY,
    HANDBOOK,
    MUNICIPAL,
    Written,
    reordered,
    reworded,
    with_repeated_cells,
)

pytestmark = pytest.mark.no_cover

_PLAIN = {
    *("id", "kind", "text", "places"),
    *("stated", "roles", "measurements", "amounts"),
}
"""What stands in the lines already, and the cells that the fields come from."""


def said(programme: Programme) -> dict[str, dict[str, object]]:
    """What a programme says of its elements beside their texts."""
    found = {
        each.id: each.model_dump(exclude_defaults=True, exclude=_PLAIN)
        for each in programme.elements
    }
    return {name: values for name, values in found.items() if values}


@cache
def bare_in_word(parts: tuple[Part, ...]) -> dict[str, object]:
    """What is read of a document in Word, without places."""
    return bare(read_as("docx", *parts))


@pytest.mark.parametrize("written", EVERY.values(), ids=EVERY)
@pytest.mark.parametrize("name", FORMATS)
def test_a_dialect_is_read_in_every_format(
    name: str, written: Written
) -> None:
    read = read_as(name, *written.parts)
    assert told(read) == written.lines
    assert said(read) == written.said
    assert bare(read) == bare_in_word(written.parts)


@pytest.mark.parametrize("written", EVERY.values(), ids=EVERY)
def test_the_order_of_columns_says_nothing_in_any_dialect(
    written: Written,
) -> None:
    read = read_as("docx", *reordered(written.parts))
    assert told(read) == written.lines
    assert said(read) == written.said


@pytest.mark.parametrize("name", FORMATS)
def test_repeated_cells_say_what_merged_and_blank_ones_say(name: str) -> None:
    read = read_as(name, *with_repeated_cells(HANDBOOK.parts, 4))
    assert [line.replace("*", "") for line in HANDBOOK.lines] == told(read)


@pytest.mark.parametrize(
    "words",
    [
        {
            "Opgave / Doel": "Ambitie",
            "SMART-doelen": "Wanneer zijn we tevreden?",
            "Inspanningen": "Maatregelen",
            "Trekker": "Wie?",
        },
        {
            "Opgave / Doel": "DOELSTELLING",
            "SMART-doelen": "Indicator(en)",
            "Inspanningen": "Acties 2026",
            "Samen met": "Partners",
        },
        {
            "Opgave / Doel": "Goal",
            "SMART-doelen": "Key results",
            "Inspanningen": "What will we do?",
            "Trekker": "Lead",
        },
        {
            "Opgave / Doel": "Wat willen wij\nbereiken?",
            "SMART-doelen": "Succescriteria",
            "Inspanningen": "Wat doen we daar voor?",
        },
        {
            "Opgave / Doel": "2. Doel",
            "SMART-doelen": "Smartdoelen",
            "Inspanningen": "Inspan-\nningen",
            "Trekker": "Trekker(s)",
        },
    ],
    ids=lambda words: next(iter(words.values())),
)
def test_another_council_calls_its_columns_otherwise(
    words: dict[str, str],
) -> None:
    read = read_as("docx", *reworded(MUNICIPAL.parts, words))
    assert (told(read), said(read)) == (MUNICIPAL.lines, MUNICIPAL.said)
