"""Every pattern and every step takes time that grows as the text does, and no faster."""

import re
from importlib import import_module
from pkgutil import iter_modules
from time import process_time

import pytest

from dinet.wording import target_sentence
from dinet.wording.target_sentence.analysis import analyse_target
from dinet.wording.target_sentence.tokens import cut_tokens
from tests.counted_lines import uncounted_lines

pytestmark = pytest.mark.no_cover

LENGTH = 200_000
REPEATED = (
    "1",
    "1,",
    "1.",
    "a",
    "a.",
    "a-",
    "a'",
    "é",
    " ",
    "\n",
    "\x00",
    "(",
    "😀",
    "2025-",
    "eén",
    "t.o.v. ",
    "van 1 ",
    "bron: ",
    "alle ",
    "neemt ",
    "(2020: 4) ",
    "nader te bepalen ",
    "10% van de ",
)
MOST_SECONDS = 5.0
"""Of processor time, for 200,000 characters: a quadratic pattern takes minutes."""


def patterns() -> list[re.Pattern[str]]:
    """The regular expressions of the room."""
    found = []
    for module in iter_modules(target_sentence.__path__):
        members = vars(
            import_module(f"{target_sentence.__name__}.{module.name}")
        ).values()
        found += [each for each in members if isinstance(each, re.Pattern)]
    return found


def test_the_room_has_patterns() -> None:
    assert len(patterns()) > 5


@pytest.mark.parametrize("piece", REPEATED)
def test_a_pattern_takes_no_more_time_than_its_text(piece: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    with uncounted_lines():
        begun = process_time()
        for pattern in patterns():
            for _ in pattern.finditer(text):
                pass
            pattern.fullmatch(f"{text}!")
        taken = process_time() - begun
    assert taken < MOST_SECONDS


@pytest.mark.parametrize("piece", REPEATED)
def test_a_text_of_any_length_is_analysed_soon(piece: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    with uncounted_lines():
        begun = process_time()
        found = analyse_target(text)
        taken = process_time() - begun
    assert taken < MOST_SECONDS
    assert found.text == text


def test_cutting_a_text_loses_no_sign() -> None:
    text = "Vóór 1-7-2027 is 12,5% (t.o.v. 2020) van CO2-arme m² gereed…"
    tokens = cut_tokens(text)
    kept = "".join(text[token.start : token.end] for token in tokens)
    assert kept == "".join(text.split())
