"""Numbers in words are read alike with and without the library for them."""

import pytest
from text_to_num import text2num

from dinet.wording.target_sentence.number_words import number_in_words

DUTCH = """
nul een twee twaalf negentien twintig eenentwintig tweeëntwintig achtenzestig negenennegentig
honderd honderdvijf honderdvijfentwintig tweehonderd vijfentwintighonderd duizend
tweeduizend vijfhonderdduizend driehonderdduizendtwaalf
"""
PHRASES = {
    "nl": [*DUTCH.split(), "twee miljoen", "honderd en vijf", "vijf miljard"],
    "en": [
        "zero",
        "two",
        "twelve",
        "forty-five",
        "two hundred",
        "five million",
    ],
}
NO_NUMBERS = ["tiende", "hondje", "duizendpoot", "sport", "tientje"]


@pytest.mark.parametrize("language", PHRASES)
def test_what_councils_write_is_the_number_that_the_library_reads(
    language: str,
) -> None:
    for words in PHRASES[language]:
        read = number_in_words(words, language)
        assert read == int(text2num(words, language)), words


def test_other_words_are_no_number() -> None:
    assert [number_in_words(words, "nl") for words in NO_NUMBERS] == [
        None
    ] * len(NO_NUMBERS)
